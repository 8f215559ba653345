"""The syntax tree: what a file says, before anyone decides what it means here.

Nodes are compared by what they say: spans never take part. Nothing changes a node
after the parser has made it. Names are kept as canonical words (lower case, single
spaces, straight apostrophes), texts as they were written.

Three families: expressions (`Expr`), conditions (`Cond`), steps (`Step`); then the
definitions and the file that holds them all. What cannot be decided without the
scope and the phrases (is `the invoice total` one name? which skill is `Archive …`?)
stays open in `Name`, `Phrase` and `Bare`, and is settled in `kognilang.meaning`.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from kognilang.dataclass import dataclass, field
from kognilang.text.source import NOWHERE, Span


@dataclass(slots=True)
class Node:
    """Anything in the tree; `span` is where it was written in its file's source."""

    span: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)


@dataclass(slots=True)
class Token:
    """A word, mark or literal of a sentence.

    `kind` is `word`, `text`, `number`, `money`, `percent`, `date`, `time`, `moment`,
    `duration`, `count`, `quoted` (backticks) or `mark` (one of `, : ; ( ) | + - * / = < > <=
    >= != & 's '`). `text` is canonical: a word in lower case, a text without its
    quotes. `written` is as in the source (its capitals mark proper names). `value` is
    the expression node of a literal token, else None.
    """

    kind: str
    text: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    written: str = field(default="", compare=False)
    value: Expr | None = None


class Expr(Node):
    """Something that yields a value."""

    __slots__ = ()


class Cond(Node):
    """Something that yields yes or no."""

    __slots__ = ()


class Step(Node):
    """A sentence that is executed."""

    __slots__ = ()


Body = tuple[Step, ...]


# -- literals ---------------------------------------------------------------------


@dataclass(slots=True)
class Text(Expr):
    """`"Dear {the customer's name}"`: literal strings and expressions by turns.

    `block` says that it was written as an indented block of long text.
    """

    parts: tuple[str | Expr, ...]
    block: bool = field(default=False, compare=False)


@dataclass(slots=True)
class Number(Expr):
    """`12`, `1,250.50`, `1.2 million`, `a dozen`."""

    value: Decimal


@dataclass(slots=True)
class MoneyLiteral(Expr):
    """`$5,000`, `250 USD`; `currency` is an ISO code."""

    amount: Decimal
    currency: str


@dataclass(slots=True)
class PercentLiteral(Expr):
    """`10%`; `value` is 10."""

    value: Decimal


@dataclass(slots=True)
class CountLiteral(Expr):
    """`5 units`; `noun` is canonical and as written (`units`)."""

    value: Decimal
    noun: str


@dataclass(slots=True)
class DateLiteral(Expr):
    """`2026-11-22`, `22 Nov 2026`."""

    value: date


@dataclass(slots=True)
class TimeLiteral(Expr):
    """`9:00`, `5 pm`."""

    value: time


@dataclass(slots=True)
class MomentLiteral(Expr):
    """A day at a time of day: `May 17, 2024 at 10:30 am`, `the day at the opening time`."""

    day: Expr
    time: Expr


@dataclass(slots=True)
class DurationLiteral(Expr):
    """`3 days`, `30 business days`; `unit` is singular: second minute hour day week month year,
    `business day`."""

    amount: Expr
    unit: str


@dataclass(slots=True)
class YesNo(Expr):
    """`yes`, `no`, `true`, `false`."""

    value: bool


@dataclass(slots=True)
class Nothing(Expr):
    """`nothing`, and in conditions `blank`, `missing`, `empty`, `unknown`."""


@dataclass(slots=True)
class NewLine(Expr):
    """`a new line`."""


@dataclass(slots=True)
class ListValue(Expr):
    """`1, 2 and 3`; `joint` is the conjunction (`and`, `or`; `and` in a list of one). An empty
    one is written `nothing yet`."""

    items: tuple[Expr, ...]
    joint: str = "and"


@dataclass(slots=True)
class RecordValue(Expr):
    """An indented block of `name: value` lines; fields in order, names as written."""

    fields: tuple[tuple[str, Expr], ...]


