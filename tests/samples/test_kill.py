"""Real `kill -9` of the real command, and disks that fill: no payment made twice, none lost."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.samples.commands import Moment, after, begin, ended, next_command, paid
from tests.samples.stories import MONTHS, OUTAGE, PAYABLE, Story, carry, outcome
from tests.samples.story import documents_read_once, workspace


@pytest.fixture(scope="module", autouse=True)
def once() -> Iterator[None]:
    with documents_read_once():
        yield


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = workspace(tmp_path_factory.mktemp("calm") / "w")
    carry(PAYABLE, folder, [])
    return outcome(folder)


def killed(folder: Path, moments: list[Moment], told: Story = PAYABLE) -> int:
    """Type what comes next, kill it at each moment; return how often it was killed in time."""
    hits = 0
    for moment in moments:
        words = next_command(folder, told)
        if not words:
            break
        code, output = ended(begin(folder, *words), moment, folder)
        assert code in (-9, 0, 3), output
        hits += code == -9
    return hits


def settled(folder: Path, calm: dict[str, Any], told: Story = PAYABLE) -> None:
    """Carry the story to its end and compare."""
    code, output = 0, ""
    while words := next_command(folder, told):
        if words[0] == "answer":
            carry(told, folder, [])
            break
        code, output = ended(begin(folder, *words), None, folder)
        assert code in (0, 3), output
    assert outcome(folder) == calm


def test_killed_while_it_pays(tmp_path: Path, calm: dict[str, Any]) -> None:
    folder = workspace(tmp_path / "w")
    assert killed(folder, [paid(0), paid(2), after(0.4), paid(5), paid(7)]) >= 3
    settled(folder, calm)


NOVEMBER = replace(MONTHS, wish=lambda question: None)
"""The second month, with what was learnt in the first; nothing more is remembered."""


def begun(told: Story, folder: Path) -> Path:
    """The story's workspace; of the two months, the first is over and was learnt from."""
    told.make(folder)
    if told is NOVEMBER:
        carry(replace(MONTHS, starts=MONTHS.starts[:1]), folder, [])
    return folder


@pytest.mark.timeout(600)
@pytest.mark.parametrize("told", [OUTAGE, NOVEMBER], ids=lambda one: one.name)
@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 6))]
)
def test_each_other_story_is_killed_at_any_moment(tmp_path: Path, told: Story, seed: int) -> None:
    undisturbed = begun(told, tmp_path / "calm")
    carry(told, undisturbed, [])
    folder = begun(told, tmp_path / "w")
    random = Random(seed)
    lives = 5 if seed == 0 else 16
    # The runbook's commands end in a fraction of a second, and how long one takes is the
    # machine's: so the moments draw nearer to the beginning, where it is in time for sure.
    longest = 0.3 if told is OUTAGE else 0.9
    moments = [after(random.uniform(0.03, longest * (1 - at / lives))) for at in range(lives)]
    assert killed(folder, [after(0.03), *moments], told) > 0
    settled(folder, outcome(undisturbed), told)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(8))
def test_killed_at_any_moment(tmp_path: Path, calm: dict[str, Any], seed: int) -> None:
    random = Random(seed)
    folder = workspace(tmp_path / "w")
    moments = [after(random.uniform(0.1, 2.5)) for _ in range(6)]
    moments += [paid(random.randrange(15)) for _ in range(6)]
    moments += [after(random.uniform(0.1, 0.9)) for _ in range(12)]
    assert killed(folder, moments) > 3
    settled(folder, calm)


def room(size: int) -> Callable[[], None]:
    """No file of the new process may grow beyond so many bytes, as on a disk that is full."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def test_a_full_disk_loses_nothing(tmp_path: Path, calm: dict[str, Any]) -> None:
    folder = workspace(tmp_path / "w")
    full = 0
    for size in (0, 2_000, 90_000, 160_000, 230_000):
        words = next_command(folder)
        code, output = ended(begin(folder, *words, before=room(size)), None, folder)
        assert code in (1, 3), output
        if code == 1:
            full += 1
            told = output.casefold()
            assert "disk" in told or "full" in told or "space" in told, output
    assert full >= 3
    settled(folder, calm)
