"""Relating: which properties of a thing the words of a sentence are about, where it names none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kognilang.language.words import lemma

_ABOUT: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(said.split()), frozenset(names.split()))
    for said, names in (
        ("heavy weigh light kilo kg gram ton", "weight load mass"),
        ("old young age aged", "age birth"),
        ("long short take last run minute hour", "length duration time term"),
        (
            "dear cheap expensive worth cost costly price pay charge",
            "price cost amount value total sum fee estimate",
        ),
        ("many few stock shelf", "quantity stock count number"),
        ("due late overdue deadline", "due deadline"),
        ("point score mark grade rate rated", "score points rating mark grade result"),
        ("big large small tall wide", "size area volume"),
        ("far near distance drive mile km", "distance mileage"),
        ("urgent important pressing", "urgency priority severity"),
        ("hot cold warm cool degree", "temperature"),
        ("begin start", "start begin"),
        ("end finish expire run lapse", "end expiry renewal"),
    )
)
"""Words that speak of a property, and words that such a property is called by."""

PLACES = frozenset(
    ("city", "town", "place", "building", "site", "destination", "country", "region", "room",
     "location", "branch", "department", "floor", "warehouse", "store", "state")
)  # fmt: skip
PEOPLE = frozenset(
    ("driver", "doctor", "technician", "owner", "manager", "supplier", "vendor", "insurer", "team",
     "customer", "client", "carrier", "agent", "teacher", "author", "applicant", "patient",
     "borrower", "tenant", "member", "analyst", "buyer", "supervisor", "company", "dealer")
)  # fmt: skip
_TITLE = re.compile(r"(?:Dr|Mr|Mrs|Ms|Prof)\b|[A-Z][a-z]+ [A-Z][a-z]+$")
STATES = frozenset(
    ("status", "state", "type", "kind", "category", "class", "stage", "phase", "diet", "level",
     "reason", "plan", "condition", "result", "method", "mode", "colour", "color", "grade")
)  # fmt: skip
_NAMES = frozenset(("number", "name", "title", "code", "reference", "id", "email", "note"))


def related(name: str, text: str) -> bool:
    """Tell whether words speak of a property: rated, of its rating; heavy, of its weight."""
    said = {lemma(one) for one in re.findall(r"[a-z]+", text.lower())}
    words = {lemma(one) for one in name.split()}
    if any(words & names and said & ways for ways, names in _ABOUT):
        return True
    return any(_alike(one, other) for one in said for other in words)


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are of one stem: renew and renewal, prepare and preparation."""
    if one == other:
        return len(one) > 2
    short, long = sorted((one.rstrip("e"), other.rstrip("e")), key=len)
    return len(short) >= 3 and long.startswith(short) and len(long) - len(short) <= 5


def likely(names: Iterable[str], text: str, value: str, before: str = "") -> list[str]:
    """Return properties that hold texts, those first that would hold this value: a status for
    what is written small, a place after `in`, a person after `by`."""
    bare = value.strip('"')
    capital = bare[:1].isupper()

    def rank(name: str) -> tuple[int, ...]:
        words = set(name.split())
        small = 0 if bool(words & STATES) != capital else 1
        led = 1
        if _TITLE.match(bare):
            led = 0 if words & PEOPLE else 1
        elif before in ("in", "at", "from", "for", "to"):
            led = 0 if words & PLACES else 1
        elif before in ("by", "with", "of"):
            led = 0 if words & PEOPLE else 1
        status = 0 if not capital and words & {"status", "state"} else 1
        return (0 if related(name, text) else 1, small, led, status, 1 if words & _NAMES else 0)

    return sorted(names, key=rank)
