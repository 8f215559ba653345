"""The documents of `grammars/malformed`: a text, and the exact messages that it must get.

    python -m tests.problems.malformed          writes the messages anew, to be read and committed

A document is named after its problem. In it, each ```kog block is a text, a ```file NAME block
before it is another file beside it, and the ```problem block after it is what is said of it.
What stands behind `kog` says how the text is stored: `markdown` as a runbook, `latin-1` in that
encoding, `bytes` as the bytes that it names in hexadecimal, `missing` not at all, `folder` as a
folder, `circle` as a link that leads to itself.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kognilang.language.reading import read
from kognilang.meaning.books import Library
from kognilang.meaning.examples import examples_of, understand_example
from kognilang.meaning.understanding import understand
from kognilang.problems.problem import Problem
from kognilang.problems.rendering import render_all
from kognilang.problems.textfaults import problem_of
from kognilang.settings import PersonSetting, Settings
from kognilang.text.reading import read_source
from kognilang.text.source import Source

FOLDER = Path(__file__).resolve().parents[2] / "grammars" / "malformed"
_BLOCK = re.compile(r"^```(kog|problem|file)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(slots=True)
class Case:
    """A text with the message it must get; `place` is where the message stands in the page."""

    name: str
    text: str
    message: str = ""
    markdown: bool = False
    stored: str = ""
    files: dict[str, str] = field(default_factory=dict)
    place: tuple[int, int] = (0, 0)

    @property
    def file(self) -> str:
        """The name that the text is checked under."""
        return "page.md" if self.markdown else "page.kog"


def cases(page: str, name: str) -> Iterator[Case]:
    """Yield the cases of a document."""
    files: dict[str, str] = {}
    case: Case | None = None
    for block in _BLOCK.finditer(page):
        kind, about, body = block.groups()
        if kind == "file":
            files[about.strip()] = body
        elif kind == "kog":
            case = Case(name, body, markdown="markdown" in about, stored=about.strip(), files=files)
            # Blanks at the end of a line, and tabs, are written so that they can be seen.
            case.text = case.text.replace("→", "\t").replace("␠", " ")
            files = {}
        elif case is not None:
            case.message, case.place = body, block.span(3)
            yield case
            case = None


def documents() -> list[Path]:
    """Return the documents, by name."""
    return sorted(FOLDER.glob("*.md"))


@cache
def library() -> Library:
    """Return the standard books."""
    return Library.load()


def problems(case: Case, text: str | None = None) -> list[Problem]:
    """Return all problems of a case's text, or of a changed one."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in case.files.items():
            (Path(folder) / name).write_text(content, encoding="utf-8")
        written = case.text if text is None else text
        with contextlib.chdir(folder):
            _store(Path(case.file), written, case.stored)
            source, written_faults = read_source(Path(case.file))
            source.path = Path(folder) / case.file
        faults = [problem_of(fault, source) for fault in written_faults]
        if any(not problem.warning for problem in faults):
            return faults
        people = {"finance manager": PersonSetting("finance manager", "Ann Lee", "ann@example.com")}
        settings = Settings(Path(folder), currency="USD", people=people)
        reading = read(source, case.markdown)
        understood = understand(reading, source, library(), settings)
        found = [*faults, *understood.problems]
        if not understood.errors:
            for example in examples_of(reading):
                script = understand_example(
                    example, reading, source, library(), settings, understood.plan
                )
                found += script.problems
        return found


def _store(path: Path, text: str, way: str) -> None:
    """Write a text the way that its document says."""
    if way == "folder":
        path.mkdir()
    elif way == "circle":
        path.symlink_to(path.name)
    elif way == "bytes":
        path.write_bytes(bytes.fromhex(text))
    elif way != "missing":
        path.write_bytes(text.encode("latin-1" if way == "latin-1" else "utf-8"))


def problems_in(text: str, folder: Path) -> list[Problem]:
    """Return what is wrong with a text that stands in a folder."""
    source = Source("a.kog", text, folder / "a.kog")
    return understand(read(source), source, library(), Settings(folder)).problems


def rendered(case: Case) -> str:
    """Return the messages of a case as a person sees them."""
    return render_all(problems(case)) + "\n"


def renewed(page: str, name: str) -> str:
    """Return a document with the messages that its texts get now."""
    for case in reversed(list(cases(page, name))):
        start, end = case.place
        page = page[:start] + rendered(case) + page[end:]
    return page


if __name__ == "__main__":
    for document in documents():
        before = document.read_text(encoding="utf-8")
        after = renewed(before, document.stem)
        if after != before:
            document.write_text(after, encoding="utf-8")
            print(document.name)
