"""Evaluation: the plan's expressions, compiled once to closures over a frame.

A closure takes the frame in which its names live and returns a value. Expressions have no
effect; whatever cannot be done with the data raises Exceptional.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic
from kognilang.running import gathering
from kognilang.running.collections import is_collection, things
from kognilang.running.currencies import again
from kognilang.running.frames import Frame
from kognilang.values import comparing, operations
from kognilang.values.fields import field_name, field_or_blank, read_field
from kognilang.values.kinding import is_of_kind
from kognilang.values.kinds import (
    Exceptional,
    List,
    Percent,
    Record,
    Secret,
)
from kognilang.values.naming import singular
from kognilang.values.shown import shown, told

if TYPE_CHECKING:
    from kognilang.running.world import World

Value = Callable[[Frame], Any]


class Place:
    """Where an expression stands, so that a pick which a person settles can be found again."""

    __slots__ = ("count", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0

    def next(self) -> str:
        """Return the place of the next pick."""
        self.count += 1
        return f"{self.name}.{self.count}"


class UnsettledPick(Exceptional):
    """A description that fits none or several things; `place` is where a choice is entered."""

    place = ""


class TwoMeanings(Exceptional):
    """A word of a filter that is a set name and a field of the items too; `key` is the place."""

    key = ""


def _two_meanings(x: p.NameOrField, item: Record, named: Any, own: Any) -> TwoMeanings:
    noun = x.noun or item.kind or "item"
    fault = TwoMeanings(
        "two-meanings",
        f'"The {x.field}" could be the one that is {x.told}, or each {noun}\'s own {x.field}.',
        prop=x.field,
        needs="choice",
        values=((f"the {x.field} that is {x.told}", named), (f"the {noun}", item)),
        candidates=(
            f"the {x.field} that is {x.told}: {told(named)}",
            f"each {noun}'s own {x.field}, such as {told(own)}",
        ),
        suggestions=(
            f"its {x.field}, in the text, is always the {noun}'s own; "
            f"the `{x.field}`, in backticks, always the one that is set",
        ),
    )
    fault.key = x.key
    return fault


class Expressions:
    """The expressions of one plan, compiled in the world of one run."""

    def __init__(
        self, plan: p.Plan, world: World, run_pure: Callable[[int, list[Any]], Any]
    ) -> None:
        self.plan = plan
        self.world = world
        self._run_pure = run_pure
        self.derived = {name for names in plan.derived.values() for name in names}
        self._applied: dict[int, Callable[[list[Any]], Any]] = {}
        self._place = Place("")

    def compile(self, x: p.X, place: str) -> Value:
        """Return the closure of an expression; `place` names the instruction that it is in."""
        if self._place.name != place:
            self._place = Place(place)
        return self.make(x)

    def afresh(self, x: p.X, place: str) -> Value:
        """Compile a part of an expression once more, to tell what it comes to."""
        self._place = Place(place)
        return self.make(x)

    def spelled(self, words: str) -> str:
        """Return words with the capitals that the text gives them."""
        spellings = self.plan.spellings
        if not spellings:
            return words
        return " ".join([spellings.get(word, word) for word in words.split(" ")])

    def next_place(self) -> str:
        """Return the place of the next pick in the instruction that is being compiled."""
        return self._place.next()

    def make(self, x: p.X) -> Value:
        """Compile an expression within the one that is being compiled."""
        return _COMPILERS[type(x)](self, x)

    # -- names ------------------------------------------------------------------------

    def _const(self, x: p.Const) -> Value:
        value = x.value
        return lambda frame: value

    def _name(self, x: p.NameRead) -> Value:
        name = x.name

        def read(frame: Frame) -> Any:
            try:
                return frame.names[name]
            except KeyError:
                return _outer(frame.outer, name)

        return read

    def _input(self, x: p.InputRead) -> Value:
        name = x.name
        world = self.world

        def read(frame: Frame) -> Any:
            found = frame.names.get(name, world)
            if found is not world:
                return found
            inputs = world.inputs
            if name in inputs:
                return inputs[name]
            raise Exceptional(
                "input-needed",
                f"What is the {name}?",
                prop=name,
                needs=world.input_kind(name),
            )

        return read

    def _item(self, x: p.ItemRead) -> Value:
        back = -1 - x.depth
        return lambda frame: frame.items[back]

    def _name_or_field(self, x: p.NameOrField) -> Value:
        name = self.make(x.name)
        field, key = x.field, x.key
        back = -1 - x.depth
        meanings = self.world.meanings

        def read(frame: Frame) -> Any:
            meant = meanings.get(key)
            if meant == "name" or len(frame.items) < -back:
                return name(frame)
            one = frame.items[back]
            if type(one) is not Record or (
                field_name(one, field) is None and self.derivation(one, field) < 0
            ):
                return name(frame)
            if meant == "field":
                return self._derived(one, field)
            raise _two_meanings(x, one, name(frame), self._derived(one, field))

        return read

    # -- properties ---------------------------------------------------------------------

    def _field(self, x: p.FieldRead) -> Value:
        of = self.make(x.of)
        name, exact = x.name, x.exact
        world = self.world
        context = world.context
        one_name = singular(name)
        if exact or not (name in self.derived or one_name in self.derived):
            return lambda frame: read_field(context, of(frame), name, exact)

        def get(value: Any) -> Any:
            if type(value) is Record:
                number = self.derivation(value, name)
                return (
                    self.apply(number, [value]) if number >= 0 else read_field(context, value, name)
                )
            if is_collection(value):
                among = things(value)
                first = among[0] if among else None
                if isinstance(first, Record):
                    for own in (name, one_name):
                        if self.derivation(first, own) >= 0:
                            return List(
                                items=[self._derived(one, own) for one in among],
                                noun=one_name,
                                about=(list(among), own),
                            )
            return read_field(context, value, name)

        return lambda frame: get(of(frame))

    def _derived(self, record: Any, name: str) -> Any:
        number = self.derivation(record, name) if type(record) is Record else -1
        if number >= 0:
            return self.apply(number, [record])
        return read_field(self.world.context, record, name)

    def derivation(self, record: Record, name: str) -> int:
        """Return the definition that gives a record its property; -1 where it is its own."""
        kind = record.kind
        if kind and name in self.plan.derived.get(kind, ()):
            return self.plan.derived[kind][name]
        if not kind:
            owners = [own[name] for own in self.plan.derived.values() if name in own]
            if len(owners) == 1 and name not in _words(record):
                return owners[0]
        return -1

    # -- operations -----------------------------------------------------------------------

    def _operation(self, x: p.Operation) -> Value:
        work = operations.OPERATIONS[x.name]
        args = [self.make(arg) for arg in x.args]
        world = self.world
        if len(args) == 1:
            (one,) = args
            own = x.name.removesuffix(" of")
            if own != x.name:
                return self._own_or_form(own, one, work, x.args[0])
            return lambda frame: work(world.context, one(frame))
        if len(args) == 2:
            left, right = args

            def put_together(frame: Frame) -> Any:
                one, other = left(frame), right(frame)
                try:
                    return work(world.context, one, other)
                except Exceptional as fault:
                    sides = ((x.args[0], one), (x.args[1], other))
                    return again(self, frame, sides, fault, lambda a, b: work(world.context, a, b))

            return put_together
        return lambda frame: work(world.context, *[arg(frame) for arg in args])

    def _own_or_form(self, name: str, of: Value, work: Callable[..., Any], inner: p.X) -> Value:
        """Return the closure of `the total of X`: X's own field if X is a record, else the form."""
        world = self.world

        def find(frame: Frame) -> Any:
            value = of(frame)
            if type(value) is Record:
                return self._derived(value, name)
            try:
                return work(world.context, value)
            except Exceptional as fault:
                sides = ((inner, value),)
                return again(self, frame, sides, fault, lambda a: work(world.context, a))

        return find

    def _template(self, x: p.Template) -> Value:
        parts = [part if isinstance(part, str) else self.make(part) for part in x.parts]
        world = self.world

        def write(frame: Frame) -> str:
            settings = world.settings
            return "".join(
                [part if isinstance(part, str) else shown(part(frame), settings) for part in parts]
            )

        return write

    # -- conditions -----------------------------------------------------------------------

    def _comparison(self, x: p.Comparison) -> Value:
        left, right = self.make(x.left), self.make(x.right)
        extra = [self.make(one) for one in x.extra]
        op = x.op
        world = self.world
        compare = comparing.compare
        if not extra:

            def test(frame: Frame) -> Any:
                one, other = left(frame), right(frame)
                try:
                    return compare(world.context, op, one, other)
                except Exceptional as fault:
                    sides = ((x.left, one), (x.right, other))
                    return again(
                        self, frame, sides, fault, lambda a, b: compare(world.context, op, a, b)
                    )

            return test
        return lambda frame: compare(
            world.context, op, left(frame), right(frame), tuple([one(frame) for one in extra])
        )

    def _logic(self, x: p.Logic) -> Value:
        parts = [self.truth(part) for part in x.parts]
        if x.op == "not":
            (part,) = parts
            return lambda frame: not part(frame)
        if x.op == "and":
            return lambda frame: _all(parts, frame)
        return lambda frame: _any(parts, frame)

    def truth(self, x: p.X) -> Callable[[Frame], bool]:
        """Compile a condition; a value that is not yes or no is an exception."""
        value = self.make(x)
        if isinstance(x, (p.Comparison, p.Logic, p.IsBlank, p.KindTest, p.Quantify)):
            return value

        def test(frame: Frame) -> bool:
            found = value(frame)
            if found is True or found is False:
                return found
            raise Exceptional(
                "wrong-kind",
                f"{told(found)[:1].upper()}{told(found)[1:]} is not yes or no.",
                needs="yes/no",
                values=(("value", found),),
            )

        return test

    def condition(self, x: p.X, place: str) -> Callable[[Frame], bool]:
        """Return the closure of a condition, which yields yes or no and nothing else."""
        if self._place.name != place:
            self._place = Place(place)
        return self.truth(x)

    def _blank(self, x: p.IsBlank) -> Value:
        is_blank = comparing.is_blank
        inner = x.of
        if isinstance(inner, p.FieldRead) and inner.name not in self.derived:
            owner = self.make(inner.of)
            name, exact = inner.name, inner.exact
            context = self.world.context
            return lambda frame: is_blank(field_or_blank(context, owner(frame), name, exact))
        of = self.make(inner)
        return lambda frame: is_blank(of(frame))

    def _kind(self, x: p.KindTest) -> Value:
        of, kind = self.make(x.of), x.kind
        return lambda frame: is_of_kind(of(frame), kind)

    def _quantify(self, x: p.Quantify) -> Value:
        collection = self.make(x.collection)
        condition = self.truth(x.condition)
        count = self.make(x.count) if x.count is not None else None
        quantifier = x.quantifier

        def test(frame: Frame) -> bool:
            among = things(collection(frame))
            items = frame.items
            wanted = _plain_number(count(frame)) if count is not None else 0
            items.append(None)
            found = 0
            for one in among:
                items[-1] = one
                if condition(frame):
                    found += 1
                    if quantifier == "any":
                        break
                elif quantifier == "every":
                    items.pop()
                    return False
            items.pop()
            if quantifier == "any":
                return found > 0
            if quantifier == "every":
                return True
            if quantifier == "no":
                return found == 0
            if quantifier == "at least":
                return bool(found >= wanted)
            if quantifier == "at most":
                return bool(found <= wanted)
            return bool(found == wanted)

        return test

    # -- definitions and skills ---------------------------------------------------------------

    def _apply(self, x: p.Apply) -> Value:
        args = [self.make(arg) for arg in x.args]
        number = x.definition
        return lambda frame: self.apply(number, [arg(frame) for arg in args])

    def apply(self, number: int, args: list[Any]) -> Any:
        """Apply a pure definition to values. Raises Exceptional past the depth limit."""
        work = self._applied.get(number)
        if work is None:
            work = self._applied[number] = self._definition(number)
        world = self.world
        world.depth += 1
        try:
            if world.depth > world.limits.depth:
                title = self.plan.procedures[number].title
                raise Exceptional(
                    "limit-reached",
                    f'"{title}" calls itself more than {world.limits.depth} times deep.',
                )
            return work(args)
        except RecursionError:
            title = self.plan.procedures[number].title
            raise Exceptional(
                "limit-reached", f'"{title}" calls itself too many times deep.'
            ) from None
        finally:
            world.depth -= 1

    def _definition(self, number: int) -> Callable[[list[Any]], Any]:
        info = self.plan.procedures[number]
        world = self.world
        names = info.parameters
        if info.body is not None:
            outside = self._place
            self._place = Place(f"d{number}")
            value = (
                self.truth(info.body)
                if info.form in ("decision", "adjective")
                else self.make(info.body)
            )
            self._place = outside

            def work(args: list[Any]) -> Any:
                frame = Frame(names=dict(zip(names, args, strict=False)), outer=world.top)
                frame.items = list(args[:1])
                return value(frame)

            return work

        def steps(args: list[Any]) -> Any:
            return self._run_pure(number, args)

        return steps

    def _skill(self, x: p.SkillValue) -> Value:
        args = [(slot, self.make(value)) for slot, value in x.args]
        world = self.world
        skill = x.skill
        place = f"value:{self.next_place()}:"

        def work(frame: Frame) -> Any:
            given = [(slot, value(frame)) for slot, value in args]
            if frame.overrides and not frame.items:
                given = [(slot, frame.overrides.get(place + slot, own)) for slot, own in given]
            try:
                return world.call_pure(skill, given)
            except Problematic as fault:
                fault.given = given
                if not frame.items:
                    fault.place = place
                raise

        return work

    def _person(self, x: p.PersonRead) -> Value:
        world = self.world
        name = x.name
        return lambda frame: world.person(name)

    def _secret(self, x: p.SecretRead) -> Value:
        value = Secret(x.name)
        return lambda frame: value


