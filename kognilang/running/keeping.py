"""Keeping: a run in memory as it is read from its rows: its lanes, its heap and its code."""

from __future__ import annotations

import json
import sys
import time
from collections import deque
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kognilang.journal.records import (
    Child,
    EffectRow,
    JournalRow,
    QuestionRow,
    RunRow,
)
from kognilang.journal.store import Store
from kognilang.meaning import plan as p
from kognilang.meaning.plandata import from_data
from kognilang.running.code import Code
from kognilang.running.collections import named
from kognilang.running.frames import READY, WAITING, Frame, Group, Lane
from kognilang.running.heap import Heap
from kognilang.running.lanedata import lane_from
from kognilang.running.ports import Ports
from kognilang.running.waits import utc
from kognilang.running.world import World
from kognilang.values.kinds import File, List, Record
from kognilang.values.shown import shown

if TYPE_CHECKING:
    from kognilang.running.machine import Machine

STATE = 1
"""The version of a run's state as JSON."""


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
        root = lane_from(state["root"], "", None, -1, self.heap)
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
                    inner = lane_from(data, path, group, place, self.heap)
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

    def take_over(self, other: Keeping) -> None:
        """Stand where another machine stands, with everything that it holds."""
        self.heap, self.root, self.groups, self.counts = (
            other.heap, other.root, other.groups, other.counts,
        )  # fmt: skip
        self.startable, self._lane = other.startable, other._lane
        self.children = other.children
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

    def set_aside(self, lane: Lane, due: datetime) -> None:
        """The lane waits for a moment."""
        lane.status = WAITING
        lane.wake = utc(due)

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
