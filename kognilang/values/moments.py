"""Moments and time zones: what the clock shows where the work is done, also around DST changes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING

from kognilang.values.kinds import Exceptional

if TYPE_CHECKING:
    from kognilang.settings import Settings

_MIDNIGHT = time()


@lru_cache(maxsize=64)
def zone_named(name: str) -> tzinfo:
    """Return the time zone `Europe/Berlin`; the machine's own for an empty name.

    Raises Exceptional `unknown-time-zone`.
    """
    if not name:
        return _machine_zone()
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Exceptional(
            "unknown-time-zone",
            f'There is no time zone "{name}"; write it like "Europe/Berlin" or "America/New_York".',
            prop="time zone",
            needs="text",
            values=(("time zone", name),),
        ) from None


def _machine_zone() -> tzinfo:
    """Return the machine's zone by name where it can be told, so that DST is known."""
    from pathlib import Path
    from zoneinfo import ZoneInfo

    try:
        target = Path("/etc/localtime").resolve()
        return ZoneInfo(str(target).partition("zoneinfo/")[2])
    except (OSError, ValueError, LookupError):
        own = datetime.now().astimezone().tzinfo
        assert own is not None
        return own


def zone(settings: Settings) -> tzinfo:
    """Return the settings' time zone, else the machine's."""
    return zone_named(settings.time_zone)


def local(moment: datetime, settings: Settings) -> datetime:
    """Return the moment as the clock shows it in the settings' zone; a moment without a zone is
    taken to be in that zone."""
    if moment.tzinfo is None:
        return settled(moment, zone(settings))
    return moment.astimezone(zone(settings))


def absolute(moment: datetime, settings: Settings) -> datetime:
    """Return the moment in UTC: only there do differences and comparisons count the hours that a
    DST change skips or repeats."""
    from datetime import UTC

    return local(moment, settings).astimezone(UTC)


def settled(wall: datetime, where: tzinfo) -> datetime:
    """Return what the clock shows in a zone as a moment. A time that a DST change skips is moved
    on by the skipped hour (02:30 is 03:30); of one that comes twice the first is meant."""
    from datetime import UTC

    moment = wall.replace(tzinfo=where, fold=0)
    return moment.astimezone(UTC).astimezone(where)


def at(day: date, clock: time, settings: Settings) -> datetime:
    """Return the moment at which the clock shows a time on a day."""
    return settled(datetime.combine(day, clock.replace(tzinfo=None)), zone(settings))


def start_of(day: date, settings: Settings) -> datetime:
    """Return the moment at which a day begins."""
    return at(day, _MIDNIGHT, settings)


def moved(moment: datetime, days: int, seconds: timedelta, settings: Settings) -> datetime:
    """Return a moment so many days (by the calendar: same time of day) and then so much time
    (by the clock's running) later."""
    from datetime import UTC

    wall = local(moment, settings)
    if days:
        wall = settled((wall + timedelta(days=days)).replace(tzinfo=None), zone(settings))
    if seconds:
        wall = (wall.astimezone(UTC) + seconds).astimezone(zone(settings))
    return wall
