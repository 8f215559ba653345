"""Names that a sentence which is not understood was meant to set: what follows is not refused
for them as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kognilang.language.words import RESERVED
from kognilang.meaning.kinds import ANY
from kognilang.meaning.scopes import Known
from kognilang.meaning.state import State
from kognilang.text.source import Span

_NAME = r"(?:the|my|our) ([\w' -]+?)"
_WAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:as|(?:and )?call(?: it| them)?) {_NAME}\.?$",
        rf"^(?:let|set|use|calculate|compute|determine|define|work out|get|find) {_NAME},? "
        r"(?:be|to|as|=|:=|by)\b",
        rf"^{_NAME} (?:is|are|=|:=)(?= )",
        r"^(?:create|make|start|begin|prepare|open|keep) (?:an? |the )?(?:\w+ )*?"
        rf"(?:called|named) {_NAME}(?= (?:with|in|from|for)\b|[.:,]|$)",
        r"^(?:get|find|look up|fetch|read|load|open|import|retrieve|collect|take|draft|write"
        r"|prepare|extract|choose|pick|select|count) (?:(?:the|my|our|all|an?) )+([\w' -]+?)"
        r"(?= (?:from|in|of|whose|with|for|where|that|which|who|by)\b|[.:,]|$)",
    )
)
_MOST = 5
"""How many words a name has at most."""


def note_meant(state: State, span: Span, candidates: Iterable[str] = ()) -> None:
    """Know the names that a refused sentence, or what is offered for it, would set."""
    if state.trials or state.offering:
        return
    text = " ".join(state.source.text[span[0] : span[1]].split("\n", 1)[0].split())
    for name in names_meant([text, *candidates]):
        know(state, name, span)


def know(state: State, name: str, span: Span) -> None:
    """Know a name of which it was said once that nothing sets it."""
    if not state.trials and not state.offering and state.scope.find(name) is None:
        frame = state.scope.frame
        frame.names[name] = Known(name, name, ANY, state.line(span), "set")


def names_meant(sentences: Iterable[str]) -> Iterator[str]:
    """Yield the names that the sentences seem to set."""
    for sentence in sentences:
        for way in _WAYS:
            hit = way.search(sentence.strip())
            words = hit[1].lower().split() if hit is not None else []
            if 0 < len(words) <= _MOST and not RESERVED.intersection(words):
                yield " ".join(words)
