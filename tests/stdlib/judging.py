"""A workspace whose model is scripted, for tests of judgement."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from kognilang.session import RunView, Session
from tests.reasoning.scripted import Endpoint, Scripted, reply


def pdf_of(path: Path, *pages: list[str]) -> None:
    """Draw a PDF of these lines."""
    canvas = Canvas(str(path))
    for lines in pages:
        for place, line in enumerate(lines):
            canvas.drawString(40, 780 - 20 * place, line)
        canvas.showPage()
    canvas.save()


class Bench:
    """Runs procedures; `answers` says what the model replies to a task and its data."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.answers: Callable[[str, dict[str, str]], Any] = lambda task, data: "yes"
        self.endpoint = Endpoint(otherwise=self._reply)
        monkeypatch.setenv("OPENAI_BASE_URL", self.endpoint.url)
        monkeypatch.setenv("OPENAI_API_KEY", "local")
        self.session = self.opened()

    def opened(self) -> Session:
        """Another session at the same workspace."""
        return Session(self.folder, no_input=True, out=self.said.append)

    def _reply(self, body: dict[str, Any]) -> Scripted:
        # A complaint about the last reply may follow the data.
        content = body["messages"][-1]["content"]
        asked, _ = json.JSONDecoder().raw_decode(content)
        found = self.answers(asked["task"], asked["data"])
        if isinstance(found, Scripted):
            return found
        if not isinstance(found, tuple):
            first = next(iter(asked["data"].values()))
            found = (found, [first.split("\n")[0][:40]], 0.95)
        answer, evidence, confidence = found
        return reply({"answer": answer, "evidence": evidence, "confidence": confidence})

    def run(self, text: str) -> RunView:
        """Run a text from the beginning."""
        file = self.folder / "judge.kog"
        file.write_text(text, encoding="utf-8")
        self.said.clear()
        return self.session.start(file)

    def answer(self, question: str, text: str) -> RunView:
        """Answer a question in another session, as another command would."""
        session = self.opened()
        outcome = session.answer(question, text)
        assert outcome.accepted, outcome.message
        view = session.advance(outcome.run)
        session.close()
        return view

    def close(self) -> None:
        self.session.close()
        self.endpoint.close()
