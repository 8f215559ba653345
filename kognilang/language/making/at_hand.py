"""The parse at hand: its tokens, and where it met names without an article."""

from __future__ import annotations

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


def parsed() -> None:
    """Forget the tokens of the parse that has ended."""
    now.pop()
