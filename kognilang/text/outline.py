"""The outline of a text: its lines as a tree, by indentation and list markers."""

from __future__ import annotations

import re

from kognilang.dataclass import dataclass
from kognilang.text.closing import fault_of_open
from kognilang.text.entries import Entry, block_span, block_text, faults_outside
from kognilang.text.fault import Fault
from kognilang.text.lines import UNSEEN, Line, mixed_indentation, physical_lines
from kognilang.text.nesting import Open, walk
from kognilang.text.source import NOWHERE, Source, Span

MARKER = re.compile(
    r"(?:(?P<bullet>[-*+•–—‣◦▪▸●○■□➢→✓✔])|(?P<number>\(?\d{1,3}[.)])|(?P<letter>\(?[a-z]\)))"
    r"[ \t\u00a0]+"
    r"(?:\[[ xX]\][ \t]+)?"
)
TITLE = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_NOTE = re.compile(rf"{f'[{UNSEEN}]*'.join('note')}[{UNSEEN} \t]*:[ \t]*", re.IGNORECASE)
_DETAIL = re.compile(r"(?:the |an? )?[\w'’ -]{1,40}:[ \t]+\S", re.IGNORECASE)
_OPENS = re.compile(r'["“”({`]')
_QUOTED_OR_BRACKET = re.compile(r'["“”][^"“”\n]*["“”]|[()]')
_OPENER = re.compile(
    r"\b(?:is|are|with|where|saying|as follows|then|otherwise|else)$", re.IGNORECASE
)
"""What opens a block where people leave its colon out."""
_NOTE_LINES = 20
"""The most lines that a comment in parentheses goes on for: what is longer was never closed."""


@dataclass(slots=True)
class _Level:
    """An open block: its column, the kind of list markers in it, and where its entries go."""

    indent: int
    markers: str
    entries: list[Entry]


def outline(source: Source, markdown: bool = False) -> tuple[list[Entry], list[Fault]]:
    """Return the entries of a text, in order, and what is wrong with its lines.

    Linear in the length of the text. Faults: mixed-indentation, wrong-indentation,
    unclosed-quote, unclosed-brace, unclosed-parenthesis. A fault inside a long text is none:
    whoever knows that a block is one drops them (`faults_outside`).
    """
    lines = physical_lines(source)
    if markdown:
        from kognilang.text.markdown import Runbook

        faults: list[Fault] = []
        return Runbook(source, lines, faults).build(), faults
    faults = mixed_indentation(source, lines)
    return Builder(source, lines, faults).build(), faults


__all__ = ["Builder", "Entry", "block_span", "block_text", "faults_outside", "outline"]


