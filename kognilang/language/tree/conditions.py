"""Conditions of the tree: what is compared, tested and joined."""

from __future__ import annotations

from kognilang.dataclass import dataclass
from kognilang.language.tree.nodes import Cond, Expr, Token


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
    """`A exists`, `there is a C whose …` (then `of` is the filter; it is not empty); with
    `there`, `there is a C`: what the name stands for is not empty."""

    of: Expr
    there: bool = False


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
