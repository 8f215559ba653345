"""Wordings that hold no value: decisions without a parameter, codes that stay as written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.meaning.said import said as said_by


@pytest.mark.parametrize("words", ["an order is fine", "it is warm", "the shop is open"])
def test_a_decision_whose_body_uses_no_noun_is_asked_in_its_own_words(
    words: str, tmp_path: Path
) -> None:
    asked = words.replace("an order", "the order")
    text = f'To decide whether {words}:\n    Return yes.\nThe order is 3.\nIf {asked}, say "so".\n'
    assert said_by(tmp_path, text) == ["so"]


def test_a_code_in_a_cell_or_a_field_keeps_its_zeros(tmp_path: Path) -> None:
    text = (
        "The rows are\n    | id | n |\n    | 007 | 0.5 |\n"
        "The record is\n    id: 0042\n    n: 0\n"
        "Say \"{the first row's id}, {the first row's n}, {the record's id}, {the record's n}\"\n"
    )
    assert said_by(tmp_path, text) == ["007, 0.5, 0042, 0"]
