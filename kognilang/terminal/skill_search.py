"""Searching the installed skills: by id, by phrase, by words of either; and what is near a miss."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kognilang.dataclass import dataclass
from kognilang.language.words import lemma

if TYPE_CHECKING:
    from kognilang.meaning.skill import SkillInfo

_PLACE = re.compile(r"\{(\w+)[^{}]*\}")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_WORD = re.compile(r"[\w'’]+")
_SMALL = frozenset((
    "a", "an", "the", "to", "of", "in", "on", "from", "with", "for", "by", "as", "at", "and", "or",
    "is", "it", "its", "my", "our",
))  # fmt: skip
MOST_NEAR = 5


def of_the_language(word: str) -> bool:
    """Tell whether sentences of the language itself, and not of a book, begin with a word."""
    from kognilang.meaning.openings import STARTERS, STEPS

    own = {*STEPS, *(one.split()[0].rstrip(":.") for one in STARTERS)} - _SMALL
    return lemma(word.lower()) in own


@dataclass(slots=True)
class Found:
    """What a search came to: `skills`, the best first; `without` are words that none of them has,
    `near` what could be typed instead where nothing was found."""

    skills: list[SkillInfo]
    without: list[str]
    near: list[str]


def search(skills: Iterable[SkillInfo], words: list[str]) -> Found:
    """Find skills by their id (`mail.send_email`, or the part behind the dot), by a phrase or the
    beginning of one, or by words of their phrases, summaries and books: those that have all of
    the words or, failing that, the most of them. Without words, all of them."""
    every = sorted(skills, key=lambda skill: (skill.book, skill.phrases[0]))
    typed = " ".join(" ".join(words).split())
    if not typed:
        return Found(every, [], [])
    named = _by_id(every, typed)
    if named:
        return Found(named, [], [])
    phrased = _by_phrase(every, typed)
    if phrased:
        return Found(phrased, [], [])
    if re.fullmatch(r"\w+\.\w+", typed):
        return Found([], [], _near_ids(every, typed))
    return _by_words(every, typed)


def _by_id(skills: list[SkillInfo], typed: str) -> list[SkillInfo]:
    wanted = typed.casefold()
    exact = [one for one in skills if one.id.casefold() == wanted]
    if exact or not re.fullmatch(r"\w+", typed):
        return exact
    # `add_row`: what stands behind the dot, where that is no word of a phrase.
    return [
        one for one in skills if "_" in wanted and one.id.casefold().partition(".")[2] == wanted
    ]


def _by_phrase(skills: list[SkillInfo], typed: str) -> list[SkillInfo]:
    """Those of which a phrase is meant as a whole, or else is begun."""
    wanted = _bare(typed)
    if len(wanted.split()) < 2:
        return []
    spoken = [(one, [_bare(phrase) for phrase in one.phrases]) for one in skills]
    whole = [one for one, phrases in spoken if wanted in phrases]
    begun = [one for one, phrases in spoken if any(p.startswith(wanted + " ") for p in phrases)]
    return whole or (begun if "{" in typed else [])


def _bare(phrase: str) -> str:
    """A phrase with its places as `{…}`, without kinds, brackets and capitals."""
    text = _PLACE.sub(lambda place: f"{{{place[1]}}}", phrase.lower())
    return " ".join(re.sub(r"[\[\].,:]", " ", text).split())


def _by_words(skills: list[SkillInfo], typed: str) -> Found:
    from kognilang.meaning.kindred import PHRASES

    asked = _words(_QUOTED.sub(" ", _PLACE.sub(" ", typed)))
    wanted = [word for word in asked if word not in _SMALL] or asked
    scored: list[tuple[int, int, int, str, SkillInfo]] = []
    has: set[str] = set()
    for skill in skills:
        in_phrases = _forms(" ".join(_PLACE.sub(r" \1 ", one) for one in skill.phrases))
        everything = in_phrases | _forms(f"{skill.summary} {skill.book} {skill.id}")
        found = {word for word in wanted if _among(word, everything)}
        has |= found
        if found:
            spoken = sum(_among(word, in_phrases) for word in wanted)
            # Of those, the phrase that says the least beside.
            more = min(len(_forms(_PLACE.sub(" ", one)) - set(asked)) for one in skill.phrases)
            scored.append((-len(found), -spoken, more, skill.phrases[0], skill))
    scored.sort(key=lambda row: row[:4])
    best = scored[0][0] if scored else 0
    hits = [skill for found, *_, skill in scored if found == best]
    without = [word for word in wanted if word not in has]
    near: list[str] = []
    for word in without:
        # What people say where a book has another verb comes first, then what is spelled so.
        near += [*PHRASES.get(word, ()), *_spelled_like(word, skills)]
    return Found(hits, without, list(dict.fromkeys(near))[:MOST_NEAR])


def _words(text: str) -> list[str]:
    return [lemma(word.lower()) for part in _WORD.findall(text) for word in part.split("_") if word]


def _forms(text: str) -> set[str]:
    return set(_words(text))


def _among(word: str, words: set[str]) -> bool:
    """Whether a word is there, or begins one that is (`spread` for `spreadsheet`)."""
    return word in words or (len(word) > 2 and any(one.startswith(word) for one in words))


def _spelled_like(word: str, skills: list[SkillInfo]) -> list[str]:
    from difflib import get_close_matches

    said = " ".join(_PLACE.sub(" ", phrase) for one in skills for phrase in one.phrases)
    known = {one for one in _forms(said) if len(one) > 2 and one not in _SMALL}
    return get_close_matches(word, sorted(known), n=3, cutoff=0.7)


def _near_ids(skills: list[SkillInfo], typed: str) -> list[str]:
    from difflib import get_close_matches

    book, _, name = typed.casefold().partition(".")
    ids = [one.id for one in skills]
    near = get_close_matches(typed.casefold(), ids, n=MOST_NEAR, cutoff=0.6)
    near += [one for one in ids if one.partition(".")[2] == name]
    near += [one for one in ids if one.partition(".")[0] == book]
    return list(dict.fromkeys(near))[:MOST_NEAR]
