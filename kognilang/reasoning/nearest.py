"""The nearest readings: phrases like a sentence filled with its own values, without a model."""

from __future__ import annotations

import re

from kognilang.language.lexer import tokens as lex
from kognilang.meaning.settling import Open, Settling, Trial
from kognilang.reasoning.phrasebook import Phrase, alike, book_phrases, core_phrases, ranked
from kognilang.reasoning.situations import Situation, situation_of

_TRIED = 10


def nearest(settling: Settling, place: Open, most: int = 3) -> list[Trial]:
    """Return the meanings that work, the most alike first: each a phrase like the sentence with
    every value that the sentence names in one of its slots."""
    if place.unit.block:
        return []
    situation = situation_of(settling, place)
    library = settling.library
    every = {info.book for info in library.skills.values()}
    phrases = [*situation.own, *book_phrases(library, every), *core_phrases()]
    values = values_in(situation)
    if not values:
        return []
    found: list[Trial] = []
    for phrase in ranked(phrases, situation.sentence, values)[:_TRIED]:
        filled = _filled(phrase, values)
        if not filled or not alike(phrase, situation.sentence):
            continue
        trial = settling.try_out(place, filled)
        if trial.fine and all(trial.meaning != one.meaning for one in found):
            found.append(trial)
        if len(found) == most:
            break
    return found


def values_in(situation: Situation) -> list[str]:
    """Return the values that a sentence names, in order: literals, and names in scope with the
    properties said of them."""
    sentence = situation.sentence.replace("’", "'")
    found: list[tuple[int, int, str]] = []
    for token in lex(sentence):
        if token.value is not None:
            found.append((token.span[0], token.span[1], sentence[token.span[0] : token.span[1]]))
    for name in sorted(situation.names, key=len, reverse=True):
        pattern = (
            rf"\b(?:the|this|each|my|our) {re.escape(name)}(?:'s? [a-z]+(?: date| address)?)?\b"
        )
        for match in re.finditer(pattern, sentence, re.IGNORECASE):
            if all(match.end() <= a or match.start() >= b for a, b, _ in found):
                words = match[0][:1].lower() + match[0][1:]
                found.append((match.start(), match.end(), words))
    if situation.item and re.search(r"\b(it|them)\b", sentence):
        at = re.search(r"\b(it|them)\b", sentence)
        if at is not None and all(situation.item not in one for _, _, one in found):
            found.append((at.start(), at.end(), f"the {situation.item}"))
    return [words for _, _, words in sorted(found)]


def _filled(phrase: Phrase, values: list[str]) -> str:
    """Return the phrase with the values in its slots, in their order; empty where they do not
    fill just the slots that have to be filled."""
    needed = [place for place in phrase.places if not place.optional]
    if any(place.row for place in phrase.places) or len(needed) != len(values):
        return ""
    return phrase.sentence({place.name: value for place, value in zip(needed, values, strict=True)})
