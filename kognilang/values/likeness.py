"""Likeness: when two values are equal, and in which form two of them can be ordered."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
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
    a, b = comparable(context, left, right)
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


def comparable(context: Context, left: Any, right: Any) -> tuple[Any, Any]:
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
        return measured_alike(left, right)
    raise cannot_compute("compared with", left, right, _hint(left, right))


def _hint(left: Any, right: Any) -> str:
    kinds = {type(left), type(right)}
    if kinds == {Decimal, Percent}:
        percent, number = (left, right) if type(left) is Percent else (right, left)
        if -2 < number < 2:
            # A quotient, as 0.0385 is.
            share = told(Percent(round(number * 100, 2)))
            return (
                f'if it is a share, it is {share}: write "as a percent" where it is worked out;'
                f" a part of something is {told(percent)} of it"
            )
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


def measured_alike(left: Duration, right: Duration) -> tuple[Any, Any]:
    """Return the lengths of two durations in one unit, for ordering."""
    from kognilang.values.between import measured

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
        return comparable(context, found, right)
    return comparable(context, left, found)


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


def literal(context: Context, value: Any) -> Any:
    if isinstance(value, str):
        from kognilang.values.data import recognise

        return recognise(value, context.settings)
    return value
