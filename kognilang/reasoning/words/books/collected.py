"""Collected: what is done with every file of a folder: all PDFs in the folder "in"."""

from __future__ import annotations

import re

from kognilang.reasoning.words.naming.mentions import Marked, Mention

_SORTS = (
    ("PDFs", r"pdfs?|pdf files?|pdf documents?"),
    ("spreadsheets", r"spreadsheets?|excel files?|csv files?|workbooks?"),
    ("images", r"images?|pictures?|photos?|scans?"),
    ("files", r"files?|documents?|papers?|everything|anything|whatever|what|all|contents?|lot"),
)
_ANY = "|".join(f"(?P<{name.lower()}>{ways})" for name, ways in _SORTS)
_FOUND = re.compile(
    r"(?i)\b(?:(?:all|every|each|any|the|of|whole|single|complete|remaining|new)(?: one)?(?: "
    r"of)? )*"
    rf"(?:{_ANY})(?: (?:that|which|there))?(?: (?:is|are|lies?|sits?|we have|lying|stored|found|"
    r"kept|waiting|comes? in|arrives?|has come in|have come in|ends? up|left))?"
    r" (?:in|from|inside|of|under|out of|within) ⟦(?P<folder>\d+)⟧"
)


def collected(text: str, sentence: Marked) -> tuple[Marked, str] | None:
    """Return a marked text with one file in the place of every file of a folder, and how the
    language says that each is gone through; None where it speaks of no such files."""
    for found in _FOUND.finditer(text):
        folder = sentence.mentions[int(found["folder"])]
        if folder.kind != "folder" and folder.noun != "folder":
            continue
        sort = next(name for name, _ in _SORTS if found[name.lower()])
        where = f"the folder {folder.words}" if folder.literal else folder.words
        mentions = [*sentence.mentions, Mention("the file", "file")]
        one = f"{text[: found.start()]}⟦{len(sentence.mentions)}⟧{text[found.end() :]}"
        return Marked(one, mentions), f"For each file in the {sort} in {where}, "
    return None
