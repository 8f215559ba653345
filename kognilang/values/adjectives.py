"""Adjectives that the language itself knows: `is even`, `is in the past`, `is a business day`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from kognilang.values import calendars
from kognilang.values.comparing import compare
from kognilang.values.context import Context
from kognilang.values.dates import day_of
from kognilang.values.figures import figure_of
from kognilang.values.kinds import Duration
from kognilang.values.refusing import wrong_kind


def _whole(value: Any, doing: str) -> int:
    figure = figure_of(value, doing)
    if figure != figure.to_integral_value():
        return -1
    return int(figure) % 2


def is_even(context: Context, value: Any) -> bool:
    """`A is even`."""
    return _whole(value, "even or odd") == 0


def is_odd(context: Context, value: Any) -> bool:
    """`A is odd`."""
    return _whole(value, "even or odd") == 1


def is_whole(context: Context, value: Any) -> bool:
    """`A is a whole number`."""
    return type(value) is Decimal and value == value.to_integral_value()


def _sign(value: Any) -> Decimal:
    if type(value) is Duration:
        return value.months + value.days + value.business_days + value.seconds
    return figure_of(value, "positive or negative")


def is_positive(context: Context, value: Any) -> bool:
    """`A is positive`: more than zero."""
    return _sign(value) > 0


def is_negative(context: Context, value: Any) -> bool:
    """`A is negative`: less than zero."""
    return _sign(value) < 0


def is_zero(context: Context, value: Any) -> bool:
    """`A is zero`, in any currency."""
    return not _sign(value)


def _when(context: Context, value: Any) -> Any:
    if isinstance(value, date | time):
        return value
    return day_of(context, value, "in the past or the future")


def is_past(context: Context, value: Any) -> bool:
    """`A is in the past`: a day before today, a moment before now."""
    value = _when(context, value)
    if isinstance(value, datetime | time):
        return compare(context, "<", value, context.now)
    return compare(context, "<", value, context.today)


def is_future(context: Context, value: Any) -> bool:
    """`A is in the future`: a day after today, a moment after now."""
    value = _when(context, value)
    if isinstance(value, datetime | time):
        return compare(context, ">", value, context.now)
    return compare(context, ">", value, context.today)


def is_today(context: Context, value: Any) -> bool:
    """`A is today`."""
    return day_of(context, value, "compared with today") == context.today


def is_tomorrow(context: Context, value: Any) -> bool:
    """`A is tomorrow`."""
    return day_of(context, value, "compared with tomorrow") == context.today + timedelta(days=1)


def is_yesterday(context: Context, value: Any) -> bool:
    """`A is yesterday`."""
    return day_of(context, value, "compared with yesterday") == context.today - timedelta(days=1)


def is_weekday(context: Context, value: Any) -> bool:
    """`A is a weekday`: Monday to Friday."""
    return day_of(context, value, "a weekday").weekday() < 5


def is_weekend(context: Context, value: Any) -> bool:
    """`A is on a weekend`: Saturday or Sunday."""
    return day_of(context, value, "on a weekend").weekday() > 4


def is_business_day(context: Context, value: Any) -> bool:
    """`A is a business day`, by the settings' calendar."""
    return calendars.business_day_test(context.settings)(day_of(context, value, "a business day"))


def is_holiday(context: Context, value: Any) -> bool:
    """`A is a holiday`, by the settings' calendar."""
    return day_of(context, value, "a holiday") in calendars.holidays_of(context.settings)


def is_leap_year(context: Context, value: Any) -> bool:
    """`A is a leap year`: a number, or a date's year."""
    import calendar

    if type(value) is Decimal:
        return calendar.isleap(int(value))
    return calendar.isleap(day_of(context, value, "a leap year").year)


def is_in_capitals(context: Context, value: Any) -> bool:
    """`A is in capitals`."""
    if not isinstance(value, str):
        raise wrong_kind(value, "text", "in capitals")
    return value.isupper()
