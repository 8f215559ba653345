"""Collections: what is filtered, sorted, grouped, picked, joined or a range."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kognilang.language import tree
from kognilang.language.words import plural
from kognilang.meaning import plan as p
from kognilang.meaning.kinds import Kind, collection_of
from kognilang.meaning.state import State, Value
from kognilang.meaning.walking import replaced
from kognilang.meaning.written import plain

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions


class Collections:
    """Resolves what is made of several things."""

    def __init__(self, state: State, expressions: Expressions) -> None:
        self.state = state
        self.expressions = expressions
        self.ways: dict[type[tree.Expr], Callable[[Any], Value]] = {
            tree.Filter: self._filter,
            tree.Sorted: self._sorted,
            tree.Grouped: self._grouped,
            tree.Distinct: self._distinct,
            tree.Pick: self._pick,
            tree.Extreme: self._extreme,
            tree.One: self._one,
            tree.Others: self._others,
            tree.Joined: self._joined,
            tree.Range: self._range,
        }
        """The expressions that are resolved here, each with its way."""

    def walked(self, node: tree.Expr) -> Value:
        """Return what is walked or filtered: a singular name stands for its plural (`an invoice
        whose …`)."""
        if isinstance(node, tree.Name) and not node.quoted:
            state = self.state
            singular_here = node.determiner in ("a", "each", "another")
            known = state.scope.find(node.name)
            if singular_here or known is None:
                many = plural(node.name)
                if many != node.name and (
                    state.scope.find(many) is not None or singular_here
                    or state.scope.find_later(many) or self._adjectives_over(many)
                ):  # fmt: skip
                    return self.expressions.references.name(tree.Name(many, span=node.span))
        return self.expressions.resolve(node)

    def _adjectives_over(self, many: str) -> bool:
        words = many.split()
        return any(self.state.scope.find(" ".join(words[cut:])) for cut in range(1, len(words)))

    def _filter(self, node: tree.Filter) -> Value:
        collection = self.walked(node.collection)
        with self.state.looking_at(collection.kind.item, filters=True):
            condition = _of_one_field(self.expressions.conditions.resolve(node.condition))
        return Value(p.FilterBy(collection.x, condition), _as_list(collection.kind))

    def _sorted(self, node: tree.Sorted) -> Value:
        collection = self.expressions.resolve(node.collection)
        with self.state.looking_at(collection.kind.item):
            keys = tuple(
                (self.expressions.resolve(key).x, descending) for key, descending in node.keys
            )
        return Value(p.SortBy(collection.x, keys), _as_list(collection.kind))

    def _grouped(self, node: tree.Grouped) -> Value:
        collection = self.expressions.resolve(node.collection)
        with self.state.looking_at(collection.kind.item):
            keys = tuple(self.expressions.resolve(key).x for key in node.keys)
        noun = collection.kind.noun or "item"
        names = tuple(key.name if isinstance(key, tree.Property) else "key" for key in node.keys)
        return Value(
            p.GroupBy(collection.x, keys, names, plural(noun)),
            Kind("list", "group", Kind("record", "group")),
        )

    def _distinct(self, node: tree.Distinct) -> Value:
        collection = self.expressions.resolve(node.collection)
        with self.state.looking_at(collection.kind.item):
            keys = tuple(self.expressions.resolve(key).x for key in node.keys)
        return Value(p.DistinctBy(collection.x, keys), _as_list(collection.kind))

    def _pick(self, node: tree.Pick) -> Value:
        collection = self.walked(node.collection)
        if node.which == "item":
            place: p.X = p.Const(Decimal(1))
            if node.count is not None:
                place = self.expressions.resolve(node.count).x
            return Value(p.Operation("item", (place, collection.x)), collection.kind.item)
        if node.count is None:
            return Value(p.Operation(node.which, (collection.x,)), collection.kind.item)
        count = self.expressions.resolve(node.count)
        return Value(
            p.Operation(f"{node.which} n", (count.x, collection.x)), _as_list(collection.kind)
        )

    def _extreme(self, node: tree.Extreme) -> Value:
        collection = self._all_of(node.noun, node)
        with self.state.looking_at(collection.kind.item):
            key = self.expressions.resolve(node.key)
        to = self.expressions.resolve(node.to).x if node.to is not None else None
        return Value(
            p.ExtremeBy(collection.x, node.which, key.x, node.noun, to), collection.kind.item
        )

    def _one(self, node: tree.One) -> Value:
        if node.collection is not None:
            collection = self.walked(node.collection)
        else:
            collection = self._all_of(node.noun, node)
        with self.state.looking_at(collection.kind.item):
            condition = self.expressions.conditions.resolve(node.condition)
        wanted = plain(self.state, node.span) or f"the {node.noun}"
        return Value(
            p.PickOne(p.FilterBy(collection.x, condition), node.noun, wanted),
            collection.kind.item,
        )

    def _all_of(self, noun: str, node: tree.Expr) -> Value:
        """Return the collection that a singular noun is one of."""
        return self.walked(tree.Name(noun, "a", span=node.span))

    def _others(self, node: tree.Others) -> Value:
        collection = self.expressions.resolve(node.collection)
        without = self.expressions.resolve(node.without)
        return Value(
            p.Operation("all except", (collection.x, without.x)), _as_list(collection.kind)
        )

    def _joined(self, node: tree.Joined) -> Value:
        left, right = self.walked(node.left), self.walked(node.right)
        within = self.expressions.resolve(node.within).x if node.within is not None else None
        kind = _as_list(left.kind) if not node.matching else Kind("list", "", Kind("record"))
        codes = tuple(
            tuple(self.state.plan.currencies.get(side.kind.item.noun, {}).items())
            for side in (left, right)
        )
        codes = codes if any(codes) else ()
        return Value(p.JoinBy(left.x, right.x, node.keys, node.matching, within, codes), kind)

    def _range(self, node: tree.Range) -> Value:
        start, end = self.expressions.resolve(node.start), self.expressions.resolve(node.end)
        step = (self.expressions.resolve(node.step).x,) if node.step is not None else ()
        return Value(p.Operation("range", (start.x, end.x, *step)), Kind("list", "", start.kind))


def _as_list(kind: Kind) -> Kind:
    """Return the kind of some of a collection: a new list of the same things."""
    if kind.many:
        return Kind("list", kind.noun, kind.item)
    return collection_of(kind.noun)


def _of_one_field(condition: p.X) -> p.X:
    """Return a filter's condition in which a field compared with a set name of the same words
    (`whose invoice is the invoice's number`) means the set name: the item's own would be itself."""
    if isinstance(condition, p.Logic):
        return p.Logic(condition.op, tuple(_of_one_field(part) for part in condition.parts))
    if isinstance(condition, p.Comparison) and isinstance(condition.left, p.FieldRead):
        own = condition.left
        if isinstance(own.of, p.ItemRead) and own.of.depth == 0:

            def settled(x: p.X) -> p.X:
                if isinstance(x, p.NameOrField) and x.field == own.name:
                    return x.name
                return replaced(x, settled)

            right, extra = settled(condition.right), tuple(settled(x) for x in condition.extra)
            return p.Comparison(condition.op, own, right, extra)
    return condition
