"""Children: `in parallel`, each item is a run of its own that any worker may take.

A child begins with what its steps may read: copies of the item and of the names around the loop,
under the same ids, so that what it changes of them comes back under these when all have ended, in
the items' order. The parent waits without holding anything: the last child to end wakes it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kognilang.journal.records import Child, JournalRow, ObjectRow, RunRow
from kognilang.meaning import plan as p
from kognilang.meaning.walking import names_read
from kognilang.running.collections import named
from kognilang.running.compact import compact, dumps
from kognilang.running.frames import BLOCKED, Frame, Group, Lane, Loop
from kognilang.running.keeping import STATE
from kognilang.running.lanes import finish_if_done, group_of
from kognilang.running.merging import HERE, Conflict, Merge, told
from kognilang.running.steps import SWITCH
from kognilang.values.kinds import Exceptional, List
from kognilang.values.shown import shown

if TYPE_CHECKING:
    from kognilang.running.code import Code
    from kognilang.running.machine import Machine

OPEN = ("ready", "running", "parked", "waiting")


def begin(
    machine: Machine, code: Code, lane: Lane, frame: Frame, one: p.Lanes, pc: int, items: List
) -> int:
    """Begin a run for each item: all of them, or so many at a time as the text says."""
    group = group_of(machine, lane, one, pc, one.item, one.noun, items)
    group.apart = f"{machine.run}:{group.prefix}"
    group.next = len(items.items)
    group.first = machine.children + 1
    machine.children += len(items.items)
    frame.loops[one.loop] = Loop(group=group)
    lane.status = BLOCKED
    begin_items(machine, code, frame, group, one, list(range(len(items.items))))
    return SWITCH


def begin_items(
    machine: Machine, code: Code, frame: Frame, group: Group, one: p.Lanes, places: list[int]
) -> None:
    """Begin the runs for some items of a loop: all of them, or so many at a time."""
    wanted = _names_needed(code.plan, group.start, one.end)
    names, around = _names_around(frame, wanted)
    base = machine.heap.exported([*names.values(), *around.values()])
    group.around = digest = machine.heap.keep_blob(dumps(base))
    at = machine.moment()
    settings = machine.world.settings
    for turn, place in enumerate(places):
        item = group.items.items[place]
        own = machine.heap.exported([item], known=base)
        child = {
            "noun": group.noun,
            "name": group.item,
            "item": named(item, group.noun, lambda value: shown(value, settings)),
            "start": group.start,
            # What the keys of its writes hang on: the same when the loop is tried again.
            "key": f"{machine.key_root}{group.base}.{place}",
        }
        state = {
            "v": STATE,
            "base": digest,
            "root": {"s": "ready", "stack": _stack(machine, frame, names, around, group, item)},
            "groups": 0,
            "counts": [],
            "inputs": {n: machine.heap.encode(v) for n, v in machine.world.inputs.items()},
            "child": child,
        }
        if settings.currency:
            state["currency"] = settings.currency
        held = bool(one.at_once) and turn >= (one.at_once or 0)
        row = RunRow(
            f"{machine.run}-{group.first + place}", machine.procedure, machine.title,
            machine.path, "waiting" if held else "ready", 0, 0, dumps(state), at,
            parent=group.apart, inputs=machine.given,
        )  # fmt: skip
        began = {"parent": machine.run, "item": child["item"], "line": group.line}
        machine.begin_child(
            Child(
                row,
                [JournalRow("", one.sentence, "began", compact(began), at)],
                [
                    ObjectRow(oid, 0, data.encode("utf-8", "surrogatepass"))
                    for oid, data in own.items()
                ],
            )
        )


def _names_needed(plan: p.Plan, start: int, end: int) -> set[str]:
    """Return the names that a loop's steps may read, those of all definitions included."""
    found: set[str] = set()
    first = min((one.start for one in plan.procedures if one.start >= 0), default=0)
    definitions = plan.instructions[first:] if first else []
    for one in (*plan.instructions[start:end], *definitions):
        found |= names_read(one)
    for info in plan.procedures:
        if info.body is not None:
            found |= names_read(info.body)
    return found


