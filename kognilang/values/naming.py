"""Names by their words: `poNumber`, `PO_Number` and `PO Number` are one name; one and many."""

from __future__ import annotations

from functools import lru_cache

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "_": " ", "\u00a0": " "})

_IRREGULAR = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "data": "data",
    "criteria": "criterion",
    "analyses": "analysis",
    "bases": "basis",
    "indices": "index",
    "matrices": "matrix",
    "leaves": "leave",
    "halves": "half",
    "lives": "life",
    "movies": "movie",
    "cookies": "cookie",
    "pies": "pie",
    "ties": "tie",
    "series": "series",
    "species": "species",
    "news": "news",
    "gas": "gas",
    "bus": "bus",
    "lens": "lens",
    "caches": "cache",
    "feet": "foot",
    "headaches": "headache",
    "quizzes": "quiz",
    "gases": "gas",
    "lenses": "lens",
    "axes": "axis",
    "tomatoes": "tomato",
    "potatoes": "potato",
    "heroes": "hero",
}
_IN_US = frozenset(
    [
        "bonus",
        "bus",
        "campus",
        "census",
        "chorus",
        "corpus",
        "focus",
        "minus",
        "nexus",
        "omnibus",
        "plus",
        "prospectus",
        "status",
        "surplus",
        "syllabus",
        "virus",
    ]
)
_MANY = {
    one: many
    for many, one in _IRREGULAR.items()
    if many not in ("data", "series", "species", "news", "gas", "bus", "lens")
} | {"data": "data", "series": "series", "species": "species", "news": "news"}


@lru_cache(maxsize=8192)
def canonical(text: str) -> str:
    """Return the words of a name: lower case, single spaces, straight quotes, and a space where
    `camelCase` and `snake_case` have a border (`poNumber` and `PO_Number` are `po number`)."""
    text = text.translate(_QUOTES)
    if text.isascii() and (text.islower() or " " in text):
        return " ".join(text.lower().split())
    parts: list[str] = []
    for at, letter in enumerate(text):
        if letter.isupper() and at:
            before = text[at - 1]
            after = text[at + 1] if at + 1 < len(text) else ""
            # `poNumber` breaks before N; `PDFFile` breaks before the last capital of a run.
            if before.islower() or before.isdigit() or (before.isupper() and after.islower()):
                parts.append(" ")
        parts.append(letter)
    words = "".join(parts) if " " not in text else text
    return " ".join(words.lower().split())


@lru_cache(maxsize=8192)
def loose(text: str) -> str:
    """Return the canonical words without the marks that people put into headings (`P.O. Number`,
    `Invoice #`, `Paid?`, `E-Mail`); empty if nothing is left."""
    kept = "".join(letter for letter in canonical(text) if letter not in ".#?:*!-/")
    return " ".join(kept.split())


@lru_cache(maxsize=8192)
def singular(words: str) -> str:
    """Return one of what the words name: `order lines` is `order line`."""
    front, space, word = words.rpartition(" ")
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    elif word.endswith(("ss", "us", "is")) or len(word) < 3:
        pass
    elif word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zzes")) or word[:-2] in _IN_US:
        word = word[:-2]
    elif word.endswith("s"):
        word = word[:-1]
    return front + space + word


@lru_cache(maxsize=8192)
def plural(words: str) -> str:
    """Return the plural of a singular noun: `order line` is `order lines`."""
    front, space, word = words.rpartition(" ")
    if word in _MANY:
        word = _MANY[word]
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        word = word[:-1] + "ies"
    elif word.endswith(("s", "x", "z", "ch", "sh")):
        word = word + "es"
    else:
        word = word + "s"
    return front + space + word


def nearest(word: str, among: list[str]) -> str:
    """Return the one of `among` that is spelled most like `word`; empty if none is near."""
    from difflib import get_close_matches

    by_words = {canonical(one): one for one in among}
    found = get_close_matches(canonical(word), list(by_words), n=1, cutoff=0.6)
    if found:
        return by_words[found[0]]
    wanted = set(canonical(word).split())
    sharing = [one for words, one in by_words.items() if wanted & set(words.split())]
    return sharing[0] if len(sharing) == 1 else ""


def and_list(parts: list[str], joint: str = "and") -> str:
    """Return `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {joint} {parts[-1]}"
