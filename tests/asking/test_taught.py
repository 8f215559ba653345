"""Learnings as text: what is none, or not whole, is told by name."""

from __future__ import annotations

import pytest

from kognilang.asking.taught import NotTaught, read_learning, read_learnings
from kognilang.text.source import Source

HEAD = "When the invoice's PO number is missing while matching an invoice:"


def _refused(text: str) -> str:
    with pytest.raises(NotTaught) as refused:
        read_learnings(Source("learnings.kog", text))
    return refused.value.problems[0].name


def test_a_whole_learning_is_read():
    text = f'{HEAD}\n    Set the invoice\'s PO number to "NONE".\n    Try again.\n'
    assert read_learning(text).situation is not None


def test_one_that_does_not_say_how_it_goes_on():
    text = f'{HEAD}\n    Set the invoice\'s PO number to "NONE".\n'
    assert _refused(text) == "learning-without-end"


def test_one_whose_head_names_no_situation():
    name = _refused("When the moon is full while walking home:\n    Try again.\n")
    assert name == "learning-head"


def test_what_is_no_learning():
    assert _refused('Say "hello".\n') == "not-a-learning"
