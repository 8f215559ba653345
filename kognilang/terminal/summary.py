"""How a run stands: what was done, what waits and for whom, what to type next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from kognilang.journal.records import QuestionRow

LISTED = 12
"""More open questions than this are only counted."""


def waiting_for(questions: list[QuestionRow]) -> list[tuple[str, list[QuestionRow]]]:
    """Group the questions by addressee, in order of the first."""
    found: dict[str, list[QuestionRow]] = {}
    for question in questions:
        found.setdefault(question.to, []).append(question)
    return list(found.items())


def question_line(question: QuestionRow, width: int) -> list[str]:
    """One question in a line or two: its id, the item, what is asked."""
    about = f"{question.item}: " if question.item else ""
    return wrapped(about + question.text.split("\n")[0], width, f"  {question.id:<5}", " " * 7)
