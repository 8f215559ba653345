"""Sums, averages and extremes of lists of plain values."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kognilang.values.arithmetic import add, divide
from kognilang.values.comparing import group_key, is_blank, sort_keys
from kognilang.values.context import Context
from kognilang.values.figures import EXACT, ZERO, too_large
from kognilang.values.kinding import kind_of
from kognilang.values.kinds import Exceptional, List, Money, Record, Table
from kognilang.values.naming import and_list, canonical, plural
from kognilang.values.refusing import wrong_kind
from kognilang.values.shown import label, told


def _values(value: Any, doing: str) -> list[Any]:
    """Return the values of a list of plain values. Raises Exceptional for records and blanks."""
    if isinstance(value, Table):
        raise _name_the_field(value.rows[0] if value.rows else Record(), value.noun, doing)
    if not isinstance(value, List):
        if value is None:
            return []
        raise wrong_kind(value, "list", doing)
    items = value.items
    blanks = [at for at, one in enumerate(items) if one is None or one == ""]
    if blanks:
        raise blank_among(value, blanks, doing)
    if items and isinstance(items[0], Record):
        raise _name_the_field(items[0], value.noun, doing)
    return items


def _name_the_field(record: Record, noun: str, doing: str) -> Exceptional:
    many = plural(noun or "item")
    figures = [
        name for name, one in record.fields.items()
        if one is not None and kind_of(one) in ("number", "money", "count", "percent")
    ]  # fmt: skip
    return Exceptional(
        "wrong-kind",
        f"The {many} themselves cannot be {doing}; name the field, such as "
        f"the {many}' {plural(canonical(figures[0])) if figures else 'totals'}.",
        suggestions=tuple(f"the {many}' {plural(canonical(name))}" for name in figures[:3]),
    )


def blank_among(value: List, places: list[int], doing: str) -> Exceptional:
    """Return the exception for blanks among values, which names the rows that they are in."""
    things, prop = value.about if value.about is not None else ([], "")
    rows = [things[at] for at in places] if things else []
    named = [
        label(row) if isinstance(row, Record) else f"number {at + 1}"
        for row, at in zip(rows or [None] * len(places), places, strict=True)
    ]
    more = f" and {len(named) - 5} more" if len(named) > 5 else ""
    where = and_list(named[:5]) if not more else ", ".join(named[:5]) + more
    what = prop or value.noun or "value"
    noun = getattr(value, "noun", "") or what
    known = next((one for one in value.items if one is not None and one != ""), None)
    is_are = "is" if len(places) == 1 else "are"
    return Exceptional(
        "blank-value",
        f"The {what} of {where} {is_are} blank, so the {plural(noun)} cannot be {doing}; leave "
        f"the blank ones out, or count them as zero.",
        prop=prop,
        thing=rows[0] if rows else None,
        needs=kind_of(known) if known is not None else "number",
        values=tuple((one, None) for one in named[:10]),
        candidates=tuple(rows[:50]),
        suggestions=(f"whose {what} is not blank",),
    )


def total_of(context: Context, value: Any) -> Any:
    """`the total of A`; of nothing it is 0. Money is added within a currency."""
    items = _values(value, "added up")
    if not items:
        return ZERO
    total = items[0]
    if type(total) is Decimal or type(total) is Money:
        found = _fast_total(items)
        if found is not None:
            return found
    if kind_of(total) not in ("number", "money", "count", "percent", "duration"):
        raise wrong_kind(total, "number", "added up")
    for one in items[1:]:
        if kind_of(one) not in ("number", "money", "count", "percent", "duration"):
            raise wrong_kind(one, "number", "added up")
        total = add(context, total, one)
    return total


def _fast_total(items: list[Any]) -> Decimal | Money | None:
    """Return the sum of numbers or of money of one currency, or None for anything else."""
    plus = EXACT.add
    total = ZERO
    try:
        if type(items[0]) is Decimal:
            for one in items:
                if type(one) is not Decimal:
                    return None
                total = plus(total, one)
            return total
        currency = items[0].currency
        for one in items:
            if type(one) is not Money or one.currency != currency:
                return None
            total = plus(total, one.amount)
        return Money(total, currency)
    except ArithmeticError:
        raise too_large(*items[:2]) from None


def average_of(context: Context, value: Any) -> Any:
    """`the average of A`. Raises Exceptional `no-values` for none."""
    items = _values(value, "averaged")
    if not items:
        raise _no_values(value, "average")
    return divide(context, total_of(context, value), Decimal(len(items)))


def median_of(context: Context, value: Any) -> Any:
    """`the median of A`: the middle one, or the average of the two in the middle."""
    items = _values(value, "ordered")
    if not items:
        raise _no_values(value, "median")
    order = sort_keys(context, items)
    ranked = [items[at] for at in sorted(range(len(items)), key=order.__getitem__)]
    middle = len(ranked) // 2
    if len(ranked) % 2:
        return ranked[middle]
    return divide(context, add(context, ranked[middle - 1], ranked[middle]), Decimal(2))


def largest_of(context: Context, value: Any) -> Any:
    """`the largest of A`, `the latest of A`. Raises Exceptional `no-values` for none."""
    return _extreme(context, value, "largest")


def smallest_of(context: Context, value: Any) -> Any:
    """`the smallest of A`, `the earliest of A`. Raises Exceptional `no-values` for none."""
    return _extreme(context, value, "smallest")


def _extreme(context: Context, value: Any, which: str) -> Any:
    items = _values(value, "compared")
    if not items:
        raise _no_values(value, which)
    order = sort_keys(context, items)
    pick = max if which == "largest" else min
    return items[pick(range(len(items)), key=order.__getitem__)]


def latest_of(context: Context, value: Any) -> Any:
    """`the latest of A`: of dates, times or moments."""
    return _in_time(context, value, "largest", "latest")


def earliest_of(context: Context, value: Any) -> Any:
    """`the earliest of A`: of dates, times or moments."""
    return _in_time(context, value, "smallest", "earliest")


def _in_time(context: Context, value: Any, which: str, word: str) -> Any:
    for one in _values(value, "compared in time"):
        if kind_of(one) not in ("date", "time", "moment"):
            raise wrong_kind(one, "date", f"the {word}")
    return _extreme(context, value, which)


def most_common_of(context: Context, value: Any) -> Any:
    """`the most common status of …`: blanks do not take part.

    Raises Exceptional `no-values`, or `several-matches` for a tie.
    """
    items = [one for one in (value.items if isinstance(value, List) else []) if not is_blank(one)]
    if not items:
        raise _no_values(value, "most common")
    counts: dict[Any, int] = {}
    spelling: dict[Any, Any] = {}
    for one in items:
        key = group_key(context, one)
        counts[key] = counts.get(key, 0) + 1
        spelling.setdefault(key, one)
    best = max(counts.values())
    winners = [spelling[key] for key, number in counts.items() if number == best]
    if len(winners) > 1:
        raise Exceptional(
            "several-matches",
            f"{and_list([told(one) for one in winners[:5]])} are equally common "
            f"({best} each), where one is meant.",
            needs="choice",
            candidates=tuple(winners[:50]),
        )
    return winners[0]


def _no_values(value: Any, which: str) -> Exceptional:
    noun = getattr(value, "noun", "") or "value"
    return Exceptional(
        "no-values",
        f"There is no {which} of no {plural(noun)}.",
        needs="any",
        values=((plural(noun), value),),
    )


def larger_of(context: Context, left: Any, right: Any) -> Any:
    """`the larger of A and B`, `the later of A and B`."""
    return largest_of(context, List(items=[left, right]))


def smaller_of(context: Context, left: Any, right: Any) -> Any:
    """`the smaller of A and B`, `the earlier of A and B`."""
    return smallest_of(context, List(items=[left, right]))


def later_of(context: Context, left: Any, right: Any) -> Any:
    """`the later of A and B`."""
    return latest_of(context, List(items=[left, right]))


def earlier_of(context: Context, left: Any, right: Any) -> Any:
    """`the earlier of A and B`."""
    return earliest_of(context, List(items=[left, right]))
