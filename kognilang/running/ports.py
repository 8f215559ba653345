"""Ports: what the machine may reach of the person at hand, and what it tells them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from kognilang.dataclass import dataclass
from kognilang.journal.records import QuestionRow

if TYPE_CHECKING:
    from kognilang.asking.situations import Situation
    from kognilang.running.frames import Lane
    from kognilang.running.learning import Candidate, Offer
    from kognilang.running.machine import Machine


@dataclass(slots=True)
class Event:
    """How far the innermost loop is, for the person who watches."""

    noun: str
    done: int
    waiting: int
    total: int
    sentence: str


@dataclass(slots=True)
class Ports:
    """What the machine may reach of the person at hand.

    `ask` returns an answer's data (see `answers.py`) for a question that is asked in place,
    or None to let it wait. `out` puts out what is said, once it is committed. `notice` tells
    of messages to others.
    """

    learnings: Callable[[Machine, Lane, Situation], Iterable[Candidate]] | None = None
    """Returns what was learnt for a situation, in the order in which to try it."""
    offers: Callable[[Machine, Lane, QuestionRow], Iterable[Offer]] | None = None
    """Returns what learnings that are not in force would answer to a question."""
    ask: Callable[[QuestionRow], dict[str, Any] | None] | None = None
    out: Callable[[str], None] | None = None
    notice: Callable[[str, str], None] | None = None
    progress: Callable[[Event], None] | None = None
    sleep: Callable[[float], None] | None = None
    """Waits in place for a short time; without it every wait parks the run."""
    patience: float = 60.0
    """Seconds up to which a wait is short."""
    lease: float = 60.0
    """Seconds for which the run is claimed at a time."""
    children: bool = False
    """Whether the items of a loop in parallel may be runs of their own; else they are lanes."""
