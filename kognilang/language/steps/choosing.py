"""Forms that choose and check: If, Otherwise, Depending on, Make sure, Check."""

from __future__ import annotations

from collections.abc import Callable

from kognilang.language.conditions import read_condition
from kognilang.language.parsing import read_value
from kognilang.language.scanning import (
    Tokens,
    depth_zero,
    find_last,
    is_mark,
    is_word,
    span_of,
    starts_with,
    without_comma,
)
from kognilang.language.steps.bodies import body_of, head_and_body, is_condition, needed
from kognilang.language.steps.dispatch import trailing_condition
from kognilang.language.steps.protocol import Block, Handler, Nobody, Otherwise, joined
from kognilang.language.steps.verbs import VERBS, verb
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    Body,
    CheckAll,
    Cond,
    DependingOn,
    If,
    MakeSure,
    Not,
    Pronoun,
    Token,
    Truth,
)


@verb("if", "unless")
def _if_step(tokens: Tokens, block: Block | None) -> Body | None:
    special = _special_if(tokens, block)
    if special is not None:
        return special
    head, body = head_and_body(tokens[1:], block, is_condition)
    body = _there(body, tokens)
    if not head:
        raise NotParsed("condition-missing", tokens[0].span, {})
    condition = read_condition(head)
    if is_word(tokens[0], "unless"):
        condition = Not(condition, span=condition.span)
    return (_chosen(condition, body, tokens, block),)


def _chosen(condition: Cond, body: Body, tokens: Tokens, block: Block | None) -> If:
    """Return an `If` with the branches that follow its body in the same sentence."""
    branches: list[tuple[Cond, Body]] = []
    otherwise: Body | None = None
    nested = block is None and bool(body) and isinstance(body[-1], If)
    for at, step in enumerate(body):
        if not isinstance(step, Otherwise):
            continue
        if at and block is None and isinstance(body[at - 1], If):
            raise NotParsed("ambiguous-otherwise", step.span, {})
        if step.condition is None:
            otherwise = step.body
        else:
            branches.append((step.condition, step.body))
    body = joined(tuple(one for one in body if not isinstance(one, Otherwise)))
    if not body:
        raise NotParsed("body-missing", span_of(tokens), {})
    branches.insert(0, (condition, body))
    return If(tuple(branches), otherwise, nested, span=span_of(tokens))


def _special_if(tokens: Tokens, block: Block | None) -> Body | None:
    if starts_with(tokens, "if so") or starts_with(tokens, "if yes ,|:|then"):
        head, body = head_and_body(tokens[1:], block, _words(1))
        _nothing_more(head, 1)
        answer = Truth(Pronoun("the answer", span=tokens[1].span), span=tokens[1].span)
        return (_chosen(answer, _there(body, tokens), tokens, block),)
    if starts_with(tokens, "if not|no ,|:|then") or (
        starts_with(tokens, "if not") and len(tokens) == 2
    ):
        head, body = head_and_body(tokens[1:], block, _words(1))
        _nothing_more(head, 1)
        no = Not(Truth(Pronoun("the answer", span=tokens[1].span)), span=tokens[1].span)
        return (_chosen(no, _there(body, tokens), tokens, block),)
    if starts_with(tokens, "if nobody|no-one|noone answers|replies|responds") or starts_with(
        tokens, "if no one answers|replies|responds"
    ):
        words = 3 if is_word(tokens[1], "no") else 2
        head, body = head_and_body(tokens[1:], block, _words(words))
        _nothing_more(head, words)
        first, rest = _parted(body)
        return (Nobody(needed(first, tokens)), *rest)
    if starts_with(tokens, "if anything|something goes wrong"):
        failing = (*tokens[:2], Token("word", "fails", tokens[2].span, "fails"), *tokens[4:])
        return _special_if(failing, block)
    if starts_with(tokens, "if that|this|it|anything|something fails"):
        because: str | None = None
        head, body = head_and_body(tokens[3:], block, _reason)
        if head and is_word(head[0], "because"):
            if any(t.kind == "text" for t in head):
                raise NotParsed("not-understood", span_of(head[1:]), {})
            because = " ".join(t.text for t in head[1:])
        elif head:
            raise NotParsed("not-understood", span_of(head), {})
        elif not head and len(tokens) > 3 and is_mark(tokens[3], ","):
            body = body_of(without_comma(tokens[4:]), block)
        first, rest = _parted(body)
        return (Handler(because, needed(first, tokens)), *rest)
    return None


def _reason(head: Tokens) -> bool:
    return not head or (is_word(head[0], "because") and not any(is_mark(t, ",") for t in head))


def _words(count: int) -> Callable[[Tokens], bool]:
    """Return what tells whether a head is whole by the number of its words."""
    return lambda head: len(head) == count


def _parted(body: Body | None) -> tuple[Body | None, Body]:
    """Return the steps of `If that fails, S, otherwise T` before and from `otherwise` on."""
    for at, one in enumerate(body or ()):
        if isinstance(one, Otherwise) and at and not isinstance((body or ())[at - 1], If):
            return (body or ())[:at], (body or ())[at:]
    return body, ()


def _there(body: Body | None, tokens: Tokens) -> Body:
    if body is None:
        raise NotParsed("body-missing", span_of(tokens), {})
    return body


def _nothing_more(head: Tokens, words: int) -> None:
    """Raise NotParsed for words in a head that has all that it can have: they would be lost."""
    if len(head) > words:
        raise NotParsed("not-understood", span_of(head[words:]), {})


