"""Dates, times and moments: parts of them, and moving them by durations."""

from __future__ import annotations

import calendar as _months
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from kognilang.values import calendars
from kognilang.values.context import Context
from kognilang.values.kinds import Count, Duration, Exceptional
from kognilang.values.moments import at, local, start_of
from kognilang.values.moments import moved as moment_moved
from kognilang.values.refusing import cannot_compute, wrong_kind
from kognilang.values.shown import told

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def day_of(context: Context, value: Any, doing: str = "used as a date") -> date:
    """Return the day of a date or moment (in the settings' zone). Raises Exceptional."""
    if type(value) is date:
        return value
    if isinstance(value, datetime):
        return local(value, context.settings).date()
    if isinstance(value, str):
        from kognilang.values.recognising import recognise

        found = recognise(value, context.settings)
        if isinstance(found, date):
            return day_of(context, found)
    raise wrong_kind(value, "date", doing)


def _clock_of(context: Context, value: Any) -> time:
    if isinstance(value, datetime):
        return local(value, context.settings).time()
    if isinstance(value, time):
        return value
    raise wrong_kind(value, "time", "asked for its time of day")


def so_many(number: Decimal, unit: str) -> Duration | None:
    """Return so many of a unit (singular: `day`, `business day`); None where the number of days
    or months is not whole. Raises ValueError where there is no such unit."""
    if unit in _SECONDS:
        return Duration(seconds=number * _SECONDS[unit])
    whole = int(number)
    if whole != number:
        return None
    if unit == "business day":
        return Duration(business_days=whole)
    if unit in _DAYS:
        return Duration(days=whole * _DAYS[unit])
    if unit in _MONTHS:
        return Duration(months=whole * _MONTHS[unit])
    raise ValueError(f"no unit of time: {unit!r}")


def duration(context: Context, amount: Any, unit: Any) -> Duration:
    """`3 days`, `the notice period days`: so many of a unit. Raises Exceptional where that is no
    exact length of time."""
    number = amount.value if type(amount) is Count else amount
    if type(number) is not Decimal:
        raise wrong_kind(amount, "number", f"a number of {unit}s")
    found = so_many(number, unit)
    if found is not None:
        return found
    if unit in _DAYS:
        return Duration(seconds=number * 86400 * _DAYS[unit])
    months = number * 12
    if unit == "year" and months == int(months):
        return Duration(months=int(months))
    raise Exceptional(
        "not-whole",
        f"{told(amount)} {unit}s is no exact length of time; write it in days or whole {unit}s.",
        needs="number",
        values=((f"{unit}s", amount),),
    )


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, or that month's last day if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("the date leaves the calendar")
    return day.replace(
        year=year, month=month + 1, day=min(day.day, _months.monthrange(year, month + 1)[1])
    )


def moved(context: Context, when: Any, by: Duration, sign: int = 1) -> Any:
    """Return a date, time or moment moved by a duration: months first, then days, then business
    days, then time. A date moved by hours is a moment; a time of day stays within its day.

    Raises Exceptional `wrong-kind` or `out-of-range`.
    """
    try:
        return _moved(context, when, by, sign)
    except (OverflowError, ValueError):
        raise Exceptional(
            "out-of-range",
            f"{told(by)} {'after' if sign > 0 else 'before'} {told(when)} is beyond the calendar.",
            needs="date",
            values=(("start", when), ("duration", by)),
        ) from None


def _moved(context: Context, when: Any, by: Duration, sign: int) -> Any:
    settings = context.settings
    running = timedelta(microseconds=int(by.seconds * 1_000_000) * sign)
    if isinstance(when, datetime):
        wall = local(when, settings)
        day = _day_moved(context, wall.date(), by, sign)
        return moment_moved(wall, (day - wall.date()).days, running, settings)
    if isinstance(when, date):
        day = _day_moved(context, when, by, sign)
        if not running:
            return day
        return moment_moved(start_of(day, settings), 0, running, settings)
    if isinstance(when, time):
        if by.months or by.days or by.business_days:
            raise cannot_compute(
                "moved by", when, by, "a time of day has no date; say of which day it is"
            )
        moment = datetime.combine(date(2000, 1, 1), when) + running
        if moment.date() != date(2000, 1, 1):
            raise cannot_compute(
                "moved by", when, by, "it would pass midnight; say of which day the time is"
            )
        return moment.time()
    raise wrong_kind(when, "date", f"moved by {told(by)}")


