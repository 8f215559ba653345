"""What lanes do to names around their loop: what does not fit is asked about with its item, and
what only fails together never loses the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running.replays import held_with_items

from .test_branches import Place

ORDERS = """\
The orders are
    | Number | Total |
    | 1      | $5    |
    | 2      | {}    |
    | 3      | $7    |
The sum is 0.
Process each order as follows:
    Add the order's total to the sum.
    Say "did {{the order's number}}".
Say "{{the sum}}".
"""


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A workspace; whatever has run in it is replayed at the end."""
    place = Place(tmp_path)
    yield place
    session = place.session()
    for row in session.store.runs():
        held_with_items(session, row.id)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [("", "blank-value"), ("a lot", "wrong-kind")],
)
def test_what_cannot_be_added_is_asked_about_with_its_item(
    place: Place, cell: str, problem: str
) -> None:
    """Not when the loop has ended, where nobody could put it right any more."""
    view = place.start(ORDERS.format(cell))
    (question,) = view.questions
    assert (question.item, question.problem) == ("order 2", problem)
    assert place.said == ["did 1", "did 3"]
    place.answer(question.id, "$9")
    assert place.said == ["did 1", "did 3", "did 2", "$21"]


def test_an_item_left_out_adds_nothing_and_holds_no_other(place: Place) -> None:
    view = place.start(ORDERS.format("€3"))
    assert [(one.item, one.problem) for one in view.questions] == [("order 2", "two-currencies")]
    place.answer(view.questions[0].id, "skip this order")
    assert place.said == ["did 1", "did 3", "$12"]


def test_what_a_skipped_item_had_added_is_counted_with_the_rest(place: Place) -> None:
    """What it did before it was left out stands, as everything that it did."""
    view = place.start(
        "The sum is 0.\nProcess each number in 1, 2 and 3 as follows:\n"
        '    Add the number to the sum.\n    Make sure the number is not 2.\nSay "{the sum}".\n'
    )
    place.answer(view.questions[0].id, "skip this number")
    assert place.said == ["6"]


def test_what_only_fails_together_is_asked_about_once_and_the_rest_stands(place: Place) -> None:
    view = place.start(
        'The names are "Ann" and "Bob".\nThe spare is "Ann".\n'
        "Process each number in 1, 2 and 3 as follows:\n"
        '    Subtract the spare from the names.\nAdd "Cid" to the names.\nSay "{the names}".\n'
    )
    (question,) = view.questions
    assert question.problem == "changed-differently"
    assert "number 2" in question.text
    assert '"Ann" is not in the names' in question.text
    assert "one more thing" in question.text
    place.answer(question.id, "skip this step")
    assert place.said == ["Bob and Cid"]


@pytest.mark.parametrize("answer", ["skip this step", "try again"])
def test_what_a_branch_cannot_change_is_asked_about_and_it_is_not_done_again(
    place: Place, answer: str
) -> None:
    view = place.start(
        'The names are "Ann" and "Bob".\n'
        "To strike a name:\n    Subtract the name from the shared names.\n"
        '    Add the line "{the name}" to the file "log.txt".\n'
        'At the same time:\n    Repeat 2 times: strike "Ann".\n    Say "beside".\n'
        'Say "{the names}".\n'
    )
    (question,) = view.questions
    assert question.problem == "changed-differently"
    assert "What one of the steps has changed" in question.text
    view = place.answer(question.id, answer)
    assert (view.status, place.said) == ("finished", ["beside", "Bob"])
    assert (place.folder / "log.txt").read_text() == "Ann\nAnn\n"
