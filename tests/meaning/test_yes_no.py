"""Properties that are yes or no, said of the thing itself: the order is urgent."""

from __future__ import annotations

import pytest

from kognilang.meaning import plan as p

KINDS = "An order has a number (text), urgent (yes/no), picked up (yes/no) and a status (text).\n"
ORDERS = f'{KINDS}Read the spreadsheet "orders.csv" as the orders.\n'


def conditions(found) -> list[p.X]:
    assert found.problems == []
    return [one for step in found.plan.instructions if (one := getattr(step, "condition", None))]


@pytest.mark.parametrize("name", ["urgent", "picked up"])
def test_it_is_the_property(understood, name):
    said = conditions(understood(f'{ORDERS}For each order:\n    If the order is {name}, say "x".'))
    full = conditions(
        understood(f'{ORDERS}For each order:\n    If the order\'s {name} is yes, say "x".')
    )
    assert said == full and said


def test_a_definition_of_the_word_goes_before(understood):
    text = f'An order is urgent if its status is "rush".\n{ORDERS}'
    (said,) = conditions(understood(f'{text}For each order:\n    If the order is urgent, say "x".'))
    assert isinstance(said, p.Apply)


def test_a_property_of_another_kind_is_no_adjective(understood):
    found = understood(f'{ORDERS}For each order:\n    If the order is status, say "x".')
    assert len(found.problems) == 1
