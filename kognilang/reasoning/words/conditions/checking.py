"""Checking: that something has to be so, in other words than `Make sure …`."""

from __future__ import annotations

import re

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.stating import stated
from kognilang.reasoning.words.naming.mentions import MARK, Marked

_CHECK = (
    r"(?:check|verify|ensure|make (?:quite |absolutely |very )?(?:sure|certain)|see to (?:it|"
    r"⟦\d+⟧)|be (?:quite |absolutely )?(?:sure|certain|positive)|double-?check|validate|"
    r"confirm|we (?:must|have to|need to) be (?:sure|certain)|it (?:must|has to) be (?:certain|"
    r"sure|guaranteed|so)|it is (?:essential|vital|a must|important|necessary)|"
    r"take care|mind|watch out|assert|guarantee|see)"
)
_TOLD = re.compile(
    rf"(?i)^(?:(?:please|first|first of all|always|kindly|now|before anything (?:else|goes out)|"
    rf"before (?:we|you) (?:go on|continue|start))[ ,]+)*{_CHECK}"
    r"(?: (?:first|beforehand|again|once more|here))?(?P<that> that| whether| if)? (?P<what>.+)$"
)
_MUST = re.compile(
    r"(?i)^(?P<of>.+?) (?:must|may|should|shall|ca(?=n't)|can|is(?= not to)|are(?= not to)|has to|"
    r"have to|has got to|have got to|is to|are to|needs? to|ought to)"
    r"(?P<no>n't| not to| not|not| never| no longer)? (?P<be>be|have|exceed|contain|lie|stay|"
    r"remain|reach|fall|drop|go|weigh|cost|come|sit|rise|sink|keep|get|amount|measure) "
    r"(?P<what>.+?)(?P<tail>(?:[,;:]| -| –)? (?:so |and |please |else |otherwise |or else |or |"
    r"if not,? |for )*(?:please )?"
    r"(?:check|verify|look|see|make sure|(?:that|this|it) (?:is|has to be|must be) (?:checked|"
    r"certain|sure|guaranteed|a must|settled|so)|stop|we (?:cannot|can't|can|need|have|must|do not|"
    r"don't|will not|won't|stop)|(?:it|this|everything|nothing|things) (?:stops?|"
    r"cannot|can't|goes|works|happens|won't|ends)|"
    r"have (?:somebody|someone|a person|it)|(?:somebody|someone) (?:has|must|should|needs)|"
    r"no exceptions?|before (?:anything|we|you|it)|let (?:somebody|someone)|raise|"
    r"(?:if (?:it|they|that|⟦\d+⟧) (?:does|is|are|do|has|isn't|doesn't)(?: not|n't)?,? ))"
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


_PLACED = re.compile(r"(?i)(?:under|below|over|above|between|within|beneath|past|beyond) ")


def _said(must: re.Match[str]) -> str:
    """Return what must be so as what is so: the price must never be negative, is not negative."""
    being = must["be"].lower()
    if _PLACED.match(must["what"]):
        being = "be"
    word = {"be": "is", "have": "has", "stay": "is", "remain": "is"}.get(being, f"{being}s")
    if must["no"]:
        word = "is not" if word == "is" else f"does not {being}"
    return f"{must['of']} {word} {must['what']}"


_FIRST = re.compile(
    r"(?i),? (?:first|beforehand|please|at all|too|(?:before|ahead of|prior to) (?:anything|we|you|"
    r"it|everything|the|going|doing|starting)\b[^,]*)$"
)
_SO = re.compile(r"(?i)⟦(\d+)⟧ (?:is|are)( not|n't)? (?P<word>[a-z][a-z -]*)$")


def _so(said: str, sentence: Marked, situation: Situation) -> str:
    """Return what is said of a thing in a word that the text defines: the press is running."""
    match = _SO.match(said)
    if match is None:
        return ""
    thing = sentence.mentions[int(match[1])]
    defined = {one for own in situation.adjectives.values() for one in own}
    if thing.kind != "record" or match["word"].lower() not in defined:
        return ""
    return f"{thing.words} is {'not ' if match[2] else ''}{match['word'].lower()}"


def _condition(said: str, sentence: Marked, situation: Situation) -> str:
    said = _FIRST.sub("", said.strip(" ,."))
    if not MARK.search(said):
        return ""
    so = _so(said, sentence, situation)
    if so:
        return so
    found = stated(Marked(f"if {said}, stop", sentence.mentions), situation)
    if len(found.conditions) == 0 or found.rest.strip() != "stop" or found.other:
        return ""
    return found.conditions[0] if not found.conditions[0].startswith("unless ") else ""
