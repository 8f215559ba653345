"""The machine on hand-built plans: names, loops, calls, handlers, saying, limits."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kognilang.meaning import plan as p
from kognilang.values.kinds import List, Percent

from .plans import Bench, number, plan_of


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def names(machine: object) -> dict[str, object]:
    return machine.world.top.names  # type: ignore[attr-defined, no-any-return]


def test_sets_and_says(bench: Bench) -> None:
    machine = bench.run(
        plan_of(
            p.Set("rate", p.Const(Percent(Decimal(10)))),
            p.Set("fee", p.Operation("*", (number(3), number(4)))),
            p.SayIt(p.Template(("The fee is ", p.NameRead("fee"), "."))),
        )
    )
    assert machine.status == "finished"
    assert bench.said == ["The fee is 12."]


def test_a_range_is_walked_without_being_laid_out(bench: Bench) -> None:
    body = plan_of(
        p.Set("sum", number(0)),
        p.LoopBegin(1, p.Operation("range", (number(1), number(1000)))),
        p.LoopNext(1, "n", 5),
        p.ChangeName("add", "sum", p.NameRead("n")),
        p.Jump(2),
        p.End(),
    )
    assert names(bench.run(body))["sum"] == Decimal(500500)


def test_a_loop_walks_its_list_as_it_stood_at_the_start(bench: Bench) -> None:
    body = plan_of(
        p.Set("list", p.MakeList((number(1), number(2)))),
        p.LoopBegin(1, p.NameRead("list")),
        p.LoopNext(1, "n", 5),
        p.ChangeName("add", "list", p.Operation("+", (p.NameRead("n"), number(10)))),
        p.Jump(2),
        p.End(),
    )
    found = names(bench.run(body))["list"]
    assert isinstance(found, List)
    assert found.items == [Decimal(1), Decimal(2), Decimal(11), Decimal(12)]


def test_a_procedure_has_its_own_names_and_reads_the_top_ones(bench: Bench) -> None:
    body = plan_of(
        p.Set("base", number(5)),
        p.Call(0, (number(2),), "got"),
        p.End(),
        p.Set("base", p.Operation("+", (p.NameRead("base"), p.NameRead("x")))),
        p.ReturnValue(p.NameRead("base")),
        procedures=[p.ProcedureInfo("add to the base", "value", ("x",), 3)],
    )
    found = names(bench.run(body))
    assert (found["got"], found["base"]) == (Decimal(7), Decimal(5))


def test_recursion_is_bounded_by_a_question(bench: Bench) -> None:
    body = plan_of(
        p.Call(0, ()),
        p.End(),
        p.Call(0, ()),
        p.ReturnValue(),
        procedures=[p.ProcedureInfo("go on", "procedure", (), 2)],
    )
    machine = bench.run(body)
    (question,) = machine.store.questions()
    assert question.problem == "limit-reached"


def test_a_pure_definition_runs_inside_an_expression(bench: Bench) -> None:
    body = plan_of(
        p.Set("small", p.FilterBy(
            p.MakeList((number(1), number(5), number(2))), p.Apply(0, (p.ItemRead(),)))),
        p.End(),
        p.Branch(p.Comparison("<", p.NameRead("x"), number(3)), 4),
        p.ReturnValue(p.Const(True)),
        p.ReturnValue(p.Const(False)),
        procedures=[p.ProcedureInfo("is small", "decision", ("x",), 2, pure=True)],
    )  # fmt: skip
    found = names(bench.run(body))["small"]
    assert isinstance(found, List)
    assert found.items == [Decimal(1), Decimal(2)]


def test_an_exception_goes_to_its_handler(bench: Bench) -> None:
    body = plan_of(
        p.GuardBegin(1, ((None, 4),)),
        p.Set("x", p.Operation("/", (number(1), number(0)))),
        p.GuardEnd(1),
        p.Jump(5),
        p.SayIt(p.FieldRead(p.NameRead("~problem"), "kind")),
        p.End(),
    )
    bench.run(body)
    assert bench.said == ["divided by zero"]


def test_a_handler_for_another_reason_lets_it_pass(bench: Bench) -> None:
    body = plan_of(
        p.GuardBegin(1, (("the file is missing", 3),)),
        p.Set("x", p.Operation("/", (number(1), number(0)))),
        p.GuardEnd(1),
        p.End(),
    )
    machine = bench.run(body)
    assert machine.store.questions()[0].problem == "divided-by-zero"


def test_trying_again_waits_in_between_and_gives_up(bench: Bench) -> None:
    from kognilang.values.kinds import Duration

    body = plan_of(
        p.TryBegin(1, number(2), p.Const(Duration(seconds=Decimal(10)))),
        p.SayIt(p.Const("trying")),
        p.Set("x", p.Operation("/", (number(1), number(0)))),
        p.GuardEnd(1),
        p.End(),
    )
    run = bench.start(body)
    machine = bench.go(run)
    assert machine.store.run(run).status == "waiting"
    assert machine.store.run(run).wake_at == "2026-03-02T09:00:10.000000+00:00"
    bench.clock.forward(seconds=11)
    machine = bench.go(run)
    assert bench.said == ["trying", "trying"]
    assert machine.store.run(run).status == "parked"


def test_a_while_loop_is_bounded_and_try_again_grants_as_much_once_more(bench: Bench) -> None:
    (bench.folder / "kognilang.toml").write_text("[limits]\nrounds = 50\n")
    from kognilang.settings import load_settings

    bench.settings = load_settings(bench.folder)
    body = plan_of(
        p.Set("n", number(0)),
        p.LoopCheck(1),
        p.ChangeName("add", "n", number(1)),
        p.Branch(p.Comparison("<", p.NameRead("n"), number(80)), 5),
        p.Jump(1),
        p.End(),
    )
    run = bench.start(body)
    machine = bench.go(run)
    (question,) = machine.store.questions()
    assert question.problem == "limit-reached"
    bench.answer(question.id, kind="instruction", instruction="again")
    machine = bench.go(run)
    assert machine.status == "finished"
    assert names(machine)["n"] == Decimal(80)


def test_stop_with_a_reason_ends_as_failed(bench: Bench) -> None:
    machine = bench.run(plan_of(p.StopRun(p.Const("no money")), p.SayIt(p.Const("never"))))
    row = machine.store.run(machine.run)
    assert (row.status, row.outcome) == ("failed", "no money")
    assert bench.said == []


def test_the_clock_is_read_once_a_sentence(bench: Bench) -> None:
    reads = []
    clock = bench.clock

    def read() -> object:
        reads.append(1)
        clock.forward(seconds=1)
        return clock.now

    bench.clock = read  # type: ignore[assignment]
    read.now = clock.now  # type: ignore[attr-defined]
    machine = bench.run(
        plan_of(
            p.Set("a", p.Operation("now", ()), sentence=1),
            p.Set("b", p.Operation("now", ()), sentence=1),
            p.Set("c", p.Operation("now", ()), sentence=2),
            p.End(sentence=3),
        )
    )
    found = names(machine)
    assert found["a"] == found["b"] != found["c"]
