"""A rehearsal: a run whose writes are noted instead of done, whose waits take no time.

It notes every write with its values, every procedure that did something, what was said, who was
asked and which instructions were reached.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from kognilang.dataclass import dataclass
from kognilang.journal.records import QuestionRow
from kognilang.language.words import lemma
from kognilang.meaning import plan as p
from kognilang.running.effects import arguments_shown
from kognilang.running.frames import Frame, Lane
from kognilang.running.machine import Machine
from kognilang.values.kinds import Exceptional

MOST_WAITS = 1_000
"""A rehearsal that has waited so often is waiting for something that never comes."""


class Clock:
    """A clock that stands still except for waits, which pass at once."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment
        self.waits = 0

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.moment

    def sleep(self, seconds: float) -> None:
        """Let a wait pass. Raises NeverComes when that goes on and on."""
        self.waits += 1
        if self.waits > MOST_WAITS:
            raise NeverComes
        self.moment += timedelta(seconds=max(seconds, 0.0))


class NeverComes(Exception):
    """What the rehearsal waits for never comes."""


@dataclass(slots=True)
class Act:
    """A write that was noted, or a procedure that did something: its words and its values."""

    title: str
    verbs: frozenset[str]
    words: frozenset[str]
    values: tuple[tuple[str, Any], ...]
    skill: str = ""
    procedure: int = -1

    @property
    def shown(self) -> str:
        """What was done, for a person."""
        shown = arguments_shown(list(self.values))
        return f"{self.title} ({shown})" if shown else self.title


@dataclass(slots=True)
class Asked:
    """A question that was asked, with the answer that was given; None where there was none."""

    question: QuestionRow
    answer: str | None = None


@dataclass(slots=True)
class Call:
    """A procedure under way. The frame is kept, so that no other takes its place."""

    frame: Frame
    act: Act
    noted: bool = False


