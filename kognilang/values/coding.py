"""Values as plain JSON data and back: tagged, versioned, exact; things are written by reference.

A text, yes/no and nothing are themselves. Everything else is an object with one key, the tag:
`{"n": "12.50"}`, `{"m": ["250.00", "USD"]}`, `{"ref": "r1:7"}`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from kognilang.values.kinds import (
    Count,
    Duration,
    File,
    Folder,
    List,
    Money,
    Percent,
    Person,
    Record,
    Secret,
    Table,
    Thing,
)

VERSION = 1
"""The version of this form, in every thing and in what `dumps` writes."""

Reference = Callable[[Thing], str]
"""Gives the object id of a thing (and gives it one, and has it stored, if it has none)."""

Resolve = Callable[[str], Any]
"""Gives the thing of an object id."""


class BadData(ValueError):
    """The data were not written by `encode`, or by a later version of it."""


def encode(value: Any, reference: Reference | None = None) -> Any:
    """Return a value as JSON data. A thing is written as a reference to it; without `reference`
    its own `oid` is used.

    Raises TypeError for what is no value, or a thing without an id.
    """
    if value is None or type(value) is str or type(value) is bool:
        return value
    if type(value) is Decimal:
        return {"n": str(value)}
    write = _WRITERS.get(type(value))
    if write is not None:
        return write(value)
    if isinstance(value, Thing):
        oid = reference(value) if reference is not None else value.oid
        if not oid:
            raise TypeError("a thing is written by its id, and this one has none yet")
        return {"ref": oid}
    raise TypeError(f"{type(value).__name__} is no value of the language")


def decode(data: Any, resolve: Resolve | None = None) -> Any:
    """Return the value of JSON data that `encode` wrote; things through `resolve`.

    Raises BadData.
    """
    if data is None or type(data) is str or type(data) is bool:
        return data
    if type(data) is not dict or len(data) != 1:
        raise BadData(f"not a stored value: {data!r}")
    ((tag, content),) = data.items()
    if tag == "n":
        return Decimal(content)
    if tag == "ref":
        if resolve is None:
            raise BadData("a thing is named where only plain values may be")
        return resolve(content)
    read = _READERS.get(tag)
    if read is None:
        raise BadData(f"values of the sort {tag!r} are from a later version")
    try:
        return read(content)
    except (ValueError, TypeError, ArithmeticError) as fault:
        raise BadData(f"a stored {tag!r} is damaged: {fault}") from None


def _moment(value: datetime) -> dict[str, Any]:
    zone = getattr(value.tzinfo, "key", "")
    return {"at": [value.isoformat(), zone]}


def _read_moment(content: list[str]) -> datetime:
    moment = datetime.fromisoformat(content[0])
    if content[1]:
        from zoneinfo import ZoneInfo

        moment = moment.astimezone(ZoneInfo(content[1]))
    return moment


def _path(content: str | list[str]) -> Path:
    return Path(content if isinstance(content, str) else content[0])


_WRITERS: dict[type, Callable[[Any], dict[str, Any]]] = {
    int: lambda value: {"n": str(value)},
    Money: lambda value: {"m": [str(value.amount), value.currency]},
    Percent: lambda value: {"%": str(value.value)},
    Count: lambda value: {"c": [str(value.value), value.noun]},
    Duration: lambda value: {
        "span": [value.months, value.days, value.business_days, str(value.seconds)]
    },
    date: lambda value: {"d": value.isoformat()},
    time: lambda value: {"t": value.isoformat()},
    datetime: _moment,
    File: lambda value: {"file": str(value.path)},
    Folder: lambda value: {"folder": str(value.path)},
    Secret: lambda value: {"secret": value.name},
    Person: lambda value: {"person": [value.name, value.email, value.title]},
}

_READERS: dict[str, Callable[[Any], Any]] = {
    "m": lambda content: Money(Decimal(content[0]), content[1]),
    "%": lambda content: Percent(Decimal(content)),
    "c": lambda content: Count(Decimal(content[0]), content[1]),
    "span": lambda content: Duration(content[0], content[1], content[2], Decimal(content[3])),
    "d": date.fromisoformat,
    "t": time.fromisoformat,
    "at": _read_moment,
    # A list holds the path from the workspace: the heap tells where that is.
    "file": lambda content: File(_path(content)),
    "folder": lambda content: Folder(_path(content)),
    "secret": Secret,
    "person": lambda content: Person(content[0], content[1], content[2]),
}


def encode_thing(thing: Thing, reference: Reference | None = None) -> dict[str, Any]:
    """Return a record, list or table as JSON data, without its id and version (its row has them).

    Things in it are written by reference. Raises TypeError.
    """

    def one(value: Any) -> Any:
        return encode(value, reference)

    if isinstance(thing, Record):
        data: dict[str, Any] = {
            "v": VERSION,
            "record": [[name, one(value)] for name, value in thing.fields.items()],
        }
        for name in ("kind", "strict", "open", "origin", "missing"):
            if getattr(thing, name):
                data[name] = getattr(thing, name)
        return data
    if isinstance(thing, List):
        data = {"v": VERSION, "list": [one(value) for value in thing.items]}
        if thing.noun:
            data["noun"] = thing.noun
        return data
    if isinstance(thing, Table):
        data = {
            "v": VERSION,
            "table": list(thing.columns),
            "rows": [one(row) for row in thing.rows],
        }
        for name in ("noun", "source", "sheet", "blob"):
            if getattr(thing, name):
                data[name] = getattr(thing, name)
        return data
    raise TypeError(f"{type(thing).__name__} is no thing of the language")


def decode_thing(data: Any, resolve: Resolve | None = None, into: Thing | None = None) -> Thing:
    """Return the thing of data that `encode_thing` wrote; `changed` is False. With `into`, an empty
    thing of the same sort is filled, so that things may refer to each other.

    Raises BadData.
    """
    if type(data) is not dict or data.get("v") != VERSION:
        raise BadData("a stored thing is not of this version")
    thing = into if into is not None else shell(data)

    def one(value: Any) -> Any:
        return decode(value, resolve)

    if isinstance(thing, Record) and "record" in data:
        thing.fields = {name: one(value) for name, value in data["record"]}
        thing.kind = data.get("kind", "")
        thing.strict = data.get("strict", False)
        thing.open = data.get("open", False)
        thing.origin = data.get("origin", "")
        thing.missing = dict(data.get("missing", {}))
        thing.index = None
    elif isinstance(thing, List) and "list" in data:
        thing.items = [one(value) for value in data["list"]]
        thing.noun = data.get("noun", "")
    elif isinstance(thing, Table) and "table" in data:
        thing.columns = list(data["table"])
        thing.rows = [one(row) for row in data["rows"]]
        for name in ("noun", "source", "sheet", "blob"):
            setattr(thing, name, data.get(name, ""))
    else:
        raise BadData("a stored thing is not of the sort that it was")
    thing.changed = False
    return thing


def shell(data: Any) -> Thing:
    """Return an empty thing of the sort that the data are of, to be filled by `decode_thing`."""
    for key, cls in (("record", Record), ("list", List), ("table", Table)):
        if key in data:
            return cls()
    raise BadData("a stored thing is of no known sort")


def references(data: Any) -> list[str]:
    """Return the ids of the things that encoded data refer to."""
    found: list[str] = []
    todo = [data]
    while todo:
        one = todo.pop()
        if isinstance(one, dict):
            if len(one) == 1 and "ref" in one:
                found.append(one["ref"])
            else:
                todo.extend(one.values())
        elif isinstance(one, list):
            todo.extend(one)
    return found


def dumps(value: Any, reference: Reference | None = None) -> str:
    """Return a value as versioned JSON text."""
    import json

    return json.dumps(
        {"v": VERSION, "value": encode(value, reference)}, ensure_ascii=False, separators=(",", ":")
    )


def loads(text: str | bytes, resolve: Resolve | None = None) -> Any:
    """Return the value of text that `dumps` wrote. Raises BadData."""
    import json

    try:
        data = json.loads(text)
    except ValueError:
        raise BadData("not JSON") from None
    if type(data) is not dict or data.get("v") != VERSION:
        raise BadData("a stored value is not of this version")
    return decode(data.get("value"), resolve)
