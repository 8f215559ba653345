"""Figures: what is worked out of all rows of a table together, as a value of its own: how many
there are, what their fees come to, what they weigh on average, the most that one of them costs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kognilang.dataclass import dataclass
from kognilang.language.words import plural
from kognilang.reasoning.words.conditions.comparisons import EVERY_WAY
from kognilang.reasoning.words.naming.mentions import Marked, Mention
from kognilang.reasoning.words.naming.relating import related

_ADDED = ("money", "number", "duration", "any")
_ALL = r"(?:(?:all|every|each|the|our|of|these|those|their|its|up|single|one) )*"
_MANY = rf"(?P<of>{_ALL}⟦(?P<rows>\d+)⟧)"
_VALUE = (
    rf"(?:{_ALL}⟦(?P<row1>\d+)⟧'s? )?{_ALL}⟦(?P<value>\d+)⟧"
    rf"(?: (?:of|for|on|in|from|over|across) {_ALL}⟦(?P<row2>\d+)⟧)?"
)
_WHOLE = (
    r"(?:in all|all in all|in total|altogether|all together|taken together|together|combined|"
    r"overall|in sum|summed up|added up|added together|as a whole|all told)"
)
_COME = (
    r"(?:comes?|came|adds? up|added up|sums? up|amounts?|amounted|runs?|totals?|tots? up|makes?|"
    r"made|reach|reaches|gives?|get us)(?: up)?(?: to)?"
)
_SUM = r"(?:grand |overall |combined |entire |whole |full |joint )*(?:sum|total|totals|sum total)"
_TIME = r"(?: (?:at the moment|right now|now|currently|today|so far|to date|at present|this \w+))*"
_THERE = (
    r"(?: (?:are there|there are|is there|do we have|we have|have we(?: got)?|we(?:'ve| have) got|"
    r"are on (?:it|the list|record)|are listed|is that|that is|are they|exist|are|is|have|has|"
    r"stand|remain|in all|altogether|in total)(?: still)?)*"
)
_HAD = (
    r"(?:(?:we|they|there|you|i|it|did|do|does|have|has|had|were|was|was|are|is|come|came|comes|"
    r"take|took|taken|get|got|make|made|earn|earned|sell|sold|count|counted|paid|pay|in|been|be|"
    r"owe|owed|spend|spent|see|saw|seen|visited|here|us|to|up) ?)*"
)

_TOTALS = (
    rf"(?:the |our |an? )?{_SUM}(?: (?:of|over|for|from|up))+ {_VALUE}(?: {_WHOLE})?",
    rf"(?:the |our )?(?:total|overall|combined|entire|whole) (?:(?:number|amount|sum) "
    rf"of )?{_VALUE}",
    rf"what (?:(?:do|does|did|will|would) )?{_VALUE} {_COME}(?: {_WHOLE})?",
    rf"(?:what|all that|how much) (?:is|are|makes?) {_VALUE} {_WHOLE}",
    rf"how (?:much|high) (?:(?:is|are|do|does|did) )?{_VALUE}(?: {_HAD})?(?: {_WHOLE})",
    rf"how (?:much|high) (?:do|does) {_VALUE} {_COME}(?: {_WHOLE})?",
    rf"how much ⟦(?P<value>\d+)⟧ {_HAD}(?: ?{_WHOLE})?",
    rf"how many ⟦(?P<value>\d+)⟧ {_HAD} ?{_WHOLE}",
    rf"{_VALUE},? (?:taken |all |when )?{_WHOLE}",
    rf"{_WHOLE},? {_VALUE}",
)
_AVERAGES = (
    r"what (?:you|we|one) (?:get|see|have|find) on (?:the )?average (?:over|for|across|from|of|"
    rf"among) {_ALL}⟦(?P<row2>\d+)⟧",
    rf"(?:the |our |an )?(?:average|mean)(?: (?:of|over|for|value of))? {_VALUE}"
    rf"(?: (?:is|of|on|over|per|across) {_ALL}⟦(?P<row3>\d+)⟧)?",
    rf"(?:what (?:is )?|how (?:high|much|big|large|long|far) (?:is|are) )?{_VALUE}"
    r"(?: is| are| comes to)?,? on (?:the )?average",
)
_MOST = (
    rf"(?:the |our )?(?:very )?(?:largest|highest|biggest|greatest|maximum|top|longest|heaviest|"
    rf"dearest) (?:of )?{_VALUE}",
)
_LEAST = (
    rf"(?:the |our )?(?:very )?(?:smallest|lowest|least|minimum|cheapest|shortest|lightest) "
    rf"(?:of )?{_VALUE}",
)
_COUNTS = (
    rf"how many(?: of)? {_MANY}{_THERE}{_TIME}",
    rf"(?:the |our )?(?:number|count|tally|quantity|total) of {_MANY}{_TIME}",
    rf"count (?:up )?{_MANY}{_TIME}",
)
_BY_VERB = (
    rf"(?:what|how much) {_MANY} (?P<verb>[a-z]+)(?: up)?(?: to)? {_WHOLE}",
    rf"(?:what|how (?:much|long|far)) (?:do |does |did )?{_MANY} (?P<verb>[a-z]+)(?: up)?(?: to)? "
    rf"(?:on (?:the )?(?P<mean>average)|{_WHOLE})",
    rf"how (?P<verb>[a-z]+) (?:are|is) {_MANY} (?:on (?:the )?(?P<mean>average)|{_WHOLE})",
)


def _patterns(ways: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?i)(?<![\w⟦'-]){way}(?![\w'])") for way in ways)


_WAYS = (
    ("total of", _patterns(_TOTALS)),
    ("average of", _patterns(_AVERAGES)),
    ("largest of", _patterns(_MOST)),
    ("smallest of", _patterns(_LEAST)),
)
_COUNT_WAYS, _VERB_WAYS = _patterns(_COUNTS), _patterns(_BY_VERB)
_ADDING = re.compile(
    rf"(?i)\b(?:add|sum|tot|total|reckon|count)(?: up)? {_VALUE}(?: up| together)*(?: {_WHOLE})?"
)
_EXCEEDED = re.compile(
    rf"(?i)(?P<than>\b(?:{EVERY_WAY}) ⟦\d+⟧) (?:⟦(?P<value>\d+)⟧|(?P<what>[a-z]+)) "
    rf"(?P<did>[a-z]+(?: in| to us)?) "
    rf"{_WHOLE}"
)
"""Over 500 people came in all."""
_WEIGHED = re.compile(
    rf"(?i){_MANY} (?P<verb>[a-z]+) (?P<than>(?:{EVERY_WAY}) ⟦\d+⟧)(?: [a-z]+)? {_WHOLE}"
)
"""The parcels weigh over 400 in all."""


@dataclass(slots=True)
class Figured:
    """A marked sentence with a figure as one of its values; `at` is the value's number. `asked`
    says that the sentence had it as a question, or as what is to be worked out."""

    sentence: Marked
    at: int
    asked: bool


def figured(
    text: str, sentence: Marked, noun: str, rows: str, fields: Mapping[str, str]
) -> Iterator[Figured]:
    """Yield a marked text with the figure that it speaks of as a value. `rows` says of which rows:
    `the late orders`."""
    whole = Marked(text, sentence.mentions)
    for start, end, words, kind, instead in _found(whole, noun, rows, fields):
        mentions = [*whole.mentions, Mention(words, kind, said=text[start:end])]
        mark = f"⟦{len(whole.mentions)}⟧"
        said = f"{text[:start]}{instead.format(mark) if instead else mark}{text[end:]}"
        asked = re.match(r"(?i)(?:how|what|add|sum|tot|total|count|reckon)\b", text[start:end])
        yield Figured(Marked(said, mentions), len(whole.mentions), asked is not None)
        return


def _found(
    whole: Marked, noun: str, rows: str, fields: Mapping[str, str]
) -> Iterator[tuple[int, int, str, str, str]]:
    """Yield where a figure is said, its words and its kind, and what to say in its place."""
    text = whole.text
    many = whole.marks_of(f"the {noun}", rows).split("|")

    def of(prop: str, figure: str) -> str:
        if re.fullmatch(r"the [a-z]+", rows):
            return f"the {figure} {rows}' {plural(prop)}"
        return f"the {figure} the {plural(prop)} of {rows}"

    for pattern in _COUNT_WAYS:
        for found in pattern.finditer(text):
            if found["rows"] in many:
                yield found.start(), found.end(), f"the number of {rows}", "number", ""
    for pattern in (_EXCEEDED, _WEIGHED):
        for found in pattern.finditer(text):
            groups = found.groupdict()
            prop = _property(whole, found, noun, many) if groups.get("value") else ""
            if groups.get("what"):
                prop = _of_verb(groups["what"], fields)
            if groups.get("verb") and groups["rows"] in many:
                prop = _of_verb(groups["verb"], fields)
            if prop:
                instead = "{} is " + found["than"]
                yield (*found.span(), of(prop, "total of"), fields.get(prop, "any"), instead)
    for pattern in _VERB_WAYS:
        for found in pattern.finditer(text):
            prop = _of_verb(found["verb"], fields) if found["rows"] in many else ""
            if prop:
                figure = "average of" if found.groupdict().get("mean") else "total of"
                yield (*found.span(), of(prop, figure), fields[prop], "")
    for figure, patterns in _WAYS:
        for pattern in patterns:
            for found in pattern.finditer(text):
                prop = _property(whole, found, noun, many)
                if not prop and "value" not in pattern.groupindex:
                    prop = _named_before(whole, found, noun, many, fields)
                if prop:
                    yield (*found.span(), of(prop, figure), fields.get(prop, "any"), "")
    for found in _ADDING.finditer(text):
        prop = _property(whole, found, noun, many)
        if prop:
            yield (*found.span(), of(prop, "total of"), fields.get(prop, "any"), "")


def _property(whole: Marked, found: re.Match[str], noun: str, many: list[str]) -> str:
    """Return the property of the rows that a figure is of; empty where it is of anything else."""
    groups = found.groupdict()
    if any(groups.get(name) and groups[name] not in many for name in ("row1", "row2", "row3")):
        return ""
    if not groups.get("value"):
        return ""
    one = whole.mentions[int(groups["value"])]
    if one.owner != noun or "'s " not in one.words or one.kind not in _ADDED:
        return ""
    return one.words.rpartition("'s ")[2]


def _named_before(
    whole: Marked, found: re.Match[str], noun: str, many: list[str], fields: Mapping[str, str]
) -> str:
    """Return the property that a name is made of: the mean error, of errors."""
    if found["row2"] not in many:
        return ""
    said = re.sub(r"⟦(\d+)⟧", lambda one: whole.mentions[int(one[1])].said, whole.text)
    sums = [name for name, kind in fields.items() if kind in _ADDED and kind != "any"]
    sums = [name for name in sums if re.search(rf"(?i)\b{re.escape(name)}s?\b", said)] or sums
    return sums[0] if len(sums) == 1 else ""


def _of_verb(verb: str, fields: Mapping[str, str]) -> str:
    """Return the property that a verb is about: weigh, of the weight."""
    near = [name for name, kind in fields.items()
            if kind in _ADDED and kind != "any" and related(name, verb)]  # fmt: skip
    return near[0] if len(near) == 1 else ""
