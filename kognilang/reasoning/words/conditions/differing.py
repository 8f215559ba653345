"""Differing: values that are near each other or apart, and the same property of two things."""

from __future__ import annotations

import re

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.found import Found
from kognilang.reasoning.words.naming.mentions import Marked

_A, _B, _BY = r"⟦(?P<a>\d+)⟧", r"(?:the |its |an? )?⟦(?P<b>\d+)⟧", r"⟦(?P<by>\d+)⟧"
_MORE = r"(?:more than|over|above|upwards of|in excess of|at least)"
_LESS = r"(?:no more than|not more than|at most|less than|up to|under|within|only|no further than)"
_BE = r"(?:is|are|was|were|lies?|comes?|turns? out|goes|has come|stands?|be)"
_OFF = r"(?:off|away from|out from|from|apart from|different from|out of line with)"
_VARIES = r"(?:differs?|deviates?|diverges?|varies|vary|strays?|differed|deviated)"
_WAYS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?i){pattern}"), word)
    for pattern, word in (
        (rf"{_A} {_BE} {_OFF} {_B} by {_MORE} {_BY}", "not within"),
        (rf"{_A} {_BE} (?:by )?{_MORE} {_BY} {_OFF} {_B}", "not within"),
        (rf"{_A} {_VARIES} (?:from|to|with) {_B} by {_MORE} {_BY}", "not within"),
        (rf"{_A} {_VARIES} (?:by )?{_MORE} {_BY} from {_B}", "not within"),
        (rf"{_A} and {_B} (?:{_VARIES}|are apart|are off) by {_MORE} {_BY}", "not within"),
        (rf"{_A} and {_B} are {_MORE} {_BY} apart", "not within"),
        (
            rf"(?:difference|gap|discrepancy|deviation) between {_A} and {_B} (?:is|comes to|of|"
            rf"exceeds)(?: {_MORE})? {_BY}",
            "not within",
        ),
        (rf"{_A} {_BE}(?: not|n't) within {_BY} of {_B}", "not within"),
        (rf"{_A} {_BE} {_OFF} {_B} by {_LESS} {_BY}", "within"),
        (rf"{_A} {_BE} (?:by )?{_LESS} {_BY} {_OFF} {_B}", "within"),
        (rf"{_A} {_VARIES} from {_B} by {_LESS} {_BY}", "within"),
        (rf"{_A} (?:{_BE} )?within {_BY} of {_B}", "within"),
        (rf"{_A} and {_B} (?:{_VARIES}|are apart) by {_LESS} {_BY}", "within"),
    )
)
_ANOTHER = re.compile(
    r"(?i)⟦(?P<one>\d+)⟧ (?:[a-z']+ ){0,4}?(?:(?P<other>another|a different|(?:some|any|an) other)"
    r"|(?P<same>the same)) ⟦(?P<of>\d+)⟧(?: (?:than|from|as|to)(?: the one| that| what)?"
    r"(?: (?:is |was |stands |given |named |stated |written )*(?:on|in|of|for|at))? ⟦(?P<two>\d+)⟧"
    r"(?: (?:does|has|is|says|shows|states))?)"
)
_THE_ONE = re.compile(
    r"(?i)⟦(?P<of>\d+)⟧ (?:(?P<other>differs from|is different from|is another than|is other than|"
    r"is not|isn't|does not match|doesn't match|is not the same as|isn't the same as)|"
    r"is the same as|matches|equals|is) (?:the one|that|what is|what stands) (?:given |stated |"
    r"written |named )?(?:on|in|of|for|at) ⟦(?P<two>\d+)⟧"
)


def differing(sentence: Marked, situation: Situation) -> Found | None:
    """Find whether two values are as near each other as a third one says, or whether two things
    have the same property."""
    mentions = sentence.mentions
    for pattern, word in _WAYS:
        for match in pattern.finditer(sentence.text):
            one, other, by = (mentions[int(match[name])] for name in ("a", "b", "by"))
            apart = by.kind == "percent" or by.kind == one.kind or by.kind == "duration"
            if one.literal or other.literal or not by.literal or not apart:
                continue
            if "any" in (one.kind, other.kind) or one.kind == other.kind:
                near = f"{by.words} of {other.words}"
                return Found([one.words], word, near, match.start(), match.end())
    for pattern in (_ANOTHER, _THE_ONE):
        for match in pattern.finditer(sentence.text):
            found = _of_two(match, sentence, situation)
            if found is not None:
                return found
    return None


def _of_two(match: re.Match[str], sentence: Marked, situation: Situation) -> Found | None:
    """Find whether two things have the same property: lives in another district than the letter
    says."""
    mentions = sentence.mentions
    of, two = mentions[int(match["of"])], mentions[int(match["two"])].words.removeprefix("the ")
    if not of.owner or of.literal:
        return None
    name = of.words.partition("'s ")[2]
    said = match.groupdict().get("one")
    one = mentions[int(said)].words.removeprefix("the ") if said else of.owner
    if one == two or any(name not in situation.fields.get(each, {}) for each in (one, two)):
        return None
    word = "not" if match["other"] else ""
    return Found([f"the {one}'s {name}"], word, f"the {two}'s {name}", match.start(), match.end())
