"""Headings with something in parentheses: what is offered stands in quotes, and is read."""

from __future__ import annotations

import pytest

from kognilang.language.bracketed import headed
from kognilang.language.reading import read
from kognilang.text.source import Source

TOTAL = "The order is\n    Number: 1\n    TOTAL (EUR): 5\n"


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ('Say "{the order\'s total (EUR)}".', 'Say "{the order\'s "Total (EUR)"}".'),
        ("Say the order's total (EUR).", 'Say the order\'s "Total (EUR)".'),
        ("Set its Net weight (kg) to 7.", 'Set its "Net weight (kg)" to 7.'),
        ('If the order\'s total (EUR) is 5, say "x".',
         'If the order\'s "Total (EUR)" is 5, say "x".'),
    ],
)  # fmt: skip
def test_it_is_offered_in_quotes(written: str, offered: str) -> None:
    [problem] = read(Source("a.kog", written)).problems
    assert problem.name == "reserved-word-in-name"
    assert problem.candidates[0] == offered
    assert not read(Source("a.kog", problem.candidates[0])).problems


def test_it_is_spelled_as_the_text_has_it() -> None:
    [problem] = read(Source("a.kog", TOTAL + "Say the order's total (EUR).")).problems
    assert problem.candidates[0] == 'Say the order\'s "TOTAL (EUR)".'


def test_what_is_in_quotes_already_is_let_alone() -> None:
    assert headed('Say the order\'s "Total (EUR)".') is None
    assert headed("Say the total.") is None
