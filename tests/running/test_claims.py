"""What a failed check and a description that fits nothing say: with the values, in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.journal.records import QuestionRow
from kognilang.session import Session

KINDS = """\
An order has a code (text), a PO number (text), a customer (text), a total (money) and lines.
The customers are
    | name | city |
    | Acme Corporation | Lyon |
    | Bolt Ltd | Kyiv |
The orders are
    | code | PO number | customer | total | status |
    | A7 | PO-1 | Acme Corporation | $120 | open |
    | B2 | PO-2 | Acme Corporatoin | $15 | open |
    | C3 |  | Nobody | $500 | void |
The limit is $100.
Let the order be the order whose code is "B2".
"""


def asked(tmp_path: Path, text: str) -> QuestionRow:
    path = tmp_path / "page.kog"
    path.write_text(KINDS + text + "\n", encoding="utf-8")
    session = Session(tmp_path, no_input=True)
    view = session.start(path)
    session.close()
    assert view.status == "parked", view.outcome
    (question,) = view.questions
    return question


@pytest.mark.parametrize(
    "text, said",
    [
        ("Make sure the order's total is $20.",
         "The order's total is $15, not $20 (the difference is $5, 25% less)."),
        ("Make sure the order's total is more than the limit.",
         "The order's total is $15, which is not more than $100."),
        ("Make sure the order's total is within 10% of the limit.",
         "The order's total is $15, which is not within 10% of $100 "
         "(the difference is $85, 85% less)."),
        ('Make sure the order\'s PO number starts with "X".',
         'The order\'s PO number is "PO-2", which does not start with "X".'),
        ("Make sure the order's PO number is blank.",
         'The order\'s PO number is "PO-2", not blank.'),
        ("Let the order be the order whose code is \"C3\".\n"
         "Make sure the order's PO number is not blank.",
         "The order's PO number is blank."),
        ('Make sure the order\'s total is more than $1 and the order\'s status is "held".',
         'The order\'s status is "open", not "held".'),
        ('Make sure every order\'s status is "open".',
         'C3'),
        ("Let the buyer be the customer whose name is the order's customer.",
         'No customer has the name "Acme Corporatoin".'),
        ('Let the buyer be the order whose status is "open".',
         '2 orders have the status "open".'),
        ("Let the buyer be the order whose total is more than $900.",
         "No order has a total that is more than $900."),
        ('Let the buyer be the order whose status is "open" and whose PO number is "PO-9".',
         'No order has the status "open" and the PO number "PO-9".'),
        ('Check all of the following:\n    - the order\'s total is $20\n    - the order\'s status '
         'is "held"',
         '2 checks fail:\n1. The order\'s total is $15, not $20 (the difference is $5, 25% less).\n'
         '2. The order\'s status is "open", not "held".'),
    ],
)  # fmt: skip
def test_the_values_are_in_the_message(tmp_path: Path, text: str, said: str) -> None:
    assert said in asked(tmp_path, text).text


def test_the_nearest_is_offered_as_a_choice_and_as_a_sentence(tmp_path: Path) -> None:
    question = asked(tmp_path, "Let the buyer be the customer whose name is the order's customer.")
    assert "Acme Corporation" in question.choices
    assert 'Set the order\'s customer to \\"Acme Corporation\\". Try again.' in question.suggestions


def test_an_equation_offers_the_sentence_that_makes_it_true(tmp_path: Path) -> None:
    question = asked(tmp_path, "Make sure the order's total is $20.")
    assert "Set the order's total to $20. Try again." in question.suggestions
    session = Session(tmp_path, no_input=True)
    assert session.answer(question.id, "Set the order's total to $20. Try again.").accepted
    assert session.advance(question.run).status == "finished"
