"""Spreadsheets told by their ending: `Read the orders from "orders.csv".` is a sentence of the book
of tables in fewer words."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.dataclass import replace
from kognilang.language import tree
from kognilang.language.words import RESERVED

_ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")
_READ = frozenset(("read", "open", "load", "import", "fetch", "get"))
_WRITE = frozenset(("write", "export", "store"))
_ADD = frozenset(("add", "append", "write"))
_LABELS = frozenset(
    [
        "spreadsheet",
        "workbook",
        "sheet",
        "table",
        "list",
        "file",
        "excel",
        "csv",
        "data",
        "document",
    ]
)
_ARTICLES = frozenset(("the", "a", "an", "my", "our", "all"))


def in_full(step: tree.Action) -> tree.Action | None:
    """Return the sentence as the book of tables says it; None if it names no spreadsheet at its
    end, or says something else about one."""
    tokens = step.tokens
    if len(tokens) < 2 or step.block is not None or step.details or not _names_one(tokens[-1]):
        return None
    verb = tokens[0].text
    if verb in _READ:
        made = _read(step)
        # In full already: what is wrong with it is told of the sentence as it stands.
        same = made is not None and [t.text for t in made.tokens] == [t.text for t in tokens]
        return None if same else made
    place = _before_label(tokens)
    if place < 2 or tokens[place].text not in ("to", "into", "in", "as"):
        return None
    value = tokens[1:place]
    if verb in _WRITE:
        return _worded(step, ("save",), value, ("as",), tokens[-1:])
    if verb in _ADD and tokens[place].text != "as" and value[-1].text not in ("row", "rows"):
        return _worded(
            step, ("add", "the", "row"), value, ("to", "the", "spreadsheet"), tokens[-1:]
        )
    return None


def _names_one(token: tree.Token) -> bool:
    value = token.value
    if not isinstance(value, tree.Text) or not value.parts:
        return False
    last = value.parts[-1]
    return isinstance(last, str) and last.lower().endswith(_ENDINGS)


def _before_label(tokens: tuple[tree.Token, ...]) -> int:
    """Return where the preposition before `the spreadsheet "x.csv"` stands, or what is there."""
    at = len(tokens) - 2
    while at > 0 and tokens[at].kind == "word" and tokens[at].text in _LABELS | _ARTICLES:
        at -= 1
    return at


def _read(step: tree.Action) -> tree.Action | None:
    tokens = step.tokens
    result = step.result
    at = _before_label(tokens)
    if at == 0:
        return _worded(step, ("read", "the", "spreadsheet"), tokens[-1:])
    if tokens[at].text not in ("from", "of", "in", "out"):
        return None
    rest = tokens[1:at]
    if not rest:
        return None
    sheet: tuple[tree.Token, ...] = ()
    if isinstance(rest[-1].value, tree.Text):
        # the orders from the sheet "Orders" of …
        sheet = rest[-1:]
        rest = rest[:-1]
        while rest and rest[-1].text in ("the", "sheet", "tab", "page", "worksheet"):
            rest = rest[:-1]
        if rest and rest[-1].text in ("from", "in", "of"):
            rest = rest[:-1]
    if rest:
        words = [one.text for one in rest if one.text not in _ARTICLES]
        if result is not None or not words or any(one.kind != "word" for one in rest):
            return None
        if RESERVED.intersection(words):
            return None
        result = tree.Name(" ".join(words), span=(rest[0].span[0], rest[-1].span[1]))
    elif result is None:
        return None
    lead = ("read", "the", "sheet") if sheet else ("read", "the", "spreadsheet")
    tail = ("of", "the", "spreadsheet") if sheet else ()
    made = _worded(step, lead, sheet, tail, tokens[-1:])
    return replace(made, result=result, span=step.span)


def _worded(step: tree.Action, *parts: Sequence[str | tree.Token]) -> tree.Action:
    """Return the step with other words; new ones stand where the next one that was written does."""
    tokens: list[tree.Token] = []
    at = step.tokens[-1].span[0]
    for part in reversed(parts):
        for one in reversed(part):
            token = tree.Token("word", one, (at, at), one) if isinstance(one, str) else one
            at = token.span[0]
            tokens.insert(0, token)
    first = step.tokens[0]
    tokens[0] = replace(tokens[0], span=first.span)
    return replace(step, tokens=tuple(tokens), span=step.span)
