"""Amounts: numbers, shares and lengths of time that a sentence says in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100, "another": 1, "a": 1,
    "an": 1,
}  # fmt: skip
_UNITS = "minute|hour|day|week|month|year"
_SPOKEN = {
    "a fortnight": "2 weeks", "another fortnight": "2 weeks",
    "half an hour": "30 minutes", "a quarter of an hour": "15 minutes",
    "half a day": "12 hours", "half a year": "6 months", "a dozen": "12", "half": "50%",
    "a quarter": "25%", "a fifth": "20%", "a tenth": "10%", "overnight": "1 day",
}  # fmt: skip


def amounts(sentence: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield where an amount is said, what it is in figures, and its kind: two more weeks, three
    times, half."""
    bare = re.sub(r'"[^"]*"', lambda quoted: "·" * len(quoted[0]), sentence)
    for said, meant in _SPOKEN.items():
        kind = "percent" if "%" in meant else "number" if meant.isdigit() else "duration"
        for one in re.finditer(rf"(?i)\b{said}\b(?: of\b)?", bare):
            yield one.start(), one.end(), meant, kind
    for one in _LENGTH.finditer(bare):
        before = bare[: one.start()].rstrip()
        if (
            one[1].lower() in ("a", "an")
            and _BEFORE_A.search(before) is None
            and (_AFTER_A.match(bare[one.end() :]) is None)
        ):
            continue
        count = _SMALL.get(one[1].lower()) or int(one[1])
        unit = one[2].lower() if count == 1 else f"{one[2].lower()}s"
        yield one.start(), one.end(), f"{count} {unit}", "duration"
    for one in re.finditer(rf"(?i)\ban? ({_UNITS})'s", bare):
        yield one.start(), one.end(), f"1 {one[1].lower()}", "duration"
    for one in _COUNT.finditer(bare):
        counted = _ONE.match(bare, one.start()) or _BEFORE_ONE.search(bare[: one.start()])
        if one[1].lower() != "one" or counted is not None:
            yield one.start(), one.end(), str(_SMALL[one[1].lower()]), "number"
    for one in re.finditer(r"(?i)\b(once|twice)\b(?= or |$)", bare):
        yield one.start(), one.end(), "1" if one[1].lower() == "once" else "2", "number"


_LENGTH = re.compile(
    rf"(?i)\b({'|'.join(_SMALL)}|\d+) (?:more |further |extra |additional |full |working )?"
    rf"({_UNITS})s?\b(?! old)"
)
_BEFORE_A = re.compile(r"(?i)\b(?:for|in|after|by|wait|within|of|give)$")
"""A day is a length of time after these, and not in `call it a day`."""
_AFTER_A = re.compile(r"(?i) (?:later|earlier|sooner|longer|further on)\b(?! than)")
_WORDS = "|".join(one for one in _SMALL if one not in ("a", "an", "another"))
_COUNT = re.compile(rf"(?i)\b({_WORDS})\b(?: times?\b| points?\b| steps?\b)?")
_ONE = re.compile(
    r"(?i)one (?:times?|points?|steps?|pages?|pieces?|units?|percent|copies|rows?|or|and|more|off|"
    r"from|to|onto|fewer|less|too)\b"
)
_BEFORE_ONE = re.compile(r"(?i)\b(?:by|than|over|under|exceeds?|exactly|at least|at most) $")
"""Where `one` counts something, and is not a pronoun."""
