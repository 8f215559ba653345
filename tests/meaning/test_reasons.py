"""Reasons of handlers: what each way to say one takes, and what it leaves."""

from __future__ import annotations

import pytest

from kognilang.meaning.reasons import LISTED, describes, problems_of

FILE = 'There is no file "in/a.pdf".'
PRICE = "The line 3 has no unit price."


@pytest.mark.parametrize("reason", LISTED)
def test_every_listed_reason_is_known(reason: str) -> None:
    assert problems_of(reason)


@pytest.mark.parametrize(
    ("reason", "problem", "message"),
    [
        ("the file is missing", "missing-file", FILE),
        ("the file does not exist", "missing-file", FILE),
        ("the file doesn't exist", "missing-file", FILE),
        ("there is no file", "missing-file", FILE),
        ("the order file was not found", "missing-file", FILE),
        ("the spreadsheet cannot be read", "unreadable", "It is damaged."),
        ("the unit price is missing", "missing-field", PRICE),
        ("a value is missing", "missing-field", PRICE),
        ("it is refused", "denied", "The CFO did not approve the payment."),
        ("the payment is not approved", "denied", "The CFO did not approve the payment."),
        ("nobody answers", "timed-out", "The answer did not come within 2 days."),
        ("the file already exists", "already-there", "It is there."),
        ("the budget is used up", "failed", "The budget is used up."),
        ("no customer matches", "no-match", "No customer has the id 7."),
    ],
)
def test_a_reason_takes_its_failure(reason: str, problem: str, message: str) -> None:
    assert describes(reason, problem, message)


@pytest.mark.parametrize(
    ("reason", "problem", "message"),
    [
        ("the file is missing", "missing-field", PRICE),
        ("the quantity is missing", "missing-field", PRICE),
        ("the file is missing", "unreadable", "It is damaged."),
        ("the sheet is missing", "missing-file", FILE),
        ("the budget is used up", "failed", "The bank is closed."),
    ],
)
def test_a_reason_leaves_other_failures(reason: str, problem: str, message: str) -> None:
    assert not describes(reason, problem, message)


def test_words_that_are_no_reason_are_unknown() -> None:
    assert not problems_of("the moon is full")
