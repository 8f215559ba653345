"""Reading: names, inputs, items and properties, each as a closure over a frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.running.collections import is_collection, things
from kognilang.running.frames import Frame, Value
from kognilang.running.unsettled import two_meanings
from kognilang.values.fields import field_name, read_field
from kognilang.values.kinds import Exceptional, List, Record, Secret
from kognilang.values.naming import is_plural, singular

if TYPE_CHECKING:
    from kognilang.running.evaluate import Expressions


def _const(expressions: Expressions, x: p.Const) -> Value:
    value = x.value
    return lambda frame: value


def _name(expressions: Expressions, x: p.NameRead) -> Value:
    name = x.name

    def read(frame: Frame) -> Any:
        try:
            return frame.names[name]
        except KeyError:
            return _outer(frame.outer, name)

    return read


def _outer(frame: Frame | None, name: str) -> Any:
    while frame is not None:
        if name in frame.names:
            return frame.names[name]
        frame = frame.outer
    words = name.split("~")[0] or "result"
    raise Exceptional("not-set", f"Nothing has set the {words} yet.", prop=name, needs="any")


def _input(expressions: Expressions, x: p.InputRead) -> Value:
    name = x.name
    world = expressions.world

    def read(frame: Frame) -> Any:
        found = frame.names.get(name, world)
        if found is not world:
            return found
        inputs = world.inputs
        if name in inputs:
            return inputs[name]
        raise Exceptional(
            "input-needed",
            f"What {'are' if is_plural(name) else 'is'} the {name}?",
            prop=name,
            needs=world.input_kind(name),
        )

    return read


def _item(expressions: Expressions, x: p.ItemRead) -> Value:
    back = -1 - x.depth
    return lambda frame: frame.items[back]


def _name_or_field(expressions: Expressions, x: p.NameOrField) -> Value:
    name = expressions.make(x.name)
    field, key = x.field, x.key
    back = -1 - x.depth
    meanings = expressions.world.meanings

    def read(frame: Frame) -> Any:
        meant = meanings.get(key)
        if meant == "name" or len(frame.items) < -back:
            return name(frame)
        one = frame.items[back]
        if type(one) is not Record or (
            field_name(one, field) is None and expressions.derivation(one, field) < 0
        ):
            return name(frame)
        if meant == "field":
            return expressions.property_of(one, field)
        raise two_meanings(x, one, name(frame), expressions.property_of(one, field))

    return read


def _field(expressions: Expressions, x: p.FieldRead) -> Value:
    of = expressions.make(x.of)
    name, exact = x.name, x.exact
    world = expressions.world
    context = world.context
    one_name = singular(name)
    if exact or not (name in expressions.derived or one_name in expressions.derived):
        return lambda frame: read_field(context, of(frame), name, exact)

    def get(value: Any) -> Any:
        if type(value) is Record:
            number = expressions.derivation(value, name)
            return (
                expressions.apply(number, [value])
                if number >= 0
                else read_field(context, value, name)
            )
        if is_collection(value):
            among = things(value)
            first = among[0] if among else None
            if isinstance(first, Record):
                for own in (name, one_name):
                    if expressions.derivation(first, own) >= 0:
                        return List(
                            items=[expressions.property_of(one, own) for one in among],
                            noun=one_name,
                            about=(list(among), own),
                        )
        return read_field(context, value, name)

    return lambda frame: get(of(frame))


def _person(expressions: Expressions, x: p.PersonRead) -> Value:
    world = expressions.world
    name = x.name
    return lambda frame: world.person(name)


def _secret(expressions: Expressions, x: p.SecretRead) -> Value:
    value = Secret(x.name)
    return lambda frame: value


COMPILERS: dict[type, Callable[[Any, Any], Value]] = {
    p.Const: _const,
    p.NameRead: _name,
    p.InputRead: _input,
    p.ItemRead: _item,
    p.NameOrField: _name_or_field,
    p.FieldRead: _field,
    p.PersonRead: _person,
    p.SecretRead: _secret,
}
