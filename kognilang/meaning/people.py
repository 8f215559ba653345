"""People: who is asked or told, by a role of the settings or a name of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.meaning import plan as p
from kognilang.meaning.kinds import PERSON
from kognilang.meaning.state import State, Value
from kognilang.meaning.written import missing_article, plain

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions


class People:
    """Resolves who is meant."""

    def __init__(self, state: State, expressions: Expressions) -> None:
        self.state = state
        self.expressions = expressions

    def all(self, node: tree.Expr) -> list[Value]:
        """Return all who are asked or told: of `the controller and the CFO` both."""
        if not isinstance(node, tree.ListValue):
            return [self.one(node)]
        whole = self._named_role(node)
        return [whole] if whole is not None else [self.one(one) for one in node.items]

    def one(self, node: tree.Expr) -> Value:
        """Return who is asked or told: a name that nothing sets is a role. Where the settings
        name nobody, the person at the terminal stands for everyone."""
        state = self.state
        if not isinstance(node, tree.Name):
            return self._named_role(node) or self.expressions.resolve(node)
        name = node.name.lower()
        if node.determiner == "proper" and node.name == name and name not in state.settings.people:
            return self._without_article(node)
        if state.scope.find(name) is not None or name in state.inputs:
            return self.expressions.references.name(node)
        found = self.of_settings(node)
        if found is not None:
            return found
        if state.settings.people:
            names = [one.key for one in state.settings.people.values()]
            state.problem(
                "unknown-person",
                f'The settings name no "{node.name}"; whoever is at the terminal is asked.',
                node.span,
                understood=[f"the settings name: {', '.join(names)}"],
                detail=[
                    f'Who it is says kognilang.toml below [people]: "{node.name}" = {{ email ='
                    ' "…" }'
                ],
                warning=True,
            )
        return Value(p.PersonRead(self._role_as_written(node)), PERSON)

    def of_settings(self, node: tree.Name) -> Value | None:
        """Return the person of the settings whose role or name this is; None where it is none."""
        name = node.name.lower()
        people = self.state.settings.people
        found = name in people or any(
            name == one.name.lower() for one in people.values() if one.name
        )
        if not found:
            return None
        self.state.part(node.name, "a person of the settings")
        return Value(p.PersonRead(people[name].key if name in people else node.name), PERSON)

    def _without_article(self, node: tree.Name) -> Value:
        """Report who is asked or told by bare words that are no role of the settings."""
        missing_article(self.state, node.name, node.span)
        return Value(p.PersonRead(node.name), PERSON)

    def _named_role(self, node: tree.Expr) -> Value | None:
        """Return the role of the settings that words such as `the head of Design` are."""
        written = " ".join(plain(self.state, node.span).lower().split()).removeprefix("the ")
        role = self.state.settings.people.get(written)
        if role is None:
            return None
        self.state.part(role.key, "a person of the settings")
        return Value(p.PersonRead(role.key), PERSON)

    def _role_as_written(self, node: tree.Name) -> str:
        """Return a role with the capitals of the writer: the CFO, the HR manager."""
        begin, end = node.span
        written = " ".join(self.state.source.text[begin:end].split())
        tail = written[-len(node.name) :]
        return tail if tail.lower() == node.name.lower() else node.name
