"""Words that stand twice in a row, or lead to nothing: they would be lost, or make other names."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from operator import eq

from kognilang.language.scanning import Tokens
from kognilang.language.terminals import NotParsed
from kognilang.language.words import DETERMINERS, PREPOSITIONS, RESERVED
from kognilang.text.source import Span
from kognilang.values.naming import canonical


def refuse_doubled(tokens: Tokens) -> None:
    """Raise NotParsed for a word that stands twice in a row, and for a period inside a sentence,
    which ends none where no space follows it. A proper name may repeat itself (`Duran Duran`)."""
    texts = [token.text for token in tokens]
    if "." in texts[:-1]:
        for token in tokens[:-1]:
            if token.kind == "mark" and token.text == ".":
                raise NotParsed("unexpected-mark", token.span, {"written": token.written})
    if True not in map(eq, texts, texts[1:]):
        return
    # `And Nora …` begins with the name, as it does where the And is left out.
    opening = 1 if texts[0] in ("and", "then") else 0
    for at, (one, other) in enumerate(pairwise(tokens)):
        if one.text == other.text and one.kind == other.kind == "word":
            proper = one.written[:1].isupper() and other.written[:1].isupper()
            begin = at
            while begin > 1 and tokens[begin - 1].written[:1].isupper():
                begin -= 1
            before = tokens[begin - 1]
            if at <= opening or before.kind != "word" or before.text in {*DETERMINERS, "no"}:
                # `The Discount` is the name `discount`, however it is written.
                proper = False
            if not proper or one.text in _NO_NAME:
                raise NotParsed("doubled-word", other.span, {"word": other.written or one.text})


def refuse_named_twice(names: Iterable[tuple[str, Span]]) -> None:
    """Raise NotParsed where two of the lines of a block, or of the columns of a table, have one
    name: only one of the two values would be kept."""
    seen: set[str] = set()
    for name, span in names:
        own = canonical(name)
        if own and own in seen:
            raise NotParsed("named-twice", span, {"name": name})
        seen.add(own)


def refuse_unfollowed(tokens: Tokens) -> None:
    """Raise NotParsed for a sentence that ends in `as follows` where nothing is below it."""
    end = len(tokens)
    while end and tokens[end - 1].kind == "mark" and tokens[end - 1].text in (":", "."):
        end -= 1
    if end > 1 and tokens[end - 1].text == "follows" and tokens[end - 2].text == "as":
        raise NotParsed("block-missing", tokens[end - 1].span, {})


_NO_NAME = RESERVED.union(DETERMINERS, PREPOSITIONS)
