"""Adjectives of several words: those that a text or a file that it uses defines are read whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.language import adjectives
from kognilang.language.reading import read
from kognilang.language.tree import If, Is, Or
from kognilang.text.source import Source

WORDS = (
    "on hold", "in good standing", "at risk", "up to date", "under review", "out of stock",
    "ready to ship", "past due", "paid in full", "overdue by a month", "eligible for a refund",
    "within budget", "for sick leave",
)  # fmt: skip


def _condition(text: str, path: Path | None = None) -> object:
    reading = read(Source("page.kog", text, path))
    assert [one.summary for one in reading.problems] == []
    found = next(one for one in reading.file.items if isinstance(one, If))
    return found.branches[0][0]


@pytest.mark.parametrize("words", WORDS)
def test_a_defined_adjective_is_read_whole(words: str) -> None:
    defined = f'An order is {words} if its status is "held".\n'
    said = _condition(f"{defined}If the order is {words}, stop.\n")
    assert isinstance(said, Is)
    assert said.words == words
    either = _condition(f"{defined}If the order is open or {words}, stop.\n")
    assert isinstance(either, Or)
    assert [one.words for one in either.parts if isinstance(one, Is)] == ["open", words]
    # What is known of one text is not known of the next.
    assert adjectives.known() == frozenset()


@pytest.mark.parametrize(
    "words", ["more than the limit", "on Monday", "before today", "in the list"]
)
def test_a_comparison_stays_one(words: str) -> None:
    with adjectives.defined_in(Source("page.kog", f"An order is {words} if its total is 5.\n")):
        assert adjectives.known() == frozenset()


def test_those_of_a_file_that_is_used_are_known(tmp_path: Path) -> None:
    (tmp_path / "orders.kog").write_text('An order is on hold if its status is "held".\n')
    text = 'Use the procedures in "orders.kog".\nIf the order is on hold, stop.\n'
    said = _condition(text, tmp_path / "main.kog")
    assert isinstance(said, Is)
    assert said.words == "on hold"


def test_files_that_use_each_other_are_followed_once(tmp_path: Path) -> None:
    (tmp_path / "a.kog").write_text(
        'Use the procedures in "b.kog".\nAn order is at risk if 1 is 1.\n'
    )
    (tmp_path / "b.kog").write_text('Use the procedures in "a.kog".\n')
    text = 'Use the procedures in "b.kog".\nIf the order is at risk, stop.\n'
    assert isinstance(_condition(text, tmp_path / "main.kog"), Is)
