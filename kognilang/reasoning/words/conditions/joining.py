"""Joining: two conditions that a sentence states at once, in one."""

from __future__ import annotations

import re
from itertools import pairwise

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.finding import found_in
from kognilang.reasoning.words.conditions.found import Found
from kognilang.reasoning.words.naming.mentions import Marked, subject_of

_MOST = 3
_IF = "if "
_FILLERS = re.compile(
    r"(?i)\b(?:and|or|also|either|both|but|is|are|has|have|with|who|that|which|whose|its|their|the|"
    r"an?|of|in|it|they|at the same time|besides|additionally|moreover|as well as|yet|on top|at|"
    r"any|no|from|for|to|by|under|was|were|plus|if|when|where)\b|[,;]|⟦\d+⟧"
)


def conditions_in(sentence: Marked, situation: Situation, whole: bool) -> Found | None:
    """Return what a marked text compares, further comparisons with the first; None where there is
    none. `whole` says that the text is all condition, and not also what is done."""
    first = found_in(sentence, situation)
    if first is None or first.others:
        return first
    every = [first]
    text = sentence.text
    for _ in range(_MOST - 1):
        for one in every:
            text = text[: one.start] + "x" * (one.end - one.start) + text[one.end :]
        more = found_in(Marked(_IF + text, sentence.mentions), situation)
        if more is not None:
            more.start, more.end = more.start - len(_IF), more.end - len(_IF)
        if more is None or any(_same(more, one) for one in every):
            break
        if any(more.start < one.end and one.start < more.end for one in every):
            break
        every.append(more)
    said = _said_besides(sentence, situation, every[-1].end) if len(every) < _MOST else None
    if said is not None:
        every.append(said)
    every.sort(key=lambda one: one.start)
    joints = set()
    for one, other in pairwise(every):
        between = sentence.text[one.end : other.start]
        if not whole and re.search(r"[a-z]", _FILLERS.sub(" ", between), re.IGNORECASE):
            return first
        joints.add("or" if re.search(r"(?i)\bor\b", between) else "and")
    if len(every) == 1 or len(joints) > 1:
        return first
    head = every[0]
    return Found(
        head.ways, head.word, head.value, head.start, every[-1].end, head.whole,
        every[1:], joints.pop(),
    )  # fmt: skip


def _said_besides(sentence: Marked, situation: Situation, end: int) -> Found | None:
    """Find a word of the text that is said of the thing right after a comparison: has a load of 14
    or more and isn't damaged."""
    subject = subject_of(situation)
    lead = _BESIDES.match(sentence.text, end)
    if lead is None or not subject:
        return None
    for word in sorted(situation.adjectives.get(subject, ()), key=len, reverse=True):
        found = re.compile(rf"(?i){re.escape(word)}(?![\w-])").match(sentence.text, lead.end())
        if found is not None:
            no = "not" if lead["no"] else ""
            return Found([f"the {subject}"], no, word, lead.end(), found.end())
    return None


_BESIDES = re.compile(
    r"(?i),? (?:and|but|or)(?: (?:it|they|that|which|who|also|⟦\d+⟧))*"
    r"(?: (?:is|are|was|were|be|been|has|have))?"
    r"(?: (?:also|still|already))*(?P<no>n't| not| never)?(?: (?:yet|been|be|is|are))* "
)


def _same(one: Found, other: Found) -> bool:
    """Tell whether two comparisons say one thing: the age is over 30, more than 30 days old."""
    return one.value == other.value and (one.ways[0] == other.ways[0] or one.word == other.word)
