"""The nearest readings: what a sentence may mean, worked out from its own words without a model.

Each is made of phrases that are like the sentence with the values that it names in their slots,
under the condition that it states; only those that are understood in its place are returned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kognilang.dataclass import dataclass
from kognilang.language.words import lemma
from kognilang.meaning.settling import Open, Settling, Trial
from kognilang.reasoning.accepting import unaccounted
from kognilang.reasoning.phrasebook import Phrase, book_phrases, core_phrases
from kognilang.reasoning.situations import Situation, situation_of
from kognilang.reasoning.words.booked import booked
from kognilang.reasoning.words.changing import changed
from kognilang.reasoning.words.checking import checked
from kognilang.reasoning.words.computed import addressed, as_row
from kognilang.reasoning.words.counting import counted
from kognilang.reasoning.words.defined import said_of
from kognilang.reasoning.words.emptiness import emptiness_of, none_or_any
from kognilang.reasoning.words.fitting import Filled, fillings
from kognilang.reasoning.words.gathering import gathered, order_of
from kognilang.reasoning.words.likeness import Likeness
from kognilang.reasoning.words.manner import addresses_a_model, forbids, vague
from kognilang.reasoning.words.marking import marked
from kognilang.reasoning.words.mentions import Marked, Mention, subject_of
from kognilang.reasoning.words.parts import parts_of, shared
from kognilang.reasoning.words.people import is_person
from kognilang.reasoning.words.questioning import questioned
from kognilang.reasoning.words.speaking import defines_telling, spoken
from kognilang.reasoning.words.stating import Stated, stated
from kognilang.reasoning.words.synonyms import is_verb
from kognilang.reasoning.words.views import View, views_of
from kognilang.reasoning.words.wrapping import filtered, for_each, under

_PHRASES = 24
"""So many phrases, the most alike, are filled."""

_CLEAR = 2.0
"""A reading that scores so much has a verb like the sentence's, and values that fit."""

_LEFT_OVER = 2
"""So many words of a sentence may have nothing in a reading that is clear."""

_FAR = 2.0
"""A reading that scores less by so much is none to show beside the likeliest."""

_LEFT = 0.8
"""What it says against a reading that a text or a figure of the sentence is not in it."""

_ONE_BY_ONE = re.compile(r"(?i)\b(?:each|every|one by one|individually|separately|in turn)\b")
_TOGETHER = 1.0
"""What it says against doing so with each of several what is done with all of them."""

_NOBODY = re.compile(
    r"(?i)^(?:nobody|no one|none|no|every|each|all)\b.*\b(?:may|must|can|should|shall|is allowed)\b"
)
_DEONTIC = re.compile(
    r"(?i)⟦\d+⟧|\b(?:nobody|no one|none|no|every|each|all|among|of|the|may|must|can|should|"
    r"shall|be|"
    r"is|are|have|has|ever|allowed|to|get|go|an?|with|not|never|one)\b"
)

_TWO_STEPS = 3
"""So many readings of two steps are tried at the most."""

_GOOD_FIT = 0.25
"""How well values have to fit a phrase that is not like the sentence."""

_BAD_FIT = -0.7
"""Values that fit worse are not what a phrase is for, though it would take them."""

_TRIED = 24
"""So many readings are tried at the most."""

CLOSE = 0.35
"""A reading that scores less than the likeliest by more than this is no match for it."""


_OUTER = "outer-name-in-procedure"
"""The problem of a definition that changes a name of the main steps."""

_LAST = ("Stop", "Skip this ")
"""Steps after which no other of the sentence comes."""


@dataclass(slots=True)
class Guess:
    """A reading that has not been tried. `evident` says that a word of the sentence stands for
    its phrase, not its values alone."""

    meaning: str
    score: float
    evident: bool = True


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
        trial = _tried(settling, place, guess.meaning, situation)
        if trial.fine and all(trial.meaning != one.trial.meaning for one in found):
            left = unaccounted(situation.sentence, trial.meaning)
            clear = guess.evident and guess.score >= _CLEAR and len(left) <= _LEFT_OVER
            found.append(Reading(trial, clear, guess.evident, guess.score))
        if len(found) == most:
            break
    return found


def _tried(settling: Settling, place: Open, meaning: str, situation: Situation) -> Trial:
    """Try a meaning out; in a definition, with a name of the main steps as the shared one."""
    meaning = as_row(addressed(meaning, situation), situation)
    trial = settling.try_out(place, meaning)
    if not trial.fine and trial.problems and trial.problems[0].name == _OUTER:
        for instead in trial.problems[0].candidates[:1]:
            shared_name = re.search(r"the shared ([a-z0-9 -]+?)(?=[.']| to | by |$)", instead)
            if shared_name is not None:
                bare = rf"\bthe {re.escape(shared_name[1])}(?=[.,]|$| by | to )"
                again = re.sub(bare, f"the shared {shared_name[1]}", meaning)
                return settling.try_out(place, again)
    return trial


