"""A table below a sentence: its headings, its rows, and where their cells stand."""

from __future__ import annotations

from kognilang.language.cells import cell
from kognilang.language.doubling import refuse_named_twice
from kognilang.language.enclosing import closing_brace, closing_quote
from kognilang.language.sourcereader import SourceReader
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Expr, TableValue
from kognilang.text.outline import Entry
from kognilang.text.source import Span


def table_of(reader: SourceReader, *entries: Entry) -> TableValue:
    """Return the table that the entries of a block are, headings first; blank lines between its
    rows do not matter. Raises NotParsed for other lines, and for rows of another length."""
    for entry in entries:
        if entry.kind not in ("table", "note"):
            raise NotParsed("line-in-table", entry.span, {})
    tables = [entry for entry in entries if entry.kind == "table"]
    lines = [line for entry in tables for line in entry.lines]
    rows: list[list[Span]] = []
    text = reader.source.text
    for start, end in lines:
        cells = _cells(text[start:end], start)
        if cells is None:
            # A bar in quotes or braces divides nothing: left open, they take in the row.
            raise NotParsed("value-not-understood", (start, end), {})
        rows.append(cells)
    heads = [text[a:b].strip() for a, b in rows[0]]
    if not any(heads):
        raise NotParsed("value-not-understood", lines[0], {})
    refuse_named_twice(zip(heads, rows[0], strict=True))
    body = rows[1:]
    if body and all(set(text[a:b].strip()) <= set("-:= ") for a, b in body[0]):
        body = body[1:]
    made: list[tuple[Expr, ...]] = []
    for row, line in zip(body, lines[len(rows) - len(body) :], strict=True):
        if len(row) != len(heads):
            raise NotParsed(
                "table-row-length", line, {"cells": str(len(row)), "columns": str(len(heads))}
            )
        made.append(tuple(cell(reader, a, b) for a, b in row))
    whole = (tables[0].span[0], tables[-1].span[1])
    return TableValue(tuple(heads), tuple(made), span=whole)


def _cells(row: str, offset: int) -> list[Span] | None:
    """Return where the cells of a row stand; None where quotes or braces do not close in it."""
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
