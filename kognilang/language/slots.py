"""Tokens as a value, a condition, steps, a name, or none: what the matcher asks for each slot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kognilang.language.adjectives import known
from kognilang.language.conditions import read_condition
from kognilang.language.parsing import read_value
from kognilang.language.sentence import sentence_steps
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Body, Cond, Expr, Name, Token


@lru_cache(maxsize=20_000)
def _value(tokens: Tokens) -> Expr | None:
    try:
        return read_value(tokens.tokens)
    except NotParsed:
        return None


@lru_cache(maxsize=5_000)
def _condition(tokens: Tokens) -> Cond | None:
    try:
        return read_condition(tokens.tokens)
    except NotParsed:
        return None


class Tokens:
    """Tokens as a key: the same words at the same place."""

    __slots__ = ("key", "tokens")

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.key = (known(), *((t.kind, t.text, t.span, t.written) for t in tokens))

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tokens) and self.key == other.key


def values_of(tokens: Sequence[Token]) -> Expr | None:
    """Return the one value that all the tokens are, or None."""
    tokens = tuple(tokens)
    if len(tokens) == 1 and tokens[0].value is not None:
        return tokens[0].value
    return _value(Tokens(tokens)) if tokens else None


def condition_of(tokens: Sequence[Token]) -> Cond | None:
    """Return the condition that the tokens are, or None."""
    tokens = tuple(tokens)
    return _condition(Tokens(tokens)) if tokens else None


def steps_of(tokens: Sequence[Token]) -> Body | None:
    """Return the steps that the tokens are, as one sentence without its period, or None."""
    try:
        return sentence_steps(tuple(tokens))
    except NotParsed:
        return None


def names_value(tokens: Sequence[Token]) -> Name | None:
    """Return the name that the tokens are (`the order lines`), or None."""
    value = values_of(tokens)
    return value if isinstance(value, Name) else None
