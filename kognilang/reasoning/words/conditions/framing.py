"""Framing: where a sentence states its condition, and where it says what to do under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.language.words import lemma
from kognilang.reasoning.words.conditions.clauses import REST
from kognilang.reasoning.words.conditions.frame import Frame
from kognilang.reasoning.words.conditions.ruling import (
    before_colon,
    bounded,
    left_out,
    meaning,
    required,
    such,
)
from kognilang.reasoning.words.course import passes_over
from kognilang.reasoning.words.phrases.synonyms import is_verb

_IF = (
    r"(?:only |but |and |so |even )?(?:if|when(?:ever)?|where(?:ver)?|once|as soon as|in case|"
    r"provid(?:ed|ing)(?! by| from| to| with| for)(?: that)?|(?:for )?(?:as|so) long as|"
    r"assuming(?: that)?|given that|"
    r"on (?:the )?condition(?: that)?|in the event that|in (?:all |those |any )?cases? "
    r"(?:where|when|in which)|"
    r"the moment|supposing(?: that)?|(?:every|each|any) time|now that|seeing that|should|while|"
    r"with|for|the minute|if ever|if and when|from the moment|in the case (?:of|that))\b"
)
"""What begins a condition."""
_UNLESS = (
    r"(?:but |and )?(?:unless|until|till|if not|except(?: for| that)?(?: if| when| where| in case)?"
    r"|"
    r"(?:just |only )?not (?:if|when|where)|save (?:if|when|where))\b"
)
"""What begins a condition under which nothing is done."""
_TRAILING_IF = _IF.replace(r"|with|for|", "|").replace("|while|", "|")

_EXPLAINED = (
    r"(?:i\. ?e\.|ie|that is(?: to say)?|that's(?: to say)?|that means|this means|"
    r"which means|meaning|in other words|put (?:differently|another way)|to put it (?:differently|"
    r"another way|plainly)|namely|viz\.?|(?:by (?:that|this|which) )?(?:I|we) mean|or rather|"
    r"in short|more (?:precisely|exactly)|to be (?:precise|exact|clear|more precise)|precisely|"
    r"specifically|so|thus|hence|in practice|these are|they are|those are|which is(?: to say)?|"
    r"understood as|as in|which is the case|which applies|say|and by that I mean|in plain words|"
    r"in plain terms|that would be|as shown by|recognisable by|technically|concretely|this is)"
    r"(?: when| if| where| with| the ones| those| for| that| the case)*"
    r",? (?:that )?(?:means )?"
)
"""What begins an explanation of what was said right before."""


def frames(text: str) -> Iterator[Frame]:
    """Yield how a marked text may be a condition and a rest, the surest first."""
    for find in (
        _asked,
        left_out,
        required,
        _explained,
        _led,
        _followed,
        _excepted,
        such,
        bounded,
        meaning,
        before_colon,
    ):
        for one in find(text):
            if re.search(r"[a-z⟦]", one.said) and re.search(r"[a-z]", one.rest):
                yield _negated(one)


def _asked(text: str) -> Iterator[Frame]:
    """A question and what is done if it is so: no driver? hold it back."""
    match = re.match(r"^(?:and |but |so )?([^?]+)\?[\s,]*(?:(?:if so|in that case|then|so|yes|if "
                     r"yes)\b[,:]? ?)*(.+)$", text, re.IGNORECASE)  # fmt: skip
    if match is None:
        return
    said = re.sub(
        r"(?i)^(is|are|was|were|has|have|does|do|did|will) (⟦\d+⟧|it|they|there|someone|nobody|"
        r"somebody|anybody)",
        r"\2 \1",
        match[1].strip(" ,"),
    )
    said = re.sub(rf"(?i)^{_IF} ", "", said)
    yield Frame(said, match[2], close=False)


def _explained(text: str) -> Iterator[Frame]:
    """What is meant said a second time: long trips, i.e. above the limit, need approval."""
    opened = rf"(?:[,;:]| [-–—]) ?(?:and )?{_EXPLAINED}"
    for match in re.finditer(rf"(?i){opened}", text):
        before, after = text[: match.start()], text[match.end() :]
        ends = list(re.finditer(r",|;|:| [-–—] ", after))
        for end in ends:
            rest = after[end.end() :].strip()
            yield Frame(_conditional(after[: end.start()]), _with_rest(before, rest))
        if not re.match(rf"(?i){_IF}", before):
            yield Frame(_conditional(after), _plain(before))
        else:
            comma = before.find(",")
            if comma >= 0:
                yield Frame(_conditional(after), before[comma + 1 :].strip())
    for match in re.finditer(r"(?i) ?\(([^()]+)\)|(?:, (?=those|the ones|ones)|(?<=ones), |"
                             r"(?<=[a-z]s), )"
                             r"([^,]+)(?=,)|"
                             r" [-–—] ([^-–—]+?)(?: [-–—]|$)", text):  # fmt: skip
        said = match[1] or match[2] or match[3]
        before, after = text[: match.start()], text[match.end() :].strip(" ,:")
        said = re.sub(rf"(?i)^{_EXPLAINED}", "", said)
        spared = re.search(r"(?i)[,;]? ?\b(?:except|unless)\b", before)
        if spared is not None and not after and spared.start():
            yield Frame(_conditional(said), before[: spared.start()], True)
            continue
        if re.match(rf"(?i){_IF}", before) and "," in before:
            before = before[before.index(",") + 1 :]
        yield Frame(_conditional(said), _with_rest(before, after) if after else _plain(before))


def _conditional(said: str) -> str:
    return re.sub(
        rf"(?i)^(?:{_IF}|those|the ones|ones|all|anything|the case) ", "", said.strip(" ,")
    )


def _with_rest(before: str, rest: str) -> str:
    """Return what is done where an explanation stands between who and what, or after both."""
    if re.match(r"(?i)(?:and|then|but|or)\b", rest):
        return f"{_plain(before)} {rest}"
    if re.match(
        r"(?i)(?:otherwise|else|the (?:rest|others?)|all (?:the )?others?|everything)", rest
    ):
        return f"{_plain(before)}, {rest}"
    return rest


def _plain(text: str) -> str:
    """Return what is done without the vague words for what it is done to."""
    return re.sub(
        r"(?i) (?:all )?(?:whatever|whoever|anything (?:that|which)|everything (?:that|which)|what|"
        r"those (?:who|that|which)|all (?:that|who|which)|anyone who|everyone who|"
        r"which|who|that)\b [^,⟦]*?(?= (?:on|in|to|into|from|with|for|by|at|under|onto) ⟦|$)",
        " it",
        text,
    ).strip(" ,")


def _led(text: str) -> Iterator[Frame]:
    """A condition first, and what is done after a comma or a colon."""
    starts = [0] + [one.end() for one in re.finditer(r"[;:.–—] |, (?:and |but |so )", text)]
    for start in starts:
        part = text[start:]
        for ways, turned in ((_UNLESS, True), (_IF, False)):
            lead = re.match(rf"(?i)(?:please |and |but |then )*{ways} ?", part)
            if lead is None:
                continue
            only = re.match(r"(?i)(?:but |and |so )*only\b", lead[0]) is not None
            for end in re.finditer(
                r"[,;:?](?= )|(?= [-–—] )|(?= then )|"
                r"(?= (?:do|does|will|can|may|should) (?:we|they|you|it|"
                r"⟦\d+⟧) )",
                part[lead.end() :],
            ):
                said = part[lead.end() : lead.end() + end.start()]
                rest = part[lead.end() + end.end() :].strip(" ,–—-")
                if re.match(rf"(?i)(?:and |but |or )?{REST}\b", rest):
                    break
                close = start > 0 or re.match(r"(?i)(?:with|for|while)\b", lead[0]) is not None
                yield Frame(
                    said, re.sub(r"(?i)^(?:then|so)\b,? ", "", rest), turned, close and not only
                )
            break


def _followed(text: str) -> Iterator[Frame]:
    """What is done first, and the condition last."""
    for ways, turned in ((_UNLESS, True), (_TRAILING_IF, False)):
        for lead in reversed(list(re.finditer(rf"(?i)[,;]? (?:but )?{ways} ", text))):
            said = text[lead.end() :]
            if re.search(r"(?i)\b(?:or|and)$", text[: lead.start()]) or "if not" in lead[0].lower():
                continue
            told = _TOLD_BEHIND.search(said)
            if told is not None:
                # Tell her if it is over 5: "Too much."
                yield Frame(said[: told.start()], f"{text[: lead.start()]}: {told[1]}", turned)
            done = _DONE_BEHIND.search(said)
            if done is not None and is_verb(lemma(done[2].lower())):
                # There is no fee where it is under 5: put it at 0.
                yield Frame(said[: done.start()], done[1], turned, close=False)
            if "," not in said or re.search(r"(?i), (?:and|or)\b", said):
                yield Frame(said, text[: lead.start()].strip(" ,"), turned, close=False)
            else:
                for end in re.finditer(",", said):
                    rest = f"{text[: lead.start()]}{said[end.start() :]}"
                    yield Frame(said[: end.start()], rest.strip(" ,"), turned)
    match = re.match(r"(?i)^(.+\b(?:never|not|nobody|nothing|no)\b.*?|.+n't .*?|"
                     r"no .+?),? (?:before|until|"
                     r"till|as long as not) (.+)$", text)  # fmt: skip
    if match is not None:
        yield Frame(match[2], match[1], True)


_TOLD_BEHIND = re.compile(r"(?:[:;,]| [-–—]) (⟦\d+⟧)[ .]*$")
_DONE_BEHIND = re.compile(r"(?i)(?::| [-–—]) ((?:(?:so|then|please|just|we) )*([a-z]+) .+)$")


def _excepted(text: str) -> Iterator[Frame]:
    """All but a sort of things."""
    opened = r"(?i)(?:[,;:–—]| [-–—])?(?: ?\b(?:all|and|but))? ?\bexcept\b(?: for)? ?"
    for lead in re.finditer(opened, text):
        before, after = text[: lead.start()].strip(" ,"), text[lead.end() :]
        if not before:
            for end in re.finditer(r"[,;:]", after):
                yield Frame(_conditional(after[: end.start()]), after[end.end() :].strip(), True)
            continue
        verb = r" (?=(?:is|are|get|gets|has|have|must|should|may|can|will|go|goes|needs?)\b)"
        for end in re.finditer(rf"(?i)[,;:]|{verb}", after):
            rest = f"{before} {after[end.end() :].strip()}"
            yield Frame(_conditional(after[: end.start()]), rest, True)
        yield Frame(_conditional(after), before, True)
    for pattern in (_ONLY_NOT, _ONLY_NOT_DONE):
        match = pattern.match(text)
        if match is not None:
            yield Frame(_conditional(match["c"]), match["r"], True)


_NOT = r"(?:do|does|is|are|will|can|may|must|should)(?: not|n't)(?: have to| need to)?"
_ONLY_NOT = re.compile(
    rf"(?i)^(?P<r>.+?)[,;:]? (?:and |but |just )?only (?P<c>.+?) {_NOT}(?: be| get| so)?$"
)
_ONLY_NOT_DONE = re.compile(rf"(?i)^(?:just |and )?only (?P<c>.+?) {_NOT}(?: be| get)? (?P<r>.+)$")
"""Only one sort is not done."""

_NOT_DONE = re.compile(
    r"(?i)^(?P<who>(?:please |kindly |then |so |we |you |they |he |she |it |all |⟦\d+⟧ |the [a-z]+ "
    r"|[a-z]+s )*)(?:(?:is|are|gets?|will|may|must|should|can|do|does|be) )?"
    r"(?:never|not|don't|do not|must not|mustn't|should not|shouldn't|may not|cannot|can't|won't|"
    r"will "
    r"not|is not to|are not to|isn't to|aren't to|does not|doesn't|is not|isn't|are not|aren't)\b"
    r"(?! forget| hesitate| wait| fail| only| just)(?: be| get| have to| bother(?: with| to)?)? ?|"
    r"^(?P<who2>(?:please |kindly |then |so |we |you |they |it |⟦\d+⟧ )*)(?:(?:should|must|will|"
    r"may|can|ought to|better) )?(?:hold off(?: on| with)?|holds off(?: on| with)?|"
    r"refrains?(?: from)?|"
    r"avoid|abstain from|forgo|(?:there is |there's )?no (?:need|reason|point|use|sense) "
    r"(?:to|in|for)|stop short of|steer clear of|skip(?= [a-z]+ing )|omit|spare (?:us|yourself)|"
    r"do without|does without|dispense with) "
)


_NOBODY = re.compile(
    r"(?i)^(?P<who>)(?:nobody|no one|no-one|none(?: of them)?|nothing|not (?:a single|"
    r"one) (?:⟦\d+⟧|"
    r"[a-z]+)|no (?:⟦\d+⟧|[a-z]+s?))(?= (?:is|are|gets?|may|must|should|can|will|goes?|has|have|"
    r"[a-z]+s)"
    r"\b) ?"
)


def not_done(text: str) -> str:
    """Return what a text says not to do; empty where it says what to do."""
    if passes_over(text):
        return ""
    match = _NOT_DONE.match(text) or _NOBODY.match(text)
    return f"{_who(match)}{text[match.end() :]}" if match is not None else ""


def _who(match: re.Match[str]) -> str:
    said = match.groupdict()
    return said["who"] or said.get("who2") or ""


def _negated(frame: Frame) -> Frame:
    """Return a frame whose rest says what to do, turned where it said what not to do."""
    match = _NOT_DONE.match(frame.rest) or _NOBODY.match(frame.rest)
    if match is None or re.search(r"[,;:]", frame.rest) or passes_over(frame.rest):
        return frame
    rest = f"{_who(match)}{frame.rest[match.end() :]}"
    return Frame(frame.said, rest, not frame.turned, frame.close)
