"""Exact arithmetic: numbers, money by currency, percent, counts, durations, days and moments.

Sums, differences and products are exact (to a hundred digits); quotients have 28 significant
digits, as a decimal has that does not end. Nothing is rounded unless the text says so.
"""

from __future__ import annotations

from datetime import date, time
from decimal import (
    ROUND_FLOOR,
    Decimal,
    Overflow,
)
from typing import Any

from kognilang.values.context import Context
from kognilang.values.figures import EXACT, QUOTIENT, figure_of, too_large
from kognilang.values.kinding import kind_of
from kognilang.values.kinds import Count, Duration, Exceptional, List, Money, Percent, Table
from kognilang.values.naming import singular
from kognilang.values.refusing import (
    cannot_compute,
    divided_by_zero,
    is_missing,
    no_currency,
    two_currencies,
    two_units,
    wrong_kind,
)
from kognilang.values.shown import told

_sum = EXACT.add
_minus = EXACT.subtract
_product = EXACT.multiply
_quotient = QUOTIENT.divide


def in_currency(context: Context, number: Decimal, beside: Money) -> Money:
    """Return a bare number that stands beside money as an amount: zero is zero in any currency,
    anything else counts in the settings' currency. Raises Exceptional `no-currency`."""
    if not number:
        return Money(number, beside.currency)
    if not context.currency:
        raise no_currency(number, beside)
    return Money(number, context.currency)


def both_money(context: Context, left: Any, right: Any, verb: str) -> tuple[Money, Money] | None:
    """Return both values as amounts of one currency, or None if neither or only one can be money.

    Raises Exceptional `two-currencies` or `no-currency`.
    """
    if type(left) is Money:
        if type(right) is Decimal:
            right = in_currency(context, right, left)
    elif type(right) is Money and type(left) is Decimal:
        left = in_currency(context, left, right)
    if type(left) is not Money or type(right) is not Money:
        return None
    if left.currency != right.currency:
        if not left.amount:
            left = Money(left.amount, right.currency)
        elif not right.amount:
            right = Money(right.amount, left.currency)
        else:
            raise two_currencies(left, right, verb)
    return left, right


def both_counts(left: Any, right: Any, verb: str) -> tuple[Decimal, Decimal, str] | None:
    """Return the numbers of two counts (or a count and a number) and the noun that they share."""
    if type(left) is Count:
        if type(right) is Decimal:
            return left.value, right, left.noun
        if type(right) is Count:
            if singular(left.noun) != singular(right.noun):
                raise two_units(left, right, verb)
            return left.value, right.value, left.noun
    elif type(right) is Count and type(left) is Decimal:
        return left, right.value, right.noun
    return None


def add(context: Context, left: Any, right: Any) -> Any:
    """`A plus B`. Money is added within a currency; a duration moves a date, time or moment."""
    if type(left) is Decimal and type(right) is Decimal:
        try:
            return _sum(left, right)
        except Overflow:
            raise too_large(left, right) from None
    if type(left) is Money and type(right) is Money and left.currency == right.currency:
        return Money(_sum(left.amount, right.amount), left.currency)
    if type(left) is Percent:
        right = _points(right)
    monies = both_money(context, left, right, "added to")
    if monies is not None:
        return Money(_sum(monies[0].amount, monies[1].amount), monies[0].currency)
    counts = both_counts(left, right, "added to")
    if counts is not None:
        return Count(_sum(counts[0], counts[1]), counts[2])
    if type(left) is Percent and type(right) is Percent:
        return Percent(_sum(left.value, right.value))
    if type(left) is Duration and type(right) is Duration:
        return _durations(left, right, 1)
    if type(right) is Duration and isinstance(left, date | time):
        return moved(context, left, right, 1)
    if type(left) is Duration and isinstance(right, date | time):
        return moved(context, right, left, 1)
    raise _unfit("added to", left, right)


