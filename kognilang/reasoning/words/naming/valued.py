"""Valued: what a property is, said before its name without quotes: the platinum package."""

from __future__ import annotations

import re

from kognilang.reasoning.words.naming.mentions import Marked, Mention

_SORTS = frozenset(
    ("status", "state", "stage", "grade", "package", "type", "kind", "sort", "category",
     "class", "group", "level", "tier", "plan", "color", "colour", "size", "zone", "region",
     "team", "department", "branch", "mode", "rank", "sector", "tariff", "contract",
     "priority", "section", "line", "brand", "model", "shape", "material", "fuel", "species",
     "breed", "variety", "channel", "format", "style", "role", "membership", "subscription",
     "genre", "band", "league", "division", "track", "course", "programme", "program",
     "route", "shift", "season", "quality", "condition", "urgency", "severity", "rating",
     "segment", "scheme", "product", "rate")
)  # fmt: skip
"""What sorts things, each sort under a name of its own."""
_NO_NAME = frozenset(
    ("new", "old", "current", "same", "right", "correct", "first", "last", "next", "previous",
     "other", "whole", "full", "own", "exact", "chosen", "given", "following", "final",
     "actual", "present", "former", "latter", "proper", "normal", "usual", "only", "one",
     "different", "another", "wrong", "higher", "lower", "best", "worst", "top", "bottom",
     "such", "said", "named", "agreed", "planned", "requested", "original", "updated",
     "highest", "lowest", "desired", "wanted", "suitable", "appropriate", "respective", "the",
     "this", "that", "its", "their", "our", "an", "any", "each", "every", "no", "some", "a",
     "of", "in", "on", "to", "as", "at", "for", "by", "with", "and", "or", "is", "are", "get",
     "gets", "has", "have", "into", "from", "under", "until", "what", "which", "whose")
)  # fmt: skip
_BEFORE = re.compile(
    r"(?i)(?:(?P<the>(?:the|our|an?) )(?P<word>[a-z][a-z-]+)|⟦(?P<it>\d+)⟧) ⟦(?P<of>\d+)⟧"
)


def valued(sentence: Marked) -> Marked:
    """Return a sentence in which a sort that stands before the name of its property is a value
    behind it: ⟦the package⟧ ⟦"platinum"⟧."""
    mentions = sentence.mentions

    def one(match: re.Match[str]) -> str:
        of = mentions[int(match["of"])]
        name = of.words.rpartition("'s ")[2]
        if not of.owner or of.kind not in ("text", "any") or of.said.lower() != name:
            return match[0]
        if name.split()[-1] not in _SORTS:
            return match[0]
        word = match["word"]
        if match["it"]:
            it = mentions[int(match["it"])]
            other = re.fullmatch(r"(?i)(?:the|our|an?) ([a-z-]+)", it.said)
            word = other[1] if it.pronoun and other is not None else ""
        if not word or word.lower() in _NO_NAME:
            return match[0]
        mentions.append(Mention(f'"{word}"', "text", literal=True, said=word))
        return f"⟦{match['of']}⟧ ⟦{len(mentions) - 1}⟧"

    text = _BEFORE.sub(one, sentence.text)
    return Marked(text, mentions) if text != sentence.text else sentence
