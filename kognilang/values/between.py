"""What lies between two dates, times or moments, and the age of a date."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from kognilang.values import calendars
from kognilang.values.context import Context
from kognilang.values.dates import add_months, day_of
from kognilang.values.kinds import Duration, Exceptional
from kognilang.values.moments import absolute, start_of
from kognilang.values.refusing import cannot_compute, wrong_kind
from kognilang.values.shown import told


def span_between(context: Context, start: Any, end: Any) -> Duration:
    """Return the duration from one date, time or moment to another: days between dates, time
    between moments; negative if the end is earlier."""
    settings = context.settings
    if isinstance(start, datetime) and isinstance(end, datetime):
        return Duration(seconds=_seconds(absolute(end, settings) - absolute(start, settings)))
    if isinstance(start, time) and isinstance(end, time):
        some = date(2000, 1, 1)
        return Duration(
            seconds=_seconds(datetime.combine(some, end) - datetime.combine(some, start))
        )
    if isinstance(start, time) or isinstance(end, time):
        raise cannot_compute("reduced by", end, start, "a time of day has no date")
    return Duration(days=(day_of(context, end) - day_of(context, start)).days)


def _seconds(delta: timedelta) -> Decimal:
    return Decimal(delta // timedelta(microseconds=1)) / 1_000_000


def measured(left: Duration, right: Duration, verb: str) -> tuple[Decimal, Decimal]:
    """Return the lengths of two durations in one unit. Raises Exceptional where months or business
    days stand against days, since they have no fixed length."""
    if left.months or right.months:
        if left.days or right.days or left.seconds or right.seconds or _business(left, right):
            raise _unlike(left, right, verb)
        return Decimal(left.months), Decimal(right.months)
    if _business(left, right):
        if left.days or right.days or left.seconds or right.seconds:
            raise _unlike(left, right, verb)
        return Decimal(left.business_days), Decimal(right.business_days)
    return left.days * 86400 + left.seconds, right.days * 86400 + right.seconds


def _business(left: Duration, right: Duration) -> int:
    return left.business_days or right.business_days


def _unlike(left: Duration, right: Duration, verb: str) -> Exceptional:
    return cannot_compute(
        verb, left, right, "months and business days have no fixed number of days"
    )


def _ordered(context: Context, left: Any, right: Any) -> tuple[date, date]:
    a = day_of(context, left, "the start of a number of days")
    b = day_of(context, right, "the end of a number of days")
    return (a, b) if a <= b else (b, a)


def days_between(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of days between A and B`, never negative."""
    a, b = _ordered(context, left, right)
    return Decimal((b - a).days)


def days_counting_both(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of days between A and B, counting both`."""
    return days_between(context, left, right) + 1


def days_from_to_counting_both(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of days from A to B, counting both`, negative if B is earlier."""
    number = days_from_to(context, left, right)
    return number - 1 if number < 0 else number + 1


def days_from_to(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of days from A to B`, negative if B is earlier."""
    return Decimal((day_of(context, right) - day_of(context, left)).days)


def business_days_between(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of business days between A and B`: after the earlier up to and with the later."""
    a, b = _ordered(context, left, right)
    return Decimal(calendars.number_between(a, b, context.settings))


def business_days_counting_both(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of business days between A and B, counting both`."""
    a, b = _ordered(context, left, right)
    return Decimal(calendars.number_between(a, b, context.settings, True))


def business_days_from_to(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of business days from A to B`, negative if B is earlier."""
    return Decimal(
        calendars.number_between(day_of(context, left), day_of(context, right), context.settings)
    )


def business_days_from_to_counting_both(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of business days from A to B, counting both`, negative if B is earlier."""
    return Decimal(
        calendars.number_between(
            day_of(context, left), day_of(context, right), context.settings, True
        )
    )


def weeks_between(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of weeks between A and B`, with a fraction where days are left over."""
    return days_between(context, left, right) / 7


def weeks_from_to(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of weeks from A to B`."""
    return days_from_to(context, left, right) / 7


def _whole_months(a: date, b: date) -> int:
    months = (b.year - a.year) * 12 + b.month - a.month
    return months if add_months(a, months) <= b else months - 1


def months_between(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of months between A and B`: whole months that have passed."""
    return Decimal(_whole_months(*_ordered(context, left, right)))


def months_from_to(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of months from A to B`: whole months."""
    number = months_between(context, left, right)
    return -number if day_of(context, right) < day_of(context, left) else number


def years_between(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of years between A and B`: whole years that have passed."""
    return Decimal(_whole_months(*_ordered(context, left, right)) // 12)


def years_from_to(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of years from A to B`: whole years."""
    number = years_between(context, left, right)
    return -number if day_of(context, right) < day_of(context, left) else number


def _seconds_from_to(context: Context, left: Any, right: Any) -> Decimal:
    if type(left) is date:
        left = start_of(left, context.settings)
    if type(right) is date:
        right = start_of(right, context.settings)
    for value in (left, right):
        if not isinstance(value, datetime | time):
            raise wrong_kind(value, "time", "one end of a length of time")
    return span_between(context, left, right).seconds


def hours_between(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of hours between A and B`, with a fraction."""
    return abs(_seconds_from_to(context, left, right)) / 3600


def minutes_between(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of minutes between A and B`, with a fraction."""
    return abs(_seconds_from_to(context, left, right)) / 60


def seconds_between(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of seconds between A and B`."""
    return abs(_seconds_from_to(context, left, right))


def hours_from_to(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of hours from A to B`, negative if B is earlier."""
    return _seconds_from_to(context, left, right) / 3600


def minutes_from_to(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of minutes from A to B`, negative if B is earlier."""
    return _seconds_from_to(context, left, right) / 60


def seconds_from_to(context: Context, left: Any, right: Any) -> Decimal:
    """`the number of seconds from A to B`, negative if B is earlier."""
    return _seconds_from_to(context, left, right)


def age_of(context: Context, value: Any) -> Decimal | None:
    """`the age of D`: whole years from a date to today; of a blank, blank."""
    if value is None:
        return None
    day = day_of(context, value, "an age's beginning")
    if day > context.today:
        raise Exceptional(
            "in-the-future",
            f"{told(value)} is in the future, so it has no age.",
            needs="date",
            values=(("date", value), ("today", context.today)),
        )
    return Decimal(_whole_months(day, context.today) // 12)
