"""What a text declares: nothing twice, in one file or in two, and fields of known kinds only."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.language import tree
from kognilang.meaning.almost import almost
from kognilang.meaning.state import State
from kognilang.meaning.written import plain
from kognilang.text.source import Source, Span
from kognilang.values.kinds import KINDS
from kognilang.values.nouns import with_article

KIND_NAMES = frozenset(KINDS) | {"any"}
"""What a field may be said to be, besides the kinds of the file."""


class Declared:
    """Holds the definitions of all files of a text against each other."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.said: dict[tuple[str, str], tuple[Source, Span]] = {}
        """Where each kind, constant, adjective, property and header was first defined."""

    def once(self, name: str, key: str, what: str, span: Span, mend: str) -> bool:
        """Say whether something is defined for the first time; report it if not, as `name` or,
        where the other one stands in another file, as a clash of the two."""
        state = self.state
        source, before = self.said.setdefault((name, key), (state.source, span))
        if before == span and source is state.source:
            return True
        if source is state.source:
            state.problem(
                name,
                f"{what} is said twice: here and on line {source.line_of(before[0])}",
                span,
                detail=[mend],
            )
            return False
        # The writer sees the file that they are in, so the clash is told there.
        there, state.source = state.source, source
        state.problem(
            "name-clash",
            f'{what} is said here and in "{there.name}", line {there.line_of(span[0])}',
            before,
            detail=[f'Keep one of them: "{there.name}" is used together with this file.'],
        )
        state.source = there
        return False

    def apart(self, names: Sequence[str], span: Span) -> None:
        """Report what has the same name twice in a header, or among what a kind has."""
        for at, name in enumerate(names):
            if name in names[:at]:
                self.state.problem(
                    "named-twice",
                    f'"{name}" stands here twice',
                    span,
                    detail=["Only one of the two could be kept: give one of them another name."],
                )

    def field_kinds(self, items: tree.Body) -> None:
        """Hold what the fields of kinds are said to be against the kinds there are."""
        state = self.state
        known = [*sorted(KIND_NAMES), *state.plan.kinds]
        for item in items:
            if not isinstance(item, tree.KindDefinition):
                continue
            for member in item.fields:
                kind = (member.kind or "").removeprefix("a ").removeprefix("an ")
                if not kind or kind in known:
                    continue
                near = almost(kind, known)
                written = plain(state, item.span).rstrip(".")
                state.problem(
                    "unknown-kind",
                    f'"{kind}" is no kind of thing that I know',
                    self._place_of(member.kind or "", item.span),
                    candidates=[written.replace(f"({member.kind})", f"({near})").rstrip(".") + "."]
                    if near
                    else [],
                    detail=[
                        "In parentheses stands text, number, money, percent, date, time, yes/no,"
                        f" list or record, or a kind of your own: {with_article(kind)} is one once"
                        f' you write "{with_article(kind).capitalize()} has a name and …".',
                    ],
                )

    def _place_of(self, words: str, span: Span) -> Span:
        """Return where words stand in parentheses within a span; all of it if they do not."""
        at = self.state.source.text.find(f"({words})", *span)
        return (at + 1, at + 1 + len(words)) if at >= 0 else span
