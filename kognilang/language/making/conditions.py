"""The rules for predicates and conditions."""

from __future__ import annotations

from kognilang.language.making.described import (
    owner_of,
)
from kognilang.language.making.said import (
    Either,
    NotClause,
    compared,
    predicated,
    refuse_every_not,
    saying,
    settled,
)
from kognilang.language.making.spanned import Kids, Spanned, over, whole
from kognilang.language.rewriting import of_item, rewritten
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    And,
    Blank,
    Compare,
    Cond,
    Exists,
    Expr,
    Filter,
    Form,
    Is,
    Item,
    Name,
    Not,
    Or,
    Phrase,
    Property,
    Quantified,
    Text,
    Token,
)
from kognilang.language.words import WEEKDAYS, plural, singular


class Conditions:
    """The rules for predicates and conditions."""

    def is_value(self, kids: Kids) -> Spanned:
        return compared("=", kids[0].value, kids[1], (), over(kids))

    def is_compared(self, kids: Kids) -> Spanned:
        op, negated = kids[0].value
        return compared(op, negated, kids[1], (), over(kids))

    def is_between(self, kids: Kids) -> Spanned:
        return compared("between", kids[0].value[1], kids[1], (kids[3],), over(kids))

    def is_within(self, kids: Kids) -> Spanned:
        return compared("within", kids[0].value[1], kids[3], (kids[1],), over(kids))

    def is_share(self, kids: Kids) -> Spanned:
        op, amount, negated = kids[0].value
        return compared(op, negated, kids[1], (amount,), over(kids))

    def is_words(self, kids: Kids) -> Spanned:
        words, negated, article = kids[0].value
        if words in WEEKDAYS:
            return saying(lambda of: _on_weekday(of, words), negated, over(kids))
        return saying(lambda of: Is(of, words, article), negated, over(kids))

    def has_compared(self, kids: Kids) -> Spanned:
        op, negated = kids[1].value
        words, span = kids[0].value, over(kids)
        inner = compared(op, negated, kids[2], (), span)
        return Spanned(lambda of: inner.apply(Property(of, words, span=span)), span)

    def is_either_words(self, kids: Kids) -> Spanned:
        words, negated, article = kids[0].value
        other, joint = kids[2].value, kids[1].value
        if words in WEEKDAYS:
            both = And if joint == "and" else Or
            return saying(
                lambda of: both((_on_weekday(of, words), _on_weekday(of, other))),
                negated,
                over(kids),
            )
        kind = Or if joint == "or" else And
        first, second = kids[0].span, kids[2].span

        def say(of: Expr) -> Cond:
            start = min(of.span[0], first[0]) if of.span[1] else first[0]
            one = Is(of, words, article, span=(start, first[1]))
            return kind((one, Is(of, other, article, span=second)))

        return saying(say, negated, over(kids))

    def is_blank(self, kids: Kids) -> Spanned:
        said = saying(lambda of: Blank(of), kids[0].value[1], over(kids))
        said.negated = False
        return said

    def has(self, kids: Kids) -> Spanned:
        words, negated, denied = kids[0].value
        span = over(kids)
        said = saying(lambda of: Blank(Property(of, words, span=span)), not negated, span)
        said.negated = denied
        return said

    def exists(self, kids: Kids) -> Spanned:
        return saying(lambda of: Exists(of), kids[0].value[1], over(kids))

    def one_predicate(self, kids: Kids) -> list[tuple[str, Spanned]]:
        return [("", kids[0])]

    def more_predicates(self, kids: Kids) -> list[tuple[str, Spanned]]:
        kids[0].append((kids[1].value, kids[2]))
        return kids[0]  # type: ignore[no-any-return]

    # -- conditions ---------------------------------------------------------------------

    def clause(self, kids: Kids) -> Cond:
        each = owner_of(kids[0])
        if each is None:
            return predicated(kids[0], kids[1])
        # The total of each order is 5: it is said of every order.
        refuse_every_not("every", kids)
        collection = Name(plural(singular(each.name)), span=each.span)
        path = rewritten(kids[0], lambda node: Item(span=node.span) if node is each else None)
        condition = of_item(predicated(path, kids[1]))
        return Quantified("every", collection, condition, span=whole(kids))

    def quantified(self, kids: Kids) -> Cond:
        how, count = kids[0].value
        refuse_every_not(how, kids)
        condition = of_item(predicated(Item(), kids[2]))
        if how in ("any", "no") and isinstance(condition, Exists):
            # `no orders exist` is `there is no order`.
            found = Exists(kids[1].value, True, span=whole(kids))
            return Not(found, span=found.span) if how == "no" else found
        return Quantified(how, kids[1].value, condition, count, span=whole(kids))

    def quantified_path(self, kids: Kids) -> Cond:
        how, count = kids[0].value
        refuse_every_not(how, kids)
        condition = of_item(predicated(kids[3], kids[4]))
        return Quantified(how, kids[1].value, condition, count, span=whole(kids))

    def quantified_filter(self, kids: Kids) -> Cond:
        how, count = kids[0].value
        condition = of_item(predicated(Item(), kids[3]))
        found = Filter(kids[1].value, kids[2].apply(Item()), span=whole(kids[1:3]))
        if how in ("any", "no") and isinstance(condition, Exists):
            # If no order whose status is "void" exists.
            there = Exists(found, span=whole(kids))
            return Not(there, span=there.span) if how == "no" else there
        return Quantified(how, found, condition, count, span=whole(kids))

    def quantified_of(self, kids: Kids) -> Cond:
        how, count = kids[0].value
        refuse_every_not(how, kids)
        condition = of_item(predicated(Item(), kids[2]))
        return Quantified(how, kids[1], condition, count, span=whole(kids))

    def there_is(self, kids: Kids) -> Cond:
        of = kids[1]
        if isinstance(of, Phrase):
            of = _the_file(of)
        # Of a file, `there is` says that it exists; a filter has no other meaning.
        found = Exists(of, not isinstance(of, Phrase | Filter), span=over(kids))
        return Not(found, span=found.span) if kids[0].value else found

    def not_clause(self, kids: Kids) -> Cond:
        if isinstance(kids[1], And | Or):
            raise NotParsed("not-over-several", kids[0].span, {})
        return NotClause(settled(kids[1]), span=over(kids))

    def either(self, kids: Kids) -> Cond:
        return Either((settled(kids[1]), settled(kids[3])), span=over(kids))

    def neither(self, kids: Kids) -> Cond:
        parts = (settled(kids[1]), settled(kids[3]))
        span = over(kids)
        return Not(Or(parts, span=span), span=span)

    def there_are(self, kids: Kids) -> Cond:
        op, count, negated = kids[0].value
        number = Form("number of", (kids[1],), span=kids[1].span)
        found: Cond = Compare(op, number, count, span=over(kids))
        return Not(found, span=found.span) if negated else found

    def two(self, kids: Kids) -> Cond:
        kind = And if kids[1].value == "and" else Or
        first, second = kids[0], kids[2]
        if type(first) is Either:
            raise NotParsed("mixed-and-or", kids[1].span, {})
        if type(first) is NotClause:
            raise NotParsed("not-over-several", over(kids), {})
        return kind((settled(first), settled(second)), span=over(kids))

    def more(self, kids: Kids) -> Cond:
        before: And | Or = kids[0]
        return type(before)((*before.parts, settled(kids[2])), span=over(kids))


def _the_file(of: Phrase) -> Phrase:
    """Return what `there is a file called "x.csv"` speaks of: `the file "x.csv"`."""
    first, *rest = (one for one in of.tokens if one.text not in ("called", "named"))
    if first.text not in ("file", "folder"):
        return of
    return Phrase((Token("word", "the", first.span, "the"), first, *rest), span=of.span)


def _on_weekday(of: Expr, day: str) -> Cond:
    """Return `the due date is a Sunday` as what it says of the date's weekday."""
    name = Text((day.capitalize(),))
    if isinstance(of, Form) and of.name == "weekday of":
        return Compare("=", of, name)
    return Compare("=", Form("weekday of", (of,), span=of.span), name)
