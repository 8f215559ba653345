"""Parts: a sentence that says to do two things, in the order in which they are done."""

from __future__ import annotations

import re

from kognilang.language.words import lemma
from kognilang.reasoning.words.clausing import clauses
from kognilang.reasoning.words.conditions.comparisons import QUANTITIES
from kognilang.reasoning.words.naming.mentions import MARK, Marked
from kognilang.reasoning.words.phrases.synonyms import is_verb

_PARTS = re.compile(
    r"(?i)\s*(?:[,;]? and then|[,;]? and afterwards|[,;]? and after that|[,;] after that|"
    r"[,;]? after which|[,;]? afterwards|[,;]? then|[,;]? and also|"
    r"[,;]? and (?:if|when|once|as soon as) (?:that|this|it)(?:'s| is| has been) "
    r"(?:done|through|over),?|"
    r"[,;]? and (?:please )?(?:do not|don't|never) forget to|[,;]? and remember to|"
    r"[,;]? and besides(?: that)?,?|[,;]? (?:and )?in addition,?|[,;]? (?:and )?on top of that,?|"
    r"[,;]? plus|[,;]? as well as|[,;]? but also|[,;]? followed by|[,;]? and|[;.])\s+"
)


_ORDERED: tuple[tuple[re.Pattern[str], bool], ...] = (
    (re.compile(r"(?i)^(?:after|having) (\w+(?:ing|ed)\b[^,]*), (.+)$"), True),
    (re.compile(r"(?i)^before (?!⟦\d+⟧,)([^,]*[a-z][^,]*), (.+)$"), False),
    (re.compile(r"(?i)^(?:besides|in addition to|as well as|apart from|on top of|along with|"
                r"together with) (\w+ing\b[^,]*), (.+)$"), True),
    (re.compile(r"(?i)^(?:not only|both) ([a-z][^,]*?),? (?:but(?: also)?|and(?: also)?) "
                r"([a-z].*)$"),
     True),
    (re.compile(r"(?i)^(.+?),? (?:as well as|besides|in addition to|on top of|along with|together "
                r"with|while|whilst|plus) (\w+ing\b.*)$"), True),
    (re.compile(r"(?i)^(?:when|once|as soon as) (?:you have|you've|you are done|we have|we've|you "
                r"are (?:done|through|finished) with|done|done with|finished) (\w+(?:ing|ed|en)\b"
                r"[^,]*), (.+)$"), True),
    (re.compile(r"(?i)^(.+?)[,;]? (?:(?:but|and|only) )?(?:when|once|as soon as|after) (?:you have|"
                r"you've|we have|we've) (\w+(?:ing|ed|en)\b[^,]*)$"), False),
    (re.compile(r"(?i)^(.+?), (?:(?:but|and) )?(?:having|after having) (?:first |already |"
                r"previously )*(\w+ .+)$"), False),
    (re.compile(r"(?i)^(.+?),? (?:but |and )?(?:do |see to it that you )?(?!⟦)(?:only )?(?:to be )?"
                r"preceded by (.+)$"), False),
    (re.compile(r"(?i)^after (?:the |an? )?(\w+(?:ment|ance|tion|ing|al|ce)),? (⟦.+)$"), True),
    (re.compile(r"(?i)^(.+?),? (?:but )?(?:only )?(?:after|having) (?:first )?"
                r"(\w+(?:ing|ed)\b.*)$"), False),
    (re.compile(r"(?i)^(.+?),? (?:before|prior to|ahead of) (\w+ing\b.*)$"), True),
    (re.compile(r"(?i)^(.+?),? but (?:please )?([a-z].*?) (?:first|beforehand|"
                r"before that)$"), False),
    (re.compile(r"(?i)^(.+?),? (?:but )?not (?:before|until|till) (⟦\d+⟧ (?:has|have|is|are)(?: "
                r"been)?"
                r" \w+(?:ed|en|t)\b.*)$"), False),
    (re.compile(r"(?i)^(.+?),? but first,? (.+)$"), False),
    (re.compile(r"(?i)^first,? (.+?)[,;]? (?:and )?(?:then|afterwards|after that|next),? (.+)$"),
     True),
)  # fmt: skip
"""Sentences of two steps, and whether the one said first is done first."""


