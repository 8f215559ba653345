"""Steps: the instructions that only change names, things and the place in the plan.

Each instruction is compiled once to a closure that takes the lane and its frame, does the
step and returns where to go on; `SWITCH` says that the lane's stack or status has changed.
An instruction completes, or raises and leaves no trace.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.running.changing import changed_value, set_field
from kognilang.running.collections import range_of, things
from kognilang.running.currencies import again
from kognilang.running.frames import Frame, Lane, Loop
from kognilang.values.kinds import Exceptional, List, Record
from kognilang.values.shown import shown, table_text

if TYPE_CHECKING:
    from kognilang.running.code import Code

Step = Callable[[Lane, Frame], int]

SWITCH = -1


def place_of(pc: int) -> str:
    """Return the name of an instruction's expressions, by which picks are settled."""
    return str(pc)


# -- names and things ----------------------------------------------------------------


def _set(code: Code, pc: int, one: p.Set) -> Step:
    value = code.value(one.value, pc)
    name, sentence, after = one.name, one.sentence, pc + 1
    trace = code.machine.trace
    if one.shared:
        world = code.machine.world

        def set_shared(lane: Lane, frame: Frame) -> int:
            found = value(frame)
            assert world.top is not None
            world.top.names[name] = found
            trace.append((sentence, name, found))
            return after

        return set_shared

    def set_name(lane: Lane, frame: Frame) -> int:
        found = value(frame)
        frame.names[name] = found
        trace.append((sentence, name, found))
        return after

    return set_name


def _set_field(code: Code, pc: int, one: p.SetField) -> Step:
    of, value = code.value(one.of, pc), code.value(one.value, pc)
    name, exact, sentence = one.field, one.exact, one.sentence
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        owner = of(frame)
        found = value(frame)
        set_field(machine, owner, name, found, exact)
        machine.trace.append((sentence, name, found))
        return pc + 1

    return work


def _change_name(code: Code, pc: int, one: p.ChangeName) -> Step:
    value = code.value(one.value, pc)
    how, name, sentence, shared = one.how, one.name, one.sentence, one.shared
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        found = value(frame)
        try:
            machine.change(lane, frame, how, name, found, shared)
        except Exceptional as fault:
            found = again(code.expressions, frame, ((one.value, found),), fault, lambda a: a)
            machine.change(lane, frame, how, name, found, shared)
        machine.trace.append((sentence, name, found))
        return pc + 1

    return work


def _change_field(code: Code, pc: int, one: p.ChangeField) -> Step:
    of, value = code.value(one.of, pc), code.value(one.value, pc)
    read = code.value(p.FieldRead(p.ItemRead(), one.field, one.exact), pc)
    name, exact, how, sentence = one.field, one.exact, one.how, one.sentence
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        owner = of(frame)
        found = value(frame)
        news = []
        frame.items.append(None)
        for thing in things(owner):
            frame.items[-1] = thing
            news.append((thing, changed_value(machine, how, read(frame), found, name)))
        frame.items.pop()
        for thing, new in news:
            set_field(machine, thing, name, new, exact)
        machine.trace.append((sentence, name, found))
        return pc + 1

    return work


# -- where to go on --------------------------------------------------------------------


def _jump(code: Code, pc: int, one: p.Jump) -> Step:
    to = one.to
    return lambda lane, frame: to


def _branch(code: Code, pc: int, one: p.Branch) -> Step:
    test = code.condition(one.condition, pc)
    otherwise, sentence, after = one.otherwise, one.sentence, pc + 1
    trace = code.machine.trace

    def work(lane: Lane, frame: Frame) -> int:
        if test(frame):
            trace.append((sentence, "", True))
            return after
        trace.append((sentence, "", False))
        return otherwise

    return work


def _loop_begin(code: Code, pc: int, one: p.LoopBegin) -> Step:
    number = one.loop
    collection = one.collection
    if isinstance(collection, p.Operation) and collection.name == "range":
        args = [code.value(arg, pc) for arg in collection.args]
        whole = code.value(collection, pc)

        def begin_range(lane: Lane, frame: Frame) -> int:
            given = [arg(frame) for arg in args]
            found = range_of(given[0], given[1], given[2] if len(given) > 2 else None)
            if found is not None:
                frame.loops[number] = Loop(range=found)
            else:
                frame.loops[number] = Loop(items=List(items=list(things(whole(frame)))))
            return pc + 1

        return begin_range
    value = code.value(collection, pc)

    def begin(lane: Lane, frame: Frame) -> int:
        frame.loops[number] = Loop(items=List(items=list(things(value(frame)))))
        return pc + 1

    return begin


def _loop_next(code: Code, pc: int, one: p.LoopNext) -> Step:
    number, item, end, after = one.loop, one.item, one.end, pc + 1
    trace = code.machine.trace
    sentence = one.sentence

    def work(lane: Lane, frame: Frame) -> int:
        loop = frame.loops[number]
        at = loop.at
        if loop.items is not None:
            items = loop.items.items
            if at < len(items):
                loop.at = at + 1
                if item:
                    frame.names[item] = items[at]
                    trace.append((sentence, item, items[at]))
                return after
        elif loop.range is not None:
            first, step, count = loop.range
            if at < count:
                loop.at = at + 1
                if item:
                    frame.names[item] = first + step * at
                    trace.append((sentence, item, frame.names[item]))
                return after
        del frame.loops[number]
        frame.names.pop(item, None)
        return end

    return work


