"""Literals in other letters: lengths of time of several units, one of a unit, dates and numbers."""

from __future__ import annotations

import pytest

from kognilang.language.formatting import formatted
from kognilang.language.literals import written_out
from kognilang.language.reading import read
from kognilang.language.trial import works
from kognilang.text.source import Source


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Wait an hour.", "Wait 1 hour."),
        ("Wait 1 hour and 30 minutes.", "Wait 90 minutes."),
        ("The day is 1 week and 2 days after today.", "The day is 9 days after today."),
        ("The due date is a week after today.", "The due date is 1 week after today."),
        ("Say the day after tomorrow.", "Say 1 day after tomorrow."),
        ('Ask the clerk "x?" within an hour.', 'Ask the clerk "x?" within 1 hour.'),
        ("The limits are 2 hours and 30 minutes.", "The limits are (2 hours) and 30 minutes."),
        ("The discount is ten percent.", "The discount is 10%."),
        ("The price is 12.345 KWD.", "The price is 12.345 KWD."),
        ("The price is 1500 INR.", "The price is ₹1,500."),
        ("The price is -₩1500.", "The price is -₩1,500."),
        ("The start is 2024-05-01T09:00.", "The start is 2024-05-01 at 9:00."),
        ("For each day, show the day.", "For each day:\n    Show the day."),
        ("If there is a day whose total is 5, stop.", "If there is a day whose total is 5, stop."),
    ],
)
def test_what_is_read(written, printed):
    assert formatted(Source("a.kog", written)) == f"{printed}\n"


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("The due date is the 1st of March 2026.", "The due date is 1 March 2026."),
        ("The due date is 2026/03/01.", "The due date is 2026-03-01."),
        ("The start is 9.30 am.", "The start is 9:30 am."),
        ("The start is 9h30.", "The start is 9:30."),
        ("The start is 5 o'clock.", "The start is 5:00."),
        ("The total is EUR 5.", "The total is 5 EUR."),
        ("The total is 5 dollars and 20 cents.", "The total is $5.20."),
        ("The total is 5k.", "The total is 5,000."),
        ("The discount is 10 per cent.", "The discount is 10%."),
        ("The name is 'Acme'.", 'The name is "Acme".'),
        ("The due date is two weeks from today.", "The due date is two weeks after today."),
        ("The count is twenty-five.", "The count is 25."),
        ("The count is one hundred and five.", "The count is 105."),
        ("The count is two thousand.", "The count is 2,000."),
        ("The share is a third of the total.", "The share is 1 / 3 times the total."),
    ],
)
def test_what_is_offered(written, offered):
    assert list(written_out(written)) == [offered]
    assert works(offered)


def test_what_is_in_quotes_stays():
    assert list(written_out('Say "5k at 9h30".')) == []


def test_a_month_and_days_are_no_single_length():
    (found,) = read(Source("a.kog", "The day is 1 month and 3 days after today.")).problems
    assert found.candidates == ["The day is 1 month after 3 days after today."]
