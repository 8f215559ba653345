"""Properties: reading and writing them by words, of records, files, persons, dates and groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from kognilang.values import between, dates, texts
from kognilang.values.context import Context
from kognilang.values.headings import heading_key, likely_columns, written_under
from kognilang.values.kinding import article, kind_of
from kognilang.values.kinds import (
    Count,
    Duration,
    Exceptional,
    File,
    Folder,
    List,
    Money,
    Person,
    Record,
    Table,
)
from kognilang.values.naming import and_list, canonical, loose, nearest, plural, singular
from kognilang.values.nouns import with_article
from kognilang.values.shown import label, told

_INDEXES: dict[tuple[str, ...], dict[str, str]] = {}
_MOST_INDEXES = 4096
_ABSENT = object()


def _index(names: tuple[str, ...]) -> dict[str, str]:
    """Return the lookup from canonical words to names, shared by all records with these names."""
    found = _INDEXES.get(names)
    if found is None:
        if len(_INDEXES) >= _MOST_INDEXES:
            _INDEXES.clear()
        found = {}
        for name in names:
            found.setdefault(canonical(name), name)
        for name in names:
            found.setdefault(loose(name), name)
        found.pop("", None)
        _INDEXES[names] = found
    return found


def field_name(record: Record, name: str, exact: bool = False) -> str | None:
    """Return the record's own spelling of a field, or None if it has no such field."""
    fields = record.fields
    if name in fields:
        return name
    if exact:
        wanted = name.strip()
        return next((own for own in fields if own.strip() == wanted), None)
    index = record.index
    if index is not None:
        own = index.get(name)
        if own is not None and own in fields:
            return own
    index = record.index = _index(tuple(fields))
    own = index.get(name)
    if own is None:
        own = index.get(canonical(name)) or index.get(loose(name))
    return own


def _of_record(record: Record, name: str, exact: bool) -> Any:
    """Return the value of a record's field, or `_ABSENT`."""
    own = field_name(record, name, exact)
    return _ABSENT if own is None else record.fields[own]


def read_field(context: Context, value: Any, name: str, exact: bool = False) -> Any:
    """Return a property: a record's field, a property of a file, person or date; of a collection,
    the list of its things' properties. A blank field, and one that a record from JSON lacks,
    is None. `exact` matches a heading to the letter.

    Raises Exceptional `missing-field`, with the fields that there are and the nearest one, or
    `blank-value` for a property of nothing.
    """
    if type(value) is Record:
        fields = value.fields
        if name in fields:
            return fields[name]
        found = _of_record(value, name, exact)
        if found is _ABSENT:
            found = _placed(context, value, name)
            if found is _ABSENT and value.kind == "group":
                found = _of_group(context, value, name)
            if found is not _ABSENT:
                return found
            if value.open:
                return None
            if value.strict and context.headings:
                meant = context.headings.get(heading_key(value.fields, name))
                if meant in fields:
                    return fields[meant]
            raise missing_field(value, name)
        return found
    if type(value) is Table:
        return _of_each(context, value.rows, value, name, exact)
    if type(value) is List:
        return _of_list(context, value, name, exact)
    if value is None:
        raise Exceptional(
            "blank-value",
            f"There is nothing to read the {name} of.",
            prop=name,
            needs="any",
        )
    properties = properties_of(value)
    read = properties.get(canonical(name))
    if read is None:
        raise _no_property(value, name, list(properties))
    return read(context, value)


def _of_group(context: Context, group: Record, name: str) -> Any:
    """Return `the group's customer`, which all its things have, its key where it has several
    (`grouped by customer and region`), or `_ABSENT`."""
    *keys, held = group.fields
    things = group.fields[held]
    if not isinstance(things, List | Table):
        return _ABSENT
    if canonical(name) == "key":
        return List(items=[group.fields[key] for key in keys])
    from kognilang.values.comparing import group_key

    found: dict[Any, Any] = {}
    for thing in things.items if isinstance(things, List) else things.rows:
        own = _of_record(thing, name, False) if type(thing) is Record else _ABSENT
        if own is _ABSENT:
            return _ABSENT
        found.setdefault(group_key(context, own), own)
    return next(iter(found.values())) if len(found) == 1 else _ABSENT


def _placed(context: Context, record: Record, name: str) -> Any:
    """Return `the order's second line` as the second of its lines, or `_ABSENT`."""
    which, _, noun = canonical(name).partition(" ")
    if not noun or not (which in PLACES or which[:1].isdigit()):
        return _ABSENT
    things = _of_record(record, plural(noun), False)
    if not isinstance(things, List | Table):
        return _ABSENT
    from kognilang.values import collections

    if which == "last":
        return collections.last(context, things)
    place = PLACES.get(which) or int("".join(one for one in which if one.isdigit()))
    return collections.item(context, Decimal(place), things)


PLACES = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "last": -1,
}  # fmt: skip
"""The words for a place among several things."""


def field_or_blank(context: Context, value: Any, name: str, exact: bool = False) -> Any:
    """Return a property for `is blank`: as `read_field`, but a field that was looked for and not
    found, or that a record of a kind or from JSON lacks, is blank. A column that a table does
    not have is an exception all the same."""
    if type(value) is Record and not value.strict:
        found = _of_record(value, name, exact)
        return None if found is _ABSENT else found
    if type(value) is Record:
        found = _of_record(value, name, exact)
        if found is _ABSENT and missing_reason(value, name):
            return None
    return None if value is None else read_field(context, value, name, exact)


def missing_reason(record: Record, name: str) -> str:
    """Return why a field of the record's kind was not found, in words; empty if unknown."""
    if not record.missing:
        return ""
    wanted = canonical(name)
    for own, why in record.missing.items():
        if canonical(own) == wanted:
            return why or f"no {own} was found"
    return ""


