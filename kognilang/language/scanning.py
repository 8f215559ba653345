"""Looking over the tokens of a sentence: words at depth zero, clause commas, endings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kognilang.language.tree import Token
from kognilang.language.words import DETERMINERS, PREPOSITIONS, RESERVED
from kognilang.text.source import Span

Tokens = tuple[Token, ...]


def depth_zero(tokens: Sequence[Token], start: int = 0) -> Iterator[tuple[int, Token]]:
    """Yield the tokens that stand in no parentheses, with their index."""
    depth = 0
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.kind == "mark":
            if token.text in ("(", "["):
                depth += 1
            elif token.text in (")", "]"):
                depth = max(0, depth - 1)
        if depth == 0:
            yield at, token


def is_word(token: Token, *words: str) -> bool:
    """Tell whether a token is one of the words."""
    return token.kind == "word" and token.text in words


def is_mark(token: Token, mark: str) -> bool:
    """Tell whether a token is the mark."""
    return token.kind == "mark" and token.text == mark


def find(tokens: Sequence[Token], *words: str, start: int = 0) -> int:
    """Return the index of the first of the words or marks at depth zero, or -1."""
    for at, token in depth_zero(tokens, start):
        if token.text in words and token.kind in ("word", "mark"):
            return at
    return -1


def find_last(tokens: Sequence[Token], *words: str, start: int = 0) -> int:
    """Return the index of the last of the words or marks at depth zero, or -1."""
    found = -1
    for at, token in depth_zero(tokens, start):
        if token.text in words and token.kind in ("word", "mark"):
            found = at
    return found


def starts_with(tokens: Sequence[Token], words: str, at: int = 0) -> bool:
    """Tell whether the words stand at an index (`a|b` for alternatives)."""
    parts = words.split()
    if len(tokens) - at < len(parts):
        return False
    return all(
        tokens[at + i].kind in ("word", "mark") and tokens[at + i].text in part.split("|")
        for i, part in enumerate(parts)
    )


def without_comma(tokens: Tokens) -> Tokens:
    """Return the tokens without a comma at either end."""
    start, end = 0, len(tokens)
    while start < end and is_mark(tokens[start], ","):
        start += 1
    while end > start and is_mark(tokens[end - 1], ","):
        end -= 1
    return tokens[start:end]


def span_of(tokens: Sequence[Token]) -> Span:
    """Return the span from the first to the last of the tokens."""
    return (tokens[0].span[0], tokens[-1].span[1]) if tokens else (0, 0)


_NO_VERBS = frozenset(["less", "more", "fewer", "greater", "not", "neither"])
"""What goes on with a condition and begins no step."""


def like_a_step(tokens: Sequence[Token]) -> bool:
    """Tell whether tokens could be a step: they begin with a verb, or say what something is."""
    if not tokens:
        return False
    first = tokens[0]
    if first.kind != "word":
        return False
    text = first.text
    if text in DETERMINERS or text in ("its", "their", "it", "they"):
        return any(is_word(token, "is", "are") for token in tokens)
    if text in ("if", "unless", "otherwise", "repeat", "ask"):
        return True
    if text in _NO_VERBS or (len(tokens) > 1 and is_word(tokens[1], "than")):
        return False
    return text not in RESERVED and text not in PREPOSITIONS


def name_at_end(tokens: Tokens) -> int:
    """Return where `the NAME` begins if the tokens end in one, or -1."""
    at = len(tokens) - 1
    while at >= 0 and tokens[at].kind in ("word", "quoted"):
        if tokens[at].text in ("the", "my", "our") and tokens[at].kind == "word":
            return at if at < len(tokens) - 1 else -1
        if tokens[at].kind == "word" and tokens[at].text in RESERVED and tokens[at].text != "of":
            return -1
        at -= 1
    return -1
