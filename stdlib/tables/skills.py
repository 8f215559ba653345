"""Spreadsheets: read as tables, saved, and added to row by row."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from kognilang import (
    CODES,
    SYMBOLS,
    File,
    Here,
    List,
    Money,
    Problematic,
    Record,
    Table,
    and_list,
    canonical,
    recognise,
    shown,
    skill,
)

from ..places import located, present, settings_of, unreadable
from ..writing import add_once, added, replace
from . import csvfiles, headings, workbooks

TEXTS = (".csv", ".tsv", ".txt")


# -- reading -------------------------------------------------------------------------


@skill(
    "read the spreadsheet {file}",
    "the rows of the spreadsheet {file}",
    effect="read",
    example='Read the spreadsheet "invoices.xlsx" as the invoices.',
)
def read_spreadsheet(file: File, here: Here, sheet: str = "") -> Table:
    """The rows of a csv file, or of the only filled sheet of a workbook, as a table."""
    return _read(here, file, str(sheet))


@skill(
    "read the sheet {sheet} of the spreadsheet {file}",
    "read the sheet {sheet} from|in the spreadsheet {file}",
    effect="read",
    example='Read the sheet "Orders" of the spreadsheet "purchasing.xlsx" as the orders.',
)
def read_sheet(sheet: str, file: File, here: Here) -> Table:
    """The rows of one sheet of a workbook as a table."""
    return _read(here, file, str(sheet))


def _read(here: Here, file: Any, sheet: str) -> Table:
    path = present(here, file, "spreadsheet")
    data = _bytes(path)
    ending = path.suffix.lower()
    if ending in TEXTS:
        if sheet:
            raise Problematic(
                f'"{path.name}" is a csv file, which has no sheets.',
                "missing-sheet",
                suggestions=[f'Read the spreadsheet "{path.name}".'],
            )
        texts, lines, _ = csvfiles.rows_of(data, path)
        settings = settings_of(here)
        known: dict[str, Any] = {}  # many cells of a long file say the same
        for row in texts:
            for cell in row:
                if cell not in known:
                    known[cell] = recognise(cell, settings)
        cells: list[list[Any]] = [[known[cell] for cell in row] for row in texts]
        headings_as_written = texts
    elif ending in workbooks.READABLE:
        cells, sheet = workbooks.rows_of(path, data, sheet, here)
        lines = list(range(1, len(cells) + 1))
        headings_as_written = [[_heading(cell) for cell in row] for row in cells]
    else:
        raise Problematic(
            f'"{path.name}" is no spreadsheet: their names end in .csv, .xlsx, .xls or .ods.',
            "unreadable",
        )
    return _table(path, sheet, cells, headings_as_written, lines)


def _heading(cell: Any) -> str:
    return str(cell) if isinstance(cell, str) else str(shown(cell))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise unreadable(path, fault) from None


def _table(
    path: Path, sheet: str, cells: list[list[Any]], written: list[list[str]], lines: list[int]
) -> Table:
    """Make a table of rows of cells: headings first, blank rows left out."""
    top = _headings_at(written)
    if top is None:
        raise Problematic(
            f'The spreadsheet "{path.name}" has no headings: all its cells are blank.',
            "unreadable",
        )
    width = max(at + 1 for at, cell in enumerate(written[top]) if cell.strip())
    columns = _columns(written[top][:width], path)
    currencies = [_currency(column) for column in columns]
    rows: list[Record] = []
    for at in range(top + 1, len(cells)):
        values = cells[at]
        if all(_blank(value) for value in values):
            continue
        origin = f"{path.name}, row {lines[at]}"
        extra = [value for value in values[width:] if not _blank(value)]
        if extra:
            raise Problematic(
                f'Row {lines[at]} of the spreadsheet "{path.name}" has more cells than there '
                f"are headings ({width}): {shown(extra[0])} has none.",
                "unreadable",
                values=[("row", ", ".join(shown(value) for value in values))],
            )
        values = values[:width] + [None] * (width - len(values))
        fields = {
            column: _as_money(value, currency) if currency else value
            for column, currency, value in zip(columns, currencies, values, strict=True)
        }
        rows.append(Record(fields=fields, strict=True, origin=origin))
    return Table(columns=columns, rows=rows, source=str(path), sheet=sheet)


def _headings_at(written: list[list[str]]) -> int | None:
    """The first row with two cells; a title above the headings has one. Where no row has two,
    the first that is not blank."""
    first = None
    for at, row in enumerate(written):
        filled = sum(bool(cell.strip()) for cell in row)
        if filled >= 2:
            return at
        if filled and first is None:
            first = at
    return first


def _columns(cells: list[str], path: Path) -> list[str]:
    columns: list[str] = []
    seen: dict[str, str] = {}
    for at, cell in enumerate(cells, 1):
        name = " ".join(cell.split()) or f"column {at}"
        if canonical(name) in seen:
            raise Problematic(
                f'The spreadsheet "{path.name}" has two columns called "{name}". '
                "Give one of them another heading and try again.",
                "unreadable",
                values=[("headings", ", ".join(cells))],
            )
        seen[canonical(name)] = name
        columns.append(name)
    return columns


_IN_BRACKETS = re.compile(r"[(\[]\s*(?:in\s+)?([^)\]]{1,4})\s*[)\]]")


def _currency(heading: str) -> str:
    """The currency that a heading bears: `Revenue ($)`, `Price (in EUR)`, `Amount USD`."""
    marks: list[str] = [mark.strip() for mark in _IN_BRACKETS.findall(heading)]
    marks += [heading.split()[-1]] if len(heading.split()) > 1 else []
    for mark in marks:
        if mark in SYMBOLS:
            return SYMBOLS[mark]
        if mark in CODES:
            return mark
    return ""


def _as_money(value: Any, currency: str) -> Any:
    from decimal import Decimal

    return Money(Decimal(value), currency) if isinstance(value, Decimal) else value


def _blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


# -- adding a row --------------------------------------------------------------------


def _added(file: Any, details: Any, here: Here, sheet: str = "") -> bool | None:
    return added(here, located(here, file, writing=True))


def _added_to_sheet(sheet: str, file: Any, details: Any, here: Here) -> bool | None:
    return added(here, located(here, file, writing=True))


@skill(
    "add a row to the spreadsheet {file} with {details: row}",
    "add the row {details} to the spreadsheet {file}",
    idempotent=True,
    check="_added",
    example=(
        'Add a row to the spreadsheet "payments.csv" with\n'
        "    the payee: the supplier's name\n"
        "    the amount: the invoice's total"
    ),
)
def add_row(file: File, details: Record, here: Here, sheet: str = "") -> None:
    """Add a row at the end of a spreadsheet, which is made with these headings if need be."""
    add_rows(here, file, str(sheet), [details])


@skill(
    "add a row to the sheet {sheet} of the spreadsheet {file} with {details: row}",
    "add a row to the sheet {sheet} in the spreadsheet {file} with {details: row}",
    idempotent=True,
    check="_added_to_sheet",
    example=(
        'Add a row to the sheet "Paid" of the spreadsheet "payments.xlsx" with\n'
        "    the payee: the supplier's name"
    ),
)
def add_row_to_sheet(sheet: str, file: File, details: Record, here: Here) -> None:
    """Add a row at the end of a sheet of a workbook, which is made if need be."""
    add_rows(here, file, str(sheet), [details])


def add_rows(here: Here, file: Any, sheet: str, rows: list[Record]) -> None:
    """Add rows to a spreadsheet once, all or none; they have the same fields.

    Raises Problematic when the spreadsheet has no such columns, unless a person has said in this
    run which are meant, or that they are made.
    """
    path = located(here, file, writing=True)
    if not rows or not rows[0].fields:
        raise Problematic("A row with nothing in it cannot be added.", "refused")
    ending = path.suffix.lower()
    if ending in TEXTS:
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
        return csvfiles.line_of(list(rows[0].fields), dialect) + _lines(
            [list(row.fields.values()) for row in rows], dialect
        )
    columns, dialect = _csv_headings(path)
    wider = headings.with_new(here, path, columns, rows[0])
    if len(wider) > len(columns):
        return None
    start = b"" if tail.endswith((b"\n", b"\r", b"\n\0")) else dialect.line_end.encode()
    return start + _lines(headings.aligned(here, path, columns, rows), dialect)


def _csv_widened(here: Here, path: Path, old: bytes, rows: list[Record]) -> bytes:
    """The whole of a csv file with further columns, blank in the rows that were there."""
    columns, dialect = _csv_headings(path)
    wider = headings.with_new(here, path, columns, rows[0])
    texts, _, _ = csvfiles.rows_of(old, path)
    top = _headings_at(texts)
    assert top is not None
    whole = csvfiles.widened(old, path, top, wider[len(columns) :], len(columns))
    return whole + _lines(headings.aligned(here, path, wider, rows), dialect)


def _lines(rows: list[list[Any]], dialect: csvfiles.Dialect) -> bytes:
    return b"".join(csvfiles.line_of([_cell_text(value) for value in row], dialect) for row in rows)


def _csv_headings(path: Path) -> tuple[list[str], csvfiles.Dialect]:
    """Read the headings and the way of writing from the start of the file alone."""
    with path.open("rb") as file:
        data = file.read(256 * 1024)
        whole = not file.read(1)
    if not whole:
        data = data[: data.rfind(b"\n") + 1]
        while data.count(b'"') % 2 and b"\n" in data[:-1]:
            data = data[: data.rfind(b"\n", 0, -1) + 1]
    texts, _, dialect = csvfiles.rows_of(data, path)
    top = _headings_at(texts)
    assert top is not None
    return _columns(texts[top], path), dialect


def _cell_text(value: Any) -> str:
    return str(shown(value))


def _book_addition(here: Here, path: Path, old: bytes, sheet: str, rows: list[Record]) -> bytes:
    if not old:
        book = workbooks.new(sheet)
        page = book.active
    else:
        book = workbooks.loaded(path, old)
        page = _page(book, sheet, path)
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
        top = _headings_at(written)
        assert top is not None
        width = max(at + 1 for row in written for at, cell in enumerate(row) if cell.strip())
        columns = _columns(written[top][:width], path)
        below = filled[-1][0].row + 1
        wider = headings.with_new(here, path, columns, rows[0])
        for at in range(len(columns), len(wider)):
            workbooks.write(page.cell(filled[top][0].row, at + 1), wider[at])
        columns = wider
    for offset, row in enumerate(headings.aligned(here, path, columns, rows)):
        for at, value in enumerate(row, 1):
            workbooks.write(page.cell(below + offset, at), value)
    return workbooks.bytes_of(book)


def _page(book: Any, sheet: str, path: Path) -> Any:
    names = list(book.sheetnames)
    for name in names:
        if name.casefold().strip() == sheet.casefold().strip():
            return book[name]
    if sheet:
        return book.create_sheet(sheet[:31])
    if len(names) > 1:
        quoted = and_list([f'"{name}"' for name in names])
        raise Problematic(
            f'The spreadsheet "{path.name}" has several sheets: {quoted}.',
            "several-matches",
            slot="sheet",
            candidates=names,
        )
    return book[names[0]]


# -- saving --------------------------------------------------------------------------


@skill(
    "save {table}",
    idempotent=True,
    example="Save the scores.",
)
def save(table: Table, here: Here) -> File:
    """Write a table back to the file that it was read from."""
    if not isinstance(table, Table) or not table.source:
        raise Problematic(
            "This table was not read from a file, so it is not clear where to save it.",
            "refused",
            suggestions=['Save it as "table.xlsx".'],
        )
    return save_as(table, File(Path(table.source)), here)


@skill(
    "save {table} as|to|in {file}",
    "save {table} as|to|in the spreadsheet {file}",
    "save {table} as|to|in the file {file}",
    idempotent=True,
    example='Save the scores as "results/scores.xlsx".',
)
def save_as(table: Table | List, file: File, here: Here) -> File:
    """Write a table, or a list of records, as a spreadsheet; what was there is replaced."""
    path = located(here, file, writing=True)
    columns, rows = _grid(table)
    ending = path.suffix.lower()
    if ending in TEXTS:
        dialect = csvfiles.Dialect(separator="\t" if ending == ".tsv" else ",")
        if path.is_file() and path.stat().st_size:
            dialect = _csv_headings(path)[1]
        mark = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16": b"\xff\xfe"}.get(dialect.encoding, b"")
        lines = [columns, *([_cell_text(value) for value in row] for row in rows)]
        replace(path, mark + b"".join(csvfiles.line_of(line, dialect) for line in lines))
    elif ending in workbooks.EDITABLE:
        sheet = table.sheet if isinstance(table, Table) else ""
        replace(path, _book_with(path, sheet, columns, rows))
    else:
        raise Problematic(
            f'A table can be saved as a .csv or .xlsx file, not as "{path.name}".', "refused"
        )
    return File(path)


def _grid(table: Any) -> tuple[list[str], list[list[Any]]]:
    if isinstance(table, Table):
        columns = list(table.columns)
        records: list[Any] = list(table.rows)
    else:
        records = list(table)
        columns = []
        for record in records:
            if not isinstance(record, Record):
                return ["value"], [[item] for item in records]
            columns += [name for name in record.fields if name not in columns]
    return columns, [[record.fields.get(name) for name in columns] for record in records]


def _book_with(path: Path, sheet: str, columns: list[str], rows: list[list[Any]]) -> bytes:
    """Return the workbook with one sheet's cells replaced; other sheets stay as they are."""
    if path.is_file() and path.stat().st_size:
        book = workbooks.loaded(path, _bytes(path))
        page = _page(book, sheet, path)
        page.delete_rows(1, page.max_row)
    else:
        book = workbooks.new(sheet)
        page = book.active
    for at, name in enumerate(columns, 1):
        workbooks.write(page.cell(1, at), name)
    for down, row in enumerate(rows, 2):
        for at, value in enumerate(row, 1):
            workbooks.write(page.cell(down, at), value)
    return workbooks.bytes_of(book)
