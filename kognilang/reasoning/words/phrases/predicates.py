"""Predicates: which words of a sentence may say what is done, and how likely each does."""

from __future__ import annotations

import re
from functools import lru_cache

from kognilang.language.words import lemma

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|⟦\d+⟧|[,;:.?!—–-]")

_BEGINS = frozenset(
    ("and", "then", "so", "please", "just", "also", "simply", "kindly", "now", "but", "or",
     "always", "to", "not", "never", "don't", "lets", "let's", "first", "finally", "again",
     "immediately", "directly", "plus", "do", "can", "could", "would", "straight", "better")
)  # fmt: skip
"""After these stands a verb as a rule, as it does at a beginning."""

_HELPING = frozenset(
    ("must", "should", "shall", "will", "may", "might", "ought", "be", "is", "are", "was", "were",
     "been", "being", "get", "gets", "got", "getting", "has", "have", "isn't", "aren't", "need",
     "needs", "going")
)  # fmt: skip
"""After these stands what is done: it must be checked, it gets closed."""

_SLIPPED_IN = frozenset(
    ("also", "then", "now", "just", "simply", "always", "only", "directly", "immediately",
     "straight", "already", "still", "therefore", "automatically", "first", "quickly", "at",
     "once", "to", "be", "been", "get", "not", "both", "all")
)  # fmt: skip
"""What may stand between a helping verb and what is done."""

_SUBJECTS = frozenset(
    ("we", "you", "i", "they", "who", "he", "she", "nobody", "everybody", "somebody", "one",
     "that", "which", "it")
)  # fmt: skip

_NOUNLY = frozenset(
    ("the", "a", "an", "no", "any", "this", "that", "these", "those", "its", "their", "our", "my",
     "your", "his", "her", "some", "each", "every", "all", "of", "for", "on", "in", "by", "with",
     "from", "at", "as", "about", "without", "under", "over", "another", "new", "more", "such",
     "one", "two", "other", "same", "next", "last")
)  # fmt: skip
"""After these stands a noun as a rule: for a check, the order."""

_FIRST, _CLAUSE, _SAID, _AFTER_SUBJECT, _ELSE, _NOUN = 1.0, 0.95, 0.95, 0.85, 0.65, 0.5


@lru_cache(256)
def predicates(sentence: str) -> tuple[tuple[str, float], ...]:
    """Return the words of a marked sentence, lemmas in their order, each with how likely it says
    what is done, as far as its place tells: from 0.5 to 1."""
    bare = re.sub(r'"[^"]*"', "⟦0⟧", sentence.lower())
    tokens = _WORD.findall(bare)
    found: list[tuple[str, float]] = []
    for at, word in enumerate(tokens):
        if not word[0].isalpha():
            continue
        found += [(lemma(one), _place(tokens, at)) for one in re.findall(r"[a-z]+", word)]
    return tuple(found)


def _place(tokens: list[str], at: int) -> float:
    before = tokens[at - 1] if at else ""
    if not before:
        # Samples over 8 degrees …, no scan: a noun may begin as well.
        after = tokens[at + 1] if at + 1 < len(tokens) else ""
        return _FIRST if after not in (",", ":", "?", "is", "are", "was", "were") else _ELSE
    if before in ",;:.?!—–-" or before in _BEGINS:
        return _CLAUSE
    back = at - 1
    while back > 0 and tokens[back] in _SLIPPED_IN:
        back -= 1
    if tokens[back] in _HELPING:
        return _SAID
    if before in _SUBJECTS or before.startswith("⟦"):
        return _AFTER_SUBJECT
    return _NOUN if before in _NOUNLY else _ELSE
