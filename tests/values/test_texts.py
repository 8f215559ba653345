"""Texts: operations keep a blank blank; `as` and `in words` show values in other ways."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from kognilang.values.kinds import Count, Exceptional, List, Money, Percent, Record

D = Decimal


@pytest.mark.parametrize(
    ("name", "args", "result"),
    [
        ("followed by", ("a", "b"), "ab"),
        ("followed by", ("No. ", D("7.50")), "No. 7.5"),
        ("followed by", (None, "b"), "b"),
        ("in capitals", ("straße",), "STRASSE"),
        ("in lower case", ("ABC",), "abc"),
        ("in title case", ("o'neil AND sons-ltd",), "O'neil And Sons-Ltd"),
        ("capitalized", ("hello World",), "Hello World"),
        ("trimmed", ("  a b ",), "a b"),
        ("length of", ("abc",), D(3)),
        ("length of", (None,), D(0)),
        ("first word of", (" Dear Bo",), "Dear"),
        ("last word of", ("Dear Bo ",), "Bo"),
        ("first word of", ("  ",), None),
        ("first letters of", (D(2), "abc"), "ab"),
        ("last letters of", (D(2), "abc"), "bc"),
        ("last letters of", (D(9), "abc"), "abc"),
        ("joined with", (List(items=["a", None, D("1.0")]), ", "), "a, 1"),
        ("listed one per line", (List(items=["a", D(2)]),), "a\n2"),
        ("replaced", ("a-b-c", "-", "+"), "a+b+c"),
        ("replaced", ("a-b", "-", None), "ab"),
        ("text before", ("PO: 450", ":"), "PO"),
        ("text after", ("PO: 450 ", "po:"), "450"),
        ("text between", ("a (b) c", "(", ")"), "b"),
        ("new line", (), "\n"),
        ("as text", (Money(D(5), "USD"),), "$5"),
        ("as", (date(2026, 3, 1), "DD/MM/YYYY"), "01/03/2026"),
        ("as", (date(2026, 3, 1), "dd.mm.yyyy"), "01.03.2026"),
        ("as", (date(2026, 3, 1), "D MMMM YYYY"), "1 March 2026"),
        ("as", (date(2026, 3, 1), "MMM D, YY"), "Mar 1, 26"),
        ("as", (date(2026, 3, 1), "dddd 'the' d"), "Sunday the 1"),
        ("as", (time(14, 5), "HH:mm"), "14:05"),
        ("as", (time(14, 5), "h:mm am"), "2:05 pm"),
        ("as", (D("1234.5"), "0.00"), "1234.50"),
        ("as", (D("1234567.891"), "#,##0.00"), "1,234,567.89"),
        ("as", (D("0.5"), "0%"), "50%"),
        ("as", (Percent(D("8.25")), "0.0%"), "8.3%"),
        ("as", (D(7), "0000"), "0007"),
        ("as", (D("-1234.5"), "€#,##0.00"), "€-1,234.50"),
        ("as", (Money(D("1234.5"), "USD"), "0.00"), "1234.50"),
        ("as", (D("2.50"), "0.##"), "2.5"),
        ("as", ("12.5", "0.00"), "12.50"),
        ("in words", (D(0),), "zero"),
        ("in words", (D(1251),), "one thousand two hundred fifty-one"),
        ("in words", (D(1000000),), "one million"),
        ("in words", (D("-2.05"),), "minus two point zero five"),
        ("in words", (Money(D("1.01"), "USD"),), "one dollar and one cent"),
        ("in words", (Money(D("20"), "GBP"),), "twenty pounds"),
        ("in words", (Money(D("3.50"), "CHF"),), "three francs and fifty centimes"),
        ("in words", (Money(D("3.50"), "PLN"),), "three PLN and 50/100"),
        ("in words", (Percent(D("2.5")),), "two point five percent"),
        ("in words", (Count(D(12), "units"),), "twelve units"),
        ("in words", (date(2026, 3, 1),), "March 1, 2026"),
    ],
)
def test_results(name: str, args: Any, result: Any, do: Callable[..., Any]) -> None:
    assert do(name, *args) == result


@pytest.mark.parametrize(
    ("name", "args", "items"),
    [
        ("words of", (" a  b ",), ["a", "b"]),
        ("lines of", ("a\n\nb\n",), ["a", "", "b"]),
        ("split by", ("a, b,c", ","), ["a", "b", "c"]),
        ("split by", (None, ","), []),
    ],
)
def test_pieces(name: str, args: Any, items: list[str], do: Callable[..., Any]) -> None:
    assert do(name, *args).items == items


@pytest.mark.parametrize(
    "name",
    ["in capitals", "in lower case", "trimmed", "in title case", "in words", "first word of",
     "rounded", "as text"],
)  # fmt: skip
def test_a_blank_stays_blank(name: str, do: Callable[..., Any]) -> None:
    assert do(name, None) is None


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("text after", ("abc", ":"), '":" does not occur in "abc".'),
        ("text between", ("a (b", "(", ")"), '")" does not occur in "b".'),
        ("in capitals", (Record(fields={"name": "x"}, kind="vendor"),),
         "Vendor x is not a text, so it cannot be written in capitals."),
        ("split by", ("a", ""), "A text cannot be split by a blank."),
        ("as", (date(2026, 3, 1), "DD QQ"),
         'I do not know "QQ" in a pattern for 2026-03-01; write it like "DD/MM/YYYY" or "HH:mm", '
         "and other words in single quotes."),
        ("as", (D(5), "abc"),
         'The pattern "abc" has no place for a number; write it like "0.00" or "#,##0.00".'),
        ("in words", ("abc",), 'The text "abc" is not a number, so it cannot be written in words.'),
    ],
)  # fmt: skip
def test_refusals(name: str, args: Any, message: str, do: Callable[..., Any]) -> None:
    with pytest.raises(Exceptional) as caught:
        do(name, *args)
    assert caught.value.message == message
