"""Expressions: from what was written to what the machine evaluates, with what is known of kinds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kognilang.language import tree
from kognilang.meaning import plan as p
from kognilang.meaning.calculations import Calculations
from kognilang.meaning.calls import Calls
from kognilang.meaning.collections import Collections
from kognilang.meaning.conditions import Conditions, Resolved
from kognilang.meaning.kinds import ANY
from kognilang.meaning.literals import Literals
from kognilang.meaning.nounphrases import NounPhrases
from kognilang.meaning.people import People
from kognilang.meaning.pronouns import Pronouns
from kognilang.meaning.properties import Properties
from kognilang.meaning.references import References
from kognilang.meaning.state import State, Value
from kognilang.meaning.written import plain


class Expressions:
    """Resolves expressions. Whatever must run before the sentence is added to the plan."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.conditions = Conditions(state, self)
        self.calls = Calls(state, self)
        self.references = References(state, self)
        self.properties = Properties(state, self)
        self.people = People(state, self)
        self.collections = Collections(state, self)
        calculations = Calculations(state, self)
        self._ways: dict[type[tree.Expr], Callable[[Any], Value]] = {
            **Literals(state, self).ways,
            **self.collections.ways,
            tree.Name: self.references.name,
            tree.Pronoun: Pronouns(state, self.references).pronoun,
            tree.Item: self._item,
            tree.Property: self.properties.property,
            tree.Phrase: NounPhrases(state, self).phrase,
            tree.Copy: self._copy,
            tree.Arithmetic: calculations.arithmetic,
            tree.Form: calculations.form,
            Resolved: lambda node: node.value,
        }

    def resolve(self, node: tree.Expr) -> Value:
        """Return what an expression means here; problems are reported, never raised."""
        return self._ways[type(node)](node)

    def _item(self, node: tree.Item) -> Value:
        if not self.state.items:
            self.state.problem(
                "nothing-for-it",
                f'"{plain(self.state, node.span) or "its"}" stands for nothing here.',
                node.span,
                detail=["Name the thing that is meant."],
            )
            return Value(p.Const(None), ANY)
        return self.state.item()

    def _copy(self, node: tree.Copy) -> Value:
        of = self.resolve(node.of)
        return Value(p.Operation("copy", (of.x,)), of.kind)
