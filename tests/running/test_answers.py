"""Exceptions as questions, and what each kind of answer changes."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kognilang.journal.records import QuestionRow
from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic
from kognilang.values.coding import encode
from kognilang.values.kinds import Record

from .plans import Bench, number, plan_of


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def parked(bench: Bench, plan: p.Plan, **inputs: Any) -> tuple[str, QuestionRow]:
    run = bench.start(plan, **inputs)
    machine = bench.go(run)
    assert machine.store.run(run).status == "parked"
    (question,) = machine.store.questions(run=run)
    return run, question


def names(bench: Bench) -> dict[str, Any]:
    assert bench.machine is not None
    return bench.machine.world.top.names


def a_record(**fields: Any) -> p.MakeRecord:
    return p.MakeRecord(tuple((name, p.Const(value)) for name, value in fields.items()), "invoice")


def test_an_input_is_asked_when_it_is_first_needed(bench: Bench) -> None:
    plan = plan_of(p.SayIt(p.InputRead("month")), p.SayIt(p.InputRead("month")), inputs=("month",))
    run, question = parked(bench, plan)
    assert question.needs == "any"
    assert "month" in question.text
    bench.answer(question.id, kind="value", value="May")
    assert bench.go(run).status == "finished"
    assert bench.said == ["May", "May"]


def test_an_input_that_was_set_is_not_asked(bench: Bench) -> None:
    bench.run(plan_of(p.SayIt(p.InputRead("month")), inputs=("month",)), month="June")
    assert bench.said == ["June"]


def test_a_missing_field_is_supplied_and_kept(bench: Bench) -> None:
    read = p.FieldRead(p.NameRead("invoice"), "po number")
    plan = plan_of(
        p.Set("invoice", a_record(number="INV-1")),
        p.SayIt(read),
        kinds={"invoice": p.KindInfo("invoice", (p.FieldInfo("PO number", "text"),))},
    )
    run, question = parked(bench, plan)
    assert question.needs == "text", "the kind says what its field holds"
    bench.answer(question.id, kind="value", value="4500012345")
    bench.go(run)
    assert bench.said == ["4500012345"]
    assert list(names(bench)["invoice"].fields.values()) == ["INV-1", "4500012345"]


def test_a_pick_is_settled_by_choosing_and_only_for_this_step(bench: Bench) -> None:
    vendors = p.MakeList((a_record(name="Acme", city="Bonn"), a_record(name="Acme", city="Ulm")))
    pick = p.PickOne(
        p.FilterBy(
            p.NameRead("vendors"),
            p.Comparison("=", p.FieldRead(p.ItemRead(), "name"), p.Const("Acme")),
        ),
        "vendor",
        "the vendor whose name is Acme",
    )
    plan = plan_of(
        p.Set("vendors", vendors),
        p.Set("first", p.FieldRead(pick, "city")),
        p.Set("second", p.FieldRead(pick, "city")),
    )
    run, question = parked(bench, plan)
    assert question.needs == "choice"
    assert len(json.loads(question.choices)) == 2
    bench.answer(question.id, kind="choice", value=1)
    machine = bench.go(run)
    assert names(bench)["first"] == "Ulm"
    (again,) = machine.store.questions(run=run)
    assert again.id != question.id


def test_no_match_offers_the_nearest(bench: Bench) -> None:
    vendors = p.MakeList((a_record(name="Acme Corp"), a_record(name="Globex")))
    pick = p.PickOne(
        p.FilterBy(
            p.NameRead("vendors"),
            p.Comparison("=", p.FieldRead(p.ItemRead(), "name"), p.Const("Acme Corp.")),
        ),
        "vendor",
        "the vendor whose name is the invoice's vendor",
    )
    plan = plan_of(p.Set("vendors", vendors), p.Set("found", pick))
    run, question = parked(bench, plan)
    assert len(json.loads(question.choices)) == 1
    bench.answer(question.id, kind="choice", value=0)
    bench.go(run)
    assert names(bench)["found"].fields["name"] == "Acme Corp"


@pytest.mark.parametrize(
    ("instruction", "said", "status"),
    [
        ("skip-step", ["after"], "finished"),
        ("stop", [], "failed"),
        ("start-over", [], "cancelled"),
    ],
)
def test_instructions(bench: Bench, instruction: str, said: list[str], status: str) -> None:
    plan = plan_of(p.Set("x", p.Operation("/", (number(1), number(0)))), p.SayIt(p.Const("after")))
    run, question = parked(bench, plan)
    bench.answer(question.id, kind="instruction", instruction=instruction)
    machine = bench.go(run)
    assert machine.store.run(run).status == status
    assert bench.said == said


def test_skipping_a_condition_skips_its_block(bench: Bench) -> None:
    zero = p.Operation("/", (number(1), number(0)))
    plan = plan_of(
        p.Branch(p.Comparison(">", zero, number(1)), 2),
        p.SayIt(p.Const("inside")),
        p.SayIt(p.Const("after")),
    )
    run, question = parked(bench, plan)
    bench.answer(question.id, kind="instruction", instruction="skip-step")
    bench.go(run)
    assert bench.said == ["after"]


def test_skipping_an_item_goes_on_with_the_next(bench: Bench) -> None:
    plan = plan_of(
        p.LoopBegin(1, p.MakeList((number(0), number(2)))),
        p.LoopNext(1, "divisor", 4),
        p.SayIt(p.Operation("/", (number(4), p.NameRead("divisor")))),
        p.Jump(1),
        p.SayIt(p.Const("end")),
    )
    run, question = parked(bench, plan)
    assert question.noun == "divisor"
    bench.answer(question.id, kind="instruction", instruction="skip-item")
    bench.go(run)
    assert bench.said == ["2", "end"]


def answer_plan(*instructions: p.Instruction) -> str:
    from kognilang.meaning.plandata import to_data

    return to_data(plan_of(*instructions)).decode()


def test_sentences_run_in_the_same_frame_and_then_the_step_again(bench: Bench) -> None:
    plan = plan_of(
        p.Set("divisor", number(0)),
        p.SayIt(p.Operation("/", (number(4), p.NameRead("divisor")))),
    )
    run, question = parked(bench, plan)
    typed = answer_plan(p.Set("divisor", number(2)))
    bench.answer(question.id, kind="sentences", text="…", plan=typed)
    bench.go(run)
    assert bench.said == ["2"]
    assert names(bench)["divisor"] == Decimal(2)


def test_sentences_may_say_what_becomes_of_the_step(bench: Bench) -> None:
    plan = plan_of(
        p.SayIt(p.Operation("/", (number(4), number(0)))),
        p.SayIt(p.Const("after")),
    )
    run, question = parked(bench, plan)
    typed = answer_plan(p.SayIt(p.Const("noted")), p.Resume("skip-step"))
    bench.answer(question.id, kind="sentences", text="…", plan=typed)
    bench.go(run)
    assert bench.said == ["noted", "after"]


def test_sentences_that_fail_are_asked_about_and_survive_parking(bench: Bench) -> None:
    plan = plan_of(
        p.Set("divisor", number(0)),
        p.SayIt(p.Operation("/", (number(4), p.NameRead("divisor")))),
    )
    run, question = parked(bench, plan)
    typed = answer_plan(
        p.Set("divisor", p.Operation("/", (number(4), p.InputRead("other")))),
    )
    bench.answer(question.id, kind="sentences", text="…", plan=typed)
    machine = bench.go(run)
    (second,) = machine.store.questions(run=run)
    assert second.problem == "input-needed"
    bench.answer(second.id, kind="value", value=encode(Decimal(2)))
    bench.go(run)
    assert bench.said == ["2"]


def test_an_answer_in_place_goes_on_at_once(bench: Bench) -> None:
    plan = plan_of(
        p.AskPerson("text", p.Const("Which cost centre?"), result="centre", needs="text"),
        p.SayIt(p.NameRead("centre")),
    )
    run = bench.start(plan)
    machine = bench.go(run, ask=lambda question: {"kind": "value", "value": "4711"})
    assert machine.status == "finished"
    assert bench.said == ["4711"]
    assert names(bench)["~answer"] == "4711"


def test_a_question_asked_in_place_is_kept_before_it_is_asked(bench: Bench) -> None:
    seen = []

    def ask(question: QuestionRow) -> None:
        seen.append(bench.store().question(question.id))

    run = bench.start(plan_of(p.AskPerson("text", p.Const("Well?"), result="x")))
    bench.go(run, ask=ask)
    assert seen[0] is not None
    assert seen[0].status == "open"


def test_a_refused_approval_is_an_exception(bench: Bench) -> None:
    plan = plan_of(
        p.AskPerson("approval", p.Const("the payment"), p.PersonRead("CFO"), needs="yes/no"),
        p.SayIt(p.Const("paid")),
    )
    run, question = parked(bench, plan)
    assert question.to == "CFO"
    bench.answer(question.id, kind="value", value=False, by="CFO")
    machine = bench.go(run)
    (second,) = machine.store.questions(run=run)
    assert second.problem == "denied"
    bench.answer(second.id, kind="instruction", instruction="skip-step")
    bench.go(run)
    assert bench.said == ["paid"]


def test_two_must_approve(bench: Bench) -> None:
    plan = plan_of(
        p.AskPerson("approval", p.Const("it"), p.PersonRead("directors"), "yes/no", quorum=2),
        p.SayIt(p.Const("approved")),
    )
    run, first = parked(bench, plan)
    bench.answer(first.id, kind="value", value=True, by="Ann")
    machine = bench.go(run)
    (second,) = machine.store.questions(run=run)
    bench.answer(second.id, kind="value", value=True, by="Ann")
    machine = bench.go(run)
    (third,) = machine.store.questions(run=run)
    bench.answer(third.id, kind="value", value=True, by="Bob")
    bench.go(run)
    assert bench.said == ["approved"]


def test_nobody_answers_in_time(bench: Bench) -> None:
    from kognilang.values.kinds import Duration

    plan = plan_of(
        p.AskPerson(
            "text", p.Const("Well?"), within=p.Const(Duration(days=2)), nobody=2, result="x"
        ),
        p.Jump(3),
        p.SayIt(p.Const("nobody")),
    )
    run, question = parked(bench, plan)
    bench.clock.forward(days=1)
    bench.go(run)
    assert bench.said == []
    bench.clock.forward(days=1, seconds=1)
    machine = bench.go(run)
    assert bench.said == ["nobody"]
    assert machine.store.question(question.id).status == "withdrawn"


def test_a_skill_s_problem_is_a_question_and_keeps_its_key(bench: Bench) -> None:
    bench.peer.fail = [Problematic("The bank does not answer.", "unreachable")]
    plan = plan_of(p.CallSkill("test.pay", (("what", p.Const("x")),), "write"))
    run, question = parked(bench, plan)
    assert "bank" in question.text
    (before,) = bench.store().effects(run)
    assert before.status == "failed"
    bench.answer(question.id, kind="instruction", instruction="again")
    bench.go(run)
    ((key, _),) = bench.peer.done
    assert key == before.key
    (after,) = bench.store().effects(run)
    assert after.status == "done"


def test_an_unexpected_fault_of_a_write_asks_whether_it_happened(bench: Bench) -> None:
    bench.peer.fail = [KeyError("boom")]
    plan = plan_of(
        p.GuardBegin(1, ((None, 3),)),
        p.CallSkill("test.pay", (("what", p.Const("x")),), "write"),
        p.GuardEnd(1),
        p.SayIt(p.Const("end")),
    )
    run, question = parked(bench, plan)
    assert question.needs == "yes/no", "no handler takes what nobody knows"
    assert "Traceback" not in question.text
    bench.answer(question.id, kind="value", value=True)
    bench.go(run)
    assert bench.peer.done == []
    assert bench.said == ["end"]


def test_all_failing_checks_make_one_question(bench: Bench) -> None:
    one = p.Comparison(">", p.NameRead("a"), number(5))
    two = p.Comparison("=", p.NameRead("a"), p.NameRead("b"))
    three = p.Comparison("<", p.NameRead("a"), number(5))
    plan = plan_of(
        p.Set("a", number(1)),
        p.Set("b", number(2)),
        p.CheckEach((("a is more than 5", one), ("a is b", two), ("a is less than 5", three))),
    )
    _, question = parked(bench, plan)
    assert "2 checks" in question.text
    assert json.loads(question.values) == [["the a", "1"], ["the b", "2"]]


def test_a_currency_is_asked_once(bench: Bench) -> None:
    from kognilang.values.kinds import Money

    total = p.Operation("+", (p.Const(Money(Decimal(5), "USD")), number(3)))
    plan = plan_of(p.Set("a", total), p.Set("b", total))
    run, question = parked(bench, plan)
    assert question.problem == "no-currency"
    bench.answer(question.id, kind="value", value="USD")
    machine = bench.go(run)
    assert machine.status == "finished"
    assert names(bench)["b"] == Money(Decimal(8), "USD")


def test_records_keep_their_identity_across_parking(bench: Bench) -> None:
    plan = plan_of(
        p.Set("a", a_record(number="1")),
        p.Set("list", p.MakeList((p.NameRead("a"), p.NameRead("a")))),
        p.AskPerson("text", p.Const("Go on?"), result="x"),
        p.SetField(p.NameRead("a"), "status", p.Const("paid")),
        p.AskPerson("text", p.Const("And now?"), result="x"),
    )
    run, first = parked(bench, plan)
    bench.answer(first.id, kind="value", value="yes")
    machine = bench.go(run)
    (second,) = machine.store.questions(run=run)
    bench.answer(second.id, kind="value", value="yes")
    bench.go(run)
    found = names(bench)
    assert isinstance(found["a"], Record)
    assert found["list"].items == [found["a"], found["a"]]
    assert found["a"].fields["status"] == "paid"


def test_a_currency_is_asked_once_a_column(bench: Bench) -> None:
    from kognilang.values.kinds import Money

    rows = tuple((number(one), number(one)) for one in (3, 4))
    one = p.FieldRead(p.NameRead("order"), "total")
    other = p.FieldRead(p.NameRead("order"), "fee")
    dollar = p.Const(Money(Decimal(1), "USD"))
    plan = plan_of(
        p.Set("orders", p.MakeTable(("total", "fee"), rows, "order")),
        p.LoopBegin(1, p.NameRead("orders")),
        p.LoopNext(1, "order", 6),
        p.SayIt(p.Operation("+", (one, dollar))),
        p.SayIt(p.Operation("+", (other, dollar))),
        p.Jump(2),
    )
    run, question = parked(bench, plan)
    assert 'the column "total"' in question.text
    bench.answer(question.id, kind="value", value="dollars")
    machine = bench.go(run)
    (question,) = [one for one in machine.store.questions(run=run) if one.status == "open"]
    assert 'the column "fee"' in question.text
    bench.answer(question.id, kind="value", value="USD")
    machine = bench.go(run)
    assert bench.said == ["$4", "$4", "$5", "$5"]
    assert machine.status == "finished"
