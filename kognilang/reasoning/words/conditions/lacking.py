"""Lacking: what a sentence says of a property that is missing or there, and of a file."""

from __future__ import annotations

import re

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.clauses import LEADING, conditional
from kognilang.reasoning.words.conditions.found import Found
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of
from kognilang.reasoning.words.naming.relating import acting

_SLIPPED = r"(?:(?:still|yet|already|ever|even|currently|really|so far|as yet|at all|actually) )*"
_ARTICLE = r"(?:(?:which|what|an?|any|the|its|their|his|her|our|one|some) )?"
_KNOWN = (
    r"(?:known|given|set|filled(?: in| out)?|there|stated|available|present|provided|entered|"
    r"on file|on record|named|chosen|picked|agreed(?: on| upon)?|fixed|decided(?: on)?|specified|"
    r"recorded|noted|assigned|appointed|mentioned|supplied|received|registered|found|indicated|"
    r"documented|in place|listed|established|confirmed|arranged|put down|written down|defined|"
    r"determined|settled(?: on)?|clear|complete[d]?|selected|used|applied|to be found|typed in)"
)
"""What is said of a property that is there."""
_OPEN = (
    r"(?:missing|blank|empty|absent|lacking|unknown|open|unclear|unset|vacant|outstanding|"
    r"pending|undecided|unspecified|not to be found|unfilled|unassigned|nowhere to be found|"
    r"to be (?:decided|determined|named|announced|confirmed)|tbd|n/a|nil|none|nothing|"
    r"left (?:blank|empty|open|out)|up in the air)"
)
"""What is said of a property that is missing."""
_BE = r"(?:(?:is|are|was|were|be|has|have|had|stays?|remains?|seems?|has been|have been|gets?)\b ?)"
_PICKED = (
    r"(?:tell|told|report|disclose|pick|name|choose|chose|chosen|enter|state|give|given|gave|set|"
    r"say|said|note|specif|"
    r"provide|fill|appoint|decide|agree|record|put|wrote|written|write|suppl|mention|leave|left|"
    r"indicate|assign|take|took|taken|know|knew|known|select|find|found|use)\w*"
)
"""What somebody does so that a property is there."""

_NOBODY = r"(?:nobody|no one|no-one|none|nothing)"
_SOMEBODY = r"(?:somebody|someone|something|anybody|anyone)"

