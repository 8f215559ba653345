"""What people in an office write without having read anything: the sentence that works is offered,
and one that is not understood is not the reason for refusing those after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.language.reading import read
from kognilang.language.trial import works
from kognilang.meaning.understanding import understand
from kognilang.problems.problem import Problem
from kognilang.settings import Settings
from kognilang.text.source import Source
from tests.problems.malformed import library


def _problems(text: str, folder: Path) -> list[Problem]:
    source = Source("a.kog", text, folder / "a.kog")
    found = understand(read(source), source, library(), Settings(folder)).problems
    return [one for one in found if not one.warning]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Ask the clerk which customer is meant.", 'Ask the clerk "Which customer is meant?"'),
        ("Ask the clerk what to do.", 'Ask the clerk "What should I do?"'),
        ("Ask the clerk to explain the gap.", 'Ask the clerk "Please explain the gap."'),
        ("Ask the buyer.", 'Ask the buyer "…".'),
        ("Tell everybody that the shop is back.", 'Tell the team "The shop is back."'),
        ("Tell the head of service immediately.", 'Tell the head of service "…".'),
        ('Page the duty manager: "Down."', 'Tell the duty manager "Down.".'),
        ("Get sign-off from the CFO for the close.", "Get approval from the CFO for the close."),
        ("Mark the order as paid.", 'Change the order\'s status to "paid".'),
        ('Categorise the order as "a" or "b".', 'Classify the order as "a" or "b".'),
        ('Decide how urgent the order is: "a" or "b".', 'Classify the order as "a" or "b".'),
        ("Extract the number from the order.", 'Find "the number" in the order.'),
        ("If the manager refuses, stop.", "If the answer is no, stop."),
        ("If the manager agrees, stop.", "If the answer is yes, stop."),
        ("If it is not approved, stop.", "If the answer is no, stop."),
        ("If the manager doesn't answer in time, stop.", "If nobody answers, stop."),
        ("If the order's status is still not 5, stop.", "If the order's status is not 5, stop."),
    ],
)
def test_the_sentence_that_works_is_offered(text: str, offered: str, tmp_path: Path) -> None:
    before = "The order is\n    status: 5\nThe gap is 5.\nAsk the manager whether to go on.\n"
    (found,) = _problems(before + text, tmp_path)
    assert offered in found.candidates
    assert all(works(one) for one in found.candidates)


def test_a_name_that_a_refused_sentence_sets_is_no_second_problem(tmp_path: Path) -> None:
    text = (
        "The orders are 1 and 2.\n"
        "For each order:\n"
        "    Calculate the order value as 2 times 5.\n"
        "    Increase the order value by 1.\n"
        "For each open PO that is late but fine:\n"
        '    Say "{the open PO\'s amount}"\n'
    )
    assert [one.name for one in _problems(text, tmp_path)][:1] == ["unknown-verb"]
    assert len(_problems(text, tmp_path)) == 2


def test_a_list_that_nothing_creates_is_told_of_once(tmp_path: Path) -> None:
    text = 'Add "a" to the gaps.\nAdd "b" to the gaps.\n'
    assert [one.name for one in _problems(text, tmp_path)] == ["changed-before-set"]