class Builder:
    """Puts the lines of one source into a tree."""

    def __init__(self, source: Source, lines: list[Line], faults: list[Fault]) -> None:
        self.source = source
        self.text = source.text
        self.lines = lines
        self.faults = faults
        self.at = 0
        self.levels: list[_Level] = []
        self.waiting: list[Entry] = []

    def build(self) -> list[Entry]:
        """Return the top-level entries."""
        top: list[Entry] = []
        lines = self.lines
        base = lines[0].indent if lines else 0
        self.levels.append(_Level(base, "", top))
        while self.at < len(lines):
            entry = self.entry()
            if entry.kind in ("title", "note"):
                self.waiting.append(entry)
                continue
            level = self._place(entry)
            self._place_waiting(entry.indent, level)
            level.entries.append(entry)
        self._place_waiting(-1, None)
        return top

    # -- one entry ------------------------------------------------------------------

    def entry(self) -> Entry:
        """Read the entry that begins at the current line, and move behind it."""
        line = self.lines[self.at]
        text = self.text
        start, end = line.start, line.end
        first = text[start]
        if first == "#":
            title = TITLE.match(text, start, end)
            if title is not None:
                self.at += 1
                hashes = title[1]
                span = (min(title.end(), end), end)
                return Entry(
                    "title", [span], line.indent, "#", [], line.number, len(hashes), (start, end)
                )
        elif first == "|":
            return self._table(line)
        elif first in "nN":
            note = _NOTE.match(text, start, end)
            if note is not None:
                return self._note(line, note.end())
        elif first == "(":
            comment = self._comment(line)
            if comment is not None:
                return comment
        marker = MARKER.match(text, start, end)
        self.at += 1
        if marker is None:
            entry = Entry("line", [(start, end)], line.indent, "", [], line.number, 0, (start, end))
        else:
            begin = marker.end()
            written = marker[0].split()[0]
            entry = Entry(
                "line", [(begin, end)], line.indent, written, [], line.number, 0, (start, end)
            )
            title = TITLE.match(text, begin, end)
            if title is not None:
                entry.kind, entry.level = "title", len(title[1])
                entry.lines = [(min(title.end(), end), end)]
                return entry
            note = _NOTE.match(text, begin, end)
            if note is not None:
                self.at -= 1
                return self._note(line, note.end())
        begin = entry.lines[0][0]
        if text[begin : begin + 8].lower() != "example:":
            # The title of an example is no sentence: a quote in it opens nothing.
            self._continue(entry)
        return entry

    def _continue(self, entry: Entry) -> None:
        """Take in the lines that go on after a comma or inside something open; note what never
        closes."""
        text = self.text
        stack: list[Open] = []
        start, end = entry.lines[0]
        if _OPENS.search(text, start, end) is not None:
            walk(text, start, end, stack)
        lines = self.lines
        while self.at < len(lines):
            previous = text[end - 1]
            comma = previous == "," and not stack
            if not comma and not stack:
                break
            line = lines[self.at]
            if line.number != lines[self.at - 1].number + 1 or line.indent < entry.indent:
                break
            if stack:
                # What nobody closed must not swallow the steps that follow.
                if line.indent <= entry.indent or self._listed_step(line):
                    break
            elif self._starts_anew(line, entry):
                break
            start, end = line.start, line.end
            entry.lines.append((start, end))
            walk(text, start, end, stack)
            self.at += 1
        entry.span = (entry.span[0], end)
        if stack:
            self.faults.append(fault_of_open(text, entry.lines, stack))

    def _listed_step(self, line: Line) -> bool:
        """Whether a line is an item of a list that begins as a sentence does."""
        marker = MARKER.match(self.text, line.start, line.end)
        return marker is not None and self.text[marker.end() : marker.end() + 1].isupper()

    def _starts_anew(self, line: Line, entry: Entry) -> bool:
        """Whether a line after a comma is an entry of its own all the same."""
        text = self.text
        if text[line.start] in "#|" or MARKER.match(text, line.start, line.end) is not None:
            return True
        return line.indent == entry.indent and (
            _DETAIL.match(text, entry.lines[0][0], entry.lines[0][1]) is not None
            and _DETAIL.match(text, line.start, line.end) is not None
        )

    def _table(self, line: Line) -> Entry:
        """Read a run of lines that begin with `|`, however deep each is: nothing else does."""
        entry = Entry("table", [], line.indent, "", [], line.number, 0, (line.start, line.end))
        number = line.number
        while self.at < len(self.lines):
            row = self.lines[self.at]
            if row.number != number or self.text[row.start] != "|":
                break
            entry.lines.append((row.start, row.end))
            self.at += 1
            number += 1
        entry.span = (line.start, entry.lines[-1][1])
        return entry

    def _note(self, line: Line, content: int) -> Entry:
        """Read `Note: …` and the lines indented below it, which belong to the note."""
        entry = Entry(
            "note", [(content, line.end)], line.indent, "Note:", [], line.number, 0, NOWHERE
        )
        self.at += 1
        while self.at < len(self.lines) and self.lines[self.at].indent > line.indent:
            below = self.lines[self.at]
            entry.lines.append((below.start, below.end))
            self.at += 1
        entry.span = (line.start, entry.lines[-1][1])
        return entry

    def _comment(self, line: Line) -> Entry | None:
        """Read a comment in parentheses that takes up whole lines, or None if it is not one."""
        text = self.text
        stack = 0
        spans: list[Span] = []
        for ahead in range(self.at, min(self.at + _NOTE_LINES, len(self.lines))):
            row = self.lines[ahead]
            follows = not spans or row.number == self.lines[ahead - 1].number + 1
            if not follows or row.indent < line.indent:
                return None
            for mark in _QUOTED_OR_BRACKET.finditer(text, row.start, row.end):
                at = mark.start()
                if text[at] == "(":
                    stack += 1
                elif text[at] == ")":
                    stack -= 1
                    if stack == 0:
                        if (
                            text[at + 1 : row.end].strip(" .")
                            or "".join(text[s:e] for s, e in spans).strip() == "("
                        ):
                            return None
                        start = row.start + 1 if not spans else row.start
                        inside = text[start:at]
                        end = start + len(inside.rstrip())
                        spans.append((min(end, at - len(inside.lstrip())), end))
                        self.at = ahead + 1
                        whole = (line.start, row.end)
                        return Entry("note", spans, line.indent, "(", [], line.number, 0, whole)
            spans.append((row.start + 1 if not spans else row.start, row.end))
        return None

    # -- where it goes ----------------------------------------------------------------

    def _place(self, entry: Entry) -> _Level:
        """Return the level that an entry belongs to, opening and closing levels."""
        levels = self.levels
        indent = entry.indent
        kind = _marker_kind(entry.marker)
        closed: _Level | None = None
        while levels[-1].indent > indent and len(levels) > 1:
            closed = levels.pop()
        level = levels[-1]
        if indent > level.indent:
            if closed is not None:
                # It comes back to a column where nothing stands: take it into the block that it
                # is still inside of, and say so.
                self._wrong_indentation(entry, level.indent, closed.indent)
                levels.append(closed)
                return closed
            if level.entries:
                level = _Level(indent, kind, level.entries[-1].children)
                levels.append(level)
            else:
                level.indent, level.markers = indent, kind
            return level
        if indent < level.indent:
            # The first line stood deeper than this one.
            self._wrong_indentation(entry, indent, level.indent)
            level.indent = indent
            return level
        # A list below a line that ends in a colon belongs to it, at the same column too.
        if kind == level.markers or not level.entries:
            if not level.entries:
                level.markers = kind
            return level
        for back in range(len(levels) - 2, -1, -1):
            if levels[back].indent != indent:
                break
            if levels[back].markers == kind:
                del levels[back + 1 :]
                return levels[back]
        last = level.entries[-1]
        if kind and last.kind == "line" and self.text[last.lines[-1][1] - 1] == ":":
            if last.children:
                return level
            level = _Level(indent, kind, last.children)
            levels.append(level)
        return level

    def _place_waiting(self, indent: int, level: _Level | None) -> None:
        """Put the titles and notes that wait before the entry which is about to be placed.

        One that stands no deeper than the next line goes with that line; one that stands
        deeper stays at the end of the block in which it was written.
        """
        if not self.waiting:
            return
        for entry in self.waiting:
            if level is not None and entry.indent <= indent:
                level.entries.append(entry)
                continue
            self._innermost(entry.indent).append(entry)
        self.waiting.clear()

    def _innermost(self, indent: int) -> list[Entry]:
        """The entries of the deepest block, at the end of the text so far, that reaches at least
        the column."""
        entries = self.levels[0].entries
        while True:
            last = next((e for e in reversed(entries) if e.kind == "line"), None)
            if last is None or last.indent >= indent:
                return entries
            if not (last.children or self._opens(last)):
                return entries
            entries = last.children

    def _opens(self, entry: Entry) -> bool:
        """Whether a line opens a block: it ends in a colon, or in a word that stands for one."""
        if not entry.lines:
            return False
        start, end = entry.lines[-1]
        return self.text[end - 1] == ":" or _OPENER.search(self.text, start, end) is not None

    def _wrong_indentation(self, entry: Entry, outer: int, inner: int) -> None:
        self.faults.append(
            Fault(
                "wrong-indentation",
                entry.span,
                {"indent": str(entry.indent), "outer": str(outer), "inner": str(inner)},
            )
        )


def _marker_kind(marker: str) -> str:
    """The kind of a list marker: bullet, number, letter, or nothing."""
    if not marker:
        return ""
    core = marker.strip("().")
    return "number" if core.isdigit() else "letter" if core.isalpha() else "bullet"
