"""Circumstances: what was known where a question stood, kept so that a learning can be tried on it.

The names that the step could see are kept with their values, things with what is in them, as
plain data that needs nothing else. Large tables are left out: a learning decides by what the
question was about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kognilang.dataclass import dataclass, field
from kognilang.running.compact import dumps
from kognilang.running.frames import Asking, Frame, Lane
from kognilang.values.coding import BadData, decode, decode_thing, encode, encode_thing, shell
from kognilang.values.kinds import List, Table, Thing

if TYPE_CHECKING:
    from kognilang.asking.situations import Situation
    from kognilang.running.machine import Machine

VERSION = 1

MOST_ITEMS = 60
"""A longer list or table is left out."""

MOST_THINGS = 400
"""So many records, lists and tables are kept at most."""


@dataclass(slots=True)
class Circumstance:
    """What was known where a question stood. `names` are its values; of what was asked, `place`
    says where a value would go (`thing` and `prop` for a field)."""

    situation: Situation
    names: dict[str, Any] = field(default_factory=dict)
    place: str = ""
    thing: Any = None
    prop: str = ""
    code: str = ""
    """The plan whose sentence asked: empty for the run's own."""
    candidates: tuple[Any, ...] = ()
    targets: tuple[tuple[Any, str], ...] = ()
    """What could be corrected by name: the thing that has it (None for a name), its name."""


def taken(machine: Machine, lane: Lane, situation: Situation) -> bytes:
    """Return as data what is known where a lane stands that has asked."""
    asking = lane.asking
    assert asking is not None
    kept = _Kept()
    names: dict[str, Any] = {}
    frame: Frame | None = lane.frame
    while frame is not None:
        for name, value in frame.names.items():
            if not name.startswith("~") and name not in names:
                kept.add(names, name, value)
        frame = frame.outer
    fields: dict[str, Any] = {}
    kept.add(fields, "thing", asking.thing)
    candidates: dict[str, Any] = {}
    for number, one in enumerate(asking.candidates):
        kept.add(candidates, str(number), one)
    targets: list[Any] = []
    for _, thing, name in asking.targets:
        target: dict[str, Any] = {}
        kept.add(target, "thing", thing)
        targets.append([target.get("thing"), name])
    one = situation
    return dumps(
        {
            "v": VERSION,
            "situation": [one.problem, one.prop, one.owner, one.sentence, one.doing],
            "place": asking.place if asking.kind != "ask" else "ask",
            "prop": asking.prop,
            "code": lane.frame.code,
            "names": names,
            "thing": fields.get("thing"),
            "candidates": candidates,
            "targets": targets,
            "things": kept.things,
        }
    )


_OWN, _NEW = "c:", "n:"
"""What the ids of a circumstance's things begin with, and of those made in a trial of it."""


class _Kept:
    """Things as data, each once, under numbers of their own."""

    def __init__(self, fresh: bool = True) -> None:
        self._fresh = fresh
        self.things: dict[str, Any] = {}
        self._known: dict[int, str] = {}
        self._alive: list[Thing] = []

    def add(self, into: dict[str, Any], name: str, value: Any) -> None:
        """Keep a value under a name; one that is too large, or no value, is left out."""
        try:
            into[name] = encode(value, self._reference)
        except TypeError:
            return

    def _reference(self, thing: Thing) -> str:
        known = self._known.get(id(thing))
        if known is not None:
            return known
        items = thing.rows if isinstance(thing, Table) else getattr(thing, "items", ())
        if isinstance(thing, List | Table) and len(items) > MOST_ITEMS:
            raise TypeError("too long")
        if len(self.things) >= MOST_THINGS:
            raise TypeError("too many")
        own = thing.oid.startswith(_OWN)
        oid = thing.oid if own else f"{_OWN if self._fresh else _NEW}{len(self._known) + 1}"
        self._known[id(thing)] = oid
        self._alive.append(thing)
        self.things[oid] = None
        try:
            self.things[oid] = encode_thing(thing, self._reference)
        except TypeError:
            # A field that is too large is left out; the rest of the record stays.
            self.things[oid] = self._partly(thing)
        return oid

    def _partly(self, thing: Thing) -> Any:
        from kognilang.values.kinds import Record

        if not isinstance(thing, Record):
            raise TypeError("a list of what is too large")
        kept: dict[str, Any] = {}
        for name, value in thing.fields.items():
            self.add(kept, name, value)
        data = encode_thing(Record(kind=thing.kind, strict=thing.strict, open=thing.open))
        data["record"] = [[name, value] for name, value in kept.items()]
        return data


def restored(data: bytes) -> Circumstance | None:
    """Read a circumstance; None for data of another version."""
    import json

    from kognilang.asking.situations import Situation

    content = json.loads(data)
    if content.get("v") != VERSION:
        return None
    made: dict[str, Thing] = {}
    raw = {oid: one for oid, one in content["things"].items() if one is not None}
    try:
        for oid, one in raw.items():
            made[oid] = shell(one)
            made[oid].oid = oid
        for oid, one in raw.items():
            decode_thing(one, made.__getitem__, made[oid])
        names = {}
        for name, value in content["names"].items():
            names[name] = decode(value, made.__getitem__)
        thing = decode(content["thing"], made.__getitem__)
        candidates = tuple(decode(v, made.__getitem__) for v in content["candidates"].values())
        targets = tuple(
            (decode(one, made.__getitem__), name) for one, name in content.get("targets", ())
        )
    except (BadData, KeyError):
        return None
    return Circumstance(
        Situation(*content["situation"]), names, content["place"], thing, content["prop"],
        content["code"], candidates, targets,
    )  # fmt: skip


def asking_of(one: Circumstance, kind: str) -> Asking:
    """Return what was asked there, as a machine keeps it."""
    return Asking(
        "", kind, one.situation.problem, one.place, one.prop, one.thing, "", one.candidates
    )


def state_of(one: Circumstance) -> dict[str, Any]:
    """Return all that is known as plain data, to compare before and after."""
    kept = _Kept(fresh=False)
    names: dict[str, Any] = {}
    for name, value in one.names.items():
        if not name.startswith("~"):
            kept.add(names, name, value)
    fields: dict[str, Any] = {}
    kept.add(fields, "thing", one.thing)
    return {"names": names, "things": kept.things, **fields}
