"""Stating: the condition that a sentence states, and what it says to do under it."""

from __future__ import annotations

import re

from kognilang.dataclass import dataclass, field
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.clauses import as_first, clause_start, verbatim, without
from kognilang.reasoning.words.comparisons import EVERY_WAY, OPPOSITE, QUANTITIES, UNIT
from kognilang.reasoning.words.finding import Found, found_in
from kognilang.reasoning.words.mentions import MARK, Marked


@dataclass(slots=True)
class Stated:
    """What a sentence says to do, and under which conditions (any one of them may be meant).

    `rest` is the marked text without the condition; the conditions are canonical, and begin with
    `unless` where they are turned round. `other` is what is to be done where they do not hold.
    """

    rest: str
    conditions: list[str] = field(default_factory=list)
    used: frozenset[str] = frozenset()
    """The values that only the condition is about."""
    other: str = ""


def stated(sentence: Marked, situation: Situation) -> Stated:
    """Return the condition of a sentence and the rest of it; the whole, where it has none."""
    found = found_in(sentence, situation)
    if found is not None:
        return _parted(sentence, found)
    clause = verbatim(sentence)
    return Stated(clause[1], [clause[0]]) if clause is not None else Stated(sentence.text)


def _parted(sentence: Marked, found: Found) -> Stated:
    """Return what is stated, with the condition taken out of the sentence."""
    text = sentence.text
    rest, turned, other = without(text, found.start, found.end)
    if found.value == "blank" and not re.search(r"(?i)unless|except|^(?:never|do not|don't)", text):
        turned = False
    word = OPPOSITE[found.word] if turned else found.word
    rest = _echoless(rest, sentence)
    other = as_first(rest, other, sentence) if other else ""
    outside = text[: clause_start(text, found.start)] + text[found.end :]
    again = {sentence.mentions[int(one)].words for one in MARK.findall(outside)}
    about = {one for one in found.ways if "'s " in one and one not in again}
    used = frozenset((found.value, *about))
    return Stated(rest, [f"{way} {_is(word, found)}" for way in found.ways], used, other)


def _is(word: str, found: Found) -> str:
    if found.value == "blank":
        return " ".join(("is", word, "blank")).replace("  ", " ")
    return " ".join(("is", word, found.value)).replace("  ", " ")


def _echoless(rest: str, sentence: Marked) -> str:
    """Return a text without a comparison that is said once more."""

    def gone(match: re.Match[str]) -> str:
        return "" if sentence.mentions[int(match[1])].kind in QUANTITIES else match[0]

    return re.sub(rf"(?i)(?<![\w])(?:{EVERY_WAY}) ⟦(\d+)⟧(?:{UNIT})?", gone, rest)
