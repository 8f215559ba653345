"""What the store keeps, as plain rows, and the unit that one transaction writes."""

from __future__ import annotations

from kognilang.dataclass import dataclass, field

STATUSES = ("ready", "running", "parked", "waiting", "finished", "failed", "cancelled")
"""ready: can go on; running: a worker has it; parked: waits for a person; waiting: for a time."""


@dataclass(slots=True)
class ProcedureRow:
    """A procedure as it was when a run began: `hash` is the content hash of all the rest."""

    hash: str
    title: str
    path: str
    text: str
    plan: bytes
    readings: str = ""


@dataclass(slots=True)
class RunRow:
    """A run. Moments are ISO 8601 in UTC; `frame` is the machine's state as JSON."""

    id: str
    procedure: str
    title: str
    path: str
    status: str
    epoch: int
    seq: int
    frame: bytes
    started_at: str
    ended_at: str = ""
    wake_at: str = ""
    lease_until: str = ""
    worker: str = ""
    attempts: int = 0
    parent: str = ""
    outcome: str = ""
    """Why it ended, in words, where it failed or was cancelled."""
    inputs: str = "{}"
    """What was set from outside, as tagged JSON; secrets never."""


@dataclass(slots=True)
class JournalRow:
    """A step that was done. `data` is JSON (values in and out); the store sets `seq` and `hash`."""

    lane: str
    sentence: int
    what: str
    """`step`, `skill`, `said`, `asked`, `answered`, `problem`, `began`, `ended`, `lane` …"""
    data: str
    at: str
    plan: str = ""
    seq: int = 0
    hash: str = ""


@dataclass(slots=True)
class EffectRow:
    """The intent of a write and, once known, its outcome."""

    key: str
    run: str
    lane: str
    skill: str
    arguments: str
    """What it was called with, shown for people, secrets left out."""
    digest: str
    status: str
    """`intended`, `done`, `failed`, `unknown`, `refused`."""
    outcome: str = ""
    at: str = ""


@dataclass(slots=True)
class ObjectRow:
    """A thing of the heap as it is after this unit; `data` is tagged JSON."""

    oid: str
    version: int
    data: bytes


@dataclass(slots=True)
class QuestionRow:
    """A question to a person.

    `kind` is `ask` (an Ask sentence) or `exception`. `problem` is the exception's name, or
    the ask's form. `situation` is the hash that groups it. `needs` is the kind of value
    that an answer must have, `yes/no`, `choice`, `any` or empty where a value is no help.
    `values` is JSON: a list of [label, shown]. `choices` and `suggestions` are JSON lists
    of texts. `status` is `open`, `answered`, `withdrawn`.
    """

    id: str
    run: str
    lane: str
    kind: str
    problem: str
    situation: str
    text: str
    sentence: str
    file: str
    line: int
    to: str
    needs: str
    asked_at: str
    prop: str = ""
    item: str = ""
    """The lane's item as a person would name it (`invoice INV-1007`)."""
    noun: str = ""
    values: str = "[]"
    choices: str = "[]"
    suggestions: str = "[]"
    due_at: str = ""
    status: str = "open"


@dataclass(slots=True)
class AnswerRow:
    """An answer. `id` is unique by who gave it, so that a repeat is harmless; the first answer to a
    question wins."""

    id: str
    question: str
    text: str
    by: str
    at: str
    data: str = "{}"
    """How it was understood, as JSON."""


@dataclass(slots=True)
class EventRow:
    """What set off a trigger: `key` is the event's own, `run` the run that it began, if any."""

    key: str
    trigger: str
    at: str
    run: str = ""


@dataclass(slots=True)
class Child:
    """A run that another begins for one item of a loop: `ready`, or `waiting` for its turn; or one
    that it takes over as it has ended."""

    row: RunRow
    journal: list[JournalRow]
    objects: list[ObjectRow]


@dataclass(slots=True)
class Unit:
    """Everything that one commit of a run writes, in one transaction.

    None leaves a field of the run as it is. `withdrawn` are ids of questions that no
    longer stand. Things and journal data over 2 KB are kept as blobs by the store itself;
    `blobs` are further ones, by the content hash that something refers to.
    """

    run: str
    epoch: int
    status: str | None = None
    frame: bytes | None = None
    wake_at: str | None = None
    ended_at: str | None = None
    outcome: str | None = None
    journal: list[JournalRow] = field(default_factory=list)
    objects: list[ObjectRow] = field(default_factory=list)
    effects: list[EffectRow] = field(default_factory=list)
    questions: list[QuestionRow] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    blobs: dict[str, bytes] = field(default_factory=dict)
    printed: int | None = None
    """Up to which journal row what was said has been printed."""
    procedure: str | None = None
    """Moves the run to another procedure's text, by its hash."""
    children: list[Child] = field(default_factory=list)
    """Runs that begin with this commit."""
    last: bool = False
    """Of a child that ends: whether those of its loop that are not begun are not to begin."""


class LostLease(Exception):
    """Another worker has claimed the run since: stop, write nothing more."""


class Busy(LostLease):
    """The run cannot be claimed: another worker has it, or it has ended; said in words."""


class StoreFault(Exception):
    """The store cannot be read or written; the message is for a clerk, with the mend."""
