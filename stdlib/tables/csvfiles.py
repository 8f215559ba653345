"""Reading and writing csv text: its encoding, its separator, its rows."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kognilang import Problematic, shown

from ..files.encodings import decoded

READABLE = (".csv", ".tsv", ".txt")
"""How the names of files end that are read as csv."""

SEPARATORS = ",;\t|"
_SAMPLE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a csv file is written: the encoding (as Python knows it), separator and line end."""

    encoding: str = "utf-8"
    separator: str = ","
    line_end: str = "\n"


def rows_of(data: bytes, path: Path) -> tuple[list[list[str]], list[int], Dialect]:
    """Return the rows of a csv file, the line on which each one ends, and how it is written.

    Raises Problematic when it is no text, or a quotation mark is never closed.
    """
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise Problematic(
            f'The spreadsheet "{path.name}" is empty: it has not even headings.', "unreadable"
        )
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Problematic(
            f'"{path.name}" is not a csv file: it is not text. If it is another sort of '
            "spreadsheet, give it the ending .xlsx, .xls or .ods.",
            "unreadable",
        )
    text, encoding = decoded(data)
    separator = separator_of(text[:_SAMPLE])
    line_end = "\r\n" if "\r\n" in text[:_SAMPLE] else "\n"
    rows: list[list[str]] = []
    lines: list[int] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            rows.append(row)
            lines.append(reader.line_num)
    except csv.Error as fault:
        start = lines[-1] + 1 if lines else 1
        raise Problematic(
            f'The spreadsheet "{path.name}" cannot be read from line {start} on: '
            f"{_why(str(fault))}.",
            "unreadable",
            values=[("line", str(start))],
        ) from None
    return rows, lines, Dialect(encoding, separator, line_end)


def _why(fault: str) -> str:
    if "unexpected end" in fault:
        return "a quotation mark that opens a cell there is never closed"
    if "expected after" in fault:
        return "a quotation mark stands in the middle of a cell"
    if "field larger" in fault:
        return "a cell is longer than 131,072 characters, so a quotation mark is probably missing"
    return fault


def separator_of(sample: str) -> str:
    """Return the character between the cells: the one that divides most lines into the same
    number of cells, and more than one; a comma if none does."""
    best, score = ",", (0.0, 0)
    for separator in SEPARATORS:
        lines = sample.splitlines()
        if len(sample) == _SAMPLE:
            lines = lines[:-1]
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=separator) if any(row)]
        except csv.Error:
            continue
        if not widths or widths[0] < 2:
            continue
        same = sum(width == widths[0] for width in widths) / len(widths)
        if (same, widths[0]) > score:
            best, score = separator, (same, widths[0])
    return best


def line_of(cells: list[str], dialect: Dialect) -> bytes:
    """Return one row as the bytes of a line, its end included."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=dialect.separator, lineterminator=dialect.line_end).writerow(cells)
    # A byte-order mark stands only at the start of a file.
    name = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(dialect.encoding, dialect.encoding)
    return out.getvalue().encode(name, "xmlcharrefreplace" if name != "utf-8" else "strict")


def lines_of(rows: list[list[Any]], dialect: Dialect) -> bytes:
    """Return rows of values as the bytes of their lines."""
    return b"".join(line_of([str(shown(value)) for value in row], dialect) for row in rows)


def widened(data: bytes, path: Path, top: int, more: list[str], width: int) -> bytes:
    """Return a csv file with further headings in its row `top` (from 0), and as many blank cells
    in the rows below, all else to the letter; it ends with a line's end.

    `width` is the number of headings so far, to which a shorter row is filled up.
    """
    _, encoding = decoded(data)
    rows, lines, dialect = rows_of(data, path)
    text, _ = decoded(data)
    pieces = list(io.StringIO(text, newline=""))
    starts = [0, *lines[:-1]]
    out = pieces[: starts[top]]
    for at in range(top, len(rows)):
        written = "".join(pieces[starts[at] : lines[at]])
        bare = written.rstrip("\r\n")
        end = written[len(bare) :] or dialect.line_end
        if at == top:
            cells = line_of(more, Dialect(separator=dialect.separator, line_end="")).decode()
            out.append(f"{bare}{dialect.separator * (width - len(rows[at]) + 1)}{cells}{end}")
        elif bare.strip():
            blanks = max(0, width - len(rows[at])) + len(more)
            out.append(f"{bare}{dialect.separator * blanks}{end}")
        else:
            out.append(f"{bare}{end}")
    whole = "".join(out)
    return whole.encode(encoding, "xmlcharrefreplace" if encoding != "utf-8" else "strict")
