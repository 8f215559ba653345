"""Forms that repeat: For each, Process each, Repeat, While, Until, Try up to."""

from __future__ import annotations

from kognilang.language.heads import loop_head, process_head
from kognilang.language.scanning import (
    Tokens,
    find,
    is_mark,
    is_word,
    span_of,
    starts_with,
    without_comma,
)
from kognilang.language.slots import read_condition, read_value
from kognilang.language.steps.dispatch import (
    body_of,
    colon_body,
    head_and_body,
    is_condition,
    needed,
    trailing_condition,
    verb,
)
from kognilang.language.steps.protocol import Block
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    Body,
    Expr,
    ForEach,
    ProcessEach,
    Repeat,
    SkipItem,
    TryUpTo,
    While,
)


@verb("for")
def _for_step(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "for each|every|all"):
        return None
    head, body = head_and_body(tokens[2:], block)
    item, collection = loop_head(head)
    return (ForEach(item, collection, needed(body, tokens), span=span_of(tokens)),)


@verb("process")
def _process_step(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "process each|every"):
        return None
    head, body = head_and_body(tokens[2:], block)
    item, collection, at_once = process_head(head)
    return (ProcessEach(item, collection, needed(body, tokens), at_once, span=span_of(tokens)),)


@verb("repeat")
def _repeat_step(tokens: Tokens, block: Block | None) -> Body | None:
    at = find(tokens, "times", start=1)
    if at < 2:
        if starts_with(tokens, "repeat until|while"):
            return _while_step(tokens[1:], block)
        return None
    rest = tokens[at + 1 :]
    if rest and (is_mark(rest[0], ":") or is_mark(rest[0], ",")):
        rest = rest[1:]
    times = read_value(tokens[1:at])
    return (Repeat(times, body_of(rest, block), span=span_of(tokens)),)


@verb("while", "until")
def _while_step(tokens: Tokens, block: Block | None) -> Body | None:
    head, body = head_and_body(tokens[1:], block, is_condition)
    until = is_word(tokens[0], "until")
    condition = read_condition(head)
    return (While(condition, needed(body, tokens), until, span=span_of(tokens)),)


@verb("skip", "go", "continue")
def _skip_step(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if starts_with(tokens, "skip this|the|it"):
        rest = tokens[2:]
        if all(t.kind == "word" for t in rest):
            return (SkipItem(" ".join(t.text for t in rest), span=span_of(tokens)),)
    if starts_with(tokens, "go on|ahead to|with the next"):
        return (SkipItem(" ".join(t.text for t in tokens[5:]), span=span_of(tokens)),)
    if starts_with(tokens, "go to the next") or starts_with(tokens, "continue with the next"):
        return (SkipItem(" ".join(t.text for t in tokens[4:]), span=span_of(tokens)),)
    return None


@verb("try")
def _try_step(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "try up to"):
        return None
    at = find(tokens, "times", start=3)
    if at < 0:
        return None
    head, body = colon_body(tokens[at + 1 :], block)
    waiting: Expr | None = None
    head = without_comma(head)
    if starts_with(head, "waiting"):
        duration = head[1:]
        if starts_with(duration[-2:], "in between"):
            duration = duration[:-2]
        elif duration and is_word(duration[-1], "between"):
            duration = duration[:-1]
        waiting = read_value(duration)
    elif head:
        raise NotParsed("not-understood", span_of(head), {})
    return (TryUpTo(read_value(tokens[3:at]), waiting, body, span=span_of(tokens)),)
