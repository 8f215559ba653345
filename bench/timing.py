"""How a measurement is taken: alternating rounds of subject and baseline, medians, a ratio."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Line:
    """One line of the report: `subject` and `baseline` are medians in seconds or in things a
    second, as `unit` says; `ratio` is subject over baseline."""

    name: str
    subject: float
    baseline_name: str
    baseline: float
    unit: str

    @property
    def ratio(self) -> float:
        """The subject in proportion to the baseline."""
        return self.subject / self.baseline if self.baseline else float("nan")

    def __str__(self) -> str:
        return (
            f"{self.name:<44} {self.subject:>12,.4g} {self.unit:<4} "
            f"{self.ratio:>8.2f} x {self.baseline_name} ({self.baseline:,.4g} {self.unit})"
        )


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def paired(
    subject: Callable[[], object], baseline: Callable[[], object], rounds: int = 5
) -> tuple[float, float]:
    """Return the median seconds of both, measured in turn so that drift hits both alike."""
    subject()
    baseline()
    a, b = [], []
    for _ in range(rounds):
        a.append(seconds(subject))
        b.append(seconds(baseline))
    return statistics.median(a), statistics.median(b)


def command(*words: str, cwd: str | None = None, ok: Sequence[int] = (0,)) -> Callable[[], None]:
    """Return a call that runs a command to its end, with its output thrown away. Compiled modules
    are kept, as they are where a program is installed.

    Raises RuntimeError when it ends otherwise than expected: a failed command is no
    measurement.
    """

    environment = {key: value for key, value in os.environ.items() if key != _UNKEPT}

    def run() -> None:
        done = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, check=False)
        if done.returncode not in ok:
            said = done.stderr[-500:].decode(errors="replace")
            raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}: {said}")

    return run


PYTHON = sys.executable
_UNKEPT = "PYTHONDONTWRITEBYTECODE"
