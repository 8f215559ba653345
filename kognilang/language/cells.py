"""A cell of a table, or the value after `name:`: what is written there is mostly plain text."""

from __future__ import annotations

import re

from kognilang.language.parsing import read_value
from kognilang.language.scanning import Tokens
from kognilang.language.sourcereader import SourceReader
from kognilang.language.templates import template
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Expr, Nothing, Text
from kognilang.text.fault import Fault

_GOING_ON = re.compile(r"[ \t]*\n[ \t]*")
_QUOTE = re.compile('["“”]')
_KEPT = re.compile(r"0\d+")
_ALONE = frozenset({"yes", "no", "true", "false"})


def cell(reader: SourceReader, start: int, end: int) -> Expr:
    """Return what a cell or the value after `name:` is: a literal, a value whose names are set
    (meaning decides), a text with `{…}`, or the text as it stands."""
    text = reader.source.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    # Lines that go on with the value are one with it.
    written = _GOING_ON.sub(" ", text[start:end])
    if not written:
        return Nothing(span=(start, end))
    if _KEPT.fullmatch(written):
        # `007` is a code: as a number it would lose what was written.
        return Text((written,), span=(start, end))
    try:
        tokens = reader.tokens(start, end)
        value = read_value(tokens)
        if (
            not (len(tokens) == 1 and tokens[0].kind == "word" and tokens[0].text not in _ALONE)
            and type(value).__name__ not in ("ListValue",)
            and begins_value(tokens)
        ):
            return value
    except NotParsed:
        pass
    if "{" in written and not _QUOTE.search(written):
        faults: list[Fault] = []
        made = template(written, start, faults)
        reader.faults_in_text(faults)
        return made
    if _QUOTE.search(written):
        # Quotes say that a value was meant: as plain text they would be read as something else.
        raise NotParsed("value-not-understood", (start, end), {})
    return Text((written,), span=(start, end))


def begins_value(tokens: Tokens) -> bool:
    """Tell whether words begin as a value of the language does, not as plain text."""
    first = tokens[0]
    if first.kind != "word":
        return first.kind != "mark" or first.text == "("
    if first.text in _ALONE:
        return len(tokens) == 1
    return first.text in ("the", "my", "our", "its", "their", "it", "this", "today") or (
        len(tokens) > 1 and tokens[1].text in ("'s",)
    )
