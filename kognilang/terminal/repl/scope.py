"""What has a name in a conversation, for `:names` and completion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kognilang.values.kinding import kind_of
from kognilang.values.kinds import List, Record, Table

LONGEST = 60


def rows_of(names: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Return (name, kind, value in short) for every name."""
    from kognilang.values.shown import shown

    rows = []
    for name, value in names.items():
        if isinstance(value, List | Table):
            text = f"{_size(value)} of them"
        elif isinstance(value, Record):
            text = ", ".join(value.fields)
        else:
            text = "nothing" if value is None else shown(value)
        text = " ".join(text.split())
        rows.append((f"the {name}", kind(value), text if len(text) <= LONGEST else text[:59] + "…"))
    return rows


def kinds_of(names: Mapping[str, Any]) -> dict[str, str]:
    """Return the kind of each name's value."""
    return {name: kind(value) for name, value in names.items()}


def properties_of(names: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the properties that each name's value has: a record's fields, a table's columns."""
    found: dict[str, list[str]] = {}
    for name, value in names.items():
        one = value
        if isinstance(one, List) and one.items:
            one = one.items[0]
        if isinstance(one, Record):
            found[name] = [field.lower() for field in one.fields]
        elif isinstance(one, Table):
            found[name] = [column.lower() for column in one.columns]
    return found


def kind(value: Any) -> str:
    """Name a value's kind: a record's own noun where it has one."""
    if isinstance(value, Record) and value.kind:
        return value.kind
    return kind_of(value)


def _size(value: List | Table) -> int:
    return len(value.items if isinstance(value, List) else value.rows)
