"""The law of the printer, over generated trees: parse(print(tree)) == tree."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kognilang.language import tree as t
from kognilang.language.conditions import read_condition
from kognilang.language.lexer import tokens
from kognilang.language.parsing import read_value
from kognilang.language.printer import print_cond, print_expr
from kognilang.language.words import singular

LAW = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])

SINGULAR = ["order", "invoice", "total price", "due date", "customer"]
PLURAL = ["orders", "late invoices", "order lines", "customers"]
FIELDS = ["status", "unit price", "city", "name", "due date"]

singles = st.sampled_from(SINGULAR)
plurals = st.sampled_from(PLURAL)
fields = st.sampled_from(FIELDS)

texts = st.text(
    alphabet=st.characters(
        codec="utf-8", exclude_characters='"“”\n\r', exclude_categories=("Cc", "Cs", "Zl", "Zp")
    ),
    max_size=12,
)
plain_texts = texts.map(lambda s: t.Text((s,)))
decimals = st.decimals(min_value=0, max_value=10**7, places=2) | st.integers(0, 10**6).map(Decimal)
numbers = decimals.map(t.Number)
moneys = st.builds(
    t.MoneyLiteral, decimals, st.sampled_from(["USD", "EUR", "GBP", "JPY", "CHF", "PLN"])
)
percents = st.builds(t.PercentLiteral, decimals)
dates = st.dates(min_value=date(1900, 1, 1)).map(t.DateLiteral)
times = st.times().map(lambda v: t.TimeLiteral(time(v.hour, v.minute)))
moments = st.builds(t.MomentLiteral, dates, times)
durations = st.builds(
    t.DurationLiteral,
    st.integers(0, 99).map(lambda v: t.Number(Decimal(v))),
    st.sampled_from(["second", "minute", "hour", "day", "week", "month", "year", "business day"]),
)
literals = st.one_of(
    plain_texts, numbers, moneys, percents, dates, times, moments, durations,
    st.booleans().map(t.YesNo),
)  # fmt: skip
the_single = singles.map(t.Name)
the_plural = plurals.map(t.Name)
names = st.one_of(
    the_single,
    the_plural,
    st.builds(t.Name, singles, st.sampled_from(["this", "shared"])),
    st.just(t.Name("terms of payment", quoted=True)),
)
pronouns = st.sampled_from(["it", "they", "the result", "the answer"]).map(t.Pronoun)
properties = st.recursive(
    st.builds(t.Property, names, fields),
    lambda of: st.builds(t.Property, of, fields),
    max_leaves=3,
)
atoms = st.one_of(literals, names, pronouns, properties)
of_item = st.recursive(
    fields.map(lambda f: t.Property(t.Item(), f)),
    lambda of: st.builds(t.Property, of, fields),
    max_leaves=2,
)
field_of_item = fields.map(lambda f: t.Property(t.Item(), f))
plain = st.one_of(plain_texts, numbers, moneys, dates, the_single, properties)


def compared(left: st.SearchStrategy[t.Expr], right: st.SearchStrategy[t.Expr]):
    """Comparisons of any kind between two values, and what else is said of one."""
    ops = [
        "=", ">", ">=", "<", "<=", "exactly", "before", "after", "on or before", "on or after",
        "contains", "starts with", "ends with",
    ]  # fmt: skip
    return st.one_of(
        st.builds(t.Compare, st.sampled_from(ops), left, right),
        st.builds(t.Is, left, st.sampled_from(["overdue", "in the past", "even"])),
        st.builds(t.Blank, left),
        st.builds(lambda a, b, c: t.Compare("between", a, b, (c,)), left, right, right),
        st.builds(lambda a, b, c: t.Compare("within", a, b, (c,)), left, right, percents),
        st.builds(
            lambda a, b: t.Compare("in", a, t.ListValue(tuple(b), "or")),
            left,
            st.lists(plain_texts | numbers, min_size=2, max_size=3),
        ),
    )


def negatable(conds: st.SearchStrategy[t.Cond]):
    return conds | conds.map(t.Not)


about_item = negatable(compared(of_item, plain))
filters_conds = st.one_of(
    about_item,
    st.lists(about_item, min_size=2, max_size=3).map(lambda p: t.And(tuple(p))),
    st.lists(about_item, min_size=2, max_size=3).map(lambda p: t.Or(tuple(p))),
    negatable(st.sampled_from(["overdue", "open"]).map(lambda w: t.Is(t.Item(), w))),
)
filters = st.builds(t.Filter, the_plural, filters_conds)
ones = st.builds(t.One, singles, about_item)

FORMS_OF_ONE = [
    "number of", "total of", "average of", "largest of", "smallest of", "latest of", "year of",
    "month number of", "weekday of", "age of", "lines of", "words of",
]  # fmt: skip
ENDINGS = ["in capitals", "in lower case", "trimmed", "listed one per line", "reversed", "rounded"]
PAIRS = [
    "difference", "smaller of", "larger of", "earlier of", "days between", "business days between",
    "days from to", "remainder", "followed by", "after", "before", "text before", "text after",
]  # fmt: skip
CONSTANTS = ["today", "now", "tomorrow", "end of month", "start of year"]


def deeper(inner: st.SearchStrategy[t.Expr]) -> st.SearchStrategy[t.Expr]:
    return st.one_of(
        st.builds(t.Arithmetic, st.sampled_from("+-*/"), inner, inner),
        st.builds(lambda n, a: t.Form(n, (a,)), st.sampled_from(FORMS_OF_ONE), inner),
        st.builds(lambda n, a: t.Form(n, (a,)), st.sampled_from(ENDINGS), inner),
        st.builds(lambda n, a, b: t.Form(n, (a, b)), st.sampled_from(PAIRS), inner, inner),
        st.builds(lambda a, n: t.Form("rounded", (a, n)), inner, st.just(t.Number(Decimal(2)))),
        st.builds(lambda a, b: t.Form("split by", (a, b)), inner, plain_texts),
        st.builds(lambda p, a: t.Form("share of", (p, a)), percents, inner),
        st.builds(
            lambda a, b, c: t.Form("replaced", (a, b, c)), inner, plain_texts, plain_texts
        ),
        st.builds(lambda a: t.Form("ago", (a,)), durations),
        st.sampled_from(CONSTANTS).map(lambda n: t.Form(n, ())),
        st.sampled_from(["Monday", "Sunday"]).map(
            lambda day: t.Form("next weekday", (t.Text((day,)),))
        ),
        st.builds(t.Copy, inner),
        st.builds(lambda a, f: t.Property(a, f), inner, fields),
        st.builds(lambda c, k: t.Sorted(c, tuple(k)), inner,
                  st.lists(st.tuples(field_of_item, st.booleans()), min_size=1, max_size=2)),
        st.builds(t.Grouped, inner, st.lists(field_of_item, min_size=1, max_size=3).map(tuple)),
        st.builds(lambda c, k: t.Distinct(c, tuple(k)), inner,
                  st.lists(field_of_item, max_size=3)),
        st.builds(t.Pick, st.sampled_from(["first", "last"]), st.none(), inner),
        st.builds(t.Pick, st.sampled_from(["first", "last", "item"]),
                  st.integers(1, 9).map(lambda v: t.Number(Decimal(v))), inner),
        st.builds(t.Extreme, singles, st.sampled_from(["highest", "lowest"]), field_of_item),
        st.builds(t.Extreme, singles, st.just("closest"), field_of_item, moneys),
        st.builds(lambda a, b, k: t.Joined(a, b, tuple(k)), the_plural, the_plural,
                  st.lists(fields, min_size=1, max_size=2)),
        st.builds(lambda a, b, k, w: t.Joined(a, b, tuple(k), False, w), the_plural, the_plural,
                  st.lists(fields, min_size=1, max_size=2), st.none() | moneys),
        st.builds(t.Others, the_plural, the_plural),
        filters,
        ones,
    )  # fmt: skip


deep = st.recursive(atoms, deeper, max_leaves=5)
lists = st.builds(
    lambda i, j: t.ListValue(tuple(i), j),
    st.lists(atoms | st.builds(t.Arithmetic, st.sampled_from("+-"), atoms, atoms), min_size=2),
    st.sampled_from(["and", "or"]),
)
values = deep | lists | st.builds(lambda a: t.Form("in", (a,)), durations)
templates = st.lists(values | texts.filter(bool), min_size=1, max_size=4).map(
    lambda parts: t.Text(tuple(_merged(parts)))
)


def _merged(parts):
    """Strings and expressions by turns, as the parser makes them."""
    made: list = []
    for part in parts:
        if isinstance(part, str) and made and isinstance(made[-1], str):
            made[-1] += part
        else:
            made.append(part)
    return made


quantified = st.one_of(
    st.builds(t.Quantified, st.sampled_from(["any", "every", "no"]), the_plural,
              negatable(compared(of_item, plain))),
    st.builds(t.Quantified, st.sampled_from(["any", "every", "no"]), the_plural,
              negatable(compared(st.just(t.Item()), plain))),
).filter(
    # `every order is not open` has two readings, so no text means this tree.
    lambda q: not (q.quantifier == "every" and isinstance(q.condition, t.Not)
                   and not isinstance(q.condition.part, t.Blank))
)  # fmt: skip
exists = (
    st.builds(t.Exists, st.builds(t.Filter, the_plural, about_item))
    | st.builds(t.Exists, the_plural, st.just(True))
    | st.builds(t.Exists, the_single)
)


def _is_no_list(expr: t.Expr) -> bool:
    # `is after A or B` says two things, and is read so.
    return not isinstance(expr, t.ListValue)


clauses = negatable(compared(atoms, values.filter(_is_no_list))) | negatable(exists)
several = st.lists(clauses, min_size=2, max_size=3).map(tuple)
conditions = st.one_of(clauses, quantified, several.map(t.And), several.map(t.Or))


@LAW
@given(values)
def test_values_are_read_back(expr):
    assert read_value(tokens(print_expr(expr))) == expr


@LAW
@given(templates)
def test_texts_are_read_back(expr):
    assert read_value(tokens(print_expr(expr))) == expr


@LAW
@given(conditions)
def test_conditions_are_read_back(cond):
    assert read_condition(tokens(print_cond(cond))) == cond


def test_the_names_of_the_generators_are_what_they_say():
    assert all(singular(name) == name for name in SINGULAR)
    assert all(singular(name) != name for name in PLURAL)
