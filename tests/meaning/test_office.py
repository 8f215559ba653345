"""What people in an office write without having read anything: the sentence that works is offered,
and one that is not understood is not the reason for refusing those after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.language.trial import works
from kognilang.meaning import plan as p
from kognilang.meaning.understanding import Understood, understand
from kognilang.problems.problem import Problem
from kognilang.settings import PersonSetting, Settings
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
        ("The CFO must approve the gap.", "Get approval from the CFO for the gap."),
        (
            "Both the CFO and the clerk must sign off on the gap within 3 days.",
            "Get approval from both the CFO and the clerk for the gap within 3 days.",
        ),
        (
            "If the gap is 5, the CFO must approve it first.",
            "If the gap is 5, get approval from the CFO for it.",
        ),
        (
            "Let the share be the gap as a percentage of the gap.",
            "Let the share be (the gap divided by the gap) as a percent.",
        ),
        ("Find the order whose status is 5.", "Let the order be the order whose status is 5."),
        ("If no order is found, stop.", "If there is no order, stop."),
        ("If the order is not found, stop.", "If the order does not exist, stop."),
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


PEOPLE = {
    "accounts receivable": PersonSetting("accounts receivable", email="ar@example.com"),
    "cfo": PersonSetting("CFO", email="cfo@example.com"),
}


def _understood(text: str, folder: Path) -> Understood:
    source = Source("a.kog", text, folder / "a.kog")
    return understand(read(source), source, library(), Settings(folder, people=PEOPLE))


@pytest.mark.parametrize(
    "text",
    [
        'Ask accounts receivable "Well?"',
        "Ask accounts receivable whether to go on.",
        'Tell accounts receivable "Done."',
        "Tell accounts receivable:\n    Done.",
        "The price is 5.\nGet approval from accounts receivable for the price.",
    ],
)
def test_a_role_of_the_settings_needs_no_article(text: str, tmp_path: Path) -> None:
    assert _understood(text, tmp_path).problems == []
    parsed = read(Source("a.kog", text)).file
    assert read(Source("a.kog", print_file(parsed))).file == parsed


def test_other_bare_words_are_no_role(tmp_path: Path) -> None:
    (found,) = _understood('Ask accounts payable "Well?"', tmp_path).problems
    assert found.name == "missing-article"
    assert found.candidates == ['Ask the accounts payable "Well?".']


def test_what_is_done_with_a_refused_question_is_no_second_problem(tmp_path: Path) -> None:
    assert len(_problems("Ask the clerk what to do.\nIf so, stop.", tmp_path)) == 1


def test_what_is_described_anew_is_no_parameter(tmp_path: Path) -> None:
    text = (
        "The invoices are\n    | id | customer |\n    | 1 | Ann |\n"
        "The customers are\n    | name |\n    | Ann |\n"
        "For each invoice: remind the customer of the invoice.\n"
        "To remind the customer of an invoice:\n"
        "    Let the customer be the customer whose name is the invoice's customer.\n"
        '    Say "{the customer\'s name}".\n'
    )
    assert _problems(text, tmp_path) == []


def test_a_step_of_a_definition_cannot_skip_the_item_of_its_caller(tmp_path: Path) -> None:
    text = (
        "The orders are 1 and 2.\nFor each order: check the order.\n"
        'To check an order:\n    Say "{the order}".\n    Skip this order.\n'
    )
    (found,) = _problems(text, tmp_path)
    assert found.candidates == ["Return."]
    assert "make it a decision" in found.detail[0]


def test_words_around_a_thing_in_a_question_are_only_words(tmp_path: Path) -> None:
    text = "The invoice is 5.\nAsk the CFO whether to hand the invoice over to the agency."
    found = _understood(text, tmp_path)
    assert found.problems == [] and found.inputs == {}
    slip = text.replace("hand the invoice", "hand the invoise")
    assert [one.name for one in _understood(slip, tmp_path).problems] == ["almost-known-name"]


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ('Ask the CFO "Pay?"\nIf so, stop.', "yes/no"),
        ('Ask the CFO "Pay?"\nIf not, stop.', "yes/no"),
        ('Ask the CFO "Pay?"\nIf the answer is "later", stop.\nIf so, stop.', "any"),
        ('Ask the CFO "Pay?" as the word.\nSay "{the word}"', "any"),
    ],
)
def test_a_question_that_is_followed_by_if_so_is_answered_yes_or_no(
    text: str, needs: str, tmp_path: Path
) -> None:
    plan = _understood(text, tmp_path).plan
    (asked,) = [one for one in plan.instructions if isinstance(one, p.AskPerson)]
    assert asked.needs == needs


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Check http://shop/health.", 'Read the web address "http://shop/health".'),
        ("Post to http://shop/restart.", 'Post to the web address "http://shop/restart".'),
        ('Email ann@example.com about "x": "y".', 'Email "ann@example.com" about "x": "y".'),
        ('Get "https://shop/health" as the health.',
         'Read the web address "https://shop/health" as the health.'),
    ],
)  # fmt: skip
def test_an_address_without_quotes_and_a_word_too_many(
    text: str, offered: str, tmp_path: Path
) -> None:
    (found,) = _problems(text, tmp_path)
    assert offered in found.candidates


@pytest.mark.parametrize(
    "text",
    [
        "Extract the order number from the order.",
        "Send the customer a notice about the order.",
        'Inform the order about "delivery".',
        "Put the order on hold.",
        'Write to the file "x.csv".',
    ],
)
def test_what_does_something_else_is_not_offered(text: str, tmp_path: Path) -> None:
    before = 'The order is\n    status: 5\nThe customer is\n    name: "Ann"\n'
    for one in _problems(before + text, tmp_path):
        for candidate in one.candidates:
            verb = candidate.split()[0]
            assert verb in ("Find", "Tell", "Write"), candidate


def test_of_two_joined_steps_only_the_one_that_is_not_understood_is_told(tmp_path: Path) -> None:
    (found,) = _problems("Wait 10 minutes and frobnicate the disk.", tmp_path)
    assert found.name == "unknown-verb" and "frobnicate" in found.summary
    (found,) = _problems('Frobnicate the disk and say "done".', tmp_path)
    assert "frobnicate" in found.summary and found.detail[1] == "  To frobnicate a disk:"


def test_but_joins_what_is_said_of_one(tmp_path: Path) -> None:
    text = (
        "The orders are 2, 4 and 9.\nThe total is 4.\n"
        'If the total is more than 3 but less than 5, say "fits".\n'
        'If the total is 4 but not 5, say "four".\n'
    )
    assert _problems(text, tmp_path) == []
    written = print_file(read(Source("a.kog", text)).file)
    assert "more than 3 and the total is less than 5" in written
    assert read(Source("a.kog", written)).file == read(Source("a.kog", text)).file


@pytest.mark.parametrize(
    "text",
    [
        'If the gap is 5, email "a@b.c" about "x": "y".',
        'If the gap is 5, add a row to the spreadsheet "x.csv" with the sum: 5, the name: "x".',
        'Ask the clerk whether to go on.\nIf so, email "a@b.c" about "x": "y".',
        'Ask the clerk "x" within 2 days.\nIf nobody answers, email "a@b.c" about "x": "y".',
        'Say "x".\nIf that fails, email "a@b.c" about "x": "y".',
        'Say "x".\nIf that fails because the file is missing, email "a@b.c" about "x": "y".',
        'If the gap is 5, or the gap is 6: say "a". Say "b".',
        'If the gap is 5, send an email to "a@b.c" saying:\n    Hello.\n    Bye.',
        'Ask the clerk whether to go on.\nIf so, send an email to "a@b.c" saying:\n    Hello.',
    ],
)
def test_a_colon_behind_the_comma_is_the_steps(text: str, tmp_path: Path) -> None:
    text = f"The gap is 5.\n{text}"
    assert _problems(text, tmp_path) == []
    parsed = read(Source("a.kog", text)).file
    assert read(Source("a.kog", print_file(parsed))).file == parsed


def test_where_something_goes_is_only_said_in_a_question(tmp_path: Path) -> None:
    spoken = _understood("Ask the CFO whether to fail over to the second site.", tmp_path)
    assert spoken.problems == [] and spoken.inputs == {}
    meant = _understood("Ask the CFO whether to pay the bill.", tmp_path)
    assert list(meant.inputs) == ["bill"]
