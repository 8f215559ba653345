"""The block below a sentence, read as what the sentence needs: steps, a value, details, cases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kognilang.language.doubling import refuse_doubled
from kognilang.language.lexer import tokens as lex
from kognilang.language.scanning import (
    Tokens,
    depth_zero,
    find,
    is_mark,
    is_word,
    like_a_step,
    span_of,
    starts_with,
)
from kognilang.language.slots import read_condition, read_value
from kognilang.language.steps.plain import detail_name
from kognilang.language.tagging.vocabulary import OR_MORE
from kognilang.language.templates import template
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    And,
    Bare,
    Body,
    Compare,
    Cond,
    Detail,
    Expr,
    Item,
    ListValue,
    NewLine,
    Not,
    Or,
    Phrase,
    RecordValue,
    TableValue,
    Text,
)
from kognilang.text.fault import Fault
from kognilang.text.outline import Entry, block_text
from kognilang.text.source import Span

if TYPE_CHECKING:
    from kognilang.language.reading import Reader


class EntryBlock:
    """The entries below one entry."""

    __slots__ = ("body", "entry", "goes_on", "reader", "used")

    def __init__(self, reader: Reader, entry: Entry) -> None:
        self.reader = reader
        self.entry = entry
        self.body: Body | None = None
        """Its steps, once they are read and what is wrong with them is noted."""
        self.used = False
        """Whether anything was made of it: a block that nobody reads must not be lost."""
        self.goes_on: int | None = None
        """Which sentence of the line above it is, where that has no period yet: it may go on."""

    def steps(self) -> Body:
        """Return the block as steps."""
        self.used = True
        if self.body is None:
            self.body = self.reader.steps(self.entry.children)
        return self.body

    def value(self) -> Expr:
        """Return the block as a record, a table, a list or a long text."""
        self.used = True
        children = self.entry.children
        if children and children[0].kind == "table":
            return self._table(*children)
        fields = self._fields()
        if fields is not None:
            return RecordValue(fields, span=self._span())
        if children and all(child.marker for child in children):
            found: list[Expr] = []
            for child in children:
                if child.children:
                    raise NotParsed("block-under-finished-sentence", child.span, {})
                found.append(cell(self.reader, *child.lines[0]))
            return ListValue(tuple(found), "and", span=self._span())
        return self._one_value() or self.text()

    def _one_value(self) -> Expr | None:
        """Return what one line below `The total is` says, where all of it is a value of the
        language, as it would be on the same line; a long text is anything else. After a colon
        only a calculation is no text."""
        children = self.entry.children
        if len(children) != 1 or children[0].children or len(children[0].lines) != 1:
            return None
        start, end = children[0].lines[0]
        end -= self.reader.source.text[end - 1] == "."
        try:
            tokens = self.reader.tokens(start, end)
            value = read_value(tokens) if tokens and _is_value(tokens) else None
        except NotParsed:
            return None
        text, last = self.reader.source.text, self.entry.lines[-1][1]
        return value if text[last - 1] != ":" or type(value).__name__ == "Arithmetic" else None

    def text(self) -> Expr:
        """Return the block as a long text, a table as a table."""
        self.used = True
        children = self.entry.children
        if len(children) == 1 and children[0].kind == "table":
            return self._table(children[0])
        block = block_text(self.reader.source, self.entry)
        self.reader.long_texts.append(block.span)
        faults: list[Fault] = []
        value = template(block.text, block.span[0], faults, block.place)
        self.reader.faults_in_text(faults, block.span)
        return Text(value.parts, True, span=block.span)

    def details(self) -> tuple[Detail, ...] | None:
        """Return the block as named details, or None if some line is none."""
        found: list[Detail] = []
        lines = self._lines(texts=True)
        if lines is None:
            return None
        for start, end, child in lines:
            tokens = self._tokens(start, end)
            if child is not None:
                below = self._detail_below(tokens, child, (start, end))
                if below is None:
                    return None
                found.append(below)
                continue
            colon = find(tokens, ":")
            said = find(tokens, "is", "are", "=")
            cut = colon if colon > 0 and (said < 0 or colon < said) else said
            if cut < 1:
                return None
            name = detail_name(tokens[:cut])
            if name is None or tokens[0].text == tokens[1].text:
                return None
            if cut + 1 >= len(tokens):
                return None
            if cut == colon:
                value = cell(self.reader, tokens[cut + 1].span[0], end)
            else:
                try:
                    value = read_value(tokens[cut + 1 :])
                except NotParsed:
                    return None
            found.append(Detail(name, value, span=(start, end)))
        self.used = self.used or bool(found)
        return tuple(found) if found else None

    def _detail_below(self, tokens: Tokens, child: Entry, span: Span) -> Detail | None:
        """Return the detail whose text stands in a block of its own: `the body is`."""
        if not (is_word(tokens[-1], "is", "are") or is_mark(tokens[-1], ":")):
            return None
        name = detail_name(tokens[:-1])
        if name is None:
            return None
        text = EntryBlock(self.reader, child).text()
        if isinstance(text, Text):
            text = Text(_in_one_line(text.parts), span=text.span)
        return Detail(name, text, span=span)

    def lines(self) -> tuple[Tokens, ...]:
        """Return the words of its lines, without commas and periods at their ends."""
        self.used = True
        found = tuple(self._tokens(start, end) for start, end, _ in self._lines() or ())
        for line in found:
            refuse_doubled(line)
        return found

    def conditions(self) -> tuple[Cond, ...]:
        """Return the block as conditions, one a line."""
        self.used = True
        self._not_empty()
        return tuple(
            self._condition(child) for child in self.entry.children if child.kind == "line"
        )

    def _not_empty(self) -> None:
        """Raise NotParsed for a block of titles, notes and tables alone."""
        if not any(child.kind == "line" for child in self.entry.children):
            raise NotParsed("empty-block", self.entry.span, {})

    def condition(self, tokens: Tokens) -> Cond:
        """Return the conditions joined as the head says (`all of the following are true`)."""
        how = listed_how(tokens)
        parts = self.conditions()
        if how is None or len(parts) < 2:
            raise NotParsed("condition-missing", span_of(tokens), {})
        joined: Cond = (And if how == "all" else Or)(parts, span=self._span())
        if how == "none":
            joined = Not(joined, span=joined.span)
        return joined

    def _condition(self, entry: Entry) -> Cond:
        start, end = entry.lines[0][0], entry.lines[-1][1]
        tokens = self._tokens(start, end)
        refuse_doubled(tokens)
        if tokens and is_mark(tokens[-1], ":") and entry.children:
            return EntryBlock(self.reader, entry).condition(tokens[:-1])
        while tokens and (is_mark(tokens[-1], ".") or is_mark(tokens[-1], ",")):
            tokens = tokens[:-1]
        if len(tokens) > 1 and is_word(tokens[-1], "and", "or"):
            tokens = tokens[:-1]
        return read_condition(tokens)

    def cases(self) -> tuple[tuple[tuple[Cond, Body], ...], Body | None]:
        """Return the block as cases: `"open": …`, `over $500: …`, `Anything else: …`."""
        self.used = True
        self._not_empty()
        cases: list[tuple[Cond, Body]] = []
        otherwise: Body | None = None
        for child in self.entry.children:
            if child.kind != "line":
                continue
            tokens = self._tokens(child.lines[0][0], child.lines[-1][1])
            while tokens and is_mark(tokens[-1], "."):
                tokens = tokens[:-1]
            refuse_doubled(tokens)
            head, rest = _divided(_unled(tokens))
            block = EntryBlock(self.reader, child) if child.children else None
            from kognilang.language.sentence import sentence_steps

            if rest:
                body = sentence_steps(rest, block)
            elif block is not None:
                body = block.steps()
            else:
                raise NotParsed("body-missing", span_of(tokens), {})
            if " ".join(token.text for token in head) in _ELSE:
                if otherwise is not None:
                    raise NotParsed("otherwise-without-if", span_of(head), {})
                otherwise = body
                continue
            cases.append((_case(head), body))
        return tuple(cases), otherwise

    # -- parts ------------------------------------------------------------------------

    def _span(self) -> Span:
        children = self.entry.children
        return (children[0].span[0], children[-1].span[1])

    def _tokens(self, start: int, end: int) -> Tokens:
        return self.reader.tokens(start, end)

    def _lines(self, *, texts: bool = False) -> list[tuple[int, int, Entry | None]] | None:
        """Return the lines of a block of details, without list marks, commas and periods, each
        with the block below it: None for no block, and for all where one may have none."""
        lines: list[tuple[int, int, Entry | None]] = []
        text = self.reader.source.text
        for child in self.entry.children:
            if child.kind == "table" or (child.children and not texts):
                return None
            # In a record no line is a note or a title, whatever it begins with.
            rows = child.lines if child.kind == "line" else (child.span,)
            for number, (start, end) in enumerate(rows, 1):
                while end > start and text[end - 1] in ",. \t":
                    end -= 1
                if end > start:
                    # What stands below several lines, each ended by its comma, is the last one's.
                    below = child if child.children and number == len(rows) else None
                    lines.append((start, end, below))
        return lines

    def _fields(self) -> tuple[tuple[str, Expr], ...] | None:
        """Return the block as `name: value` lines, names as written."""
        fields: list[tuple[str, Expr]] = []
        text = self.reader.source.text
        for child in self.entry.children:
            if child.kind == "table":
                return None
            start, end = child.lines[0][0], child.lines[-1][1]
            if child.kind != "line":
                # In a record no line is a note or a title, whatever it begins with.
                start, end = child.span
            line = text[start:end]
            name, colon, rest = line.partition(":")
            name = name.strip()
            if not colon or not name or len(name) > 60 or name[0] in "\"{'(":
                return None
            if rest and not rest[0].isspace():
                return None
            while end > start and text[end - 1] in ",. \t" and not line.endswith(".."):
                end -= 1
            if child.children and not rest.strip():
                fields.append((name, EntryBlock(self.reader, child).value()))
                continue
            begin = start + len(line) - len(rest.lstrip())
            fields.append((name, cell(self.reader, begin, max(begin, end))))
        return tuple(fields) if fields else None

    def _table(self, *entries: Entry) -> Expr:
        """Return a table; blank lines between its rows do not matter, other lines do."""
        for entry in entries:
            if entry.kind not in ("table", "note"):
                raise NotParsed("line-in-table", entry.span, {})
        tables = [entry for entry in entries if entry.kind == "table"]
        lines = [line for entry in tables for line in entry.lines]
        rows: list[list[Span]] = []
        text = self.reader.source.text
        for start, end in lines:
            cells = _cells(text[start:end], start)
            if cells is None:
                # A bar in quotes or braces divides nothing: left open, they take in the row.
                raise NotParsed("value-not-understood", (start, end), {})
            rows.append(cells)
        heads = [text[a:b].strip() for a, b in rows[0]]
        if not any(heads):
            raise NotParsed("value-not-understood", lines[0], {})
        body = rows[1:]
        if body and all(set(text[a:b].strip()) <= set("-:= ") for a, b in body[0]):
            body = body[1:]
        made: list[tuple[Expr, ...]] = []
        for row, line in zip(body, lines[len(rows) - len(body) :], strict=True):
            if len(row) != len(heads):
                raise NotParsed(
                    "table-row-length", line, {"cells": str(len(row)), "columns": str(len(heads))}
                )
            made.append(tuple(cell(self.reader, a, b) for a, b in row))
        whole = (tables[0].span[0], tables[-1].span[1])
        return TableValue(tuple(heads), tuple(made), span=whole)


def _cells(row: str, offset: int) -> list[Span] | None:
    """Return where the cells of a row stand; None where quotes or braces do not close in it."""
    from kognilang.language.lexer import closing_quote
    from kognilang.language.templates import closing_brace

    cells: list[Span] = []
    begin = at = 1
    while at < len(row):
        letter = row[at]
        if letter in '"“”{':
            if row[at : at + 2] == "{{":
                at += 2
                continue
            close = closing_brace(row, at) if letter == "{" else closing_quote(row, at)
            if close is None:
                return None
            at = close
        elif letter == "|":
            cells.append((begin + offset, at + offset))
            begin = at + 1
        at += 1
    if row[begin:].strip():
        cells.append((begin + offset, len(row) + offset))
    return cells


def listed_how(tokens: Tokens) -> str | None:
    """Return `all`, `any` or `none` for a head that announces a list of conditions."""
    if len(tokens) > 2 and (
        starts_with(tokens[1:], "of the following") or starts_with(tokens[1:], "of these")
    ):
        rest = tokens[3:] if is_word(tokens[2], "these") else tokens[4:]
        if rest and is_word(rest[0], *_LISTED):
            rest = rest[1:]
        if starts_with(rest, "is|are true|so|met") or starts_with(rest, "is|are fulfilled"):
            rest = rest[2:]
        elif rest and is_word(rest[0], "hold", "holds", "apply", "applies", "is", "are"):
            rest = rest[1:]
        if rest and not is_mark(rest[0], ":"):
            return None
        return {"all": "all", "any": "any", "one": "any", "none": "none"}.get(tokens[0].text)
    return None


_LISTED = ("conditions", "condition", "statements", "things", "points", "checks", "requirements")


_ELSE = frozenset(
    (
        "anything else", "something else", "everything else", "any other value", "any other",
        "otherwise", "else", "in any other case", "in all other cases", "all other cases",
    )
)  # fmt: skip
"""The heads of the case that is left."""

_LEADS = ("if it is", "when it is", "in case it is", "if", "when", "in case of", "case", "for")
"""What people write before a case's value."""


