"""The instructions of a plan: one thing to do each, as plain data."""

from __future__ import annotations

from kognilang.dataclass import dataclass, field
from kognilang.meaning.plan.expressions import X


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
    that the plan alone says what it does. `result` is a name, or empty. `must` says that
    nothing may not come of it: `get X` asks where `find X` goes on with nothing."""

    skill: str
    args: tuple[tuple[str, X], ...]
    effect: str
    result: str = ""
    shared: bool = False
    must: bool = False


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
