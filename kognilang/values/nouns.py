"""Nouns: one and many, of English words by rule and by list."""

# ruff: noqa: SIM905 - lists of words read best as lines of words
from __future__ import annotations

from functools import lru_cache

_IRREGULAR_PLURALS = {
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "foot": "feet",
    "tooth": "teeth",
    "mouse": "mice",
    "goose": "geese",
    "analysis": "analyses",
    "basis": "bases",
    "crisis": "crises",
    "criterion": "criteria",
    "phenomenon": "phenomena",
    "medium": "media",
    "index": "indexes",
    "matrix": "matrices",
    "appendix": "appendices",
    "quiz": "quizzes",
    "leave": "leaves",
    "axis": "axes",
    "headache": "headaches",
    "shelf": "shelves",
    "half": "halves",
    "life": "lives",
    "wife": "wives",
    "knife": "knives",
    "loaf": "loaves",
    "thief": "thieves",
    "self": "selves",
    "tax": "taxes",
    "box": "boxes",
    "potato": "potatoes",
    "tomato": "tomatoes",
    "hero": "heroes",
    "echo": "echoes",
    "cargo": "cargoes",
    "bus": "buses",
    "gas": "gases",
    "lens": "lenses",
    "campus": "campuses",
    "virus": "viruses",
    "status": "statuses",
    "bonus": "bonuses",
    "process": "processes",
    "address": "addresses",
    "business": "businesses",
    "class": "classes",
    "pass": "passes",
    "loss": "losses",
    "boss": "bosses",
    "mass": "masses",
    "access": "accesses",
    "witness": "witnesses",
    "movie": "movies",
    "cookie": "cookies",
    "tie": "ties",
    "pie": "pies",
    "calorie": "calories",
    "zombie": "zombies",
    "cache": "caches",
    "house": "houses",
    "case": "cases",
    "base": "bases",
    "database": "databases",
    "expense": "expenses",
    "response": "responses",
    "license": "licenses",
    "licence": "licences",
    "purchase": "purchases",
    "course": "courses",
    "nurse": "nurses",
    "purpose": "purposes",
    "phase": "phases",
    "phrase": "phrases",
    "release": "releases",
    "increase": "increases",
    "decrease": "decreases",
    "lease": "leases",
    "warehouse": "warehouses",
    "use": "uses",
    "cause": "causes",
    "clause": "clauses",
    "size": "sizes",
    "price": "prices",
    "prize": "prizes",
    "image": "images",
    "message": "messages",
    "page": "pages",
    "invoice": "invoices",
}
_SAME = frozenset(
    "news data series species sheep fish aircraft information equipment software money stock staff "
    "luggage furniture percent".split()
)
SINGULARS = {many: single for single, many in _IRREGULAR_PLURALS.items()}
"""The nouns whose plural is not made by rule, by their plural."""

SINGULARS["indices"] = "index"
SINGULARS["persons"] = "person"
_IN_US = frozenset(
    "census chorus corpus focus minus nexus omnibus plus prospectus surplus syllabus".split()
)
_ENDS_SINGULAR = ("ss", "us", "is", "ics")


@lru_cache(maxsize=8192)
def singular(noun: str) -> str:
    """Return the noun in the singular: its last word is what changes (`order lines`)."""
    head, _, last = noun.rpartition(" ")
    low = last.lower()
    if low in SINGULARS:
        single = SINGULARS[low]
    elif (
        low in _IRREGULAR_PLURALS
        or low in _SAME
        or len(low) < 3
        or not low.endswith("s")
        or low.endswith(_ENDS_SINGULAR)
    ):
        return noun
    elif low[:-2] in _IN_US:
        single = low[:-2]
    elif low.endswith("ies") and len(low) > 4:
        single = low[:-3] + "y"
    elif low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        single = low[:-2]
    else:
        single = low[:-1]
    single = _cased(last, single)
    return f"{head} {single}" if head else single


@lru_cache(maxsize=8192)
def plural(noun: str) -> str:
    """Return the noun in the plural; a plural stays as it is."""
    head, _, last = noun.rpartition(" ")
    low = last.lower()
    if low in SINGULARS or low in _SAME:
        return noun
    if low in _IRREGULAR_PLURALS:
        many = _IRREGULAR_PLURALS[low]
    elif is_plural(low):
        return noun
    elif low.endswith("y") and len(low) > 1 and low[-2] not in "aeiou":
        many = low[:-1] + "ies"
    elif low.endswith(("s", "sh", "ch", "x", "z")):
        many = low + "es"
    else:
        many = low + "s"
    many = _cased(last, many)
    return f"{head} {many}" if head else many


@lru_cache(maxsize=8192)
def is_plural(noun: str) -> bool:
    """Tell whether the last word of the noun is a plural."""
    return singular(noun) != noun


def with_article(noun: str) -> str:
    """Return the noun with its indefinite article, as it is spoken: `an order`, `a user`."""
    low = noun.lower()
    if low.startswith(("uni", "use", "usu", "util", "eu", "one", "once")):
        spoken = low.startswith(("unin", "unim", "unid"))  # An uninvoiced order, a unit.
    else:
        spoken = low[:1] in tuple("aeiou") or low.startswith(_SILENT_H)
    return f"an {noun}" if spoken else f"a {noun}"


_SILENT_H = ("hour", "honest", "honor", "honour", "heir")


def capital(text: str) -> str:
    """Return a text with a capital at its beginning, as far as it begins with a letter."""
    return text[:1].upper() + text[1:]


def _cased(written: str, low: str) -> str:
    """Return the changed word with the capitals of the one that was written (`PDFs` ↔ `PDF`)."""
    if written.islower():
        return low
    stem = len(written)
    while stem and not low.startswith(written[:stem].lower()):
        stem -= 1
    return written[:stem] + low[stem:]
