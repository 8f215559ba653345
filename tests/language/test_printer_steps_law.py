"""The law of the printer, over generated steps and files: parse(print(tree)) == tree."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kognilang.language import tree as t
from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.text.reading import source_of
from tests.language.test_printer_laws import (
    clauses,
    deep,
    durations,
    moneys,
    plain,
    plain_texts,
    properties,
    quantified,
    several,
    singles,
    templates,
    the_plural,
    the_single,
)

conditions = st.one_of(clauses, quantified, several.map(t.And))
targets = the_single | properties
# A text alone may hold a line's end only in a block, which its own tests are about.
spoken = templates | plain_texts | the_single | properties

names = st.sampled_from(["name", "unit price", "city"])
records = st.recursive(
    st.lists(st.tuples(names, plain), min_size=2, max_size=3, unique_by=lambda f: f[0]).map(
        lambda f: t.RecordValue(tuple(f))
    ),
    lambda inner: st.tuples(names, plain, inner).map(
        lambda v: t.RecordValue((("kind", v[1]), (v[0], v[2])))
    ),
    max_leaves=2,
)
cells = (
    moneys
    | the_single
    | properties
    | st.sampled_from(["Acme", "a | b"]).map(lambda s: t.Text((s,)))
)
tables = st.lists(st.tuples(cells, st.just(t.Nothing()) | moneys), max_size=3).map(
    lambda rows: t.TableValue(("country", "Rate (%)"), tuple(rows))
)
words = st.sampled_from(
    [
        "pay the invoice to the supplier",
        'send an email to the vendor with the subject "Hello {the name}"',
        "match it",
        "archive 5 of the orders",
    ]
)


def _tokens(text: str) -> tuple[t.Token, ...]:
    from kognilang.language.lexer import tokens

    return tuple(tokens(text[:1].upper() + text[1:]))


actions = st.builds(lambda w, n: t.Action(_tokens(w), result=n), words, st.none() | the_single)
simple = st.one_of(
    st.builds(t.Setting, targets, deep, st.sampled_from(["set", "let", "change"])),
    st.builds(
        t.Change, st.sampled_from(["add", "subtract", "remove", "increase", "decrease"]),
        targets, plain,
    ),
    st.builds(t.Create, st.sampled_from(["list", "table", "record"]), the_plural),
    st.builds(t.Say, spoken),
    st.builds(t.Show, the_plural | properties),
    st.builds(t.Tell, the_single, templates),
    st.builds(t.Save, the_plural),
    st.builds(t.Fail, plain_texts),
    st.builds(t.Stop, st.none() | plain_texts),
    st.builds(t.Wait, durations),
    st.builds(t.MakeSure, conditions),
    st.builds(lambda p, q: t.Ask("text", p, q), st.none() | the_single, templates),
    st.builds(lambda p, g: t.Ask("for", p, target=g), the_single, the_single),
    actions,
)  # fmt: skip
blocks = st.one_of(
    st.builds(lambda n, v: t.Setting(n, v, "is"), the_single, records),
    st.builds(lambda n, v: t.Setting(n, v, "is"), the_plural, tables),
    st.builds(lambda w, v: t.Action(_tokens(w + " saying"), block=v), words,
              st.sampled_from(['Dear {Bob},\n\n  "Bye"', "# x\n- y\n(z)", "a: b"]).map(
                  lambda s: t.Text((s,)))),
    st.builds(lambda w, d: t.Action(_tokens(w), details=tuple(d)), words,
              st.lists(st.builds(t.Detail, names, plain), min_size=1, max_size=3,
                       unique_by=lambda d: d.name)),
)  # fmt: skip


def deeper(inner: st.SearchStrategy[t.Step]) -> st.SearchStrategy[t.Step]:
    body = st.lists(inner, min_size=1, max_size=3).map(_body)
    return st.one_of(
        st.builds(lambda c, b: t.If(((c, b),)), conditions, body),
        st.builds(lambda c, b, d, e, o: t.If(((c, b), (d, e)), o), conditions, body, conditions,
                  body, st.none() | body),
        st.builds(t.ForEach, singles, the_plural, body),
        st.builds(t.ProcessEach, singles, the_plural, body, st.sampled_from([None, 0, 5])),
        st.builds(lambda n, b: t.Repeat(t.Number(Decimal(n)), b), st.integers(2, 9), body),
        st.builds(t.While, conditions, body, st.booleans()),
        st.builds(t.AtOnce, body),
        st.builds(lambda v, c, b, o: t.DependingOn(v, ((t.Compare("=", t.Item(), c), b),), o),
                  targets, moneys | plain_texts, body, st.none() | body),
    )  # fmt: skip


def _body(steps: list[t.Step]) -> t.Body:
    """A body without an `If` directly behind another, which `Otherwise` could not tell apart."""
    made: list[t.Step] = []
    for step in steps:
        if made and isinstance(step, t.If) and isinstance(made[-1], t.If):
            made.append(t.Say(t.Text(("between",))))
        made.append(step)
    return tuple(made)


@st.composite
def leaves(draw: st.DrawFn) -> t.Step:
    """Steps without a body: a strategy with a name, since the whole of it is too long to show."""
    return draw(simple | blocks)


steps = st.recursive(leaves(), deeper, max_leaves=5)
titles = st.builds(t.Title, st.sampled_from(["One", "A b"]), st.integers(1, 3)) | st.builds(
    t.Note, st.sampled_from(["remember this", "(x) y"])
)
definitions = st.one_of(
    st.builds(
        lambda h, s: t.Procedure("procedure", _header(h), _body(s)),
        st.sampled_from(["pay an invoice", "send an order to a customer"]),
        st.lists(steps, min_size=1, max_size=3),
    ),
    st.builds(
        lambda c: t.Adjective("invoice", "overdue", c),
        st.builds(lambda f, v: t.Compare(">", t.Property(t.Item(), f), v), names, plain_texts),
    ),
    st.builds(t.Constant, singles, plain),
)
files = st.lists(steps | titles | definitions, max_size=6).map(lambda s: t.File(_body(s)))


def _header(text: str) -> tuple[t.Token, ...]:
    from kognilang.language.lexer import tokens

    return tuple(tokens(text))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files)
def test_files_are_read_back(file):
    printed = print_file(file)
    reading = read(source_of(printed))
    assert [(p.name, p.summary) for p in reading.problems] == []
    assert reading.file == file
    assert print_file(reading.file) == printed
