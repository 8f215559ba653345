"""A workbook that an example gives as a table: each cell is what its words say, with its format."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from kognilang.values.kinds import Money, Percent
from kognilang.values.recognising import recognise


def workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """Return the bytes of an .xlsx file with one sheet; the first row holds the headings."""
    import io

    import openpyxl

    book = openpyxl.Workbook()
    for at, row in enumerate(rows, start=1):
        for column, written in enumerate(row, start=1):
            value = written if at == 1 else recognise(written)
            _put(book.active.cell(at, column), value, written)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put(cell: Any, value: Any, written: str) -> None:
    if value is None or isinstance(value, bool | Decimal | date | datetime | time):
        cell.value = value
    elif isinstance(value, Money):
        cell.value = value.amount
        cell.number_format = f'#,##0.00 "{value.currency}"'
    elif isinstance(value, Percent):
        cell.value = value.value / 100
        cell.number_format = "0.##%"
    else:
        cell.value = written
        # A text that begins with `=` is a text here, never a formula.
        cell.data_type = "s"
