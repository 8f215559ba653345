"""Tables in documents: the rows under a line of headings that match the fields of a kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kognilang import List, Record, Schema, Settings, and_list

from .figures import Style, value_of
from .labels import Labels, carried, column_words, tokens_of
from .pages import Document, Line, Piece, Word

_FIGURES = ("number", "money", "percent", "date", "count")


@dataclass(slots=True)
class Column:
    """A heading with its place; `field` is empty for one that no field asks for."""

    left: float
    right: float
    field: str = ""
    rank: int = 0


@dataclass(slots=True)
class Found:
    """The rows of a table, and the lines of the document that it takes up."""

    rows: List
    lines: set[int] = field(default_factory=set)
    why: str = ""


def read_table(
    document: Document, schema: Schema, totals: Labels, own: dict[str, Any], style: Style,
    settings: Settings,
) -> Found:  # fmt: skip
    """Return the rows of the table whose headings match the most fields of the kind.

    It may go on over several pages, with its headings on each or only on the first. A line
    with only words under the text columns goes on the row above it. `totals` are the labels
    that end the table.
    """
    headings = _Headings(schema, own)
    kinds = {name: kind for name, kind, _ in schema.fields}
    scores = [
        headings.score(headings.stacked(document.lines, at)[0]) for at in range(len(document.lines))
    ]
    best = max(scores, default=0)
    needed = min(2, len(schema.fields))
    found = Found(List(noun=schema.noun))
    if best < needed:
        names = and_list([f'"{name}"' for name in kinds], "or")
        found.why = f"no table with headings such as {names} was found"
        return found
    columns: list[Column] = []
    above = -1
    open_page = 0
    row_bottom = 0.0
    cells: list[dict[str, str]] = []
    for at, line in enumerate(document.lines):
        if at <= above:
            continue
        columns_here, height = headings.stacked(document.lines, at)
        if headings.score(columns_here) >= max(needed, best - 1):
            columns, above, open_page = columns_here, at + height - 1, line.page
            found.lines.update(range(at, at + height))
            row_bottom = document.lines[above].bottom
            continue
        if not columns or line.page not in (open_page, open_page + 1):
            columns = []
            continue
        if _ends(line, totals):
            if _carried(line):
                found.lines.add(at)
            elif line.page == open_page:
                columns = []
            continue
        row = _assigned(line, columns, kinds)
        figures = [column.field for column in columns if kinds.get(column.field) in _FIGURES]
        given = [
            name for name in figures
            if name in row and value_of(row[name], kinds[name], style, settings) is not None
        ]  # fmt: skip
        if given and len(given) >= max(1, len(figures) - 1):
            cells.append(row)
            found.lines.add(at)
            row_bottom, open_page = line.bottom, line.page
        elif (
            cells
            and not any(name in row for name in figures)
            and set(row) - {""}
            and line.page == open_page
            and line.top - row_bottom < 0.9 * (line.bottom - line.top)
        ):
            for name, text in row.items():
                if name:
                    cells[-1][name] = f"{cells[-1].get(name, '')} {text}".strip()
            found.lines.add(at)
            row_bottom = line.bottom
    for row in cells:
        origin = f"{schema.noun} {len(found.rows) + 1} of {document.name}"
        found.rows.items.append(_record(schema, origin, row, style, settings))
    if not cells:
        found.why = "the table of them has headings but no rows"
    return found


def _record(
    schema: Schema, origin: str, row: dict[str, str], style: Style, settings: Settings
) -> Record:
    record = Record(kind=schema.noun, origin=origin)
    for name, kind, _ in schema.fields:
        text = row.get(name, "")
        value = value_of(text, kind, style, settings)
        if value is not None:
            record.fields[name] = value
        elif text:
            record.missing[name] = f'"{text}" cannot be read as a {kind}'
        else:
            record.missing[name] = "its cell in the table is blank, or the table has no such column"
    return record


class _Headings:
    """Finds the headings of a kind's fields in a line."""

    def __init__(self, schema: Schema, own: dict[str, Any]) -> None:
        self.labels = Labels(schema, own)
        for words in column_words():
            self.labels.rank.setdefault(words, {})
        self.fields = [name for name, _, _ in schema.fields]

    def of(self, line: Line) -> list[Column]:
        """Return the columns that a line heads; none if a figure or a sentence is in it."""
        columns: list[Column] = []
        for piece in line.pieces:
            found = self._columns(piece)
            if found is None:
                if any(letter.isdigit() for letter in piece.text) or len(piece.words) > 5:
                    return []
                found = [Column(piece.left, piece.right)]
            columns += found
        return self._settled(columns)

    def stacked(self, lines: list[Line], at: int) -> tuple[list[Column], int]:
        """Return the columns of a line, or of it and the next one or two read as headings of
        several lines (`Unit` over `price`), whichever match most fields; and how many lines
        they are."""
        best, height = self.of(lines[at]), 1
        merged = lines[at]
        for more in (1, 2):
            if at + more >= len(lines) or lines[at + more].page != merged.page:
                break
            below = lines[at + more]
            if below.top - merged.bottom > 0.6 * (below.bottom - below.top):
                break
            merged = _merged(merged, below)
            columns = self.of(merged)
            alone = max(self.score(best), self.score(self.of(below)))
            if self.score(columns) > alone:
                best, height = columns, more + 1
        return best, height

    def score(self, columns: list[Column]) -> int:
        return len({column.field for column in columns if column.field})

    def _columns(self, piece: Piece) -> list[Column] | None:
        """Return the headings that a piece consists of, or None if it is anything else."""
        text = piece.text
        whole = self.labels.whole(text)
        if whole:
            return [self._column(whole.fields, piece.left, piece.right)]
        tokens = tokens_of(text)
        columns: list[Column] = []
        at = 0
        while at < len(tokens):
            label = self.labels.at(text, tokens, at)
            if label is None:
                return None
            last = max(i for i, token in enumerate(tokens) if token.end <= label.end)
            words = _words_between(piece, label.start, label.end)
            if not words:
                return None
            columns.append(self._column(label.fields, words[0].left, words[-1].right))
            at = last + 1
        return columns or None

    def _column(self, fields: dict[str, int], left: float, right: float) -> Column:
        if not fields:
            return Column(left, right)
        name = min(fields, key=lambda one: (fields[one], self.fields.index(one)))
        return Column(left, right, name, fields[name])

    def _settled(self, columns: list[Column]) -> list[Column]:
        """Of two headings for one field the more decisive one counts, else the first."""
        for name in self.fields:
            same = [column for column in columns if column.field == name]
            for column in sorted(same, key=lambda one: one.rank)[1:]:
                column.field = ""
        return columns