def missing_field(record: Record, name: str) -> Exceptional:
    """Return the exception for a field that a record lacks."""
    fields = list(record.fields)
    own = next((field for field in record.missing if canonical(field) == canonical(name)), name)
    reason = missing_reason(record, name)
    near = "" if reason else nearest(name, fields)
    message = _lacks(record, own)
    if reason:
        message += f": {reason}"
    elif near:
        message += f"; the nearest field is {near}"
    if not reason and fields:
        message += f" (its fields are {and_list(fields[:12])}{'…' if len(fields) > 12 else ''})"
    noun = record.kind or "row"
    shown_too = tuple((field, record.fields[field]) for field in fields[:8])
    if record.origin and record.origin not in message:
        shown_too = (("read from", record.origin), *shown_too)
    if record.strict and not reason:
        return Exceptional(
            "missing-field",
            message + ".",
            prop=own,
            thing=record,
            needs="choice",
            values=shown_too,
            candidates=likely_columns(own, fields),
        )
    return Exceptional(
        "missing-field",
        message + ".",
        prop=own,
        thing=record,
        needs="any",
        values=shown_too,
        suggestions=(f"the {noun}'s {_spoken(near)}",) if near else (),
    )


def _lacks(record: Record, name: str) -> str:
    """Return the beginning of a message: `The invoice INV-7 has no PO number`."""
    text = label(record)
    if record.kind and text.startswith(record.kind):
        return f"The {text} has no {name}"
    if text == record.origin:
        return f"There is no {name} in {text}"
    return f"{text[0].upper()}{text[1:]} has no {name}"


def _spoken(field: str) -> str:
    """Return a field's name as it is written in a sentence: quoted if it has odd marks."""
    words = canonical(field)
    return words if words.replace(" ", "").isalnum() else f'"{field}"'


def _no_property(value: Any, name: str, known: list[str]) -> Exceptional:
    near = nearest(name, known)
    having = and_list([with_article(one) for one in known])
    hint = f"; it has {having}" if known else ""
    return Exceptional(
        "missing-field",
        f"{told(value)}, {article(kind_of(value))}, has no {name}{hint}.",
        prop=name,
        needs="any",
        values=(("value", value),),
        suggestions=(near,) if near else (),
    )


def _of_list(context: Context, value: List, name: str, exact: bool) -> Any:
    things = value.items
    if things and not any(isinstance(one, Record) for one in things):
        read = _COLLECTION.get(canonical(name))
        if read is not None and not _has_property(things[0], name):
            return read(context, value)
    return _of_each(context, things, value, name, exact)


def _has_property(value: Any, name: str) -> bool:
    properties = properties_of(value)
    return canonical(name) in properties or singular(canonical(name)) in properties


def _of_each(context: Context, things: list[Any], of: Any, name: str, exact: bool) -> List:
    """Return the list of the things' properties; `totals` reads each one's `total`."""
    one = name
    first = next((thing for thing in things if isinstance(thing, Record)), None)
    if first is not None and not exact and field_name(first, name) is None:
        less = singular(canonical(name))
        if (
            field_name(first, less) is not None
            or missing_reason(first, less)
            or first.open
            or any(
                isinstance(thing, Record) and field_name(thing, less) is not None
                for thing in things
            )
        ):
            one = less
    elif first is None and things:
        properties = properties_of(things[0])
        if canonical(name) not in properties and singular(canonical(name)) in properties:
            one = singular(canonical(name))
    items = [read_field(context, thing, one, exact) for thing in things]
    nested = bool(items) and all(isinstance(item, List | Table) for item in items)
    if nested and one == name and plural(singular(canonical(name))) == canonical(name):
        # `the lines of the invoices` are all their lines.
        return List(
            items=[inner for item in items for inner in item], noun=singular(canonical(name))
        )
    return List(items=items, noun=singular(canonical(one)), about=(things, one))


def write_field(
    value: Any,
    name: str,
    new: Any,
    exact: bool = False,
    meant: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Set a property of a record (of a collection: of each of its things) and mark it changed.

    A table's row takes only its columns: an unknown one that is spelled almost like a column is
    an exception, unless a person has said which is `meant`; any other is added. Raises
    Exceptional `missing-field` or `wrong-kind`.
    """
    if isinstance(value, List | Table):
        for thing in value:
            write_field(thing, name, new, exact, meant)
        if isinstance(value, Table) and value.rows:
            value.columns += [own for own in value.rows[0].fields if own not in value.columns]
            value.changed = True
        return
    if not isinstance(value, Record):
        if value is None:
            raise Exceptional(
                "blank-value", f"There is nothing to set the {name} of.", prop=name, needs="any"
            )
        raise Exceptional(
            "wrong-kind",
            f"The {name} of {told(value)} cannot be set, because {article(kind_of(value))} never "
            "changes.",
            prop=name,
            values=(("value", value),),
        )
    own = field_name(value, name, exact)
    if own is None:
        own = _new_name(value, name, meant)
        value.index = None
    value.fields[own] = new
    value.changed = True
    if value.missing:
        wanted = canonical(name)
        for missing in [one for one in value.missing if canonical(one) == wanted]:
            del value.missing[missing]


def _new_name(record: Record, name: str, meant: Mapping[str, str]) -> str:
    """Return the spelling for a field that the record does not have yet."""
    wanted = canonical(name)
    for missing in record.missing:
        if canonical(missing) == wanted:
            return missing
    if record.strict:
        lacking = _lacks(record, f"column {name}")
        return written_under(name, list(record.fields), meant, lacking, record)
    return name


# -- properties of what is no record -------------------------------------------------

Reader = Callable[[Context, Any], Any]


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


_COLLECTION: dict[str, Reader] = {"number": _number_of, "length": _number_of}

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
