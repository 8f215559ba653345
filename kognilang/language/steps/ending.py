"""Forms that end or wait: Stop, Fail, Return, Wait, At the same time."""

from __future__ import annotations

from itertools import pairwise

from kognilang.language.conditions import read_condition
from kognilang.language.heads import every
from kognilang.language.parsing import exact_condition, read_value
from kognilang.language.scanning import (
    Tokens,
    find_last,
    is_mark,
    is_word,
    span_of,
    starts_with,
    without_comma,
)
from kognilang.language.steps.bodies import colon_body
from kognilang.language.steps.core import core_step
from kognilang.language.steps.dispatch import trailing_condition
from kognilang.language.steps.looping import leaving
from kognilang.language.steps.protocol import Block
from kognilang.language.steps.verbs import verb
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import AtOnce, Body, Fail, Nothing, Return, Stop, StopRepeating, Wait


@verb("stop")
def _stop_step(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if len(tokens) == 1 or " ".join(t.text for t in tokens[1:]) in _HERE:
        return (Stop(span=span_of(tokens)),)
    if leaving(tokens):
        return (StopRepeating(span=span_of(tokens)),)
    if starts_with(tokens, "stop repeating") and len(tokens) == 2:
        return (StopRepeating(span=span_of(tokens)),)
    if starts_with(tokens, "stop because|with"):
        return (core_step(tokens, "V_STOP", None, {}, take=2),)
    return None


_HERE = ("here", "now", "the run", "this run", "the procedure", "everything")


@verb("fail")
def _fail_step(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if starts_with(tokens, "fail with|because"):
        return (Fail(read_value(tokens[2:]), span=span_of(tokens)),)
    return None


@verb("return")
def _return_step(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if len(tokens) == 1:
        return (Return(Nothing(span=tokens[0].span), span=tokens[0].span),)
    try:
        return (core_step(tokens, "V_RETURN", None, {}),)
    except NotParsed:
        said = tokens[2:] if is_word(tokens[1], "whether", "if") else tokens[1:]
        condition = exact_condition(said)
        return (Return(condition, span=span_of(tokens)),)


@verb("at")
def _at_step(tokens: Tokens, block: Block | None) -> Body | None:
    if starts_with(tokens, "at once"):
        begin = 2
    elif starts_with(tokens, "at the same time"):
        begin = 4
    else:
        return None
    rest = tokens[begin:]
    head, body = colon_body(without_comma(rest), block)
    if head:
        raise NotParsed("not-understood", span_of(head), {})
    return (AtOnce(body, span=span_of(tokens)),)


_ANSWERING = (
    "approve", "agree", "accept", "sign", "authorise", "authorize", "ok", "confirm", "review",
    "check", "answer", "reply", "respond",
)  # fmt: skip
"""What somebody does who is waited for, and who is therefore asked."""


@verb("wait")
def _wait_step(tokens: Tokens, block: Block | None) -> Body | None:
    span = span_of(tokens)
    if starts_with(tokens, "wait until"):
        rest = tokens[2:]
        checking = up_to = None
        if not rest:
            raise NotParsed("unfinished", span, {})
        if is_mark(rest[-1], ":"):
            rest = rest[:-1]
        while True:
            at = find_last(rest, ",", start=1)
            part = rest[at + 1 :] if at > 0 else ()
            if part and is_word(part[0], "and"):
                part = part[1:]
            if starts_with(part, "checking every"):
                checking = every(part[2:])
            elif starts_with(part, "for up to"):
                up_to = read_value(part[3:])
            else:
                break
            rest = rest[:at]
        body = block.steps() if block is not None else ()
        try:
            moment = read_value(rest)
        except NotParsed:
            condition = read_condition(rest)
            return (
                Wait(condition=condition, checking=checking, up_to=up_to, body=body, span=span),
            )
        if checking is not None or block is not None:
            # A moment is not checked again and again: this was meant as a condition.
            raise NotParsed("not-understood", span_of(rest), {})
        return (Wait(moment=moment, up_to=up_to, span=span),)
    rest = tokens[1:]
    if rest and is_word(rest[0], "for"):
        rest = rest[1:]
    if not rest:
        return None
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if is_word(tokens[1], "for") and any(
        is_word(one, "to") and is_word(other, *_ANSWERING) for one, other in pairwise(rest[1:])
    ):
        # `Wait for the manager to approve.` is no length of time.
        raise NotParsed("not-understood", span_of(rest), {})
    try:
        return (Wait(duration=read_value(rest), span=span),)
    except NotParsed:
        return None
