"""Reads a Markdown page as tests: procedures beside what they say, refuse or ask.

A fenced block tagged `kog` is a procedure, one tagged `runbook` the same as a Markdown text. The
block after it says what must come of it: `output` is what it says, `problem` the whole message
that refuses it, `question` the texts of the questions that it parks with, `examples` what its
examples come to. A block with none of them must be understood. Blocks tagged `file NAME` before it
are files in its folder (those in `skills/` for the rest of the page); `answers` are given in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

EXPECTATIONS = ("output", "problem", "question", "examples")


@dataclass(slots=True)
class Piece:
    """A procedure of a page, with what belongs to it."""

    page: str
    line: int
    text: str
    files: dict[str, str] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)
    expected: dict[str, str] = field(default_factory=dict)
    runbook: bool = False

    @property
    def name(self) -> str:
        return f"{self.page}:{self.line}"


def blocks(text: str) -> list[tuple[str, int, str]]:
    """Return the fenced blocks of a page as (tag, line, content)."""
    found = []
    tag, start, fence, content = "", 0, "", []
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if not fence and stripped.startswith("```"):
            fence = stripped[: len(stripped) - len(stripped.lstrip("`"))]
            tag, start, content = stripped.strip("`").strip(), number + 1, []
        elif fence and stripped == fence:
            found.append((tag, start, "\n".join(content) + "\n"))
            fence = ""
        elif fence:
            content.append(line)
    return found


def pieces(page: Path, name: str) -> list[Piece]:
    """Return the procedures of a page with their expectations."""
    found: list[Piece] = []
    files: dict[str, str] = {}
    for tag, line, content in blocks(page.read_text(encoding="utf-8")):
        if tag.startswith("file "):
            files[tag[5:].strip()] = content
        elif tag in ("kog", "runbook"):
            found.append(Piece(name, line, content, files, runbook=tag == "runbook"))
            # The skills of a page serve all of it.
            files = {name: text for name, text in files.items() if name.startswith("skills/")}
        elif tag in EXPECTATIONS and found:
            found[-1].expected[tag] = content
        elif tag == "answers" and found:
            found[-1].answers = content.splitlines()
    return found
