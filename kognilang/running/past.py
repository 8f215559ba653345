"""The world of a replay as it was then: moments, what was drawn, returned, answered and learnt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kognilang.meaning.skill import SkillInfo
from kognilang.running import calling
from kognilang.running.course import Diverged
from kognilang.running.effects import UnknownOutcome
from kognilang.running.learning import Candidate
from kognilang.running.recorded import STEP, Event
from kognilang.running.sampling import DRAWN
from kognilang.running.snapshots import restored
from kognilang.values.coding import decode

if TYPE_CHECKING:
    from kognilang.running.replay import Replaying

_PAUSES = ("asked", "caught", "ended", "lane", "unanswered")


class Past:
    """What the journal of a replayed run says of the world."""

    def __init__(self, machine: Replaying, blob: Callable[[str], bytes]) -> None:
        self._machine = machine
        self._course = machine.course
        self._recorded = machine.recorded
        self._blob = blob

    def moment(self) -> datetime:
        """Return the moment of the sentence at work: journaled when it was done, or it was asked
        about."""
        paused, sentence = "", -1
        for event in self._course.ahead(self._machine.lane_at_work.path):
            if sentence not in (-1, event.sentence):
                break
            sentence = event.sentence
            if event.what == STEP and event.name == "now":
                found = decode(event.value)
                assert isinstance(found, datetime)
                return found
            if event.what in _PAUSES:
                paused = paused or event.at
        return datetime.fromisoformat(paused or self._course.moment)

    def drawn(self) -> int:
        """Return the number that was drawn at random for the sentence at work."""
        self._machine.pass_outside()
        event = self._course.next()
        if event.what != STEP or event.name != DRAWN:
            raise self._machine.diverged(event, "a number is drawn at random")
        return int(decode(event.value))

    def returned(self, info: SkillInfo, given: list[tuple[str, Any]]) -> Any:
        """Return what the skill returned then, or raise what it raised."""
        machine, course = self._machine, self._course
        machine.pass_outside()
        event = course.next()
        for one in course.ahead(event.lane):
            if one.sentence != event.sentence:
                break
            if one.name == "now":
                # The skill was handed the moment.
                _ = machine.world.context.now
                break
        if event.what == "failed" and event.data.get("skill") == info.id:
            data = {name: event.data[name] for name in event.data if name != "skill"}
            course.passed(event)
            raise calling.fault_of(data)
        if event.what == "asked":
            asked = self._recorded.question(event.data["question"])
            if asked is not None and asked.problem == "interrupted-write":
                raise UnknownOutcome(asked.problem, asked.text, needs=asked.needs)
        if event.what != "skill" or event.data["skill"] != info.id:
            raise machine.diverged(event, f'the skill "{info.id}" is called')
        return self._result(event, given)

    def _result(self, event: Event, given: list[tuple[str, Any]]) -> Any:
        data = event.data
        if "same" in data:
            return dict(given)[data["same"]]
        if "whole" in data:
            return restored(data["whole"], self._machine.heap, self._blob)
        result = data["result"]
        if isinstance(result, dict) and ("ref" in result or "long" in result):
            raise Diverged(
                event.number,
                "This run was made by an earlier version, whose journal does not keep what "
                f"skills returned: it can be replayed up to step {event.number - 1}.",
            )
        return self._machine.heap.decode(result)

    def found_at_the_other_end(self) -> bool | None:
        """Return whether a write was found done, as it shows in what came next; None where that
        could not be told."""
        event = self._course.here
        if event is None or event.what == "skill":
            return True
        asked = event.what == "asked" and self.asked_because(event) == "interrupted-write"
        return None if asked else False

    def asked_because(self, event: Event) -> str:
        """Return the problem because of which a person was asked; empty for none."""
        asked = self._recorded.question(event.data["question"])
        return "" if asked is None else asked.problem

    def answer(self, question: str) -> dict[str, Any] | None:
        """Return the answer that was given at once, if one was."""
        event = self._course.here
        if event is None or event.what != "answered" or self._course.over:
            return None
        if event.data.get("question") != question:
            return None
        return self._recorded.answer_to(event)

    def learnt(self, lane: str) -> list[Candidate]:
        """Return the learning that was applied in a lane here, if one was."""
        for event in self._course.ahead(lane):
            if event.what in ("asked", "lane", "ended"):
                break
            if event.what in ("learnt", "learning-failed"):
                plan = self._recorded.blob(event.data.get("plan", ""))
                if plan is not None:
                    words = str(event.data.get("words", ""))
                    return [Candidate(event.data["learning"], plan, words)]
        return []
