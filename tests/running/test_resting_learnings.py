"""Learnings that are not in force are offered as answers; one that is changed is tried anew."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kognilang.asking.showing import typed_suggestions
from kognilang.session import RunView
from kognilang.session.learnings import change, find
from tests.running.replays import held
from tests.running.test_learning import HEAD, TEXT, Shop, shop

__all__ = ["shop"]

ACME = f'{HEAD}\n    If the invoice\'s vendor is "Acme":\n        '


def _suggested(view: RunView) -> dict[str, list[str]]:
    return {one.item: typed_suggestions(one) for one in view.questions}


def _told(view: RunView, at: int = 0) -> dict[str, str]:
    return dict(json.loads(view.questions[at].values))


@pytest.mark.parametrize(
    ("fields", "why"),
    [({"status": "off"}, "switched off"), ({"until": "2020-01-01"}, "ended on 2020-01-01")],
)
def test_one_that_is_not_in_force_is_offered_where_its_conditions_hold(
    shop: Shop, fields: dict[str, Any], why: str
) -> None:
    shop.teach(f"{ACME}Set the invoice's total to $99.\n        Try again.\n", **fields)
    view = shop.run()
    offered = "Set the invoice's total to $99. Try again."
    suggested = _suggested(view)
    assert suggested["invoice A2"][0] == suggested["invoice A4"][0] == offered
    assert offered not in suggested["invoice B3"]
    assert _told(view)[f"L1 ({why})"] == f"would answer: {offered}"
    session = shop.session()
    assert session.answer(view.questions[0].id, offered).accepted
    assert "A2 po-1" in session.advance(view.id).said
    held(session, view.id)


def test_an_offered_instruction_stands_first_and_once(shop: Shop) -> None:
    shop.teach(f"{ACME}Skip this invoice.\n", status="off")
    suggested = _suggested(shop.run())
    assert suggested["invoice A2"][0] == "skip this invoice"
    assert suggested["invoice A2"].count("skip this invoice") == 1
    assert suggested["invoice B3"][0] == "skip this step"


def test_an_offered_value_is_one_that_can_be_typed(shop: Shop) -> None:
    text = 'Ask "Which centre?" as the centre.\nSay "{the month} {the centre}".\n'
    shop.teach(
        'When "Ask \'Which centre?\' as the centre" asks while running "pay.kog":\n'
        '    The answer is "4711".\n',
        status="off",
    )
    shop.teach(
        'When the month is not given while running "pay.kog":\n    The answer is "May".\n',
        status="off",
    )
    first = shop.run(text)
    assert _told(first)["L1 (switched off)"] == "would answer: 4711"
    session = shop.session()
    assert session.answer(first.questions[0].id, "4711").accepted
    second = session.advance(first.id)
    assert _suggested(second)[""][0] == '"May"'
    assert session.answer(second.questions[0].id, '"May"').accepted
    assert session.advance(first.id).said == ["May 4711"]


def test_what_would_change_something_outside_is_not_offered(shop: Shop) -> None:
    shop.teach(f'{HEAD}\n    Delete the file "invoices.csv".\n    Skip this step.\n', status="off")
    assert "L1 (switched off)" not in _told(shop.run())
    assert (shop.folder / "invoices.csv").exists()


def test_one_that_is_changed_after_it_has_failed_is_tried_in_its_new_form(shop: Shop) -> None:
    id = shop.teach(f"{ACME}Subtract $1 from the invoice's total.\n        Try again.\n")
    view = shop.run(TEXT)
    assert shop.items(view) == ["invoice A2", "invoice B3", "invoice A4"]
    assert _told(view)["learnings tried"] == "L1: it was done, and the same came again"
    session = shop.session()
    better = f"{ACME}Set the invoice's total to $99.\n        Try again.\n"
    change(session, find(session, id).row, "edited", "", text=better)
    view = session.advance(view.id)
    assert shop.items(view) == ["invoice B3"]
    held(session, view.id)


def test_one_that_is_changed_and_fails_again_is_told_once(shop: Shop) -> None:
    id = shop.teach(f"{ACME}Subtract $1 from the invoice's total.\n        Try again.\n")
    view = shop.run()
    session = shop.session()
    other = f"{ACME}Subtract $2 from the invoice's total.\n        Try again.\n"
    change(session, find(session, id).row, "edited", "", text=other)
    view = session.advance(view.id)
    assert _told(view, -1)["learnings tried"].count("L1") == 1
    held(session, view.id)
