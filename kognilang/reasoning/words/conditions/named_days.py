"""Named days: months and weekdays that a sentence says a day of a thing falls in: whoever starts
in September, on a Friday."""

from __future__ import annotations

import re

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.clauses import clause_start
from kognilang.reasoning.words.conditions.found import Found
from kognilang.reasoning.words.naming.mentions import MARK, Marked, subject_of
from kognilang.reasoning.words.naming.relating import nearness

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTH = re.compile(
    rf"\b(?:in|during)(?: the month of)? (?P<one>{_MONTHS})(?: or (?:in )?(?P<two>{_MONTHS}))?\b"
    r"(?! \d)"
)
_WEEKDAY = re.compile(
    rf"(?P<lead>[Oo]n|is|was|falls on|for) (?P<an>an? )?(?P<one>{_WEEKDAYS})(?P<s>s)?"
    rf"(?: or (?:on )?(?:an? )?(?P<two>{_WEEKDAYS})s?)?\b(?! \d)"
)
_SORT = re.compile(
    r"(?i)(?:^|[, ])(?:if|when\w*|where|once|should|who\w*|that|which|those|any\w*|every\w*|"
    r"unless|with|all|nobody|what\w*)\b"
)


def on_named_day(sentence: Marked, situation: Situation) -> Found | None:
    """Find the month or the weekday that a day of a thing is said to have."""
    for pattern, what in ((_MONTH, "month"), (_WEEKDAY, "weekday")):
        for match in pattern.finditer(sentence.text):
            before = sentence.text[clause_start(sentence.text, match.start()) : match.start()]
            sort = _SORT.search(sentence.text[: match.start()]) is not None
            each = what == "weekday" and match.start() == 0 and bool(match["an"] or match["s"])
            if not sort and not each:
                # Remind them on Monday: that says when.
                continue
            day = _day(sentence, situation, before, each)
            if not day:
                continue
            values = [f'"{match[one]}"' for one in ("one", "two") if match[one]]
            start = match.start() - len(_verb(before))
            return Found([f"the {what} of {day}"], "", " or ".join(values), start, match.end())
    return None


def _verb(before: str) -> str:
    """Return the verb that only says which day is meant: starts, is due."""
    found = re.search(
        r"(?i)(?:(?:that|which|who) )?(?:(?:is|are|was|were|has|have|falls?|lies?) )?(?:[a-z]+ )?$",
        before,
    )
    return found[0] if found is not None and MARK.search(found[0]) is None else ""


def _day(sentence: Marked, situation: Situation, before: str, each: bool) -> str:
    """Return the day that is meant: the one that is named or spoken of, or the only one of the
    thing; empty where none is."""
    for one in reversed(MARK.findall(before)):
        mention = sentence.mentions[int(one)]
        if mention.kind in ("date", "moment"):
            return mention.words
        if mention.owner:
            return ""
    subject = subject_of(situation)
    said = MARK.sub(" ", before)
    ranked = []
    for thing in sorted(situation.fields, key=lambda one: one != subject):
        for name, kind in situation.fields[thing].items():
            near = nearness(name, said)
            if kind in ("date", "moment") and (near or thing == subject):
                ranked.append((near, f"the {thing}'s {name}"))
    ranked.sort(key=lambda one: -one[0])
    if not ranked or (not ranked[0][0] and len(ranked) > 1):
        return ""
    return ranked[0][1] if ranked[0][0] or each or len(ranked) == 1 else ""
