"""Makes nodes of the tree while the parser reduces: one method for each rule of the grammar.

A predicate, a refinement and an ending are made before what they are said of is known to
them, so they are functions from it to the node.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from kognilang.language.rewriting import of_item, rewritten
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.language.tree import (
    And,
    Arithmetic,
    Blank,
    Change,
    Compare,
    Cond,
    Constant,
    Copy,
    DateLiteral,
    Distinct,
    DurationLiteral,
    Exists,
    Expr,
    Extreme,
    Fail,
    Filter,
    Form,
    Grouped,
    Is,
    Item,
    Joined,
    ListValue,
    MomentLiteral,
    MoneyLiteral,
    Name,
    Not,
    Nothing,
    Number,
    One,
    Or,
    Others,
    PercentLiteral,
    Phrase,
    Pick,
    Property,
    Quantified,
    Return,
    Save,
    Say,
    Setting,
    Show,
    Sorted,
    Step,
    Stop,
    Tell,
    Text,
    Token,
    YesNo,
)
from kognilang.language.words import ORDINALS, is_plural, plural, singular
from kognilang.text.source import Span

Said = Callable[[Expr], Cond]
Refine = Callable[[Expr], Expr]
Kids = list[Any]

_now: list[tuple[Token, ...]] = []
"""The tokens of the sentences being parsed, the innermost last: phrases are cut from them."""


bare: list[Span] = []
"""Where the last parse met a name without an article."""


def _over(kids: Kids) -> Span:
    return (kids[0].span[0], kids[-1].span[1])


class Spanned:
    """A function with the span of the words that it was made of."""

    __slots__ = ("apply", "negated", "span")

    def __init__(self, apply: Callable[[Expr], Any], span: Span, negated: bool = False) -> None:
        self.apply = apply
        self.span = span
        self.negated = negated


class Builder:
    """The callbacks of the parser; Lark calls the method named like the rule or its alias."""

    # -- values -----------------------------------------------------------------------

    def literal(self, kids: Kids) -> Expr:
        return kids[0].value  # type: ignore[no-any-return]

    constant = literal

    def name(self, kids: Kids) -> Expr:
        terminal = kids[0]
        if terminal.type == "WORDS":
            bare.append(terminal.span)
            return Name(terminal.value, "", span=terminal.span)
        return terminal.value  # type: ignore[no-any-return]

    def parenthesised(self, kids: Kids) -> Any:
        inner = kids[1]
        if isinstance(inner, Cond):
            inner = _settled(inner)
            inner.span = _over(kids)
            return _Paren(inner, span=inner.span)
        inner.span = _over(kids)
        return inner

    def paren_list(self, kids: Kids) -> Expr:
        return ListValue((*kids[1], kids[3]), "and", span=_over(kids))

    def first_item(self, kids: Kids) -> list[Expr]:
        return [kids[0]]

    def next_item(self, kids: Kids) -> list[Expr]:
        kids[0].append(kids[2])
        return kids[0]  # type: ignore[no-any-return]

    def listed(self, kids: Kids) -> Expr:
        items = (*kids[0], kids[2])
        first = items[0]
        if type(first) is Form and first.name in _AGGREGATES and _is_literal(first.args[0]):
            # The largest of 1, 2 and 3: one value cannot be what is meant.
            of = (first.args[0], *items[1:])
            inner = ListValue(of, kids[1].value, span=(of[0].span[0], of[-1].span[1]))
            return Form(first.name, (inner,), span=(first.span[0], of[-1].span[1]))
        return ListValue(items, kids[1].value, span=(items[0].span[0], items[-1].span[1]))

    def listing(self, kids: Kids) -> list[Expr]:  # pragma: no cover - both forms have aliases
        return kids

    def arithmetic(self, kids: Kids) -> Expr:
        left, sign, right = kids
        span = _over(kids)
        if sign.value == "followed by":
            return Form("followed by", (left, right), span=span)
        if sign.value == "all except":
            return Others(left, right, span=span)
        return Arithmetic(sign.value, left, right, span=span)

    def except_some(self, kids: Kids) -> Expr:
        left, sign, places = kids
        if sign.value != "all except":
            raise NotParsed("unfinished", places.span, {})
        which, count = places.value
        return Others(left, Pick(which, count, left, span=places.span), span=_over(kids))

    def sum_ended(self, kids: Kids) -> Expr:
        ended: Expr = kids[-1].apply(kids[0])
        ended.span = _over(kids)
        return ended

    ended = sum_ended

    def refined(self, kids: Kids) -> Expr:
        of, spanned = kids
        place = _one_of_several(of)
        if place is None:
            return self.sum_ended(kids)
        # Picking comes last: in `the first order sorted by date` the sorting comes first.
        which, count, collection = place
        refined: Expr = spanned.apply(collection)
        if not isinstance(refined, Sorted):
            return self.sum_ended(kids)
        refined.span = _over(kids)
        return Pick(which, count, refined, span=refined.span)

    def ending(self, kids: Kids) -> Spanned:
        span = _over(kids)
        how = kids[0].value
        if kids[0].type == "ROUND_TO":
            places = kids[1].value
            return Spanned(lambda of: Form(how, (of, places)), span)
        if kids[0].type == "ENDING_BY":
            mark = kids[1]
            return Spanned(lambda of: Form(how, (of, mark)), span)
        if kids[0].type == "WITH_TEXT":
            old, new = kids[1], kids[3]
            return Spanned(lambda of: Form("replaced", (of, old, new)), span)
        if how == "counting both":
            return Spanned(_counting_both, span)
        if type(how) is tuple:
            name, more = how
            extra = Number(Decimal(more)) if type(more) is int else Text((str(more),))
            return Spanned(lambda of: Form(name, (of, extra)), span)
        return Spanned(lambda of: Form(how, (of,)), span)

    def shifted(self, kids: Kids) -> Expr:
        return Form(kids[1].value, (kids[0], kids[2]), span=_over(kids))

    def ago(self, kids: Kids) -> Expr:
        return Form("ago", (kids[0],), span=_over(kids))

    def later(self, kids: Kids) -> Expr:
        return Form("in", (kids[1].value,), span=_over(kids))

    def moment(self, kids: Kids) -> Expr:
        return MomentLiteral(kids[0], kids[2], span=_over(kids))

    def property_of(self, kids: Kids) -> Expr:
        name, of = kids[0].value, kids[2]
        if name.determiner == "each" and name.name != "one" and _several(of):
            # Every fee of the orders: the orders' fees.
            return Property(of, plural(name.name), name.quoted, span=_over(kids))
        if name.determiner not in ("the", "a", ""):
            # Each total of the order: the property of one thing is one.
            raise NotParsed("not-understood", kids[1].span, {})
        if type(of) is Distinct and not of.keys:
            # The customers of the orders without duplicates: no two customers alike.
            several = Property(of.collection, name.name, name.quoted, span=_over(kids))
            return Distinct(several, span=several.span)
        return Property(of, name.name, name.quoted, span=_over(kids))

    def share_of(self, kids: Kids) -> Expr:
        return Form("share of", (kids[0].value, kids[2]), span=_over(kids))

    def form_of(self, kids: Kids) -> Expr:
        return Form(kids[0].value, (kids[1],), span=_over(kids))

    def pick(self, kids: Kids) -> Expr:
        which, count = kids[0].value
        if which.endswith(" of"):
            return Form(which, (count, kids[1]), span=_over(kids))
        return Pick(which, count, kids[1], span=_over(kids))

    def copy_of(self, kids: Kids) -> Expr:
        return Copy(kids[1], span=_over(kids))

    def form_pair(self, kids: Kids) -> Expr:
        return Form(kids[0].value, (kids[1], kids[3]), span=_over(kids))

    def text_at(self, kids: Kids) -> Expr:
        return Form(kids[0].value, (kids[3], kids[1]), span=_over(kids))

    def text_between(self, kids: Kids) -> Expr:
        return Form("text between", (kids[5], kids[1], kids[3]), span=_over(kids))

    def property(self, kids: Kids) -> Expr:
        return Property(kids[0], kids[2].value, span=_over(kids))

    def heading(self, kids: Kids) -> Expr:
        return Property(kids[0], kids[2].value, True, span=_over(kids))

    def phrase(self, kids: Kids) -> Expr:
        start, end = _over(kids)
        head = kids[0]
        if type(head) is Phrase:
            start = head.span[0]
        elif type(head) is YesNo:
            # `no t "a"`: `no` counts or denies, and begins no phrase.
            raise NotParsed("not-understood", head.span, {})
        tokens = tuple(t for t in _now[-1] if start <= t.span[0] and t.span[1] <= end)
        if kids[-1].value == "at" and kids[-1].type == "PREP":
            # `the total at least 5`: a comparison without its verb, no phrase.
            after = next((t for t in _now[-1] if t.span[0] >= end), None)
            if after is not None and after.text in ("least", "most"):
                raise NotParsed("not-understood", after.span, {})
        return Phrase(tokens, span=(start, end))

    def part(self, kids: Kids) -> Terminal:
        return kids[0]  # type: ignore[no-any-return]

    # -- collections ------------------------------------------------------------------

    def filtered(self, kids: Kids) -> Expr:
        base, spanned = kids
        return described(base, spanned.apply(Item()), _over(kids))

    def nested_filter(self, kids: Kids) -> Expr:
        condition = of_item(kids[3].apply(kids[2]))
        return described(kids[0], condition, _over(kids))

    def sorted_by(self, kids: Kids) -> Spanned:
        keys = kids[1].value
        return Spanned(lambda of: Sorted(of, keys), _over(kids))

    def ordered(self, kids: Kids) -> Spanned:
        keys = ((Item(), bool(kids[0].value)),)
        return Spanned(lambda of: Sorted(of, keys), _over(kids))

    sorted_plain = ordered

    def grouped_by(self, kids: Kids) -> Spanned:
        key = kids[1].value[0][0]
        return Spanned(lambda of: Grouped(of, key), _over(kids))

    def distinct(self, kids: Kids) -> Spanned:
        keys = tuple(key for key, _ in kids[1].value) if len(kids) > 1 else ()
        return Spanned(lambda of: Distinct(of, keys), _over(kids))

    def extreme(self, kids: Kids) -> Spanned:
        which, words = kids[0].value
        key = Property(Item(), words, span=kids[0].span)
        return Spanned(lambda of: _extreme(of, which, key, None), _over(kids))

    def closest(self, kids: Kids) -> Spanned:
        name, to = kids[1].value, kids[3]
        key = Property(Item(), name.name, name.quoted, span=kids[1].span)
        target = to.value if isinstance(to, Terminal) else to
        return Spanned(lambda of: _extreme(of, "closest", key, target), _over(kids))

    def closest_itself(self, kids: Kids) -> Spanned:
        target = kids[1].value if isinstance(kids[1], Terminal) else kids[1]
        return Spanned(lambda of: _extreme(of, "closest", Item(), target), _over(kids))

    def joined_with(self, kids: Kids) -> Spanned:
        right, names = kids[1], _names(kids[2])
        return Spanned(lambda of: Joined(of, right, names), _over(kids))

    def with_no(self, kids: Kids) -> Spanned:
        right = Name(plural(kids[0].value[1]), span=kids[0].span)
        names = _names(kids[2])
        within = kids[4] if len(kids) > 3 else None
        return Spanned(lambda of: Joined(of, right, names, False, within), _over(kids))

    # -- filters ------------------------------------------------------------------------

    def path_first(self, kids: Kids) -> Expr:
        return Property(Item(), kids[0].value, kids[0].type == "HEADING", span=_over(kids))

    def filter_whose(self, kids: Kids) -> Spanned:
        path, said = kids[1], kids[2]
        return _Filtering(path, said.apply, _over(kids))

    def filter_that(self, kids: Kids) -> Spanned:
        return _Filtering(Item(), kids[1].apply, _over(kids))

    def filter_decided(self, kids: Kids) -> Spanned:
        decided = kids[0].value
        return _Filtering(Item(), lambda subject: decided, _over(kids))

    def filter_where(self, kids: Kids) -> Spanned:
        return _Filtering(kids[1], kids[2].apply, _over(kids))

    def same_subject(self, kids: Kids) -> Spanned:
        return kids[0]  # type: ignore[no-any-return]

    def _joined_filter(self, kids: Kids, joint: str) -> Spanned:
        before, more = kids[0], kids[2]
        if not isinstance(more, _Filtering):
            more = _Filtering(before.subject, more.apply, more.span)
        joined: Spanned = before.and_then(more, joint, kids[1].span, _over(kids))
        return joined

    def filter_and(self, kids: Kids) -> Spanned:
        return self._joined_filter(kids, "and")

    def filter_or(self, kids: Kids) -> Spanned:
        return self._joined_filter(kids, "or")

    def filter_value(self, kids: Kids) -> Spanned:
        filtering: _Filtering = kids[0]
        filtering.another(kids[2], kids[1].value or "", kids[1].span)
        filtering.span = _over(kids)
        return filtering

    # -- predicates ---------------------------------------------------------------------

    def is_value(self, kids: Kids) -> Spanned:
        return _comparison("=", kids[0].value, kids[1], (), _over(kids))

    def is_compared(self, kids: Kids) -> Spanned:
        op, negated = kids[0].value
        return _comparison(op, negated, kids[1], (), _over(kids))

    def is_between(self, kids: Kids) -> Spanned:
        return _comparison("between", kids[0].value[1], kids[1], (kids[3],), _over(kids))

    def is_within(self, kids: Kids) -> Spanned:
        return _comparison("within", kids[0].value[1], kids[3], (kids[1],), _over(kids))

    def is_share(self, kids: Kids) -> Spanned:
        op, amount, negated = kids[0].value
        return _comparison(op, negated, kids[1], (amount,), _over(kids))

    def is_words(self, kids: Kids) -> Spanned:
        words, negated, article = kids[0].value
        return _saying(lambda of: Is(of, words, article), negated, _over(kids))

    def is_either_words(self, kids: Kids) -> Spanned:
        words, negated, article = kids[0].value
        other, joint = kids[2].value, kids[1].value
        kind = Or if joint == "or" else And
        first, second = kids[0].span, kids[2].span

        def say(of: Expr) -> Cond:
            start = min(of.span[0], first[0]) if of.span[1] else first[0]
            one = Is(of, words, article, span=(start, first[1]))
            return kind((one, Is(of, other, article, span=second)))

        return _saying(say, negated, _over(kids))

    def is_blank(self, kids: Kids) -> Spanned:
        said = _saying(lambda of: Blank(of), kids[0].value[1], _over(kids))
        said.negated = False
        return said

    def has(self, kids: Kids) -> Spanned:
        words, negated, denied = kids[0].value
        span = _over(kids)
        said = _saying(lambda of: Blank(Property(of, words, span=span)), not negated, span)
        said.negated = denied
        return said

    def exists(self, kids: Kids) -> Spanned:
        return _saying(lambda of: Exists(of), kids[0].value[1], _over(kids))

    def one_predicate(self, kids: Kids) -> list[tuple[str, Spanned]]:
        return [("", kids[0])]

    def more_predicates(self, kids: Kids) -> list[tuple[str, Spanned]]:
        kids[0].append((kids[1].value, kids[2]))
        return kids[0]  # type: ignore[no-any-return]

    # -- conditions ---------------------------------------------------------------------

    def clause(self, kids: Kids) -> Cond:
        each = _owner(kids[0])
        if each is None:
            return _predicated(kids[0], kids[1])
        # The total of each order is 5: it is said of every order.
        _refuse_every_not("every", kids)
        collection = Name(plural(singular(each.name)), span=each.span)
        path = rewritten(kids[0], lambda node: Item(span=node.span) if node is each else None)
        condition = of_item(_predicated(path, kids[1]))
        return Quantified("every", collection, condition, span=_whole(kids))

    def quantified(self, kids: Kids) -> Cond:
        how, count = kids[0].value
        _refuse_every_not(how, kids)
        condition = of_item(_predicated(Item(), kids[2]))
        return Quantified(how, kids[1].value, condition, count, span=_whole(kids))

    def quantified_path(self, kids: Kids) -> Cond:
        how, count = kids[0].value
        _refuse_every_not(how, kids)
        condition = of_item(_predicated(kids[3], kids[4]))
        return Quantified(how, kids[1].value, condition, count, span=_whole(kids))

    def quantified_filter(self, kids: Kids) -> Cond:
        how, count = kids[0].value
        condition = of_item(_predicated(Item(), kids[3]))
        found = Filter(kids[1].value, kids[2].apply(Item()), span=_whole(kids[1:3]))
        return Quantified(how, found, condition, count, span=_whole(kids))

    def quantified_of(self, kids: Kids) -> Cond:
        how, count = kids[0].value
        _refuse_every_not(how, kids)
        condition = of_item(_predicated(Item(), kids[2]))
        return Quantified(how, kids[1], condition, count, span=_whole(kids))

    def there_is(self, kids: Kids) -> Cond:
        found = Exists(kids[1], span=_over(kids))
        return Not(found, span=found.span) if kids[0].value else found

    def not_clause(self, kids: Kids) -> Cond:
        if isinstance(kids[1], And | Or):
            raise NotParsed("not-over-several", kids[0].span, {})
        return _NotClause(_settled(kids[1]), span=_over(kids))

    def either(self, kids: Kids) -> Cond:
        return _Either((_settled(kids[1]), _settled(kids[3])), span=_over(kids))

    def neither(self, kids: Kids) -> Cond:
        parts = (_settled(kids[1]), _settled(kids[3]))
        span = _over(kids)
        return Not(Or(parts, span=span), span=span)

    def there_are(self, kids: Kids) -> Cond:
        op, count, negated = kids[0].value
        number = Form("number of", (kids[1],), span=kids[1].span)
        found: Cond = Compare(op, number, count, span=_over(kids))
        return Not(found, span=found.span) if negated else found

    def two(self, kids: Kids) -> Cond:
        kind = And if kids[1].value == "and" else Or
        first, second = kids[0], kids[2]
        if type(first) is _Either:
            raise NotParsed("mixed-and-or", kids[1].span, {})
        if type(first) is _NotClause:
            raise NotParsed("not-over-several", _over(kids), {})
        return kind((_settled(first), _settled(second)), span=_over(kids))

    def more(self, kids: Kids) -> Cond:
        before: And | Or = kids[0]
        return type(before)((*before.parts, _settled(kids[2])), span=_over(kids))

    # -- steps --------------------------------------------------------------------------

    def setting(self, kids: Kids) -> Step:
        return Setting(kids[1], kids[3], kids[0].value, span=_over(kids))

    def setting_is(self, kids: Kids) -> Step:
        if kids[1].value:
            raise NotParsed("not-a-step", kids[1].span, {})
        return Setting(kids[0], kids[2], "is", span=_over(kids))

    def setting_blank(self, kids: Kids) -> Step:
        if kids[1].value[1]:
            # The number is not blank: nothing is set by that.
            raise NotParsed("comparison-is-no-step", kids[1].span, {})
        nothing = Nothing(span=kids[1].span)
        return Setting(kids[0], nothing, "is", span=_over(kids))

    def constant_is(self, kids: Kids) -> Step:
        name = kids[0].name if type(kids[0]) is Name else ""
        if not name:
            raise NotParsed("constant-needs-a-name", kids[0].span, {})
        return Constant(name, kids[2], span=_over(kids))

    def change_target_last(self, kids: Kids) -> Step:
        return Change(kids[0].value, kids[3], kids[1], span=_over(kids))

    def change_target_first(self, kids: Kids) -> Step:
        return Change(kids[0].value, kids[1], kids[3], span=_over(kids))

    def call(self, kids: Kids) -> Step:
        return Setting(kids[3].value, kids[1], "call", span=_over(kids))

    def tell(self, kids: Kids) -> Step:
        return Tell(kids[1], kids[3], span=_over(kids))

    def save(self, kids: Kids) -> Step:
        return Save(kids[1], kids[3] if len(kids) > 2 else None, span=_over(kids))

    def say(self, kids: Kids) -> Step:
        return Say(kids[1], span=_over(kids))

    def show(self, kids: Kids) -> Step:
        return Show(kids[1], span=_over(kids))

    def return_value(self, kids: Kids) -> Step:
        return Return(kids[1], span=_over(kids))

    def fail(self, kids: Kids) -> Step:
        return Fail(kids[1], span=_over(kids))

    def stop_because(self, kids: Kids) -> Step:
        return Stop(kids[1], span=_over(kids))


# -- what the rules share ---------------------------------------------------------------


class _Either(Or):
    """An `either … or …` that has not yet been found to stand in its place."""

    __slots__ = ()


class _NotClause(Not):
    """A `not` before a whole clause, which must not be followed by another clause."""

    __slots__ = ()


class _Paren(Cond):
    """A condition in parentheses."""

    __slots__ = ("inner",)

    def __init__(self, inner: Cond, span: Span) -> None:
        self.inner = inner
        self.span = span


def _settled(part: Cond) -> Cond:
    if type(part) is _Paren:
        return part.inner
    if type(part) is _Either:
        return Or(part.parts, span=part.span)
    return Not(part.part, span=part.span) if type(part) is _NotClause else part


def settled(part: Cond) -> Cond:
    """Return a finished condition without the marks of `either`, `not` and parentheses."""
    return _settled(part)


class _Filtering(Spanned):
    """A filter in the making: its subject, and what has been said of the items so far."""

    __slots__ = ("joint", "parts", "says", "subject")

    def __init__(self, subject: Expr, say: Said, span: Span) -> None:
        self.subject = subject
        self.parts: list[Cond] = [say(subject)]
        self.joint = ""
        self.says = say
        super().__init__(lambda item: self.condition(), span)

    def and_then(self, more: _Filtering, joint: str, at: Span, span: Span) -> _Filtering:
        if self.joint not in ("", joint):
            raise NotParsed("mixed-and-or", at, {})
        self.joint = joint
        self.parts.extend(more.parts)
        self.subject = more.subject
        self.span = span
        return self

    def another(self, value: Expr, joint: str, at: Span) -> None:
        """Add a value to the last comparison (`or "held"`)."""
        last = self.parts[-1]
        negated = type(last) is Not
        compare = last.part if isinstance(last, Not) else last
        if type(compare) is not Compare or compare.op not in ("=", "in"):
            if type(compare) is Compare and joint == "or" and not negated:
                if self.joint not in ("", "or"):
                    raise NotParsed("mixed-and-or", at, {})
                self.joint = "or"
                self.parts.append(Compare(compare.op, compare.left, value, compare.extra))
                return
            raise NotParsed("mixed-and-or", at, {})
        if compare.op == "=" or type(compare.right) is not ListValue:
            items: tuple[Expr, ...] = (compare.right, value)
        else:
            items = (*compare.right.items, value)
        span = (items[0].span[0], value.span[1])
        new: Cond = Compare(
            "in", compare.left, ListValue(items, "or", span=span), span=compare.span
        )
        self.parts[-1] = Not(new, span=last.span) if negated else new

    def condition(self) -> Cond:
        parts = tuple(of_item(part) for part in self.parts)
        if len(parts) == 1:
            return parts[0]
        return (And if self.joint == "and" else Or)(parts, span=self.span)


_AGGREGATES = frozenset(
    f"{word} of"
    for word in ("number", "total", "average", "largest", "smallest", "latest", "earliest")
)


def _is_literal(value: Expr) -> bool:
    return isinstance(value, Number | MoneyLiteral | PercentLiteral | DateLiteral | DurationLiteral)


def _refuse_every_not(how: str, kids: Kids) -> None:
    """Raise NotParsed for `every order is not open`: none, or not all?"""
    if how == "every" and any(said.negated for _, said in kids[-1]):
        raise NotParsed("every-is-not", _whole(kids), {})


def _owner(subject: Expr) -> Name | None:
    """Return the `each order` whose property a subject is, or None."""
    if type(subject) is not Property:
        return None
    of: Expr = subject
    while type(of) is Property:
        of = of.of
    return of if type(of) is Name and of.determiner == "each" else None


def _names(terminal: Any) -> tuple[str, ...]:
    return tuple(key.name for key, _ in terminal.value)


def _whole(kids: Kids) -> Span:
    last = kids[-1]
    end = last[-1][1].span[1] if isinstance(last, list) else last.span[1]
    return (kids[0].span[0], end)


def _counting_both(of: Expr) -> Expr:
    if type(of) is Form and of.name.startswith(("days ", "business days ")):
        return Form(f"{of.name} counting both", of.args)
    raise NotParsed("counting-both", of.span, {})


def described(base: Expr, condition: Cond, span: Span) -> Expr:
    """Return what a filter over a base is: several things, or the one that fits."""
    if type(base) is Name and not base.quoted:
        if base.determiner == "each" or is_plural(base.name):
            noun = Name(plural(base.name), "the", span=base.span)
            if base.determiner not in ("each", "a"):
                noun.determiner = base.determiner
            return Filter(noun, condition, span=span)
        first, _, rest = base.name.partition(" ")
        if rest and (first in ORDINALS or first == "last"):
            collection = Filter(Name(plural(rest), span=base.span), condition, span=span)
            which, count = _place(first)
            return Pick(which, count, collection, span=span)
        return One(base.name.lower(), condition, span=span)
    if type(base) is Property and not is_plural(base.name):
        many = Property(base.of, plural(base.name), base.quoted, span=base.span)
        return One(base.name, condition, many, span=span)
    return Filter(base, condition, span=span)


def _one_of_several(of: Expr) -> tuple[str, Expr | None, Expr] | None:
    """Return `the first order` as its place and the collection that it is picked from."""
    if type(of) is not Name or of.quoted or of.determiner != "the" or is_plural(of.name):
        return None
    first, _, rest = of.name.partition(" ")
    if not rest or not (first in ORDINALS or first == "last"):
        return None
    return (*_place(first), Name(plural(rest), span=of.span))


def _place(word: str) -> tuple[str, Expr | None]:
    if word in ("first", "last"):
        return word, None
    return "item", Number(Decimal(ORDINALS[word]))


def _extreme(of: Expr, which: str, key: Expr, to: Any) -> Expr:
    if type(of) is Name:
        return Extreme(singular(of.name), which, key, to)
    if type(of) is One:
        return Extreme(
            of.noun,
            which,
            key,
            to,
            Filter(
                of.collection or Name(plural(of.noun), span=of.span), of.condition, span=of.span
            ),
        )
    if type(of) is Property:
        many = Property(of.of, plural(of.name), of.quoted, span=of.span)
        return Extreme(singular(of.name), which, key, to, many)
    return Extreme("item", which, key, to, of)


def _saying(say: Callable[[Expr], Cond], negated: bool, span: Span) -> Spanned:
    def said(of: Expr) -> Cond:
        condition = say(of)
        condition.span = (min(of.span[0], span[0]) if of.span[1] else span[0], span[1])
        if not negated:
            return condition
        return Not(condition, span=condition.span)

    return Spanned(said, span, negated)


def _comparison(
    op: str, negated: bool, right: Expr, extra: tuple[Expr, ...], span: Span
) -> Spanned:
    """Return what is said of a value by comparing it; several values are told apart here."""
    if type(right) is ListValue and not right.items and op == "=":
        return _saying(lambda of: Blank(of), negated, span)
    if type(right) is ListValue:
        if op == "in":
            right = ListValue(right.items, "or", span=right.span)
        elif op == "=" and right.joint == "or":
            op = "in"
        elif op not in ("=", "all in"):
            kind = Or if right.joint == "or" else And
            items = right.items

            def say(of: Expr) -> Cond:
                return kind(tuple(Compare(op, of, item, extra) for item in items))

            return _saying(say, negated, span)
    elif op == "=" and type(right) is Nothing:
        return _saying(lambda of: Blank(of), negated, span)
    final = right
    return _saying(lambda of: Compare(op, of, final, extra), negated, span)


def _predicated(subject: Expr, said: list[tuple[str, Spanned]]) -> Cond:
    parts: tuple[Cond, ...] = tuple(spanned.apply(subject) for _, spanned in said)
    if len(parts) == 1:
        return parts[0]
    joints = {joint for joint, _ in said[1:]}
    if len(joints) > 1:
        raise NotParsed("mixed-and-or", said[-1][1].span, {})
    span = (parts[0].span[0], parts[-1].span[1])
    return (And if joints == {"and"} else Or)(parts, span=span)


def parsing(tokens: tuple[Token, ...]) -> None:
    """Note the tokens that the next parse is made of."""
    bare.clear()
    _now.append(tokens)


def parsed() -> None:
    """Forget the tokens of the parse that has ended."""
    _now.pop()


__all__ = ["Builder", "described", "parsed", "parsing", "settled"]


def _several(value: Expr) -> bool:
    """Tell whether a value is several things by its words alone."""
    if isinstance(value, Filter | Sorted | Others | Distinct):
        return True
    if isinstance(value, Pick):
        return value.count is not None and value.which != "item"
    return isinstance(value, Name | Property) and is_plural(value.name)
