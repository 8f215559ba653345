"""Cells and answers: only literals written out are recognised; nothing is converted with loss."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kognilang.settings import PersonSetting, Settings
from kognilang.values.data import adopt, fit, heading_currency, recognise
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


def dollars(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


@pytest.mark.parametrize(
    "text",
    [
        "007", "1E5", "1e5", "03/04/2026", "nothing", "today", "twelve", "unknown", "blank",
        "1,2", "1,25", "100,200.5.1", "12,34", "0,5", "+5", "1_000", "5 units", "5 kg", "NaN",
        "Infinity", "-", "--5", "$", "$-", "-$-5", "1.2.3", "12 May Street", "2026-13-01",
        "2026-02-30", "13/13/2026", "25:00", "9:60", "13 pm", "0 am", "250 usd", "250 ABC", "yess",
        "y", "n", "ok", "2026", "may", "3 days", "٣", "１２", "²", "5%%", "% 5", "1/2", "00",
        "1.", "5 pmm", "2026-11-22 25:00", "22/11", "22/11/26", "the total", "12 of 13", "0x10",
        "-007", "missing",
    ],
)  # fmt: skip
def test_what_is_no_literal_stays_text(text: str, settings: Settings) -> None:
    if text == "2026":
        assert recognise(text, settings) == Decimal(2026)
    else:
        assert recognise(text, settings) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", Decimal(12)),
        (" 12 ", Decimal(12)),
        ("-3", Decimal(-3)),
        ("0", Decimal(0)),
        ("0.50", Decimal("0.50")),
        ("1,250.50", Decimal("1250.50")),
        ("1,000,000", Decimal(1000000)),
        ("4500012345", Decimal(4500012345)),
        ("$5,000", dollars("5000")),
        ("-$5", dollars("-5")),
        ("$-5", dollars("-5")),
        ("$1.2 million", dollars("1200000.0")),
        ("£3m", Money(Decimal(3000000), "GBP")),
        ("€12.50", Money(Decimal("12.50"), "EUR")),
        ("12.50 €", Money(Decimal("12.50"), "EUR")),
        ("250 USD", dollars("250")),
        ("USD 250", dollars("250")),
        ("1,250.50 CHF", Money(Decimal("1250.50"), "CHF")),
        ("10%", Percent(Decimal(10))),
        ("2.5 percent", Percent(Decimal("2.5"))),
        ("-1.5 %", Percent(Decimal("-1.5"))),
        ("2026-11-22", date(2026, 11, 22)),
        ("2026/11/22", date(2026, 11, 22)),
        ("22 Nov 2026", date(2026, 11, 22)),
        ("22-Nov-2026", date(2026, 11, 22)),
        ("22nd November 2026", date(2026, 11, 22)),
        ("November 22, 2026", date(2026, 11, 22)),
        ("Nov. 22 2026", date(2026, 11, 22)),
        ("May 1, 2026", date(2026, 5, 1)),
        ("25/12/2026", date(2026, 12, 25)),
        ("12/25/2026", date(2026, 12, 25)),
        ("04/04/2026", date(2026, 4, 4)),
        ("9:00", time(9)),
        ("09:00:30", time(9, 0, 30)),
        ("5 pm", time(17)),
        ("12 am", time(0)),
        ("10:30 a.m.", time(10, 30)),
        ("YES", True),
        ("no", False),
        ("True", True),
        ("", None),
        ("  \t ", None),
    ],
)
def test_literals_are_recognised(text: str, value: Any, settings: Settings) -> None:
    found = recognise(text, settings)
    assert found == value
    assert type(found) is type(value)


def test_moments_are_in_the_settings_zone(settings: Settings) -> None:
    assert recognise("2026-07-01 09:00", settings) == datetime(2026, 7, 1, 7, tzinfo=UTC)
    assert recognise("May 17, 2026 at 10:30 am", settings) == datetime(
        2026, 5, 17, 8, 30, tzinfo=UTC
    )
    assert recognise("2026-07-01T09:00:00Z", settings) == datetime(2026, 7, 1, 9, tzinfo=UTC)
    assert recognise("2026-07-01T09:00:00+05:30", settings) == datetime(
        2026, 7, 1, 3, 30, tzinfo=UTC
    )


def test_the_settings_name_an_order_of_dates() -> None:
    day_first = Settings(Path(), date_order="day first")
    month_first = Settings(Path(), date_order="month first")
    assert recognise("03/04/2026", day_first) == date(2026, 4, 3)
    assert recognise("03/04/2026", month_first) == date(2026, 3, 4)
    assert recognise("25/12/2026", month_first) == "25/12/2026"


@pytest.mark.parametrize(
    ("heading", "currency"),
    [("Revenue ($)", "USD"), ("Total (USD)", "USD"), ("Total in EUR", "EUR"), ("Fee [£]", "GBP"),
     ("Price (in EUR)", "EUR"), ("Amount USD", "USD"), ("Net [$] of all", "USD"), ("USD", ""),
     ("Total", ""), ("Total (net)", ""), ("Size (ABC)", ""), ("In", "")],
)  # fmt: skip
def test_a_heading_may_bear_a_currency(heading: str, currency: str) -> None:
    assert heading_currency(heading) == currency


@pytest.mark.parametrize(
    ("value", "kind", "fitted"),
    [
        ("12", "number", Decimal(12)),
        (".5", "number", Decimal("0.5")),
        (Decimal("12.50"), "text", "12.50"),
        (Decimal(250), "money", dollars("250")),
        ("$250", "money", dollars("250")),
        ("250", "money", dollars("250")),
        ("10%", "percent", Percent(Decimal(10))),
        ("5 units", "count", Count(Decimal(5), "units")),
        ("2026-03-01", "date", date(2026, 3, 1)),
        (date(2026, 3, 1), "text", "2026-03-01"),
        ("3 days", "duration", Duration(days=3)),
        ("2 weeks and 4 hours", "duration", Duration(days=14, seconds=Decimal(14400))),
        ("30 business days", "duration", Duration(business_days=30)),
        ("yes", "yes/no", True),
        ("9:00", "time", time(9)),
        ("a.txt", "file", File(Path("a.txt"))),
        (File(Path("in/a.txt")), "text", "in/a.txt"),
        (True, "text", "yes"),
        (None, "number", None),
        ("  ", "number", None),
        ("x", "any", "x"),
        (dollars("1234.505"), "text", "$1,234.505"),
    ],
)
def test_fit_converts_without_loss(value: Any, kind: str, fitted: Any, settings: Settings) -> None:
    found = fit(value, kind, settings)
    assert found == fitted
    assert type(found) is type(fitted)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("007", "number"), ("twelve", "number"), ("$5", "number"), (dollars("5"), "number"),
        (Percent(Decimal(5)), "number"), (Decimal(1), "yes/no"), (Decimal(5), "percent"),
        ("03/04/2026", "date"), (Decimal(2026), "date"), ("soon", "duration"), (True, "number"),
        (Record(), "text"), (List(), "number"), ("Acme", "person"), ("Acme", "invoice"),
        (Decimal("1.5"), "whole number"), (datetime(2026, 1, 1, 9, tzinfo=UTC), "date"),
    ],
)  # fmt: skip
def test_fit_refuses_loss(value: Any, kind: str, settings: Settings) -> None:
    with pytest.raises(Exceptional) as caught:
        fit(value, kind, settings)
    assert caught.value.problem == "wrong-kind"
    assert caught.value.needs == kind
    assert caught.value.message.endswith(".")


def test_a_doubtful_date_is_refused_with_both_readings(settings: Settings) -> None:
    with pytest.raises(Exceptional, match="could be 2026-04-03 or 2026-03-04"):
        fit("03/04/2026", "date", settings)


def test_a_bare_number_is_no_money_without_a_currency() -> None:
    with pytest.raises(Exceptional, match="which currency"):
        fit(Decimal(5), "money", Settings(Path()))


def test_a_person_of_the_settings() -> None:
    settings = Settings(
        Path(), people={"cfo": PersonSetting("CFO", name="Bo Chen", email="bo@example.com")}
    )
    assert fit("the CFO", "person", settings) == Person("Bo Chen", "bo@example.com", "CFO")
    assert fit("bo chen", "person", settings) == Person("Bo Chen", "bo@example.com", "CFO")


def test_records_as_a_table() -> None:
    rows = [Record(fields={"a": "1"}), Record(fields={"a": "2", "b": "3"})]
    table = fit(List(items=rows, noun="row"), "table")
    assert isinstance(table, Table)
    assert table.columns == ["a", "b"]
    assert table.rows == rows


def test_adopt_makes_values_of_python_data() -> None:
    record = adopt({"n": 0.1, "big": 1e20, "small": 1e-7, "deep": [{"x": 1}, None, True]})
    assert record.fields["n"] == Decimal("0.1")
    assert str(record.fields["big"]) == "100000000000000000000"
    assert format(record.fields["small"], "f") == "0.0000001"
    assert record.open
    assert record.fields["deep"].items[0].fields == {"x": Decimal(1)}
    assert record.fields["deep"].items[1:] == [None, True]
    for bad in (float("nan"), float("inf"), object(), b"x"):
        with pytest.raises(TypeError):
            adopt(bad)
