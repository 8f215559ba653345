"""Comparing: when two values are equal, which comes first, and in which order they sort."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from kognilang.values import arithmetic
from kognilang.values.context import Context
from kognilang.values.kinding import kind_of
from kognilang.values.kinds import (
    Count,
    Duration,
    Exceptional,
    File,
    Folder,
    List,
    Money,
    Percent,
    Person,
    Record,
    Table,
    Thing,
)
from kognilang.values.refusing import cannot_compute, wrong_kind
from kognilang.values.shown import shown, told

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
        return order(*_comparable(context, left, right))
    return _OPS[op](context, left, right, extra)


def is_blank(value: Any) -> bool:
    """Tell whether a value is nothing, a blank text or an empty collection."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, List | Table):
        return len(value) == 0
    return False


def fold(text: str) -> str:
    """Return a text as it is compared: without regard to case and outer spaces."""
    return text.strip().casefold()


# -- equality -----------------------------------------------------------------------


def equal(context: Context, left: Any, right: Any) -> bool:
    """Tell whether two values are equal (`is`): texts without regard to case and outer spaces,
    records only if they are the same thing, lists item by item.

    Raises Exceptional for two currencies and for kinds that have nothing in common.
    """
    if left is right:
        return True
    if left is None or right is None:
        return is_blank(left) and is_blank(right)
    if type(left) is Money and type(right) is Money and left.currency == right.currency:
        return left.amount == right.amount
    if isinstance(left, str):
        if isinstance(right, str):
            return fold(left) == fold(right)
        return _equals_text(context, right, left)
    if isinstance(right, str):
        return _equals_text(context, left, right)
    if isinstance(left, Thing) or isinstance(right, Thing):
        return _same_thing(context, left, right)
    if isinstance(left, bool) or isinstance(right, bool):
        if isinstance(left, bool) and isinstance(right, bool):
            return left == right
        raise cannot_compute("compared with", left, right)
    if isinstance(left, Person) and isinstance(right, Person):
        return fold(left.name) == fold(right.name) and left.email == right.email
    if isinstance(left, File | Folder) and isinstance(right, File | Folder):
        return left.path == right.path
    if type(left) is Duration and type(right) is Duration and left == right:
        return True
    a, b = _comparable(context, left, right)
    return bool(a == b)


def _equals_text(context: Context, value: Any, text: str) -> bool:
    """Tell whether a value that is no text is what a text says: figures as they were written."""
    if isinstance(value, Record):
        raise cannot_compute("compared with", value, text, "name the field that is meant")
    if isinstance(value, List | Table):
        raise cannot_compute("compared with", value, text, f"say whether it contains {told(text)}")
    wanted = fold(text)
    if isinstance(value, Person):
        return wanted in (fold(value.name), fold(value.email), fold(value.title))
    if isinstance(value, File | Folder):
        return wanted in (fold(value.path.name), fold(str(value.path)))
    if isinstance(value, date | time):
        if fold(shown(value)) == wanted:
            return True
        from kognilang.values.data import recognise

        other = recognise(text, context.settings)
        return (
            isinstance(other, date | time)
            and kind_of(other) == kind_of(value)
            and bool(other == value)
        )
    return wanted in _writings(value)


def _writings(value: Any) -> tuple[str, ...]:
    """Return the ways in which a value may have been written, folded."""
    if type(value) is Decimal:
        plain = format(value, "f")
        return plain, format(value, ",f"), shown(value) if "." not in plain else plain
    if type(value) is Money:
        from kognilang.values.currencies import SIGNS

        amounts = {format(abs(value.amount), "f"), format(abs(value.amount), ",f")}
        minus = "-" if value.amount < 0 else ""
        sign, code = SIGNS.get(value.currency), value.currency.lower()
        out = [shown(value).casefold()]
        for amount in amounts:
            out += [f"{minus}{amount} {code}", f"{code} {minus}{amount}", f"{minus}{amount}{code}"]
            if sign:
                out += [
                    f"{minus}{sign}{amount}",
                    f"{sign}{minus}{amount}",
                    f"{minus}{amount} {sign}",
                ]
        return tuple(out)
    if type(value) is Percent:
        return f"{value.value:f}%", f"{value.value:f} %", shown(value)
    if isinstance(value, bool):
        return ("yes", "true") if value else ("no", "false")
    return (shown(value).casefold(),)


def _same_thing(context: Context, left: Any, right: Any) -> bool:
    if isinstance(left, Record) and isinstance(right, Record):
        if left.oid and left.oid == right.oid:
            return True
        if left.fields.keys() != right.fields.keys() and not (
            left.kind and left.kind == right.kind
        ):
            raise _different_tables(left, right)
        return False
    if isinstance(left, List | Table) and isinstance(right, List | Table):
        if left.oid and left.oid == right.oid:
            return True
        ours, theirs = list(left), list(right)
        return len(ours) == len(theirs) and all(
            equal(context, one, other) for one, other in zip(ours, theirs, strict=True)
        )
    raise cannot_compute("compared with", left, right)


