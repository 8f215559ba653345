"""A comparison in plain words, with its values: for a check that failed, and for traces."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kognilang.values import arithmetic
from kognilang.values.comparing import literal
from kognilang.values.context import Context
from kognilang.values.data import as_written
from kognilang.values.kinding import kind_of
from kognilang.values.kinds import (
    Count,
    Duration,
    Exceptional,
    List,
    Money,
    Percent,
    Record,
    Table,
)
from kognilang.values.shown import money, plain, shown, told

WORDS = {
    "=": ("is", "is not"),
    "exactly": ("is exactly", "is not exactly"),
    ">": ("is more than", "is not more than"),
    ">=": ("is at least", "is less than"),
    "<": ("is less than", "is not less than"),
    "<=": ("is at most", "is more than"),
    "before": ("is before", "is not before"),
    "older than": ("is older than", "is not older than"),
    "newer than": ("is newer than", "is not newer than"),
    "after": ("is after", "is not after"),
    "on": ("is on", "is not on"),
    "on or before": ("is on or before", "is after"),
    "on or after": ("is on or after", "is before"),
    "contains": ("contains", "does not contain"),
    "starts with": ("starts with", "does not start with"),
    "ends with": ("ends with", "does not end with"),
    "matches": ("matches the pattern", "does not match the pattern"),
    "in": ("is one of", "is none of"),
    "all in": ("are all in", "are not all in"),
}
"""By comparison: its words where it holds, and where it does not."""


def said(
    context: Context, op: str, left: Any, right: Any, extra: Sequence[Any] = (), holds: bool = False
) -> str:
    """Return a comparison that holds (or does not) with its values, without a full stop:
    `$1,060 is not within 2% of $1,000 (it is 6% more)`."""
    one, other = _apart(left, right)
    if op == "within":
        words = "is within" if holds else "is not within"
        off = "" if holds else _off(context, left, right)
        return f"{one} {words} {told(extra[0])} of {other}{off}"
    if op == "between":
        words = "is between" if holds else "is not between"
        return f"{one} {words} {other} and {told(extra[0])}"
    if op in ("more than by", "at least more than by", "less than by", "at least less than by"):
        least = "at least " if op.startswith("at least") else "exactly "
        more = "more" if "more" in op else "less"
        verb = "is" if holds else "is not"
        off = "" if holds else _off(context, left, right)
        return f"{one} {verb} {least}{told(extra[0])} {more} than {other}{off}"
    positive, negative = WORDS[op]
    off = "" if holds or op not in ("=", "exactly") else _off(context, left, right)
    return f"{one} {positive if holds else negative} {other}{off}"


def claim(
    context: Context, subject: str, op: str, left: Any, right: Any, extra: Sequence[Any] = ()
) -> str:
    """Return, of a comparison that does not hold, the subject with its value and what is wrong
    with it: `the price is $212, which is not within 2% of $200 (the difference is $12, 6% more)`.
    """
    words = said(context, op, left, right, extra)
    if not subject:
        return words
    one, _ = _apart(left, right)
    rest = words.removeprefix(one).strip()
    if left is None:
        return f"{subject} is blank"
    if op in ("=", "exactly"):
        return f"{subject} is {one}, {rest.removeprefix('is ')}"
    if op in ("contains", "starts with", "ends with", "matches") or rest.startswith("is "):
        return f"{subject} is {one}, which {rest}"
    return f"{subject}: {words}"


def told_apart(left: Record, right: Record) -> tuple[str, str]:
    """Return what tells two records from each other: where they bear the same name, where each
    came from."""
    one, other = told(left), told(right)
    if one == other and left.origin != right.origin:
        one = f"{one} ({left.origin})" if left.origin else one
        other = f"{other} ({right.origin})" if right.origin else other
    return one, other


def _apart(left: Any, right: Any) -> tuple[str, str]:
    """Return both values in words; exactly, where they would look the same though they differ."""
    one, other = told(left), told(right)
    if isinstance(left, str) != isinstance(right, str):
        # Beside a text a figure counts as it was written: `5.0` is not "5".
        if type(left) is Decimal:
            one = as_written(left)
        elif type(right) is Decimal:
            other = as_written(right)
    if one == other:
        one, other = _precisely(left), _precisely(right)
    return one, other


def _precisely(value: Any) -> str:
    if type(value) is Money:
        return money(value, exact=True)
    if isinstance(value, Record):
        return f"{told(value)} ({shown(value)})"
    if isinstance(value, List | Table) or value is None:
        return told(value)
    return f"the {kind_of(value)} {told(value)}"


def _off(context: Context, left: Any, right: Any) -> str:
    """Return ` (it is 6% more)`, ` (the difference is $3)`, or nothing where there is none."""
    try:
        left, right = literal(context, left), literal(context, right)
        if not isinstance(left, Decimal | Money | Count | Percent) and kind_of(left) not in (
            "date",
            "moment",
        ):
            return ""
        gap = arithmetic.difference(context, left, right)
        if gap == arithmetic.difference(context, right, right):
            return ""
        share = ""
        figures = [getattr(one, "amount", getattr(one, "value", one)) for one in (left, right)]
        if all(type(one) is Decimal for one in figures) and figures[1]:
            percent = abs((figures[0] - figures[1]) / figures[1] * 100)
            more = "more" if figures[0] > figures[1] else "less"
            if percent < 1000 and not isinstance(left, Percent):
                share = f", {plain(round(percent, 1 if percent >= 1 else 2))}% {more}"
        text = money(gap, exact=True) if type(gap) is Money else told(gap)
        if type(gap) is Duration and not (gap.days or gap.seconds):
            return ""
        return f" (the difference is {text}{share})"
    except Exceptional:
        return ""
