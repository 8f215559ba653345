"""Steps of the tree: the sentences that are executed, with the blocks below them."""

from __future__ import annotations

from kognilang.dataclass import dataclass, field
from kognilang.language.tree.expressions import Name
from kognilang.language.tree.nodes import Body, Cond, Expr, Node, Step, Token


@dataclass(slots=True)
class Setting(Step):
    """`The X is V.`, `Set X to V.`, `Let X be V.`, `Change X to V.`; `form` is `is`, `set`, `let`,
    `change`, or `call` for `Call the result the summary.`"""

    target: Expr
    value: Expr
    form: str = "set"


@dataclass(slots=True)
class Change(Step):
    """`Add V to X`, `Subtract V from X`, `Remove V from X`, `Increase X by V`, `Decrease X by V`,
    `Multiply X by V`, `Divide X by V`; `how` is that verb."""

    how: str
    target: Expr
    value: Expr


@dataclass(slots=True)
class Create(Step):
    """`Create a list called the late orders.`; `what` is `list`, `table` or `record`."""

    what: str
    name: Name
    columns: tuple[str, ...] = ()


@dataclass(slots=True)
class Say(Step):
    """`Say "…".`"""

    value: Expr


@dataclass(slots=True)
class Show(Step):
    """`Show the orders.`; `implicit` for a value standing alone as a sentence."""

    value: Expr
    implicit: bool = False


@dataclass(slots=True)
class Tell(Step):
    """`Tell the controller "…".`"""

    person: Expr
    value: Expr


@dataclass(slots=True)
class If(Step):
    """`If C: … Otherwise, if C: … Otherwise: …`."""

    branches: tuple[tuple[Cond, Body], ...]
    otherwise: Body | None = None
    nested: bool = field(default=False, compare=False, repr=False)
    """Whether it holds another one-line `If` in the same sentence: then no `Otherwise` may
    follow, since it could belong to either."""


@dataclass(slots=True)
class DependingOn(Step):
    """`Depending on V:` with cases; a case is its values or conditions about `Item()`."""

    value: Expr
    cases: tuple[tuple[Cond, Body], ...]
    otherwise: Body | None = None


@dataclass(slots=True)
class ForEach(Step):
    """`For each order in the orders:`; without `in`, the plural `Name` of the item."""

    item: str
    collection: Expr
    body: Body


@dataclass(slots=True)
class ProcessEach(Step):
    """`Process each order as follows:`; `at_once` is None in order, 0 for `in parallel`, else how
    many at a time."""

    item: str
    collection: Expr
    body: Body
    at_once: int | None = None


@dataclass(slots=True)
class Repeat(Step):
    """`Repeat 3 times:`."""

    times: Expr
    body: Body


@dataclass(slots=True)
class While(Step):
    """`While C:`; `Until C:` has `until` set and its own condition."""

    condition: Cond
    body: Body
    until: bool = False


@dataclass(slots=True)
class SkipItem(Step):
    """`Skip this order.`, `Go on to the next order.`; noun canonical."""

    noun: str


@dataclass(slots=True)
class StopRepeating(Step):
    """`Stop repeating.`"""


@dataclass(slots=True)
class Stop(Step):
    """`Stop.`; with a reason `Stop because "…".`, which ends the run as failed."""

    reason: Expr | None = None


@dataclass(slots=True)
class Fail(Step):
    """`Fail with "…".`: an exception; a person is asked."""

    message: Expr


@dataclass(slots=True)
class Return(Step):
    """`Return V.`, `The result is V.`, `The answer is yes.`; `form` is `return`, `result`,
    `answer`. A decision may return a condition: `Return yes if …`."""

    value: Expr | Cond
    form: str = "return"


@dataclass(slots=True)
class Limits:
    """How long an asking sentence waits: `within 2 days`, `reminding them every day`."""

    within: Expr | None = None
    reminding: Expr | None = None


@dataclass(slots=True)
class Ask(Step):
    """A question to a person, answered by a value.

    `form` is `text` (`Ask "Which cost centre?"`: `question` is the text; `name` if it
    ends in `as the NAME`), `for` (`Ask the user for the PO number`: `target` is set),
    `whether` (`subject` holds the tokens after whether), `choose` (`choices`, and
    `target` for `to choose the X from`), `confirm` (`target`), `approval` (`Get approval from
    … for V`: `subject` holds the tokens after `for`; a refusal is an exception). `person` is None
    for the person at the terminal. `quorum` is `two` in `two of the directors`. `review` is a spot
    check of `target`, a collection: of all of it, or of a `share`, a percent or a number.
    `nobody` is what is done if nobody answers, `otherwise` what is done else.
    """

    form: str
    person: Expr | None = None
    question: Expr | None = None
    target: Expr | None = None
    choices: Expr | None = None
    subject: tuple[Token, ...] = ()
    quorum: int | None = None
    limits: Limits = field(default_factory=Limits)
    name: Name | None = None
    nobody: Body | None = None
    share: Expr | None = None
    otherwise: Body | None = None


@dataclass(slots=True)
class MakeSure(Step):
    """`Make sure C.`, `Make sure C, otherwise S.`"""

    condition: Cond
    otherwise: Body | None = None


@dataclass(slots=True)
class CheckAll(Step):
    """`Check all of the following:`."""

    conditions: tuple[Cond, ...]


@dataclass(slots=True)
class Guarded(Step):
    """Steps followed by `If that fails, S.`; a handler is (because, body), because None for any.
    `otherwise` is done if they did not fail."""

    body: Body
    handlers: tuple[tuple[str | None, Body], ...]
    otherwise: Body | None = None


@dataclass(slots=True)
class TryUpTo(Step):
    """`Try up to 3 times, waiting 10 seconds in between:`."""

    times: Expr
    waiting: Expr | None
    body: Body


@dataclass(slots=True)
class Wait(Step):
    """`Wait 2 days.`, `Wait until 9:00.`, `Wait until C, checking every D, for up to D:`."""

    duration: Expr | None = None
    moment: Expr | None = None
    condition: Cond | None = None
    checking: Expr | None = None
    up_to: Expr | None = None
    body: Body = ()


@dataclass(slots=True)
class AtOnce(Step):
    """`At the same time:`."""

    body: Body


@dataclass(slots=True)
class Save(Step):
    """`Save the scores.`, `Save the scores as "new.xlsx".`"""

    value: Expr
    where: Expr | None = None


@dataclass(slots=True)
class Detail(Node):
    """A named detail: `the subject is "Your order"`, `the vendor: the invoice's vendor`."""

    name: str
    value: Expr


@dataclass(slots=True)
class Action(Step):
    """A sentence that starts with a verb and is not a form of the language: a phrase.

    `tokens` are the sentence's without final period and without what is split off:
    `result` (`… as the NAME`, `and call it the NAME`), `details` (a block of named
    details or `name: value` lines, with the `with` or `where` before them), `block`
    (an indented block: a record, a table or a text, where the phrase ends in `:` with one).
    A block whose lines are all `name: value` is given both as `block` and as `details`:
    the phrase's slot decides.
    """

    tokens: tuple[Token, ...]
    result: Name | None = None
    details: tuple[Detail, ...] = ()
    block: Expr | None = None
    steps: Body = ()


@dataclass(slots=True)
class Unread(Step):
    """A sentence that did not parse (its problem is beside it in `File.problems`), so that the
    rest of the file can still be read. `steps` are those of its block or of its branch, which
    are understood for what is wrong in them; `loops` says whether they are done for each of
    several (of the noun `item`) or again and again."""

    text: str
    steps: Body = ()
    loops: bool = False
    item: str = ""
