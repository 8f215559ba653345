"""Comparing: the comparisons of conditions, each by its name in the tree."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from kognilang.values import arithmetic
from kognilang.values.context import Context
from kognilang.values.kinds import (
    Duration,
    Exceptional,
    File,
    List,
    Money,
    Percent,
    Record,
    Table,
    Thing,
)
from kognilang.values.likeness import comparable, equal, fold, is_blank, literal
from kognilang.values.ordering import group_key, sort_key, sort_keys
from kognilang.values.refusing import cannot_compute, wrong_kind
from kognilang.values.shown import told

__all__ = [
    "OPS",
    "compare",
    "equal",
    "fold",
    "group_key",
    "is_blank",
    "literal",
    "sort_key",
    "sort_keys",
]

Test = Callable[[Any, Any], bool]

_ORDER: dict[str, Test] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}
_SAME: dict[str, Test] = {"=": operator.eq, **_ORDER}
_IN_TIME = {"before": "<", "after": ">", "on": "=", "on or before": "<=", "on or after": ">="}


def compare(context: Context, op: str, left: Any, right: Any, extra: Sequence[Any] = ()) -> bool:
    """Tell whether a comparison holds; `op` is one of `tree.Compare`'s.

    Raises Exceptional where the two cannot be compared (`two-currencies`, `wrong-kind`,
    `blank-value`, `different-tables`).
    """
    if type(left) is Decimal and type(right) is Decimal:
        direct = _SAME.get(op)
        if direct is not None:
            return direct(left, right)
    elif op == "=":
        if type(left) is str and type(right) is str:
            return left == right or left.strip().casefold() == right.strip().casefold()
        return equal(context, left, right)
    elif type(left) is Money and type(right) is Money and left.currency == right.currency:
        direct = _ORDER.get(op)
        if direct is not None:
            return direct(left.amount, right.amount)
    order = _ORDER.get(op)
    if order is not None:
        return order(*comparable(context, left, right))
    return _OPS[op](context, left, right, extra)


# -- the other comparisons ----------------------------------------------------------


def _exactly(context: Context, left: Any, right: Any, extra: Sequence[Any]) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    if isinstance(left, str) != isinstance(right, str):
        from kognilang.values.data import as_written

        value, text = (right, left) if isinstance(left, str) else (left, right)
        return not isinstance(value, Thing | None) and as_written(value) == text
    return equal(context, left, right)


def _in_time(op: str) -> Callable[[Context, Any, Any, Sequence[Any]], bool]:
    same = _SAME[_IN_TIME[op]]

    def holds(context: Context, left: Any, right: Any, extra: Sequence[Any]) -> bool:
        left, right = _as_time(context, left, right), _as_time(context, right, left)
        if op == "on":
            # It speaks of days, also where both are moments.
            left, right = _as_day(context, left), _as_day(context, right)
        return same(*comparable(context, left, right))

    return holds


def _as_time(context: Context, value: Any, other: Any) -> Any:
    if isinstance(value, str):
        from kognilang.values.data import recognise

        value = recognise(value, context.settings) or value
    if isinstance(value, date | time):
        return value
    raise wrong_kind(value, "date", f"compared in time with {told(other)}")


def _as_day(context: Context, value: Any) -> Any:
    if isinstance(value, datetime):
        from kognilang.values.moments import local

        return local(value, context.settings).date()
    return value


def _contains(context: Context, left: Any, right: Any, extra: Sequence[Any]) -> bool:
    if isinstance(left, List | Table):
        return any(_equal_if_alike(context, item, right) for item in left)
    if left is None:
        return False
    if isinstance(left, Record):
        raise cannot_compute("searched for", left, right, "name the field to look in")
    if isinstance(right, List | Table):
        return all(_contains(context, left, item, ()) for item in right)
    if right is None:
        raise wrong_kind(right, "text", "looked for")
    return fold(_text(right)) in _text(left).casefold()


def _equal_if_alike(context: Context, left: Any, right: Any) -> bool:
    """Tell whether two values are equal; values that have nothing in common are not."""
    try:
        return equal(context, left, right)
    except Exceptional as unlike:
        if unlike.problem in ("wrong-kind", "blank-value"):
            return False
        raise


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    from kognilang.values.data import as_written

    return as_written(value)


def _starts(context: Context, left: Any, right: Any, extra: Sequence[Any]) -> bool:
    return _edge(context, left, right, str.startswith)


def _ends(context: Context, left: Any, right: Any, extra: Sequence[Any]) -> bool:
    return _edge(context, left, right, str.endswith)


def _edge(context: Context, left: Any, right: Any, test: Callable[[str, str], bool]) -> bool:
    if left is None:
        return False
    if isinstance(right, List | Table):
        return any(_edge(context, left, item, test) for item in right)
    if isinstance(left, Thing) or right is None:
        raise wrong_kind(left if right is not None else right, "text", "looked into")
    return test(fold(_text(left)), fold(_text(right)))


@lru_cache(maxsize=256)
def _pattern(source: str) -> Any:
    import re

    try:
        return re.compile(source, re.IGNORECASE)
    except re.error as fault:
        raise Exceptional(
            "bad-pattern",
            f'The pattern "{source}" cannot be read: {fault}.',
            prop="pattern",
            needs="text",
            values=(("pattern", source),),
        ) from None


def _matches(context: Context, left: Any, right: Any, extra: Sequence[Any]) -> bool:
    if left is None:
        return False
    if not isinstance(right, str):
        raise wrong_kind(right, "text", "used as a pattern")
    if isinstance(left, Thing):
        raise wrong_kind(left, "text", "matched with a pattern")
    return _pattern(right).fullmatch(_text(left).strip()) is not None


def _in(context: Context, left: Any, right: Any, extra: Sequence[Any]) -> bool:
    if isinstance(right, List | Table):
        return any(_equal_if_alike(context, left, item) for item in right)
    if right is None:
        return False
    if isinstance(right, str) and isinstance(left, str):
        return fold(left) in right.casefold()
    return equal(context, left, right)


def _all_in(context: Context, left: Any, right: Any, extra: Sequence[Any]) -> bool:
    items = list(left) if isinstance(left, List | Table) else [left]
    return all(_in(context, item, right, ()) for item in items)


def _within(context: Context, left: Any, right: Any, extra: Sequence[Any]) -> bool:
    tolerance = extra[0]
    if type(tolerance) is Duration:
        early = arithmetic.moved(context, _as_time(context, right, left), tolerance, -1)
        late = arithmetic.moved(context, _as_time(context, right, left), tolerance, 1)
        return compare(context, ">=", left, early) and compare(context, "<=", left, late)
    left, right = literal(context, left), literal(context, right)
    off = arithmetic.difference(context, left, right)
    if type(tolerance) is Percent:
        base = arithmetic.absolute(context, right)
        return compare(context, "<=", off, arithmetic.share_of(context, tolerance, base))
    return compare(context, "<=", off, tolerance)


def _between(context: Context, left: Any, right: Any, extra: Sequence[Any]) -> bool:
    low, high = right, extra[0]
    return compare(context, ">=", left, low) and compare(context, "<=", left, high)


def _off_by(up: bool, at_least: bool) -> Callable[[Context, Any, Any, Sequence[Any]], bool]:
    change = arithmetic.increased if up else arithmetic.decreased

    def holds(context: Context, left: Any, right: Any, extra: Sequence[Any]) -> bool:
        bound = change(context, right, extra[0])
        if not at_least:
            return equal(context, left, bound)
        return compare(context, ">=" if up else "<=", left, bound)

    return holds


def _aged(
    older: bool,
) -> Callable[[Context, Any, Any, Sequence[Any]], bool]:
    def holds(context: Context, left: Any, right: Any, extra: Sequence[Any]) -> bool:
        if isinstance(left, File):
            from kognilang.values.fields import read_field

            left = read_field(context, left, "date")
        if type(right) is Duration:
            from kognilang.values.dates import ago

            right = ago(context, right)
        elif type(left) is Decimal and type(right) is Decimal:
            return left > right if older else left < right
        return compare(context, "before" if older else "after", left, right)

    return holds


_OPS: dict[str, Callable[[Context, Any, Any, Sequence[Any]], bool]] = {
    "exactly": _exactly,
    **{op: _in_time(op) for op in _IN_TIME},
    "older than": _aged(True),
    "newer than": _aged(False),
    "contains": _contains,
    "starts with": _starts,
    "ends with": _ends,
    "matches": _matches,
    "in": _in,
    "all in": _all_in,
    "within": _within,
    "between": _between,
    "more than by": _off_by(True, False),
    "at least more than by": _off_by(True, True),
    "less than by": _off_by(False, False),
    "at least less than by": _off_by(False, True),
}

OPS = frozenset({*_SAME, *_OPS})
"""Every comparison that `compare` knows."""
