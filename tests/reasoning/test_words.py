"""Readings by a sentence's own words: how often the right one comes first, without a model."""

from __future__ import annotations

import pytest

from tests.reasoning.corpus import WORKED, everyday
from tests.reasoning.words import shares


def test_the_first_reading_is_right_for_most_of_what_was_tuned_on() -> None:
    count, first, among = shares([one for one in everyday() if not one.held_back][::8])
    assert count >= 10
    assert first >= 0.85 * count and among >= 0.9 * count


@pytest.mark.long
def test_the_first_reading_of_all_sentences() -> None:
    """The figures are those of docs/reasoning.md."""
    count, first, among = shares(one for one in everyday() if not one.held_back)
    assert (count, first >= 110, among >= 115) == (126, True, True)
    count, first, among = shares(everyday(WORKED))
    assert count > 1000 and first >= 0.85 * count and among >= 0.87 * count
