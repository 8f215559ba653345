"""Trying a step again because a person said so: later, several times, and what that came to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kognilang.running.frames import Guard, Lane, Trying
from kognilang.running.waits import after
from kognilang.values.shown import shown

if TYPE_CHECKING:
    from kognilang.meaning.skill import Problematic
    from kognilang.running.machine import Machine
    from kognilang.settings import Settings
    from kognilang.values.kinds import Exceptional

TOLD = 5
"""So many of the last failures are told."""


def begin(machine: Machine, lane: Lane, waiting: Any = None, times: int = 1) -> None:
    """Have the step that the lane stands on tried again, up to so many times before it is asked
    about; `waiting` is a duration to wait before each time."""
    trying = _here_or_new(lane)
    trying.left = max(0, times - 1)
    trying.waiting = waiting
    if waiting is not None:
        machine.set_aside(lane, after(machine.world.context, waiting))


def again_unasked(machine: Machine, lane: Lane, fault: Exceptional | Problematic) -> bool:
    """Note that a step failed; True where a person has had it tried so often that it is tried
    again without asking."""
    trying = _here_or_new(lane)
    trying.failures = [*trying.failures[1 - TOLD :], (machine.moment(), fault.message)]
    if trying.left < 1:
        return False
    trying.left -= 1
    machine.note(lane, "caught", {"text": fault.message})
    if trying.waiting is not None:
        machine.set_aside(lane, after(machine.world.context, trying.waiting))
    return True


def given_up(lane: Lane, guard: Guard) -> None:
    """A block was tried as often as the text says: the question tells how it failed before."""
    if len(guard.failures) > 1:
        _here_or_new(lane).failures = list(guard.failures[:-1])


def here(lane: Lane) -> Trying | None:
    """Return what was tried of the step that the lane stands on, if anything was."""
    one, frame = lane.trying, lane.frame
    if one is None or _MARK not in frame.overrides:
        return None
    if (one.depth, one.code, one.pc) != (len(lane.stack), frame.code, frame.pc):
        return None
    return one


_MARK = "~tried"
"""Kept among the step's settled picks, which are forgotten when the step is done."""


def _here_or_new(lane: Lane) -> Trying:
    trying, frame = here(lane), lane.frame
    if trying is None:
        trying = lane.trying = Trying(len(lane.stack), frame.code, frame.pc)
        frame.overrides[_MARK] = True
    return trying


def forget(lane: Lane) -> None:
    """The step is not simply tried again: something was changed, so it begins anew."""
    lane.trying = None
    if lane.stack:
        lane.frame.overrides.pop(_MARK, None)


def tried(lane: Lane, settings: Settings) -> list[tuple[str, str]]:
    """Return what was tried before, as (label, shown), for the question about it."""
    trying = here(lane)
    if trying is None or len(trying.failures) < 2:
        return []
    from datetime import datetime

    from kognilang.values.moments import local

    lines = []
    for at, message in trying.failures[:-1]:
        moment = shown(local(datetime.fromisoformat(at), settings))
        lines.append(f"{moment}: {' '.join(message.split())}")
    return [("tried before", "\n".join(lines))]


__all__ = ["again_unasked", "begin", "forget", "here", "tried"]
