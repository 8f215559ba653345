"""Holding a run: what the worker that has claimed it knows, and who may claim it."""

from __future__ import annotations

from datetime import datetime, timedelta

from kognilang.dataclass import dataclass


@dataclass(slots=True)
class Hold:
    """What this process knows of a run that it works on."""

    epoch: int
    seq: int
    head: str
    commits: int
    seen: int
    """How many answers, and ends of children, this worker knows of."""
    parent: str = ""
    """The run and loop whose child this is (`r1:2`)."""


def later(moment: str, seconds: float) -> str:
    until = datetime.fromisoformat(moment) + timedelta(seconds=seconds)
    return until.isoformat(timespec="microseconds")
