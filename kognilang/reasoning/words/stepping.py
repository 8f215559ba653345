"""Stepping: what a sentence, or a part of it, may mean as one step or as two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kognilang.dataclass import dataclass, replace
from kognilang.language.words import lemma
from kognilang.reasoning.phrasebook import Phrase
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.books.booked import booked
from kognilang.reasoning.words.changes.amending import amended
from kognilang.reasoning.words.changes.becoming import act_in
from kognilang.reasoning.words.changes.changing import changed
from kognilang.reasoning.words.changes.flags import flagged
from kognilang.reasoning.words.clausing import is_clause
from kognilang.reasoning.words.conditions.stating import Stated
from kognilang.reasoning.words.course import course
from kognilang.reasoning.words.naming.giving_names import name_given
from kognilang.reasoning.words.naming.mentions import Marked, subject_of
from kognilang.reasoning.words.naming.people import is_person
from kognilang.reasoning.words.parts import parts_of, shared
from kognilang.reasoning.words.persons.speaking import defines_telling, spoken
from kognilang.reasoning.words.phrases.fitting import Filled, fillings
from kognilang.reasoning.words.phrases.likeness import Likeness
from kognilang.reasoning.words.phrases.synonyms import is_verb
from kognilang.reasoning.words.rows.asked_for import asked_for
from kognilang.reasoning.words.rows.keeping_lists import kept

_PHRASES = 24
"""So many phrases, the most alike, are filled."""

CLEAR = 2.0
"""A reading that scores so much has a verb like the sentence's, and values that fit."""

_TWO_STEPS = 3
"""So many readings of two steps are tried at the most."""

_GOOD_FIT = 0.25
"""How well values have to fit a phrase that is not like the sentence."""

_BAD_FIT = -0.7
"""Values that fit worse are not what a phrase is for, though it would take them."""

_LAST = ("Stop", "Skip this ")
"""Steps after which no other of the sentence comes."""

_HALF = 1.0
"""What it says against a reading as one step of a sentence of two clauses."""

_ONE_CHANGE = 3.5
"""A change that scores so much is all that a text says."""

_OWN_WAY = 2.5
"""What telling somebody counts less where the text defines how that is done."""


@dataclass(slots=True)
class Guess:
    """A reading that has not been tried. `evident` says that a word of the sentence stands for
    its phrase, not its values alone."""

    meaning: str
    score: float
    evident: bool = True


def steps_of(
    told: Stated,
    sentence: Marked,
    situation: Situation,
    phrases: Sequence[Phrase],
    loose: bool = False,
) -> list[Guess]:
    """Return the readings of a sentence as one step, and as one for each of two parts."""
    subject = subject_of(situation)
    named = (one.words for one in sentence.mentions if one.words and not one.literal)
    thing = f"the {subject}" if subject else next(named, "")
    whole = _steps(told.rest, sentence, situation, phrases, thing, told.used, loose)
    people = spoken_in(told.rest, sentence, situation, phrases)
    if people and people[0][1]:
        return [*(one for one, _ in people), *whole]
    whole = sorted([*(one for one, _ in people), *whole], key=lambda guess: -guess.score)
    if any(score >= _ONE_CHANGE for _, score in changed(told.rest, sentence, situation)):
        # Work out what it costs and enter that as the fee: one change, said in two parts.
        return whole
    parts = parts_of(told.rest) or shared(told.rest, sentence)
    if not parts or booked(told.rest, sentence, situation, phrases, thing):
        # Take a copy of it and name it so: said in two parts, and one step.
        return whole
    first, second = parts
    one = _said_or_done(first, sentence, situation, phrases, thing, told.used)
    mentioned = sentence.among(first)
    then = next((m.words for m in mentioned if not m.literal and not m.owner), "") or thing
    other = _said_or_done(second, sentence, situation, phrases, then, told.used)
    said_twice = [
        a for a in one for b in other if a.meaning == b.meaning and a.meaning.startswith(_LAST)
    ]
    if said_twice and said_twice[0].meaning in (one[0].meaning, other[0].meaning):
        # Forget about this one and go on to the next: the same, said in two ways.
        return [Guess(said_twice[0].meaning, said_twice[0].score + 0.8), *whole]
    one = [a for a in one if not a.meaning.startswith(_LAST)]
    both = [
        Guess(
            f"{a.meaning}\n{b.meaning}",
            (a.score + b.score) / 2 + (0.8 if a.evident and b.evident else -0.8),
        )
        for a in one
        for b in other
        if a.meaning != b.meaning
    ]
    both = sorted(both, key=lambda guess: -guess.score)[:_TWO_STEPS]
    ordered = re.search(r"(?i)\b(?:before|after|afterwards|having|first)\b", told.rest)
    told_twice = (
        ordered
        or is_clause(second)
        or _is_told(second)
        or re.match(r"(?i)(?:an?|the|some|another) [a-z]", second)
    )
    if both and is_clause(second):
        # Each is a clause of its own: one step alone leaves out what the other one says.
        whole = [replace(one, score=one.score - _HALF) for one in whole]
    if both and one and one[0].evident and other[0].evident and told_twice:
        # Each part says to do something: one step alone would leave out what the other says.
        return both
    return sorted([*whole, *both], key=lambda guess: -guess.score)