def _outer(frame: Frame | None, name: str) -> Any:
    while frame is not None:
        if name in frame.names:
            return frame.names[name]
        frame = frame.outer
    words = name.split("~")[0] or "result"
    raise Exceptional("not-set", f"Nothing has set the {words} yet.", prop=name, needs="any")


def _all(parts: list[Callable[[Frame], bool]], frame: Frame) -> bool:
    for part in parts:  # noqa: SIM110 - twice as fast as a generator, and on every path
        if not part(frame):
            return False
    return True


def _any(parts: list[Callable[[Frame], bool]], frame: Frame) -> bool:
    for part in parts:  # noqa: SIM110 - as above
        if part(frame):
            return True
    return False


def _words(record: Record) -> set[str]:
    from kognilang.values.naming import canonical

    return {canonical(name) for name in record.fields}


def _plain_number(value: Any) -> Any:
    return value.value if isinstance(value, Percent) or hasattr(value, "noun") else value


_COMPILERS: dict[type, Callable[[Expressions, Any], Value]] = {
    **gathering.COMPILERS,
    p.Const: Expressions._const,
    p.Template: Expressions._template,
    p.NameRead: Expressions._name,
    p.InputRead: Expressions._input,
    p.ItemRead: Expressions._item,
    p.NameOrField: Expressions._name_or_field,
    p.FieldRead: Expressions._field,
    p.Operation: Expressions._operation,
    p.Comparison: Expressions._comparison,
    p.Logic: Expressions._logic,
    p.IsBlank: Expressions._blank,
    p.KindTest: Expressions._kind,
    p.Quantify: Expressions._quantify,
    p.Apply: Expressions._apply,
    p.SkillValue: Expressions._skill,
    p.PersonRead: Expressions._person,
    p.SecretRead: Expressions._secret,
}
