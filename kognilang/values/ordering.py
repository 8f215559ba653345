"""Ordering: the keys by which values sort, and by which they count as one in groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from kognilang.values.context import Context
from kognilang.values.kinds import (
    Count,
    Duration,
    File,
    Folder,
    List,
    Money,
    Percent,
    Person,
    Record,
    Table,
)
from kognilang.values.likeness import comparable, fold, is_blank, measured_alike
from kognilang.values.refusing import cannot_compute, wrong_kind


def sort_keys(context: Context, values: Sequence[Any]) -> list[Any]:
    """Return a key for each value, by which they sort; blanks come last.

    Raises Exceptional where two of them cannot be compared.
    """
    if all(type(value) is Decimal for value in values):
        return list(values)
    there = [value for value in values if not is_blank(value)]
    key = _common_key(context, there)
    return [(1, 0) if is_blank(value) else (0, key(value)) for value in values]


def _common_key(context: Context, values: Sequence[Any]) -> Callable[[Any], Any]:
    """Return the function that gives the key of each of the values, by what they all are."""
    kinds = {type(value) for value in values}
    if len(kinds) == 1 and not kinds & {Money, Count, Duration, datetime}:
        return lambda value: sort_key(context, value)
    if any(isinstance(value, datetime) for value in values):
        return lambda value: _timestamp(context, value)
    # Each is compared with one of the most telling kind, so that a mix that cannot be compared
    # (two currencies, a text among numbers) is found.
    like: Any = next((value for value in values if type(value) is Money and value.amount), None)
    for one in (Money, Count, object):
        if like is None:
            like = next((v for v in values if isinstance(v, one) and not isinstance(v, str)), None)
    return lambda value: comparable(context, value, like)[0]


def _timestamp(context: Context, value: Any) -> float:
    if isinstance(value, datetime):
        return value.timestamp()
    if isinstance(value, date):
        from kognilang.values.moments import start_of

        return start_of(value, context.settings).timestamp()
    raise cannot_compute("sorted with", value, context.now)


def sort_key(context: Context, value: Any) -> Any:
    """Return what a value sorts by among its like; not for values of mixed kinds."""
    if type(value) is Decimal:
        return value
    if isinstance(value, str):
        return fold(value)
    if type(value) is Money:
        return value.amount
    if type(value) in (Count, Percent):
        return value.value
    if type(value) is Duration:
        return measured_alike(value, value)[0]
    if isinstance(value, datetime):
        return value.timestamp()
    if isinstance(value, Person):
        return fold(value.name)
    if isinstance(value, File | Folder):
        return str(value.path).casefold()
    if isinstance(value, date | time | bool):
        return value
    raise wrong_kind(value, "number", "sorted")


def group_key(context: Context, value: Any) -> Any:
    """Return a hashable key that is equal for values that count as one in groups and duplicates."""
    if isinstance(value, str):
        text = fold(value)
        return text or None
    if type(value) is Decimal:
        return ("number", value)
    if type(value) is Count:
        from kognilang.values.naming import singular

        return ("count", value.value, singular(value.noun))
    if isinstance(value, Record):
        return ("thing", value.oid or id(value))
    if isinstance(value, List | Table):
        return ("list", tuple(group_key(context, item) for item in value))
    if isinstance(value, Person):
        return ("person", fold(value.name), value.email)
    if isinstance(value, bool):
        return ("yes/no", value)
    if isinstance(value, datetime):
        return ("moment", value.timestamp())
    return value
