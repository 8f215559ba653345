"""Rendering: a problem as lines for a person, or as data for a program."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.problems.catalogue import code_of
from kognilang.problems.problem import Problem
from kognilang.text.columns import cut_columns, text_width, untabbed, visible, wrap

_NARROWEST = 24
_INDENT = 4
_LINES_SHOWN = 3
_LONGEST = 800
_UNDERSTOOD = "I understood"
# Problems whose candidates are guesses at what was meant; those of others are what to write.
_GUESSES = {
    "unknown-verb",
    "unread-sentence",
    "unknown-phrase",
    "unknown-phrase-of-verb",
    "unknown-condition",
    "almost-known-name",
}

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "place": "2",
    "mark": "31",
    "label": "1",
    "number": "36",
}


def render(problem: Problem, colour: bool = False, width: int = 80) -> str:
    """Return a problem as text without a final line end, no line wider than `width` columns.

    First what is wrong, with file and line at the right; the source line with the span
    underlined; what was understood; what it could mean and what would work, numbered; more
    detail; the code. `width` below 24 counts as 24.
    """
    return "\n".join(_Sheet(colour, max(width, _NARROWEST)).write(problem))


def render_all(problems: Sequence[Problem], colour: bool = False, width: int = 80) -> str:
    """Return several problems as text, a blank line between them."""
    return "\n\n".join(render(problem, colour, width) for problem in problems)


def to_json(problem: Problem) -> dict[str, object]:
    """Return a problem as data for `--json`; lines and columns start at 1, and are None where the
    problem is no place's."""
    place = _place(problem)
    source = problem.source
    start = end = None
    if source is not None and place is not None:
        start, end = problem.span
        end = max(start, end)
    return {
        "name": problem.name,
        "code": code_of(problem.name),
        "warning": problem.warning,
        "summary": problem.summary,
        "file": source.name if source is not None else None,
        "path": str(source.path) if source is not None and source.path is not None else None,
        "line": source.line_of(start) if source is not None and start is not None else None,
        "column": source.column_of(start) if source is not None and start is not None else None,
        "end_line": source.line_of(end) if source is not None and end is not None else None,
        "end_column": source.column_of(end) if source is not None and end is not None else None,
        "sentence": place,
        "understood": list(problem.understood),
        "readings": list(problem.readings),
        "candidates": list(problem.candidates),
        "detail": list(problem.detail),
    }


def _place(problem: Problem) -> str | None:
    """The text of the line that a problem begins on; None where it is about no line."""
    source = problem.source
    if source is None or not source.text or problem.span[0] > len(source.text):
        return None
    if problem.span == (0, 0):
        return None
    return source.line_text(source.line_of(problem.span[0])).strip()


