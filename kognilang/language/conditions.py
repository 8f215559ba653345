"""Conditions, clause by clause: what the grammar does not know may be the wording of a decision."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.language.parsing import OPEN, exact_condition, read_value
from kognilang.language.passes import Tagger
from kognilang.language.scanning import depth_zero, is_mark, is_word
from kognilang.language.tagging.vocabulary import BE, DECIDING, DO, HAVE, WHERE_BREAKS, starts_value
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.language.tree import (
    And,
    Bare,
    Cond,
    Expr,
    Item,
    Name,
    Not,
    Number,
    Or,
    Quantified,
    Token,
)
from kognilang.language.words import (
    DETERMINERS,
    RESERVED,
    is_plural,
    plural,
    singular,
    third_person,
)

_EXPLAINED_ELSEWHERE = frozenset(
    {
        "OTHER",
        "PREP",
        "WORDS",
        "TEXT",
        "$END",
        "NAME",
        "COUNT",
        "AND_C",
        "OR_C",
        "PRONOUN",
        "IS_WORDS",
    }
)

_SUBJECTS = frozenset(
    [
        "they",
        "them",
        "there",
        "any",
        "every",
        "each",
        "all",
        "no",
        "none",
        "today",
        "now",
        "tomorrow",
    ]
)

_SAYING = frozenset(BE) | frozenset(HAVE) | frozenset(DO) | {">", "<", ">=", "<=", "=", "!="}


def read_condition(tokens: Sequence[Token]) -> Cond:
    """Return the condition that the tokens are.

    Clauses that only decisions can explain become `Bare`. Raises NotParsed for words that
    are no condition.
    """
    try:
        return exact_condition(tokens)
    except NotParsed as failure:
        if failure.name not in OPEN:
            raise
        return _clauses(tuple(tokens), failure)


def _clauses(tokens: tuple[Token, ...], failure: NotParsed) -> Cond:
    """Read a condition clause by clause; a clause without a known predicate is `Bare`."""
    shared = _shared_predicate(tokens)
    if shared is not None:
        return shared
    if _enclosed(tokens, 0):
        return read_condition(tokens[1:-1])
    terminals = Tagger(tokens, condition=True).run()
    outer = {token.span for _, token in depth_zero(tokens)}
    joints = [t for t in terminals if t.type in ("AND_C", "OR_C") and t.span in outer]
    if not joints:
        if _negation(tokens):
            return Not(read_condition(tokens[2:-1]), span=(tokens[0].span[0], tokens[-1].span[1]))
        if tokens[0].text == "not" and len(tokens) > 1 and tokens[1].text in ("every", "all"):
            # Not every order needs approval: a decision, told of many and denied.
            denied = _decided_of_many(tokens[1:], Tagger(tokens[1:], condition=True).run())
            if denied is not None:
                return Not(denied, span=(tokens[0].span[0], denied.span[1]))
        counted = _decided_of_many(tokens, terminals)
        if counted is not None:
            return counted
        # A comparison of the language that goes wrong is not a decision's wording.
        if any(t.type in ("CMP", "BETWEEN", "WITHIN", "SHARE") for t in terminals):
            raise failure
        known = failure.name == "unfinished" or failure.data.get("terminal") in _EXPLAINED_ELSEWHERE
        if known and _like_a_clause(tokens):
            return Bare(tokens, span=(tokens[0].span[0], tokens[-1].span[1]))
        raise failure
    if len({t.type for t in joints}) > 1:
        raise NotParsed("mixed-and-or", joints[1].span, {})
    parts: list[Cond] = []
    begin = 0
    for place in [*(t.span for t in joints), None]:
        end = len(tokens)
        if place is not None:
            end = next(i for i, token in enumerate(tokens) if token.span == place)
        part = tokens[begin:end]
        if part and part[-1].text == ",":
            part = part[:-1]
        try:
            parts.append(exact_condition(part))
        except NotParsed as inner:
            if inner.name not in OPEN or not part:
                raise
            parts.append(_clauses(part, inner))
        begin = end + 1
    span = (tokens[0].span[0], tokens[-1].span[1])
    return (And if joints[0].type == "AND_C" else Or)(tuple(parts), span=span)


def _negation(tokens: tuple[Token, ...]) -> bool:
    """Tell whether all of it is `not (…)`."""
    return tokens[0].text == "not" and _enclosed(tokens, 1)


def _enclosed(tokens: tuple[Token, ...], start: int) -> bool:
    """Tell whether all from a token on stands in one pair of parentheses."""
    if len(tokens) < start + 3 or not is_mark(tokens[start], "("):
        return False
    return [at for at, _ in depth_zero(tokens, start)] == [len(tokens) - 1]


def _decision_words(tokens: tuple[Token, ...]) -> bool:
    """Tell whether tokens have nothing that could be no decision's wording."""
    depth = 0
    for token in tokens:
        if token.kind == "mark":
            if token.text in (",", ":", "=", "/"):
                return False
            depth += (token.text == "(") - (token.text == ")")
            if depth < 0:
                return False
        elif is_word(token, "then", "otherwise", "else", "if", "unless"):
            return False
    return not depth


