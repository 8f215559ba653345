"""A document for each problem: its text, its exact message, and what is offered works."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.problems.catalogue import entries
from kognilang.text.sentences import split
from tests.problems.malformed import Case, cases, documents, problems, rendered

CASES = [
    pytest.param(case, id=f"{document.stem}-{number}")
    for document in documents()
    for number, case in enumerate(cases(document.read_text(encoding="utf-8"), document.stem), 1)
]


def test_there_are_many():
    assert len(documents()) >= 110


def test_every_document_is_named_after_a_problem():
    assert [one.stem for one in documents() if one.stem not in entries()] == []


OWN_TESTS = {
    "value-that-writes": "a book of one's own",
    "unknown-input": "the command line",
    "bad-readings": "the readings beside a procedure",
    "not-a-learning": "learnings beside a procedure",
    "learning-head": "learnings beside a procedure",
    "learning-without-end": "learnings beside a procedure",
}
"""Problems that no text alone can have, with what has them: each has a test that names it."""


@pytest.mark.parametrize("name", entries())
def test_every_problem_has_a_document_or_a_test_of_its_own(name):
    if name not in OWN_TESTS:
        assert name in [one.stem for one in documents()]
        return
    tests = Path(__file__).resolve().parents[1]
    pages = [one for one in tests.rglob("test_*.py") if one != Path(__file__).resolve()]
    assert any(f'== "{name}"' in page.read_text(encoding="utf-8") for page in pages)


@pytest.mark.parametrize("case", CASES)
def test_the_message_is_exact(case: Case):
    assert rendered(case) == case.message
    assert case.name in [one.name for one in problems(case)]


@pytest.mark.parametrize("case", CASES)
def test_what_is_offered_is_understood(case: Case):
    found = problems(case)
    for problem in found:
        for candidate in problem.candidates:
            left = [one.name for one in problems(case, put_in(case, problem, candidate))]
            others = [one.name for one in found if one is not problem]
            assert [name for name in left if name not in others] == [], candidate


def put_in(case: Case, problem, candidate: str) -> str:
    """Return the text with a candidate in place of the sentence that a problem is about."""
    source = problem.source
    lines = source.text.split("\n")
    number = problem.line
    line = lines[number - 1]
    indent = line[: len(line) - len(line.lstrip())]
    start = source.text.rfind("\n", 0, problem.span[0]) + 1 + len(indent)
    first, *more = candidate.split("\n")
    end = start + len(line.lstrip())
    for sentence in split(source, [(start, end)]):
        begun, ended = sentence.place(0, len(sentence.text))
        if begun <= problem.span[0] <= ended:
            start, end = begun, ended
    # The sentence's own mark at its end is the candidate's now.
    while end < len(source.text) and source.text[end] in ".:":
        end += 1
    text = "\n".join([first, *(indent + one for one in more)])
    below = lines[number] if number < len(lines) else ""
    if candidate.endswith(":") and len(below) - len(below.lstrip()) <= len(indent):
        text += f'\n{indent}{"- " if case.markdown else "    "}Say "yes".'
    return source.text[:start] + text + source.text[end:]


TEN = """\
Archive the report.
Set discount to 10%.
Set the due date to 03/04/2026.
The fee = 5.
The price is 5.
Say the prise.
If the price is 5 and the price is 6 or the price is 7, stop.
Say "Dear {}".
Skip this order.
Set the vendor to Acme.
Say "a".
    Say "b".
Return 5.
"""


def test_one_problem_hides_no_other():
    names = [one.name for one in problems(Case("ten", TEN)) if not one.warning]
    assert names == [
        "unknown-verb",
        "missing-article",
        "ambiguous-date",
        "equals-for-setting",
        "almost-known-name",
        "mixed-and-or",
        "empty-braces",
        "skip-outside",
        "unknown-proper-name",
        "lines-under-finished-sentence",
        "return-outside",
    ]
