"""Replay: a run done again from its journal, step by step, to identical values.

The machine is the one that ran it, with the world taken away: what a skill returned, what time it
was, what a person answered and which lane went on are read from the journal. Everything else is
worked out anew and held against the journal, entry by entry. No skill and no model is called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, cast

from kognilang.journal.records import Child, JournalRow, RunRow
from kognilang.journal.store import Store
from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic, SkillInfo
from kognilang.running import calling, children, deadlines, itemruns, lanes
from kognilang.running.code import Code
from kognilang.running.compact import dumps
from kognilang.running.effects import UnknownOutcome
from kognilang.running.frames import PARKED, READY, WAITING, Asking, Frame, Lane
from kognilang.running.learning import Candidate, settle_lane
from kognilang.running.machine import Machine
from kognilang.running.ports import Ports
from kognilang.running.recorded import STEP, Event, Recorded, events_of
from kognilang.running.sampling import DRAWN
from kognilang.running.snapshots import restored
from kognilang.running.world import World
from kognilang.values.coding import decode
from kognilang.values.kinds import Exceptional

_THINGS = ("ref", "new")
_OUTSIDE = ("began", "retried", "moved")
_PAUSES = ("asked", "caught", "ended", "lane", "unanswered")
_COMPARED = {"said": ("text",), "told": ("to", "text"), "asked": ("text",), "lane": ("how",),
             "skill": ("skill", "args"), "ended": ("status",), "caught": ("text",),
             "failed": ("skill",)}  # fmt: skip


class Diverged(Exception):
    """The replay does something else than the journal says; `number` is that entry's."""

    def __init__(self, number: int, message: str) -> None:
        super().__init__(message)
        self.number = number
        self.message = message


class _Reached(BaseException):
    """The last entry that is wanted has been replayed; no handler of a step may stop it."""


class _Turn(BaseException):
    """Another lane went on here."""


class _Trace(list[tuple[int, str, Any]]):
    """The machine's trace, held against the journal as it grows."""

    def __init__(self, take: Callable[[int, str, Any], None]) -> None:
        super().__init__()
        self._take = take

    def append(self, entry: tuple[int, str, Any]) -> None:
        self._take(*entry)


