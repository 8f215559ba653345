"""What a literal says: its number, amount, share, length of time, day or time of day."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal

from kognilang.language.tree import (
    DateLiteral,
    DurationLiteral,
    MomentLiteral,
    MoneyLiteral,
    Number,
    PercentLiteral,
    TimeLiteral,
    Token,
)
from kognilang.language.words import MONTHS, NUMBER_WORDS
from kognilang.values.currencies import SYMBOLS

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+)(?:\.\d+)?"
"""How a number is written."""
SCALE = r"(?:\s*(?:thousand|million|billion|bn|m|k)\b)"
"""What may follow it and says how many of it."""

_SCALES = {
    "thousand": 1000,
    "k": 1000,
    "million": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
}
_NUMERIC = re.compile(NUMBER)
_SCALED = re.compile(SCALE, re.IGNORECASE)
_CLOCK_PARTS = re.compile(r"(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?\s*([ap])?", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_NAMED = re.compile(r"(?:([a-z]+)\.?\s+(\d+)|(\d+)[a-z]*\s+([a-z]+)\.?)\D*?(\d{4})$", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})$")


def literal(kind: str, hit: re.Match[str], span: tuple[int, int]) -> Token:
    """Return the token of a date, time, money, percent or duration; one that no calendar and no
    clock shows has no value."""
    written = hit.group()
    if kind == "money":
        amount = number(written)
        symbol = next((s for s in SYMBOLS if s in written), None)
        currency = SYMBOLS[symbol] if symbol else written[-3:].upper()
        money = MoneyLiteral(amount, currency, span=span)
        return Token("money", f"{currency} {plain_digits(amount)}", span, written, money)
    if kind == "percent":
        share = number(written)
        return Token(
            "percent", f"{plain_digits(share)}%", span, written, PercentLiteral(share, span=span)
        )
    if kind == "duration":
        return _duration(written, span)
    if kind == "time":
        clock = _clock(written)
        if clock is None:
            # Kept as a time without a value: the reader says what is wrong with it.
            return Token("time", " ".join(written.lower().split()), span, written)
        return Token(
            "time", clock.isoformat("minutes"), span, written, TimeLiteral(clock, span=span)
        )
    day = _date(hit.group("date"))
    shown = " ".join(written.lower().split())
    if day is None:
        # Kept as a date without a value: the reader says what is wrong with it.
        return Token("date", shown, span, written)
    literal = DateLiteral(day, span=span)
    at = hit.group("at")
    if at is None:
        return Token("date", day.isoformat(), span, written, literal)
    clock = _clock(re.sub(r"^\s*at\s+|^T", "", at.strip(), flags=re.IGNORECASE))
    if clock is None:
        return Token("date", shown, span, written)
    moment = MomentLiteral(literal, TimeLiteral(clock, span=span), span=span)
    return Token("moment", f"{day.isoformat()} {clock.isoformat('minutes')}", span, written, moment)


def number(written: str) -> Decimal:
    """Return the number in a literal, with its sign and scale (`1.2 million`)."""
    hit = _NUMERIC.search(written)
    assert hit is not None
    value = Decimal(hit.group().replace(",", ""))
    scale = _SCALED.match(written, hit.end())
    if scale:
        value = value * _SCALES[scale.group().strip().lower()]
        if value == value.to_integral_value():
            value = value.to_integral_value()
    return -value if written.startswith("-") else value


def plain_digits(value: Decimal) -> str:
    """Return the digits of a number without an exponent."""
    return format(value, "f")


def _duration(written: str, span: tuple[int, int]) -> Token:
    amount, _, unit = " ".join(written.lower().split()).partition(" ")
    value = Decimal(NUMBER_WORDS[amount]) if amount in NUMBER_WORDS else number(amount)
    unit = unit.removesuffix("s").replace("working day", "business day")
    literal = DurationLiteral(Number(value, span=span), unit, span=span)
    return Token("duration", f"{plain_digits(value)} {unit}", span, written, literal)


def _clock(written: str) -> time | None:
    """Return the time of day, or None for one that no clock shows (`25:00`)."""
    low = written.lower()
    if low in ("noon", "midnight"):
        return time(12 if low == "noon" else 0)
    hit = _CLOCK_PARTS.match(low)
    if hit is None:
        return None
    hour, minute, second = int(hit[1]), int(hit[2] or 0), int(hit[3] or 0)
    if hit[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if hit[4] == "p" else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def _date(written: str) -> date | None:
    """Return the day, or None where there is none or the order of its parts is open."""
    try:
        if hit := _ISO.match(written):
            return date(int(hit[1]), int(hit[2]), int(hit[3]))
        if hit := _NUMERIC_DATE.match(written):
            first, second, year = int(hit[1]), int(hit[2]), int(hit[3])
            if first > 12:
                return date(year, second, first)
            if second > 12:
                return date(year, first, second)
            return date(year, first, second) if first == second else None
        if hit := _NAMED.match(written):
            month = MONTHS[(hit[1] or hit[4]).lower()]
            return date(int(hit[5]), month, int(hit[2] or hit[3]))
    except (ValueError, KeyError):
        pass
    return None
