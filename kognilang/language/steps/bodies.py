"""A head and its body: where the one ends in a sentence, and the steps of the other."""

from __future__ import annotations

from collections.abc import Callable

from kognilang.language.parsing import exact_condition
from kognilang.language.scanning import (
    Tokens,
    depth_zero,
    find,
    is_mark,
    is_word,
    like_a_step,
    span_of,
    without_comma,
)
from kognilang.language.steps.dispatch import sentence_steps, within
from kognilang.language.steps.dividing import TRIES
from kognilang.language.steps.protocol import Block, joined
from kognilang.language.steps.verbs import VERBS
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Body
from kognilang.language.words import DETERMINERS


def _earlier_comma(tokens: Tokens, colon: int, is_head: Callable[[Tokens], bool]) -> int:
    """Return the comma that ends the head where the colon belongs to the step behind it: `If so,
    email Bob about "x": "y".`; -1 where the colon ends the head."""
    commas = [
        at
        for at, token in depth_zero(tokens[:colon])
        if is_mark(token, ",") and like_a_step(_after_comma(tokens, at))
    ]
    if not commas or is_head(without_comma(tokens[:colon])):
        return -1
    return next((at for at in commas[:TRIES] if is_head(tokens[:at])), -1)


def head_and_body(
    tokens: Tokens, block: Block | None, is_head: Callable[[Tokens], bool] | None = None
) -> tuple[Tokens, Body | None]:
    """Split `C, S` or `C: S` or `C then S` (or `C:` with a block) into the head and its body."""
    colon = find(tokens, ":")
    if colon >= 0:
        head, rest = tokens[:colon], tokens[colon + 1 :]
        goes_on = bool(rest) or block is not None
        comma = _earlier_comma(tokens, colon, is_head) if is_head and goes_on else -1
        if comma >= 0:
            return tokens[:comma], body_of(_after_comma(tokens, comma), block)
        if head and is_word(head[-1], "then"):
            head = head[:-1]
        return without_comma(head), body_of(rest, block)
    then = find(tokens, "then")
    if then > 0 and is_word(tokens[then - 1], "and"):
        # `If C, S and then T`: it joins two steps.
        then = -1
    # `If C, S, then T`: the first comma ends the condition, and `then` joins two steps.
    joins = then > 1 and is_mark(tokens[then - 1], ",") and find(tokens, ",") < then - 1
    if then > 0 and not (joins and is_head is not None and not is_head(tokens[: then - 1])):
        head, rest = tokens[:then], tokens[then + 1 :]
        return without_comma(head), body_of(without_comma(rest), block)
    commas = [at for at, token in depth_zero(tokens) if is_mark(token, ",")]
    if block is not None and (not commas or not any(like_a_step(tokens[c + 1 :]) for c in commas)):
        return without_comma(tokens), block.steps()
    candidates = [at for at in commas[:TRIES] if like_a_step(_after_comma(tokens, at))]
    if len(candidates) > 1 and is_head is not None:
        fitting = [at for at in candidates if is_head(tokens[:at])]
        candidates = fitting or candidates
    if len(candidates) > 1 and block is None:
        # `If A, B and C, S`: what follows the first comma is no step, so the condition goes on.
        return _first_that_reads(tokens, candidates)
    if candidates:
        at = candidates[0]
        return tokens[:at], body_of(_after_comma(tokens, at), block)
    if is_head is not None and block is None:
        at = _body_without_comma(tokens, is_head)
        if at > 0:
            return tokens[:at], body_of(tokens[at:], block)
    return without_comma(tokens), None


def _first_that_reads(tokens: Tokens, commas: list[int]) -> tuple[Tokens, Body | None]:
    """Split at the first of the commas after which a step can be read."""
    failure: NotParsed | None = None
    for at in commas:
        first = _after_comma(tokens, at)[0]
        if first.text not in DETERMINERS and first.text not in ("it", "its", "they", "their"):
            # Only what says what something is could be a condition as well.
            return tokens[:at], body_of(_after_comma(tokens, at), None)
        try:
            return tokens[:at], body_of(_after_comma(tokens, at), None)
        except NotParsed as fault:
            failure = failure or fault
    assert failure is not None
    raise failure


def _body_without_comma(tokens: Tokens, is_head: Callable[[Tokens], bool]) -> int:
    """Return where the step begins in `If the total is 10 say "ten"`, or -1."""
    for at, token in depth_zero(tokens, 2):
        if (
            token.kind == "word"
            and token.text in VERBS
            and token.text not in _NO_OPENING
            and not is_word(tokens[at - 1], "and", "or", "to", "not", "the", "a", "an", "is", "are")
            and like_a_step(tokens[at:])
            and is_head(tokens[:at])
        ):
            return at
    return -1


_NO_OPENING = frozenset({"or", "on", "at", "for", "if", "unless", "first", "while", "until", "as"})


def _after_comma(tokens: Tokens, comma: int) -> Tokens:
    rest = tokens[comma + 1 :]
    return rest[1:] if rest and is_word(rest[0], "then") else rest


def body_of(tokens: Tokens, block: Block | None) -> Body:
    """Read what follows a head: steps, with their `otherwise`, or else the block below. Raises
    NotParsed."""
    if not tokens:
        if block is None:
            raise NotParsed("body-missing", (0, 0), {})
        return block.steps()
    otherwise = -1
    for at, token in depth_zero(tokens, 1):
        if is_word(token, "otherwise", "else"):
            otherwise = at - is_word(tokens[at - 1], "or")
            break
    if otherwise > 0:
        return (
            *within(sentence_steps(without_comma(tokens[:otherwise])), tokens),
            *otherwise_steps(tokens[otherwise:], block),
        )
    return within(sentence_steps(tokens, block), tokens)


def otherwise_steps(tokens: Tokens, block: Block | None) -> Body:
    """Read `otherwise, S`, `else S` and `otherwise, if C, S` at the end of a sentence."""
    if is_word(tokens[0], "or") and len(tokens) > 1 and is_word(tokens[1], "else", "otherwise"):
        tokens = tokens[1:]
    return within(sentence_steps(tokens, block), tokens)


def is_condition(tokens: Tokens) -> bool:
    """Tell whether tokens are a condition by the grammar alone."""
    try:
        exact_condition(tokens)
    except NotParsed:
        return False
    return True


def needed(body: Body | None, tokens: Tokens) -> Body:
    """Return a body that must be there, its branches joined to the steps that they belong to."""
    if body is None:
        raise NotParsed("body-missing", span_of(tokens), {})
    return joined(body)


def colon_body(tokens: Tokens, block: Block | None) -> tuple[Tokens, Body]:
    """Split a head whose body follows a colon, or stands below it. Raises NotParsed for none."""
    colon = find(tokens, ":")
    if colon >= 0:
        return tokens[:colon], joined(body_of(tokens[colon + 1 :], block))
    if block is None:
        raise NotParsed("block-missing", span_of(tokens), {})
    return tokens, block.steps()