class _Sheet:
    """Collects the lines of one problem."""

    def __init__(self, colour: bool, width: int) -> None:
        self.colour = colour
        self.width = width
        self.lines: list[str] = []
        self.number = 0

    def write(self, problem: Problem) -> list[str]:
        """Return all lines."""
        self._headline(problem)
        if _place(problem) is not None:
            self._source_lines(problem)
        self._understood(problem.understood)
        self._numbered("It could mean", problem.readings)
        if problem.readings:
            heading = "or write"
        else:
            heading = "Close to it" if problem.name in _GUESSES else "Write"
        self._numbered(heading, problem.candidates)
        for line in problem.detail:
            self._detail(line)
        code = code_of(problem.name)
        if code:
            self._wrapped(f"More about it: kog explain {code}", style="place")
        return self.lines

    def _style(self, text: str, style: str) -> str:
        if not self.colour or not text:
            return text
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"

    def _wrapped(self, text: str, indent: int = 0, style: str = "") -> None:
        for line in wrap(visible(text), self.width - indent):
            self.lines.append(" " * indent + (self._style(line, style) if style else line))

    def _headline(self, problem: Problem) -> None:
        style = "warning" if problem.warning else "error"
        summary = visible(" ".join(problem.summary.split())).removesuffix(".")
        summary = _short(summary)
        if problem.warning:
            summary = f"Warning: {summary}"
        place = ""
        if problem.source is not None:
            place = visible(problem.source.name)
            if _place(problem) is not None:
                place += f", line {problem.line}"
        room = self.width - text_width(place) - 2
        if not place:
            self._wrapped(summary, style=style)
        elif room >= 30 or text_width(summary) <= room:
            # The place stands at the right of the first line, whatever the summary's length.
            for number, line in enumerate(wrap(summary, room)):
                shown = self._style(line, style)
                if number == 0:
                    gap = self.width - text_width(line) - text_width(place)
                    shown += " " * gap + self._style(place, "place")
                self.lines.append(shown)
        else:
            # Too narrow for both: where it is comes first, then what is wrong.
            self._wrapped(place, style="place")
            self._wrapped(summary, style=style)

    def _source_lines(self, problem: Problem) -> None:
        source = problem.source
        assert source is not None
        start, end = problem.span
        end = min(max(end, start), len(source.text))
        while end > start and source.text[end - 1].isspace():
            end -= 1
        first = source.line_of(start)
        last = source.line_of(end)
        begin = start - source.column_of(start) + 1
        texts = [source.line_text(n) for n in range(first, min(last, first + _LINES_SHOWN - 1) + 1)]
        margin = min((len(t) - len(t.lstrip()) for t in texts if t.strip()), default=0)
        # A tab in the margin must not shift what stands behind it.
        same = all(t[:margin] == texts[0][:margin] for t in texts)
        for text in texts:
            cut = margin if same else len(text) - len(text.lstrip())
            kept = text[cut:].rstrip()
            low = max(start - begin - cut, len(kept) - len(kept.lstrip()))
            high = min(end - begin - cut, len(kept))
            self._underlined(kept, max(low, 0), high)
            begin += len(text) + 1
        if last >= first + _LINES_SHOWN:
            self.lines.append(" " * _INDENT + "…")

    def _underlined(self, text: str, low: int, high: int) -> None:
        low = min(low, len(text))
        if len(text) > 8 * self.width:
            # Of a huge line only what can be seen is worked on.
            begin = max(0, low - self.width)
            text = ("…" if begin else "") + text[begin : begin + 4 * self.width]
            shift = begin - (1 if begin else 0)
            low, high = low - shift, min(high - shift, len(text))
        shown, columns = untabbed(text)
        left = columns[low]
        right = columns[high] if high > low else left + 1
        room = self.width - _INDENT
        if columns[-1] > room:
            # A long line: the part around what is underlined, with … where it was cut.
            first = max(0, min(left - room // 4, columns[-1] - room + 1))
            if left - first > room - 3:
                first = max(0, left - 1)
            last = min(first + room - (1 if first else 0), columns[-1])
            if last < columns[-1]:
                last -= 1
            before = "…" if first else ""
            after = "…" if last < columns[-1] else ""
            shown = before + cut_columns(shown, first, last) + after
            shift = first - len(before)
            right = min(right, last) - shift
            left -= shift
        # What is missing at the end of a line that fills the screen is marked in its last column.
        left, right = min(left, room - 1), min(right, room)
        self.lines.append((" " * _INDENT + shown).rstrip())
        marks = "~" * max(right - left, 1)
        self.lines.append(" " * (_INDENT + left) + self._style(marks, "mark"))

    def _understood(self, facts: list[str]) -> None:
        # The heading says it already.
        facts = [fact.removeprefix(f"{_UNDERSTOOD}: ") for fact in facts]
        if not facts:
            return
        hanging = len(_UNDERSTOOD) + 3
        if self.width < 50:
            self.lines.append(self._style(_UNDERSTOOD, "label"))
            for fact in facts:
                self._wrapped(fact, 2)
            return
        head = self._style(_UNDERSTOOD, "label") + "   "
        for fact in facts:
            for line in wrap(visible(_short(fact)), self.width - hanging):
                self.lines.append(head + line)
                head = " " * hanging

    def _numbered(self, heading: str, sentences: list[str]) -> None:
        if not sentences:
            return
        self.lines.append(self._style(heading, "label"))
        for sentence in sentences:
            self.number += 1
            mark = str(self.number)
            hanging = 2 + len(mark) + 2
            head = "  " + self._style(mark, "number") + "  "
            for written in sentence.split("\n"):
                inner = len(written) - len(written.lstrip(" "))
                if self.width - hanging - inner < 10:
                    inner = 0
                for line in wrap(visible(_short(written)), self.width - hanging - inner):
                    self.lines.append(head + " " * inner + line)
                    head = " " * hanging

    def _detail(self, line: str) -> None:
        indent = min(len(line) - len(line.lstrip(" ")), self.width // 2)
        self._wrapped(_short(line), indent)


def _short(text: str) -> str:
    """Return what is said, cut where it quotes a sentence without end."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 60]} … {text[-40:]}"
