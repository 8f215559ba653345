"""Recognising: what a cell or an answer says, only where it is a literal written out."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kognilang.values.currencies import CODES, SYMBOLS
from kognilang.values.kinds import (
    Money,
    Percent,
)

if TYPE_CHECKING:
    from kognilang.settings import Settings

_MONTH_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sep sept", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_NUMBER = r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?"
_SCALES = {"": 1, "k": 10**3, "thousand": 10**3, "m": 10**6, "million": 10**6,
           "bn": 10**9, "billion": 10**9}  # fmt: skip


@lru_cache(maxsize=1)
def patterns() -> dict[str, re.Pattern[str]]:
    """Compile the patterns when the first cell is looked at, not at start-up."""
    signs = "".join(re.escape(sign) for sign in SYMBOLS)
    month = "|".join(sorted(_MONTH_NAMES, key=len, reverse=True))
    clock = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.(?P<part>\d{1,6}))?)?"
    sources = {
        "number": rf"-?{_NUMBER}",
        "percent": rf"(?P<n>-?{_NUMBER}) ?(?:%|percent)",
        "sign": rf"(?P<minus>-?)(?P<sign>[{signs}])(?P<minus2>-?)(?P<n>{_NUMBER})"
        r" ?(?P<scale>k|m|bn|thousand|million|billion|)",
        "after": rf"(?P<n>-?{_NUMBER}) ?(?P<sign>[{signs}])",
        "code": rf"(?:(?P<code>[A-Za-z]{{3}}) ?(?P<n>-?{_NUMBER})|"
        rf"(?P<n2>-?{_NUMBER}) ?(?P<code2>[A-Za-z]{{3}}))",
        "iso": r"(?P<y>\d{4})(?P<s>[-/])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})",
        "day-name": rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<mon>{month})\.?,?[ -](?P<y>\d{{4}})",
        "name-day": rf"(?P<mon>{month})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})",
        "slashes": r"(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4})",
        "time": rf"{clock}(?: ?(?P<half>[ap])\.?m\.?)?",
        "hour": r"(?P<hour>\d{1,2}) ?(?P<half>[ap])\.?m\.?",
        "moment": r"(?P<day>.+?\d)(?:[ ]+at[ ]+|T|,?[ ]+)"
        r"(?P<clock>\d{1,2}(?::\d{2}){0,2}(?:\.\d{1,6})?(?: ?[ap]\.?m\.?)?)"
        r"(?: ?(?P<zone>Z|[+-]\d{2}:?\d{2}))?",
        "duration": rf"(?P<n>{_NUMBER}) (?P<unit>second|minute|hour|business day|day|week|month|"
        r"quarter|year)s?",
        "count": rf"(?P<n>-?{_NUMBER}) (?P<noun>[a-z]+(?: [a-z]+)?)",
    }
    return {name: re.compile(source, re.IGNORECASE) for name, source in sources.items()}


_DIGITS = frozenset("0123456789")
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}


def recognise(text: str, settings: Settings | None = None) -> Any:
    """Return what a cell or an answer says, recognising only literals written out: numbers,
    money, percent, dates in an unmistakable order, times, moments, yes and no.

    Outer spaces go; a blank is None. Anything else is the text: `007`, `1E5`, `nothing`,
    `today`, `twelve`, and `03/04/2026` unless the settings name an order.
    """
    text = text.strip()
    if not text:
        return None
    if len(text) > 60:
        return text
    first = text[0]
    if first.isdecimal() or first == "-" or first in SYMBOLS:
        if first.isdecimal() and not text.isascii() and not set(text) & SYMBOLS.keys():
            return text
        found: Any = None
        dated = text[4:5] in ("-", "/") and text[:4].isdecimal()
        if not dated:
            found = _figure(text)
        if found is None and first.isdecimal():
            found = _date(text, settings) or _moment(text, settings)
            if found is None and not dated:
                found = _time(text)
        return text if found is None else found
    if not first.isalpha() or not text.isascii():
        return text
    if len(text) < 6 and text.lower() in _YES_NO:
        return _YES_NO[text.lower()]
    if not _DIGITS.isdisjoint(text):
        found = _code_money(text) or _date(text, settings) or _moment(text, settings)
        return text if found is None else found
    return text


def decimal_of(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _figure(text: str) -> Any:
    """Return a number, percent or amount of money, or None."""
    known = patterns()
    if known["number"].fullmatch(text):
        return decimal_of(text)
    match = known["percent"].fullmatch(text)
    if match:
        return Percent(decimal_of(match["n"]))
    match = known["sign"].fullmatch(text)
    if match and not (match["minus"] and match["minus2"]):
        amount = decimal_of(match["n"]) * _SCALES[match["scale"].lower()]
        minus = match["minus"] or match["minus2"]
        return Money(-amount if minus else amount, SYMBOLS[match["sign"]])
    match = known["after"].fullmatch(text)
    if match:
        return Money(decimal_of(match["n"]), SYMBOLS[match["sign"]])
    return _code_money(text)


def _code_money(text: str) -> Money | None:
    match = patterns()["code"].fullmatch(text)
    if not match:
        return None
    code = match["code"] or match["code2"]
    if code.upper() not in CODES or not code.isupper():
        return None
    return Money(decimal_of(match["n"] or match["n2"]), code)


def _date(text: str, settings: Settings | None) -> date | None:
    known = patterns()
    match = known["iso"].fullmatch(text)
    if match:
        return made(match["y"], match["m"], match["d"])
    for name in ("day-name", "name-day"):
        match = known[name].fullmatch(text)
        if match:
            return made(match["y"], _MONTH_NAMES[match["mon"].lower()], match["d"])
    match = known["slashes"].fullmatch(text)
    if not match:
        return None
    first, second, year = int(match["a"]), int(match["b"]), match["y"]
    order = settings.date_order if settings is not None else ""
    if order == "day first":
        return made(year, second, first)
    if order == "month first":
        return made(year, first, second)
    if first == second or first > 12:
        return made(year, second, first)
    if second > 12:
        return made(year, first, second)
    return None


def made(year: Any, month: Any, day: Any) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _time(text: str) -> time | None:
    known = patterns()
    match = known["time"].fullmatch(text)
    minute = second = part = 0
    if match:
        minute, second = int(match["minute"]), int(match["second"] or 0)
        part = int((match["part"] or "0").ljust(6, "0"))
    else:
        match = known["hour"].fullmatch(text)
        if not match:
            return None
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    try:
        return time(hour, minute, second, part)
    except ValueError:
        return None


def _moment(text: str, settings: Settings | None) -> datetime | None:
    match = patterns()["moment"].fullmatch(text)
    if not match:
        return None
    day, clock = _date(match["day"].strip(), settings), _time(match["clock"])
    if day is None or clock is None:
        return None
    wall = datetime.combine(day, clock)
    if match["zone"]:
        offset = match["zone"]
        if offset.upper() == "Z":
            where: tzinfo = UTC
        else:
            hours, minutes = int(offset[1:3]), int(offset[-2:])
            if hours > 14 or minutes > 59:
                return None
            delta = timedelta(hours=hours, minutes=minutes)
            where = timezone(-delta if offset[0] == "-" else delta)
        return wall.replace(tzinfo=where)
    from kognilang.values.moments import settled, zone, zone_named

    return settled(wall, zone(settings) if settings is not None else zone_named(""))


@lru_cache(maxsize=1024)
def heading_currency(heading: str) -> str:
    """Return the currency that a column's heading bears (`Revenue ($)`, `Price (in EUR)`, `Total
    in EUR`, `Amount USD`), as an ISO code; empty if none."""
    words = heading.split()
    marks = re.findall(r"[(\[]\s*(?:in\s+)?([^)\]]{1,4})\s*[)\]]", heading)
    for mark in (*(one.strip() for one in marks), *words[1:][-1:]):
        if mark in SYMBOLS:
            return SYMBOLS[mark]
        if mark in CODES:
            return str(mark)
    return ""
