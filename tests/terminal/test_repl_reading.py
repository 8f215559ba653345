"""When a block is complete, and what completes."""

from __future__ import annotations

import pytest

from kognilang.meaning.phrases import Phrases
from kognilang.meaning.vocabulary import Vocabulary
from kognilang.terminal.repl.blocks import indentation_after, needs_more
from kognilang.terminal.repl.words import candidates


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ('Say "a".', False),
        ("If the total is 1:", True),
        ("The orders are", True),
        ("If the total is more than 5 then", True),
        ("Process each order as follows", True),
        ("Send an email to Bob saying:", True),
        ('Say "a', True),
        ('Say "{the total', True),
        ("Set the total to (1 plus", True),
        ('If the total is 1:\n    Say "a".', True),
        ('If the total is 1:\n    Say "a".\n', False),
        ('Say "a\n', False),
        ("", False),
        (":names", False),
        ("The list is 1,", True),
        ('Say "where".', False),
        ("The total is 5", False),
    ],
)
def test_a_block_goes_on_until_a_blank_line(text, more):
    assert needs_more(text) is more


@pytest.mark.parametrize(
    ("text", "indent"),
    [
        ("If the total is 1:", "    "),
        ('If the total is 1:\n    Say "a".', "    "),
        ("For each order in the orders:\n    If it is paid:", "        "),
        ('Say "a', ""),
    ],
)
def test_the_next_line_is_indented(text, indent):
    assert indentation_after(text) == indent


def vocabulary() -> Vocabulary:
    phrases = Phrases()
    for wording in (
        "send an email to {recipient} [with the subject {subject}] saying {body}",
        "read the spreadsheet {file}",
        "the exchange rate from {a} to {b}",
        "{file} is readable",
        "{order} needs approval",
    ):
        phrases.add_wording(wording, wording)
    return Vocabulary(
        {"orders": "table", "order": "record", "late orders": "list", "limit": "money"},
        {"order": ["number", "due date", "status"], "customer": ["name", "email"]},
        [phrases],
        lambda target: "write",
        ["overdue"],
    )


def complete(before: str) -> list[str]:
    return [one.text for one in candidates(before, vocabulary(), [":names", ":help"])]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Sen", ["Send an email to"]),
        ("send an em", ["an email to"]),
        ("Send an email to the customer ", ["with the subject", "saying"]),
        ("Send an email to the customer wi", ["with the subject"]),
        ("Send an email to the customer's e", ["email"]),
        ("If the limit is $5, sen", ["send an email to"]),
        ('Read the spreadsheet "a.csv" as', ["as the"]),
        ("Set the limit to the exchange rate fr", ["from"]),
        ('If the file "a.csv" is r', ["readable"]),
    ],
)
def test_the_words_of_a_phrase_that_come_next(typed, words):
    found = complete(typed)
    assert all(one in found for one in words), found


@pytest.mark.parametrize(
    ("typed", "words", "never"),
    [
        ("Show the la", ["the late orders"], ["the limit"]),
        ("Show the orders ", ["whose", "sorted by", "that are"], ["is", "times"]),
        ("Show the orders whose ", ["number", "due date", "status"], ["name"]),
        ("Show the orders whose due date ", ["is before", "is blank"], ["whose"]),
        ("Show the orders sorted by ", ["due date"], ["the limit"]),
        ("If the order's ", ["number", "status"], ["name"]),
        ("If the order's status ", ["is", "is one of", "contains"], ["whose"]),
        ("If the order is ", ["overdue", "the limit"], []),
        ("If any of the orders ", ["are", "are overdue"], ["is"]),
        ("If any ord", ["order"], []),
        ("If any order ", ["needs approval"], []),
        ("If none of the orders n", ["needs approval"], []),
        ("If there is an o", [], ["the orders"]),
        ("Set the limit", [], ["whose"]),
        ("Say the first ord", ["the first order"], []),
        ('Send an email to "a@b.c" ', ["saying", "followed by"], ["times", "plus"]),
        ("Set the limit ", ["to", "plus"], ["whose", "sorted by"]),
        ("Set the limit to ", ["the limit", "the number of", "today"], []),
        ("Add the order to ", ["the late orders"], []),
        ("Set the limit to 3 days ", ["after", "before"], ["whose"]),
        ("For each ", ["order", "late order"], ["limit"]),
        ("Process each order ", ["in", "as follows:"], []),
        ("The limit ", ["is", "plus"], ["whose"]),
        ("Ask the user ", ["whether", "for the"], []),
        ('Say "{the li', ["the limit"], []),
        ('Say "{li', ["limit"], []),
        ("the order", ["'s"], []),
        ("Stop. Sh", ["show the"], []),
    ],
)
def test_the_grammar_says_how_a_sentence_goes_on(typed, words, never):
    found = complete(typed)
    assert all(one in found for one in words), found
    assert not any(one in found for one in never), found


@pytest.mark.parametrize("typed", ['Say "the li', "the limit is is ", "Say 5 5 "])
def test_nothing_is_offered_where_nothing_goes_on(typed):
    assert complete(typed) == []


def test_an_item_of_a_loop_that_is_being_typed_is_known():
    assert "the parcel" in complete("For each parcel in the parcels:\n    Say the par")


def test_what_is_offered_replaces_what_was_typed():
    one = next(iter(candidates("Say the customer's na", vocabulary())))
    assert (one.text, one.length) == ("name", 2)


def test_directives_are_offered_after_a_colon():
    assert complete(":n") == [":names"]
    assert "If" in complete("I")
