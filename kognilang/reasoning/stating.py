"""Stating: the condition that a sentence states in other words than the language has."""

from __future__ import annotations

import re

from kognilang.dataclass import dataclass, field
from kognilang.reasoning.mentions import MARK, Marked, Mention, subject_of
from kognilang.reasoning.situations import Situation

_COMPARING: tuple[tuple[str, str], ...] = (
    ("at least", r"at least|no (?:less|fewer|lower) than|not (?:less|fewer|lower) than|"
                 r"not (?:below|under)|a minimum of|reach(?:es|ed)?"),
    ("at most", r"at most|no (?:more|greater|higher) than|not (?:more|greater|higher) than|up to|"
                r"not (?:above|over)|not exceed(?:ing)?|within|a maximum of"),
    ("more than", r"(?:more|greater|bigger|larger|higher|older|longer|costlier) than|over|above|"
                  r"beyond|in excess of|exceed(?:s|ed|ing)?|past|tops"),
    ("less than", r"(?:less|fewer|smaller|lower|younger|shorter|cheaper) than|under|below|beneath|"
                  r"short of"),
)  # fmt: skip
"""What is said for each comparison, the longer ways first."""

_EVERY_WAY = "|".join(ways for _, ways in _COMPARING)
_UNIT = r" (?:days?|weeks?|months?|years?|hours?)(?: old)?\b| old\b"

_AFTER: tuple[tuple[str, str], ...] = (
    ("at least", r"or (?:more|above|over|higher|greater)|and (?:up|above|more)"),
    ("at most", r"or (?:less|fewer|below|under|lower)|and (?:below|under|less)"),
)
_OPPOSITE = {
    "more than": "at most", "at most": "more than", "less than": "at least",
    "at least": "less than", "": "not", "not": "",
}  # fmt: skip

_NEGATION = r"(?:isn't|is not|aren't|are not|wasn't|was not|not|other than)"
_BE = r"(?:is|are|was|were|be|being|equals)"
_TURNED = re.compile(
    r"(?i)^(?:please |kindly )?(?:never|don't|do not|must not|no)\b|\b(?:must not|should not|"
    r"shouldn't|mustn't|may not|except|unless|excluding|aside from|apart from|but not)\b"
)
_LEFT = re.compile(
    r"(?i)\b(?:leave (?:it|them|⟦\d+⟧|be|alone)(?: alone| be| as it is)?|do nothing|nothing)"
    r"[,; ]+(?:and |but )?(?:otherwise|else|or else)\b"
)
_LEADING = re.compile(r"(?i)^(?:if|when|whenever|where|should|once|as soon as|in case|with|for)\b")
_TRAILING = re.compile(
    r"(?i)[, ]*\b(?:only )?(?:if|when|whenever|where|once|as soon as|in case|provided(?: that)?|"
    r"as long as|unless|except(?: if| when| for)?)\b"
)
_QUANTITIES = ("number", "money", "percent", "duration", "date", "moment", "count")


_PARTS = re.compile(
    r"(?i)\s*(?:[,;]? and then|[,;]? then|[,;]? and also|[,;]? and|[,;]? but first|;)\s+"
)


def parts_of(text: str) -> tuple[str, ...]:
    """Return the two parts of a marked text that may each be a step; nothing where it has one."""
    split = _PARTS.search(text)
    if split is None:
        return ()
    first, second = text[: split.start()], text[split.end() :]
    return (first, second) if re.search(r"[a-z]", MARK.sub("", second)) else ()


@dataclass(slots=True)
class Stated:
    """What a sentence says to do, and under which conditions (any one of them may be meant).

    `rest` is the marked text without the condition; the conditions are canonical.
    """

    rest: str
    conditions: list[str] = field(default_factory=list)
    used: frozenset[str] = frozenset()
    """The values that only the condition is about."""


def stated(sentence: Marked, situation: Situation) -> Stated:
    """Return the condition of a sentence and the rest of it; the whole, where it has none."""
    for find in (_compared, _ranged, _equal):
        found = find(sentence, situation)
        if found is not None:
            return found
    return Stated(sentence.text)


def _compared(sentence: Marked, situation: Situation) -> Stated | None:
    for word, ways in _COMPARING:
        for match in re.finditer(rf"(?i)(?<![\w])(?:{ways}) ⟦(\d+)⟧", sentence.text):
            value = sentence.mentions[int(match[1])]
            if value.kind in _QUANTITIES or value.kind == "any":
                end = match.end() + len(_unit_after(sentence.text[match.end() :]))
                found = _of(sentence, situation, word, value, match.start(), end)
                if found is not None:
                    return found
    return None


def _unit_after(text: str) -> str:
    """Return `days old` after a number: a unit that a number of the data does not have."""
    found = re.match(rf"(?i)(?:{_UNIT})", text)
    return found[0] if found is not None else ""


