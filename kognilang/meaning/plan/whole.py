"""A whole plan: its sentences, definitions, kinds and triggers beside its instructions."""

from __future__ import annotations

from kognilang.dataclass import dataclass, field
from kognilang.meaning.plan.expressions import X
from kognilang.meaning.plan.instructions import Instruction

FORMAT = 1
"""The version of the plan's format, kept in every stored plan."""


@dataclass(slots=True)
class Sentence:
    """A sentence for people: `canonical` as the printer writes it, `written` as in the file,
    with its file, line and the titles above it."""

    canonical: str
    written: str
    file: str
    line: int
    section: str = ""


@dataclass(slots=True)
class ProcedureInfo:
    """A definition: its name for people (`match an invoice`), its parameters' names in the
    order of the call, where its steps start (-1 for a pure expression in `body`).

    `form` is `procedure`, `decision`, `value`, `adjective`, `property` or `trigger`. `pure` says
    that its steps have no effect and ask nobody, so that it may stand in a filter.
    """

    title: str
    form: str
    parameters: tuple[str, ...]
    start: int = -1
    body: X | None = None
    pure: bool = False
    noun: str = ""
    """For adjectives and properties: the kind of thing that it is about."""
    wording: str = ""
    """The words by which it is called, lemmas with `{parameter}`, for texts understood later."""
    home: str = ""
    """The content hash of the plan that holds its steps; empty for the plan that lists it."""


@dataclass(slots=True)
class FieldInfo:
    """A field of a kind; `kind` is a kind's name or empty for any; `many` for a list of it."""

    name: str
    kind: str = ""
    many: bool = False


@dataclass(slots=True)
class KindInfo:
    """A kind declared by the file."""

    noun: str
    fields: tuple[FieldInfo, ...]


@dataclass(slots=True)
class TriggerInfo:
    """What begins runs of a file by itself. `form` is `schedule`, `file`, `email` or `request`.

    Its run begins at the instruction `start`, with what arrived as `~event` and, in its steps, as
    `parameter`. A schedule has either `seconds` between firings, or `days` (weekdays, days of the
    month, `business day`, or a place as in `1 business day`, `-1 friday`) with `months` (all if
    empty) and `times` (`09:00`; the day's beginning if empty). `place` is the folder, the sender
    or the path, `subject` a part of an email's subject, or what the files' names end in.
    """

    procedure: int
    form: str
    title: str
    line: int
    start: int = -1
    parameter: str = ""
    seconds: int = 0
    days: tuple[str, ...] = ()
    months: tuple[int, ...] = ()
    times: tuple[str, ...] = ()
    place: str = ""
    subject: str = ""


@dataclass(slots=True)
class Plan:
    """A file, understood. `inputs` are names that nothing sets; `procedures` by index;
    `derived` maps (kind, property) to a procedure index, for FieldRead at run time;
    `kinds` by noun; `singulars` maps a collection's name to the noun of one of it."""

    title: str
    instructions: list[Instruction] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    procedures: list[ProcedureInfo] = field(default_factory=list)
    kinds: dict[str, KindInfo] = field(default_factory=dict)
    derived: dict[str, dict[str, int]] = field(default_factory=dict)
    inputs: tuple[str, ...] = ()
    singulars: dict[str, str] = field(default_factory=dict)
    skills: tuple[str, ...] = ()
    constants: tuple[tuple[str, X], ...] = ()
    """Constants, set in the top frame before the first instruction, in order."""
    currencies: dict[str, dict[str, str]] = field(default_factory=dict)
    """The currency of a column whose cells are bare numbers, by noun and property."""
    base: str = ""
    """For the plan of an answer: the content hash of the plan whose procedures it may call."""
    format: int = FORMAT
    spellings: dict[str, str] = field(default_factory=dict)
    triggers: tuple[TriggerInfo, ...] = ()
    """Words that the text writes with capitals (`PO`, `IBAN`), by their small letters."""
    learnings: tuple[tuple[str, str, int], ...] = ()
    """The learnings that stand in the text, each with its file and line."""