def _day_moved(context: Context, day: date, by: Duration, sign: int) -> date:
    if by.months:
        day = add_months(day, sign * by.months)
    if by.days:
        day += timedelta(days=sign * by.days)
    if by.business_days:
        day = calendars.moved(day, sign * by.business_days, context.settings)
    return day


def after(context: Context, by: Any, when: Any) -> Any:
    """`3 days after D`, `2 hours after 9:00`."""
    return moved(context, _when(context, when, by, "after"), _length(by), 1)


def before(context: Context, by: Any, when: Any) -> Any:
    """`2 weeks before D`."""
    return moved(context, _when(context, when, by, "before"), _length(by), -1)


def _length(value: Any) -> Duration:
    if type(value) is Duration:
        return value
    raise wrong_kind(value, "duration", "used as a length of time")


def _when(context: Context, when: Any, by: Any, word: str) -> Any:
    if isinstance(when, date | time):
        return when
    if isinstance(when, str):
        return day_of(context, when, f"counted from for {told(by)} {word} it")
    raise wrong_kind(when, "date", f"counted from for {told(by)} {word} it")


def later(context: Context, by: Any) -> Any:
    """`in 3 days`: a day for days, a moment for hours."""
    length = _length(by)
    return moved(context, context.now if length.seconds else context.today, length, 1)


def ago(context: Context, by: Any) -> Any:
    """`3 days ago`: a day for days, a moment for hours."""
    length = _length(by)
    return moved(context, context.now if length.seconds else context.today, length, -1)


# -- parts --------------------------------------------------------------------------


def year_of(context: Context, value: Any) -> Decimal | None:
    """`the year of D`, a number."""
    return None if value is None else Decimal(day_of(context, value, "asked for its year").year)


def month_of(context: Context, value: Any) -> str | None:
    """`the month of D`, by name."""
    if value is None:
        return None
    return MONTHS[day_of(context, value, "asked for its month").month - 1]


def month_number_of(context: Context, value: Any) -> Decimal | None:
    """`the month number of D`, 1 to 12."""
    return None if value is None else Decimal(day_of(context, value, "asked for its month").month)


def day_number_of(context: Context, value: Any) -> Decimal | None:
    """`the day of D`, 1 to 31."""
    return None if value is None else Decimal(day_of(context, value, "asked for its day").day)


def weekday_of(context: Context, value: Any) -> str | None:
    """`the weekday of D`, by name."""
    if value is None:
        return None
    return WEEKDAYS[day_of(context, value, "asked for its weekday").weekday()]


def quarter_of(context: Context, value: Any) -> Decimal | None:
    """`the quarter of D`, 1 to 4."""
    if value is None:
        return None
    return Decimal((day_of(context, value, "asked for its quarter").month + 2) // 3)


def week_number_of(context: Context, value: Any) -> Decimal | None:
    """`the week number of D`, after ISO 8601."""
    if value is None:
        return None
    return Decimal(day_of(context, value, "asked for its week").isocalendar().week)


def hour_of(context: Context, value: Any) -> Decimal | None:
    """`the hour of T`, 0 to 23."""
    return None if value is None else Decimal(_clock_of(context, value).hour)


def minute_of(context: Context, value: Any) -> Decimal | None:
    """`the minute of T`, 0 to 59."""
    return None if value is None else Decimal(_clock_of(context, value).minute)


def date_of(context: Context, value: Any) -> date | None:
    """`the date of M`: the day of a moment."""
    return None if value is None else day_of(context, value, "asked for its date")


def time_of(context: Context, value: Any) -> time | None:
    """`the time of M`: the time of day of a moment."""
    return None if value is None else _clock_of(context, value)


def moment_at(context: Context, day: Any, clock: Any) -> datetime:
    """`D at T`: the moment at which the clock shows a time on a day."""
    if not isinstance(clock, time):
        raise wrong_kind(clock, "time", f"a time on {told(day)}")
    return at(day_of(context, day, f"a day at {told(clock)}"), clock, context.settings)
