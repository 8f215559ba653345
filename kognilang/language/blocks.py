"""The block below a sentence, read as what the sentence needs: steps, a value, details, cases."""

from __future__ import annotations

from kognilang.language.cases import case_condition, case_of, is_any_other
from kognilang.language.cells import begins_value, cell
from kognilang.language.conditions import read_condition
from kognilang.language.doubling import refuse_doubled, refuse_named_twice
from kognilang.language.heads import listed_how
from kognilang.language.parsing import read_value
from kognilang.language.scanning import Tokens, find, is_mark, is_word, span_of
from kognilang.language.sentence import sentence_steps
from kognilang.language.sourcereader import SourceReader
from kognilang.language.steps.plain import detail_name
from kognilang.language.tables import table_of
from kognilang.language.templates import in_one_line, template
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    And,
    Body,
    Cond,
    Detail,
    Expr,
    ListValue,
    Not,
    Or,
    RecordValue,
    Text,
)
from kognilang.text.fault import Fault
from kognilang.text.outline import Entry, block_text
from kognilang.text.source import Span


class EntryBlock:
    """The entries below one entry."""

    __slots__ = ("body", "entry", "goes_on", "reader", "used")

    def __init__(self, reader: SourceReader, entry: Entry) -> None:
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
            return table_of(self.reader, *children)
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
            value = read_value(tokens) if tokens and begins_value(tokens) else None
        except NotParsed:
            return None
        text, last = self.reader.source.text, self.entry.lines[-1][1]
        return value if text[last - 1] != ":" or type(value).__name__ == "Arithmetic" else None

    def text(self) -> Expr:
        """Return the block as a long text, a table as a table."""
        self.used = True
        children = self.entry.children
        if len(children) == 1 and children[0].kind == "table":
            return table_of(self.reader, children[0])
        block = block_text(self.reader.source, self.entry)
        self.reader.long_texts.append(block.span)
        faults: list[Fault] = []
        value = template(block.text, block.span[0], faults, block.place)
        self.reader.faults_in_text(faults)
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
        refuse_named_twice((one.name, one.span) for one in found)
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
            text = in_one_line(text)
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
            head, rest = case_of(tokens)
            block = EntryBlock(self.reader, child) if child.children else None
            if rest:
                body = sentence_steps(rest, block)
            elif block is not None:
                body = block.steps()
            else:
                raise NotParsed("body-missing", span_of(tokens), {})
            if is_any_other(head):
                if otherwise is not None:
                    raise NotParsed("otherwise-without-if", span_of(head), {})
                otherwise = body
                continue
            cases.append((case_condition(head), body))
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
        names: list[tuple[str, Span]] = []
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
            names.append((name, (start, start + len(line.partition(":")[0].rstrip()))))
            while end > start and text[end - 1] in ",. \t" and not line.endswith(".."):
                end -= 1
            if child.children and not rest.strip():
                fields.append((name, EntryBlock(self.reader, child).value()))
                continue
            begin = start + len(line) - len(rest.lstrip())
            fields.append((name, cell(self.reader, begin, max(begin, end))))
        refuse_named_twice(names)
        return tuple(fields) if fields else None
