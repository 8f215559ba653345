"""Spreadsheets: read as tables, saved, and added to row by row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kognilang import File, Here, List, Problematic, Record, Table, recognise, shown, skill

from ..places import located, present, settings_of, unreadable
from ..writing import added, replace
from . import csvfiles, workbooks
from .additions import add_rows, csv_headings
from .cells import table_of

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
    if ending in csvfiles.READABLE:
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
    return table_of(path, sheet, cells, headings_as_written, lines)


def _heading(cell: Any) -> str:
    return str(cell) if isinstance(cell, str) else str(shown(cell))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise unreadable(path, fault) from None


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
    if ending in csvfiles.READABLE:
        dialect = csvfiles.Dialect(separator="\t" if ending == ".tsv" else ",")
        if path.is_file() and path.stat().st_size:
            dialect = csv_headings(path)[1]
        mark = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16": b"\xff\xfe"}.get(dialect.encoding, b"")
        head = csvfiles.line_of(columns, dialect)
        replace(path, mark + head + csvfiles.lines_of(rows, dialect))
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
        page = workbooks.page_of(book, sheet, path)
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
