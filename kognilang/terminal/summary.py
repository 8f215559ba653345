"""How a run stands: what was done, what waits and for whom, what to type next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kognilang.terminal.listing import moment
from kognilang.terminal.questions import as_data as question_data
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import counted
from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from kognilang.journal.records import QuestionRow
    from kognilang.session import RunView, Session

LISTED = 6
"""More open questions to one person than this are only counted: the summary fits 24 lines."""

SIMULATED = 30
"""What a dry run would have done is listed up to here."""


class Mine:
    """Tells whether the person here may answer a question, and else who may."""

    def __init__(self, session: Session, role: str) -> None:
        from kognilang.asking.people import People

        self._session = session
        self._role = role
        self._people = People.of(session.settings)
        self._who = self._people.terminal_person(role)
        self._today = session.today()

    def __call__(self, question: QuestionRow) -> bool:
        """Whether the person here may answer it, and has not where several must."""
        may = self._people.may_answer(self._who, question.to, self._today)
        return may and not self._has_answered(self._role, question)

    def instead(self, question: QuestionRow) -> str:
        """As whom it can be answered: the person asked, or one who holds the role."""
        own = self._people.find(question.to)
        if own is not None and (own.email or own.name != own.title):
            return question.to
        held = [one.title for one in self._people.holders(question.to) if one != own]
        left = (one for one in held if not self._has_answered(one, question))
        return next(left, held[0] if held else question.to)

    def _has_answered(self, name: str, question: QuestionRow) -> bool:
        from kognilang.session.answering import Answering

        return Answering(self._session, name).has_answered(self._session, question)


def answerable(session: Session, role: str) -> Mine:
    """Return what tells whether the person here may answer a question."""
    return Mine(session, role)


def waiting_for(questions: list[QuestionRow]) -> list[tuple[str, list[QuestionRow]]]:
    """Group the questions by addressee, in order of the first."""
    found: dict[str, list[QuestionRow]] = {}
    for question in questions:
        found.setdefault(question.to, []).append(question)
    return list(found.items())


def question_line(question: QuestionRow, width: int) -> str:
    """One question in a line: its id, the item, what is asked. The whole is in the inbox."""
    text = " ".join(question.text.split())
    if question.item and question.item.lower() not in text.lower():
        text = f"{question.item}: {text}"
    line, *more = wrapped(text, width - 2, f"  {question.id:<5}")
    return f"{line} …" if more else line


def dry_summary(view: RunView, screen: Screen) -> list[str]:
    """Lay out what a dry run would have done and asked; nothing of it is kept."""
    width = screen.text_width
    count = len(view.simulated)
    lines = []
    if count:
        lines.append("Would have done, but did not:")
        for one in view.simulated[:SIMULATED]:
            book, _, name = one["skill"].partition(".")
            words = f"{name.replace('_', ' ')} ({book}): {one['arguments']}"
            lines += wrapped(words, width, "  ", "      ")
        if count > SIMULATED:
            lines.append(f"  … and {count - SIMULATED} more (--json lists them all)")
    if view.questions:
        lines.append(f"Would ask {counted(len(view.questions), 'question')}:")
        lines += [question_line(question, width) for question in view.questions[:SIMULATED]]
    ended = {"finished": "would finish", "failed": "would fail"}.get(view.status, "would wait")
    reason = f" ({view.outcome})" if view.outcome else ""
    lines.append(screen.paint("bold", f"A dry run: it {ended}{reason}. Nothing was changed."))
    return lines


def summary(view: RunView, screen: Screen, mine: Mine, role: str = "") -> list[str]:
    """Lay out how a run stands; `mine` tells which questions the person here may answer
    and `role` who they said they are."""
    width = screen.text_width
    lines = [_headline(view, screen)]
    for count in view.counts:
        lines.append("  " + _count_line(count))
    for person, questions in waiting_for(view.questions):
        from kognilang.asking.showing import named

        lines.append(f"Waiting for {named(person) if person else 'you'}:")
        for question in questions[:LISTED]:
            lines.append(question_line(question, width))
        if len(questions) > LISTED:
            lines.append(f"  … and {len(questions) - LISTED} more")
    lines += _next(view.questions, mine, role)
    return lines


def _headline(view: RunView, screen: Screen) -> str:
    if view.status == "finished":
        return screen.paint("bold green", f"Done ({view.id}).")
    if view.status in ("failed", "cancelled"):
        word = "Failed" if view.status == "failed" else "Cancelled"
        reason = f": {view.outcome}" if view.outcome else "."
        return screen.paint("bold red", f"{word} ({view.id}){reason}")
    waits = f"The run {view.id} waits"
    if view.questions:
        waits += f": {counted(len(view.questions), 'question')} to answer"
    elif view.wake_at:
        waits += f" until {moment(view.wake_at)}. Go on then with: kog resume {view.id}"
    return screen.paint("bold yellow", waits + ".")


def _count_line(count: Any) -> str:
    parts = [f"{count.done} done"]
    if count.waiting:
        parts.append(f"{count.waiting} waiting")
    if count.skipped:
        parts.append(f"{count.skipped} skipped")
    return f"{count.noun}: {', '.join(parts)}"


def _next(questions: list[QuestionRow], mine: Mine, role: str) -> list[str]:
    """Say what to type next, for a question that the person here may answer if there is one."""
    if not questions:
        return []
    command = f"  {answering(questions, mine, role)}"
    room = max(18, len(command) + 2)
    return [
        "Next:",
        f"{command:<{room}}answers it; the run goes on",
        f"{'  kog inbox':<{room}}shows them all in full",
    ]


def answering(questions: list[QuestionRow], mine: Mine, role: str = "") -> str:
    """Return the command that answers the first question, as its addressee where need be."""
    own = next((question for question in questions if mine(question)), None)
    if own is not None:
        return f"kog answer {own.id}" + (f' --as "{role}"' if role else "")
    return f'kog answer {questions[0].id} --as "{mine.instead(questions[0])}"'


def as_data(view: RunView, said: list[str], kept: bool = True) -> dict[str, Any]:
    """Return how a run stands as plain data; `kept` is no for a dry run, which leaves nothing
    to answer."""
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
        "next": [f"kog answer {question.id}" for question in view.questions] if kept else [],
    }
