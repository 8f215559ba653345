"""The machine: carries a run from where it stands until it parks, waits or ends.

The run is plain data between two commits: the lanes with their frames, and the heap. A step
completes or leaves no trace, so that whatever was not committed is simply done again.
"""

from __future__ import annotations

import json
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kognilang.journal.records import (
    EffectRow,
    JournalRow,
    ObjectRow,
    QuestionRow,
    RunRow,
    Unit,
)
from kognilang.journal.store import Store
from kognilang.meaning import plan as p
from kognilang.meaning.plandata import from_data
from kognilang.meaning.skill import Problematic, SkillInfo
from kognilang.running import answers, lanes
from kognilang.running.changing import changed_value
from kognilang.running.code import Code
from kognilang.running.collections import named
from kognilang.running.effects import UnknownOutcome
from kognilang.running.frames import (
    BLOCKED,
    PARKED,
    READY,
    WAITING,
    Asking,
    Frame,
    Group,
    Guard,
    Lane,
    lane_data,
    lane_of,
)
from kognilang.running.heap import LONG, Heap, compact, dumps
from kognilang.running.waits import after, utc
from kognilang.running.world import World
from kognilang.values.kinds import Exceptional, Record, Thing
from kognilang.values.shown import shown, told

STATE = 1
"""The version of a run's state as JSON."""

PERIOD = 0.1
"""Seconds between commits while only pure steps are done."""

LEASE = 60.0
"""Seconds for which a run is claimed; renewed while it is worked on."""

_GLANCE = 32
"""After so many steps the clock is looked at."""


@dataclass(slots=True)
class Event:
    """How far the innermost loop is, for the person who watches."""

    noun: str
    done: int
    waiting: int
    total: int
    sentence: str


@dataclass(slots=True)
class Ports:
    """What the machine may reach of the person at hand.

    `ask` returns an answer's data (see `answers.py`) for a question that is asked in place,
    or None to let it wait. `out` puts out what is said, once it is committed. `notice` tells
    of messages to others.
    """

    ask: Callable[[QuestionRow], dict[str, Any] | None] | None = None
    out: Callable[[str], None] | None = None
    notice: Callable[[str, str], None] | None = None
    progress: Callable[[Event], None] | None = None
    sleep: Callable[[float], None] | None = None
    """Waits in place for a short time; without it every wait parks the run."""
    patience: float = 60.0
    """Seconds up to which a wait is short."""


