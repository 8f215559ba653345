"""Sums: money, shares and larger numbers said in words: five dollars, ten percent, three
quarters, half a dozen, two hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.words.naming.mentions import Mention

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SIZES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1000000}
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
    "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_PLACES = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "fifteenth": 15,
    "twentieth": 20, "thirtieth": 30, "fiftieth": 50, "hundredth": 100,
}  # fmt: skip

_UNIT = "|".join(_ONES)
_TEN = rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(list(_ONES)[:9])}))?"
_SMALL = rf"(?:{_TEN}|{_UNIT})"
_NUMBER = (
    rf"(?:(?:half )?an? (?:hundred|thousand|million|dozen)|{_SMALL} (?:hundred|thousand|million|"
    rf"dozen)(?: and {_SMALL})?|{_SMALL}|(?:a )?half a dozen|\d[\d,]*(?:\.\d+)?)"
)
_MONEY = re.compile(
    rf"(?i)(?<![\w$€£-])(?P<n>{_NUMBER}|an?|another|a further) (?:more |extra |further )?"
    r"(?P<of>dollars?|bucks?|usd|euros?|eur|cents?)(?![\w-])(?!-)"
)
_PERCENT = re.compile(rf"(?i)(?<![\w$€£-])(?P<n>{_NUMBER}) (?:percent|per cent|%|pct)(?![\w-])")
_SHARE = re.compile(
    rf"(?i)(?<![\w-])(?P<n>an?|one|two|three|four|seven|nine|another|a further)[- ]"
    rf"(?P<of>(?:{'|'.join(one for one in _PARTS if one != 'half')}))s?(?: of)?(?![\w-])"
    r"(?! (?:an hour|a (?:day|year)|(?:of an hour|hour|minute|party|person|"
    r"country|time|reminder|copy|opinion|floor)))"
)
_IN_MANY = re.compile(
    rf"(?i)(?<![\w$€£-])(?P<n>{_SMALL}|\d+) (?:in|out of)(?: every| each)? (?P<of>{_SMALL}|"
    r"(?:a |one )?hundred|\d+)(?= (?:of )?(?:the|our|all|these|those|its|their)\b)"
)
"""One in ten of the rentals."""
_COUNT = re.compile(
    rf"(?i)(?<![\w$€£-])(?P<n>(?:half )?an? (?:hundred|thousand|dozen)|(?:a )?half a dozen|"
    rf"{_SMALL} (?:hundred|thousand|dozen)(?: and {_SMALL})?|(?:{'|'.join(_TENS)})[- ]"
    rf"(?:{'|'.join(list(_ONES)[:9])}))(?![\w-])"
)
_CURRENCY = {"d": "$", "b": "$", "u": "$", "e": "€", "c": "$"}


def sums(sentence: str) -> Iterator[tuple[int, int, Mention]]:
    """Yield the amounts that a sentence says in words, with their places."""
    bare = re.sub(r'"[^"]*"', lambda quoted: "·" * len(quoted[0]), sentence)
    for one in _MONEY.finditer(bare):
        amount = number(one["n"])
        if amount is not None:
            if one["of"].lower().startswith("cent"):
                amount /= 100
            words = f"{_CURRENCY[one['of'][0].lower()]}{_plain(amount)}"
            yield one.start(), one.end(), Mention(words, "money", literal=True)
    for one in _PERCENT.finditer(bare):
        amount = number(one["n"])
        if amount is not None:
            yield one.start(), one.end(), Mention(f"{_plain(amount)}%", "percent", literal=True)
    for one in _SHARE.finditer(bare):
        parts = (_ONES.get(one["n"].lower(), 1), _PARTS[one["of"].lower()])
        if parts[0] >= parts[1] or (one["n"].lower() == "one" and parts[1] == 20):
            continue
        whole = parts[1] % 3 != 0
        words = f"{_plain(100 * parts[0] / parts[1])}%" if whole else f"{parts[0]}/{parts[1]}"
        kind = "percent" if whole else "part"
        yield one.start(), one.end(), Mention(words, kind, literal=True)
    for one in _IN_MANY.finditer(bare):
        some, many = number(one["n"]), number(one["of"])
        if some is not None and many is not None and 0 < some < many:
            words = f"{_plain(100 * some / many)}%"
            yield one.start(), one.end(), Mention(words, "percent", literal=True)
    for one in _COUNT.finditer(bare):
        amount = number(one["n"])
        if amount is not None and not re.match(r" (?:percent|dollars?|times)\b", bare[one.end() :]):
            yield one.start(), one.end(), Mention(_plain(amount), "number", literal=True)


def number(said: str) -> float | None:
    """Return the number that words say; None where they say none."""
    said = said.lower().replace("-", " ").replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", said):
        return float(said)
    if said in ("a", "an", "another", "a further"):
        return 1
    half = 0.5 if re.search(r"\bhalf an? ", said) else 1
    words = [one for one in said.split() if one not in ("and", "half", "a", "an")]
    whole, last = 0.0, 0.0
    for word in words:
        if word in _SIZES:
            last = max(last, 1) * _SIZES[word]
            whole, last = whole + last, 0
        elif word in _TENS or word in _ONES:
            last += _TENS.get(word) or _ONES[word]
        else:
            return None
    return (whole + last) * half


def place(word: str) -> int | None:
    """Return the number of a place in a row that a word says: fifth, 5th."""
    figure = re.fullmatch(r"(?i)(\d+)(?:st|nd|rd|th)", word)
    return int(figure[1]) if figure is not None else _PLACES.get(word.lower())


def _plain(amount: float) -> str:
    if not amount % 1:
        return str(int(amount))
    return f"{amount:.2f}" if amount < 1 else f"{amount:.2f}".rstrip("0")
