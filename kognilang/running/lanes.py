"""Lanes: `Process each` gives every item a frame and a status of its own in the same run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.running.collections import named, things
from kognilang.running.frames import BLOCKED, DONE, READY, Frame, Group, Lane, Loop
from kognilang.running.sequences import Ledger
from kognilang.running.steps import SWITCH, Step
from kognilang.values.kinds import Exceptional, List
from kognilang.values.shown import shown

if TYPE_CHECKING:
    from kognilang.running.code import Code
    from kognilang.running.machine import Machine


def _lanes(code: Code, pc: int, one: p.Lanes) -> Step:
    value = code.value(one.collection, pc)
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        if frame.overrides.pop(ASKED, None):
            return one.end
        items = List(items=list(things(value(frame))))
        if not items.items:
            return one.end
        if one.at_once is not None and machine.ports.children and not frame.code:
            from kognilang.running.children import begin

            return begin(machine, code, lane, frame, one, pc, items)
        group = group_of(machine, lane, one, pc, one.item, one.noun, items)
        frame.loops[one.loop] = Loop(group=group)
        lane.status = BLOCKED
        machine.startable.append(group)
        return SWITCH

    return work


def group_of(
    machine: Machine,
    lane: Lane,
    one: p.Lanes | p.Branches,
    pc: int,
    item: str,
    noun: str,
    items: List,
) -> Group:
    """Return a new group of lanes that a lane begins, and note it in the trace."""
    machine.groups += 1
    lane.writes += 1
    group = Group(
        lane,
        one.loop,
        str(machine.groups),
        pc + 1,
        one.end,
        item,
        noun,
        items,
        Ledger(),
        one.sentence,
        line=machine.code(lane.frame.code).plan.sentences[one.sentence].line,
        base=f"{lane.base}/{lane.writes}",
    )
    machine.trace.append((one.sentence, "~lanes", group.prefix))
    return group


def start_next(machine: Machine, group: Group) -> Lane:
    """Start the lane of the group's next item."""
    place = group.next
    group.next += 1
    owner = group.owner
    around = owner.stack[-1]
    lane = Lane(f"{group.prefix}.{place}", READY, parent=group, place=place)
    lane.stack.append(
        Frame(
            around.code,
            group.start,
            {group.item: group.items.items[place]} if group.item else {},
            outer=around,
            kind="lane",
        )
    )
    group.open[place] = lane
    group.ledger.items.append(None)
    machine.heap.touch_place(group.ledger, place)
    return lane


def end_lane(machine: Machine, lane: Lane, skipped: bool = False) -> None:
    """The lane is done: what it adds to outer names waits in the ledger for the loop's end."""
    from kognilang.running.branches import names_set

    group = lane.parent
    assert group is not None
    machine.dirty.add(group.owner)
    lane.status = DONE
    lane.skipped = skipped
    changes = [*lane.adds, *names_set(lane)] if group.starts else lane.adds
    adds = [[how, name, machine.heap.encode(value)] for how, name, value in changes]
    group.ledger.items[lane.place] = ["skipped" if skipped else "done", *adds]
    machine.heap.touch_place(group.ledger, lane.place)
    del group.open[lane.place]
    lane.stack.clear()
    if skipped:
        group.skipped += 1
    else:
        group.done += 1
    machine.dirty.discard(lane)
    if not group.starts:
        machine.note_lane(lane, "skipped" if skipped else "done")
    finish_if_done(machine, group)


ASKED = "~asked"
"""Kept with the settled picks of a loop whose items are all done, but about whose end a person is
asked: whatever is answered, no item is done again."""


def finish_if_done(machine: Machine, group: Group, fault: Exceptional | None = None) -> None:
    """When no lane is open and none is to start, apply what was kept and go on after the loop.

    With a `fault`, which concerns what came of all items together, a person is asked first.
    """
    if group.open or not group.exhausted:
        return
    owner = group.owner
    frame = owner.stack[-1]
    if group in machine.startable:
        machine.startable.remove(group)
    apart = _apply(machine, group, frame)
    if apart and fault is None:
        from kognilang.asking.troubles import apart_from_the_rest

        fault = apart_from_the_rest(apart)
    del frame.loops[group.loop]
    if not group.starts:
        machine.counts.append(counted(machine, group, frame.code))
    owner.status = READY
    if group.stopping == "run":
        machine.stop_from(owner, group.reason)
        return
    if fault is not None:
        frame.overrides[ASKED] = True
        machine.trouble(owner, fault)
        if owner.status == READY and owner not in machine.ready:
            machine.ready.appendleft(owner)
        return
    if group.starts:
        from kognilang.running.branches import joined

        joined(machine, group)
        return
    frame.pc = group.end
    machine.ready.appendleft(owner)


def _apply(machine: Machine, group: Group, frame: Frame) -> list[tuple[str, str]]:
    """Do what the lanes have kept, in the items' order; return what cannot be done, and why."""
    settings = machine.world.settings
    apart = []
    for place, entry in enumerate(group.ledger.items):
        for how, name, data in entry[1:] if entry else ():
            value = machine.heap.decode(data)
            if how == "set":
                frame.names[name] = value
                continue
            try:
                machine.change(group.owner, frame, how, name, value, shared=False)
            except Exceptional as fault:
                item = group.items.items[place]
                name = named(item, group.noun, lambda value: shown(value, settings))
                apart.append((name or "one of the steps", fault.message))
    return apart


def counted(machine: Machine, group: Group, code: str) -> dict[str, Any]:
    """Return what has become of a group's items, as data."""
    sentence = machine.code(code).plan.sentences[group.sentence]
    return {
        "noun": group.noun,
        "line": sentence.line,
        "sentence": sentence.canonical.split("\n")[0],
        "total": len(group.items.items),
        "done": group.done,
        "skipped": group.skipped,
        "waiting": len(group.open),
        "stopped": bool(group.stopping),
    }


def _lane_end(code: Code, pc: int, one: p.LaneEnd) -> Step:
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        if lane.parent is None:
            machine.end_child("skipped" if one.skipped else "done")
        else:
            end_lane(machine, lane, one.skipped)
        return SWITCH

    return work


def _lane_stop(code: Code, pc: int, one: p.LaneStop) -> Step:
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        if lane.parent is None:
            machine.end_child("loop")
            return SWITCH
        lane.parent.stopping = lane.parent.stopping or "loop"
        end_lane(machine, lane)
        return SWITCH

    return work


def _stop_run(code: Code, pc: int, one: p.StopRun) -> Step:
    reason = None if one.reason is None else code.value(one.reason, pc)
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        words = "" if reason is None else shown(reason(frame), machine.world.settings)
        machine.stop_from(lane, words if reason is None else words or "stopped")
        return SWITCH

    return work


COMPILERS: dict[type, Callable[[Any, int, Any], Step]] = {
    p.Lanes: _lanes,
    p.LaneEnd: _lane_end,
    p.LaneStop: _lane_stop,
    p.StopRun: _stop_run,
}
