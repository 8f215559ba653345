"""Titles, notes and definitions of the tree, and the file that holds them all."""

from __future__ import annotations

from kognilang.dataclass import dataclass, field
from kognilang.language.tree.nodes import Body, Cond, Expr, Node, Step, Token


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
