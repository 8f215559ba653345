"""Hostile texts: whatever stands in a file, reading it ends soon, and is told or read, no crash."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.meaning.books import Library
from kognilang.meaning.understanding import understand
from kognilang.problems.rendering import render_all
from kognilang.settings import Settings
from kognilang.text.source import Source

REPEATED = {
    "parentheses": lambda k: "Set the x to " + "(" * k + "1" + ")" * k + ".",
    "open parentheses": lambda k: "Set the x to " + "(" * k,
    "brackets": lambda k: "To move " + "[" * k + "a file" + "]" * k + ":\n    Stop.",
    "braces": lambda k: 'Say "' + '{"' * k + '"}' * k + '".',
    "open braces": lambda k: 'Say "' + '{"' * k,
    "sums": lambda k: "Set the x to 1" + " plus 1" * k,
    "properties": lambda k: "Set the x to the a" + "'s b" * k,
    "of": lambda k: "Set the x to " + "the number of " * k + "the c.",
    "and": lambda k: "If " + " and ".join(["the x is 5"] * k) + ", stop.",
    "decisions": lambda k: "If " + " or ".join(["the x needs it"] * k) + ", stop.",
    "clauses with commas": lambda k: "If " + ", ".join(["the x is 5"] * k) + ", stop.",
    "steps": lambda k: "Add 1 to the x" + " and add 1 to the x" * k + ".",
    "steps with commas": lambda k: "Add 1 to the x" + ", add 1 to the x" * k + " and stop.",
    "parts that are no steps": lambda k: 'Say "x" numbers and so' + ", say it and the x" * k + ".",
    "ands that join nothing": lambda k: 'Say "a" b' + ' and say "c" d, say "e" f' * k + ".",
    "ifs": lambda k: "If the x is 5, " * k + "stop.",
    "ifs behind": lambda k: "Stop" + " if the x is 5" * k,
    "otherwise": lambda k: "If the x is 5, stop" + ", otherwise, if the x is 6, stop" * k,
    "not": lambda k: "If " + "not " * k + "the x is 5, stop.",
    "not (": lambda k: "If " + "not (" * k + "the x is 5" + ")" * k + ", stop.",
    "filters": lambda k: "Show the orders " + "whose a is 5 and " * k + "whose b is 6.",
    "nested filters": lambda k: "Show the orders whose a is " + "the b whose a is " * k + "5.",
    "details": lambda k: "Send it with the a: 1" + ", the a: 1" * k,
    "colons": lambda k: "Send it" + " a: b" * k,
    "words": lambda k: "Send " + "it so " * k,
    "periods": lambda k: "Send it. " * k,
    "indentation": lambda k: "".join("  " * at + "If the x is 5:\n" for at in range(k)),
    "digits": lambda k: "Set the x to " + "9" * k,
    "backticks": lambda k: "Say " + "`" * k,
    "quotes": lambda k: "Say " + '"a ' * k,
    "zero bytes": lambda k: "Say \x00 the x.\x00" * k,
    "bidi": lambda k: "Say \u202e\u2066the x\u2069 " * k,
    "emoji": lambda k: "Say the \U0001f600 " * k,
    "accents": lambda k: "Say the x" + "\u0301" * k,
    "endings": lambda k: "Set the x to the y" + ", rounded to 2 places" * k,
    "asking": lambda k: "Ask the x whether " + "to ask the y whether " * k + "z",
}


@pytest.mark.parametrize("name", REPEATED)
def test_what_is_repeated_without_end_is_read_or_refused_soon(name: str) -> None:
    make = REPEATED[name]
    for many in (20, 150):
        text = make(many)
        started = time.process_time()
        found = read(Source("hostile.kog", text))
        assert time.process_time() - started < 2
        if not found.problems and many == 20:
            # Deeper ones are printed as deeper blocks than a text may have.
            assert read(Source("again.kog", print_file(found.file))).file == found.file


@pytest.mark.long
@pytest.mark.parametrize("name", REPEATED)
def test_a_megabyte_on_a_line_does_not_crash(name: str) -> None:
    text = REPEATED[name](400)
    read(Source("hostile.kog", text))
    read(Source("hostile.kog", "Say " + '"' + text.replace('"', "'").replace("\n", " ")))


def test_a_megabyte_of_words_and_of_text_on_one_line() -> None:
    for text in ('Say "' + "word " * 200_000 + '".', "x" * 1_000_000, " " * 1_000_000 + "Stop."):
        started = time.process_time()
        read(Source("hostile.kog", text))
        assert time.process_time() - started < 10


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_ends_do_not_matter(ending: str) -> None:
    text = "If the x is 5:\n    Say 6.\nStop.\n"
    assert (
        read(Source("a.kog", text.replace("\n", ending))).file == read(Source("a.kog", text)).file
    )


def test_look_alike_letters_make_another_name_and_no_other_verb() -> None:
    latin, cyrillic = (read(Source("a.kog", f"{verb} 5.\n")).file for verb in ("Stop", "Stоp"))
    assert latin != cyrillic


@pytest.mark.long
def test_reading_grows_linearly_to_a_hundred_thousand_lines() -> None:
    lines = (
        "Set the discount to 10%.\n"
        'If the invoice\'s total is more than $5,000, tell the controller "x".\n'
        "Pay the first invoice to the supplier.\nFor each order:\n    Add 1 to the tally.\n"
    )

    def seconds(times: int) -> float:
        started = time.process_time()
        read(Source("long.kog", lines * times))
        return time.process_time() - started

    seconds(100)
    small, large = min(seconds(1000) for _ in range(2)), seconds(20_000)
    assert large < 30 * small, (small, large)


@pytest.mark.parametrize(
    "written",
    [
        "Set the\u200b total to 5.",
        "Set the to\u00adtal to 5.",
        "Set the\u00a0total\u2060 to\u202f5.",
        "\ufeffSet the total to 5.",
        "Set the total to 5.\u200e",
    ],
)
def test_what_cannot_be_seen_says_nothing(written: str) -> None:
    found = read(Source("test.kog", written))
    assert not found.problems
    assert print_file(found.file) == "Set the total to 5.\n"


def test_an_accent_is_the_same_however_it_is_stored() -> None:
    whole, parts = (read(Source("test.kog", f"Set the caf{e} to 5.")) for e in ("é", "e\u0301"))
    assert whole.file == parts.file
    assert not parts.problems


def test_hyphens_of_word_processors_are_hyphens_and_dashes_between_words_are_none() -> None:
    plain = read(Source("test.kog", "Say the follow-up date.")).file
    assert read(Source("test.kog", "Say the follow\u2011up date.")).file == plain
    printed = print_file(read(Source("test.kog", "Remove the\u2013order from the orders.")).file)
    assert "the-order" not in printed


def test_what_handles_a_failure_needs_its_step_inside_a_condition_too() -> None:
    found = read(Source("a.kog", 'If the total is 5,\nif that fails, say "five".'))
    assert [one.name for one in found.problems] == ["handler-without-step"]


@pytest.mark.parametrize(
    "text",
    [
        "Add 5" + " to 5" * 150 + ".",
        "Ask the CFO to review 50%" + " of CFO to review 50%" * 150 + " of the orders.",
        'Add a row to the spreadsheet "a.csv" with' + ' row to the spreadsheet "a.csv" with' * 80,
        "Let the fee be the price" + " for Sunday of the week" * 100 + ".",
    ],
)
def test_a_sentence_without_end_is_told_of_soon(text: str, tmp_path: Path) -> None:
    source = Source("hostile.kog", text)
    library = Library.load(None)
    started = time.process_time()
    problems = understand(read(source), source, library, Settings(tmp_path)).problems
    assert time.process_time() - started < 4
    assert problems
    assert len(render_all(problems).splitlines()) < 60 * len(problems)


def test_nothing_is_offered_for_what_is_wrong_in_an_offer() -> None:
    for text in ('Add 1 "{the the total and then say to total}"', 'Say "{the the x}".'):
        found = read(Source("a.kog", text))
        assert len(found.problems) == 1, text
