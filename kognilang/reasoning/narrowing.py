"""Narrowing: the phrases most like a sentence, where a model's window does not hold them all."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.reasoning.phrasebook import Phrase
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.stating import stated
from kognilang.reasoning.words.naming.marking import marked
from kognilang.reasoning.words.naming.mentions import subject_of
from kognilang.reasoning.words.parts import parts_of
from kognilang.reasoning.words.phrases.fitting import fillings
from kognilang.reasoning.words.phrases.likeness import Likeness

_FEWEST = 3


def ranked(phrases: Sequence[Phrase], situation: Situation) -> list[Phrase]:
    """Return the phrases, those most like a sentence first; alike ones in their order.

    What counts is the words of the sentence and of its parts, and how well the values that are
    named there fit the slots.
    """
    sentence = marked(situation)
    told = stated(sentence, situation)
    subject = subject_of(situation)
    thing = f"the {subject}" if subject else ""
    best = {id(one): -_UNFIT for one in phrases}
    for part in dict.fromkeys((sentence.text, told.rest, *parts_of(told.rest))):
        likeness = Likeness(part, phrases)
        for one in phrases:
            fits = [filled.score for filled in fillings(one, part, sentence, situation, thing)]
            score = likeness.score(one) + max(fits, default=-_UNFIT)
            best[id(one)] = max(best[id(one)], score)
    return sorted(phrases, key=lambda one: -best[id(one)])


_UNFIT = 1.0
"""What it counts against a phrase that its slots do not take just what the sentence names."""


def narrowed(phrases: Sequence[Phrase], situation: Situation, room: int) -> list[Phrase]:
    """Return all phrases if they fit into `room` characters, else those most like the sentence,
    the most alike first: as many as fit, and never fewer than three."""
    if fits(phrases, room):
        return list(phrases)
    kept: list[Phrase] = []
    for one in ranked(phrases, situation):
        room -= _length(one)
        if room < 0 and len(kept) >= _FEWEST:
            break
        kept.append(one)
    return kept


def fits(phrases: Sequence[Phrase], room: int) -> bool:
    """Tell whether all phrases fit into so many characters."""
    return sum(_length(one) for one in phrases) <= room


def _length(phrase: Phrase) -> int:
    return len(phrase.name) + len(phrase.about) + 6
