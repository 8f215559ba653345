"""How values are shown by default, exactly as the language reference says."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kognilang.values.kinds import (
    Count,
    Duration,
    File,
    Folder,
    List,
    Money,
    Percent,
    Person,
    Record,
    Secret,
    Table,
)
from kognilang.values.shown import money, record_text, shown, table_text, told

D = Decimal


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("as it is ", "as it is "),
        (D("1250.50"), "1250.5"),
        (D(3628800), "3628800"),
        (D("1E+3"), "1000"),
        (D("-0.0"), "0"),
        (D("0.10"), "0.1"),
        (D("1E-7"), "0.0000001"),
        (Money(D(420), "USD"), "$420"),
        (Money(D("420.00"), "USD"), "$420"),
        (Money(D("1234.5"), "USD"), "$1,234.50"),
        (Money(D("-5"), "USD"), "-$5"),
        (Money(D("-0.004"), "USD"), "$0"),
        (Money(D("0.005"), "USD"), "$0.01"),
        (Money(D("2.675"), "USD"), "$2.68"),
        (Money(D("3.333333"), "EUR"), "€3.33"),
        (Money(D("1234.5"), "JPY"), "¥1,235"),
        (Money(D("1.5"), "KWD"), "1.500 KWD"),
        (Money(D("1250.5"), "CHF"), "1,250.50 CHF"),
        (Percent(D("8.250")), "8.25%"),
        (Percent(D("10")), "10%"),
        (Count(D(5), "units"), "5 units"),
        (Count(D(1), "units"), "1 unit"),
        (date(2026, 3, 1), "2026-03-01"),
        (time(9), "09:00"),
        (time(9, 0, 5), "09:00:05"),
        (datetime(2026, 3, 1, 9, tzinfo=UTC), "2026-03-01 09:00"),
        (True, "yes"),
        (False, "no"),
        (None, ""),
        (Duration(days=3), "3 days"),
        (Duration(days=1), "1 day"),
        (Duration(business_days=30), "30 business days"),
        (Duration(seconds=D(9000)), "2 hours 30 minutes"),
        (Duration(months=14), "1 year 2 months"),
        (Duration(seconds=D(-60)), "-1 minutes"),
        (Duration(), "0 days"),
        (List(items=["a", "b", "c"]), "a, b and c"),
        (List(items=[D(1)]), "1"),
        (List(items=[]), ""),
        (List(items=["a", None]), "a and nothing"),
        (Record(fields={"vendor": "Acme", "total": Money(D(5), "USD")}), "vendor: Acme, total: $5"),
        (File(Path("in/a.pdf")), "a.pdf"),
        (Folder(Path("in")), "in"),
        (Person("Bo Chen"), "Bo Chen"),
        (Secret("SMTP_PASSWORD"), "(the secret SMTP_PASSWORD)"),
    ],
)
def test_default_showing(value: Any, text: str) -> None:
    assert shown(value) == text


def test_money_can_be_shown_with_all_its_decimals() -> None:
    assert money(Money(D("41.2541"), "USD"), exact=True) == "$41.2541"
    assert money(Money(D("41.2500"), "USD"), exact=True) == "$41.25"
    assert money(Money(D("41.0"), "USD"), exact=True) == "$41"


TABLE = Table(
    columns=["Vendor", "Amount"],
    rows=[
        Record(fields={"Vendor": "Acme Industrial Supplies", "Amount": Money(D("1234.5"), "USD")}),
        Record(fields={"Vendor": "Bo", "Amount": None}),
    ],
    noun="invoice",
)


def test_a_table_is_drawn_as_a_table() -> None:
    assert table_text(TABLE).splitlines() == [
        "Vendor                       Amount",
        "------------------------  ---------",
        "Acme Industrial Supplies  $1,234.50",
        "Bo",
    ]


@pytest.mark.parametrize("width", [12, 20, 30, 200])
def test_a_table_fits_a_width(width: int) -> None:
    lines = table_text(TABLE, width).splitlines()
    assert len(lines) == 4
    assert max(len(line) for line in lines) <= width


def test_a_list_of_records_is_drawn_as_a_table() -> None:
    text = table_text(List(items=[Record(fields={"a": D(1)}), Record(fields={"b": "x\ny"})]))
    assert text.splitlines() == ["a  b", "-  ---", "1", "   x y"]
    assert table_text(Table()) == ""


def test_a_record_as_lines() -> None:
    record = Record(fields={"vendor": "Acme", "note": None, "tags": List(items=["a", "b"])})
    assert record_text(record) == "vendor: Acme\nnote:\ntags: a and b"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "nothing"),
        (" ", "a blank text"),
        ("Acme", '"Acme"'),
        ("x" * 80, '"' + "x" * 57 + '…"'),
        (Record(fields={"PO Number": D(7)}, kind="order"), "order 7"),
        (Record(fields={"name": "Acme"}, origin="vendors.csv, row 3"), "Acme (vendors.csv, row 3)"),
        (Record(fields={"qty": D(7)}, origin="x.csv, row 2"), "x.csv, row 2"),
        (Record(fields={"qty": D(7)}), "record (qty: 7)"),
        (Record(), "an empty record"),
        (List(items=[]), "an empty list"),
        (List(items=["a", "b"]), '"a" and "b"'),
        (TABLE, "2 invoices"),
        (List(items=[D(n) for n in range(9)], noun="number"), "9 numbers"),
    ],
)
def test_values_in_messages(value: Any, text: str) -> None:
    assert told(value) == text
