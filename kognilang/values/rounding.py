"""Rounding: only where the text says so; half away from zero, as a clerk does."""

from __future__ import annotations

from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_UP,
    Decimal,
)
from typing import Any

from kognilang.values.context import Context
from kognilang.values.currencies import places
from kognilang.values.figures import EXACT, figure_of, whole, with_figure
from kognilang.values.kinds import Money
from kognilang.values.refusing import (
    divided_by_zero,
    wrong_kind,
)


def _rounded(value: Any, digits: Any, how: str) -> Any:
    if value is None:
        return None
    figure = figure_of(value, "rounded")
    if digits is None:
        to = places(value.currency) if type(value) is Money else 0
    else:
        to = whole(digits, "a number of decimal places")
    if not -50 <= to <= 50:
        raise wrong_kind(digits, "number", "a number of decimal places")
    if to >= 0 and figure.as_tuple().exponent >= -to:  # type: ignore[operator]
        return value
    step = Decimal(1).scaleb(-to)
    result = figure.quantize(step, rounding=how, context=EXACT)
    if to < 0:
        result = result.quantize(Decimal(1), context=EXACT)
    return with_figure(value, result)


def rounded(context: Context, value: Any, digits: Any = None) -> Any:
    """`A rounded to 2 places`, half away from zero. Without places, money is rounded to what its
    currency uses and anything else to a whole number."""
    return _rounded(value, digits, ROUND_HALF_UP)


def rounded_up(context: Context, value: Any, digits: Any = None) -> Any:
    """`A rounded up`: to the next higher."""
    return _rounded(value, digits, ROUND_CEILING)


def rounded_down(context: Context, value: Any, digits: Any = None) -> Any:
    """`A rounded down`: to the next lower."""
    return _rounded(value, digits, ROUND_FLOOR)


def rounded_to_nearest(context: Context, value: Any, step: Any) -> Any:
    """`A rounded to the nearest 0.05`, half away from zero."""
    if value is None:
        return None
    size = abs(figure_of(step, "a step of rounding"))
    if not size:
        raise divided_by_zero(value)
    times = EXACT.divide(figure_of(value, "rounded"), size)
    return with_figure(
        value,
        EXACT.multiply(times.quantize(Decimal(1), rounding=ROUND_HALF_UP, context=EXACT), size),
    )
