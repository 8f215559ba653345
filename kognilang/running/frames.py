"""Lanes and frames: where a run stands, as plain data.

A run is a tree of lanes. The main lane has the path ``""``; the lane of place 3 of a lane
loop has a path such as ``/12:0/3`` (the loop's instruction and depth, then the place).
Each lane has its own stack of frames. How all of it is written and read back is in `lanedata`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kognilang.dataclass import dataclass, field
from kognilang.running.sequences import Ledger
from kognilang.values.kinds import List

READY, PARKED, WAITING, BLOCKED, DONE = "ready", "parked", "waiting", "blocked", "done"
"""A lane can go on; waits for a person; for a time; for the lanes of its loop; has ended."""


@dataclass(slots=True)
class Guard:
    """Steps under a handler or under `Try up to`. `to` is where to go on; `tries` are the times
    left for a TryBegin."""

    number: int
    reasons: tuple[tuple[str | None, int], ...] = ()
    again: int = -1
    tries: int = 0
    waiting: Any = None
    loops: tuple[int, ...] = ()
    """The loops that were open when the guarded steps began."""
    writes: int = 0
    """The lane's count of writes then, so that a block tried again keeps its keys."""
    failures: tuple[tuple[str, str], ...] = ()
    """The last times that it failed, as (moment, message)."""


@dataclass(slots=True)
class Loop:
    """A loop under way: what it walks, as it stood at the start, and its next place.

    A range of numbers is kept as (first, step, how many) and never laid out. `rounds`
    counts a `While`; `since` is when a WaitUntil began.
    """

    items: List | None = None
    range: tuple[Any, Any, int] | None = None
    at: int = 0
    rounds: int = 0
    since: str = ""
    group: Group | None = None


@dataclass(slots=True, eq=False)
class Group:
    """The lanes of one `Process each`. `stopping` is `loop` or `run` once no more are to start.

    The ledger has an entry for each place that was begun, None while its lane is open.
    """

    owner: Lane
    loop: int
    prefix: str
    start: int
    end: int
    item: str
    noun: str
    items: List
    ledger: Ledger
    sentence: int = 0
    next: int = 0
    open: dict[int, Lane] = field(default_factory=dict)
    done: int = 0
    skipped: int = 0
    stopping: str = ""
    reason: str = ""
    line: int = 0
    base: str = ""
    """What the idempotency keys of its lanes hang on: the same when the block is tried again."""
    starts: tuple[int, ...] = ()
    """Of branches: where each begins. `exit` is where one left to, `fault` what failed in one."""
    exit: str = ""
    fault: tuple[str, str] | None = None
    apart: str = ""
    """Of runs of their own: the parent that they name (`r1:2`); `first` is the first one's number.
    """
    first: int = 0
    around: str = ""
    """By its hash, the blob with the things around the loop as those runs began with them."""
    tried: dict[str, Any] = field(default_factory=dict)
    """What the outer names would come to with what is kept for them so far; never stored."""

    @property
    def exhausted(self) -> bool:
        """Whether no further lane is to start."""
        return bool(self.stopping) or self.next >= len(self.items.items)


@dataclass(slots=True)
class Asking:
    """What a parked lane has asked, and what an answer changes.

    `kind` is `ask`, `exception` or `interrupted`. `place` says where a value goes:
    `name`, `input`, `field` (of `thing`), `pick`, `slot` (of the skill called), or empty.
    `due` is when the question is withdrawn, `remind` when its addressee is next reminded, both
    as the store keeps moments; `every` is how long lies between reminders.
    """

    question: str
    kind: str
    problem: str = ""
    place: str = ""
    prop: str = ""
    thing: Any = None
    needs: str = ""
    candidates: tuple[Any, ...] = ()
    rest: tuple[Any, ...] = ()
    """Of a question to several people: their answers so far, as (who, answer)."""
    targets: tuple[tuple[str, Any, str], ...] = ()
    """What can be corrected: its label, the thing that has it (None for a name), its name."""
    due: str = ""
    remind: str = ""
    every: Any = None


@dataclass(slots=True)
class Settling:
    """What sentences on a frame are to settle. Of a learning at work: its id, the words that tell
    which it is, what would be asked without it (`row` is the question's fields), and the learnings
    that were tried before it, itself included. Of a person's sentences only what they answer."""

    id: str
    words: str
    asking: Asking
    row: dict[str, Any]
    tried: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Frame:
    """One call: its program counter and names, with its loops and guards.

    `code` is empty for the run's own plan, else the hash of an answer's plan. `outer` is the
    frame whose names are read when this one has none. A frame of an answer `shares` the names
    of the frame below it. `key` and `intent` belong to the write that is under way; `overrides`
    are picks that a person has settled for the step under way.
    """

    code: str = ""
    pc: int = 0
    names: dict[str, Any] = field(default_factory=dict)
    outer: Frame | None = None
    kind: str = "top"
    """`top`, `lane`, `branch`, `call`, `answer`, or `item` in a run begun for one item."""
    procedure: int = -1
    result: str = ""
    shares: bool = False
    loops: dict[int, Loop] = field(default_factory=dict)
    guards: list[Guard] = field(default_factory=list)
    key: str = ""
    intent: str = ""
    overrides: dict[str, Any] = field(default_factory=dict)
    items: list[Any] = field(default_factory=list)
    """What the filters under way look at; never stored, a step begins with none."""
    settling: Settling | None = None
    """Of a frame on which a learning or the sentences of an answer run."""


@dataclass(slots=True)
class Trying:
    """A step that a person has had tried again: where it stands, when it failed and how, and
    how many times it may yet be tried without asking, `waiting` so long in between."""

    depth: int
    code: str
    pc: int
    failures: list[tuple[str, str]] = field(default_factory=list)
    left: int = 0
    waiting: Any = None


@dataclass(slots=True, eq=False)
class Lane:
    """One thread of the run, with its own stack and status."""

    path: str = ""
    status: str = READY
    stack: list[Frame] = field(default_factory=list)
    parent: Group | None = None
    place: int = -1
    writes: int = 0
    adds: list[tuple[str, str, Any]] = field(default_factory=list)
    asking: Asking | None = None
    wake: str = ""
    skipped: bool = False
    trying: Trying | None = None

    @property
    def base(self) -> str:
        """What the idempotency keys of the lane's writes hang on."""
        return f"{self.parent.base}.{self.place}" if self.parent is not None else ""

    @property
    def frame(self) -> Frame:
        """The innermost frame."""
        return self.stack[-1]

    @property
    def item(self) -> Any:
        """The thing that the lane is about; None for the main lane."""
        return self.parent.items.items[self.place] if self.parent is not None else None


Value = Callable[[Frame], Any]
"""An expression, compiled: what it comes to in a frame."""
