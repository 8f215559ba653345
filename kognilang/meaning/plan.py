"""The plan: what the machine runs, a flat list of instructions and the expressions in them.

Everything here is plain data. `to_data` and `from_data` (`kognilang.meaning.plandata`)
write it as versioned JSON and read it back; a run keeps the plan that it was started
with. Expressions have no effects: a noun or decision that reads through a skill, and
every call of a procedure with steps, is an instruction before its sentence, whose
result is a name beginning with `~`.

Names are canonical words (`purchase order number`). A name beginning with `~` was made
by the planner. Where a loop's item hides an outer name, the planner has renamed it
(`order~2`), so that one dictionary a frame is enough.
"""

from __future__ import annotations

from typing import Any

from kognilang.dataclass import dataclass, field

FORMAT = 1
"""The version of the plan's format, kept in every stored plan."""


class X:
    """An expression of the plan. It yields a value (yes/no for conditions)."""

    __slots__ = ()


# -- expressions --------------------------------------------------------------------


@dataclass(slots=True)
class Const(X):
    """A value that is written in the text (any immutable value of `kognilang.values`)."""

    value: Any


@dataclass(slots=True)
class Template(X):
    """A text with values in it; parts are strings and expressions by turns. A value is shown
    as `kognilang.values.shown` shows it."""

    parts: tuple[str | X, ...]


@dataclass(slots=True)
class NameRead(X):
    """The value of a name: in the frame, else in the frames around it (lane → its loop's
    frame → top; procedure → top). Not set is an exception `not-set`."""

    name: str


@dataclass(slots=True)
class InputRead(X):
    """The value of a name that nothing in the text sets: `--set`, or a question."""

    name: str


@dataclass(slots=True)
class ItemRead(X):
    """The thing that the innermost filter, sort, grouping, quantifier or definition looks at;
    `depth` 1 is the one around it."""

    depth: int = 0


@dataclass(slots=True)
class NameOrField(X):
    """A set name inside a filter. Where the filter's item (as `ItemRead(depth)`) turns out to have
    a field of that name too, a person settles which is meant, once for `key` in a run; `told` is
    where the name is set, in words."""

    name: X
    field: str
    key: str
    told: str = ""
    noun: str = ""
    depth: int = 0


@dataclass(slots=True)
class FieldRead(X):
    """A property: a record's field, a derived property, a property of a file, person or date;
    of a collection, the list of its things' properties. `exact` for a quoted heading.

    A field that the thing does not have is an exception `missing-field`; one that is there
    but blank yields nothing (None), and only an operation that needs it complains.
    """

    of: X
    name: str
    exact: bool = False


@dataclass(slots=True)
class Operation(X):
    """A pure operation of the language by its name in `kognilang.values.operations.OPERATIONS`:
    `+`, `rounded`, `number of`, `total of`, `followed by`, `year of`, …"""

    name: str
    args: tuple[X, ...]


@dataclass(slots=True)
class Comparison(X):
    """`op` as in `kognilang.language.tree.Compare`; `kognilang.values.comparing` decides."""

    op: str
    left: X
    right: X
    extra: tuple[X, ...] = ()


@dataclass(slots=True)
class Logic(X):
    """`op` is `and`, `or` or `not`; evaluated from left to right and no further than needed."""

    op: str
    parts: tuple[X, ...]


@dataclass(slots=True)
class IsBlank(X):
    """Nothing, a blank text, an empty collection; a missing field of a record with a kind or
    from JSON is blank, a column that a table does not have is an exception."""

    of: X


@dataclass(slots=True)
class KindTest(X):
    """`x is a number`; `kind` is a kind's name."""

    of: X
    kind: str


@dataclass(slots=True)
class Quantify(X):
    """`any of the orders is open`; the condition reads `ItemRead()`."""

    quantifier: str
    collection: X
    condition: X
    count: X | None = None


@dataclass(slots=True)
class FilterBy(X):
    """A new list of those things of the collection for which the condition holds."""

    collection: X
    condition: X
    negated: bool = False


@dataclass(slots=True)
class SortBy(X):
    """Stable; keys are (expression over `ItemRead()`, descending)."""

    collection: X
    keys: tuple[tuple[X, bool], ...]


@dataclass(slots=True)
class GroupBy(X):
    """A list of groups in order of first appearance: records with `key` and the items under
    `plural` (`orders`)."""

    collection: X
    key: X
    plural: str


@dataclass(slots=True)
class DistinctBy(X):
    """Without duplicates by the keys, or by the whole value; keeps the first."""

    collection: X
    keys: tuple[X, ...]


@dataclass(slots=True)
class PickOne(X):
    """The one thing of the (filtered) collection; none is an exception `no-match`, several
    `several-matches` with the candidates. `noun` and `wanted` word the question: the noun and
    the description as written."""

    collection: X
    noun: str
    wanted: str