_BLANK = re.compile(
    rf"(?i)(?:\bno ⟦(?P<p1>\d+)⟧ (?:(?:has|have|is|was|are|were) (?:\w+ )?(?:been )?|has |had )?"
    rf"{_SLIPPED}{_KNOWN}\b|"
    rf"\b(?:is|are|has|have|had|there is|there's|there are|with|got) no ⟦(?P<p2>\d+)⟧|"
    rf"\b(?:did|do|does|has|have|had|could|can|was|were|is|are)(?: not|n't) {_SLIPPED}{_PICKED} "
    rf"(?:in |down |out |on |us |with |for )?{_ARTICLE}⟦(?P<p3>\d+)⟧|"
    rf"\bnever (?:had|got|received|been given|been assigned) {_ARTICLE}⟦(?P<p11>\d+)⟧|"
    rf"⟦\d+⟧ not {_PICKED} (?:us )?{_ARTICLE}⟦(?P<p12>\d+)⟧|"
    rf"\b(?:has|have|had)(?: not|n't) {_SLIPPED}(?:got |been given )?{_ARTICLE}⟦(?P<p4>\d+)⟧|"
    rf"\b(?:do|does|did)(?: not|n't) {_SLIPPED}(?:have|possess|own|bear|carry|show|contain|include"
    rf"|come with) {_ARTICLE}⟦(?P<p5>\d+)⟧|"
    rf"\b(?:there is|there's|there are)(?: not|n't)? {_SLIPPED}(?:nothing|nobody|no one|anything"
    rf"|anybody|anyone) {_SLIPPED}(?:\w+ )?(?:as|for|under|in|at|by way of) {_ARTICLE}"
    rf"⟦(?P<p6>\d+)⟧(?: field| column| box| cell)?|"
    rf"\b{_NOBODY}(?: is| was| has been| were| stands| figures| appears| shows up)? {_SLIPPED}"
    rf"(?:\w+ ){{0,3}}?(?:in |down )?(?:as|for|under|in) {_ARTICLE}⟦(?P<p7>\d+)⟧"
    rf"(?: field| column| box| cell)?|"
    rf"\b{_NOBODY} (?:has |have |had )?{_SLIPPED}{_PICKED} (?:in |down |us |with |for )?{_ARTICLE}"
    rf"⟦(?P<p8>\d+)⟧|"
    rf"\b(?:has|have|is|are) (?:still |yet )*(?:yet )?to (?:get|receive|be given|be assigned|find|"
    rf"have|name|choose|state|enter|obtain) {_ARTICLE}⟦(?P<p9>\d+)⟧|"
    rf"\b(?:without|lack(?:s|ing)?|missing|short of|in need of|needs?|needing|wants for|minus|sans"
    rf"|devoid of|still waiting for|waiting for|awaiting|forgot|omitted|bar) {_ARTICLE}"
    rf"⟦(?P<p10>\d+)⟧(?! (?:above|over|below|under|of ⟦|more|less))|"
    rf"⟦(?P<b1>\d+)⟧ (?:field |column |box |cell |entry )?{_BE}?{_SLIPPED}{_OPEN}\b(?! ⟦)|"
    rf"⟦(?P<b2>\d+)⟧ (?:field |column |box |cell )?(?:(?:is|are|was|were|has|have|had)(?: yet)?"
    rf"(?: not|n't| never)|not) {_SLIPPED}(?:been )?{_SLIPPED}{_KNOWN}\b|"
    rf"⟦(?P<b3>\d+)⟧ (?:has|have|had|is|are|was|were) (?:still |yet )*to be (?:\w+ )?{_KNOWN}\b|"
    rf"⟦(?P<b4>\d+)⟧ (?:has|have) gone missing|"
    rf"\bno ⟦(?P<n1>\d+)⟧)"
)
_FILLED = re.compile(
    rf"(?i)(?:⟦(?P<b1>\d+)⟧ (?:field |column |box |cell )?(?:is|are|was|were|has|have|had|"
    rf"has been|have been|had been|gets|got) (?:been )?{_SLIPPED}(?:been )?{_KNOWN}\b"
    rf"(?! ⟦| (?:to|by|for|from|with|of|into)\b)|"
    rf"\b{_SOMEBODY}(?: is| was| has been|'s)? {_SLIPPED}(?:\w+ )?(?:as|for|under|in) {_ARTICLE}"
    rf"⟦(?P<b2>\d+)⟧|"
    rf"\b(?:there is|there's|there are) {_SLIPPED}(?:an?|any|some|already an?) ⟦(?P<b3>\d+)⟧"
    rf"(?! (?:of|over|under|above|below|more|less|between))|"
    rf"\b(?:has|have|had|got|with|hold|holds|carry|carries|bears?|shows?|used|uses|entered|gave|"
    rf"given|named|received|stated) {_SLIPPED}(?:got )?(?:an?|any|some|their|its|already an?|a"
    rf" known) ⟦(?P<b4>\d+)⟧(?= (?:already|too|on record|on file|are|is|get|gets|go|goes|can|may|"
    rf"must|should|will|on|to|be)\b|[,;:.?]|$)|"
    rf"\b(?:an?|the|any) ⟦(?P<b5>\d+)⟧ (?:has|have|had) {_SLIPPED}been {_SLIPPED}{_KNOWN}\b)"
)

_FILES = ("file", "folder", "document")
_THERE = (
    r"(?:there|here|exists?|existing|present|available|in place|ready|on file|arrived|come(?: "
    r"in)?|been (?:found|received|uploaded|saved|filed|created|made|written)|to be found|around|"
    r"on hand|at hand|lying there|done)"
)
_GONE = (
    r"(?:missing|absent|lacking|gone|not to be found|nowhere to be found|non-existent|"
    r"nowhere(?: (?:in|on|at|to)(?: [a-z]+){1,3})?|not (?:there|here)|still to come)"
)
_ABSENT = re.compile(
    rf"(?i)(?:\b(?:no|without(?: an?| any| the)?|lack(?:s|ing)?(?: an?| any| the)?|"
    rf"missing(?: an?| the)?) ⟦(?P<a>\d+)⟧(?: (?:{_SLIPPED}{_THERE}|yet|so far))?|"
    rf"\b(?:do|does|did|has|have)(?: not|n't) {_SLIPPED}(?:have|got|find|see|possess) {_ARTICLE}"
    rf"⟦(?P<c>\d+)⟧(?: (?:yet|so far|there))?|"
    rf"⟦(?P<b>\d+)⟧ (?:{_BE}?{_SLIPPED}{_GONE}\b|"
    rf"(?:is|are|was|has|have|do|does|did|can)(?: not|n't) {_SLIPPED}(?:be )?{_THERE}\b(?: yet)?|"
    rf"has {_SLIPPED}yet to (?:arrive|come(?: in)?|be \w+)|cannot be found))"
)
_PRESENT = re.compile(
    rf"(?i)(?:⟦(?P<b>\d+)⟧ (?:(?:is|are|was|has|have) {_SLIPPED}{_THERE}\b|{_SLIPPED}exists?\b)|"
    rf"\b(?:there is|there's|we have|have|has|we've got) {_SLIPPED}(?:an?|the) ⟦(?P<a>\d+)⟧"
    rf"(?: (?:{_SLIPPED}{_THERE}|already|yet))?)"
)