class Rehearsal(Machine):
    """A machine that takes notes."""

    clock: Clock
    acts: list[Act]
    asked: list[Asked]
    told: list[tuple[str, str]]
    said: list[str]
    reached: set[int]
    calls: dict[int, Call]

    def prepare(self, clock: Clock, answer: Callable[[QuestionRow], Any]) -> None:
        """Begin to take notes. `answer` returns an answer's data and its text, or None."""
        self.clock = clock
        self.acts, self.asked, self.told, self.said = [], [], [], []
        self.reached, self.calls = set(), {}
        self._writers: dict[int, bool] = {}

        def ask(question: QuestionRow) -> dict[str, Any] | None:
            asked = Asked(question)
            self.asked.append(asked)
            found = answer(question)
            if found is None:
                return None
            data, asked.answer = found
            return dict(data)

        self.ports.ask = ask
        self.ports.out = self.said.append
        self.ports.notice = lambda who, text: self.told.append((who, text))
        self.ports.sleep = clock.sleep
        self.ports.patience = float("inf")
        code = self.code("")
        for pc in range(len(code.steps)):
            code.steps[pc] = self._noting(pc, code.steps[pc])

    def _noting(self, pc: int, first: Callable[[Lane, Frame], int]) -> Callable[..., int]:
        # The code puts the compiled step in this one's place when it is first reached.
        def note(lane: Lane, frame: Frame) -> int:
            self.reached.add(pc)
            return first(lane, frame)

        return note

    def skill_done(
        self, lane: Lane, one: p.CallSkill, given: list[tuple[str, Any]], result: Any
    ) -> None:
        """Note a write, and that the procedures under way have written."""
        super().skill_done(lane, one, given, result)
        info = self.world.skill(one.skill)
        if one.effect != "write" and info.effect != "write":
            return
        for call in self._under_way(lane):
            if not call.noted:
                call.noted = True
                self.acts.append(call.act)
        verbs, words = set(), set()
        for phrase in info.phrases:
            plain = [word.strip("[]{}():,") for word in phrase.replace("/", " ").split()]
            verbs |= {lemma(one) for one in phrase.split()[0].split("/")}
            words |= {lemma(word) for word in plain}
        title = one.skill.partition(".")[2].replace("_", " ")
        self.acts.append(
            Act(title, frozenset(verbs), frozenset(words), tuple(given), skill=one.skill)
        )

    def leave(self, lane: Lane, value: Any) -> None:
        """Note a procedure that never writes when it is done."""
        frame = lane.stack[-1]
        if frame.procedure >= 0 and lane.path != "pure" and not self._writes(frame.procedure):
            call = self._call(frame)
            if not call.noted:
                call.noted = True
                self.acts.append(call.act)
        super().leave(lane, value)

    def _under_way(self, lane: Lane) -> list[Call]:
        found: list[Call] = []
        at: Lane | None = lane
        while at is not None:
            inner = [self._call(one) for one in at.stack if one.procedure >= 0]
            found = [*inner, *found]
            at = at.parent.owner if at.parent is not None else None
        return found

    def _call(self, frame: Frame) -> Call:
        call = self.calls.get(id(frame))
        if call is None or call.frame is not frame:
            info = self.code("").plan.procedures[frame.procedure]
            words = info.title.split()
            values = tuple(
                (name, frame.names[name]) for name in info.parameters if name in frame.names
            )
            act = Act(
                info.title, frozenset((lemma(words[0]),)), frozenset(map(lemma, words)), values,
                procedure=frame.procedure,
            )  # fmt: skip
            call = self.calls[id(frame)] = Call(frame, act)
        return call

    def _writes(self, number: int) -> bool:
        """Tell whether a procedure, or one that it calls, has a writing step."""
        known = self._writers.get(number)
        if known is not None:
            return known
        self._writers[number] = False
        plan = self.code("").plan
        start = plan.procedures[number].start
        starts = sorted(one.start for one in plan.procedures if one.start > start)
        end = starts[0] if starts else len(plan.instructions)
        found = any(
            (isinstance(one, p.CallSkill) and one.effect == "write")
            or (isinstance(one, p.Call) and self._writes(one.procedure))
            for one in plan.instructions[start:end]
        )
        self._writers[number] = found
        return found

    # -- after the run --------------------------------------------------------------------

    def work_out(self, start: int, end: int, last: bool = True) -> None:
        """Do the steps of a place of the plan over the names that the run has left.

        Without `last` the last step is left out. Raises Exceptional and Problematic.
        """
        root = self.root.stack[0]
        frame = Frame("", start, root.names, root.outer, "answer", shares=True)
        lane = Lane("pure", stack=[frame])
        steps = self.code("").steps
        stop = end if last else end - 1
        while len(lane.stack) > 1 or start <= frame.pc < stop:
            top = lane.stack[-1]
            to = steps[top.pc](lane, top)
            if to >= 0:
                top.pc = to
            elif lane.asking is not None or self.status not in _OVER:
                raise Exceptional("asks", "This would ask a person, which a Then cannot do.")
        self.world.context.forget()

    def values_of(self, at: int) -> list[tuple[str, Any]]:
        """Work out the values of a call without doing it."""
        code = self.code("")
        one = code.plan.instructions[at]
        root = self.root.stack[0]
        if isinstance(one, p.CallSkill):
            return [(slot, code.value(x, at)(root)) for slot, x in one.args]
        assert isinstance(one, p.Call)
        names = code.plan.procedures[one.procedure].parameters
        args = [code.value(x, at)(root) for x in one.args]
        return list(zip(names, args, strict=False))

    @property
    def open(self) -> list[Asked]:
        """The questions that nobody answered."""
        waiting = {lane.asking.question for lane in self.lanes() if lane.asking is not None}
        return [one for one in self.asked if one.answer is None and one.question.id in waiting]


_OVER = ("finished", "failed", "cancelled", "running")


def values_shown(question: QuestionRow) -> str:
    """Return all that a question says, for words to be looked up in."""
    pairs = json.loads(question.values or "[]")
    values = " ".join(str(part) for pair in pairs for part in pair)
    return " ".join(
        (question.text, question.sentence, question.item, question.noun, question.prop, values)
    )


__all__ = ["Act", "Asked", "Clock", "NeverComes", "Rehearsal", "values_shown"]
