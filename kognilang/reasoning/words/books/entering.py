"""Entering: a new row of a table of the text, with what a sentence lists for it: another visit, led
by "Ida", 18 visitors, $90 taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kognilang.language.words import lemma, plural
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.books.putting import is_sheet
from kognilang.reasoning.words.naming.computed import key_of
from kognilang.reasoning.words.naming.mentions import MARK, Marked, Mention
from kognilang.reasoning.words.naming.relating import acting, likely, related

_NEW = (
    r"(?:an?other|a new|one more|a further|an additional|an extra|a fresh|the new|the following|a)"
)
_ENTER = (
    r"(?:(?:please|also|now|then|we|i|let's|so|and|have|want|need|to) )*(?:enter|add|put|note|"
    r"record|register|log|list|write|book|insert|append|include|create|make|take|get|jot|there is|"
    r"there's|here is|here comes|comes|have|open|set|file|type|sign up|welcome|receive|received|"
    r"got|has)(?: (?:us|in|up|down))*"
)
_VALUES = ("number", "money", "percent", "duration", "count")
_BETWEEN = re.compile(r"(?i)[,;:.]+(?: and| but)? |,? and |,? with |: ")
_NOT_HELD = frozenset(("record", "table", "list", "new", "person", "file", "folder"))
_LIKELY = 5.2


def entered(situation: Situation, sentence: Marked) -> Iterator[tuple[str, float]]:
    """Yield that a row is added to a table with all that a marked sentence lists."""
    if any((one.noun and one.literal) or is_sheet(one) for one in sentence.mentions):
        # A row of a file, or of a database.
        return
    best: list[tuple[str, str]] = []
    of = ""
    for table, noun in situation.tables.items():
        fields = situation.rows.get(noun, {})
        said = _listed(sentence, noun, table, situation)
        given = _given(said, sentence, noun, fields) if said else []
        if len(given) > 1 and _named_in(sentence, given) > _named_in(sentence, best):
            best, of = given, table
    if best:
        lines = "".join(f"\n    the {name}: {value}" for name, value in best)
        yield f"Add a row to the {of} with{lines}", _LIKELY


def _named_in(sentence: Marked, given: list[tuple[str, str]]) -> int:
    """Return how many of columns a sentence names; less than none where there are no columns."""
    said = MARK.sub(lambda one: sentence.mentions[int(one[1])].said, sentence.text).lower()
    return sum(name in said for name, _ in given) if given else -1


def _listed(sentence: Marked, noun: str, table: str, situation: Situation) -> str:
    """Return the part of a text that lists what a new row has; empty where none is entered."""
    plain = MARK.sub(
        lambda one: (
            sentence.mentions[int(one[1])].said
            if re.search(rf"(?i)\b(?:{re.escape(noun)}|{re.escape(table)})$",
                         sentence.mentions[int(one[1])].said) else one[0]
        ),
        sentence.text,
    )  # fmt: skip
    on = r"(?:on|in|to|for|among|onto|into)"
    many = rf"(?:the |our )?(?:list of |table of )?(?:{re.escape(table)}|{re.escape(plural(noun))})"
    others = [one for one in (*situation.tables, *situation.tables.values())
              if one not in (table, noun)]  # fmt: skip
    if not any(re.search(rf"(?i)\b{re.escape(one)}\b", plain) for one in others):
        # New on the timetable: what the text has another name for.
        many = rf"(?:{many}|(?:the |our )?[a-z]+)"
    one = rf"(?:{_NEW} )(?:{re.escape(noun)}|row|entry|line|one)"
    for way in (
        rf"(?:{_ENTER} )?(?:something |somebody |someone )?(?:new|added|a new entry|a new "
        rf"row|another "
        rf"entry|another row) {on} {many}(?: is| are|:|,)+ ",
        rf"(?:{_ENTER} )?{one}(?: (?:has come in|came in|is|comes|came|joins|joined|comes "
        rf"in|arrived|"
        rf"has arrived|has joined|"
        rf"called|named|titled))?(?: {on} {many})?(?: (?:has|with|for|of|by|is|on))?(?::|,)? ",
        rf"{_ENTER} (?=⟦)(?=[^.]*? {on} {many})",
        rf"{on} {many},? (?:{_ENTER}|goes|there is|comes)(?: {one})?(?::|,)? ",
        rf"new {re.escape(noun)}(?::|,)? ",
    ):
        found = re.match(rf"(?i){way}", plain)
        if found is not None:
            rest = plain[found.end() :]
            return re.sub(rf"(?i),? (?:{on} {many}|as {one})(?=[ ,:.]|$)", " ", rest)
    return ""


def _given(
    said: str, sentence: Marked, noun: str, fields: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return the columns with their values, as listed; nothing where something has no column."""
    parts = [part for part in _BETWEEN.split(said.strip(" .")) if MARK.search(part)]
    values: list[tuple[str, Mention, str]] = []
    for part in parts:
        marks = [sentence.mentions[int(one)] for one in MARK.findall(part)]
        named = [_column(one, noun, fields) for one in marks]
        texts = [one for one, name in zip(marks, named, strict=True) if not name]
        if any(not one.literal and one.kind in _NOT_HELD for one in texts):
            return []
        own = [name for name in named if name]
        # On "Thursday" at "10 Mill Lane": several values between two commas.
        pieces = _PIECES.findall(part) if len(texts) > 1 else [part]
        if len(texts) > 1 and len(pieces) != len(texts):
            return []
        for one, piece in zip(texts, pieces, strict=False):
            plain = MARK.sub(lambda mark: sentence.mentions[int(mark[1])].said
                             if _column(sentence.mentions[int(mark[1])], noun, fields) else " ",
                             piece)  # fmt: skip
            values.append((own[0] if len(own) == 1 == len(texts) else "", one, plain.lower()))
    if not values:
        return []
    taken: dict[int, str] = {}
    # First what is named, then what words or kinds leave but one column for.
    for at, (name, _, _) in enumerate(values):
        if name and name not in taken.values():
            taken[at] = name
    for way in (_by_words, _by_kind, _by_text):
        for at, (_, value, words) in enumerate(values):
            left = {name: kind for name, kind in fields.items() if name not in taken.values()}
            if at not in taken and (found := way(value, words, left)):
                taken[at] = found
    if len(taken) < len(values):
        return []
    return [(taken[at], value.words) for at, (_, value, _) in enumerate(values)]


