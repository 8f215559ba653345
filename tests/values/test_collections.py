"""Collections: picking, sorting, grouping, joining, copying; totals name the rows with blanks."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from kognilang.values import arranging
from kognilang.values.context import Context
from kognilang.values.fields import read_field
from kognilang.values.kinds import Count, Duration, Exceptional, List, Money, Record, Table

D = Decimal


def dollars(amount: str) -> Money:
    return Money(D(amount), "USD")


def row(**fields: Any) -> Record:
    return Record(fields=fields, kind="order")


def values(*items: Any, noun: str = "") -> List:
    return List(items=list(items), noun=noun)


@pytest.mark.parametrize(
    ("name", "args", "result"),
    [
        ("number of", (values(1, 2),), D(2)),
        ("number of", (None,), D(0)),
        ("total of", (values(),), D(0)),
        ("total of", (values(D(1), D("2.5")),), D("3.5")),
        ("total of", (values(dollars("1"), dollars("2.50")),), dollars("3.50")),
        ("total of", (values(dollars("1"), D(2)),), dollars("3")),
        ("total of", (values(D(2), dollars("1")),), dollars("3")),
        ("total of", (values(Count(D(1), "unit"), Count(D(2), "units")),), Count(D(3), "unit")),
        ("total of", (values(Duration(days=1), Duration(days=2)),), Duration(days=3)),
        ("average of", (values(D(1), D(2)),), D("1.5")),
        ("average of", (values(dollars("10"), dollars("5")),), dollars("7.5")),
        ("median of", (values(D(5), D(1), D(3)),), D(3)),
        ("median of", (values(D(5), D(1), D(3), D(4)),), D("3.5")),
        ("largest of", (values(dollars("1"), dollars("10"), dollars("9")),), dollars("10")),
        ("smallest of", (values("b", "A", "c"),), "A"),
        ("latest of", (values(date(2026, 1, 1), date(2026, 2, 1)),), date(2026, 2, 1)),
        ("earliest of", (values(time(9), time(8)),), time(8)),
        ("most common of", (values("Open", "held", "open ", None),), "Open"),
        ("first", (values("a", "b"),), "a"),
        ("last", (values("a", "b"),), "b"),
        ("item", (D(2), values("a", "b")), "b"),
    ],
)
def test_plain_results(name: str, args: Any, result: Any, do: Callable[..., Any]) -> None:
    assert do(name, *args) == result


@pytest.mark.parametrize(
    ("name", "args", "items"),
    [
        ("first n", (D(2), values("a", "b", "c")), ["a", "b"]),
        ("first n", (D(9), values("a")), ["a"]),
        ("last n", (D(2), values("a", "b", "c")), ["b", "c"]),
        ("last n", (D(0), values("a")), []),
        ("reversed", (values("a", "b"),), ["b", "a"]),
        ("all except", (values("a", "B", "c"), values("b")), ["a", "c"]),
        ("distinct", (values("Open", "open", "held", D(1), D("1.0")),), ["Open", "held", D(1)]),
        ("followed by", (values("a"), values("b")), ["a", "b"]),
        ("followed by", (values("a"), "b"), ["a", "b"]),
        ("range", (D(1), D(4)), [D(1), D(2), D(3), D(4)]),
        ("range", (D(1), D(0)), []),
        ("range", (D(10), D(4), D(-3)), [D(10), D(7), D(4)]),
        ("range", (D(0), D(1), D("0.5")), [D(0), D("0.5"), D(1)]),
        ("range", (date(2026, 2, 27), date(2026, 3, 1)),
         [date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1)]),
        ("range", (date(2026, 1, 31), date(2026, 4, 1), Duration(months=1)),
         [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]),
        ("range", (time(9), time(10), Duration(seconds=D(1800))), [time(9), time(9, 30), time(10)]),
        ("range", (time(23), time(23, 59), Duration(seconds=D(1800))), [time(23), time(23, 30)]),
        ("list", (D(1), "a"), [D(1), "a"]),
    ],
)  # fmt: skip
def test_lists(name: str, args: Any, items: Any, do: Callable[..., Any]) -> None:
    found = do(name, *args)
    assert found.items == items


@pytest.mark.parametrize(
    ("name", "args", "problem", "message"),
    [
        ("first", (values(noun="order"),), "no-match",
         "There is no first order, because there are no orders."),
        ("item", (D(4), values("a", noun="order")), "no-match",
         "There is no order number 4, because there is only one order."),
        ("item", (D(0), values("a", noun="order")), "no-match",
         "There is no order number 0; places begin at 1."),
        ("item", (D("1.5"), values("a")), "not-whole",
         "1.5 is not a whole number, so it cannot be a place in a list."),
        ("average of", (values(noun="order"),), "no-values", "There is no average of no orders."),
        ("most common of", (values("a", "b"),), "several-matches",
         '"a" and "b" are equally common (1 each), where one is meant.'),
        ("total of", (values(D(1), "n/a"),), "wrong-kind",
         'The text "n/a" is not a number, so it cannot be added up.'),
        ("total of", (values(D(1), None, noun="fee"),), "blank-value",
         "The fee of number 2 is blank, so the fees cannot be added up; leave the blank ones out, "
         "or count them as zero."),
        ("total of", (values(row(total=dollars("5")), noun="order"),), "wrong-kind",
         "The orders themselves cannot be added up; name the field, such as the orders' totals."),
        ("total of", (values(dollars("1"), Money(D(1), "EUR")),), "two-currencies", None),
        ("largest of", (values(D(1), "x"),), "wrong-kind", None),
        ("range", (D(1), D(10) ** 12), "limit-reached", None),
        ("range", (D(1), D(5), D(0)), "wrong-kind", None),
        ("rounds", (D("2.5"),), "not-whole", None),
        ("rounds", (D(-1),), "out-of-range", "Nothing can be repeated -1 times."),
        ("rounds", (None,), "blank-value", None),
    ],
)  # fmt: skip
def test_refusals(
    name: str, args: Any, problem: str, message: str | None, do: Callable[..., Any]
) -> None:
    with pytest.raises(Exceptional) as caught:
        do(name, *args)
    assert caught.value.problem == problem
    if message is not None:
        assert caught.value.message == message


def test_a_blank_among_values_names_its_rows(context: Context, do: Callable[..., Any]) -> None:
    rows = [
        Record(fields={"id": D(at), "amount": None if at in (2, 4) else dollars("5")}, kind="order")
        for at in range(5)
    ]
    amounts = read_field(
        context, Table(columns=["id", "amount"], rows=rows, noun="order"), "amounts"
    )
    with pytest.raises(Exceptional) as caught:
        do("total of", amounts)
    refusal = caught.value
    assert refusal.message == (
        "The amount of order 2 and order 4 are blank, so the amounts cannot be added up; leave "
        "the blank ones out, or count them as zero."
    )
    assert refusal.prop == "amount"
    assert refusal.thing is rows[2]
    assert refusal.needs == "money"
    assert refusal.candidates == (rows[2], rows[4])


def test_sorting_is_stable_and_keeps_blanks_last(context: Context) -> None:
    rows = [row(n=n, at=at) for at, n in enumerate([D(2), None, D(1), D(2), D(1)])]
    keys = [[one.fields["n"] for one in rows]]
    up = arranging.sorted_by(context, values(*rows), keys, [False])
    assert [one.fields["at"] for one in up] == [2, 4, 0, 3, 1]
    down = arranging.sorted_by(context, values(*rows), keys, [True])
    assert [one.fields["at"] for one in down] == [0, 3, 2, 4, 1]
    two = arranging.sorted_by(
        context, values(*rows), [*keys, [D(one.fields["at"]) for one in rows]], [False, True]
    )
    assert [one.fields["at"] for one in two] == [4, 2, 3, 0, 1]


def test_grouping_keeps_the_order_and_the_first_spelling(context: Context) -> None:
    rows = [row(status=status) for status in ("Open", "held", "open ", None)]
    groups = arranging.grouped_by(
        context,
        values(*rows, noun="order"),
        [[one.fields["status"] for one in rows]],
        ["status"],
        "orders",
    )
    assert [group.fields["key"] for group in groups] == ["Open", "held", None]
    assert groups.items[0].fields["orders"].items == [rows[0], rows[2]]
    assert read_field(context, groups.items[0], "orders").noun == "order"


def test_without_duplicates_by_fields(context: Context) -> None:
    rows = [row(a="X", b=D(1)), row(a="x ", b=D("1.0")), row(a="X", b=D(2))]
    by_one = arranging.distinct_by(context, values(*rows), [["X", "x ", "X"]])
    assert by_one.items == [rows[0]]
    assert arranging.distinct(context, values(*rows)).items == [rows[0], rows[2]]


def test_joining_rows(context: Context) -> None:
    orders = values(row(PO="1", total=D(5)), row(PO="2", total=D(6)), row(PO=None, total=D(7)))
    payments = values(row(po="1 ", paid=D(5), total=D(0)), row(po="1", paid=D(1)), row(po=None))
    joined = arranging.joined_by(context, orders, payments, ["po"])
    assert [one.fields for one in joined] == [
        {"PO": "1", "total": D(5), "paid": D(5)},
        {"PO": "1", "total": D(5), "paid": D(1)},
    ]
    alone = arranging.joined_by(context, orders, payments, ["po"], matching=False)
    assert alone.items == orders.items[1:]


def test_matching_within_a_tolerance(context: Context) -> None:
    orders = values(row(ref="a", total=dollars("5")), row(ref="b", total=dollars("9")))
    payments = values(row(ref="A", total=dollars("5.50")), row(ref="b", total=dollars("20")))
    alone = arranging.joined_by(
        context, orders, payments, ["ref", "total"], matching=False, within=dollars("1")
    )
    assert alone.items == [orders.items[1]]


def test_a_copy_is_a_new_thing_with_its_own_lines(do: Callable[..., Any]) -> None:
    vendor = row(name="Acme")
    line = row(amount=D(1))
    invoice = row(vendor=vendor, lines=values(line))
    made = do("copy", invoice)
    made.fields["lines"].items[0].fields["amount"] = D(2)
    made.fields["lines"].items.append(row())
    assert line.fields["amount"] == D(1)
    assert len(invoice.fields["lines"]) == 1
    assert made.fields["vendor"] is vendor


def test_ranges_of_moments_count_from_the_start(context: Context, do: Callable[..., Any]) -> None:
    start = do("at", date(2026, 3, 28), time(9))
    found = do("range", start, do("at", date(2026, 3, 30), time(9)), Duration(days=1))
    assert [one.hour for one in found] == [9, 9, 9]
    assert all(isinstance(one, datetime) for one in found)


def test_joining_rows_that_differ_a_little(context: Context) -> None:
    orders = values(
        row(ref="A", amount=Money(D(30), "USD"), tax=D(1)),
        row(ref="B", amount=Money(D(10), "USD"), tax=D(2)),
    )
    payments = values(row(ref="a", amount=D("29.5")), row(ref="B", amount=D(15)))
    one = Money(D(1), "USD")
    codes = ((), (("amount", "USD"),))
    named = arranging.joined_by(context, orders, payments, ["ref", "amount"], False, one, codes)
    assert [one.fields["ref"] for one in named] == ["B"]
    found = arranging.joined_by(context, orders, payments, ["ref"], False, one, codes)
    assert [one.fields["ref"] for one in found] == ["B"]
    two = values(row(ref="A", amount=Money(D(30), "USD"), fee=Money(D(3), "USD")))
    both = values(row(ref="A", amount=Money(D(30), "USD"), fee=Money(D(3), "USD")))
    with pytest.raises(Exceptional, match="which column"):
        arranging.joined_by(context, two, both, ["ref"], False, one)


def test_a_group_answers_for_what_its_things_share(context: Context) -> None:
    rows = [row(a="X", b="N", c=D(1)), row(a="x", b="N", c=D(2)), row(a="X", b="S", c=D(1))]
    groups = arranging.grouped_by(
        context, values(*rows), [["X", "x", "X"], ["N", "N", "S"]], ["a", "b"], "rows"
    )
    assert [(one.fields["a"], one.fields["b"]) for one in groups] == [("X", "N"), ("X", "S")]
    assert read_field(context, groups.items[0], "key").items == ["X", "N"]
    alone = arranging.grouped_by(context, values(*rows), [["X", "x", "X"]], ["a"], "rows")
    assert read_field(context, alone.items[0], "a") == "X"
    with pytest.raises(Exceptional, match="no b"):
        read_field(context, alone.items[0], "b")
