"""Words around a step that mean nothing of their own: `First,`, `Please`, `do the following`."""

from __future__ import annotations

from kognilang.language.scanning import Tokens, is_mark, is_word, starts_with, without_comma
from kognilang.language.steps.verbs import HEADS, VERBS

_FILLERS = frozenset(
    [
        "first",
        "then",
        "next",
        "finally",
        "please",
        "now",
        "afterwards",
        "also",
        "lastly",
        "second",
        "third",
        "firstly",
        "secondly",
        "thirdly",
        "kindly",
        "just",
        "afterward",
        "subsequently",
        "thereafter",
        "fourth",
        "fifth",
        "last",
    ]
)

_LASTS = ("following", "this", "so", "do")
_DO_FOLLOWS = ("do|perform|execute the following", "carry out the following", "do this",
               "do so", "do")  # fmt: skip


def without_fillers(tokens: Tokens) -> Tokens:
    """Return the tokens without `First,`, `Then`, `Please`, `Step 1:`."""
    if len(tokens) > 2 and is_mark(tokens[-1], "!"):
        tokens = tokens[:-1]
    while tokens:
        first = tokens[0]
        if is_word(first, "and") and first.written[:1].isupper() and len(tokens) > 1:
            # A step of its own that goes on from the one before: `And then say …`.
            tokens = tokens[1:]
            continue
        if (
            is_word(first, "step")
            and len(tokens) > 2
            and tokens[1].kind == "number"
            and is_mark(tokens[2], ":")
        ):
            tokens = tokens[3:]
            continue
        if first.kind == "word" and first.text in _FILLERS and len(tokens) > 1:
            if is_mark(tokens[1], ","):
                tokens = tokens[2:]
                continue
            if first.text in ("please", "then", "also", "now", "kindly", "just") or (
                first.text in ("finally", "next", "first")
                and tokens[1].kind == "word"
                and tokens[1].text in VERBS
            ):
                tokens = tokens[1:]
                continue
        if (
            first.kind == "word"
            and first.text == "after"
            and starts_with(tokens, "after that|this ,")
        ):
            tokens = tokens[3:]
            continue
        if first.text in ("to", "first") and (
            starts_with(tokens, "to begin|start with ,") or starts_with(tokens, "first of all ,")
        ):
            tokens = tokens[4:]
            continue
        if len(tokens) > 2 and is_word(tokens[-1], "please"):
            tokens = without_comma(tokens[:-1])
            continue
        return tokens
    return tokens


def without_announcing(tokens: Tokens) -> Tokens:
    """Return the tokens without the `, do the following` of `For each order, do the following:`."""
    if not tokens:
        return tokens
    colon = tokens[-1:] if is_mark(tokens[-1], ":") else ()
    head = tokens[: len(tokens) - len(colon)]
    if len(head) > 1 and is_word(tokens[0], *HEADS) and is_word(head[-1], *_LASTS):
        for words in _DO_FOLLOWS:
            cut = len(head) - len(words.split())
            if cut > 0 and starts_with(head, words, cut):
                return (*without_comma(head[:cut]), *colon)
    return tokens
