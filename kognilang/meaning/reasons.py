"""The reasons that a handler may name: what `because the file is missing` means of a failure.

A reason is what is wrong (`is missing`, `cannot be read`), said of a thing (`the file`). Each
way to say it stands for the problems by which failures are known.
"""

from __future__ import annotations

import re

from kognilang.language.words import canonical

_FILES = "missing-file"
_WAYS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (said, frozenset(problems.split()))
    for said, problems in (
        ("missing|not there|not exist|not found|not be found|gone|unknown|there is no|there are no",
         "missing-file missing-field blank-value no-match not-set input-needed missing-sheet "
         "missing-table no-column unknown-column missing-skill no-address"),
        ("blank|empty", "blank-value no-values no-text unreadable"),
        ("unreadable|not be read|not readable|damaged|corrupt|not be opened|no text",
         "unreadable no-text missing-sheet"),
        ("already there|already exists|already exist|exists already", "already-there"),
        ("refused|rejected|not approved|denied|not allowed|forbidden", "refused denied"),
        ("unreachable|not be reached|not reachable|down|offline|no connection|not available",
         "unreachable"),
        ("nobody answers|no one answers|not answer|takes too long|too late|times out|timed out"
         "|timeout|not come in time|late", "timed-out unanswered"),
        ("several|ambiguous|more than one", "several-matches"),
        ("nothing matches|none fits|no match|not match|nothing fits|matches|match|fits",
         "no-match check-failed"),
        ("check fails|checks fail|check failed|not so|wrong", "check-failed checks-failed"),
        ("wrong kind|not a number|not a date|no number|no date|not yes or no", "wrong-kind"),
        ("zero", "divided-by-zero"),
        ("currencies|another currency|different currencies", "two-currencies"),
        ("currency is missing|currency is unknown|no currency", "no-currency"),
        ("units differ|another unit", "two-units"),
        ("too large|too big|too small|out of range|not whole", "too-large out-of-range not-whole"),
        ("limit", "limit-reached"),
        ("address", "no-address"),
    )
)  # fmt: skip

_OF_FILES = frozenset(
    [
        "file",
        "folder",
        "spreadsheet",
        "workbook",
        "document",
        "pdf",
        "attachment",
        "image",
        "letter",
    ]
)
_NARROWER = {
    "sheet": frozenset({"missing-sheet"}),
    "table": frozenset({"missing-table", "missing-file"}),
    "column": frozenset({"no-column", "unknown-column", "missing-field"}),
    "heading": frozenset({"no-column", "unknown-column"}),
    "skill": frozenset({"missing-skill"}),
    "currency": frozenset({"no-currency"}),
    "address": frozenset({"no-address"}),
}

LISTED = (
    "the file is missing", "the file cannot be read", "the file is already there",
    "a value is missing", "a value is blank", "the value is of the wrong kind", "nothing matches",
    "several match", "a check fails", "it is refused", "it cannot be reached", "nobody answers",
    "it takes too long", "the currencies differ", "the currency is unknown", "it is out of range",
    "a number is zero", "the limit is reached",
)  # fmt: skip
"""The reasons as they are told to a writer, one for each sort of failure."""

_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "is",
        "was",
        "are",
        "were",
        "it",
        "this",
        "that",
        "of",
        "to",
        "has",
        "have",
        "be",
        "in",
        "any",
        "some",
        "does",
        "do",
        "did",
        "not",
        "can",
        "could",
        "there",
        "by",
        "from",
        "for",
        "no",
    ]
)
_VAGUE = _OF_FILES | {"value", "number", "check", "amount", "nobody", "kind", "step", "server"}


def problems_of(reason: str) -> frozenset[str]:
    """Return the names of the problems that a reason stands for; none for words unknown."""
    problems, rest = _read(reason)
    if _FILES in problems and rest:
        thing = rest[-1]
        if thing in _OF_FILES:
            return frozenset({_FILES})
        return _NARROWER.get(thing, problems)
    return problems


def subject_words(reason: str) -> set[str]:
    """Return the words that say what a reason is about: a field's name, a thing's."""
    rest = _read(reason)[1]
    if rest and rest[-1] in _OF_FILES:
        # Which file is meant is the step's own to say.
        return set()
    return set(rest) - _VAGUE


def _read(reason: str) -> tuple[frozenset[str], list[str]]:
    """Return the problems of the way in which a reason is said, and the words beside it."""
    words = canonical(reason.replace("n't", " not").replace("cannot", "can not"))
    best: frozenset[str] = frozenset()
    longest = ""
    for said, problems in _WAYS:
        for one in said.split("|"):
            if len(one) > len(longest) and re.search(rf"\b{one}\b", words):
                best, longest = problems, one
    if not longest:
        every = {name for _, problems in _WAYS for name in problems}
        return frozenset({words.replace(" ", "-")} & every), []
    rest = re.sub(rf"\b{longest}\b", " ", words, count=1).split()
    return best, [one for one in rest if one not in _SMALL]


def describes(reason: str, problem: str, message: str) -> bool:
    """Say whether a reason is that of a failure: by its problem's name, or by the words of its
    message where it was made by `Fail with`."""
    problems = problems_of(reason)
    if problem in problems:
        about = subject_words(reason)
        return not about or about <= _words(message) | _words(problem.replace("-", " "))
    words = _words(reason)
    return bool(words) and words <= _words(message) | _words(problem.replace("-", " "))


def _words(text: str) -> set[str]:
    return set(canonical("".join(c if c.isalnum() else " " for c in text)).split()) - _SMALL
