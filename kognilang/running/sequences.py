"""Sequences of the heap: lists, tables and ledgers with their tags and items."""

from __future__ import annotations

from typing import Any

from kognilang.dataclass import dataclass, field
from kognilang.values.kinds import List, Table, Thing


@dataclass(slots=True, eq=False)
class Ledger(Thing):
    """What has become of each place of a lane loop, as plain data: it grows like a list and is
    stored like one. Not a value of the language."""

    items: list[Any] = field(default_factory=list)


TAGS: dict[type, str] = {List: "list", Table: "table", Ledger: "ledger"}


def items_of(thing: Thing) -> list[Any]:
    """Return the items of a sequence. Raises TypeError for a record."""
    if isinstance(thing, Table):
        return thing.rows
    if isinstance(thing, (List, Ledger)):
        return thing.items
    raise TypeError(type(thing).__name__)
