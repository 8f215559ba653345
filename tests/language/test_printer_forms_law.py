"""The law of the printer for the forms of whole files: asking, failing, waiting, definitions,
triggers, learnings, examples. parse(print(tree)) == tree, also where texts hold quotes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kognilang.language import tree as t
from kognilang.language.formatting import formatted
from kognilang.language.lexer import tokens
from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.text.reading import source_of
from tests.language.test_printer_laws import (
    durations,
    lists,
    moneys,
    percents,
    plain,
    properties,
    the_plural,
    the_single,
)
from tests.language.test_printer_steps_law import (
    _body,
    blocks,
    cells,
    conditions,
    names,
    simple,
    targets,
    titles,
)

quoted = st.text(alphabet="ab \"{}|:,.'#-", max_size=10).map(lambda s: t.Text((s,)))
"""Texts with all that could be taken for something else: quotes, braces, bars, marks."""
long_texts = st.lists(
    st.sampled_from(['say "hi"', "# no title", "- no list", "", "  deeper", "a: b", "{x}"]),
    min_size=2, max_size=5,
).map(lambda lines: t.Text(("\n".join(["start", *lines, "end"]),), True))  # fmt: skip
people = st.sampled_from(["finance manager", "vendor manager", "cfo"]).map(t.Name)
asked = st.none() | people
limits = st.builds(t.Limits, st.none() | durations) | st.builds(t.Limits, durations, durations)


def words(*texts: str) -> st.SearchStrategy[tuple[t.Token, ...]]:
    """Return a strategy of the words of one of the texts."""
    return st.sampled_from([tuple(tokens(text)) for text in texts])


asks = st.one_of(
    st.builds(lambda p, q, w: t.Ask("text", p, q, limits=w), asked, quoted, limits),
    st.builds(lambda p, g, w: t.Ask("for", p, target=g, limits=w), asked, targets, limits),
    st.builds(lambda p, s, w: t.Ask("whether", p, subject=s, limits=w), asked,
              words("to approve the invoice", 'the status is "open"'), limits),
    st.builds(lambda p, g, c, w: t.Ask("choose", p, target=g, choices=c, limits=w), asked,
              st.none() | the_single,
              st.lists(quoted, min_size=2, max_size=3).map(lambda i: t.ListValue(tuple(i))),
              limits),
    st.builds(lambda p, g, w: t.Ask("confirm", p, target=g, limits=w), asked, properties, limits),
    st.builds(lambda p, s, w: t.Ask("approval", p, subject=s, limits=w), people,
              words("the payment", "the invoice of the vendor"), limits),
    st.builds(lambda q, w: t.Ask("approval", t.Name("directors"), subject=tuple(tokens("it")),
                                 quorum=q, limits=w), st.integers(2, 5), limits),
    st.builds(lambda q, n: t.Ask("text", None, q, name=n), quoted, the_single),
)  # fmt: skip

single = st.one_of(
    asks,
    simple,
    st.builds(t.Say, quoted | long_texts),
    st.builds(t.Show, quoted | long_texts),
    st.builds(t.Tell, people, quoted | long_texts),
    st.builds(t.Fail, quoted),
    st.builds(t.Stop, quoted),
    st.builds(t.Save, the_plural, st.none() | quoted.filter(lambda x: x.parts != ("",))),
    st.builds(t.Setting, targets, quoted | lists | long_texts, st.sampled_from(["set", "let"])),
    st.builds(t.Return, moneys | quoted, st.sampled_from(["return", "result"])),
    st.builds(t.SkipItem, st.sampled_from(["order", "late invoice", ""])),
    st.just(t.StopRepeating()),
    st.builds(lambda m: t.Wait(moment=m), st.sampled_from([
        t.Form("tomorrow", ()), t.Form("next weekday", (t.Text(("Monday",)),))])),
    st.builds(lambda c, e, u: t.Wait(condition=c, checking=e, up_to=u), conditions,
              st.none() | durations, st.none() | durations),
    st.builds(t.MakeSure, conditions, st.none() | st.just((t.Stop(),))),
    st.builds(lambda c: t.CheckAll(tuple(c)), st.lists(conditions, min_size=1, max_size=3)),
    st.builds(t.Create, st.just("table"), the_plural,
              st.lists(st.sampled_from(["Rate (%)", "name", "Paid By"]), min_size=1, max_size=3,
                       unique=True).map(tuple)),
    blocks,
)  # fmt: skip
some = st.lists(single, min_size=1, max_size=3).map(_body)
held = st.one_of(
    single,
    st.builds(lambda s, h, o: t.Guarded((s,), tuple(h), o if type(s) is not t.If else None),
        single.filter(lambda s: not isinstance(s, t.Unread)),
        st.lists(st.tuples(st.none() | st.sampled_from(["the file is missing", "it is late"]),
                           some), min_size=1, max_size=2), st.none() | some),
    st.builds(t.TryUpTo, st.integers(2, 9).map(lambda v: t.Number(Decimal(v))),
              st.none() | durations, some),
    st.builds(lambda a, n, o: t.Ask(a.form, a.person, a.question, a.target, a.choices, a.subject,
                                    a.quorum, a.limits, a.name, n, None, o),
              asks, some, st.none() | some),
    st.builds(lambda c, b, o: t.If(((c, b),), o), conditions, some, some),
    st.builds(lambda v, cs, o: t.DependingOn(v, tuple(cs), o), targets, st.lists(st.tuples(
        st.one_of(
            quoted.map(lambda q: t.Compare("=", t.Item(), q)),
            st.builds(lambda a, b: t.Compare("in", t.Item(), t.ListValue((a, b), "or")),
                      quoted, quoted),
            st.builds(lambda o, m: t.Compare(o, t.Item(), m),
                      st.sampled_from([">", "<=", "before"]), moneys),
            st.builds(lambda a, b: t.Compare("between", t.Item(), a, (b,)), moneys, moneys),
        ), some), min_size=1, max_size=3), st.none() | some),
    st.builds(lambda n, r: t.Setting(n, t.TableValue(("name", "Rate (%)"), tuple(r)), "is"),
              the_plural, st.lists(st.tuples(quoted | cells, percents), max_size=3)),
    st.builds(lambda n, f: t.Setting(n, t.RecordValue(tuple(f)), "is"), the_single,
              st.lists(st.tuples(names, quoted | plain | st.just(t.Nothing())), min_size=1,
                       max_size=3, unique_by=lambda f: f[0])),
    st.builds(lambda d: t.Action(tuple(tokens("Send an email")), details=tuple(d)),
              st.lists(st.builds(t.Detail, st.sampled_from(["subject", "body", "Total (USD)"]),
                                 quoted | plain | lists | st.just(t.Nothing())),
                       min_size=1, max_size=3, unique_by=lambda d: d.name)),
)  # fmt: skip
more = st.lists(held, min_size=1, max_size=3).map(_body)
_FIELDS = [
    t.KindField("number", "text"), t.KindField("due date"), t.KindField("lines", None, True),
    t.KindField("amount", "money"), t.KindField("status"),
]  # fmt: skip
examples = st.lists(
    st.one_of(
        st.builds(lambda v: ("given", "the fee is", t.Setting(t.Name("fee"), v, "is")), moneys),
        st.builds(lambda v: ("given", "the invoice is", t.Setting(t.Name("invoice"), v, "is")),
                  st.just(t.RecordValue((("vendor", t.Text(('A "B"',))),
                                         ("total", t.Number(Decimal(5))))))),
        st.just(("given", 'the finance manager answers "no"', None)),
        st.just(("given", "today is 2026-03-31", None)),
        st.just(("when", "we pay the invoice", None)),
        st.just(("then", "nothing is paid", None)),
        st.just(("then", 'it says "done"', None)),
    ),
    min_size=1, max_size=4,
)  # fmt: skip
definitions = st.one_of(
    st.builds(t.Procedure, st.just("procedure"),
              words("pay an invoice", "move [a file] to [a folder]"), more),
    st.builds(t.Procedure, st.just("decision"), words("an invoice needs approval"), more),
    st.builds(t.Procedure, st.just("value"), words("the shipping fee for an order"), more),
    st.builds(t.Adjective, st.just("invoice"), st.just("overdue"), st.builds(
        lambda f, v: t.Compare("before", t.Property(t.Item(), f), v), names,
        st.just(t.Form("today", ())))),
    st.builds(t.DerivedProperty, st.just("customer"), st.just("full name"),
              st.just(t.Text((t.Property(t.Item(), "first name"), " ",
                              t.Property(t.Item(), "last name"))))),
    st.lists(st.sampled_from(_FIELDS), min_size=1, max_size=4, unique_by=lambda f: f.name).map(
        lambda f: t.KindDefinition("invoice", tuple(f))),
    st.builds(t.Constant, st.just("approval limit"), moneys | quoted),
    st.just(t.Use("vendors.kog")),
    st.just(t.ColumnCurrency("invoices", "total", "USD")),
    st.builds(t.Trigger, words("Every weekday at 9:00", 'When a file arrives in the folder "in"',
                               "On the first business day of each month"), more),
    st.builds(t.Learning, words("the invoice's PO number is missing"),
              words("matching an invoice", "paying it"), more),
)  # fmt: skip
files = st.lists(held | titles | definitions, max_size=5).map(
    lambda s: t.File(_body([one for one in s if _stands(one)]))
)


def _stands(step: t.Step) -> bool:
    """Whether a step can stand at the top level below any other."""
    return not isinstance(step, t.Return | t.SkipItem)


def _read_back(file: t.File) -> None:
    printed = print_file(file)
    reading = read(source_of(printed))
    assert [(p.name, p.summary) for p in reading.problems if not p.warning] == [], printed
    assert reading.file == file, printed
    assert print_file(reading.file) == printed


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(files)
def test_files_of_every_form_are_read_back(file):
    _read_back(file)


@pytest.mark.long
@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@given(files)
def test_many_files_of_every_form_are_read_back(file):
    _read_back(file)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(examples, min_size=1, max_size=2))
def test_examples_are_read_back(some):
    text = "".join(
        f"Example: number {at}\n" + "".join(f"    {line}\n" for line in _example(rows))
        for at, rows in enumerate(some)
    )
    first = read(source_of(text))
    assert not first.problems, text
    again = read(source_of(print_file(first.file)))
    assert again.file == first.file, text
    given_steps = [line.step for one in first.file.items for line in one.lines]
    for step in (step for rows in some for _, _, step in rows if step is not None):
        assert step in given_steps, text


def _example(rows) -> list[str]:
    lines = []
    for role, said, step in rows:
        if step is None:
            lines.append(f"{role.capitalize()} {said}")
            continue
        head, *below = print_file(t.File((step,))).rstrip("\n").split("\n")
        lines.append(f"{role.capitalize()} {head[:1].lower() + head[1:]}".removesuffix(":"))
        lines += below
    return lines


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(files)
def test_formatting_generated_files_changes_no_tree(file):
    source = source_of(print_file(file))
    once = formatted(source) if file.items else ""
    assert read(source_of(once)).file.items == file.items
    assert once == "" or formatted(source_of(once)) == once
