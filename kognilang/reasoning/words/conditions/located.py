"""Located: of what sort a thing is that is said by what it does: who live in "Lewes", whatever
comes from "Brunner"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.found import Found
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of
from kognilang.reasoning.words.naming.relating import likely

_DOES = (
    r"(?:lives?|living|works?|working|comes?|coming|came|sits?|sitting|belongs?|belonging|joins?|"
    r"joining|joined|goes|go|going|stems?|is|are|was|were|based|located|stationed|employed|booked|"
    r"registered|made|supplied|sent|delivered|bought|ordered|stays?|staying|stands?|standing|kept|"
    r"stored|lies?|lying|held|handled|looked after|run|taught|written|paid|signed|issued|filed)"
)
_WHO = (
    r"(?:⟦(?P<of>\d+)⟧|whatever|everything|anything|everyone|everybody|anyone|anybody|those|people|"
    r"whoever|all|any of them|many of them|of them|who|which|that)"
)
_PATTERN = re.compile(
    rf"(?i){_WHO}(?: (?:who|which|that))?(?: {_DOES})*"
    r"(?: already| still| now| yet)*(?: (?P<led>in|from|at|for|to|with|by|under|on|through|via|"
    r"joins?|joining|into|out of|onto|marked(?: as)?|labelled|tagged|flagged(?: as)?|rated|graded|"
    r"called|named|listed as|down as|classed as|as)(?: the| an?)?|"
    r"(?<=is)|(?<=are)|(?<=still)|(?<=already)) ⟦(?P<value>\d+)⟧"
)

_SORTS = re.compile(
    r"(?i)\b(?:who|which|that|(?<!is )(?<!are )(?<!was )(?<!be )\w+ing|based|located|stationed)\b"
)
_ASKED = re.compile(
    r"(?i)(?:.*\b(?:how many|number of|count)\b|who\b|which\b|(?:show|list|display|see)\b)"
)


def located(sentence: Marked, situation: Situation) -> Found | None:
    """Return the first sort that is told by where things are, or whose; None where none is."""
    subject = subject_of(situation)
    told = _by_property(sentence, subject) or _from(sentence, situation, subject)
    if told is not None:
        return told
    for found in _PATTERN.finditer(sentence.text):
        if found["of"] and not _is_of(sentence.mentions[int(found["of"])], subject):
            continue
        said = re.search(rf"(?i)\b{_DOES}\b", found[0])
        sort = _SORTS.search(found[0]) or _ASKED.match(sentence.text)
        if said is None or (found["of"] and not sort):
            # The order goes to "Leeds": that is what is to be done.
            continue
        value = sentence.mentions[int(found["value"])]
        fields = situation.fields.get(subject, {})
        names = [name for name, kind in fields.items() if kind in ("text", "any")]
        if not value.literal or value.kind != "text" or not names:
            continue
        led = (found["led"] or "").lower()
        chosen = likely(names, sentence.text, value.words, led)
        own = sentence.mentions[int(found["of"])].words if found["of"] else ""
        ways = [way for one in chosen if (way := f"the {subject}'s {one}") != own]
        start = found.start() + (len(f"⟦{found['of']}⟧") if found["of"] else 0)
        return Found(ways[:3], "", value.words, start, found.end())
    return None


_LEADS = (
    r"(?:who are |that are |which are )?(?P<led>from|of|in|on|at|by|under|with|for|to|into|onto|"
    r"out of|through|via)"
)
_MANY = re.compile(r"(?i)(?:every|each|any|all|no)\b|.*[a-z]s$")


def _by_property(sentence: Marked, subject: str) -> Found | None:
    """Find those of ward "East": the property and what it has to be stand together."""
    for match in re.finditer(rf"(?i)⟦(\d+)⟧ {_LEADS} ⟦(\d+)⟧ ⟦(\d+)⟧", sentence.text):
        of, prop, value = (sentence.mentions[int(match[one])] for one in (1, 3, 4))
        ours = subject and of.words == f"the {subject}" and prop.owner == subject
        if ours and value.literal and prop.kind == value.kind and _MANY.match(of.said):
            start = match.start() + len(f"⟦{match[1]}⟧")
            return Found([prop.words], "", value.words, start, match.end())
    return None


_BESIDE = re.compile(r"(?i)\b(?:on|for|of|with|about|by|from|at|each and|only|just)(?: the)? $")
_SAYS = re.compile(
    r"(?i) (?:is|are|was|were|has|have|had|do|does|did|don't|doesn't|must|should|may|can|cannot|"
    r"will|shall|needs?|gets?|goes|go|pays?|costs?|takes?|earns?|counts?|comes?|belongs?|ends?|"
    r"receives?|wants?|loses?|keeps?|stays?|waits?|lands?|ought|always|never|also|only|aren't|"
    r"isn't|[a-z]+ed)\b"
)
"""What a sentence goes on with after its subject."""


def _is_of(mention: Mention, subject: str) -> bool:
    """Tell whether something named is a thing gone through, or whom a property of it names:
    customers, of a switch's customer."""
    of_people = mention.owner == subject and mention.kind in ("text", "any")
    return mention.words == f"the {subject}" or (of_people and mention.said.endswith("s"))


def _overlapping(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern, also those that begin within another: on every crossing out
    of "Norvik"."""
    way, at = re.compile(pattern), 0
    while (match := way.search(text, at)) is not None:
        yield match
        at = match.start() + 1


def _from(sentence: Marked, situation: Situation, subject: str) -> Found | None:
    """Find whatever is from "Greenline", every application from "Harbour"."""
    many = r"(?:anything|everything|whatever|everyone|everybody|anyone|anybody|those|all)"
    # People from, customers of: a noun that stands for the thing, at the beginning.
    at_first = r"(?:people|persons|folks?|(?:all |any |every |only )?(?!goes|gets|does)[a-z]{3,}s)"
    for match in _overlapping(
        rf"(?i)(?:⟦(?P<of>\d+)⟧|^{many}|^{at_first}|(?<=[a-z] )(?:{many}|(?:the )?ones|people)) "
        rf"{_LEADS} (?:the |an? )?⟦(?P<value>\d+)⟧",
        sentence.text,
    ):
        value = sentence.mentions[int(match["value"])]
        led = match["led"].lower()
        if match["of"]:
            of = sentence.mentions[int(match["of"])]
            several = _is_of(of, subject) and _MANY.match(of.said)
            asked = _ASKED.match(sentence.text) is not None and led not in ("to", "for")
            before = sentence.text[: match.start()]
            # On every crossing out of "Norvik", the loans to the "Town Hall": of what sort.
            after = sentence.text[match.end() :]
            sort = _BESIDE.search(before) or (not before and _SAYS.match(after))
            if not several or not (asked or sort or led in ("from", "of", "by", "out of")):
                continue
        elif (match.start() > 0 and led not in ("from", "of", "in", "at", "by", "on")) or (
            not _SAYS.match(sentence.text[match.end() :]) and led in ("to", "into", "onto")
        ):
            continue
        fields = situation.fields.get(subject, {})
        names = [name for name, kind in fields.items() if kind in ("text", "any")]
        if not value.literal or value.kind != "text" or value.noun or not names:
            continue
        own = sentence.mentions[int(match["of"])].words if match["of"] else ""
        chosen = likely(names, sentence.text, value.words, led)
        ways = [way for one in chosen if (way := f"the {subject}'s {one}") != own]
        start = match.start("led") - 1
        return Found(ways[:3], "", value.words, start, match.end())
    return None
