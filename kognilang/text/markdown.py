"""Markdown runbooks: which lines of one are steps, and which are prose for people.

Steps are the items of lists and the lines of fenced `kog` blocks. Paragraphs, quotations,
other fenced blocks and the front matter are prose: they become notes, which are kept and
never executed. A paragraph that is a definition counts as one. A heading `# To …:` opens a
definition, whose body is what stands below it up to the next heading of its rank; without
the colon it does if a step of the text calls it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.text.entries import Entry
from kognilang.text.fault import Fault
from kognilang.text.lines import Line, mixed_indentation
from kognilang.text.outline import MARKER, TITLE, Builder
from kognilang.text.source import Source

_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*([\w-]*)")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}$")
_KOG = frozenset({"kog", "kognilang"})
# A paragraph that is a definition of the language. It must be all of one sentence: what
# merely begins like one is prose.
_DEFINITION = re.compile(
    r"(?:an? [\w '’-]+? (?:has|have) (?:an? |[\w-]+s\b).*"
    r"|an? [\w '’-]+? is [\w '’-]+ if .+"
    r"|an? [\w -]+['’]s? [\w -]+ is .+"
    r"|the [\w '’-]+ (?:is|are) always .+"
    r"|use the procedures in [\"“].+)\.?$",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = re.compile(r"to [^,.:]+:$", re.IGNORECASE)
_HEADING = re.compile(r"to +(\w+.*?)(:?)$", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")
_QUOTED = re.compile(r'["“][^"”]*["”]')
_JOINT = re.compile(r"[,:.]\s|\bthen\b|\band\b", re.IGNORECASE)
_ARTICLES = frozenset({"a", "an", "the", "some"})


def _in_order(words: list[str], of: list[str]) -> bool:
    """Say whether words stand among others in their order."""
    rest = iter(of)
    return all(word in rest for word in words)


class Runbook(Builder):
    """Puts the lines of a Markdown text into a tree of steps, with its prose as notes."""

    def __init__(self, source: Source, lines: list[Line], faults: list[Fault]) -> None:
        self._prose: dict[int, int] = {}
        self._ranks: dict[int, int] = {}
        self._calls: dict[str, list[list[str]]] | None = None
        """The words of all steps, by their first one; made when a heading needs it."""
        kept = self._sort(source, lines, faults)
        steps = [line for line in kept if line.number not in self._prose]
        faults += mixed_indentation(source, steps)
        super().__init__(source, kept, faults)

    def _sort(self, source: Source, lines: list[Line], faults: list[Fault]) -> list[Line]:
        """Note which lines are prose, in runs, and return the lines that are anything."""
        text = source.text
        kept: list[Line] = []
        at = self._front_matter(text, lines)
        item: int | None = None
        run = 0
        previous = 0
        while at < len(lines):
            line = lines[at]
            fence = _FENCE.match(text, line.start, line.end)
            if fence is not None:
                at = self._fenced(source, lines, at, fence, kept, faults)
                run = 0
                continue
            joined = line.number == previous + 1
            previous = line.number
            marked = MARKER.match(text, line.start, line.end) is not None
            if _RULE.match(text, line.start, line.end) is not None:
                run, item = 0, None
            elif marked:
                item, run = line.indent, 0
                kept.append(line)
            elif TITLE.match(text, line.start, line.end) is not None:
                item, run = None, 0
                kept.append(line)
            elif item is not None and (line.indent > item or joined):
                kept.append(line)
            else:
                item = None
                run = run if run and joined else line.number
                self._prose[line.number] = run
                kept.append(line)
            at += 1
        return kept

    def _front_matter(self, text: str, lines: list[Line]) -> int:
        """The index of the first line behind the front matter."""
        if lines and lines[0].number == 1 and text[lines[0].start : lines[0].end] == "---":
            for at in range(1, len(lines)):
                if text[lines[at].start : lines[at].end] in ("---", "..."):
                    return at + 1
        return 0

    def _fenced(
        self,
        source: Source,
        lines: list[Line],
        at: int,
        fence: re.Match[str],
        kept: list[Line],
        faults: list[Fault],
    ) -> int:
        """Keep the lines of a fenced block; return the index behind it."""
        text = source.text
        opening = lines[at]
        steps = fence[2].lower() in _KOG
        at += 1
        while at < len(lines):
            line = lines[at]
            at += 1
            written = text[line.start : line.end]
            if written.startswith(fence[1]) and not written.strip(fence[1][0]):
                return at
            if not steps:
                self._prose[line.number] = opening.number
            kept.append(line)
        faults.append(Fault("unclosed-fence", (opening.start, opening.end)))
        return at

    def entry(self) -> Entry:
        """Read a paragraph as a note, or as the definition that it is; all else as elsewhere."""
        line = self.lines[self.at]
        run = self._prose.get(line.number)
        if run is None:
            if self.text[line.start] == "#":
                return self._heading(line)
            found = super().entry()
            self._lazy(found)
            return found
        # A paragraph ends the list that belonged to the one before.
        levels = self.levels
        while len(levels) > 1 and levels[-1].indent == levels[-2].indent >= line.indent:
            levels.pop()
        spans = []
        while self.at < len(self.lines) and self._prose.get(self.lines[self.at].number) == run:
            spans.append((self.lines[self.at].start, self.lines[self.at].end))
            self.at += 1
        entry = Entry(
            "note", spans, line.indent, "", [], line.number, 0, (line.start, spans[-1][1])
        )
        content = entry.text(self.source)
        if _HEAD.match(content) or (_DEFINITION.match(content) and ". " not in content):
            entry.kind = "line"
        return entry

    def _lazy(self, entry: Entry) -> None:
        """Take in the lines of a list item that its writer did not indent."""
        while entry.kind == "line" and self.at < len(self.lines):
            line, before = self.lines[self.at], self.lines[self.at - 1]
            first = self.text[line.start]
            if (
                not entry.marker
                or line.number != before.number + 1
                or line.indent > entry.indent
                or line.number in self._prose
                or first in "#|"
                or MARKER.match(self.text, line.start, line.end) is not None
            ):
                return
            entry.lines.append((line.start, line.end))
            entry.span = (entry.span[0], line.end)
            self.at += 1

    def _heading(self, line: Line) -> Entry:
        """Read a heading; one that opens a definition is the line of it."""
        entry = super().entry()
        heading = _HEADING.match(entry.text(self.source).rstrip("# "))
        if (
            entry.kind == "title"
            and heading is not None
            and (heading[2] or self._called(heading[1]))
        ):
            entry.kind = "line"
            self._ranks[entry.line] = entry.level
        return entry

    def _called(self, heading: str) -> bool:
        """Say whether a step of the text calls a heading: it begins with its verb and holds its
        other words in their order, but for the nouns that stand for what is passed."""
        words = [word.lower() for word in _WORD.findall(heading)]
        passed = {at + 1 for at, word in enumerate(words) if word in _ARTICLES}
        fixed = [
            word for at, word in enumerate(words) if word not in _ARTICLES and at not in passed
        ]
        if len(words) < 2:
            return False
        if self._calls is None:
            self._calls = {}
            for line in self.lines:
                if line.number not in self._prose and self.text[line.start] != "#":
                    for called in self._steps_of(line):
                        self._calls.setdefault(called[0] if called else "", []).append(called)
        return any(_in_order(fixed, called) for called in self._calls.get(fixed[0], ()))

    def _steps_of(self, line: Line) -> Iterator[list[str]]:
        """Yield the words of each step that a line may hold, without its marker and its texts."""
        marker = MARKER.match(self.text, line.start, line.end)
        start = marker.end() if marker is not None else line.start
        for part in _JOINT.split(_QUOTED.sub('"', self.text[start : line.end])):
            yield [word.lower() for word in _WORD.findall(part)]

    def _is_example(self, entry: Entry) -> bool:
        start = entry.lines[0][0] if entry.lines else entry.span[0]
        return entry.kind == "line" and self.text[start : start + 8].lower() == "example:"

    def build(self) -> list[Entry]:
        """Return the top-level entries, what stands below a heading `To …:` as its block."""
        top: list[Entry] = []
        head: Entry | None = None
        for entry in super().build():
            rank = self._ranks.get(entry.line, entry.level if entry.kind == "title" else 0)
            if head is not None and rank and rank <= head.level:
                head = None
            # An example is about the whole text, wherever it stands.
            if head is not None and not self._is_example(entry):
                head.children.append(entry)
            else:
                top.append(entry)
            if head is None and entry.line in self._ranks:
                head = entry
        return top
