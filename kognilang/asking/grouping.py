"""Groups of questions about the same situation, to one person."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kognilang.dataclass import dataclass, field
from kognilang.journal.records import QuestionRow


@dataclass(slots=True)
class Group:
    """Questions that one answer could serve, in the order in which they were asked."""

    situation: str
    to: str
    questions: list[QuestionRow]


def key_of(question: QuestionRow) -> tuple[str, str]:
    """Return what questions of one group have in common."""
    return question.situation or question.id, question.to.casefold()


def groups(questions: Iterable[QuestionRow]) -> list[Group]:
    """Return the groups in the order of their first question."""
    found: dict[tuple[str, str], Group] = {}
    for question in questions:
        key = key_of(question)
        if key not in found:
            found[key] = Group(question.situation, question.to, [])
        found[key].questions.append(question)
    return list(found.values())


@dataclass(slots=True)
class Tallied:
    """A group of which only the first questions are in memory: `count` is how many there are,
    `last` the id of the last one, `further` the ids behind the first ones where they are wanted."""

    to: str
    questions: list[QuestionRow] = field(default_factory=list)
    further: list[str] = field(default_factory=list)
    count: int = 0
    last: str = ""


class Tally:
    """Questions gone through once, however many: the first groups with their first questions.

    `most` is how many groups are kept, and questions of each; with `whole` all groups are, and
    the ids of all questions. `first` holds the first question, and the first that is `mine`.
    """

    def __init__(
        self,
        questions: Iterable[QuestionRow],
        most: int,
        whole: bool = False,
        mine: Callable[[QuestionRow], bool] = lambda question: True,
    ) -> None:
        self.count = 0
        self.groups: list[Tallied] = []
        self.first: list[QuestionRow] = []
        known: dict[int, Tallied | None] = {}
        own = False
        for one in questions:
            self.count += 1
            if not self.first or (not own and mine(one)):
                self.first.append(one)
                own = own or mine(one)
            key = hash(key_of(one))
            if key not in known:
                kept = whole or len(self.groups) < most
                known[key] = Tallied(one.to) if kept else None
                if (group := known[key]) is not None:
                    self.groups.append(group)
            group = known[key]
            if group is not None:
                group.count, group.last = group.count + 1, one.id
                if len(group.questions) < most and not (whole and group.questions):
                    group.questions.append(one)
                elif whole:
                    group.further.append(one.id)
        self.situations = len(known)
