"""The answers that an example gives: each is used once, in order, for the questions it fits."""

from __future__ import annotations

from kognilang.asking.people import People
from kognilang.journal.records import QuestionRow
from kognilang.language.words import canonical
from kognilang.meaning.givenlines import GivenAnswer
from kognilang.running.finding_words import significant
from kognilang.running.rehearsal import values_shown


class Answers:
    """The answers that an example gives, each used once, in order."""

    def __init__(self, given: list[GivenAnswer], people: People) -> None:
        self.left = list(given)
        self.used: list[GivenAnswer] = []
        self._people = people

    def take(self, question: QuestionRow) -> GivenAnswer | None:
        """Return the first answer that is meant for a question, and use it up."""
        words = significant(values_shown(question))
        for one in self.left:
            if one.who and not same_person(self._people, one.who, question.to):
                continue
            if one.about and not significant(one.about) <= words:
                continue
            self.used.append(one)
            if not one.always:
                self.left.remove(one)
            return one
        return None

    @property
    def unused(self) -> list[GivenAnswer]:
        """The answers that nobody asked for."""
        return [one for one in self.left if one not in self.used]


def same_person(people: People, one: str, other: str) -> bool:
    """Tell whether two names are of one person or role of the settings."""
    if canonical(one) == canonical(other) or canonical(one).removeprefix("the ") == canonical(
        other
    ).removeprefix("the "):
        return True
    first, second = people.find(one), people.find(other)
    return first is not None and first == second
