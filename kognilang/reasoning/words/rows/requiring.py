"""Requiring: what must be so of every row of a table, or of none: each has to be insured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.decided import decided
from kognilang.reasoning.words.conditions.stating import stated
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of
from kognilang.reasoning.words.rows.defined import said_of

_CHECK = (
    r"(?:check|verify|ensure|make (?:sure|certain)|see to (?:it|⟦\d+⟧)|be sure|double-?check|"
    r"validate|take care|watch out|assert|guarantee|see|confirm|test|it is important|"
    r"it is essential|insist)"
)
_LEAD = re.compile(
    rf"(?i)^(?:(?:please|first|first of all|always|now|and|before (?:anything else|anything goes "
    rf"out|we start|we go on|that|you go on|continuing)|kindly)[ ,]+)*"
    rf"(?P<check>{_CHECK}(?: first| beforehand| once more)?(?: that| whether| if)? )?"
    rf"(?P<there>there (?:is|are|be|must be|may be|should be|can be|has to be) )?"
    rf"(?P<who>(?:(?P<no>no|not one|none of|not a single|not any)|every(?: single)?|"
    rf"each(?: of)?|all(?: of)?|any) "
    rf"|(?P<nobody>nobody|no one|nothing|none)|everyone|everybody|everything|all|)"
    rf"(?: (?:of|among) (?:them|these))?"
)
_MODAL = (
    r"(?:must|may|should|shall|can|has to|have to|is to|are to|needs? to|ought to|is allowed to)"
)
_TAIL = re.compile(
    r"(?i)(?:,| -| –|;|\.) (?:so |and |please |else |otherwise |or else )*(?:please )?(?:check|"
    r"verify|look|see|make sure|that (?:is|has to be|must be) checked|or (?:we )?stop|stop|"
    r"we (?:can|need|have))[^,]*$"
)
_BEING = {"have": "has", "be": "is", "stay": "is", "remain": "is"}


def required_of_all(sentence: Marked, situation: Situation, noun: str) -> Iterator[str]:
    """Yield the check of all rows that a marked sentence asks for, as the language has it."""
    text = sentence.text.strip(" .!")
    tail = _TAIL.search(text)
    bare = text[: tail.start()] if tail is not None else text
    lead = _LEAD.match(bare)
    if lead is None:
        return
    what = bare[lead.end() :].strip()
    mark = re.match(r"(?:(?:the |our )?⟦(\d+)⟧ ?)(?:that |which |who |whose )?", what)
    said = ""
    if mark is not None and sentence.mentions[int(mark[1])].words == f"the {noun}":
        said = sentence.mentions[int(mark[1])].said.lower()
        what = what[mark.end() :]
    elif not lead["who"].strip():
        return
    none = bool(lead["no"] or lead["nobody"]) or said.startswith(("no ", "none "))
    every = re.match(r"(?:every|each|all|any) ", said) or lead["who"].strip() or said.endswith("s")
    if not none and not every:
        return
    modal = re.match(rf"(?i){_MODAL} (?P<no>not |never )?(?:ever )?(?P<be>[a-z]+) ?", what)
    ruled = re.match("(?i)there (?:must|may|should|can|has)", lead["there"] or "")
    needs = re.match(r"(?i)(?:needs?|requires?) (?=(?:an? |the )?⟦\d+⟧$)", what)
    if needs is not None:
        what = f"has {what[needs.end() :]}"
    if modal is None and not (lead["check"] or ruled or needs) and tail is None:
        return
    if modal is not None:
        being = modal["be"].lower()
        word = _BEING.get(being, f"{being}s")
        what = f"{word} {'not ' if modal['no'] else ''}{what[modal.end() :]}"
    what = re.sub(r"(?i)^(?:are|be)\b", "is", re.sub(r"(?i)^have\b", "has", what.strip()))
    said_so = said_of_one(what, sentence, situation, noun)
    if said_so:
        yield from _all(said_so, noun, none)


def _all(said: str, noun: str, none: bool) -> Iterator[str]:
    """Yield that a condition holds of every row, or of none."""
    blank = re.fullmatch(rf"the {re.escape(noun)}'s (.+) is (not )?blank", said)
    if blank is not None and bool(blank[2]) != none:
        article = "an" if blank[1][0] in "aeiou" else "a"
        yield f"Make sure every {noun} has {article} {blank[1]}."
        return
    if said.startswith(f"the {noun}"):
        yield f"Make sure {'no' if none else 'every'} {said.removeprefix('the ')}."


def said_of_one(what: str, sentence: Marked, situation: Situation, noun: str) -> str:
    """Return what is said of one row, as a condition of the language."""
    subject = subject_of(situation)
    if subject != noun:
        return ""
    lacks = re.fullmatch(r"(?i)(?:is |has )?(?:without|lacking|lacks|missing|misses|has no) "
                         r"(?:an? |its |their |any )?⟦(\d+)⟧", what)  # fmt: skip
    has = re.fullmatch(r"(?i)(?:has|with|having|carries|bears|shows) (?:an? |its |their |some )?"
                       r"⟦(\d+)⟧", what)  # fmt: skip
    for match, state in ((lacks, "is blank"), (has, "is not blank")):
        if match is not None and sentence.mentions[int(match[1])].owner == noun:
            return f"{sentence.mentions[int(match[1])].words} {state}"
    signed = re.fullmatch(r"(?i)(?:with|has|having) (?:an? )?(negative|positive|zero) ⟦(\d+)⟧|"
                          r"⟦(\d+)⟧ (?:is|are) (negative|positive|zero|blank)", what)  # fmt: skip
    if signed is not None:
        of = sentence.mentions[int(signed[2] or signed[3])]
        return f"{of.words} is {(signed[1] or signed[4]).lower()}" if of.owner == noun else ""
    mentions = [*sentence.mentions, Mention(f"the {noun}", "record")]
    one = Marked(f"if ⟦{len(mentions) - 1}⟧ {what}, stop", mentions)
    for ways in (said_of, decided):
        told, so = ways(one, situation)
        if so and re.fullmatch(r"[\s,]*stop[\s,]*", told.text):
            return so
    found = stated(one, situation)
    if found.conditions and found.rest.strip() == "stop" and not found.other:
        said = found.conditions[0]
        return "" if said.startswith("unless ") else said
    return ""
