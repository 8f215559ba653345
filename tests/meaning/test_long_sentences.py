"""How the time to understand a sentence grows with its length: with its square, or little more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kognilang.language import slots
from kognilang.language.lexer import tokens
from kognilang.language.reading import read
from kognilang.language.tree import Phrase
from kognilang.meaning.books import Library
from kognilang.meaning.understanding import Understood, understand
from kognilang.problems.rendering import render_all
from kognilang.settings import Settings
from kognilang.text.source import Source
from tests.growth import assert_grows

PROCEDURE = """
A finding has a test (text), a date (date) and a value (number).
A finding is abnormal if its value is more than 5.
The rate is 3.
The box is 2.
The apple is 1.
Read the spreadsheet "findings.csv" as the findings.
{}

To work out the cost of a thing for a carton:
    Return the thing plus the carton.

To decide whether a thing suits a carton for a town:
    Return whether the thing is less than the carton plus the town.

To pack a thing into a carton with a label:
    Say "{{the thing}} {{the carton}} {{the label}}".

To pack a thing into a carton:
    Say "{{the thing}} {{the carton}}".

To move a thing from a place to a town by a way for a reason:
    Say "{{the thing}} {{the place}} {{the town}} {{the way}} {{the reason}}".
"""

SENTENCES: dict[str, Callable[[int], str]] = {
    "unknown verbs": lambda n: "Frobnicate the rate" + " and wiggle the rate" * n,
    "verbs alone": lambda n: "Send" + " send book read put show set" * n,
    "steps, the last unknown": lambda n: (
        "Pack the apple into the box" + " and pack the rate into the box" * n + " and frob it"
    ),
    "names": lambda n: "Show the apple" + " and the apple" * n,
    "thats": lambda n: "Tell the boss that" + " the rate is complete and that" * n + " it is done",
    "filters": lambda n: "Show the findings" + " that are abnormal" * n,
    "filters with whose": lambda n: "Show the findings" + " whose value is more than 3" * n,
    "commas": lambda n: "So" + ", well, you know, the rate ought to go" * n,
    "ifs": lambda n: "If the rate is 5, " * n + "stop",
    "unknown conditions": lambda n: (
        "If the rate is 5" + " and the rate does frob the gizmo" * n + ", stop"
    ),
    "a question": lambda n: "Ask the boss whether" + " the rate is right and" * n + " so on",
    "unknown words": lambda n: "Wug" + " blick dax fep toma" * n,
    "places": lambda n: "Move the file" + " from the folder to the folder" * n,
    "a phrase's places": lambda n: "Move the apple" + " from the rate to the box by the box" * n,
    "an email": lambda n: "Email" + " the sender and the box about it saying" * n + ' "x"',
    "phrases in phrases": lambda n: (
        "Show the cost of the apple" + " for the cost of the apple" * n + " for the box"
    ),
    "phrases in a condition": lambda n: (
        "If " + "the cost of the apple for " * n + "the apple suits the box" + " for the rate" * n
        + ', say "x"'
    ),
    "phrases in a step": lambda n: (
        "Pack the cost of the apple for the box" + " into the cost of the apple for the box" * n
    ),
    "parentheses": lambda n: (
        "Pack (the apple" + " into (the box with the rate)" * n + ") into the box"
    ),
    "unread fillings": lambda n: 'Say "' + "{the rate's wug that frobs} " * n + '"',
    "orders": lambda n: "Show the findings" + " with the newest on top" * n,
}  # fmt: skip

FOLDER = Path(__file__).parent
LIBRARY: list[Library] = []


def understood(sentence: str) -> Understood:
    """Understand the procedure with a sentence, and write its problems out."""
    if not LIBRARY:
        LIBRARY.append(Library.load())
    for known in (slots._value, slots._condition):
        known.cache_clear()
    source = Source("long.kog", PROCEDURE.format(sentence + "."))
    found = understand(read(source), source, LIBRARY[0], Settings(FOLDER))
    render_all(found.problems)
    return found


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_three_times_as_long_takes_about_nine_times_as_long_at_most(name: str) -> None:
    make = SENTENCES[name]
    understood("Stop")
    assert_grows(lambda: understood(make(5)), lambda: understood(make(15)), most=14)


@pytest.mark.long
@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_of_hundreds_of_words_takes_no_more_than_their_cube(name: str) -> None:
    make = SENTENCES[name]
    assert_grows(lambda: understood(make(10)), lambda: understood(make(30)), most=27)


@pytest.mark.parametrize("words", ["with the newest", "with the newest on top", "with no"])
def test_words_that_choose_by_nothing_are_no_value_of_the_language(words: str) -> None:
    """What is chosen by has no name here: `the one with the newest on top`."""
    for written in (words, f"the findings on the screen, {words}", f"the findings {words}"):
        assert isinstance(slots.values_of(tokens(written)), Phrase | None)


def test_a_sentence_with_what_stands_on_top_is_told_of() -> None:
    found = understood("I want the findings on the screen, with the newest on top")
    assert [one for one in found.problems if not one.warning]


def test_steps_that_are_known_are_parted_however_many() -> None:
    assert understood(SENTENCES["names"](40)).problems == []
    many = "Pack the apple into the box" + " and pack the rate into the box" * 15
    assert understood(many).problems == []
    assert understood(f"{many} and frob the rate").problems
