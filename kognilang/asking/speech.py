"""Tells what is typed as an instruction or a sentence from what is a value."""

from __future__ import annotations

import re

INSTRUCTIONS = {
    "try again": "again",
    "try it again": "again",
    "retry": "again",
    "skip this step": "skip-step",
    "skip the step": "skip-step",
    "skip step": "skip-step",
    "stop": "stop",
    "start over": "start-over",
    "start again": "start-over",
}

_VERBS = frozenset(
    (
        *("add", "ask", "append", "archive", "call", "change", "check", "copy", "create"),
        *("decrease", "delete", "divide", "ensure", "fail", "find", "for", "get", "give", "if"),
        *("increase", "let", "make", "match", "move", "multiply", "pay", "post", "process", "put"),
        *("read", "remove", "rename", "repeat", "replace", "return", "save", "say", "send", "set"),
        *("show", "skip", "start", "stop", "subtract", "tell", "try", "unless", "use", "wait"),
        "write",
    )
)
"""First words by which an answer reads as an instruction or a sentence, not as a value."""


def can_be_typed(suggestion: str) -> bool:
    """Tell whether a suggestion is an answer that can be typed as it stands."""
    words = suggestion.casefold().rstrip(".")
    return words in INSTRUCTIONS or words.startswith("skip this ") or is_sentence(suggestion)


def is_sentence(typed: str) -> bool:
    """Tell whether it reads as a sentence of the language: begins with a verb, and goes on."""
    words = re.findall(r"[A-Za-z']+", typed)
    if len(words) < 2:
        return False
    first = words[0].lower()
    if first in ("please", "then", "first"):
        first = words[1].lower()
    if first in _VERBS and typed[:1].isalpha():
        return True
    # `The discount is 10%. Try again.`: several sentences are no value either.
    return bool(re.search(r"[.!]\s+[A-Z]\w+ ", typed)) and typed.rstrip().endswith(".")
