"""The nearest readings: what a sentence may mean, worked out from its own words without a model.

Each is made of phrases that are like the sentence with the values that it names in their slots,
under the condition that it states; only those that are understood in its place are returned.
"""

from __future__ import annotations

from kognilang.dataclass import dataclass
from kognilang.meaning.settling import Open, Settling, Trial
from kognilang.reasoning.accepting import unaccounted
from kognilang.reasoning.phrasebook import book_phrases, core_phrases
from kognilang.reasoning.situations import situation_of
from kognilang.reasoning.words.guessing import guesses
from kognilang.reasoning.words.manner import addresses_a_model
from kognilang.reasoning.words.placing import tried
from kognilang.reasoning.words.stepping import CLEAR

_LEFT_OVER = 2
"""So many words of a sentence may have nothing in a reading that is clear."""

_TRIED = 24
"""So many readings are tried at the most."""

CLOSE = 0.35
"""A reading that scores less than the likeliest by more than this is no match for it."""


@dataclass(slots=True)
class Reading:
    """A reading that works. `evident` says that a word of the sentence stands for its phrase;
    `clear` that the sentence's own words make it likely besides: its values fit, and next to no
    word is left over. `score` is for comparing it with others of the same sentence."""

    trial: Trial
    clear: bool
    evident: bool = True
    score: float = 0.0


def nearest(settling: Settling, place: Open, most: int = 3) -> list[Trial]:
    """Return the meanings that work, the likeliest first."""
    return [one.trial for one in worked_out(settling, place, most)]


def worked_out(settling: Settling, place: Open, most: int, loose: bool = False) -> list[Reading]:
    """Return the readings that work, the likeliest first. `loose` takes also those whose phrase
    has no word of the sentence, but slots for just what it names: for a model to pick from."""
    if place.unit.block:
        return []
    situation = situation_of(settling, place)
    if addresses_a_model(situation.sentence):
        return []
    library = settling.library
    every = {info.book for info in library.skills.values()}
    phrases = [*situation.own, *book_phrases(library, every), *core_phrases()]
    found: list[Reading] = []
    for guess in guesses(situation, phrases, loose)[:_TRIED]:
        trial = tried(settling, place, guess.meaning, situation)
        if trial.fine and all(trial.meaning != one.trial.meaning for one in found):
            left = unaccounted(situation.sentence, trial.meaning)
            clear = guess.evident and guess.score >= CLEAR and len(left) <= _LEFT_OVER
            found.append(Reading(trial, clear, guess.evident, guess.score))
        if len(found) == most:
            break
    return found
