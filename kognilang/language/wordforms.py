"""The forms of several words: which words together are one terminal of the grammar.

`START` forms stand where a value begins (`the number of`), `MIDDLE` forms after one
(`sorted by`); `AFTER_IS` are the comparisons that follow `is`. Each maps its words to a
terminal and to what the tree keeps of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kognilang.language.tree import Token

Entry = tuple[str, object]
Forms = dict[str, list[tuple[tuple[str, ...], Entry]]]


def _forms(rows: Iterable[tuple[str, str, object]]) -> Forms:
    """Return the forms by their first word, the longest first; `a|b` are alternatives."""
    table: Forms = {}
    for wording, terminal, data in rows:
        for words in wording.split("|"):
            parts = tuple(words.split())
            table.setdefault(parts[0], []).append((parts, (terminal, data)))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def lookup(
    forms: Forms, tokens: Sequence[Token], at: int, outside: Iterable[int] = ()
) -> tuple[int, str, object] | None:
    """Return (where the form ends, terminal, data) of the longest form at a token, or None.

    No form holds one of the tokens that are `outside`: they are words of the sentence itself.
    """
    entries = forms.get(tokens[at].text)
    if entries is None or tokens[at].kind not in ("word", "mark"):
        return None
    left = len(tokens) - at
    for words, (terminal, data) in entries:
        count = len(words)
        if count <= left and all(
            tokens[at + i].text == words[i] and tokens[at + i].kind in ("word", "mark")
            for i in range(1, count)
        ):
            if any(at < word < at + count for word in outside):
                continue
            return at + count, terminal, data
    return None


_OF = [
    ("number of|count of", "number of"),
    ("total of|sum of", "total of"),
    ("average of|mean of", "average of"),
    ("median of", "median of"),
    ("absolute value of", "absolute"),
    ("largest of|biggest of|highest of|maximum of|greatest of", "largest of"),
    ("smallest of|lowest of|minimum of|least of", "smallest of"),
    ("latest of|newest of|most recent of", "latest of"),
    ("earliest of|oldest of", "earliest of"),
    ("most common of", "most common of"),
    ("year of", "year of"),
    ("month of", "month of"),
    ("month number of", "month number of"),
    ("weekday of", "weekday of"),
    ("day of", "day of"),
    ("hour of", "hour of"),
    ("minute of", "minute of"),
    ("age of", "age of"),
    ("length of", "length of"),
    ("first word of", "first word of"),
    ("last word of", "last word of"),
    ("lines of", "lines of"),
    ("words of", "words of"),
    ("next business day after", "next business day"),
    ("last business day before|previous business day before", "last business day"),
    ("end of the month of|last day of the month of", "end of month"),
    ("start of the month of|first day of the month of", "start of month"),
    ("end of the quarter of", "end of quarter"),
    ("start of the quarter of", "start of quarter"),
    ("end of the year of", "end of year"),
    ("start of the year of", "start of year"),
    ("end of the week of", "end of week"),
    ("start of the week of", "start of week"),
    ("first business day of the month of", "first business day of month"),
    ("last business day of the month of", "last business day of month"),
]

_UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "business day", "working day")

START: Forms = _forms(
    [(words, "FORM_OF", name) for words, name in _OF]
    + [
        ("difference between", "FORM_PAIR", "difference"),
        ("smaller of|lesser of|lower of", "FORM_PAIR", "smaller of"),
        ("larger of|greater of|higher of|bigger of", "FORM_PAIR", "larger of"),
        ("earlier of", "FORM_PAIR", "earlier of"),
        ("later of", "FORM_PAIR", "later of"),
        ("remainder of", "REMAINDER_OF", "remainder"),
        ("text before", "TEXT_AT", "text before"),
        ("text after", "TEXT_AT", "text after"),
        ("text between", "TEXT_BETWEEN", "text between"),
        ("first of", "PICK_OF", ("first", None)),
        ("last of", "PICK_OF", ("last", None)),
        ("copy of", "COPY_OF", None),
        ("new line", "CONSTANT", "new line"),
        ("double quote|quotation mark", "CONSTANT", "double quote"),
        ("end of the month|end of this month|last day of the month", "CONSTANT", "end of month"),
        ("first day of the month", "CONSTANT", "start of month"),
        ("end of the quarter|end of this quarter", "CONSTANT", "end of quarter"),
        ("start of the quarter|start of this quarter", "CONSTANT", "start of quarter"),
        ("beginning of the quarter", "CONSTANT", "start of quarter"),
        ("next business day|next working day", "CONSTANT", "next business day"),
        ("last business day|last working day", "CONSTANT", "last business day"),
        ("previous business day|previous working day", "CONSTANT", "last business day"),
        ("first business day of the month", "CONSTANT", "first business day of month"),
        ("first business day of this month", "CONSTANT", "first business day of month"),
        ("last business day of the month", "CONSTANT", "last business day of month"),
        ("last business day of this month", "CONSTANT", "last business day of month"),
        ("start of the month|start of this month", "CONSTANT", "start of month"),
        ("beginning of the month|beginning of this month", "CONSTANT", "start of month"),
        ("end of the year|end of this year", "CONSTANT", "end of year"),
        ("start of the year|beginning of the year|start of this year", "CONSTANT", "start of year"),
        ("end of the week|end of this week", "CONSTANT", "end of week"),
        ("start of the week|beginning of the week", "CONSTANT", "start of week"),
        ("end of next month", "CONSTANT", "end of next month"),
        ("end of last month", "CONSTANT", "end of last month"),
        ("start of next month|beginning of next month", "CONSTANT", "start of next month"),
        ("start of last month|beginning of last month", "CONSTANT", "start of last month"),
    ]
    + [
        (f"{lead}{unit}s between", "FORM_PAIR", f"{unit}s between".replace("working", "business"))
        for unit in _UNITS
        for lead in ("number of ", "")
    ]
    + [
        (f"{lead}{unit}s from", "FORM_FROM", f"{unit}s from to".replace("working", "business"))
        for unit in _UNITS
        for lead in ("number of ", "")
    ]
)  # fmt: skip
"""Forms at the beginning of a value, after an article that is left out here."""

MIDDLE: Forms = _forms(
    [
        ("plus|+", "PLUS", "+"),
        ("minus|-", "PLUS", "-"),
        ("times|*|multiplied by", "TIMES", "*"),
        ("divided by|/", "TIMES", "/"),
        ("followed by", "PLUS", "followed by"),
        ("except for|except|other than", "PLUS", "all except"),
        ("rounded up to", "ROUND_TO", "rounded up"),
        ("rounded down to", "ROUND_TO", "rounded down"),
        ("rounded to", "ROUND_TO", "rounded"),
        ("rounded to the nearest whole number", "ENDING", ("rounded", 0)),
        ("rounded to the nearest dollar|rounded to the nearest euro", "ENDING", ("rounded", 0)),
        ("rounded to the nearest pound", "ENDING", ("rounded", 0)),
        ("rounded to the nearest cent", "ENDING", ("rounded", 2)),
        ("rounded to the nearest", "ENDING_BY", "rounded to nearest"),
        ("rounded up", "ENDING", "rounded up"),
        ("rounded down", "ENDING", "rounded down"),
        ("rounded", "ENDING", "rounded"),
        ("in capitals|in capital letters|in upper case|in uppercase", "ENDING", "in capitals"),
        ("in lower case|in lowercase|in small letters", "ENDING", "in lower case"),
        ("in title case", "ENDING", "in title case"),
        ("capitalized|capitalised", "ENDING", "capitalized"),
        ("trimmed", "ENDING", "trimmed"),
        ("as text|as a text", "ENDING", "as text"),
        ("as a number", "ENDING", ("as kind", "number")),
        ("as a date", "ENDING", ("as kind", "date")),
        ("as a time", "ENDING", ("as kind", "time")),
        ("as a percent|as a percentage", "ENDING", "as percent"),
        ("increased by|raised by", "ENDING_BY", "increased by"),
        ("decreased by|reduced by|lowered by", "ENDING_BY", "decreased by"),
        ("in words", "ENDING", "in words"),
        ("listed one per line", "ENDING", "listed one per line"),
        ("reversed|in reverse order|in reverse", "ENDING", "reversed"),
        ("counting both", "ENDING", "counting both"),
        ("split by|split at|split on", "ENDING_BY", "split by"),
        ("joined with|joined by", "JOINED_WITH", "joined with"),
        ("sorted by|ordered by|in order of", "SORTED_BY", False),
        ("newest first|latest first|most recent first", "ORDER", True),
        ("oldest first|earliest first", "ORDER", False),
        ("highest first|largest first|biggest first|most expensive first", "ORDER", True),
        ("lowest first|smallest first|cheapest first", "ORDER", False),
        ("from highest to lowest|from largest to smallest|from newest to oldest", "ORDER", True),
        ("from high to low|from latest to earliest|from z to a|descending", "ORDER", True),
        ("from lowest to highest|from smallest to largest|from oldest to newest", "ORDER", False),
        ("from low to high|from earliest to latest|from a to z|ascending", "ORDER", False),
        ("in descending order", "ORDER", True),
        ("in ascending order|in alphabetical order|alphabetically", "ORDER", False),
        ("sorted", "SORTED", False),
        ("grouped by", "GROUPED_BY", None),
        ("without duplicates by", "DISTINCT_BY", None),
        ("without duplicates", "DISTINCT", None),
        ("with the highest|with the largest|with the biggest|with the most", "EXTREME", "highest"),
        ("with the latest|with the greatest|with the newest", "EXTREME", "highest"),
        ("with the lowest|with the smallest|with the fewest|with the least", "EXTREME", "lowest"),
        ("with the earliest|with the oldest", "EXTREME", "lowest"),
        ("with no", "WITH_NO", None),
        ("closest to|nearest to", "CLOSEST_TO", None),
        ("replaced by|replaced with", "REPLACED_BY", None),
        ("matching by", "MATCHING_BY", None),
        ("ago", "AGO", "ago"),
    ]
)
"""Forms after a value; each ends a name that stands before it."""

AFTER_IS: Forms = _forms(
    [
        ("more than|greater than|higher than|larger than|bigger than", "CMP", ">"),
        ("longer than|over|above|>", "CMP", ">"),
        ("less than|fewer than|lower than|smaller than|shorter than|under|below|<", "CMP", "<"),
        ("at least|no less than|no fewer than|no lower than|>=|a minimum of", "CMP", ">="),
        ("more than or equal to|greater than or equal to|equal to or more than", "CMP", ">="),
        ("equal to or greater than", "CMP", ">="),
        ("at most|no more than|no greater than|no higher than|<=|up to|a maximum of", "CMP", "<="),
        ("less than or equal to|fewer than or equal to|equal to or less than", "CMP", "<="),
        ("equal to|the same as|=|identical to", "CMP", "="),
        ("!=|different from", "CMP_NOT", "="),
        ("exactly", "CMP", "exactly"),
        ("before|earlier than|prior to", "CMP", "before"),
        ("after|later than", "CMP", "after"),
        ("older than", "CMP", "older than"),
        ("newer than|younger than", "CMP", "newer than"),
        ("on or before|no later than|not later than|at or before", "CMP", "on or before"),
        ("on or after|no earlier than|not earlier than|at or after", "CMP", "on or after"),
        ("on", "CMP", "on"),
        ("between", "BETWEEN", None),
        ("within", "WITHIN", None),
        ("one of|any of|either of|among", "CMP", "in"),
        ("all in|all among", "CMP", "all in"),
        ("in|part of|included in|contained in", "CMP", "in"),
        ("blank|empty|missing|unknown|nothing", "IS_BLANK", None),
        ("in the past", "IS_WORDS", "in the past"),
        ("in the future", "IS_WORDS", "in the future"),
        ("today", "IS_WORDS", "today"),
        ("on a weekend|on the weekend|a weekend", "IS_WORDS", "on a weekend"),
        ("in capitals", "IS_WORDS", "in capitals"),
        ("always", "ALWAYS", None),
    ]
)  # fmt: skip
"""What may follow `is`; most of it may also stand alone after a conjunction (`and less than 5`)."""

VERBS: Forms = _forms(
    [
        ("contains|contain|includes|include", "CMP", "contains"),
        ("starts with|start with|begins with|begin with", "CMP", "starts with"),
        ("ends with|end with", "CMP", "ends with"),
        ("matches the pattern|match the pattern", "CMP", "matches"),
        ("equals|equal", "CMP", "="),
        ("exceeds|exceed", "CMP", ">"),
        (">", "CMP", ">"),
        (">=", "CMP", ">="),
        ("<", "CMP", "<"),
        ("<=", "CMP", "<="),
        ("=", "CMP", "="),
        ("!=", "CMP_NOT", "="),
        ("exists|exist", "EXISTS", None),
    ]
)
"""Verbs that are comparisons; `does not` may stand before them."""
