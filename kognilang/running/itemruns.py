"""Items that are runs of their own, in a replay: each is replayed from its own journal in turn.

Nothing of the store's rows but what each run was told from outside is used: a child begins with
what the replayed parent hands it, and the parent takes back what the replayed child has made.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.journal.records import Child, ObjectRow, RunRow
from kognilang.running.world import World

if TYPE_CHECKING:
    from kognilang.running.frames import Group
    from kognilang.running.recorded import Event
    from kognilang.running.replay import Replaying


def group_at(machine: Replaying, event: Event) -> Group | None:
    """Return the loop, one of whose runs ended in an entry of its parent's journal."""
    if event.what != "lane" or "run" not in event.data:
        return None
    prefix = event.lane.rpartition(".")[0]
    for lane in machine.lanes():
        for frame in lane.stack:
            for loop in frame.loops.values():
                if loop.group is not None and loop.group.apart and loop.group.prefix == prefix:
                    return loop.group
    return None


def replay_items(machine: Replaying, group: Group) -> None:
    """Replay every run of a loop, so that its parent can take back what they made.

    Raises Diverged, by the parent's entry, where one of them does something else.
    """
    from kognilang.running.replay import Diverged

    recorded = machine.recorded
    for child in [one for one in recorded.begun.values() if one.row.parent == group.apart]:
        row = recorded.stored(child.row.id)
        if not row.epoch:
            # It was cancelled before anybody took it.
            recorded.ended[row.id] = (row, {})
            continue
        inner = replaying_item(machine, child, row)
        try:
            inner.replay()
            if inner.done < len(inner.events):
                raise Diverged(inner.done + 1, f"It ends at step {inner.done}.")
        except Diverged as fault:
            raise Diverged(
                machine.done + 1, f"{row.id}, one item of {machine.run}: {fault.message}"
            ) from None
        rows, blobs = inner.heap.drain()
        recorded.blobs.update(inner.recorded.blobs)
        recorded.blobs.update(blobs)
        row.frame = json.dumps({"how": inner.how}).encode()
        recorded.ended[row.id] = (row, {one.oid: one for one in rows})


def replaying_item(
    machine: Replaying,
    child: Child,
    row: RunRow,
    seen: Callable[[Replaying, Event, Any], None] | None = None,
    to: int = 0,
    until: str = "",
) -> Replaying:
    """Return the machine that replays the run of an item, as its replayed parent begins it."""
    from kognilang.running.recorded import first_procedure
    from kognilang.running.replay import Replaying

    world = World(machine.world.settings, lambda: machine.world.library, machine.world.folder, {})
    recorded = machine.recorded
    recorded.blobs.update(machine.heap.blobs)
    store = recorded.store
    plan = recorded.plan(first_procedure(store.journal(row.id), row))
    return Replaying(store, row, plan, world, seen, to, child, recorded.blobs, until)


def own_rows(child: Child | None) -> dict[str, ObjectRow]:
    """Return what the run of an item was handed as its own."""
    return {} if child is None else {one.oid: one for one in child.objects}