@dataclass(slots=True)
class TableValue(Expr):
    """A pipe table; headings as written, a cell is an expression."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Expr, ...], ...]


# -- what refers ------------------------------------------------------------------


@dataclass(slots=True)
class Name(Expr):
    """A determiner and words: `the purchase order number` is `Name("purchase order number")`.

    `determiner` is `the` (also for `my`, `our` and a bare name), `a` (`a`, `an`: it
    introduces), `this` (`this`, `that`), `each` (`each`, `every`), `another`
    (`another`, `the other`), `proper` for a proper name (then `name` keeps its
    capitals), `shared` for `the shared X`. `quoted` marks backticks.
    """

    name: str
    determiner: str = "the"
    quoted: bool = False


@dataclass(slots=True)
class Pronoun(Expr):
    """`it`, `they`, `them`, `its`, `their`, `this`, `that`, `the above`, `the result`,
    `the answer`.

    `word` is `it` (`its`, `this`, `that` standing alone), `they` (`them`, `their`),
    `the result` (`the above`) or `the answer`.
    """

    word: str


@dataclass(slots=True)
class Item(Expr):
    """The thing that a filter looks at: the `its` of `whose total`; also in adjectives."""


@dataclass(slots=True)
class Property(Expr):
    """`the invoice's total`, `the total of the invoice`; `quoted` for an exact odd heading."""

    of: Expr
    name: str
    quoted: bool = False


@dataclass(slots=True)
class Phrase(Expr):
    """Words and values that only the phrases can give a meaning to, as a value.

    `the PDFs in the folder "in"`, `the exchange rate from "USD" to "EUR"`, `the shipping
    fee for this order`. The tokens are those of the sentence.
    """

    tokens: tuple[Token, ...]


@dataclass(slots=True)
class Copy(Expr):
    """`a copy of B`."""

    of: Expr


# -- values from values -----------------------------------------------------------


@dataclass(slots=True)
class Arithmetic(Expr):
    """`op` is `+ - * /`."""

    op: str
    left: Expr
    right: Expr


@dataclass(slots=True)
class Form(Expr):
    """A form of the language in words, by its canonical name (`kognilang.values.operations`).

    `Form("number of", (orders,))`, `Form("rounded", (x, Number(2)))`, `Form("between
    dates", …)`. The list of names with their arguments is `language/forms.py`.
    """

    name: str
    args: tuple[Expr, ...]


@dataclass(slots=True)
class Filter(Expr):
    """`the orders whose total is more than $500`: `condition` speaks of `Item()`."""

    collection: Expr
    condition: Cond


@dataclass(slots=True)
class Sorted(Expr):
    """`sorted by date`, `newest first`, `from highest to lowest`: keys speak of `Item()`."""

    collection: Expr
    keys: tuple[tuple[Expr, bool], ...]
    """(key, descending) pairs; the key `Item()` itself sorts plain values."""


@dataclass(slots=True)
class Grouped(Expr):
    """`grouped by customer`: the key speaks of `Item()`."""

    collection: Expr
    key: Expr


@dataclass(slots=True)
class Distinct(Expr):
    """`without duplicates`, `without duplicates by employee and date`."""

    collection: Expr
    keys: tuple[Expr, ...] = ()


@dataclass(slots=True)
class Pick(Expr):
    """Some of a collection by place: `the first order`, `the first 3 orders`, `item 4 of`.

    `which` is `first`, `last` or `item`. `count` is None for one thing (`the first order`),
    else how many (`the first 3 orders`) or, for `item`, the place. When the noun was
    written instead of `of` (`the first order`) the collection is the plural `Name`.
    """

    which: str
    count: Expr | None
    collection: Expr


@dataclass(slots=True)
class Extreme(Expr):
    """`the order with the highest total`, `closest to $100`; `which` is `highest`, `lowest` or
    `closest`; `to` only for closest. `noun` is the singular as written; `collection` where it
    is picked from something else than the noun's plural."""

    noun: str
    which: str
    key: Expr
    to: Expr | None = None
    collection: Expr | None = None


@dataclass(slots=True)
class One(Expr):
    """A definite description that must pick exactly one: `the customer whose id is 7`.

    `collection` where it is picked from something else than the noun's plural.
    """

    noun: str
    condition: Cond
    collection: Expr | None = None


@dataclass(slots=True)
class Others(Expr):
    """`the orders except the first 3`."""

    collection: Expr
    without: Expr


@dataclass(slots=True)
class Joined(Expr):
    """`the orders joined with the payments by order number`; `matching` False for the left
    rows that have none (`with no payment matching by reference within $1`)."""

    left: Expr
    right: Expr
    keys: tuple[str, ...]
    matching: bool = True
    within: Expr | None = None


@dataclass(slots=True)
class Range(Expr):
    """`1 to 10`, `each day from A to B`, `each time from 9:00 to 17:00, every 30 minutes`."""

    start: Expr
    end: Expr
    step: Expr | None = None


# -- conditions -------------------------------------------------------------------


@dataclass(slots=True)
class Compare(Cond):
    """Two values compared.

    `op` is one of: `=`, `>`, `>=`, `<`, `<=`, `exactly` (to the letter), `before`,
    `after`, `on`, `on or before`, `on or after`, `older than` and `newer than` (a time or a
    duration ago), `contains`, `starts with`, `ends with`,
    `matches`, `in`, `within` (args: tolerance in `extra[0]`), `between` (right and
    `extra[0]`), `more than by` (`is exactly 10% more than X`; `extra[0]` is the share),
    `at least more than by`, `less than by`, `at least less than by`, `all in`.
    Negation is a `Not` around it.
    """

    op: str
    left: Expr
    right: Expr
    extra: tuple[Expr, ...] = ()


@dataclass(slots=True)
class Is(Cond):
    """`A is WORDS` where the words may be an adjective, a kind or a problem.

    `the invoice is overdue`, `the vendor is known`, `x is a number` (`article` then is
    True), `is even`, `is today`, `is in the past`. `words` are canonical.
    """

    left: Expr
    words: str
    article: bool = False


