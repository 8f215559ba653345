"""Pairing: two values that a sentence compares with each other in words of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.conditions.clauses import clause_start, conditional
from kognilang.reasoning.words.conditions.comparisons import DAYS, OPPOSITE, QUANTITIES
from kognilang.reasoning.words.conditions.found import Found
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention, subject_of
from kognilang.reasoning.words.naming.relating import STEM, nearness

_NO = (
    r"(?:(?:do|does|did|is|are|was|were|will|can|could|has|have)(?: not|n't)|cannot|not|never|no "
    r"longer|hardly|won't)"
)
_SLIPPED = r"(?:(?:also|still|yet|already|even|fully|quite|just|really|any longer|completely) )*"
_ARTICLE = r"(?:the |an? |its |their )?"

_COVERING = (
    r"(?:cover(?:s|ed|ing)?|suffic(?:es?|ed) (?:for|to pay)|(?:is |are |be )?(?:enough|sufficient|"
    r"adequate) (?:for|to cover|to pay(?: for)?|to meet)|pays? for|makes? up for|stretch(?:es)? to|"
    r"allows?(?: for)?|permits?|meets?|comes? up to|can (?:cover|pay(?: for)?|meet)|"
    r"accommodates?|bears?|holds?|takes? care of)"
)
"""What is said of a value that is at least as large as another."""
_FITTING = (
    r"(?:fits?(?: well)? (?:in(?:to|side)?|within|under)?|stays? (?:in|inside|within)|"
    r"keeps? (?:to|within|inside)|remains? (?:in|within|inside)|respects?|observes?|"
    r"(?:is |are )(?:in|inside|within))"
)
"""What is said of a value that is at most as large as another."""
_PASSIVE = (
    (r"(?:reached|met|attained|hit|matched|achieved) by", "at least"),
    (r"(?:exceeded|surpassed|topped|overtaken|overrun|passed|outstripped) by", "more than"),
    (r"(?:covered) by", "at least"),
)
_SAME = (
    r"(?:(?:is |are |be )?(?:exactly |just )?(?:the same as|identical (?:to|with)|equal to|"
    r"no different from)|equals?|match(?:es)?|agrees? with|tall(?:y|ies) with|corresponds? (?:to|"
    r"with)|coincides? with|fits with|(?:is |are )?in line with|squares? with|is as (?:high|large|"
    r"much|many|big|long) as)"
)
_OTHER = (
    r"(?:differs? from|deviates? from|(?:is |are )?(?:different (?:from|to|than)|unlike|unequal to|"
    r"out of line with|at odds with)|disagrees? with)"
)
_BOTH_SAME = (
    r"(?:are |is )?(?:(?:exactly )?the same|identical|equal|alike|match(?:ing)?|agree|coincide|"
    r"tally|correspond|in agreement)"
)
_BOTH_OTHER = r"(?:differ|diverge|deviate|disagree|are different|are unequal|are at odds)"


_BESIDES = re.compile(r"(?i) (?:in addition to|on top of|besides|over and above|plus) ")
"""Every order bears the charge in addition to its price: nothing is enough for it."""


def covering(sentence: Marked, situation: Situation) -> Found | None:
    """Find whether a value is enough for another, or the same as it."""
    if not conditional(sentence.text, situation.sentence):
        return None
    for match, word in _ways(sentence.text):
        one, other = (sentence.mentions[int(number)] for number in match.group("a", "b"))
        literal = one.literal or (other.literal and other.kind not in QUANTITIES)
        if one.words == other.words or literal or (other.literal and word in ("", "not")):
            continue
        if _is_value(one) and _is_value(other) and _comparable(one, other):
            if match.groupdict().get("no"):
                word = OPPOSITE[word]
            if word == "at least" and one.kind == "date":
                continue
            if _BESIDES.match(sentence.text, match.end()):
                continue
            return Found([one.words], word, other.words, match.start(), match.end())
    return _it_covers(sentence, situation)


def _it_covers(sentence: Marked, situation: Situation) -> Found | None:
    """Find whether a thing fits another value of its own: requests that do not fit the budget."""
    subject = subject_of(situation)
    fields = situation.fields.get(subject, {})
    for ways, word in ((_COVERING, "at least"), (_FITTING, "at most")):
        match = re.search(
            rf"(?i)(?:⟦(?P<it>\d+)⟧|\b(?:it|they|that|which|who|what\w*|anything|those))"
            rf"(?: that| which| who)? {_SLIPPED}(?P<no>{_NO} )?{_SLIPPED}(?:be )?{ways} "
            rf"{_ARTICLE}⟦(?P<b>\d+)⟧",
            sentence.text,
        )
        if match is None:
            continue
        if match["it"] and sentence.mentions[int(match["it"])].words != f"the {subject}":
            continue
        if _BESIDES.match(sentence.text, match.end()):
            continue
        other = sentence.mentions[int(match["b"])]
        if other.literal or other.kind not in QUANTITIES or other.kind == "date":
            continue
        own = [
            name for name, kind in fields.items()
            if kind == other.kind and other.words != f"the {subject}'s {name}"
        ]  # fmt: skip
        own.sort(key=lambda name: -nearness(name, situation.sentence))
        if own and (len(own) == 1 or nearness(own[0], situation.sentence)):
            ways_of = [f"the {subject}'s {own[0]}"]
            word = OPPOSITE[word] if match["no"] else word
            return Found(ways_of, word, other.words, match.start(), match.end())
    return None


def _ways(text: str) -> Iterator[tuple[re.Match[str], str]]:
    ways = [(_SAME, ""), (_OTHER, "not"), (_COVERING, "at least"), (_FITTING, "at most")]
    first = rf"(?i)⟦(?P<a>\d+)⟧ {_SLIPPED}(?P<no>{_NO} )?{_SLIPPED}"
    for said, word in ways:
        for found in re.finditer(rf"{first}(?:be )?{said} {_SLIPPED}{_ARTICLE}⟦(?P<b>\d+)⟧", text):
            yield found, word
    for said, word in _PASSIVE:
        be = r"(?:is |are |was |were |has been |have been |hasn't been |isn't |aren't )?"
        for found in re.finditer(
            rf"(?i)⟦(?P<b>\d+)⟧ (?P<no>(?:is|are|was|were|has|have)(?: not|n't)(?: been)? )?{be}"
            rf"{_SLIPPED}{said} {_ARTICLE}⟦(?P<a>\d+)⟧",
            text,
        ):
            yield found, word
    pair = rf"(?i)⟦(?P<a>\d+)⟧ (?:and|as well as) {_ARTICLE}⟦(?P<b>\d+)⟧ "
    for said, word in ((_BOTH_SAME, ""), (_BOTH_OTHER, "not")):
        for found in re.finditer(rf"{pair}(?P<no>{_NO} )?{_SLIPPED}{said}\b", text):
            yield found, word
    between = rf"between {_ARTICLE}⟦(?P<a>\d+)⟧ and {_ARTICLE}⟦(?P<b>\d+)⟧"
    nothing = r"\b(?:no|not any) (?:change|difference|gap|discrepancy|deviation)(?: at all)?"
    for found in re.finditer(rf"(?i){nothing} {between}", text):
        yield found, ""
    some = r"\b(?:an?|any|some) (?:change|difference|gap|discrepancy|deviation)"
    for found in re.finditer(rf"(?i){some} {between}", text):
        yield found, "not"


def _is_value(mention: Mention) -> bool:
    """Tell whether something named can be compared at all: no file, no record, no list."""
    return mention.kind not in ("record", "list", "table", "file", "folder", "person", "new")


def _comparable(one: Mention, other: Mention) -> bool:
    return one.kind == other.kind or "any" in (one.kind, other.kind)


_THAN = re.compile(
    r"(?i)\b(?:(?P<more>more|greater|higher|larger|bigger|later|older|longer|worse|heavier|"
    r"further)|"
    r"(?P<less>less|fewer|lower|smaller|earlier|younger|shorter|sooner|cheaper|lighter))\b"
    r"(?P<mid>(?: [a-z]+){0,3}?) than\b|\b(?:(?P<after>after|beyond|above|over|past)|"
    r"(?P<before>before|below|under|short of|prior to))\b"
)


def told_by_words(sentence: Marked, situation: Situation) -> Found | None:
    """Find two properties that are compared by other words than their names: they gave more than
    they pledged, there are more people than seats, it was closed later than it was due."""
    subject = subject_of(situation)
    fields = situation.fields.get(subject, {})
    text = sentence.text
    for match in _THAN.finditer(text):
        behind = re.match(r"(?: (?:⟦\d+⟧(?:'s)?|[a-z']+)){1,7}", text[match.end() :], re.IGNORECASE)
        if behind is None:
            continue
        named = re.match(r"(?i) (?:the |its |their )?⟦(\d+)⟧", text[match.end() :])
        if named is not None and sentence.mentions[int(named[1])].words != f"the {subject}":
            continue  # What is named is compared as it stands.
        sized = match["more"] or match["less"]
        kinds = QUANTITIES if sized else ("date", "moment")
        own = {name: kind for name, kind in fields.items() if kind in kinds}
        begun = clause_start(text, match.start())
        right, end = _first(sentence, behind[0], own)
        before = f"{text[begun : match.start()]} {match['mid'] or ''}"
        left = _last(sentence, before, {k: v for k, v in own.items() if v == own.get(right, v)})
        if not right or not left or left == right:
            continue
        word = "more than" if match["more"] or match["after"] else "less than"
        if re.search(r"(?i)(?:\bnot|n't|\bno|\bnever)(?: any)? $", text[: match.start()]):
            word = OPPOSITE[word]
        if own[right] in ("date", "moment"):
            word = DAYS[word]
        of = f"the {subject}'s "
        return Found([of + left], word, of + right, match.start(), match.end() + end)
    return None


def _first(sentence: Marked, words: str, own: Mapping[str, str]) -> tuple[str, int]:
    """Return the first property that words name or speak of, and where that ends."""
    hinted = ("", 0)
    for one in re.finditer(r"⟦(\d+)⟧|[a-z]+", words, re.IGNORECASE):
        if one[1] is not None:
            mention = sentence.mentions[int(one[1])]
            if mention.literal:
                return "", 0
            if mention.owner and mention.words.rpartition("'s ")[2] in own:
                return mention.words.rpartition("'s ")[2], one.end()
            continue
        best = max(own, key=lambda name: nearness(name, one[0]), default="")
        if best and nearness(best, one[0]) >= STEM:
            return best, one.end()
        if best and nearness(best, one[0]) and not hinted[0]:
            hinted = (best, one.end())
    return hinted


def _last(sentence: Marked, words: str, own: Mapping[str, str]) -> str:
    """Return the property that words before a comparison name or speak of; the likeliest."""
    for one in reversed(MARK.findall(words)):
        mention = sentence.mentions[int(one)]
        if mention.owner and mention.words.rpartition("'s ")[2] in own:
            return mention.words.rpartition("'s ")[2]
        if mention.literal or mention.kind not in ("record", "any"):
            return ""
    best = max(own, key=lambda name: nearness(name, words), default="")
    return best if best and nearness(best, words) else ""
