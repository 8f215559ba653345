"""Formatting: canonical layout; titles, comments and quoted words stay; so does the meaning."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kognilang.language.formatting import formatted
from kognilang.language.lexer import tokens
from kognilang.language.reading import read
from kognilang.problems.problem import TextRefused
from kognilang.text.reading import source_of
from tests.language.sentences import texts

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "samples").rglob("*.kog"))

WILD = """\
#   The  daily   round

(An aside,   with   spaces)
Note:  another:  one

1. Set the Total to 5.
2. if the total > 4 then say "Hi   there {the total}"
* For every order in the orders:
\tNote: inside,  too
\tshow the order

The rates are:
\t| country | rate |
\t| France  | 20% |

To greet a person: say "Hello {the person}".
Write to the file "x.txt":
\tlong   text {the total}
\t  # no title

\tmore
Stop
"""

LAID_OUT = """\
#   The  daily   round

(An aside,   with   spaces)
Note:  another:  one

Set the total to 5.
If the total is more than 4, say "Hi   there {the total}".
For each order:
    Note: inside,  too
    Show the order.

The rates are:
    | country | rate |
    | France  | 20%  |

To greet a person:
    Say "Hello {the person}".

Write to the file "x.txt":
    long   text {the total}
      # no title

    more
Stop.
"""


def test_a_wild_text_is_laid_out():
    assert formatted(source_of(WILD)) == LAID_OUT


def test_what_is_laid_out_stays():
    assert formatted(source_of(LAID_OUT)) == LAID_OUT


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_mean_the_same_and_are_laid_out_once(path):
    source = source_of(path.read_text(encoding="utf-8"))
    once = formatted(source)
    assert read(source_of(once)).file == read(source).file
    assert formatted(source_of(once)) == once


def _kept(text: str) -> Counter[str]:
    """Return what formatting may not touch: titles, comments, and the words between quotes."""
    kept: Counter[str] = Counter()
    for line in text.split("\n"):
        words = line.strip()
        if words.startswith(("#", "Note:")) or (words[:1] == "(" and words[-1:] == ")"):
            kept[words] += 1
    for token in tokens(text):
        if token.kind == "text" and "{" not in token.text and "\n" not in token.text:
            kept[token.text] += 1
    return kept


WELL_FORMED = [
    text for text in texts() if not [p for p in read(source_of(text)).problems if not p.warning]
]


@pytest.mark.parametrize("part", range(8))
def test_the_corpus_keeps_its_meaning_titles_comments_and_quoted_words(part):
    for text in WELL_FORMED[part::8]:
        once = formatted(source_of(text))
        assert read(source_of(once)).file == read(source_of(text)).file, text
        assert formatted(source_of(once)) == once, text
        assert not _kept(text) - _kept(once), text


def test_a_text_with_problems_is_refused():
    with pytest.raises(TextRefused) as refused:
        formatted(source_of('Say "a.\nSet discount to 10%.\n'))
    assert [one.name for one in refused.value.problems] == ["unclosed-quote", "missing-article"]


def test_the_lines_below_a_note_stay_below_it() -> None:
    text = "If the total is 5:\n\tNote: first\n\t\tand more\n\t\t\tdeeper\n\tStop.\n"
    laid_out = formatted(source_of(text))
    assert laid_out == (
        "If the total is 5:\n    Note: first\n        and more\n            deeper\n    Stop.\n"
    )
    assert formatted(source_of(laid_out)) == laid_out


@pytest.mark.parametrize("text", ["ıset the x.\n", "If the fax is blank, ßtop.\n"])
def test_a_letter_without_a_capital_of_its_own_stays(text: str) -> None:
    assert formatted(source_of(text)) == text


def test_details_are_opened_once() -> None:
    text = 'Send an email with where\n    the body is "x"\n'
    assert formatted(source_of(text)) == 'Send an email with\n    the body: "x"\n'


def test_a_definition_over_two_lines_is_the_same_on_one() -> None:
    text = 'The full name\n  of a customer is "{their first name}".\n'
    assert formatted(source_of(text)) == formatted(source_of(text.replace("\n  ", " ")))


def test_an_adjective_is_known_wherever_in_a_line_it_is_defined() -> None:
    text = "A request has a kind. A request is for sick leave if its kind is 5.\n"
    text += "The request is\n    kind: 5\nIf the request is for sick leave, stop.\n"
    laid_out = formatted(source_of(text))
    assert formatted(source_of(laid_out)) == laid_out
