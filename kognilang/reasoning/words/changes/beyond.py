"""Beyond: what each one costs that comes after so many: each point beyond the twentieth costs
another $40."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.language.words import plural, singular
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.changes.meant import spoken_of
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of
from kognilang.reasoning.words.naming.products import unit_of
from kognilang.reasoning.words.naming.sums import place

_WAY = re.compile(
    r"(?i)(?:\b(?:each|every|any|all)(?: (?:further|additional|extra|other|more))? |(?=⟦))"
    r"(?:⟦(?P<mark>\d+)⟧|(?P<unit>[a-z]+)) (?:beyond|after|above|over|past|from|in excess of|"
    r"on top of) (?:the )?(?:(?:first )?⟦(?P<n>\d+)⟧|(?P<word>[a-z]+|\d+(?:st|nd|rd|th)))(?: one)?"
    r"(?: on)? (?:costs?|is charged(?: at)?|adds?|comes to|is|brings?|earns?|gets?|means|will cost)"
    r"(?: (?:another|an extra|a further|an additional))? ⟦(?P<a>\d+)⟧(?: (?:more|extra|on top))?"
    r"(?: (?:each|apiece))?(?: (?:on|to|on top of|in addition to|of|in) (?:the |its )?"
    r"⟦(?P<b>\d+)⟧)?[.! ]*$"
)


def beyond(sentence: Marked, situation: Situation) -> Iterator[tuple[str, str, float]]:
    """Yield the condition that there are more than so many, and what all beyond them cost."""
    found = _WAY.search(sentence.text)
    if found is None:
        return
    if found["mark"] and not found[0].lower().startswith(("e", "a")):
        said = sentence.mentions[int(found["mark"])].said.lower()
        if not said.startswith(("each", "every", "any", "all")):
            return
    many = _many(found, sentence)
    count = _count(found, sentence, situation)
    rate = sentence.mentions[int(found["a"])]
    of = sentence.mentions[int(found["b"])] if found["b"] else None
    if of is None:
        told = spoken_of(rate, "costs", situation, frozenset())
        of = told[0] if told is not None else None
    if not many or not count or of is None or of.literal or rate.kind not in (of.kind, "any"):
        return
    condition = f"{count} is more than {many}"
    yield condition, f"Increase {of.words} by {rate.words} times ({count} minus {many}).", 4.4


def _many(found: re.Match[str], sentence: Marked) -> str:
    if found["word"]:
        number = place(found["word"])
        return str(number) if number else ""
    mark = sentence.mentions[int(found["n"])]
    if mark.literal and mark.kind == "number":
        return mark.words
    # The twentieth, where that was taken for a noun.
    number = place(mark.said.split()[-1]) if mark.said else None
    return str(number) if number else ""


def _count(found: re.Match[str], sentence: Marked, situation: Situation) -> str:
    """Return the number of what is counted: a property, or how many rows a table has."""
    if found["mark"]:
        mark = sentence.mentions[int(found["mark"])]
        if mark.kind in ("number", "count"):
            return mark.words
        noun = mark.said.lower().split()[-1] if mark.said else mark.words.removeprefix("the ")
    else:
        noun = found["unit"].lower()
    for table in (
        *situation.tables,
        *(one for one, kind in situation.kinds.items() if kind == "list"),
    ):
        called = table in (plural(noun), noun)
        spoken = noun == "one" and re.search(rf"(?i)\b{re.escape(table)}\b", situation.sentence)
        if called or spoken or (noun == "one" and any(
            one.words in (f"the {table}", f"the {singular(table)}") and not one.pronoun
            and one.words != f"the {subject_of(situation)}"
            for one in sentence.mentions
        )):  # fmt: skip
            return f"the number of the {table}"
    about: Mention | None = unit_of(noun, situation)
    return about.words if about is not None else ""
