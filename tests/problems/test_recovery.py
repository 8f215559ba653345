"""One mistake is told once, and hides no other: branches, handlers and blocks around it."""

from __future__ import annotations

import pytest

from kognilang.language.trial import works
from kognilang.problems.rendering import render_all
from tests.problems.malformed import problems_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'The total is 5.\nIf the total is 5, say "a".\nIf the total is 6, say "b".\n'
            'Otherwise, if the total is 7, say "c".\nOtherwise, say "d".\n',
            [("ambiguous-otherwise", 4)],
        ),
        (
            'If the day is after 03/04/2026:\n    Say "a".\nOtherwise, if the day is today:\n'
            '    Say "b".\nOtherwise:\n    Say "c".\n',
            [("ambiguous-date", 1)],
        ),
        (
            'If the day is after 03/04/2026, say "a".\nOtherwise, if the status is paid, stop.\n',
            [("ambiguous-date", 1), ("unknown-condition", 2)],
        ),
        (
            "If the day is after 03/04/2026:\n    If the status is paid, stop.\n",
            [("ambiguous-date", 1), ("unknown-condition", 2)],
        ),
        (
            "For each order in the 03/04/2026:\n    If the order is paid, skip this order.\n"
            "    Stop repeating.\n",
            [("unread-sentence", 1), ("unknown-condition", 2)],
        ),
        (
            'Ask the clerk "Since 03/04/2026 or {the 7}?"\nIf nobody answers, stop.\n',
            [("unread-value", 1)],
        ),
        (
            'If the total is 5, stop.\nOtherwise, say "a".\nOtherwise, say "b".\nSay "c".\n'
            'Otherwise, say "d".\n',
            [("otherwise-without-if", 3), ("otherwise-without-if", 5)],
        ),
    ],
)
def test_told_once(text, expected, tmp_path):
    found = problems_in(text, tmp_path)
    assert [(one.name, one.line) for one in found] == expected


def test_a_suggestion_is_of_the_head_that_it_mends(tmp_path):
    text = (
        'The status is "x".\nIf the status is "x":\n    Say "a".\n'
        'Otherwise, if the status is paid:\n    Say "b".\n'
    )
    (found,) = problems_in(text, tmp_path)
    assert found.candidates == ['Otherwise, if the status is "paid":']
    assert all(works(one) for one in found.candidates)


def test_both_readings_of_an_otherwise_are_laid_out(tmp_path):
    text = 'If the total is 5, if the tax is 1, say "a". Otherwise, say "b".\n'
    shown = render_all(problems_in(text, tmp_path))
    inner = '  If the total is 5:\n      If the tax is 1, say "a".\n      Otherwise, say "b".\n'
    outer = '  If the total is 5:\n      If the tax is 1, say "a".\n  Otherwise, say "b".\n'
    assert inner in shown
    assert outer in shown