def _unled(tokens: Tokens) -> Tokens:
    """Return a case without the `If` or `When` before its value."""
    for lead in _LEADS:
        count = len(lead.split())
        if starts_with(tokens, lead) and len(tokens) > count:
            return tokens[count:]
    return tokens


def _divided(tokens: Tokens) -> tuple[Tokens, Tokens]:
    """Return a case's head and the words of its steps, behind a colon or, failing that, a comma."""
    colon = find(tokens, ":")
    if colon > 0:
        return tokens[:colon], tokens[colon + 1 :]
    for at, token in depth_zero(tokens, 1):
        if is_mark(token, ",") and like_a_step(tokens[at + 1 :]):
            return tokens[:at], tokens[at + 1 :]
    for at, token in depth_zero(tokens, 1):
        before = tokens[at - 1]
        # `Otherwise say "c"`, `"open" say "a"`: a verb directly behind the case.
        ended = before.value is not None or (at == 1 and before.text in ("otherwise", "else"))
        if ended and token.text not in ("and", "or") and like_a_step(tokens[at:]):
            return tokens[:at], tokens[at:]
    raise NotParsed("case-without-colon", span_of(tokens), {})


def _case(tokens: Tokens) -> Cond:
    """Return the condition about `Item()` that a case's head is."""
    bounded = len(tokens) > 2 and is_word(tokens[-2], "or") and tokens[-1].text in OR_MORE
    plain = tokens[0].kind != "word" or starts_with(tokens, "the|a|an|yes|no|true|false|nothing")
    if plain and not bounded:
        value = read_value(tokens)
        if isinstance(value, ListValue):
            right = ListValue(value.items, "or", span=value.span)
            return Compare("in", Item(), right, span=span_of(tokens))
        return Compare("=", Item(), value, span=span_of(tokens))
    from kognilang.language.rewriting import rewritten
    from kognilang.language.tree import Node, Pronoun, Token

    it = Token("word", "it", tokens[0].span, "it")
    lead: Tokens = (it,)
    if not is_word(tokens[0], "is", "contains", "starts", "ends", "exceeds", "has", "matches"):
        lead = (it, Token("word", "is", tokens[0].span, "is"))
    condition = read_condition((*lead, *tokens))

    if type(condition) is Bare or (type(condition) is Compare and type(condition.right) is Phrase):
        raise NotParsed("value-not-understood", span_of(tokens), {})

    def change(node: Node) -> Node | None:
        return Item() if type(node) is Pronoun and node.word == "it" else None

    return rewritten(condition, change)


