"""Effects: a `write` is committed as an intent before its skill is called, and its outcome after.

The key of a write is made once, with the intent, and kept until the step is done. An open
intent that is found on resuming is settled by what the skill promises: `idempotent` is called
again with the same key, `checkable` looks the key up, anything else becomes a question.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from kognilang.journal.records import EffectRow
from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic, SkillInfo
from kognilang.running.calling import Unexpected
from kognilang.running.compact import compact, dumps
from kognilang.running.frames import Frame, Lane
from kognilang.running.steps import Step
from kognilang.values.kinds import Exceptional, Secret
from kognilang.values.shown import told

if TYPE_CHECKING:
    from kognilang.running.code import Code
    from kognilang.running.machine import Machine
    from kognilang.running.world import Limits

Arguments = list[tuple[str, Any]]

SLOT = "slot:"
"""So begins the override that holds what a person gave for a slot."""

INSTEAD = "instead"
"""The override that holds what a person decided, where a judgement was unsure."""


class UnknownOutcome(Exceptional):
    """A write was begun and nobody knows whether it happened: always asked, never caught."""


def _call_skill(code: Code, pc: int, one: p.CallSkill) -> Step:
    args = [(slot, code.value(x, pc)) for slot, x in one.args]
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        given = [(slot, value(frame)) for slot, value in args]
        if frame.overrides:
            # What a person gave instead, such as another file, or in addition.
            instead = {
                place.removeprefix(SLOT): value
                for place, value in frame.overrides.items()
                if place.startswith(SLOT)
            }
            given = [(slot, instead.pop(slot, value)) for slot, value in given]
            given += instead.items()
        info = machine.world.skill(one.skill)
        try:
            if INSTEAD in frame.overrides:
                result = frame.overrides[INSTEAD]
            elif one.effect == "write" or info.effect == "write":
                result = write(machine, lane, frame, code, pc, info, given)
            else:
                result = read(machine, info, given, _needed(code, pc) if one.must else "")
        except Problematic as fault:
            fault.given = given
            if fault.slot and not fault.key and all(slot.name != fault.slot for slot in info.slots):
                fault.slot, fault.candidates = "", ()
            raise
        _keep(machine, frame, one, result)
        machine.skill_done(lane, one, given, result)
        frame.key = frame.intent = ""
        frame.pc = pc + 1
        if one.effect == "write" or info.effect == "write":
            # The outcome of a write that can be done again may travel with the next intent.
            if not (info.idempotent or info.checkable):
                machine.commit()
        elif info.effect == "read":
            machine.commit()
        return frame.pc

    return work


def _needed(code: Code, pc: int) -> str:
    """Return what is said where `Get X` finds nothing."""
    sentence = code.plan.sentences[code.plan.instructions[pc].sentence].canonical
    return f'Nothing was found: "{" ".join(sentence.split()).rstrip(".")}".'


def _keep(machine: Machine, frame: Frame, one: p.CallSkill, result: Any) -> None:
    if not one.result:
        return
    if one.shared:
        assert machine.world.top is not None
        machine.world.top.names[one.result] = result
    else:
        frame.names[one.result] = result


def read(machine: Machine, info: SkillInfo, given: Arguments, needed: str = "") -> Any:
    """Call a skill that changes nothing; `needed` is what is said where it may not find nothing."""
    try:
        return machine.call(info, given, "", needed)
    except Unexpected as fault:
        raise Problematic(
            f"{_named(info)} broke off unexpectedly: {fault.fault}", "broken-skill"
        ) from fault


def write(
    machine: Machine,
    lane: Lane,
    frame: Frame,
    code: Code,
    pc: int,
    info: SkillInfo,
    given: Arguments,
) -> Any:
    """Call a skill that changes something, once. Raises UnknownOutcome when a person must say
    whether an interrupted call happened."""
    if machine.world.dry:
        machine.simulate(lane, code.plan.instructions[pc].sentence, info, arguments_shown(given))
        return None
    begun = frame.intent
    if not frame.key:
        lane.writes += 1
        frame.key = key_of(
            machine.store.identity, machine.key_root, lane.base, lane.writes, code.hash, pc
        )
    row = EffectRow(
        frame.key,
        machine.run,
        lane.path,
        info.id,
        arguments_shown(given),
        digest_of(machine, given),
        "intended",
        at=machine.moment(),
    )
    if begun == "done":
        # A person has said that it happened.
        machine.effect(row, "done")
        return None
    if begun == "intended" and _happened(machine, info, given, row, code.sentence(pc)):
        machine.effect(row, "done")
        return None
    frame.intent = "intended"
    machine.effect(row, "intended")
    machine.commit()
    try:
        result = machine.call(info, given, frame.key)
    except (Exceptional, Problematic) as fault:
        if fault.problem == "unsure" and not info.idempotent:
            happened = machine.look(info, given, frame.key) if info.checkable else None
            if happened:
                machine.effect(row, "done")
                return None
            if happened is None:
                machine.effect(row, "unknown")
                raise UnknownOutcome(
                    "interrupted-write",
                    fault.message,
                    needs="yes/no",
                    values=(("what it was called with", row.arguments),),
                ) from fault
        # An idempotent write that may have happened keeps its intent, whose age is looked at.
        frame.intent = "intended" if fault.problem == "unsure" and info.idempotent else "failed"
        row.outcome = fault.message
        machine.effect(row, "failed")
        raise
    except Unexpected as fault:
        if info.idempotent:
            # Tried again soon it has the same key; much later that must be asked about.
            row.outcome = fault.fault
            machine.effect(row, "unknown")
            raise Problematic(
                f"{_named(info)} broke off unexpectedly: {fault.fault}", "broken-skill"
            ) from fault
        machine.effect(row, "unknown")
        sentence = code.sentence(pc).canonical.split("\n")[0].rstrip(" .:")
        raise UnknownOutcome(
            "interrupted-write",
            f"This step broke off unexpectedly ({fault.fault}): {sentence}. "
            "I cannot know whether it happened.",
            needs="yes/no",
            values=(("what it was called with", row.arguments),),
        ) from fault
    row.outcome = "" if result is None else dumps(machine.heap.encode(result)).decode()
    machine.effect(row, "done")
    return result


def _happened(
    machine: Machine, info: SkillInfo, given: Arguments, row: EffectRow, sentence: p.Sentence
) -> bool:
    """Settle an open intent, which only a machine that died or was interrupted leaves.

    False if the skill is to be called (again, with the same key). Raises UnknownOutcome.
    """
    if info.idempotent and not _stale(machine, row):
        return False
    happened = machine.look(info, given, row.key) if info.checkable else None
    if happened is None:
        from kognilang.asking.troubles import interrupted_write

        fault = interrupted_write(row, sentence.canonical.split("\n")[0])
        raise UnknownOutcome(fault.problem, fault.message, needs=fault.needs, values=fault.values)
    return happened


def _stale(machine: Machine, row: EffectRow) -> bool:
    """Tell whether the intent is so old that the other end may have forgotten its key."""
    begun = machine.store.effect(row.run, row.key)
    if begun is None or not begun.at:
        return True
    return stale(begun.at, machine.world.context.read(), machine.world.limits)


def stale(begun: str, now: datetime, limits: Limits) -> bool:
    """Tell whether a key is too old to be trusted; so is one of the future, since then the clock
    was set and its age is not known."""
    return abs(now - datetime.fromisoformat(begun)) > timedelta(hours=limits.key_hours)


def key_of(store: str, run: str, lane: str, occurrence: int, code: str, pc: int) -> str:
    """Return the idempotency key of a write: of which occurrence of which step, in which lane.

    The store's identity keeps it apart from the same run of another store: whoever deletes the
    store begins anew.
    """
    words = f"{store}\n{run}\n{lane}\n{occurrence}\n{code}\n{pc}"
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def arguments_shown(given: Arguments) -> str:
    """Return what a skill is called with, for people; secrets are left out, long texts cut."""
    parts = []
    for slot, value in given:
        text = f'the secret "{value.name}"' if isinstance(value, Secret) else told(value)
        parts.append(f"{slot.replace('_', ' ')}: {text}")
    return "; ".join(parts)


def digest_of(machine: Machine, given: Arguments) -> str:
    """Return the digest of the arguments as they are now."""
    data = [[slot, machine.trace_value(value)] for slot, value in given]
    return hashlib.sha256(compact(data).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _named(info: SkillInfo) -> str:
    return f'"{info.phrases[0]}"'


COMPILERS: dict[type, Callable[[Any, int, Any], Step]] = {p.CallSkill: _call_skill}
