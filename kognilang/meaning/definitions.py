"""Definitions: kinds, adjectives, properties, constants and procedures."""

from __future__ import annotations

from kognilang.language import tree
from kognilang.language.printer import print_step
from kognilang.language.words import singular
from kognilang.meaning import plan as p
from kognilang.meaning.checks import verdict
from kognilang.meaning.declared import KIND_NAMES, Declared
from kognilang.meaning.headers import read_header
from kognilang.meaning.kinds import ANY, YES_NO, Kind, named
from kognilang.meaning.prescan import names_set
from kognilang.meaning.scopes import Known, Scope
from kognilang.meaning.state import Defined, Explanation, Mention, Parameter, State
from kognilang.meaning.steps import Steps
from kognilang.meaning.together import Part
from kognilang.meaning.triggers import Entries, read_trigger
from kognilang.meaning.walking import parts
from kognilang.meaning.written import chosen_in_a_loop, plain
from kognilang.values.nouns import with_article

_NAMES_A_KIND = frozenset(("date", "time", "moment", "duration"))
"""Fields whose name says their kind: `a date`."""


class Definitions:
    """Takes in the definitions of a file, and plans their bodies after the main steps."""

    def __init__(self, state: State, steps: Steps) -> None:
        self.state = state
        self.steps = steps
        self.new: list[Defined] = []
        self.entries = Entries(state)
        self._triggers: dict[int, p.TriggerInfo] = {}
        self.declared = Declared(state)

    # -- headers --------------------------------------------------------------------

    def take_in(self, parts: list[Part]) -> None:
        """Note everything that the files define, wherever it stands."""
        for way in (
            self._kinds_of,
            self.declared.field_kinds,
            self._headers_of,
            self._constants_of,
        ):
            for part in parts:
                outer, self.state.source = self.state.source, part.source
                way(part.items)
                self.state.source = outer

    def _kinds_of(self, items: tree.Body) -> None:
        for item in items:
            if isinstance(item, tree.KindDefinition):
                self._kind(item)
            elif isinstance(item, tree.ColumnCurrency):
                self._currency(item)

    def _headers_of(self, items: tree.Body) -> None:
        for item in items:
            before = len(self.new)
            if isinstance(item, tree.Procedure):
                self._procedure(item)
            elif isinstance(item, tree.Adjective):
                self._adjective(item)
            elif isinstance(item, tree.DerivedProperty):
                self._property(item)
            elif isinstance(item, tree.Trigger):
                self._trigger(item)
            elif isinstance(item, tree.Learning):
                self._learning(item)
            for defined in self.new[before:]:
                defined.source = self.state.source

    def _constants_of(self, items: tree.Body) -> None:
        for item in items:
            if isinstance(item, tree.Constant):
                self._constant(item)

    def _currency(self, node: tree.ColumnCurrency) -> None:
        state = self.state
        columns = state.plan.currencies.setdefault(singular(node.collection), {})
        before = columns.setdefault(node.column, node.currency)
        if before != node.currency:
            state.problem(
                "currency-twice",
                f"The {node.column} of the {node.collection} cannot be in {before} and in"
                f" {node.currency}.",
                node.span,
                detail=["Keep one of the two sentences."],
            )

    def _kind(self, node: tree.KindDefinition) -> None:
        state = self.state
        self.declared.once(
            "kind-twice", node.noun, f'"{with_article(node.noun).capitalize()} has …"', node.span,
            "Put all of it into one sentence.",
        )  # fmt: skip
        members = []
        for member in node.fields:
            kind = member.kind or (member.name if member.name in _NAMES_A_KIND else "")
            if member.many and not kind:
                kind = singular(member.name)
            if not member.many and kind not in KIND_NAMES and kind:
                kind = kind.removeprefix("a ").removeprefix("an ")
            members.append(p.FieldInfo(member.written or member.name, kind, member.many))
        self.declared.apart([member.name for member in node.fields], node.span)
        state.plan.kinds[node.noun] = p.KindInfo(node.noun, tuple(members))
        explained = self._explained(node)
        for one in members:
            kind = f"each {with_article(one.kind)}" if one.many else one.kind
            explained.parts.append((one.name, kind or "anything"))

    def _number(self, info: p.ProcedureInfo) -> int:
        self.state.plan.procedures.append(info)
        return len(self.state.plan.procedures) - 1

    def _procedure(self, node: tree.Procedure) -> None:
        state = self.state
        header = read_header(node)
        self.declared.apart(header.parameters, node.span)
        line = state.line(node.span)
        if any(
            other.node is None and other.words == _key(header.pattern) and other.form == node.form
            for other in state.defined.values()
        ):
            state.problem(
                "defined-twice",
                f'"To {header.title}" was defined before',
                node.span,
                detail=["Word this one differently."],
            )
        self.declared.once(
            "defined-twice", f"{node.form} {_key(header.pattern)}", f'"To {header.title}"',
            node.span, "Keep one of them, or word the other differently.",
        )  # fmt: skip
        title = header.title
        info = p.ProcedureInfo(title, node.form, header.parameters, 0)
        number = self._number(info)
        parameters = tuple(Parameter(name, self._noun_kind(name)) for name in header.parameters)
        yields = YES_NO if node.form == "decision" else ANY
        defined = Defined(
            number, node.form, f"to {title}", node, parameters, line,
            words=_key(header.pattern), yields=yields,
        )  # fmt: skip
        state.defined[number] = defined
        self.new.append(defined)
        if not header.pattern:
            state.problem("empty-header", "This definition has no words.", node.span)
            return
        form = {"decision": "adjective", "value": "noun"}.get(node.form, "action")
        info.wording = _wording(header.pattern)
        state.own.add_pattern(number, title, header.pattern, form)

    def _noun_kind(self, noun: str) -> Kind:
        if noun in self.state.plan.kinds:
            return Kind("record", noun)
        single = singular(noun)
        if single != noun:
            declared = single in self.state.plan.kinds
            return Kind("list", single, Kind("record" if declared else "any", single))
        return Kind("any", noun)

    def _adjective(self, node: tree.Adjective) -> None:
        title = f"{with_article(node.noun)} is {node.words}"
        if not self.declared.once(
            "defined-twice", title, f'"{title[:1].upper()}{title[1:]}"', node.span,
            "Put both conditions into one sentence, joined by or.",
        ):  # fmt: skip
            return
        info = p.ProcedureInfo(title, "adjective", (node.noun,), pure=True, noun=node.noun)
        number = self._number(info)
        defined = Defined(
            number, "adjective", title, node, (), self.state.line(node.span), node.noun,
            node.words, YES_NO,
        )  # fmt: skip
        self.state.defined[number] = defined
        self.state.adjectives.setdefault(node.words, []).append(defined)
        self.new.append(defined)

    def _property(self, node: tree.DerivedProperty) -> None:
        title = f"{with_article(node.noun)}'s {node.name}"
        self.declared.once(
            "defined-twice", title, f'"{title[:1].upper()}{title[1:]}"', node.span,
            "Keep one of the two.",
        )  # fmt: skip
        info = p.ProcedureInfo(title, "property", (node.noun,), pure=True, noun=node.noun)
        number = self._number(info)
        defined = Defined(
            number, "property", title, node, (), self.state.line(node.span), node.noun, node.name
        )
        self.state.defined[number] = defined
        self.state.plan.derived.setdefault(node.noun, {})[node.name] = number
        self.new.append(defined)

    def _trigger(self, node: tree.Trigger) -> None:
        """Take a trigger's steps as a definition that no sentence calls: each firing runs it."""
        title = " ".join(token.written or token.text for token in node.words)
        trigger = read_trigger(node, self.state)
        names = (trigger.parameter,) if trigger is not None and trigger.parameter else ()
        number = self._number(p.ProcedureInfo(title, "trigger", names, 0))
        if trigger is not None:
            self._triggers[number] = trigger
        line = self.state.line(node.span)
        parameters = tuple(Parameter(name, self._noun_kind(name)) for name in names)
        defined = Defined(number, "trigger", title, node, parameters, line)
        self.state.defined[number] = defined
        self.new.append(defined)

    def _learning(self, node: tree.Learning) -> None:
        """Keep a learning as text: its steps are understood where its situation is met."""
        state = self.state
        place = (print_step(node), state.source.name, state.line(node.span))
        state.plan.learnings = (*state.plan.learnings, place)

    def _explained(self, node: tree.Step) -> Explanation:
        """Begin to explain a definition that is one sentence."""
        state = self.state
        written = plain(state, node.span)
        found = Explanation(
            state.line(node.span), written, written, span=node.span, file=state.source.name
        )
        state.explanations.append(found)
        return found

    def _constant(self, node: tree.Constant) -> None:
        state = self.state
        state.explaining = self._explained(node)
        value = self.steps.expressions.resolve(node.value)
        state.part(f"the {node.name}", f"always this, wherever it is named{_kind_of(value.kind)}")
        state.explaining = None
        name = node.name
        self.declared.once(
            "constant-twice", name, f'"The {name} is always …"', node.span,
            "Keep one of the two sentences.",
        )  # fmt: skip
        state.constants[name] = value.kind
        state.plan.constants = (*state.plan.constants, (name, value.x))
        state.scope.names[name] = Known(
            name, name, named(value.kind, name), state.line(node.span), "constant"
        )

    # -- bodies ---------------------------------------------------------------------

    def plan_bodies(self) -> None:
        """Plan what the definitions do, now that the main steps' names are known."""
        for defined in self.new:
            node = defined.node
            outer = self.state.source
            self.state.source = defined.source or outer
            if isinstance(node, tree.Procedure | tree.Trigger):
                self._steps_of(defined, node)
            elif isinstance(node, tree.Adjective | tree.DerivedProperty):
                self._body_of(defined, node)
            self.state.source = outer
        self._find_pure()
        ends = self._ends()
        for defined in self.new:
            trigger = self._triggers.get(defined.number)
            # Those of a file whose definitions are used are its own.
            if trigger is not None and defined.source in (None, self.state.source):
                self.entries.enter(defined, trigger, ends[defined.number])

    def _body_of(self, defined: Defined, node: tree.Adjective | tree.DerivedProperty) -> None:
        state = self.state
        info = state.plan.procedures[defined.number]
        before = state.builder.here
        state.explaining = self._explained(node)
        with state.looking_at(self._noun_kind(node.noun), owned=True):
            if isinstance(node, tree.Adjective):
                info.body = self.steps.expressions.conditions.resolve(node.condition)
            else:
                info.body = self.steps.expressions.resolve(node.value).x
        if state.builder.here != before:
            del state.plan.instructions[before:]
            state.problem(
                "definition-that-reads",
                f'"{defined.title}" would look something up each time, which such a definition'
                " cannot do",
                node.span,
                detail=self._as_steps(defined, node),
            )

    def _as_steps(self, defined: Defined, node: tree.Adjective | tree.DerivedProperty) -> list[str]:
        """Return how a definition that looks something up is written: as steps of its own."""
        if isinstance(node, tree.Adjective):
            what = plain(self.state, node.condition.span)
            head, body = f"To decide whether {defined.title}:", f"Return yes if {what}."
        else:
            what = plain(self.state, node.value.span)
            head = f"To work out the {node.name} of {with_article(node.noun)}:"
            body = f"Return {what}."
        if not what:
            return ["Read it in a step first and set a name or a property."]
        return ["What looks something up is a definition with steps:", f"  {head}", f"      {body}"]

    def _steps_of(self, defined: Defined, node: tree.Procedure | tree.Trigger) -> None:
        state = self.state
        builder = state.builder
        info = state.plan.procedures[defined.number]
        info.start = builder.here
        scope = Scope("procedure", state.scope)
        for parameter in defined.parameters:
            scope.names[parameter.name] = Known(
                parameter.name, parameter.name, parameter.kind, defined.line, "a parameter"
            )
        scope.later = names_set(node.body, state)
        for parameter in defined.parameters:
            scope.later.pop(parameter.name, None)
        outer = state.scope, builder.open, state.section, state.asked
        state.scope, builder.open, state.asked = scope, [], None
        state.section = defined.title
        state.produced = None
        state.mentions = [
            Mention(one.name, p.NameRead(one.name), one.kind) for one in defined.parameters
        ]
        self.steps.body(node.body)
        otherwise = verdict(node.body) if defined.form == "decision" else None
        builder.add(p.ReturnValue(None if otherwise is None else p.Const(not otherwise)))
        state.scope, builder.open, state.section, state.asked = outer

    def _find_pure(self) -> None:
        """Mark the definitions whose steps have no effect and ask nobody, and hold the calls
        inside filters against it."""
        state = self.state
        plan = state.plan
        ends = self._ends()
        pure = {
            one.number
            for one in self.new
            if plan.procedures[one.number].body is not None or isinstance(one.node, _WITH_STEPS)
        }
        changed = True
        while changed:
            changed = False
            for one in list(pure):
                info = plan.procedures[one]
                if info.body is None and not self._is_pure(info.start, ends[one], pure):
                    pure.discard(one)
                    changed = True
        for number in pure:
            plan.procedures[number].pure = True
        for number, span in state.must_be_pure:
            info = plan.procedures[number]
            if not info.pure:
                state.problem(
                    "steps-in-a-filter",
                    f'"{info.title}" does something or asks somebody, so it cannot be used for'
                    " each thing of a filter.",
                    span,
                    detail=self._in_a_loop(info),
                )

    def _in_a_loop(self, info: p.ProcedureInfo) -> list[str]:
        """Return how things are chosen by a decision that does something."""
        noun = info.parameters[0] if len(info.parameters) == 1 else ""
        subject = f"{with_article(noun)} "
        if not noun or not info.title.startswith(subject):
            return ['Work it out in a loop first: "For each …:", and set a property.']
        return chosen_in_a_loop(noun, info.title.removeprefix(subject))

    def _ends(self) -> dict[int, int]:
        plan = self.state.plan
        starts = sorted(
            (plan.procedures[one.number].start, one.number)
            for one in self.new
            if isinstance(one.node, _WITH_STEPS)
        )
        ends = {}
        for at, (_, number) in enumerate(starts):
            ends[number] = starts[at + 1][0] if at + 1 < len(starts) else len(plan.instructions)
        return ends

    def _is_pure(self, start: int, end: int, pure: set[int]) -> bool:
        for instruction in self.state.plan.instructions[start:end]:
            if isinstance(instruction, p.Call):
                if instruction.procedure not in pure:
                    return False
            elif not isinstance(instruction, _PURE):
                return False
            if isinstance(instruction, p.Set | p.ChangeName) and instruction.shared:
                return False
            if any(isinstance(x, p.InputRead) for x in parts(instruction)):
                return False
        return True


_WITH_STEPS = tree.Procedure | tree.Trigger
_PURE = (
    p.Set, p.ChangeName, p.Jump, p.Branch, p.LoopBegin, p.LoopNext, p.LoopLeave, p.LoopCheck,
    p.ReturnValue,
)  # fmt: skip


def _wording(pattern: tuple[object, ...]) -> str:
    from kognilang.meaning.wording import Place

    return " ".join(f"{{{e.name}}}" if isinstance(e, Place) else str(e) for e in pattern)


def _key(pattern: tuple[object, ...]) -> str:
    """Return what makes two headers the same: the words and the nouns of their parameters."""
    return _wording(pattern)


def _kind_of(kind: Kind) -> str:
    return f" ({kind.word})" if kind.word != "any" else ""
