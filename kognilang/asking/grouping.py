"""Groups of questions about the same situation, to one person."""

from __future__ import annotations

from collections.abc import Iterable

from kognilang.dataclass import dataclass
from kognilang.journal.records import QuestionRow


@dataclass(slots=True)
class Group:
    """Questions that one answer could serve, in the order in which they were asked."""

    situation: str
    to: str
    questions: list[QuestionRow]


def groups(questions: Iterable[QuestionRow]) -> list[Group]:
    """Return the groups in the order of their first question."""
    found: dict[tuple[str, str], Group] = {}
    for question in questions:
        key = (question.situation or question.id, question.to.casefold())
        if key not in found:
            found[key] = Group(question.situation, question.to, [])
        found[key].questions.append(question)
    return list(found.values())
