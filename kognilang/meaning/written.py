"""What was written: the words of a span as one line, and a skill's wording for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kognilang.meaning.skill import SkillInfo
from kognilang.values.nouns import plural

if TYPE_CHECKING:
    from kognilang.meaning.state import State
    from kognilang.text.source import Span


def plain(state: State, span: Span) -> str:
    """Return the source text of a span on one line."""
    return " ".join(state.source.text[span[0] : span[1]].split())


def missing_article(state: State, words: str, span: Span) -> None:
    """Report a name without the article that it begins with."""
    state.problem(
        "missing-article",
        f'"{words}" stands without "the"',
        span,
        candidates=[state.rewritten(span, f"the {words}")],
        detail=["A name begins with the, my, this …; a text stands in quotes."],
    )


def chosen_in_a_loop(noun: str, test: str) -> list[str]:
    """Return the sentences that choose in a loop what a filter cannot: those of the noun's things
    that `is readable`."""
    many = plural(noun)
    return [
        "Choose them in a loop, where each can be asked about:",
        f"  Create a list called the chosen {many}.",
        f"  For each {noun} in the {many}, if the {noun} {test}, add the {noun} to the chosen"
        f" {many}.",
    ]


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
