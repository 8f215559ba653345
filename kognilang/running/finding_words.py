"""The words in which an example's findings are told, and by which what was said is recognised."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from kognilang.language.words import canonical, lemma
from kognilang.meaning.skill import Problematic
from kognilang.values.kinds import Exceptional, List, Money, Record, Table
from kognilang.values.shown import shown, told

MOST_LISTED = 8
"""Of what was done, asked or waits, so many lines are shown."""

_SMALL = frozenset({
    "the", "a", "an", "is", "was", "are", "were", "it", "its", "this", "that", "of", "to", "has",
    "have", "for", "with", "and", "be", "by", "on", "in", "about", "whether", "if", "because",
    "not", "your", "you",
})  # fmt: skip


def significant(text: str) -> set[str]:
    """Return the words of a text that tell it from others, in their base form."""
    plain = "".join(c if c.isalnum() else " " for c in canonical(text))
    return {lemma(word) for word in plain.split()} - _SMALL


def listed(texts: list[str]) -> str:
    """Lay out what happened, one a line; the same again is counted, and many are cut short."""
    counts = Counter(texts)
    lines = [text if number == 1 else f"{text} ({number} times)" for text, number in counts.items()]
    if len(lines) > MOST_LISTED:
        lines[MOST_LISTED:] = [f"… and {len(lines) - MOST_LISTED} more"]
    return "\n".join(lines)


def flat(text: str) -> str:
    return " ".join(text.split())


def first_line(text: str) -> str:
    return text.strip().split("\n")[0]


def who_of(name: str) -> str:
    """Return a role or a person with the article that it has; `someone` for nobody by name."""
    from kognilang.asking.showing import named

    return named(name) if name else "someone"


def compared(
    written: str, values: list[tuple[str, Any]] | tuple[tuple[str, Any], ...]
) -> tuple[str, str] | None:
    """Return what a line says that one value should be, and what it is: of `the total is 5` the
    5 and the total. None where the line compares otherwise."""
    words = written.removeprefix("the ").removeprefix("The ")
    if " and " in words or " or " in words:
        return None
    for label, value in values:
        begin = label.removeprefix("the ")
        for be in (" is ", " are "):
            if words.lower().startswith(begin.lower() + be):
                return words[len(begin) + len(be) :], exactly(value)
    return None


def exactly(value: Any) -> str:
    return shown(value) if isinstance(value, Decimal | Money) else told(value)


def laid_out(value: Any) -> str:
    if isinstance(value, Table):
        from kognilang.values.shown import table_text

        return table_text(value)
    if isinstance(value, Record):
        from kognilang.values.shown import record_text

        return record_text(value)
    return shown(value) if isinstance(value, List) else exactly(value)


def reason_of(fault: Exceptional | Problematic) -> str:
    if fault.problem in ("input-needed", "not-set"):
        prop = getattr(fault, "prop", "")
        return f"when the steps are done, nothing is called the {prop}"
    return fault.message
