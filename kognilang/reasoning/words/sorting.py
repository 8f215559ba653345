"""Sorts: what a sentence says of its subject, taken out of it as a condition, and what is left."""

from __future__ import annotations

import re

from kognilang.dataclass import replace
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.changes.flags import flagged
from kognilang.reasoning.words.conditions.decided import decided
from kognilang.reasoning.words.naming.mentions import MARK, Marked
from kognilang.reasoning.words.rows.attributes import attributed
from kognilang.reasoning.words.rows.belonging import belonging
from kognilang.reasoning.words.rows.defined import said_of
from kognilang.reasoning.words.rows.told_by_value import told_by_value

_VALUES = 2
"""So many values may tell of what sort things are: the flyers for Bellweather."""

_CLAUSE = re.compile(
    r"(?i)\b(?:if|when(?:ever)?|where(?:ver)?|once|unless|in case|as soon as|provided|should)\b"
)


def sort_of(sentence: Marked, situation: Situation, each: bool) -> tuple[Marked, str]:
    """Return a sentence without what it says of its subject in words of the text, and the
    condition that this is; the sentence itself and nothing where it says no such thing."""
    rest, so = said_of(sentence, situation, each)
    if so and any(flagged(sentence.text.rstrip(" ."), sentence, situation)):
        # It is not urgent any more: what is to be set, and no condition.
        return sentence, ""
    for ways in (decided, belonging):
        if not so:
            rest, so = ways(sentence, situation)
    if not so:
        rest, so = attributed(sentence, situation, each)
    for _ in range(_VALUES):
        rest, told = told_by_value(rest, situation, so)
        if not told:
            break
        so = f"{so} and {told}" if so else told
    return rest, so


def left_of(situation: Situation, sentence: Marked, so: str) -> Situation:
    """Return a situation with what is left of its sentence, where its only clause was taken out:
    what is left states no condition."""
    if not so or not _CLAUSE.search(situation.sentence) or _CLAUSE.search(sentence.text):
        return situation
    said = MARK.sub(lambda one: _said(sentence, int(one[1])), sentence.text)
    return replace(situation, sentence=said)


def _said(sentence: Marked, number: int) -> str:
    one = sentence.mentions[number]
    return one.said or one.words