def _points(value: Any) -> Any:
    """Return `2 percentage points` as the percent that they are, anything else as it is."""
    if type(value) is Count and singular(value.noun) == "percentage point":
        return Percent(value.value)
    return value


def subtract(context: Context, left: Any, right: Any) -> Any:
    """`A minus B`. Two dates or moments give the duration between them."""
    if type(left) is Decimal and type(right) is Decimal:
        try:
            return _minus(left, right)
        except Overflow:
            raise too_large(left, right) from None
    if type(left) is Money and type(right) is Money and left.currency == right.currency:
        return Money(_minus(left.amount, right.amount), left.currency)
    if type(left) is Percent:
        right = _points(right)
    monies = both_money(context, left, right, "reduced by")
    if monies is not None:
        return Money(_minus(monies[0].amount, monies[1].amount), monies[0].currency)
    counts = both_counts(left, right, "reduced by")
    if counts is not None:
        return Count(_minus(counts[0], counts[1]), counts[2])
    if type(left) is Percent and type(right) is Percent:
        return Percent(_minus(left.value, right.value))
    if type(left) is Duration and type(right) is Duration:
        return _durations(left, right, -1)
    if type(right) is Duration and isinstance(left, date | time):
        return moved(context, left, right, -1)
    if isinstance(left, date | time) and isinstance(right, date | time):
        from kognilang.values.between import span_between

        return span_between(context, right, left)
    raise _unfit("reduced by", left, right)


def multiply(context: Context, left: Any, right: Any) -> Any:
    """`A times B`: at most one of them bears a unit, except that a count times money is money."""
    if type(left) is Decimal and type(right) is Decimal:
        try:
            return _product(left, right)
        except Overflow:
            raise too_large(left, right) from None
    found = _scaled(left, right)
    if found is None:
        found = _scaled(right, left)
    if found is None:
        raise _unfit("multiplied by", left, right)
    return found


def _scaled(value: Any, by: Any) -> Any:
    """Return `value` so many times, or None if the two do not fit in this order."""
    if type(by) is Percent:
        return share(by, value)
    if type(by) is Count and type(value) is Money:
        by = by.value
    if type(by) is not Decimal:
        return None
    if type(value) is Decimal:
        return _product(value, by)
    if type(value) is Money:
        return Money(_product(value.amount, by), value.currency)
    if type(value) is Count:
        return Count(_product(value.value, by), value.noun)
    if type(value) is Percent:
        return Percent(_product(value.value, by))
    if type(value) is Duration:
        return _times(value, by)
    return None


def share(percent: Percent, of: Any) -> Any:
    """Return a percent of a value that can be scaled, or None."""
    if type(of) in (Decimal, Money, Count, Percent) or type(of) is Duration:
        return _scaled(of, percent.value.scaleb(-2, EXACT))
    return None


def divide(context: Context, left: Any, right: Any) -> Any:
    """`A divided by B`. Two of a kind give a number; money by a number or a count gives money."""
    if type(left) is Decimal and type(right) is Decimal:
        if not right:
            raise divided_by_zero(left)
        return _tidy(_quotient(left, right))
    number: Decimal | None = None
    if type(right) is Decimal:
        number = right
    elif type(right) is Percent:
        number = right.value.scaleb(-2, EXACT)
    elif type(right) is Count and type(left) in (Money, Decimal):
        number = right.value
    if number is not None:
        if not number:
            raise divided_by_zero(left)
        return _divided(left, number, right)
    if type(left) is Money and type(right) is Money:
        monies = both_money(context, left, right, "divided by")
        assert monies is not None
        return _ratio(left, monies[0].amount, monies[1].amount)
    if type(left) is Count and type(right) is Count:
        counts = both_counts(left, right, "divided by")
        assert counts is not None
        return _ratio(left, counts[0], counts[1])
    if type(left) is Percent and type(right) is Percent:
        return _ratio(left, left.value, right.value)
    if type(left) is Duration and type(right) is Duration:
        from kognilang.values.between import measured

        own, other = measured(left, right, "divided by")
        return _ratio(left, own, other)
    raise _unfit("divided by", left, right)


