"""Turns: which lane of a replay goes on, as the journal tells, and what woke it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from kognilang.running import children, deadlines, itemruns, lanes
from kognilang.running.course import cancelled
from kognilang.running.frames import PARKED, READY, WAITING, Asking, Lane
from kognilang.running.learning import settle_lane
from kognilang.running.recorded import STEP, Event

if TYPE_CHECKING:
    from kognilang.running.replay import Replaying


def next_lane(machine: Replaying, own: Callable[[], Lane | None]) -> Lane | None:
    """Return the lane that went on then; where the journal leaves that open, the machine's `own`.

    None where the run or what is wanted of it is over.
    """
    course = machine.course
    while True:
        machine.pass_outside()
        machine.world.context.used = True
        event = course.here
        if event is None or course.over:
            return None
        if _take_back(machine, event):
            if machine.status != "running":
                return None
            continue
        lane = next((one for one in machine.lanes() if one.path == event.lane), None)
        if cancelled(event):
            machine.end_as(event)
            return None
        if event.what == "ended":
            return own()
        if lane is None:
            return _started(machine, event.lane) or own()
        if lane.asking is not None and lane.status == PARKED:
            if not _unpark(machine, lane, lane.asking, event):
                return own()
            continue
        if lane.status == WAITING:
            lane.wake = ""
            lane.status = READY
        if lane.status == READY and _incident(machine, lane, event):
            continue
        if lane.status == READY and lane.stack:
            if lane in machine.ready:
                machine.ready.remove(lane)
            return lane
        return own()


def _take_back(machine: Replaying, event: Event) -> bool:
    """Take back what the runs of items have made, where the journal tells of their end."""
    group = itemruns.group_at(machine, event)
    if group is None:
        return False
    itemruns.replay_items(machine, group)
    children.gather_from(machine, group)
    return True


def _started(machine: Replaying, path: str) -> Lane | None:
    """Start the lane of an item, if it is the next of a loop."""
    prefix, _, place = path.rpartition(".")
    for group in machine.startable:
        if group.prefix == prefix and group.next == int(place) and not group.exhausted:
            return lanes.start_next(machine, group)
    return None


def _unpark(machine: Replaying, lane: Lane, asking: Asking, event: Event) -> bool:
    """Go on with a lane that waited for a person, as the journal says; False if it does not."""
    machine.lane_at_work = lane
    if event.what == "answered":
        machine.take_answer(lane, machine.recorded.answer_to(event))
    elif event.what == "unanswered":
        deadlines.pass_due(machine, lane, asking.due)
    elif event.what == "told" and asking.remind:
        deadlines.pass_due(machine, lane, asking.remind)
    elif event.what == STEP and asking.due and not machine.past.learnt(lane.path):
        deadlines.pass_due(machine, lane, asking.due)
    else:
        return _settled_since(machine, lane, asking)
    return True


def _settled_since(machine: Replaying, lane: Lane, asking: Asking) -> bool:
    """Go on with a lane whose question was settled by something learnt while it waited."""
    row = machine.recorded.question(asking.question)
    if row is None or not machine.past.learnt(lane.path) or not settle_lane(machine, lane, row):
        return False
    machine.ready.append(lane)
    return True


def _incident(machine: Replaying, lane: Lane, event: Event) -> bool:
    """Ask what was asked because the program broke off again and again."""
    if event.what != "asked":
        return False
    row = machine.recorded.question(event.data["question"])
    if row is None or row.problem != "incident":
        return False
    machine.lane_at_work = lane
    found = re.search(r"\d+", row.text)
    machine.incident(int(found[0]) if found else 0)
    return True