def cell(reader: Reader, start: int, end: int) -> Expr:
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
        from kognilang.language.tree import Nothing

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
            and _is_value(tokens)
        ):
            return value
    except NotParsed:
        pass
    if "{" in written and not _QUOTE.search(written):
        faults: list[Fault] = []
        made = template(written, start, faults)
        reader.faults_in_text(faults, (start, end))
        return made
    if _QUOTE.search(written):
        # Quotes say that a value was meant: as plain text they would be read as something else.
        raise NotParsed("value-not-understood", (start, end), {})
    return Text((written,), span=(start, end))


_GOING_ON = re.compile(r"[ \t]*\n[ \t]*")
_QUOTE = re.compile('["“”]')
_KEPT = re.compile(r"0\d+")
_ALONE = frozenset({"yes", "no", "true", "false"})


def _is_value(tokens: Tokens) -> bool:
    """Tell whether words of a cell begin as a value of the language does, not as plain text."""
    first = tokens[0]
    if first.kind != "word":
        return first.kind != "mark" or first.text == "("
    if first.text in _ALONE:
        return len(tokens) == 1
    return first.text in ("the", "my", "our", "its", "their", "it", "this", "today") or (
        len(tokens) > 1 and tokens[1].text in ("'s",)
    )


__all__ = ["EntryBlock", "cell", "lex", "listed_how"]


def _in_one_line(parts: tuple[str | Expr, ...]) -> tuple[str | Expr, ...]:
    """Return the parts of a long text as those of a text in quotes."""
    found: list[str | Expr] = []
    for part in parts:
        if not isinstance(part, str):
            found.append(part)
            continue
        for number, line in enumerate(part.split("\n")):
            if number:
                found.append(NewLine())
            if line:
                found.append(line)
    return tuple(found)
