"""When a typed text is complete: a block goes on until a blank line ends it."""

from __future__ import annotations

import re

from kognilang.text.nesting import Open, walk

_OPENERS = re.compile(
    r"(?::|,|\b(?:then|otherwise|else|as follows|where|with|saying|is|are))\s*\Z", re.IGNORECASE
)
_LIST_MARK = re.compile(r"\s*(?:[-*]|\d+[.)])\s+")


def needs_more(text: str) -> bool:
    """Tell whether another line is wanted before the text can be run.

    A line that opens a block, or leaves a quote, brace or parenthesis open, wants more;
    so does every line of a block, until a blank one.
    """
    lines = text.split("\n")
    if len(lines) > 1 and not lines[-1].strip():
        return False
    if not text.strip() or text.lstrip().startswith(":"):
        return False
    if len(lines) > 1:
        return True
    return bool(_OPENERS.search(text)) or left_open(text)


def left_open(text: str) -> bool:
    """Tell whether a quote, brace or parenthesis is still open at the end."""
    stack: list[Open] = []
    walk(text, 0, len(text), stack)
    return bool(stack)


def indentation_after(text: str) -> str:
    """Return the white space with which the next line begins."""
    last = text.split("\n")[-1]
    indent = last[: len(last) - len(last.lstrip())]
    marked = _LIST_MARK.match(last)
    deeper = bool(_OPENERS.search(last)) and not last.rstrip().endswith(",")
    if last.rstrip().endswith(",") and "\n" not in text:
        deeper = True
    return indent + "    " if deeper and not marked else indent
