"""Phrases as a model sees them: each by its own name, with its slots, and turned into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kognilang.dataclass import dataclass
from kognilang.language.words import lemma
from kognilang.meaning import plan as p
from kognilang.meaning.books import Library
from kognilang.meaning.kindred import PHRASES
from kognilang.meaning.skill import SkillInfo

_SLOT = re.compile(r"\{([^{}]*)\}")
_GROUP = re.compile(r"\s*\[([^\[\]]*)\]")
_CHOICE = re.compile(r"([^\s|{}\[\]]+)(?:\|[^\s|{}\[\]]+)+")


@dataclass(frozen=True, slots=True)
class Place:
    """A slot: its name and kind; `row` is for details given as names with values."""

    name: str
    kind: str = "any"
    optional: bool = False
    row: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase: its name is its wording. `book` is empty for the language's own forms, and
    `this file` for the text's own definitions."""

    name: str
    places: tuple[Place, ...]
    book: str = ""
    about: str = ""

    def sentence(self, values: Mapping[str, Any]) -> str:
        """Return the sentence with values in the slots; optional groups without a value go."""
        given = {place.name: _given(values.get(place.name)) for place in self.places}

        def group(found: re.Match[str]) -> str:
            inner = [_slot_name(one) for one in _SLOT.findall(found[1])]
            return f" {found[1]}" if all(given.get(name) for name in inner) else ""

        text = _GROUP.sub(group, self.name)
        text = _CHOICE.sub(lambda found: found[1], text)
        details = ""
        for place in self.places:
            if place.row and isinstance(values.get(place.name), list):
                details = "".join(
                    f"\n    the {_bare(one.get('name', ''))}: {one.get('value', '')}"
                    for one in values[place.name]
                )
                text = re.sub(r"\s*\{" + re.escape(place.name) + r"[^{}]*\}", "", text)

        def slot(found: re.Match[str]) -> str:
            return str(given.get(_slot_name(found[1])) or "")

        text = _SLOT.sub(slot, text)
        text = " ".join(text.split())
        text = text[:1].upper() + text[1:]
        if details:
            return text.rstrip(":") + details
        return text if text.endswith((".", ":")) else text + "."

    @property
    def words(self) -> set[str]:
        """The lemmas of its literal words; of the file's own phrases, of their nouns too."""
        bare = self.name if self.book == "this file" else _SLOT.sub(" ", self.name)
        return {lemma(one) for one in re.findall(r"[a-z]+", bare.lower())}

    @property
    def verb(self) -> str:
        """The lemma of its first word."""
        first = re.match(r"[a-z]+", self.name)
        return lemma(first[0]) if first is not None else ""


