"""Readings told apart: for each reading of a sentence that has several, one that has only that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.meaning.calls import span_of
from kognilang.meaning.scopes import Known
from kognilang.meaning.slotvalues import Parsed
from kognilang.meaning.written import plain

if TYPE_CHECKING:
    from kognilang.meaning.calls import Calls
    from kognilang.meaning.state import State

MOST = 3
"""So many readings are told apart."""


def told_apart(
    calls: Calls, readings: Sequence[Parsed], tokens: Sequence[tree.Token], form: str
) -> list[str]:
    """Return a sentence, or two, for each reading, in their order; only what was tried and has
    this reading alone. Parentheses are enough where words are shared out in several ways; where
    headers differ by a noun, a name that ends in it says which one is meant."""
    found = []
    for reading in readings[:MOST]:
        text = _in_parentheses(calls, reading, tokens, form) or _by_noun(
            calls, reading, readings, tokens, form
        )
        if text:
            found.append(text)
    return list(dict.fromkeys(found))


def called_by(state: State, nouns: Sequence[str], span: tuple[int, int]) -> list[str]:
    """Return the sentence at hand with the value at a span called by each of some nouns."""
    value = plain(state, span)
    if not value or state.filtering:
        return []
    found = []
    for noun in nouns[:MOST]:
        name = _free(state, noun)
        found.append(f"Let the {name} be {value}. {state.rewritten(span, f'the {name}')}")
    return found


def _free(state: State, noun: str) -> str:
    """Return a name that ends in a noun and that nothing sets."""
    known = state.scope.find(noun) is not None or state.scope.find_later(noun)
    return f"chosen {noun}" if known else noun


def _in_parentheses(calls: Calls, reading: Parsed, tokens: Sequence[tree.Token], form: str) -> str:
    words = _words(calls, tokens)
    for _, start, end in reading.match.slots:
        if end - start > 2:
            words[start] = "(" + words[start]
            words[end - 1] += ")"
    text = _joined(words)
    if "(" in text and _reads(calls, text, reading, form):
        return calls.state.rewritten(span_of(tokens), text)
    return ""


def _by_noun(
    calls: Calls,
    reading: Parsed,
    readings: Sequence[Parsed],
    tokens: Sequence[tree.Token],
    form: str,
) -> str:
    """The sentence with a thing called by the header's noun, which is given to it before."""
    state = calls.state
    if not all(isinstance(one.match.entry.target, int) for one in readings):
        return ""
    shared = set.intersection(*({place.name for place, _ in one.values} for one in readings))
    words = _words(calls, tokens)
    naming: list[str] = []
    replaced: list[tuple[tuple[int, int], str]] = []
    names: dict[str, Known] = {}
    for place, start, end in sorted(reading.match.slots, key=lambda one: one[1]):
        if place.name in shared:
            continue
        value = plain(state, span_of(tokens[start:end]))
        if not value:
            return ""
        name = _free(state, place.name.replace("_", " "))
        naming.append(f"Let the {name} be {value}.")
        names[name] = Known(name, name)
        words[start:end] = [f"the {name}", *[""] * (end - start - 1)]
        replaced.append((span_of(tokens[start:end]), f"the {name}"))
        text = _joined([word for word in words if word])
        with _known(calls, names):
            fine = _reads(calls, text, reading, form)
        if fine:
            return " ".join([*naming, _rewritten(calls, span_of(tokens), replaced)])
    return ""


def _rewritten(
    calls: Calls, span: tuple[int, int], replaced: Sequence[tuple[tuple[int, int], str]]
) -> str:
    """The sentence at hand with some of its values called by other names."""
    text = calls.state.source.text
    new = ""
    at = span[0]
    for (begin, end), name in replaced:
        new += text[at:begin] + name
        at = end
    return calls.state.rewritten(span, new + text[at : span[1]])


def _words(calls: Calls, tokens: Sequence[tree.Token]) -> list[str]:
    """The words as they are written; a value that was read already as it stands in the text."""
    return [
        token.written or token.text
        if token.kind == "word"
        else plain(calls.state, token.span) or token.text
        for token in tokens
    ]


@contextmanager
def _known(calls: Calls, names: dict[str, Known]) -> Iterator[None]:
    """Names that a sentence before would set are known here."""
    kept = dict(calls.state.scope.names)
    calls.state.scope.names |= names
    try:
        yield
    finally:
        calls.state.scope.names = kept


def _reads(calls: Calls, text: str, wanted: Parsed, form: str) -> bool:
    """Say whether a text has the wanted reading, and no other."""
    from kognilang.language.lexer import tokens as lexed

    with calls.state.trying():
        choice = calls.choose(lexed(text), form)
    return choice.parsed is not None and (
        choice.parsed.match.entry.target == wanted.match.entry.target
    )


def _joined(words: Sequence[str]) -> str:
    text = " ".join(words)
    for mark in ("'s", "'", ","):
        text = text.replace(f" {mark}", mark)
    return text
