"""What a short text says when it is run."""

from __future__ import annotations

from pathlib import Path

from kognilang.session import Session


def said(folder: Path, text: str) -> list[str]:
    """Run a text that has no problems in a folder, asking nobody, and return what it said."""
    file = folder / "page.kog"
    file.write_text(text, encoding="utf-8")
    lines: list[str] = []
    session = Session(folder, no_input=True, out=lines.append)
    try:
        assert [problem.name for problem in session.check(file).problems] == []
        session.start(file, {}, [])
    finally:
        session.close()
    return lines
