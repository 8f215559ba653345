"""Trouble and questions: a handler takes an exception, or a person is asked and the lane parks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from kognilang.journal.records import QuestionRow
from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic
from kognilang.running import answers, deadlines, learning, skipping, trying
from kognilang.running.committing import Committing
from kognilang.running.effects import UnknownOutcome
from kognilang.running.frames import PARKED, READY, Asking, Frame, Guard, Lane
from kognilang.running.waits import after
from kognilang.values.kinds import Exceptional, Record

if TYPE_CHECKING:
    from kognilang.running.machine import Machine


class Troubled(Committing):
    """A run that can be asked about."""

    def trouble(self, lane: Lane, fault: Exceptional | Problematic) -> None:
        """A step could not be done: a handler takes it, or a person is asked."""
        for frame in lane.stack:
            frame.items.clear()
        self.world.depth = 0
        self.world.context.forget()
        if not isinstance(fault, UnknownOutcome) and learning.failed(
            cast("Machine", self), lane, fault
        ):
            return
        if not isinstance(fault, UnknownOutcome) and self._handled(lane, fault):
            return
        machine = cast("Machine", self)
        if not isinstance(fault, UnknownOutcome) and trying.again_unasked(machine, lane, fault):
            return
        asking = answers.asking_for(machine, lane, fault)
        self.ask(lane, asking, fault)

    def _handled(self, lane: Lane, fault: Exceptional | Problematic) -> bool:
        for depth in range(len(lane.stack) - 1, -1, -1):
            frame = lane.stack[depth]
            while frame.guards:
                guard = frame.guards[-1]
                if self._caught(lane, depth, frame, guard, fault):
                    return True
                frame.guards.pop()
                trying.given_up(lane, guard)
        from kognilang.running.branches import caught_outside

        return caught_outside(cast("Machine", self), lane, fault)

    def _caught(
        self,
        lane: Lane,
        depth: int,
        frame: Frame,
        guard: Guard,
        fault: Exceptional | Problematic,
    ) -> bool:
        if guard.again >= 0:
            guard.failures = (*guard.failures[1 - trying.TOLD :], (self.moment(), fault.message))
            guard.tries -= 1
            if guard.tries < 1:
                return False
            to = guard.again
        else:
            found = next(
                (to for reason, to in guard.reasons if reason is None or fits(fault, reason)), -1
            )
            if found < 0:
                return False
            to = found
            frame.guards.pop()
        sentence = self.sentence(lane)
        self._flush_trace()
        self._note(
            lane.path,
            self._instruction(lane).sentence,
            "caught",
            {"text": fault.message},
            lane.frame.code,
        )
        del lane.stack[depth + 1 :]
        for number in [one for one in frame.loops if one not in guard.loops]:
            del frame.loops[number]
        frame.key = frame.intent = ""
        frame.overrides.clear()
        frame.pc = to
        if guard.again >= 0:
            lane.writes = guard.writes
            if guard.waiting is not None:
                self.set_aside(lane, after(self.world.context, guard.waiting))
        else:
            frame.names["~problem"] = Record(
                fields={
                    "message": fault.message,
                    "step": sentence.canonical.split("\n")[0],
                    "kind": fault.problem.replace("-", " "),
                },
                kind="problem",
            )
        return True

    def ask(
        self,
        lane: Lane,
        asking: Asking,
        fault: Any,
        to: str = "",
    ) -> None:
        """Ask a person: in place where one is at hand, else the lane parks."""
        from kognilang.asking.wording import question_of

        self._flush_trace()
        if asking.kind != "ask" and not to:
            to = self.world.people.asked
        row = question_of(
            fault,
            self.sentence(lane),
            id="",
            run=self.run,
            lane=lane.path,
            to=to,
            at=self.moment(),
            item=self.item_name(lane),
            noun=skipping.noun_of(cast("Machine", self), lane),
            title=self.title,
            due_at=asking.due,
            settings=self.world.settings,
            values=trying.tried(lane, self.world.settings),
            needs=asking.needs,
            prop=asking.prop,
            correct=answers.corrigible(fault),
            skippable=asking.kind != "exception" or self._skippable(lane),
        )
        asking.needs = row.needs
        if not learning.settled(cast("Machine", self), lane, asking, row):
            self.put_question(lane, asking, row)

    def _skippable(self, lane: Lane) -> bool:
        return skipping.read_later(cast("Machine", self), lane) is None

    def put_question(self, lane: Lane, asking: Asking, row: QuestionRow) -> None:
        """Put a question that nothing learnt has settled; the lane waits for its answer."""
        self._set_aside_for(lane, asking)
        if row.id:
            # It was asked before, and something learnt since did not apply.
            return
        learning.with_offers(cast("Machine", self), lane, row)
        row.id = asking.question = self.store.next_id("q")
        self._pose(lane, row)

    def ask_further(self, lane: Lane, asking: Asking, words: str, to: str = "") -> None:
        """Ask the same of a further person, of `to` if it is given; `words` say who has answered
        already."""
        row = self.store.question(asking.question)
        assert row is not None
        row.id = asking.question = self.store.next_id("q")
        row.status = "open"
        row.to = to or row.to
        row.text = f"{row.text.split(ASKED_OF_SEVERAL)[0]}{ASKED_OF_SEVERAL}{words}"
        row.asked_at = self.moment()
        self._set_aside_for(lane, asking)
        self._pose(lane, row)

    def _set_aside_for(self, lane: Lane, asking: Asking) -> None:
        """The lane waits for an answer, or until what is asked is due."""
        lane.asking = asking
        lane.status = PARKED
        lane.wake = deadlines.wake_of(asking)
        self.dirty.add(lane)

    def _pose(self, lane: Lane, row: QuestionRow) -> None:
        """Keep and journal a question, and ask it in place where that is possible."""
        self._questions.append(row)
        self._note(
            lane.path,
            self._instruction(lane).sentence,
            "asked",
            {"question": row.id, "text": row.text, "to": row.to, "item": row.item},
            lane.frame.code,
        )
        self._offer(lane, row)

    def _offer(self, lane: Lane, row: QuestionRow) -> None:
        """Ask in place if the person at hand may answer."""
        if self.ports.ask is None:
            return
        self.commit()
        data = self.ports.ask(row)
        if data is not None:
            self.take_answer(lane, data)

    def take_answer(self, lane: Lane, data: dict[str, Any]) -> None:
        """Apply an answer to the lane that asked, and to those that wait for the very same."""
        asking = lane.asking
        assert asking is not None
        self._take(lane, asking, data)
        if not answers.serves_all(asking, data):
            return
        for other in self.lanes():
            one = other.asking
            if one is not None and (one.place, one.prop) == (asking.place, asking.prop):
                self.withdraw(one.question)
                self._take(other, one, data)

    def _take(self, lane: Lane, asking: Asking, data: dict[str, Any]) -> None:
        self._note(
            lane.path, self._instruction(lane).sentence, "answered",
            {"question": asking.question, **{k: v for k, v in data.items() if k != "plan"}},
            lane.frame.code,
        )  # fmt: skip
        lane.status = READY
        lane.wake = ""
        self.dirty.add(lane)
        lane.asking = None
        answers.apply(cast("Machine", self), lane, asking, data)
        if lane.status == READY and lane is not self._lane:
            self.ready.append(lane)

    def flush_trace(self) -> None:
        """Journal the pure steps done so far, so that what follows stands after them."""
        self._flush_trace()

    def instruction(self, lane: Lane) -> p.Instruction:
        """Return the instruction that the lane stands on."""
        return self._instruction(lane)

    def withdraw(self, question: str) -> None:
        """Take a question back with the next commit."""
        self._withdrawn.append(question)

    def resume_lane(self, lane: Lane) -> None:
        """A lane that waited can go on."""
        lane.status = READY
        lane.wake = ""
        self.dirty.add(lane)
        self.ready.append(lane)

    def note(self, lane: Lane, what: str, data: dict[str, Any]) -> None:
        """Journal something about the step that a lane stands on."""
        self._note(lane.path, self._instruction(lane).sentence, what, data, lane.frame.code)

    def incident(self, attempts: int) -> None:
        """The run was taken up several times and never got past this step: ask about it."""
        from kognilang.asking.troubles import incident

        lane = next((one for one in self.lanes() if one.status == READY), None)
        if lane is not None:
            self._lane = lane
            fault = incident(attempts, self.sentence(lane).canonical.split("\n")[0])
            self.ask(lane, Asking("", "exception", fault.problem), fault)

    def take_answers(self) -> None:
        """Apply the answers that have come since the run parked."""
        waiting = {lane.asking.question: lane for lane in self.lanes() if lane.asking is not None}
        if not waiting:
            return
        for row in self.store.answers(self.run):
            lane = waiting.get(row.question)
            if lane is not None and lane.asking is not None:
                data = json.loads(row.data or "{}")
                data.setdefault("by", row.by)
                data.setdefault("text", row.text)
                self.take_answer(lane, data)
                if self.status != "running":
                    return


ASKED_OF_SEVERAL = "\n\n"
"""What stands between a question to several people and who has answered it."""


def fits(fault: Exceptional | Problematic, reason: str) -> bool:
    """Whether the words after `because` describe an exception: `the file is missing`."""
    from kognilang.meaning.reasons import describes

    return describes(reason, fault.problem, fault.message)
