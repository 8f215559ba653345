"""Worked: values that the text works out for a thing: the travel charge, for the visit's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Mention, subject_of
from kognilang.reasoning.words.naming.relating import related


def worked(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield the values that a sentence has by their name alone, or as the thing's own."""
    bare = re.sub(r'"[^"]*"', lambda said: "·" * len(said[0]), sentence)
    subject = subject_of(situation)
    for noun, values in situation.worked_out.items():
        if subject not in ("", noun) and noun not in situation.names:
            continue
        if subject == "" and noun not in situation.names:
            continue
        for value in values:
            told = re.fullmatch(r"(?i)(?:the )?(.+?) (?:of|for|on|in|to|from)", value)
            if told is None:
                continue
            name = re.escape(told[1])
            thing = rf"(?:the|this|that|each|every|an?) {re.escape(noun)}|it|them"
            pattern = (
                rf"(?i)\b(?:(?:the |this |that |each )?{re.escape(noun)}'s {name}|"
                rf"(?:the |its |their ){name}(?: (?:of|for|on|to|from) (?:{thing})\b)?)"
            )
            asked = rf"(?i)\b(?:what|how much) (?:{thing}) (?P<verb>[a-z]+)\b(?: to)?"
            for one in re.finditer(asked, bare):
                if related(told[1].lower(), one["verb"]) and len(values) == 1:
                    words = value if value.lower().startswith("the ") else f"the {value}"
                    yield one.start(), one.end(), Mention(f"{words} the {noun}", "any")
            owned = situation.fields.get(noun, {})
            if told[1].lower() in owned:
                continue
            words = value if value.lower().startswith("the ") else f"the {value}"
            for one in re.finditer(pattern, bare):
                yield one.start(), one.end(), Mention(f"{words} the {noun}", "any")
