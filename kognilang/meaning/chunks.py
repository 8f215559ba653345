"""Chunks: the longest values among the words of a sentence, each as it is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kognilang.language import slots as reading
from kognilang.language import tree
from kognilang.meaning.kinds import Kind
from kognilang.meaning.state import State
from kognilang.meaning.wording import ARTICLES
from kognilang.meaning.written import plain

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions

_LONGEST = 30
"""How many words a value that is told of has at most."""

_TOLD = 60
"""Of how many words of a sentence the values are told at most."""

Chunk = tuple[str, tree.Expr, Kind]
"""A value: as written, what it is in the tree, and what is known of its kind."""


def chunks_of(
    state: State,
    expressions: Expressions,
    tokens: Sequence[tree.Token],
    *,
    whole: bool = True,
    labels: bool = False,
) -> list[Chunk]:
    """Return the longest values among the words, from left to right, as written; with `labels`
    also the nouns that may only say what the text behind them is."""
    found: list[Chunk] = []
    tokens = tokens[:_TOLD]
    at = 0 if not whole else 1
    while at < len(tokens):
        token = tokens[at]
        if token.value is not None or _opens(token):
            chunk = _longest(state, expressions, tokens, at)
            if chunk is not None:
                written, expr, kind, after = chunk
                if labels or not _is_label(state, expr, tokens, after):
                    found.append((written, expr, kind))
                at = after
                continue
        at += 1
    return found


def label_and_value(
    state: State, expressions: Expressions, tokens: Sequence[tree.Token], at: int
) -> tuple[str, int] | None:
    """Return the value that begins at a token, with the noun that says what it is (`the file
    "a.pdf"`), and where it ends; None where no value begins there."""
    if tokens[at].value is None and not _opens(tokens[at]):
        return None
    chunk = _longest(state, expressions, tokens, at)
    if chunk is None:
        return None
    written, expr, _, after = chunk
    if _is_label(state, expr, tokens, after):
        after += 1
        written = plain(state, (tokens[at].span[0], tokens[after - 1].span[1]))
    return written, after


def described(state: State, chunks: Sequence[Chunk]) -> list[str]:
    """Return the values, each with what it is in parentheses."""
    return [f"{written} ({_what(state, expr, kind)})" for written, expr, kind in chunks]


def _is_label(state: State, expr: tree.Expr, tokens: Sequence[tree.Token], after: int) -> bool:
    """Say whether a noun only says what the text behind it is: `the spreadsheet "a.xlsx"`."""
    return (
        isinstance(expr, tree.Name)
        and state.scope.find(expr.name) is None
        and after < len(tokens)
        and tokens[after].kind == "text"
    )


def _opens(token: tree.Token) -> bool:
    if token.kind != "word":
        return token.kind == "quoted"
    return token.text in ("the", "this", "my", "our", "each", "it", "its") or (
        token.written[:1].isupper()
    )


def _longest(
    state: State, expressions: Expressions, tokens: Sequence[tree.Token], at: int
) -> tuple[str, tree.Expr, Kind, int] | None:
    for stop in range(min(len(tokens), at + _LONGEST), at, -1):
        if stop - at == 1 and tokens[at].kind == "word" and tokens[at].text in ARTICLES:
            return None
        expr = reading.values_of(tuple(tokens[at:stop]))
        if expr is None or isinstance(expr, tree.Phrase):
            continue
        with state.trying(for_offer=True) as trial:
            value = expressions.resolve(expr)
        if trial.problems:
            continue
        written = plain(state, (tokens[at].span[0], tokens[stop - 1].span[1]))
        return written or tokens[at].text, expr, value.kind, stop
    return None


def _what(state: State, expr: tree.Expr, kind: Kind) -> str:
    if isinstance(expr, tree.Name):
        known = state.scope.find(expr.name)
        if known is not None:
            return known.whence
        return "an input"
    return kind.word if kind.word != "any" else "a value"
