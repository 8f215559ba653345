"""Conditions and values that people write in words which the language does not have, and the
words that it has for them. Whoever shows one drops what does not parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.language.replacing import ways

_ENDS = r"(?=[,.:}]|$| then\b)"
_THE = r"((?:the|my|our|its|their) [\w' ]+?)"
_TEXT = r'("[^"]*")'
_NO_NAME = r"(?!(?:be|is|are|as|the|to|than|of|and|or|by|in)\b)"
_VALUE = rf"(?:the|my|our|its|their)(?: {_NO_NAME}[\w']+)+?"
_WHO = r"(?:(?:the|my|our|its|their) [\w' ]+?|he|she|they)"
_OF_DATE = ("newest", "latest", "oldest", "earliest", "most recent")
_LOW = ("smallest", "lowest", "oldest", "earliest", "cheapest", "fewest")


def said_otherwise(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a text that the language says otherwise, and the text with its own."""
    for pattern, new in _WAYS:
        hit = pattern.search(text)
        if hit is not None:
            yield hit[0].strip(), text[: hit.start()] + new(hit) + text[hit.end() :]


def _ranked(hit: re.Match[str]) -> str:
    """`the 2 largest orders`, `the top 3 orders`: the first of them in order."""
    number, way, things = hit.groups()
    field = "date" if way.lower() in _OF_DATE else "total"
    order = {"newest": "newest", "latest": "newest", "oldest": "oldest", "earliest": "oldest"}
    first = order.get(way.lower(), "lowest" if way.lower() in _LOW else "highest")
    return f"the first {number} {things} sorted by {field}, {first} first"


def _extremes(hit: re.Match[str]) -> str:
    """`the 2 orders with the highest total`."""
    number, things, way, field = hit.groups()
    first = "lowest" if way.lower() in _LOW else "highest"
    return f"the first {number} {things} sorted by {field}, {first} first"


def _none_of(hit: re.Match[str]) -> str:
    return f"{hit[1]} not contain {hit[2]} or {hit[3]}"


def _participle(hit: re.Match[str]) -> str:
    """`the invoices needing approval`."""
    verb = "need" if hit[2].lower() == "need" else "require"
    return f"{hit[1]} that {verb} {hit[3]}"


def _in_month(hit: re.Match[str]) -> str:
    return f'the month of {hit[1]} is "{hit[2].capitalize()}"'


def _plus(hit: re.Match[str]) -> str:
    return f"{hit[1]} followed by {hit[2]}"


