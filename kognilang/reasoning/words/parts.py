"""Parts: a sentence that says to do two things, in the order in which they are done."""

from __future__ import annotations

import re

from kognilang.reasoning.words.comparisons import QUANTITIES
from kognilang.reasoning.words.mentions import MARK, Marked

_PARTS = re.compile(
    r"(?i)\s*(?:[,;]? and then|[,;]? and afterwards|[,;]? and after that|[,;] after that|"
    r"[,;]? after which|[,;]? afterwards|[,;]? then|[,;]? and also|"
    r"[,;]? and (?:if|when|once|as soon as) (?:that|this|it)(?:'s| is| has been) "
    r"(?:done|through|over),?|"
    r"[,;]? and (?:please )?(?:do not|don't|never) forget to|[,;]? and remember to|"
    r"[,;]? and besides(?: that)?,?|[,;]? (?:and )?in addition,?|[,;]? (?:and )?on top of that,?|"
    r"[,;]? plus|[,;]? as well as|[,;]? but also|[,;]? followed by|[,;]? and|[;.])\s+"
)


_ORDERED: tuple[tuple[re.Pattern[str], bool], ...] = (
    (re.compile(r"(?i)^(?:after|having) (\w+(?:ing|ed)\b[^,]*), (.+)$"), True),
    (re.compile(r"(?i)^before (?!⟦\d+⟧,)([^,]*[a-z][^,]*), (.+)$"), False),
    (re.compile(r"(?i)^after (?:the |an? )?(\w+(?:ment|ance|tion|ing|al|ce)),? (⟦.+)$"), True),
    (re.compile(r"(?i)^(.+?),? (?:but )?(?:only )?(?:after|having) (?:first )?"
                r"(\w+(?:ing|ed)\b.*)$"), False),
    (re.compile(r"(?i)^(.+?),? before (\w+ing\b.*)$"), True),
    (re.compile(r"(?i)^(.+?),? but first,? (.+)$"), False),
    (re.compile(r"(?i)^first,? (.+?)[,;]? (?:and )?(?:then|afterwards|after that|next),? (.+)$"),
     True),
)  # fmt: skip
"""Sentences of two steps, and whether the one said first is done first."""


def parts_of(text: str) -> tuple[str, ...]:
    """Return the two parts of a marked text that may each be a step, in the order in which they
    are done; nothing where it has one."""
    for pattern, as_said in _ORDERED:
        found = pattern.match(text)
        if found is not None:
            return (found[1], found[2]) if as_said else (found[2], found[1])
    split = _PARTS.search(text)
    if split is None:
        return ()
    first, second = text[: split.start()], text[split.end() :]
    return (first, second) if re.search(r"[a-z]", MARK.sub("", second)) else ()


def shared(text: str, sentence: Marked) -> tuple[str, ...]:
    """Return a text once for each of two things that it says the same of: put ⟦0⟧ and ⟦1⟧ in ⟦2⟧;
    nothing where it has no such two."""
    found = re.search(r"(?i)⟦(\d+)⟧(?:,? and(?: also)?| as well as|, along with) ⟦(\d+)⟧", text)
    if found is None:
        return ()
    one, other = (sentence.mentions[int(number)] for number in found.groups())
    if one.owner or other.owner or one.kind != other.kind or one.kind in QUANTITIES:
        return ()
    before, after = text[: found.start()], text[found.end() :]
    return tuple(f"{before}⟦{number}⟧{after}" for number in found.groups())
