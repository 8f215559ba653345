"""Forms that repeat: For each, Process each, Repeat, While, Until, Try up to."""

from __future__ import annotations

from decimal import Decimal

from kognilang.language.conditions import read_condition
from kognilang.language.heads import loop_head, process_head
from kognilang.language.parsing import read_value
from kognilang.language.scanning import (
    Tokens,
    find,
    is_mark,
    is_word,
    span_of,
    starts_with,
    without_comma,
)
from kognilang.language.steps.bodies import body_of, colon_body, head_and_body, is_condition, needed
from kognilang.language.steps.dispatch import trailing_condition
from kognilang.language.steps.protocol import Block, joined
from kognilang.language.steps.verbs import verb
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    Body,
    Expr,
    ForEach,
    Number,
    ProcessEach,
    Repeat,
    SkipItem,
    StopRepeating,
    Token,
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
    if not starts_with(tokens, "process each|every|all"):
        return None
    head, body = head_and_body(tokens[2:], block)
    item, collection, at_once = process_head(head)
    return (ProcessEach(item, collection, needed(body, tokens), at_once, span=span_of(tokens)),)


@verb("repeat")
def _repeat_step(tokens: Tokens, block: Block | None) -> Body | None:
    if starts_with(tokens, "repeat once|twice|thrice"):
        count = Number(Decimal(_ONCE[tokens[1].text]), span=tokens[1].span)
        _, body = head_and_body(tokens[1:], block)
        if body is None:
            rest = tokens[2:]
            body = body_of(without_comma(rest), block)
        return (Repeat(count, joined(body), span=span_of(tokens)),)
    at = find(tokens, "times", start=1)
    if at < 2:
        if starts_with(tokens, "repeat until|while"):
            return _while_step(tokens[1:], block)
        return None
    rest = tokens[at + 1 :]
    if rest and (is_mark(rest[0], ":") or is_mark(rest[0], ",")):
        rest = rest[1:]
    times = read_value(tokens[1:at])
    return (Repeat(times, joined(body_of(rest, block)), span=span_of(tokens)),)


_ONCE = {"once": 1, "twice": 2, "thrice": 3}


@verb("do")
def _do_step(tokens: Tokens, block: Block | None) -> Body | None:
    """Read `Do this 3 times:` and `Do the following for each order:` as the loops they are."""
    if not starts_with(tokens, "do this|that|so") and not starts_with(tokens, "do the following"):
        return None
    rest = tokens[3:] if is_word(tokens[1], "the") else tokens[2:]
    if starts_with(rest, "for each|every|all"):
        return _for_step(rest, block)
    if starts_with(rest, "while|until"):
        return _while_step(rest, block)
    return _repeat_step((Token("word", "repeat", tokens[0].span, "Repeat"), *rest), block)


@verb("as")
def _as_long_step(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "as long as"):
        return None
    return _while_step((Token("word", "while", tokens[0].span, "While"), *tokens[3:]), block)


@verb("while", "until")
def _while_step(tokens: Tokens, block: Block | None) -> Body | None:
    head, body = head_and_body(tokens[1:], block, is_condition)
    until = is_word(tokens[0], "until")
    condition = read_condition(head)
    return (While(condition, needed(body, tokens), until, span=span_of(tokens)),)


_LEAVING = (
    "break",
    "break out",
    "break out of the loop",
    "break out of this loop",
    "leave the loop",
    "leave this loop",
    "exit the loop",
    "exit this loop",
    "end the loop",
    "end this loop",
    "stop the loop",
    "stop this loop",
    "stop looping",
)


def leaving(tokens: Tokens) -> bool:
    """Tell whether a sentence is one of the ways to say `Stop repeating`."""
    return " ".join(t.text for t in tokens) in _LEAVING


@verb("break", "leave", "exit", "end")
def _leave_step(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    return (StopRepeating(span=span_of(tokens)),) if leaving(tokens) else None


def _skipped(tokens: Tokens, start: int) -> SkipItem:
    for token in tokens[start:]:
        if token.kind != "word":
            raise NotParsed("unexpected-mark", token.span, {"written": token.written})
    return SkipItem(" ".join(t.text for t in tokens[start:]), span=span_of(tokens))


@verb("skip", "go", "continue")
def _skip_step(tokens: Tokens, block: Block | None) -> Body | None:
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if starts_with(tokens, "skip to the next"):
        tokens = (tokens[0], tokens[2], *tokens[4:])
    if len(tokens) == 2 and starts_with(tokens, "skip it|this"):
        return (SkipItem("", span=span_of(tokens)),)
    if starts_with(tokens, "skip this|the"):
        rest = tokens[2:]
        if rest and all(t.kind == "word" for t in rest):
            return (SkipItem(" ".join(t.text for t in rest), span=span_of(tokens)),)
    if starts_with(tokens, "go on|ahead to|with the next"):
        return (_skipped(tokens, 5),)
    if starts_with(tokens, "go to the next") or starts_with(tokens, "continue with the next"):
        return (_skipped(tokens, 4),)
    return None


@verb("try", "retry")
def _try_step(tokens: Tokens, block: Block | None) -> Body | None:
    if is_word(tokens[0], "retry"):
        tokens = (Token("word", "try", tokens[0].span, "Try"), *tokens[1:])
    begin = 3 if starts_with(tokens, "try up to|most") or starts_with(tokens, "try at most") else 1
    at = find(tokens, "times", start=begin)
    if at < begin + 1 or (begin == 1 and not (at == 2 and block is not None)):
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
        elif len(duration) > 2 and starts_with(
            duration[-2:], "between tries|attempts|times|retries|them"
        ):
            duration = duration[:-2]
        waiting = read_value(duration)
    elif head:
        raise NotParsed("not-understood", span_of(head), {})
    return (TryUpTo(read_value(tokens[begin:at]), waiting, body, span=span_of(tokens)),)
