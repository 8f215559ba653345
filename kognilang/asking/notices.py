"""What is said to a person whose answer cannot count."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.asking.showing import named
from kognilang.journal.records import AnswerRow, QuestionRow
from kognilang.values.nouns import capital


def too_late(question: QuestionRow, counted: AnswerRow | None) -> str:
    """Say politely that somebody else was quicker, or that the question stands no more."""
    if counted is None:
        return (
            f"The question {question.id} is no longer open: its run went on or was ended without "
            f"it. Your answer changes nothing."
        )
    who = f"{capital(named(counted.by))} has" if counted.by else "Somebody has"
    text = " ".join(counted.text.split())
    text = text if len(text) <= 60 else text[:57] + "…"
    moment = counted.at[:16].replace("T", " ")
    return (
        f'Thank you. {who} already answered the question {question.id} with "{text}" ({moment} '
        f"UTC), and that answer counts. Yours changes nothing."
    )


def reminder(question: QuestionRow) -> str:
    """Remind somebody of a question that still waits for them."""
    text = " ".join(question.text.split())
    due = (
        f" It waits until {question.due_at[:16].replace('T', ' ')} UTC." if question.due_at else ""
    )
    return f'A reminder: "{text}" ({question.id}) still waits for your answer.{due}'


def started_over(old: str, new: str, done: Sequence[dict[str, str]]) -> str:
    """List what a run had done before another one was begun in its place, which does it again."""
    lines = [f"- {told_write(one)}" for one in done[:MOST_LISTED]]
    if len(done) > MOST_LISTED:
        lines.append(f"- and {len(done) - MOST_LISTED} more: kog show {old}")
    return "\n".join(
        [f"{new} is begun in the place of {old}. It comes again to what {old} has done:", *lines]
    )


MOST_LISTED = 10
"""So many writes are listed."""


def told_write(one: dict[str, str]) -> str:
    """Tell what was done: `add row (file out.csv)`."""
    name = one["skill"].partition(".")[2].replace("_", " ")
    arguments = " ".join(one["arguments"].split())
    arguments = arguments if len(arguments) <= 120 else f"{arguments[:119]}…"
    return f"{name} ({arguments})" if arguments else name


def answered_already(question: QuestionRow, who: str) -> str:
    """Say that a question to several people needs another person now."""
    return (
        f"{capital(named(who))} has answered this already, and it needs the answers of different "
        f"people. Another of {_plural(question.to)} must answer {question.id}."
    )


def which_of_you(question: QuestionRow, names: Sequence[str]) -> str:
    """Ask somebody who answers in a role who they are, where different people must answer."""
    told = " or ".join(f'--as "{name}"' for name in names[:3])
    return f"Several of {_plural(question.to)} must answer, so say who you are: {told}"


def not_yours(question: QuestionRow, who: str = "", names: Sequence[str] = ()) -> str:
    """Say whose question it is and how to answer as them; `names` are those who hold the role."""
    you = f"You answer as {named(who)}; the" if who else "The"
    told = " or ".join(f'--as "{name}"' for name in names[:3] or (question.to,))
    whom = "If you are one of them" if len(names) > 1 else "If that is you"
    return f"{you} question {question.id} is for {named(question.to)}. {whom}, add: {told}"


def _plural(role: str) -> str:
    from kognilang.values.naming import plural, singular

    return named(plural(singular(role)))