def _given(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _slot_name(inner: str) -> str:
    return inner.partition(":")[0].strip()


def _bare(name: object) -> str:
    return str(name).strip().removeprefix("the ").removeprefix("The ")


# name, what it does
_CORE: tuple[tuple[str, str], ...] = (
    ("set {name} to {value}", "change a property or a name: mark, flag, tag, become, switch"),
    ("increase {name} by {value}", "raise, bump up, make dearer; a number, money or percent"),
    ("decrease {name} by {value}", "lower, reduce, make cheaper; a number, money or percent"),
    ("add {value} to {list}", "put on a list, count towards a total, charge on top"),
    ("subtract {value} from {name}", "take off, take away, knock off, deduct"),
    ("remove {value} from {list}", "take off a list"),
    ("create a list called {name}", "begin an empty list"),
    ("say {value}", "print, announce, output a value to whoever runs this"),
    ("show {value}", "show a table or a thing"),
    ("tell {person} {message}", "notify a person or role; not by email"),
    ("ask {person} for {name}", "find out a value from a person: name is what is asked for"),
    ("ask {person} {question}", "put a question in quotes to a person"),
    ("ask {person} whether {condition}", "a yes/no question to a person"),
    ("make sure {condition}", "check; stop for a person if it is not so"),
    ("skip this {item}", "in a loop: ignore this one, go on to the next"),
    ("stop", "end, finish, halt, quit everything here"),
    ("stop because {reason}", "end as failed, with the reason in quotes"),
    ("wait {duration}", "pause for 2 days, 10 minutes"),
    ("wait until {moment}", "pause up to a date or time"),
)

_CORE_KINDS = {
    "name": "name", "list": "name", "person": "person", "message": "said", "question": "said",
    "reason": "said", "condition": "condition", "duration": "duration", "moment": "moment",
    "item": "word",
}  # fmt: skip


def core_phrases() -> list[Phrase]:
    """Return the forms of the language itself that a step may take."""
    return [
        Phrase(
            name,
            tuple(Place(one, _CORE_KINDS.get(one, "any")) for one in _SLOT.findall(name)),
            "",
            about,
        )
        for name, about in _CORE
    ]


def phrases_of(info: SkillInfo) -> Phrase:
    """Return a skill's canonical wording as a phrase."""
    slots = {slot.name: slot for slot in info.slots}
    places = []
    for inner in _SLOT.findall(info.phrases[0]):
        name, _, said = (part.strip() for part in inner.partition(":"))
        slot = slots.get(name)
        role = said or (slot.role if slot is not None else "value")
        kind = {"kind": "word", "column": "word", "name": "name"}.get(role) or (
            slot.kind if slot is not None else "any"
        )
        places.append(
            Place(name, kind, slot.optional if slot is not None else False, role == "row")
        )
    return Phrase(info.phrases[0], tuple(places), info.book, info.summary)


def own_phrases(procedures: Iterable[p.ProcedureInfo]) -> list[Phrase]:
    """Return the procedures that a text defines as phrases."""
    found = []
    for one in procedures:
        if one.form != "procedure":
            continue
        name = one.title
        name = name[3:] if name.lower().startswith("to ") else name
        name = name[:1].lower() + name[1:]
        for parameter in one.parameters:
            noun = re.escape(parameter)
            name = re.sub(
                rf"(?i)\[(?:an?|the|some)?\s*{noun}\]|\b(?:an?|the|some)\s+{noun}\b",
                "{" + parameter + "}",
                name,
                count=1,
            )
        places = tuple(Place(noun) for noun in one.parameters if "{" + noun + "}" in name)
        found.append(Phrase(name, places, "this file"))
    return found


def book_phrases(library: Library, books: Iterable[str]) -> list[Phrase]:
    """Return the actions of books in a stable order: by book, then as the book has them."""
    wanted = sorted(set(books))
    return [
        phrases_of(info)
        for book in wanted
        for info in library.skills.values()
        if info.book == book and info.form == "action"
    ]


def nouns_of(library: Library, books: Iterable[str]) -> list[str]:
    """Return the values and conditions that books bring, as wordings."""
    wanted = set(books)
    return [
        info.phrases[0]
        for info in library.skills.values()
        if info.book in wanted and info.form != "action"
    ]


# -- narrowing ------------------------------------------------------------------------------

_ALIKE: dict[str, tuple[str, ...]] = {
    **PHRASES,
    "put": ("move", "add", "copy", "write"), "place": ("move", "copy", "create"),
    "shift": ("move",), "transfer": ("move", "post"), "keep": ("copy", "save"),
    "back": ("copy",), "get": ("read", "delete", "copy"), "throw": ("delete",),
    "bin": ("delete",), "pull": ("read",), "take": ("subtract", "read"), "note": ("add",),
    "jot": ("add", "write"), "make": ("create", "set"), "give": ("rename", "set"),
    "call": ("rename",), "drop": ("send",), "shoot": ("send",), "fire": ("send",),
    "ping": ("send", "tell"), "write": ("send", "save"), "message": ("send", "tell"),
    "let": ("tell", "send"), "notify": ("tell", "send"), "inform": ("tell", "send"),
    "mark": ("set",), "flag": ("set",), "tag": ("set",), "switch": ("set",), "become": ("set",),
    "bump": ("increase",), "raise": ("increase",), "grow": ("increase",), "lower": ("decrease",),
    "reduce": ("decrease",), "knock": ("subtract",), "charge": ("add",), "count": ("add",),
    "print": ("say", "show"), "announce": ("say",), "display": ("show",), "find": ("ask", "read"),
    "pause": ("wait",), "hold": ("wait",), "halt": ("stop",), "quit": ("stop",),
    "finish": ("stop",), "end": ("stop",), "forget": ("skip",), "ignore": ("skip",),
    "enter": ("post", "add"), "pass": ("send", "move"), "check": ("make",), "ensure": ("make",),
    "verify": ("make",), "retire": ("delete",), "table": ("read",), "want": ("ask",),
}  # fmt: skip
"""A verb as people use it, with the verbs of phrases that may be meant: for ranking alone."""


def ranked(phrases: Sequence[Phrase], sentence: str, values: Sequence[str] = ()) -> list[Phrase]:
    """Return the phrases, those most like a sentence first; alike ones in their order.

    `values` are what the sentence names: a phrase that has just so many slots, for such things,
    is more like it.
    """
    words = [lemma(one) for one in re.findall(r"[a-z]+", sentence.lower())]
    present = set(words)
    meant = {other for word in words for other in _ALIKE.get(word, ())}
    frequency: dict[str, int] = {}
    for phrase in phrases:
        for word in phrase.words:
            frequency[word] = frequency.get(word, 0) + 1

    def score(phrase: Phrase) -> float:
        shared = (present & phrase.words) - _COMMON
        found = sum(1.0 / frequency[word] for word in shared)
        if phrase.verb in present:
            found += 2.0
        elif phrase.verb in meant:
            found += 1.0
        about = {lemma(one) for one in re.findall(r"[a-z]+", phrase.about.lower())}
        found += 0.15 * len((present & about) - _COMMON)
        if phrase.book == "this file":
            found += 0.5
        needed = [place for place in phrase.places if not place.optional]
        if values and len(needed) == len(values):
            found += 0.7
        for place, value in zip(needed, values, strict=False):
            found += _fit(place, value)
        return found

    places = {id(phrase): place for place, phrase in enumerate(phrases)}
    return sorted(phrases, key=lambda one: (-score(one), places[id(one)]))


def alike(phrase: Phrase, sentence: str) -> bool:
    """Tell whether a phrase has anything of a sentence but the number of its values: a word of
    its own, or a verb that people use for it."""
    words = [lemma(one) for one in re.findall(r"[a-z]+", sentence.lower())]
    present = set(words)
    meant = {other for word in words for other in _ALIKE.get(word, ())}
    about = {lemma(one) for one in re.findall(r"[a-z]+", phrase.about.lower())}
    return bool(
        phrase.book == "this file"
        or phrase.verb in present | meant
        or (present & (phrase.words | about)) - _COMMON
    )


def _fit(place: Place, value: str) -> float:
    """Say how well a value as written fits a slot, by the words alone."""
    noun = place.name.replace("_", " ")
    if value.endswith(noun):
        return 0.5
    if place.name == "name" and "'s " in value:
        return 0.4
    quoted = value.startswith('"')
    if place.kind in ("text", "said") and not quoted and len(value.split()) < 3:
        return -0.5
    if place.kind in ("name", "person") and (quoted or value[:1].isdigit()):
        return -1.0
    if place.kind in ("duration", "moment", "condition") and not value[:1].isdigit():
        return -1.0
    if place.kind in ("file", "folder", "file|folder") and ("file" in value or "folder" in value):
        return 0.3
    return 0.0


_COMMON = frozenset(
    ("a", "an", "the", "of", "to", "in", "is", "be", "and", "or", "for", "it", "this", "with")
)


def narrowed(
    phrases: Sequence[Phrase], sentence: str, room: int, values: Sequence[str] = ()
) -> list[Phrase]:
    """Return all phrases if they fit into `room` characters, else those most like the sentence,
    the most alike first: as many as fit, and never fewer than three."""
    if sum(_length(one) for one in phrases) <= room:
        return list(phrases)
    kept: list[Phrase] = []
    for one in ranked(phrases, sentence, values):
        room -= _length(one)
        if room < 0 and len(kept) >= _FEWEST:
            break
        kept.append(one)
    return kept


_FEWEST = 3


def _length(phrase: Phrase) -> int:
    return len(phrase.name) + len(phrase.about) + 6