def lacking(sentence: Marked, situation: Situation) -> Found | None:
    """Find a property that is said to be missing, or to be there."""
    if not conditional(sentence.text, situation.sentence):
        return None
    for pattern, word in ((_BLANK, ""), (_FILLED, "not")):
        for match in pattern.finditer(sentence.text):
            group, number = next((k, v) for k, v in match.groupdict().items() if v is not None)
            of = sentence.mentions[int(number)]
            start = match.start()
            if not of.owner or _is_state(of, match[0]):
                continue
            if group == "n1" and not _begins(sentence.text, start):
                continue
            return Found([of.words], word, "blank", start, match.end())
    return _done_by_nobody(sentence, situation)


def _is_state(of: Mention, said: str) -> bool:
    """Tell whether `open` is what a property may be rather than that it is missing."""
    may_be = re.search(
        r"(?i)(?:open|pending|outstanding|unclear|left|complete[d]?|confirmed)$", said
    )
    word = of.words.split()[-1]
    return may_be is not None and (of.kind in ("money", "number") or word in ("status", "state"))


def _begins(text: str, at: int) -> bool:
    """Tell whether a bare `no name` at a place can be a condition: at the beginning, after if."""
    return not text[:at].strip() or LEADING.match(text) is not None


def _done_by_nobody(sentence: Marked, situation: Situation) -> Found | None:
    """Find that nobody does what a person among the properties does: nobody owns it."""
    subject = subject_of(situation)
    fields = situation.fields.get(subject, {})
    match = re.search(
        rf"(?i)\b(?P<who>{_NOBODY}|{_SOMEBODY}) (?:is |has |have |who )?{_SLIPPED}"
        rf"(?P<verb>[a-z]+)(?: (?:after|for|on|of|care|charge|with|to|care of|charge of))*"
        rf"(?: ⟦(?P<it>\d+)⟧)?",
        sentence.text,
    )
    if match is None:
        return None
    if match["it"] is not None and sentence.mentions[int(match["it"])].owner:
        return None
    word = "" if re.match(rf"(?i){_NOBODY}$", match["who"]) else "not"
    for name, kind in fields.items():
        if kind == "text" and acting(name, match[0][len(match["who"]) :]):
            return Found([f"the {subject}'s {name}"], word, "blank", match.start(), match.end())
    return None


def existing(sentence: Marked, situation: Situation) -> Found | None:
    """Find a file that is said to be there, or not to be."""
    if not conditional(sentence.text, situation.sentence):
        return None
    files = "|".join(
        re.escape(name) for name in situation.names if situation.kinds.get(name) in _FILES
    )
    match = re.search(
        rf"(?i)\b(?:no|without(?: an?)?|lack(?:s|ing)?(?: an?)?) (?P<name>{files})\b"
        rf"(?: {_SLIPPED}(?:{_THERE}|yet|so far))?",
        sentence.text,
    )
    if files and match is not None:
        name = match["name"].lower()
        return Found([f"the {name}"], "not", "", match.start(), match.end(), whole="exists")
    for pattern, word in ((_ABSENT, "not"), (_PRESENT, "")):
        for match in pattern.finditer(sentence.text):
            number = next(one for one in match.groupdict().values() if one is not None)
            of: Mention = sentence.mentions[int(number)]
            if (of.kind in _FILES or of.noun in _FILES) and not of.owner:
                named = f"the {of.noun} {of.words}" if of.literal and of.noun else of.words
                return Found([named], word, "", match.start(), match.end(), whole="exists")
    return None
