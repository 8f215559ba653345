"""Changes: sentences that set, create and change names and properties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kognilang.language import tree
from kognilang.language.words import canonical, is_plural, singular
from kognilang.meaning import plan as p
from kognilang.meaning.expressions import Expressions
from kognilang.meaning.kinds import Kind, named
from kognilang.meaning.meant import know
from kognilang.meaning.names import Names
from kognilang.meaning.needed import needs
from kognilang.meaning.scopes import Known
from kognilang.meaning.state import State, Value
from kognilang.meaning.written import plain
from kognilang.text.source import Span

_LANE_CHANGES = frozenset(("add", "subtract", "increase", "decrease"))
_ARITHMETIC = ("increase", "decrease", "multiply", "divide")
_CHANGED = {
    "add": "a number or a list", "subtract": "a number", "increase": "a number",
    "decrease": "a number", "multiply": "a number", "divide": "a number",
}  # fmt: skip
"""What each way of changing needs to have been there before."""


class Changes:
    """Plans what changes names and properties."""

    def __init__(self, state: State, expressions: Expressions, names: Names) -> None:
        self.state = state
        self.expressions = expressions
        self.names = names
        # The other name of a thing that got a second one, with the line where it did.
        self._second: dict[str, tuple[str, int]] = {}
        self.ways: dict[type[tree.Step], Callable[[Any], None]] = {
            tree.Setting: self._setting,
            tree.Change: self.change,
            tree.Create: self._create,
        }
        """The steps that are planned here, each with its way."""

    def _setting(self, step: tree.Setting) -> None:
        value = self.expressions.resolve(step.value)
        self._assign(step.target, value, step.span)
        self.state.produced = None

    def _assign(self, target: tree.Expr, value: Value, span: Span) -> None:
        """Plan setting a name or a property to a value."""
        state = self.state
        if isinstance(target, tree.Name):
            if target.determiner == "shared":
                self.expressions.resolve(target)
                self.state.builder.add(p.Set(target.name, value.x, True))
                return
            name = target.name.lower() if target.determiner == "proper" else target.name
            label = name
            if isinstance(value.x, p.MakeTable | p.MakeList) and not value.x.noun:
                value.x.noun = singular(name)
            if isinstance(value.x, p.MakeRecord) and not value.x.kind and name in state.plan.kinds:
                value.x.kind = name
            plan_name = self.names.set(name, named(value.kind, name), span, value.x)
            self._named_again(plan_name, value, span)
            self.state.builder.add(p.Set(plan_name, value.x))
            state.mention(label, p.NameRead(plan_name), value.kind)
            return
        if isinstance(target, tree.Property):
            of = self.expressions.resolve(target.of)
            if not target.quoted:
                self.expressions.properties.misspelled_field(of.kind, target.name)
            self._changed(of.x, span)
            name = singular(target.name) if of.kind.many else target.name
            self.state.builder.add(p.SetField(of.x, name, value.x, target.quoted))
            return
        if isinstance(target, tree.Pronoun) and target.word == "the answer":
            state.asked = value.kind
            self.state.builder.add(p.Set("~answer", value.x))
            return
        state.problem(
            "cannot-be-set",
            f'"{plain(state, target.span)}" cannot be set',
            target.span or span,
            detail=['Set a name ("the total") or a property ("the order\'s status").'],
        )

    def _create(self, step: tree.Create) -> None:
        name = step.name.name
        if step.what == "record":
            value: Value = Value(p.MakeRecord(()), Kind("record", name))
        elif step.what == "table":
            noun = singular(name)
            value = Value(p.MakeTable(step.columns, ()), Kind("table", noun, Kind("record", noun)))
        else:
            value = Value(p.MakeList(()), Kind("list", singular(name), Kind("any", singular(name))))
        self._assign(step.name, value, step.span)

    def _named_again(self, name: str, value: Value, span: Span) -> None:
        """Note that a thing has two names from here on, or that one of them is set anew."""
        other, _ = self._second.pop(name, ("", 0))
        self._second.pop(other, None)
        thing = value.kind.many or value.kind.word == "record"
        if thing and isinstance(value.x, p.NameRead) and value.x.name != name:
            line = self.state.line(span)
            self._second[name] = (value.x.name, line)
            self._second[value.x.name] = (name, line)

    def _changed(self, x: p.X, span: Span) -> None:
        """Warn where a thing is changed after a second name was given to it."""
        while isinstance(x, p.FieldRead):
            x = x.of
        if not isinstance(x, p.NameRead) or x.name not in self._second:
            return
        other, line = self._second[x.name]
        one, second = x.name.partition("~")[0], other.partition("~")[0]
        self.state.problem(
            "two-names",
            f'"the {one}" and "the {second}" name the same thing (line {line}), so this changes'
            " both",
            span,
            detail=[f'If only one is meant to change, write "a copy of" on line {line}.'],
            warning=True,
        )
        del self._second[x.name], self._second[other]

    def change(self, step: tree.Change) -> None:
        """Plan a change: `Add 5 to the total.`"""
        state = self.state
        value = self.expressions.resolve(step.value)
        target = step.target
        if step.how in _ARITHMETIC:
            needs(state, step.value, value, "a number")
        if isinstance(target, tree.Name):
            self._change_name(step, target, value)
            return
        if isinstance(target, tree.Property):
            of = self.expressions.resolve(target.of)
            self._changed(of.x, step.span)
            if step.how in _CHANGED:
                name = canonical(target.name) if target.quoted else target.name
                field = self.expressions.properties.field_kind(of.kind, name)
                read = p.FieldRead(of.x, target.name, target.quoted)
                held = Value(read, field)
                needs(state, target, held, _CHANGED[step.how], offered=self._longer(step))
            self.state.builder.add(
                p.ChangeField(step.how, of.x, target.name, value.x, target.quoted)
            )
            return
        found = self.expressions.resolve(target)
        if isinstance(found.x, p.NameRead):
            self.state.builder.add(p.ChangeName(step.how, found.x.name, value.x))
            return
        state.problem(
            "cannot-be-changed",
            f'"{plain(state, target.span)}" cannot be changed',
            target.span,
            detail=['Change a name ("the total") or a property ("the order\'s status").'],
        )

    def _longer(self, step: tree.Change) -> str:
        """Return how words are put at the end of a text, where that is what a sentence adds."""
        if step.how != "add" or not isinstance(step.value, tree.Text):
            return ""
        target = plain(self.state, step.target.span)
        added = plain(self.state, step.value.span)
        return f"Set {target} to {target} followed by {added}."

    def _change_name(self, step: tree.Change, target: tree.Name, value: Value) -> None:
        state = self.state
        if target.determiner == "shared":
            self.expressions.resolve(target)
            self.state.builder.add(p.ChangeName(step.how, target.name, value.x, True))
            return
        known = state.scope.find(target.name)
        if known is None and target.name in state.constants:
            self.names.constant_set(target.name, step.span)
            return
        if known is None:
            before = len(state.problems)
            found = self.expressions.resolve(target)
            if isinstance(found.x, p.InputRead) and len(state.problems) == before:
                state.inputs.pop(target.name, None)
                start = "are nothing yet" if is_plural(target.name) else "is 0"
                # Records and texts are put into lists; only amounts are added up.
                added = value.kind.word in ("any", "number", "money", "percent", "duration")
                sums = [f"The {target.name} {start}."] if added else []
                state.problem(
                    "changed-before-set",
                    f'Nothing sets "the {target.name}" before it is changed here.',
                    target.span,
                    candidates=[*sums, f"Create a list called the {target.name}."],
                )
                know(state, target.name, target.span)
                return
            if isinstance(found.x, p.NameRead):
                self.state.builder.add(p.ChangeName(step.how, found.x.name, value.x))
            return
        if (
            step.how in ("increase", "decrease")
            and known.kind.word == value.kind.word == "percent"
            and isinstance(step.value, tree.PercentLiteral)
        ):
            self._percent_by_percent(step, target.name, step.value)
        holder = state.scope.holder(target.name)
        outside = holder is not None and holder.frame is not state.scope.frame
        frame = state.scope.frame
        if outside and frame.form == "procedure":
            self.names.outer_in_procedure(target.name, known, step.span)
        elif outside and frame.form == "lane" and (frame.parallel or step.how not in _LANE_CHANGES):
            self.names.outer_in_lane(target.name, known, step.span)
        if step.how in _CHANGED:
            held = Value(p.NameRead(known.plan), known.kind)
            needs(state, target, held, _CHANGED[step.how], offered=self._longer(step))
        if known.kind.many:
            self._changed(p.NameRead(known.plan), step.span)
        state.mention(target.name, p.NameRead(known.plan), known.kind)
        if known.kind.word in ("list", "table") and step.how == "add" and holder is not None:
            holder.names[target.name] = Known(
                known.name, known.plan, _holding(known.kind, value.kind), known.line, known.how
            )
        self.state.builder.add(p.ChangeName(step.how, known.plan, value.x))

    def _percent_by_percent(self, step: tree.Change, name: str, by: tree.PercentLiteral) -> None:
        state = self.state
        points = f"{by.value:f} percentage points"
        share = f"{by.value:f}% of itself"
        state.problem(
            "percent-by-percent",
            f"The {name} is a percent, so {plain(state, by.span)} could mean percentage points,"
            " or a share of it",
            by.span,
            candidates=[state.rewritten(by.span, points), state.rewritten(by.span, share)],
        )


def _holding(kind: Kind, added: Kind) -> Kind:
    """Return the kind of a collection after something was added to it."""
    item = kind.item
    if item.word == "any" and added.word != "any" and not added.many:
        noun = added.noun or item.noun
        return Kind(kind.word, kind.noun, Kind(added.word, noun, added.of))
    return kind
