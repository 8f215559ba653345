"""What rules hand on: their parts with the spans of the words that they were made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kognilang.language.tree import (
    Expr,
)
from kognilang.text.source import Span

Kids = list[Any]


class Spanned:
    """A function with the span of the words that it was made of."""

    __slots__ = ("apply", "negated", "span")

    def __init__(self, apply: Callable[[Expr], Any], span: Span, negated: bool = False) -> None:
        self.apply = apply
        self.span = span
        self.negated = negated


def over(kids: Kids) -> Span:
    return (kids[0].span[0], kids[-1].span[1])


def whole(kids: Kids) -> Span:
    last = kids[-1]
    end = last[-1][1].span[1] if isinstance(last, list) else last.span[1]
    return (kids[0].span[0], end)