def _divided(left: Any, number: Decimal, by: Any) -> Any:
    if type(left) is Decimal:
        return _tidy(_quotient(left, number))
    if type(left) is Money:
        return Money(_tidy(_quotient(left.amount, number)), left.currency)
    if type(left) is Count:
        return Count(_tidy(_quotient(left.value, number)), left.noun)
    if type(left) is Percent:
        return Percent(_tidy(_quotient(left.value, number)))
    if type(left) is Duration:
        return _times(left, _quotient(Decimal(1), number), number)
    raise _unfit("divided by", left, by)


def _ratio(value: Any, left: Decimal, right: Decimal) -> Decimal:
    if not right:
        raise divided_by_zero(value)
    return _tidy(_quotient(left, right))


def _tidy(number: Decimal) -> Decimal:
    """Return a whole quotient without an exponent (`1E+1` is 10)."""
    return number.quantize(Decimal(1), context=EXACT) if number.as_tuple().exponent > 0 else number  # type: ignore[operator]


def remainder(context: Context, left: Any, right: Any) -> Any:
    """`the remainder of A divided by B`: never negative for a positive B."""
    monies = both_money(context, left, right, "divided by")
    counts = both_counts(left, right, "divided by")
    if monies is not None:
        a, b = monies[0].amount, monies[1].amount
    elif counts is not None:
        a, b = counts[0], counts[1]
    elif type(left) is Decimal and type(right) is Decimal:
        a, b = left, right
    else:
        raise _unfit("divided by", left, right)
    if not b:
        raise divided_by_zero(left)
    rest = EXACT.remainder(a, b)
    if rest and (rest < 0) != (b < 0):
        rest = _sum(rest, b)
    if monies is not None:
        return Money(rest, monies[0].currency)
    return Count(rest, counts[2]) if counts is not None else rest


def negative(context: Context, value: Any) -> Any:
    """`-A`, `minus A`."""
    if type(value) is Decimal:
        return EXACT.minus(value)
    if type(value) in (Money, Count, Percent, Duration):
        return _scaled(value, Decimal(-1))
    raise wrong_kind(value, "number", "made negative")


def absolute(context: Context, value: Any) -> Any:
    """The value without its minus."""
    amount = figure_of(value, "taken without its sign")
    return negative(context, value) if amount < 0 else value


def difference(context: Context, left: Any, right: Any) -> Any:
    """`the difference between A and B`, never negative; between days or moments a duration."""
    if isinstance(left, date | time) and isinstance(right, date | time):
        from kognilang.values.between import span_between

        return span_between(context, *_ordered_days(context, left, right))
    result = subtract(context, left, right)
    return absolute(context, result) if type(result) is not Duration else result


def _ordered_days(context: Context, left: Any, right: Any) -> tuple[Any, Any]:
    from kognilang.values.comparing import compare

    return (left, right) if compare(context, "<=", left, right) else (right, left)


def share_of(context: Context, percent: Any, of: Any) -> Any:
    """`10% of A`, `the late rate of A` where the late rate is a percent."""
    if type(percent) is not Percent:
        raise wrong_kind(percent, "percent", f"taken of {told(of)}")
    found = share(percent, of)
    if found is None:
        if isinstance(of, List | Table):
            raise wrong_kind(of, "number", f"a base for {told(percent)}; total it first")
        raise _unfit("taken of", percent, of)
    return found


def increased(context: Context, value: Any, by: Any) -> Any:
    """`increase A by B`: a percent is of A itself."""
    if type(by) is Percent:
        if type(value) is Percent:
            raise _percent_of_percent(value, by)
        return add(context, value, share_of(context, by, value))
    return add(context, value, by)


def decreased(context: Context, value: Any, by: Any) -> Any:
    """`decrease A by B`: a percent is of A itself."""
    if type(by) is Percent:
        if type(value) is Percent:
            raise _percent_of_percent(value, by)
        return subtract(context, value, share_of(context, by, value))
    return subtract(context, value, by)


