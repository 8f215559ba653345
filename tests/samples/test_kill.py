"""Real `kill -9` of the real command, and disks that fill: no payment made twice, none lost."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.samples.commands import Moment, after, begin, ended, next_command, paid
from tests.samples.story import carry, documents_read_once, outcome, workspace


@pytest.fixture(scope="module", autouse=True)
def once() -> Iterator[None]:
    with documents_read_once():
        yield


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = workspace(tmp_path_factory.mktemp("calm") / "w")
    carry(folder, [])
    return outcome(folder)


def killed(folder: Path, moments: list[Moment]) -> int:
    """Type what comes next, kill it at each moment; return how often it was killed in time."""
    hits = 0
    for moment in moments:
        words = next_command(folder)
        if not words:
            break
        code, output = ended(begin(folder, *words), moment, folder)
        assert code in (-9, 0, 3), output
        hits += code == -9
    return hits


def settled(folder: Path, calm: dict[str, Any]) -> None:
    """Carry the run to its end and compare."""
    code, output = 0, ""
    while words := next_command(folder):
        if words[0] == "answer":
            carry(folder, [])
            break
        code, output = ended(begin(folder, *words), None, folder)
        assert code in (0, 3), output
    assert outcome(folder) == calm


def test_killed_while_it_pays(tmp_path: Path, calm: dict[str, Any]) -> None:
    folder = workspace(tmp_path / "w")
    assert killed(folder, [paid(0), paid(2), after(0.4), paid(5), paid(7)]) >= 3
    settled(folder, calm)


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