class Machine:
    """One run, being worked on by this process."""

    def __init__(
        self, store: Store, row: RunRow, plan: p.Plan, world: World, ports: Ports | None = None
    ) -> None:
        self.store = store
        self.run = row.id
        self.epoch = row.epoch
        self.procedure = row.procedure
        self.title = row.title
        self.world = world
        self.ports = ports or Ports()
        self.trace: list[tuple[int, str, Any]] = []
        self.counts: list[dict[str, Any]] = []
        self.groups = 0
        self.ready: deque[Lane] = deque()
        self.startable: list[Group] = []
        self.dirty: set[Lane] = set()
        self.status = "running"
        self.outcome = ""
        self.started_over = False
        self.stays_open = False
        """Whether the run goes on after its last step, with what is typed next."""
        self.simulated: list[dict[str, str]] = []
        self._codes: dict[str, Code] = {}
        self._journal: list[JournalRow] = []
        self._effects: list[EffectRow] = []
        self._questions: list[QuestionRow] = []
        self._withdrawn: list[str] = []
        self._blobs: dict[str, bytes] = {}
        self._said: list[JournalRow] = []
        self._due = 0.0
        self._renew_at = time.monotonic() + LEASE / 3
        self._lane: Lane = Lane()
        state = json.loads(row.frame) if row.frame else {}
        self.heap = Heap(
            row.id,
            state.get("last", 0),
            {oid: one.data for oid, one in store.objects(row.id).items()} if state else {},
            self._blob,
        )
        self._codes[""] = Code(plan, self)
        self.root = self._load(state) if state else self._begin(plan)
        if sys.getrecursionlimit() < 20_000:
            sys.setrecursionlimit(20_000)

    # -- beginning and loading -------------------------------------------------------------

    def _begin(self, plan: p.Plan) -> Lane:
        lane = Lane()
        frame = Frame()
        lane.stack.append(frame)
        self.world.top = frame
        for number, (name, x) in enumerate(plan.constants):
            frame.names[name] = self._codes[""].expressions.compile(x, f"c{number}")(frame)
        self.ready.append(lane)
        return lane

    def _load(self, state: dict[str, Any]) -> Lane:
        if state["v"] != STATE:
            raise ValueError(f"the run's state has the version {state['v']}")
        self.groups = state["groups"]
        self.counts = state["counts"]
        for name, value in state.get("inputs", {}).items():
            self.world.inputs[name] = self.heap.decode(value)
        if state.get("currency"):
            self.world.use_currency(state["currency"])
        root = lane_of(state["root"], "", None, -1, self.heap)
        self.world.top = root.stack[0]
        self._load_groups(root)
        if root.status == READY:
            self.ready.append(root)
        return root

    def _load_groups(self, lane: Lane) -> None:
        for frame in lane.stack:
            for loop in frame.loops.values():
                group = loop.group
                if group is None:
                    continue
                if not group.exhausted:
                    self.startable.append(group)
                for place in [at for at, entry in enumerate(group.ledger.items) if entry is None]:
                    path = f"{group.prefix}.{place}"
                    data = json.loads(self.heap.row(f"lane:{path}"))
                    inner = lane_of(data, path, group, place, self.heap)
                    group.open[place] = inner
                    if inner.status == READY:
                        self.ready.append(inner)
                    self._load_groups(inner)

    def _blob(self, digest: str) -> bytes:
        data = self.store.blob(digest)
        if data is None:
            raise KeyError(digest)
        return data

    def code(self, hash: str) -> Code:
        """Return the code of a plan: the run's own for the empty hash, else an answer's."""
        code = self._codes.get(hash)
        if code is None:
            code = Code(from_data(self._blob_here(hash)), self, hash)
            self._codes[hash] = code
        return code

    def home(self, hash: str, own: Code) -> Code:
        """Return the code that holds a definition's steps, by its plan's content hash."""
        if not hash:
            return own
        return self._codes[""] if hash == self.procedure else self.code(hash)

    def _blob_here(self, digest: str) -> bytes:
        kept = self._blobs.get(digest) or self.heap.blobs.get(digest)
        return kept if kept is not None else self._blob(digest)

    def add_code(self, plan: bytes) -> str:
        """Keep an answer's plan with the run; return its hash."""
        return self.heap.keep_blob(plan)

    def lanes(self) -> list[Lane]:
        """Return every lane that is open, the main one first."""
        found: list[Lane] = []

        def gather(lane: Lane) -> None:
            found.append(lane)
            for frame in lane.stack:
                for loop in frame.loops.values():
                    if loop.group is not None:
                        for inner in loop.group.open.values():
                            gather(inner)

        gather(self.root)
        return found

    # -- advancing ---------------------------------------------------------------------------

    def advance(self) -> str:
        """Work until the run parks, waits or ends; return its status then."""
        self._due = time.monotonic() + PERIOD
        print_pending(self.store, self.run, self.ports.out)
        while True:
            self._run_lanes()
            if self.status != "running":
                break
            if not self._wait_in_place():
                break
        return self._settle()

    def work_open(self) -> None:
        """Work on a run that stays open until it has nothing to do, and commit."""
        self._run_lanes()
        while self._wait_in_place():
            self._run_lanes()
        self.commit()

    def _run_lanes(self) -> None:
        while self.status == "running":
            lane = self._next_lane()
            if lane is None:
                return
            self._run_lane(lane)

    def _next_lane(self) -> Lane | None:
        while self.ready:
            lane = self.ready.popleft()
            if lane.status == READY and lane.stack:
                return lane
        while self.startable:
            group = self.startable[-1]
            if not group.exhausted:
                return lanes.start_next(self, group)
            self.startable.pop()
        return None

    def _run_lane(self, lane: Lane) -> None:
        self._enter(lane)
        context = self.world.context
        monotonic = time.monotonic
        count = 0
        frame = lane.stack[-1]
        code = self.code(frame.code)
        steps = code.steps
        while True:
            try:
                while True:
                    to = steps[frame.pc](lane, frame)
                    if frame.overrides:
                        frame.overrides.clear()
                    if context.used:
                        self._clock_used(lane, code, frame.pc, to)
                    if to < 0:
                        if self.status != "running" or lane.status != READY:
                            return
                        frame = lane.stack[-1]
                        code = self.code(frame.code)
                        steps = code.steps
                        continue
                    frame.pc = to
                    count += 1
                    if count >= _GLANCE:
                        count = 0
                        if monotonic() >= self._due:
                            self.commit()
            except (Exceptional, Problematic) as fault:
                self.trouble(lane, fault)
            except RecursionError:
                self.trouble(lane, Exceptional("limit-reached", "This calls itself too deep."))
            if self.status != "running" or lane.status != READY:
                return
            frame = lane.stack[-1]
            code = self.code(frame.code)
            steps = code.steps

    def _enter(self, lane: Lane) -> None:
        if lane is not self._lane:
            self._flush_trace()
            self._lane = lane
        self.dirty.add(lane)
        parent = lane.parent
        while parent is not None:
            self.dirty.add(parent.owner)
            parent = parent.owner.parent

    def _clock_used(self, lane: Lane, code: Code, pc: int, to: int) -> None:
        """Journal the moment; forget it when the sentence is done."""
        instructions = code.plan.instructions
        sentence = instructions[pc].sentence
        if not (0 <= to < len(instructions) and instructions[to].sentence == sentence and to > pc):
            self.trace.append((sentence, "now", self.world.context.now))
            self.world.context.forget()

    def _wait_in_place(self) -> bool:
        """Sleep for a short wait; False if nothing is due soon."""
        due = self._next_wake()
        if self.ports.sleep is None or not due:
            return False
        seconds = (datetime.fromisoformat(due) - self.world.context.read()).total_seconds()
        if seconds > self.ports.patience:
            return False
        self.commit()
        self.ports.sleep(max(0.0, seconds))
        self.wake(utc(self.world.context.read()))
        return True

    def _next_wake(self) -> str:
        dues = [lane.wake for lane in self.lanes() if lane.wake]
        return min(dues, default="")

    def wake(self, now: str) -> None:
        """Make ready what waited for a moment that has come."""
        for lane in self.lanes():
            if not lane.wake or lane.wake > now:
                continue
            lane.wake = ""
            if lane.status == WAITING:
                self._make_ready(lane)
            elif lane.status == PARKED and lane.asking is not None:
                instruction = self._instruction(lane)
                if isinstance(instruction, p.AskPerson) and instruction.nobody >= 0:
                    self._withdrawn.append(lane.asking.question)
                    lane.asking = None
                    lane.frame.pc = instruction.nobody
                    self._make_ready(lane)

    def _make_ready(self, lane: Lane) -> None:
        lane.status = READY
        self.dirty.add(lane)
        self.ready.append(lane)

    def _settle(self) -> str:
        """Commit how the run stands, and give it back."""
        if self.status != "running":
            self.world.context.forget()
            row = {"status": self.status, "outcome": self.outcome}
            self._flush_trace()
            self._note("", 0, "ended", row)
            ended = self.moment()
            return self.commit(status=self.status, ended=ended, outcome=self.outcome)
        wake = self._next_wake()
        parked = any(lane.status == PARKED for lane in self.lanes())
        return self.commit(status="parked" if parked else "waiting", wake=wake)

    # -- committing ---------------------------------------------------------------------------

    def commit(
        self,
        status: str | None = None,
        wake: str | None = None,
        ended: str | None = None,
        outcome: str | None = None,
    ) -> str:
        """Write everything since the last commit in one transaction, then put out what was said.

        Returns the run's status as the store has it.
        """
        self._flush_trace()
        state = self._state()
        objects = [
            ObjectRow(f"lane:{lane.path}", 0, dumps(lane_data(lane, self.heap)))
            for lane in self.dirty
            if lane.path and lane.stack
        ]
        self.dirty.clear()
        self._enter(self._lane)
        rows, blobs = self.heap.drain()
        objects.extend(rows)
        state["last"] = self.heap.last
        frame = dumps(state)
        blobs.update(self._blobs)
        unit = Unit(
            self.run,
            self.epoch,
            status=status,
            frame=frame,
            wake_at=wake,
            ended_at=ended,
            outcome=outcome,
            journal=self._journal,
            objects=objects,
            effects=self._effects,
            questions=self._questions,
            withdrawn=self._withdrawn,
            blobs=blobs,
        )
        result = self.store.commit(unit)
        self._journal, self._effects, self._questions = [], [], []
        self._withdrawn, self._blobs = [], {}
        self._put_out()
        now = time.monotonic()
        self._due = now + PERIOD
        if now >= self._renew_at and status is None:
            self.store.renew(self.run, LEASE)
            self._renew_at = now + LEASE / 3
        self._show_progress()
        return result

    def _state(self) -> dict[str, Any]:
        encode = self.heap.encode
        state = {
            "v": STATE,
            "root": lane_data(self.root, self.heap),
            "groups": self.groups,
            "counts": self.counts,
            "inputs": {name: encode(value) for name, value in self.world.inputs.items()},
        }
        if self.world.settings.currency:
            state["currency"] = self.world.settings.currency
        return state

    def _put_out(self) -> None:
        """Put out what was said, now that it is committed, and note that it was."""
        if not self._said:
            return
        said, self._said = self._said, []
        if self.ports.out is not None:
            for row in said:
                self.ports.out(json.loads(row.data)["text"])
        self.store.mark_printed(self.run, said[-1].seq)

    def moment(self) -> str:
        """Return the step's moment as the journal keeps it."""
        return utc(self.world.context.read())

    # -- the journal ----------------------------------------------------------------------------

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
        )
        self._journal.append(row)

    def trace_value(self, value: Any) -> Any:
        """Return a value as the trace keeps it: a thing by its id, else in a few words."""
        if isinstance(value, Thing):
            return {"ref": value.oid} if value.oid else {"new": told(value)}
        if type(value) is str and len(value) > LONG:
            return {"long": value[:200], "length": len(value)}
        return self.heap.encode(value)

    def _note(self, lane: str, sentence: int, what: str, data: Any) -> JournalRow:
        row = JournalRow(lane, sentence, what, compact(data), self.moment())
        self._journal.append(row)
        return row

    def note_lane(self, lane: Lane, how: str) -> None:
        """Journal the end of a lane, with its last steps."""
        assert lane.parent is not None
        self.trace.append((lane.parent.sentence, "lane", f"{self.item_name(lane)}: {how}"))
        self._flush_trace()

    def say(self, lane: Lane, sentence: int, text: str) -> None:
        """Say something to the person running it, once it is committed."""
        self._flush_trace()
        self._said.append(self._note(lane.path, sentence, "said", {"text": text}))

    def tell(self, lane: Lane, sentence: int, who: str, text: str) -> None:
        """Tell a person; no answer is awaited."""
        self._flush_trace()
        self._note(lane.path, sentence, "told", {"to": who, "text": text})
        if self.ports.notice is not None:
            self.ports.notice(who, text)

    def skill_done(
        self, lane: Lane, one: p.CallSkill, given: list[tuple[str, Any]], result: Any
    ) -> None:
        """Journal the call of a skill."""
        self._flush_trace()
        if isinstance(result, Thing):
            self.heap.encode(result)
        data = {
            "skill": one.skill,
            "effect": one.effect,
            "args": {slot: self.trace_value(value) for slot, value in given},
            "result": self.trace_value(result),
        }
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

    def _show_progress(self) -> None:
        if self.ports.progress is None:
            return
        lane: Lane = self._lane
        group = lane.parent
        if group is None:
            for frame in reversed(lane.stack):
                for loop in reversed(frame.loops.values()):
                    total = len(loop.items.items) if loop.items is not None else 0
                    total = loop.range[2] if loop.range is not None else total
                    if total:
                        self.ports.progress(Event("", loop.at, 0, total, ""))
                        return
            return
        waiting = len(group.open) - (lane.place in group.open)
        sentence = self.sentence(lane).written if lane.stack else ""
        self.ports.progress(
            Event(
                group.noun,
                group.done + group.skipped,
                waiting,
                len(group.items.items),
                sentence.split("\n")[0],
            )
        )

    # -- what steps ask of the machine --------------------------------------------------

    def _instruction(self, lane: Lane) -> p.Instruction:
        frame = lane.frame
        return self.code(frame.code).plan.instructions[frame.pc]

    def sentence(self, lane: Lane) -> p.Sentence:
        """Return the sentence that the lane stands on."""
        frame = lane.frame
        return self.code(frame.code).sentence(frame.pc)

    def change(
        self, lane: Lane, frame: Frame, how: str, name: str, value: Any, shared: bool
    ) -> None:
        """Change a name. In a lane a change of an outer name is kept with the lane until the
        loop ends."""
        if shared or (name not in frame.names and frame.kind == "call"):
            owner = self.world.top
            assert owner is not None
            if lane.parent is not None and shared:
                lane.adds.append((how, name, value))
                return
            if shared:
                self._change_in(owner, how, name, value)
                return
        holder: Frame | None = frame
        while holder is not None and name not in holder.names:
            if holder.kind == "lane":
                lane.adds.append((how, name, value))
                return
            holder = holder.outer
        if holder is None:
            raise Exceptional(
                "not-set", f"The {name} has not been set yet.", prop=name, needs="any"
            )
        self._change_in(holder, how, name, value)

    def _change_in(self, holder: Frame, how: str, name: str, value: Any) -> None:
        if name not in holder.names:
            raise Exceptional(
                "not-set", f"The {name} has not been set yet.", prop=name, needs="any"
            )
        holder.names[name] = changed_value(self, how, holder.names[name], value, name)

    def leave(self, lane: Lane, value: Any) -> None:
        """Leave a procedure with its result."""
        left = lane.stack.pop()
        caller = lane.stack[-1]
        if left.result:
            caller.names[left.result] = value
        caller.pc += 1

    def reached_end(self, lane: Lane) -> None:
        """The last step of the run, or of an answer's sentences, is done."""
        frame = lane.frame
        if frame.kind == "answer":
            self.resume_from_answer(lane, "again")
            return
        if frame.kind == "call":
            self.leave(lane, None)
            return
        if lane.parent is not None:
            lanes.end_lane(self, lane)
            return
        if self.stays_open:
            lane.status = BLOCKED
            return
        self.status = "finished"
        lane.status = "done"

    def resume_from_answer(self, lane: Lane, how: str) -> None:
        """An answer's sentences have said what becomes of the step that asked."""
        while lane.stack and lane.frame.kind != "answer":
            lane.stack.pop()
        if lane.stack:
            lane.stack.pop()
        answers.instruct(self, lane, how)

    def stop_from(self, lane: Lane, reason: str) -> None:
        """`Stop.`: the run ends; from a lane, when the open lanes have ended."""
        group = lane.parent
        if group is not None:
            group.stopping = "run"
            group.reason = group.reason or reason
            lanes.end_lane(self, lane)
            return
        self.finish("failed" if reason else "finished", reason)

    def finish(self, status: str, outcome: str = "") -> None:
        """End the run; what still waits is withdrawn."""
        self.status = status
        self.outcome = outcome
        for lane in self.lanes():
            if lane.asking is not None:
                self._withdrawn.append(lane.asking.question)

    def set_aside(self, lane: Lane, due: datetime) -> None:
        """The lane waits for a moment."""
        lane.status = WAITING
        lane.wake = utc(due)

    def item_name(self, lane: Lane) -> str:
        """Name the lane's item as a person would; empty outside lanes."""
        if lane.parent is None:
            return ""
        settings = self.world.settings
        return named(lane.item, lane.parent.noun, lambda value: shown(value, settings))

    def run_pure(self, code: Code, info: p.ProcedureInfo, args: list[Any]) -> Any:
        """Run the steps of a definition that has no effect, inside an expression."""
        lane = Lane("pure", READY)
        bottom = Frame(kind="call", outer=self.world.top)
        names = dict(zip(info.parameters, args, strict=False))
        inner = Frame(code.hash, info.start, names, self.world.top, "call", 0, "value")
        lane.stack = [bottom, inner]
        size = len(self.trace)
        count = 0
        limit = self.world.limits.rounds * 10
        try:
            while len(lane.stack) > 1:
                frame = lane.stack[-1]
                to = self.code(frame.code).steps[frame.pc](lane, frame)
                if to >= 0:
                    frame.pc = to
                count += 1
                if count > limit:
                    from kognilang.asking.troubles import limit_reached

                    raise limit_reached(f'"{info.title}"', limit)
        finally:
            del self.trace[size:]
        return bottom.names.get("value")

    # -- trouble -----------------------------------------------------------------------

    def trouble(self, lane: Lane, fault: Exceptional | Problematic) -> None:
        """A step could not be done: a handler takes it, or a person is asked."""
        for frame in lane.stack:
            frame.items.clear()
        self.world.depth = 0
        self.world.context.forget()
        if not isinstance(fault, UnknownOutcome) and self._handled(lane, fault):
            return
        asking = answers.asking_for(self, lane, fault)
        self.ask(lane, asking, fault)

    def _handled(self, lane: Lane, fault: Exceptional | Problematic) -> bool:
        for depth in range(len(lane.stack) - 1, -1, -1):
            frame = lane.stack[depth]
            while frame.guards:
                guard = frame.guards[-1]
                if self._caught(lane, depth, frame, guard, fault):
                    return True
                frame.guards.pop()
        return False

    def _caught(
        self,
        lane: Lane,
        depth: int,
        frame: Frame,
        guard: Guard,
        fault: Exceptional | Problematic,
    ) -> bool:
        if guard.again >= 0:
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
        self.trace.append((0, "caught", fault.message))
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
            frame.names["problem"] = Record(
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
        due: str = "",
    ) -> None:
        """Ask a person: in place where one is at hand, else the lane parks."""
        from kognilang.asking.wording import question_of

        self._flush_trace()
        if asking.kind != "ask" and not to:
            to = self.world.people.asked
        asking.question = self.store.next_id("q")
        row = question_of(
            fault,
            self.sentence(lane),
            id=asking.question,
            run=self.run,
            lane=lane.path,
            to=to,
            at=self.moment(),
            item=self.item_name(lane),
            noun=answers.noun_of(self, lane),
            title=self.title,
            due_at=due,
            settings=self.world.settings,
        )
        asking.needs = row.needs
        lane.asking = asking
        lane.status = PARKED
        lane.wake = due if due and self._has_deadline(lane) else ""
        self.dirty.add(lane)
        self._questions.append(row)
        self._note(
            lane.path,
            self._instruction(lane).sentence,
            "asked",
            {"question": row.id, "text": row.text, "to": row.to},
        )
        self._offer(lane, row)

    def ask_again(self, lane: Lane, asking: Asking, given: tuple[Any, ...]) -> None:
        """Ask the same of a further person."""
        row = self.store.question(asking.question)
        assert row is not None
        row.id = self.store.next_id("q")
        row.status = "open"
        row.asked_at = self.moment()
        lane.asking = Asking(
            row.id, "ask", asking.problem, asking.place, asking.prop, asking.thing,
            asking.needs, asking.candidates, given,
        )  # fmt: skip
        lane.status = PARKED
        self.dirty.add(lane)
        self._questions.append(row)
        self._offer(lane, row)

    def _has_deadline(self, lane: Lane) -> bool:
        instruction = self._instruction(lane)
        return isinstance(instruction, p.AskPerson) and instruction.nobody >= 0

    def _offer(self, lane: Lane, row: QuestionRow) -> None:
        """Ask in place if the person at hand may answer."""
        if self.ports.ask is None:
            return
        self.commit()
        data = self.ports.ask(row)
        if data is not None:
            self.take_answer(lane, data)

    def take_answer(self, lane: Lane, data: dict[str, Any]) -> None:
        """Apply an answer to the lane that asked."""
        asking_ = lane.asking
        assert asking_ is not None
        self._note(
            lane.path, self._instruction(lane).sentence, "answered",
            {"question": asking_.question, **{k: v for k, v in data.items() if k != "plan"}},
        )  # fmt: skip
        lane.status = READY
        lane.wake = ""
        self.dirty.add(lane)
        lane.asking = None
        answers.apply(self, lane, asking_, data)
        if lane.status == READY and lane is not self._lane:
            self.ready.append(lane)

    def add_text(self, plan: bytes) -> None:
        """Run a text at the top level of a run that stays open."""
        hash = self.add_code(plan)
        self.root.stack.append(
            Frame(hash, 0, self.root.stack[0].names, None, "answer", shares=True)
        )
        self._make_ready(self.root)

    def drop_text(self) -> None:
        """Give up what stands on the top frame: a text that was stopped in the middle."""
        for lane in self.lanes():
            if lane.asking is not None:
                self._withdrawn.append(lane.asking.question)
                lane.asking = None
        del self.root.stack[1:]
        self.root.stack[0].loops.clear()
        self.root.status = BLOCKED
        self.ready.clear()
        self.startable.clear()

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


def print_pending(store: Store, run: str, out: Callable[[str], None] | None) -> None:
    """Put out what a run said and committed, but never printed."""
    pending = store.said_pending(run)
    for row in pending:
        if out is not None:
            out(json.loads(row.data)["text"])
    if pending:
        store.mark_printed(run, pending[-1].seq)


def fits(fault: Exceptional | Problematic, reason: str) -> bool:
    """Whether the words after `because` describe an exception: `the file is missing`."""
    from kognilang.values.naming import canonical

    small = {"the", "a", "an", "is", "was", "are", "it", "this", "that", "of", "to", "has"}
    words = set(canonical(reason).split()) - small
    named_words = set(fault.problem.split("-")) - small
    if named_words and named_words <= words:
        return True
    message = set(canonical("".join(c if c.isalnum() else " " for c in fault.message)).split())
    return bool(words) and words <= message | named_words
