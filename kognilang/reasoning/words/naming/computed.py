"""Computed: values that a sentence says by others: half of the price, what the visit costs,
the invoice "A-7", in 3 days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kognilang.language.words import plural
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.comparisons import EVERY_WAY
from kognilang.reasoning.words.naming.mentions import Marked, Mention
from kognilang.reasoning.words.naming.relating import related
from kognilang.reasoning.words.naming.sums import number

_QUANTITIES = ("number", "money", "percent", "duration", "count", "any")
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_DATES = re.compile(
    rf"(?i)\b(?:today|tomorrow|yesterday|(?:next|last|this) (?:{_DAYS})|"
    r"the (?:first|last) day of (?:the|this|next) (?:month|year|quarter)|"
    r"the (?:end|beginning) of (?:the|this|next) (?:month|year|quarter))\b"
)
_N = r"(?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|\d+)"
_UNIT = r"(?:(?:business |working )?days?|weeks?|months?|years?|hours?|minutes?)"
_FROM_NOW = re.compile(
    r"(?i)\b(?:the day (?P<after>after|before) (?:tomorrow|yesterday)|"
    rf"(?P<n>{_N}) (?:(?P<unit>{_UNIT}) (?:from (?:now|today)|after today|hence|from now on)))\b"
)
_KEYS = ("number", "id", "code", "reference", "key", "name", "title", "email", "serial number")
"""Properties by which a row is called, the likeliest first."""


def dates(sentence: str) -> Iterator[tuple[int, int, Mention]]:
    """Yield the days that a sentence says in words."""
    for one in _FROM_NOW.finditer(re.sub(r'"[^"]*"', lambda said: "·" * len(said[0]), sentence)):
        if one["after"]:
            words = f"2 days {one['after'].lower()} today"
        else:
            count = number(one["n"]) or 1
            unit = one["unit"].lower().rstrip("s").replace("working", "business")
            unit = f"{unit}s" if count != 1 else unit
            words = f"{int(count)} {unit} after today"
        yield one.start(), one.end(), Mention(words, "date", literal=True)
    for one in _DATES.finditer(re.sub(r'"[^"]*"', lambda said: "·" * len(said[0]), sentence)):
        yield one.start(), one.end(), Mention(one[0].lower(), "date", literal=True)


def key_of(fields: Mapping[str, str]) -> str:
    """Return the property by which a row is called; empty where none is a text."""
    texts = [name for name, kind in fields.items() if kind in ("text", "any")]
    for key in _KEYS:
        for name in texts:
            if name == key or name.endswith(f" {key}"):
                return name
    return texts[0] if texts else ""


def told_by_verb(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield properties that a sentence tells by a verb: what the visit costs, how long it lasts."""
    for name, fields in situation.fields.items():
        if not fields:
            continue
        called = (
            rf"(?:(?:the|this|an?|each|every) )?(?:{re.escape(name)}|{re.escape(plural(name))})"
        )
        listed = "|".join(re.escape(one) for one in sorted(fields, key=len, reverse=True))
        has = (
            rf"(?i)\bwhat (?:{called}|it|they) (?:has|have|holds?) as "
            rf"(?:an? |the |its |their )?({listed})\b"
        )
        for one in re.finditer(has, sentence):
            prop = one[1].lower()
            yield one.start(), one.end(), Mention(f"the {name}'s {prop}", fields[prop], owner=name)
        pattern = rf"(?i)\b(?:what|how (\w+)) (?:{called}|it|they) (\w+)(?: worth)?\b"
        for one in re.finditer(pattern, sentence):
            if (one[1] or "").lower() == "many":
                continue  # How many returns weigh more than 5: those of them that do.
            told = f"{one[1] or ''} {one[2]}{' worth' if 'worth' in one[0] else ''}"
            found = [prop for prop, kind in fields.items()
                     if kind in _QUANTITIES and related(prop, told)]  # fmt: skip
            if len(found) == 1:
                about = Mention(f"the {name}'s {found[0]}", fields[found[0]], owner=name)
                yield one.start(), one.end(), about


_PAGES = re.compile(
    r"(?i)\b(?:how many pages (?:the |our )?(?P<of>[a-z]+(?: [a-z]+)?) "
    r"(?:has|have|is|counts|runs to)|"
    r"the (?:number|count) of pages (?:of|in) (?:the |our )?(?P<in>[a-z]+(?: [a-z]+)?))\b"
)


def counts(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield what a file is asked for: how many pages the report has."""
    for one in _PAGES.finditer(sentence):
        name = (one["of"] or one["in"]).lower()
        if name in situation.names:
            yield one.start(), one.end(), Mention(f"the page count of the {name}", "number")


def joined(sentence: Marked) -> Marked:
    """Return a sentence with a share and what it is of as one value: 50% of the price."""
    for found in re.finditer(r"⟦(\d+)⟧(?= (?:of )?⟦(\d+)⟧)", sentence.text):
        part, of = (sentence.mentions[int(one)] for one in found.groups())
        if part.kind == "percent" and not of.literal and of.kind in ("money", "number", "any"):
            mentions = [*sentence.mentions, Mention(f"{part.words} of {of.words}", of.kind)]
            whole = re.escape(found[0]) + rf" (?:of )?⟦{found[2]}⟧"
            text = re.sub(whole, f"⟦{len(mentions) - 1}⟧", sentence.text)
            return Marked(text, mentions)
    return _times(sentence)


_TIMES = re.compile(
    rf"(?i)(?P<lead>(?:\b(?:is|to|of|by|equals)|(?<![\w])(?:{EVERY_WAY}))) (?:(?P<w>twice|double|"
    rf"thrice|"
    rf"triple|(?:two|three|four|five|ten) times)|⟦(?P<n>\d+)⟧(?:-fold| times))"
    rf"(?: as (?:much|many|high|large|long|old) as)?(?: of)? ⟦(?P<of>\d+)⟧"
)
_FACTORS = {"twice": "2", "double": "2", "two": "2", "three": "3", "thrice": "3", "triple": "3",
            "four": "4", "five": "5", "ten": "10"}  # fmt: skip


def _times(sentence: Marked) -> Marked:
    """Return a sentence with a value and how often it is taken as one: twice the rent."""
    found = _TIMES.search(sentence.text)
    if found is None:
        return sentence
    of = sentence.mentions[int(found["of"])]
    if of.literal or of.kind not in ("money", "number", "duration", "any"):
        return sentence
    if found["w"]:
        factor = _FACTORS[found["w"].lower().split()[0]]
    else:
        many = sentence.mentions[int(found["n"])]
        if many.kind != "number":
            return sentence
        factor = many.words
    mentions = [*sentence.mentions, Mention(f"{factor} times {of.words}", of.kind)]
    text = sentence.text
    start, end = found.end("lead"), found.end()
    return Marked(f"{text[:start]} ⟦{len(mentions) - 1}⟧{text[end:]}", mentions)
