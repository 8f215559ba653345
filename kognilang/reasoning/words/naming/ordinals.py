"""Ordinals: numbers of a property that a sentence counts up to: above the fourth floor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.language.words import plural
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Mention

_NUMBERS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_ORDINAL = re.compile(
    rf"(?i)\b(?:the )?(?:(?P<word>{'|'.join(_NUMBERS)})|(?P<figure>\d+)(?:st|nd|rd|th)) "
    r"(?=(?P<noun>[a-z]+))"
)


def ordinals(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield the ordinals that stand before a property that is a number."""
    if _ORDINAL.search(sentence) is None:
        return
    nouns = {
        one
        for fields in situation.fields.values()
        for name, kind in fields.items()
        if kind == "number"
        for one in (name.split()[-1], plural(name.split()[-1]))
    }
    bare = re.sub(r'"[^"]*"', lambda said: "·" * len(said[0]), sentence)
    for one in _ORDINAL.finditer(bare):
        if one["noun"].lower() in nouns:
            number = one["figure"] or str(_NUMBERS.index(one["word"].lower()) + 1)
            yield one.start(), one.end() - 1, Mention(number, "number", literal=True)
