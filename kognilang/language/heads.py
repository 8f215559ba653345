"""Heads that announce what stands below them: of loops (which thing each round is about, and what
is walked), of lists of conditions."""

from __future__ import annotations

from decimal import Decimal

from kognilang.language.parsing import read_value
from kognilang.language.scanning import (
    Tokens,
    depth_zero,
    find,
    is_mark,
    is_word,
    span_of,
    starts_with,
    without_comma,
)
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    Distinct,
    DurationLiteral,
    Expr,
    Filter,
    Name,
    Number,
    Others,
    Pick,
    Property,
    Range,
    Sorted,
    Token,
)
from kognilang.language.words import DETERMINERS, NUMBER_WORDS, RESERVED, plural, singular


def _noun(tokens: Tokens) -> tuple[str, Tokens]:
    """Return the words of the item and the tokens after them."""
    end = 0
    while end < len(tokens) and tokens[end].kind == "word" and tokens[end].text not in RESERVED:
        end += 1
    if end == 0 and tokens and tokens[0].kind == "quoted":
        return tokens[0].text, tokens[1:]
    if end == 0:
        raise NotParsed("name-missing", span_of(tokens), {"word": "each"})
    if tokens[0].text in DETERMINERS:
        # For each each order.
        raise NotParsed("name-missing", span_of(tokens[:1]), {"word": "each"})
    return " ".join(t.text for t in tokens[:end]), tokens[end:]


def loop_head(tokens: Tokens) -> tuple[str, Expr]:
    """Read `order in the orders`, `number from 1 to 10`, `of the orders`, `order whose …`."""
    if not tokens:
        raise NotParsed("name-missing", (0, 0), {"word": "each"})
    if len(tokens) > 1 and is_word(tokens[-1], "do"):
        tokens = without_comma(tokens[:-1])
    _refuse_half_follows(tokens)
    if is_word(tokens[0], "of"):
        collection = read_value(tokens[1:])
        noun = noun_of(collection)
        if noun:
            return noun, collection
        raise NotParsed("name-missing", tokens[0].span, {"word": "each"})
    if starts_with(tokens, "the|my|our") and len(tokens) > 1:
        tokens = tokens[1:]
    item, rest = _noun(tokens)
    if plural(item) == item:
        item = singular(item)
    span = span_of(tokens)
    if not rest:
        return item, Name(plural(item), span=span)
    if is_word(rest[0], "in", "of"):
        walked = read_value(rest[1:])
        if is_word(rest[0], "of") and noun_of(walked) != item:
            # Each line of the invoice: of the invoice's lines.
            walked = Property(walked, plural(item), span=span_of(rest[1:]))
        return item, walked
    if is_word(rest[0], "from", "between"):
        return item, _range(rest)
    if is_word(rest[0], "whose", "that", "where", "which", "who", "with"):
        the = Token("word", "the", tokens[0].span, "the")
        words = tuple(Token("word", word, tokens[0].span, word) for word in plural(item).split())
        collection = read_value((the, *words, *rest))
        if isinstance(collection, Filter):
            return item, collection
    raise NotParsed("not-understood", span_of(rest), {})


def _refuse_half_follows(tokens: Tokens) -> None:
    """Raise NotParsed for a head that ends in `as`, or in `as` and a word that is no form of a
    value (`as text`): half of `as follows`, or `as follos`, is no part of a name."""
    for at in (-1, -2):
        if len(tokens) >= -at and is_word(tokens[at], "as"):
            last = tokens[-1]
            if at == -1 or (last.kind == "word" and last.text not in ("text", "percent")):
                raise NotParsed("not-understood", tokens[at].span, {})


def noun_of(collection: Expr) -> str:
    """Return the word for one thing of a collection by the noun that it is described with."""
    while isinstance(collection, Filter | Pick | Sorted | Distinct | Others):
        collection = collection.collection
    if isinstance(collection, Name):
        return singular(collection.name)
    return singular(collection.name) if isinstance(collection, Property) else ""


def _range(tokens: Tokens) -> Range:
    if is_word(tokens[0], "between"):
        to = find(tokens, "and", start=1)
    else:
        to = find(tokens, "to", "through", "till", "until", start=1)
    if to < 2:
        raise NotParsed("range-without-end", span_of(tokens), {})
    end = len(tokens)
    step: Expr | None = None
    for at, token in depth_zero(tokens, to + 1):
        if is_word(token, "every", "by") or starts_with(tokens, "in steps of", at):
            skip = 3 if is_word(token, "in") else 1
            step = every(tokens[at + skip :])
            end = at - is_word(tokens[at - 1], "counting", "stepping")
            break
    stop = without_comma(tokens[to + 1 : end])
    return Range(read_value(tokens[1:to]), read_value(stop), step, span=span_of(tokens))


_UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "business day")


def every(tokens: Tokens) -> Expr:
    """Read a duration after `every`: `every day` is one day."""
    unit = " ".join(t.text for t in tokens).removesuffix("s").replace("working", "business")
    if unit in _UNITS:
        return DurationLiteral(Number(Decimal(1)), unit, span=span_of(tokens))
    return read_value(tokens)


def process_head(tokens: Tokens) -> tuple[str, Expr, int | None]:
    """Read `order in the orders as follows`, `…, 5 at a time`, `… in parallel`."""
    at_once: int | None = None
    follows = False
    changed = True
    while changed and tokens:
        changed = False
        for ending in ("as follows", "like this", "this way") if not follows else ():
            if starts_with(tokens[-2:], ending):
                tokens, changed, follows = without_comma(tokens[:-2]), True, True
        if at_once is not None:
            continue
        if len(tokens) > 2 and starts_with(tokens[-2:], "in parallel"):
            tokens, at_once, changed = without_comma(tokens[:-2]), 0, True
        elif len(tokens) > 4 and starts_with(tokens[-3:], "at a time"):
            number = tokens[-4]
            if number.kind == "number":
                at_once = int(number.text)
            elif number.text in NUMBER_WORDS:
                at_once = NUMBER_WORDS[number.text]
            else:
                break
            tokens, changed = without_comma(tokens[:-4]), True
    if tokens and is_mark(tokens[-1], ":"):
        tokens = tokens[:-1]
    item, collection = loop_head(tokens)
    return item, collection, at_once


_LISTED = ("conditions", "condition", "statements", "things", "points", "checks", "requirements")


def listed_how(tokens: Tokens) -> str | None:
    """Return `all`, `any` or `none` for a head that announces a list of conditions."""
    if len(tokens) > 2 and (
        starts_with(tokens[1:], "of the following") or starts_with(tokens[1:], "of these")
    ):
        rest = tokens[3:] if is_word(tokens[2], "these") else tokens[4:]
        if rest and is_word(rest[0], *_LISTED):
            rest = rest[1:]
        if starts_with(rest, "is|are true|so|met") or starts_with(rest, "is|are fulfilled"):
            rest = rest[2:]
        elif rest and is_word(rest[0], "hold", "holds", "apply", "applies", "is", "are"):
            rest = rest[1:]
        if rest and not is_mark(rest[0], ":"):
            return None
        return {"all": "all", "any": "any", "one": "any", "none": "none"}.get(tokens[0].text)
    return None
