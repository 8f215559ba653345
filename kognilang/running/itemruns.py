"""Items that are runs of their own, in a replay: each is replayed from its own journal in turn.

Nothing of the store's rows but what each run was told from outside is used: a child begins with
what the replayed parent hands it, and the parent takes back what the replayed child has made.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kognilang.journal.records import Child, JournalRow, ObjectRow, RunRow
from kognilang.meaning import plan as p
from kognilang.running.children import begin_items
from kognilang.running.compact import compact
from kognilang.running.course import Diverged
from kognilang.running.recorded import rows_of

if TYPE_CHECKING:
    from kognilang.running.frames import Frame, Group
    from kognilang.running.machine import Machine
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
    recorded = machine.recorded
    for child in [one for one in recorded.begun.values() if one.row.parent == group.apart]:
        row = recorded.stored(child.row.id)
        if not row.epoch:
            # It was cancelled before anybody took it.
            recorded.ended[row.id] = (row, {})
            continue
        inner = machine.of_item(child, row)
        try:
            inner.replay()
            if inner.course.here is not None:
                raise Diverged(inner.course.done + 1, f"It ends at step {inner.course.done}.")
        except Diverged as fault:
            raise Diverged(
                machine.course.done + 1, f"{row.id}, one item of {machine.run}: {fault.message}"
            ) from None
        rows, blobs = inner.heap.drain()
        recorded.blobs.update(inner.recorded.blobs)
        recorded.blobs.update(blobs)
        row.frame = json.dumps({"how": inner.how}).encode()
        recorded.ended[row.id] = (row, {one.oid: one for one in rows})


def came_to_its_end(row: RunRow) -> bool:
    """Whether the run of an item was done with its item, and not with the whole run."""
    how = json.loads(row.frame).get("how", "") if row.frame else ""
    return bool(row.epoch) and row.status == "finished" and how != "run"


def take_over_items(machine: Machine, replayed: Replaying, retried: dict[str, Any]) -> None:
    """Let a run that goes on where a replayed one stood have the items of its open loops as runs of
    its own: those that came to their end as they did, the others from their beginning.

    `retried` is what its journal says of where it comes from.
    """
    for lane in machine.lanes():
        for frame in lane.stack:
            for loop in frame.loops.values():
                if loop.group is not None and loop.group.apart:
                    _take_over(machine, replayed, frame, loop.group, retried)


def _take_over(
    machine: Machine, replayed: Replaying, frame: Frame, group: Group, retried: dict[str, Any]
) -> None:
    children = [one for one in replayed.recorded.begun.values() if one.row.parent == group.apart]
    group.apart = f"{machine.run}:{group.prefix}"
    anew = []
    for place, child in enumerate(children):
        row = replayed.recorded.store.run(child.row.id)
        if row is None or not came_to_its_end(row):
            anew.append(place)
            continue
        id = f"{machine.run}-{group.first + place}"
        machine.begin_child(_ended(replayed, child, row, id, group.apart, retried))
    code = machine.code(frame.code)
    one = code.plan.instructions[frame.pc]
    assert isinstance(one, p.Lanes)
    begin_items(machine, code, frame, group, one, anew)


def _ended(
    replayed: Replaying,
    child: Child,
    row: RunRow,
    id: str,
    parent: str,
    retried: dict[str, Any],
) -> Child:
    """Return the run of an item, as it was done and has ended, as another one's.

    Raises Diverged where it cannot be replayed.
    """
    inner = replayed.of_item(child, row)
    inner.heap.run = id
    inner.replay()
    frame = inner.state()
    objects, blobs = inner.heap.drain()
    replayed.heap.blobs.update(blobs)
    *before, last = rows_of(inner.course.events)
    told = {**retried, "run": row.id, "from": len(inner.course.events)}
    mark = JournalRow("", 0, "retried", compact(told), last.at)
    again = RunRow(
        id, row.procedure, row.title, row.path, row.status, 1, 0, frame, row.started_at,
        row.ended_at, parent=parent, outcome=row.outcome, inputs=row.inputs,
    )  # fmt: skip
    return Child(again, [*before, mark, last], objects)


def own_rows(child: Child | None) -> dict[str, ObjectRow]:
    """Return what the run of an item was handed as its own."""
    return {} if child is None else {one.oid: one for one in child.objects}
