"""Hand-built plans and runs of them, for the machine's tests."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from kognilang.journal.records import AnswerRow, ProcedureRow, RunRow
from kognilang.journal.store import Store
from kognilang.meaning import plan as p
from kognilang.meaning.books import Library
from kognilang.meaning.plandata import from_data, to_data
from kognilang.meaning.skill import SkillInfo, Slot
from kognilang.running.machine import Machine, Ports
from kognilang.running.world import World
from kognilang.settings import Settings, load_settings
from kognilang.values.coding import encode

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def number(value: int | str) -> p.Const:
    return p.Const(Decimal(value))


def plan_of(*instructions: p.Instruction, **rest: Any) -> p.Plan:
    """A plan in which every instruction is a sentence of its own, unless it says otherwise."""
    made = list(instructions)
    if not isinstance(made[-1], p.End):
        made.append(p.End())
    for at, one in enumerate(made):
        if not one.sentence:
            one.sentence = at
    sentences = [
        p.Sentence(f"Sentence {at} ({type(one).__name__}).", "", "test.kog", at + 1)
        for at, one in enumerate(made)
    ]
    return p.Plan("Test", made, sentences, **rest)


class Clock:
    """A clock that moves only when it is told to."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


class Peer:
    """The other end of the writing skills: counts what really happened."""

    def __init__(self) -> None:
        self.done: list[tuple[str, str]] = []
        self.fail: list[BaseException] = []

    def pay(self, what: Any, here: Any) -> None:
        """A write without promises."""
        if self.fail:
            raise self.fail.pop(0)
        self.done.append((here.key, str(what)))

    def post(self, what: Any, here: Any) -> str:
        """An idempotent write."""
        if self.fail:
            raise self.fail.pop(0)
        if here.key not in [key for key, _ in self.done]:
            self.done.append((here.key, str(what)))
        return f"posted {what}"

    def send(self, what: Any, here: Any) -> None:
        """A checkable write."""
        self.done.append((here.key, str(what)))

    def was_sent(self, what: Any, here: Any) -> bool:
        return here.key in [key for key, _ in self.done]

    def look(self, what: Any) -> Any:
        return what

    @property
    def items(self) -> list[str]:
        return [what for _, what in self.done]


class Books(Library):
    """A library whose skills are a peer's methods."""

    def __init__(self, peer: Peer) -> None:
        super().__init__()
        self.peer = peer
        for name, effect, idempotent, checkable in (
            ("pay", "write", False, False),
            ("post", "write", True, False),
            ("send", "write", False, True),
            ("look", "read", False, False),
        ):
            self.skills[f"test.{name}"] = SkillInfo(
                f"test.{name}",
                (f"{name} {{what}}",),
                (Slot("what"),),
                effect=effect,
                idempotent=idempotent,
                checkable=checkable,
            )

    def function(self, skill: str) -> Any:
        name = skill.partition(".")[2]
        peer = self.peer
        if name == "look":
            return lambda what: peer.look(what)

        def work(what: Any, here: Here) -> Any:
            return getattr(peer, name)(what, here)

        return work

    def check_function(self, skill: str) -> Any:
        peer = self.peer

        def look(what: Any, here: Here) -> Any:
            return peer.was_sent(what, here)

        return look if skill == "test.send" else None


class Here:
    """Named as the contract's class, so that the call's context is handed over."""


class Bench:
    """A store in a folder, with runs of hand-built plans in it."""

    def __init__(self, folder: Path, peer: Peer | None = None) -> None:
        self.folder = folder
        self.settings: Settings = load_settings(folder)
        self.peer = peer or Peer()
        self.books = Books(self.peer)
        self.clock = Clock()
        self.said: list[str] = []
        self.machine: Machine | None = None

    def store(self) -> Store:
        return Store.open(self.folder / "store.db")

    def start(self, plan: p.Plan, store: Store | None = None, **inputs: Any) -> str:
        """Enter a run, as parked before its first step."""
        store = store or self.store()
        data = to_data(plan)
        row = RunRow(store.next_id("r"), "h", "Test", "test.kog", "ready", 0, 0, b"", "2026-03-02")
        row.inputs = json.dumps({name: encode(value) for name, value in inputs.items()})
        store.new_run(row, [], ProcedureRow("h" + str(hash(data)), "Test", "test.kog", "", data))
        self.data = data
        return row.id

    def go(self, run: str, store: Store | None = None, ask: Any = None) -> Machine:
        """Claim the run and advance it until it parks, waits or ends."""
        store = store or self.store()
        row = store.claim(run, "the test")
        inputs = json.loads(row.inputs)
        from kognilang.values.coding import decode

        world = World(
            self.settings,
            self.books,
            self.folder,
            {name: decode(value) for name, value in inputs.items()},
            self.clock,
        )
        machine = Machine(
            store,
            row,
            from_data(self.data),
            world,
            Ports(ask=ask, out=self.said.append),
        )
        self.machine = machine
        machine.wake(self.clock.now.isoformat(timespec="microseconds"))
        machine.take_answers()
        machine.advance()
        return machine

    def run(self, plan: p.Plan, **inputs: Any) -> Machine:
        return self.go(self.start(plan, **inputs))

    def answer(self, question: str, store: Store | None = None, **data: Any) -> None:
        store = store or self.store()
        assert store.answer(
            AnswerRow(f"a-{question}", question, "", "me", store.now(), json.dumps(data))
        )
