"""Parties: who is asked, what they are asked for, and what they have to agree to, in the words of
the language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.language.words import lemma, plural
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention, subject_of
from kognilang.reasoning.words.naming.people import is_person

_DETERMINER = re.compile(
    r"(?i)^(?:all the|the|an?|our|my|your|their|his|her|its|some|any|this|that|each|every|all) "
)
_PRONOUN = re.compile(
    r"(?i)^(?:it|them|him|her|they|he|she|this|that|something|anything|everything|nothing|more|"
    r"someone|somebody|anyone|one|ones|so|these|those)$"
)
_EMPTY = frozenset(
    ("help", "advice", "information", "info", "details", "detail", "feedback", "input", "answer",
     "reply", "response", "word", "opinion", "thing", "things", "something", "anything",
     "approval", "permission", "consent", "ok", "okay", "blessing", "sign-off", "signoff",
     "go-ahead", "agreement", "confirmation", "clarification", "instruction", "instructions",
     "guidance", "assistance", "support", "attention", "time", "patience", "question",
     "questions", "data", "facts", "view", "views", "comment", "comments", "rest", "decision",
     "nod", "yes", "no", "authorisation", "authorization", "clearance", "truth", "reason-why",
     "matter", "case", "way")
)  # fmt: skip
"""What is asked of people and is no value that a procedure could go on with."""

_GIVEN = frozenset(
    ("approval", "permission", "consent", "ok", "okay", "blessing", "sign-off", "signoff",
     "go-ahead", "agreement", "nod", "clearance", "light", "authorisation", "authorization")
)  # fmt: skip
"""What somebody gives who agrees, whatever stands before it."""

_VALUE = re.compile(
    r"(?i)\b(?:numbers?|codes?|dates?|names?|address|time|amount|prices?|costs?|reading|size|"
    r"weight|height|"
    r"length|width|reference|passwords?|passphrase|pin|id|count|level|colou?r|status|percentage|"
    r"rate|value|total|"
    r"figures?|quantity|dosage|dose|dilution|temperature|mileage|quote|quotation|estimate|budget|"
    r"limit|reason|"
    r"account|iban|phone|email|title|year|month|day|week|deadline|term|period|duration|score|"
    r"grade|age|"
    r"birthday|postcode|zip|city|country|street|language|currency|unit|version|model|type|"
    r"category|plate|"
    r"batch|destination|location|position|seat|slot|choice|preference|share|ratio|measurements?|"
    r"discount|"
    r"surcharge|fee|tariff|fare|rent|salary|wage|headcount|margin|volume|capacity|speed|distance|"
    r"route|barcode|"
    r"sku|link|url|username|login|token|diagnosis|result|rating|priority|severity|cause|purpose|"
    r"topic|pressure|"
    r"concentration|strength|density|humidity|area|floor|room|percent|vote|decision|details|data)$"
)
"""What is a value as a rule, and no thing that is handed over."""

_NO_PERSON = re.compile(
    r"(?i)\b(?:file|folder|list|table|sheet|spreadsheet|database|system|website|page|form|text|"
    r"email|mail|letter|report|document|note|log|price|amount|date|number|total|sum|next|rest|end|"
    r"name|value|status|day|week|month|year|hour|time|question|answer|reply|cloud|internet|web|"
    r"search|software|program|app|tool|model|procedure|process|work|step|thing|matter|issue|case|"
    r"problem|idea|change|market|world|future|past|limit|rule|policy|law|budget)s?$"
)


def person(text: str, sentence: Marked, situation: Situation) -> Iterator[str]:
    """Yield who is meant by what stands in the place of a person, the likeliest first; nothing
    where it is none."""
    text = text.strip()
    if re.fullmatch(r"(?i)me|us", text):
        yield "the user"
        return
    quorum = re.fullmatch(r"⟦(\d+)⟧ (of )?(.+)", text)
    if quorum is not None and " and " not in text and " or " not in text:
        many = sentence.mentions[int(quorum[1])]
        for who in _one(quorum[3], sentence, situation):
            if many.kind == "number" and many.literal:
                head = who.removeprefix("the ")
                yield f"{_in_words(many.words)} of the {_many(head)}"
                return
        return
    several = re.fullmatch(
        r"(?i)(?:both |either (?:of )?)?(.+?),? (and|or) (?:also |else )?(.+)", text
    )
    if several is not None:
        first = next(_one(several[1], sentence, situation), "")
        second = next(_one(several[3], sentence, situation), "")
        if first and second:
            yield f"{first} {several[2].lower()} {second}"
        return
    yield from _one(text, sentence, situation)


def _in_words(number: str) -> str:
    words = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[int(number) - 1] if number.isdigit() and 0 < int(number) <= 10 else number


def _many(head: str) -> str:
    return head if lemma(head.split()[-1]) != head.split()[-1] else plural(head)


def _one(text: str, sentence: Marked, situation: Situation) -> Iterator[str]:
    mark = MARK.fullmatch(text)
    if mark is None:
        yield from _of_words(text, situation)
        return
    one = sentence.mentions[int(mark[1])]
    if one.literal or one.kind in ("question", "condition"):
        return
    if one.kind == "person":
        yield one.words
    elif one.kind == "noun":
        yield from _of_words(one.said, situation)
    elif one.pronoun:
        if not _PRONOUN.match(one.said):
            yield from _of_words(one.said, situation)
    elif one.owner:
        name = one.words.partition("'s ")[2]
        if is_person(name):
            # The driver, of a booking that has a driver: whoever drives, as the role is called.
            plain = re.fullmatch(rf"(?i)the {re.escape(name)}", one.said) is not None
            yield from (f"the {name}", one.words) if plain else (one.words,)
    elif one.kind == "new":
        yield from _of_words(one.words, situation)
    elif (one.kind in ("text", "any", "person") and not _NO_PERSON.search(one.words)) or (
        one.kind == "record" and is_person(one.words.removeprefix("the "))
    ):
        yield one.words


def _of_words(text: str, situation: Situation) -> Iterator[str]:
    """Yield a role that a text need not have, by its words."""
    bare = _DETERMINER.sub("", text.strip())
    if re.match(r"(?i)(?:an?|some|any|such|this|these) ", text.strip()) and not is_person(bare):
        return
    if text.strip() == "HR":
        yield "HR"
    elif _PRONOUN.match(bare) or not bare or MARK.search(bare):
        return
    elif lemma(bare.lower()) != subject_of(situation) and (
        is_person(bare) or not (_NO_PERSON.search(bare) or re.search(r"(?i)\w+ing$", bare))
    ):
        yield f"the {bare}"


_NO_TEXT = ("person", "question", "record", "list", "table", "new", "noun", "file", "folder")


def texts(text: str, sentence: Marked, literal: bool = False) -> list[str]:
    """Return a text that a person is told; a value is said inside one."""
    mark = MARK.fullmatch(text)
    if mark is None:
        return []
    one = sentence.mentions[int(mark[1])]
    if one.literal:
        return [one.words] if one.kind == "text" and not one.noun else []
    if literal or one.kind in _NO_TEXT or one.pronoun or not one.words:
        return []
    if is_person(one.words.removeprefix("the ")):
        return []
    return [f'"{{{one.words}}}"', one.words]


def is_value(text: str, sentence: Marked) -> bool:
    """Tell whether what is asked for is a value rather than a thing that is handed over."""
    mark = MARK.fullmatch(text.strip())
    one = sentence.mentions[int(mark[1])] if mark is not None else None
    if one is not None and one.owner:
        return True
    return _VALUE.search(one.said if one is not None else text) is not None


def is_sure(text: str, sentence: Marked, situation: Situation) -> bool:
    """Tell whether who is asked is somebody by their words, not by their place alone."""
    marks = [sentence.mentions[int(one)] for one in MARK.findall(text)]
    return all(
        one.kind in ("person", "number")
        or is_person(_DETERMINER.sub("", one.said))
        or one.words.removeprefix("the ").lower() in situation.addresses
        for one in marks
    )


def asked_for(text: str, sentence: Marked, situation: Situation) -> list[str]:
    """Return what is asked for: a property, or a name that comes up so; nothing where that is no
    value."""
    mark = MARK.fullmatch(text.strip())
    if mark is not None:
        one = sentence.mentions[int(mark[1])]
        if one.literal or one.kind in ("person", "question", "condition", "list", "table"):
            return []
        if one.pronoun or one.kind == "noun":
            return [] if _PRONOUN.match(one.said) else _as_new(one.said)
        if one.kind == "new":
            return _as_new(one.words)
        if one.kind == "record" and one.words == f"the {subject_of(situation)}":
            return []
        return [one.words]
    return _as_new(text)


def _as_new(text: str) -> list[str]:
    bare = _DETERMINER.sub("", text.strip()).lower()
    bare = re.sub(r"^(?:right|correct|actual|exact|precise|missing|necessary|needed) ", "", bare)
    if not bare or _PRONOUN.match(bare) or MARK.search(bare):
        return []
    words = bare.split()
    if words[-1] in _GIVEN or (words[-1] in _EMPTY and len(words) == 1):
        return []
    if is_person(bare):
        return []
    return [f"the {bare}"]


def agreed_to(text: str, sentence: Marked, situation: Situation) -> list[str]:
    """Return what somebody has to agree to: a thing, or what is done to it; nothing where the
    sentence does not say it."""
    marks = [sentence.mentions[int(one)] for one in MARK.findall(text)]
    things = [one for one in marks if not one.literal and one.kind not in ("person", "question")]
    subject = subject_of(situation)
    if any(one.kind == "question" for one in marks):
        return []
    if things:
        one = things[0]
        if one.owner == subject and one.kind in _COUNTED:
            # Anything above 20 pages: what is agreed to is the thing that has them.
            return [f"the {subject}", one.words]
        if subject and one.words == f"the {plural(subject)}":
            return [f"the {subject}"]
        return [words for words in (_thing(one), f"the {subject}" if subject else "") if words]
    low = text.strip().lower()
    if not subject or marks:
        return []
    if re.fullmatch(r"(?:it|this|that|them|these|those|this one|that one|everything|each|each one|"
                    r"anything|whatever|such|all|all of (?:it|them|this)|every one(?: of them)?|"
                    r"such an? \w+)",
                    low):  # fmt: skip
        return [f"the {subject}"]
    return [f"the {subject}"] if _DETERMINER.match(low) or re.fullmatch(r"[a-z]+s", low) else []


_COUNTED = ("number", "date", "moment", "duration", "percent", "yes/no")


def _thing(one: Mention) -> str:
    return one.words if one.kind not in ("new", "noun") else ""
