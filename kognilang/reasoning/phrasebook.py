"""Phrases as a model sees them: each by its own name, with its slots, and turned into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kognilang.dataclass import dataclass
from kognilang.language.words import lemma
from kognilang.meaning import plan as p
from kognilang.meaning.books import Library
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
    does: tuple[str, ...] = ()
    """The steps of a text's own definition, as the printer writes them."""

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
    ("set {name} to {value}", "give a property or a name another value"),
    ("increase {name} by {value}", "make a number or an amount larger; also by percent"),
    ("decrease {name} by {value}", "make a number or an amount smaller; also by percent"),
    ("add {value} to {list}", "put at the end of a list; or add to a number"),
    ("subtract {value} from {name}", "take away from a number"),
    ("remove {value} from {list}", "take off a list"),
    ("create a list called {name}", "begin an empty list"),
    ("say {value}", "output a value to whoever runs this"),
    ("show {value}", "show a table or a thing"),
    ("tell {person} {message}", "notify a person or role; not by email"),
    ("ask {person} for {name}", "ask a person for a value; name is what is asked for"),
    ("ask {person} {question}", "put a question in quotes to a person"),
    ("ask {person} whether {condition}", "a yes/no question to a person"),
    ("make sure {condition}", "check; stop for a person if it is not so"),
    ("skip this {item}", "in a loop: leave this one, go on with the next"),
    ("stop", "end everything here"),
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


def own_phrases(
    procedures: Iterable[p.ProcedureInfo], bodies: Mapping[str, tuple[str, ...]] | None = None
) -> list[Phrase]:
    """Return the procedures that a text defines as phrases; `bodies` are their printed steps, by
    their titles."""
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
        does = (bodies or {}).get(one.title, ())
        found.append(Phrase(name, places, "this file", does=does))
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
