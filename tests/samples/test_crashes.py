"""Killed at any commit of any sample: taken up again, it ends as the undisturbed run did.

Before and after every transaction of an undisturbed story, answers and what is remembered of them
included, and before every write within a skill, its workspace is copied: that is what a `kill -9`
at that moment leaves, since no handler, no `finally` and no buffer has its say. Each copy is then
carried to its end.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kognilang.journal.store import Store
from tests.running.replays import held
from tests.samples.stories import MONTHS, OUTAGE, PAYABLE, STORIES, Story, carry, outcome
from tests.samples.story import PAID, TOTAL, documents_read_once, session_in

LEFT = (".kognilang", "results")
"""What a run writes in its workspace."""

SHARE = {PAYABLE.name: 6, OUTAGE.name: 10, MONTHS.name: 8}
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


@pytest.fixture(scope="module", params=STORIES, ids=lambda one: one.name)
def undisturbed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Undisturbed:
    told: Story = request.param
    base = tmp_path_factory.mktemp("crashes")
    folder = told.make(base / "calm")
    moments: list[Path] = []

    def keep() -> None:
        place = base / "moments" / f"{len(moments):03}"
        place.mkdir(parents=True)
        for name in LEFT:
            if (folder / name).exists():
                # This drops SQLite's own locks, which matter only where others have it open.
                shutil.copytree(folder / name, place / name)
        moments.append(place)

    store = Store.open(folder / ".kognilang" / "store.db")
    driver: Any = store._driver
    writing = driver.writing

    @contextmanager
    def watched(durable: bool = True) -> Iterator[Any]:
        keep()
        with writing(durable) as writer:
            yield writer
        keep()

    driver.writing = watched
    # The books write files through these: a crash before and after each is one inside the call.
    import kognilang_stdlib.writing as books  # type: ignore[import-not-found]

    def inside(work: Callable[..., Any]) -> Callable[..., Any]:
        def watched(path: Path, *rest: Any) -> Any:
            if ".kognilang" not in path.parts:
                keep()
            return work(path, *rest)

        return watched

    said: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(books, "_append", inside(books._append))
        patch.setattr(books, "replace", inside(books.replace))
        carry(told, folder, said, store)
    store.close()
    return Undisturbed(told, folder, outcome(folder), said, moments)


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
