"""Sentences that define: procedures, adjectives, kinds, properties, constants, triggers."""

from __future__ import annotations

from kognilang.language.adjectival import adjective, of_many, of_one
from kognilang.language.parsing import read_value
from kognilang.language.rewriting import of_noun
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
from kognilang.language.steps.bodies import body_of
from kognilang.language.steps.protocol import Block, joined
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    ColumnCurrency,
    Definition,
    DerivedProperty,
    KindDefinition,
    KindField,
    Learning,
    Procedure,
    Token,
    Trigger,
)
from kognilang.language.words import (
    DETERMINERS,
    PREPOSITIONS,
    RESERVED,
    canonical,
    is_plural,
    singular,
    third_person,
)

_OFTEN = ("hourly", "daily", "weekly", "monthly", "quarterly", "yearly", "annually")


def definition(tokens: Tokens, block: Block | None) -> Definition | None:
    """Return what a top-level sentence defines, or None if it is a step. Raises NotParsed."""
    first = tokens[0]
    if first.kind != "word":
        return None
    text = first.text
    if text == "to":
        begins = starts_with(tokens, "to begin|start with ,")
        return None if begins else _procedure(tokens, block)
    if text in ("a", "an"):
        return _about_a_noun(tokens, block)
    if text in ("every", "each"):
        noun, end = _noun(tokens, 1)
        if noun and end < len(tokens) and is_word(tokens[end], "has", "have"):
            return _about_a_noun(tokens, block)
    if text in ("every", "on", "each", *_OFTEN):
        return _trigger(tokens, block)
    if text == "at" and len(tokens) > 2 and tokens[1].kind == "time":
        return _trigger(tokens, block)
    if text in ("when", "whenever"):
        return _when(tokens, block)
    if text == "the" and len(tokens) > 4:
        return (is_word(tokens[-2], "in") and _currency(tokens)) or _property_of(tokens)
    return of_many(tokens) if any(one.text == "are" for one in tokens[1:6]) else None


def _procedure(tokens: Tokens, block: Block | None) -> Procedure | None:
    colon = find(tokens, ":")
    header = tokens[1:colon] if colon > 0 else tokens[1:]
    form = "procedure"
    if starts_with(header, "decide|determine|tell whether|if"):
        form, header = "decision", header[2:]
    elif starts_with(header, "work out"):
        form, header = "value", header[2:]
    elif starts_with(header, "calculate|compute the"):
        form, header = "value", header[1:]
    if colon < 0 and is_mark(tokens[-1], ":"):
        opened = next((t for t in tokens if is_mark(t, "[") or is_mark(t, "(")), tokens[-1])
        raise NotParsed("not-understood", opened.span, {})
    if not header:
        raise NotParsed("unfinished", span_of(tokens), {})
    depth = 0
    for token in header:
        depth += is_mark(token, "[") - is_mark(token, "]")
        if not 0 <= depth <= 1:
            raise NotParsed("not-understood", token.span, {})
    for at, token in enumerate(header[:-1]):
        if is_mark(token, "[") and header[at + 1].text in PREPOSITIONS:
            raise NotParsed("optional-in-header", token.span, {})
    if depth:
        raise NotParsed("not-understood", header[-1].span, {})
    rest = tokens[colon + 1 :] if colon > 0 else ()
    if rest:
        body = joined(body_of(rest, block))
    elif block is not None:
        body = block.steps()
    else:
        raise NotParsed("body-missing", span_of(tokens), {})
    return Procedure(form, header, body, span=span_of(tokens))


def _noun(tokens: Tokens, start: int) -> tuple[str, int]:
    end = start
    while (
        end < len(tokens)
        and tokens[end].kind == "word"
        and (tokens[end].text not in RESERVED and tokens[end].text not in DETERMINERS)
    ):
        end += 1
    return " ".join(t.text for t in tokens[start:end]), end


def _about_a_noun(tokens: Tokens, block: Block | None) -> Definition | None:
    noun, end = _noun(tokens, 1)
    if not noun or end >= len(tokens):
        return None
    span = span_of(tokens)
    after = tokens[end]
    if is_word(after, "has", "have"):
        rest = tokens[end + 1 :]
        if rest and is_mark(rest[-1], ":"):
            rest = rest[:-1]
        if not rest and block is not None:
            members = tuple(member for line in block.lines() for member in _fields(line))
            if not members:
                raise NotParsed("field-not-understood", span, {})
            return KindDefinition(noun, members, span=span)
        return KindDefinition(noun, _fields(rest), span=span)
    if after.kind == "mark" and after.text in ("'s", "'"):
        said = find(tokens, "is", "are", start=end + 1)
        if said < end + 2:
            return None
        name = _words(tokens[end + 1 : said])
        value = of_noun(read_value(tokens[said + 1 :]), noun)
        return DerivedProperty(noun, name, value, span=span)
    if is_word(after, "is", "are"):
        at = find(tokens, "if", "when", "whenever", "once", start=end + 1)
        if at < end + 2:
            return of_one(tokens)
        words = tokens[end + 1 : at - 1 if is_mark(tokens[at - 1], ",") else at]
        return adjective(noun, words, tokens[at + 1 :], span)
    return _decision(tokens, block)


