"""Evaluation: the plan's expressions, compiled once to closures over a frame.

A closure takes the frame in which its names live and returns a value. Expressions have no
effect; whatever cannot be done with the data raises Exceptional.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic
from kognilang.running import conditions, gathering, reading
from kognilang.running.currencies import again
from kognilang.running.frames import Frame, Value
from kognilang.values import operations
from kognilang.values.fields import read_field
from kognilang.values.kinds import Exceptional, Record
from kognilang.values.shown import shown, told

if TYPE_CHECKING:
    from kognilang.running.world import World


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

    def truth(self, x: p.X) -> Callable[[Frame], bool]:
        """Compile a condition; a value that is not yes or no is an exception."""
        value = self.make(x)
        if type(x) in conditions.COMPILERS:
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

    def _template(self, x: p.Template) -> Value:
        parts = [part if isinstance(part, str) else self.make(part) for part in x.parts]
        world = self.world

        def write(frame: Frame) -> str:
            settings = world.settings
            return "".join(
                [part if isinstance(part, str) else shown(part(frame), settings) for part in parts]
            )

        return write

    # -- properties ---------------------------------------------------------------------

    def property_of(self, record: Any, name: str) -> Any:
        """Return a property of a thing: what a definition works out for it, or its own."""
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
                return self.property_of(value, name)
            try:
                return work(world.context, value)
            except Exceptional as fault:
                sides = ((inner, value),)
                return again(self, frame, sides, fault, lambda a: work(world.context, a))

        return find

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


def _words(record: Record) -> set[str]:
    from kognilang.values.naming import canonical

    return {canonical(name) for name in record.fields}


_COMPILERS: dict[type, Callable[[Expressions, Any], Value]] = {
    **reading.COMPILERS,
    **conditions.COMPILERS,
    **gathering.COMPILERS,
    p.Template: Expressions._template,
    p.Operation: Expressions._operation,
    p.Apply: Expressions._apply,
    p.SkillValue: Expressions._skill,
}
