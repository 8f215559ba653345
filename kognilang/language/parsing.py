"""Tokens read by the grammar: as a value, as a condition, as what a start rule says."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.language.grammar import parse
from kognilang.language.making import at_hand
from kognilang.language.making.said import settled
from kognilang.language.passes import Tagger
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.language.tree import Cond, Expr, Token

OPEN = frozenset(
    {"unfinished", "not-understood", "name-missing", "property-missing", "unexpected-mark"}
)
"""Failures that only say that the grammar does not know the words: a phrase may."""


def read_value(tokens: Sequence[Token], *, bare: bool = False) -> Expr:
    """Return the value that the tokens are. Raises NotParsed where they are none.

    `bare` allows names without their article, as in braces.
    """
    tokens = tuple(tokens)
    if len(tokens) == 1 and tokens[0].value is not None:
        return tokens[0].value
    if not tokens:
        raise NotParsed("value-missing", (0, 0), {})
    terminals = Tagger(tokens).run()
    at_hand.parsing(tokens)
    try:
        value: Expr = parse(terminals, "value")
        if at_hand.bare and not bare:
            _refuse_bare(tokens)
        return value
    finally:
        at_hand.parsed()


def exact_condition(tokens: Sequence[Token]) -> Cond:
    """Return the condition that the tokens are by the grammar alone. Raises NotParsed."""
    tokens = tuple(tokens)
    if not tokens:
        raise NotParsed("condition-missing", (0, 0), {})
    terminals = Tagger(tokens, condition=True).run()
    at_hand.parsing(tokens)
    try:
        condition = settled(parse(terminals, "condition"))
        if at_hand.bare:
            _refuse_bare(tokens)
        return condition
    finally:
        at_hand.parsed()


def read_with(
    tokens: tuple[Token, ...], start: str, separators: dict[int, str], verb: Terminal | None
) -> object:
    """Return what the grammar makes of tokens from a start rule, after a step's verb.

    `separators` names the terminals of the prepositions that divide the step, by their index.
    """
    out = [verb] if verb is not None else []
    begin = 1 if verb is not None else 0
    tagger = Tagger(
        tokens,
        separators=separators,
        out=out,
        start=begin,
        sentence_start=verb is None,
    )
    terminals = tagger.run()
    at_hand.parsing(tokens)
    try:
        read = parse(terminals, start)
        if at_hand.bare and not (
            verb is None and len(at_hand.bare) == 1 and at_hand.bare[0][0] == tokens[0].span[0]
        ):
            _refuse_bare(tokens)
        return read
    finally:
        at_hand.parsed()


def _refuse_bare(tokens: Sequence[Token]) -> None:
    """Raise NotParsed for a name that lacks its article."""
    span = at_hand.bare[0]
    words = " ".join(t.written for t in tokens if span[0] <= t.span[0] and t.span[1] <= span[1])
    raise NotParsed("missing-article", span, {"name": words})
