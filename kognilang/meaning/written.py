"""What was written: the words of a span as one line, and a skill's wording for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kognilang.meaning.skill import SkillInfo

if TYPE_CHECKING:
    from kognilang.meaning.state import State
    from kognilang.text.source import Span


def plain(state: State, span: Span) -> str:
    """Return the source text of a span on one line."""
    return " ".join(state.source.text[span[0] : span[1]].split())


def slot_words(info: SkillInfo) -> str:
    """Return a skill's canonical wording with `…` for its slots."""
    return dotted(info.phrases[0])


def dotted(wording: str) -> str:
    """Return a wording with `…` for its slots."""
    out = []
    depth = 0
    skipping = False
    for letter in wording:
        # Of words that may stand for each other (`from|of|in`) the first is shown.
        skipping = letter == "|" or (skipping and letter not in " ]{")
        if skipping:
            continue
        if letter == "{":
            depth += 1
            out.append("…")
        elif letter == "}":
            depth -= 1
        elif not depth:
            out.append(letter)
    return "".join(out)
