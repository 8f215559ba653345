"""How a run stands: what was done, what waits and for whom, what to type next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kognilang.terminal.questions import as_data as question_data
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import counted
from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from kognilang.journal.records import QuestionRow
    from kognilang.session import RunView

LISTED = 12
"""More open questions than this are only counted."""

LINES_EACH = 2
"""The whole of a question is in the inbox."""


def waiting_for(questions: list[QuestionRow]) -> list[tuple[str, list[QuestionRow]]]:
    """Group the questions by addressee, in order of the first."""
    found: dict[str, list[QuestionRow]] = {}
    for question in questions:
        found.setdefault(question.to, []).append(question)
    return list(found.items())


def question_line(question: QuestionRow, width: int) -> list[str]:
    """One question in a line or two: its id, the item, what is asked."""
    text = question.text.split("\n")[0]
    if question.item and question.item.lower() not in text.lower():
        text = f"{question.item}: {text}"
    lines = wrapped(text, width, f"  {question.id:<5}", " " * 7)
    if len(lines) > LINES_EACH:
        lines = lines[:LINES_EACH]
        lines[-1] = lines[-1][: width - 2].rstrip() + " …"
    return lines


def summary(view: RunView, screen: Screen) -> list[str]:
    """Lay out how a run stands after a command."""
    width = screen.text_width
    lines = [_headline(view, screen)]
    for count in view.counts:
        lines.append("  " + _count_line(count))
    for person, questions in waiting_for(view.questions):
        from kognilang.asking.showing import named

        lines.append(f"Waiting for {named(person)}:")
        for question in questions[:LISTED]:
            lines += question_line(question, width)
        if len(questions) > LISTED:
            lines.append(f"  … and {len(questions) - LISTED} more")
    lines += _next(view)
    return lines


def _headline(view: RunView, screen: Screen) -> str:
    if view.status == "finished":
        return screen.paint("bold green", f"Done ({view.id}).")
    if view.status in ("failed", "cancelled"):
        word = "Failed" if view.status == "failed" else "Cancelled"
        reason = f": {view.outcome}" if view.outcome else "."
        return screen.paint("bold red", f"{word} ({view.id}){reason}")
    if view.questions:
        questions = counted(len(view.questions), "question")
        return screen.paint("bold yellow", f"The run {view.id} waits: {questions} to answer.")
    return screen.paint("bold yellow", f"The run {view.id} waits.")


def _count_line(count: Any) -> str:
    parts = [f"{count.done} done"]
    if count.waiting:
        parts.append(f"{count.waiting} waiting")
    if count.skipped:
        parts.append(f"{count.skipped} skipped")
    return f"{count.noun}: {', '.join(parts)}"


def _next(view: RunView) -> list[str]:
    if not view.questions:
        return []
    first = view.questions[0].id
    return [
        "Next:",
        f"  kog answer {first:<6} answer one; the run goes on",
        "  kog inbox         see them all in full",
    ]


def as_data(view: RunView, said: list[str]) -> dict[str, Any]:
    """Return how a run stands as plain data."""
    return {
        "run": view.id,
        "status": view.status,
        "outcome": view.outcome,
        "said": said,
        "counts": [
            {
                "noun": count.noun,
                "done": count.done,
                "waiting": count.waiting,
                "skipped": count.skipped,
                "total": count.total,
            }
            for count in view.counts
        ],
        "effects": [{"skill": one.skill, "arguments": one.arguments} for one in view.effects],
        "simulated": view.simulated,
        "questions": [question_data(question) for question in view.questions],
        "wake_at": view.wake_at or None,
        "next": [f"kog answer {question.id}" for question in view.questions],
    }
