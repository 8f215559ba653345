"""Expressions of the tree: literals, what refers, and values made from values."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from kognilang.dataclass import dataclass, field
from kognilang.language.tree.nodes import Cond, Expr, Token


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
    """`grouped by customer and region`: the keys speak of `Item()`."""

    collection: Expr
    keys: tuple[Expr, ...]


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
