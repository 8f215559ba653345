"""A word of a filter with two meanings: a person settles it once, and the run keeps the choice."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from kognilang.meaning import plan as p

from .plans import Bench, number, plan_of


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def _orders() -> p.MakeTable:
    rows = ((number(6), number(10)), (number(16), number(10)))
    return p.MakeTable(("total", "limit"), rows, "order")


def _counted() -> p.SayIt:
    limit = p.NameOrField(p.NameRead("limit"), "limit", "f:1:limit", "set on line 1", "order")
    over = p.Comparison(">", p.FieldRead(p.ItemRead(), "total"), limit)
    return p.SayIt(p.Operation("number of", (p.FilterBy(p.NameRead("orders"), over),)))


@pytest.mark.parametrize(("choice", "found"), [(0, "2"), (1, "1")])
def test_the_choice_holds_for_the_rest_of_the_run(bench: Bench, choice: int, found: str) -> None:
    plan = plan_of(p.Set("limit", number(5)), p.Set("orders", _orders()), _counted(), _counted())
    run = bench.start(plan)
    machine = bench.go(run)
    (question,) = machine.store.questions(run=run)
    assert question.problem == "two-meanings"
    assert json.loads(question.choices) == [
        "the limit that is set on line 1: 5",
        "each order's own limit, such as 10",
    ]
    bench.answer(question.id, kind="choice", value=choice)
    assert bench.go(run).status == "finished"
    assert bench.said == [found, found]


def test_items_without_the_field_ask_nothing(bench: Bench) -> None:
    orders = p.MakeTable(("total",), ((number(6),), (number(16),)), "order")
    bench.run(plan_of(p.Set("limit", number(5)), p.Set("orders", orders), _counted()))
    assert bench.said == ["2"]
    assert Decimal(bench.said[0]) == 2
