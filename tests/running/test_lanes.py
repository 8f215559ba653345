"""Lanes: one that stops is set aside, the others go on; changes apply in item order."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kognilang.meaning import plan as p

from .plans import Bench, number, plan_of


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def names(bench: Bench) -> dict[str, Any]:
    assert bench.machine is not None
    return bench.machine.world.top.names


def lanes_over(collection: p.X, *body: p.Instruction) -> p.Plan:
    end = 3 + len(body)
    return plan_of(
        p.Set("done", p.MakeList(())),
        p.Lanes(1, "n", collection, end, "number"),
        *body,
        p.LaneEnd(),
        p.SayIt(p.Template(("done: ", p.NameRead("done")))),
    )


NUMBERS = p.MakeList((number(2), number(0), number(1)))


def test_a_lane_that_asks_is_set_aside_and_its_addition_comes_in_its_place(bench: Bench) -> None:
    divided = p.Operation("/", (number(4), p.NameRead("n")))
    plan = lanes_over(NUMBERS, p.Set("q", divided), p.ChangeName("add", "done", p.NameRead("n")))
    run = bench.start(plan)
    machine = bench.go(run)
    (question,) = machine.store.questions(run=run)
    assert (question.item, question.noun) == ("number 0", "number")
    assert bench.said == []
    bench.answer(question.id, kind="instruction", instruction="skip-step")
    bench.go(run)
    assert bench.said == ["done: 2, 0 and 1"]


def test_a_skipped_item_adds_nothing(bench: Bench) -> None:
    divided = p.Operation("/", (number(4), p.NameRead("n")))
    plan = lanes_over(NUMBERS, p.Set("q", divided), p.ChangeName("add", "done", p.NameRead("n")))
    run = bench.start(plan)
    machine = bench.go(run)
    (question,) = machine.store.questions(run=run)
    bench.answer(question.id, kind="instruction", instruction="skip-item")
    machine = bench.go(run)
    assert bench.said == ["done: 2 and 1"]
    (count,) = machine.counts
    assert (count["done"], count["skipped"], count["waiting"]) == (2, 1, 0)


def test_answers_in_any_order_give_the_same_end(bench: Bench) -> None:
    ask = p.AskPerson("text", p.Const("Well?"), result="reply")
    plan = lanes_over(NUMBERS, ask, p.ChangeName("add", "done", p.NameRead("reply")))
    run = bench.start(plan)
    machine = bench.go(run)
    questions = machine.store.questions(run=run)
    assert len(questions) == 3
    for question, word in zip(reversed(questions), ("three", "two", "one"), strict=True):
        bench.answer(question.id, kind="value", value=word)
        bench.go(run)
    assert bench.said == ["done: one, two and three"]


def test_a_lane_s_names_are_its_own(bench: Bench) -> None:
    plan = lanes_over(NUMBERS, p.Set("own", p.NameRead("n")))
    bench.run(plan)
    assert "own" not in names(bench)
    assert "n" not in names(bench)


def test_stop_starts_no_further_items(bench: Bench) -> None:
    stop = p.Branch(p.Comparison("=", p.NameRead("n"), number(0)), 4)
    plan = lanes_over(NUMBERS, stop, p.StopRun(), p.ChangeName("add", "done", p.NameRead("n")))
    machine = bench.run(plan)
    assert machine.status == "finished"
    assert bench.said == []
    assert names(bench)["done"].items == [Decimal(2)]


def test_stop_repeating_goes_on_after_the_loop(bench: Bench) -> None:
    stop = p.Branch(p.Comparison("=", p.NameRead("n"), number(0)), 4)
    plan = lanes_over(NUMBERS, stop, p.LaneStop(), p.ChangeName("add", "done", p.NameRead("n")))
    bench.run(plan)
    assert bench.said == ["done: 2"]


def test_lanes_in_lanes(bench: Bench) -> None:
    plan = plan_of(
        p.Set("all", p.MakeList(())),
        p.Lanes(1, "n", NUMBERS, 7, "number"),
        p.Lanes(2, "m", p.MakeList((number(10), number(20))), 6, "inner"),
        p.AskPerson("text", p.Template((p.NameRead("m"),)), result="reply"),
        p.ChangeName("add", "all", p.Operation("+", (p.NameRead("m"), p.NameRead("n")))),
        p.LaneEnd(),
        p.LaneEnd(),
        p.SayIt(p.NameRead("all")),
    )
    run = bench.start(plan)
    machine = bench.go(run)
    questions = machine.store.questions(run=run)
    assert len(questions) == 6
    for question in reversed(questions):
        bench.answer(question.id, kind="value", value="go")
        bench.go(run)
    assert bench.said == ["12, 22, 10, 20, 11 and 21"]


def test_a_lane_that_waits_lets_the_others_go_on(bench: Bench) -> None:
    from kognilang.values.kinds import Duration

    wait = p.Branch(p.Comparison("=", p.NameRead("n"), number(2)), 4)
    plan = lanes_over(
        NUMBERS,
        wait,
        p.WaitFor(p.Const(Duration(days=1))),
        p.SayIt(p.NameRead("n")),
        p.ChangeName("add", "done", p.NameRead("n")),
    )
    run = bench.start(plan)
    machine = bench.go(run)
    assert machine.store.run(run).status == "waiting"
    assert bench.said == ["0", "1"]
    bench.clock.forward(days=1, seconds=1)
    bench.go(run)
    assert bench.said == ["0", "1", "2", "done: 2, 0 and 1"]


def test_a_handler_inside_a_lane_takes_its_exception(bench: Bench) -> None:
    divided = p.Operation("/", (number(4), p.NameRead("n")))
    plan = lanes_over(
        NUMBERS,
        p.GuardBegin(1, ((None, 5),)),
        p.Set("q", divided),
        p.GuardEnd(1),
        p.ChangeName("add", "done", p.NameRead("n")),
    )
    machine = bench.run(plan)
    assert machine.status == "finished"
    assert bench.said == ["done: 2, 0 and 1"]


def test_a_handler_around_the_loop_does_not_catch_what_parks_a_lane(bench: Bench) -> None:
    plan = plan_of(
        p.GuardBegin(1, ((None, 6),)),
        p.Lanes(1, "n", NUMBERS, 4, "number"),
        p.Set("q", p.Operation("/", (number(4), p.NameRead("n")))),
        p.LaneEnd(),
        p.GuardEnd(1),
        p.Jump(7),
        p.SayIt(p.Const("caught")),
    )
    machine = bench.run(plan)
    assert len(machine.store.questions()) == 1
    assert bench.said == []


def test_a_change_of_a_shared_name_in_a_called_procedure_waits_for_the_end(bench: Bench) -> None:
    plan = plan_of(
        p.Set("sum", number(0)),
        p.Lanes(1, "n", NUMBERS, 4, "number"),
        p.Call(0, (p.NameRead("n"),)),
        p.LaneEnd(),
        p.SayIt(p.NameRead("sum")),
        p.End(),
        p.ChangeName("add", "sum", p.NameRead("x"), shared=True),
        p.ReturnValue(),
        procedures=[p.ProcedureInfo("count", "procedure", ("x",), 6)],
    )
    bench.run(plan)
    assert bench.said == ["3"]
