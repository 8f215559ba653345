"""Dates, times and moments: parts of them, moving them by durations, and what lies between."""

from __future__ import annotations

import calendar as _months
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from kognilang.values import calendars
from kognilang.values.context import Context
from kognilang.values.kinds import Count, Duration, Exceptional
from kognilang.values.moments import absolute, at, local, start_of
from kognilang.values.moments import moved as moment_moved
from kognilang.values.refusing import cannot_compute, wrong_kind
from kognilang.values.shown import told

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNITS = {"second": 1, "minute": 60, "hour": 3600}


def day_of(context: Context, value: Any, doing: str = "used as a date") -> date:
    """Return the day of a date or moment (in the settings' zone). Raises Exceptional."""
    if type(value) is date:
        return value
    if isinstance(value, datetime):
        return local(value, context.settings).date()
    if isinstance(value, str):
        from kognilang.values.data import recognise

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


def duration(context: Context, amount: Any, unit: Any) -> Duration:
    """`3 days`, `the notice period days`: so many of a unit (singular: `day`, `business day`)."""
    number = amount.value if type(amount) is Count else amount
    if type(number) is not Decimal:
        raise wrong_kind(amount, "number", f"a number of {unit}s")
    if unit in UNITS:
        return Duration(seconds=number * UNITS[unit])
    whole = int(number)
    if whole != number:
        if unit in ("day", "week"):
            return Duration(seconds=number * 86400 * (7 if unit == "week" else 1))
        months = number * 12
        if unit == "year" and months == int(months):
            return Duration(months=int(months))
        raise Exceptional(
            "not-whole",
            f"{told(amount)} {unit}s is no exact length of time; write it in days or "
            f"whole {unit}s.",
            needs="number",
            values=((f"{unit}s", amount),),
        )
    if unit == "business day":
        return Duration(business_days=whole)
    if unit in ("day", "week"):
        return Duration(days=whole * (7 if unit == "week" else 1))
    if unit in ("month", "quarter", "year"):
        return Duration(months=whole * {"month": 1, "quarter": 3, "year": 12}[unit])
    raise ValueError(f"no unit of time: {unit!r}")


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


# -- what lies between --------------------------------------------------------------


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


# -- named days ---------------------------------------------------------------------


def today(context: Context) -> date:
    """`today`."""
    return context.today


def now(context: Context) -> datetime:
    """`now`."""
    return local(context.now, context.settings)


def tomorrow(context: Context) -> date:
    """`tomorrow`."""
    return context.today + timedelta(days=1)


def yesterday(context: Context) -> date:
    """`yesterday`."""
    return context.today - timedelta(days=1)


def _weekday_number(name: Any) -> int:
    words = str(name).strip().lower()
    for at_, weekday in enumerate(WEEKDAYS):
        if weekday.lower() == words:
            return at_
    raise wrong_kind(name, "weekday", "found in the week")


def next_weekday(context: Context, name: Any) -> date:
    """`next Friday`: the first Friday after today."""
    ahead = (_weekday_number(name) - context.today.weekday() - 1) % 7 + 1
    return context.today + timedelta(days=ahead)


def last_weekday(context: Context, name: Any) -> date:
    """`last Friday`: the latest Friday before today."""
    back = (context.today.weekday() - _weekday_number(name) - 1) % 7 + 1
    return context.today - timedelta(days=back)


def next_business_day(context: Context, value: Any = None) -> date:
    """`the next business day` (after today, or after D)."""
    day = context.today if value is None else day_of(context, value)
    return calendars.moved(day, 1, context.settings)


def last_business_day(context: Context, value: Any = None) -> date:
    """`the last business day` (before today, or before D)."""
    day = context.today if value is None else day_of(context, value)
    return calendars.moved(day, -1, context.settings)


def _base(context: Context, value: Any) -> date:
    return context.today if value is None else day_of(context, value)


def start_of_month(context: Context, value: Any = None) -> date:
    """`the start of the month` (of today, or of D)."""
    return _base(context, value).replace(day=1)


def end_of_month(context: Context, value: Any = None) -> date:
    """`the end of the month` (of today, or of D): its last day."""
    day = _base(context, value)
    return day.replace(day=_months.monthrange(day.year, day.month)[1])


def start_of_year(context: Context, value: Any = None) -> date:
    """`the start of the year`."""
    return _base(context, value).replace(month=1, day=1)


def end_of_year(context: Context, value: Any = None) -> date:
    """`the end of the year`."""
    return _base(context, value).replace(month=12, day=31)


def start_of_week(context: Context, value: Any = None) -> date:
    """`the start of the week`: its Monday."""
    day = _base(context, value)
    return day - timedelta(days=day.weekday())


def end_of_week(context: Context, value: Any = None) -> date:
    """`the end of the week`: its Sunday."""
    return start_of_week(context, value) + timedelta(days=6)


def start_of_quarter(context: Context, value: Any = None) -> date:
    """`the start of the quarter`."""
    day = _base(context, value)
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def end_of_quarter(context: Context, value: Any = None) -> date:
    """`the end of the quarter`."""
    return add_months(start_of_quarter(context, value), 3) - timedelta(days=1)


def first_business_day_of_month(context: Context, value: Any = None) -> date:
    """`the first business day of the month`."""
    before_it = start_of_month(context, value) - timedelta(days=1)
    return calendars.moved(before_it, 1, context.settings)


def last_business_day_of_month(context: Context, value: Any = None) -> date:
    """`the last business day of the month`."""
    after_it = end_of_month(context, value) + timedelta(days=1)
    return calendars.moved(after_it, -1, context.settings)


def next_month(context: Context) -> date:
    """`next month`: a day in it (its first)."""
    return add_months(start_of_month(context), 1)


def last_month(context: Context) -> date:
    """`last month`: a day in it (its first)."""
    return add_months(start_of_month(context), -1)


def start_of_next_month(context: Context) -> date:
    """`the start of next month`."""
    return next_month(context)


def end_of_next_month(context: Context) -> date:
    """`the end of next month`: its last day."""
    return end_of_month(context, next_month(context))


def start_of_last_month(context: Context) -> date:
    """`the start of last month`."""
    return last_month(context)


def end_of_last_month(context: Context) -> date:
    """`the end of last month`: its last day."""
    return end_of_month(context, last_month(context))


def next_year(context: Context) -> date:
    """`next year`: a day in it (its first)."""
    return add_months(start_of_year(context), 12)


def last_year(context: Context) -> date:
    """`last year`: a day in it (its first)."""
    return add_months(start_of_year(context), -12)


def next_week(context: Context) -> date:
    """`next week`: a day in it (its Monday)."""
    return start_of_week(context) + timedelta(days=7)


def last_week(context: Context) -> date:
    """`last week`: a day in it (its Monday)."""
    return start_of_week(context) - timedelta(days=7)
