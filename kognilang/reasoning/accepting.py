"""Accepting: what keeps a proposal from being taken without a person, said in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kognilang.language import tree
from kognilang.language.lexer import tokens as lex
from kognilang.language.reading import read
from kognilang.language.words import RESERVED, lemma
from kognilang.meaning.kindred import PHRASES
from kognilang.meaning.settling import Trial
from kognilang.text.source import Source

_NEGATIONS = re.compile(
    r"(?i)\b(?:not|no|never|none|nobody|nothing|neither|nor|without|except|unless|cannot)\b|n't\b"
)
_COMPARISONS: dict[str, tuple[str, ...]] = {
    "more": (
        "more than", "over", "above", "exceed", "greater", "higher", "bigger", "larger", "beyond",
        "after", "later", "older",
    ),
    "less": (
        "less than", "below", "under", "fewer", "lower", "smaller", "short of", "before",
        "earlier", "younger",
    ),
    "at least": ("at least", "or more", "or above", "or over", "no less", "no fewer", "minimum"),
    "at most": ("at most", "or less", "or fewer", "up to", "no more", "maximum", "within"),
    "between": ("between",),
    "contains": ("contain", "starts with", "ends with", "begins with", "matches"),
}  # fmt: skip
_CONDITIONS = re.compile(
    r"(?i)\b(?:if|when|whenever|unless|should|where|in case|provided|as long as|otherwise|only)\b"
)
_FILLERS = frozenset(
    (
        "please", "kindly", "now", "then", "also", "just", "simply", "and", "a", "an", "the",
        "this", "that", "to", "of", "it", "is", "be", "so", "first", "next", "finally", "as",
        "in", "on", "with", "for", "by", "from", "at", "into", "we", "you", "should", "must",
    )
)  # fmt: skip


def doubts(
    sentence: str,
    trial: Trial,
    names: Iterable[str],
    accept: Sequence[str],
) -> list[str]:
    """Return why a person should see a proposal before it counts; nothing if nobody need.

    `names` are those in scope, `accept` the effects that need no person.
    """
    found = []
    outside = [one for one in trial.effects if one not in accept]
    if outside:
        what = {"write": "it changes or sends something", "read": "it reads something"}
        found.append(what.get(outside[-1], "the settings want a person to see it"))
    found += _negations(sentence, trial.meaning)
    found += _made_up(sentence, trial.meaning, names)
    missing = unaccounted(sentence, trial.meaning)
    if missing:
        found.append("not accounted for: " + ", ".join(missing))
    return found


def _negations(sentence: str, meaning: str) -> list[str]:
    said, meant = _outside_quotes(sentence), _outside_quotes(meaning)
    found = []
    if _NEGATIONS.search(meant) and not _NEGATIONS.search(said):
        found.append("it says no or not, and the sentence does not")
    if _NEGATIONS.search(said) and not _NEGATIONS.search(meant):
        found.append("the sentence says no or not, and it does not")
    for name, ways in _COMPARISONS.items():
        if _has(meant, ways) and not _has(said, ways):
            found.append(f'it compares ("{name}"), and the sentence does not so')
    if _has_condition(meaning) and not _CONDITIONS.search(said):
        found.append("it has a condition, and the sentence has no if or when")
    return found


def _has(text: str, ways: Iterable[str]) -> bool:
    low = text.lower()
    return any(re.search(rf"\b{way}", low) for way in ways)


def _has_condition(meaning: str) -> bool:
    steps = read(Source("", meaning)).file.items
    return any(isinstance(one, tree.If | tree.MakeSure | tree.CheckAll) for one in steps)


def _made_up(sentence: str, meaning: str, names: Iterable[str]) -> list[str]:
    """Return the values of a meaning that are neither in the sentence nor a name in scope."""
    said = _plain(sentence)
    known = [name.lower() for name in names]
    found = []
    for token in lex(meaning):
        if isinstance(token.value, tree.Text):
            for part in token.value.parts:
                if isinstance(part, str) and part.strip() and _plain(part) not in said:
                    found.append(f'"{part}"')
        elif token.value is not None:
            written = _plain(token.written or token.text)
            if written not in said:
                found.append(token.written or token.text)
    for name in _names_in(meaning):
        if not any(name == one or name.startswith(one) for one in known) and name not in said:
            found.append(f"the {name}")
    return [f"made up, since the sentence does not say it: {', '.join(found)}"] if found else []


def _names_in(meaning: str) -> list[str]:
    """Return the owners of names (`the invoice's total`: `invoice`), as far as words tell."""
    bare = _outside_quotes(meaning).lower()
    found = []
    for run in re.findall(r"\bthe ([a-z][a-z0-9 ]*)", bare):
        words: list[str] = []
        for word in run.split():
            if word in RESERVED:
                break
            words.append(word)
        if words:
            found.append(" ".join(words))
    return found


def unaccounted(sentence: str, meaning: str) -> list[str]:
    """Return the words of a sentence that nothing in its meaning answers to.

    A word answers to itself in another form, and a verb to one that is known to mean the same.
    """
    said = re.findall(r"[A-Za-z][A-Za-z']*|\d[\d.,]*", sentence)
    meant = {_stem(one) for one in re.findall(r"[A-Za-z][A-Za-z']*|\d[\d.,]*", meaning)}
    missing = []
    for word in said:
        stem = _stem(word)
        if stem in meant or stem in _FILLERS or word.lower() in _FILLERS:
            continue
        if any(other in meant for other in PHRASES.get(stem, ())):
            continue
        missing.append(word)
    return list(dict.fromkeys(missing))


def _stem(word: str) -> str:
    low = word.lower().replace("’", "'").removesuffix("'s").rstrip("'").rstrip(".,")
    return lemma(low) if low[:1].isalpha() else low.replace(",", "")


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("“", '"').replace("”", '"').split())


def _outside_quotes(text: str) -> str:
    return re.sub(r'"[^"]*"|“[^”]*”', " ", text)
