"""Waiting: resuming long runs, very many parked runs, and lanes that ask."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from bench.served import measured
from bench.timing import Line
from kognilang.session import Session

RUNS = int(os.environ.get("BENCH_RUNS", "5000"))
"""How many runs are parked; the figures of the project's notes are of 100,000."""

STEPS = (10, 1_000, 100_000)
ITEMS = 10_000
ASKED = 100

LONG = """\
The total is 0.
For each number from 1 to {count}:
    Increase the total by 1.
Ask "Go on?".
Say "{{the total}}".
"""

SHORT = """\
The total is 5.
Ask the user "Is it {the total}?".
Say "{the total}".
"""

LANES = """\
Process each number from 1 to {items} as follows:
    If the remainder of the number divided by {every} is 0, ask "Is {{the number}} right?".
    The double is the number times 2.
"""


def measure() -> list[Line]:
    """Return the lines of this part of the report."""
    return [*_resuming(), *_many(), *_lanes()]


def _resuming() -> list[Line]:
    """Time from the answer to the end of a run with so many steps behind it."""
    spent: dict[int, list[float]] = {steps: [] for steps in STEPS}
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
        for _ in range(5):
            for steps, times in spent.items():
                folder = Path(place, str(steps))
                folder.mkdir(exist_ok=True)
                file = folder / "long.kog"
                file.write_text(LONG.format(count=steps), encoding="utf-8")
                session = Session(folder, no_input=True)
                question = session.start(file).questions[0]
                session.close()
                times.append(_answering(folder, [question.id]))
    medians = {steps: statistics.median(times) for steps, times in spent.items()}
    base = medians[STEPS[0]]
    return [
        Line(f"resume with {steps:,} steps behind it", medians[steps], f"{STEPS[0]}", base, "s")
        for steps in STEPS[1:]
    ]


def _answering(folder: Path, questions: list[str]) -> float:
    """Return the median seconds from an answer to the end of its run."""
    times = []
    for question in questions:
        begun = time.perf_counter()
        _answered(folder, question, "yes")
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def _answered(folder: Path, question: str, text: str) -> None:
    session = Session(folder, no_input=True)
    outcome = session.answer(question, text)
    view = session.advance(outcome.run)
    session.close()
    if not outcome.accepted or view.status != "finished":
        raise RuntimeError(f"{view.status}: {outcome.message}")


def _many() -> list[Line]:
    """Park very many runs; answer some with few others in the store, and with all of them."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
        folder = Path(place)
        file = folder / "short.kog"
        file.write_text(SHORT, encoding="utf-8")
        few, early = _park(folder, file, 40)
        alone = _answering(folder, few[:9])
        serving = measured(folder, few[10:28])
        size = _size(folder)
        asked, late = _park(folder, file, RUNS)
        each = (_size(folder) - size) / RUNS
        among = _answering(folder, asked[:: max(1, RUNS // 9)])
        crowded = measured(folder, asked[1 :: max(2, RUNS // 18)])
    return [
        Line(f"a run parked, with {RUNS:,} there", late, "with 40", early, "s"),
        Line("from the answer to the end", among, "with 40", alone, "s"),
        Line("memory of an idle serve", crowded[0], "with 40", serving[0], "MB"),
        Line("from the answer to the end, under serve", crowded[1], "with 40", serving[1], "s"),
        Line("the same, typed as kog answer", crowded[2], "with 40", serving[2], "s"),
        Line("bytes of a parked run", each, "its text", len(SHORT), "B"),
    ]


def _park(folder: Path, file: Path, count: int) -> tuple[list[str], float]:
    """Start so many runs; return their questions, and the median seconds of the last ones."""
    session = Session(folder, no_input=True)
    asked, times = [], []
    for _ in range(count):
        begun = time.perf_counter()
        asked.append(session.start(file).questions[0].id)
        times.append(time.perf_counter() - begun)
    session.close()
    return asked, statistics.median(times[-100:])


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in (folder / ".kognilang").glob("store.db*"))


def _lanes() -> list[Line]:
    """A long loop in lanes of which some ask, against the same with none that does."""
    spent = []
    for every in (ITEMS // ASKED, ITEMS + 1):
        times = []
        for _ in range(3):
            with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
                file = Path(place, "lanes.kog")
                file.write_text(LANES.format(items=ITEMS, every=every), encoding="utf-8")
                session = Session(Path(place), no_input=True)
                begun = time.perf_counter()
                view = session.start(file)
                times.append(time.perf_counter() - begun)
                session.close()
                if len(view.questions) != (ASKED if every < ITEMS else 0):
                    raise RuntimeError(f"{len(view.questions)} questions")
        spent.append(statistics.median(times))
    return [Line(f"{ITEMS:,} lanes, {ASKED} of them asking", spent[0], "none", spent[1], "s")]