_PIECES = re.compile(r"(?:[^⟦]*?)⟦\d+⟧(?:[^⟦]*$)?")


def _column(value: Mention, noun: str, fields: Mapping[str, str]) -> str:
    """Return the column that a mention names; empty where it is a value."""
    name = value.words.rpartition("'s ")[2]
    return name if not value.literal and value.owner == noun and name in fields else ""


def _fits(value: Mention, kind: str) -> bool:
    if kind == "any":
        return True
    return value.kind == kind or (value.kind == "any" and not value.literal)


def _by_words(value: Mention, words: str, left: Mapping[str, str]) -> str:
    fits = [name for name, kind in left.items() if _fits(value, kind)]
    said = {lemma(one) for one in re.findall(r"[a-z]+", words)}
    named = [name for name in fits if {lemma(one) for one in name.split()} & said]
    near = named or [name for name in fits if related(name, words) or acting(name, words)]
    return near[0] if len(near) == 1 else ""


def _by_kind(value: Mention, words: str, left: Mapping[str, str]) -> str:
    same = [name for name, kind in left.items() if kind == value.kind]
    if not same and value.kind in ("date", "moment", "time"):
        same = [name for name in left if re.search(r"\b(?:date|day|time|deadline)$", name)]
    return same[0] if len(same) == 1 or (same and value.kind in _VALUES) else ""


def _by_text(value: Mention, words: str, left: Mapping[str, str]) -> str:
    if value.kind != "text":
        return ""
    texts = {name: kind for name, kind in left.items() if kind in ("text", "any")}
    before = re.search(r"\b(in|at|for|to|by|with|of|from|on)(?: the)? *$", words)
    if before is not None:
        return likely(texts, words, value.words, before[1])[0] if texts else ""
    key = key_of(texts)
    return key or next(iter(texts), "")
