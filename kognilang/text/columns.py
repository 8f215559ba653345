"""Columns: how wide a text is on a terminal, and how it is broken into lines of a width."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"


def char_width(character: str) -> int:
    """The columns that one character takes: 2 for wide ones, 0 for marks set on another."""
    if " " <= character < "\x7f":
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def text_width(text: str) -> int:
    """The columns that a text without tabs takes."""
    if text.isascii():
        return len(text)
    return sum(char_width(c) for c in text)


def visible(text: str) -> str:
    """The text with control characters replaced, so that showing it cannot steer a terminal."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c in (" ", _JOINER) or char_width(c) == 0 else "\ufffd"
        for c in text.replace("\u00a0", " ").replace("\t", " ")
    )


def untabbed(text: str, tab: int = 4) -> tuple[str, list[int]]:
    """Expand tabs and hide control characters.

    Returns the text as shown and, for each offset of the original (its end included), the
    column at which it stands.
    """
    shown: list[str] = []
    columns: list[int] = []
    column = 0
    for character in text:
        columns.append(column)
        if character == "\t":
            step = tab - column % tab
            shown.append(" " * step)
            column += step
        else:
            clean = visible(character)
            shown.append(clean)
            column += char_width(clean)
    columns.append(column)
    return "".join(shown), columns


def wrap(text: str, width: int) -> list[str]:
    """Break a text at spaces into lines of at most `width` columns; a longer word is cut."""
    width = max(width, 1)
    lines: list[str] = []
    line = ""
    used = 0
    for word in text.split():
        size = text_width(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        while size > width:
            cut = _fit(word, width)
            lines.append(word[:cut])
            word = word[cut:]
            size = text_width(word)
        line, used = word, size
    if line or not lines:
        lines.append(line)
    return lines


def cut_columns(text: str, start: int, end: int) -> str:
    """The part of a text without tabs that lies in the columns from start up to end; half of a
    wide character is a space."""
    part: list[str] = []
    column = 0
    for character in text:
        size = char_width(character)
        if column >= end:
            break
        if column >= start and column + size <= end:
            part.append(character)
        elif column + size > start:
            part.append(" ")
        column += size
    return "".join(part)


def _fit(word: str, width: int) -> int:
    """How many characters of a word fit into the width; at least one."""
    used = 0
    for at, character in enumerate(word):
        used += char_width(character)
        if used > width:
            return max(at, 1)
    return len(word)
