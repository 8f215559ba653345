"""What is said to a person whose answer cannot count."""

from __future__ import annotations

from kognilang.asking.showing import named
from kognilang.journal.records import AnswerRow, QuestionRow


def too_late(question: QuestionRow, counted: AnswerRow | None) -> str:
    """Say politely that somebody else was quicker, or that the question stands no more."""
    if counted is None:
        return (
            f"The question {question.id} is no longer open: its run went on or was ended without "
            f"an answer. Your answer was kept, but changes nothing."
        )
    who = f"{_capital(named(counted.by))} has" if counted.by else "Somebody has"
    text = " ".join(counted.text.split())
    text = text if len(text) <= 60 else text[:57] + "…"
    moment = counted.at[:16].replace("T", " ")
    return (
        f'Thank you. {who} already answered the question {question.id} with "{text}" ({moment} '
        f"UTC), and that answer counts. Yours was kept, but changes nothing."
    )


def not_yours(question: QuestionRow, who: str = "") -> str:
    """Say whose question it is and how to answer as them."""
    you = f"You answer as {named(who)}; the" if who else "The"
    return (
        f"{you} question {question.id} is for {named(question.to)}. If that is you, add: "
        f'--as "{question.to}"'
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
