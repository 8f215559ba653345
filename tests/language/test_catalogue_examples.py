"""The catalogue's own examples: the right ones are read, the wrong ones have their problem."""

from __future__ import annotations

import pytest

from kognilang.language.reading import read
from kognilang.problems.catalogue import entries
from kognilang.text.reading import source_of

RIGHT = [e for e in entries().values() if e.right]
WRONG = [e for e in entries().values() if e.wrong and e.code < "KL3"]
# Told once the meaning is known, or not yet told at all.
LATER = {
    "unknown-verb",
    "bare-word",
    "ambiguous-otherwise",
    "unknown-unit",
    "percent-of-percent",
    "and-before-condition",
    "name-in-cell",
    "heading-not-definition",
    "definition-inside-block",
    "and-after-asking",
}


@pytest.mark.parametrize("entry", RIGHT, ids=lambda e: e.code)
def test_what_is_shown_as_understood_is_read(entry):
    assert [(p.name, p.summary) for p in read(source_of(entry.right)).problems] == []


@pytest.mark.parametrize("entry", [e for e in WRONG if e.name not in LATER], ids=lambda e: e.code)
def test_what_is_shown_as_not_understood_has_the_problem(entry):
    assert entry.name in [p.name for p in read(source_of(entry.wrong)).problems]
