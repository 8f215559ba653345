"""Spot checks: how many are drawn, that all are as likely, and that a run keeps its sample."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from kognilang.meaning import plan as p
from kognilang.running.sampling import how_many, places
from kognilang.values.kinds import Exceptional, Percent

from .plans import Bench, number, plan_of


@pytest.mark.parametrize(
    ("share", "count", "found"),
    [
        (Percent(Decimal(5)), 60, 3),
        (Percent(Decimal(5)), 61, 4),
        (Percent(Decimal(5)), 1, 1),
        (Percent(Decimal(5)), 0, 0),
        (Percent(Decimal(100)), 7, 7),
        (Decimal(3), 60, 3),
        (Decimal(3), 2, 2),
    ],
)
def test_how_many_are_drawn(share: object, count: int, found: int) -> None:
    assert how_many(share, count) == found


@pytest.mark.parametrize("share", [Percent(Decimal(101)), Decimal(-1), Decimal("1.5"), "five"])
def test_what_is_no_share_is_an_exception(share: object) -> None:
    with pytest.raises(Exceptional):
        how_many(share, 10)


def test_the_same_number_draws_the_same_and_every_place_is_as_likely() -> None:
    assert places(7, 60, 3) == places(7, 60, 3)
    drawn: Counter[int] = Counter()
    for seed in range(4_000):
        found = places(seed, 10, 3)
        assert len(set(found)) == 3
        assert found == sorted(found)
        drawn.update(found)
    # 4,000 draws of 3 of 10 are 1,200 for each place; five standard deviations are 145.
    assert all(abs(times - 1_200) < 145 for times in drawn.values())


def test_a_run_that_waited_goes_on_with_the_sample_that_was_shown(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    things = p.MakeList(tuple(number(one) for one in range(100)), "invoice")
    ask = p.AskPerson(
        "review", p.Const("Right?"), None, "yes/no", about=(("invoices", p.NameRead("sample")),)
    )
    plan = plan_of(
        p.Sample("sample", things, p.Const(Percent(Decimal(4)))), ask, p.SayIt(p.NameRead("sample"))
    )
    run = bench.start(plan)
    machine = bench.go(run)
    (question,) = machine.store.questions(run=run)
    shown = [value for _, value in json.loads(question.values)]
    assert len(shown) == 4
    bench.answer(question.id, kind="value", value=True)
    bench.go(run)
    (said,) = bench.said
    assert said == f"{', '.join(shown[:3])} and {shown[3]}"
