"""Changing: what adding, subtracting and the like do to a value, and setting properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kognilang.running.collections import things
from kognilang.values import comparing
from kognilang.values.fields import write_field
from kognilang.values.headings import as_row
from kognilang.values.kinds import Exceptional, List, Percent, Record, Table
from kognilang.values.naming import is_plural
from kognilang.values.operations import OPERATIONS
from kognilang.values.shown import told

if TYPE_CHECKING:
    from kognilang.running.machine import Machine

_OPERATORS = {
    "add": "+",
    "subtract": "-",
    "increase": "+",
    "decrease": "-",
    "multiply": "*",
    "divide": "/",
}
_SHARES = {"increase": "increased by", "decrease": "decreased by"}


def changed_value(machine: Machine, how: str, old: Any, by: Any, name: str) -> Any:
    """Return what becomes of a value; a collection is changed itself and returned.

    Raises Exceptional where the change does not fit the value.
    """
    context = machine.world.context
    if isinstance(old, (List, Table)):
        if how == "add":
            _add(machine, old, by)
            return old
        if how in ("remove", "subtract"):
            _remove(machine, old, by, name)
            return old
        be = "are" if is_plural(name) else "is"
        raise Exceptional(
            "wrong-kind",
            f"The {name} {be} a list, and a list cannot be {_past(how)}.",
            prop=name,
        )
    if how == "remove":
        raise Exceptional(
            "wrong-kind", f"Nothing can be removed from {told(old)}: it is no list.", prop=name
        )
    if how in _SHARES and isinstance(by, Percent) and not isinstance(old, Percent):
        return OPERATIONS[_SHARES[how]](context, old, by)
    return OPERATIONS[_OPERATORS[how]](context, old, by)


def _past(how: str) -> str:
    return {"increase": "increased", "decrease": "decreased", "multiply": "multiplied"}.get(
        how, "divided"
    )


def _add(machine: Machine, to: List | Table, value: Any) -> None:
    heap = machine.heap
    if isinstance(to, Table):
        laid = rows_for(machine, to, value)
        rows = [row for row, _ in laid]
        for row, fields in laid:
            if list(fields) != list(row.fields) and not row.strict:
                row.fields, row.index = fields, None
                heap.touch(row)
        start = len(to.rows)
        to.rows.extend(rows)
        for row in rows:
            to.columns.extend(name for name in row.fields if name not in to.columns)
        heap.touch(to, start)
        return
    start = len(to.items)
    nested = bool(to.items) and isinstance(to.items[0], (List, Table))
    if isinstance(value, (List, Table)) and not nested:
        to.items.extend(things(value))
    else:
        to.items.append(value)
    heap.touch(to, start)


def rows_for(machine: Machine, to: Table, value: Any) -> list[tuple[Record, dict[str, Any]]]:
    """Return what is added to a table, each row with its fields under the table's headings.

    Raises Exceptional for what is no row, and for a field that is spelled almost like a column.
    """
    rows: list[Record] = []
    for row in things(value):
        if not isinstance(row, Record):
            raise Exceptional(
                "wrong-kind", f"{told(row)} is no row, so it cannot be added to a table."
            )
        rows.append(row)
    if not to.columns:
        return [(row, row.fields) for row in rows]
    return [(row, as_row(to, row, machine.world.meanings)) for row in rows]


def _remove(machine: Machine, owner: List | Table, value: Any, name: str) -> None:
    context = machine.world.context
    items: list[Any] = owner.rows if isinstance(owner, Table) else owner.items
    places = []
    for one in things(value):
        place = next(
            (at for at, item in enumerate(items) if at not in places and _same(context, item, one)),
            None,
        )
        if place is None:
            raise Exceptional(
                "no-match",
                f"{told(one)} is not in the {name}, so it cannot be removed.",
                values=(("to be removed", one),),
            )
        places.append(place)
    for place in sorted(places, reverse=True):
        del items[place]
    if places:
        machine.heap.touch(owner, max(0, min(places)))


def _same(context: Any, left: Any, right: Any) -> bool:
    if isinstance(left, Record) or isinstance(right, Record):
        return left is right
    try:
        return comparing.equal(context, left, right)
    except Exceptional:
        return False


def set_field(machine: Machine, owner: Any, name: str, value: Any, exact: bool) -> None:
    """Set a property of a thing, or of each thing of a collection; all of them or none."""
    meant = machine.world.meanings
    if not isinstance(owner, (List, Table)):
        write_field(owner, name, value, exact, meant)
        machine.heap.touch(owner)
        return
    before: list[tuple[Record, dict[str, Any]]] = []
    try:
        for thing in things(owner):
            if isinstance(thing, Record):
                before.append((thing, dict(thing.fields)))
            write_field(thing, name, value, exact, meant)
            machine.heap.touch(thing)
    except Exceptional:
        for thing, fields in before:
            thing.fields = fields
            thing.index = None
        raise
    if isinstance(owner, Table) and owner.rows:
        new = [column for column in owner.rows[0].fields if column not in owner.columns]
        if new:
            owner.columns.extend(new)
            machine.heap.touch(owner, len(owner.rows))
