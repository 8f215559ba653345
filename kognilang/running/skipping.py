"""Skipping: going on after a step, or with the next item, and what would then be missed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kognilang.meaning import plan as p
from kognilang.meaning.walking import names_read
from kognilang.running import lanes
from kognilang.running.asking import ANSWER
from kognilang.running.frames import READY, Frame, Lane

if TYPE_CHECKING:
    from kognilang.running.machine import Machine


def noun_of(machine: Machine, lane: Lane) -> str:
    """Return the word for what `skip this …` would skip: the lane's item, else the loop's."""
    if lane.parent is not None and not lane.parent.starts:
        return lane.parent.noun
    for frame in reversed(lane.stack):
        code = machine.code(frame.code)
        for number in reversed(frame.loops):
            at = _next_of(code.plan, number)
            if at >= 0:
                one = code.plan.instructions[at]
                assert isinstance(one, p.LoopNext)
                if one.item:
                    return one.item.split("~")[0]
    if lane.parent is not None:
        return noun_of(machine, lane.parent.owner)
    return str(machine.child["noun"]) if machine.child is not None else ""


def _next_of(plan: p.Plan, loop: int) -> int:
    for at, one in enumerate(plan.instructions):
        if isinstance(one, p.LoopNext) and one.loop == loop:
            return at
    return -1


def skip_step(machine: Machine, lane: Lane) -> None:
    """Go on after the sentence that the lane stands on, as if it had done nothing."""
    frame = lane.frame
    frame.key = frame.intent = ""
    frame.overrides.clear()
    frame.pc = _after(machine.code(frame.code).plan.instructions, frame.pc)


def _after(instructions: list[p.Instruction], at: int) -> int:
    """Return where it goes on when the sentence of an instruction is left out."""
    sentence = instructions[at].sentence
    first = True
    while at < len(instructions) and instructions[at].sentence == sentence:
        one = instructions[at]
        if isinstance(one, p.Branch):
            return one.otherwise
        if isinstance(one, p.Jump):
            return one.to
        if isinstance(one, p.Lanes | p.Branches):
            return one.end
        if isinstance(one, p.LoopBegin):
            after = instructions[at + 1]
            return after.end if isinstance(after, p.LoopNext) else at + 1
        if isinstance(one, _STAY) and not first:
            break
        at += 1
        first = False
    return at


_STAY = (
    p.LoopNext, p.LoopCheck, p.LaneEnd, p.LaneStop, p.ReturnValue, p.GuardBegin, p.GuardEnd,
    p.End, p.StopRun, p.LoopLeave, p.Resume, p.BranchLeave,
)  # fmt: skip


def skip_item(machine: Machine, lane: Lane) -> None:
    """Leave the lane's item; outside lanes, go on with the next item of the innermost loop."""
    if lane.parent is not None and not lane.parent.starts:
        lane.status = READY
        lanes.end_lane(machine, lane, skipped=True)
        return
    for depth in range(len(lane.stack) - 1, -1, -1):
        frame = lane.stack[depth]
        plan = machine.code(frame.code).plan
        for number in reversed(list(frame.loops)):
            at = _next_of(plan, number)
            if at >= 0:
                del lane.stack[depth + 1 :]
                frame.key = frame.intent = ""
                frame.overrides.clear()
                frame.pc = at
                return
            frame.loops.pop(number)
    if lane.parent is not None:
        from kognilang.running.branches import leave

        leave(machine, lane, "skip-item")
        return
    if machine.child is not None:
        machine.end_child("skipped")
        return
    skip_step(machine, lane)


# -- what a later step would miss --------------------------------------------------------


def read_later(
    machine: Machine, lane: Lane, given: frozenset[str] = frozenset()
) -> tuple[str, p.Sentence] | None:
    """Return a name that only the step under way sets and a later step reads, with the sentence
    of that step; None where it can be left out. `given` are names that the answer sets itself.
    """
    frame = lane.frame
    plan = machine.code(frame.code).plan
    start = _after(plan.instructions, frame.pc)
    made = _made(plan, frame, start) - given
    for name in sorted(made):
        reader = _reader(plan, name, start, plan.instructions[frame.pc].sentence)
        if reader is not None:
            return name, reader
    return None


def _made(plan: p.Plan, frame: Frame, end: int) -> set[str]:
    """Return the names that leaving out the sentence would leave unset, or as they were for
    another item; those that its block sets count only where they are not set yet."""
    sentence = plan.instructions[frame.pc].sentence
    found = set()
    for at in range(frame.pc, max(frame.pc + 1, end)):
        one = plan.instructions[at]
        for name in _sets(one):
            if one.sentence == sentence or name not in frame.names:
                found.add(name)
    return found


def _sets(one: p.Instruction) -> tuple[str, ...]:
    name = ""
    if isinstance(one, p.Set):
        name = "" if one.shared else one.name
    elif isinstance(one, p.CallSkill):
        name = "" if one.shared else one.result
    elif isinstance(one, p.Call):
        name = one.result
    elif isinstance(one, p.AskPerson):
        return (ANSWER, one.result) if one.result else (ANSWER,)
    return (name,) if name else ()


def _reader(plan: p.Plan, name: str, start: int, skipped: int) -> p.Sentence | None:
    """Walk the ways on from `start` until the name is set again or read."""
    instructions = plan.instructions
    waiting, seen = [start], set()
    while waiting:
        at = min(waiting)
        waiting.remove(at)
        if at in seen or not 0 <= at < len(instructions):
            continue
        seen.add(at)
        one = instructions[at]
        if one.sentence != skipped and name in names_read(one):
            return plan.sentences[one.sentence]
        if name in _sets(one) or (isinstance(one, p.LoopNext) and one.item == name):
            continue
        waiting.extend(_ways_on(plan, one, at))
    return None


def _ways_on(plan: p.Plan, one: p.Instruction, at: int) -> Iterator[int]:
    if isinstance(one, p.Jump | p.BranchLeave):
        yield one.to
        return
    if isinstance(one, p.LoopLeave):
        yield one.end
        return
    if isinstance(one, p.End | p.LaneEnd | p.LaneStop | p.ReturnValue | p.StopRun | p.Raise):
        return
    yield at + 1
    if isinstance(one, p.Branch):
        yield one.otherwise
    elif isinstance(one, p.LoopNext | p.Lanes | p.Branches):
        yield one.end
        if isinstance(one, p.Branches):
            yield from one.starts
    elif isinstance(one, p.AskPerson) and one.nobody >= 0:
        yield one.nobody
    elif isinstance(one, p.GuardBegin):
        yield from (to for _, to in one.reasons)
    elif isinstance(one, p.WaitUntil):
        yield one.again
    elif isinstance(one, p.Call) and 0 <= one.procedure < len(plan.procedures):
        # A definition reads the names of the top level.
        info = plan.procedures[one.procedure]
        if info.start >= 0 and not info.home:
            yield info.start


__all__ = ["noun_of", "read_later", "skip_item", "skip_step"]
