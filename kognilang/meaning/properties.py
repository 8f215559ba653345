"""Properties: what a possessive stands for, and what is known of a thing's fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.language.words import canonical, is_plural, plural, singular
from kognilang.meaning import plan as p
from kognilang.meaning.almost import almost
from kognilang.meaning.kinds import ANY, MONEY, Kind
from kognilang.meaning.matcher import CHUNK
from kognilang.meaning.places import picked, place_of
from kognilang.meaning.state import State, Value
from kognilang.text.source import Span
from kognilang.values.nouns import with_article

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions


class Properties:
    """Resolves possessives."""

    def __init__(self, state: State, expressions: Expressions) -> None:
        self.state = state
        self.expressions = expressions

    def property(self, node: tree.Property) -> Value:
        """Return a property of something, or the value that a definition works out for it."""
        of = node.of
        if not node.quoted:
            called = self._called_property(node)
            if called is not None:
                return called
        value = self.expressions.resolve(of)
        if not node.quoted:
            share = self._share(node, value)
            if share is not None:
                return share
        return self.field(value, node.name, exact=node.quoted)

    def _called_property(self, node: tree.Property) -> Value | None:
        words = node.name.split()
        calls = self.expressions.calls
        if not calls.may_begin(words[0]):
            return None
        chunk = tree.Token(CHUNK, "", node.of.span, "", node.of)
        of = tree.Token("word", "of", node.span, "of")
        begin = [*(tree.Token("word", word, node.span, word) for word in words), of]
        found = calls.noun([*begin, chunk])
        if found is None and isinstance(node.of, tree.Phrase):
            return calls.noun([*begin, *node.of.tokens])
        return found

    def _share(self, node: tree.Property, value: Value) -> Value | None:
        """Return `the late rate of A` where the late rate is a percent."""
        known = self.state.scope.find(node.name)
        kind = known.kind if known is not None else self.state.constants.get(node.name)
        if kind is None or kind.word != "percent" or value.kind.word in ("record", "list", "table"):
            return None
        rate = self.expressions.references.name(tree.Name(node.name, span=node.span))
        return Value(p.Operation("share of", (rate.x, value.x)), value.kind)

    def field(self, of: Value, name: str, *, exact: bool) -> Value:
        """Return the property of a value: of a collection, the list of its things'."""
        if not exact:
            found = self._picked_property(of, name)
            if found is not None:
                return found
        read = self._field_read(of, name, exact=exact)
        noun = of.kind.item.noun if of.kind.many else of.kind.noun
        column = singular(name) if of.kind.many else name
        code = self.state.plan.currencies.get(noun, {}).get(column)
        if code is None:
            return read
        self.state.part(name, f"in {code}, as this text says")
        kind = Kind("list", read.kind.noun, MONEY) if of.kind.many else MONEY
        return Value(p.Operation("in currency", (read.x, p.Const(code))), kind)

    def _picked_property(self, of: Value, name: str) -> Value | None:
        """Return `the invoice's second line` as the second of the invoice's lines."""
        which, _, noun = name.partition(" ")
        many = plural(noun)
        if of.kind.many or not noun or many == noun or place_of(which) is None:
            return None
        lines = self.field_kind(of.kind, many)
        if not lines.many or self._has_field(of.kind, name):
            return None
        return Value(picked(which, p.FieldRead(of.x, many)), lines.item)

    def _field_read(self, of: Value, name: str, *, exact: bool) -> Value:
        if not exact and self.misspelled_field(of.kind.item if of.kind.many else of.kind, name):
            return Value(p.Const(None), ANY)
        if of.kind.many:
            item = of.kind.item
            common = name.removeprefix("most common ")
            if common != name and not exact:
                each = self.field(of, common, exact=False)
                return Value(p.Operation("most common of", (each.x,)), each.kind.item)
            single = name if exact or self._has_field(item, name) else singular(name)
            kind = self.field_kind(item, single)
            inner = kind.item if kind.many else kind
            return Value(p.FieldRead(of.x, single, exact), Kind("list", singular(name), inner))
        kind = self.field_kind(of.kind, canonical(name) if exact else name)
        return Value(p.FieldRead(of.x, name, exact), kind)

    def misspelled_field(self, kind: Kind, name: str) -> bool:
        """Report a property that the kind has not, and that is spelled almost like one it has."""
        state = self.state
        info = state.plan.kinds.get(kind.noun)
        single = singular(name)
        if info is None or kind.word not in ("record", "any"):
            return False
        fields = {canonical(one.name): one.name for one in info.fields}
        fields |= {one: one for one in state.plan.derived.get(kind.noun, {})}
        if {name, single, plural(name)} & fields.keys():
            return False
        near = almost(name, fields) or almost(single, fields)
        at = self._place_of_field(name)
        if near is None or at is None:
            return False
        noun = with_article(kind.noun)
        state.problem(
            "unknown-property",
            f'{noun.capitalize()} has no "{name}". Did you mean "{fields[near]}"?',
            at,
            understood=[f"{noun} has: {', '.join(one.name for one in info.fields)}"],
            candidates=[state.rewritten(at, fields[near])],
            detail=[f"If \"{name}\" is another column that it has, write it in quotes:"
                    f" the {kind.noun}'s \"{name}\"."],
        )  # fmt: skip
        return True

    def _place_of_field(self, name: str) -> Span | None:
        """Return where the sentence at hand names a property, if it does so in these words."""
        if self.state.explaining is None:
            return None
        start, end = self.state.explaining.span
        words = r"[\s_-]+".join(re.escape(word) for word in name.split())
        found = re.search(rf"\b{words}", self.state.source.text[start:end], re.IGNORECASE)
        return (start + found.start(), start + found.end()) if found is not None else None

    def _has_field(self, kind: Kind, name: str) -> bool:
        info = self.state.plan.kinds.get(kind.noun)
        if info is not None and any(canonical(one.name) == name for one in info.fields):
            return True
        return name in self.state.plan.derived.get(kind.noun, {})

    def field_kind(self, of: Kind, name: str) -> Kind:
        """Return what is known of a property's kind from the declared kinds."""
        kinds = self.state.plan.kinds
        info = kinds.get(of.noun)
        if info is None or of.word not in ("record", "any"):
            return Kind("list", singular(name), Kind("any", singular(name))) if (
                is_plural(name) and of.word in ("record", "any") and name.endswith("s")
                and singular(name) in kinds
            ) else ANY  # fmt: skip
        for member in info.fields:
            if canonical(member.name) == name:
                if member.many:
                    noun = member.kind or singular(name)
                    word = "record" if noun in kinds else (member.kind or "any")
                    return Kind("list", singular(name), Kind(word, noun))
                if member.kind in kinds:
                    return Kind("record", member.kind)
                return Kind(member.kind or "any")
        return ANY