def guesses(situation: Situation, phrases: Sequence[Phrase], loose: bool = False) -> list[Guess]:
    """Return readings of a sentence, the likeliest first, each once."""
    found: list[Guess] = []
    for view in views_of(situation):
        found += _of_view(view, phrases, loose)
    for one in found:
        one.score -= _LEFT * _unsaid(situation.sentence, one.meaning)
    found.sort(key=lambda one: -one.score)
    found = [one for one in found if one.score > found[0].score - _FAR]
    best: dict[str, Guess] = {}
    for one in found:
        best.setdefault(one.meaning, one)
    return list(best.values())


def _unsaid(sentence: str, meaning: str) -> int:
    """Return how many of the texts in quotes and the figures of a sentence a meaning has not."""
    plain = sentence.replace("“", '"').replace("”", '"')
    given = re.findall(r'"[^"]+"|(?<![\w"])\d[\d,.]*\d|(?<![\w"])\d', plain)
    return sum(one not in meaning for one in dict.fromkeys(given))


def _of_view(view: View, phrases: Sequence[Phrase], loose: bool) -> list[Guess]:
    """Return the readings of a sentence that is about one thing, or about each row of a table."""
    situation = view.situation
    sentence, so = said_of(questioned(marked(situation), situation), situation)
    text, empty = ("", "") if view.each else emptiness_of(sentence, situation)
    if not view.each and not empty:
        text, empty = none_or_any(sentence, situation)
    told = Stated(text, [empty]) if empty else stated(sentence, situation)
    if so:
        told.conditions = [f"{so} and {one}" for one in told.conditions
                           if not one.startswith("unless ")] or [so]  # fmt: skip
    spoken_of = [] if view.each else _spoken(sentence.text, sentence, situation, phrases)
    if not told.conditions and forbids(situation.sentence):
        phrases = [one for one in phrases if one.name.startswith("skip this ")]
    open_ended = vague(situation.sentence)
    # A condition that was read says enough of a sentence to show what it may be about.
    loose = (loose and not open_ended) or bool(told.conditions)
    found = _of_parts(told, sentence, situation, phrases, loose)
    if told.other and told.conditions:
        rest = Stated(told.other, used=told.used)
        other = _of_parts(rest, sentence, situation, phrases, loose)[:3]
        found = [
            Guess(f"{one.meaning}\n\n{two.meaning}", (one.score + two.score) / 2, one.evident)
            for one in found[:3]
            for two in other
            if "\n" not in one.meaning + two.meaning and one.meaning != two.meaning
        ] or found
    if view.each:
        together = _of_table(view, told, sentence, phrases, loose)
        # What is done with each row says something of the row.
        row = re.compile(rf"\bthe {re.escape(view.each)}\b")
        found = [one for one in found if row.search(one.meaning)]
        if not _ONE_BY_ONE.search(situation.sentence):
            # Show the late orders: all of them together.
            for one in found:
                if one.meaning.startswith(("Show ", "Say ", "Save ", "Get approval ")):
                    one.score -= _TOGETHER
        if _NOBODY.search(sentence.text) and not re.search(
            r"[a-z]{3}", _DEONTIC.sub(" ", told.rest)
        ):
            # Nobody may have a load of more than 15: no more than that is done.
            together += [
                Guess(f"Make sure {said.replace('the ', 'every ', 1)}.", _CLEAR + _CLEAR)
                for said in told.conditions[:1]
                if said.startswith(f"the {view.each}'s ")
            ]
        conditions = told.conditions[:3] or [""]
        found = [
            Guess(for_each(view.each, said, one.meaning), one.score - 0.1 * number, one.evident)
            for one in found[:6]
            for number, said in enumerate(conditions)
        ]
        for one in found:
            one.score += view.bonus
        return found + together
    found += _filled_in(told, sentence)
    found.sort(key=lambda one: -one.score)
    if told.conditions:
        found = [
            Guess(under(condition, one.meaning), one.score - 0.1 * number, one.evident)
            for one in found[:6]
            for number, condition in enumerate(told.conditions[:3])
        ]
    found += [one for one, whole in spoken_of if whole]
    if told.rest != sentence.text:
        # Where it is, of what stays there, is no condition.
        acts = booked(sentence.text, sentence, situation, phrases)
        found += [Guess(meaning, score) for meaning, score in acts]
    required = checked(sentence, situation)
    if required:
        found.append(Guess(f"Make sure {required}.", _CLEAR + _CLEAR))
    for one in found:
        one.score += view.bonus
    return [one for one in found if one.evident] if open_ended else found


