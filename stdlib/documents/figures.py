"""Values as documents write them: amounts, numbers and dates, read only where unmistakable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from kognilang import CODES, SYMBOLS, Count, Duration, Money, Percent, Settings, recognise

_SIGNS = "".join(re.escape(sign) for sign in SYMBOLS)
_FIGURES = r"\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_AMOUNT = re.compile(
    rf"(?P<open>\()?\s*(?P<minus>[-−–])?\s*(?P<before>[A-Z]{{3}}|[A-Z]{{0,2}}[{_SIGNS}])?\s*"
    rf"(?P<minus2>[-−–])?(?P<figures>{_FIGURES})(?:,?[-–—])?\s*"
    rf"(?P<after>[A-Z]{{3}}|[{_SIGNS}])?\s*(?P<minus3>-)?(?P<close>\))?"
)
_LETTERED = {"US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD",
             "HK$": "HKD", "S$": "SGD", "R$": "BRL"}  # fmt: skip
_WEEKDAY = re.compile(r"(?i)^(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:day)?\.?,?\s+")


@dataclass(frozen=True, slots=True)
class Style:
    """How a document writes figures: `.` or `,` before the decimals (empty if it does not
    show), and the one currency that it names (empty if none or several)."""

    point: str = ""
    currency: str = ""


def style_of(text: str, settings: Settings) -> Style:
    """Return how a document writes figures, from those that can be read only one way."""
    points = set(re.findall(r"\d([.,])\d{2}(?![\d.,])", text))
    points |= {"." if mark == "," else "," for mark in re.findall(r"\d([.,])\d{3}[.,]\d", text)}
    named = {SYMBOLS[sign] for sign in SYMBOLS if re.search(rf"(?<![A-Z]){re.escape(sign)}", text)}
    for sign, code in _LETTERED.items():
        if re.search(rf"(?<![A-Z]){re.escape(sign)}", text):
            named.add(code)
    named |= {code for code in re.findall(r"\b[A-Z]{3}\b", text) if _currency_word(code, text)}
    if len(named) > 1 and settings.currency in named and "$" in text:
        # `$` beside `CAD` is the same dollar where a document says so.
        named -= {"USD"} if re.search(r"\b(?:CAD|AUD|NZD|SGD|HKD|MXN)\b", text) else set()
    currency = named.pop() if len(named) == 1 else ("" if named else settings.currency)
    return Style(points.pop() if len(points) == 1 else "", currency)


def _currency_word(code: str, text: str) -> bool:
    """A code counts where a figure or the word currency stands beside it."""
    if code not in CODES:
        return False
    beside = rf"(?:\b{code}\s*[-(]?\d|\d\s*{code}\b|\(\s*(?:in\s+)?{code}\s*\)|\bin\s+{code}\b"
    return bool(re.search(beside + rf"|(?i:currency)\s*:?\s*{code}\b)", text))


def amount_of(text: str, style: Style) -> Money | Decimal | None:
    """Return an amount of money; a bare number where no currency is known at all."""
    match = _AMOUNT.fullmatch(text.strip())
    if not match or bool(match["open"]) != bool(match["close"]):
        return None
    number = decimal_of(match["figures"], style)
    if number is None:
        return None
    currency = ""
    for mark in (match["before"], match["after"]):
        if mark:
            found = _LETTERED.get(mark) or SYMBOLS.get(mark) or (mark if mark in CODES else "")
            if not found or (currency and found != currency):
                return None
            currency = found
    if any((match["open"], match["minus"], match["minus2"], match["minus3"])):
        number = -number
    # The document's one currency says which dollar a bare `$` is.
    if match["before"] == "$" and style.currency in ("CAD", "AUD", "NZD", "SGD", "HKD", "MXN"):
        currency = style.currency
    currency = currency or style.currency
    return Money(number, currency) if currency else number


def decimal_of(figures: str, style: Style) -> Decimal | None:
    """Return a number; None where the document does not show what its point or comma means."""
    text = re.sub(r"['\s\u00a0\u202f]", "", figures)
    marks = [mark for mark in text if mark in ".,"]
    if not marks:
        return Decimal(text)
    last = marks[-1]
    after = len(text) - text.rfind(last) - 1
    if len(set(marks)) == 2:
        point = last
    elif len(marks) > 1:
        point = "," if last == "." else "."
    elif after != 3:
        point = last
    elif style.point:
        point = style.point
    else:
        # `1,250` is a thousand and more in English; `1.250` may be either.
        if last == ".":
            return None
        point = "."
    grouping = "," if point == "." else "."
    return Decimal(text.replace(grouping, "").replace(point, "."))


def number_of(text: str, style: Style) -> Decimal | None:
    """Return a number; a unit after it (`12 pcs`) is left out."""
    match = re.fullmatch(rf"([-−–]?)\s*({_FIGURES})\s*(?:[A-Za-z]{{1,8}}\.?|x)?", text.strip())
    if not match:
        return None
    number = decimal_of(match[2], style)
    if number is None:
        return None
    return -number if match[1] else number


def date_of(text: str, settings: Settings) -> date | None:
    """Return a date; None where its order is not clear."""
    plain = _WEEKDAY.sub("", " ".join(text.split())).rstrip(".")
    found = recognise(re.sub(r"(?i)(\d)(st|nd|rd|th)\b", r"\1", plain), settings)
    if isinstance(found, datetime):
        return found.date()
    return found if isinstance(found, date) else None


_TYPES: dict[str, tuple[type, ...]] = {
    "percent": (Percent,),
    "count": (Count,),
    "time": (time,),
    "moment": (datetime,),
    "duration": (Duration,),
    "yes/no": (bool,),
}


def value_of(text: str, kind: str, style: Style, settings: Settings) -> Any:
    """Return the value of a kind that a text is, or None; `text` and no kind take any text."""
    text = text.strip()
    if not text or set(text) <= set("-–—_./*·… "):
        return None
    if kind == "money":
        return amount_of(text, style)
    if kind == "number":
        return number_of(text, style)
    if kind == "date":
        return date_of(text, settings)
    if kind in _TYPES:
        found = recognise(text, settings)
        return found if isinstance(found, _TYPES[kind]) else None
    if kind == "":
        return recognise(text, settings)
    return text
