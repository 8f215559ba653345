"""Showing: rows of a table that somebody wants to see, in which order, and how many of them: the
loans, with those due soonest at the top; our two best sellers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kognilang.reasoning.words.books.putting import is_sheet
from kognilang.reasoning.words.naming.mentions import MARK, Marked
from kognilang.reasoning.words.rows.gathering import order_of
from kognilang.reasoning.words.rows.said import Rows, rows_said

_SEE = (
    r"(?:(?:please|kindly|just|now|then|so|and|we|i|let's|also|first|could you|can you|would you|"
    r"once) )*(?:show|list|display|present|print|print out|bring up|pull up|put up|call up|see|"
    r"view|"
    r"let (?:me|us) (?:see|have|look at|view|look over|go over|take a look at|have a look at)|"
    r"(?:i|we)?(?:'d| would| will|'ll)? ?(?:want|like|need|wish|have|love|care)(?: to (?:see|look "
    r"at|view|have|look over|go over|have a look at|take a look at))?|have a look at|take a look "
    r"at|look at|look over|give (?:me|us)|get (?:me|us)|find(?: me| us)?|hand me|output|put out|"
    r"which|what|who)(?: (?:me|us|the user|here|just|only|up))*"
)
_LIST = (
    r"(?: (?:an?|the|one) (?:(?:new|short|full|complete|quick|brief) )*(?:list|overview|table|"
    r"rundown|look|summary|view|listing) (?:of|at|with))?"
)
_SCREEN = (
    r"(?:,? (?:up|out|on (?:the|my|our) (?:screen|display|monitor)|on screen|please|now|here|to (?:"
    r"me|us)|for (?:me|us)|first of all|in front of (?:me|us)|before (?:me|us)|to see))*[?.!]*"
)
_SEEN = re.compile(rf"(?i){_SEE}{_LIST} (?P<rows>\S.*?){_SCREEN}")
_PUT_UP = re.compile(
    r"(?i)(?:please )?(?:put|bring|get|have|throw|want|need) (?P<rows>\S.*?) (?:up )?(?:on (?:the|"
    r"my|our) "
    r"(?:screen|display|monitor)|on screen|up here|in front of (?:me|us))[.!]*"
)
_TOP = (
    r"(?:first|on top|at the (?:very )?(?:top|head|beginning|start|front)|up front|in front|"
    r"leading(?: the list)?|heading the list|to the top|uppermost|at the top of the list|on the "
    r"top|topmost|down|last|at the (?:bottom|end))"
)
_MOST = r"(?:(?:most|least|next) [a-z]+|[a-z]+(?:est|st)|best|worst|most|least|latest|last|soonest)"
_ORDER = re.compile(
    rf"(?i)[,;:]?(?: (?:and|but|with|where|so that|beginning|starting|by|please))* (?P<order>"
    rf"(?:(?:the|those|that|which|what|whatever|⟦\d+⟧|whoever) )?(?:[a-z⟦⟧\d]+ ){{0,6}}?{_MOST}"
    rf"(?: [a-z⟦⟧\d]+){{0,4}}? {_TOP}"
    r"|(?:sorted|ordered|ranked|arranged|lined up|listed|in (?:the )?(?:order|sequence)|in (?:a )?"
    r"(?:descending|ascending|rising|falling|alphabetical)|descending|ascending|alphabetically|"
    rf"from (?:the )?[a-z ]+ to (?:the )?[a-z]+|{_MOST} to {_MOST})\b.*"
    rf"|(?:the )?{_MOST} {_TOP}|by (?:their |the )?⟦\d+⟧.*|(?:starting|beginning) with .*)$"
)
_FEW = (
    re.compile(
        rf"(?i)(?:the |our |my |only )*(?:top )?⟦(?P<many>\d+)⟧(?: of (?:the|our))?"
        rf" (?:(?P<way>{_MOST}) )?(?P<rows>(?:[a-z-]+ )?⟦\d+⟧.*|[a-z]+ers)"
    ),
    re.compile(
        r"(?i)(?:the |our |my |only )*(?P<way>first|top|last|bottom|[a-z]+est|best|most "
        r"[a-z]+|least "
        r"[a-z]+) "
        r"⟦(?P<many>\d+)⟧(?: of (?:the|our))? (?P<rows>(?:[a-z-]+ )?⟦\d+⟧.*|[a-z]+ers)"
    ),
)
_WITH_MOST = re.compile(rf"(?i) (?:with|that have|which have|of) (?:the )?(?:very )?{_MOST} ⟦\d+⟧$")
_LOW = re.compile(
    r"(?i)\b(?:lowest|smallest|least|fewest|shortest|lightest|cheapest|worst|last|bottom|oldest|"
    r"earliest|soonest|nearest|youngest|poorest|slowest|weakest)\b"
)
_LIKELY = 5.0


def seen(text: str, sentence: Marked, of: Rows) -> Iterator[tuple[str, float]]:
    """Yield that rows are shown, where a marked sentence wants to see them, and how likely it
    is."""
    text = " ".join(text.split()).strip(" ,.")
    if any(is_sheet(one) or one.noun for one in sentence.among(text) if one.literal):
        return
    for pattern in (_PUT_UP, _SEEN):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        said = found["rows"]
        fields = of.situation.fields.get(of.noun, {})
        few = _few(said, sentence, of, fields)
        if few:
            yield f"Show {few}.", _LIKELY + 0.2
            return
        order = _ORDER.search(said)
        by = order_of(order["order"], sentence, of.noun, fields) if order is not None else ""
        if order is not None and not by:
            continue
        rows = rows_said(said[: order.start()] if order is not None else said, sentence, of)
        for number, one in enumerate(rows):
            if by or one != f"the {of.table}":
                yield f"Show {one}{by}.", _LIKELY - 0.1 * number
        if rows:
            return


def _few(said: str, sentence: Marked, of: Rows, fields: Mapping[str, str]) -> str:
    """Return so many rows that come first in an order: the first 3 orders sorted by price."""
    for pattern in _FEW:
        found = pattern.fullmatch(said)
        if found is None:
            continue
        many = sentence.mentions[int(found["many"])]
        if many.kind != "number" or not many.literal:
            continue
        rows, way = found["rows"], found["way"] or ""
        most = _WITH_MOST.search(rows)
        order = _ORDER.search(rows)
        told = way
        if most is not None:
            rows, told = rows[: most.start()], most[0]
        elif order is not None:
            rows, told = rows[: order.start()], order["order"]
        elif MARK.search(rows) is None:
            told, rows = f"{way} {rows}", "those listed"
        which = rows_said(rows, sentence, of) if MARK.search(rows) else [of.words("")]
        if not which or (not told and not way):
            continue
        first = "last" if re.match(r"(?i)(?:last|bottom)$", way) and told == way else "first"
        by = ""
        if not re.fullmatch(r"(?i)first|top|last|bottom", told):
            by = order_of(f"{told} first", sentence, of.noun, fields)
            if not by:
                continue
        return f"the {first} {many.words} {which[0].removeprefix('the ')}{by}"
    return ""
