"""Named days: today, next Friday, the end of the month, the last business day."""

from __future__ import annotations

import calendar as _months
from datetime import date, datetime, timedelta
from typing import Any

from kognilang.values import calendars
from kognilang.values.context import Context
from kognilang.values.dates import WEEKDAYS, add_months, day_of
from kognilang.values.moments import local
from kognilang.values.refusing import wrong_kind


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