@dataclass(slots=True)
class Blank(Cond):
    """`A is blank/empty/missing`, `A has no P` (then `of` is the property)."""

    of: Expr


@dataclass(slots=True)
class Exists(Cond):
    """`A exists`, `there is a C whose …` (then `of` is the filter; it is not empty)."""

    of: Expr


@dataclass(slots=True)
class And(Cond):
    """All of them; two or more."""

    parts: tuple[Cond, ...]


@dataclass(slots=True)
class Or(Cond):
    """Any of them; two or more."""

    parts: tuple[Cond, ...]


@dataclass(slots=True)
class Not(Cond):
    """The opposite."""

    part: Cond


@dataclass(slots=True)
class Quantified(Cond):
    """`any of the orders is open`: the condition speaks of `Item()`.

    `quantifier` is `any`, `every`, `no`, `at least`, `at most` or `exactly`, the last
    three with a `count`.
    """

    quantifier: str
    collection: Expr
    condition: Cond
    count: Expr | None = None


@dataclass(slots=True)
class Truth(Cond):
    """A value used as a condition: `the member is yes` is a Compare; `If so` is a Truth."""

    of: Expr


@dataclass(slots=True)
class Bare(Cond):
    """Words that only decisions can give a meaning to: `the invoice needs approval`."""

    tokens: tuple[Token, ...]


# -- steps ------------------------------------------------------------------------


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
    """Steps followed by `If that fails, S.`; a handler is (because, body), because None for any."""

    body: Body
    handlers: tuple[tuple[str | None, Body], ...]


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
    rest of the file can still be read."""

    text: str


# -- notes and definitions ----------------------------------------------------------


@dataclass(slots=True)
class Title(Step):
    """`# text`; `level` is the number of `#`. Never executed."""

    text: str
    level: int = 1


@dataclass(slots=True)
class Note(Step):
    """`Note: …` or a line in parentheses. Never executed."""

    text: str


class Definition(Step):
    """What a file defines; it may stand anywhere at the top level."""

    __slots__ = ()


@dataclass(slots=True)
class Procedure(Definition):
    """`To approve an invoice for a manager:`.

    `form` is `procedure`, `decision` (`To decide whether …`) or `value` (`To work out …`).
    `header` holds the tokens after `to`, `whether` or `work out` (brackets kept as marks).
    """

    form: str
    header: tuple[Token, ...]
    body: Body


@dataclass(slots=True)
class Adjective(Definition):
    """`An invoice is overdue if its due date is before today.`; the condition speaks of
    `Item()` (its, it, the noun)."""

    noun: str
    words: str
    condition: Cond


@dataclass(slots=True)
class DerivedProperty(Definition):
    """`A customer's full name is "…".`; the value speaks of `Item()`."""

    noun: str
    name: str
    value: Expr


@dataclass(slots=True)
class KindField(Node):
    """A field of a kind: `a due date`, `a total (money)`, `lines`; `kind` as written or None;
    `many` for a plural without an article."""

    name: str
    kind: str | None = None
    many: bool = False
    written: str = field(default="", compare=False)
    """The name with the capitals that it is written with (`PO number`)."""


@dataclass(slots=True)
class KindDefinition(Definition):
    """`An invoice has a number (text), a date, a total (money) and lines.`"""

    noun: str
    fields: tuple[KindField, ...]


@dataclass(slots=True)
class Constant(Definition):
    """`The approval limit is always $10,000.`"""

    name: str
    value: Expr


@dataclass(slots=True)
class Use(Definition):
    """`Use the procedures in "vendors.kog".`"""

    path: str


@dataclass(slots=True)
class ColumnCurrency(Definition):
    """`The invoices' totals are in USD.`"""

    collection: str
    column: str
    currency: str


@dataclass(slots=True)
class Trigger(Definition):
    """`Every weekday at 9:00:`; `words` are the tokens of the head."""

    words: tuple[Token, ...]
    body: Body


@dataclass(slots=True)
class ExampleLine(Node):
    """`Given …`, `When …`, `Then …`, `And …`; `role` is `given`, `when` or `then`.

    `step` is a Setting or an Action as parsed; tokens are kept for forms that only
    examples have (`the finance manager answers "no"`, `nothing is paid`).
    """

    role: str
    tokens: tuple[Token, ...]
    step: Step | None = None
    block: Expr | None = None
    """A long text below a line that is no step (`Then it says:`)."""


@dataclass(slots=True)
class Example(Definition):
    """`Example: a large invoice waits for the manager`."""

    title: str
    lines: tuple[ExampleLine, ...]


@dataclass(slots=True)
class Learning(Definition):
    """`When the invoice's PO number is missing while matching an invoice:`."""

    condition: tuple[Token, ...]
    during: tuple[Token, ...]
    body: Body


@dataclass(slots=True)
class File(Node):
    """A whole file: its steps and definitions in the order in which they stand."""

    items: Body
