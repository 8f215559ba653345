"""Blocks as text: long texts, records, pipe tables and named details, indented."""

from __future__ import annotations

import re

from kognilang.language import tree
from kognilang.language.printing.marks import written_plain
from kognilang.language.printing.values import text_inside, value
from kognilang.language.tree import Expr
from kognilang.language.words import IN_NO_NAME, is_plural
from kognilang.text.columns import text_width

INDENT = 4
"""The columns by which a block is indented."""


def needs_block(expr: Expr) -> bool:
    """Whether a value is printed as a block: a record, a table, a text of several lines, or one
    that was written so and holds quotes."""
    if isinstance(expr, tree.Text):
        strings = [part for part in expr.parts if isinstance(part, str)]
        return any("\n" in one or (expr.block and _QUOTE.search(one)) for one in strings)
    if isinstance(expr, tree.ListValue):
        # In one line, a list of one would be its item.
        return len(expr.items) == 1
    return isinstance(expr, tree.RecordValue | tree.TableValue)


_QUOTE = re.compile('["“”]')


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
        name = f"the {_detail_name(detail.name)}"
        plain = written_plain(detail.value)
        if plain or _in_cell(value(detail.value), detail.value):
            made.append(f"{name}: {plain or value(detail.value)}")
        else:
            made.append(f"{name} {'are' if is_plural(detail.name) else 'is'} {value(detail.value)}")
    return made


def _detail_name(name: str) -> str:
    """The name of a detail, in quotes where it is more than plain words."""
    words = name.lower().split(" ")
    if _PLAIN_NAME.fullmatch(name) and not IN_NO_NAME.intersection(words):
        return name
    return f'"{name}"'


_PLAIN_NAME = re.compile(r"[^\W\d_][\w-]*( [\w-]+)*")
_CELL_STARTS = ("the ", "its ", "their ", "it ", "this ", "today", "(")


def _in_cell(text: str, inner: Expr) -> bool:
    """Whether a value can stand as it is printed where plain text may stand too."""
    if isinstance(inner, tree.ListValue | tree.Nothing):
        return False
    if isinstance(inner, tree.YesNo):
        return True
    return text.startswith(_CELL_STARTS) or not text[0].isalpha()


def _named(name: str, inner: Expr) -> list[str]:
    if isinstance(inner, tree.Nothing):
        return [f"{name}:"]
    if needs_block(inner) or isinstance(inner, tree.ListValue):
        return [f"{name}:", *indented(block_lines(inner))]
    return [f"{name}: {_cell(inner)}"]


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
    if isinstance(cell, tree.Nothing):
        return ""
    plain = written_plain(cell)
    if plain:
        return plain
    text = value(cell)
    return text if _in_cell(text, cell) else f"({text})"
