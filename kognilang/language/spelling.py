"""How far two spellings are apart, and the verbs of the language that a mistyped one may be."""

from __future__ import annotations

from collections.abc import Iterator


def verbs_like(word: str) -> Iterator[str]:
    """Yield the verbs that begin sentences of the language and are spelled almost like a word,
    the nearest first."""
    from kognilang.language.steps.verbs import VERBS

    if len(word) < 2 or word in VERBS:
        return
    most = 1 if len(word) < 6 else 2
    found = []
    for other in VERBS:
        alike = other[:1] == word[:1] or sorted(other[:2]) == sorted(word[:2])
        if len(other) < 2 or not alike:
            continue
        distance = edits(word, other, most)
        if distance <= most:
            found.append((distance, other))
    yield from (other for _, other in sorted(found))


def mistyped(sentence: str) -> list[str]:
    """Return sentences of the language that one may be whose first word is misspelled: with the
    verb mended and everything else as it was written."""
    from kognilang.language.trial import works_as_form

    first, space, rest = sentence.partition(" ")
    if not first.isalpha():
        return []
    found = []
    for verb in verbs_like(first.lower()):
        mended = f"{verb.capitalize()}{space}{rest}"
        if works_as_form(mended):
            found.append(mended)
    return found


def edits(one: str, other: str, limit: int) -> int:
    """Return how many letters to change, add, drop or swap; `limit + 1` if more than the limit."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return last[-1]
