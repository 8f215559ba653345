"""Rows put at the end of a spreadsheet, all or none, once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kognilang import Here, Problematic, Record

from ..places import located
from ..writing import add_once
from . import csvfiles, headings, workbooks
from .cells import columns_of, headings_at


def add_rows(here: Here, file: Any, sheet: str, rows: list[Record]) -> None:
    """Add rows to a spreadsheet once, all or none; they have the same fields.

    Raises Problematic when the spreadsheet has no such columns, unless a person has said in this
    run which are meant, or that they are made.
    """
    path = located(here, file, writing=True)
    if not rows or not rows[0].fields:
        raise Problematic("A row with nothing in it cannot be added.", "refused")
    ending = path.suffix.lower()
    if ending in csvfiles.READABLE:
        add_once(
            here,
            path,
            lambda tail: _csv_addition(here, path, tail, rows),
            lambda old: _csv_widened(here, path, old, rows),
        )
    elif ending in workbooks.EDITABLE:
        add_once(
            here, path, lambda tail: None, lambda old: _book_addition(here, path, old, sheet, rows)
        )
    else:
        raise Problematic(
            f'Rows can be added to a .csv or .xlsx file, not to "{path.name}".', "refused"
        )


def _csv_addition(here: Here, path: Path, tail: bytes, rows: list[Record]) -> bytes | None:
    """The lines to put at the end of a csv file; None where it needs further columns."""
    if not tail.strip(b"\xef\xbb\xbf \t\r\n"):
        dialect = csvfiles.Dialect(separator="\t" if path.suffix.lower() == ".tsv" else ",")
        return csvfiles.line_of(list(rows[0].fields), dialect) + csvfiles.lines_of(
            [list(row.fields.values()) for row in rows], dialect
        )
    columns, dialect = csv_headings(path)
    wider = headings.with_new(here, path, columns, rows[0])
    if len(wider) > len(columns):
        return None
    start = b"" if tail.endswith((b"\n", b"\r", b"\n\0")) else dialect.line_end.encode()
    return start + csvfiles.lines_of(headings.aligned(here, path, columns, rows), dialect)


def _csv_widened(here: Here, path: Path, old: bytes, rows: list[Record]) -> bytes:
    """The whole of a csv file with further columns, blank in the rows that were there."""
    columns, dialect = csv_headings(path)
    wider = headings.with_new(here, path, columns, rows[0])
    texts, _, _ = csvfiles.rows_of(old, path)
    top = headings_at(texts)
    assert top is not None
    whole = csvfiles.widened(old, path, top, wider[len(columns) :], len(columns))
    return whole + csvfiles.lines_of(headings.aligned(here, path, wider, rows), dialect)


def _book_addition(here: Here, path: Path, old: bytes, sheet: str, rows: list[Record]) -> bytes:
    if not old:
        book = workbooks.new(sheet)
        page = book.active
    else:
        book = workbooks.loaded(path, old)
        page = workbooks.page_of(book, sheet, path)
    filled = [row for row in page.iter_rows() if any(cell.value is not None for cell in row)]
    if not filled:
        columns = list(rows[0].fields)
        for at, name in enumerate(columns, 1):
            workbooks.write(page.cell(1, at), name)
        below = 2
    else:
        written = [
            ["" if cell.value is None else str(cell.value) for cell in row] for row in filled
        ]
        top = headings_at(written)
        assert top is not None
        width = max(at + 1 for row in written for at, cell in enumerate(row) if cell.strip())
        columns = columns_of(written[top][:width], path)
        below = filled[-1][0].row + 1
        wider = headings.with_new(here, path, columns, rows[0])
        for at in range(len(columns), len(wider)):
            workbooks.write(page.cell(filled[top][0].row, at + 1), wider[at])
        columns = wider
    for offset, row in enumerate(headings.aligned(here, path, columns, rows)):
        for at, value in enumerate(row, 1):
            workbooks.write(page.cell(below + offset, at), value)
    return workbooks.bytes_of(book)


def csv_headings(path: Path) -> tuple[list[str], csvfiles.Dialect]:
    """Read the headings and the way of writing from the start of the file alone."""
    with path.open("rb") as file:
        data = file.read(256 * 1024)
        whole = not file.read(1)
    if not whole:
        data = data[: data.rfind(b"\n") + 1]
        while data.count(b'"') % 2 and b"\n" in data[:-1]:
            data = data[: data.rfind(b"\n", 0, -1) + 1]
    texts, _, dialect = csvfiles.rows_of(data, path)
    top = headings_at(texts)
    assert top is not None
    return columns_of(texts[top], path), dialect
