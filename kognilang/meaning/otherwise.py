"""A sentence in the words that the language has for it, where it was written in others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kognilang.meaning.written import plain
from kognilang.text.source import Span

if TYPE_CHECKING:
    from kognilang.meaning.state import State


def in_other_words(state: State, span: Span) -> list[str]:
    """Return the sentence that a span stands in, as the language says it; none where it has no
    other words for it."""
    if state.offering:
        return []
    from kognilang.language.otherwords import said_otherwise
    from kognilang.language.trial import works

    sentence = state.rewritten(span, plain(state, span))
    return [new for _, new in said_otherwise(sentence) if works(new)][:3]
