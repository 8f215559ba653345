"""The operations of the language by name: the authority on which there are, and their arity.

Each is a pure function `operation(context, *values)` that yields a value or raises
Exceptional; its docstring shows how it is written. The code is in the modules by subject.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kognilang.values import (
    adjectives,
    aggregates,
    arithmetic,
    arranging,
    between,
    collections,
    dates,
    formats,
    named_days,
    ranges,
    rounding,
    texts,
)
from kognilang.values.context import Context
from kognilang.values.kinds import Count, List, Money
from kognilang.values.refusing import wrong_kind

Operation = Callable[..., Any]


def count_with_noun(context: Context, number: Any, noun: Any) -> Count:
    """`{n} units`: a count of a noun."""
    from decimal import Decimal

    if type(number) is not Decimal:
        raise wrong_kind(number, "number", f"a number of {noun}")
    return Count(number, str(noun))


def as_kind(context: Context, value: Any, kind: Any) -> Any:
    """`A as a number`, `A as a date`: converted where nothing is lost."""
    from kognilang.values.data import fit

    return fit(value, str(kind), context.settings)


def as_percent(context: Context, value: Any) -> Any:
    """`A as a percent`: 0.25 is 25%."""
    from decimal import Decimal

    from kognilang.values.kinds import Percent

    if type(value) is Percent or value is None:
        return value
    if type(value) is not Decimal:
        raise wrong_kind(value, "number", "made a percent")
    return Percent(value.scaleb(2))


def in_currency(context: Context, value: Any, currency: Any) -> Any:
    """`A in USD`: a bare number as an amount of a currency. Money of another is not converted."""
    from decimal import Decimal

    from kognilang.values.refusing import two_currencies

    code = str(currency).upper()
    if value is None:
        return None
    if type(value) is List:
        items = [in_currency(context, one, code) for one in value.items]
        return List(items=items, noun=value.noun, about=value.about)
    if type(value) is Decimal:
        return Money(value, code)
    if type(value) is Money and (value.currency == code or not value.amount):
        return Money(value.amount, code)
    if type(value) is Money:
        raise two_currencies(value, Money(Decimal(0), code), "taken as")
    raise wrong_kind(value, "number", f"an amount in {code}")


OPERATIONS: dict[str, Operation] = {
    # arithmetic
    "+": arithmetic.add,
    "-": arithmetic.subtract,
    "*": arithmetic.multiply,
    "/": arithmetic.divide,
    "negative": arithmetic.negative,
    "absolute": arithmetic.absolute,
    "remainder": arithmetic.remainder,
    "difference": arithmetic.difference,
    "share of": arithmetic.share_of,
    "increased by": arithmetic.increased,
    "decreased by": arithmetic.decreased,
    "rounded": rounding.rounded,
    "rounded up": rounding.rounded_up,
    "rounded down": rounding.rounded_down,
    "rounded to nearest": rounding.rounded_to_nearest,
    "smaller of": aggregates.smaller_of,
    "larger of": aggregates.larger_of,
    "earlier of": aggregates.earlier_of,
    "later of": aggregates.later_of,
    "count with noun": count_with_noun,
    "in currency": in_currency,
    "as percent": as_percent,
    "as kind": as_kind,
    # aggregates
    "number of": collections.number_of,
    "total of": aggregates.total_of,
    "average of": aggregates.average_of,
    "median of": aggregates.median_of,
    "largest of": aggregates.largest_of,
    "smallest of": aggregates.smallest_of,
    "latest of": aggregates.latest_of,
    "earliest of": aggregates.earliest_of,
    "most common of": aggregates.most_common_of,
    # collections
    "list": collections.make_list,
    "first": collections.first,
    "last": collections.last,
    "item": collections.item,
    "first n": collections.first_n,
    "last n": collections.last_n,
    "range": ranges.range_,
    "rounds": ranges.rounds,
    "tries": ranges.tries,
    "reversed": collections.reversed_,
    "all except": collections.all_except,
    "copy": collections.copy,
    "distinct": arranging.distinct,
    # texts
    "followed by": texts.followed_by,
    "in capitals": texts.in_capitals,
    "in lower case": texts.in_lower_case,
    "in title case": texts.in_title_case,
    "capitalized": texts.capitalized,
    "trimmed": texts.trimmed,
    "first word of": texts.first_word,
    "last word of": texts.last_word,
    "first letters of": texts.first_letters,
    "last letters of": texts.last_letters,
    "lines of": texts.lines_of,
    "words of": texts.words_of,
    "length of": texts.length_of,
    "split by": texts.split_by,
    "joined with": texts.joined_with,
    "listed one per line": texts.one_per_line,
    "text before": texts.text_before,
    "text after": texts.text_after,
    "text between": texts.text_between,
    "replaced": texts.replaced,
    "new line": texts.new_line,
    "as text": texts.as_text,
    "as": formats.as_pattern,
    "in words": formats.in_words,
    # dates and times
    "today": named_days.today,
    "now": named_days.now,
    "tomorrow": named_days.tomorrow,
    "yesterday": named_days.yesterday,
    "next weekday": named_days.next_weekday,
    "last weekday": named_days.last_weekday,
    "next business day": named_days.next_business_day,
    "last business day": named_days.last_business_day,
    "next week": named_days.next_week,
    "last week": named_days.last_week,
    "next month": named_days.next_month,
    "last month": named_days.last_month,
    "next year": named_days.next_year,
    "last year": named_days.last_year,
    "start of week": named_days.start_of_week,
    "end of week": named_days.end_of_week,
    "start of month": named_days.start_of_month,
    "end of month": named_days.end_of_month,
    "start of next month": named_days.start_of_next_month,
    "end of next month": named_days.end_of_next_month,
    "start of last month": named_days.start_of_last_month,
    "end of last month": named_days.end_of_last_month,
    "start of quarter": named_days.start_of_quarter,
    "end of quarter": named_days.end_of_quarter,
    "start of year": named_days.start_of_year,
    "end of year": named_days.end_of_year,
    "first business day of month": named_days.first_business_day_of_month,
    "last business day of month": named_days.last_business_day_of_month,
    "duration": dates.duration,
    "after": dates.after,
    "before": dates.before,
    "in": dates.later,
    "ago": dates.ago,
    "at": dates.moment_at,
    "year of": dates.year_of,
    "year number": dates.year_of,
    "month of": dates.month_of,
    "month number of": dates.month_number_of,
    "weekday of": dates.weekday_of,
    "day of": dates.day_number_of,
    "quarter of": dates.quarter_of,
    "week number of": dates.week_number_of,
    "hour of": dates.hour_of,
    "minute of": dates.minute_of,
    "date of": dates.date_of,
    "time of": dates.time_of,
    "age of": between.age_of,
    "days between": between.days_between,
    "days between counting both": between.days_counting_both,
    "days from to": between.days_from_to,
    "days from to counting both": between.days_from_to_counting_both,
    "business days between": between.business_days_between,
    "business days between counting both": between.business_days_counting_both,
    "business days from to": between.business_days_from_to,
    "business days from to counting both": between.business_days_from_to_counting_both,
    "weeks between": between.weeks_between,
    "weeks from to": between.weeks_from_to,
    "months between": between.months_between,
    "months from to": between.months_from_to,
    "years between": between.years_between,
    "years from to": between.years_from_to,
    "hours between": between.hours_between,
    "hours from to": between.hours_from_to,
    "minutes between": between.minutes_between,
    "minutes from to": between.minutes_from_to,
    "seconds between": between.seconds_between,
    "seconds from to": between.seconds_from_to,
    # adjectives, which yield yes or no
    "is even": adjectives.is_even,
    "is odd": adjectives.is_odd,
    "is a whole number": adjectives.is_whole,
    "is positive": adjectives.is_positive,
    "is negative": adjectives.is_negative,
    "is zero": adjectives.is_zero,
    "is in the past": adjectives.is_past,
    "is in the future": adjectives.is_future,
    "is today": adjectives.is_today,
    "is tomorrow": adjectives.is_tomorrow,
    "is yesterday": adjectives.is_yesterday,
    "is a weekday": adjectives.is_weekday,
    "is on a weekend": adjectives.is_weekend,
    "is a business day": adjectives.is_business_day,
    "is a holiday": adjectives.is_holiday,
    "is a leap year": adjectives.is_leap_year,
    "is in capitals": adjectives.is_in_capitals,
}

ADJECTIVES = frozenset(
    name.removeprefix("is ") for name in OPERATIONS if name.startswith("is ")
) - {"a whole number"}
"""The words after `is` that the language itself knows; `OPERATIONS["is " + words]` tells."""


def arity(name: str) -> tuple[int, int]:
    """Return how few and how many values an operation takes; any number is (0, 1000)."""
    code = OPERATIONS[name]
    takes = code.__code__.co_argcount - 1
    if code.__code__.co_flags & 0x04:
        return 0, 1000
    return takes - len(code.__defaults__ or ()), takes


def apply(context: Context, name: str, *values: Any) -> Any:
    """Apply an operation by name. Raises KeyError for a name that is none, and Exceptional."""
    return OPERATIONS[name](context, *values)