def _different_tables(left: Record, right: Record) -> Exceptional:
    from kognilang.values.naming import canonical

    theirs = {canonical(name): name for name in right.fields}
    shared = [name for name in left.fields if canonical(name) in theirs]
    one, other = left.kind or "first one", right.kind or "second one"
    hint = f"; compare their {shared[0]}" if shared else "; compare a field of each"
    field = shared[0] if shared else "number"
    return Exceptional(
        "different-tables",
        f"{told(left)} and {told(right)} come from different tables, so they are never the same "
        f"thing{hint}.",
        prop=field,
        thing=left,
        values=(("first", left), ("second", right)),
        suggestions=(f"the {one}'s {field} is the {other}'s {field}",),
    )


# -- order --------------------------------------------------------------------------


def _comparable(context: Context, left: Any, right: Any) -> tuple[Any, Any]:
    """Return both values in a form that Python can order, or raise Exceptional."""
    kind, other = type(left), type(right)
    if kind is Decimal and other is Decimal:
        return left, right
    if kind is Money or other is Money:
        monies = arithmetic.both_money(context, left, right, "compared with")
        if monies is not None:
            return monies[0].amount, monies[1].amount
    if kind is str or other is str:
        return _comparable_texts(context, left, right)
    if kind is Count or other is Count:
        counts = arithmetic.both_counts(left, right, "compared with")
        if counts is not None:
            return counts[0], counts[1]
    if kind is Percent and other is Percent:
        return left.value, right.value
    if kind is date and other is date:
        return left, right
    if kind is datetime or other is datetime or kind is time or other is time:
        found = _comparable_moments(context, left, right)
        if found is not None:
            return found
    if kind is Duration and other is Duration:
        return arithmetic_measured(left, right)
    raise cannot_compute("compared with", left, right, _hint(left, right))


def _hint(left: Any, right: Any) -> str:
    kinds = {type(left), type(right)}
    if kinds == {Decimal, Percent}:
        percent = left if type(left) is Percent else right
        return f"a percent is of something; write {told(percent)} of it"
    if kinds == {Decimal, Duration}:
        return "a length of time needs its unit"
    if kinds == {date, Duration} or kinds == {datetime, Duration}:
        return "one is a day, the other a length of time"
    if Record in kinds:
        return "name the field that is meant"
    if List in kinds or Table in kinds:
        return "a list has no single value"
    return ""


def arithmetic_measured(left: Duration, right: Duration) -> tuple[Any, Any]:
    """Return the lengths of two durations in one unit, for ordering."""
    from kognilang.values.dates import measured

    return measured(left, right, "compared with")


def _comparable_texts(context: Context, left: Any, right: Any) -> tuple[Any, Any]:
    if isinstance(left, str) and isinstance(right, str):
        if not left.strip() or not right.strip():
            raise cannot_compute("compared with", left, right)
        return fold(left), fold(right)
    from kognilang.values.data import recognise

    text, value = (left, right) if isinstance(left, str) else (right, left)
    found = recognise(text, context.settings)
    if found is None or value is None or isinstance(found, str):
        if found is not None and value is not None and not isinstance(value, Thing):
            raise wrong_kind(text, kind_of(value), f"compared with {told(value)}")
        raise cannot_compute("compared with", left, right)
    if isinstance(left, str):
        return _comparable(context, found, right)
    return _comparable(context, left, found)


def _comparable_moments(context: Context, left: Any, right: Any) -> tuple[Any, Any] | None:
    from kognilang.values.moments import absolute, local

    settings = context.settings
    if isinstance(left, datetime):
        left = local(left, settings)
    if isinstance(right, datetime):
        right = local(right, settings)
    if isinstance(left, datetime) and isinstance(right, datetime):
        return absolute(left, settings), absolute(right, settings)
    if isinstance(left, time) and isinstance(right, time):
        return left, right
    if isinstance(left, datetime):
        return _part(left, right)
    if isinstance(right, datetime):
        found = _part(right, left)
        return None if found is None else (found[1], found[0])
    return None


def _part(moment: datetime, other: Any) -> tuple[Any, Any] | None:
    if isinstance(other, time):
        return moment.time(), other
    return (moment.date(), other) if isinstance(other, date) else None


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
        return same(*_comparable(context, left, right))

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
    left, right = _literal(context, left), _literal(context, right)
    off = arithmetic.difference(context, left, right)
    if type(tolerance) is Percent:
        base = arithmetic.absolute(context, right)
        return compare(context, "<=", off, arithmetic.share_of(context, tolerance, base))
    return compare(context, "<=", off, tolerance)


def _literal(context: Context, value: Any) -> Any:
    if isinstance(value, str):
        from kognilang.values.data import recognise

        return recognise(value, context.settings)
    return value


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


_OPS: dict[str, Callable[[Context, Any, Any, Sequence[Any]], bool]] = {
    "exactly": _exactly,
    **{op: _in_time(op) for op in _IN_TIME},
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


# -- sorting and grouping -----------------------------------------------------------


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
    return lambda value: _comparable(context, value, like)[0]


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
        return arithmetic_measured(value, value)[0]
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