def parts_of(text: str) -> tuple[str, ...]:
    """Return the two parts of a marked text that may each be a step, in the order in which they
    are done; nothing where it has one."""
    for pattern, as_said in _ORDERED:
        found = pattern.match(text)
        if found is not None:
            return (found[1], found[2]) if as_said else (found[2], found[1])
    listed = _LISTED.match(text)
    if listed is not None and is_verb(lemma(listed[3].lower())):
        return listed[1], listed[2]
    gapped = _gapped(text)
    if gapped:
        return gapped
    for first, second in clauses(text, _PARTS):
        return first, second
    split = _PARTS.search(text)
    if split is None:
        return ()
    first, second = text[: split.start()], text[split.end() :]
    return (first, second) if re.search(r"[a-z]", MARK.sub("", second)) else ()


def ordered(text: str) -> bool:
    """Tell whether a marked text begins with a step that is named first: after cautioning it."""
    if _DONE_FIRST.search(text) is not None:
        return True
    return _FIRST_NAMED.match(text) is not None and _IF.search(text) is None


_DONE_FIRST = re.compile(
    r"(?i)(?:^|[a-z⟧],? )(?:but |and |only )*(?:(?:when|once|as soon as|after) (?:you have|you've|"
    r"we have|we've|having)|(?<=, )(?:after )?having) (?:first |also |already )*"
    r"(?!been\b|got\b|had\b|not\b|never\b|no\b)[a-z]+(?:ed|en|t|id|ut)\b[^,]*(?:⟦[^,]*)$"
)
"""Send it off once you have weighed it."""
_FIRST_NAMED = re.compile(
    r"(?i)^(?:after|before|having|besides|in addition to|as well as|apart from|on top of) "
    r"(?:first )?(?!being|having|(?:the|an?|its?) )[a-z]+ing\b(?! of)[^,]*⟦[^,]*, .*[a-z]"
)
_IF = re.compile(r"(?i)\b(?:if|when|unless|where|whose|that|which|who)\b")

_LISTED = re.compile(
    r"(?i)^([a-z]+ [^,]*⟦\d+⟧[^,]*), ((?:then )?([a-z]+) (?:[a-z]+ )?⟦[^,]*,? (?:and|then) "
    r".*[a-z].*)$"
)
"""Carry ⟦0⟧ to ⟦1⟧, list ⟦2⟧ and lock ⟦3⟧: the first of three steps, and the others."""
_GAPPED = re.compile(
    r"(?i)^(?P<verb>(?:please |also |then )*[a-z]+(?: down| in| up)?) (?P<one>⟦\d+⟧ (?P<way>as|"
    r"to|at|"
    r"in|on|by|with|from|into|for|under|with) ⟦\d+⟧)(?:,? (?:and|plus|as well as)(?: also)?|,|;) "
    r"(?P<other>⟦\d+⟧ (?P=way) ⟦\d+⟧)$"
)
"""Enter ⟦0⟧ as ⟦1⟧ and ⟦2⟧ as ⟦3⟧: the verb is said once."""
_GAPPED_BE = re.compile(
    r"(?i)^(?P<one>⟦\d+⟧ (?P<verb>becomes|reads|says|shows|gets|goes to|is set to|should be|shall "
    r"be|must be|is|changes to|is to be|goes up by|goes down by|rises by|falls by|goes up to|is "
    r"put "
    r"to|(?:is|are|must be|should be|has to be) [a-z]+(?: up| down)? (?:to|by|as)) ⟦\d+⟧)"
    r"(?:,? (?:and|plus)(?: also)?|,|;) (?P<a>⟦\d+⟧)(?: (?:to|by|as))? (?P<b>⟦\d+⟧)$"
)
"""⟦0⟧ becomes ⟦1⟧ and ⟦2⟧ ⟦3⟧."""


def _gapped(text: str) -> tuple[str, ...]:
    """Return the two parts of a text that says its verb once."""
    found = _GAPPED.match(text)
    if found is not None:
        return f"{found['verb']} {found['one']}", f"{found['verb']} {found['other']}"
    found = _GAPPED_BE.match(text)
    if found is not None:
        return found["one"], f"{found['a']} {found['verb']} {found['b']}"
    return ()


def shared(text: str, sentence: Marked) -> tuple[str, ...]:
    """Return a text once for each of two things that it says the same of: put ⟦0⟧ and ⟦1⟧ in ⟦2⟧;
    nothing where it has no such two."""
    found = re.search(r"(?i)⟦(\d+)⟧(?:,? and(?: also)?| as well as|, along with) ⟦(\d+)⟧", text)
    if found is None:
        return ()
    one, other = (sentence.mentions[int(number)] for number in found.groups())
    if one.owner or other.owner or one.kind != other.kind or one.kind in QUANTITIES:
        return ()
    before, after = text[: found.start()], text[found.end() :]
    return tuple(f"{before}⟦{number}⟧{after}" for number in found.groups())
