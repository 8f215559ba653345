"""Details by name: a phrase whose values stand below it, one a line, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.language.words import lemma
from kognilang.meaning.calls import Calls, Choice
from kognilang.meaning.kinds import fits
from kognilang.meaning.matcher import CHUNK, Match
from kognilang.meaning.phrases import Entry
from kognilang.meaning.skill import SkillInfo
from kognilang.meaning.slotvalues import Filled
from kognilang.meaning.state import State
from kognilang.meaning.wording import ARTICLES, Place

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions

OPENERS = ("with", "where", "saying")
"""Words that may stand at the end of a sentence with details below it."""


def filled_by_name(state: State, expressions: Expressions, step: tree.Action) -> Filled | None:
    """Return the one phrase that a sentence begins, filled from the details below it; None where
    no phrase, or more than one, takes them. What does not fit a slot is in `unfit`."""
    filled = _completed(state, expressions.calls, step)
    return filled if filled is not None else _all_named(state, expressions, step)


def _completed(state: State, calls: Calls, step: tree.Action) -> Filled | None:
    """Return the phrase of the file or of a book that the sentence begins, and whose other slots
    are given in the block by their names."""
    tokens = list(step.tokens)
    while tokens and tokens[-1].text in (":", *OPENERS):
        tokens.pop()
    if not tokens or tokens[0].kind != "word":
        return None
    all_given = {one.name.lower(): one for one in step.details}
    end = (tokens[-1].span[1], tokens[-1].span[1])
    verb = lemma(tokens[0].text)
    found: dict[int | str, Choice] = {}
    for phrases in (state.own, state.library.phrases):
        for entry in phrases.actions.entries():
            if not entry.pattern or entry.pattern[0] != verb or entry.target in found:
                continue
            names = {e.name.replace("_", " ") for e in entry.pattern if isinstance(e, Place)}
            given = _named_as(entry, all_given, names)
            for rest in _endings(entry, given, end):
                choice = calls.choose([*tokens, *rest], "action")
                parsed = choice.parsed
                if parsed is not None and parsed.match.entry.target == entry.target:
                    found[entry.target] = choice
                    break
        if found:
            break
    if len(found) != 1:
        return None
    return calls.filled(next(iter(found.values())))


def _all_named(state: State, expressions: Expressions, step: tree.Action) -> Filled | None:
    """Return the phrase of a book whose slots are all given in the block by their names."""
    words = [t for t in step.tokens if not (t.kind == "word" and t.text in ARTICLES)]
    while words and words[-1].text in (":", *OPENERS):
        words.pop()
    if not words or any(token.kind != "word" for token in words):
        return None
    all_given = {one.name.lower(): one for one in step.details}
    found: dict[str, tuple[Entry, SkillInfo]] = {}
    for entry in state.library.phrases.actions.entries():
        if not isinstance(entry.target, str) or not _begins(entry, words):
            continue
        info = state.library.skills[entry.target]
        names = {slot.name.replace("_", " ") for slot in info.slots}
        needed = {s.name.replace("_", " ") for s in info.slots if not s.optional}
        given = _named_as(entry, all_given, names)
        if set(given) <= names and needed <= set(given):
            found.setdefault(info.id, (entry, info))
    if len(found) != 1:
        return None
    entry, info = next(iter(found.values()))
    names = {slot.name.replace("_", " ") for slot in info.slots}
    given = _named_as(entry, all_given, names)
    filled = Filled(Match(entry, (), frozenset()))
    for slot in info.slots:
        detail = given.get(slot.name.replace("_", " "))
        if detail is not None:
            value = expressions.resolve(detail.value)
            if not fits(slot.kind, value.kind):
                filled.unfit.append((Place(slot.name), slot.kind, value.kind))
            filled.args.append((slot.name, value))
    return filled


def _endings(
    entry: Entry, given: dict[str, tree.Detail], end: tuple[int, int]
) -> list[list[tree.Token]]:
    """Return the ends of a pattern whose places are just the details that are given."""
    found: list[list[tree.Token]] = []
    for cut in range(1, len(entry.pattern)):
        rest = entry.pattern[cut:]
        names = [e.name.replace("_", " ").lower() for e in rest if isinstance(e, Place)]
        if sorted(names) != sorted(given):
            continue
        found.append(
            [
                tree.Token(CHUNK, "", end, "", given[e.name.replace("_", " ").lower()].value)
                if isinstance(e, Place)
                else tree.Token("word", e, end, e)
                for e in rest
            ]
        )
    return found


def _named_as(
    entry: Entry, given: dict[str, tree.Detail], names: set[str]
) -> dict[str, tree.Detail]:
    """Return the details by the names of the phrase's places: `to` and `saying` stand for the
    places that they lead to in its wording."""
    found = {}
    for name, detail in given.items():
        place = name
        if name not in names:
            for word, following in pairwise(entry.pattern):
                if word == lemma(name) and isinstance(following, Place):
                    place = following.name.replace("_", " ")
        found[place if place not in given else name] = detail
    return found


def _begins(entry: Entry, words: Sequence[tree.Token]) -> bool:
    """Say whether a pattern begins with these words."""
    literals = []
    for element in entry.pattern:
        if isinstance(element, Place):
            break
        literals.append(element)
    wanted = [lemma(token.text) for token in words]
    return bool(wanted) and literals[: len(wanted)] == wanted
