"""Told by a value: a sort of things that is told, without quotes, by what a property of theirs is
known to hold: the car policies, flights, Bellweather's orders, everybody who goes by train."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kognilang.language.words import plural, singular
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.holding import held_by
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of
from kognilang.reasoning.words.naming.relating import says_how
from kognilang.reasoning.words.rows.taking import taken

_LONGEST = 40
_NO_SORT = re.compile(r"(?i)mail|phone|address|notes?$|comment|description|message|subject")
"""Properties that tell no sort of things."""
_PREPOSITION = (
    r"(?:by|from|to|in|into|on|onto|at|for|of|with|under|out of|via|through|as|through to|going to|"
    r"bound for|headed for|made of|inside|within|near|off)"
)
_DOING = r"(?:[a-z]+|⟦\d+⟧)"
_NO = r"(?:(?P<no>not|never|no longer|isn't|aren't|don't|doesn't|do not|does not|didn't) )?"
_GETS = (
    r"(?:is|are|was|were|get|gets|has|have|must|should|shall|may|can|cannot|will|go|goes|need|"
    r"needs|pay|pays|cost|costs|earn|earns|receive|receives|come|comes|count|belong|do|does|"
    r"don't|doesn't|aren't|isn't|end|pass|stay|with|without|over|under|above|below|whose|that|"
    r"which|who|more|less|by|from|to|at|of|on|in|for|worth|not|still|already|"
    r"[a-z]+er than|[a-z]+ing|[a-z]+ed)"
)
_LED = re.compile(
    r"(?i)(?:the|this|that|these|those|its?|their|all|any|every|each|an?|no|our|my|them)\b"
)
_ARTICLE = r"(?:(?:the|our|all|all the|any|every|each|those|these|an?|only|no) )?"


def told_by_value(sentence: Marked, situation: Situation, so: str = "") -> tuple[Marked, str]:
    """Return a sentence without the value that tells of what sort its subject is, and the
    condition: `the policy's type is "car"`; the sentence itself and nothing where it has none.
    `so` is what was found to be said of it before."""
    subject = subject_of(situation)
    bare = re.sub(r'"[^"]*"', " ", situation.sentence.lower())
    for name, values in held_by(situation, subject).items():
        if _NO_SORT.search(name) or f"the {subject}'s {name} is " in so:
            continue
        for value in values:
            low = value.lower()
            # Trams, of a tram: the stem is in it, if the value is.
            if len(value) > _LONGEST or (low[:-1] not in bare and singular(low) not in bare):
                continue
            if any(one.literal and low in one.words.lower() for one in sentence.mentions):
                continue
            found = _found(value, name, sentence, subject)
            if found is not None:
                text, negated = found
                mentions = [*sentence.mentions, Mention(f"the {subject}", "record", pronoun=True)]
                told = f'the {subject}\'s {name} is {"not " if negated else ""}"{value}"'
                return Marked(text, mentions), told
    return sentence, ""


def _found(value: str, name: str, sentence: Marked, subject: str) -> tuple[str, bool] | None:
    """Return the text without the value, and whether it is denied; None where it tells no sort."""
    text = sentence.text
    item = f"⟦{len(sentence.mentions)}⟧"
    for at, one in enumerate(sentence.mentions):
        # Flights, the Lisbon trip: another noun for the subject, and the sort of it.
        noun = re.sub(rf"(?i)^{_ARTICLE}", "", one.said).lower()
        if one.pronoun and noun in (value.lower(), plural(value.lower())):
            no = re.match(r"(?i)no\b", one.said) is not None
            text = re.sub(rf"⟦{at}⟧ (?=⟦)", "", text)
            return re.sub(rf"⟦{at}⟧ (?!{_GETS}\b)[a-z]+\b", f"⟦{at}⟧", text), no
    for pattern in _before(value):
        for match in pattern.finditer(text):
            of = match.groupdict().get("of")
            if of and not _of_it(sentence, int(of), subject):
                continue
            kept = f"⟦{of}⟧" if of else item
            return f"{text[: match.start()]}{kept}{text[match.end() :]}", bool(match["no"])
    for way in _behind(value, name, sentence, subject):
        told = taken(sentence, subject, way)
        if told is not None:
            rest, match, turned = told
            relative = re.search(r"(?i)\b(?:who\w*|that|which|what\w*)\b[^,]*$", match[0])
            if relative is None and MOVES.search(text[: match.start()]):
                continue
            return rest, bool(match.groupdict().get("no")) != turned
    return None


def _of_it(sentence: Marked, at: int, subject: str) -> bool:
    """Tell whether what a value stands before is the subject, or a property of it."""
    one = sentence.mentions[at]
    if _LED.match(one.said):
        return False  # Open the ticket: what is to be done.
    return one.owner == subject or one.words == f"the {subject}"


@lru_cache(1024)
def _before(value: str) -> tuple[re.Pattern[str], ...]:
    """Return the ways of saying a value before what it tells the sort of, or in its place."""
    own = re.escape(value)
    many = re.escape(plural(value))
    if value[:1].isupper():
        lead = rf"(?i)(?<![\w-]){_ARTICLE}(?P<no>non-)?(?-i:{own})"
        mark = r"⟦(?P<of>\d+)⟧"
        return (
            re.compile(rf"{lead}(?:'s?|’s?) (?:{mark}|(?=[a-z]+s {_GETS}\b)[a-z]+)"),
            re.compile(rf"{lead} (?:{mark}|(?:ones?|customers|people)\b)"),
        )
    found = [
        rf"(?<![\w-]){_ARTICLE}(?P<no>non-|not )?{own} (?:⟦(?P<of>\d+)⟧|(?:ones?|customers?|people|"
        rf"cases?)\b|(?!is |was |has |goes |does |gets |needs )[a-z]{{3,}}s(?= {_GETS}\b))"
    ]
    if not says_how(value):
        found.append(
            rf"(?:^|(?<=[,;:] )|\b(?:for|on|of|with|to|from|if|and|when) ){_ARTICLE}"
            rf"(?P<no>non-)?{many}(?=,|$| {_GETS}\b)"
        )
        found.append(
            rf"\b(?:every|each|any|all|an?|no)(?: single)? (?P<no>non-)?(?:{own}|{many})"
            rf"(?=[,.;:]|$| {_GETS}\b)"
        )
    return tuple(re.compile(rf"(?i){one}") for one in found)


def _behind(value: str, name: str, sentence: Marked, subject: str) -> Iterator[str]:
    """Yield the ways of saying a value behind its subject: who goes by train."""
    own = rf"(?-i:{re.escape(value)})" if value[:1].isupper() else re.escape(value)
    marks = sentence.marks_of(f"the {subject}'s {name}")
    prop = rf"(?:{f'⟦(?:{marks})⟧|' if marks else ''}(?:the |an? )?{re.escape(name)})"
    end = rf"(?: {re.escape(name)})?(?![\w'-])(?! ⟦)"
    yield (
        rf"(?:whose |where the |with |of |in |on |has |have |having )?(?:the )?{prop} "
        rf"(?:{_BE} |of |being )*{_NO}{own}{end}"
    )
    led = rf"{_PREPOSITION} (?:the |our |an? )?{own}{end}"
    yield rf"{_WHO}(?:{_BE} )?{_NO}(?:{_DOING} ){{0,3}}{led}"
    yield rf"(?:{_BE} (?=not|still|already))?{_NO}(?:[a-z]+(?:ing|ed|en|ght|nt) )?{led}"
    yield rf"{_WHO}{_BE} (?:still |already |now |currently )?{_NO}(?:an? )?{own}{end}"


_WHO = r"(?:(?<=who )|(?<=that )|(?<=which )|(?<=ever )|(?<=what )|(?<=it )|(?<=they ))"
_BE = r"(?:is|are|was|were|be|being|reads?|says?|shows?|do|does|did)"
MOVES = re.compile(
    r"(?i)\b(?:move|switch|put|change|transfer|set|upgrade|downgrade|bring|raise|send|assign|book|"
    r"rebook|add|mark|turn|convert|shift|promote|demote|place|enter|file|sign|register|reassign|"
    r"hand|pass|forward|make|take|get|moved?|goes|go|tell|ask|give|mail|write)\b"
)
"""What gives a thing a value that it has not yet: move everybody to premium."""
