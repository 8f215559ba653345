"""Ranges: numbers, days and times from one to another."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from kognilang.values.arithmetic import add
from kognilang.values.comparing import compare
from kognilang.values.context import Context
from kognilang.values.figures import whole
from kognilang.values.kinds import Count, Duration, Exceptional, List
from kognilang.values.refusing import wrong_kind
from kognilang.values.shown import told

MOST = 10_000_000
"""How many things a range may hold."""


def range_(context: Context, start: Any, end: Any, step: Any = None) -> List:
    """`1 to 10`, each day from A to B, each time from 9:00 to 17:00 every 30 minutes; both ends
    included, nothing if the end is before the start (unless the step is negative)."""
    if isinstance(start, date | time) or isinstance(end, date | time):
        return _times(context, start, end, step)
    first_one, last_one = _range_end(start), _range_end(end)
    by = Decimal(1) if step is None else _range_end(step)
    if not by:
        raise wrong_kind(step, "number", "a step, since it leads nowhere")
    size = int((last_one - first_one) / by) + 1 if (last_one - first_one) * by >= 0 else 0
    _limited(size)
    if step is None and first_one == first_one.to_integral_value():
        begin = int(first_one)
        items: list[Any] = [Decimal(begin + at) for at in range(size)]
    else:
        items = [first_one + by * at for at in range(size)]
    if type(start) is Count:
        items = [Count(one, start.noun) for one in items]
    return List(items=items, noun="number")


def rounds(context: Context, times: Any) -> Decimal:
    """How often `Repeat N times` goes round: a whole number, zero or more."""
    return _how_often(times, "repeated", 0)


def tries(context: Context, times: Any) -> Decimal:
    """How often `Try up to N times` tries: a whole number, one or more."""
    return _how_often(times, "tried", 1)


def _how_often(times: Any, done: str, least: int) -> Decimal:
    """Return how often something is repeated or tried: a whole number, at least so many."""
    count = whole(times, f"how often something is {done}")
    if count < least:
        raise Exceptional(
            "out-of-range",
            f"Nothing can be {done} {told(times)} times.",
            needs="number",
            values=(("times", times),),
        )
    return Decimal(count)


def _range_end(value: Any) -> Decimal:
    number = value.value if type(value) is Count else value
    if type(number) is not Decimal:
        raise wrong_kind(value, "number", "an end of a range")
    return number


def _limited(size: int) -> None:
    if size > MOST:
        raise Exceptional(
            "limit-reached",
            f"A range of {size} things is too long; the limit is {MOST}.",
            needs="number",
            values=(("how many", Decimal(size)),),
        )


def _times(context: Context, start: Any, end: Any, step: Any) -> List:
    day = isinstance(start, date) and not isinstance(start, datetime)
    by = (
        step if step is not None else (Duration(days=1) if day else Duration(seconds=Decimal(3600)))
    )
    if type(by) is not Duration:
        raise wrong_kind(by, "duration", "a step in time")
    if not (by.months > 0 or by.days > 0 or by.business_days > 0 or by.seconds > 0):
        raise wrong_kind(by, "duration", "a step, since it leads nowhere")
    items = []
    if isinstance(start, time):
        some = datetime(2000, 1, 1)
        if not isinstance(end, time):
            raise wrong_kind(end, "time", f"the end of a range from {told(start)}")
        at = datetime.combine(some, start)
        stop = datetime.combine(some, end)
        if by.months or by.days or by.business_days:
            raise wrong_kind(by, "time", "a step within a day")
        jump = timedelta(microseconds=int(by.seconds * 1_000_000))
        while at <= stop:
            items.append(at.time())
            at += jump
            _limited(len(items))
        return List(items=items, noun="time")
    one = start
    number = 0
    while compare(context, "<=", one, end):
        items.append(one)
        number += 1
        _limited(number)
        # Counted from the start, so that month ends stay month ends.
        jumped = Duration(
            by.months * number, by.days * number, by.business_days * number, by.seconds * number
        )
        one = add(context, start, jumped)
    return List(items=items, noun="day" if day else "time")