def _loop_leave(code: Code, pc: int, one: p.LoopLeave) -> Step:
    number, end = one.loop, one.end

    def work(lane: Lane, frame: Frame) -> int:
        frame.loops.pop(number, None)
        return end

    return work


def _loop_check(code: Code, pc: int, one: p.LoopCheck) -> Step:
    number = one.loop
    limit = code.machine.world.limits.rounds

    def work(lane: Lane, frame: Frame) -> int:
        loop = frame.loops.get(number)
        if loop is None:
            loop = frame.loops[number] = Loop()
        if loop.rounds >= limit:
            from kognilang.asking.troubles import limit_reached

            raise limit_reached("this loop", limit)
        loop.rounds += 1
        return pc + 1

    return work


# -- calls -------------------------------------------------------------------------------


def _call(code: Code, pc: int, one: p.Call) -> Step:
    args = [code.value(arg, pc) for arg in one.args]
    machine = code.machine
    owner = code.home_of(one.procedure)
    info = code.plan.procedures[one.procedure]
    names, start, number, result = info.parameters, info.start, one.procedure, one.result
    limit = machine.world.limits.depth
    sentence = one.sentence
    if start < 0:
        # A definition that is one expression: its value is worked out in place.
        def work_out(lane: Lane, frame: Frame) -> int:
            found = code.expressions.apply(number, [arg(frame) for arg in args])
            if result:
                frame.names[result] = found
            machine.trace.append((sentence, result, found))
            return pc + 1

        return work_out

    def work(lane: Lane, frame: Frame) -> int:
        if len(lane.stack) > limit:
            from kognilang.asking.troubles import limit_reached

            raise limit_reached(f'"{info.title}", which calls itself,', limit)
        given = dict(zip(names, [arg(frame) for arg in args], strict=False))
        lane.stack.append(
            Frame(
                owner.hash,
                start,
                given,
                outer=machine.world.top,
                kind="call",
                procedure=number,
                result=result,
            )
        )
        machine.trace.append((sentence, "~called", info.title))
        return SWITCH

    return work


def _return(code: Code, pc: int, one: p.ReturnValue) -> Step:
    value = None if one.value is None else code.value(one.value, pc)
    sentence = one.sentence
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        found = None
        if value is not None:
            found = value(frame)
            machine.trace.append((sentence, "~returned", found))
        machine.leave(lane, found)
        return SWITCH

    return work


# -- saying --------------------------------------------------------------------------------


def _say(code: Code, pc: int, one: p.SayIt) -> Step:
    value = code.value(one.value, pc)
    sentence = one.sentence
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        machine.say(lane, sentence, text_of(value(frame), machine.world.settings))
        return pc + 1

    return work


def _show(code: Code, pc: int, one: p.ShowIt) -> Step:
    value = code.value(one.value, pc)
    sentence = one.sentence
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        found = value(frame)
        if type(found) is List and found.items and all(type(o) is Record for o in found.items):
            text = table_text(found)
        else:
            text = text_of(found, machine.world.settings)
        machine.say(lane, sentence, text)
        return pc + 1

    return work


def _tell(code: Code, pc: int, one: p.TellPerson) -> Step:
    person, value = code.value(one.person, pc), code.value(one.value, pc)
    sentence = one.sentence
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        settings = machine.world.settings
        who = shown(person(frame), settings)
        machine.tell(lane, sentence, who, text_of(value(frame), settings))
        return pc + 1

    return work


def text_of(value: Any, settings: Any) -> str:
    """Return what is put out for a value: nothing in words, a table drawn as a table."""
    return "nothing" if value is None else shown(value, settings)


# -- ends ----------------------------------------------------------------------------------


def _end(code: Code, pc: int, one: p.End) -> Step:
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        machine.reached_end(lane)
        return SWITCH

    return work


def _resume(code: Code, pc: int, one: p.Resume) -> Step:
    machine = code.machine
    how = one.how

    def work(lane: Lane, frame: Frame) -> int:
        machine.resume_from_answer(lane, how)
        return SWITCH

    return work


COMPILERS: dict[type, Callable[[Any, int, Any], Step]] = {
    p.Set: _set,
    p.SetField: _set_field,
    p.ChangeName: _change_name,
    p.ChangeField: _change_field,
    p.Jump: _jump,
    p.Branch: _branch,
    p.LoopBegin: _loop_begin,
    p.LoopNext: _loop_next,
    p.LoopLeave: _loop_leave,
    p.LoopCheck: _loop_check,
    p.Call: _call,
    p.ReturnValue: _return,
    p.SayIt: _say,
    p.ShowIt: _show,
    p.TellPerson: _tell,
    p.End: _end,
    p.Resume: _resume,
}
"""The steps that need nothing from outside; `code.py` adds lanes, effects, asking and waiting."""
