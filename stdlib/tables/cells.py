"""The cells of a spreadsheet as a table: its headings, its rows, blank rows left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kognilang import (
    Money,
    Problematic,
    Record,
    Table,
    canonical,
    heading_currency,
    is_missing,
    shown,
)


def table_of(
    path: Path, sheet: str, cells: list[list[Any]], written: list[list[str]], lines: list[int]
) -> Table:
    """Make a table of rows of cells: headings first, blank rows left out."""
    top = headings_at(written)
    if top is None:
        raise Problematic(
            f'The spreadsheet "{path.name}" has no headings: all its cells are blank.',
            "unreadable",
        )
    width = max(at + 1 for at, cell in enumerate(written[top]) if cell.strip())
    columns = columns_of(written[top][:width], path)
    currencies = [heading_currency(column) for column in columns]
    rows: list[Record] = []
    for at in range(top + 1, len(cells)):
        values = cells[at]
        if all(is_missing(value) for value in values):
            continue
        origin = f"{path.name}, row {lines[at]}"
        extra = [value for value in values[width:] if not is_missing(value)]
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


def headings_at(written: list[list[str]]) -> int | None:
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


def columns_of(cells: list[str], path: Path) -> list[str]:
    """The names of the columns under a row of headings; a blank one is named by its place. Raises
    Problematic for two of one name."""
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


def _as_money(value: Any, currency: str) -> Any:
    from decimal import Decimal

    return Money(Decimal(value), currency) if isinstance(value, Decimal) else value
