"""Stating: the condition that a sentence states, and what it says to do under it."""

from __future__ import annotations

import re

from kognilang.dataclass import dataclass, field
from kognilang.language.words import lemma, plural
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.clauses import (
    as_first,
    clause_start,
    left_alone,
    others,
    verbatim,
    without,
)
from kognilang.reasoning.words.conditions.comparisons import EVERY_WAY, QUANTITIES, UNIT
from kognilang.reasoning.words.conditions.finding import found_in
from kognilang.reasoning.words.conditions.found import Found
from kognilang.reasoning.words.conditions.frame import Frame
from kognilang.reasoning.words.conditions.framing import frames, not_done
from kognilang.reasoning.words.conditions.joining import conditions_in
from kognilang.reasoning.words.conditions.recasting import headed, recast
from kognilang.reasoning.words.conditions.turning import SO_IS_IT, split
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention, subject_of
from kognilang.reasoning.words.phrases.synonyms import is_verb


@dataclass(slots=True)
class Stated:
    """What a sentence says to do, and under which conditions (any one of them may be meant).

    `rest` is the marked text without the condition; the conditions are canonical, and begin with
    `unless` where they are turned round. `other` is what is to be done where they do not hold.
    """

    rest: str
    conditions: list[str] = field(default_factory=list)
    used: frozenset[str] = frozenset()
    """The values that only the condition is about."""
    other: str = ""


_NO_ACT = re.compile(
    r"(?i)⟦\d+⟧|\b(?:an?|the|any\w*|every\w*|all|those|that|which|who|if|when|with|of|and|or|is|are|"
    r"has|have|what\w*|who\w*)\b"
)
"""What is left where a sentence says nothing but its condition."""


def stated(sentence: Marked, situation: Situation) -> Stated:
    """Return the condition of a sentence and the rest of it; the whole, where it has none."""
    plain = recast(sentence)
    for frame in frames(plain.text):
        told = _framed(frame, plain, situation)
        if told is not None:
            return told
    sorts = Marked(headed(plain.text, plain.mentions), plain.mentions)
    if sorts.text != plain.text:
        found = conditions_in(sorts, situation, False)
        if found is not None and found.value == sorts.mentions[-1].words:
            return _parted(sorts, found, situation)
    found = conditions_in(plain, situation, False)
    if found is not None and (lead := _LED.match(plain.text)) is not None:
        tail = plain.text[found.end :].strip()
        verb = re.match(r"(?:then )?([a-z]+) (?:⟦|the |it |them |an? )", tail)
        if verb is not None and is_verb(lemma(verb[1])) and verb[1] not in ("is", "has", "in"):
            # If the status is "sick" release it, else feed it: no comma is said.
            rest, other = others(tail, 0)
            turned = lead[1].lower() == "unless"
            return _told(found, turned, rest, other, tail, plain)
    if found is not None:
        told = _parted(plain, found, situation)
        first = found_in(plain, situation) if found.others else None
        if first is not None and not re.search(r"[a-z]{2}", _NO_ACT.sub(" ", told.rest)):
            # A return of 10 or more has the status "bulk": the second one is what is done.
            return _parted(plain, first, situation)
        return told
    clause = verbatim(sentence)
    return Stated(clause[1], [clause[0]]) if clause is not None else Stated(sentence.text)


_ON = re.compile(
    r"(?i)^(?:(?:then|so|please|just|we|straight|simply|you|and|let's) )*(?:(?:go|move|carry|get|"
    r"pass|"
    r"proceed|skip|continue) )?(?:straight )?(?:on )?(?:to |with )?(?:the )?next(?: (?:one|"
    r"[a-z]+|⟦\d+⟧))?"
    r"(?:,? please)?$"
)
_LED = re.compile(r"(?i)^(?:and |but |only )*(if|when|whenever|once|unless|where|as soon as)\b")
_IDLE = re.compile(
    r"(?i)(?:⟦\d+⟧ )?(?:(?:can|may|will|should|must|are|is|be|to|just|we|you|simply) )*(?:stays?|"
    r"remains?|"
    r"left|leave|keeps?|kept|nothing|untouched|unchanged|fine|ok|okay|do nothing|no action)\b[^⟦]*$"
)
"""What says that nothing is done."""
_BEFORE, _AFTER = 5, 3
"""So many words may stand before and after a comparison where a text has nothing else."""