def _percent_of_percent(value: Percent, by: Percent) -> Exceptional:
    return Exceptional(
        "unclear-percent",
        f"{told(value)} changed by {told(by)} could mean {told(by).rstrip('%')} percentage points "
        f"or {told(by)} of {told(value)}.",
        values=(("percent", value), ("by", by)),
        suggestions=(f"{told(by).rstrip('%')} percentage points", f"{told(by)} of itself"),
    )


# -- durations ----------------------------------------------------------------------


def _durations(left: Duration, right: Duration, sign: int) -> Duration:
    return Duration(
        left.months + sign * right.months,
        left.days + sign * right.days,
        left.business_days + sign * right.business_days,
        _sum(left.seconds, sign * right.seconds),
    )


def _times(value: Duration, by: Decimal, divisor: Decimal | None = None) -> Duration:
    def part(amount: Decimal) -> Decimal:
        if divisor is not None:
            return EXACT.divide(amount, divisor)
        return _product(amount, by)

    months = part(Decimal(value.months))
    days = part(Decimal(value.days))
    business = part(Decimal(value.business_days))
    seconds = part(value.seconds)
    if months != months.to_integral_value() or business != business.to_integral_value():
        raise Exceptional(
            "not-whole",
            f"{told(value)} cannot be split: months and business days come only whole.",
            needs="duration",
            values=(("duration", value),),
        )
    whole_days = days.to_integral_value(rounding=ROUND_FLOOR)
    if whole_days != days:
        seconds = _sum(seconds, _product(_minus(days, whole_days), Decimal(86400)))
    return Duration(int(months), int(whole_days), int(business), seconds)


def moved(context: Context, when: Any, by: Duration, sign: int) -> Any:
    """Return a date, time or moment moved by a duration."""
    from kognilang.values.dates import moved as move

    return move(context, when, by, sign)


def _unfit(verb: str, left: Any, right: Any) -> Exceptional:
    if isinstance(left, str) and isinstance(right, str) and verb == "added to":
        return cannot_compute(
            verb, left, right, "texts are joined with followed by",
            (f"{told(left)} followed by {told(right)}",),
        )  # fmt: skip
    if verb in ("added to", "reduced by") and type(right) is Percent and left is not None:
        sign = "plus" if verb == "added to" else "minus"
        return cannot_compute(
            verb, left, right, "a percent is of something",
            (f"{told(left)} {sign} {told(right)} of {told(left)}",),
        )  # fmt: skip
    if isinstance(left, List | Table) or isinstance(right, List | Table):
        return cannot_compute(verb, left, right, "a list has no single value")
    if type(left) is Money and type(right) is Money:
        return cannot_compute(verb, left, right, "money is multiplied by plain numbers")
    if left is not None and right is not None and kind_of(left) == "text":
        return _no_partner(left, verb, right, f"{verb} {told(right)}")
    if left is not None and right is not None and kind_of(right) == "text":
        return _no_partner(right, verb, left, f"used where {told(left)} is {verb} it")
    fault = cannot_compute(verb, left, right)
    if is_missing(left) != is_missing(right):
        fault.needs = _partner(verb, right if is_missing(left) else left)
    return fault


def _no_partner(value: Any, verb: str, other: Any, doing: str) -> Exceptional:
    needs = _partner(verb, other)
    fault = wrong_kind(value, "number" if needs == "any" else needs, doing)
    fault.needs = needs
    return fault


def _partner(verb: str, other: Any) -> str:
    """The kind that goes with a value: for a sum its own, for a product or a share a number."""
    if verb in ("added to", "reduced by") or isinstance(other, List | Table):
        return kind_of(other)
    # A number or a count is multiplied with money as well, and money is divided by both.
    return "number" if verb == "multiplied by" and type(other) in (Money, Duration) else "any"
