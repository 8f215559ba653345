"""The book of databases: tables, queries and rows of a real SQLite database."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from typing import Any

import pytest

from kognilang import Money, Problematic, Record, Table
from tests.stdlib.place import Place, call, happened


@pytest.fixture
def shop(here: Place) -> Place:
    link = sqlite3.connect(here.workspace / "shop.db")
    with link:
        link.execute(
            "CREATE TABLE vendors (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, "
            "Credit_Limit NUMERIC, since DATE, note TEXT)"
        )
        link.execute("INSERT INTO vendors VALUES (2, 'Beta', 10.5, '2026-03-01', ' ')")
        link.execute("INSERT INTO vendors VALUES (1, 'Acme', NULL, NULL, '007')")
    link.close()
    here.settings["connections.shop"] = "sqlite:///shop.db"
    return here


def _names(table: Table) -> list[Any]:
    return [row.fields["name"] for row in table]


def test_a_table_is_read_in_the_order_of_its_key(shop: Place) -> None:
    table = call("databases.read_table", "vendors", "shop", here=shop)
    assert table.columns == ["id", "name", "Credit_Limit", "since", "note"]
    assert _names(table) == ["Acme", "Beta"]
    acme, beta = table.rows
    assert acme.fields["note"] == "007" and acme.fields["id"] == Decimal(1)
    assert beta.fields["Credit_Limit"] == Decimal("10.5")
    assert beta.fields["since"].isoformat() == "2026-03-01"
    assert beta.fields["note"] is None


def test_a_table_that_is_not_there_is_told_with_the_nearest(shop: Place) -> None:
    with pytest.raises(Problematic) as problem:
        call("databases.read_table", "vendor", "shop", here=shop)
    assert 'Did you mean "vendors"?' in problem.value.message


def test_a_missing_database_file_is_not_made(here: Place) -> None:
    here.settings["connections.shop"] = "sqlite:///nope.db"
    with pytest.raises(Problematic) as problem:
        call("databases.read_table", "vendors", "shop", here=here)
    assert problem.value.problem == "missing-file"
    assert not (here.workspace / "nope.db").exists()


def test_a_file_that_is_no_database_is_told(here: Place) -> None:
    (here.workspace / "shop.db").write_bytes(b"hello, this is no database at all" * 40)
    here.settings["connections.shop"] = "sqlite:///shop.db"
    with pytest.raises(Problematic) as problem:
        call("databases.read_table", "vendors", "shop", here=here)
    assert "not a database" in problem.value.message


@pytest.mark.parametrize("url", ["not a url", "nosuch://x/y"])
def test_an_unusable_connection_is_told(here: Place, url: str) -> None:
    here.settings["connections.shop"] = url
    with pytest.raises(Problematic) as problem:
        call("databases.read_table", "vendors", "shop", here=here)
    assert problem.value.problem == "unreachable"


def test_a_query_takes_its_values_apart_from_its_text(shop: Place) -> None:
    query = "select name from vendors where name = :the_name"
    details = Record(fields={"the name": "Acme'; drop table vendors; --"})
    assert len(call("databases.read_query", query, "shop", here=shop, details=details)) == 0
    details = Record(fields={"the name": "Beta"})
    assert _names(call("databases.read_query", query, "shop", here=shop, details=details)) == [
        "Beta"
    ]


@pytest.mark.parametrize(
    "query",
    ["delete from vendors", "drop table vendors", "with x as (select 1) delete from vendors"],
)
def test_a_query_that_is_read_never_writes(shop: Place, query: str) -> None:
    with pytest.raises(Problematic):
        call("databases.read_query", query, "shop", here=shop)
    assert len(call("databases.read_table", "vendors", "shop", here=shop)) == 2


def test_a_row_with_a_key_of_its_own_is_checkable(shop: Place) -> None:
    row = Record(
        fields={"id": Decimal(7), "name": "Gamma", "credit limit": Money(Decimal(5), "USD")}
    )
    assert happened("databases.insert_row", "vendors", "shop", row, here=shop) is False
    call("databases.insert_row", "vendors", "shop", row, here=shop)
    assert happened("databases.insert_row", "vendors", "shop", row, here=shop) is True
    assert _names(call("databases.read_table", "vendors", "shop", here=shop))[-1] == "Gamma"
    nameless = Record(fields={"name": "Delta"})
    assert happened("databases.insert_row", "vendors", "shop", nameless, here=shop) is None


def test_what_the_database_refuses_is_told(shop: Place) -> None:
    with pytest.raises(Problematic) as problem:
        call("databases.insert_row", "vendors", "shop", Record(fields={"name": "Acme"}), here=shop)
    assert "UNIQUE" in problem.value.message
    with pytest.raises(Problematic) as problem:
        call("databases.insert_row", "vendors", "shop", Record(fields={"nam": "X"}), here=shop)
    assert problem.value.candidates[0] == "name"


def test_one_row_is_updated(shop: Place) -> None:
    change = Record(fields={"note": "blocked"})
    call("databases.update_row", "name", "Beta", "vendors", "shop", change, here=shop)
    table = call("databases.read_table", "vendors", "shop", here=shop)
    assert [row.fields["note"] for row in table] == ["007", "blocked"]
    with pytest.raises(Problematic) as problem:
        call("databases.update_row", "name", "Nobody", "vendors", "shop", change, here=shop)
    assert problem.value.problem == "no-match"


def test_a_column_that_is_not_there_is_chosen_among_those_that_are(shop: Place) -> None:
    row = Record(fields={"nam": "Gamma"})
    with pytest.raises(Problematic, match='no column "nam"') as refused:
        call("databases.insert_row", "vendors", "shop", row, here=shop)
    assert refused.value.candidates[0] == "name"
    shop.chosen_by_key[refused.value.key] = "name"
    call("databases.insert_row", "vendors", "shop", row, here=shop)
    found = call("databases.read_table", "vendors", "shop", here=shop)
    assert "Gamma" in _names(found)
