"""Data: conversion of values to kinds where nothing is lost, and values from Python's own data."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.values.dates import so_many
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
from kognilang.values.naming import canonical
from kognilang.values.recognising import decimal_of, heading_currency, made, patterns, recognise
from kognilang.values.shown import shown, told

if TYPE_CHECKING:
    from kognilang.settings import Settings

__all__ = [
    "adopt",
    "as_written",
    "fit",
    "heading_currency",
    "misfit",
    "person_named",
    "recognise",
]


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
        match = patterns()["slashes"].match(value.strip())
        if match and settings is not None and not settings.date_order:
            one = made(match["y"], match["b"], match["a"])
            other = made(match["y"], match["a"], match["b"])
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
        match = patterns()["count"].fullmatch(value.strip())
        if match:
            return Count(decimal_of(match["n"]), canonical(match["noun"]))
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
        match = patterns()["duration"].fullmatch(part)
        if not match:
            return None
        number, unit = decimal_of(match["n"]), match["unit"].lower()
        one = so_many(number, unit)
        if one is None:
            return None
        total = Duration(
            total.months + one.months,
            total.days + one.days,
            total.business_days + one.business_days,
            total.seconds + one.seconds,
        )
    return total


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
