"""Lengths of time of several units: `1 hour and 30 minutes` is one of 90 minutes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kognilang.language.terminals import NotParsed
from kognilang.language.tree import DurationLiteral, Number, Token

_IN = {
    "second": ("second", 1), "minute": ("second", 60), "hour": ("second", 3600),
    "day": ("day", 1), "week": ("day", 7), "month": ("month", 1), "year": ("month", 12),
}  # fmt: skip
"""What a unit is counted in, and how many of those it has."""


def long_duration(tokens: Sequence[Token], at: int) -> tuple[DurationLiteral, int]:
    """Return the length of time that begins at a token, with where it ends: several lengths joined
    by `and`, each of a smaller unit than the one before, are one. Raises NotParsed for such a
    length before `after`, `before` or `ago` that no single unit can say."""
    first = tokens[at].value
    assert isinstance(first, DurationLiteral)
    parts, end = [first], at + 1
    while True:
        joint = end
        if joint < len(tokens) and tokens[joint].text in ("and", ","):
            joint += 1
            if joint < len(tokens) and tokens[joint].text == "and":
                joint += 1
        following = tokens[joint].value if joint < len(tokens) else None
        if not isinstance(following, DurationLiteral) or not _smaller(following, parts[-1]):
            break
        parts.append(following)
        end = joint + 1
    if len(parts) == 1:
        return first, at + 1
    base = _IN[parts[-1].unit][0]
    if any(_IN[one.unit][0] != base for one in parts):
        if end < len(tokens) and tokens[end].text in ("after", "before", "ago"):
            span = (tokens[at].span[0], tokens[end - 1].span[1])
            raise NotParsed("duration-of-two", span, {})
        return first, at + 1
    small = _IN[parts[-1].unit][1]
    total = sum(_amount(one) * _IN[one.unit][1] for one in parts) / small
    return DurationLiteral(Number(Decimal(total)), parts[-1].unit), end


def _amount(one: DurationLiteral) -> Decimal:
    return one.amount.value if isinstance(one.amount, Number) else Decimal(0)


def _smaller(one: DurationLiteral, other: DurationLiteral) -> bool:
    """Tell whether a length is of a smaller unit than the one before it, and both are numbers."""
    numbers = isinstance(one.amount, Number) and isinstance(other.amount, Number)
    return numbers and longer_unit(other.unit, one.unit)


def longer_unit(one: str, other: str) -> bool:
    """Tell whether a unit of time is longer than another; False where one is no such unit."""
    order = list(_IN)
    return one in _IN and other in _IN and order.index(one) > order.index(other)
