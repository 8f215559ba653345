"""Answers: what an exception asks for, and what becomes of the step once it is answered.

An answer's data are plain: `kind` is `value` (with `value`, encoded), `choice` (its place in
the choices), `instruction` or `sentences` (with their `plan`); `by` says who gave it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic
from kognilang.running import asking as asks
from kognilang.running import lanes, trying
from kognilang.running.changing import set_field
from kognilang.running.effects import UnknownOutcome
from kognilang.running.evaluate import TwoMeanings, UnsettledPick
from kognilang.running.frames import READY, Asking, Frame, Lane
from kognilang.values.kinds import Exceptional, Record
from kognilang.values.naming import canonical

if TYPE_CHECKING:
    from kognilang.running.machine import Machine


def asking_for(machine: Machine, lane: Lane, fault: Exceptional | Problematic) -> Asking:
    """Return what is to be asked about an exception, with the place where a value goes."""
    asking = Asking("", "exception", fault.problem)
    if isinstance(fault, UnknownOutcome):
        asking.kind = "interrupted"
        return asking
    if not isinstance(fault, Exceptional):
        return asking
    asking.prop = fault.prop
    asking.candidates = fault.candidates
    if isinstance(fault, UnsettledPick):
        asking.place = f"pick:{fault.place}" if fault.place else ""
    elif isinstance(fault, TwoMeanings):
        asking.place = f"meaning:{fault.key}"
    elif fault.problem == "input-needed":
        asking.place = "input"
    elif fault.problem == "not-set":
        asking.place = "name"
    elif fault.problem == "no-currency":
        asking.place = "currency"
    elif fault.prop and isinstance(fault.thing, Record):
        asking.place = "field"
        asking.thing = fault.thing
        kind = _declared(machine, fault.thing, fault.prop)
        if kind and fault.needs in ("any", ""):
            fault.needs = kind
    if not asking.place:
        # There is nowhere to put a value, so none is asked for.
        fault.needs = ""
    return asking


def _declared(machine: Machine, thing: Record, prop: str) -> str:
    """Return the kind that a declared kind says a field has."""
    info = machine.code("").plan.kinds.get(thing.kind)
    if info is None:
        return ""
    wanted = canonical(prop)
    for field in info.fields:
        if canonical(field.name) == wanted and not field.many and field.kind in _TYPED:
            return field.kind
    return ""


_TYPED = ("text", "number", "money", "count", "percent", "date", "time", "moment", "yes/no")


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
    return noun_of(machine, lane.parent.owner) if lane.parent is not None else ""


def _next_of(plan: p.Plan, loop: int) -> int:
    for at, one in enumerate(plan.instructions):
        if isinstance(one, p.LoopNext) and one.loop == loop:
            return at
    return -1


def apply(machine: Machine, lane: Lane, asking: Asking, data: dict[str, Any]) -> None:
    """Do what an answer says; the lane is ready then, unless it asks again."""
    kind = data.get("kind")
    if kind != "instruction" or data["instruction"] != "again":
        trying.forget(lane)
    if kind == "instruction":
        if asking.kind == "interrupted":
            # Where it is not known whether a write happened, leaving it is to say that it did.
            lane.frame.intent = "done" if data["instruction"] == "skip-step" else "failed"
        if data["instruction"] == "again":
            _again(lane)
            waiting = machine.heap.decode(data.get("waiting"))
            trying.begin(machine, lane, waiting, data.get("times", 1))
            return
        instruct(machine, lane, data["instruction"])
        return
    if kind == "corrections":
        _correct(machine, lane, asking, data)
        return
    if kind == "sentences":
        hash = machine.add_code(data["plan"].encode())
        below = lane.frame
        lane.stack.append(Frame(hash, 0, below.names, below.outer, "answer", shares=True))
        return
    if kind == "choice":
        value = asking.candidates[data["value"]]
    else:
        value = machine.heap.decode(data.get("value"))
    _give(machine, lane, asking, value, data.get("by", ""))


def _give(machine: Machine, lane: Lane, asking: Asking, value: Any, by: str) -> None:
    """Put a value where it was missing; the step is then tried again."""
    frame = lane.frame
    if asking.kind == "ask":
        one = machine.code(frame.code).plan.instructions[frame.pc]
        assert isinstance(one, p.AskPerson)
        asks.answered(machine, lane, one, asking, value, by)
    elif asking.kind == "interrupted":
        frame.intent = "done" if value is True else "failed"
    elif asking.place == "input":
        machine.world.inputs[asking.prop] = value
    elif asking.place == "name":
        _set_name(frame, asking.prop, value)
    elif asking.place == "currency":
        machine.world.use_currency(str(value))
    elif asking.place == "field":
        set_field(machine, asking.thing, asking.prop, value, exact=False)
    elif asking.place.startswith("meaning:"):
        meant = "name" if value == asking.candidates[0] else "field"
        machine.world.meanings[asking.place.removeprefix("meaning:")] = meant
    elif asking.place.startswith("pick:"):
        frame.overrides[asking.place.removeprefix("pick:")] = value


def _set_name(frame: Frame, name: str, value: Any) -> None:
    frame.names[name] = value


def instruct(machine: Machine, lane: Lane, how: str) -> None:
    """Do what an instruction says about the step that the lane stands on."""
    if how == "again":
        _again(lane)
    elif how == "skip-step":
        skip_step(machine, lane)
    elif how == "skip-item":
        skip_item(machine, lane)
    elif how == "stop":
        machine.finish("failed", "Stopped by the answer to a question.")
    elif how == "start-over":
        machine.started_over = True
        machine.finish("cancelled", "Started over.")
    else:
        raise ValueError(how)


def _again(lane: Lane) -> None:
    """Where a limit was reached, trying again grants as much once more."""
    for frame in lane.stack:
        for loop in frame.loops.values():
            loop.rounds = 0


def skip_step(machine: Machine, lane: Lane) -> None:
    """Go on after the sentence that the lane stands on, as if it had done nothing."""
    frame = lane.frame
    instructions = machine.code(frame.code).plan.instructions
    frame.key = frame.intent = ""
    frame.overrides.clear()
    at = frame.pc
    sentence = instructions[at].sentence
    first = True
    while at < len(instructions) and instructions[at].sentence == sentence:
        one = instructions[at]
        if isinstance(one, p.Branch):
            at = one.otherwise
            break
        if isinstance(one, p.Jump):
            at = one.to
            break
        if isinstance(one, p.Lanes | p.Branches):
            at = one.end
            break
        if isinstance(one, p.LoopBegin):
            after = instructions[at + 1]
            at = after.end if isinstance(after, p.LoopNext) else at + 1
            break
        if isinstance(one, _STAY) and not first:
            break
        at += 1
        first = False
    frame.pc = at


_STAY = (
    p.LoopNext, p.LoopCheck, p.LaneEnd, p.LaneStop, p.BranchLeave, p.ReturnValue, p.GuardBegin, p.GuardEnd,
    p.End, p.StopRun, p.LoopLeave, p.Resume,
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
    skip_step(machine, lane)
