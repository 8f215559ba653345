"""Names: what setting one does to the scope, and where a name may not be set."""

from __future__ import annotations

import re

from kognilang.language.words import plural, singular
from kognilang.meaning import plan as p
from kognilang.meaning.kinds import Kind, merged
from kognilang.meaning.places import place_of
from kognilang.meaning.scopes import Known
from kognilang.meaning.state import State
from kognilang.text.source import Span


class Names:
    """Notes the names that sentences set; one that may not be set there is reported."""

    def __init__(self, state: State) -> None:
        self.state = state

    def set(self, name: str, kind: Kind, span: Span, value: p.X | None = None) -> str:
        """Note that a name is set here and return its name in the plan; `value` is what it is
        set to, where that is known."""
        state = self.state
        scope = state.scope
        line = state.line(span)
        holder = scope.holder(name)
        if holder is not None and (holder.frame is scope.frame):
            known = holder.names[name]
            if known.how == "constant":
                self.constant_set(name, span)
            holder.names[name] = Known(
                name, known.plan, merged(known.kind, kind), known.line or line, known.how
            )
            return known.plan
        if holder is not None and holder.names[name].how == "constant":
            self.constant_set(name, span)
        elif holder is not None and scope.frame.form == "lane":
            self.outer_in_lane(name, holder.names[name], span)
        elif holder is None and name in state.constants:
            self.constant_set(name, span)
        elif holder is not None and scope.frame.form == "procedure":
            self.outer_in_procedure(name, holder.names[name], span)
        text = value.value if isinstance(value, p.Const) and isinstance(value.value, str) else ""
        scope.frame.names[name] = Known(name, name, kind, line, text=text)
        self._also_a_form(name, span)
        return name

    def constant_set(self, name: str, span: Span) -> None:
        """Report the setting of a constant of the file."""
        self.state.problem(
            "constant-set",
            f'"the {name}" is always the same in this file, so it cannot be set.',
            span,
            detail=[
                f'If it may change, leave out "always" where it is defined: The {name} is …',
                "Or give the new value a name of its own.",
            ],
        )

    def outer_in_lane(self, name: str, known: Known, span: Span) -> None:
        """Report a change, for each item by itself, of a name around the loop."""
        frame = self.state.scope.frame
        lane = frame.noun
        allowed = (
            "in a run of its own and may not change it"
            if frame.parallel
            else "on its own and may only add to it or subtract from it"
        )
        self.state.problem(
            "outer-name-in-lane",
            f'"the {name}" belongs to the steps around this loop; each {lane} is processed'
            f" {allowed}.",
            span,
            understood=[f"the {name}: {known.how} on line {known.line}"],

            detail=[f"Use \"For each {lane} …:\" if every {lane} must see what the one before did,"
                    " or set a name of its own."],
        )  # fmt: skip

    def outer_in_procedure(self, name: str, known: Known, span: Span) -> None:
        """Report a change of a name of the main steps within a procedure."""
        self.state.problem(
            "outer-name-in-procedure",
            f'"the {name}" belongs to the main steps (line {known.line}).',
            span,
            understood=["a procedure has its own names and only reads those of the main steps"],
            candidates=self._named_otherwise(name, f"the shared {name}", span),
            detail=[f'"the shared {name}" changes it; or give the procedure a name of its own.'],
        )

    def _also_a_form(self, name: str, span: Span) -> None:
        """Refuse a name that could also be read as an adjective or a place over other names."""
        state = self.state
        words = name.split()
        for cut in range(1, len(words)):
            rest = " ".join(words[cut:])
            front = " ".join(words[:cut])
            known = state.scope.find(rest)
            picks = place_of(front) is not None and (
                state.scope.collection(rest) is not None
                or (plural(rest) != rest and bool(state.scope.find_later(plural(rest))))
            )
            if picks or (known is not None and known.kind.many and front in state.adjectives):
                chosen = f"the {front} of the {plural(rest)}"
                those = f"those of the {rest} that are {front}"
                state.problem(
                    "name-also-a-form",
                    f'"the {name}" already means something here: {chosen if picks else those}.',
                    span,
                    detail=[
                        "Choose another name, so that each has one meaning, such as"
                        f" the {front} {singular(rest)} list."
                    ],
                )
                return

    def _named_otherwise(self, name: str, other: str, span: Span) -> list[str]:
        """Return the sentence with another name where this one stands in it first."""
        text = self.state.source.text[span[0] : span[1]]
        words = r"\s+".join(map(re.escape, name.split()))
        hit = re.search(rf"\b(?:the|my|our)\s+{words}\b", text, re.IGNORECASE)
        if hit is None:
            return []
        return [self.state.rewritten((span[0] + hit.start(), span[0] + hit.end()), other)]