def _property_of(tokens: Tokens) -> DerivedProperty | None:
    """Read `The full name of a customer is "…"` as `A customer's full name is "…"`."""
    of = find(tokens, "of", start=2)
    if of < 2 or of + 2 >= len(tokens) or not is_word(tokens[of + 1], "a", "an"):
        return None
    noun, said = _noun(tokens, of + 2)
    if not noun or said + 1 >= len(tokens) or not is_word(tokens[said], "is", "are"):
        return None
    if any(t.kind != "word" or t.text in RESERVED for t in tokens[1:of]) or noun == "dozen":
        return None
    value = of_noun(read_value(tokens[said + 1 :]), noun)
    return DerivedProperty(noun, _words(tokens[1:of]), value, span=span_of(tokens))


def _decision(tokens: Tokens, block: Block | None) -> Procedure | None:
    """Read `An invoice needs approval if its total is over $5.` as the decision that it is."""
    at = find(tokens, "if", "when", start=3)
    said = next((i for i in range(2, max(at, 2)) if third_person(tokens[i].text)), 0)
    if block is not None or at + 1 >= len(tokens) or not said:
        return None
    if any(t.kind != "word" for t in tokens[:at]) or tokens[said].text in RESERVED:
        return None
    here = tokens[at].span
    answer = (Token("word", "return", here, "return"), Token("word", "whether", here, "whether"))
    noun: list[Token] = []
    for token in tokens[at + 1 :]:
        own = is_word(token, "its", "their", "it", "they")
        if own:
            # What the sentence is about, not the last thing that it names.
            noun += [Token("word", "the", token.span, "the"), *tokens[1:said]]
            if is_word(token, "its", "their"):
                noun.append(Token("mark", "'s", token.span, "'s"))
        else:
            noun.append(token)
    body = joined(body_of((*answer, *noun), None))
    return Procedure("decision", tokens[:at], body, span=span_of(tokens))


def _words(tokens: Tokens) -> str:
    """Return the words of an adjective or a property. Raises NotParsed for anything else."""
    for token in tokens:
        if token.kind != "word":
            raise NotParsed("not-understood", token.span, {})
    return " ".join(token.text for token in tokens)


def _fields(tokens: Tokens) -> tuple[KindField, ...]:
    """Read `a number (text), a date and lines`."""
    fields: list[KindField] = []
    part: list[int] = []
    ends = [at for at, t in depth_zero(tokens) if is_mark(t, ",") or is_word(t, "and")]
    if ends and not any(is_word(tokens[at], "and") for at in ends):
        raise NotParsed("list-without-and", span_of(tokens), {})
    begin = 0
    for end in [*ends, len(tokens)]:
        part = list(range(begin, end))
        begin = end + 1
        if part:
            fields.append(_field(tokens[part[0] : part[-1] + 1]))
    if not fields:
        raise NotParsed("unfinished", span_of(tokens), {})
    return tuple(fields)


def _field(tokens: Tokens) -> KindField:
    span = span_of(tokens)
    article = is_word(tokens[0], "a", "an", "the")
    if article:
        tokens = tokens[1:]
    kind: str | None = None
    opening = next((at for at, t in enumerate(tokens) if is_mark(t, "(")), -1)
    if opening >= 0:
        closing = next((at for at, t in enumerate(tokens) if is_mark(t, ")")), len(tokens))
        if closing < len(tokens) - 1:
            # What follows would be lost: most often a comma is missing there.
            raise NotParsed("field-not-understood", span_of(tokens[closing + 1 :]), {})
        kind = " ".join(t.text for t in tokens[opening + 1 : closing]).replace(" / ", "/") or None
        tokens = tokens[:opening]
    if len(tokens) > 1 and any(t.kind in ("quoted", "text") for t in tokens):
        raise NotParsed("field-not-understood", span, {})
    if not tokens or any(t.kind not in ("word", "quoted", "text", "number") for t in tokens):
        raise NotParsed("field-not-understood", span, {})
    if tokens[0].kind == "word" and is_word(tokens[0], "a", "an", "the"):
        # Printed behind its own article it would be a word written twice.
        raise NotParsed("doubled-word", tokens[0].span, {"word": tokens[0].written})
    name = " ".join(t.text for t in tokens)
    many = not article and is_plural(name)
    written = " ".join(t.written or t.text for t in tokens)
    name = canonical(name)
    return KindField(name, kind, many, written if canonical(written) == name else name, span=span)


def _trigger(tokens: Tokens, block: Block | None) -> Trigger | None:
    if not is_mark(tokens[-1], ":") or block is None:
        return None
    return Trigger(tokens[:-1], block.steps(), span=span_of(tokens))


def _when(tokens: Tokens, block: Block | None) -> Definition | None:
    if not is_mark(tokens[-1], ":") or block is None:
        return None
    during = find(tokens, "while", start=2)
    if during > 0:
        return Learning(
            without_comma(tokens[1:during]), tokens[during + 1 : -1], block.steps(),
            span=span_of(tokens),
        )  # fmt: skip
    return Trigger(tokens[:-1], block.steps(), span=span_of(tokens))


def _currency(tokens: Tokens) -> ColumnCurrency | None:
    """Read `The invoices' totals are in USD.`"""
    code = tokens[-1]
    if not (is_word(tokens[-3], "are", "is") and code.written.isupper() and len(code.text) == 3):
        return None
    noun, end = _noun(tokens, 1)
    if end + 1 >= len(tokens) or tokens[end].text not in ("'s", "'"):
        return None
    column = _words(tokens[end + 1 : -3])
    if not column:
        return None
    return ColumnCurrency(noun, singular(column), code.written, span=span_of(tokens))
