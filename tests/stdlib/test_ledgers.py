"""The book of ledgers: double entries that balance, posted once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kognilang import File, Money, Problematic, Table
from tests.stdlib.place import Place, call, happened

FIVE = Money(Decimal("5.25"), "USD")


def _ledger(here: Place) -> Table:
    table = call("tables.read_spreadsheet", File(Path("l.csv")), here=here)
    assert isinstance(table, Table)
    return table


def test_an_entry_is_two_rows_that_balance(here: Place) -> None:
    call("ledgers.post", FIVE, "1000 Bank", "2000 Payable", "l.csv", here=here, reason="INV-1")
    debit, credit = (row.fields for row in _ledger(here))
    assert (debit["account"], debit["debit"], debit["credit"]) == ("2000 Payable", FIVE, None)
    assert (credit["account"], credit["debit"], credit["credit"]) == ("1000 Bank", None, FIVE)
    assert debit["entry"] == credit["entry"]
    assert debit["text"] == credit["text"] == "INV-1"


def test_it_is_posted_once_a_key(here: Place) -> None:
    args = (FIVE, "A", "B", "l.csv")
    assert happened("ledgers.post", *args, here=here) is False
    for key in ("k1", "k1", "k2"):
        here.key = key
        call("ledgers.post", *args, here=here)
    assert happened("ledgers.post", *args, here=here) is True
    assert len(_ledger(here)) == 4


@pytest.mark.parametrize(
    ("amount", "source", "target"),
    [
        (Money(Decimal(0), "USD"), "A", "B"),
        (Money(Decimal(-1), "USD"), "A", "B"),
        (FIVE, "A", "a "),
        (FIVE, "", "B"),
        (Decimal(5), "A", "B"),
    ],
)
def test_what_is_no_entry_is_refused(here: Place, amount: Money, source: str, target: str) -> None:
    with pytest.raises(Problematic):
        call("ledgers.post", amount, source, target, "l.csv", here=here)
    assert not (here.workspace / "l.csv").exists()
