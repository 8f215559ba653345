"""Snapshots: what a skill returned, written whole as it was then, so that a run can be replayed.

The heap keeps things as they are now; a snapshot keeps one as it came. A thing that occurs twice
in it is written once and named by its number; a large table refers to the rows as stored.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from kognilang.running.heap import Heap
from kognilang.values.kinds import List, Record, Table, Thing

_RECORD = ("kind", "strict", "open", "origin", "missing")
_TABLE = ("noun", "source", "sheet")


def snapshot(value: Any, heap: Heap, stored: bool = False) -> Any:
    """Return a value as data that stand for themselves. `stored` tells that the heap took this
    table in just now, so that its rows are as they came."""
    numbers: dict[int, int] = {}

    def one(value: Any) -> Any:
        if not isinstance(value, Thing):
            return heap.encode(value)
        if id(value) in numbers:
            return {"again": numbers[id(value)]}
        numbers[id(value)] = len(numbers)
        if isinstance(value, Record):
            data: dict[str, Any] = {"record": [[n, one(x)] for n, x in value.fields.items()]}
            return data | {name: found for name in _RECORD if (found := getattr(value, name))}
        if isinstance(value, List):
            return {"items": [one(item) for item in value.items], "noun": value.noun}
        assert isinstance(value, Table)
        data = {"table": value.columns} | {
            name: found for name in _TABLE if (found := getattr(value, name))
        }
        if "source" in data:
            data["source"] = heap.inside(value.source)
        if stored and value.blob:
            return data | {"blob": value.blob}
        return data | {"rows": [one(row) for row in value.rows]}

    return one(value)


def restored(data: Any, heap: Heap, blob: Callable[[str], bytes]) -> Any:
    """Return the value that `snapshot` wrote."""
    things: list[Thing] = []

    def record(data: dict[str, Any]) -> Record:
        made = Record(**{name: data[name] for name in _RECORD if name in data})
        things.append(made)
        made.fields = {name: one(value) for name, value in data["record"]}
        return made

    def one(data: Any) -> Any:
        if not isinstance(data, dict):
            return heap.decode(data)
        if "again" in data:
            return things[data["again"]]
        if "record" in data:
            return record(data)
        if "items" in data:
            made = List(noun=data["noun"])
            things.append(made)
            made.items = [one(item) for item in data["items"]]
            return made
        if "table" in data:
            kept = {name: data[name] for name in ("noun", "sheet") if name in data}
            table = Table(columns=list(data["table"]), **kept)
            things.append(table)
            if "source" in data:
                table.source = heap.placed(data["source"])
            if "blob" in data:
                content = json.loads(blob(data["blob"]))
                table.rows = [_row(content["columns"], row, heap) for row in content["rows"]]
            else:
                table.rows = [one(row) for row in data["rows"]]
            return table
        return heap.decode(data)

    return one(data)


def _row(columns: list[str], data: list[Any], heap: Heap) -> Record:
    origin, kind, strict, missing, *values = data
    row = Record(kind=kind, strict=strict, origin=origin, missing=missing or {})
    row.fields = {name: heap.decode(value) for name, value in zip(columns, values, strict=True)}
    return row
