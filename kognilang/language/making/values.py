"""The rules for values, collections and filters."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kognilang.language.making.at_hand import bare, between, now
from kognilang.language.making.described import (
    AGGREGATES,
    counting_both,
    described,
    extreme_of,
    is_literal,
    is_several,
    names_of,
    one_of_several,
    unordered,
)
from kognilang.language.making.said import (
    Filtering,
    Parenthesised,
    settled,
)
from kognilang.language.making.spanned import Kids, Spanned, over
from kognilang.language.rewriting import of_item
from kognilang.language.terminals import NotParsed, Terminal
from kognilang.language.tree import (
    Arithmetic,
    Cond,
    Copy,
    Distinct,
    Expr,
    Form,
    Grouped,
    Item,
    Joined,
    ListValue,
    MomentLiteral,
    Name,
    Number,
    Others,
    Phrase,
    Pick,
    Property,
    Sorted,
    Text,
    YesNo,
)
from kognilang.language.words import RESERVED, plural


class Values:
    """The rules for values, collections and filters."""

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
            inner = settled(inner)
            inner.span = over(kids)
            return Parenthesised(inner, span=inner.span)
        inner.span = over(kids)
        return inner

    def paren_list(self, kids: Kids) -> Expr:
        return ListValue((*kids[1], kids[3]), "and", span=over(kids))

    def first_item(self, kids: Kids) -> list[Expr]:
        return [kids[0]]

    def next_item(self, kids: Kids) -> list[Expr]:
        kids[0].append(kids[2])
        return kids[0]  # type: ignore[no-any-return]

    def listed(self, kids: Kids) -> Expr:
        items = (*kids[0], kids[2])
        first = items[0]
        if type(first) is Form and first.name in AGGREGATES and is_literal(first.args[0]):
            # The largest of 1, 2 and 3: one value cannot be what is meant.
            of = (first.args[0], *items[1:])
            inner = ListValue(of, kids[1].value, span=(of[0].span[0], of[-1].span[1]))
            return Form(first.name, (inner,), span=(first.span[0], of[-1].span[1]))
        return ListValue(items, kids[1].value, span=(items[0].span[0], items[-1].span[1]))

    def listing(self, kids: Kids) -> list[Expr]:  # pragma: no cover - both forms have aliases
        return kids

    def arithmetic(self, kids: Kids) -> Expr:
        left, sign, right = kids
        span = over(kids)
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
        return Others(left, Pick(which, count, left, span=places.span), span=over(kids))

    def sum_ended(self, kids: Kids) -> Expr:
        ended: Expr = kids[-1].apply(kids[0])
        ended.span = over(kids)
        return ended

    ended = sum_ended

    def refined(self, kids: Kids) -> Expr:
        of, spanned = kids
        place = one_of_several(of)
        if place is None:
            return self.sum_ended(kids)
        # Picking comes last: in `the first order sorted by date` the sorting comes first.
        which, count, collection = place
        refined: Expr = spanned.apply(collection)
        if not isinstance(refined, Sorted):
            return self.sum_ended(kids)
        refined.span = over(kids)
        return Pick(which, count, refined, span=refined.span)

    def ending(self, kids: Kids) -> Spanned:
        span = over(kids)
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
            return Spanned(counting_both, span)
        if type(how) is tuple:
            name, more = how
            extra = Number(Decimal(more)) if type(more) is int else Text((str(more),))
            return Spanned(lambda of: Form(name, (of, extra)), span)
        return Spanned(lambda of: Form(how, (of,)), span)

    def shifted(self, kids: Kids) -> Expr:
        return Form(kids[1].value, (kids[0], kids[2]), span=over(kids))

    def ago(self, kids: Kids) -> Expr:
        return Form("ago", (kids[0],), span=over(kids))

    def later(self, kids: Kids) -> Expr:
        return Form("in", (kids[1].value,), span=over(kids))

    def moment(self, kids: Kids) -> Expr:
        return MomentLiteral(kids[0], kids[2], span=over(kids))

    def property_of(self, kids: Kids) -> Expr:
        name, of = kids[0].value, kids[2]
        if name.determiner == "each" and name.name != "one" and is_several(of):
            # Every fee of the orders: the orders' fees.
            return Property(of, plural(name.name), name.quoted, span=over(kids))
        if name.determiner not in ("the", "a", ""):
            # Each total of the order: the property of one thing is one.
            raise NotParsed("not-understood", kids[1].span, {})
        if type(of) is Distinct and not of.keys:
            # The customers of the orders without duplicates: no two customers alike.
            several = Property(of.collection, name.name, name.quoted, span=over(kids))
            return Distinct(several, span=several.span)
        return Property(of, name.name, name.quoted, span=over(kids))

    def share_of(self, kids: Kids) -> Expr:
        return Form("share of", (kids[0].value, kids[2]), span=over(kids))

    def form_of(self, kids: Kids) -> Expr:
        return Form(kids[0].value, (kids[1],), span=over(kids))

    def pick(self, kids: Kids) -> Expr:
        which, count = kids[0].value
        if which.endswith(" of"):
            return Form(which, (count, kids[1]), span=over(kids))
        return Pick(which, count, kids[1], span=over(kids))

    def copy_of(self, kids: Kids) -> Expr:
        return Copy(kids[1], span=over(kids))

    def form_pair(self, kids: Kids) -> Expr:
        return Form(kids[0].value, (kids[1], kids[3]), span=over(kids))

    def text_at(self, kids: Kids) -> Expr:
        return Form(kids[0].value, (kids[3], kids[1]), span=over(kids))

    def text_between(self, kids: Kids) -> Expr:
        return Form("text between", (kids[5], kids[1], kids[3]), span=over(kids))

    def property(self, kids: Kids) -> Expr:
        return Property(kids[0], kids[2].value, span=over(kids))

    def heading(self, kids: Kids) -> Expr:
        return Property(kids[0], kids[2].value, True, span=over(kids))

    def phrase(self, kids: Kids) -> Expr:
        start, end = over(kids)
        head = kids[0]
        if type(head) is Phrase:
            start = head.span[0]
        elif type(head) is YesNo:
            # `no t "a"`: `no` counts or denies, and begins no phrase.
            raise NotParsed("not-understood", head.span, {})
        tokens = between(start, end)
        if tokens[0].text in ("least", "most"):
            # `there are 2 least at late orders`: what is left of `at least` begins no phrase.
            raise NotParsed("not-understood", tokens[0].span, {})
        if kids[-1].value == "at" and kids[-1].type == "PREP":
            # `the total at least 5`: a comparison without its verb, no phrase.
            after = next((t for t in now[-1] if t.span[0] >= end), None)
            if after is not None and after.text in ("least", "most"):
                raise NotParsed("not-understood", after.span, {})
        return Phrase(tokens, span=(start, end))

    def part(self, kids: Kids) -> Terminal:
        return kids[0]  # type: ignore[no-any-return]

    # -- collections ------------------------------------------------------------------

    def filtered(self, kids: Kids) -> Expr:
        base, spanned = kids
        return described(base, spanned.apply(Item()), over(kids))

    def nested_filter(self, kids: Kids) -> Expr:
        condition = of_item(kids[3].apply(kids[2]))
        return described(kids[0], condition, over(kids))

    def sorted_by(self, kids: Kids) -> Spanned:
        keys = tuple((key, bool(descending)) for key, descending in kids[1].value)
        return Spanned(lambda of: Sorted(of, keys), over(kids))

    def ordered(self, kids: Kids) -> Spanned:
        descending = bool(kids[0].value)
        return Spanned(lambda of: _in_order(of, descending), over(kids))

    sorted_plain = ordered

    def grouped_by(self, kids: Kids) -> Spanned:
        keys = unordered(kids[1])
        return Spanned(lambda of: Grouped(of, keys), over(kids))

    def distinct(self, kids: Kids) -> Spanned:
        keys = unordered(kids[1]) if len(kids) > 1 else ()
        return Spanned(lambda of: Distinct(of, keys), over(kids))

    def extreme(self, kids: Kids) -> Spanned:
        which, words = kids[0].value
        key = Property(Item(), words, span=kids[0].span)
        return Spanned(lambda of: extreme_of(of, which, key, None), over(kids))

    def closest(self, kids: Kids) -> Spanned:
        name, to = kids[1].value, kids[3]
        key = Property(Item(), name.name, name.quoted, span=kids[1].span)
        target = to.value if isinstance(to, Terminal) else to
        return Spanned(lambda of: extreme_of(of, "closest", key, target), over(kids))

    def closest_itself(self, kids: Kids) -> Spanned:
        target = kids[1].value if isinstance(kids[1], Terminal) else kids[1]
        return Spanned(lambda of: extreme_of(of, "closest", Item(), target), over(kids))

    def joined_with(self, kids: Kids) -> Spanned:
        right, names = kids[1], names_of(kids[2])
        return Spanned(lambda of: Joined(of, right, names), over(kids))

    def with_no(self, kids: Kids) -> Spanned:
        right = Name(plural(kids[0].value[1]), span=kids[0].span)
        names = names_of(kids[2])
        within: Any = kids[4] if len(kids) > 3 else None
        if isinstance(within, Terminal):
            within = within.value
        return Spanned(lambda of: Joined(of, right, names, False, within), over(kids))

    # -- filters ------------------------------------------------------------------------

    def path_first(self, kids: Kids) -> Expr:
        return Property(Item(), kids[0].value, kids[0].type == "HEADING", span=over(kids))

    def filter_whose(self, kids: Kids) -> Spanned:
        path, said = kids[1], kids[2]
        return Filtering(path, said.apply, over(kids))

    def filter_that(self, kids: Kids) -> Spanned:
        return Filtering(Item(), kids[1].apply, over(kids))

    def filter_decided(self, kids: Kids) -> Spanned:
        decided = kids[0].value
        return Filtering(Item(), lambda subject: decided, over(kids))

    def filter_where(self, kids: Kids) -> Spanned:
        return Filtering(kids[1], kids[2].apply, over(kids))

    def same_subject(self, kids: Kids) -> Spanned:
        return kids[0]  # type: ignore[no-any-return]

    def _joined_filter(self, kids: Kids, joint: str) -> Spanned:
        before, more = kids[0], kids[2]
        if not isinstance(more, Filtering):
            more = Filtering(before.subject, more.apply, more.span)
        joined: Spanned = before.and_then(more, joint, kids[1].span, over(kids))
        return joined

    def filter_and(self, kids: Kids) -> Spanned:
        return self._joined_filter(kids, "and")

    def filter_or(self, kids: Kids) -> Spanned:
        return self._joined_filter(kids, "or")

    def filter_value(self, kids: Kids) -> Spanned:
        filtering: Filtering = kids[0]
        filtering.another(kids[2], kids[1].value or "", kids[1].span)
        filtering.span = over(kids)
        return filtering


def _in_order(of: Expr, descending: bool) -> Sorted:
    """Return things from the lowest to the highest or the other way: `the orders, oldest first`,
    `the orders by total, highest first`."""
    by = (
        next((at for at, t in enumerate(of.tokens) if t.text == "by"), 0)
        if type(of) is Phrase
        else 0
    )
    if type(of) is not Phrase or not by:
        return Sorted(of, ((Item(), descending),))
    begin = int(of.tokens[0].text == "the")
    words = of.tokens[begin:by], of.tokens[by + 1 :]
    if not all(words) or any(t.kind != "word" or t.text in RESERVED for w in words for t in w):
        raise NotParsed("not-understood", of.tokens[by].span, {})
    things, key = (" ".join(t.text for t in part) for part in words)
    named = Name(things, span=(of.span[0], of.tokens[by - 1].span[1]))
    return Sorted(named, ((Property(Item(), key, span=of.span), descending),))