@verb("otherwise", "else", "or", "elseif", "elif")
def _otherwise_step(tokens: Tokens, block: Block | None) -> Body | None:
    rest = tokens[1:]
    if is_word(tokens[0], "elseif", "elif"):
        rest = (Token("word", "if", tokens[0].span, "if"), *rest)
    if rest and is_mark(rest[0], ","):
        rest = rest[1:]
    if is_word(tokens[0], "or") and not (rest and is_word(rest[0], "if")):
        return None
    if rest and is_word(rest[0], "if", "unless"):
        inner = _if_step(rest, block)
        assert inner is not None
        chosen = inner[0]
        if not isinstance(chosen, If):
            raise NotParsed("otherwise-without-if", span_of(tokens), {})
        condition, body = chosen.branches[0]
        branch = Otherwise(condition, body)
        branch.span = span_of(tokens)
        if chosen.otherwise is not None:
            return (branch, Otherwise(None, chosen.otherwise))
        return (branch,)
    if rest and is_mark(rest[0], ":"):
        rest = rest[1:]
    body = body_of(rest, block)
    if any(type(one) is Otherwise for one in body):
        raise NotParsed("otherwise-without-if", span_of(rest), {})
    branch = Otherwise(None, body)
    branch.span = span_of(tokens)
    return (branch,)


@verb("depending")
def _depending_step(tokens: Tokens, block: Block | None) -> Body | None:
    if not starts_with(tokens, "depending on"):
        return None
    if is_mark(tokens[-1], ":"):
        tokens = tokens[:-1]
    if block is None:
        raise NotParsed("block-missing", span_of(tokens), {})
    cases, otherwise = block.cases()
    for body in (*(body for _, body in cases), otherwise or ()):
        if any(type(one) is Otherwise for one in body):
            raise NotParsed("otherwise-without-if", span_of(tokens), {})
    return (DependingOn(read_value(tokens[2:]), cases, otherwise, span=span_of(tokens)),)


@verb("ensure", "verify", "make")
def _make_sure_step(tokens: Tokens, block: Block | None) -> Body | None:
    if block is not None and _lists_checks(tokens):
        return (CheckAll(block.conditions(), span=span_of(tokens)),)
    if starts_with(tokens, "make sure that"):
        rest = tokens[3:]
    elif starts_with(tokens, "make sure") or starts_with(tokens, "ensure|verify|check that"):
        rest = tokens[2:]
    elif starts_with(tokens, "ensure") or (
        starts_with(tokens, "check|verify") and is_condition(_unended(tokens[1:]))
    ):
        rest = tokens[1:]
    else:
        return VERBS["create"](tokens, block) if is_word(tokens[0], "make") else None
    otherwise: Body | None = None
    for at, token in depth_zero(rest, 1):
        if is_word(token, "otherwise", "else") or (
            is_word(token, "or") and is_word(rest[min(at + 1, len(rest) - 1)], "else")
        ):
            after = rest[at + 1 :]
            if after and is_word(after[0], "else"):
                after = after[1:]
            after = without_comma(after)
            otherwise = body_of(after[1:] if after and is_mark(after[0], ":") else after, block)
            if any(type(one) is Otherwise for one in otherwise):
                raise NotParsed("otherwise-without-if", token.span, {})
            rest = without_comma(rest[:at])
            break
    if is_mark(rest[-1], ":") if rest else False:
        rest = rest[:-1]
    if not rest:
        raise NotParsed("condition-missing", span_of(tokens), {})
    at = find_last(rest, "if", "unless", start=1)
    if at > 0 and otherwise is None:
        trailing = trailing_condition(tokens)
        if trailing is not None:
            return (trailing,)
    condition = read_condition(rest)
    return (MakeSure(condition, otherwise, span=span_of(tokens)),)


def _unended(tokens: Tokens) -> Tokens:
    """Return the tokens up to `otherwise` or an ending colon."""
    for at, token in depth_zero(tokens):
        if is_word(token, "otherwise", "else") or is_mark(token, ":"):
            return without_comma(tokens[:at])
    return tokens


def _lists_checks(tokens: Tokens) -> bool:
    """Tell whether a sentence announces a list of checks: `Make sure of the following:`."""
    rest = tokens[1:]
    for lead in ("sure that", "sure of", "sure", "that"):
        if starts_with(rest, lead):
            rest = rest[len(lead.split()) :]
            break
    if starts_with(rest, "all|everything|each|every of"):
        rest = rest[2:]
    if not starts_with(rest, "the following"):
        return False
    rest = rest[2:]
    if rest and is_word(rest[0], "conditions", "checks", "points", "things"):
        rest = rest[1:]
    if starts_with(rest, "is|are"):
        rest = rest[1:]
        if rest and is_word(rest[0], "true", "so", "met"):
            rest = rest[1:]
    elif rest and is_word(rest[0], "hold", "holds"):
        rest = rest[1:]
    return not rest or (len(rest) == 1 and is_mark(rest[0], ":"))


@verb("check")
def _check_step(tokens: Tokens, block: Block | None) -> Body | None:
    if not _lists_checks(tokens):
        return _make_sure_step(tokens, block)
    if block is None:
        raise NotParsed("block-missing", span_of(tokens), {})
    return (CheckAll(block.conditions(), span=span_of(tokens)),)
