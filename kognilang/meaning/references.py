"""References: what a name stands for, settled when the text is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kognilang.language import tree
from kognilang.language.words import is_plural, plural, singular
from kognilang.meaning import plan as p
from kognilang.meaning.kinds import ANY, Kind, collection_of
from kognilang.meaning.places import picked, place_of
from kognilang.meaning.scopes import Known
from kognilang.meaning.state import State, Value
from kognilang.meaning.stepvalues import report, yields_value
from kognilang.meaning.written import plain

if TYPE_CHECKING:
    from kognilang.meaning.expressions import Expressions


class References:
    """Resolves names."""

    def __init__(self, state: State, expressions: Expressions) -> None:
        self.state = state
        self.expressions = expressions

    # -- names ----------------------------------------------------------------------

    def name(self, node: tree.Name) -> Value:
        """Return what a name stands for; what nothing sets is an input."""
        state = self.state
        if node.determiner == "shared":
            return self._shared(node)
        name = node.name.lower() if node.determiner == "proper" else node.name
        if node.determiner == "another" or name.startswith("other "):
            others = self._others(node, name.removeprefix("other "))
            if others is not None:
                return others
        found = self._owned(name)
        if found is None and name == "folder" and node.determiner == "this":
            found = self._this_folder(node)
        if found is None:
            found = self._known(node, name)
            if found is not None and not node.quoted:
                found = self._or_field(found, name)
        if found is None:
            found = self._composed(node, name)
        if found is None:
            found = self._item_noun(name)
        if found is None and state.filtering and node.determiner != "proper":
            item = state.item(self.innermost())
            state.part(f"the {name}", f"the {item.kind.noun or 'item'}'s {name}")
            return self.expressions.properties.field(item, name, exact=False)
        if found is not None:
            return found
        return self._unset(node, name)

    def _this_folder(self, node: tree.Name) -> Value | None:
        """Return the folder in which the procedure stands; None where the folder of a loop or of
        a definition is meant. Where the text sets the folder, it could be either."""
        state = self.state
        known = state.scope.find("folder")
        if known is not None and known.how != "set":
            return None
        if known is not None:
            state.problem(
                "name-of-two",
                '"this folder" could be the folder that the procedure stands in, or the one that'
                f" is set on line {known.line}",
                node.span,
                candidates=[
                    state.rewritten(node.span, "the folder"),
                    state.rewritten(node.span, 'the folder "."'),
                ],
                detail=['The folder "." is the one that the procedure stands in.'],
            )
        return self._composed(node, "folder")

    def _others(self, node: tree.Name, name: str) -> Value | None:
        """Return `the other orders`: all but the one that a loop or a definition is at."""
        state = self.state
        many, one = plural(name), singular(name)
        known = state.scope.find(many)
        if node.quoted or known is None or not known.kind.many:
            return None
        at = state.scope.find(one)
        if at is not None and at.how != "set":
            current: p.X = p.NameRead(at.plan)
        else:
            item = self._owned(one)
            if item is None:
                state.problem(
                    "others-of-what",
                    f'"the other {many}" are all but which one?',
                    node.span,
                    understood=[f"no loop over the {many} is around this sentence"],
                    candidates=[state.rewritten(node.span, f"the {many} except the first")],
                )
                return Value(p.NameRead(known.plan), known.kind)
            current = item.x
        collection = self.read(known, many)
        state.part(f"the other {many}", f"the {many} without the {one}")
        return Value(p.Operation("all except", (collection.x, current)), known.kind)

    def innermost(self) -> int:
        """Return the place of the item that the innermost filter or the like looks at."""
        places = [at for at, one in enumerate(self.state.items) if one.x is None]
        return places[-1] - len(self.state.items)

    def _owned(self, name: str) -> Value | None:
        """Return the thing that a definition is about, by its noun."""
        state = self.state
        for back in range(1, len(state.items) + 1):
            looked = state.items[-back]
            if looked.owned and looked.kind.noun == name:
                return state.item(-back)
        return None

    def _item_noun(self, name: str) -> Value | None:
        state = self.state
        for back in range(1, len(state.items) + 1):
            if state.items[-back].kind.noun == name:
                return state.item(-back)
        return None

    def _shared(self, node: tree.Name) -> Value:
        state = self.state
        known = state.scope.top.find(node.name)
        if known is None and not state.scope.top.later.get(node.name):
            state.problem(
                "shared-unknown",
                f"None of the main steps sets the {node.name}.",
                node.span,
                understood=['"the shared …" means a name that the main steps set'],
                candidates=[state.rewritten(node.span, f"the {node.name}")],
                detail=[
                    f"Without shared it is a name of this procedure; or set the {node.name} in"
                    " the main steps."
                ],
            )
        plan_name = known.plan if known is not None else node.name
        return Value(p.NameRead(plan_name), known.kind if known is not None else ANY)

    def _known(self, node: tree.Name, name: str) -> Value | None:
        state = self.state
        known = state.scope.find(name)
        if known is not None:
            return self.read(known, name)
        if name in state.constants:
            state.part(f"the {name}", "a constant of this file")
            return Value(p.NameRead(name), state.constants[name])
        if name in state.inputs:
            return Value(p.InputRead(name), Kind("any", name))
        line = state.scope.find_later(name)
        if line:
            state.part(f"the {name}", f"set on line {line}")
            return Value(p.NameRead(name), self._guess(name))
        return None

    def _or_field(self, found: Value, name: str) -> Value:
        """Return a set name as one that, in a filter, could also be the item's own field: what
        the items have is only known when the text is run, and then a person is asked."""
        state = self.state
        if not state.items or not state.items[-1].filters:
            return found
        known = state.scope.find(name)
        line = known.line if known is not None else state.scope.find_later(name)
        how = known.how if known is not None else "set"
        told = f"{how} on line {line}" if line else how
        here = state.line(state.explaining.span) if state.explaining is not None else 0
        key = f"{state.source.name}:{here}:{name}"
        noun = state.items[-1].kind.noun
        return Value(p.NameOrField(found.x, name, key, told, noun), found.kind)

    def _guess(self, name: str) -> Kind:
        return collection_of(singular(name)) if is_plural(name) else Kind("any", name)

    def read(self, known: Known, label: str) -> Value:
        """Return the value of a known name, and note that it was mentioned."""
        state = self.state
        read = p.NameRead(known.plan)
        state.mention(label, read, known.kind)
        state.part(f"the {label}", known.whence)
        return Value(read, known.kind)

    def _composed(self, node: tree.Name, name: str) -> Value | None:
        """Return what a name means that is made of known ones: adjectives over a collection, a
        value of the file's own or of a book, one of a collection by place, a person."""
        found = self._adjectives(node, name) or self._picked(name)
        if found is not None:
            return found
        words = name.split()
        if node.determiner == "this":
            # `this folder` is the procedure's own: here the determiner is part of the wording.
            words.insert(0, "this")
        called = self.expressions.calls.noun(
            [tree.Token("word", word, node.span, word) for word in words]
        )
        if called is not None:
            return called
        person = self.expressions.people.of_settings(node)
        if person is not None:
            return person
        if node.determiner == "each":
            from kognilang.meaning.unset import each_outside

            each_outside(self.state, node, name)
            return Value(p.Const(None), ANY)
        return None

    def _adjectives(self, node: tree.Name, name: str) -> Value | None:
        """Return `the overdue invoices` as those of the invoices that are overdue."""
        state = self.state
        words = name.split()
        for cut in range(1, len(words)):
            rest = " ".join(words[cut:])
            known = state.scope.find(rest)
            if known is None or not known.kind.many:
                continue
            adjective = " ".join(words[:cut])
            with state.looking_at(known.kind.item), state.trying() as trial:
                test = self.expressions.conditions.adjective(state.item(), adjective, node)
                trial.kept = test is not None
            if test is not None:
                collection = self.read(known, rest)
                state.part(adjective, "an adjective: only those for which it holds")
                return Value(p.FilterBy(collection.x, test), known.kind)
        return None

    def _picked(self, name: str) -> Value | None:
        """Return `the first order` where it was read as a name."""
        which, _, noun = name.partition(" ")
        place = place_of(which)
        if place is None or not noun:
            return None
        known = self.state.scope.collection(noun)
        if known is None:
            return None
        collection = self.read(known, known.name)
        return Value(picked(which, collection.x), known.kind.item)

    def _unset(self, node: tree.Name, name: str) -> Value:
        """Take a name that nothing sets as an input, unless it is almost a known one."""
        from kognilang.meaning.unset import near_known, unknown_proper

        state = self.state
        if node.determiner == "proper":
            unknown_proper(state, node)
            return Value(p.Const(node.name), ANY)
        if not node.quoted and near_known(state, node, name):
            return Value(p.InputRead(name), ANY)
        bare = " " in name and plain(state, node.span).lower() == name
        if bare and yields_value(state, self.expressions, name):
            report(state, node.span, name)
            return Value(p.Const(None), ANY)
        state.inputs.setdefault(name, state.line(node.span))
        state.part(f"the {name}", "an input: nothing in the text sets it")
        read = p.InputRead(name)
        kind = self._guess(name)
        state.mention(name, read, kind)
        return Value(read, kind)
