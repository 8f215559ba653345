"""Collections: counting, picking, leaving out, copying. All give new lists of the same things."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kognilang.values.comparing import group_key
from kognilang.values.context import Context
from kognilang.values.figures import whole
from kognilang.values.kinds import Count, Exceptional, List, Record, Table, Thing
from kognilang.values.naming import plural, singular
from kognilang.values.refusing import wrong_kind
from kognilang.values.shown import told


def items_of(value: Any) -> list[Any]:
    """Return what a loop over a value walks: a collection's things, nothing of a blank, and any
    other value alone."""
    if type(value) is List:
        return value.items
    if type(value) is Table:
        return value.rows
    return [] if value is None else [value]


def _many(value: Any, doing: str) -> list[Any]:
    if isinstance(value, List | Table):
        return items_of(value)
    if value is None:
        return []
    raise wrong_kind(value, "list", doing)


def noun_of(value: Any) -> str:
    noun = getattr(value, "noun", "")
    return singular(noun) if noun else ""


def like(value: Any, items: list[Any]) -> List:
    return List(items=items, noun=noun_of(value))


def number_of(context: Context, value: Any) -> Decimal:
    """`the number of A`: how many it holds; a count's number."""
    if isinstance(value, List | Table):
        return Decimal(len(value))
    if type(value) is Count:
        return value.value
    if value is None:
        return Decimal(0)
    raise wrong_kind(value, "list", "counted")


# -- picking ------------------------------------------------------------------------


def _none_there(value: Any, which: str) -> Exceptional:
    noun = noun_of(value) or "item"
    return Exceptional(
        "no-match",
        f"There is no {which} {noun}, because there are no {plural(noun)}.",
        needs="any",
        values=((plural(noun), value),),
    )


def first(context: Context, value: Any) -> Any:
    """`the first order`. Raises Exceptional `no-match` if there is none."""
    items = _many(value, "picked from")
    if not items:
        raise _none_there(value, "first")
    return items[0]


def last(context: Context, value: Any) -> Any:
    """`the last order`. Raises Exceptional `no-match` if there is none."""
    items = _many(value, "picked from")
    if not items:
        raise _none_there(value, "last")
    return items[-1]


def item(context: Context, place: Any, value: Any) -> Any:
    """`item 4 of A`, `the second order`; places begin at 1."""
    items = _many(value, "picked from")
    at = whole(place, "a place in a list")
    if not 1 <= at <= len(items):
        noun = noun_of(value) or "item"
        there = {0: f"there are no {plural(noun)}", 1: f"there is only one {noun}"}.get(
            len(items), f"there are only {len(items)} {plural(noun)}"
        )
        raise Exceptional(
            "no-match",
            f"There is no {noun} number {at}, because {there}."
            if at > 0
            else f"There is no {noun} number {at}; places begin at 1.",
            needs="any",
            values=(("place", place), ("how many", Decimal(len(items)))),
        )
    return items[at - 1]


def first_n(context: Context, number: Any, value: Any) -> List:
    """`the first 3 orders`: as many as there are, if there are fewer."""
    return like(value, _many(value, "picked from")[: _size(number)])


def last_n(context: Context, number: Any, value: Any) -> List:
    """`the last 3 orders`, in their order."""
    items = _many(value, "picked from")
    return like(value, items[len(items) - min(_size(number), len(items)) :])


def _size(number: Any) -> int:
    size = whole(number, "a number of things")
    if size < 0:
        raise Exceptional(
            "out-of-range",
            f"{told(number)} is less than zero, so it is no number of things.",
            needs="number",
            values=(("number", number),),
        )
    return size


def reversed_(context: Context, value: Any) -> Any:
    """`A reversed`: a list from its end, a text from its last letter."""
    if isinstance(value, str):
        return value[::-1]
    return like(value, _many(value, "reversed")[::-1])


def all_except(context: Context, value: Any, without: Any) -> List:
    """`the orders except the first 3`: things by identity, plain values by what they are."""
    gone = items_of(without)
    ids = {id(one) for one in gone} | {
        one.oid for one in gone if isinstance(one, Thing) and one.oid
    }
    plain = {group_key(context, one) for one in gone if not isinstance(one, Thing)}
    kept = []
    for one in _many(value, "left out from"):
        if isinstance(one, Thing):
            if id(one) in ids or (one.oid and one.oid in ids):
                continue
        elif group_key(context, one) in plain:
            continue
        kept.append(one)
    return like(value, kept)


# -- making -------------------------------------------------------------------------


def copy(context: Context, value: Any) -> Any:
    """`a copy of A`: a new thing. What it consists of (its lists, tables and their rows) is copied
    too; another record that a field merely names stays the same thing."""
    if isinstance(value, Record):
        fields = {
            name: copy(context, one) if isinstance(one, List | Table) else one
            for name, one in value.fields.items()
        }
        return Record(
            fields=fields, kind=value.kind, strict=value.strict, open=value.open,
            origin=value.origin, missing=dict(value.missing),
        )  # fmt: skip
    if isinstance(value, Table):
        return Table(
            columns=list(value.columns),
            rows=[copy(context, row) for row in value.rows],
            noun=value.noun, source=value.source, sheet=value.sheet,
        )  # fmt: skip
    if isinstance(value, List):
        items = [copy(context, one) if isinstance(one, Thing) else one for one in value.items]
        return List(items=items, noun=value.noun)
    return value


def make_list(context: Context, *items: Any) -> List:
    """`1, 2 and 3`: a new list."""
    return List(items=list(items))
