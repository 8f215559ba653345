"""Business days: Monday to Friday, less the holidays of the calendar that the settings name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from kognilang.values.kinds import Exceptional

if TYPE_CHECKING:
    from kognilang.settings import Settings

_DAY = timedelta(days=1)
_NONE: dict[date, str] = {}
FURTHEST = 200_000
"""How many business days a date may be moved by; past that the date leaves the calendar."""


@lru_cache(maxsize=16)
def _holidays(calendar: str) -> dict[date, str]:
    """Return the holidays of `US` or `US-CA` as a mapping that fills itself year by year."""
    import holidays

    country, _, subdivision = calendar.partition("-")
    try:
        found: dict[date, str] = holidays.country_holidays(
            country.upper(), subdiv=subdivision.upper() or None
        )
    except (NotImplementedError, KeyError, ValueError):
        raise Exceptional(
            "unknown-calendar",
            f'There is no calendar "{calendar}"; name a country like "US" or "DE", or a part of '
            'one like "US-CA".',
            prop="calendar",
            needs="text",
            values=(("calendar", calendar),),
        ) from None
    return found


def holidays_of(settings: Settings) -> dict[date, str]:
    """Return the holidays of the settings' calendar, by date; empty if none is named.

    Raises Exceptional `unknown-calendar`.
    """
    return _holidays(settings.calendar) if settings.calendar else _NONE


def business_day_test(settings: Settings) -> Callable[[date], bool]:
    """Return a function that tells whether a day is a business day."""
    off = holidays_of(settings)
    if not off and not settings.calendar:
        return lambda day: day.weekday() < 5
    return lambda day: day.weekday() < 5 and day not in off


def moved(day: date, number: int, settings: Settings) -> date:
    """Return the day so many business days after (before, if negative) a day.

    One business day after a Friday or a Saturday is Monday. Zero leaves the day as it is.
    """
    if abs(number) > FURTHEST:
        raise OverflowError("the date leaves the calendar")
    is_open = business_day_test(settings)
    step = _DAY if number > 0 else -_DAY
    left = abs(number)
    if left > 10 and not settings.calendar:
        # Whole weeks at once; at least one day is walked, so that the end is a business day.
        weeks = (left - 5) // 5
        day += step * 7 * weeks
        left -= 5 * weeks
    while left:
        day += step
        if is_open(day):
            left -= 1
    return day


def number_between(start: date, end: date, settings: Settings, counting_both: bool = False) -> int:
    """Return how many business days come after `start` up to and with `end` (so that as many
    business days after a business day `start` is `end`); with `counting_both`, `start` too.

    Negative when `end` is before `start`.
    """
    if end < start:
        return -number_between(end, start, settings, counting_both)
    is_open = business_day_test(settings)
    day = start if counting_both else start + _DAY
    days = (end - day).days + 1
    if days <= 0:
        return 0
    if not settings.calendar:
        weeks, rest = divmod(days, 7)
        return weeks * 5 + sum(is_open(day + _DAY * at) for at in range(rest))
    return sum(is_open(day + _DAY * at) for at in range(days))
