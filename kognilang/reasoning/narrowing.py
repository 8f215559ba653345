"""Narrowing: the phrases most like a sentence, where a model's window does not hold them all."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.reasoning.likeness import Likeness
from kognilang.reasoning.mentions import Mention, marked
from kognilang.reasoning.phrasebook import Phrase
from kognilang.reasoning.situations import Situation

_FEWEST = 3


def ranked(phrases: Sequence[Phrase], situation: Situation) -> list[Phrase]:
    """Return the phrases, those most like a sentence first; alike ones in their order.

    A phrase that has just so many slots as the sentence names values is more like it.
    """
    sentence = marked(situation)
    likeness = Likeness(sentence.text, phrases)
    named = len({one.words for one in sentence.mentions if one.words})
    scores = {id(one): likeness.score(one) + _fit(one, named, sentence.mentions) for one in phrases}
    return sorted(phrases, key=lambda one: -scores[id(one)])


def _fit(phrase: Phrase, named: int, mentions: Sequence[Mention]) -> float:
    needed = [place for place in phrase.places if not place.optional]
    found = 0.7 if named and len(needed) == named else 0.0
    return found + sum(
        0.3
        for place in needed
        if any(one.words.endswith(place.name.replace("_", " ")) for one in mentions)
    )


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
