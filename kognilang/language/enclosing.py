"""Where a quote or a brace closes: each holds what it holds."""

from __future__ import annotations

QUOTES = '"“”'

_DEEPEST = 20
"""How deep texts may stand inside the braces of texts."""


def closing_quote(text: str, at: int, level: int = 0) -> int | None:
    """Return where the literal that opens at `at` closes; quotes inside braces are not its own."""
    if level > _DEEPEST:
        return None
    depth = 0
    position = at + 1
    end = len(text)
    while position < end:
        letter = text[position]
        if letter == "{":
            if depth == 0 and text[position + 1 : position + 2] == "{":
                position += 2
                continue
            depth += 1
        elif letter == "}":
            if depth == 0 and text[position + 1 : position + 2] == "}":
                position += 2
                continue
            depth = max(0, depth - 1)
        elif letter in QUOTES:
            if depth == 0:
                return position
            inner = closing_quote(text, position, level + 1)
            if inner is None:
                return None
            position = inner
        position += 1
    return None


def closing_brace(text: str, at: int) -> int | None:
    """Return where the brace that opens at `at` closes; quotes inside it hold what they hold."""
    depth = 0
    position = at
    while position < len(text):
        letter = text[position]
        if letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
            if depth == 0:
                return position
        elif letter in QUOTES:
            close = closing_quote(text, position)
            if close is None:
                return None
            position = close
        position += 1
    return None
