"""Merging what the runs of a loop's items have changed of things that they share: each change
comes back, additions to a list in the items' order; where two differ, neither is taken and both
are told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kognilang.dataclass import dataclass
from kognilang.running.compact import compact
from kognilang.running.heap import run_of
from kognilang.running.sequences import items_of
from kognilang.values.kinds import Count, Duration, Money, Percent, Record, Table, Thing

if TYPE_CHECKING:
    from kognilang.journal.records import ObjectRow
    from kognilang.running.heap import Heap

SUMS = (Decimal, Money, Count, Duration, Percent)
"""What can be added to: of these even the same change by two items is no agreement."""

GONE = object()
"""Stands for a field that is not there."""

HERE = -1
"""The place of what the run itself has changed meanwhile, in another lane."""


@dataclass(slots=True)
class Conflict:
    """What several items have changed in different ways. `field` is empty for a list as a whole.

    `was` is what the items began with, `now` what it is left at, `given` are the places of the
    items with what each made of it.
    """

    thing: Thing
    field: str
    was: Any
    now: Any
    given: list[tuple[int, Any]]


class Merge:
    """What comes back from the runs of one loop's items.

    `before` gives the data of the things around the loop, by id, as the runs began with them;
    it is read only where it may matter: where two have changed one thing, or where the run itself
    could have meanwhile (`watched`).
    """

    def __init__(self, heap: Heap, before: Callable[[], dict[str, str]], watched: bool) -> None:
        self._heap = heap
        self._read_before = before
        self._before: dict[str, str] | None = None
        self._watched = watched
        self._changes: dict[str, list[tuple[int, dict[str, Any], dict[str, bytes]]]] = {}

    def take(self, place: int, run: str, rows: dict[str, ObjectRow]) -> None:
        """Take the things that an item's run has made, and note what it has changed of others."""
        own, parts = {}, {}
        for oid, row in rows.items():
            if oid.startswith("lane:"):
                continue
            if (maker := run_of(oid)) == run or maker.startswith(f"{run}-"):
                own[oid] = row
            elif row.version:
                parts[oid] = row.data
        self._heap.take_made(own)
        for oid, data in parts.items():
            if "#" not in oid:
                chunks = {one: part for one, part in parts.items() if one.startswith(f"{oid}#")}
                self._changes.setdefault(oid, []).append((place, json.loads(data), chunks))

    def apply(self) -> list[Conflict]:
        """Change the things; return what was not, since two items differ about it."""
        found: list[Conflict] = []
        for oid, changes in self._changes.items():
            thing = self._heap.thing(oid)
            if isinstance(thing, Record):
                found += self._record(thing, [(place, data) for place, data, _ in changes])
            else:
                found += self._sequence(thing, changes)
        return found

    def _base(self, thing: Thing, changes: int) -> dict[str, Any]:
        """The data of a thing as the runs began with it."""
        if self._watched or changes > 1:
            if self._before is None:
                self._before = self._read_before()
            if thing.oid in self._before:
                data: dict[str, Any] = json.loads(self._before[thing.oid])
                return data
        return self._now(thing)

    def _now(self, thing: Thing) -> dict[str, Any]:
        return dict(json.loads(compact(self._heap.data_of(thing))))

    def _record(self, thing: Record, changes: list[tuple[int, dict[str, Any]]]) -> list[Conflict]:
        base = dict(self._base(thing, len(changes))["f"])
        given: dict[str, list[tuple[int, Any]]] = {}
        for place, data in [(HERE, self._now(thing)), *changes]:
            fields = dict(data["f"])
            for name in [*fields, *(one for one in base if one not in fields)]:
                value = fields.get(name, GONE)
                if value != base.get(name, GONE):
                    given.setdefault(name, []).append((place, value))
        found = []
        for name, each in given.items():
            if self._alike([value for _, value in each]):
                if each[0][1] is GONE:
                    thing.fields.pop(name, None)
                    continue
                thing.fields[name] = self._heap.decode(each[0][1])
                thing.missing.pop(name, None)
            else:
                read = [(place, self._decoded(value)) for place, value in each]
                was, now = self._decoded(base.get(name, GONE)), thing.fields.get(name, GONE)
                found.append(Conflict(thing, name, was, now, read))
        for _, data in changes:
            for name, why in data.get("missing", {}).items():
                if name not in thing.fields:
                    thing.missing[name] = why
        thing.index = None
        self._heap.touch(thing)
        return found

    def _sequence(
        self, thing: Thing, changes: list[tuple[int, dict[str, Any], dict[str, bytes]]]
    ) -> list[Conflict]:
        heap = self._heap
        base = self._base(thing, len(changes))["items"]
        now = [heap.encode(one) for one in items_of(thing)]
        given = [(HERE, now)] if now != base else []
        for place, data, chunks in changes:
            items = [heap.encode(one) for one in heap.items_in(thing.oid, data, chunks)]
            if items != base:
                given.append((place, items))
            if isinstance(thing, Table):
                thing.columns += [one for one in data["columns"] if one not in thing.columns]
        found = []
        result = now
        if given and all(items == given[0][1] for _, items in given):
            result = given[0][1]
        elif all(items[: len(base)] == base for _, items in given):
            result = [*base, *(one for _, items in given for one in items[len(base) :])]
        elif given:
            found.append(Conflict(thing, "", base, now, [*given]))
        items_of(thing)[:] = [heap.decode(one) for one in result]
        heap.touch(thing)
        return found

    def _alike(self, values: list[Any]) -> bool:
        first, *others = values
        if others and isinstance(self._decoded(first), SUMS):
            # 10 and 10 may be two sums to which each has added 10.
            return False
        return all(one == first or self._decoded(one) == self._decoded(first) for one in others)

    def _decoded(self, value: Any) -> Any:
        return GONE if value is GONE else self._heap.decode(value)


def told(found: list[Conflict]) -> Iterator[tuple[str, str, str, list[tuple[int, str]]]]:
    """Name what each conflict is about, what it was and is, and what each item made of it."""
    from kognilang.asking.telling import show
    from kognilang.values.nouns import plural
    from kognilang.values.shown import label

    def words(value: Any) -> str:
        return "not there" if value is GONE else show(value)

    for one in found:
        if isinstance(one.thing, Record):
            what = f"the {one.field} of {label(one.thing)}"
            given = [(place, words(value)) for place, value in one.given]
            yield what, words(one.was), words(one.now), given
            continue
        noun = getattr(one.thing, "noun", "")
        what = f"the list of {plural(noun)}" if noun else "a list"
        counted = [(place, f"{len(items)} items") for place, items in one.given]
        yield what, f"{len(one.was)} items", f"{len(one.now)} items", counted
