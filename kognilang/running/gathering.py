"""Gathering: expressions over collections - filters, sorts, groups, picks - and new things."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.running.collections import noun_of, things
from kognilang.running.frames import Frame, Value
from kognilang.values import arranging
from kognilang.values.kinds import List, Record, Table

if TYPE_CHECKING:
    from kognilang.running.evaluate import Expressions


# -- collections ---------------------------------------------------------------------


def _filter(expressions: Expressions, x: p.FilterBy) -> Value:
    collection = expressions.make(x.collection)
    condition = expressions.truth(x.condition)
    keep = not x.negated

    def work(frame: Frame) -> List:
        source = collection(frame)
        items = frame.items
        items.append(None)
        kept = []
        for one in things(source):
            items[-1] = one
            if condition(frame) is keep:
                kept.append(one)
        items.pop()
        return List(items=kept, noun=noun_of(source))

    return work


def _each(frame: Frame, among: list[Any], key: Value) -> list[Any]:
    items = frame.items
    items.append(None)
    found = []
    for one in among:
        items[-1] = one
        found.append(key(frame))
    items.pop()
    return found


def _sort(expressions: Expressions, x: p.SortBy) -> Value:
    collection = expressions.make(x.collection)
    found = [expressions.make(key) for key, _ in x.keys]
    downward = [descending for _, descending in x.keys]
    world = expressions.world

    def work(frame: Frame) -> List:
        source = collection(frame)
        among = things(source)
        columns = [_each(frame, among, key) for key in found]
        return arranging.sorted_by(world.context, source, columns, downward)

    return work


def _group(expressions: Expressions, x: p.GroupBy) -> Value:
    collection = expressions.make(x.collection)
    keys = [expressions.make(key) for key in x.keys]
    names, plural = x.names, x.plural
    world = expressions.world

    def work(frame: Frame) -> List:
        source = collection(frame)
        among = things(source)
        columns = [_each(frame, among, key) for key in keys]
        return arranging.grouped_by(world.context, source, columns, names, plural)

    return work


def _distinct(expressions: Expressions, x: p.DistinctBy) -> Value:
    collection = expressions.make(x.collection)
    keys = [expressions.make(key) for key in x.keys]
    world = expressions.world

    def work(frame: Frame) -> List:
        source = collection(frame)
        among = things(source)
        columns = [_each(frame, among, key) for key in keys]
        return arranging.distinct_by(world.context, source, columns)

    return work


def _pick(expressions: Expressions, x: p.PickOne) -> Value:
    from kognilang.running.picking import unsettled

    collection = expressions.make(x.collection)
    place = expressions.next_place()

    def work(frame: Frame) -> Any:
        if frame.overrides and place in frame.overrides and not frame.items:
            return frame.overrides[place]
        among = things(collection(frame))
        if len(among) == 1:
            return among[0]
        raise unsettled(expressions, x, among, frame, place)

    return work


def _extreme(expressions: Expressions, x: p.ExtremeBy) -> Value:
    from kognilang.running.picking import extreme

    collection, key = expressions.make(x.collection), expressions.make(x.key)
    to = expressions.make(x.to) if x.to is not None else None
    place = expressions.next_place()
    world = expressions.world

    def work(frame: Frame) -> Any:
        if frame.overrides and place in frame.overrides and not frame.items:
            return frame.overrides[place]
        among = things(collection(frame))
        keys = _each(frame, among, key)
        target = to(frame) if to is not None else None
        return extreme(world, x, among, keys, target, place)

    return work


def _join(expressions: Expressions, x: p.JoinBy) -> Value:
    left, right = expressions.make(x.left), expressions.make(x.right)
    within = expressions.make(x.within) if x.within is not None else None
    world = expressions.world

    def work(frame: Frame) -> List:
        margin = within(frame) if within is not None else None
        return arranging.joined_by(
            world.context, left(frame), right(frame), x.keys, x.matching, margin, x.codes
        )

    return work


# -- making --------------------------------------------------------------------------


def _list(expressions: Expressions, x: p.MakeList) -> Value:
    items = [expressions.make(item) for item in x.items]
    noun = x.noun
    return lambda frame: List(items=[item(frame) for item in items], noun=noun)


def _record(expressions: Expressions, x: p.MakeRecord) -> Value:
    fields = [(name, expressions.make(value)) for name, value in x.fields]
    kind = x.kind
    return lambda frame: Record(fields={name: value(frame) for name, value in fields}, kind=kind)


def _table(expressions: Expressions, x: p.MakeTable) -> Value:
    columns = list(x.columns)
    noun = x.noun
    rows = [[expressions.make(cell) for cell in row] for row in x.rows]

    def work(frame: Frame) -> Table:
        made = [
            Record(
                fields={name: cell(frame) for name, cell in zip(columns, row, strict=True)},
                strict=True,
                origin=f"row {number}",
            )
            for number, row in enumerate(rows, 1)
        ]
        return Table(columns=list(columns), rows=made, noun=noun)

    return work


COMPILERS: dict[type, Callable[[Any, Any], Value]] = {
    p.FilterBy: _filter,
    p.SortBy: _sort,
    p.GroupBy: _group,
    p.DistinctBy: _distinct,
    p.PickOne: _pick,
    p.ExtremeBy: _extreme,
    p.JoinBy: _join,
    p.MakeList: _list,
    p.MakeRecord: _record,
    p.MakeTable: _table,
}