def _said_or_done(
    part: str,
    sentence: Marked,
    situation: Situation,
    phrases: Sequence[Phrase],
    thing: str,
    used: frozenset[str],
) -> list[Guess]:
    """Return the likeliest readings of one of two parts."""
    people = [one for one, _ in spoken_in(part, sentence, situation, phrases)]
    found = [*people, *_steps(part, sentence, situation, phrases, thing, used)]
    inner = [one for one in parts_of(part) if one != part]
    if len(inner) == 2 and len(sentence.among(part)) and _is_told(inner[1]):
        # Wash it and dry it before it goes back: three steps.
        first, second = (
            _steps(one, sentence, situation, phrases, thing, used)[:1] for one in inner
        )
        found += [
            Guess(f"{a.meaning}\n{b.meaning}", min(a.score, b.score) + 0.8)
            for a in first
            for b in second
            if a.evident and b.evident and a.meaning != b.meaning
        ]
    return sorted(found, key=lambda guess: -guess.score)[:3]


def _is_told(part: str) -> bool:
    """Tell whether a part of a sentence begins with what is to be done."""
    words = re.findall(r"[a-z]+", part.lower())
    return bool(words) and is_verb(lemma(words[0])) and not part.startswith("⟦")


def spoken_in(
    text: str, sentence: Marked, situation: Situation, phrases: Sequence[Phrase]
) -> list[tuple[Guess, bool]]:
    """Return the readings of a text in which people are asked or told something, with whether
    each takes up the whole of it."""
    subject = subject_of(situation)
    thing = f"the {subject}" if subject else ""
    own = [one for one in phrases if one.book == "this file"]

    def steps(part: str) -> list[tuple[str, float]]:
        found = steps_of(Stated(part), sentence, situation, phrases)
        return [(one.meaning, one.score) for one in found if one.evident]

    def acts(part: str) -> list[str]:
        found = _steps(part, sentence, situation, own, thing)
        return [one.meaning for one in found if one.evident and one.score >= CLEAR]

    found = spoken(text, sentence, situation, steps, acts)
    own_ways = [one for one in own if any(is_person(place.name) for place in one.places)]
    return [
        (
            Guess(one.meaning, one.score - (_OWN_WAY if defined else 0.0), one.evident),
            one.whole and not defined,
        )
        for one in found
        for defined in [defines_telling(one.meaning, own_ways)]
    ]


def _steps(
    part: str,
    sentence: Marked,
    situation: Situation,
    phrases: Sequence[Phrase],
    thing: str,
    used: frozenset[str] = frozenset(),
    loose: bool = False,
) -> list[Guess]:
    """Return the readings of a part of a sentence as one step, the likeliest first."""
    act = act_in(part, sentence)
    if act is not None:
        return [Guess(meaning, score) for meaning, score in act]
    likeness = Likeness(part, phrases)
    scored = sorted(((likeness.score(one), one) for one in phrases), key=lambda one: -one[0])
    found = []
    for number, (score, phrase) in enumerate(scored):
        alike = number < _PHRASES and likeness.shares(phrase)
        if not alike and not (loose and phrase.places):
            continue
        filled: Filled
        for filled in fillings(phrase, part, sentence, situation, thing, used):
            if filled.score < _BAD_FIT:
                continue
            if alike or filled.score > _GOOD_FIT or phrase.name.startswith("skip this "):
                evident = likeness.evident(phrase)
                found.append(Guess(filled.sentence, score + filled.score, evident))
    found += [
        Guess(meaning, score)
        for meaning, score in changed(part, sentence, situation, part == sentence.text)
    ]
    found += [Guess(one.step, one.score) for one in amended(part, sentence, situation, used)]
    for ways in (flagged, kept, asked_for, name_given):
        found += [Guess(meaning, score) for meaning, score in ways(part, sentence, situation)]
    found += [Guess(meaning, score) for meaning, score in course(part, situation)]
    acts = booked(part, sentence, situation, phrases, thing)
    found += [Guess(meaning, score) for meaning, score in acts]
    return sorted(found, key=lambda guess: -guess.score)
