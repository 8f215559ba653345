"""Things by what is said of them: one of several, the first, the highest, those that fit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    Cond,
    DateLiteral,
    Distinct,
    DurationLiteral,
    Expr,
    Extreme,
    Filter,
    Form,
    Item,
    MoneyLiteral,
    Name,
    Number,
    One,
    Others,
    PercentLiteral,
    Pick,
    Property,
    Sorted,
)
from kognilang.language.words import ORDINALS, is_plural, plural, singular
from kognilang.text.source import Span

AGGREGATES = frozenset(
    f"{word} of"
    for word in ("number", "total", "average", "largest", "smallest", "latest", "earliest")
)


def is_literal(value: Expr) -> bool:
    return isinstance(value, Number | MoneyLiteral | PercentLiteral | DateLiteral | DurationLiteral)


def is_several(value: Expr) -> bool:
    """Tell whether a value is several things by its words alone."""
    if isinstance(value, Filter | Sorted | Others | Distinct):
        return True
    if isinstance(value, Pick):
        return value.count is not None and value.which != "item"
    return isinstance(value, Name | Property) and is_plural(value.name)


def owner_of(subject: Expr) -> Name | None:
    """Return the `each order` whose property a subject is, or None."""
    if type(subject) is not Property:
        return None
    of: Expr = subject
    while type(of) is Property:
        of = of.of
    return of if type(of) is Name and of.determiner == "each" else None


def unordered(terminal: Any) -> tuple[Expr, ...]:
    """Return the keys of a grouping. Raises NotParsed where one says an order: that is a sort's."""
    if any(descending is not None for _, descending in terminal.value):
        raise NotParsed("order-in-group", terminal.span, {})
    return tuple(key for key, _ in terminal.value)


def names_of(terminal: Any) -> tuple[str, ...]:
    """Return the fields that two tables are matched by. Raises NotParsed for a field of a field."""
    keys = unordered(terminal)
    for key in keys:
        if not (isinstance(key, Property) and isinstance(key.of, Item)):
            raise NotParsed("not-understood", key.span, {})
    return tuple(key.name for key in keys if isinstance(key, Property))


def counting_both(of: Expr) -> Expr:
    if type(of) is Form and of.name.startswith(("days ", "business days ")):
        return Form(f"{of.name} counting both", of.args)
    raise NotParsed("counting-both", of.span, {})


def described(base: Expr, condition: Cond, span: Span) -> Expr:
    """Return what a filter over a base is: several things, or the one that fits."""
    if type(base) is Name and not base.quoted:
        if base.determiner == "each" or is_plural(base.name):
            noun = Name(plural(base.name), "the", span=base.span)
            if base.determiner not in ("each", "a"):
                noun.determiner = base.determiner
            return Filter(noun, condition, span=span)
        first, _, rest = base.name.partition(" ")
        if rest and (first in ORDINALS or first == "last"):
            collection = Filter(_picked_from(rest, base.span), condition, span=span)
            which, count = place_of(first)
            return Pick(which, count, collection, span=span)
        return One(base.name.lower(), condition, span=span)
    if type(base) is Property and not is_plural(base.name):
        many = Property(base.of, plural(base.name), base.quoted, span=base.span)
        return One(base.name, condition, many, span=span)
    return Filter(base, condition, span=span)


def one_of_several(of: Expr) -> tuple[str, Expr | None, Expr] | None:
    """Return `the first order` as its place and the collection that it is picked from."""
    if type(of) is not Name or of.quoted or of.determiner != "the" or is_plural(of.name):
        return None
    first, _, rest = of.name.partition(" ")
    if not rest or not (first in ORDINALS or first == "last"):
        return None
    return (*place_of(first), _picked_from(rest, of.span))


def _picked_from(rest: str, span: Span) -> Name:
    """Return the collection that one is picked from. Raises NotParsed for a number behind the
    noun: `the first orders 3` may be the first 3 orders."""
    if rest.rpartition(" ")[2].isdigit():
        raise NotParsed("not-understood", span, {})
    return Name(plural(rest), span=span)


def place_of(word: str) -> tuple[str, Expr | None]:
    if word in ("first", "last"):
        return word, None
    return "item", Number(Decimal(ORDINALS[word]))


def extreme_of(of: Expr, which: str, key: Expr, to: Any) -> Expr:
    if type(of) is Name:
        return Extreme(singular(of.name), which, key, to)
    if type(of) is One:
        return Extreme(
            of.noun,
            which,
            key,
            to,
            Filter(
                of.collection or Name(plural(of.noun), span=of.span), of.condition, span=of.span
            ),
        )
    if type(of) is Property:
        many = Property(of.of, plural(of.name), of.quoted, span=of.span)
        return Extreme(singular(of.name), which, key, to, many)
    return Extreme("item", which, key, to, of)
