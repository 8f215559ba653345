"""Steps: from the tree's sentences to instructions, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from kognilang.language import tree
from kognilang.language.retrying import retry_of
from kognilang.language.words import canonical, is_plural, plural, singular
from kognilang.meaning import plan as p
from kognilang.meaning.actions import Actions
from kognilang.meaning.asks import Asks
from kognilang.meaning.blocks import Blocks
from kognilang.meaning.expressions import Expressions
from kognilang.meaning.headlines import headline
from kognilang.meaning.kinds import ANY, Kind, merged, named
from kognilang.meaning.meant import know
from kognilang.meaning.needed import needs
from kognilang.meaning.places import place_of
from kognilang.meaning.scopes import Known
from kognilang.meaning.state import Explanation, State, Value
from kognilang.meaning.written import plain
from kognilang.text.outline import MARKER
from kognilang.text.source import Span

_LANE_CHANGES = frozenset(("add", "subtract", "increase", "decrease"))


class Steps:
    """Plans steps."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.expressions = Expressions(state)
        # The other name of a thing that got a second one, with the line where it did.
        self._second: dict[str, tuple[str, int]] = {}
        self.actions = Actions(state, self.expressions, self)
        self.blocks = blocks = Blocks(state, self.expressions, self)
        asks = Asks(state, self.expressions, self)
        self._ways: dict[type[tree.Step], Callable[[Any], None]] = {
            tree.Setting: self._setting,
            tree.Change: self.change,
            tree.Create: self._create,
            tree.Say: lambda step: self._add(p.SayIt(self._x(step.value))),
            tree.Show: self._show,
            tree.Tell: self._tell,
            tree.If: blocks.choose,
            tree.DependingOn: blocks.depending,
            tree.ForEach: blocks.for_each,
            tree.ProcessEach: blocks.process_each,
            tree.Repeat: blocks.repeat,
            tree.While: blocks.while_,
            tree.SkipItem: blocks.skip,
            tree.StopRepeating: blocks.stop_repeating,
            tree.Guarded: blocks.guarded,
            tree.TryUpTo: blocks.try_up_to,
            tree.Wait: blocks.wait,
            tree.AtOnce: blocks.branches.at_once,
            tree.Stop: self._stop,
            tree.Fail: lambda step: self._add(p.Raise(self._x(step.message))),
            tree.Return: self._return,
            tree.Ask: asks.ask,
            tree.MakeSure: self._make_sure,
            tree.CheckAll: self._check_all,
            tree.Save: self._save,
            tree.Action: self._action,
            tree.Unread: blocks.unread,
        }

    # -- sentences ------------------------------------------------------------------

    def body(self, steps: tree.Body) -> None:
        """Plan steps one after the other."""
        for step in steps:
            self.one(step)

    def one(self, step: tree.Step) -> None:
        """Plan one step as a sentence of its own."""
        state = self.state
        if isinstance(step, tree.Title):
            state.section = step.text
            return
        way = self._ways.get(type(step))
        if way is None:
            return
        outer = state.builder.sentence
        explained = state.explaining
        state.before, state.mentions = state.mentions or state.before, []
        if not isinstance(step, tree.Action):
            produced, state.produced = state.produced, None
            self._begin(step)
            state.produced = produced if _reads_result(step) else None
        else:
            self._begin(step)
        way(step)
        state.builder.sentence = outer
        state.explaining = explained

    def _begin(self, step: tree.Step) -> None:
        state = self.state
        written = plain(state, step.span).split(" : ")[0]
        line = state.line(step.span)
        first = state.source.line_text(line).strip() if step.span != (0, 0) else ""
        canonical = headline(step) or written
        if len(written) > 200 or "\n" in state.source.text[step.span[0] : step.span[1]]:
            marker = MARKER.match(first)
            written = (first[marker.end() :] if marker is not None else first) or written
        state.builder.sentence = len(state.plan.sentences)
        state.plan.sentences.append(
            p.Sentence(canonical, written, state.source.name, line, state.section)
        )
        state.explaining = Explanation(
            line, written, canonical, state.section,
            span=step.span, file=state.source.name, sentence=state.builder.sentence,
        )  # fmt: skip
        if step.span[0] in state.watched:
            state.seen.setdefault(step.span[0], state.scope.all())
        state.explanations.append(state.explaining)

    def _add(self, instruction: p.Instruction) -> None:
        self.state.builder.add(instruction)

    def _x(self, node: tree.Expr) -> p.X:
        return self.expressions.resolve(node).x

    def _tell(self, step: tree.Tell) -> None:
        """`Tell the controller and the CFO "…".`: each hears it."""
        for one in self.expressions.references.people(step.person):
            self._add(p.TellPerson(one.x, self._x(step.value)))

    # -- setting --------------------------------------------------------------------

    def set_name(self, name: str, kind: Kind, span: Span, value: p.X | None = None) -> str:
        """Note that a name is set here and return its name in the plan; `value` is what it is
        set to, where that is known."""
        state = self.state
        scope = state.scope
        line = state.line(span)
        holder = scope.holder(name)
        if holder is not None and (holder.frame is scope.frame):
            known = holder.names[name]
            if known.how == "constant":
                self._constant_set(name, known, span)
            holder.names[name] = Known(
                name, known.plan, merged(known.kind, kind), known.line or line, known.how
            )
            return known.plan
        if holder is not None and holder.names[name].how == "constant":
            self._constant_set(name, holder.names[name], span)
        elif holder is not None and scope.frame.form == "lane":
            self._outer_in_lane(name, holder.names[name], span)
        elif holder is None and name in state.constants:
            self._constant_set(name, Known(name, name, ANY, 0, "constant"), span)
        elif holder is not None and scope.frame.form == "procedure":
            self._outer_in_procedure(name, holder.names[name], span)
        text = value.value if isinstance(value, p.Const) and isinstance(value.value, str) else ""
        scope.frame.names[name] = Known(name, name, kind, line, text=text)
        self._also_a_form(name, span)
        return name

    def _constant_set(self, name: str, known: Known, span: Span) -> None:
        self.state.problem(
            "constant-set",
            f'"the {name}" is always the same in this file, so it cannot be set.',
            span,
            detail=[
                f'If it may change, leave out "always" where it is defined: The {name} is …',
                "Or give the new value a name of its own.",
            ],
        )

    def _outer_in_lane(self, name: str, known: Known, span: Span) -> None:
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

    def _outer_in_procedure(self, name: str, known: Known, span: Span) -> None:
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

    def _setting(self, step: tree.Setting) -> None:
        state = self.state
        if step.form == "call" and isinstance(step.value, tree.Name | tree.Pronoun):
            value = self.expressions.resolve(step.value)
        else:
            value = self.expressions.resolve(step.value)
        self.assign(step.target, value, step.span)
        state.produced = None

    def assign(self, target: tree.Expr, value: Value, span: Span) -> None:
        """Plan setting a name or a property to a value."""
        state = self.state
        if isinstance(target, tree.Name):
            if target.determiner == "shared":
                self.expressions.resolve(target)
                self._add(p.Set(target.name, value.x, True))
                return
            name = target.name.lower() if target.determiner == "proper" else target.name
            label = name
            if isinstance(value.x, p.MakeTable | p.MakeList) and not value.x.noun:
                value.x.noun = singular(name)
            if isinstance(value.x, p.MakeRecord) and not value.x.kind and name in state.plan.kinds:
                value.x.kind = name
            plan_name = self.set_name(name, named(value.kind, name), span, value.x)
            self._named_again(plan_name, value, span)
            self._add(p.Set(plan_name, value.x))
            state.mention(label, p.NameRead(plan_name), value.kind)
            return
        if isinstance(target, tree.Property):
            of = self.expressions.resolve(target.of)
            if not target.quoted:
                self.expressions.properties.misspelled_field(of.kind, target.name)
            self._changed(of.x, span)
            name = singular(target.name) if of.kind.many else target.name
            self._add(p.SetField(of.x, name, value.x, target.quoted))
            return
        if isinstance(target, tree.Pronoun) and target.word == "the answer":
            state.asked = value.kind
            self._add(p.Set("~answer", value.x))
            return
        state.problem(
            "cannot-be-set",
            f'"{plain(state, target.span)}" cannot be set',
            target.span or span,
            detail=['Set a name ("the total") or a property ("the order\'s status").'],
        )

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
            self._add(p.ChangeField(step.how, of.x, target.name, value.x, target.quoted))
            return
        found = self.expressions.resolve(target)
        if isinstance(found.x, p.NameRead):
            self._add(p.ChangeName(step.how, found.x.name, value.x))
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
            self._add(p.ChangeName(step.how, target.name, value.x, True))
            return
        known = state.scope.find(target.name)
        if known is None and target.name in state.constants:
            self._constant_set(target.name, Known(target.name, target.name), step.span)
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
                self._add(p.ChangeName(step.how, found.x.name, value.x))
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
            self._outer_in_procedure(target.name, known, step.span)
        elif outside and frame.form == "lane" and (frame.parallel or step.how not in _LANE_CHANGES):
            self._outer_in_lane(target.name, known, step.span)
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
        self._add(p.ChangeName(step.how, known.plan, value.x))

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

    def _create(self, step: tree.Create) -> None:
        name = step.name.name
        if step.what == "record":
            value: Value = Value(p.MakeRecord(()), Kind("record", name))
        elif step.what == "table":
            noun = singular(name)
            value = Value(p.MakeTable(step.columns, ()), Kind("table", noun, Kind("record", noun)))
        else:
            value = Value(p.MakeList(()), Kind("list", singular(name), Kind("any", singular(name))))
        self.assign(step.name, value, step.span)

    # -- showing, ending, checking ------------------------------------------------------

    def _show(self, step: tree.Show) -> None:
        value = self.expressions.resolve(step.value)
        self._add(p.ShowIt(value.x, ""))

    def _stop(self, step: tree.Stop) -> None:
        if self.state.in_answer and step.reason is None:
            self._add(p.Resume("stop"))
            return
        reason = self._x(step.reason) if step.reason is not None else None
        self._add(p.StopRun(reason))

    def _return(self, step: tree.Return) -> None:
        state = self.state
        value = None
        if isinstance(step.value, tree.Cond):
            value = self.expressions.conditions.resolve(step.value)
        elif step.value is not None:
            value = self._x(step.value)
        if state.in_answer and value is not None and step.form != "return":
            # The answer to the question in whose place these sentences run.
            self._add(p.Set("~given", value))
            self._add(p.Resume("answer"))
            return
        if state.scope.frame.form != "procedure":
            state.problem(
                "return-outside",
                "There is nothing to return from here: these are the main steps.",
                step.span,
                candidates=["Stop."],
            )
            return
        barrier = next((one for one in reversed(state.builder.open) if one.form == "branch"), None)
        if barrier is not None:
            self._return_from_branch(value)
            return
        self._add(p.ReturnValue(value))

    def _return_from_branch(self, value: p.X | None) -> None:
        """Carry the value out of the branches that are open, and return it there."""
        builder = self.state.builder
        name = f"result~{builder.number()}"
        if value is not None:
            self._add(p.Set(name, value))
        barriers = [one for one in builder.open if one.form == "branch"]

        def onward() -> None:
            if barriers:
                self.blocks.branches.leave(barriers.pop(), onward)
            else:
                self._add(p.ReturnValue(None if value is None else p.NameRead(name)))

        onward()

    def _make_sure(self, step: tree.MakeSure) -> None:
        builder = self.state.builder
        condition = self.expressions.conditions.resolve(step.condition)
        if step.otherwise is None:
            self._add(p.Check(condition))
            return
        branch = builder.add(p.Branch(condition, 0))
        jump = builder.add(p.Jump(0))
        branch.otherwise = builder.here
        self.body(step.otherwise)
        jump.to = builder.here

    def _check_all(self, step: tree.CheckAll) -> None:
        conditions = tuple(
            (plain(self.state, one.span), self.expressions.conditions.resolve(one))
            for one in step.conditions
        )
        self._add(p.CheckEach(conditions))

    def _save(self, step: tree.Save) -> None:
        words = [tree.Token("word", "save", step.span, "save")]
        words.append(tree.Token("chunk", "", step.value.span, "", step.value))
        if step.where is not None:
            words.append(tree.Token("word", "as", step.span, "as"))
            words.append(tree.Token("chunk", "", step.where.span, "", step.where))
        self._action(tree.Action(tuple(words), span=step.span))

    def _action(self, step: tree.Action) -> None:
        if self.state.in_answer and self._resume(step):
            return
        self.actions.plan(step)

    def _resume(self, step: tree.Action) -> bool:
        """Take the instructions of an answer (`Try again.`) as steps."""
        words = " ".join(token.text for token in step.tokens)
        how = _RESUMING.get(words)
        if how is None and words.startswith("skip this "):
            how = "skip-item"
        if how is None:
            retry = retry_of(words)
            if retry is not None and retry.times:
                # With a delay or a limit: the words themselves are kept.
                how = f"try again{words.partition('again')[2]}"
        if how is None:
            return False
        self._add(p.Resume(how))
        return True


_ARITHMETIC = ("increase", "decrease", "multiply", "divide")
_CHANGED = {
    "add": "a number or a list", "subtract": "a number", "increase": "a number",
    "decrease": "a number", "multiply": "a number", "divide": "a number",
}  # fmt: skip
"""What each way of changing needs to have been there before."""
_RESUMING = {
    "try again": "again",
    "try it again": "again",
    "skip this step": "skip-step",
    "stop": "stop",
    "start over": "start-over",
}


def _holding(kind: Kind, added: Kind) -> Kind:
    """Return the kind of a collection after something was added to it."""
    item = kind.item
    if item.word == "any" and added.word != "any" and not added.many:
        noun = added.noun or item.noun
        return Kind(kind.word, kind.noun, Kind(added.word, noun, added.of))
    return kind


def _reads_result(step: tree.Step) -> bool:
    """Say whether a step may speak of `the result`: what the sentence before produced."""
    return not isinstance(step, tree.ForEach | tree.ProcessEach | tree.Repeat | tree.While)
