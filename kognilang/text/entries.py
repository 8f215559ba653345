"""Entries: the nodes of an outline, and the raw text of the blocks below them."""

from __future__ import annotations

from bisect import bisect_left

from kognilang.dataclass import dataclass, field
from kognilang.text.fault import Fault
from kognilang.text.lines import TAB
from kognilang.text.source import NOWHERE, Source, Span


@dataclass(slots=True)
class Entry:
    """A line of the outline, with the lines that continue it and the block below it.

    `kind` is `line`, `title`, `note` or `table` (a run of pipe-table lines, a span each).
    `lines` are the spans of its content without indentation and list marker (for a title
    without `#`, for a note without `Note:` or its parentheses); `span` is all of it as
    written, marker included, which is what counts where a title or note turns out to stand
    in a record or a long text. `indent` is in columns. `marker` is the list marker as
    written (`-`, `1.`, `a)`), `#`, `Note:` or `(`. `line` is the number of its first line.
    `level` counts the `#` of a title. `children` is the block indented below it.

    A line that ends in a comma takes the next one in, also in a block of details: whoever
    reads details reads them by `lines`, not by entries. A line with an open quote, brace or
    parenthesis takes in lines that are indented deeper.
    """

    kind: str
    lines: list[Span]
    indent: int = 0
    marker: str = ""
    children: list[Entry] = field(default_factory=list)
    line: int = 0
    level: int = 0
    span: Span = NOWHERE

    def text(self, source: Source) -> str:
        """Return the content as one line: its lines joined by one space."""
        text = source.text
        if len(self.lines) == 1:
            start, end = self.lines[0]
            return text[start:end]
        return " ".join([text[start:end] for start, end in self.lines])


def faults_outside(faults: list[Fault], spans: list[Span]) -> list[Fault]:
    """Return the faults that do not lie inside one of the spans."""
    return [f for f in faults if not any(s <= f.span[0] < e for s, e in spans)]


def block_span(source: Source, entry: Entry) -> Span:
    """Return the span of the block indented below an entry, from the start of its first line to
    the end of its last; an empty one at the entry's end if it has none."""
    if not entry.children:
        end = entry.lines[-1][1] if entry.lines else entry.span[1]
        return (end, end)
    first = entry.children[0]
    last = first
    entries = entry.children
    while entries:
        last = entries[-1]
        entries = last.children
    start = source.text.rfind("\n", 0, first.span[0]) + 1
    end = source.text.find("\n", last.span[1] - 1 if last.span[1] > last.span[0] else last.span[1])
    return (start, len(source.text) if end == -1 else end)


@dataclass(slots=True)
class BlockText:
    """The text of a block: `span` is where it was taken from, `ends` say for each line where it
    ends in `text` and where its words end in the source."""

    text: str
    span: Span
    ends: list[tuple[int, int]]

    def place(self, offset: int) -> int:
        """Return the offset in the source of an offset in the text."""
        end, written = self.ends[bisect_left(self.ends, (offset, 0))]
        return max(self.span[0], written - (end - offset))


def block_text(source: Source, entry: Entry) -> BlockText:
    """Return the text of the block below an entry, verbatim but for the indentation that all its
    lines share and for blanks at the ends of lines."""
    start, end = block_span(source, entry)
    lines = source.text[start:end].split("\n")
    margin = _margin(lines)
    if margin is None:
        # Tabs and spaces mixed: what counts is how far in a line stands.
        lines = [_by_spaces(line) for line in lines]
        margin = _margin(lines) or 0
    kept = [_cut(line, margin).rstrip() for line in lines]
    ends: list[tuple[int, int]] = []
    at, begin = 0, start
    for line, written in zip(kept, source.text[start:end].split("\n"), strict=True):
        ends.append((at + len(line), begin + len(written.rstrip())))
        at += len(line) + 1
        begin += len(written) + 1
    return BlockText("\n".join(kept), (start, end), ends)


def _margin(lines: list[str]) -> int | None:
    """Return how many blanks all lines begin with; None where they do not begin with the same."""
    margin: str | None = None
    open_braces = 0
    for line in lines:
        # A line within braces goes on with a value: how far in it stands says nothing.
        inside = open_braces > 0
        if "{" in line or inside:
            plain = line.replace("{{", "").replace("}}", "")
            open_braces = max(0, open_braces + plain.count("{") - plain.count("}"))
        if line.strip() and not inside:
            lead = line[: len(line) - len(line.lstrip(" \t"))]
            if margin is None or margin.startswith(lead):
                margin = lead
            elif not lead.startswith(margin):
                return None
    return len(margin or "")


def _by_spaces(line: str) -> str:
    """Return a line indented as far, by spaces alone."""
    words = line.lstrip(" \t")
    return " " * len(line[: len(line) - len(words)].expandtabs(TAB)) + words


def _cut(line: str, margin: int) -> str:
    """Return a line without its margin, of which a line within braces may have less."""
    return line[margin:] if not line[:margin].strip() else line.lstrip(" \t")
