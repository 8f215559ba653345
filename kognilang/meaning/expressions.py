"""Expressions: from what was written to what the machine evaluates, with what is known of kinds."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from kognilang.language import slots as reading
from kognilang.language import tree
from kognilang.language.words import ARTICLES, plural, singular
from kognilang.meaning import plan as p
from kognilang.meaning.calls import Calls
from kognilang.meaning.conditions import Conditions, Resolved
from kognilang.meaning.kinds import (
    ANY,
    DURATION,
    LITERALS,
    NUMBER,
    TEXT,
    YES_NO,
    Kind,
    collection_of,
    merged,
)
from kognilang.meaning.needed import needs, takes
from kognilang.meaning.otherwise import in_other_words
from kognilang.meaning.pronouns import Pronouns
from kognilang.meaning.properties import Properties
from kognilang.meaning.references import References, of_one_field
from kognilang.meaning.state import State, Value
from kognilang.meaning.written import plain
from kognilang.values import kinds as values

_NAMED = re.compile(r"\s*(?:the|my|our)\s+[a-z]")
_DETERMINED = re.compile(r"\bthe\s+([\w' ]+)", re.IGNORECASE)
_COUNTED = frozenset(
    [
        "unit",
        "item",
        "person",
        "piece",
        "copy",
        "time",
        "row",
        "line",
        "page",
        "file",
        "document",
        "invoice",
        "order",
        "case",
        "box",
    ]
) | {"percentage point"}
"""What is counted without being named in the text."""

_SCALES = {"thousand": 1000, "thousands": 1000, "hundred": 100, "hundreds": 100}
"""Words that people write behind a number, which here would be counted."""

_CURRENCY_WORDS = {"dollar": "$", "euro": "€", "pound": "£", "buck": "$"}
"""What people write for a currency's sign."""

_TIMES = {"second": 1, "minute": 60, "hour": 3600}