def _ranged(sentence: Marked, situation: Situation) -> Stated | None:
    for word, ways in _AFTER:
        match = re.search(rf"(?i)⟦(\d+)⟧ (?:{ways})\b", sentence.text)
        if match is not None:
            value = sentence.mentions[int(match[1])]
            return _of(sentence, situation, word, value, match.start(), match.end())
    return None


def _equal(sentence: Marked, situation: Situation) -> Stated | None:
    conditional = re.search(
        r"(?i)\b(?:if|when\w*|unless|should|whose|that|which|only|never|don't|do not|any\w*|with"
        r"|except|where|in case)\b",
        situation.sentence,
    )
    if conditional is None:
        return None
    match = re.search(
        rf"(?i)(?:\b(?P<be>{_BE}) )?(?P<no>{_NEGATION} )?⟦(?P<value>\d+)⟧", _last_literal(sentence)
    )
    if match is None:
        return None
    value = sentence.mentions[int(match["value"])]
    before = sentence.text[: match.start()].rstrip()
    of_property = MARK.search(before[-6:])
    near = sentence.mentions[int(of_property[1])] if of_property is not None else None
    said = match["be"] or match["no"] or (near is not None and near.owner)
    if not said or not value.literal or value.kind not in ("text", "number", "money"):
        return None
    return _of(sentence, situation, "not" if match["no"] else "", value, match.start(), match.end())


def _last_literal(sentence: Marked) -> str:
    """Return the marked text where literals alone keep their marks, at the same places."""

    def blank(found: re.Match[str]) -> str:
        mention = sentence.mentions[int(found[1])]
        return found[0] if mention.literal else "·" * len(found[0])

    return MARK.sub(blank, sentence.text)


def _of(
    sentence: Marked, situation: Situation, word: str, value: Mention, start: int, end: int
) -> Stated | None:
    """Return the condition that compares with a value, and the text without it."""
    text = sentence.text
    begun = _clause_start(text, start)
    subjects = [
        sentence.mentions[int(one)] for one in MARK.findall(text[begun:start])
    ]  # fmt: skip
    named = [one for one in subjects if one.owner and _comparable(one.kind, value.kind)]
    if named:
        ways = [named[-1].words]
    else:
        owner = next((one.words[4:] for one in reversed(subjects) if one.words), "")
        ways = _properties(situation, owner, value) or _properties(situation, "", value)
        if not ways and owner and _comparable(situation.kinds.get(owner, "none"), value.kind):
            ways = [f"the {owner}"]
    if not ways:
        return None
    rest, turned = _without(text, begun, start, end)
    if turned:
        word = _OPPOSITE[word]
    operator = " ".join(("is", word)).strip()
    rest = re.sub(rf"(?i)(?<![\w])(?:{_EVERY_WAY}) ⟦\d+⟧(?:{_UNIT})?", "", rest)
    used = frozenset((value.words, *(one for one in ways if "'s " in one)))
    return Stated(rest, [f"{way} {operator} {value.words}" for way in ways], used)


def _comparable(one: str, other: str) -> bool:
    return one == other or "any" in (one, other)


def _properties(situation: Situation, owner: str, value: Mention) -> list[str]:
    """Return the properties that can be compared with a value, the likeliest first."""
    subject = owner if situation.fields.get(owner) else subject_of(situation)
    fields = situation.fields.get(subject, {})
    found = [
        name
        for name, kind in fields.items()
        if kind == value.kind and f"the {subject}'s {name}" != value.words
    ]
    found.sort(key=lambda one: one not in ("status", "state"))
    return [f"the {subject}'s {name}" for name in found]


def _clause_start(text: str, at: int) -> int:
    """Return where the clause around a place begins: after a comma, or at if and when."""
    begun = text.rfind(",", 0, at) + 1
    for found in _TRAILING.finditer(text, begun, at):
        begun = found.start()
    return begun


def _without(text: str, begun: int, start: int, end: int) -> tuple[str, bool]:
    """Return a text without its condition, and whether what is left is done if it is not so."""
    left = _LEFT.search(text, end)
    if left is not None:
        return text[left.end() :].strip(" ,"), True
    turned = _TURNED.search(text[:start]) is not None
    if turned and re.search(r"(?i)\bonly\b", text[:start]) and "unless" not in text.lower():
        turned = _TURNED.search(text[:start].replace("only", "")) is not None
    clause = text[begun:].lstrip()
    if _LEADING.match(clause):
        comma = text.find(",", end)
        if comma >= 0 and not text[:begun].strip(" ,"):
            return text[comma + 1 :].strip(), turned
        return (text[:begun] + (text[comma:] if comma >= 0 else text[end:])).strip(" ,"), turned
    if _TRAILING.match(text[begun:]):
        return (text[:begun] + text[end:]).strip(" ,"), turned
    # The condition stands in what is acted on: tickets whose age is over 30 are closed.
    cut = re.search(r"(?i)\b(?:that|which|who|whose|with|of|where)\b[^,]*$", text[begun:start])
    at = begun + cut.start() if cut is not None else start
    rest = text[:at] + text[end:]
    rest = _TURNED.sub("", rest) if turned else rest
    return rest.strip(" ,"), turned
