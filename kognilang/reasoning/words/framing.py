"""Framing: where a sentence states its condition, and where it says what to do under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.dataclass import dataclass
from kognilang.reasoning.words.clauses import REST

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


@dataclass(slots=True)
class Frame:
    """A sentence of two parts: the condition it states, in marked words, and what is done.

    `turned` says that it is done where the condition does not hold. `close` says that the
    condition has to be most of its words: other words there would be what is done.
    """

    said: str
    rest: str
    turned: bool = False
    close: bool = True


def frames(text: str) -> Iterator[Frame]:
    """Yield how a marked text may be a condition and a rest, the surest first."""
    for find in (
        _asked,
        _left_out,
        _explained,
        _led,
        _followed,
        _excepted,
        _such,
        _bounded,
        _meaning,
        _before_colon,
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


_MEANS = (
    r"(?:means?(?: that)?|impl(?:y|ies)(?: that)?|leads? to|results? in|calls? for|requires?|"
    r"entails?|triggers?|warrants?|justif(?:y|ies)|is (?:a |the |enough )*reason (?:enough )?"
    r"(?:to|for)|is (?:enough|grounds|cause) (?:to|for))"
)


def _meaning(text: str) -> Iterator[Frame]:
    """Of what sort, and what that leads to: "cat" as the species means it is vaccinated."""
    match = re.match(rf"(?i)^(?P<c>.+?) {_MEANS} (?P<r>.+)$", text)
    if match is not None and "," not in match["c"]:
        yield Frame(match["c"], match["r"])
    match = re.match(
        r"(?i)^depending on (?:whether|if) (?P<c>[^,]+)(?: or not)?, (?:either )?(?P<r>.+?),? or"
        r"(?: else)? (?P<o>.+)$",
        text,
    )
    if match is not None:
        yield Frame(match["c"], f"{match['r']}, otherwise {match['o']}")


_LEAVING = (
    r"(?:leave out|leave aside|skip|ignore|exclude|omit|disregard|forget(?: about)?|pass over|"
    r"keep out|leave alone|don't touch|do not touch)"
)


def _left_out(text: str) -> Iterator[Frame]:
    """What is left out, and what is done with the rest."""
    match = re.match(rf"(?i)^(?:please )?{_LEAVING} (?P<c>.+?)[,;:]? (?:and |but |then )?"
                     rf"(?P<a>(?:[a-z]+ )+?){REST}(?P<b>.*)$", text)  # fmt: skip
    if match is not None:
        yield Frame(match["c"], f"{match['a']}it{match['b']}", True)


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
            for end in re.finditer(r"[,;:?](?= )|(?= [-–—] )|(?= then )", part[lead.end() :]):
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

_SUCH = r"(?:such|those|these|them|that one|it)"


_NEXT = re.compile(
    r"(?i)(?:(?:please|just|then|so|we) )*(?:next|skip|move on|go on|carry on|on to|proceed|"
    r"continue|leave "
    r"(?:it|them|⟦\d+⟧)(?: out| alone| be)?$|ignore|pass over|go straight)\b"
)
_RULE = re.compile(
    r"(?i)^(?:there(?: is|'s) )?(?:no (?:need|point|reason|use|sense) (?:to|in|for)|nobody|"
    r"no one|none|"
    r"nothing)\b ?(?:[a-z]+ ){0,3}?(?=⟦|with|for|in|of|under|over|who|what)"
)


def _such(text: str) -> Iterator[Frame]:
    """A rule, and what is done with those it speaks of: nobody under 16 gets in, turn those
    down."""
    for end in re.finditer(r"[,;:.]| [-–—] ", text):
        said, rest = text[: end.start()], text[end.end() :].strip()
        rest = re.sub(r"(?i)^(?:no [^,;:]+[,;:] ?|and |then |so |hence |therefore )+", "", rest)
        if re.match(rf"(?i)(?:but |and |while )?{REST}\b", rest):
            continue
        if _NEXT.match(rest):
            yield Frame(_RULE.sub("", said), rest)
        if re.match(r"(?i)(?:nobody|no one|none|nothing|no)\b", said) and re.search(
            rf"(?i)\b{_SUCH}\b|⟦", rest
        ):
            yield Frame(re.sub(r"(?i)^(?:nobody|no one|none|nothing)\b ?", "", said), rest)
        elif re.search(r"(?i)\b(?:such|those)\b", rest):
            yield Frame(said, rest, close=False)


_SORT = re.compile(
    r"(?i)(?:no|without|under|over|above|below|beyond|more|less|fewer|at least|at most|up to|"
    r"between|[a-z]+(?:er|ed)|not|still|never) "
)
_ALSO = re.compile(
    r"(?i)(?:and|or|but|with|in|out|on|to|from|otherwise|every\w*|the (?:rest|others?)|others?|"
    r"all|else|no|nothing|any\w*|is|are|was|has|so)\b"
)


_BOUND = re.compile(
    r"(?i)^(?P<c>[^,;:]*)[,;:] ?(?:and |so |anything |everything |whatever is |whoever is |"
    r"what is |all )*"
    r"(?P<w>below|above|under|over|beyond|past) (?:that|it|this)\b,? (?P<r>.+)$"
)


def _bounded(text: str) -> Iterator[Frame]:
    """A bound, and what is done beyond it: 60 is the minimum score, below that they fail."""
    match = _BOUND.match(text)
    marks = re.findall(r"⟦\d+⟧", match["c"]) if match is not None else []
    if match is not None and len(marks) == 2:
        for one, other in (marks, reversed(marks)):
            yield Frame(f"{one} {match['w']} {other}", match["r"])


def _before_colon(text: str) -> Iterator[Frame]:
    """Of what sort, and after a colon what is done: under 2 kilos: feed it."""
    for end in re.finditer(r":(?= )| [-–—] |,(?= )", text):
        said, rest = text[: end.start()], text[end.end() :].strip()
        if end[0] == "," and (_SORT.match(said) is None or _ALSO.match(rest)):
            continue
        if re.match(rf"(?i)(?:and |but |while )?{REST}\b", rest):
            continue
        yield Frame(said, rest)


_NOT_DONE = re.compile(
    r"(?i)^(?P<who>(?:please |kindly |then |so |we |you |they |he |she |it |all |⟦\d+⟧ |the [a-z]+ "
    r"|[a-z]+s )*)(?:(?:is|are|gets?|will|may|must|should|can|do|does|be) )?"
    r"(?:never|not|don't|do not|must not|mustn't|should not|shouldn't|may not|cannot|can't|won't|"
    r"will "
    r"not|is not to|are not to|isn't to|aren't to|does not|doesn't|is not|isn't|are not|aren't)\b"
    r"(?! forget| hesitate| wait| fail| only| just| bother)(?: be| get| have to)? ?"
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
    match = _NOT_DONE.match(text) or _NOBODY.match(text)
    return f"{match['who']}{text[match.end() :]}" if match is not None else ""


def _negated(frame: Frame) -> Frame:
    """Return a frame whose rest says what to do, turned where it said what not to do."""
    match = _NOT_DONE.match(frame.rest) or _NOBODY.match(frame.rest)
    if match is None or re.search(r"[,;:]", frame.rest):
        return frame
    rest = f"{match['who']}{frame.rest[match.end() :]}"
    return Frame(frame.said, rest, not frame.turned, frame.close)
