"""Data: cells and answers as values, only where they are literals written out; and conversion of
a value to a kind where nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.values.currencies import CODES, SYMBOLS
from kognilang.values.kinding import article, kind_of
from kognilang.values.kinds import (
    KINDS,
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
from kognilang.values.naming import canonical, singular
from kognilang.values.shown import shown, told

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
def _patterns() -> dict[str, re.Pattern[str]]:
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


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _figure(text: str) -> Any:
    """Return a number, percent or amount of money, or None."""
    patterns = _patterns()
    if patterns["number"].fullmatch(text):
        return _decimal(text)
    match = patterns["percent"].fullmatch(text)
    if match:
        return Percent(_decimal(match["n"]))
    match = patterns["sign"].fullmatch(text)
    if match and not (match["minus"] and match["minus2"]):
        amount = _decimal(match["n"]) * _SCALES[match["scale"].lower()]
        minus = match["minus"] or match["minus2"]
        return Money(-amount if minus else amount, SYMBOLS[match["sign"]])
    match = patterns["after"].fullmatch(text)
    if match:
        return Money(_decimal(match["n"]), SYMBOLS[match["sign"]])
    return _code_money(text)


def _code_money(text: str) -> Money | None:
    match = _patterns()["code"].fullmatch(text)
    if not match:
        return None
    code = match["code"] or match["code2"]
    if code.upper() not in CODES or not code.isupper():
        return None
    return Money(_decimal(match["n"] or match["n2"]), code)


def _date(text: str, settings: Settings | None) -> date | None:
    patterns = _patterns()
    match = patterns["iso"].fullmatch(text)
    if match:
        return _made(match["y"], match["m"], match["d"])
    for name in ("day-name", "name-day"):
        match = patterns[name].fullmatch(text)
        if match:
            return _made(match["y"], _MONTH_NAMES[match["mon"].lower()], match["d"])
    match = patterns["slashes"].fullmatch(text)
    if not match:
        return None
    first, second, year = int(match["a"]), int(match["b"]), match["y"]
    order = settings.date_order if settings is not None else ""
    if order == "day first":
        return _made(year, second, first)
    if order == "month first":
        return _made(year, first, second)
    if first == second or first > 12:
        return _made(year, second, first)
    if second > 12:
        return _made(year, first, second)
    return None


def _made(year: Any, month: Any, day: Any) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _time(text: str) -> time | None:
    patterns = _patterns()
    match = patterns["time"].fullmatch(text)
    minute = second = part = 0
    if match:
        minute, second = int(match["minute"]), int(match["second"] or 0)
        part = int((match["part"] or "0").ljust(6, "0"))
    else:
        match = patterns["hour"].fullmatch(text)
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
    match = _patterns()["moment"].fullmatch(text)
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
    """Return the currency that a column's heading bears (`Revenue ($)`, `Total in EUR`, `Total
    (USD)`), as an ISO code; empty if none."""
    match = re.search(
        rf"(?:\(|\bin |\[)\s*([A-Z]{{3}}|[{''.join(SYMBOLS)}])\s*[)\]]?\s*$",
        heading,
    )
    if not match:
        return ""
    sign = match[1]
    return SYMBOLS.get(sign, sign if sign in CODES else "")


def recognise_cell(text: str, settings: Settings | None = None, currency: str = "") -> Any:
    """Return what a cell says, as `recognise` does; a number in a column whose heading bears a
    currency is money of it."""
    value = recognise(text, settings)
    if currency and type(value) is Decimal:
        return Money(value, currency)
    return value


# -- conversion ---------------------------------------------------------------------


def fit(value: Any, kind: str, settings: Settings | None = None) -> Any:
    """Return the value as one of a kind, converted only where nothing is lost: the text `12` is
    the number 12, a bare number is money in the settings' currency. A blank stays blank.

    Raises Exceptional `wrong-kind`, whose `needs` is the kind.
    """
    if kind in ("", "any") or value is None:
        return value
    kind = _ALIASES.get(kind, kind)
    own = kind_of(value)
    if own == kind or kind not in _TO:
        return _fit_declared(value, own, kind)
    if isinstance(value, str) and not value.strip() and kind != "text":
        return None
    found = _TO[kind](value, settings)
    if found is None:
        raise misfit(value, kind, settings)
    return found


_ALIASES = {"yes or no": "yes/no", "boolean": "yes/no", "amount": "money", "string": "text",
            "integer": "whole number", "people": "person", "document": "file"}  # fmt: skip


def _fit_declared(value: Any, own: str, kind: str) -> Any:
    """Fit a value to its own kind or to a kind that a file declares (an invoice)."""
    if own == kind or kind == "nothing" or kind not in KINDS:
        if kind not in KINDS and own not in ("record", "person", "file", "folder"):
            raise misfit(value, kind, None)
        return value
    raise misfit(value, kind, None)


_EXAMPLES = {
    "number": "1250.50", "money": "$1,250.50", "percent": "2.5%", "date": "2026-11-22",
    "time": "9:00", "moment": "2026-11-22 09:00", "duration": "3 days", "yes/no": "yes",
    "count": "5 units", "whole number": "12",
}  # fmt: skip


def misfit(value: Any, kind: str, settings: Settings | None) -> Exceptional:
    """Return the exception for a value that cannot be had as one of a kind, with an example."""
    example = _EXAMPLES.get(kind)
    like = f"; write it like {example}" if example else ""
    message = f"{told(value)} is not {article(kind)}{like}."
    if kind in ("date", "moment") and isinstance(value, str):
        match = _patterns()["slashes"].match(value.strip())
        if match and settings is not None and not settings.date_order:
            one = _made(match["y"], match["b"], match["a"])
            other = _made(match["y"], match["a"], match["b"])
            if one and other:
                message = (
                    f"{told(value)} could be {one} or {other}; write the date like {one}, or name "
                    "the date order in the settings."
                )
    elif kind == "money" and type(value) is Decimal:
        message = (
            f"I cannot tell which currency {told(value)} is in, and the settings name no currency."
        )
    if message[0] != '"':
        message = message[0].upper() + message[1:]
    return Exceptional("wrong-kind", message, needs=kind, values=(("value", value),))


def as_written(value: Any) -> str:
    """Return a value as a text that loses nothing: a number keeps its decimals (`12.50`)."""
    if type(value) is Decimal:
        return format(value, "f")
    if type(value) is Money:
        from kognilang.values.shown import money

        return money(value, exact=True)
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds" if not value.microsecond else "microseconds")
    return shown(value)


def _to_text(value: Any, settings: Settings | None) -> str | None:
    if isinstance(value, Record | Table | List):
        return None
    if isinstance(value, File | Folder):
        return str(value.path)
    if kind_of(value) == "secret":
        return None
    return as_written(value)


def _as_literal(value: Any, settings: Settings | None) -> Any:
    return recognise(value, settings) if isinstance(value, str) else value


def _to_number(value: Any, settings: Settings | None) -> Decimal | None:
    value = _as_literal(value, settings)
    if isinstance(value, str):
        # `007` as a number is 7 only if somebody says that it is a number: kept as text.
        match = re.fullmatch(r"[+]?(\.\d+|\d+\.?\d*)", value)
        if match and (not value.startswith("0") or value[1:2] == "."):
            return Decimal(value.rstrip("."))
        return None
    return value if type(value) is Decimal else None


def _to_whole(value: Any, settings: Settings | None) -> Decimal | None:
    number = _to_number(value, settings)
    if number is None or number != number.to_integral_value():
        return None
    return number


def _to_money(value: Any, settings: Settings | None) -> Money | None:
    value = _as_literal(value, settings)
    if type(value) is Money:
        return value
    if type(value) is Decimal and settings is not None and settings.currency:
        return Money(value, settings.currency)
    return None


def _to_percent(value: Any, settings: Settings | None) -> Percent | None:
    value = _as_literal(value, settings)
    return value if type(value) is Percent else None


def _to_count(value: Any, settings: Settings | None) -> Count | None:
    if isinstance(value, str):
        match = _patterns()["count"].fullmatch(value.strip())
        if match:
            return Count(_decimal(match["n"]), canonical(match["noun"]))
    return None


def _to_date(value: Any, settings: Settings | None) -> date | None:
    value = _as_literal(value, settings)
    if isinstance(value, datetime):
        # Only a moment that is a day's beginning says no more than its day.
        return value.date() if value.time() == time() else None
    return value if isinstance(value, date) else None


def _to_moment(value: Any, settings: Settings | None) -> datetime | None:
    value = _as_literal(value, settings)
    if isinstance(value, datetime):
        return value
    if isinstance(value, date) and settings is not None:
        from kognilang.values.moments import start_of

        return start_of(value, settings)
    return None


def _to_time(value: Any, settings: Settings | None) -> time | None:
    value = _as_literal(value, settings)
    return value if isinstance(value, time) else None


def _to_duration(value: Any, settings: Settings | None) -> Duration | None:
    if not isinstance(value, str):
        return None
    total = Duration()
    for part in re.split(r",\s*|\s+and\s+", value.strip()):
        match = _patterns()["duration"].fullmatch(part)
        if not match:
            return None
        number, unit = _decimal(match["n"]), match["unit"].lower()
        one = _duration_of(number, unit)
        if one is None:
            return None
        total = Duration(
            total.months + one.months,
            total.days + one.days,
            total.business_days + one.business_days,
            total.seconds + one.seconds,
        )
    return total


def _duration_of(number: Decimal, unit: str) -> Duration | None:
    seconds = {"second": 1, "minute": 60, "hour": 3600}.get(unit)
    if seconds is not None:
        return Duration(seconds=number * seconds)
    if number != int(number):
        return None
    whole = int(number)
    if unit == "business day":
        return Duration(business_days=whole)
    if unit in ("day", "week"):
        return Duration(days=whole * (7 if unit == "week" else 1))
    return Duration(months=whole * {"month": 1, "quarter": 3, "year": 12}[unit])


def _to_yes_no(value: Any, settings: Settings | None) -> bool | None:
    value = _as_literal(value, settings)
    return value if isinstance(value, bool) else None


def _to_list(value: Any, settings: Settings | None) -> List:
    if isinstance(value, Table):
        return List(items=list(value.rows), noun=value.noun)
    return List(items=[value])


def _to_table(value: Any, settings: Settings | None) -> Table | None:
    if isinstance(value, Record):
        return Table(columns=list(value.fields), rows=[value])
    if not isinstance(value, List) or not all(isinstance(one, Record) for one in value.items):
        return None
    columns: list[str] = []
    for row in value.items:
        columns += [name for name in row.fields if name not in columns]
    return Table(columns=columns, rows=list(value.items), noun=value.noun)


def _to_record(value: Any, settings: Settings | None) -> Record | None:
    return None


def _to_file(value: Any, settings: Settings | None) -> File | None:
    return File(Path(value.strip())) if isinstance(value, str) else None


def _to_folder(value: Any, settings: Settings | None) -> Folder | None:
    return Folder(Path(value.strip())) if isinstance(value, str) else None


def person_named(words: str, settings: Settings | None) -> Person | None:
    """Return the person or role of the settings that the words name, or None."""
    if settings is None:
        return None
    wanted = canonical(words).removeprefix("the ")
    for key, person in settings.people.items():
        if wanted in (canonical(key), canonical(person.name), person.email.lower()):
            return Person(person.name or person.key, person.email, person.key)
    return None


def _to_person(value: Any, settings: Settings | None) -> Person | None:
    return person_named(value, settings) if isinstance(value, str) else None


_TO: dict[str, Any] = {
    "text": _to_text,
    "number": _to_number,
    "whole number": _to_whole,
    "money": _to_money,
    "percent": _to_percent,
    "count": _to_count,
    "date": _to_date,
    "time": _to_time,
    "moment": _to_moment,
    "duration": _to_duration,
    "yes/no": _to_yes_no,
    "list": _to_list,
    "table": _to_table,
    "record": _to_record,
    "file": _to_file,
    "folder": _to_folder,
    "person": _to_person,
}


def adopt(value: Any) -> Any:
    """Return what Python code or JSON hands over as a value of the language: ints and floats as
    exact numbers (`0.1` is 0.1), mappings as records, sequences as lists, paths as files.

    Raises TypeError for anything that is no value.
    """
    if value is None or isinstance(value, str | bool | Decimal | Thing):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        number = Decimal(repr(value))
        if not number.is_finite():
            raise TypeError("a number that is not finite is no value of the language")
        if number == number.to_integral_value() and abs(number) < 10**28:
            return number.quantize(Decimal(1))
        return Decimal(format(number, "f"))
    if isinstance(value, Mapping):
        return Record(fields={str(key): adopt(one) for key, one in value.items()}, open=True)
    if isinstance(value, Path):
        return Folder(value) if value.is_dir() else File(value)
    if isinstance(value, Sequence | set | frozenset) and not isinstance(value, bytes):
        return List(items=[adopt(one) for one in value])
    kind_of(value)
    return value


def noun_of(collection: Any) -> str:
    """Return the singular of what a collection holds; `item` if it is not known."""
    noun = getattr(collection, "noun", "")
    return singular(noun) if noun else "item"
