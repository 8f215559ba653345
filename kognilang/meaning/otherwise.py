"""A sentence in the words that the language has for it, where it was written in others."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kognilang.meaning.written import plain
from kognilang.text.source import Span

if TYPE_CHECKING:
    from kognilang.meaning.state import State


def in_other_words(state: State, span: Span, *, here: bool = False) -> list[str]:
    """Return the sentence that a span stands in, as the language says it; none where it has no
    other words for it. With `here` only what it says otherwise of the span's own words counts."""
    if state.offering:
        return []
    from kognilang.language.trial import works

    words = plain(state, span)
    sentence = state.rewritten(span, words)
    return [
        new
        for old, new in _ways(sentence)
        if (not here or _overlap(sentence.lower(), words.lower(), old.lower())) and works(new)
    ][:3]


@lru_cache(maxsize=16)
def _ways(sentence: str) -> tuple[tuple[str, str], ...]:
    """Return what a sentence is said otherwise by: each of its parts that is not understood asks
    for it anew."""
    from kognilang.language.otherwords import said_otherwise

    return tuple(said_otherwise(sentence))


def _overlap(sentence: str, one: str, other: str) -> bool:
    first, second = sentence.find(one), sentence.find(other)
    return first >= 0 and second >= 0 and first < second + len(other) and second < first + len(one)
