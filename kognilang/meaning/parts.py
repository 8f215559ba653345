"""What of a sentence is not understood: one of two steps that `and` joins, or a word too many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kognilang.dataclass import replace
from kognilang.language import tree
from kognilang.language.scanning import like_a_step
from kognilang.language.trial import works_as_form
from kognilang.language.words import RESERVED
from kognilang.meaning.offering import MOST, works
from kognilang.meaning.state import State
from kognilang.meaning.written import plain

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions

_LONGEST = 24
"""Of how many words a sentence has at most of which a word is left out for a trial."""
_MOST_JOINTS = 12
"""At how many `and`s it is tried at most whether a sentence is two steps."""


def misunderstood(state: State, expressions: Expressions, step: tree.Action) -> tree.Action | None:
    """Return the one of two joined steps that is not understood, where the other is."""
    tokens = step.tokens
    if state.offering or step.block is not None or step.details:
        return None
    joints = [at for at, one in enumerate(tokens) if one.kind == "word" and one.text == "and"]
    for at in joints[:_MOST_JOINTS]:
        if not 0 < at < len(tokens) - 1:
            continue
        first = tokens[: at - (tokens[at - 1].text == ",")]
        second = tokens[at + 1 + (tokens[at + 1].text == "then") :]
        if not first or not second or not like_a_step(second):
            continue
        known = [_known(state, expressions, part) for part in (first, second)]
        if known == [True, False]:
            return _part(step, second)
        if known == [False, True]:
            return _part(step, first)
    return None


def _part(step: tree.Action, tokens: tuple[tree.Token, ...]) -> tree.Action:
    span = (tokens[0].span[0], tokens[-1].span[1])
    return replace(step, tokens=tokens, span=span)


def _known(state: State, expressions: Expressions, tokens: Sequence[tree.Token]) -> bool:
    words = plain(state, (tokens[0].span[0], tokens[-1].span[1])).rstrip(".")
    sentence = f"{words[:1].upper()}{words[1:]}."
    return works_as_form(sentence) or works(state, expressions, words, "action", False)


def shortened(state: State, expressions: Expressions, tokens: Sequence[tree.Token]) -> list[str]:
    """Return the sentence without a word of it that no phrase has: `Read the new emails …`."""
    if state.offering or not 3 < len(tokens) <= _LONGEST:
        return []
    begin, end = tokens[0].span[0], tokens[-1].span[1]
    found: list[str] = []
    for at in range(1, len(tokens)):
        token = tokens[at]
        if token.kind != "word" or token.text in RESERVED or token.text in ("the", "a", "an"):
            continue
        before = plain(state, (begin, tokens[at - 1].span[1]))
        after = plain(state, (tokens[at + 1].span[0], end)) if at + 1 < len(tokens) else ""
        text = f"{before} {after}".strip()
        if works(state, expressions, text, "action", False):
            found.append(f"{text[:1].upper()}{text[1:]}.")
    return found[:MOST]