class Expressions:
    """Resolves expressions. Whatever must run before the sentence is added to the plan."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.conditions = Conditions(state, self)
        self.calls = Calls(state, self)
        self.references = References(state, self)
        self.properties = Properties(state, self)
        self.pronouns = Pronouns(state, self.references)
        self._ways: dict[type[tree.Expr], Callable[[Any], Value]] = {
            tree.Text: self._text,
            tree.Number: lambda node: Value(p.Const(node.value), NUMBER),
            tree.MoneyLiteral: lambda node: Value(
                p.Const(values.Money(node.amount, node.currency)), Kind("money")
            ),
            tree.PercentLiteral: lambda node: Value(
                p.Const(values.Percent(node.value)), Kind("percent")
            ),
            tree.CountLiteral: self._count,
            tree.DateLiteral: lambda node: Value(p.Const(node.value), Kind("date")),
            tree.TimeLiteral: lambda node: Value(p.Const(node.value), Kind("time")),
            tree.MomentLiteral: self._moment,
            tree.DurationLiteral: self._duration,
            tree.YesNo: lambda node: Value(p.Const(node.value), YES_NO),
            tree.Nothing: lambda node: Value(p.Const(None), Kind("nothing")),
            tree.NewLine: lambda node: Value(p.Const("\n"), TEXT),
            tree.ListValue: self._list,
            tree.RecordValue: self._record,
            tree.TableValue: self._table,
            tree.Name: self.references.name,
            tree.Pronoun: self.pronouns.pronoun,
            tree.Item: self._item,
            tree.Property: self.properties.property,
            tree.Phrase: self._phrase,
            tree.Copy: self._copy,
            tree.Arithmetic: self._arithmetic,
            tree.Form: self._form,
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
            Resolved: lambda node: node.value,
        }

    def resolve(self, node: tree.Expr) -> Value:
        """Return what an expression means here; problems are reported, never raised."""
        return self._ways[type(node)](node)

    # -- literals -------------------------------------------------------------------

    def _text(self, node: tree.Text) -> Value:
        parts: list[str | p.X] = []
        for part in node.parts:
            if isinstance(part, str):
                parts.append(part)
            else:
                parts.append(self.resolve(part).x)
        if all(isinstance(part, str) for part in parts):
            return Value(p.Const("".join(str(part) for part in parts)), TEXT)
        return Value(p.Template(tuple(parts)), TEXT)

    def _count(self, node: tree.CountLiteral) -> Value:
        state = self.state
        one, many = singular(node.noun), plural(singular(node.noun))
        known = (
            one in _COUNTED
            or one in state.plan.kinds
            or any(state.scope.find(name) or state.scope.find_later(name) for name in (one, many))
        )
        if not known:
            amount = f"{node.value:f}"
            if node.noun in _SCALES:
                written = f"{node.value * _SCALES[node.noun]:,f}"
                state.problem(
                    "unknown-count",
                    f"{node.value:f} {node.noun} would be a count of {node.noun}s: a number is "
                    "written out",
                    node.span,
                    candidates=[
                        state.rewritten(node.span, written),
                        state.rewritten(node.span, f"${written}"),
                    ],
                )
                return Value(p.Const(node.value * _SCALES[node.noun]), NUMBER)
            signs = [_CURRENCY_WORDS.get(one)]
            state.problem(
                "unknown-count",
                f"I don't know what {amount} {node.noun} counts",
                node.span,
                candidates=[
                    *(state.rewritten(node.span, f"{sign}{amount}") for sign in signs if sign),
                    state.rewritten(node.span, f'"{amount} {node.noun}"'),
                    state.rewritten(node.span, amount),
                ],
                detail=["A count is of units, items or people, or of things that the text names."],
            )  # fmt: skip
        return Value(p.Const(values.Count(node.value, node.noun)), Kind("count"))

    def _moment(self, node: tree.MomentLiteral) -> Value:
        day, time = self.resolve(node.day), self.resolve(node.time)
        return Value(p.Operation("at", (day.x, time.x)), LITERALS[tree.MomentLiteral])

    def _duration(self, node: tree.DurationLiteral) -> Value:
        if isinstance(node.amount, tree.Number):
            found = duration(node.amount.value, node.unit)
            if found is not None:
                return Value(p.Const(found), DURATION)
        amount = self.resolve(node.amount)
        needs(self.state, node.amount, amount, "a number")
        return Value(p.Operation("duration", (amount.x, p.Const(node.unit))), DURATION)

    def _list(self, node: tree.ListValue) -> Value:
        items = [self.resolve(item) for item in node.items]
        kind = items[0].kind if items else ANY
        for item in items[1:]:
            kind = merged(kind, item.kind)
        return Value(p.MakeList(tuple(item.x for item in items)), Kind("list", "", kind))

    def _record(self, node: tree.RecordValue) -> Value:
        fields = tuple((name, self._cell(value)) for name, value in node.fields)
        return Value(p.MakeRecord(fields), Kind("record"))

    def _table(self, node: tree.TableValue) -> Value:
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in node.rows)
        return Value(p.MakeTable(node.columns, rows), Kind("table", "", Kind("record")))

    def _cell(self, node: tree.Expr) -> p.X:
        """Resolve a cell: a value whose names are set; anything else that is not quoted is text."""
        state = self.state
        written = state.source.text[node.span[0] : node.span[1]]
        if isinstance(node, tree.Text):
            if len(node.parts) == 1 and node.parts[0] == written:
                self._name_in_cell(written, node)
            return self.resolve(node).x
        if not isinstance(node, tree.Name | tree.Property | tree.Phrase | tree.Pronoun):
            return self.resolve(node).x
        with state.trying() as trial:
            inputs = len(state.inputs)
            value = self.resolve(node)
            # The invoice's vendor is no text, whether or not something sets the invoice.
            given = isinstance(node, tree.Property) and _NAMED.match(written) is not None
            trial.kept = len(state.problems) == trial.start and (
                given or len(state.inputs) == inputs
            )
        if trial.kept or not written:
            return value.x
        self._unset_in_cell(written, node)
        return p.Const(" ".join(written.split()))

    def _unset_in_cell(self, written: str, node: tree.Expr) -> None:
        """Refuse a cell that is a name which nothing sets: `the days: the days`."""
        if _NAMED.match(written) is None:
            return
        self.state.problem(
            "name-in-cell",
            f'Nothing sets "{written.strip()}" before this line: is it text, or a value to be'
            " filled in?",
            node.span,
            detail=[f'As text: "{written.strip()}"', f'Filled in: "{{{written.strip()}}}"'],
        )

    def _name_in_cell(self, written: str, node: tree.Text) -> None:
        """Refuse a cell that merely contains a name that is set: is it text, or filled in?"""
        state = self.state
        for hit in _DETERMINED.finditer(written):
            words = hit[1].lower().split()
            for stop in range(len(words), 0, -1):
                name = " ".join(words[:stop])
                known = state.scope.find(name)
                if known is None or known.how != "set":
                    continue
                named = f"the {name}"
                place = re.search(rf"the\s+{re.escape(name)}", written, re.IGNORECASE)
                filled = written.replace(place[0], f"{{{named}}}") if place else written
                state.problem(
                    "name-in-cell",
                    f'"{written}" holds {named}, which is set: is it text, or to be filled in?',
                    node.span,
                    understood=[f"{named}: {known.how} on line {known.line}"],
                    detail=[f'As text: "{written}"', f'Filled in: "{filled}"'],
                )
                return

    # -- what refers ----------------------------------------------------------------

    def _item(self, node: tree.Item) -> Value:
        if not self.state.items:
            self.state.problem(
                "nothing-for-it",
                f'"{plain(self.state, node.span) or "its"}" stands for nothing here.',
                node.span,
                detail=["Name the thing that is meant."],
            )
            return Value(p.Const(None), ANY)
        return self.state.item()

    def _phrase(self, node: tree.Phrase) -> Value:
        state = self.state
        tokens = node.tokens
        texts = [token.text for token in tokens if token.text not in ("the", "a", "an")]
        if len(texts) == 2 and texts[0] == "secret" and tokens[-1].kind == "text":
            return Value(p.SecretRead(tokens[-1].text), Kind("secret"))
        found = self.calls.noun(tokens)
        if found is not None:
            return found
        found = self._in_group(tokens)
        if found is not None:
            return found
        if self._name_without_article(tokens):
            return Value(p.Const(None), ANY)
        span = (tokens[0].span[0], tokens[-1].span[1])
        # imported here because suggestions call the resolver again to try what they offer
        from kognilang.meaning.suggesting import like_phrase, taught

        written = plain(state, span)
        quoted = [state.rewritten(span, f'"{written}"')] if '"' not in written else []
        state.problem(
            "unknown-phrase",
            f'I don\'t know what "{written}" means.',
            span,
            understood=_known_chunks(state, tokens),
            candidates=in_other_words(state, span)
            or like_phrase(state, self, tokens, "noun")
            or quoted,
            detail=[
                "If it is a text, put it in quotes; if it is a name, write it in backticks.",
                *taught(state, self, tokens, "To work out"),
            ],
        )
        return Value(p.Const(None), ANY)

    def _name_without_article(self, tokens: tuple[tree.Token, ...]) -> bool:
        """Report `"a.csv" as orders`, which lacks the article of a name; say whether it was so."""
        places = [at for at, one in enumerate(tokens) if one.kind == "word" and one.text == "as"]
        last = tokens[places[-1] + 1 :] if places and places[-1] else ()
        if not last or any(one.kind != "word" for one in last) or last[0].text in ARTICLES:
            return False
        span = (last[0].span[0], last[-1].span[1])
        written = plain(self.state, span)
        self.state.problem(
            "missing-article",
            f'"{written}" stands without "the"',
            span,
            candidates=[self.state.rewritten(span, f"the {written}")],
            detail=["A name begins with the, my, this …; a text stands in quotes."],
        )
        return True

    def _in_group(self, tokens: tuple[tree.Token, ...]) -> Value | None:
        """Return `the orders in the group` as the group's orders."""
        places = [at for at, one in enumerate(tokens) if one.kind == "word" and one.text == "in"]
        if not places or not 0 < places[-1] < len(tokens) - 1:
            return None
        at = places[-1]
        words = [one.text for one in tokens[:at] if one.text not in ARTICLES]
        of = reading.values_of(tokens[at + 1 :])
        if not words or not isinstance(of, tree.Name):
            return None
        known = self.state.scope.find(of.name)
        if known is None or known.kind.noun != "group":
            return None
        group = self.resolve(of)
        noun = singular(" ".join(words))
        return Value(p.FieldRead(group.x, " ".join(words)), collection_of(noun))

    def _copy(self, node: tree.Copy) -> Value:
        of = self.resolve(node.of)
        return Value(p.Operation("copy", (of.x,)), of.kind)

    # -- arithmetic and forms ---------------------------------------------------------

    def _arithmetic(self, node: tree.Arithmetic) -> Value:
        left, right = self.resolve(node.left), self.resolve(node.right)
        self._taken_by(node)
        needs(self.state, node.left, left, "a number")
        needs(self.state, node.right, right, "a number")
        return Value(p.Operation(node.op, (left.x, right.x)), _sum_kind(node.op, left, right))

    def _taken_by(self, node: tree.Arithmetic) -> None:
        """Refuse `the fee of the gross plus 1` where the fee is worked out from a number: it could
        be that of the gross, or that of the gross plus 1."""
        state = self.state
        last = node.left
        while isinstance(last, tree.Arithmetic):
            last = last.right
        taken = self.calls.taken.get(last.span)
        text = state.source.text
        end = last.span[1]
        if taken is None or not last.span[0] < taken < end or ")" in text[end : node.right.span[0]]:
            return
        if text[last.span[0]] == "(" or text[end - 1] == ")":
            return
        start, stop = last.span[0], node.right.span[1]
        one = f"({text[start:end]}){text[end:stop]}"
        other = f"{text[start:taken]}({text[taken:stop]})"
        state.problem(
            "arithmetic-after-value",
            f'"{" ".join(text[end:stop].split())}" could belong to '
            f'"{" ".join(text[taken:end].split())}", or to all of it',
            (start, stop),
            candidates=[
                state.rewritten((start, stop), one), state.rewritten((start, stop), other)
            ],
        )  # fmt: skip

    def _form(self, node: tree.Form) -> Value:
        args = [self.resolve(arg) for arg in node.args]
        own = node.name.removesuffix(" of")
        if own != node.name and len(args) == 1 and self._is_own(args[0].kind, own):
            return self.properties.field(args[0], own, exact=False)
        takes(self.state, node, args)
        return Value(
            p.Operation(node.name, tuple(arg.x for arg in args)), form_kind(node.name, args)
        )

    def _is_own(self, kind: Kind, name: str) -> bool:
        """Say whether `the total of` a thing is known to be the thing's own field; where nothing
        is known of it, the run finds out."""
        if kind.many:
            return False
        return kind.word == "record" or name in self.state.plan.currencies.get(kind.noun, {})

    # -- collections ------------------------------------------------------------------

    def collection(self, node: tree.Expr) -> Value:
        """Resolve something that is walked or filtered: a singular name stands for its plural
        (`an invoice whose …`)."""
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
                    return self.references.name(tree.Name(many, span=node.span))
        return self.resolve(node)

    def _adjectives_over(self, many: str) -> bool:
        words = many.split()
        return any(self.state.scope.find(" ".join(words[cut:])) for cut in range(1, len(words)))

    def _filter(self, node: tree.Filter) -> Value:
        collection = self.collection(node.collection)
        with self.state.looking_at(collection.kind.item, filters=True):
            condition = of_one_field(self.conditions.resolve(node.condition))
        return Value(p.FilterBy(collection.x, condition), _as_list(collection.kind))

    def _sorted(self, node: tree.Sorted) -> Value:
        collection = self.resolve(node.collection)
        with self.state.looking_at(collection.kind.item):
            keys = tuple((self.resolve(key).x, descending) for key, descending in node.keys)
        return Value(p.SortBy(collection.x, keys), _as_list(collection.kind))

    def _grouped(self, node: tree.Grouped) -> Value:
        collection = self.resolve(node.collection)
        with self.state.looking_at(collection.kind.item):
            keys = tuple(self.resolve(key).x for key in node.keys)
        noun = collection.kind.noun or "item"
        names = tuple(key.name if isinstance(key, tree.Property) else "key" for key in node.keys)
        return Value(
            p.GroupBy(collection.x, keys, names, plural(noun)),
            Kind("list", "group", Kind("record", "group")),
        )

    def _distinct(self, node: tree.Distinct) -> Value:
        collection = self.resolve(node.collection)
        with self.state.looking_at(collection.kind.item):
            keys = tuple(self.resolve(key).x for key in node.keys)
        return Value(p.DistinctBy(collection.x, keys), _as_list(collection.kind))

    def _pick(self, node: tree.Pick) -> Value:
        collection = self.collection(node.collection)
        if node.which == "item":
            count = (
                self.resolve(node.count) if node.count is not None else Value(p.Const(Decimal(1)))
            )
            return Value(p.Operation("item", (count.x, collection.x)), collection.kind.item)
        if node.count is None:
            return Value(p.Operation(node.which, (collection.x,)), collection.kind.item)
        count = self.resolve(node.count)
        return Value(
            p.Operation(f"{node.which} n", (count.x, collection.x)), _as_list(collection.kind)
        )

    def _extreme(self, node: tree.Extreme) -> Value:
        collection = self._all_of(node.noun, node)
        with self.state.looking_at(collection.kind.item):
            key = self.resolve(node.key)
        to = self.resolve(node.to).x if node.to is not None else None
        return Value(
            p.ExtremeBy(collection.x, node.which, key.x, node.noun, to), collection.kind.item
        )

    def _one(self, node: tree.One) -> Value:
        if node.collection is not None:
            collection = self.collection(node.collection)
        else:
            collection = self._all_of(node.noun, node)
        with self.state.looking_at(collection.kind.item):
            condition = self.conditions.resolve(node.condition)
        wanted = plain(self.state, node.span) or f"the {node.noun}"
        return Value(
            p.PickOne(p.FilterBy(collection.x, condition), node.noun, wanted),
            collection.kind.item,
        )

    def _all_of(self, noun: str, node: tree.Expr) -> Value:
        """Return the collection that a singular noun is one of."""
        return self.collection(tree.Name(noun, "a", span=node.span))

    def _others(self, node: tree.Others) -> Value:
        collection = self.resolve(node.collection)
        without = self.resolve(node.without)
        return Value(
            p.Operation("all except", (collection.x, without.x)), _as_list(collection.kind)
        )

    def _joined(self, node: tree.Joined) -> Value:
        left, right = self.collection(node.left), self.collection(node.right)
        within = self.resolve(node.within).x if node.within is not None else None
        kind = _as_list(left.kind) if not node.matching else Kind("list", "", Kind("record"))
        codes = tuple(
            tuple(self.state.plan.currencies.get(side.kind.item.noun, {}).items())
            for side in (left, right)
        )
        codes = codes if any(codes) else ()
        return Value(p.JoinBy(left.x, right.x, node.keys, node.matching, within, codes), kind)

    def _range(self, node: tree.Range) -> Value:
        start, end = self.resolve(node.start), self.resolve(node.end)
        step = (self.resolve(node.step).x,) if node.step is not None else ()
        return Value(p.Operation("range", (start.x, end.x, *step)), Kind("list", "", start.kind))


