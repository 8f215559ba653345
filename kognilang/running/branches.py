"""Branches: the steps of `At the same time`, each a lane that shares the names around it.

What a branch sets is its own until all have ended; no other branch may read it (that is held
against the text), so the order in which they end does not matter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic
from kognilang.running.frames import BLOCKED, READY, Frame, Group, Lane, Loop
from kognilang.running.lanes import ASKED, end_lane, group_of
from kognilang.running.steps import SWITCH, Step
from kognilang.values.kinds import Exceptional, List

if TYPE_CHECKING:
    from kognilang.running.code import Code
    from kognilang.running.machine import Machine


def _branches(code: Code, pc: int, one: p.Branches) -> Step:
    machine = code.machine
    count = len(one.starts)

    def work(lane: Lane, frame: Frame) -> int:
        if frame.overrides.pop(ASKED, None):
            return one.end
        group = group_of(machine, lane, one, pc, "", "", List(items=[None] * count))
        group.starts = one.starts
        group.next = count
        frame.loops[one.loop] = Loop(group=group)
        lane.status = BLOCKED
        for place, start in enumerate(one.starts):
            branch = Lane(f"{group.prefix}.{place}", READY, parent=group, place=place)
            branch.stack.append(Frame(frame.code, start, {}, outer=frame, kind="branch"))
            group.open[place] = branch
            group.ledger.items.append(None)
            machine.dirty.add(branch)
            machine.ready.append(branch)
        return SWITCH

    return work


def _leave(code: Code, pc: int, one: p.BranchLeave) -> Step:
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        assert lane.parent is not None
        leave(machine, lane, str(one.to))
        return SWITCH

    return work


def leave(machine: Machine, lane: Lane, exit: str) -> None:
    """End a branch; the first to leave says where the run goes on: a place, or `skip-item`."""
    assert lane.parent is not None
    lane.parent.exit = lane.parent.exit or exit
    end_lane(machine, lane)


def names_set(lane: Lane) -> list[tuple[str, str, Any]]:
    """Return what a branch that ends has set, to be set around it when all have ended."""
    return [
        ("set", name, value)
        for name, value in lane.stack[0].names.items()
        if not name.startswith("~")
    ]


def caught_outside(machine: Machine, lane: Lane, fault: Exceptional | Problematic) -> bool:
    """Let a handler around the branches take what failed in one, once the others have ended."""
    group = lane.parent
    if group is None or not group.starts:
        return False
    if not _catches(machine, group.owner, fault):
        return False
    group.fault = group.fault or (fault.problem, fault.message)
    end_lane(machine, lane)
    return True


def _catches(machine: Machine, owner: Lane, fault: Exceptional | Problematic) -> bool:
    from kognilang.running.trouble import fits

    for frame in owner.stack:
        for guard in frame.guards:
            if guard.again >= 0:
                if guard.tries > 1:
                    return True
            elif any(reason is None or fits(fault, reason) for reason, _ in guard.reasons):
                return True
    group = owner.parent
    return group is not None and bool(group.starts) and _catches(machine, group.owner, fault)


def joined(machine: Machine, group: Group) -> None:
    """All branches have ended: go on after them, where one of them left to, or with what failed."""
    owner = group.owner
    frame = owner.stack[-1]
    if group.fault is not None:
        machine.trouble(owner, Exceptional(*group.fault))
        if owner.status != READY:
            return
    elif group.exit == "skip-item":
        from kognilang.running.skipping import skip_item

        skip_item(machine, owner)
        if owner.status != READY:
            return
    else:
        frame.pc = int(group.exit) if group.exit else group.end
    machine.ready.appendleft(owner)


COMPILERS: dict[type, Callable[[Any, int, Any], Step]] = {
    p.Branches: _branches,
    p.BranchLeave: _leave,
}
