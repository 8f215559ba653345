"""Killed at any commit of any sample: taken up again, it ends as the undisturbed run did.

Before and after every transaction of an undisturbed story, answers and what is remembered of them
included, and before every write within a skill, its workspace is copied: that is what a `kill -9`
at that moment leaves, since no handler, no `finally` and no buffer has its say. Each copy is then
carried to its end.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kognilang.journal.store import Store
from tests.running.replays import held
from tests.samples.stories import (
    CASH,
    LEAVE,
    MONTHS,
    OUTAGE,
    PAYABLE,
    STORIES,
    Story,
    carry,
    outcome,
)
from tests.samples.story import PAID, TOTAL, documents_read_once, session_in

LEFT = (".kognilang", "results")
"""What a run writes in its workspace."""

SHARED = Path("/dev/shm")
"""A folder in memory, where the machine has one."""

SHARE = {PAYABLE.name: 6, OUTAGE.name: 10, LEAVE.name: 8, CASH.name: 6, MONTHS.name: 8}
"""So many moments, evenly spread, are tried in CI; the long suite tries all."""


@dataclass(slots=True)
class Undisturbed:
    """A story that nothing happened to, and what a crash at each moment would have left."""

    told: Story
    folder: Path
    outcome: dict[str, Any]
    said: list[str]
    moments: list[Path]


@pytest.fixture(scope="module", autouse=True)
def once() -> Iterator[None]:
    with documents_read_once():
        yield


class Watch:
    """Copies what a story has written, at every moment at which it could be killed: before and
    after each transaction of the store, after each writing to another file, before and after one
    takes another's place. What is as it was at the moment before is kept once."""

    def __init__(self, folder: Path, place: Path) -> None:
        self.folder = folder
        self.place = place
        self.moments: list[Path] = []
        self._last = b""

    def keep(self) -> None:
        # Dropping SQLite's own locks matters only where others have the store open.
        state = {
            path.relative_to(self.folder): path.read_bytes()
            for name in LEFT
            for path in sorted((self.folder / name).rglob("*"))
            if path.is_file()
        }
        digest = hashlib.sha256()
        for path, content in state.items():
            if path.suffix != ".db-shm":
                digest.update(f"{path} {len(content)} ".encode() + content)
        if digest.digest() == self._last:
            return
        self._last = digest.digest()
        moment = self.place / f"{len(self.moments):03}"
        for path, content in state.items():
            (moment / path).parent.mkdir(parents=True, exist_ok=True)
            (moment / path).write_bytes(content)
        moment.mkdir(parents=True, exist_ok=True)
        self.moments.append(moment)

    @contextmanager
    def over(self, store: Store) -> Iterator[None]:
        """Watch what happens to the store and to files within the block."""
        driver: Any = store._driver
        writing, synced, replaced = driver.writing, os.fsync, Path.replace

        @contextmanager
        def watched(durable: bool = True) -> Iterator[Any]:
            self.keep()
            with writing(durable) as writer:
                yield writer
            self.keep()

        def fsync(number: int) -> None:
            synced(number)
            self.keep()

        def replace(path: Path, other: Path) -> Path:
            self.keep()
            found = replaced(path, other)
            self.keep()
            return found

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(driver, "writing", watched)
            patch.setattr(os, "fsync", fsync)
            patch.setattr(Path, "replace", replace)
            yield


@pytest.fixture(scope="module", params=STORIES, ids=lambda one: one.name)
def undisturbed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Undisturbed]:
    told: Story = request.param
    base = tmp_path_factory.mktemp("crashes")
    # Syncing costs nothing there, and no machine's power is cut here.
    quick = Path(tempfile.mkdtemp(dir=SHARED if SHARED.is_dir() else base))
    try:
        folder = told.make(quick / "calm")
        watch = Watch(folder, base / "moments")
        said: list[str] = []
        with closing(Store.open(folder / ".kognilang" / "store.db")) as store, watch.over(store):
            carry(told, folder, said, store)
        yield Undisturbed(told, folder, outcome(folder), said, watch.moments)
    finally:
        shutil.rmtree(quick, ignore_errors=True)
        shutil.rmtree(base / "moments", ignore_errors=True)


def test_the_undisturbed_story_does_what_it_should(undisturbed: Undisturbed) -> None:
    calm = undisturbed.outcome
    assert calm["files"] and not any(name.startswith(".") for name in calm["files"])
    assert {status for _, status in calm["runs"]} == {"finished"}
    assert set(calm["journal"]) == {""}
    assert len(undisturbed.moments) > 20
    if undisturbed.told is PAYABLE:
        assert undisturbed.said == [f"Paid {PAID} invoices, {TOTAL} in all."]
        assert len(calm["files"]["payments.csv"]) == PAID + 1 and len(calm["mails"]) == PAID
        assert len(calm["files"]["ledger.csv"]) == 4 * PAID + 1
    if undisturbed.told is MONTHS:
        assert len(calm["learnt"]) >= 4
        assert all(uses for _, _, uses in calm["learnt"])


def test_every_run_is_replayed_without_a_call(undisturbed: Undisturbed) -> None:
    session = session_in(undisturbed.folder)
    said = [text for row in reversed(session.store.runs()) for text in held(session, row.id).said]
    session.close()
    assert sorted(said) == sorted(undisturbed.said)


def test_killed_at_a_commit_it_ends_the_same(undisturbed: Undisturbed) -> None:
    moments = undisturbed.moments
    try_from(undisturbed, moments[:: max(1, len(moments) // SHARE[undisturbed.told.name])])


@pytest.mark.long
@pytest.mark.timeout(2400)
def test_killed_at_every_commit_it_ends_the_same(undisturbed: Undisturbed) -> None:
    try_from(undisturbed, undisturbed.moments)


def try_from(undisturbed: Undisturbed, moments: list[Path]) -> None:
    folder = undisturbed.folder
    for moment in moments:
        for name in LEFT:
            shutil.rmtree(folder / name, ignore_errors=True)
            if (moment / name).exists():
                shutil.copytree(moment / name, folder / name)
        said: list[str] = []
        carry(undisturbed.told, folder, said)
        where = f"moment {moment.name} of {len(undisturbed.moments)}"
        assert outcome(folder) == undisturbed.outcome, where
        # What was said last may have been printed before the crash, or be printed twice.
        assert set(said) <= set(undisturbed.said), where
