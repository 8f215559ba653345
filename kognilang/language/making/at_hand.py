"""The parse at hand: its tokens, and where it met names without an article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from kognilang.language.tree import (
    Token,
)
from kognilang.text.source import Span

now: list[tuple[Token, ...]] = []
"""The tokens of the sentences being parsed, the innermost last: phrases are cut from them."""

bare: list[Span] = []
"""Where the last parse met a name without an article."""


def parsing(tokens: tuple[Token, ...]) -> None:
    """Note the tokens that the next parse is made of."""
    bare.clear()
    now.append(tokens)


def between(start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens at hand from one offset to another."""
    tokens = now[-1]
    if len(tokens) < _LONG:
        return tuple([t for t in tokens if start <= t.span[0] and t.span[1] <= end])
    # A sentence without an end has as many phrases as words: no walk through all for each.
    first = bisect_left(tokens, start, key=lambda t: t.span[0])
    return tokens[first : bisect_right(tokens, end, lo=first, key=lambda t: t.span[1])]


_LONG = 100
"""So many tokens are looked up by halves."""


def parsed() -> None:
    """Forget the tokens of the parse that has ended."""
    now.pop()
