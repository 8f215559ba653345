"""Blocks as text: long texts, records, pipe tables and named details, indented."""

from __future__ import annotations

from kognilang.language import tree
from kognilang.language.printing.levels import LIST
from kognilang.language.printing.marks import property_words, written_plain
from kognilang.language.printing.values import text_inside, value
from kognilang.language.tree import Expr
from kognilang.text.columns import text_width

INDENT = 4
"""The columns by which a block is indented."""


def indented(lines: list[str], columns: int = INDENT) -> list[str]:
    """The lines moved to the right; a blank one stays blank."""
    margin = " " * columns
    return [margin + line if line else line for line in lines]


def broken(sentence: str, width: int = 100) -> list[str]:
    """Break a sentence without quotes after commas into lines of at most `width` columns."""
    lines = []
    margin = ""
    while len(margin + sentence) > width:
        at = sentence.rfind(", ", 0, width - len(margin))
        if at == -1:
            break
        lines.append(margin + sentence[: at + 1])
        sentence = sentence[at + 2 :]
        margin = " " * INDENT
    return [*lines, margin + sentence]


def block_lines(expr: Expr) -> list[str]:
    """Print a value as the lines of an indented block, at the left margin."""
    if isinstance(expr, tree.Text):
        return text_inside(expr, block=True).split("\n")
    if isinstance(expr, tree.RecordValue):
        return record_lines(expr)
    if isinstance(expr, tree.TableValue):
        return table_lines(expr)
    if isinstance(expr, tree.ListValue):
        return [f"- {value(item)}" for item in expr.items]
    return [value(expr)]


def record_lines(record: tree.RecordValue) -> list[str]:
    """Print a record, `name: value` on each line."""
    made: list[str] = []
    for name, inner in record.fields:
        made += _named(name, inner)
    return made


def detail_lines(details: tuple[tree.Detail, ...]) -> list[str]:
    """Print named details, one on each line."""
    made: list[str] = []
    for detail in details:
        made += _named(f"the {property_words(detail.name, False)}", detail.value)
    return made


def _named(name: str, inner: Expr) -> list[str]:
    nested = isinstance(inner, tree.RecordValue | tree.TableValue) or (
        isinstance(inner, tree.Text)
        and any(isinstance(part, str) and ("\n" in part or '"' in part) for part in inner.parts)
    )
    if nested:
        return [f"{name}:", *indented(block_lines(inner))]
    return [f"{name}: {written_plain(inner) or value(inner, LIST)}"]


def table_lines(table: tree.TableValue) -> list[str]:
    """Print a pipe table with its columns aligned."""
    rows = [list(table.columns), *([_cell(cell) for cell in row] for row in table.rows)]
    widths = [max(text_width(row[at]) for row in rows) for at in range(len(table.columns))]
    lines = []
    for row in rows:
        cells = [
            cell + " " * (width - text_width(cell)) for cell, width in zip(row, widths, strict=True)
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _cell(cell: Expr) -> str:
    return "" if isinstance(cell, tree.Nothing) else written_plain(cell) or value(cell)
