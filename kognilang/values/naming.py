"""Names by their words: `poNumber`, `PO_Number` and `PO Number` are one name; one and many."""

from __future__ import annotations

from functools import lru_cache

from kognilang.values.nouns import is_plural, plural, singular

__all__ = [
    "ORDINALS",
    "and_list",
    "canonical",
    "is_plural",
    "loose",
    "nearest",
    "plural",
    "singular",
]

ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
         "tenth", "eleventh", "twelfth"),
        start=1,
    )
}  # fmt: skip
"""The places that are written as words."""

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "_": " ", "\u00a0": " "})


@lru_cache(maxsize=8192)
def canonical(text: str) -> str:
    """Return the words of a name: lower case, single spaces, straight quotes, and a space where
    `camelCase` and `snake_case` have a border (`poNumber` and `PO_Number` are `po number`)."""
    text = text.translate(_QUOTES).strip()
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
