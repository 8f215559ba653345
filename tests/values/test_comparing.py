"""Comparisons: texts as people do, one currency, days with moments, things by identity."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kognilang.settings import Settings
from kognilang.values.comparing import OPS, compare, is_blank, sort_keys
from kognilang.values.context import Context
from kognilang.values.explaining import said
from kognilang.values.kinds import (
    Count,
    Duration,
    Exceptional,
    File,
    List,
    Money,
    Percent,
    Person,
    Record,
    Table,
)

D = Decimal


def dollars(amount: str) -> Money:
    return Money(D(amount), "USD")


def euros(amount: str) -> Money:
    return Money(D(amount), "EUR")


WHEN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
"""10:00 in Berlin."""

YES = [
    ("=", D("5"), D("5.00"), ()),
    ("=", "Acme ", " aCME", ()),
    ("=", "Straße", "STRASSE", ()),
    ("exactly", "Acme", "Acme", ()),
    ("=", dollars("5"), D(5), ()),
    ("=", D(0), euros("0"), ()),
    ("=", dollars("0"), euros("0"), ()),
    (">", dollars("5"), D(4), ()),
    (">=", dollars("5"), dollars("5.00"), ()),
    (">", euros("5"), D(0), ()),
    ("=", Count(D(5), "units"), D(5), ()),
    ("<", Count(D(5), "units"), Count(D(6), "unit"), ()),
    ("<", Percent(D(5)), Percent(D(6)), ()),
    ("=", D("12"), "12", ()),
    ("=", D("5.00"), "5.00", ()),
    ("=", D("1250.50"), "1,250.50", ()),
    ("=", dollars("1200.00"), "$1,200.00", ()),
    ("=", "250 usd", dollars("250"), ()),
    ("=", True, "Yes", ()),
    ("=", "TRUE", True, ()),
    ("=", date(2026, 3, 1), "2026-03-01", ()),
    ("=", date(2026, 3, 1), "1 Mar 2026", ()),
    (">", "12", D(5), ()),
    ("<", dollars("5"), "$12", ()),
    ("=", None, None, ()),
    ("=", None, "  ", ()),
    ("=", WHEN, date(2026, 3, 1), ()),
    ("before", date(2026, 2, 28), WHEN, ()),
    ("after", WHEN, "2026-02-28", ()),
    ("on", WHEN, date(2026, 3, 1), ()),
    ("on or before", WHEN, date(2026, 3, 1), ()),
    ("on or after", date(2026, 3, 1), WHEN, ()),
    ("after", WHEN, time(9, 30), ()),
    ("=", WHEN, time(10, 0), ()),
    ("<", time(9), time(17), ()),
    (">", Duration(days=2), Duration(seconds=D(3600)), ()),
    ("=", Duration(days=1), Duration(seconds=D(86400)), ()),
    ("=", Duration(months=12), Duration(months=12), ()),
    ("contains", "The Invoice", "invoice", ()),
    ("contains", List(items=["Open", "held"]), "open", ()),
    ("contains", List(items=[D(1), None, "x"]), D(1), ()),
    ("contains", "INV-12", D(12), ()),
    ("starts with", "INV-12", "inv", ()),
    ("ends with", "report.PDF", ".pdf", ()),
    ("matches", "INV-0012", r"inv-\d{4}", ()),
    ("in", "Open", List(items=["open", "held"]), ()),
    ("in", dollars("5"), List(items=["n/a", dollars("5")]), ()),
    ("all in", List(items=["a", "B"]), List(items=["A", "b", "c"]), ()),
    ("all in", List(items=[]), List(items=[]), ()),
    ("within", dollars("102"), dollars("100"), (Percent(D(2)),)),
    ("within", dollars("98"), dollars("100"), (Percent(D(2)),)),
    ("within", dollars("-98"), dollars("-100"), (Percent(D(2)),)),
    ("within", dollars("101"), dollars("100"), (dollars("1"),)),
    ("within", date(2026, 3, 4), date(2026, 3, 1), (Duration(days=3),)),
    ("within", date(2026, 2, 26), date(2026, 3, 1), (Duration(days=3),)),
    ("within", date(2026, 3, 4), date(2026, 2, 27), (Duration(business_days=3),)),
    ("within", D(5), D(7), (D(2),)),
    ("between", D(5), D(5), (D(10),)),
    ("between", D(10), D(5), (D(10),)),
    ("between", date(2026, 1, 31), date(2026, 1, 1), (date(2026, 1, 31),)),
    ("more than by", dollars("110"), dollars("100"), (Percent(D(10)),)),
    ("at least more than by", dollars("120"), dollars("100"), (Percent(D(10)),)),
    ("less than by", D(95), D(100), (D(5),)),
    ("at least less than by", D(80), D(100), (Percent(D(10)),)),
    ("=", List(items=["a", D(1)]), List(items=["A", D(1)]), ()),
    ("=", Person("Bo", title="CFO"), "cfo", ()),
    ("=", File(Path("in/a.pdf")), "A.PDF", ()),
]

NO = [
    ("=", D("5.00"), "5", ()),
    ("=", "007", D(7), ()),
    ("exactly", "Acme", "acme", ()),
    ("exactly", "Acme", "Acme ", ()),
    ("=", D(5), "n/a", ()),
    ("=", D(5), None, ()),
    ("=", "x", None, ()),
    ("<", D(5), D(5), ()),
    ("within", dollars("102.01"), dollars("100"), (Percent(D(2)),)),
    ("within", date(2026, 3, 5), date(2026, 3, 1), (Duration(days=3),)),
    ("within", dollars("101.01"), dollars("100"), (D(1),)),
    ("between", D(11), D(5), (D(10),)),
    ("contains", None, "x", ()),
    ("contains", List(items=[]), "x", ()),
    ("in", "x", List(items=["open"]), ()),
    ("in", "x", None, ()),
    ("all in", List(items=["a", "d"]), List(items=["a"]), ()),
    ("matches", "INV-12 old", r"INV-\d+", ()),
    ("on", WHEN, date(2026, 3, 2), ()),
    ("=", List(items=["a", "b"]), List(items=["b", "a"]), ()),
    ("=", Duration(days=1), Duration(days=2), ()),
]


@pytest.mark.parametrize(("op", "left", "right", "extra"), YES)
def test_it_holds(op: str, left: Any, right: Any, extra: Any, context: Context) -> None:
    assert compare(context, op, left, right, extra) is True


@pytest.mark.parametrize(("op", "left", "right", "extra"), NO)
def test_it_does_not_hold(op: str, left: Any, right: Any, extra: Any, context: Context) -> None:
    assert compare(context, op, left, right, extra) is False


@pytest.mark.parametrize(
    ("op", "left", "right", "problem", "message"),
    [
        ("=", dollars("5"), euros("5"), "two-currencies",
         "$5 cannot be compared with €5, because they are in two currencies (USD and EUR)."),
        (">", dollars("5"), euros("5"), "two-currencies",
         "$5 cannot be compared with €5, because they are in two currencies (USD and EUR)."),
        (">", euros("5"), D(3), "two-currencies",
         "€5 cannot be compared with $3, because they are in two currencies (EUR and USD)."),
        (">", None, dollars("5"), "blank-value",
         "A value is blank, so it cannot be compared with $5."),
        (">", "twelve", D(5), "wrong-kind",
         'The text "twelve" is not a number, so it cannot be compared with 5.'),
        (">", D(5), Percent(D(3)), "wrong-kind",
         "The number 5 cannot be compared with 3%: a percent is of something; write 3% of it."),
        ("=", date(2026, 1, 1), D(5), "wrong-kind",
         "The date 2026-01-01 cannot be compared with the number 5."),
        ("<", Duration(months=1), Duration(days=30), "wrong-kind",
         "1 month cannot be compared with 30 days: months and business days have no fixed number "
         "of days."),
        ("before", D(5), date(2026, 1, 1), "wrong-kind",
         "The number 5 is not a date, so it cannot be compared in time with 2026-01-01."),
        ("matches", "x", "(", "bad-pattern", None),
        ("=", List(items=["a"]), "a", "wrong-kind",
         '"a" cannot be compared with the text "a": say whether it contains "a".'),
        ("=", Record(fields={"name": "Acme"}, kind="vendor"), "Acme", "wrong-kind",
         'Vendor Acme cannot be compared with the text "Acme": name the field that is meant.'),
    ],
)  # fmt: skip
def test_refusals(
    op: str, left: Any, right: Any, problem: str, message: str | None, context: Context
) -> None:
    with pytest.raises(Exceptional) as caught:
        compare(context, op, left, right)
    assert caught.value.problem == problem
    if message is not None:
        assert caught.value.message == message


def test_records_are_the_same_by_identity(context: Context) -> None:
    one = Record(fields={"id": D(7)}, oid="r1:4")
    alike = Record(fields={"id": D(7)}, oid="r1:5")
    again = Record(fields={"id": D(7)}, oid="r1:4")
    assert compare(context, "=", one, one)
    assert compare(context, "=", one, again)
    assert not compare(context, "=", one, alike)
    assert compare(context, "in", one, List(items=[alike, one]))


def test_records_of_two_tables_are_refused_with_a_field(context: Context) -> None:
    order = Record(fields={"PO number": D(7), "total": D(1)}, kind="order")
    receipt = Record(fields={"po_number": D(7), "quantity": D(1)}, kind="receipt")
    with pytest.raises(Exceptional) as caught:
        compare(context, "=", order, receipt)
    assert caught.value.problem == "different-tables"
    assert caught.value.suggestions == ("the order's PO number is the receipt's PO number",)


def test_a_bare_number_needs_the_settings_currency(context: Context) -> None:
    bare = Context(context.now, Settings(Path()))
    with pytest.raises(Exceptional) as caught:
        compare(bare, ">", dollars("5"), D(3))
    assert caught.value.problem == "no-currency"
    assert compare(bare, ">", dollars("5"), D(0))


def test_every_comparison_is_a_value_or_an_exception(context: Context) -> None:
    some: list[Any] = [
        None, "", "abc", "12", D(0), D(5), dollars("5"), euros("5"), Percent(D(10)),
        Count(D(2), "units"), date(2026, 3, 1), time(9), WHEN, Duration(days=3),
        Duration(months=1), True, List(items=[D(1), None]), Record(fields={"a": D(1)}),
        Table(columns=["a"], rows=[Record(fields={"a": D(1)})]), File(Path("x")), Person("Bo"),
    ]  # fmt: skip
    for op in OPS:
        extras: tuple[Any, ...] = (D(1), Percent(D(2)), Duration(days=1))
        for left in some:
            for right in some:
                for extra in extras:
                    try:
                        assert compare(context, op, left, right, (extra,)) in (True, False)
                    except Exceptional as refusal:
                        assert refusal.message.endswith("."), (op, left, right)
                    said(context, op, left, right, (extra,))
                    if op not in ("within", "between") and " by" not in op:
                        break


@pytest.mark.parametrize(
    ("op", "left", "right", "extra", "text"),
    [
        ("within", dollars("1060"), dollars("1000"), (Percent(D(2)),),
         "$1,060 is not within 2% of $1,000 (the difference is $60, 6% more)"),
        ("=", dollars("41.254"), dollars("41.25"), (),
         "$41.254 is not $41.25 (the difference is $0.004, 0.01% more)"),
        ("<=", dollars("5"), dollars("4"), (), "$5 is more than $4"),
        ("=", "open", "held", (), '"open" is not "held"'),
        ("on or before", date(2026, 3, 2), date(2026, 3, 1), (), "2026-03-02 is after 2026-03-01"),
        ("=", D("5.0"), "5", (), '5.0 is not "5"'),
        ("between", D(11), D(5), (D(10),), "11 is not between 5 and 10"),
        (">", None, D(5), (), "nothing is not more than 5"),
        ("within", date(2026, 3, 5), date(2026, 3, 1), (Duration(days=3),),
         "2026-03-05 is not within 3 days of 2026-03-01 (the difference is 4 days)"),
    ],
)  # fmt: skip
def test_what_failed_is_said_with_its_values(
    op: str, left: Any, right: Any, extra: Any, text: str, context: Context
) -> None:
    assert said(context, op, left, right, extra) == text


def test_blanks() -> None:
    for value in (None, "", "  ", List(), Table(columns=["a"])):
        assert is_blank(value)
    for other in (D(0), False, "x", Record()):
        assert not is_blank(other)


def test_sorting_refuses_a_mix(context: Context) -> None:
    with pytest.raises(Exceptional):
        sort_keys(context, [D(5), "n/a"])
    with pytest.raises(Exceptional, match="two currencies"):
        sort_keys(context, [dollars("0"), dollars("5"), euros("5")])
    assert sort_keys(context, [dollars("5"), D(0), None]) == [(0, D(5)), (0, D(0)), (1, 0)]
    assert (
        sort_keys(context, [WHEN, date(2026, 3, 1)])[0]
        > sort_keys(context, [date(2026, 3, 1), WHEN])[0]
    )
