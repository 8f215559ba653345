"""Forms that speak to people: Say, Show, Tell, Ask, Get approval."""

from __future__ import annotations

from contextlib import suppress

from kognilang.language.asking import approval_step, ask_step, owned_approval, person_value
from kognilang.language.parsing import read_value
from kognilang.language.scanning import (
    Tokens,
    depth_zero,
    find,
    find_last,
    is_mark,
    is_word,
    span_of,
    starts_with,
    without_comma,
)
from kognilang.language.steps.bodies import body_of
from kognilang.language.steps.core import core_step
from kognilang.language.steps.dispatch import trailing_condition
from kognilang.language.steps.dividing import TRIES
from kognilang.language.steps.joining import joined_steps, or_action
from kognilang.language.steps.protocol import Block, joined
from kognilang.language.steps.verbs import verb
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Body, Name, Phrase, Property, Show, Step, Tell


@verb("say", "show")
def _say_step(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    verb = "V_SHOW" if tokens[0].text == "show" else "V_SAY"
    if is_mark(tokens[-1], ":") or block is not None:
        if block is None:
            raise NotParsed("block-missing", span_of(tokens), {})
        if len(tokens) - is_mark(tokens[-1], ":") == 1:
            value = block.text()
            from kognilang.language.tree import Say

            step: Step = Show(value) if verb == "V_SHOW" else Say(value)
            step.span = span_of(tokens)
            return (step,)
        return None
    if len(tokens) == 1:
        return None
    try:
        return (core_step(tokens, verb, None, {}),)
    except NotParsed as failure:
        if verb == "V_SHOW":
            return or_action(tokens, failure)
        return joined_steps(tokens, failure)


@verb("tell")
def _tell_step(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if block is not None:
        colon = is_mark(tokens[-1], ":")
        person = tokens[1:-1] if colon else tokens[1:]
        return (Tell(person_value(person), block.text(), span=span_of(tokens)),)
    at = next((i for i, t in depth_zero(tokens, 1) if t.kind == "text"), -1)
    if at < 0:
        return _told(tokens)
    if at < 2:
        return None
    before = tokens[1:at]
    if before and is_word(before[-1], "that"):
        before = before[:-1]
    try:
        return (Tell(person_value(before), read_value(tokens[at:]), span=span_of(tokens)),)
    except NotParsed as failure:
        return or_action(tokens, failure)


def _told(tokens: Tokens) -> Body | None:
    """Read `tell the boss the news`, where only one place divides the person from the message."""
    found: list[Tell] = []
    places = [
        at
        for at, token in depth_zero(tokens, 2)
        if token.kind == "word" and token.text in _BEGINS_MESSAGE
    ]
    if len(places) > TRIES:
        return None
    for at in places:
        with suppress(NotParsed):
            person = read_value(tokens[1:at])
            if not isinstance(person, Name | Property):
                continue
            message = read_value(tokens[at:])
            if not isinstance(message, Phrase):
                found.append(Tell(person, message, span=span_of(tokens)))
    return (found[0],) if len(found) == 1 else None


_BEGINS_MESSAGE = frozenset(("the", "my", "our", "this", "its", "their"))


def _in_time(tokens: Tokens, block: Block | None) -> tuple[Tokens, Body] | None:
    """Split `… within 2 days, otherwise S` into the asking and what is done when nobody answers."""
    within = find(tokens, "within", start=2)
    at = find(tokens, "otherwise", start=within + 2) if within > 0 else -1
    if at < 0:
        return None
    rest = without_comma(tokens[at + 1 :])
    if rest and is_mark(rest[0], ":"):
        rest = rest[1:]
    return without_comma(tokens[:at]), joined(body_of(rest, block))


@verb("ask")
def _ask_sentence(tokens: Tokens, block: Block | None) -> Body | None:
    late = _in_time(tokens, block)
    if late is not None:
        asked = ask_step(late[0])
        if asked is not None:
            asked.nobody = late[1]
        return (asked,) if asked is not None else None
    if block is not None:
        return None
    at = find_last(tokens, "if", "unless", start=2)
    if at > 0 and (is_word(tokens[at], "unless") or find(tokens, "if") < at or _asks(tokens[:at])):
        trailing = trailing_condition(tokens)
        if trailing is not None:
            return (trailing,)
    step = ask_step(tokens)
    return (step,) if step is not None else None


def _asks(tokens: Tokens) -> bool:
    """Tell whether tokens are a whole asking sentence: what follows them is no part of it."""
    try:
        return ask_step(tokens) is not None
    except NotParsed:
        return False


@verb("get")
def _get_step(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "get approval"):
        owned = owned_approval(tokens)
        if owned is None:
            return None
        tokens = owned
    late = _in_time(tokens, block)
    if late is not None:
        asked = approval_step(late[0])
        asked.nobody = late[1]
        return (asked,)
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    return (approval_step(tokens),)
