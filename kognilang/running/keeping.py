"""Keeping: how a run is read from its rows and written to them, and the journal of its steps."""

from __future__ import annotations

import json
import sys
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kognilang.journal.records import (
    Child,
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
from kognilang.running import calling
from kognilang.running.code import Code
from kognilang.running.collections import named
from kognilang.running.frames import READY, WAITING, Frame, Group, Lane, lane_data, lane_of
from kognilang.running.heap import LONG, Heap, compact, dumps
from kognilang.running.ports import Event, Ports
from kognilang.running.snapshots import snapshot
from kognilang.running.waits import utc
from kognilang.running.world import World
from kognilang.values.kinds import Exceptional, File, List, Record, Thing
from kognilang.values.shown import shown, told

if TYPE_CHECKING:
    from kognilang.running.machine import Machine

STATE = 1
"""The version of a run's state as JSON."""

PERIOD = 0.1
"""Seconds between commits while only pure steps are done."""


class Keeping:
    """A run in memory, between two commits: its lanes, its heap, and what is yet to be written."""

    def __init__(
        self, store: Store, row: RunRow, plan: p.Plan, world: World, ports: Ports | None = None
    ) -> None:
        self.store = store
        self.run = row.id
        self.epoch = row.epoch
        self.procedure = row.procedure
        self.title = row.title
        self.path = row.path
        self.given = row.inputs
        self.parent = row.parent
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
        self.children = 0
        """How many runs this one has begun for items of its loops."""
        self.child: dict[str, Any] | None = None
        """What this run was begun for, if it is a child; `how` is how that ended."""
        self.how = ""
        self._children: list[Child] = []
        self._codes: dict[str, Code] = {}
        self._journal: list[JournalRow] = []
        self._effects: list[EffectRow] = []
        self._questions: list[QuestionRow] = []
        self._withdrawn: list[str] = []
        self._blobs: dict[str, bytes] = {}
        self._said: list[JournalRow] = []
        self._moved_to: str | None = None
        self.rows = 0
        """How many journal rows there are since a person last let the run go on past a limit."""
        self._worked_before = 0.0
        self._began = time.monotonic()
        self._due = 0.0
        self._renew_at = time.monotonic() + self.ports.lease / 3
        self._lane: Lane = Lane()
        self._plan = ""
        self._base = ""
        state = json.loads(row.frame) if row.frame else {}
        self.heap = Heap(
            row.id,
            state.get("last", 0),
            self._things(row.id, state) if state else {},
            self._blob,
            world.settings.folder,
        )
        self._codes[""] = Code(plan, cast("Machine", self))
        self.root = self._load(state) if state else self._begin(plan)
        if sys.getrecursionlimit() < 20_000:
            sys.setrecursionlimit(20_000)

    # -- beginning and loading -----------------------------------------------------------

    def _begin(self, plan: p.Plan) -> Lane:
        lane = Lane()
        frame = Frame()
        lane.stack.append(frame)
        self.world.top = frame
        for number, (name, x) in enumerate(plan.constants):
            frame.names[name] = self._codes[""].expressions.compile(x, f"c{number}")(frame)
        given = json.loads(self.given) if self.given else {}
        if "~entry" in given:
            frame.pc = given["~entry"]
            frame.names["~event"] = event_value(given.get("~event"))
        self.ready.append(lane)
        return lane

    def _things(self, run: str, state: dict[str, Any]) -> dict[str, bytes]:
        """Return the rows of the run's things; a child has those around it too."""
        found: dict[str, bytes] = {}
        if digest := state.get("base"):
            found = {
                oid: data.encode("utf-8", "surrogatepass")
                for oid, data in json.loads(self._blob(digest)).items()
            }
        found.update((oid, one.data) for oid, one in self.store.objects(run).items())
        return found

    def _load(self, state: dict[str, Any]) -> Lane:
        if state["v"] != STATE:
            raise ValueError(f"the run's state has the version {state['v']}")
        self.groups = state["groups"]
        self.rows = state.get("rows", 0)
        self._worked_before = state.get("worked", 0.0)
        self.children = state.get("children", 0)
        self.child = state.get("child")
        self._base = state.get("base", "")
        self.counts = state["counts"]
        for name, value in state.get("inputs", {}).items():
            self.world.inputs[name] = self.heap.decode(value)
        if state.get("currency"):
            self.world.use_currency(state["currency"])
        self.world.currencies.update(state.get("currencies", {}))
        self.world.meanings.update(state.get("meanings", {}))
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
            code = Code(from_data(self._blob_here(hash)), cast("Machine", self), hash)
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

    def take_over(self, other: Keeping) -> None:
        """Stand where another machine stands, with everything that it holds."""
        self.heap, self.root, self.groups, self.counts = (
            other.heap, other.root, other.groups, other.counts,
        )  # fmt: skip
        self.startable, self._lane = other.startable, other._lane
        self._codes = {"": Code(other.code("").plan, cast("Machine", self))}
        self.procedure = other.procedure
        self.world.top = self.root.stack[0]
        self.world.inputs.update(other.world.inputs)
        self.ready = deque(one for one in self.lanes() if one.status == READY)
        self.dirty.update(self.lanes())

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

    @property
    def key_root(self) -> str:
        """What the idempotency keys of the run's writes hang on: its id, or its place in a loop."""
        return str(self.child["key"]) if self.child is not None else self.run

    # -- lanes ------------------------------------------------------------------------

    def _enter(self, lane: Lane) -> None:
        if lane is not self._lane:
            self._flush_trace()
            self._lane = lane
        self.dirty.add(lane)
        parent = lane.parent
        while parent is not None:
            self.dirty.add(parent.owner)
            parent = parent.owner.parent

    def _worked(self) -> float:
        """How many seconds the run has been worked on since it was last let go on."""
        return self._worked_before + time.monotonic() - self._began

    def within_limits(self) -> None:
        """Raise Exceptional `run-limit` where the run has gone on for as long as it may unasked;
        answered, it may go on for as long again."""
        limits = self.world.limits
        if self.rows <= limits.journal and self._worked() <= limits.hours * 3600:
            return
        from kognilang.asking.troubles import run_limit

        fault = (
            run_limit("has written", f"{limits.journal:,} entries of its journal")
            if self.rows > limits.journal
            else run_limit("has worked", f"for {limits.hours} hours")
        )
        self.rows, self._worked_before, self._began = 0, 0.0, time.monotonic()
        raise fault

    def set_aside(self, lane: Lane, due: datetime) -> None:
        """The lane waits for a moment."""
        lane.status = WAITING
        lane.wake = utc(due)

    # -- committing ----------------------------------------------------------------------

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
        self.rows += len(self._journal)
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
            procedure=self._moved_to,
            children=self._children,
            last=bool(self.child) and (status == "failed" or self.how in ("loop", "run")),
        )
        result = self.store.commit(unit)
        self._journal, self._effects, self._questions = [], [], []
        self._withdrawn, self._blobs, self._children = [], {}, []
        self._moved_to = None
        self._put_out()
        now = time.monotonic()
        self._due = now + PERIOD
        if now >= self._renew_at and status is None:
            self.store.renew(self.run, self.ports.lease)
            self._renew_at = now + self.ports.lease / 3
        self._show_progress()
        return result

    def _state(self) -> dict[str, Any]:
        encode = self.heap.encode
        state = {
            "v": STATE,
            "root": lane_data(self.root, self.heap),
            "groups": self.groups,
            "counts": self.counts,
            "rows": self.rows,
            "worked": round(self._worked(), 3),
            "inputs": {name: encode(value) for name, value in self.world.inputs.items()},
        }
        if self.children:
            state["children"] = self.children
            state["apart"] = [
                loop.group.prefix
                for lane in self.lanes()
                for one in lane.stack
                for loop in one.loops.values()
                if loop.group is not None and loop.group.apart
            ]
        if self.child is not None:
            state |= {"child": self.child, "base": self._base, "how": self.how}
        if self.world.settings.currency:
            state["currency"] = self.world.settings.currency
        if self.world.currencies:
            state["currencies"] = self.world.currencies
        if self.world.meanings:
            state["meanings"] = self.world.meanings
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

    def begin_child(self, child: Child) -> None:
        """Begin a run for an item with the next commit."""
        self._children.append(child)

    # -- the journal ---------------------------------------------------------------------

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

    def call(self, info: SkillInfo, given: list[tuple[str, Any]], key: str) -> Any:
        """Call a skill and return its result; that it failed, and how, is journaled.

        Raises as `calling.call` does.
        """
        try:
            return calling.call(self.world, info, given, key)
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

    def _show_progress(self) -> None:
        if self.ports.progress is None:
            return
        lane: Lane = self._lane
        group = lane.parent
        if group is None or group.starts:
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

    def _instruction(self, lane: Lane) -> p.Instruction:
        frame = lane.frame
        return self.code(frame.code).plan.instructions[frame.pc]

    def sentence(self, lane: Lane) -> p.Sentence:
        """Return the sentence that the lane stands on."""
        frame = lane.frame
        return self.code(frame.code).sentence(frame.pc)

    def item_name(self, lane: Lane) -> str:
        """Name the lane's item as a person would; empty outside lanes."""
        if lane.parent is None:
            return str(self.child["item"]) if self.child is not None else ""
        if lane.parent.starts:
            return self.item_name(lane.parent.owner)
        settings = self.world.settings
        return named(lane.item, lane.parent.noun, lambda value: shown(value, settings))


def event_value(data: Any) -> Any:
    """Return what set off a trigger: a file, or a record of what arrived."""
    if isinstance(data, dict) and set(data) == {"file"}:
        return File(Path(data["file"]))
    if isinstance(data, dict):
        return Record(fields={name: event_value(one) for name, one in data.items()}, open=True)
    if isinstance(data, list):
        return List(items=[event_value(one) for one in data])
    if isinstance(data, int | float) and not isinstance(data, bool):
        return Decimal(str(data))
    return data


def print_pending(store: Store, run: str, out: Callable[[str], None] | None) -> None:
    """Put out what a run said and committed, but never printed."""
    pending = store.said_pending(run)
    for row in pending:
        if out is not None:
            out(json.loads(row.data)["text"])
    if pending:
        store.mark_printed(run, pending[-1].seq)