_OWN_WAY = 2.5
"""What telling somebody counts less where the text defines how that is done."""


def _spoken(
    text: str, sentence: Marked, situation: Situation, phrases: Sequence[Phrase]
) -> list[tuple[Guess, bool]]:
    """Return the readings of a text in which people are asked or told something, with whether
    each takes up the whole of it."""
    subject = subject_of(situation)
    thing = f"the {subject}" if subject else ""
    own = [one for one in phrases if one.book == "this file"]

    def steps(part: str) -> list[tuple[str, float]]:
        found = _of_parts(Stated(part), sentence, situation, phrases)
        return [(one.meaning, one.score) for one in found if one.evident]

    def acts(part: str) -> list[str]:
        found = _steps(part, sentence, situation, own, thing)
        return [one.meaning for one in found if one.evident and one.score >= _CLEAR]

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


_FILL = re.compile(
    r"(?i)^(?:then |please |just |we )*(?:enter|put|put in|write|use|set|fill in|take|assume|"
    r"insert|it gets|default to|note|make it|it is|it becomes|say|book it on|put it on|put down|"
    r"put it down as|make that|write in|go with) ⟦(\d+)⟧(?: (?:there|in|instead|in there|for it|"
    r"in it|down|by default|as (?:a|the) default|in its place|in that case))*$"
)
"""What is done about a property that is missing."""


def _filled_in(told: Stated, sentence: Marked) -> list[Guess]:
    """Return that a missing property is set: where there is no owner, put "Audit" there."""
    said = _FILL.match(told.rest.strip(" ,"))
    if said is None:
        return []
    value = sentence.mentions[int(said[1])]
    return [
        Guess(f"Set {blank[1]} to {value.words}.", _CLEAR + _CLEAR)
        for one in told.conditions[:1]
        if value.literal and (blank := re.fullmatch(r"(the .+'s [a-z -]+) is blank", one))
    ]


def _of_table(
    view: View, told: Stated, sentence: Marked, phrases: Sequence[Phrase], loose: bool
) -> list[Guess]:
    """Return what is done with the rows of a table together, those of which a condition holds."""
    found = []
    fields = view.situation.fields.get(view.each, {})
    many = counted(sentence, view.each)
    if many is not None:
        so = [one for one in told.conditions if one.startswith(f"the {view.each} is ")][:1]
        rows = filtered(view.each, so[0], view.table) if so else view.table
        condition = f"the number of the {rows} is {many.than}"
        for one in _of_parts(Stated(many.text), sentence, view.base, phrases, loose)[:3]:
            found.append(Guess(under(condition, one.meaning), one.score + 1.0, one.evident))
    for number, said in enumerate(told.conditions[:3] or [""]):
        rows = filtered(view.each, said, view.table) if said else view.table
        if not rows:
            continue
        rows = f"the {rows}"
        for meaning, score in gathered(told.rest, sentence, view.each, rows, fields):
            found.append(Guess(meaning, score - 0.1 * number))
        ordered = rows + order_of(told.rest, sentence, view.each, fields)
        if ordered == f"the {view.table}":
            continue
        mentions = [
            Mention(ordered, "table") if one.words == f"the {view.each}" else one
            for one in sentence.mentions
        ]
        whole = [one for one in phrases if one.book != "this file"]
        for one in _of_parts(told, Marked(sentence.text, mentions), view.base, whole, loose)[:4]:
            if ordered in one.meaning and '"{' not in one.meaning:
                found.append(Guess(one.meaning, one.score - 0.1 * number, one.evident))
    return found


def _of_parts(
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
    people = _spoken(told.rest, sentence, situation, phrases)
    if people and people[0][1]:
        return [*(one for one, _ in people), *whole]
    whole = sorted([*(one for one, _ in people), *whole], key=lambda guess: -guess.score)
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
        ordered or _is_told(second) or re.match(r"(?i)(?:an?|the|some|another) [a-z]", second)
    )
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
    people = [one for one, _ in _spoken(part, sentence, situation, phrases)]
    found = [*people, *_steps(part, sentence, situation, phrases, thing, used)]
    return sorted(found, key=lambda guess: -guess.score)[:3]


def _is_told(part: str) -> bool:
    """Tell whether a part of a sentence begins with what is to be done."""
    words = re.findall(r"[a-z]+", part.lower())
    return bool(words) and is_verb(lemma(words[0])) and not part.startswith("⟦")


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
    found += [Guess(meaning, score) for meaning, score in changed(part, sentence)]
    acts = booked(part, sentence, situation, phrases, thing)
    found += [Guess(meaning, score) for meaning, score in acts]
    return sorted(found, key=lambda guess: -guess.score)
