"""Properties of what is no record: of texts, files, folders, persons, dates, money and counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from kognilang.values import between, dates, texts
from kognilang.values.context import Context
from kognilang.values.kinding import kind_of
from kognilang.values.kinds import Count, Duration, Exceptional, File, Folder, Money, Person

Reader = Callable[[Context, Any], Any]
"""Reads a property of a value."""


def _file_stat(what: str) -> Reader:
    def read(context: Context, value: Any) -> Any:
        from kognilang.values.moments import zone

        try:
            stat = value.path.stat()
        except OSError:
            raise Exceptional(
                "missing-file",
                f"There is no {kind_of(value)} {value.path}, so it has no {what}.",
                prop=what,
                values=((kind_of(value), value),),
            ) from None
        if what == "size":
            return Decimal(stat.st_size)
        return datetime.fromtimestamp(stat.st_mtime, zone(context.settings)).replace(microsecond=0)

    return read


_FILE: dict[str, Reader] = {
    "name": lambda context, file: file.path.name,
    "name without extension": lambda context, file: file.path.stem,
    "extension": lambda context, file: file.path.suffix.removeprefix("."),
    "path": lambda context, file: str(file.path),
    "folder": lambda context, file: Folder(file.path.parent),
    "size": _file_stat("size"),
    "date": _file_stat("date"),
}
_FOLDER: dict[str, Reader] = {
    "name": lambda context, folder: folder.path.name,
    "path": lambda context, folder: str(folder.path),
    "date": _file_stat("date"),
}
_PERSON: dict[str, Reader] = {
    "name": lambda context, person: person.name,
    "email": lambda context, person: person.email or None,
    "email address": lambda context, person: person.email or None,
    "e-mail": lambda context, person: person.email or None,
    "title": lambda context, person: person.title or None,
    "role": lambda context, person: person.title or None,
}
_DATE: dict[str, Reader] = {
    "year": dates.year_of,
    "month": dates.month_of,
    "month number": dates.month_number_of,
    "day": dates.day_number_of,
    "weekday": dates.weekday_of,
    "quarter": dates.quarter_of,
    "week number": dates.week_number_of,
    "age": between.age_of,
}
_TIME: dict[str, Reader] = {"hour": dates.hour_of, "minute": dates.minute_of}
_MOMENT: dict[str, Reader] = {
    **_DATE,
    **_TIME,
    "date": dates.date_of,
    "time": dates.time_of,
}
_MONEY: dict[str, Reader] = {
    "amount": lambda context, money: money.amount,
    "currency": lambda context, money: money.currency,
}
_COUNT: dict[str, Reader] = {
    "number": lambda context, count: count.value,
    "noun": lambda context, count: count.noun,
}
_TEXT: dict[str, Reader] = {
    "length": texts.length_of,
    "first word": texts.first_word,
    "last word": texts.last_word,
    "words": texts.words_of,
    "lines": texts.lines_of,
}


def _number_of(context: Context, value: Any) -> Any:
    return Decimal(len(value))


COLLECTION: dict[str, Reader] = {"number": _number_of, "length": _number_of}
"""What can be read of a collection as a whole."""

_PROPERTIES: tuple[tuple[type, dict[str, Reader]], ...] = (
    (str, _TEXT),
    (File, _FILE),
    (Folder, _FOLDER),
    (Person, _PERSON),
    (datetime, _MOMENT),
    (date, _DATE),
    (time, _TIME),
    (Money, _MONEY),
    (Count, _COUNT),
    (Duration, {}),
)


def properties_of(value: Any) -> dict[str, Reader]:
    """Return the properties of a value that is no record, by canonical name."""
    for cls, properties in _PROPERTIES:
        if isinstance(value, cls):
            return properties
    return {}
