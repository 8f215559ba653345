"""Arithmetic is exact, keeps to a currency, and refuses what has no meaning in a clerk's words."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kognilang.settings import Settings
from kognilang.values.context import Context
from kognilang.values.kinds import Count, Duration, Exceptional, List, Money, Percent
from kognilang.values.operations import OPERATIONS, apply, arity

D = Decimal


def dollars(amount: str) -> Money:
    return Money(D(amount), "USD")


def euros(amount: str) -> Money:
    return Money(D(amount), "EUR")


@pytest.mark.parametrize(
    ("name", "values", "result"),
    [
        ("+", (D("0.1"), D("0.2")), D("0.3")),
        ("-", (D(5), D(7)), D(-2)),
        ("*", (D("1.1"), D("1.1")), D("1.21")),
        ("/", (D(10), D(4)), D("2.5")),
        ("/", (D(100), D(10)), D(10)),
        ("+", (dollars("5"), dollars("0.25")), dollars("5.25")),
        ("+", (dollars("5"), D(3)), dollars("8")),
        ("+", (D(3), dollars("5")), dollars("8")),
        ("+", (D(0), euros("5")), euros("5")),
        ("+", (dollars("0"), euros("5")), euros("5")),
        ("-", (euros("5"), dollars("0")), euros("5")),
        ("*", (dollars("2.50"), D(3)), dollars("7.50")),
        ("*", (Count(D(3), "units"), dollars("2.50")), dollars("7.50")),
        ("/", (dollars("10"), D(4)), dollars("2.5")),
        ("/", (dollars("10"), dollars("4")), D("2.5")),
        ("/", (dollars("10"), Count(D(4), "units")), dollars("2.5")),
        ("/", (dollars("5"), Percent(D(10))), dollars("50")),
        ("+", (Percent(D(6)), Percent(D("2.25"))), Percent(D("8.25"))),
        ("*", (Percent(D(10)), dollars("50")), dollars("5")),
        ("share of", (Percent(D("8.25")), dollars("100")), dollars("8.25")),
        ("share of", (Percent(D(10)), Percent(D(50))), Percent(D(5))),
        ("share of", (Percent(D(50)), Duration(days=3)), Duration(days=1, seconds=D(43200))),
        ("increased by", (dollars("100"), Percent(D(10))), dollars("110")),
        ("increased by", (D(5), D(2)), D(7)),
        ("decreased by", (dollars("100"), Percent(D(10))), dollars("90")),
        ("+", (Count(D(5), "units"), D(2)), Count(D(7), "units")),
        ("-", (Count(D(5), "units"), Count(D(1), "unit")), Count(D(4), "units")),
        ("remainder", (D(7), D(2)), D(1)),
        ("remainder", (D(-7), D(2)), D(1)),
        ("remainder", (dollars("10"), D(3)), dollars("1")),
        ("difference", (D(3), D(10)), D(7)),
        ("difference", (dollars("3"), dollars("10")), dollars("7")),
        ("difference", (date(2026, 3, 1), date(2026, 2, 1)), Duration(days=28)),
        ("-", (date(2026, 3, 1), date(2026, 2, 1)), Duration(days=28)),
        ("-", (date(2026, 2, 1), date(2026, 3, 1)), Duration(days=-28)),
        ("+", (date(2026, 1, 31), Duration(months=1)), date(2026, 2, 28)),
        ("-", (date(2024, 3, 31), Duration(months=1)), date(2024, 2, 29)),
        ("+", (time(9), Duration(seconds=D(5400))), time(10, 30)),
        ("-", (time(17), time(9)), Duration(seconds=D(28800))),
        ("negative", (dollars("5"),), dollars("-5")),
        ("smaller of", (D(2), D(1)), D(1)),
        ("larger of", (dollars("2"), dollars("1")), dollars("2")),
        ("later of", (date(2026, 1, 1), date(2026, 1, 2)), date(2026, 1, 2)),
        ("rounded", (D("2.5"), D(0)), D(3)),
        ("rounded", (D("-2.5"), D(0)), D(-3)),
        ("rounded", (D("2.345"), D(2)), D("2.35")),
        ("rounded", (dollars("2.345"), None), dollars("2.35")),
        ("rounded", (Money(D("2.5"), "JPY"), None), Money(D(3), "JPY")),
        ("rounded", (Money(D("2.34567"), "KWD"), None), Money(D("2.346"), "KWD")),
        ("rounded", (D(1234), D(-2)), D(1200)),
        ("rounded up", (D("2.1"), None), D(3)),
        ("rounded up", (D("2.001"), D(2)), D("2.01")),
        ("rounded down", (D("2.9"), None), D(2)),
        ("rounded down", (D("-2.1"), None), D(-3)),
        ("rounded to nearest", (dollars("2.33"), D("0.05")), dollars("2.35")),
        ("rounded to nearest", (D(1234), D(50)), D(1250)),
        ("as percent", (D("0.25"),), Percent(D("25"))),
        ("in currency", (D(5), "eur"), euros("5")),
    ],
)  # fmt: skip
def test_results(name: str, values: tuple[Any, ...], result: Any, do: Callable[..., Any]) -> None:
    found = do(name, *values)
    assert found == result
    assert type(found) is type(result)


@pytest.mark.parametrize(
    ("name", "values", "problem", "message"),
    [
        ("+", (dollars("1"), euros("1")), "two-currencies",
         "$1 cannot be added to €1, because they are in two currencies (USD and EUR)."),
        ("/", (D(1), D(0)), "divided-by-zero", "The number 1 cannot be divided by zero."),
        ("/", (dollars("1"), dollars("0")), "divided-by-zero", "$1 cannot be divided by zero."),
        ("remainder", (D(1), D(0)), "divided-by-zero", "The number 1 cannot be divided by zero."),
        ("+", (None, dollars("5")), "blank-value",
         "A value is blank, so it cannot be added to $5."),
        ("-", (dollars("5"), None), "blank-value", "$5 cannot be reduced by a blank."),
        ("*", (dollars("2"), dollars("3")), "wrong-kind",
         "$2 cannot be multiplied by $3: money is multiplied by plain numbers."),
        ("+", (dollars("100"), Percent(D(10))), "wrong-kind",
         "$100 cannot be added to 10%: a percent is of something."),
        ("+", ("a", "b"), "wrong-kind",
         'The text "a" cannot be added to the text "b": texts are joined with followed by.'),
        ("+", ("twelve", D(1)), "wrong-kind",
         'The text "twelve" is not a number, so it cannot be added to 1.'),
        ("increased by", (Percent(D(8)), Percent(D(2))), "unclear-percent",
         "8% changed by 2% could mean 2 percentage points or 2% of 8%."),
        ("+", (Count(D(1), "box"), Count(D(1), "unit")), "two-units",
         "1 box cannot be added to 1 unit, because they count different things."),
        ("share of", (D(10), dollars("5")), "wrong-kind",
         "The number 10 is not a percent, so it cannot be taken of $5."),
        ("rounded", ("x", D(1)), "wrong-kind",
         'The text "x" is not a number, so it cannot be rounded.'),
        ("+", (date(2026, 1, 1), D(3)), "wrong-kind",
         "The date 2026-01-01 cannot be added to the number 3."),
        ("+", (time(23), Duration(seconds=D(7200))), "wrong-kind",
         "The time 23:00 cannot be moved by 2 hours: it would pass midnight; say of which day "
         "the time is."),
        ("+", (date(9999, 12, 31), Duration(days=1)), "out-of-range",
         "1 day after 9999-12-31 is beyond the calendar."),
    ],
)  # fmt: skip
def test_refusals(
    name: str, values: tuple[Any, ...], problem: str, message: str, do: Callable[..., Any]
) -> None:
    with pytest.raises(Exceptional) as caught:
        do(name, *values)
    assert (caught.value.problem, caught.value.message) == (problem, message)


def test_a_bare_number_beside_money_needs_a_currency(context: Context) -> None:
    bare = Context(context.now, Settings(Path()))
    assert apply(bare, "+", dollars("5"), D(0)) == dollars("5")
    with pytest.raises(Exceptional) as caught:
        apply(bare, "+", dollars("5"), D(3))
    assert caught.value.problem == "no-currency"
    with pytest.raises(Exceptional, match="two currencies"):
        apply(context, "+", euros("5"), D(3))


def test_numbers_stay_exact_far_beyond_binary_floats(do: Callable[..., Any]) -> None:
    number = D(1)
    for factor in range(1, 31):
        number = do("*", number, D(factor))
    assert number == D("265252859812191058636308480000000")
    assert do("+", D("1e30"), D("0.01")) == D("1000000000000000000000000000000.01")


def test_a_quotient_that_does_not_end_has_28_digits(do: Callable[..., Any]) -> None:
    assert str(do("/", D(1), D(3))) == "0." + "3" * 28


def test_a_number_can_be_too_large(do: Callable[..., Any]) -> None:
    number = D(10) ** 20
    with pytest.raises(Exceptional, match="too large"):
        for _ in range(60):
            number = do("*", number, number)


def test_every_operation_has_a_description_and_an_arity() -> None:
    for name, operation in OPERATIONS.items():
        assert operation.__doc__, name
        low, high = arity(name)
        assert 0 <= low <= high
    assert arity("rounded") == (1, 2)
    assert arity("today") == (0, 0)
    assert arity("list") == (0, 1000)


def test_no_operation_fails_otherwise_than_by_an_exception(context: Context) -> None:
    """Every operation on every sort of value gives a value or a question, never a crash."""
    from itertools import product

    from kognilang.values.kinding import kind_of
    from kognilang.values.kinds import File, Person, Record, Secret, Table

    some = [
        None, "", "abc", D(0), D(-3), D("2.5"), dollars("5"), euros("5"), Percent(D(10)),
        Count(D(2), "units"), date(2026, 3, 1), time(9), context.now, Duration(days=3),
        Duration(months=1), True, List(items=[D(1), None]), List(items=[]), List(items=["a"]),
        Record(fields={"a": D(1)}), Table(columns=["a"], rows=[Record(fields={"a": D(1)})]),
        File(Path("x")), Person("Bo"), Secret("S"),
    ]  # fmt: skip
    for name in OPERATIONS:
        if name == "duration":
            continue  # Its second value is a unit of the grammar.
        low, high = arity(name)
        for size in range(low, min(high, 2) + 1):
            for values in product(some, repeat=size):
                try:
                    found = apply(context, name, *values)
                except Exceptional as refusal:
                    assert refusal.message.endswith("."), (name, refusal.message)
                    assert refusal.message[0] == refusal.message[0].upper(), (name, values)
                else:
                    kind_of(found)


@pytest.mark.parametrize(
    ("name", "values", "needs"),
    [
        ("*", (dollars("5"), None), "number"),
        ("*", ("abc", dollars("5")), "number"),
        ("*", (D(5), None), "any"),
        ("/", (dollars("5"), None), "any"),
        ("share of", (Percent(D(10)), None), "any"),
        ("+", (dollars("5"), None), "money"),
        ("-", ("abc", dollars("5")), "money"),
    ],
)
def test_what_goes_with_a_value_is_told_by_what_is_done_with_it(
    context: Context, name: str, values: tuple[Any, ...], needs: str
) -> None:
    """A factor of money is a number; what a number is multiplied with may be anything."""
    with pytest.raises(Exceptional) as fault:
        apply(context, name, *values)
    assert fault.value.needs == needs
