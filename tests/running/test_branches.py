"""`At the same time`: one branch that asks or waits holds no other, and all join at the end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kognilang.session import Session
from kognilang.session.views import RunView


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


class Place:
    """A workspace whose runs are carried on by a new session each time, as after a crash."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.said: list[str] = []
        (folder / "kognilang.toml").write_text('currency = "USD"\n"time zone" = "UTC"\n')

    def session(self) -> Session:
        return Session(
            self.folder, out=self.said.append, no_input=True, clock=self.clock, patience=0
        )

    def start(self, text: str) -> RunView:
        file = self.folder / "p.kog"
        file.write_text(text)
        return self.session().start(file)

    def go(self, run: str) -> RunView:
        return self.session().advance(run)

    def answer(self, question: str, text: str) -> RunView:
        session = self.session()
        outcome = session.answer(question, text)
        assert outcome.accepted, outcome.message
        return session.advance(outcome.run)


def asked(view: RunView) -> list[str]:
    """What is asked, without the item that it is about."""
    return [one.text.split(": ")[-1] for one in view.questions]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_branch_that_asks_and_one_that_waits_hold_no_other(place: Place) -> None:
    view = place.start(
        'At the same time:\n    Ask the user "Colour?" as the colour.\n    Wait 2 hours.\n'
        '    Say "third".\n    Set the total to 3.\nSay "{the colour} {the total}".\n'
    )
    assert place.said == ["third"]
    assert (view.status, len(view.questions)) == ("parked", 1)
    place.clock.forward(hours=3)
    assert place.go(view.id).status == "parked"
    assert place.answer(view.questions[0].id, "red").status == "finished"
    assert place.said == ["third", "red 3"]


def test_the_answer_may_come_before_the_wait_is_over(place: Place) -> None:
    view = place.start(
        'At the same time:\n    Ask the user "Colour?" as the colour.\n    Wait 2 hours.\n'
        'Say "{the colour}".\n'
    )
    assert place.answer(view.questions[0].id, "red").status == "waiting"
    place.clock.forward(hours=2, seconds=1)
    assert place.go(view.id).status == "finished"
    assert place.said == ["red"]


def test_two_branches_may_ask_at_once_in_each_lane(place: Place) -> None:
    view = place.start(
        "Process each number in 1 and 2 as follows:\n    At the same time:\n"
        '        Ask the user "A{the number}?" as the first reply.\n'
        '        Ask the user "B{the number}?" as the second reply.\n'
        '    Say "{the number}: {the first reply} {the second reply}".\n'
    )
    assert asked(view) == ["A1?", "B1?", "A2?", "B2?"]
    for question in reversed(view.questions):
        view = place.answer(question.id, question.text.split(": ")[-1][:2].lower())
    assert view.status == "finished"
    assert place.said == ["2: a2 b2", "1: a1 b1"]


def test_what_fails_goes_to_the_handler_around_when_all_have_ended(place: Place) -> None:
    view = place.start(
        'At the same time:\n    Fail with "broken".\n    Say "other".\n    Wait 1 hour.\n'
        'If that fails, say "caught: {the problem\'s message}".\nSay "on".\n'
    )
    assert view.status == "waiting"
    place.clock.forward(hours=2)
    assert place.go(view.id).status == "finished"
    assert place.said == ["other", "caught: broken", "on"]


def test_a_block_with_branches_is_tried_again(place: Place) -> None:
    view = place.start(
        "Try up to 3 times, waiting 5 minutes in between:\n    At the same time:\n"
        '        Fail with "no".\n        Say "tried".\nIf that fails, say "given up".\n'
    )
    for _ in range(2):
        assert view.status == "waiting"
        place.clock.forward(minutes=5, seconds=1)
        view = place.go(view.id)
    assert view.status == "finished"
    assert place.said == ["tried", "tried", "tried", "given up"]


def test_a_branch_may_return_skip_or_leave_its_loop(place: Place) -> None:
    place.start(
        "To work out the sort of a number:\n    At the same time:\n"
        '        If the number is 2, return "two".\n        Set the size to 4.\n'
        '    Return "other {the size}".\n\n'
        "For each number from 1 to 5:\n    At the same time:\n"
        "        If the number is 3, skip this number.\n"
        "        If the number is 5, stop repeating.\n"
        '    Say "{the number}: {the sort of the number}".\n'
        'Say "end".\n'
    )
    assert place.said == ["1: other 4", "2: two", "4: other 4", "end"]


def test_what_a_branch_adds_in_a_lane_comes_in_the_items_order(place: Place) -> None:
    place.start(
        "Create a list called the seen numbers.\n"
        "Process each number in 3, 1 and 2 as follows:\n    At the same time:\n"
        '        Add the number to the seen numbers.\n        Say "x".\n'
        'Say "{the seen numbers}".\n'
    )
    assert place.said[-1] == "3, 1 and 2"


def test_skipping_the_item_in_a_branch_skips_the_item_of_the_loop_around(place: Place) -> None:
    view = place.start(
        "Process each number in 1 and 2 as follows:\n    At the same time:\n"
        "        Make sure the number is 2.\n        Set the size to 4.\n"
        '    Say "{the number} {the size}".\nSay "end".\n'
    )
    (question,) = view.questions
    assert place.answer(question.id, "skip this number").status == "finished"
    assert place.said == ["2 4", "end"]


def test_stop_in_a_branch_takes_effect_when_the_others_have_ended(place: Place) -> None:
    view = place.start(
        'At the same time:\n    Stop.\n    Wait 1 hour.\n    Say "other".\nSay "never".\n'
    )
    assert view.status == "waiting"
    place.clock.forward(hours=2)
    assert place.go(view.id).status == "finished"
    assert place.said == ["other"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Process each number in 1 and 2 in parallel:\n    Note the number.\n",
         "outer-name-in-lane"),
        ("At the same time:\n    Note 1.\n    Note 2.\n", "branch-conflict"),
        ("At the same time:\n    Note 1.\n    Say \"{the total}\".\n", "branch-conflict"),
    ],
)  # fmt: skip
def test_a_shared_name_is_not_changed_where_that_has_no_order(
    place: Place, text: str, problem: str
) -> None:
    from kognilang.problems.problem import TextRefused

    with pytest.raises(TextRefused) as refused:
        place.start(
            f"The total is 0.\n{text}\nTo note a number:\n    Add the number to the shared total.\n"
        )
    assert problem in {one.name for one in refused.value.problems}