def _words_between(piece: Piece, start: int, end: int) -> list[Word]:
    found = []
    at = 0
    for word in piece.words:
        if at < end and at + len(word.text) > start:
            found.append(word)
        at += len(word.text) + 1
    return found


def _merged(first: Line, second: Line) -> Line:
    """Lay the pieces of two lines that stand over one another together."""
    pieces = [Piece(list(piece.words)) for piece in first.pieces]
    for piece in second.pieces:
        over = [
            one for one in pieces
            if min(one.right, piece.right) > max(one.left, piece.left)
        ]  # fmt: skip
        if len(over) == 1:
            over[0].words += piece.words
        else:
            pieces.append(Piece(list(piece.words)))
    return Line(first.page, sorted(pieces, key=lambda one: one.left))


def _ends(line: Line, totals: Labels) -> bool:
    """Whether a line begins with the label of a sum or of anything else outside of the rows."""
    text = line.pieces[0].text
    tokens = tokens_of(text)
    if not tokens or text[: tokens[0].start].strip():
        return False
    label = totals.at(text, tokens, 0)
    if label is None:
        return False
    rest = text[label.value :].strip()
    return not rest or label.marked or not any(letter.isalpha() for letter in rest)


def _carried(line: Line) -> bool:
    words = tuple(token.word for token in tokens_of(line.pieces[0].text))
    return any(words[: len(one)] == one for one in carried())


def _assigned(line: Line, columns: list[Column], kinds: dict[str, str]) -> dict[str, str]:
    """Return the text of a line under each field; `""` gathers what no field asks for."""
    row: dict[str, str] = {}
    for piece in line.pieces:
        for part in _split(piece, columns, kinds):
            column = min(columns, key=lambda one: _distance(one, part))
            row[column.field] = f"{row.get(column.field, '')} {part.text}".strip()
    return row


def _split(piece: Piece, columns: list[Column], kinds: dict[str, str]) -> list[Piece]:
    """Part a piece that reaches over a column of figures whose own word is at its end."""
    over = [
        column for column in columns
        if min(column.right, piece.right) - max(column.left, piece.left)
        > 0.5 * (column.right - column.left)
    ]  # fmt: skip
    if len(over) < 2 or len(piece.words) < 2:
        return [piece]
    parts: list[tuple[Column, list[Word]]] = []
    for word in piece.words:
        column = min(over, key=lambda one: _distance(one, Piece([word])))
        figure = kinds.get(column.field) in _FIGURES
        if figure and not any(letter.isdigit() for letter in word.text):
            column = parts[-1][0] if parts else column
        if parts and parts[-1][0] is column:
            parts[-1][1].append(word)
        else:
            parts.append((column, [word]))
    return [Piece(words) for _, words in parts]


def _distance(column: Column, piece: Piece) -> tuple[float, float]:
    """How far a piece is from a column: overlapping first, then the nearer side."""
    overlap = min(column.right, piece.right) - max(column.left, piece.left)
    if overlap > 0:
        return (0.0, -overlap)
    return (1.0, -overlap)
