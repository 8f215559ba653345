"""What every part of the tree is: a node, a token; something that yields, holds or is done."""

from __future__ import annotations

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
