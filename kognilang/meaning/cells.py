"""Cells: what stands beside a field's name or in a column: a value, or text without quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.meaning import plan as p
from kognilang.meaning.state import State

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions

_NAMED = re.compile(r"\s*(?:the|my|our)\s+[a-z]")
_DETERMINED = re.compile(r"\bthe\s+([\w' ]+)", re.IGNORECASE)

_ADDRESS = re.compile(r"\s*\d+\s+(?:[\w'’-]+\s+)*?[A-Z]")
"""A number before a proper name counts nothing: `1 Mill Road`."""


class Cells:
    """Resolves cells of records and tables."""

    def __init__(self, state: State, expressions: Expressions) -> None:
        self.state = state
        self.expressions = expressions

    def cell(self, node: tree.Expr) -> p.X:
        """Resolve a cell: a value whose names are set; anything else that is not quoted is text."""
        state = self.state
        written = state.source.text[node.span[0] : node.span[1]]
        if isinstance(node, tree.Text):
            if len(node.parts) == 1 and node.parts[0] == written:
                self._name_in_cell(written, node)
            return self.expressions.resolve(node).x
        if isinstance(node, tree.CountLiteral) and _ADDRESS.match(written) is not None:
            return p.Const(" ".join(written.split()))
        if not isinstance(node, tree.Name | tree.Property | tree.Phrase | tree.Pronoun):
            return self.expressions.resolve(node).x
        with state.trying() as trial:
            inputs = len(state.inputs)
            value = self.expressions.resolve(node)
            # The invoice's vendor is no text, whether or not something sets the invoice.
            given = isinstance(node, tree.Property) and _NAMED.match(written) is not None
            trial.kept = len(state.problems) == trial.start and (
                given or len(state.inputs) == inputs
            )
        if trial.kept or not written:
            return value.x
        self._unset_in_cell(written, node)
        return p.Const(" ".join(written.split()))

    def _unset_in_cell(self, written: str, node: tree.Expr) -> None:
        """Refuse a cell that is a name which nothing sets: `the days: the days`."""
        if _NAMED.match(written) is None:
            return
        self.state.problem(
            "name-in-cell",
            f'Nothing sets "{written.strip()}" before this line: is it text, or a value to be'
            " filled in?",
            node.span,
            detail=[f'As text: "{written.strip()}"', f'Filled in: "{{{written.strip()}}}"'],
        )

    def _name_in_cell(self, written: str, node: tree.Text) -> None:
        """Refuse a cell that merely contains a name that is set: is it text, or filled in?"""
        state = self.state
        for hit in _DETERMINED.finditer(written):
            words = hit[1].lower().split()
            for stop in range(len(words), 0, -1):
                name = " ".join(words[:stop])
                known = state.scope.find(name)
                if known is None or known.how != "set":
                    continue
                named = f"the {name}"
                place = re.search(rf"the\s+{re.escape(name)}", written, re.IGNORECASE)
                filled = written.replace(place[0], f"{{{named}}}") if place else written
                state.problem(
                    "name-in-cell",
                    f'"{written}" holds {named}, which is set: is it text, or to be filled in?',
                    node.span,
                    understood=[f"{named}: {known.how} on line {known.line}"],
                    detail=[f'As text: "{written}"', f'Filled in: "{filled}"'],
                )
                return
