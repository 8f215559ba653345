"""Braces outside a text: they hold a value, as parentheses do."""

from __future__ import annotations

from kognilang.language.scanning import Tokens, is_mark, is_word
from kognilang.language.tagging.vocabulary import UNITS
from kognilang.language.tree import Token


def unbraced(tokens: Tokens) -> Tokens:
    """Return the tokens with parentheses for braces, but where they say how many: in `{the grace}
    days` and `the first {the count} orders`. The same tokens where there are none."""
    found: list[Token] = []
    open_braces: list[bool] = []
    changed = False
    for at, token in enumerate(tokens):
        if token.kind == "mark" and token.text in ("{", "}"):
            if token.text == "{":
                open_braces.append(not _says_how_many(tokens, at))
            if open_braces and (open_braces[-1] if token.text == "{" else open_braces.pop()):
                token = Token("mark", "(" if token.text == "{" else ")", token.span, token.written)
                changed = True
        found.append(token)
    return tuple(found) if changed else tokens


_ROUNDING = ("rounded", "up", "down")


def _says_how_many(tokens: Tokens, at: int) -> bool:
    """Tell whether the brace at a token holds a number of days, or of things that are picked."""
    if at and is_word(tokens[at - 1], "first", "last", "item"):
        return True
    if at > 1 and is_word(tokens[at - 1], "to") and is_word(tokens[at - 2], *_ROUNDING):
        return True
    close = next((n for n in range(at, len(tokens)) if is_mark(tokens[n], "}")), len(tokens))
    after = tokens[close + 1 : close + 3]
    if after and is_word(after[0], "business", "working"):
        after = after[1:]
    return bool(after) and after[0].text.removesuffix("s") in UNITS
