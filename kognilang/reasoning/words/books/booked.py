"""Booked: what a part of a sentence says to do with files, tables and texts, by the ways of saying
what the actions of the standard books do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kognilang.reasoning.phrasebook import Phrase
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.books.collected import collected
from kognilang.reasoning.words.books.listing import ONE_PER_LINE
from kognilang.reasoning.words.books.putting import put_in
from kognilang.reasoning.words.books.stored import stored
from kognilang.reasoning.words.books.ways import ENDS, LEADS, SUFFIX
from kognilang.reasoning.words.books.ways_of_files import FILES
from kognilang.reasoning.words.books.ways_of_tables import TABLES
from kognilang.reasoning.words.books.ways_of_texts import TEXTS
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention
from kognilang.reasoning.words.phrases.likeness import Likeness

_LIKELY, _NEXT = 4.4, 0.4
"""How likely a reading is whose way is the whole of a part; what a later way counts less."""
_OWN_ACT, _SURELY = 0.8, 0.85
"""What an action of a book counts less where the sentence has the verb of a definition of the
text; how near that verb is then."""
_ORDER = re.compile(
    r"(?i)\b(?:in order|in the order|sort(?:ed)?|order(?:ed)? by|rank(?:ed)?|arranged?|at the top|"
    r"on top|first|last|highest|descending|ascending|alphabetical(?:ly)?)\b"
)
_ADDED = re.compile(r"(?i)\b(?:add|append|end|bottom|foot|also|too|more|attach|tack)")
_UNSORTED = 1.5
"""What it says against saving a table as it is that a sentence speaks of an order."""
_MOST = 3
_LOGGED = re.compile(r'^Add to the file ("[^"]+"): (.*?)\.?$', re.DOTALL)
"""A file by its name: what is added to it is said first."""
_SLOT = re.compile(r"\{(\w+)\}")


_WAYS = (*FILES, *TABLES, *TEXTS)


@cache
def _patterns(number: int) -> tuple[re.Pattern[str], ...]:
    way = _WAYS[number]
    after = SUFFIX if "{name}" in way.sentence else ""
    return tuple(re.compile(rf"(?i)(?:{one}){after}{ENDS}") for one in way.patterns)


_LEAD = re.compile(rf"(?i){LEADS} ")


def _bare(text: str) -> list[str]:
    """Return a text, and it without the words that stand before what is to be done."""
    found = [text]
    while (lead := _LEAD.match(found[-1])) is not None:
        found.append(found[-1][lead.end() :])
    return found


def booked(
    part: str, sentence: Marked, situation: Situation, phrases: Sequence[Phrase], thing: str = ""
) -> list[tuple[str, float]]:
    """Return what a part of a marked sentence says to do in the ways of the books: sentences of the
    language, and how likely they are. `thing` is what a pronoun stands for."""
    known = MARK.sub(lambda one: _known(one, sentence), part)
    spoken = MARK.sub(lambda one: _known(one, sentence, nouns=True), known)
    texts = [
        bare
        for text in dict.fromkeys((known, spoken))
        for bare in _bare(" ".join(text.strip(" ,;.").split()))
    ]
    score = _LIKELY
    named = [_meant(one, thing, situation) for one in sentence.among(part)]
    found: list[tuple[str, float]] = []
    for number, way in enumerate(_WAYS):
        slots = frozenset(_SLOT.findall(way.sentence))
        if not all(_held(slot, named, situation) for slot in slots - _OPTIONAL):
            continue
        patterns = _patterns(number)
        every = (
            match for one in texts for pattern in patterns if (match := pattern.fullmatch(one))
        )
        for match in every:
            said = _written(way.sentence, slots, match, sentence, situation, thing)
            if said.rstrip(".").endswith(ONE_PER_LINE) and not _ADDED.search(part):
                # What is a list is the whole of a file, unless it is added.
                said = re.sub(r"^Add to the (.*?): (\".*?)\.?$", r"Write \2 to the \1.", said)
            said = _LOGGED.sub(r"Add \2 to the file \1.", said)
            if said and all(said != one for one, _ in found):
                unsorted = "{table}" in way.sentence and " sorted by " not in said
                less = _UNSORTED if unsorted and _ORDER.search(sentence.text) else 0.0
                found.append((said, score - less))
                score -= _NEXT
                break
        if len(found) == _MOST:
            break
    for text in dict.fromkeys((known, spoken)):
        rows = stored(" ".join(text.strip(" ,;.").split()), sentence, situation)
        found += [one for one in rows if all(one[0] != said for said, _ in found)]
    each = collected(known, sentence) or collected(spoken, sentence)
    if each is not None and not found:
        one, lead = each
        steps = booked(one.text, one, situation, phrases)
        return [(f"{lead}{said[:1].lower()}{said[1:]}", likely) for said, likely in steps]
    if not found:
        return []
    own = [one for one in phrases if one.book == "this file"]
    likeness = Likeness(part, own)
    near = max((likeness.verb(one) for one in own), default=0.0)
    return [(said, likely - (_OWN_ACT if near >= _SURELY else 0.0)) for said, likely in found]


def _known(mark: re.Match[str], sentence: Marked, nouns: bool = False) -> str:
    """Return a mark; of what has a name for the first time, its words. `nouns` does the same with
    other nouns for what is gone through."""
    one = sentence.mentions[int(mark[1])]
    other = nouns and one.pronoun and one.said.lower() not in _PRONOUNS
    return one.said if one.said and (other or one.kind == "new") else mark[0]


_PRONOUNS = ("it", "them", "him", "her", "this", "that")


def _held(slot: str, named: list[Mention], situation: Situation) -> bool:
    """Tell whether something that is named fits a slot."""
    if slot in ("language", "quality", "new"):
        return True
    if slot == "choices":
        return sum(one.literal for one in named) > 1
    return any(put_in(slot, "", one, situation) for one in named)


def _written(
    wording: str,
    slots: frozenset[str],
    match: re.Match[str],
    sentence: Marked,
    situation: Situation,
    thing: str,
) -> str:
    """Return a way's sentence with what stands in its slots; empty where something does not fit."""
    groups = {name.rstrip("2"): value for name, value in match.groupdict().items() if value}
    filled: dict[str, str] = {}
    for slot in slots:
        value = groups.get(_GROUP.get(slot, slot), "")
        written = _of_slot(slot, value, groups, sentence, situation, thing)
        if written is None:
            return ""
        filled[slot] = written
    said = _SLOT.sub(lambda one: filled[one[1]], wording)
    for noun in ("file", "folder"):
        said = re.sub(rf"the {noun} the (?:{noun}|document) ", f"the {noun} ", said)
    return said[:-1] if said.endswith("..") else said


