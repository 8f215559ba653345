"""Choosing: which property of which thing a comparison speaks of, where it names none: by the
noun that is counted, the verb, the unit, and the things that its clause names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.dataclass import dataclass
from kognilang.language.words import lemma, plural
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention, subject_of
from kognilang.reasoning.words.naming.relating import STEM, nearness

_HEAD, _NEAR, _FAR, _NAMED, _OURS = 6.0, 2.0, 0.8, 4.0, 1.0
"""What it says for a property that its name stands behind the number, that words right before or
further off speak of it; for a thing that the clause names it, or that it is the subject."""
_LIKE = 2.5
"""What it says for a property that the name of what it is compared with is like its own."""
_YEARS = range(1000, 2101)
"""Numbers that may be years."""
_DOES = re.compile(
    r"(?i)\b(?:is|are|was|were|gets?|has|have|must|should|may|can|cannot|will|shall|go|goes|pays?|"
    r"needs?|brings?|costs?|comes?|takes?|becomes?|belongs?|receives?|earns?|deserves?|counts?|"
    r"stays?|remains?|do|does|don't|end|ends|land|lands|then|and|means?|that|which|who)\b"
)
"""What begins the rest of a sentence behind a comparison."""
_IDLE = frozenset(
    ("the", "a", "an", "of", "in", "on", "at", "for", "with", "and", "or", "is", "are", "was",
     "were", "to", "if", "when", "that", "which", "who", "we", "us", "it", "they", "them", "has",
     "have", "be", "been", "any", "all", "no", "not", "more", "less", "fewer", "than", "over",
     "under", "above", "below", "up", "least", "most", "only", "anything", "everything", "anyone",
     "everyone", "by", "as", "there", "from", "this", "these", "those", "such", "must", "should",
     "may", "can", "will", "time", "times", "where", "whoever", "whatever", "want", "wants",
     "get", "gets", "go", "goes", "do", "does", "so", "altogether")
)  # fmt: skip
"""Words that tell nothing of what is compared."""


@dataclass(slots=True)
class Place:
    """Where a comparison stands in a marked text: from `start` to `end` in the clause that begins
    at `begun`."""

    text: str
    begun: int
    start: int
    end: int

    @property
    def before(self) -> str:
        """The words of the clause up to the comparison."""
        return self.text[self.begun : self.start]

    @property
    def after(self) -> str:
        """The few words right behind it, up to the next thing or the end of the clause."""
        words = re.match(r"[^,;:⟦?]{0,40}", self.text[self.end :])
        said = _DOES.split(words[0], maxsplit=1)[0] if words is not None else ""
        return " ".join(said.split()[:3])


def chosen(sentence: Marked, situation: Situation, value: Mention, place: Place) -> list[str]:
    """Return the properties that may be compared with a value, the likeliest first: of the things
    in scope where words speak of one, else of the subject alone."""
    subject = subject_of(situation)
    named = _named(sentence, situation, place)
    scored = []
    for thing, prop in _comparable(situation, value):
        told = _told(prop, value, place)
        score = told
        if thing in named:
            score += _NAMED / len(named)
        elif thing == subject:
            score += _OURS
        elif not told:
            continue
        scored.append((score, f"the {thing}'s {prop}"))
    scored.sort(key=lambda one: -one[0])
    found: list[str] = []
    for score, one in scored:
        if score >= scored[0][0] - _NAMED and one not in found:
            found.append(one)
    return found


def is_year(situation: Situation, value: Mention) -> bool:
    """Tell whether a number is a year, where things have such: made before 1900."""
    if value.kind != "number" or not re.fullmatch(r"[12]\d{3}", value.words):
        return False
    return any("year" in prop.split() for prop in _numbers(situation))


def _numbers(situation: Situation) -> Iterator[str]:
    for fields in situation.fields.values():
        yield from (prop for prop, kind in fields.items() if kind == "number")


def spoken(place: Place, way: str) -> tuple[int, int]:
    """Return where a comparison begins and ends with the words that only say what is compared:
    `worth more than $5`, `more than 20 kilos`, `that costs us over $5 in all`."""
    name = way.rpartition("'s ")[2]
    start, end = place.start, place.end
    before = re.search(
        r"(?i)(?:(?:\b(?:that|which|who|whose|of|with|in|is|are|has|have|a|an|the|for|it|to|wants?|"
        r"be|being) |(?<=⟦\d⟧ )|, ))*\b([a-z]+)(?: (?:us|you|them|him|her|for|of|in at|a|an|at|is|"
        r"are|in))* $",
        place.before,
    )
    if before is not None and before.start() > 0 and _only_tells(name, before[1], before[0]):
        start = place.begun + before.start()
    words = re.match(r"(?i) ([a-z]+)(?: (away|old|high|long|wide|tall|deep|heavy|off|distant))?"
                     r"(?= |[,;:.?]|$)", place.text[end:])  # fmt: skip
    if words is not None and (_is_unit(words[1]) or nearness(name, words[1]) >= STEM):
        end += words.end()
    tail = re.match(
        r"(?i) (?:in (?:all|total|sum|stock|age|weight|length|height|price|value|size|distance)|"
        r"altogether|all told|all in all|at a time|in one go|at once|all together|"
        r"of age|away|each|apiece)(?= |[,;:.?]|$)",
        place.text[end:],
    )
    return start, end + (tail.end() if tail is not None else 0)


def _only_tells(name: str, word: str, said: str) -> bool:
    """Tell whether a word before a comparison does nothing but say what is compared."""
    near = nearness(name, word)
    if word.lower() in _IDLE or not near:
        return False
    led = re.match(r"(?i)(?:that|which|who|it|to|⟦\d+⟧)\b", said.strip(" ,"))
    return near < STEM or led is not None or lemma(word.lower()) != word.lower()


_UNITS = frozenset(
    ("kilo", "kilogram", "kg", "gram", "g", "ton", "tonne", "pound", "lb", "ounce", "mile", "km",
     "kilometre", "kilometer", "metre", "meter", "m", "cm", "centimetre", "foot", "feet", "inch",
     "yard", "litre", "liter", "gallon", "piece", "unit", "item", "degree", "percent", "point",
     "page", "day", "week", "month", "year", "hour", "minute", "second", "copy", "head", "person",
     "people", "dollar", "box", "bottle")
)  # fmt: skip


def _is_unit(word: str) -> bool:
    return word.lower() in _UNITS or lemma(word.lower()) in _UNITS


def _comparable(situation: Situation, value: Mention) -> Iterator[tuple[str, str]]:
    """Yield the properties of the things in scope that can be compared with a value."""
    subject = subject_of(situation)
    things = sorted(situation.fields, key=lambda one: one != subject)
    for thing in things:
        for prop, kind in situation.fields[thing].items():
            if f"the {thing}'s {prop}" in value.words:
                continue
            if kind == value.kind or (value.kind == "any" and kind in ("number", "money", "date")):
                yield thing, prop


def _named(sentence: Marked, situation: Situation, place: Place) -> list[str]:
    """Return the things that the clause of a comparison names, as one or as many."""
    clause = f"{place.before} {place.after}"
    led = re.match(r"[^,;:?⟦]{0,30}\b(?:on|of|for|in) (?=⟦)", place.text[place.end :])
    if led is not None:
        clause += place.text[place.end + led.end() :][:4]
    said = [sentence.mentions[int(one)] for one in MARK.findall(clause)]
    bare = re.sub(r'"[^"]*"', " ", MARK.sub(
        lambda one: sentence.mentions[int(one[1])].words if not sentence.mentions[int(one[1])]
        .literal else " ", clause)).lower()  # fmt: skip
    found = []
    for thing, fields in situation.fields.items():
        if not fields:
            continue
        called = rf"\b(?:{re.escape(thing)}|{re.escape(plural(thing))})\b(?!'s [a-z]+ limit)"
        ours = any(one.words == f"the {thing}" for one in said)
        if ours or re.search(called, bare) is not None:
            found.append(thing)
    return found


def _told(prop: str, value: Mention, place: Place) -> float:
    """Say how surely the words around a comparison speak of a property."""
    if prop.split()[-1] in ("year", "years") and value.words.isdigit():
        made = int(value.words) in _YEARS
        if made and value.literal:
            return _HEAD
    score = 0.0
    after = [one for one in re.findall(r"[a-z]+", place.after.lower()) if one not in _IDLE]
    if after:
        first = nearness(prop, after[0])
        score += _HEAD if _is_name(prop, after[0]) else first * (_NEAR if first >= STEM else 1.2)
        score += sum(nearness(prop, one) for one in after[1:]) * _FAR
    before = [one for one in re.findall(r"[a-z]+", place.before.lower()) if one not in _IDLE]
    for at, word in enumerate(reversed(before[-6:])):
        score += nearness(prop, word) * (_NEAR if at == 0 else _FAR)
    score += nearness(prop, place.text[place.start : place.end]) * 1.0
    if value.noun and value.kind == "number":
        score += nearness(prop, value.noun) * _NEAR
    if not value.literal:
        like = value.words.rpartition("'s ")[2].removeprefix("the ")
        score += _LIKE * (nearness(prop, like) >= STEM) + 0.5 * (nearness(prop, like) > 0)
    return score


def _is_name(prop: str, word: str) -> bool:
    """Tell whether a word is a property's name, or the last word of it: 50 copies."""
    last = prop.split()[-1]
    return lemma(word) == lemma(last) or word in (last, plural(last))
