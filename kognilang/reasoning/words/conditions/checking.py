"""Checking: that something has to be so, in other words than `Make sure …`."""

from __future__ import annotations

import re

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.stating import stated
from kognilang.reasoning.words.naming.mentions import MARK, Marked

_CHECK = (
    r"(?:check|verify|ensure|make (?:sure|certain)|see to (?:it|⟦\d+⟧)|be sure|double-?check|"
    r"validate|"
    r"take care|mind|watch out|assert|guarantee|see)"
)
_TOLD = re.compile(
    rf"(?i)^(?:(?:please|first|first of all|always|kindly|now|before anything (?:else|goes out)|"
    rf"before (?:we|you) (?:go on|continue|start))[ ,]+)*{_CHECK}"
    r"(?: (?:first|beforehand|again|once more|here))?(?P<that> that| whether| if)? (?P<what>.+)$"
)
_MUST = re.compile(
    r"(?i)^(?P<of>.+?) (?:must|may|should|shall|ca(?=n't)|can|is(?= not to)|are(?= not to)|has to|"
    r"have to|(?:has|have) got to|is to|are to|needs? to|ought to)"
    r"(?P<no>n't| not to| not|not| never| no longer)? (?P<be>be|have|exceed|contain|lie|stay|"
    r"remain|reach) "
    r"(?P<what>.+?)(?P<tail>,? (?:so |and |please |else |otherwise |or else |or )*(?:please )?"
    r"(?:check|verify|look|see|make sure|that (?:is|has to be) checked|stop|we (?:can|need|have)|"
    r"nothing (?:goes|works|happens)|(?:this|it) (?:stops|cannot|can't|won't|ends))"
    r"[^,]*)?$"
)
_COMPARES = re.compile(
    r"(?i)\b(?:more|less|fewer|over|under|above|below|at least|at most|before|after|between|blank|"
    r"empty|negative|positive|zero|greater|smaller|higher|lower|later|earlier|than|within|up to|"
    r"exceed|go over|"
    r"rise above|go above|fall below|drop below|go below)\b"
)


def checked(sentence: Marked, situation: Situation) -> str:
    """Return the condition that a sentence says must hold, as the language has it; empty where it
    says none."""
    text = sentence.text.strip(" .!")
    told = _TOLD.match(text)
    must = _MUST.match(told["what"] if told is not None else text)
    if must is not None and (told or must["tail"] or (must["no"] and _COMPARES.search(text))):
        return _condition(_said(must), sentence, situation)
    if told is None or not told["that"]:
        return ""
    return _condition(told["what"], sentence, situation)


def _said(must: re.Match[str]) -> str:
    """Return what must be so as what is so: the price must never be negative, is not negative."""
    being = must["be"].lower()
    word = {"be": "is", "have": "has", "stay": "is", "remain": "is"}.get(being, f"{being}s")
    if must["no"]:
        word = "is not" if word == "is" else f"does not {being}"
    return f"{must['of']} {word} {must['what']}"


def _condition(said: str, sentence: Marked, situation: Situation) -> str:
    said = re.sub(r"(?i),? (?:first|beforehand|please|at all|too)$", "", said.strip(" ,."))
    if not MARK.search(said):
        return ""
    found = stated(Marked(f"if {said}, stop", sentence.mentions), situation)
    if len(found.conditions) == 0 or found.rest.strip() != "stop" or found.other:
        return ""
    return found.conditions[0] if not found.conditions[0].startswith("unless ") else ""
