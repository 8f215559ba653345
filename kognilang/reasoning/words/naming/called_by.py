"""Called by: which property a row is called by, for what it is called and how that is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kognilang.language.words import lemma
from kognilang.reasoning.words.naming.computed import key_of
from kognilang.reasoning.words.naming.people import is_person
from kognilang.reasoning.words.naming.relating import PEOPLE, PLACES, STATES
from kognilang.reasoning.words.phrases.synonyms import is_verb

__all__ = [
    "CODE",
    "PERSON",
    "fits_kind",
    "holds_people",
    "is_code",
    "is_state",
    "persons",
    "rank",
    "told_by",
]

CODE = re.compile(r"(?<![\w.@/-])(?=[A-Z0-9/-]*\d)(?=[A-Z0-9/-]*[A-Z])[A-Z0-9]+(?:[-/][A-Z0-9]+)*"
                  r"(?![\w@-]|\.\w)")  # fmt: skip
"""A code: letters written large and figures, such as C-2210."""
PERSON = re.compile(
    r"(?<![\w'.-])[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?(?: [A-Z]\.)?(?: (?:de|van|von|der|la|di|al))*"
    r" (?:[A-Z]['’])?[A-Z][A-Za-zà-ÿ]*[a-zà-ÿ](?:-[A-Z][a-zà-ÿ]+)?(?![\w-])"
)
"""A name and a surname."""
_CODES = frozenset(
    ("number", "no", "code", "id", "reference", "ref", "key", "serial", "tag", "identifier",
     "plate", "registration", "sku", "barcode", "isbn", "symbol", "lot", "batch", "account")
)  # fmt: skip
_TITLES = frozenset(
    ("title", "name", "object", "item", "label", "subject", "topic", "product", "article",
     "description", "work", "song", "film", "book", "heading", "model", "designation")
)  # fmt: skip
_HOLDERS = PEOPLE | frozenset(
    ("holder", "traveller", "traveler", "passenger", "guest", "employee", "student", "pupil",
     "candidate", "visitor", "resident", "reader", "donor", "contact", "recipient", "payee",
     "assignee", "voter", "user", "person", "colleague", "artist", "lender", "renter", "hirer",
     "subscriber", "policyholder", "insured", "host", "speaker", "seller", "bidder", "picker",
     "winner", "tutor", "nurse", "keeper", "participant", "attendee", "volunteer")
)  # fmt: skip
_MORE_STATES = frozenset(
    ("contract", "package", "role", "position", "priority", "size", "unit", "shelf", "currency",
     "language", "note", "notes", "comment", "remark", "answer", "day", "weekday", "shift", "group",
     "tariff", "genre", "format", "sort", "vehicle", "transport")
)  # fmt: skip
_PLACES = PLACES | {"harbour", "harbor", "port", "airport", "station", "venue", "village", "street",
                    "address", "area", "county", "district", "stop", "farm", "house"}  # fmt: skip


def is_state(prop: str) -> bool:
    """Tell whether a property holds what many rows have alike: a status, a type, a weekday."""
    return bool(set(prop.split()) & (STATES | _MORE_STATES))


def holds_people(prop: str, noun: str) -> bool:
    """Tell whether a property holds somebody."""
    words = set(prop.split())
    return bool(words & _HOLDERS) or is_person(prop) or (is_person(noun) and "name" in words)


def persons(bare: str) -> Iterator[re.Match[str]]:
    """Yield where a sentence has a name and a surname; what it begins with is often a verb: of
    Tell Ann Bow, Ann Bow."""
    at = 0
    while (found := PERSON.search(bare, at)) is not None:
        first = found[0].split()[0]
        if found.start() == 0 and is_verb(lemma(first.lower())):
            later = PERSON.search(bare, len(first) + 1)
            if later is not None and later.start() == len(first) + 1:
                found = later
        yield found
        at = found.end()


def rank(prop: str, noun: str, fields: Mapping[str, str]) -> int:
    """Return how far a property is from the one by which a row is called as a rule."""
    if prop == key_of(fields):
        return 0
    if holds_people(prop, noun) and not is_person(noun):
        return 3
    return 1 if set(prop.split()) & (_CODES | _TITLES) else 2


def is_code(value: str) -> bool:
    """Tell whether a value looks like a code."""
    return CODE.fullmatch(value) is not None


def fits_kind(value: str, kind: str) -> bool:
    """Tell whether a property of a kind may hold a value as it is written."""
    text = value.startswith('"')
    if kind in ("any", "text"):
        return True
    if kind == "date":
        return not text and not value.isdigit()
    return kind == "number" and value.strip('"').isdigit()


def told_by(how: str, value: str, fields: Mapping[str, str], noun: str) -> str:
    """Return the property that holds a value by which a row is called in some way (`called`, `in`,
    `number`); empty where none may."""
    said = value.strip('"')
    if not value.startswith('"') and not said.isdigit():
        return _one_of(fields, ("date",), frozenset(("date", "day", "start", "begin")))
    texts = {name: kind for name, kind in fields.items() if kind in ("text", "any")}
    if said.isdigit():
        texts = {name: kind for name, kind in fields.items() if fits_kind(value, kind)}
    coded = [name for name in texts if set(name.split()) & _CODES]
    people = [name for name in texts if holds_people(name, noun)]
    titles = [name for name in texts if set(name.split()) & _TITLES]
    places = [name for name in texts if set(name.split()) & _PLACES]
    key = key_of(texts)
    if how.startswith(("titled", "entitled", "headed")):
        order = [[one for one in titles if "title" in one], titles]
    elif is_code(said) or said.isdigit() or how in ("number", "code", "id", "coded"):
        order = [coded]
    elif how == "person":
        order = [people]
    elif PERSON.fullmatch(said) and people:
        order = [people, titles]
    elif how in ("in", "at", "to") and places:
        order = [places, titles]
    elif how in ("by", "of", "with", "from", "for", "on") and people + places + titles:
        order = [people, titles, places] if how != "from" else [places, people]
    else:
        order = [
            [one for one in titles if one == "title"],
            titles,
            people if is_person(noun) else [],
        ]
    found = next((names[0] for names in order if names), "")
    if found or how in ("person", "titled", "coded") or said.isdigit():
        return found
    return key


def _one_of(fields: Mapping[str, str], kinds: tuple[str, ...], words: frozenset[str]) -> str:
    """Return the one property of some kinds, or the one of them whose name has one of some words;
    one of no known kind whose name has one."""
    found = [name for name, kind in fields.items() if kind in kinds]
    if len(found) == 1:
        return found[0]
    named = [
        name
        for name, kind in fields.items()
        if (kind in kinds or (kind == "any" and not found)) and set(name.split()) & words
    ]
    return named[0] if named else (found[0] if found else "")
