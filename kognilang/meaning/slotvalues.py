"""What stands in the slots of a match: read as values, resolved, and held against their kinds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kognilang.dataclass import dataclass, field
from kognilang.language import slots as reading
from kognilang.language import tree
from kognilang.language.words import singular
from kognilang.meaning import plan as p
from kognilang.meaning.kinds import Kind, fits
from kognilang.meaning.matcher import BLOCK, CHUNK, Match
from kognilang.meaning.skill import SkillInfo, Slot
from kognilang.meaning.state import State, Value
from kognilang.meaning.wording import ARTICLES, Place
from kognilang.values.kinds import Schema

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions


@dataclass(slots=True)
class Parsed:
    """A match whose slots have been read: the expression of each, by slot."""

    match: Match
    values: tuple[tuple[Place, tree.Expr], ...]
    tokens: Sequence[tree.Token]


@dataclass(slots=True)
class Filled:
    """A match with its slots resolved; `sets` is the name that it gives what it yields."""

    match: Match
    args: list[tuple[str, Value]] = field(default_factory=list)
    sets: str = ""
    sets_kind: Kind | None = None
    unfit: list[tuple[Place, str, Kind]] = field(default_factory=list)
    """Slots whose value is certainly of a kind that they cannot take."""


def parse(match: Match, tokens: Sequence[tree.Token], state: State) -> Parsed | None:
    """Read the slots of a match; None where the words in a slot are no value."""
    values = []
    for place, start, end in match.slots:
        value = _expression(place, tokens[start:end], state)
        if value is None:
            return None
        values.append((place, value))
    return Parsed(match, tuple(values), tokens)


def _expression(place: Place, tokens: Sequence[tree.Token], state: State) -> tree.Expr | None:
    first = tokens[0]
    if len(tokens) == 1 and first.kind in (BLOCK, CHUNK):
        return _block(place, first.value)
    if place.role == "row":
        return None
    if place.role == "column":
        return _column(tokens)
    if len(tokens) == 1 and first.value is not None and place.role in ("value", "block"):
        return first.value
    value = reading.values_of(tuple(tokens))
    if place.role == "name":
        return value if isinstance(value, tree.Name) else None
    if place.role == "kind":
        return value if isinstance(value, tree.Name) and _schema_noun(value, state) else None
    return value


def _block(place: Place, value: tree.Expr | None) -> tree.Expr | None:
    if place.role == "row" and not isinstance(value, tree.RecordValue | tree.TableValue):
        return None
    return value


def _column(tokens: Sequence[tree.Token]) -> tree.Expr | None:
    words = [t for t in tokens if not (t.kind == "word" and t.text in ARTICLES)]
    if words and all(t.kind in ("word", "quoted", "text", "number") for t in words):
        span = (words[0].span[0], words[-1].span[1])
        return tree.Text((" ".join(t.written or t.text for t in words),), span=span)
    return None


def _schema_noun(name: tree.Name, state: State) -> str:
    """Return the noun of the declared kind that a name speaks of: itself or its ending."""
    kinds = state.plan.kinds
    if name.name in kinds:
        return name.name
    single = singular(name.name)
    if single in kinds:
        return single
    words = name.name.split()
    for cut in range(1, len(words)):
        ending = " ".join(words[cut:])
        if ending in kinds:
            return ending
    return ""


def schema(noun: str, state: State, seen: frozenset[str] = frozenset()) -> Schema:
    """Return a declared kind as skills see it, with the kinds that its fields name."""
    info = state.plan.kinds[noun]
    members = tuple((one.name, one.kind, one.many) for one in info.fields)
    seen = seen | {noun}
    others = {
        one.kind: schema(one.kind, state, seen)
        for one in info.fields
        if one.kind in state.plan.kinds and one.kind not in seen
    }
    return Schema(noun, members, others)


def fill(parsed: Parsed, expressions: Expressions, info: SkillInfo | None, state: State) -> Filled:
    """Resolve the slots of a match in the order in which they were written."""
    kinds: dict[str, Slot] = {slot.name: slot for slot in info.slots} if info is not None else {}
    filled = Filled(parsed.match)
    for place, expr in parsed.values:
        if place.role == "name" and isinstance(expr, tree.Name):
            filled.sets = expr.name
            continue
        if place.role == "kind" and isinstance(expr, tree.Name):
            noun = _schema_noun(expr, state)
            filled.sets = expr.name
            filled.sets_kind = Kind("record", noun)
            filled.args.append((place.name, Value(p.Const(schema(noun, state)), Kind("kind"))))
            continue
        value = expressions.resolve(expr)
        slot = kinds.get(place.name)
        wanted = place.kind or (slot.kind if slot is not None else "any")
        if not fits(wanted, value.kind):
            filled.unfit.append((place, wanted, value.kind))
        filled.args.append((place.name, value))
    return filled
