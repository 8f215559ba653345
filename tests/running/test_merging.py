"""What the runs of items change of the same thing: each change comes back, and where two differ a
person is asked; nothing is lost, and nobody's word is taken for the other's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kognilang.session.working import parent_of
from tests.running.replays import held_with_items

from .test_branches import Place

SHARED = """\
Read the spreadsheet "vendors.csv" as the vendors.
Read the spreadsheet "orders.csv" as the orders.
Process each order in parallel:
    Let the supplier be the vendor whose name is the order's vendor.
{steps}
Say "{the vendors' balances}, {the vendors' notes}".
"""
ADDED = "    Set the supplier's balance to the supplier's balance plus the order's amount."


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A workspace; whatever has run in it is replayed at the end, each item's run by itself too."""
    (tmp_path / "vendors.csv").write_text("name,balance,note\nA,0,none\nB,0,none\n")
    (tmp_path / "orders.csv").write_text("id,vendor,amount\nO1,A,10\nO2,A,20\nO3,B,5\n")
    place = Place(tmp_path)
    yield place
    session = place.session()
    for row in session.store.runs() if session.has_store() else ():
        if not parent_of(row):
            held_with_items(session, row.id)
            assert session.verify(row.id) == ""


def shared(steps: str) -> str:
    return SHARED.replace("{steps}", steps)


def test_two_different_changes_of_one_thing_are_asked_about(place: Place) -> None:
    view = place.start(shared(ADDED))
    (question,) = view.questions
    assert question.problem == "changed-differently"
    assert question.text.startswith(
        "The balance of A (vendors.csv, row 2) was 0; at the same time order O1 made it 10 and "
        "order O2 made it 20, and neither knew of the other. It is left at 0;"
    )
    assert '"Process each order as follows:"' in question.text
    view = place.answer(question.id, "> Set the first vendor's balance to 30.")
    assert (view.status, place.said) == ("finished", ["30 and 5, none and none"])
    assert (view.counts[0].done, view.counts[0].total) == (3, 3)


@pytest.mark.parametrize("answer", ["skip this step", "try again"])
def test_it_can_be_left_as_it_was_and_no_item_is_done_again(place: Place, answer: str) -> None:
    view = place.start(
        shared(f'{ADDED}\n    Add the line "{{the order\'s id}}" to the file "out.txt".')
    )
    view = place.answer(view.questions[0].id, answer)
    assert (view.status, place.said) == ("finished", ["0 and 5, none and none"])
    assert (place.folder / "out.txt").read_text().split() == ["O1", "O2", "O3"]


def test_the_run_can_be_stopped_there(place: Place) -> None:
    view = place.start(shared(ADDED))
    view = place.answer(view.questions[0].id, "stop")
    assert (view.status, place.said) == ("failed", [])


def test_the_same_change_by_two_is_one_change(place: Place) -> None:
    view = place.start(shared('    Set the supplier\'s note to "seen".'))
    assert (view.status, place.said) == ("finished", ["0 and 0, seen and seen"])


def test_changes_of_different_fields_are_both_kept(place: Place) -> None:
    steps = (
        '    If the order\'s id is "O1", set the supplier\'s note to "first".\n'
        "    Otherwise, set the supplier's balance to the order's amount."
    )
    view = place.start(shared(steps))
    assert (view.status, place.said) == ("finished", ["20 and 5, first and none"])


def test_several_things_are_told_together(place: Place) -> None:
    (place.folder / "orders.csv").write_text("id,vendor,amount\nO1,A,10\nO2,A,20\nO3,A,5\nO4,A,6\n")
    steps = f"{ADDED}\n    Set the supplier's note to the order's id."
    (question,) = place.start(shared(steps)).questions
    assert "and 1 more made it something else again, and none knew of the others" in question.text
    assert "The same goes for one more thing." in question.text
    assert "none before; O1 by order O1, O2 by order O2, O3 by order O3" in question.values
    place.answer(question.id, "skip this step")


def test_a_handler_takes_it(place: Place) -> None:
    text = shared(ADDED).replace("Say", 'If that fails:\n    Say "oh: {the problem\'s kind}".\nSay')
    view = place.start(text)
    assert view.status == "finished"
    assert place.said == ["oh: changed differently", "0 and 5, none and none"]


LISTS = """\
Read the spreadsheet "vendors.csv" as the vendors.
Create a list called the lines.
For each number from 1 to {length}:
    Add "n{the number}" to the lines.
Set the first vendor's note to the lines.
Process each round from 1 to {rounds} in parallel:
    Let the supplier be the first vendor.
    For each word from 1 to 3:
        Add "{the round}-{the word}" to the supplier's note.
Ask the manager whether to go on.
Say "{the number of the lines}: {the lines}".
"""


@pytest.mark.parametrize(("length", "rounds"), [(1, 2), (300, 15)])
def test_additions_to_a_list_come_in_the_items_order(
    place: Place, length: int, rounds: int
) -> None:
    view = place.start(LISTS.replace("{length}", str(length)).replace("{rounds}", str(rounds)))
    assert len(view.questions) == 1
    view = place.answer(view.questions[0].id, "yes")
    assert view.status == "finished"
    old = [f"n{number}" for number in range(1, length + 1)]
    new = [f"{number}-{word}" for number in range(1, rounds + 1) for word in (1, 2, 3)]
    lines = [*old, *new]
    assert place.said == [f"{len(lines)}: {', '.join(lines[:-1])} and {lines[-1]}"]


def test_lanes_that_each_begin_runs_know_of_each_other_too(place: Place) -> None:
    text = (
        'Read the spreadsheet "vendors.csv" as the vendors.\n'
        "Process each number in 1 and 2 as follows:\n"
        "    Process each amount in 10 and 10 in parallel:\n"
        "        Let the supplier be the first vendor.\n"
        "        Set the supplier's balance to the supplier's balance plus the amount plus "
        "the number.\n"
        'Say "{the vendors\' balances}".\n'
    )
    first, second = place.start(text).questions
    assert "amount 10 made it 11 and amount 10 made it 11, and neither knew" in first.text
    view = place.answer(first.id, "> Set the first vendor's balance to 22.")
    assert "at the same time" in second.text
    view = place.answer(second.id, "> Set the first vendor's balance to 46.")
    assert (view.status, place.said) == ("finished", ["46 and 0"])


def test_what_another_lane_has_changed_meanwhile_is_not_written_over(place: Place) -> None:
    text = (
        'Read the spreadsheet "vendors.csv" as the vendors.\n'
        "Process each number in 1 and 2 as follows:\n"
        "    Process each amount from 10 to 10 in parallel:\n"
        '        Ask the user "{the number}?" as the reply.\n'
        "        Let the supplier be the first vendor.\n"
        "        Set the supplier's balance to the supplier's balance plus the amount plus "
        "the number.\n"
        'Say "{the vendors\' balances}".\n'
    )
    one, two = place.start(text).questions
    assert place.answer(one.id, "x").status != "finished"
    (question,) = place.answer(two.id, "y").questions
    assert "another step of this run made it 11 and amount 10 made it 12" in question.text
    assert "It is left at 11;" in question.text
    view = place.answer(question.id, "> Set the first vendor's balance to 23.")
    assert (view.status, place.said) == ("finished", ["23 and 0"])
