"""Literals that people write in ways which the language does not read, and how it writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from kognilang.language.replacing import ways
from kognilang.language.words import NUMBER_WORDS
from kognilang.values.currencies import CODES

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6}
_SIGNS = {"dollar": "$", "euro": "€", "pound": "£"}
_WORD = "|".join([*_TENS, *NUMBER_WORDS])


def written_out(sentence: str) -> Iterator[str]:
    """Yield a sentence with its literals as the language writes them; what is in quotes stays."""
    found = sentence
    for pattern, new in _WAYS:
        found = _outside_quotes(pattern, new, found)
    if found != sentence:
        yield found


def _outside_quotes(
    pattern: re.Pattern[str], new: Callable[[re.Match[str]], str], text: str
) -> str:
    parts = re.split(r'("[^"]*"|“[^”]*”)', text)
    return "".join(part if part[:1] in ('"', "“") else pattern.sub(new, part) for part in parts)


def _date(hit: re.Match[str]) -> str:
    day, month, year = hit.groups()
    return f"{day} {month.capitalize()} {year}"


def _clock(hit: re.Match[str]) -> str:
    return f"{hit[1]}:{hit[2] or '00'}"


def _number(hit: re.Match[str]) -> str:
    """`twenty-five`, `one hundred`, `two thousand`."""
    total = Decimal(0)
    for word in re.findall(r"[a-z]+", hit[0].lower()):
        if word in _SCALES:
            total = (total or Decimal(1)) * _SCALES[word]
        elif word != "and":
            total += _TENS.get(word, NUMBER_WORDS.get(word, 0))
    return f"{total:,f}"


def _thousands(hit: re.Match[str]) -> str:
    return f"{hit[1] or ''}{Decimal(hit[2]) * 1000:,f}".replace(".0", "")


def _coins(hit: re.Match[str]) -> str:
    return f"{_SIGNS[hit[2].lower()]}{hit[1]}.{int(hit[3]):02}"


def _money(hit: re.Match[str]) -> str:
    return f"{hit[2]} {hit[1].upper()}" if hit[1].upper() in CODES else hit[0]


_WAYS = ways(
    (rf"\b(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?: day)? of ({_MONTHS}),? (\d{{4}})\b", _date),
    (rf"\b(?:the )(\d{{1,2}})(?:st|nd|rd|th) ({_MONTHS}),? (\d{{4}})\b", _date),
    (r"\b(\d{4})/(\d{2})/(\d{2})\b", r"\1-\2-\3"),
    (r"\b(\d{1,2})\.(\d{2}) ?([ap])(?:m\b|\.m\.)", r"\1:\2 \3m"),
    (r"\b(\d{1,2})h(\d{2})?\b", _clock),
    (r"\b(\d{1,2})() o['’]?clock\b", _clock),
    (r"\b([A-Z]{3}) (\d[\d,.]*\d|\d)", _money),
    (r"\b(\d+) (dollar|euro|pound)s? and (\d{1,2}) (?:cents?|pence|pennies)\b", _coins),
    (r"([$€£])?\b(\d+(?:\.\d+)?)k\b", _thousands),
    (r"\b(\d+(?:\.\d+)?) per ?cent\b", r"\1%"),
    (r"(?<!\w)['‘]([^'‘’\"]+)['’](?!\w)", r'"\1"'),
    (r"\b(\d+|an?|one|two|three|four|five|six) (days?|weeks?|months?|years?|business days?)"
     r" from (?:now|today)\b", lambda hit: f"{_one(hit[1])} {hit[2]} after today"),
    (rf"\b(?:(?:{_WORD})[ -])?(?:{_WORD}) (?:hundred|thousand)(?: and (?:{_WORD}))?\b",
     _number),
    (rf"\b(?:{'|'.join(_TENS)})(?:[ -](?:{_WORD}))?\b", _number),
    (r"\ba third of\b", lambda hit: "1 / 3 times"),
    (r"\b(?:is|be|to) a third\b", lambda hit: hit[0].replace("a third", "1 / 3")),
)  # fmt: skip


def _one(word: str) -> str:
    return "1" if word.lower() in ("a", "an") else word
