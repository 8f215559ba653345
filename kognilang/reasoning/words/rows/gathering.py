"""Gathering: what is said of all rows of a table together: their number, a total, an order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kognilang.language.words import plural
from kognilang.reasoning.words.naming.mentions import Marked
from kognilang.reasoning.words.naming.relating import related

_COUNT = r"how many(?: of)?|(?:the )?(?:number|count|tally) of(?: all)?|count(?: up)?|number of"
_FIGURES: tuple[tuple[str, str], ...] = (
    ("total", r"(?:the )?(?:grand |overall )?(?:sum|total|totals) of(?: all)?|"
              r"(?:add|sum|total|tot|count|reckon)(?: up)?(?: all)?|how much|all|total|"
              r"what (?:all )?(?:comes to|makes|adds up to)|"
              r"(?:the )?(?:total|overall|entire) (?:number|count|amount) of(?: all)?"),
    ("average", r"(?:the )?(?:average|mean)(?: of)?(?: all)?"),
    ("largest of", r"(?:the )?(?:largest|highest|biggest|greatest|maximum|top|longest|heaviest|"
                   r"latest)(?: of)?(?: all)?"),
    ("smallest of", r"(?:the )?(?:smallest|lowest|least|minimum|cheapest|shortest|earliest)(?: of)?"
                    r"(?: all)?"),
)  # fmt: skip
_NAMED = re.compile(
    r"(?i)\b(?:(?:call|name) (?:it|that|this|⟦\d+⟧|the result|the figure|the number|the sum)|"
    r"(?:keep|note|record|store|save|remember|put|take|use|treat|have)"
    r" (?:it|that|this|⟦\d+⟧|the result|the figure|the number|the sum)(?: down)? (?:as|in|under)|"
    r"as|which (?:is|we call|makes)|to get|gives|make|makes|becomes|is)"
    r" (?P<name>the [a-z]+(?: [a-z]+)?|⟦\d+⟧)[.!]?$"
)
"""What a figure is called that is worked out."""
_FORE = re.compile(
    r"(?i)^(?:so )?(?P<name>the [a-z]+(?: [a-z]+)?|⟦\d+⟧) (?:is|are|equals?|should be) "
)
_EVERY = r"(?:\b(?:every|each|all)(?: (?:single )?one)?(?: of)?)"
_MUST_HAVE = re.compile(
    r"(?i)\b(?:must|should|ought to|needs? to|has to|have to|is to|are to) have "
    r"(?:an? |the |its |their )?⟦(\d+)⟧"
)
"""A check that nothing lacks a property."""
_LIKELY = 4.3
"""How likely it is that a figure is meant where one is said."""
_SUMS = re.compile(
    r"(?i)\b(?:(?:work|figure) out what|calculate|compute|add up|sum up|tot up|total(?: up)?|"
    r"how much|the (?:sum|total) of|altogether|in total|in all)\b"
)
_TOLD = re.compile(
    r"(?i)^(?:please |kindly )?(?:what|how|say|show|tell (?:me|us)|let (?:me|us) (?:know|see)|give|"
    r"report|print|display|output|state|count|add|sum|total|i (?:need|want)|we (?:need|want)|"
    r"(?:the )?(?:average|mean|number|highest|lowest|largest|smallest|biggest|overall|grand)\b)"
)
_DOWN = re.compile(
    r"(?i)\b(?:(?:biggest|largest|highest|most|longest|latest|newest|heaviest|dearest|oldest|"
    r"greatest|worst|best|top|strongest|busiest|fullest|hottest|farthest|furthest|"
    r"priciest|costliest)\b.*\b(?:first|on top|at the top|down|up front|to (?:the )?\w+est)|"
    r"descending|from (?:the )?(?:high|large|big|most|top|new|late|heavy|long)\w*(?: down)?"
    r"(?: to \w+)?|top down)\b"
)
_ADDED = ("money", "number", "duration", "any")
_ORDERED = ("number", "money", "date", "moment", "time", "duration", "percent")
_DAYS = ("date", "moment", "time")
_A_DAY = re.compile(r"(?:^| )(?:date|day|deadline|time)$")
"""Names of days where nothing else says what they are."""
_SOON = re.compile(
    r"(?i)\b(?:soonest|earliest|oldest|next due|urgent|pressing|nearest|closest|next|first)\b"
)
_UP = re.compile(
    r"(?i)\b(?:(?:smallest|soonest|oldest|nearest|lowest|least|shortest|earliest|"
    r"cheapest|lightest|youngest|nearest|closest|next|slowest|urgent|fewest|\w+est)\b.*\b(?:first|"
    r"on top|at the top|up)|ascending|sorted|sort|ordered|in (?:the )?order|arranged?|"
    r"alphabetical(?:ly)?|ranked)\b"
)


def gathered(
    rest: str, sentence: Marked, noun: str, rows: str, fields: Mapping[str, str]
) -> Iterator[tuple[str, float]]:
    """Yield what is done with a figure of the rows of a table: sentences and how likely they are.

    `rest` is the marked sentence without its conditions, `rows` says which rows: `the orders
    whose status is "open"`.
    """
    item = sentence.marks_of(f"the {noun}")
    each = re.search(rf"(?i){_EVERY} ⟦(?:{item})⟧", rest) if item else None
    had = _MUST_HAVE.search(rest)
    if had is not None and each is not None:
        one = sentence.mentions[int(had[1])]
        if one.owner == noun:
            yield f"Make sure every {noun} has {_article(one.words)}.", _LIKELY
    lacks = re.search(r"(?i)\b(?:no|nobody|no one|none|not one)\b.* without (?:an? )?⟦(\d+)⟧", rest)
    if lacks is not None and sentence.mentions[int(lacks[1])].owner == noun:
        had_by = _article(sentence.mentions[int(lacks[1])].words)
        yield f"Make sure every {noun} has {had_by}.", _LIKELY
    value = _figure(rest, sentence, noun, rows, fields) or _total(
        rest, sentence, noun, rows, fields
    )
    if not value:
        return
    name = _name(rest, sentence)
    if name:
        yield f"Set {name} to {value}.", _LIKELY
    elif _TOLD.match(rest):
        yield f"Say {value}.", _LIKELY


def _figure(rest: str, sentence: Marked, noun: str, rows: str, fields: Mapping[str, str]) -> str:
    item = sentence.marks_of(f"the {noun}")
    if item and re.search(rf"(?i)\b(?:{_COUNT}) ⟦(?:{item})⟧", rest):
        return f"the number of {rows}"
    if order_of(rest, sentence, noun, fields):
        return ""
    for figure, ways in _FIGURES:
        for found in re.finditer(rf"(?i)\b(?:{ways})(?: (?:the|all|their|its))* ⟦(\d+)⟧", rest):
            one = sentence.mentions[int(found[1])]
            if one.owner == noun and "'s " in one.words and one.kind in _ADDED:
                of = "" if figure.endswith("of") else " of"
                many = plural(one.words.rpartition("'s ")[2])
                return f"the {figure}{of} the {many} of {rows}"
    return ""


def _total(rest: str, sentence: Marked, noun: str, rows: str, fields: Mapping[str, str]) -> str:
    """Return the total that is to be worked out of the only property that it may be of."""
    if _SUMS.search(rest) is None:
        return ""
    named = {one.words.rpartition("'s ")[2] for one in sentence.mentions
             if one.owner == noun and "'s " in one.words
             and one.kind in ("money", "number")}  # fmt: skip
    sums = named or {name for name, kind in fields.items() if kind == "money"}
    if len(sums) != 1:
        return ""
    return f"the total of the {plural(next(iter(sums)))} of {rows}"


def _article(words: str) -> str:
    name = words.rpartition("'s ")[2]
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _name(rest: str, sentence: Marked) -> str:
    found = _FORE.match(rest) or _NAMED.search(rest)
    if found is None:
        return ""
    mark = re.fullmatch(r"⟦(\d+)⟧", found["name"])
    if mark is None:
        return found["name"].lower()
    one = sentence.mentions[int(mark[1])]
    return one.words if not one.owner and not one.literal else ""


_BY = re.compile(
    r"(?i)\b(?:in (?:the )?order of(?: their)?|by(?: their)?|according to(?: their)?|"
    r"in (?:the )?sequence of|arranged by|along) ⟦(\d+)⟧"
)
_SHOWN = re.compile(
    r"(?i)^(?:please |kindly |just |now |then |and |we |let's )*(?:show|list|display|present|print|"
    r"let (?:me|us) (?:see|have|look at|view)|(?:i|we)(?:'d| would)? (?:want|like|need|wish) "
    r"(?:to (?:see|look at|view|have))?|have a look at|take a look at|see|give (?:me|us)|"
    r"bring up|pull up|get (?:me|us)|find(?: me| us)?|which|what|who|sort|order|rank|arrange|put)\b"
)
_FEW = (
    r"(?:first|top|last|bottom) ⟦(\d+)⟧(?: of)? ⟦(?:{0})⟧|"
    r"⟦(\d+)⟧ [a-z]+(?:est|st) ⟦(?:{0})⟧|⟦(\d+)⟧ (?:most|least) [a-z]+ ⟦(?:{0})⟧"
)


def few_of(rest: str, sentence: Marked, noun: str) -> str:
    """Return how many of rows in an order are meant: `first 3 `; empty where all of them are."""
    marks = sentence.marks_of(f"the {noun}") or "x"
    found = re.search(f"(?i){_FEW.format(marks)}", rest)
    if found is None:
        return ""
    number = sentence.mentions[int(next(one for one in found.groups() if one))]
    last = found[0].lower().startswith("last")
    return f"{'last' if last else 'first'} {number.words} " if number.kind == "number" else ""


def shown(rest: str, sentence: Marked, noun: str, rows: str) -> Iterator[tuple[str, float]]:
    """Yield that the rows are shown, where a sentence wants to see them."""
    item = sentence.marks_of(f"the {noun}")
    said = _SHOWN.match(rest)
    if said is None or not item:
        return
    some = r"(?:all|only|the|of|me|us|just|those|every|each|in|a|list|overview|first|top|last)"
    whose = rf"(?i)(?: {some}| ⟦\d+⟧(?= ⟦))*(?: [a-z]+(?:st)?)? ⟦(?:{item})⟧"
    if re.match(whose, rest[said.end() :]):
        sorting = re.search(r"(?i)(?:sort|order|rank|arrange|put|what|which|who)$", said[0])
        seen = " sorted by " in rows and re.search(r"(?i)\b(?:show|see)\b", rest)
        if sorting is None or seen:
            yield f"Show {rows}.", _LIKELY
        elif re.match(r"(?i)(?:which|what|who)$", said[0]):
            yield f"Show {rows}.", _LIKELY - 0.5


def _doer(name: str, text: str) -> bool:
    """Tell whether a text says who does what a property counts: users, of the usage."""
    roots = [one[:-3] for one in re.findall(r"[a-z]{2,}ers\b", text.lower())]
    return any(name.startswith(root) or related(name, root) for root in roots)


def order_of(rest: str, sentence: Marked, noun: str, fields: Mapping[str, str]) -> str:
    """Return how rows are put in order, as the language says it: `sorted by amount from highest to
    lowest`; empty where nothing says so."""
    down = _DOWN.search(rest)
    plain = next((sentence.mentions[int(one[1])] for one in _BY.finditer(rest)
                  if "'s " in sentence.mentions[int(one[1])].words), None)  # fmt: skip
    if down is None and _UP.search(rest) is None and plain is None:
        return ""
    if plain is not None and plain.owner == noun:
        by = plain.words.rpartition("'s ")[2]
        return f" sorted by {by}" + (" from highest to lowest" if down is not None else "")
    latest = re.search(r"(?i)\b(?:latest|newest|most recent)\b", rest)
    by = next((one.words.rpartition("'s ")[2] for one in sentence.mentions
               if one.owner == noun and "'s " in one.words), "")  # fmt: skip
    if not by:
        by = next((name for name, kind in fields.items()
                   if kind in _ORDERED
                   and (related(name, rest) or _doer(name, rest))), "")  # fmt: skip
    days = [name for name, kind in fields.items() if kind in _DAYS or _A_DAY.search(name)]
    if not by and _SOON.search(rest):
        by = next((name for name in days if related(name, rest)), "")
    if not by and len(days) == 1 and (latest or _SOON.search(rest)):
        by = days[0]
    if not by:
        return ""
    if by in days and latest is None and _SOON.search(rest):
        down = None
    return f" sorted by {by}" + (" from highest to lowest" if down is not None else "")
