"""Nesting: what is open (a quote, a brace, a parenthesis) after so much of a sentence.

Quotes hold text; braces inside a quote hold a value again, which may hold quotes.
Straight and curly quotes are the same, `{{` in a text is a brace, and the quote after
`pattern` is the pattern's own: no brace in it means anything here.
"""

from __future__ import annotations

import re

Open = tuple[str, int]
"""What is open, and at which offset it was opened: `"`, `{`, `(`, a backtick, or `p` (a pattern's
quote)."""

_MARK = re.compile(r'["“”(){}`]')
_PATTERN_BEFORE = re.compile(r"\bpattern\s*$", re.IGNORECASE)
_QUOTES = '"“”'


def walk(text: str, start: int, end: int, stack: list[Open]) -> None:
    """Read the text from start to end, opening and closing on the stack, in place."""
    at = start
    search = _MARK.search
    while True:
        found = search(text, at, end)
        if found is None:
            return
        mark = found[0]
        at = found.end()
        top = stack[-1][0] if stack else ""
        if top == "p":
            if mark in _QUOTES:
                stack.pop()
        elif top == '"':
            if mark in _QUOTES:
                stack.pop()
            elif mark == "{":
                if text.startswith("{", at):
                    at += 1
                else:
                    stack.append(("{", at - 1))
            elif mark == "}" and text.startswith("}", at):
                at += 1
        elif top == "`":
            if mark == "`":
                stack.pop()
        elif mark in _QUOTES:
            before = text[max(0, at - 24) : at - 1]
            stack.append(("p" if _PATTERN_BEFORE.search(before) else '"', at - 1))
        elif mark in "({`":
            stack.append((mark, at - 1))
        elif (mark == ")" and top == "(") or (mark == "}" and top == "{"):
            stack.pop()


def depth_zero(text: str) -> list[bool]:
    """For each character of the text, whether it stands outside all quotes, braces and
    parentheses."""
    free = [True] * len(text)
    stack: list[Open] = []
    at = 0
    for found in _MARK.finditer(text):
        if found.start() < at:
            continue
        if stack:
            free[at : found.start()] = [False] * (found.start() - at)
        before = bool(stack)
        # `{{` and `}}` inside a text are one mark of two characters.
        end = found.end()
        if stack and stack[-1][0] == '"' and found[0] in "{}" and text.startswith(found[0], end):
            end += 1
        walk(text, found.start(), end, stack)
        if before or stack:
            free[found.start() : end] = [False] * (end - found.start())
        at = end
    if stack:
        free[at:] = [False] * (len(text) - at)
    return free
