"""Counting: a condition on how many rows of a table there are: more than 20 letters still open."""

from __future__ import annotations

import re

from kognilang.dataclass import dataclass
from kognilang.reasoning.words.conditions.comparisons import COMPARING
from kognilang.reasoning.words.naming.mentions import Marked

_LEAD = (
    r"(?:(?:but |and )?(?:if|when|whenever|where|once|in case|as long as|should|with|as soon as) )"
    r"(?:there (?:is|are|be|were) |we have |we get |it is |they are )?"
)


@dataclass(slots=True)
class Counted:
    """How many rows there have to be (`more than 20`), and the marked text of what is done
    then."""

    than: str
    text: str


def counted(sentence: Marked, noun: str) -> Counted | None:
    """Return the condition of a sentence on how many rows there are; None where it has none."""
    item = sentence.marks_of(f"the {noun}")
    if not item:
        return None
    for word, ways in COMPARING:
        pattern = (
            rf"(?i)(?P<lead>{_LEAD})?(?:{ways}) ⟦(?P<than>\d+)⟧ (?:of )?⟦(?:{item})⟧"
            r"(?P<more>[^,]*)(?P<comma>,)?"
        )
        for found in re.finditer(pattern, sentence.text):
            than = sentence.mentions[int(found["than"])]
            if than.kind != "number":
                continue
            if found["comma"] and (found["lead"] or found.start() == 0):
                rest = sentence.text[: found.start()] + " " + sentence.text[found.end() :]
            elif found["lead"]:
                rest = sentence.text[: found.start()]
            else:
                continue
            rest = rest.strip(" ,")
            return Counted(f"{word} {than.words}", rest) if re.search("[a-z]", rest) else None
    return None
