"""Other words laid in place of some sentences of a text, which keeps its own lines for people."""

from __future__ import annotations

from collections.abc import Mapping

from kognilang.dataclass import dataclass
from kognilang.text.source import Source, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words laid in: `start` and `end` are where they are in the new text, `begun` and `stopped`
    where the words were, in the original, whose place they take."""

    start: int
    end: int
    begun: int
    stopped: int


class LaidSource(Source):
    """A text with words laid in place of others. Lines and columns are the original's."""

    __slots__ = ("original", "pieces")

    def __init__(self, original: Source, words: Mapping[Span, str]) -> None:
        """`words` maps spans of the original, which may not overlap, to what is laid there."""
        parts: list[str] = []
        pieces: list[Piece] = []
        at = length = 0
        for (begun, stopped), new in sorted(words.items()):
            parts += [original.text[at:begun], new]
            length += begun - at
            pieces.append(Piece(length, length + len(new), begun, stopped))
            length += len(new)
            at = stopped
        parts.append(original.text[at:])
        super().__init__(original.name, "".join(parts), original.path)
        self.original = original
        self.pieces = tuple(pieces)

    def piece_at(self, offset: int) -> Piece | None:
        """Return the words laid in around an offset of the new text, if it is in some."""
        for piece in self.pieces:
            if piece.start <= offset < piece.end:
                return piece
        return None

    def back(self, offset: int) -> int:
        """Return the offset in the original; the beginning of what was there, within a piece."""
        shift = 0
        for piece in self.pieces:
            if offset < piece.start:
                break
            if offset < piece.end:
                return piece.begun
            shift = piece.end - piece.stopped
        return offset - shift

    def forth(self, offset: int) -> int:
        """Return the offset in the new text of one of the original."""
        shift = 0
        for piece in self.pieces:
            if offset < piece.begun:
                break
            if offset < piece.stopped:
                return piece.start
            shift = piece.end - piece.stopped
        return offset + shift

    def _line_starts(self) -> list[int]:
        if not self._starts:
            self._starts = [self.forth(start) for start in self.original._line_starts()]
        return self._starts

    def line_of(self, offset: int) -> int:
        """Return the number of the original's line."""
        return self.original.line_of(self.back(offset))

    def column_of(self, offset: int) -> int:
        """Return the column in the original's line."""
        return self.original.column_of(self.back(offset))

    def line_text(self, line: int) -> str:
        """Return the original's line."""
        return self.original.line_text(line)
