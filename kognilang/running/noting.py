"""Noting: the journal of a run's steps, what it says and tells, and its calls of skills."""

from __future__ import annotations

from typing import Any

from kognilang.journal.records import (
    EffectRow,
    JournalRow,
    QuestionRow,
)
from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic, SkillInfo
from kognilang.running import calling
from kognilang.running.code import Code
from kognilang.running.collections import named
from kognilang.running.compact import compact
from kognilang.running.frames import Group, Lane
from kognilang.running.heap import LONG
from kognilang.running.keeping import Keeping
from kognilang.running.snapshots import snapshot
from kognilang.running.waits import utc
from kognilang.values.kinds import Exceptional, List, Table, Thing
from kognilang.values.shown import shown, told


class Noting(Keeping):
    """A run whose steps are journaled; the rows are written with the next commit."""

    def _enter(self, lane: Lane) -> None:
        if lane is not self._lane:
            self._flush_trace()
            self._lane = lane
        self.dirty.add(lane)
        parent = lane.parent
        while parent is not None:
            self.dirty.add(parent.owner)
            parent = parent.owner.parent

    def moment(self) -> str:
        """Return the step's moment as the journal keeps it."""
        return utc(self.world.context.read())

    def _flush_trace(self) -> None:
        if not self.trace:
            return
        data = [[sentence, name, self.trace_value(value)] for sentence, name, value in self.trace]
        self.trace.clear()
        row = JournalRow(
            self._lane.path,
            data[0][0],
            "steps",
            compact(data),
            self.moment(),
            self._plan,
        )
        self._journal.append(row)

    def trace_value(self, value: Any) -> Any:
        """Return a value as the trace keeps it: a thing by its id, else in a few words."""
        if isinstance(value, Thing):
            return {"ref": value.oid} if value.oid else {"new": told(value)}
        if type(value) is str and len(value) > LONG:
            return {"long": value[:200], "length": len(value)}
        return self.heap.encode(value)

    def _note(
        self, lane: str, sentence: int, what: str, data: Any, plan: str | None = None
    ) -> JournalRow:
        """Add a row; `plan` is the content hash of an answer's plan (by default the one at work),
        empty for the run's own."""
        at = self.moment()
        row = JournalRow(
            lane, sentence, what, compact(data), at, self._plan if plan is None else plan
        )
        self._journal.append(row)
        return row

    def note_lane(self, lane: Lane, how: str) -> None:
        """Journal the end of a lane, with its last steps."""
        assert lane.parent is not None
        name = self.item_name(lane)
        self._flush_trace()
        data = {"item": name, "how": how}
        self._note(lane.path, lane.parent.sentence, "lane", data, lane.parent.owner.stack[-1].code)

    def note_child(self, group: Group, place: int, run: str, how: str) -> None:
        """Journal how the run of an item ended."""
        settings = self.world.settings
        name = named(group.items.items[place], group.noun, lambda value: shown(value, settings))
        data = {"item": name, "how": how, "run": run}
        code = group.owner.stack[-1].code
        self._note(f"{group.prefix}.{place}", group.sentence, "lane", data, code)

    def say(self, lane: Lane, sentence: int, text: str) -> None:
        """Say something to the person running it, once it is committed."""
        self._flush_trace()
        self._said.append(self._note(lane.path, sentence, "said", {"text": text}))

    def tell(self, lane: Lane, sentence: int, who: str, text: str, about: str = "") -> None:
        """Tell a person; no answer is awaited. The notice waits in their inbox; `about` is the
        question of which it reminds them."""
        self._flush_trace()
        row = self._note(lane.path, sentence, "told", {"to": who, "text": text})
        self._questions.append(self._notice_of(lane, row, sentence, who, text, about))
        if self.ports.notice is not None:
            self.ports.notice(who, text)

    def _notice_of(
        self, lane: Lane, row: JournalRow, sentence: int, who: str, text: str, about: str
    ) -> QuestionRow:
        """A notice is kept beside the questions, with a status of its own."""
        said = self.code(row.plan).plan.sentences[sentence]
        return QuestionRow(
            self.store.next_id("n"), self.run, lane.path, "notice", "reminder" if about else "",
            about, text, said.canonical, said.file, said.line, who, "", row.at,
            item=self.item_name(lane), status="notice",
        )  # fmt: skip

    def call(
        self, info: SkillInfo, given: list[tuple[str, Any]], key: str, needed: str = ""
    ) -> Any:
        """Call a skill and return its result; that it failed, and how, is journaled.

        Raises as `calling.call` does, and Problematic with the message `needed`, if it is given,
        where nothing was found.
        """
        try:
            result = calling.call(self.world, info, given, key)
            none = isinstance(result, List | Table) and not len(result)
            if needed and (none or result is None):
                raise Problematic(needed, "not-found", ("try again",))
            return result
        except (Exceptional, Problematic, calling.Unexpected) as fault:
            self._flush_trace()
            data = {"skill": info.id, **calling.fault_data(fault)}
            lane = self._lane
            self._note(lane.path, self._instruction(lane).sentence, "failed", data, lane.frame.code)
            raise

    def look(self, info: SkillInfo, given: list[tuple[str, Any]], key: str) -> bool | None:
        """Look whether a checkable write has happened; None if that cannot be told."""
        return calling.check(self.world, info, given, key)

    def skill_done(
        self, lane: Lane, one: p.CallSkill, given: list[tuple[str, Any]], result: Any
    ) -> None:
        """Journal the call of a skill."""
        self._flush_trace()
        fresh = isinstance(result, Thing) and not result.oid
        if fresh:
            self.heap.encode(result)
        data = {
            "skill": one.skill,
            "effect": one.effect,
            "args": {slot: self.trace_value(value) for slot, value in given},
            "result": self.trace_value(result),
        }
        if self.world.judged:
            data["judged"] = [
                {"answer": one.answer, "evidence": one.evidence, "confidence": one.confidence}
                for one in self.world.judged
            ]
            self.world.judged.clear()
        same = next((slot for slot, value in given if value is result), "")
        if isinstance(result, Thing) and same:
            data["same"] = same
        elif isinstance(result, Thing) or (type(result) is str and len(result) > LONG):
            data["whole"] = snapshot(result, self.heap, fresh)
        self._note(lane.path, one.sentence, "skill", data)

    def simulate(self, lane: Lane, sentence: int, info: SkillInfo, arguments: str) -> None:
        """Note a write that a dry run does not do."""
        self._flush_trace()
        self.simulated.append({"skill": info.id, "arguments": arguments})
        self._note(lane.path, sentence, "simulated", {"skill": info.id, "arguments": arguments})

    def effect(self, row: EffectRow, status: str) -> None:
        """Keep the state of a write with the next commit."""
        row.status = status
        self._effects = [one for one in self._effects if one.key != row.key]
        self._effects.append(
            EffectRow(
                row.key, row.run, row.lane, row.skill, row.arguments, row.digest, status,
                row.outcome, row.at,
            )
        )  # fmt: skip

    def move_code(self, code: Code, hash: str) -> None:
        """Go on by another plan from here; its new constants are set."""
        self._flush_trace()
        self._codes[""] = code
        self.procedure = self._moved_to = hash
        self.title = code.plan.title
        top = self.root.stack[0]
        for number, (name, x) in enumerate(code.plan.constants):
            if name not in top.names:
                top.names[name] = code.expressions.compile(x, f"c{number}")(top)
        self.dirty.update(self.lanes())

    def note_moved(self, before: str, after: str) -> None:
        """Journal that the run goes on by another text; what waits is shown with its new place."""
        self._note("", 0, "moved", {"from": before, "to": after}, "")
        for lane in self.lanes():
            row = None if lane.asking is None else self.store.question(lane.asking.question)
            if row is not None and row.status == "open":
                sentence = self.sentence(lane)
                row.line, row.sentence = sentence.line, sentence.canonical
                self._questions.append(row)
