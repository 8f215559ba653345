"""Texts with values in them: `Dear {the customer's name}`, with nested braces and quotes."""

from __future__ import annotations

from collections.abc import Callable

from kognilang.language.enclosing import closing_brace
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Expr, NewLine, Text
from kognilang.text.fault import Fault


def template(
    inside: str,
    offset: int,
    faults: list[Fault] | None = None,
    place: Callable[[int], int] | None = None,
) -> Text:
    """Return the text whose literal content is `inside`, written at `offset`.

    `place` says where a letter of it stands in the source, if not all were written in a row. A
    value in braces that is not understood is kept as it was written, and is a fault.
    """
    if "{" not in inside and "}" not in inside:
        return Text((inside,), span=(offset, offset + len(inside)))
    parts: list[str | Expr] = []
    plain: list[str] = []
    at = 0
    end = len(inside)
    origin = place or (lambda here: offset + here)
    while at < end:
        letter = inside[at]
        if letter in "{}" and inside[at + 1 : at + 2] == letter:
            plain.append(letter)
            at += 2
            continue
        if letter != "{":
            plain.append(letter)
            at += 1
            continue
        close = closing_brace(inside, at)
        if close is None:
            if faults is not None:
                faults.append(Fault("unclosed-brace", (origin(at), origin(end)), {}))
            plain.append(inside[at:])
            break
        value = _value(inside[at + 1 : close], origin(at) + 1, faults)
        if value is None:
            plain.append(inside[at : close + 1])
        elif value == _DOUBLE_QUOTE:
            # The one mark that cannot stand between quotes is written `{a double quote}`.
            plain.append('"')
        else:
            if plain:
                parts.append("".join(plain))
                plain = []
            parts.append(value)
        at = close + 1
    if plain or not parts:
        parts.append("".join(plain))
    return Text(tuple(parts), span=(offset, offset + end))


_DOUBLE_QUOTE = Text(('"',))


def _value(words: str, offset: int, faults: list[Fault] | None) -> Expr | None:
    from kognilang.language.doubling import refuse_doubled
    from kognilang.language.lexer import tokens
    from kognilang.language.parsing import read_value

    found = tokens(words, offset, faults)
    try:
        refuse_doubled(tuple(found))
        value = read_value(found, bare=True)
        return named(value)
    except NotParsed as failure:
        if faults is not None:
            span = failure.span if found else (offset - 1, offset + len(words) + 1)
            data = {**failure.data, "failure": failure.name, "written": words}
            faults.append(Fault("braces-not-understood", span, data))
        return None


def named(value: Expr) -> Expr:
    """Give a name in braces the article that people leave out there."""
    from kognilang.language.rewriting import rewritten
    from kognilang.language.tree import Name, Node

    def change(node: Node) -> Node | None:
        if type(node) is Name and node.determiner == "":
            return Name(node.name, "the", node.quoted, span=node.span)
        return None

    return rewritten(value, change)


def in_one_line(text: Text) -> Text:
    """Return a long text as one in quotes: its line ends as values."""
    found: list[str | Expr] = []
    for part in text.parts:
        if not isinstance(part, str):
            found.append(part)
            continue
        for number, line in enumerate(part.split("\n")):
            if number:
                found.append(NewLine())
            if line:
                found.append(line)
    return Text(tuple(found), span=text.span)
