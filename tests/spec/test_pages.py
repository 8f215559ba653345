"""Every example of the pages about the language does what the page says it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.problems.problem import TextRefused
from kognilang.problems.rendering import render
from kognilang.session import Session
from tests.running.replays import held_with_items
from tests.spec.documents import Piece, pieces
from tests.spec.rehearsals import told

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    *sorted((ROOT / "docs" / "language").glob("*.md")),
    ROOT / "docs" / "learnings.md",
    ROOT / "docs" / "skills.md",
]
FOUND = [piece for page in PAGES for piece in pieces(page, page.name)]


def test_there_are_pages() -> None:
    assert len(FOUND) > 30
    assert {page.name for page in PAGES} == {piece.page for piece in FOUND}


@pytest.mark.parametrize("piece", FOUND, ids=[piece.name for piece in FOUND])
def test_example(piece: Piece, tmp_path: Path) -> None:
    for name, content in piece.files.items():
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8")
    file = tmp_path / ("page.md" if piece.runbook else "page.kog")
    file.write_text(piece.text, encoding="utf-8")
    said: list[str] = []
    session = Session(tmp_path, no_input=True, out=said.append)
    if "examples" in piece.expected:
        assert told(session, file) == piece.expected["examples"].splitlines()
        return
    try:
        view = session.start(file, {}, piece.answers)
        questions = [question.text for question in view.questions]
        again = held_with_items(session, view.id)
        # Items that are runs of their own say what they say in turns.
        assert again == said or (len(session.store.runs()) > 1 and sorted(again) == sorted(said))
    except TextRefused as refused:
        messages = "\n".join(render(problem) for problem in refused.problems)
        assert "problem" in piece.expected, messages
        for line in piece.expected["problem"].splitlines():
            assert line.strip() in messages, messages
        return
    finally:
        session.close()
    assert "problem" not in piece.expected, f"it was understood, and said {said}"
    expected = [line.rstrip() for line in piece.expected.get("output", "").splitlines()]
    if "question" in piece.expected:
        for line in piece.expected["question"].splitlines():
            assert any(line.strip() in question for question in questions), questions
    else:
        assert not questions, questions
    got = [line.rstrip() for text in said for line in text.splitlines()]
    if "output" in piece.expected or "question" not in piece.expected:
        assert got == expected
