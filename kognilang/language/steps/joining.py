"""Several steps in one sentence: `S and S`, `S, S and S`."""

from __future__ import annotations

from kognilang.language.parsing import OPEN
from kognilang.language.scanning import (
    Tokens,
    depth_zero,
    is_mark,
    is_word,
    like_a_step,
    without_comma,
)
from kognilang.language.steps.dispatch import sentence_steps
from kognilang.language.steps.dividing import TRIES
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Action, Body

_parts: dict[tuple[int, int], tuple[Tokens, Body | NotParsed]] = {}
"""What the parts of a sentence between its joints were read as, or why not, by their first and
last token: each is asked for once by every joint behind it."""
_MOST_PARTS = 500


def joined_steps(tokens: Tokens, failure: NotParsed) -> Body:
    """Read `S and S` where the whole is no form and the parts are."""
    if sum(is_word(token, "and") for token in tokens) > 4 * TRIES:
        raise failure
    for at, token in depth_zero(tokens, 2):
        if (
            is_word(token, "and")
            and like_a_step(tokens[at + 1 :])
            and not is_word(tokens[at + 1], "the", "a", "an", "its", "their")
        ):
            try:
                first = _listed_steps(without_comma(tokens[:at]))
                second = _part(tokens[at + 1 :])
            except NotParsed:
                continue
            if not isinstance(first[-1], Action):
                return (*first, *second)
    raise failure


def _listed_steps(tokens: Tokens) -> Body:
    """Read what stands before the `and` of `S, S and S`."""
    try:
        return _part(tokens)
    except NotParsed:
        for at, token in depth_zero(tokens, 1):
            if is_mark(token, ",") and like_a_step(tokens[at + 1 :]):
                try:
                    return (*_part(tokens[:at]), *_listed_steps(tokens[at + 1 :]))
                except NotParsed:
                    continue
        raise


def _part(tokens: Tokens) -> Body:
    """Read a part of `S, S and S` as steps. Raises NotParsed."""
    key = (id(tokens[0]), id(tokens[-1])) if tokens else (0, 0)
    known = _parts.get(key)
    if known is None:
        if len(_parts) >= _MOST_PARTS:
            _parts.clear()
        try:
            known = (tokens, sentence_steps(tokens))
        except NotParsed as failure:
            known = (tokens, failure)
        # The tokens are kept with it, so that no others can have their place.
        _parts[key] = known
    if isinstance(known[1], NotParsed):
        raise known[1].with_traceback(None)
    return known[1]


def or_action(tokens: Tokens, failure: NotParsed) -> Body | None:
    """Leave a sentence to the phrases, unless it is one of several steps or plainly wrong."""
    try:
        return joined_steps(tokens, failure)
    except NotParsed:
        if failure.name not in OPEN:
            raise failure from None
        return None