def _framed(frame: Frame, sentence: Marked, situation: Situation) -> Stated | None:
    """Return what a frame states; None where it has no condition."""
    lead = "if "
    said = Marked(lead + _of_its_own(frame.said, sentence, situation), sentence.mentions)
    found = conditions_in(said, situation, True)
    if found is None:
        return None
    if frame.close:
        before = re.findall(r"[a-z']+", said.text[len(lead) : found.start].lower())
        after = re.findall(r"[a-z']+", said.text[found.end :].lower())
        if len(before) > _BEFORE or len(after) > _AFTER:
            return None
    turned = frame.turned
    left = left_alone(frame.rest)
    if left:
        rest, other, turned = left, "", not turned
    else:
        both = split(frame.rest)
        rest, other = both.rest, both.other
        turned = turned != both.turned
    if _IDLE.match(other):
        other = ""
    if other:
        other = as_first(rest, other, sentence)
    rest, other = (_one_of_them(one, sentence, situation) for one in (rest, other))
    rest = _ON.sub("skip it", rest)
    return _told(found, turned, rest, other, rest + other, sentence)


def _of_its_own(said: str, sentence: Marked, situation: Situation) -> str:
    """Return a condition in which a name that is asked for elsewhere is the thing's property."""
    subject = subject_of(situation)
    fields = situation.fields.get(subject, {})

    def one(match: re.Match[str]) -> str:
        name = sentence.mentions[int(match[1])].words.removeprefix("the ")
        if sentence.mentions[int(match[1])].kind != "new" or name not in fields:
            return match[0]
        about = Mention(f"the {subject}'s {name}", fields[name], owner=subject)
        sentence.mentions.append(about)
        return f"⟦{len(sentence.mentions) - 1}⟧"

    return MARK.sub(one, said)


def _one_of_them(text: str, sentence: Marked, situation: Situation) -> str:
    """Return what is done under a condition to each thing gone through, which the text may call
    by the name of all of them: all findings are dropped."""
    subject = subject_of(situation)
    if not situation.item:
        return text

    def one(match: re.Match[str]) -> str:
        if sentence.mentions[int(match[1])].words != f"the {plural(subject)}":
            return match[0]
        sentence.mentions.append(Mention(f"the {subject}", situation.kinds.get(subject, "any")))
        return f"⟦{len(sentence.mentions) - 1}⟧"

    return MARK.sub(one, text)


def _parted(sentence: Marked, found: Found, situation: Situation) -> Stated:
    """Return what is stated, with the condition taken out of the sentence."""
    text = sentence.text
    rest, turned, other = without(text, found.start, found.end)
    if found.value == "blank" and not re.search(r"(?i)unless|except|^(?:never|do not|don't)", text):
        turned = False
    rest, other = (_one_of_them(one, sentence, situation) for one in (rest, other))
    rest = _echoless(rest, sentence, found.value)
    done = not_done(rest)
    if other and done and SO_IS_IT.match(other):
        # They are not renewed, all the others are.
        rest, other, turned = done, "", not turned
    other = as_first(rest, other, sentence) if other and not _IDLE.match(other) else ""
    outside = text[: clause_start(text, found.start)] + text[found.end :]
    if re.search(r"(?i)\b(?:to|by) ⟦", rest):
        # Rent above the cap is brought down to the cap: what is compared is what is changed.
        outside += rest
    return _told(found, turned, rest, other, outside, sentence)


def _told(
    found: Found, turned: bool, rest: str, other: str, outside: str, sentence: Marked
) -> Stated:
    again = {sentence.mentions[int(one)].words for one in MARK.findall(outside)}
    about = {one for one in found.ways if "'s " in one and one not in again}
    values = {one for one in found.values if one not in again}
    used = frozenset((*values, *about))
    return Stated(rest, found.conditions(turned), used, other)


def _echoless(rest: str, sentence: Marked, value: str) -> str:
    """Return a text without a comparison with `value`, or one like it, that is said once more."""
    kinds = {one.kind for one in sentence.mentions if one.words == value} or {*QUANTITIES}

    def gone(match: re.Match[str]) -> str:
        again = sentence.mentions[int(match[1])].kind
        return "" if again in QUANTITIES and again in kinds else match[0]

    return re.sub(rf"(?i)(?<![\w])(?:{EVERY_WAY}) ⟦(\d+)⟧(?:{UNIT})?", gone, rest)
