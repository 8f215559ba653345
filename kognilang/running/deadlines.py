"""Deadlines: what becomes of a question whose time is over, and reminders until then."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.running.frames import PARKED, WAITING, Asking, Lane
from kognilang.running.waits import after, utc

if TYPE_CHECKING:
    from kognilang.running.machine import Machine


def begin(machine: Machine, asking: Asking, within: Any, reminding: Any) -> None:
    """Set when a question is withdrawn and when its addressee is first reminded."""
    context = machine.world.context
    if within is not None:
        asking.due = utc(after(context, within))
    if reminding is not None:
        asking.every = reminding
        asking.remind = _next_reminder(machine, asking)


def wake_of(asking: Asking) -> str:
    """Return when a question that waits is next to be looked at; empty for never."""
    return min((moment for moment in (asking.due, asking.remind) if moment), default="")


def waits_here(machine: Machine, lane: Lane) -> bool:
    """Tell whether a lane's due time is worth sitting out: that of a wait, or of a question
    for which the text says what happens when nobody answers."""
    if lane.status == WAITING:
        return True
    return lane.status == PARKED and lane.asking is not None and _nobody(machine, lane) >= 0


def pass_due(machine: Machine, lane: Lane, now: str) -> None:
    """Remind, or take the question back, where its time has come."""
    asking = lane.asking
    assert asking is not None
    if asking.due and asking.due <= now:
        _time_is_over(machine, lane, asking)
        return
    if asking.remind and asking.remind <= now:
        _remind(machine, lane, asking)
        while asking.remind and asking.remind <= now:
            asking.remind = _next_reminder(machine, asking, asking.remind)
    lane.wake = wake_of(asking)
    machine.dirty.add(lane)


def _time_is_over(machine: Machine, lane: Lane, asking: Asking) -> None:
    from kognilang.asking.troubles import unanswered

    question = machine.store.question(asking.question)
    instruction = machine.instruction(lane)
    nobody = _nobody(machine, lane)
    machine.withdraw(asking.question)
    lane.asking = None
    machine.resume_lane(lane)
    data = {"question": asking.question, "to": question.to if question is not None else ""}
    machine.note(lane, "unanswered", data)
    if nobody >= 0:
        lane.frame.pc = nobody
        return
    within = ""
    if isinstance(instruction, p.AskPerson) and question is not None:
        within = _length(question.asked_at, asking.due)
    text = question.text if question is not None else ""
    to = question.to if question is not None else ""
    machine.trouble(lane, unanswered(to, text, within))


def _nobody(machine: Machine, lane: Lane) -> int:
    instruction = machine.instruction(lane)
    return instruction.nobody if isinstance(instruction, p.AskPerson) else -1


def _remind(machine: Machine, lane: Lane, asking: Asking) -> None:
    """Remind the addressee of a question; shown in the inbox once, however late it is."""
    from kognilang.asking.notices import reminder

    question = machine.store.question(asking.question)
    if question is None:
        return
    sentence = machine.instruction(lane).sentence
    machine.tell(lane, sentence, question.to, reminder(question), about=question.id)


def _next_reminder(machine: Machine, asking: Asking, since: str = "") -> str:
    """Return when to remind next; empty after the deadline, or where no time passes."""
    start = datetime.fromisoformat(since) if since else None
    context = machine.world.context
    found = utc(after(context, asking.every, start))
    if found <= (since or utc(context.now)) or (asking.due and found >= asking.due):
        return ""
    return found


def _length(start: str, end: str) -> str:
    """Return how long lies between two moments, roughly, in words."""
    seconds = (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()
    for size, unit in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size * 0.98:
            count = round(seconds / size)
            return f"{count} {unit}{'' if count == 1 else 's'}"
    count = max(1, round(seconds))
    return f"{count} second{'' if count == 1 else 's'}"


__all__ = ["begin", "pass_due", "waits_here", "wake_of"]
