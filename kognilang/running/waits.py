"""Waiting: a lane that waits for a time is set aside; the run is then a row with a due time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.running.frames import Frame, Lane, Loop
from kognilang.running.steps import SWITCH, Step
from kognilang.values.context import Context
from kognilang.values.kinds import Exceptional
from kognilang.values.operations import OPERATIONS
from kognilang.values.shown import shown, told

if TYPE_CHECKING:
    from kognilang.running.code import Code


def utc(moment: datetime) -> str:
    """Return a moment as the store keeps it: ISO 8601 in UTC, always to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def after(context: Context, duration: Any, start: datetime | None = None) -> datetime:
    """Return the moment so long after a start (the step's moment by default)."""
    found = OPERATIONS["after"](context, duration, start or context.now)
    if isinstance(found, datetime):
        return found
    raise Exceptional("wrong-kind", f"{told(duration)} is no length of time to wait.")


def moment_of(context: Context, value: Any) -> datetime:
    """Return the moment that is waited for: a time of day is the next such one, a day begins."""
    from kognilang.values.moments import at, start_of

    if isinstance(value, datetime):
        return value
    if isinstance(value, time):
        found = at(context.today, value, context.settings)
        if found <= context.now:
            found = at(context.today + timedelta(days=1), value, context.settings)
        return found
    if isinstance(value, date):
        return start_of(value, context.settings)
    raise Exceptional(
        "wrong-kind", f"{told(value)} is no moment to wait for.", values=(("value", value),)
    )


def _wait(code: Code, pc: int, one: p.WaitFor) -> Step:
    duration = None if one.duration is None else code.value(one.duration, pc)
    moment = None if one.moment is None else code.value(one.moment, pc)
    machine = code.machine
    sentence = one.sentence

    def work(lane: Lane, frame: Frame) -> int:
        context = machine.world.context
        if duration is not None:
            due = after(context, duration(frame))
        else:
            assert moment is not None
            due = moment_of(context, moment(frame))
        machine.trace.append((sentence, "~until", due))
        if due <= context.now:
            return pc + 1
        frame.pc = pc + 1
        machine.set_aside(lane, due)
        return SWITCH

    return work


def _wait_until(code: Code, pc: int, one: p.WaitUntil) -> Step:
    test = code.condition(one.condition, pc)
    checking = code.value(one.checking, pc)
    up_to = None if one.up_to is None else code.value(one.up_to, pc)
    machine = code.machine
    sentence = one.sentence

    def work(lane: Lane, frame: Frame) -> int:
        context = machine.world.context
        if test(frame):
            frame.loops.pop(one.loop, None)
            machine.trace.append((sentence, "", True))
            return pc + 1
        loop = frame.loops.get(one.loop)
        if loop is None:
            loop = Loop(since=utc(context.now))
        if up_to is not None:
            longest = up_to(frame)
            since = datetime.fromisoformat(loop.since)
            if context.now >= after(context, longest, since):
                from kognilang.asking.troubles import timed_out

                # Asked again, it waits for as long again.
                frame.loops.pop(one.loop, None)
                raise timed_out("what was waited for", shown(longest))
        due = after(context, checking(frame))
        frame.loops[one.loop] = loop
        machine.trace.append((sentence, "", False))
        frame.pc = one.again
        machine.set_aside(lane, due)
        return SWITCH

    return work


COMPILERS: dict[type, Callable[[Any, int, Any], Step]] = {
    p.WaitFor: _wait,
    p.WaitUntil: _wait_until,
}
