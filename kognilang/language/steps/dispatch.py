"""A sentence to its steps: by its first word to the form that reads it."""

from __future__ import annotations

from kognilang.language.conditions import read_condition
from kognilang.language.heads import loop_head
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
from kognilang.language.steps.bracing import unbraced
from kognilang.language.steps.dividing import and_then, semicolon
from kognilang.language.steps.fillers import without_announcing, without_fillers
from kognilang.language.steps.plain import plain_step
from kognilang.language.steps.protocol import Block
from kognilang.language.steps.verbs import VERBS
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Body, ForEach, If, Not, Return, Show, Step


def sentence_steps(tokens: Tokens, block: Block | None = None) -> Body:
    """Return the steps of one sentence, with the block below it. Raises NotParsed."""
    tokens = without_fillers(tokens)
    if block is not None:
        tokens = without_announcing(tokens)
    if not tokens:
        raise NotParsed("empty-sentence", (0, 0), {})
    parted = semicolon(tokens)
    if parted > 0:
        first, rest = without_comma(tokens[:parted]), without_comma(tokens[parted + 1 :])
        return (
            (*sentence_steps(first), *sentence_steps(rest, block))
            if rest
            else (sentence_steps(first, block))
        )
    cut = and_then(tokens)
    if cut > 0 and not is_word(tokens[0], "if", "unless", "otherwise", "else", "for", "process"):
        first = without_comma(tokens[:cut])
        late = find_last(tokens, "if", "unless", start=cut)
        if late > 0:
            raise NotParsed("and-before-condition", span_of(tokens[late:]), {})
        return (*sentence_steps(first), *sentence_steps(tokens[cut + 2 :], block))
    try:
        step = _one_step(tokens, block)
    except NotParsed as failure:
        plain = unbraced(tokens) if failure.name == "unexpected-mark" else tokens
        if plain is tokens:
            raise
        # `The total is {the price}.`: outside a text, braces are parentheses.
        step = _one_step(plain, block)
    for one in step:
        if one.span == (0, 0):
            one.span = span_of(tokens)
    return step


def _one_step(tokens: Tokens, block: Block | None) -> Body:
    first = tokens[0]
    looped = _trailing_loop(tokens) if block is None else None
    if looped is not None:
        return (looped,)
    if first.kind == "word":
        reader = VERBS.get(first.text)
        if reader is not None:
            found = reader(tokens, block)
            if found is not None:
                return found
    trailing = trailing_condition(tokens)
    if trailing is not None:
        return (trailing,)
    if first.kind == "word" and first.text in ("when", "whenever"):
        raise NotParsed("when-for-if", span_of(tokens), {})
    return (plain_step(tokens, block),)


def _trailing_loop(tokens: Tokens) -> Step | None:
    """Read `S for each X` as the loop that it is; None where the words are something else."""
    at = -1
    for place, token in depth_zero(tokens, 2):
        if is_word(token, "for") and is_word(tokens[min(place + 1, len(tokens) - 1)], "each"):
            at = place
    if at < 0 or tokens[0].kind != "word" or tokens[0].text in _NO_LOOP or find(tokens, ":") >= 0:
        return None
    try:
        item, collection = loop_head(tokens[at + 2 :])
        body = sentence_steps(without_comma(tokens[:at]))
    except NotParsed:
        return None
    if any(type(step) is Show and step.implicit for step in body):
        return None
    return ForEach(item, collection, body, span=span_of(tokens))


_NO_LOOP = frozenset(
    ["for", "process", "set", "let", "change", "do", "if", "unless", "while", "until", "repeat",
     "to", "the", "a", "an", "my", "our", "when", "otherwise", "try", "at", "depending"]
)  # fmt: skip
"""First words of sentences in which `for each` belongs to something else."""


def trailing_condition(tokens: Tokens) -> Step | None:
    """Read `S if C` and `S unless C`."""
    at = find_last(tokens, "if", "unless", start=1)
    if at < 1 or at + 1 >= len(tokens) or is_mark(tokens[at + 1], ","):
        return None
    if starts_with(tokens, "we|i call|consider|deem|treat a|an"):
        # `We call an invoice overdue if …` says what a word means: the condition is not a step's.
        raise NotParsed("not-understood", span_of(tokens[:2]), {})
    said, otherwise = tokens[at + 1 :], None
    body = within(sentence_steps(without_comma(tokens[:at])), tokens)
    if len(body) > 1:
        raise NotParsed("and-before-condition", span_of(tokens[at:]), {})
    other = find_last(said, "otherwise", "else")
    if other > 1 and is_mark(said[other - 1], ","):
        otherwise = _other_body(without_comma(said[other + 1 :]), body)
        said = said[: other - 1]
    condition = read_condition(said)
    if is_word(tokens[at], "unless"):
        condition = Not(condition, span=condition.span)
    return If(((condition, body),), otherwise, span=span_of(tokens))


def within(body: Body, tokens: Tokens) -> Body:
    """Return steps that stand inside another: a value alone does nothing there."""
    if any(type(step) is Show and step.implicit for step in body):
        raise NotParsed("value-alone", span_of(tokens), {})
    return body


def _other_body(tokens: Tokens, body: Body) -> Body:
    """Read what follows `otherwise` at the end: steps, or the other value to return."""
    last = body[-1]
    if type(last) is Return and tokens and not is_word(tokens[0], "return"):
        return (Return(read_value(tokens), last.form, span=span_of(tokens)),)
    return within(sentence_steps(tokens), tokens)