@dataclass(slots=True)
class ExtremeBy(X):
    """`the order with the highest total`; a tie is an exception `several-matches`."""

    collection: X
    which: str
    key: X
    noun: str
    to: X | None = None


@dataclass(slots=True)
class JoinBy(X):
    """Rows of both sides matched by equal keys; without `matching`, the left ones with no match."""

    left: X
    right: X
    keys: tuple[str, ...]
    matching: bool = True
    within: X | None = None


@dataclass(slots=True)
class MakeList(X):
    """A new list; `noun` is what one of its items is called."""

    items: tuple[X, ...]
    noun: str = ""


@dataclass(slots=True)
class MakeRecord(X):
    """A new record; names as written."""

    fields: tuple[tuple[str, X], ...]
    kind: str = ""


@dataclass(slots=True)
class MakeTable(X):
    """A new table; `noun` is what one of its rows is called."""

    columns: tuple[str, ...]
    rows: tuple[tuple[X, ...], ...]
    noun: str = ""


@dataclass(slots=True)
class Apply(X):
    """A pure definition of the file (adjective, derived property, a decision or value whose
    body has no effect) applied to values. `definition` is its index in `Plan.procedures`."""

    definition: int
    args: tuple[X, ...]


@dataclass(slots=True)
class SkillValue(X):
    """A skill with effect `none`, called inside an expression. `skill` is its id (`text.words`)."""

    skill: str
    args: tuple[tuple[str, X], ...]


@dataclass(slots=True)
class PersonRead(X):
    """A person or role of the settings by name (`finance manager`, `Bob`)."""

    name: str


@dataclass(slots=True)
class SecretRead(X):
    """`the secret "SMTP_PASSWORD"`: a handle; the value is looked up only by a skill."""

    name: str


# -- instructions -------------------------------------------------------------------


@dataclass(slots=True)
class Instruction:
    """One thing to do. `sentence` is an index into `Plan.sentences`."""

    sentence: int = field(default=0, kw_only=True)


@dataclass(slots=True)
class Set(Instruction):
    """Set a name in the frame (`shared`: in the top frame). `inherited` is True when the name
    lives in an outer frame that is not a lane's border (never in a lane)."""

    name: str
    value: X
    shared: bool = False


@dataclass(slots=True)
class SetField(Instruction):
    """Set a property of a thing, or (of a collection) of each of its things."""

    of: X
    field: str
    value: X
    exact: bool = False


@dataclass(slots=True)
class ChangeName(Instruction):
    """`how` is `add`, `subtract`, `remove`, `increase`, `decrease`, `multiply`, `divide`. A
    collection named is changed itself; anything else is replaced. In a lane a change of an
    outer name is kept with the lane and takes effect when the loop ends, in item order."""

    how: str
    name: str
    value: X
    shared: bool = False


@dataclass(slots=True)
class ChangeField(Instruction):
    """The same for a property."""

    how: str
    of: X
    field: str
    value: X
    exact: bool = False


@dataclass(slots=True)
class Jump(Instruction):
    """Go on at `to`."""

    to: int


@dataclass(slots=True)
class Branch(Instruction):
    """Go on with the next instruction if the condition is yes, else at `otherwise`."""

    condition: X
    otherwise: int


@dataclass(slots=True)
class LoopBegin(Instruction):
    """Begin walking `collection` as it stands now, under the loop number `loop` of the frame.

    For `Repeat` the collection is an `Operation("range", …)` and the item is `""`. `While`
    has no LoopBegin; it is a Branch and a Jump with `LoopCheck`.
    """

    loop: int
    collection: X


@dataclass(slots=True)
class LoopNext(Instruction):
    """Set `item` to the next thing and go on; at the end forget the loop and go to `end`."""

    loop: int
    item: str
    end: int


@dataclass(slots=True)
class LoopLeave(Instruction):
    """Forget the loop (`Stop repeating.`) and go to `end`."""

    loop: int
    end: int


@dataclass(slots=True)
class LoopCheck(Instruction):
    """Count one round of a `While`; past the limit an exception `limit-reached`."""

    loop: int


@dataclass(slots=True)
class Lanes(Instruction):
    """`Process each`: a lane for every thing of the collection. A lane's frame starts at the
    next instruction with `item` set and ends at its `LaneEnd`; then the loop goes on at `end`.
    `noun` is the item's word for messages; `at_once` as in the tree."""

    loop: int
    item: str
    collection: X
    end: int
    noun: str
    at_once: int | None = None


@dataclass(slots=True)
class LaneEnd(Instruction):
    """The lane is done. `skipped` for `Skip this order.` inside it."""

    skipped: bool = False


