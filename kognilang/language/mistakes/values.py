"""Mistakes in a value: an article, quotes, a date, a list or a sign."""

from __future__ import annotations

import re

from kognilang.language.glossary import told
from kognilang.language.mistakes.case import Case, one_line
from kognilang.language.mistakes.sentences import other_words
from kognilang.language.rewording import reworded
from kognilang.language.scanning import is_mark, is_word
from kognilang.language.words import MONTHS
from kognilang.problems.problem import Problem

_OF_TEXTS = ("say", "show", "add", "append", "write", "print", "tell")
"""Verbs that a text may follow at once."""

_STATES = ("done", "open", "high", "low", "medium", "critical", "ready", "paid", "urgent", "ok",
           "new", "active", "late", "due", "free", "true", "false")  # fmt: skip


def missing_article(case: Case) -> Problem:
    found = reworded(case.text)
    if found is not None:
        return other_words(case, found)
    name = case.failure.data.get("name", case.words(case.at))
    candidates = [case.with_part(case.at, f"the {name}")]
    verb = case.tokens[0].text if case.tokens else ""
    if len(case.tokens) < 2 or case.tokens[1].span[0] < case.at[0] or verb in _OF_TEXTS:
        # What stands behind another verb alone is set, and a text cannot be.
        candidates.append(case.with_part(case.at, f'"{name}"'))
        if name.endswith("ed") or name in _STATES:
            # How something is, is hardly a name.
            candidates.reverse()
    return Problem(
        "missing-article",
        f'"{name}" stands without "the"',
        candidates=candidates,
        detail=["A name begins with the, my, this …; a text stands in quotes."],
    )


def bare_word(case: Case) -> Problem:
    meant = told(case.text)
    if meant is not None:
        return other_words(case, meant)
    words = case.failure.data.get("words", case.words(case.at))
    # How something is, is hardly a name: only one that the text speaks of is offered.
    named = re.search(rf"\bthe {re.escape(words)}\b", case.source.text, re.IGNORECASE)
    return Problem(
        "bare-word",
        f'I don\'t know what "{words}" is: a text stands in quotes, a name begins with "the"',
        candidates=[
            case.with_part(case.at, f'"{words}"'),
            *([case.with_part(case.at, f"the {words}")] if named else []),
        ],
    )


def ambiguous_date(case: Case) -> Problem:
    written = case.failure.data.get("written", case.words(case.at))
    parts = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", written)
    if parts is None or int(parts[1]) > 12 or int(parts[2]) > 12 or "0" in (parts[1], parts[2]):
        last = _last_day(written)
        return Problem(
            "impossible-date",
            f"There is no such day or time: {written}",
            candidates=[case.with_part(case.at, last)] if last else [],
            detail=[]
            if last
            else ["A day is written 2026-03-31 or 31 March 2026, a time 9:00, 17:30 or 5 pm."],
        )
    months = [month.capitalize() for month in MONTHS if len(month) > 3 or month == "may"]
    months = [month for month in months if month != "Sept"]
    a, b, year = int(parts[1]), int(parts[2]), parts[3]
    days = [f"{a} {months[b - 1]} {year}", f"{b} {months[a - 1]} {year}"]
    return Problem(
        "ambiguous-date",
        f"{written} could be {days[0]} or {days[1]}",
        candidates=[case.with_part(case.at, day) for day in days],
    )


_DAY_IN_MONTH = re.compile(
    r"(?P<iso>\d{4}-(?P<number>\d\d)-)(?P<d1>\d\d)|"
    r"(?P<d2>\d{1,2})(?P<th>st|nd|rd|th)? (?P<m2>[a-z]+)\.?,? (?P<y2>\d{4})|"
    r"(?P<m3>[a-z]+)\.? (?P<d3>\d{1,2})(?:st|nd|rd|th)?,? (?P<y3>\d{4})",
    re.IGNORECASE,
)


def _last_day(written: str) -> str:
    """Return the last day of the month instead of one that the month has not; empty where it is
    something else that is wrong."""
    from calendar import monthrange

    hit = _DAY_IN_MONTH.fullmatch(" ".join(written.split()))
    if hit is None:
        return ""
    month = int(hit["number"]) if hit["number"] else MONTHS.get((hit["m2"] or hit["m3"]).lower(), 0)
    day = int(hit["d1"] or hit["d2"] or hit["d3"])
    year = int(hit["iso"][:4] if hit["iso"] else hit["y2"] or hit["y3"])
    if not 1 <= month <= 12 or not year or not 28 < day <= 31:
        return ""
    last = monthrange(year, month)[1]
    if hit["iso"]:
        return f"{hit['iso']}{last}"
    return f"{last} {hit['m2']} {year}" if hit["m2"] else f"{hit['m3']} {last}, {year}"


def list_without_and(case: Case) -> Problem:
    tokens = case.tokens
    commas = [
        i for i, t in enumerate(tokens) if is_mark(t, ",") and case.at[0] <= t.span[0] < case.at[1]
    ]
    candidates: list[str] = []
    for at in reversed(commas):
        joint = " or" if is_word(tokens[0], "if", "unless", "while", "until", "make") else " and"
        candidates.append(case.with_part(tokens[at].span, joint))
        break
    return Problem(
        "list-without-and",
        'The list does not say where it ends: its last item follows "and"',
        candidates=candidates,
    )


