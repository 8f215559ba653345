"""The tutorial played from its first block to its last: files are written, commands are run.

    python -m tests.spec.tutorial        writes what the commands print now into the page

A block marked `kog NAME` or `file NAME` is a file; with `more` it is added to the file's end.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from tests.samples.transcript import play

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"
_BLOCK = re.compile(r"(?ms)^```(kog|file|console)([^\n]*)\n(.*?)^```$")


def played(page: str) -> Iterator[tuple[re.Match[str], str]]:
    """Play a page in a folder of its own; yield each console block with what it should hold."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        for block in _BLOCK.finditer(page):
            kind, about, body = block.groups()
            if kind == "console":
                commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
                yield block, "".join(f"$ {one}\n{play(one)}" for one in commands)
                continue
            name, _, more = about.strip().partition(" ")
            path = Path(name)
            before = path.read_text(encoding="utf-8") + "\n" if more == "more" else ""
            path.write_text(before + body, encoding="utf-8")


def renewed(page: str) -> str:
    """Return the page with what its commands print now."""
    parts = []
    at = 0
    for block, shown in played(page):
        parts += [page[at : block.start(3)], shown]
        at = block.end(3)
    return "".join(parts) + page[at:]


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
