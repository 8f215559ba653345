"""Products: what is charged for each of several, and what a thing has by its unit: $2 for each
copy, the mileage rate per mile, every word of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.language.words import lemma, plural, singular
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of
from kognilang.reasoning.words.naming.relating import STEM, nearness

_COUNTED = ("number", "count")
_EACH = re.compile(
    r"(?i)⟦(?P<rate>\d+)⟧ (?:(?:for (?:each|every|any|all(?: the)?)|per|each|every|an?)(?: single)?"
    r" (?:⟦(?P<mark>\d+)⟧|(?P<unit>[a-z]+))|for ⟦(?P<each>\d+)⟧)"
    r"(?: (?:of|in) (?:the |its )?⟦(?P<of>\d+)⟧)?"
)


def products(sentence: Marked, situation: Situation) -> Marked:
    """Return a sentence in which an amount for each of several has one mark."""
    found = _EACH.search(sentence.text)
    if found is None:
        return sentence
    rate = sentence.mentions[int(found["rate"])]
    if rate.kind not in ("money", "number", "any") or rate.pronoun or rate.kind == "new":
        return sentence
    by, end = None, found.end()
    if found["each"]:
        each = re.match(r"(?i)(?:each|every) ([a-z]+)$", sentence.mentions[int(found["each"])].said)
        if each is None:
            return sentence
    if found["of"] and sentence.mentions[int(found["of"])].kind in _COUNTED:
        by = sentence.mentions[int(found["of"])]
    elif found["each"] and each is not None:
        # Each mile, where that was taken for a noun of the thing.
        by, end = unit_of(each[1], situation), found.end("each") + 1
    elif found["mark"]:
        mark = sentence.mentions[int(found["mark"])]
        end = found.end("mark") + 1
        if mark.kind in _COUNTED and not mark.literal:
            by = mark
    else:
        by, end = unit_of(found["unit"], situation), found.end("unit")
    if by is None or by.words == rate.words:
        return sentence
    mentions = [*sentence.mentions, Mention(f"{rate.words} times {by.words}", rate.kind)]
    text = f"{sentence.text[: found.start()]}⟦{len(mentions) - 1}⟧{sentence.text[end:]}"
    return Marked(text, mentions)


def unit_of(unit: str, situation: Situation) -> Mention | None:
    """Return the property that counts something: the distance, in miles; the copies."""
    subject = subject_of(situation)
    for near in (STEM, 1):
        for owners in ([subject], [one for one in situation.fields if one != subject]):
            found = [
                Mention(f"the {owner}'s {name}", kind, owner=owner)
                for owner in owners
                for name, kind in situation.fields.get(owner, {}).items()
                if kind in _COUNTED and nearness(name, unit) >= near
            ]
            if len(found) == 1:
                return found[0]
    return None


def counted_ones(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield what a thing has of something, said by one of it: every word of it, its words."""
    for name, fields in situation.fields.items():
        called = rf"(?:it|them|these|this|(?:the|this|that|each) {re.escape(name)})"
        for prop, kind in fields.items():
            one = singular(prop)
            if kind not in _COUNTED or plural(one) != prop or one == prop:
                continue
            said = rf"(?i)\b(?:every|each)(?: single)? {re.escape(one)} (?:of|in|on) {called}\b"
            for found in re.finditer(said, sentence):
                yield found.start(), found.end(), Mention(f"the {name}'s {prop}", kind, owner=name)


_HAS_DONE = re.compile(
    r"(?i)\b(?:what|whatever|all|everything|the money|the amount)(?: that)? (?:(?P<it>it|they|he|"
    r"she|we)|(?:the|this|that|each|every|an?) (?P<noun>[a-z]+(?: [a-z]+)??)) (?:(?:has|have|had|"
    r"is|are|'ve|'s)(?: already| so far| just)? (?P<done>[a-z]+)|(?P<does>[a-z]+s))"
    r"(?: so far| in| us| already| for it)?\b"
)


def had_done(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield an amount that is told by what somebody has done: what they have paid; what this dish
    costs."""
    subject = subject_of(situation)
    for found in _HAS_DONE.finditer(sentence):
        verb = (found["done"] or found["does"]).lower()
        noun = (found["noun"] or "").lower()
        if re.search(r"\b(?:who|that|which|have|has)$", noun) or plural(noun.split(" ")[0]) == noun:
            continue  # What the members who have paid bring in: of several.
        if found["it"] and found["it"].lower() == "we" and not found["done"]:
            continue
        owner = noun if noun in situation.fields else subject
        fields = situation.fields.get(owner, {})
        amounts = [name for name, kind in fields.items() if kind in (*_COUNTED, "money", "any")]
        for near in (STEM, 1):
            told = [name for name in amounts if nearness(name, lemma(verb)) >= near
                    or nearness(name, verb) >= near]  # fmt: skip
            if told:
                break
        if len(told) == 1:
            about = Mention(f"the {owner}'s {told[0]}", fields[told[0]], owner=owner)
            yield found.start(), found.end(), about


_BY_A_DAY = re.compile(
    r"(?i)⟦(?P<by>\d+)⟧ (?:after|before|from|following|past|ahead of|prior to) (?:the |its )?"
    r"⟦(?P<of>\d+)⟧"
)


def days_of(sentence: Marked, situation: Situation) -> Marked:
    """Return a sentence in which a thing stands for its day: five days after the visit."""
    for found in _BY_A_DAY.finditer(sentence.text):
        by, of = (sentence.mentions[int(found[one])] for one in ("by", "of"))
        fields = situation.fields.get(of.words.removeprefix("the "), {})
        days = [name for name in fields if name == "date"]
        days = days or [name for name, kind in fields.items() if kind in ("date", "moment")]
        if by.kind == "duration" and len(days) == 1:
            about = Mention(f"{of.words}'s {days[0]}", "date", owner=of.words.removeprefix("the "))
            mentions = [*sentence.mentions, about]
            at = found.start("of") - 1
            text = sentence.text
            text = f"{text[:at]}⟦{len(mentions) - 1}⟧{text[found.end('of') + 1 :]}"
            return Marked(text, mentions)
    return sentence


def led_by_name(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield an amount of the text that a sentence begins with and says in part: lunch comes on
    top, where there is a lunch fee."""
    found = _LED.match(sentence)
    if found is None:
        return
    called = [
        (name, kind)
        for name, kind in situation.kinds.items()
        if kind == "money" and name.rpartition(" ")[0] == found["name"].lower()
    ]
    if len(called) == 1:
        about = Mention(f"the {called[0][0]}", called[0][1])
        yield found.start("name"), found.end("name"), about


_LED = re.compile(
    r"(?i)(?:the |an? )?(?P<name>[a-z]+(?: [a-z]+)?)(?= (?:comes?|goes|is|are|gets?) (?:[a-z]+ )?"
    r"(?:on top|extra|added|in addition|charged))"
)