class Replaying(Machine):
    """A machine that follows a run's journal. `seen` is told of every entry, with its value."""

    def __init__(
        self,
        store: Store,
        row: RunRow,
        plan: p.Plan,
        world: World,
        seen: Callable[[Replaying, Event, Any], None] | None = None,
        to: int = 0,
        begun: Child | None = None,
        blobs: dict[str, bytes] | None = None,
        until: str = "",
    ) -> None:
        """`begun` is how the run of an item was begun, with the large values it was handed; at the
        beginning of the item's run `until` the replay ends."""
        self.events = events_of(store.journal(row.id))
        self.recorded = Recorded(store, row.id, itemruns.own_rows(begun), blobs)
        self.recorded.follow(self.events)
        self.recorded.asked = [one.data["question"] for one in self.events if one.what == "asked"]
        self.done = 0
        """How many entries have been replayed."""
        self._last = min(to or len(self.events), len(self.events))
        self._seen = seen
        self._quiet = False
        self._until = until
        world.context.read = self._clock
        world.draw = self._drawn
        start = RunRow(**{name: getattr(row, name) for name in RunRow.__slots__})
        start.frame = b"" if begun is None else begun.row.frame
        ports = Ports(ask=self._answer_in_place, learnings=self._learnings, children=True)
        super().__init__(cast(Store, self.recorded), start, plan, world, ports)
        self.trace = _Trace(self._stepped)
        # The machine looks here after every instruction: that is where a replay can stop.
        world.context.used = True

    def replay(self) -> None:
        """Follow the journal to its end, or to the entry that is wanted. Raises Diverged."""
        try:
            self._outside()
            while self.status == "running" and self.done < self._last:
                before = self.done
                self._run_lanes()
                if self.status == "running" and self.done == before:
                    return
            if self.status != "running" and self.done < self._last:
                self._note("", 0, "ended", {"status": self.status, "outcome": self.outcome})
        except _Reached:
            return

    @property
    def here(self) -> Event | None:
        """The entry that is to come next."""
        return self.events[self.done] if self.done < len(self.events) else None

    def begin_as(self, run: str) -> None:
        """Replay, to go on from there as another run: waiting questions are asked anew.

        Raises Diverged.
        """
        self.heap.run = run
        self.replay()
        self.status, self.outcome, self.started_over = "running", "", False
        self._ask_anew()

    def _ask_anew(self) -> None:
        """Whatever waited for a person comes to its step again, and no write is under way."""
        for lane in self.lanes():
            if lane.asking is not None or lane.status == PARKED:
                lane.asking = None
                lane.status = READY
                lane.wake = ""
            for frame in lane.stack:
                frame.key = frame.intent = ""

    def state(self) -> bytes:
        """How the run stands, as it would be kept."""
        return dumps(self._state())

    def frame_here(self) -> Frame | None:
        """The frame that the replay stands on: whose names are seen there."""
        lane = self._lane if self._lane.stack else self.root
        return lane.stack[-1] if lane.stack else None

    # -- holding against the journal ------------------------------------------------------

    def _stepped(self, sentence: int, name: str, value: Any) -> None:
        if self._quiet:
            return
        event = self._expect(self._lane.path, self._plan, sentence, STEP)
        if event.name != name or not _same(event.value, self.trace_value(value)):
            raise self._diverged(event, f'"{name}" becomes {self._words(value)}')
        self._pass(event, value)

    def _note(
        self, lane: str, sentence: int, what: str, data: Any, plan: str | None = None
    ) -> JournalRow:
        event = self._expect(lane, self._plan if plan is None else plan, sentence, what)
        # What was interrupted is worded by what was found then.
        told = what == "asked" and self._problem(event) in ("interrupted-write", "run-limit")
        for key in () if told else _COMPARED.get(what, ()):
            if not _same(event.data.get(key), _plain(data.get(key))):
                raise self._diverged(event, f"the {key} is {self._words(data.get(key))}")
        self._pass(event, None)
        return JournalRow(lane, sentence, what, "{}", event.at)

    def _expect(self, lane: str, plan: str, sentence: int, what: str) -> Event:
        self._outside()
        if self.done >= len(self.events):
            raise _Reached
        event = self.events[self.done]
        if _cancelled(event):
            self._end(event)
            raise _Reached
        if (event.lane, event.sentence, event.what) != (lane, sentence, what):
            raise self._diverged(event, f"{what} in line {self._line(plan, sentence)}")
        return event

    def _pass(self, event: Event, value: Any) -> None:
        self.done += 1
        if self._seen is not None:
            self._seen(self, event, value)

    def _outside(self) -> None:
        """Pass what did not come from the run itself."""
        while (event := self.here) is not None and self.done < self._last:
            if event.what not in _OUTSIDE:
                return
            if event.what == "moved":
                self._move(event)
            elif event.what == "retried":
                self._ask_anew()
            self.done += 1
            if self._seen is not None:
                self._seen(self, event, None)

    def _move(self, event: Event) -> None:
        """The run was moved to another text here."""
        from kognilang.running.moving import move

        move(self, self.recorded.plan(event.data["to"]), event.data["to"])

    def _diverged(self, event: Event, found: str) -> Diverged:
        line = self._line(event.plan, event.sentence)
        told = event.name or event.what
        return Diverged(
            event.number,
            f"Step {event.number} (line {line}) is another one now: the journal has {told!r} "
            f"there, and now {found}.",
        )

    def _line(self, plan: str, sentence: int) -> int:
        known = self.code(plan).plan.sentences
        return known[sentence].line if 0 <= sentence < len(known) else 0

    def _words(self, value: Any) -> str:
        from kognilang.values.shown import told

        return told(value)

    # -- the world, from the journal --------------------------------------------------------

    def _ahead(self, lane: str) -> Iterator[Event]:
        """The entries of a lane that are yet to come."""
        for at in range(self.done, len(self.events)):
            if self.events[at].lane == lane:
                yield self.events[at]

    def _clock(self) -> datetime:
        """The moment of the sentence at work: journaled when it was done, or it was asked about."""
        last = self.events[self.done - 1].at if self.done else self.events[0].at
        paused, sentence = "", -1
        for event in self._ahead(self._lane.path):
            if sentence not in (-1, event.sentence):
                break
            sentence = event.sentence
            if event.what == STEP and event.name == "now":
                found = decode(event.value)
                assert isinstance(found, datetime)
                return found
            if event.what in _PAUSES:
                paused = paused or event.at
        return datetime.fromisoformat(paused or last)

    def _drawn(self) -> int:
        """The number that was drawn at random for the sentence at work."""
        self._outside()
        event = self.here
        if event is None:
            raise _Reached
        if event.what != STEP or event.name != DRAWN:
            raise self._diverged(event, "a number is drawn at random")
        return int(decode(event.value))

    def call(
        self, info: SkillInfo, given: list[tuple[str, Any]], key: str, needed: str = ""
    ) -> Any:
        """Return what the skill returned then, or raise what it raised."""
        self._outside()
        event = self.here
        if event is None:
            raise _Reached
        for one in self._ahead(event.lane):
            if one.sentence != event.sentence:
                break
            if one.name == "now":
                # The skill was handed the moment.
                _ = self.world.context.now
                break
        if event.what == "failed" and event.data.get("skill") == info.id:
            data = {name: event.data[name] for name in event.data if name != "skill"}
            self._pass(event, None)
            raise calling.fault_of(data)
        if event.what == "asked":
            asked = self.recorded.question(event.data["question"])
            if asked is not None and asked.problem == "interrupted-write":
                raise UnknownOutcome(asked.problem, asked.text, needs=asked.needs)
        if event.what != "skill" or event.data["skill"] != info.id:
            raise self._diverged(event, f'the skill "{info.id}" is called')
        return self._result(event, given)

    def look(self, info: SkillInfo, given: list[tuple[str, Any]], key: str) -> bool | None:
        """Return what was found at the other end then, as it shows in what came next."""
        event = self.here
        if event is None or event.what == "skill":
            return True
        return None if event.what == "asked" and self._interrupted(event) else False

    def within_limits(self) -> None:
        """What the run was asked about then is asked about again, and nothing else."""

    def _problem(self, event: Event) -> str:
        asked = self.recorded.question(event.data["question"])
        return "" if asked is None else asked.problem

    def _interrupted(self, event: Event) -> bool:
        return self._problem(event) == "interrupted-write"

    def _result(self, event: Event, given: list[tuple[str, Any]]) -> Any:
        data = event.data
        if "same" in data:
            return dict(given)[data["same"]]
        if "whole" in data:
            return restored(data["whole"], self.heap, self._blob)
        result = data["result"]
        if isinstance(result, dict) and ("ref" in result or "long" in result):
            raise Diverged(
                event.number,
                "This run was made by an earlier version, whose journal does not keep what "
                f"skills returned: it can be replayed up to step {event.number - 1}.",
            )
        return self.heap.decode(result)

    def _answer_in_place(self, question: Any) -> dict[str, Any] | None:
        event = self.here
        if event is None or event.what != "answered" or self.done >= self._last:
            return None
        if event.data.get("question") != question.id:
            return None
        return self.recorded.answer_to(event)

    def _learnings(self, machine: Machine, lane: Lane, situation: Any) -> list[Candidate]:
        """The learning that was applied here, if one was."""
        for event in self._ahead(lane.path):
            if event.what in ("asked", "lane", "ended"):
                break
            if event.what in ("learnt", "learning-failed"):
                plan = self.recorded.blob(event.data.get("plan", ""))
                if plan is not None:
                    words = str(event.data.get("words", ""))
                    return [Candidate(event.data["learning"], plan, words)]
        return []

    def _next_lane(self) -> Lane | None:
        """The lane that went on then."""
        while True:
            self._outside()
            self.world.context.used = True
            event = self.here
            if event is None or self.done >= self._last:
                return None
            if self._take_back(event):
                if self.status != "running":
                    return None
                continue
            lane = next((one for one in self.lanes() if one.path == event.lane), None)
            if _cancelled(event):
                self._end(event)
                return None
            if event.what == "ended":
                return super()._next_lane()
            if lane is None:
                return self._started(event.lane) or super()._next_lane()
            if lane.asking is not None and lane.status == PARKED:
                if not self._unpark(lane, lane.asking, event):
                    return super()._next_lane()
                continue
            if lane.status == WAITING:
                lane.wake = ""
                lane.status = READY
            if lane.status == READY and self._incident(lane, event):
                continue
            if lane.status == READY and lane.stack:
                if lane in self.ready:
                    self.ready.remove(lane)
                return lane
            return super()._next_lane()

    def begin_child(self, child: Child) -> None:
        """A run begins for an item: it is replayed when its parent took back what it made."""
        begun = self.recorded.begun
        place = sum(one.row.parent == child.row.parent for one in begun.values())
        path = f"{child.row.parent.rpartition(':')[2]}.{place}"
        # Of what was done before a retry, the journal names the other run's items.
        child.row.id = self.recorded.items.get(path, child.row.id)
        begun[child.row.id] = child
        if child.row.id == self._until:
            raise _Reached

    def _take_back(self, event: Event) -> bool:
        """Take back what the runs of items have made, where the journal tells of their end."""
        group = itemruns.group_at(self, event)
        if group is None:
            return False
        itemruns.replay_items(self, group)
        children.gather_from(self, group)
        return True

    def _end(self, event: Event) -> None:
        """The run was cancelled from outside."""
        self.finish("cancelled", str(event.data.get("why", "")))
        self._pass(event, None)

    def _started(self, path: str) -> Lane | None:
        prefix, _, place = path.rpartition(".")
        for group in self.startable:
            if group.prefix == prefix and group.next == int(place) and not group.exhausted:
                return lanes.start_next(self, group)
        return None

    def _unpark(self, lane: Lane, asking: Asking, event: Event) -> bool:
        """Go on with a lane that waited for a person, as the journal says; False if it does not."""
        self._lane = lane
        if event.what == "answered":
            self.take_answer(lane, self.recorded.answer_to(event))
        elif event.what == "unanswered":
            deadlines.pass_due(self, lane, asking.due)
        elif event.what == "told" and asking.remind:
            deadlines.pass_due(self, lane, asking.remind)
        elif event.what == STEP and asking.due and not self._learnt_here(lane):
            deadlines.pass_due(self, lane, asking.due)
        else:
            return self._settled_since(lane, asking)
        return True

    def _learnt_here(self, lane: Lane) -> bool:
        """Whether something learnt while the lane waited settled its question."""
        return bool(self._learnings(self, lane, None))

    def _settled_since(self, lane: Lane, asking: Asking) -> bool:
        row = self.recorded.question(asking.question)
        if row is None or not self._learnt_here(lane) or not settle_lane(self, lane, row):
            return False
        self.ready.append(lane)
        return True

    def _incident(self, lane: Lane, event: Event) -> bool:
        """Ask what was asked because the program broke off again and again."""
        if event.what != "asked":
            return False
        row = self.recorded.question(event.data["question"])
        if row is None or row.problem != "incident":
            return False
        import re

        self._lane = lane
        found = re.search(r"\d+", row.text)
        self.incident(int(found[0]) if found else 0)
        return True

    # -- stopping at an entry -----------------------------------------------------------------

    def _clock_used(self, lane: Lane, code: Code, pc: int, to: int) -> None:
        """After every instruction: the replay stops between two, never inside one."""
        context = self.world.context
        if context.read_already:
            super()._clock_used(lane, code, pc, to)
        context.used = True
        event = self.here
        if event is not None and event.what == "asked" and self._problem(event) == "run-limit":
            if to >= 0:
                lane.stack[-1].pc = to
            raise Exceptional("run-limit", "")
        reached = self.done >= self._last
        other = event is not None and (
            event.lane != lane.path or event.what in _OUTSIDE or _cancelled(event)
        )
        if not reached and not other:
            return
        if to >= 0:
            lane.stack[-1].pc = to
        if reached:
            raise _Reached
        if lane.status == READY and lane.stack and lane not in self.ready:
            self.ready.append(lane)
        raise _Turn

    def _run_lanes(self) -> None:
        while True:
            try:
                super()._run_lanes()
                return
            except _Turn:
                continue

    def trouble(self, lane: Lane, fault: Exceptional | Problematic) -> None:
        """A step could not be done then either."""
        super().trouble(lane, fault)
        self.world.context.used = True

    # -- what a replay leaves out -------------------------------------------------------------

    def commit(
        self,
        status: str | None = None,
        wake: str | None = None,
        ended: str | None = None,
        outcome: str | None = None,
    ) -> str:
        """Nothing is written."""
        self._said, self._effects, self._questions, self._withdrawn = [], [], [], []
        return status or ""

    def run_pure(self, code: Code, info: p.ProcedureInfo, args: list[Any]) -> Any:
        """Run a definition inside an expression; its steps are not journaled."""
        before, self._quiet = self._quiet, True
        try:
            return super().run_pure(code, info, args)
        finally:
            self._quiet = before


def _cancelled(event: Event) -> bool:
    """Whether the run was ended from outside here."""
    return event.what == "ended" and "by" in event.data


def _plain(value: Any) -> Any:
    """Return data as JSON gives them back."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value


def _same(recorded: Any, now: Any) -> bool:
    """Whether two values of the trace are the same, as far as it keeps them: of a thing only that
    it is one, since its content is seen in what is read of it."""
    if isinstance(recorded, dict) and isinstance(now, dict):
        if any(tag in recorded for tag in _THINGS) and any(tag in now for tag in _THINGS):
            return True
        return recorded.keys() == now.keys() and all(
            _same(value, now[name]) for name, value in recorded.items()
        )
    if isinstance(recorded, list) and isinstance(now, list):
        return len(recorded) == len(now) and all(map(_same, recorded, now))
    return bool(recorded == now)