_GROUP = {"as_new": "new", "sentences": "count", "saying": "text"}
_OPTIONAL = frozenset(("as_new", "sentences", "saying", "sender", "since"))


def _of_slot(
    slot: str,
    value: str,
    groups: dict[str, str],
    sentence: Marked,
    situation: Situation,
    thing: str,
) -> str | None:
    """Return how a slot is written; None where it holds nothing that fits."""
    if not value:
        return "" if slot in _OPTIONAL else None
    marks = re.findall(r"⟦(\d+)⟧", value) or ([value] if value.isdigit() else [])
    if slot == "choices":
        choices = [sentence.mentions[int(one)] for one in marks]
        if not all(one.literal and one.kind == "text" for one in choices):
            return None
        words = [one.words for one in choices]
        return f"{', '.join(words[:-1])} or {words[-1]}"
    mention = _meant(sentence.mentions[int(marks[0])], thing, situation) if marks else None
    written = put_in(slot, value, mention, situation)
    if slot == "name" and written and mention is not None:
        return _with_ending(written, groups, sentence)
    return written


def _with_ending(name: str, groups: dict[str, str], sentence: Marked) -> str | None:
    """Return a file's name with the ending that is said besides."""
    ending = groups.get("suffix", "").lower()
    if "ending" in groups:
        said = re.fullmatch(r'"\.?(\w{2,5})"', sentence.mentions[int(groups["ending"])].words)
        if said is None:
            return None
        ending = said[1]
    if not ending:
        return name
    return f'{name[:-1]}.{ending}"' if name.startswith('"') else f'"{{{name}}}.{ending}"'


def _meant(mention: Mention, thing: str, situation: Situation) -> Mention:
    """Return a mention, a pronoun as what it stands for."""
    if mention.pronoun and thing:
        name = thing.removeprefix("the ")
        if "'s " not in name:
            return Mention(thing, situation.kinds.get(name, "any"), pronoun=True)
        owner, _, prop = name.partition("'s ")
        kind = situation.fields.get(owner, {}).get(prop, "any")
        return Mention(thing, kind, owner=owner, pronoun=True)
    return mention
