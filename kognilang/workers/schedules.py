"""Schedules: when a trigger is due by the calendar and the clock of the settings' time zone.

A time of day that daylight saving leaves out is due when the clock has jumped over it; one that
comes twice is due the first time.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

from kognilang.meaning.occasions import WEEKDAYS
from kognilang.meaning.plan import TriggerInfo
from kognilang.settings import Settings
from kognilang.values.calendars import holidays_of
from kognilang.values.moments import at, local

FURTHEST = 366 * 9
"""Days to look ahead: the 29th of February comes at least that often."""

_DAY = 86_400
_HOUR = 3_600


def next_due(info: TriggerInfo, after: datetime, settings: Settings) -> datetime | None:
    """Return the first moment after `after` at which the trigger is due; None if there is none."""
    here = local(after, settings)
    if info.seconds and info.seconds < _DAY:
        return _next_interval(info.seconds, here, settings)
    times = [time.fromisoformat(one) for one in info.times] or [time()]
    day = here.date()
    for _ in range(FURTHEST):
        if _fits(info, day, settings):
            for clock in sorted(times):
                moment = at(day, clock, settings)
                if moment > here:
                    return moment
        day += timedelta(days=1)
    return None


def due_between(
    info: TriggerInfo, after: datetime, until: datetime, settings: Settings, most: int = 1000
) -> list[datetime]:
    """Return when the trigger was due after one moment and up to another; at most so many, the
    last of them."""
    found: list[datetime] = []
    at_ = after
    if info.seconds and info.seconds < _DAY:
        # Of many missed every few minutes, only the last matters.
        at_ = max(after, until - timedelta(seconds=info.seconds * most))
    while (moment := next_due(info, at_, settings)) is not None and moment <= until:
        found.append(moment)
        at_ = moment
        if len(found) > most:
            del found[0]
    return found


def _next_interval(seconds: int, here: datetime, settings: Settings) -> datetime:
    """Every so often is counted from the day's beginning: every hour is on the hour.

    Up to an hour it is real time, so that none is left out or comes late when the clock is
    changed; every 6 hours is at 0:00, 6:00, 12:00 and 18:00 by the clock on any day.
    """
    begin = at(here.date(), time(), settings)
    if seconds <= _HOUR:
        passed = here.astimezone(UTC) - begin.astimezone(UTC)
        rounds = passed // timedelta(seconds=seconds) + 1
        return local(begin.astimezone(UTC) + timedelta(seconds=seconds) * rounds, settings)
    day = here.date()
    clock = timedelta(hours=here.hour, minutes=here.minute, seconds=here.second)
    rounds = clock // timedelta(seconds=seconds) + 1
    moment = timedelta(seconds=seconds) * rounds
    if moment >= timedelta(days=1):
        return at(day + timedelta(days=1), time(), settings)
    return at(day, (datetime.min + moment).time(), settings)


def _fits(info: TriggerInfo, day: date, settings: Settings) -> bool:
    if info.seconds:
        return day.toordinal() % (info.seconds // _DAY) == 0
    if info.months and day.month not in info.months:
        return False
    return any(_is(rule, day, settings) for rule in info.days)


def _is(rule: str, day: date, settings: Settings) -> bool:
    if rule in WEEKDAYS:
        return WEEKDAYS[day.weekday()] == rule
    if rule == "business day":
        return _works(day, settings)
    last = monthrange(day.year, day.month)[1]
    if rule.isdigit():
        return day.day == min(int(rule), last)
    place, _, what = rule.partition(" ")
    among = [
        one
        for one in (day.replace(day=number) for number in range(1, last + 1))
        if what == "day"
        or (what == "weekday" and one.weekday() < 5)
        or (what == "business day" and _works(one, settings))
        or WEEKDAYS[one.weekday()] == what
    ]
    number = int(place)
    at_ = number - 1 if number > 0 else len(among) + number
    return 0 <= at_ < len(among) and among[at_] == day


def _works(day: date, settings: Settings) -> bool:
    return day.weekday() < 5 and day not in holidays_of(settings)
