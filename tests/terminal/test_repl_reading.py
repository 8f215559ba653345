"""When a block is complete, and what completes."""

from __future__ import annotations

import pytest

from kognilang.terminal.repl.blocks import indentation_after, needs_more
from kognilang.terminal.repl.words import candidates, next_words


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


WORDING = "send an email to {recipient} [with the subject {subject}] saying {body}"


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("se", ("send an email to", 2)),
        ("send an em", ("email to", 2)),
        ("send an ", ("email to", 0)),
        ("Send an email to the customer wi", ("with the subject", 2)),
        ("send a mail", None),
        ("say", None),
    ],
)
def test_the_words_of_a_phrase_that_come_next(typed, rest):
    assert next_words(WORDING, typed) == rest


def complete(before: str) -> list[str]:
    return [
        one.text
        for one in candidates(
            before,
            [(WORDING, "write")],
            {"late orders": "list", "limit": "money"},
            {"invoice": ["number", "due date"]},
            [":names", ":help"],
        )
    ]


def test_completion_of_phrases_names_properties_and_directives():
    assert complete("Sen") == ["Send an email to"]
    assert complete("Show the la") == ["late orders"]
    assert complete("Say the invoice's d") == ["due date"]
    assert complete('Say "{the li') == ["limit"]
    assert complete('Say "the li') == []
    assert complete(":n") == [":names"]
    assert "If" in complete("I")
