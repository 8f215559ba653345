"""Checking and failing: steps that make an exception, and those that take one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.running.frames import Frame, Guard, Lane
from kognilang.running.steps import Step
from kognilang.values.kinds import Exceptional, Record
from kognilang.values.shown import shown

if TYPE_CHECKING:
    from kognilang.running.code import Code


ACCEPTED = "accepted:"
"""Before the number of a condition that a person accepts as it is."""


class ChecksFailed(Exceptional):
    """One or several conditions do not hold. `lines` says of each why, `failed` which they are,
    `targets` what can be corrected, as `Asking.targets`: first, by its number, what each line is
    about."""

    def __init__(
        self,
        problem: str,
        message: str,
        *,
        values: tuple[tuple[str, Any], ...],
        suggestions: tuple[str, ...] = (),
        lines: tuple[str, ...] = (),
        failed: tuple[int, ...] = (),
        targets: tuple[tuple[str, Any, str], ...] = (),
    ) -> None:
        super().__init__(problem, message, values=values, suggestions=suggestions)
        self.lines = lines
        self.failed = failed
        self.targets = targets


def _check(code: Code, pc: int, one: p.Check) -> Step:
    test = code.condition(one.condition, pc)
    condition, sentence = one.condition, one.sentence
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        if test(frame):
            machine.trace.append((sentence, "", True))
            return pc + 1
        from kognilang.running.claims import Claims

        claims = Claims(code, pc)
        reason = claims.failing(condition, frame)
        if not reason:
            reason = f"It is not so that {_claim(code.plan.sentences[sentence].canonical)}"
        raise ChecksFailed(
            "check-failed",
            f"{reason}.",
            values=claims.values(condition, frame),
            suggestions=claims.suggestions(condition, frame),
            targets=claims.targets(condition, frame),
        )

    return work


def _check_each(code: Code, pc: int, one: p.CheckEach) -> Step:
    tests = [(words, x, code.condition(x, pc)) for words, x in one.conditions]
    sentence = one.sentence
    machine = code.machine

    def work(lane: Lane, frame: Frame) -> int:
        from kognilang.running.claims import Claims

        claims = Claims(code, pc)
        lines: list[str] = []
        failed: list[int] = []
        values: dict[str, Any] = {}
        numbered: list[tuple[str, Any, str]] = []
        further: list[tuple[str, Any, str]] = []
        for at, (words, condition, test) in enumerate(tests):
            if frame.overrides and f"{ACCEPTED}{at}" in frame.overrides:
                continue
            first: tuple[Any, str] | None = None
            try:
                if test(frame):
                    continue
                reason = claims.failing(condition, frame)
            except Exceptional as fault:
                del frame.items[:]
                reason = f"{words} ({fault.message.rstrip('.')})"
                if isinstance(fault.thing, Record) and fault.prop:
                    first = (fault.thing, fault.prop)
            lines.append(reason or f"it is not so that {words}")
            failed.append(at)
            values.update(claims.values(condition, frame))
            about = claims.targets(condition, frame)
            if first is None and about:
                first = about[0][1:]
            numbered.append((str(len(lines)), *(first or (None, ""))))
            further.extend(one for one in about if one not in further)
        if not failed:
            machine.trace.append((sentence, "", True))
            return pc + 1
        if len(failed) == 1:
            message = f"{lines[0][:1].upper()}{lines[0][1:]}."
        else:
            told = [f"{one[:1].lower()}{one[1:]}" for one in lines]
            message = f"{len(failed)} checks fail: {'; '.join(told)}."
        raise ChecksFailed(
            "checks-failed",
            message,
            values=tuple(values.items()),
            lines=tuple(f"{one[:1].upper()}{one[1:]}" for one in lines),
            failed=tuple(failed),
            targets=(*numbered, *further) if len(failed) > 1 else tuple(further),
        )

    return work


def _claim(sentence: str) -> str:
    """Return what a `Make sure …` claims, out of its sentence."""
    words = sentence.split("\n")[0].rstrip(" .:")
    for start in ("make sure that ", "make sure "):
        if words.lower().startswith(start):
            words = words[len(start) :]
            break
    return words.split(", otherwise")[0]


def _raise(code: Code, pc: int, one: p.Raise) -> Step:
    message = code.value(one.message, pc)
    settings = code.machine.world.settings

    def work(lane: Lane, frame: Frame) -> int:
        raise Exceptional("failed", shown(message(frame), settings))

    return work


def _guard_begin(code: Code, pc: int, one: p.GuardBegin) -> Step:
    number, reasons = one.guard, one.reasons

    def work(lane: Lane, frame: Frame) -> int:
        frame.guards.append(Guard(number, reasons, loops=tuple(frame.loops), writes=lane.writes))
        return pc + 1

    return work


def _guard_end(code: Code, pc: int, one: p.GuardEnd) -> Step:
    number = one.guard

    def work(lane: Lane, frame: Frame) -> int:
        while frame.guards and frame.guards.pop().number != number:
            pass
        return pc + 1

    return work


def _try_begin(code: Code, pc: int, one: p.TryBegin) -> Step:
    times = code.value(one.times, pc)
    waiting = None if one.waiting is None else code.value(one.waiting, pc)
    number = one.guard

    def work(lane: Lane, frame: Frame) -> int:
        frame.guards.append(
            Guard(
                number,
                again=pc + 1,
                tries=int(times(frame)),
                waiting=None if waiting is None else waiting(frame),
                loops=tuple(frame.loops),
                writes=lane.writes,
            )
        )
        return pc + 1

    return work


COMPILERS: dict[type, Callable[[Any, int, Any], Step]] = {
    p.Check: _check,
    p.CheckEach: _check_each,
    p.Raise: _raise,
    p.GuardBegin: _guard_begin,
    p.GuardEnd: _guard_end,
    p.TryBegin: _try_begin,
}
