"""Superlatives: the one thing of a table that has the most or the least of something: the officer
with the lowest load, the oldest patient, whichever offer is cheapest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kognilang.language.words import plural
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Mention
from kognilang.reasoning.words.naming.relating import related

_QUANTITIES = ("number", "money", "percent", "duration", "count")
_DAYS = ("date", "moment")

_HIGH = (
    r"highest|largest|biggest|greatest|most|maximum|max|top|longest|heaviest|dearest|costliest|"
    r"priciest|most expensive|most costly|most valuable|best|tallest|widest|hottest|warmest|"
    r"busiest|richest|furthest|farthest|steepest|fullest|worst"
)
_LOW = (
    r"lowest|smallest|least|fewest|minimum|min|shortest|lightest|cheapest|least expensive|"
    r"least busy|least costly|tiniest|coldest|coolest|nearest|closest|slightest|poorest"
)
_NEW = r"latest|newest|most recent|last|youngest|freshest"
_OLD = r"earliest|oldest|first|soonest|longest-standing|most overdue|next due"
SUPERLATIVE = rf"(?:{_HIGH}|{_LOW}|{_NEW}|{_OLD})"
_CAME = (
    r"(?:came|comes|come|arrived|arrives|was|is|got|reached us|has been|were|falls?|is to be|ends|"
    r"ended|runs out|ran out|expires?|starts?|started|begins?|began|(?:has |have |was |were |had )?"
    r"(?:[a-z]+ed|joined|left|bought|sold|sent|built|put|paid|begun|written)(?: in| up| out)?)"
)


def superlatives(sentence: str, situation: Situation) -> Iterator[tuple[int, int, Mention]]:
    """Yield what a sentence says of the one row of a table that has most or least of a property,
    with its place: `the seed with the earliest expiry date`."""
    bare = re.sub(r'"[^"]*"', lambda said: "·" * len(said[0]), sentence)
    if re.search(rf"(?i)\b{SUPERLATIVE}\b", bare) is None:
        return
    for table, noun in situation.tables.items():
        fields = situation.rows.get(noun, {})
        names = sorted((name for name, kind in fields.items() if kind in (*_QUANTITIES, *_DAYS)),
                       key=len, reverse=True)  # fmt: skip
        if not names:
            continue
        for start, end, way, prop in _told(bare, noun, table, fields, names):
            words = f"the {noun} with the {_way(way, fields[prop])} {prop}"
            yield from _with_property(sentence, start, end, words, noun, fields)


def _told(
    bare: str, noun: str, table: str, fields: Mapping[str, str], names: list[str]
) -> Iterator[tuple[int, int, str, str]]:
    props = "|".join(re.escape(one) for one in (*names, *(plural(one) for one in names)))
    many = rf"(?:{re.escape(table)}|{re.escape(plural(noun))})"
    one = rf"(?:{re.escape(noun)}|one|entry)"
    of = rf"(?:,? (?:of|among|in|out of|from) (?:all )?(?:the |our |these |those )?{many})?"
    among = rf"(?:(?:of|among|out of|from) (?:all )?(?:the |our |these )?{many},? (?:\w+ )??)"
    way = rf"(?P<way>{SUPERLATIVE})"
    has = r"(?:with|having|that has|which has|who has|that shows|bearing|of|has|having got|at)"
    for pattern in (
        rf"(?:{among})?\b(?:the |that |which |whichever |whatever |our )?{one}{of},? {has} "
        rf"(?:the )?(?:very |single )?{way} (?P<prop>{props})\b{of}",
        rf"\b(?:the |whichever |our )?{one}{of},? (?:whose|where the) (?P<prop>{props}) (?:is|are|"
        rf"lies|comes) (?:the )?{way}\b{of}",
        rf"\b(?:whichever|whatever|which|the) {re.escape(noun)}(?: that| which| who)?"
        rf" (?:is|has been|was) (?:the )?{way}(?: one)?\b{of}",
        rf"\bthe {re.escape(noun)}(?: that| which| who)? {_CAME}(?: \w+)? {way}\b(?! (?:\d|name))",
        rf"\bthe {re.escape(noun)}(?:,? (?:that|which|who))?(?: is| was| has| had| has "
        rf"been)? [a-z]+"
        rf"(?: us| in| up)?(?: for| with| at)? (?:the )(?P<way>most|least)\b(?! [a-z]+ [a-z]+ing)",
        rf"\b(?:the|our) {way} (?:\w+ )?{re.escape(noun)}\b(?! [a-z]+(?:est)\b)",
        rf"\bthe {way}(?: one)? (?:of|among|in|out of) (?:all )?(?:the |our |these ){many}\b",
    ):
        for found in re.finditer(rf"(?i){pattern}", bare):
            said = found.groupdict().get("prop") or ""
            prop = next((name for name in names if said.lower() in (name, plural(name))), "")
            prop = prop or _meant(found["way"], found[0], fields, names)
            if prop and not (not said and re.match(r"(?i)(?:first|last|top)$", found["way"])
                             and re.search(r"(?i)the (?:first|last|top) ", found[0])):  # fmt: skip
                yield found.start(), found.end(), found["way"].lower(), prop


def _way(way: str, kind: str) -> str:
    """Return the word of the language: the lowest load, the earliest day."""
    if kind in _DAYS:
        late = re.fullmatch(rf"{_NEW}|highest|largest|longest|greatest|top", way)
        return "latest" if late is not None else "earliest"
    low = re.fullmatch(rf"{_LOW}|youngest|earliest|first|soonest|newest", way)
    return "lowest" if low is not None else "highest"


def _meant(way: str, said: str, fields: Mapping[str, str], names: list[str]) -> str:
    """Return the property that a superlative alone is about: the cheapest, of the price."""
    way = way.lower()
    days = [name for name in names if fields[name] in _DAYS]
    near = [name for name in names if related(name, said)]
    sums = [name for name in names if fields[name] in _QUANTITIES]
    if re.fullmatch(r"oldest|youngest", way):
        near = [name for name in near if fields[name] in _QUANTITIES or len(days) == 1] or days
        return near[0] if near else ""
    if re.fullmatch(rf"{_NEW}|{_OLD}", way):
        near = [name for name in near if name in days]
        return near[0] if near else (days[0] if days else "")
    near = [name for name in near if name in sums]
    if near:
        return near[0]
    money = [name for name in sums if fields[name] == "money"]
    if re.fullmatch(r"highest|largest|biggest|greatest|top|lowest|smallest|busiest|worst|best|"
                    r"least busy", way):  # fmt: skip
        return money[0] if len(money) == 1 else (sums[0] if len(sums) == 1 else "")
    if re.search(r"dear|expensive|cheap|cost|pric|valuable", way):
        return money[0] if money else ""
    return ""


def _with_property(
    sentence: str, start: int, end: int, words: str, noun: str, fields: Mapping[str, str]
) -> Iterator[tuple[int, int, Mention]]:
    """Yield a row, or the property of it that the sentence speaks of: the oldest one's name."""
    listed = "|".join(re.escape(one) for one in sorted(fields, key=len, reverse=True))
    before = re.search(rf"(?i)\b(?:the )?({listed}) of $", sentence[:start])
    after = re.match(rf"(?i)'s ({listed})\b", sentence[end:])
    told = before or after
    if told is not None:
        prop = told[1].lower()
        at = before.start() if before is not None else start
        to = end + (after.end() if after is not None and before is None else 0)
        yield at, to, Mention(f"the {prop} of {words}", fields[prop], owner=noun)
    else:
        yield start, end, Mention(words, "record", noun=noun)
