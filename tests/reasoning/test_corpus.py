"""The corpus itself: nothing in it is understood without help, every right reading is."""

from __future__ import annotations

import pytest

from tests.reasoning.corpus import Everyday, everyday, meant

ALL = list(everyday())


def test_the_corpus_is_large_enough_and_half_of_it_held_back() -> None:
    assert sum(bool(one.right) for one in ALL) >= 120
    held = sum(one.held_back for one in ALL)
    assert abs(held - len(ALL) / 2) <= len(ALL) * 0.05
    for file in {one.file for one in ALL}:
        assert len({one.held_back for one in ALL if one.file == file}) == 1
    about = {one.about for one in ALL}
    assert about >= {
        "nothing fits", "two actions", "negation", "missing detail", "comparison", "injection",
    }  # fmt: skip


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_a_sentence_needs_help_and_its_right_readings_do_not(one: Everyday) -> None:
    before = meant(one, "Stop.")
    assert not before.errors
    assert meant(one).errors
    for reading in one.right:
        after = meant(one, reading)
        assert not after.errors, [problem.summary for problem in after.errors]
        assert set(after.inputs) == set(before.inputs)
