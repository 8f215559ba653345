"""Whatever two workers, people and crashes do in turn, the store agrees with a simple model."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from kognilang.journal.records import (
    AnswerRow,
    Busy,
    JournalRow,
    LostLease,
    ObjectRow,
    RunRow,
    Unit,
)
from kognilang.journal.store import Store
from tests.journal.conftest import AT, question

WORKERS = ("one", "two")


class Stores(RuleBasedStateMachine):
    """One run, two workers with a connection each; a crash is a connection that is dropped."""

    questions = Bundle("questions")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "store.db"
        self.stores = {name: Store.open(self.path) for name in WORKERS}
        self.epochs = dict.fromkeys(WORKERS, 0)
        self.epoch = 1
        self.status = "ready"
        self.frame = b"{}"
        self.rows: list[str] = []
        self.objects: dict[str, bytes] = {}
        self.open: set[str] = set()
        self.won: dict[str, str] = {}
        self.seen: dict[str, int] = {}
        self.count = 0
        self.answers = 0
        self.stores["one"].new_run(RunRow("r1", "h", "t", "p", "ready", 1, 0, b"{}", AT))

    def mine(self, worker: str) -> bool:
        return self.epochs[worker] == self.epoch and self.status == "running"

    @rule(worker=st.sampled_from(WORKERS))
    def claim(self, worker: str) -> None:
        free = self.status in ("ready", "parked", "waiting") or self.mine(worker)
        if self.status == "running" and not self.mine(worker):
            # Its lease has an hour to go, unless the same worker claimed it before a crash.
            free = self.owner == worker
        try:
            claimed = self.stores[worker].claim("r1", worker, lease_seconds=3600)
        except Busy:
            assert not free
            return
        assert free
        self.epoch += 1
        self.owner = worker
        self.status = "running"
        self.epochs[worker] = self.epoch
        self.seen[worker] = self.answers
        assert claimed.epoch == self.epoch

    @rule(
        worker=st.sampled_from(WORKERS),
        rows=st.lists(st.text(max_size=5) | st.just("x" * 3000), max_size=3),
        frame=st.none() | st.binary(max_size=20),
        status=st.sampled_from([None, None, None, "parked", "waiting"]),
        thing=st.none() | st.tuples(st.sampled_from("ab"), st.binary(max_size=10)),
    )
    def commit(self, worker: str, rows: list[str], frame: Any, status: Any, thing: Any) -> None:
        unit = Unit(
            "r1", self.epochs[worker], status=status, frame=frame,
            journal=[JournalRow("", 1, "step", text, AT) for text in rows],
            objects=[ObjectRow(thing[0], 1, thing[1])] if thing else [],
        )  # fmt: skip
        try:
            became = self.stores[worker].commit(unit)
        except LostLease:
            assert not self.mine(worker)
            return
        assert self.mine(worker)
        self.rows += rows
        self.frame = self.frame if frame is None else frame
        if thing:
            self.objects[thing[0]] = thing[1]
        if status is not None:
            self.status = "ready" if self.answers > self.seen[worker] else status
            assert became == self.status
            self.epochs[worker] = 0

    @rule(target=questions, worker=st.sampled_from(WORKERS))
    @precondition(lambda self: any(self.mine(worker) for worker in WORKERS))
    def ask(self, worker: str) -> str:
        worker = next(each for each in WORKERS if self.mine(each))
        self.count += 1
        id = f"q{self.count}"
        self.stores[worker].commit(Unit("r1", self.epoch, questions=[question(id, "r1")]))
        self.open.add(id)
        return id

    @rule(id=questions, by=st.sampled_from(WORKERS), person=st.sampled_from(["a", "b"]))
    def answer(self, id: str, by: str, person: str) -> None:
        key = f"{person}-{id}"
        won = self.stores[by].answer(AnswerRow(key, id, person, person, AT))
        if id in self.open:
            assert won
            self.open.discard(id)
            self.won[id] = key
            self.answers += 1
            if self.mine(by):
                self.seen[by] += 1
            if self.status in ("parked", "waiting"):
                self.status = "ready"
        else:
            assert won == (self.won.get(id) == key)

    @rule(worker=st.sampled_from(WORKERS))
    def look(self, worker: str) -> None:
        assert {row.id for row in self.stores[worker].answers("r1")} == set(self.won.values())
        if self.mine(worker):
            self.seen[worker] = self.answers

    @rule(worker=st.sampled_from(WORKERS))
    def release(self, worker: str) -> None:
        self.stores[worker].release("r1")
        if self.mine(worker):
            self.status = "ready"
        self.epochs[worker] = 0

    @rule(worker=st.sampled_from(WORKERS))
    def crash(self, worker: str) -> None:
        self.stores[worker].close()
        self.stores[worker] = Store.open(self.path)
        self.epochs[worker] = 0

    @invariant()
    def agrees(self) -> None:
        store = Store.open(self.path)
        run = store.run("r1")
        assert run is not None
        assert (run.status, run.epoch, run.frame) == (self.status, self.epoch, self.frame)
        assert [row.data for row in store.journal("r1")] == self.rows
        assert {oid: row.data for oid, row in store.objects("r1").items()} == self.objects
        assert {row.id for row in store.questions()} == self.open
        assert store.verify("r1").intact
        store.close()

    def teardown(self) -> None:
        for store in self.stores.values():
            store.close()
        self.folder.cleanup()


Stores.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
test_the_store_agrees_with_the_model = Stores.TestCase