_ORDERS = r"(?:highest|largest|newest|latest|high)"
_GIVEN = r"(?:given|filled in|filled out|set|provided|supplied|entered|specified|available)"
_THE_SHORT = r"(?:the|my|our) [\w ]+?"
_WAYS = ways(
    (rf"\b(?:has|have)(?: already)? passed{_ENDS}", "is in the past"),
    (rf"\b(is|are|was|were|has been|have been) not (?:yet )?{_GIVEN}{_ENDS}", "is blank"),
    (rf"\b(?:has|have) not (?:yet )?been {_GIVEN}{_ENDS}", "is blank"),
    (rf"\b(?:is|are|was|were|has been|have been) {_GIVEN}{_ENDS}", "is not blank"),
    (r"\b(is|are) (?:larger|bigger|higher|more) than or equal to\b", r"\1 at least"),
    (r"\b(is|are) (?:smaller|lower|fewer) than or equal to\b", r"\1 at most"),
    (r"\b(?:lies?|falls?|ranges?) between\b", "is between"),
    (rf"\b(?:starts|begins) with an? {_TEXT}", r"starts with \1"),
    (rf"\bends with an? {_TEXT}", r"ends with \1"),
    (rf"\bha(?:s|ve) {_TEXT} in (?:it|them){_ENDS}", r"contains \1"),
    (rf"\bit(?:['’]s| has) been (more|less) than (\d+ \w+) since {_THE}{_ENDS}",
     r"\3 is \1 than \2 ago"),
    (rf"(?<=^if )({_THE_SHORT})['’]s (?=[$€£\d\"“])", r"\1 is "),
    (rf"\bno ([\w' ]+?) (?:is|are|was|were) found{_ENDS}", r"there is no \1"),
    (rf"({_VALUE}) (?:is|was) not found{_ENDS}", r"\1 does not exist"),
    (rf"({_VALUE}) (?:as|in) a? ?percent(?:age)? of ({_VALUE}){_ENDS}",
     r"(\1 divided by \2) as a percent"),
    (rf"{_WHO} (?:refuses?|declines?|rejects?|disagrees?|says? no|does not (?:agree|approve)"
     rf"|doesn['’]t (?:agree|approve)|objects?|disapproves?)(?: (?:it|them|this|that))?{_ENDS}",
     "the answer is no"),
    (rf"{_WHO} (?:approves?|agrees?|accepts?|consents?|confirms?|says? yes)"
     rf"(?: (?:it|them|this|that))?{_ENDS}", "the answer is yes"),
    (r"^if (?:it|this|that) (?:(?:is|was|has been|gets) (?:not approved|refused|rejected"
     r"|declined|denied|turned down)|(?:isn|wasn)['’]t approved)(?=[,:]| then\b)",
     "If the answer is no"),
    (r"^if (?:it|this|that) (?:is|was|has been|gets) (?:approved|accepted|granted)"
     r"(?=[,:]| then\b)", "If the answer is yes"),
    (rf"(?:{_WHO}|no one|they|nobody) (?:do(?:es)? not|do(?:es)?n['’]t|did(?: not|n['’]t)"
     r"|ha(?:s|ve) not|ha(?:s|ve)n['’]t|fails? to) (?:answer|reply|respond|react)(?:ed)?"
     rf"(?: in time| within [\w ]+| by then)?{_ENDS}", "nobody answers"),
    (r"\b(is|are|was|were) (?:still|already|currently|yet)\b", r"\1"),
    (r'^say ("[^"]*") to ((?:the |my |our )?[\w ]+)', r"Tell \2 \1"),
    (r"^(if|unless|while|until) not (the [\w' ]+?)(?=[,:]| then\b)", r"\1 \2 is no"),
    (r"\b((?:the|an?|my|our|each|every)(?: [\w-]+)+?)['’]s (?=(?:not|over|under|above"
     r"|below|more|less|at|before|after|blank|missing|empty|between|exactly|within|one of"
     r"|in) )",
     r"\1 is "),
    (rf"\b(?:is|are) like {_TEXT}", r"contains \1"),
    (r"\b(is|are) in between\b", r"\1 between"),
    (rf"\b(is|are) between (\S+) to (\S+?){_ENDS}", r"\1 between \2 and \3"),
    (rf"\b(is|are) from (\S+) to (\S+?){_ENDS}", r"\1 between \2 and \3"),
    (r"\b(is|are) within the (?:last|past) (\d+ \w+)", r"\1 newer than \2"),
    (r"\b(is|are) (?:less than|within) (\d+ \w+) away\b", r"\1 within \2 of today"),
    (rf"{_THE} is in (january|february|march|april|may|june|july|august|september|october"
     rf"|november|december){_ENDS}", _in_month),
    (rf"\b(contains?|includes?) (?:any of|either) (.+?) and (\S+?){_ENDS}",
     r"\1 \2 or \3"),
    (r"\b(contains?|includes?) (?:all of|both) ", r"\1 "),
    (rf"\b(does|do) not contain (?:any of|either) (.+?) and (\S+?){_ENDS}", _none_of),
    (rf"\bcontains none of (.+?) and (\S+?){_ENDS}", r"does not contain \1 or \2"),
    (rf"{_TEXT} and {_TEXT} (?:are|is) (?:both )?in {_THE}{_ENDS}",
     r"\3 contains \1 and \2"),
    (rf"{_THE} (?:has|have) (\d+|one|two|three|four|five) "
     r"(?:items?|things?|entries|elements?|rows?)\b", r"the number of \1 is \2"),
    (rf"{_THE} (?:has|have) (more than|less than|fewer than|at least|at most) "
     r"(\d+|one|two|three) (?:items?|things?|entries|elements?|rows?)\b",
     r"the number of \1 is \2 \3"),
    (rf"\b(?:the )?number of (?:the )?(?:items|things|entries|elements|rows) in {_THE}{_ENDS}",
     r"the number of \1"),
    (rf"\b(?:the )?number of (?:the )?(?:characters|letters) (?:in|of) {_THE}{_ENDS}",
     r"the length of \1"),
    (r"\bboth ([\w ]+?s) (are|have|need)\b", r"all of the \1 \2"),
    (rf"\ball but one of {_THE} are ([\w ]+?){_ENDS}", r"exactly one of \1 is not \2"),
    (rf"\b(is|are) ([\w ]+?|{_TEXT}) (and|or) {_THE} (is|are) not{_ENDS}",
     r"\1 \2 \4 \5 \6 not \2"),
    (r"\bthe top (\d+|two|three|five|ten) (\w+s) by (\w+)",
     r"the first \1 \2 sorted by \3, highest first"),
    (r"\bthe (\d+|two|three|five|ten) (largest|biggest|highest|smallest|lowest|newest|oldest"
     r"|latest|earliest|cheapest) (\w+s)\b", _ranked),
    (r"\bthe (\d+|two|three|five|ten) (\w+s) with the (highest|largest|biggest|lowest|smallest)"
     r" (\w+)", _extremes),
    (rf"\bfrom {_ORDERS} to \w+ ([a-z]\w+){_ENDS}", r"sorted by \1, highest first"),
    (rf"\b(the (?:first|last) (?:\d+ )?\w+) by (\w+){_ENDS}", r"\1 sorted by \2"),
    (rf"\b(the [\w ]*\w+s) by (\w+){_ENDS}", r"\1 sorted by \2"),
    (r"\bhow many (\w+s)(?: there (?:are|were|have been)| (?:are|were) there"
     r"| we (?:have|had|got))?", r"the number of the \1"),
    (r"\b(the \w+s) (need|requir)ing (\w+)", _participle),
    (rf"{_TEXT} ?(?:\+|&|plus) ?({_TEXT}|the [\w ]+?){_ENDS}", _plus),
    (rf"(the [\w ]+?) ?(?:\+|&|plus) ?({_TEXT})", _plus),
    (r"^((?!if\b|unless\b).+?) then (\w+ .+)$", r"\1 and then \2"),
)  # fmt: skip
