"""What stands where on the pages of a document: words, lines, and pieces of lines."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from kognilang import Problematic

_SPACE = 0.85
"""A gap wider than this much of the letters' size parts two pieces of a line."""


@dataclass(slots=True)
class Word:
    """A word with the place that it takes on its page, in points from the top left."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(slots=True)
class Piece:
    """Words of a line that stand together."""

    words: list[Word]
    line: int = -1

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def height(self) -> float:
        return max(1.0, self.bottom - self.top)


@dataclass(slots=True)
class Line:
    """What stands at one height of a page, from left to right."""

    page: int
    pieces: list[Piece] = field(default_factory=list)

    @property
    def top(self) -> float:
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        return max(piece.bottom for piece in self.pieces)

    @property
    def text(self) -> str:
        return "  ".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Document:
    """The lines of all pages in reading order."""

    name: str
    pages: int
    lines: list[Line]

    @property
    def text(self) -> str:
        parts: list[str] = []
        page = 0
        for line in self.lines:
            if line.page != page and parts:
                parts.append("")
            page = line.page
            parts.append(line.text)
        return "\n".join(parts)


def document_of(path: Path, data: bytes) -> Document:
    """Return what stands in a PDF or a plain text file.

    Raises Problematic when it is broken, protected, of another sort, or holds no text.
    """
    if not data:
        raise Problematic(
            f'The document "{path.name}" is empty.', "unreadable", values=[("file", str(path))]
        )
    if data[:1024].lstrip().startswith(b"%PDF") or path.suffix.lower() == ".pdf":
        return _pdf(path, data)
    if b"\0" not in data[:4096] and path.suffix.lower() in (".txt", ".text", ".md", ""):
        return _plain(path, data)
    raise Problematic(
        f'"{path.name}" is not a document that can be read: that is a PDF with text, or a text '
        "file.",
        "unreadable",
        values=[("file", str(path))],
    )


def _pdf(path: Path, data: bytes) -> Document:
    import logging

    import pdfplumber

    # The library warns about every oddity of a font; what cannot be read is told below.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    lines: list[Line] = []
    number = 0
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for number, page in enumerate(pdf.pages, 1):
                words = [
                    Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"])
                    for w in page.extract_words(use_text_flow=False, x_tolerance_ratio=0.2)
                ]
                lines += lines_of(words, number)
    except Exception as fault:  # the library lets whatever its parsers raise through
        raise _unreadable(path, data, fault) from None
    if not lines:
        raise Problematic(
            f'The document "{path.name}" has no text in it: it is probably a scan, a picture of '
            "paper. Ask the sender for the original PDF, or type in what it says.",
            "no-text",
            values=[("file", str(path)), ("pages", str(number))],
        )
    return Document(path.name, number, lines)


def _unreadable(path: Path, data: bytes, fault: Exception) -> Problematic:
    names = {type(one).__name__ for one in (fault, *fault.args, fault.__cause__, fault.__context__)}
    values = [("file", str(path))]
    if any("Password" in name or "Encryption" in name for name in names) or b"/Encrypt" in data:
        return Problematic(
            f'The document "{path.name}" is protected by a password. Ask the sender for one '
            "without, or save it without the password.",
            "unreadable",
            values=values,
        )
    if not data[:1024].lstrip().startswith(b"%PDF"):
        return Problematic(
            f'"{path.name}" is called a PDF but is not one.', "unreadable", values=values
        )
    return Problematic(
        f'The document "{path.name}" is damaged and cannot be opened.', "unreadable", values=values
    )


def lines_of(words: list[Word], page: int) -> list[Line]:
    """Put the words of a page into lines, and part these where a gap is."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: ((one.top + one.bottom) / 2, one.left)):
        middle = (word.top + word.bottom) / 2
        for row in rows[-3:]:
            first = row[0]
            if first.top <= middle <= first.bottom or (
                word.top <= (first.top + first.bottom) / 2 <= word.bottom
            ):
                row.append(word)
                break
        else:
            rows.append([word])
    return [Line(page, _pieces(sorted(row, key=lambda one: one.left))) for row in rows]


def _pieces(words: list[Word]) -> list[Piece]:
    pieces = [Piece([words[0]])]
    for before, word in pairwise(words):
        size = min(before.bottom - before.top, word.bottom - word.top)
        if word.left - before.right > _SPACE * size:
            pieces.append(Piece([word]))
        else:
            pieces[-1].words.append(word)
    return pieces


def _plain(path: Path, data: bytes) -> Document:
    """A text file as a page of letters of one width; two spaces part pieces of a line."""
    import re

    from ..files.encodings import decoded

    lines: list[Line] = []
    for number, text in enumerate(decoded(data)[0].expandtabs(8).splitlines()):
        pieces = []
        for match in re.finditer(r"\S+(?: \S+)*", text):
            words = [
                Word(w.group(), 6.0 * (match.start() + w.start()), 6.0 * (match.start() + w.end()),
                     12.0 * number, 12.0 * number + 10)
                for w in re.finditer(r"\S+", match.group())
            ]  # fmt: skip
            pieces.append(Piece(words))
        if pieces:
            lines.append(Line(1, pieces))
    if not lines:
        raise Problematic(f'The document "{path.name}" is blank.', "no-text")
    return Document(path.name, 1, lines)


def nearest_below(lines: list[Line], at: int, label: Piece) -> Piece | None:
    """Return the piece that stands under a label: on one of the next lines, not further off
    than two heights, and over or in line with one of its sides."""
    for line in lines[at + 1 : at + 6]:
        if line.page != lines[at].page or line.top - label.bottom > 2.2 * label.height:
            return None
        if line.top < label.bottom - 0.5 * label.height:
            continue
        near = [piece for piece in line.pieces if _in_line(label, piece)]
        if near:
            return min(near, key=lambda piece: _offset(label, piece))
    return None


def _in_line(label: Piece, piece: Piece) -> bool:
    overlap = min(label.right, piece.right) - max(label.left, piece.left)
    return overlap > 0 or _offset(label, piece) < 3


def _offset(label: Piece, piece: Piece) -> float:
    middle = abs((label.left + label.right) - (piece.left + piece.right)) / 2
    return min(abs(label.left - piece.left), abs(label.right - piece.right), middle)