def duration(amount: Decimal, unit: str) -> values.Duration | None:
    """Return a length of time; None where the amount of months or days is no whole number."""
    if unit in _TIMES:
        return values.Duration(seconds=amount * _TIMES[unit])
    if amount != amount.to_integral_value():
        return None
    whole = int(amount)
    if unit == "business day":
        return values.Duration(business_days=whole)
    if unit in ("day", "week"):
        return values.Duration(days=whole * (7 if unit == "week" else 1))
    return values.Duration(months=whole * (12 if unit == "year" else 1))


_NUMBERS = frozenset(
    ("number of", "length of", "remainder", "year of", "month number of", "day of", "hour of",
     "age of", "days between", "business days between", "weeks between", "days from to")
)  # fmt: skip
_TEXTS = frozenset(
    ("followed by", "in capitals", "in lower case", "trimmed", "first word of", "last word of",
     "joined with", "text before", "text after", "text between", "replaced", "listed one per line",
     "in words", "as", "month of", "weekday of")
)  # fmt: skip
_DATES = frozenset(("today", "tomorrow", "yesterday", "end of month", "start of month",
                    "next weekday", "last weekday", "end of year"))  # fmt: skip
_LISTS = frozenset(("lines of", "words of", "split by"))
_SAME = frozenset(("rounded", "rounded up", "rounded down", "negative", "reversed", "copy"))
_ONE_OF = frozenset(("total of", "largest of", "smallest of", "latest of", "earliest of",
                     "average of", "most common of", "first", "last"))  # fmt: skip