def tight_comma(case: Case) -> Problem:
    written = case.failure.data.get("written", "")
    apart = written.replace(",", ", ")
    first, _, rest = case.words(case.at).partition(written)
    return Problem(
        "tight-comma",
        f"{written} could be one number or several",
        candidates=[
            case.with_part(case.at, f"{first}{apart}{rest}"),
            case.with_part(case.at, f"{first}{written.replace(',', '')}{rest}"),
        ],
    )


def tight_operator(case: Case) -> Problem:
    """`5-2`: a sign between two values without spaces."""
    sign = case.failure.data["sign"]
    written = case.words(case.at)
    spaced = f" {sign} ".join(written.split(sign, 1))
    means = "minus" if sign == "-" else "divided by"
    return Problem(
        "tight-operator",
        f'"{sign}" means {means} only with a space on both sides',
        candidates=[case.with_part(case.at, spaced)],
        detail=["Without spaces it is part of a word, such as a code; put a code in quotes."],
    )


def ending(case: Case) -> Problem:
    words = case.words(case.at).lstrip(", ")
    text = case.source.text
    start = case.at[0]
    while start > case.sentence[0] and text[start - 1] in ", ":
        start -= 1
    return Problem(
        "ending-after-operator",
        f'"{words}" could belong to the last value or to all of it',
        candidates=[case.with_part((start, case.at[0]), ", ")],
        detail=["With a comma it is about the whole; for the last value, use parentheses."],
    )


_WHOLE = re.compile(
    r"(.*(?:[{(,]|\b(?:is|are|to|be|say|show|than|least|most|if|by|over|under)\b)\s*)"
    r"((?:(?!\b(?:is|are)\b)[^{(,])*\b(?:whose|that|which|where)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence up to a filter's end: what stands before the value, and the value."""

_COMPARED = re.compile(
    r"(.*\b(?:whose|that|which|where)\b.*\b(?:is|are|than|least|most|over|under|before|after)\s+)"
    r"(.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence up to a filter's end: what stands before the filter's last value, and that."""


def arithmetic(case: Case) -> Problem:
    word = case.failure.data.get("operator", "plus")
    before = case.source.text[case.sentence[0] : case.at[0]]
    after = case.source.text[case.at[0] : case.sentence[1]]
    candidates = []
    last = re.search(r"[^{},()]*", after)
    tail = last[0].rstrip(' ."') if last else ""
    rest = after[len(tail) :]
    for pattern in (_WHOLE, _COMPARED):
        hit = pattern.match(before)
        if hit is not None:
            inside = f"({hit[2].strip()}) {tail}" if pattern is _WHOLE else f"({hit[2]}{tail})"
            candidates.append(one_line(f"{hit[1]}{inside}{rest}"))
    return Problem(
        "ending-after-operator",
        f'"{word}" could go on with the last value or with all of it',
        candidates=candidates,
        detail=["Put parentheses around what belongs together, or give it a name first."],
    )


def order_in_group(case: Case) -> Problem:
    """`grouped by region, newest first`: the groups come as their things do."""
    keys = re.sub(r"^by\s+", "", case.words(case.at))
    hit = re.match(r"(.*?)(?:,\s*|\s+)((?:from|in) .*|\w+ (?:\w+ )?first|\w+ending)$", keys)
    candidates = []
    if hit is not None:
        begin = case.source.text.rfind("grouped", case.sentence[0], case.at[0])
        if begin >= 0:
            candidates = [
                case.with_part(
                    (begin, case.at[1]), f"sorted by {hit[1]}, {hit[2]}, grouped by {hit[1]}"
                )
            ]
    return Problem(
        "order-in-group",
        "A group has no order of its own, and a match has none either",
        candidates=candidates,
        detail=["Groups come in the order in which their things first appear: sort them before."],
    )


def reserved(case: Case) -> Problem:
    name = case.failure.data.get("name", "")
    word = case.failure.data.get("word", "")
    return Problem(
        "reserved-word-in-name",
        f'"{name}" holds the word "{word}", which the language needs',
        candidates=[case.with_part(case.at, f'"{name}"')],
    )


def value_not_understood(case: Case) -> Problem:
    return Problem(
        "unread-value",
        f"I cannot read the value {case.words(case.at)}",
        detail=["A text stands in one pair of quotes; values are joined by plus or followed by."],
    )


def two_units(case: Case) -> Problem:
    """`1 month and 3 days after today`: a month has no number of days."""
    words = case.words(case.at)
    rest = case.source.text[case.at[1] : case.sentence[1]]
    where = re.match(r"\s*(after|before)\s", rest)
    candidates = []
    if where is not None:
        apart = f" {where[1]} ".join(re.split(r",? and |, ", words))
        candidates.append(case.with_part(case.at, apart))
    return Problem(
        "unread-value",
        f'"{words}" is no single length of time: a month has no fixed number of days',
        candidates=candidates,
    )
