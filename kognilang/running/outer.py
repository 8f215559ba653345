"""What a lane does to a name around its loop: held against that name at once, so that what cannot
be added is asked about with its item, and done when the loop ends, in the items' order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kognilang.running.changing import changed_value, rows_for
from kognilang.values.kinds import Exceptional, List, Table

if TYPE_CHECKING:
    from kognilang.running.frames import Frame, Group, Lane
    from kognilang.running.machine import Machine


def hold(machine: Machine, lane: Lane, around: Frame | None, change: tuple[str, str, Any]) -> None:
    """Keep a change of an outer name with a lane until the loop ends.

    `around` is the frame outside the loop from which the name is looked for. Raises Exceptional
    where the change cannot be done to what the name stands for, the other items' changes counted.
    """
    how, name, value = change
    while around is not None and name not in around.names:
        around = around.outer
    if around is None:
        raise Exceptional("not-set", f"Nothing has set the {name} yet.", prop=name, needs="any")
    old = around.names[name]
    if isinstance(old, Table) and how == "add":
        rows_for(machine, old, value)
    elif not isinstance(old, List | Table):
        _tried(machine, lane, old, change)
    lane.adds.append(change)


def _tried(machine: Machine, lane: Lane, old: Any, change: tuple[str, str, Any]) -> None:
    how, name, value = change
    group = lane.parent
    if group is None:
        return
    before = group.tried.get(name, old)
    try:
        group.tried[name] = changed_value(machine, how, before, value, name)
    except Exceptional:
        # What was counted may be of items that were skipped since.
        before = _counted_again(machine, group, old, name)
        group.tried[name] = changed_value(machine, how, before, value, name)


def _counted_again(machine: Machine, group: Group, old: Any, name: str) -> Any:
    """What the name comes to with all that is kept: of the items done, and of those open."""
    kept = [
        (how, machine.heap.decode(data))
        for entry in group.ledger.items
        for how, one, data in (entry[1:] if entry else ())
        if one == name
    ]
    kept += [
        (how, value) for lane in group.open.values() for how, one, value in lane.adds if one == name
    ]
    for how, value in kept:
        if how != "set":
            old = changed_value(machine, how, old, value, name)
    return old