def form_kind(name: str, args: list[Value]) -> Kind:
    """Return what is known of the kind of what a form yields."""
    if name in _NUMBERS:
        return NUMBER
    if name in _TEXTS:
        return TEXT
    if name in _DATES:
        return Kind("date")
    if name == "now":
        return Kind("moment")
    if name in _LISTS:
        return Kind("list", "", TEXT)
    if name in _SAME and args:
        return args[0].kind
    if name in _ONE_OF and args:
        return args[-1].kind.item if args[-1].kind.many else ANY
    if name in ("smaller of", "larger of", "earlier of", "later of", "difference") and args:
        return merged(args[0].kind, args[-1].kind)
    return ANY


def _sum_kind(op: str, left: Value, right: Value) -> Kind:
    one, other = left.kind.word, right.kind.word
    if op in "+-":
        if one in ("date", "moment") and other == "duration":
            return Kind(one)
        if one == other and one in ("number", "money", "percent", "count", "duration"):
            return Kind(one)
    elif op == "*":
        if "money" in (one, other):
            return Kind("money")
        if one == other == "number":
            return NUMBER
    elif one == "money" and other == "number":
        return Kind("money")
    return ANY


def _as_list(kind: Kind) -> Kind:
    """Return the kind of some of a collection: a new list of the same things."""
    if kind.many:
        return Kind("list", kind.noun, kind.item)
    return collection_of(kind.noun)


_LONGEST_NAME = 12
"""How many words a name that is told of has at most."""


def _known_chunks(state: State, tokens: tuple[tree.Token, ...]) -> list[str]:
    found = []
    for at, token in enumerate(tokens):
        if token.kind == "word" and token.text == "the" and at + 1 < len(tokens):
            for stop in range(min(len(tokens), at + _LONGEST_NAME), at + 1, -1):
                words = " ".join(one.text for one in tokens[at + 1 : stop])
                known = state.scope.find(words)
                if known is not None:
                    where = f" on line {known.line}" if known.line else ""
                    found.append(f"the {words} ({known.how}{where})")
                    break
    return found
