"""Giving names: what a sentence gives a name to: what all the fees come to is our turnover."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention

_NAME = (
    r"(?P<name>(?:(?:the|our|my|an?) )?(?:⟦\d+⟧|(?!the |our |my |an? )[a-z][a-z-]*)"
    r"(?: (?:⟦\d+⟧|[a-z][a-z-]*)){0,3})"
)
_OURS = _NAME.replace("(?:(?:the|our|my|an?) )?", "(?:(?:the|our|my) |(?=⟦))")
_VALUE = r"(?:all (?:of )?|the |our |all the )?⟦(?P<value>\d+)⟧"
_THAT = (
    r"(?:it|that|this|them|those|these|⟦(?P<it>\d+)⟧|(?:the|that) (?:result|figure|number|sum|"
    r"total|list|value|amount|lot|outcome|one|average|mean|count))"
)
_CALL = (
    r"(?:call|name|refer to|describe|know|label|title|dub|term|christen|speak of|think of|treat|"
    r"regard)"
)
_KEEP = (
    r"(?:keep|remember|note|record|save|store|hold|put|take|use|treat|set|count|lay|memorise|"
    r"memorize|write|hold on to|bear|have|define|regard)"
)
_DOWN = r"(?: (?:down|aside|by|away|apart|on the side|in mind|to one side|on one side))*"
_AS = r"(?:as|under the name(?: of)?|under|by the name(?: of)?|for)"
_SEEK = (
    r"(?:look up|look for|find(?: out)?|seek(?: out)?|take|pick(?: out)?|get|fetch|work out|figure "
    r"out|calculate|compute|determine|draw up|put together|make|select|choose|single out|gather|"
    r"collect|establish|identify|see|count|reckon|say|tell (?:me|us)|have|want|need|let me know|"
    r"let me see|know)"
)
_LIST = (
    r"(?: (?:me|us))?(?: (?:an?|the|up|out)*? ?(?:new |full |complete |short )?(?:list|pile|set|"
    r"group|collection|selection|table|overview) (?:of|with|from|out of))?"
)
_WE = (
    r"(?:(?:we|i|you|they|one|let us|let's|please|and|so|then|now|also|just|shall|will|can|may) )*"
)
_END = r"(?: (?:from now on|from here on|in what follows|below|here|then|please|for short|now))*"
_TO_US = r"(?:which|that|whom|who|this|it)(?: (?:we|i|you)(?: (?:will|shall|then|may|can))*)?"

_WAYS = tuple(
    re.compile(rf"(?i)(?:{_WE})?(?:{way}){_END}[.!]?")
    for way in (
        rf"{_VALUE},? {_WE}{_CALL}(?: (?:as|by))?:? {_NAME}",
        rf"{_CALL} {_VALUE},?(?: as| by the name of)? {_NAME}",
        rf"{_KEEP}{_DOWN} {_VALUE}{_DOWN},? {_AS} {_NAME}",
        rf"{_VALUE} (?:is|are) (?:to be |then |now |here |what we )*(?:called|named|known as|known "
        rf"to us as|referred to as|kept as|remembered as|labelled|call|termed|dubbed) {_NAME}",
        rf"{_VALUE},? (?:that |this |these |they |which |it |all )?(?:together )?(?:is|are|makes?"
        rf"(?: up)?|forms?|constitutes?|gives?(?: us)?|becomes?|stands? for|counts? as|serves? as|"
        rf"goes? by|equals?|goes? (?:under|by) the name(?: of)?|bears? the name(?: of)?|adds? up to"
        rf"|go(?:es)? into) {_OURS}",
        rf"{_OURS},? (?:(?:is|are|shall be|should be|will be|has to be|is to be) )(?:to be )?"
        rf"(?:(?:simply|just|then|now|here) )?(?:made up (?:of|from)|made of|made out of|formed by|"
        rf"formed of|composed of|built from|defined as|worked out as|calculated as|equal to|drawn "
        rf"from|put together from|the same as|what|given by)? ?{_VALUE}",
        rf"{_OURS} (?:means?|consists? of|comprises?|equals?|contains?|stands? for|holds?|"
        rf"includes?|"
        rf"covers?|takes? in|refers? to|comes? to) {_VALUE}",
        rf"by {_NAME},? {_WE}(?:mean|understand|refer to|have in mind) {_VALUE}",
        rf"(?:with|under) {_NAME} {_WE}(?:mean|understand) {_VALUE}",
        rf"{_SEEK}{_LIST} {_VALUE}(?:,|;|:|\.|\?)?(?: and| then|,)* {_WE}(?:{_TO_US} )?(?:(?:to be "
        rf"|are |is |which )+)?(?:{_CALL}(?:ed|led|d)?(?: to)?|{_KEEP}{_DOWN})(?: {_THAT})?{_DOWN}"
        rf"(?:,? (?:as|by|under the name(?: of)?|under|in|for))? {_NAME}",
        rf"{_SEEK}{_LIST} {_VALUE},? {_AS} {_NAME}",
        rf"{_VALUE}[,;:.?]*(?: and| then)* {_WE}(?:{_TO_US} )?(?:{_CALL}(?: to)?|{_KEEP}) {_THAT}"
        rf"{_DOWN},?(?: (?:as|by|under the name(?: of)?|under|in|for))? {_NAME}",
        rf"{_VALUE}[,;:.?]+ (?:that|this|it|these|they|those|which|the (?:result|sum|total))(?:'s|"
        rf" is| are| makes?| gives?(?: us)?| shall be| will be| becomes?| we call) {_NAME}",
        rf"(?:make|create|start|open|set up|draw up|put together|compile|write|have)(?: me| us)? "
        rf"(?:an? |the )?(?:new )?(?:list|pile|set|group|collection)(?: of)?,? (?:called|named|by "
        rf"the name of|with the name) {_NAME} (?:of|from|out of|with|for|containing|holding|that "
        rf"(?:contains|holds|has)) {_VALUE}",
        rf"let {_NAME} be {_VALUE}",
    )
)
_LIKELY = 5.0
_NO_WORDS = frozenset(
    (
        "it",
        "them",
        "that",
        "this",
        "those",
        "these",
        "what",
        "us",
        "me",
        "we",
        "to",
        "by",
        "in",
        "on",
        "at",
        "from",
        "with",
        "as",
        "is",
        "are",
        "not",
        "no",
        "more",
        "less",
        "than",
        "over",
        "under",
        "above",
        "below",
        "and",
        "or",
        "for",
        "of",
        "which",
        "who",
        "whose",
        "now",
        "then",
        "too",
        "all",
        "every",
        "each",
        "up",
        "down",
        "still",
        "will",
        "be",
        "was",
        "were",
        "if",
        "when",
        "must",
        "should",
        "away",
        "off",
        "out",
        "into",
    )
)
"""Words that no name has."""
_NO_NAMES = frozenset(
    ("list", "lists", "one", "ones", "file", "total", "screen", "user", "same", "following",
     "last", "first", "best", "worst", "most", "least", "result", "answer", "number", "sum")
)  # fmt: skip
"""Words that are no name by themselves."""


def name_given(
    text: str, sentence: Marked, situation: Situation, rows: str = ""
) -> Iterator[tuple[str, float]]:
    """Yield what gives a name to a value, and how likely it is. `rows` says what the rows of a
    table stand for, where they are meant."""
    text = " ".join(text.split()).strip(" ,;")
    for way in _WAYS:
        found = way.fullmatch(text)
        if found is None:
            continue
        value = sentence.mentions[int(found["value"])]
        words = value.words
        it = found.groupdict().get("it")
        if it and not sentence.mentions[int(it)].pronoun:
            continue
        name = named_so(found["name"], sentence, situation)
        if name and _may_be_named(value, rows):
            lead = f"Set the {name} to" if name in situation.names else f"Let the {name} be"
            yield f"{lead} {words}.", _LIKELY
            return


def _may_be_named(value: Mention, rows: str) -> bool:
    """Tell whether a name may be given to a value: a figure, rows, one row, a sum of others."""
    if value.literal or value.pronoun or not value.words:
        return False
    if rows:
        return value.words == rows or value.words.startswith("the number of ")
    worked_out = re.search(r" (?:of|plus|minus|times|with the|whose|for) ", value.words)
    return worked_out is not None


def named_so(said: str, sentence: Marked, situation: Situation) -> str:
    """Return a name as a text has it, without its article; empty where it is none."""
    plain = MARK.sub(lambda one: sentence.mentions[int(one[1])].said, said).lower()
    name = re.sub(r"^(?:(?:the|our|my|an?|its|their) )+", "", plain).strip()
    if not re.fullmatch(r"[a-z][a-z-]*(?: [a-z][a-z-]*){0,3}", name):
        return ""
    if set(name.split()) & _NO_WORDS or name in _NO_NAMES or name in situation.tables:
        return ""
    kind = situation.kinds.get(name, "")
    return "" if kind == "record" or any(name in own for own in situation.fields.values()) else name
