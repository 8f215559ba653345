"""A word or several said twice: refused, or printed as they were written; never lost in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.language.trial import works
from kognilang.text.source import Source
from tests.spec.documents import pieces

PAGES = sorted((Path(__file__).parents[2] / "docs" / "language").glob("*.md"))
_WORDS = r"(?=(?<![\w'.])([A-Za-z][\w']*(?:[ ,:]+[A-Za-z][\w']*){%d})(?![\w]))"


@cache
def understood() -> tuple[tuple[str, str], ...]:
    """Return the texts of the language's pages that are read, with their print."""
    found = []
    for page in PAGES:
        for piece in pieces(page, page.name):
            reading = read(Source("a.kog", piece.text))
            if not reading.problems and not piece.runbook:
                found.append((piece.text, print_file(reading.file)))
    return tuple(found)


def doubled(text: str, count: int) -> Iterator[tuple[str, str]]:
    """Yield the text with each run of so many words outside quotes written twice."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.strip().startswith(("|", "#", "Note", "(", "Example")):
            continue
        bare = re.sub(r'"[^"]*"', lambda hit: "\0" * len(hit[0]), line)
        for hit in re.finditer(_WORDS % (count - 1), bare):
            end = hit.end(1)
            changed = f"{line[:end]} {hit[1].lower()}{line[end:]}"
            yield "\n".join([*lines[:number], changed, *lines[number + 1 :]]), changed


def lost(count: int, part: int, parts: int) -> list[str]:
    """Return the changed lines of a share of the texts that mean what they meant without."""
    found = []
    for text, printed in understood()[part::parts]:
        for changed, line in doubled(text, count):
            reading = read(Source("a.kog", changed))
            if any(not problem.warning for problem in reading.problems):
                continue
            if print_file(reading.file).lower() == printed.lower():
                found.append(line)
    return found


@pytest.mark.parametrize("count", [1, 2, 3])
def test_no_word_said_twice_is_lost(count):
    assert lost(count, 0, 8) == []


@pytest.mark.long
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_no_words_of_any_page_said_twice_are_lost(count):
    assert lost(count, 0, 1) == []


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Set the net net to 5.", "Set the net to 5."),
        ('Read the the file "a.txt".', 'Read the file "a.txt".'),
        ('Send an email to to "a@b.c" with with', ""),
        ('Say "{the total total}".', ""),
        ("An invoice has has a number.", "An invoice has a number."),
        ('When a file arrives in in the folder "inbox":\n    Say "x".', ""),
        ("If that fails because because it is late, stop.", ""),
        ("Check all of the following:\n    - the the total is 5\n    - 6 is 6", ""),
        ('Depending on the total:\n    over over $5: say "a".\n    Anything else: say "b".', ""),
        ("Example: a\n    When we run this procedure\n    Then then it says nothing", ""),
        ("At the same time as the others:\n    Set the x to 1.", ""),
        ("If all of the following the following are true:\n    - 5 is 5\nthen:\n    Stop.", ""),
    ],
)
def test_what_is_said_twice_is_told(text, offered):
    reading = read(Source("a.kog", text))
    assert reading.problems
    assert all(works(one) for problem in reading.problems for one in problem.candidates)
    if offered:
        assert offered in reading.problems[0].candidates


@pytest.mark.parametrize(
    "text",
    [
        "The parent's parent's name is \"Ada\".",
        "Call Duran Duran the band.",
        "The `paid paid` is 5.",
        'Say "that that is, is".',
    ],
)
def test_what_may_stand_twice(text):
    assert read(Source("a.kog", text)).problems == []
