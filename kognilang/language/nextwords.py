"""The words for each terminal of the grammar: what a person types to go on with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kognilang.language import wordforms

_FIXED: dict[str, tuple[str, ...]] = {
    "IS": ("is", "is not"),
    "BETWEEN": ("is between",),
    "WITHIN": ("is within",),
    "IS_BLANK": ("is blank", "is not blank"),
    "HAS": ("has a", "has no"),
    "EXISTS": ("exists", "does not exist"),
    "WHOSE": ("whose",),
    "THAT": ("that is", "that are"),
    "QUANT": ("any", "every", "no"),
    "QUANT_OF": ("any of", "all of", "none of", "at least", "exactly one of"),
    "THERE_IS": ("there is a", "there is no"),
    "NOT": ("not",),
    "EITHER": ("either",),
    "NEITHER": ("neither",),
    "OF": ("of",),
    "SHIFT": ("after", "before"),
    "AGO": ("ago",),
    "CONJ": ("and",),
    "AND_C": ("and",),
    "OR_C": ("or",),
    "AND_P": ("and",),
    "OR_P": ("or",),
    "COPY_OF": ("a copy of",),
    "PICK": ("the first", "the last"),
    "ALWAYS": ("is always",),
    "WITH_TEXT": ("with",),
    "PRONOUN": ("it",),
    "CMP": (
        "is more than", "is less than", "is at least", "is at most", "is one of", "is before",
        "is after", "is on or before", "is on or after", "is in", "is exactly", "is older than",
        "is newer than", "contains", "starts with", "ends with", "matches the pattern",
    ),
    "PLUS": ("plus", "minus", "followed by", "except"),
    "SORTED_BY": ("sorted by",),
    "ORDER": ("newest first", "oldest first", "highest first", "lowest first",
              "from highest to lowest", "from lowest to highest", "from a to z"),
    "ENDING": (
        "rounded", "rounded up", "rounded down", "rounded to the nearest cent", "in capitals",
        "in lower case", "in title case", "trimmed", "in words", "as a number", "as a date",
        "as text", "as a percent", "listed one per line", "reversed", "counting both",
    ),
}  # fmt: skip
_WHOLE = frozenset({"CMP", "PLUS", "SORTED_BY", "ORDER", "ENDING"})
"""Terminals whose words are all given above."""
_DAYS = ("today", "tomorrow", "now", "yes", "no", "nothing")
_SINGLE = frozenset({"=", "!=", ">", "<", ">=", "<=", "+", "-", "*", "/"})


@lru_cache(maxsize=256)
def words_of(terminal: str) -> tuple[str, ...]:
    """Return what may be typed for a terminal, the commonest first; one wording of each form."""
    return tuple(dict.fromkeys(_words(terminal)))


def _words(terminal: str) -> Iterator[str]:
    yield from _FIXED.get(terminal, ())
    if terminal in _WHOLE:
        return
    if terminal == "CONSTANT":
        yield from _DAYS
    for table, lead in (
        (wordforms.START, "the "),
        (wordforms.AFTER_IS, "is "),
        (wordforms.VERBS, ""),
        (wordforms.MIDDLE, ""),
    ):
        seen = set()
        for entries in table.values():
            for words, (name, data) in entries:
                name = "PICK" if name == "PICK_OF" else name
                if name != terminal or repr(data) in seen or words[0] in _SINGLE:
                    continue
                seen.add(repr(data))
                article = "a " if data in ("new line", "double quote") else lead
                yield article + " ".join(words)


__all__ = ["words_of"]