def _like_a_clause(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a decision may be worded so: it begins with a value and goes on with words."""
    first = tokens[0]
    return (
        len(tokens) > 1
        and _decision_words(tokens)
        and (starts_value(tokens, 0) or first.text in _SUBJECTS or first.written[:1].isupper())
        and any(t.kind == "word" for t in tokens[1:])
    )


def _decided_of_many(tokens: tuple[Token, ...], terminals: Sequence[Terminal]) -> Quantified | None:
    """Read `any order needs approval`, `at least 2 of the orders that are late need approval`: a
    decision that is told of the things of a collection."""
    if not terminals or terminals[0].type not in ("QUANT", "QUANT_OF"):
        return None
    said: tuple[str, Expr | None] = terminals[0].value  # type: ignore[assignment]
    how, count = said
    begin = next((i for i, t in enumerate(tokens) if t.span[0] >= terminals[0].span[1]), 0)
    noun_alone = terminals[0].type == "QUANT"
    one = how != "at most" and isinstance(count, Number) and count.value == 1
    single = noun_alone and (count is None or one)
    for at in _decision_places(tokens, begin, single):
        collection = _told_of(tokens[begin:at], noun_alone)
        if collection is None:
            continue
        before = tokens[at - 1]
        item = Token("word", "it", before.span, "it", Item(span=before.span))
        span = (tokens[0].span[0], tokens[-1].span[1])
        decision = Bare((item, *tokens[at:]), span=(tokens[at].span[0], span[1]))
        return Quantified(how, collection, decision, count, span=span)
    return None


def _decision_places(tokens: tuple[Token, ...], begin: int, single: bool) -> list[int]:
    """Return where a decision's own words may begin, the likeliest first."""
    filtered = next(
        (i for i in range(begin + 1, len(tokens)) if tokens[i].text in WHERE_BREAKS), len(tokens)
    )
    found = []
    for at in range(begin + 1, len(tokens)):
        token, before = tokens[at], tokens[at - 1]
        if token.kind != "word" or token.text in RESERVED or not _decision_words(tokens[at:]):
            continue
        if any(t.text in _SAYING for t in tokens[at:]):
            continue
        if single or at == begin + 1:
            fits = third_person(token.text) if single else False
        else:
            fits = at > filtered or (before.kind == "word" and is_plural(before.text))
        if fits:
            found.append(at)
    # `the orders that are past due need approval`: the verb is the word that is known as one.
    return sorted(found, key=lambda at: at > filtered and tokens[at].text not in DECIDING)


def _told_of(tokens: tuple[Token, ...], noun_alone: bool) -> Expr | None:
    """Return the collection that a decision is told of: `order`, `order that is late` after
    `any`, `the orders` after `any of`."""
    if noun_alone:
        noun = next((i for i, t in enumerate(tokens) if t.text in WHERE_BREAKS), len(tokens))
        if not noun or any(
            t.kind != "word" or t.text in RESERVED or t.text in DETERMINERS for t in tokens[:noun]
        ):
            return None
        last = tokens[noun - 1]
        words = " ".join(t.text for t in tokens[:noun])
        if noun == len(tokens):
            return Name(plural(singular(words)), span=(tokens[0].span[0], last.span[1]))
        many = plural(singular(last.text))
        here = tokens[0].span
        tokens = (
            Token("word", "the", here, "the"),
            *tokens[: noun - 1],
            Token("word", many, last.span, many),
            *tokens[noun:],
        )
    try:
        return read_value(tokens)
    except NotParsed:
        return None


def _shared_predicate(tokens: tuple[Token, ...]) -> Cond | None:
    """Read a predicate that two things share: `both the price and the tax are positive`,
    `neither the buyer nor the seller is blocked`."""
    lead = tokens[0].text
    if lead not in ("both", "either", "neither"):
        return None
    joints = [
        i for i, t in enumerate(tokens) if t.kind == "word" and t.text in ("and", "or", "nor")
    ]
    if len(joints) != 1:
        return None
    at = joints[0]
    wanted = {"both": "and", "either": "or", "neither": "nor"}[lead]
    if tokens[at].text != wanted and not (lead == "neither" and tokens[at].text == "or"):
        return None
    if any(third_person(t.text) for t in tokens[3:at] if t.kind == "word"):
        return None
    for stop in range(at + 2, len(tokens)):
        if tokens[stop].text not in _SAYING:
            continue
        first, second, said = tokens[1:at], tokens[at + 1 : stop], tokens[stop:]
        try:
            read_value(first)
            parts = (
                exact_condition((*first, *said)),
                exact_condition((*second, *said)),
            )
        except NotParsed:
            continue
        span = (tokens[0].span[0], tokens[-1].span[1])
        if tokens[at].text == "and":
            return And(parts, span=span)
        either = Or(parts, span=span)
        return Not(either, span=span) if lead == "neither" else either
    return None