@dataclass(slots=True)
class Branches(Instruction):
    """Begin the steps of `At the same time`, each a lane that starts at one of `starts` and ends
    with a LaneEnd; the run goes on at `end` when all have."""

    loop: int
    starts: tuple[int, ...]
    end: int


@dataclass(slots=True)
class BranchLeave(Instruction):
    """End a branch so that the run goes on at `to`, once the other branches have ended too."""

    to: int


@dataclass(slots=True)
class LaneStop(Instruction):
    """`Stop repeating.` in a lane: no further items are started."""


@dataclass(slots=True)
class Call(Instruction):
    """Call a procedure of the plan; its result, if wanted, becomes the name `result`."""

    procedure: int
    args: tuple[X, ...]
    result: str = ""


@dataclass(slots=True)
class ReturnValue(Instruction):
    """Leave the procedure; None yields nothing."""

    value: X | None = None


@dataclass(slots=True)
class CallSkill(Instruction):
    """Call a skill by its id with arguments by slot. `effect` is copied from its manifest so
    that the plan alone says what it does. `result` is a name, or empty."""

    skill: str
    args: tuple[tuple[str, X], ...]
    effect: str
    result: str = ""
    shared: bool = False


@dataclass(slots=True)
class AskPerson(Instruction):
    """Ask and wait for the answer, which becomes `~answer`, and `result` where one is named.

    `form` as in the tree's `Ask`. `needs` is the kind of value wanted: a kind's name,
    `yes/no`, `choice`, or `any`. `place` is the field that an answer is written to (`Ask
    the clerk for the invoice's PO number.`) as (thing, field).
    """

    form: str
    question: X
    person: X | None = None
    needs: str = "any"
    choices: X | None = None
    result: str = ""
    place: tuple[X, str] | None = None
    about: tuple[tuple[str, X], ...] = ()
    """What to show beside the question, as (label, value)."""
    within: X | None = None
    reminding: X | None = None
    quorum: int = 1
    nobody: int = -1
    """Where to go on when nobody answers in time; -1 asks on."""


@dataclass(slots=True)
class Sample(Instruction):
    """Choose some of a collection at random for a spot check, in their order, and keep them as
    `name`; `share` is a percent or a number of them. The number drawn is journaled."""

    name: str
    collection: X
    share: X


@dataclass(slots=True)
class Check(Instruction):
    """`Make sure C.`: if not, an exception `check-failed` that shows the values compared."""

    condition: X


@dataclass(slots=True)
class CheckEach(Instruction):
    """`Check all of the following`: all that fail make one exception."""

    conditions: tuple[tuple[str, X], ...]


@dataclass(slots=True)
class SayIt(Instruction):
    """Say to the person running it, on standard output."""

    value: X


@dataclass(slots=True)
class ShowIt(Instruction):
    """Show a value: a table is drawn as a table."""

    value: X
    label: str = ""


@dataclass(slots=True)
class TellPerson(Instruction):
    """Tell a person; no answer is awaited."""

    person: X
    value: X


@dataclass(slots=True)
class StopRun(Instruction):
    """End the run (in a lane: no further items, and the run ends when the open lanes have);
    with a reason it ends as failed."""

    reason: X | None = None


@dataclass(slots=True)
class Raise(Instruction):
    """`Fail with "…".`: an exception `failed`."""

    message: X


@dataclass(slots=True)
class GuardBegin(Instruction):
    """From here to its GuardEnd an exception goes to `handler` instead of a person. `reasons`
    are (words, where to): None for any."""

    guard: int
    reasons: tuple[tuple[str | None, int], ...]


@dataclass(slots=True)
class GuardEnd(Instruction):
    """The guarded steps went well."""

    guard: int


@dataclass(slots=True)
class TryBegin(Instruction):
    """`Try up to 3 times, waiting 10 seconds in between:`; on an exception go back here after
    the wait until the times are used up."""

    guard: int
    times: X
    waiting: X | None


@dataclass(slots=True)
class WaitFor(Instruction):
    """Wait for a duration or until a moment; the run parks with a wake time."""

    duration: X | None = None
    moment: X | None = None


@dataclass(slots=True)
class WaitUntil(Instruction):
    """Wait until the condition holds: if it does not, park for `checking` and go back to `again`
    (where what it reads is read afresh); past `up_to` an exception `timed-out`."""

    condition: X
    checking: X
    up_to: X | None
    again: int
    loop: int


@dataclass(slots=True)
class Resume(Instruction):
    """Only in the plan of an answer: what becomes of the step that asked. `how` is `again`,
    `skip-step`, `skip-item`, `stop`, `start-over`, or `try again in 10 minutes` as it was
    written."""

    how: str


@dataclass(slots=True)
class End(Instruction):
    """The run is done."""


# -- the plan -----------------------------------------------------------------------


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
    or the path, `subject` a part of an email's subject.
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
