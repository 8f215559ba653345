"""Sources and spans: which text a thing was read from, and where in it."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path

from kognilang.dataclass import dataclass, field

Span = tuple[int, int]
"""Half-open character offsets (start, end) into the text of one source."""

NOWHERE: Span = (0, 0)
"""The span of what was made by a program and was never written."""


@dataclass(slots=True)
class Source:
    """A text with a name, so that an offset can be told as a line and a column.

    `name` is what a person calls it (`pay-invoices.kog`); `path` is where it is,
    or None for text typed at a prompt. Line and column numbers start at 1.
    """

    name: str
    text: str
    path: Path | None = None
    _starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def _line_starts(self) -> list[int]:
        if not self._starts:
            starts = [0]
            find = self.text.find
            at = find("\n")
            while at != -1:
                starts.append(at + 1)
                at = find("\n", at + 1)
            self._starts = starts
        return self._starts

    def line_of(self, offset: int) -> int:
        """Return the number of the line that holds the offset."""
        return bisect_right(self._line_starts(), offset)

    def column_of(self, offset: int) -> int:
        """Return the column of the offset in its line."""
        starts = self._line_starts()
        return offset - starts[bisect_right(starts, offset) - 1] + 1

    def line_text(self, line: int) -> str:
        """Return the text of a line, without its line end."""
        starts = self._line_starts()
        if not 1 <= line <= len(starts):
            return ""
        start = starts[line - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end != -1 else len(self.text)].rstrip("\r")
