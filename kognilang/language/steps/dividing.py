"""Where one sentence is divided into steps: at a semicolon, at `and then`."""

from __future__ import annotations

from kognilang.language.scanning import Tokens, depth_zero, find, find_last, is_mark, is_word
from kognilang.language.steps.verbs import HEADS, VERBS
from kognilang.language.tagging.vocabulary import starts_value
from kognilang.language.terminals import NotParsed

TRIES = 24
"""So many commas and conjunctions are tried as a division: each try reads the sentence anew."""


def semicolon(tokens: Tokens) -> int:
    """Return where a semicolon divides two steps, or -1. Raises NotParsed where it is not clear
    whether what follows still hangs on the `If` before it."""
    at = find(tokens, ";")
    if at < 1:
        return -1
    colon = find(tokens, ":")
    if 0 < colon < at and is_word(tokens[0], *HEADS):
        # All that follows the colon is the body, which is divided there.
        return -1
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        follows is not None
        and is_word(tokens[0], *HEADS)
        and not is_word(follows, "otherwise", "else", "or")
    ):
        raise NotParsed("semicolon-in-clause", tokens[at].span, {})
    return at


def and_then(tokens: Tokens) -> int:
    """Return where `and then` or `, then` divides two steps, or -1."""
    for at, token in depth_zero(tokens):
        if (
            at
            and (is_word(token, "and") or is_mark(token, ","))
            and at + 2 < len(tokens)
            and is_word(tokens[at + 1], "then")
            and not is_word(tokens[at + 2], "by")
            and not _sorts(tokens, at)
        ):
            return at
    return -1


def _sorts(tokens: Tokens, at: int) -> bool:
    """Tell whether `, then` at a token goes on with the keys of a sort: `sorted by region, then
    total, highest first`."""
    by = find_last(tokens[:at], "by")
    if by < 1 or not is_word(tokens[by - 1], "sorted", "ordered"):
        return False
    if any(one.kind != "word" and not is_mark(one, ",") for one in tokens[by:at]):
        return False
    after = tokens[at + 2 :]
    return (
        after[0].kind == "word"
        and after[0].text not in VERBS
        and (len(after) == 1 or not (starts_value(after, 1) or after[1].written[:1].isupper()))
    )
