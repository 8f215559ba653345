"""Serving parked runs: memory of an idle `kog serve`; time from an answer until the run is on."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kognilang.journal.store import Store

IDLE = 3.0
"""Seconds after which a serving process that has nothing to do is looked at."""

PATIENCE = 60.0


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """Serve a workspace; the block is given the number of the process."""
    with (folder / "serve.out").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "kognilang.terminal.main", "serve"],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
        )  # fmt: skip
    try:
        time.sleep(IDLE)
        if process.poll() is not None:
            raise RuntimeError((folder / "serve.out").read_text(encoding="utf-8"))
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def measured(folder: Path, questions: list[str]) -> tuple[float, float, float]:
    """Return the megabytes of an idle `kog serve`; the median seconds from an answer in the store
    until its run has ended by a worker's hands; and the same from typing `kog answer`."""
    with served(folder) as process:
        memory = _resident(process)
        handed = [_answered(folder, one) for one in questions[::2]]
        typed = [_typed(folder, one) for one in questions[1::2]]
    return memory, statistics.median(handed[1:]), statistics.median(typed)


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def _answered(folder: Path, question: str) -> float:
    """Give an answer and leave the run to the workers. The first one starts a worker."""
    from kognilang.session import Session

    session = Session(folder, no_input=True)
    begun = time.perf_counter()
    outcome = session.answer(question, "yes")
    _until_finished(session.store, outcome.run)
    spent = time.perf_counter() - begun
    session.close()
    return spent


def _typed(folder: Path, question: str) -> float:
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "kognilang.terminal.main", "answer", question, "yes"],
        cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )  # fmt: skip
    store = Store.open(folder / ".kognilang" / "store.db")
    asked = store.question(question)
    assert asked is not None
    _until_finished(store, asked.run)
    store.close()
    return time.perf_counter() - begun


def _until_finished(store: Store, run: str) -> None:
    until = time.monotonic() + PATIENCE
    while (row := store.run(run)) is None or row.status != "finished":
        if time.monotonic() > until:
            raise RuntimeError(f"{run} did not go on: {row.status if row else 'it is not there'}")
        time.sleep(0.002)