def _names_around(frame: Frame, wanted: set[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the wanted names stand for: those of the main steps, and those nearer by."""
    nearer: dict[str, Any] = {}
    at: Frame | None = frame
    while at is not None and at.outer is not None:
        for name, value in at.names.items():
            if name in wanted:
                nearer.setdefault(name, value)
        at = at.outer
    top = {} if at is None else {n: v for n, v in at.names.items() if n in wanted}
    return top, nearer


def _stack(
    machine: Machine,
    frame: Frame,
    names: dict[str, Any],
    around: dict[str, Any],
    group: Group,
    item: Any,
) -> list[dict[str, Any]]:
    encode = machine.heap.encode
    stack: list[dict[str, Any]] = [
        {"pc": 0, "kind": "top", "names": {name: encode(one) for name, one in names.items()}}
    ]
    if around:
        nearer = {name: encode(one) for name, one in around.items()}
        stack.append({"pc": 0, "kind": "call", "names": nearer})
    own = {group.item: encode(item)} if group.item else {}
    stack.append({"pc": group.start, "kind": "item", "names": own})
    return stack


def start_again(machine: Machine, lane: Lane) -> None:
    """Do a child's item from its first step again."""
    at = next(at for at, frame in enumerate(lane.stack) if frame.kind == "item")
    del lane.stack[at + 1 :]
    frame = lane.frame
    assert machine.child is not None
    for name in [one for one in frame.names if one != machine.child["name"]]:
        del frame.names[name]
    frame.loops.clear()
    frame.guards.clear()
    frame.overrides.clear()
    frame.key = frame.intent = ""
    frame.pc = machine.child["start"]


def gather(machine: Machine) -> None:
    """Take back what the children have done, wherever all of a loop have ended."""
    for lane in machine.lanes():
        for frame in lane.stack:
            for loop in list(frame.loops.values()):
                group = loop.group
                if group is not None and group.apart:
                    gather_from(machine, group)


def gather_from(machine: Machine, group: Group) -> None:
    """Take back what the children of one loop have done, if all have ended."""
    store, heap = machine.store, machine.heap
    if store.any_child_open(group.apart):
        return

    def before() -> dict[str, str]:
        return heap.things_kept(group.around) if group.around else {}

    # Only beside other lanes can the run itself have changed anything since.
    merge = Merge(heap, before, watched=group.owner.parent is not None)
    for place, row in enumerate(store.children(group.apart)):
        found = store.run(row.id)
        assert found is not None
        state = json.loads(found.frame) if found.frame else {}
        how = state.get("how", "")
        begun = bool(found.epoch)
        if begun:
            merge.take(place, row.id, store.objects(row.id))
        if found.status == "failed" or (found.status == "finished" and how == "run"):
            if not group.stopping or group.stopping == "loop":
                group.stopping = "run"
                group.reason = found.outcome
        elif how == "loop" and not group.stopping:
            group.stopping = "loop"
        skipped = found.status == "cancelled" or how == "skipped"
        if begun:
            if skipped:
                group.skipped += 1
            else:
                group.done += 1
            machine.note_child(group, place, row.id, "skipped" if skipped else "done")
    conflicts = merge.apply()
    finish_if_done(machine, group, _differing(machine, group, conflicts) if conflicts else None)


def _differing(machine: Machine, group: Group, conflicts: list[Conflict]) -> Exceptional:
    """Return what a person is asked where items have changed the same thing differently."""
    from kognilang.asking.troubles import changed_differently

    def name(place: int) -> str:
        if place == HERE:
            return "another step of this run"
        settings = machine.world.settings
        item = group.items.items[place]
        return named(item, group.noun, lambda value: shown(value, settings))

    found = [
        (what, was, now, [(name(place), value) for place, value in each])
        for what, was, now, each in told(conflicts)
    ]
    return changed_differently(found, group.noun)
