"""Reading and writing workbooks (xlsx; xls and ods to read): sheets, cells and their formats."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from kognilang import (
    CODES,
    SYMBOLS,
    Count,
    Duration,
    File,
    Here,
    Money,
    Percent,
    Problematic,
    and_list,
    nearest,
    places,
    shown,
)

EDITABLE = (".xlsx", ".xlsm")
READABLE = (*EDITABLE, ".xlsb", ".xls", ".ods")


def rows_of(path: Path, data: bytes, sheet: str, here: Here) -> tuple[list[list[Any]], str]:
    """Return the rows of a sheet, as values of the language, and the sheet's name.

    `sheet` may be empty where only one sheet holds something. Raises Problematic when the file
    is not a workbook, is protected, or the sheet is not there or not clear.
    """
    with _opened(path, data) as book:
        name = _chosen(book, sheet, path)
        raw = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    formats = _Formats(path, data, name) if _has_formats(path, data) else None
    zone = here.now.tzinfo
    rows = [
        [
            _value(cell, zone, formats.of(at, column) if formats else "")
            for column, cell in enumerate(row)
        ]
        for at, row in enumerate(raw)
    ]
    return rows, name


@contextmanager
def _opened(path: Path, data: bytes) -> Iterator[Any]:
    import python_calamine

    if not data:
        raise Problematic(f'The spreadsheet "{path.name}" is empty.', "unreadable")
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
    except BaseException as fault:
        if isinstance(fault, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise not_a_workbook(path, data, str(fault)) from None
    yield book


def not_a_workbook(path: Path, data: bytes, fault: str = "") -> Problematic:
    """Return the problem that a file is no workbook, saying what it looks like instead."""
    looks = ""
    if "password" in fault.lower() or (
        data.startswith(b"\xd0\xcf\x11\xe0") and path.suffix.lower() in EDITABLE
    ):
        return Problematic(
            f'The spreadsheet "{path.name}" is protected by a password or is of the old format. '
            "Open it, save it without a password as .xlsx, and try again.",
            "unreadable",
            values=[("file", str(path))],
        )
    if data.startswith(b"%PDF"):
        looks = " It is a PDF."
    elif data.lstrip()[:1] == b"<":
        looks = " It is a web page or XML."
    elif data.startswith(b"PK"):
        looks = " It is damaged, or a zip file of another sort."
    elif b"\0" not in data[:4096]:
        looks = (
            " It is plain text: if it holds cells with commas between them, end its name in .csv."
        )
    return Problematic(
        f'"{path.name}" is not a spreadsheet that can be read.{looks}',
        "unreadable",
        values=[("file", str(path))],
    )


def _chosen(book: Any, sheet: str, path: Path) -> str:
    names: list[str] = list(book.sheet_names)
    if sheet:
        same = [name for name in names if name.casefold().strip() == sheet.casefold().strip()]
        if same:
            return same[0]
        shown_names = and_list([f'"{name}"' for name in names])
        raise Problematic(
            f'The spreadsheet "{path.name}" has no sheet "{sheet}"; it has {shown_names}.',
            "missing-sheet",
            slot="sheet",
            candidates=_nearest_first(sheet, names),
        )
    full = [name for name in names if book.get_sheet_by_name(name).total_height > 0]
    if len(full) > 1:
        raise _several(full, path)
    if not full:
        raise Problematic(f'The spreadsheet "{path.name}" is empty.', "unreadable")
    return full[0]


def page_of(book: Any, sheet: str, path: Path) -> Any:
    """Return the sheet of a workbook that is written to, which is made if it is named and not
    there. Raises Problematic where none is named and there are several."""
    names = list(book.sheetnames)
    for name in names:
        if name.casefold().strip() == sheet.casefold().strip():
            return book[name]
    if sheet:
        return book.create_sheet(sheet[:31])
    if len(names) > 1:
        raise _several(names, path)
    return book[names[0]]


def _several(names: list[str], path: Path) -> Problematic:
    quoted = and_list([f'"{name}"' for name in names])
    return Problematic(
        f'The spreadsheet "{path.name}" has several sheets: {quoted}.',
        "several-matches",
        slot="sheet",
        candidates=names,
    )


def _nearest_first(wanted: str, names: list[str]) -> list[str]:
    near = nearest(wanted, names)
    return sorted(names, key=lambda name: name != near)


def _value(cell: Any, zone: Any, look: str) -> Any:
    if cell is None or isinstance(cell, bool):
        return cell
    if isinstance(cell, str):
        # A text cell was meant as text (`007`), so no literal is looked for in it.
        return cell.strip() or None
    if isinstance(cell, int | float):
        return _figure(Decimal(repr(cell)) if isinstance(cell, float) else Decimal(cell), look)
    if isinstance(cell, datetime):
        if cell.time() == time():
            return cell.date()
        return cell.replace(tzinfo=zone)
    if isinstance(cell, timedelta):
        return Duration(seconds=Decimal(str(cell.total_seconds())))
    return cell


def _figure(number: Decimal, look: str) -> Any:
    if number == number.to_integral_value():
        number = number.quantize(Decimal(1))
    if look == "%":
        return Percent(number * 100)
    if look:
        return Money(number, look)
    return number


# -- formats: which numbers are money or percents -----------------------------------

_BUILT_IN = {5: "$", 6: "$", 7: "$", 8: "$", 9: "%", 10: "%", 44: "$"}
_FORMAT = re.compile(rb'<numFmt\b[^>]*formatCode="([^"]*)"')
_USED = re.compile(rb'numFmtId="(\d+)"')


def _has_formats(path: Path, data: bytes) -> bool:
    """Tell quickly whether any cell could be money or percent, since looking costs a lot."""
    if path.suffix.lower() not in EDITABLE:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            styles = archive.read("xl/styles.xml")
    except (KeyError, zipfile.BadZipFile, OSError):
        return False
    if any(int(number) in _BUILT_IN for number in _USED.findall(styles)):
        return True
    return any(look_of(code.decode("utf-8", "replace")) for code in _FORMAT.findall(styles))


def look_of(code: str) -> str:
    """Return `%` or the currency that a number format shows; empty if none."""
    code = code.replace("&quot;", '"')
    if "%" in code:
        return "%"
    named = re.search(r"\[\$([^\]-]*)", code)
    if named and named.group(1).strip():
        sign = named.group(1).strip()
        return sign if sign in CODES else SYMBOLS.get(sign, "")
    for sign, currency in SYMBOLS.items():
        if sign in code:
            return currency
    spelled = re.search(r'"\s*([A-Z]{3})\s*"', code)
    return spelled.group(1) if spelled and spelled.group(1) in CODES else ""


class _Formats:
    """What the cells of a sheet look like, by row and column."""

    def __init__(self, path: Path, data: bytes, sheet: str) -> None:
        self.looks: dict[tuple[int, int], str] = {}
        book = loaded(path, data, read_only=True)
        known: dict[str, str] = {}
        for row in book[sheet].iter_rows():
            for cell in row:
                code = getattr(cell, "number_format", None) or "General"
                if code not in known:
                    known[code] = look_of(code)
                if known[code] and cell.value is not None:
                    self.looks[cell.row - 1, cell.column - 1] = known[code]
        book.close()

    def of(self, row: int, column: int) -> str:
        return self.looks.get((row, column), "")


# -- writing -------------------------------------------------------------------------


def loaded(path: Path, data: bytes, read_only: bool = False) -> Any:
    """Open a workbook to edit it, or to look at its formats.

    Raises Problematic when it is none.
    """
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(
                io.BytesIO(data), read_only=read_only, keep_vba=path.suffix.lower() == ".xlsm"
            )
    except Exception as fault:  # openpyxl lets whatever its parsers raise through
        raise not_a_workbook(path, data, str(fault)) from None


def new(sheet: str) -> Any:
    """Return a new workbook with one sheet."""
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = sheet[:31] or "Sheet1"
    return book


def bytes_of(book: Any) -> bytes:
    """Return a workbook as the bytes of its file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write(cell: Any, value: Any) -> None:
    """Put a value into a cell as what it is, with the format that shows it so."""
    if value is None or isinstance(value, bool | Decimal):
        cell.value = value
    elif isinstance(value, Money):
        cell.value = value.amount
        cell.number_format = money_format(value.currency)
    elif isinstance(value, Percent):
        cell.value = value.value / 100
        cell.number_format = "0.##%" if value.value % 1 else "0%"
    elif isinstance(value, Count):
        cell.value = value.value
        cell.number_format = f'0 "{value.noun}"'
    elif isinstance(value, datetime):
        cell.value = value.replace(tzinfo=None)
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, time):
        cell.value = value
        cell.number_format = "hh:mm"
    elif isinstance(value, File):
        _text(cell, value.path.name)
    else:
        _text(cell, value if isinstance(value, str) else shown(value))


def _text(cell: Any, text: str) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    # A text that begins with `=` is a text here, never a formula.
    cell.data_type = "s"
    if text.isdecimal():
        cell.number_format = "@"


def money_format(currency: str) -> str:
    """Return the number format that shows an amount in a currency."""
    signs = {code: sign for sign, code in SYMBOLS.items()}
    digits = places(currency)
    figures = "#,##0" + ("." + "0" * digits if digits else "")
    sign = signs.get(currency)
    return f"[${sign}]{figures}" if sign else f'{figures} "{currency}"'
