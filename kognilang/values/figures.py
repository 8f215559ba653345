"""Figures: the exactness of numbers, and the number that is in an amount, a count or a percent."""

from __future__ import annotations

from decimal import (
    ROUND_HALF_EVEN,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)
from decimal import Context as Digits
from typing import Any

from kognilang.values.kinds import Count, Exceptional, Money, Percent
from kognilang.values.refusing import (
    wrong_kind,
)
from kognilang.values.shown import told

_TRAPS = [InvalidOperation, DivisionByZero, Overflow]
EXACT = Digits(prec=100, rounding=ROUND_HALF_EVEN, traps=_TRAPS)
QUOTIENT = Digits(prec=28, rounding=ROUND_HALF_EVEN, traps=_TRAPS)
ZERO = Decimal(0)


def too_large(*values: Any) -> Exceptional:
    """Return the exception for a result that has no room in a number."""
    return Exceptional(
        "too-large",
        f"The result of {' and '.join(told(value) for value in values)} is too large a number.",
        needs="number",
        values=tuple(("value", value) for value in values),
    )


def figure_in(value: Any) -> Decimal | None:
    """Return the number in a number, an amount, a count or a percent; None for anything else."""
    if type(value) is Decimal:
        return value
    if type(value) is Money:
        return value.amount
    if type(value) in (Count, Percent):
        figure: Decimal = value.value
        return figure
    return None


def figure_of(value: Any, doing: str) -> Decimal:
    """Return the number in a value. Raises Exceptional `wrong-kind` where there is none."""
    figure = figure_in(value)
    if figure is None:
        raise wrong_kind(value, "number", doing)
    return figure


def with_figure(value: Any, figure: Decimal) -> Any:
    """Return a value of the same kind, currency and noun with another number."""
    if type(value) is Money:
        return Money(figure, value.currency)
    if type(value) is Count:
        return Count(figure, value.noun)
    return Percent(figure) if type(value) is Percent else figure


def whole(value: Any, doing: str) -> int:
    """Return a number or count as a Python int. Raises Exceptional if it is not whole."""
    number = value.value if type(value) is Count else value
    if type(number) is not Decimal:
        raise wrong_kind(value, "number", doing)
    if number != number.to_integral_value() or abs(number) > 10**15:
        raise Exceptional(
            "not-whole",
            f"{told(value)} is not a whole number, so it cannot be {doing}.",
            needs="number",
            values=(("number", value),),
        )
    return int(number)
