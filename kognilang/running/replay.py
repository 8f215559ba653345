"""Replay: a run done again from its journal, step by step, to identical values.

The machine is the one that ran it, with the world taken away: what a skill returned, what time it
was, what a person answered and which lane went on are read from the journal. Everything else is
worked out anew and held against the journal, entry by entry. No skill and no model is called.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from kognilang.journal.records import Child, JournalRow, RunRow
from kognilang.journal.store import Store
from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic, SkillInfo
from kognilang.running import itemruns, turns
from kognilang.running.code import Code
from kognilang.running.compact import dumps
from kognilang.running.course import Course, Diverged, Reached, as_read, cancelled, same
from kognilang.running.frames import PARKED, READY, Frame, Lane
from kognilang.running.learning import Candidate
from kognilang.running.machine import Machine
from kognilang.running.moving import move
from kognilang.running.past import Past
from kognilang.running.ports import Ports
from kognilang.running.recorded import STEP, Event, Recorded, events_of, first_procedure
from kognilang.running.world import World
from kognilang.values.kinds import Exceptional
from kognilang.values.shown import told

_OUTSIDE = ("began", "retried", "moved")
_COMPARED = {"said": ("text",), "told": ("to", "text"), "asked": ("text",), "lane": ("how",),
             "skill": ("skill", "args"), "ended": ("status",), "caught": ("text",),
             "failed": ("skill",)}  # fmt: skip


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
        events = events_of(store.journal(row.id))
        self.recorded = Recorded(store, row.id, itemruns.own_rows(begun), blobs)
        self.recorded.follow(events)
        self.recorded.asked = [one.data["question"] for one in events if one.what == "asked"]
        self.course = Course(events, to, self._passed)
        self._seen = seen
        self.past = Past(self, self._blob)
        self._quiet = False
        self._until = until
        world.context.read = self.past.moment
        world.draw = self.past.drawn
        start = RunRow(**{name: getattr(row, name) for name in RunRow.__slots__})
        start.frame = b"" if begun is None else begun.row.frame
        ports = Ports(
            ask=lambda question: self.past.answer(question.id),
            learnings=self._learnings,
            children=True,
        )
        super().__init__(cast(Store, self.recorded), start, plan, world, ports)
        self.trace = _Trace(self._stepped)
        # The machine looks here after every instruction: that is where a replay can stop.
        world.context.used = True

    def of_item(
        self,
        child: Child,
        row: RunRow,
        seen: Callable[[Replaying, Event, Any], None] | None = None,
        to: int = 0,
        until: str = "",
    ) -> Replaying:
        """Return the machine that replays the run of an item, as this one begins it."""
        world = World(self.world.settings, lambda: self.world.library, self.world.folder, {})
        recorded = self.recorded
        recorded.blobs.update(self.heap.blobs)
        store = recorded.store
        plan = recorded.plan(first_procedure(store.journal(row.id), row))
        return Replaying(store, row, plan, world, seen, to, child, recorded.blobs, until)

    def replay(self) -> None:
        """Follow the journal to its end, or to the entry that is wanted. Raises Diverged."""
        course = self.course
        try:
            self.pass_outside()
            while self.status == "running" and not course.over:
                before = course.done
                self._run_lanes()
                if self.status == "running" and course.done == before:
                    return
            if self.status != "running" and not course.over:
                self._note("", 0, "ended", {"status": self.status, "outcome": self.outcome})
        except Reached:
            return

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

    @property
    def lane_at_work(self) -> Lane:
        """The lane whose steps are done again."""
        return self._lane

    @lane_at_work.setter
    def lane_at_work(self, lane: Lane) -> None:
        self._lane = lane

    def frame_here(self) -> Frame | None:
        """The frame that the replay stands on: whose names are seen there."""
        lane = self._lane if self._lane.stack else self.root
        return lane.stack[-1] if lane.stack else None

    # -- holding against the journal ------------------------------------------------------

    def _stepped(self, sentence: int, name: str, value: Any) -> None:
        if self._quiet:
            return
        event = self._expect(self._lane.path, self._plan, sentence, STEP)
        if event.name != name or not same(event.value, self.trace_value(value)):
            raise self.diverged(event, f'"{name}" becomes {told(value)}')
        self.course.passed(event, value)

    def _note(
        self, lane: str, sentence: int, what: str, data: Any, plan: str | None = None
    ) -> JournalRow:
        event = self._expect(lane, self._plan if plan is None else plan, sentence, what)
        # What was interrupted is worded by what was found then.
        reworded = ("interrupted-write", "run-limit")
        as_found = what == "asked" and self.past.asked_because(event) in reworded
        for key in () if as_found else _COMPARED.get(what, ()):
            if not same(event.data.get(key), as_read(data.get(key))):
                raise self.diverged(event, f"the {key} is {told(data.get(key))}")
        self.course.passed(event)
        return JournalRow(lane, sentence, what, "{}", event.at)

    def _expect(self, lane: str, plan: str, sentence: int, what: str) -> Event:
        self.pass_outside()
        event = self.course.next()
        if cancelled(event):
            self.end_as(event)
            raise Reached
        if (event.lane, event.sentence, event.what) != (lane, sentence, what):
            raise self.diverged(event, f"{what} in line {self._line(plan, sentence)}")
        return event

    def _passed(self, event: Event, value: Any) -> None:
        if self._seen is not None:
            self._seen(self, event, value)

    def pass_outside(self) -> None:
        """Pass what did not come from the run itself."""
        course = self.course
        while (event := course.here) is not None and not course.over:
            if event.what not in _OUTSIDE:
                return
            if event.what == "moved":
                # The run was moved to another text here.
                move(self, self.recorded.plan(event.data["to"]), event.data["to"])
            elif event.what == "retried":
                self._ask_anew()
            course.passed(event)

    def end_as(self, event: Event) -> None:
        """The run was cancelled from outside."""
        self.finish("cancelled", str(event.data.get("why", "")))
        self.course.passed(event)

    def diverged(self, event: Event, found: str) -> Diverged:
        """Return what is wrong: the journal has this entry where the replay does what is `found`,
        as the end of a sentence."""
        line = self._line(event.plan, event.sentence)
        kept = event.name or event.what
        return Diverged(
            event.number,
            f"Step {event.number} (line {line}) is another one now: the journal has {kept!r} "
            f"there, and now {found}.",
        )

    def _line(self, plan: str, sentence: int) -> int:
        known = self.code(plan).plan.sentences
        return known[sentence].line if 0 <= sentence < len(known) else 0

    # -- the world, from the journal --------------------------------------------------------

    def call(
        self, info: SkillInfo, given: list[tuple[str, Any]], key: str, needed: str = ""
    ) -> Any:
        """Return what the skill returned then, or raise what it raised."""
        return self.past.returned(info, given)

    def look(self, info: SkillInfo, given: list[tuple[str, Any]], key: str) -> bool | None:
        """Return what was found at the other end then, as it shows in what came next."""
        return self.past.found_at_the_other_end()

    def within_limits(self) -> None:
        """What the run was asked about then is asked about again, and nothing else."""

    def _learnings(self, machine: Machine, lane: Lane, situation: Any) -> list[Candidate]:
        return self.past.learnt(lane.path)

    def begin_child(self, child: Child) -> None:
        """A run begins for an item: it is replayed when its parent took back what it made."""
        begun = self.recorded.begun
        place = sum(one.row.parent == child.row.parent for one in begun.values())
        path = f"{child.row.parent.rpartition(':')[2]}.{place}"
        # Of what was done before a retry, the journal names the other run's items.
        child.row.id = self.recorded.items.get(path, child.row.id)
        begun[child.row.id] = child
        if child.row.id == self._until:
            raise Reached

    # -- which lane goes on, and where it stops -----------------------------------------------

    def _next_lane(self) -> Lane | None:
        return turns.next_lane(self, super()._next_lane)

    def _run_lanes(self) -> None:
        while True:
            try:
                super()._run_lanes()
                return
            except _Turn:
                continue

    def _clock_used(self, lane: Lane, code: Code, pc: int, to: int) -> None:
        """After every instruction: the replay stops between two, never inside one."""
        context = self.world.context
        if context.read_already:
            super()._clock_used(lane, code, pc, to)
        context.used = True
        event, reached = self.course.here, self.course.over
        limited = (
            event is not None
            and event.what == "asked"
            and (self.past.asked_because(event) == "run-limit")
        )
        other = event is not None and (
            event.lane != lane.path or event.what in _OUTSIDE or cancelled(event)
        )
        if to >= 0 and (limited or reached or other):
            lane.stack[-1].pc = to
        if limited:
            raise Exceptional("run-limit", "")
        if reached:
            raise Reached
        if not other:
            return
        if lane.status == READY and lane.stack and lane not in self.ready:
            self.ready.append(lane)
        raise _Turn

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
