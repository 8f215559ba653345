"""Culprits: which field or name holds the value that a step cannot work with."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.meaning.walking import parts, reads_item
from kognilang.values.kinding import kind_of
from kognilang.values.kinds import Exceptional, Record, Secret, Thing
from kognilang.values.refusing import is_missing

if TYPE_CHECKING:
    from kognilang.running.frames import Frame, Lane
    from kognilang.running.machine import Machine

Place = tuple[Any, str]
"""A thing and its field, or None and a name of the frame."""

_OF_VALUES = ("wrong-kind", "blank-value", "divided-by-zero", "out-of-range", "not-whole")


def culprit(machine: Machine, lane: Lane, fault: Exceptional) -> Place | None:
    """Return where the value stands that an exception is about; None where no place, or more than
    one, holds it."""
    if fault.problem not in _OF_VALUES or fault.prop:
        return None
    frame = lane.frame
    found: dict[tuple[int, str], Place] = {}
    instruction = machine.instruction(lane)
    for x in (*_changed(instruction), *parts(instruction)):
        place = _place(machine, x, frame)
        if place is not None and _is_bad(_held(place, frame), fault):
            found[id(place[0]), place[1].casefold()] = place
    return next(iter(found.values())) if len(found) == 1 else None


def read_from(machine: Machine, lane: Lane, x: p.X) -> Place | None:
    """Return the field or the name that a value of the step at hand is read from, if it is one."""
    return _place(machine, x, lane.frame)


def _changed(instruction: p.Instruction) -> tuple[p.X, ...]:
    """What a step changes, which it reads for that."""
    if isinstance(instruction, p.ChangeName):
        return (p.NameRead(instruction.name),)
    if isinstance(instruction, p.ChangeField):
        return (p.FieldRead(instruction.of, instruction.field, instruction.exact),)
    return ()


def _place(machine: Machine, x: p.X, frame: Frame) -> Place | None:
    if isinstance(x, p.NameRead):
        held = x.name in frame.names and "~" not in x.name
        return (None, x.name) if held and not isinstance(frame.names[x.name], Thing) else None
    if not isinstance(x, p.FieldRead) or reads_item(x):
        return None
    depth = len(frame.items)
    try:
        of = machine.code(frame.code).expressions.afresh(x.of, str(frame.pc))(frame)
    except Exceptional:
        del frame.items[depth:]
        return None
    return (of, x.name) if isinstance(of, Record) else None


def _held(place: Place, frame: Frame) -> Any:
    thing, name = place
    if thing is None:
        return frame.names[name]
    from kognilang.values.naming import canonical

    wanted = canonical(name)
    return next((v for n, v in thing.fields.items() if canonical(n) == wanted), None)


def _is_bad(value: Any, fault: Exceptional) -> bool:
    """Whether a value is what the exception complains of."""
    if isinstance(value, Secret):
        # What is typed instead would be no secret any more.
        return False
    if fault.problem == "blank-value":
        return is_missing(value)
    if fault.problem == "divided-by-zero":
        return type(value) is Decimal and value == 0
    if fault.problem == "wrong-kind" and kind_of(value) == fault.needs:
        return False
    return any(type(value) is type(one) and value == one for _, one in fault.values)
