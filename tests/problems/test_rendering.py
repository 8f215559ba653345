"""Rendering: the two messages of the design, narrow screens, wide letters, tabs."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kognilang.problems.problem import Problem
from kognilang.problems.rendering import render, render_all, to_json
from kognilang.text.columns import text_width
from kognilang.text.reading import source_of
from tests.growth import assert_grows

TEXT = 'Say "a".\nIf so:\n    Archive the paid invoices.\n'


def problem_at(text: str, part: str, **more) -> Problem:
    start = text.index(part)
    return Problem(
        more.pop("name", "unknown-verb"),
        more.pop("summary", 'I don\'t know how to "archive"'),
        source_of(text, "close.kog"),
        (start, start + len(part)),
        **more,
    )


def test_a_whole_message():
    problem = problem_at(
        TEXT,
        "Archive",
        understood=["I understood: the paid invoices (set on line 7)"],
        candidates=[
            'Move the paid invoices to the folder "archive".',
            'Zip the paid invoices as "archive.zip".',
        ],
        detail=["or teach it here:", "  To archive an invoice:", "      …"],
    )
    assert render(problem, width=76).split("\n") == [
        'I don\'t know how to "archive"                              close.kog, line 3',
        "    Archive the paid invoices.",
        "    ~~~~~~~",
        "I understood   the paid invoices (set on line 7)",
        "Close to it",
        '  1  Move the paid invoices to the folder "archive".',
        '  2  Zip the paid invoices as "archive.zip".',
        "or teach it here:",
        "  To archive an invoice:",
        "      …",
        "More about it: kog explain KL201",
    ]


def test_two_readings_are_numbered_on_to_the_candidates():
    problem = problem_at(
        "Send the order report to the buyer.",
        "the order report",
        name="two-readings",
        summary="I can read this step two ways",
        readings=["Send the order's report to the buyer.", "Send the report to the buyer."],
        candidates=["Send the order to the buyer."],
    )
    lines = render(problem, width=80).split("\n")
    assert lines[1:9] == [
        "    Send the order report to the buyer.",
        "         ~~~~~~~~~~~~~~~~",
        "It could mean",
        "  1  Send the order's report to the buyer.",
        "  2  Send the report to the buyer.",
        "or write",
        "  3  Send the order to the buyer.",
        "More about it: kog explain KL301",
    ]


def underline(text: str, part: str, width: int = 80) -> tuple[str, str]:
    lines = render(problem_at(text, part), width=width).split("\n")
    at = next(i for i, line in enumerate(lines) if set(line.strip()) == {"~"})
    return lines[at - 1], lines[at]


@pytest.mark.parametrize(
    ("text", "part", "before", "size"),
    [
        ("Pay 漢字 to Bob.", "Bob", "Pay 漢字 to ", 3),
        ("Pay 漢字 to Bob.", "漢字", "Pay ", 4),
        ("Pay\tthe total.", "total", "Pay the ", 5),
        ("\t\tPay the total.", "Pay", "", 3),
        ("Pay e\u0301tienne Bob.", "Bob", "Pay etienne ", 3),
        ("Pay 🙂 Bob.", "Bob", "Pay xx ", 3),
    ],
)
def test_the_underline_stands_under_the_words(text, part, before, size):
    _, marks = underline(text, part)
    assert len(marks) - len(marks.lstrip()) == 4 + text_width(before)
    assert len(marks.strip()) == size


def test_a_long_line_is_cut_around_the_words():
    def long(count):
        return "Pay " + "the invoice and " * count + "frobnicate it" + " and more" * count

    few, text = long(500), long(5000)
    line, marks = underline(text, "frobnicate", width=60)
    assert_grows(
        lambda: underline(few, "frobnicate", width=60),
        lambda: underline(text, "frobnicate", width=60),
        most=40,
    )
    at = marks.index("~")
    assert line[at : at + len(marks.strip())] == "frobnicate"
    assert line.strip().startswith("…")
    assert line.endswith("…")


def test_a_span_over_lines_underlines_each():
    text = "If a:\n    A line has,\n        a price,\n        a size,\n        a b.\nEnd."
    lines = render(problem_at(text, text[10:-5]), width=60).split("\n")
    assert lines[1:8] == [
        "    A line has,",
        "    ~~~~~~~~~~~",
        "        a price,",
        "        ~~~~~~~~",
        "        a size,",
        "        ~~~~~~~",
        "    …",
    ]


def test_a_problem_of_a_whole_file_has_no_line():
    problem = Problem("empty-file", "There is nothing in it", source_of("", "a.kog"))
    assert render(problem, width=40).split("\n")[0] == "There is nothing in it             a.kog"
    assert to_json(problem)["line"] is None


def test_no_escape_sequence_of_a_text_reaches_the_terminal():
    problem = problem_at("Pay \x1b[31mBob.", "Pay", summary="no \x1b[2J", candidates=["\x07x"])
    assert "\x1b" not in render(problem)
    assert "\x07" not in render(problem)


def test_colour_adds_nothing_but_colour():
    problem = problem_at(TEXT, "Archive", understood=["a"], candidates=["b"], readings=["c"])
    coloured = render(problem, colour=True, width=50)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == render(problem, width=50)


def test_a_warning_says_so():
    assert render(problem_at(TEXT, "Archive", warning=True)).startswith("Warning: I don't")


def test_json_has_the_place():
    data = json.loads(json.dumps(to_json(problem_at(TEXT, "Archive"))))
    assert (data["code"], data["line"], data["column"]) == ("KL201", 3, 5)
    assert (data["end_line"], data["end_column"]) == (3, 12)
    assert data["sentence"] == "Archive the paid invoices."


def test_several_are_parted_by_a_blank_line():
    one = problem_at(TEXT, "Archive")
    assert render_all([one, one]) == render(one) + "\n\n" + render(one)


words = st.text(alphabet="ab 漢\t\u0301🙂\n{}'\"", max_size=80)


@given(
    text=words,
    span=st.tuples(st.integers(0, 90), st.integers(0, 90)),
    summary=words,
    facts=st.lists(words, max_size=2),
    width=st.integers(10, 100),
)
@example(text="aaaaaaaa\t\t\u0301\u0301漢漢", span=(14, 14), summary="", facts=[], width=10)
def test_no_line_is_wider_than_the_screen(text, span, summary, facts, width):
    span = (min(span), max(span))
    problem = Problem(
        "unknown-verb", summary, source_of(text, "a.kog"), span, facts, facts, facts, facts
    )
    for line in render(problem, width=width).split("\n"):
        assert text_width(line) <= max(width, 24)
        assert "\t" not in line
    json.dumps(to_json(problem))
