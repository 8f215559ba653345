"""Text faults in words: each is complete, and its guess is the line as it should be."""

from __future__ import annotations

import pytest

from kognilang.problems.catalogue import code_of
from kognilang.problems.rendering import render
from kognilang.problems.textfaults import _WORDINGS, problem_of
from kognilang.text.fault import Fault
from kognilang.text.outline import outline
from kognilang.text.reading import decode, read_source, source_of


def problems(text: str):
    source = source_of(text, "a.kog")
    return [problem_of(f, source) for f in outline(source)[1]]


def test_an_unclosed_quote():
    [problem] = problems('Stop.\nRead the spreadsheet "invoices.xlsx as the invoices.\n')
    assert render(problem, width=70).split("\n") == [
        "A text begins here and never ends                        a.kog, line 2",
        '    Read the spreadsheet "invoices.xlsx as the invoices.',
        "                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "Write",
        '  1  Read the spreadsheet "invoices.xlsx" as the invoices.',
        'The closing " is missing.',
        "More about it: kog explain KL109",
    ]


def test_a_quote_that_was_never_opened():
    [problem] = problems('Say hello".')
    assert "begins nowhere" in problem.summary
    assert problem.candidates == ['Say "hello".']


def test_every_problem_of_a_text_is_told():
    names = [p.name for p in problems('If a:\n\tSay "b.\n    Say {c.\nSet d to (e.\n')]
    assert sorted(names) == [
        "mixed-indentation",
        "unclosed-brace",
        "unclosed-parenthesis",
        "unclosed-quote",
    ]


def test_mixed_indentation_says_which_lines():
    [problem] = problems("If a:\n    Do b.\n\tDo c.\n")
    assert problem.line == 3
    assert "With tabs it is indented on line 3." in problem.detail


def test_wrong_indentation_gives_the_columns():
    [problem] = problems("If a:\n        Do b.\n    Do c.\n")
    assert "column 5" in problem.detail[0]
    assert "column 9" in problem.detail[0]
    assert "column 1" in problem.detail[0]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "nothing in"),
        (b"%PDF-1.7", "is a PDF"),
        (b"a\x00b", "bytes that no text has"),
        (b"Zo\xeb", "not saved as UTF-8"),
        ("x".encode("utf-16"), "saved as UTF-16"),
    ],
)
def test_bytes_that_are_no_text(raw, words):
    source, [fault] = decode(raw, "a.kog")
    problem = problem_of(fault, source)
    assert words in problem.summary
    assert "a.kog" in render(problem).split("\n")[0]


def test_a_file_that_is_not_there(tmp_path):
    (tmp_path / "pay.kog").write_text("Stop.")
    source, [fault] = read_source(tmp_path / "pya.kog")
    assert "pay.kog" in render(problem_of(fault, source))


@pytest.mark.parametrize("name", sorted(_WORDINGS))
def test_every_wording_is_in_the_catalogue_and_stands_without_data(name):
    assert code_of(name)
    problem = problem_of(Fault(name), source_of("", "a.kog"))
    assert problem.name == name
    assert problem.summary
    render(problem)


def test_a_fault_without_wording_is_still_told():
    assert problem_of(Fault("odd-thing"), source_of("a")).summary == "Odd thing"
