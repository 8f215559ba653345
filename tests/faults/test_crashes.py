"""A crash before or after any commit: the run goes on as if nothing had happened."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kognilang.journal.records import Unit
from kognilang.journal.store import Store
from kognilang.meaning import plan as p
from kognilang.running.machine import Machine, print_pending
from kognilang.values.kinds import List, Record
from tests.running.plans import Bench, Peer, number, plan_of


class Crash(BaseException):
    """The machine died."""


class Mortal(Store):
    """A store whose process dies before or after one of its commits."""

    commits = 0
    dies_at = -1
    after = False
    dead = False

    def commit(self, unit: Unit) -> str:
        if self.dead:
            raise Crash
        Mortal.commits += 1
        if Mortal.commits == self.dies_at:
            self.dead = True
            if self.after:
                super().commit(unit)
            raise Crash
        return super().commit(unit)


def item(name: str, amount: int) -> p.MakeRecord:
    return p.MakeRecord((("name", p.Const(name)), ("amount", number(amount))), "order")


def work() -> p.Plan:
    """Lanes that write in all three ways, ask, skip, add to outer names; loops; saying."""
    order = p.NameRead("order")
    name = p.FieldRead(order, "name")
    return plan_of(
        p.Set("orders", p.MakeList((item("a", 1), item("b", 20), item("c", 3)))),
        p.Set("paid", p.MakeList(())),
        p.Set("sum", number(0)),
        p.CallSkill("test.look", (("what", p.Const("seen")),), "read", "seen"),
        p.Lanes(1, "order", p.NameRead("orders"), 13, "order"),
        p.CallSkill("test.post", (("what", name),), "write", "receipt"),
        p.Branch(p.Comparison(">", p.FieldRead(order, "amount"), number(10)), 8),
        p.AskPerson("approval", p.Const("the order"), needs="yes/no"),
        p.SetField(order, "status", p.Const("paid")),
        p.CallSkill("test.pay", (("what", name),), "write"),
        p.ChangeName("add", "paid", order),
        p.ChangeName("add", "sum", p.FieldRead(order, "amount")),
        p.LaneEnd(),
        p.LoopBegin(2, p.NameRead("paid")),
        p.LoopNext(2, "one", 18),
        p.CallSkill("test.send", (("what", p.FieldRead(p.NameRead("one"), "name")),), "write"),
        p.SayIt(p.Template((p.FieldRead(p.NameRead("one"), "name"), " is ",
                            p.FieldRead(p.NameRead("one"), "status")))),
        p.Jump(14),
        p.SayIt(p.Template(("In all ", p.NameRead("sum")))),
    )  # fmt: skip


def settle(bench: Bench, store: Store, run: str) -> bool:
    """Answer what is asked, truthfully; False if nothing was."""
    questions = store.questions("open", run=run)
    for question in questions:
        if question.problem == "interrupted-write":
            (open_one,) = [
                one
                for one in store.effects(run)
                if one.lane == question.lane and one.status == "intended"
            ]
            happened = open_one.key in [key for key, _ in bench.peer.done]
            bench.answer(question.id, store, kind="value", value=happened)
        else:
            bench.answer(question.id, store, kind="value", value=True)
    return bool(questions)


def carry_through(bench: Bench, plan: p.Plan, dies_at: int, after: bool) -> Machine:
    """Run to the end, through one crash; returns the machine that ended it."""
    Mortal.commits = 0
    run = bench.start(plan)
    store: Store = Mortal.open(bench.folder / "store.db")
    assert isinstance(store, Mortal)
    store.dies_at, store.after = dies_at, after
    for _ in range(20):
        try:
            machine = bench.go(run, store)
        except Crash:
            store.close()
            store = Store.open(bench.folder / "store.db")
            row = store.run(run)
            if row is not None and row.status == "finished":
                print_pending(store, run, bench.said.append)
                assert bench.machine is not None
                bench.machine.store = store
                return bench.machine
            continue
        if machine.status == "finished":
            return machine
        assert settle(bench, store, run)
    raise AssertionError("the run does not end")


def state(machine: Machine) -> dict[str, Any]:
    """The names at the end, laid out."""

    def plain(value: Any) -> Any:
        if isinstance(value, Record):
            return {name: plain(one) for name, one in value.fields.items()}
        if isinstance(value, List):
            return [plain(one) for one in value.items]
        return value

    assert machine.world.top is not None
    return {name: plain(value) for name, value in machine.world.top.names.items()}


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Path]:
    counter = iter(range(1000))

    class Folders:
        def __truediv__(self, name: str) -> Path:
            made = tmp_path / f"{next(counter)}"
            made.mkdir()
            return made

    yield Folders()  # type: ignore[misc]


def undisturbed(folder: Path) -> tuple[Bench, dict[str, Any], int]:
    bench = Bench(folder, Peer())
    machine = carry_through(bench, work(), -1, False)
    return bench, state(machine), Mortal.commits


def test_a_crash_at_any_commit_changes_nothing(folders: Path) -> None:
    calm, expected, commits = undisturbed(folders / "calm")
    assert calm.said == ["a is paid", "b is paid", "c is paid", "In all 24"]
    assert commits > 8
    for dies_at in range(1, commits + 1):
        for after in (False, True):
            bench = Bench(folders / "x", Peer())
            machine = carry_through(bench, work(), dies_at, after)
            where = f"{'after' if after else 'before'} commit {dies_at}"
            assert state(machine) == expected, where
            assert sorted(bench.peer.items) == sorted(calm.peer.items), where
            assert list(dict.fromkeys(bench.said)) == calm.said, where
            assert machine.store.verify(machine.run).intact, where


def test_the_effects_are_all_told_as_done(folders: Path) -> None:
    bench, _, _ = undisturbed(folders / "calm")
    rows = bench.store().effects("r1")
    assert len(rows) == 9
    assert {row.status for row in rows} == {"done"}
    assert json.loads(rows[0].outcome) == "posted a"
