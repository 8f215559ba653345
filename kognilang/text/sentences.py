"""Sentences: where each one of a line begins and ends, with the way back to the source."""

from __future__ import annotations

import re
from bisect import bisect_right

from kognilang.dataclass import dataclass
from kognilang.text.nesting import depth_zero
from kognilang.text.source import Source, Span

_PERIOD = re.compile(r'\.(?:["”]?(?=\s|$)|["”](?=[A-Z]))')
_AHEAD = re.compile(r"\s*")
_CAPITAL = re.compile(r'["“(\'`]?[A-ZÀ-ÖØ-Þ]')
_TITLE_OF_A_PERSON = re.compile(r"\b(?:(?i:Mr|Mrs|Ms|Dr|Prof|St|vs|e\.g|i\.e)|No)$")
"""What a period shortens: `No. A7`, but not `The flag is no. Say "x".`"""


@dataclass(slots=True)
class Sentence:
    """One sentence as one line of text.

    `text` has no final period and no outer spaces; lines are joined by one space. `ended`
    says that the period was written. `starts` and `origins` map back: the piece of `text`
    from `starts[i]` on was written from `origins[i]` on.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    ended: bool = False

    def at(self, offset: int) -> int:
        """Return the offset in the source of an offset in the sentence."""
        if len(self.starts) == 1:
            return self.origins[0] + offset
        piece = max(bisect_right(self.starts, offset) - 1, 0)
        return self.origins[piece] + offset - self.starts[piece]

    def place(self, start: int = 0, end: int | None = None) -> Span:
        """Return the span in the source of a part of the sentence; of all of it, without
        arguments."""
        if end is None:
            end = len(self.text)
        if end <= start:
            here = self.at(start)
            return (here, here)
        return (self.at(start), self.at(end - 1) + 1)


def split(source: Source, spans: list[Span]) -> list[Sentence]:
    """Split the lines of an entry into its sentences.

    A sentence ends at a period at the end of a line, or before a space and a capital, never
    inside quotes, braces or parentheses nor inside a number; a period inside a closing quote
    counts too (`Say "Done." Pay it.`), except where only one sentence results from it.
    """
    text = source.text
    if len(spans) == 1:
        start, end = spans[0]
        line = text[start:end]
        if line.find(".") in (-1, len(line) - 1):
            ended = line.endswith(".")
            body = line[:-1].rstrip() if ended else line
            return [Sentence(body, (0,), (start,), ended)] if body else []
    joined = " ".join([text[start:end] for start, end in spans])
    starts: list[int] = []
    at = 0
    for start, end in spans:
        starts.append(at)
        at += end - start + 1
    origins = [start for start, _ in spans]
    ends = {start - 1 for start in starts[1:]}
    free = depth_zero(joined)
    found: list[Sentence] = []
    begin = 0
    for begin_next, stop, ended in _boundaries(joined, free, ends):
        _add(found, joined, begin, stop, ended, starts, origins)
        begin = begin_next
    _add(found, joined, begin, len(joined), False, starts, origins)
    return found


def _boundaries(text: str, free: list[bool], line_ends: set[int]) -> list[tuple[int, int, bool]]:
    """Where the next sentence begins, where this one stops, whether its period was written."""
    boundaries: list[tuple[int, int, bool]] = []
    for match in _PERIOD.finditer(text):
        period, after = match.span()
        blank = _AHEAD.match(text, after)
        ahead = blank.end() if blank is not None else after
        capital = _CAPITAL.match(text, ahead) is not None
        if after - period == 1:
            at_end = ahead == len(text) or after in line_ends
            if not free[period] or not (capital or at_end):
                continue
            if not at_end and _TITLE_OF_A_PERSON.search(text, max(0, period - 6), period):
                continue
            boundaries.append((ahead, period, True))
        else:
            # `"Done." Pay it.`: the quote must close here, at no depth, and a sentence follow.
            closes = after == len(text) or free[after]
            if closes and capital and text[ahead] not in '"“':
                boundaries.append((ahead, after, False))
    return boundaries


def _add(
    found: list[Sentence],
    text: str,
    begin: int,
    stop: int,
    ended: bool,
    starts: list[int],
    origins: list[int],
) -> None:
    """Add the sentence between two offsets, unless there is nothing in it."""
    while begin < stop and text[begin].isspace():
        begin += 1
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    if begin >= stop:
        return
    first = bisect_right(starts, begin) - 1
    last = bisect_right(starts, stop - 1) - 1
    piece_starts = [0]
    piece_origins = [origins[first] + begin - starts[first]]
    for piece in range(first + 1, last + 1):
        piece_starts.append(starts[piece] - begin)
        piece_origins.append(origins[piece])
    found.append(Sentence(text[begin:stop], tuple(piece_starts), tuple(piece_origins), ended))
