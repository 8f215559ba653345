"""The words and terminals that the passes tell apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kognilang.language import wordforms
from kognilang.language.tree import Token
from kognilang.language.words import DETERMINERS, RESERVED

LITERALS = frozenset({"text", "number", "money", "percent", "date", "time", "moment", "duration"})
"""The kinds of tokens that are values by themselves."""

TERMINAL_OF = {
    "text": "TEXT",
    "number": "NUMBER",
    "money": "MONEY",
    "percent": "PERCENT",
    "date": "DATE",
    "time": "TIME",
    "moment": "MOMENT",
    "duration": "DURATION",
}
"""The terminal of each of them."""

UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "business day"})
"""The units of durations, as the tree keeps them."""

BE = {
    "is": False,
    "are": False,
    "was": False,
    "were": False,
    "be": False,
    "isn't": True,
    "aren't": True,
    "wasn't": True,
    "weren't": True,
}
"""The forms of be, and whether they deny."""

HAVE = {"has": False, "have": False, "had": False, "hasn't": True, "haven't": True, "hadn't": True}
"""The forms of have, and whether they deny."""

DO = {"does": False, "do": False, "did": False, "doesn't": True, "don't": True, "didn't": True}
"""The forms of do, and whether they deny."""

PRONOUNS = {
    "it": "it",
    "itself": "it",
    "themselves": "they",
    "its": "it",
    "they": "they",
    "them": "they",
    "their": "they",
    "this": "it",
    "that": "it",
}
"""The pronouns, as the tree keeps them."""

DAYS = {"today": "today", "now": "now", "tomorrow": "tomorrow", "yesterday": "yesterday"}
"""Words that are a day or a moment."""

THE_PRONOUNS = {"result": "the result", "above": "the result", "answer": "the answer"}
"""What follows `the` and is a pronoun."""

SHARE = frozenset({"more", "less", "higher", "lower", "fewer", "greater"})
"""What stands between an amount and `than`."""

QUANTIFIERS = {
    "any": "any",
    "some": "any",
    "every": "every",
    "each": "every",
    "all": "every",
    "no": "no",
    "none": "no",
}
"""The words that say how many, as the tree keeps them."""

COUNTS = frozenset({"at", "exactly", "more", "fewer", "less"})
"""The words that begin `at least 2 of`, `more than 2 of`."""

OR_MORE = {
    "more": ">=",
    "greater": ">=",
    "higher": ">=",
    "over": ">=",
    "above": ">=",
    "less": "<=",
    "fewer": "<=",
    "lower": "<=",
    "under": "<=",
    "below": "<=",
    "later": "on or after",
    "after": "on or after",
    "earlier": "on or before",
    "before": "on or before",
}
"""What `or` and a word after a value make of its comparison."""

WHERE_BREAKS = frozenset({"whose", "where", "that", "which", "who"})
"""The words that may begin a filter."""

DECIDING = frozenset({"need", "needs", "require", "requires"})
"""Verbs that mostly begin the wording of a decision."""

TEMPORAL = frozenset({"time", "hour", "noon", "midnight"})
"""Last words of names that are a time of day."""

REFINEMENTS = frozenset(
    {
        "SORTED_BY",
        "SORTED",
        "ORDER",
        "GROUPED_BY",
        "DISTINCT",
        "DISTINCT_BY",
        "ENDING",
        "ROUND_TO",
        "ENDING_BY",
    }
)
"""Terminals that need a comma after an operator."""

CLAUSE_STARTS = frozenset(
    {"IS", "CMP", "LCOMMA", "CONJ", "SEP", "AND_C", "OR_C", "AND_P", "OR_P", "LPAR", "BETWEEN",
     "WITHIN", "SHARE", "AND_B", "OF_B", "ENDS", "RPAR"}
)  # fmt: skip
"""Terminals after which operators before no longer count."""

VALUE_ENDS = frozenset(
    {
        "NAME",
        "WORDS",
        "HEADING",
        "PRONOUN",
        "CONSTANT",
        "TEXT",
        "NUMBER",
        "MONEY",
        "PERCENT",
        "DATE",
        "TIME",
        "MOMENT",
        "DURATION",
        "COUNT",
        "RPAR",
        "KEYS",
        "ENDING",
        "EXTREME",
        "WITH_NO",
        "ORDER",
        "DISTINCT",
    }
)
"""Terminals that may end a value."""


def breaks(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name that stands before the token ends there."""
    token = tokens[at]
    if token.kind != "word":
        return True
    text = token.text
    if text in RESERVED or text in DETERMINERS:
        # The matches, no starts: no verb stands directly after these.
        return not (text in _NOUNS_TOO and at > 0 and _before_noun(tokens, at - 1))
    if text in wordforms.MIDDLE and wordforms.lookup(wordforms.MIDDLE, tokens, at):
        return True
    if text in ("include", "includes"):
        return at + 1 < len(tokens) and starts_value(tokens, at + 1)
    if text == "x":
        return at + 1 < len(tokens) and starts_value(tokens, at + 1)
    return False


_NOUNS_TOO = frozenset({"matches", "starts", "ends"})
_BEFORE_NOUNS = frozenset({"the", "a", "an", "my", "our", "your", "of"})


def _before_noun(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is an article, or the `no` of `there are no`, not a value."""
    text = tokens[at].text
    return text in _BEFORE_NOUNS or (text == "no" and at > 0 and tokens[at - 1].text in _BE)


_BE = frozenset({"is", "are", "was", "were"})

_PATTERN = re.compile(
    r"(?:'[^']*'|[yY]{4}|[yY]{2}|M{1,4}|[dD]{1,4}|[hH]{1,2}|m{1,2}|ss|[aApP][mM]"
    r"|[^\W\d_](?![\w])|[0#?.,:;/ %$€£¥()+*-])+"
)


def is_pattern(token: Token) -> bool:
    """Tell whether a token is a text that shows a value: `DD/MM/YYYY`, `#,##0.00`.

    Any other text after `as` (`as "archive.zip"`) is for the phrases.
    """
    return (
        token.kind == "text"
        and len(token.text) > 1
        and any(letter in "0#yYMdDhHm" for letter in token.text)
        and _PATTERN.fullmatch(token.text) is not None
    )


def starts_value(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token can only be the beginning of a value (a literal or a determiner)."""
    token = tokens[at]
    return (
        token.kind in LITERALS
        or token.kind == "quoted"
        or token.text in DETERMINERS
        or token.text in ("(", "its", "their", "it")
    )
