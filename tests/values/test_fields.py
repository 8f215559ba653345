"""Properties are matched by words; what is missing says what there is, and the nearest."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kognilang.values.context import Context
from kognilang.values.fields import field_or_blank, read_field, write_field
from kognilang.values.headings import heading_key
from kognilang.values.kinds import (
    Count,
    Exceptional,
    File,
    Folder,
    List,
    Money,
    Person,
    Record,
    Table,
)
from kognilang.values.naming import canonical, plural, singular
from kognilang.values.nouns import with_article
from kognilang.values.properties import properties_of

D = Decimal


@pytest.mark.parametrize(
    ("heading", "asked"),
    [
        ("poNumber", "po number"), ("PO_Number", "po number"), ("PO Number", "po number"),
        ("PONumber", "po number"), ("po number", "PO Number"), ("First Name", "first name"),
        ("Customer’s name", "customer's name"), ("P.O. Number", "po number"),
        ("Invoice #", "invoice"), ("E-Mail", "email"), ("Paid?", "paid"), (" Total ", "total"),
        ("midterm1", "midterm1"), ("Straße", "straße"), ("IBAN", "iban"), ("dueDate", "due date"),
    ],
)  # fmt: skip
def test_fields_match_by_words(heading: str, asked: str, context: Context) -> None:
    assert read_field(context, Record(fields={"x": D(1), heading: D(7)}), asked) == D(7)


def test_an_exact_heading_is_matched_to_the_letter(context: Context) -> None:
    row = Record(fields={"Total (USD)": D(7), "total": D(8)})
    assert read_field(context, row, "Total (USD)", exact=True) == D(7)
    assert read_field(context, row, "total") == D(8)
    with pytest.raises(Exceptional):
        read_field(context, row, "Total (usd)", exact=True)


def test_the_first_of_two_columns_with_the_same_words_is_meant(context: Context) -> None:
    row = Record(fields={"PO Number": D(1), "po_number": D(2)})
    assert read_field(context, row, "po number") == D(1)
    assert read_field(context, row, "po_number") == D(2)


def test_a_missing_column_names_the_nearest(context: Context) -> None:
    row = Record(fields={"Invoice": "7", "Amount": D(5)}, strict=True, origin="x.csv, row 2")
    with pytest.raises(Exceptional) as caught:
        read_field(context, row, "ammount")
    refusal = caught.value
    assert refusal.message == (
        "There is no ammount in x.csv, row 2; the nearest field is Amount (its fields are "
        "Invoice and Amount)."
    )
    assert (refusal.problem, refusal.prop, refusal.needs) == ("missing-field", "ammount", "choice")
    assert refusal.thing is row
    assert refusal.candidates == ("Amount", "Invoice")
    assert refusal.values == (("Invoice", "7"), ("Amount", D(5)))


def test_the_column_that_is_meant_is_known_from_then_on(context: Context) -> None:
    row = Record(fields={"Invoice": "7", "Amount": D(5)}, strict=True)
    context.headings[heading_key(row.fields, "ammount")] = "Amount"
    assert read_field(context, row, "ammount") == D(5)
    other = Record(fields={"Amount": D(6)}, strict=True)
    with pytest.raises(Exceptional):
        # Of another table nobody has said so.
        read_field(context, other, "ammount")


def test_a_wide_table_offers_only_columns_that_are_spelled_alike(context: Context) -> None:
    fields = {f"Remark {at}": "" for at in range(20)} | {"Amount": D(5)}
    with pytest.raises(Exceptional) as caught:
        read_field(context, Record(fields=fields, strict=True), "ammount")
    assert caught.value.candidates == ("Amount",)


def test_a_field_that_was_not_found_says_why(context: Context) -> None:
    invoice = Record(
        fields={"number": "INV-7"}, kind="invoice", missing={"PO number": "no label was found"}
    )
    with pytest.raises(Exceptional) as caught:
        read_field(context, invoice, "po number")
    assert caught.value.message == "The invoice INV-7 has no PO number: no label was found."
    assert caught.value.prop == "PO number"
    assert field_or_blank(context, invoice, "po number") is None
    write_field(invoice, "po number", "450")
    assert invoice.missing == {}
    assert read_field(context, invoice, "PO number") == "450"
    assert "PO number" in invoice.fields


def test_a_lacking_field_is_blank_only_where_it_may_be(context: Context) -> None:
    from_json = Record(fields={"a": D(1)}, open=True)
    declared = Record(fields={"a": D(1)}, kind="thing")
    row = Record(fields={"a": D(1)}, strict=True)
    assert read_field(context, from_json, "note") is None
    assert field_or_blank(context, declared, "note") is None
    for record in (declared, row):
        with pytest.raises(Exceptional):
            read_field(context, record, "note")
    with pytest.raises(Exceptional):
        field_or_blank(context, row, "note")


def test_a_collection_maps_over_its_things(context: Context) -> None:
    rows = [Record(fields={"Total": D(1)}), Record(fields={"Total": None})]
    table = Table(columns=["Total"], rows=rows, noun="order")
    for name in ("total", "totals"):
        found = read_field(context, table, name)
        assert found.items == [D(1), None]
        assert found.about == (rows, "total")
    assert read_field(context, List(items=[]), "totals").items == []
    days = List(items=[date(2026, 1, 2), date(2025, 3, 4)])
    assert read_field(context, days, "years").items == [D(2026), D(2025)]


def test_the_lines_of_the_invoices_are_all_their_lines(context: Context) -> None:
    one, two, three = (Record(fields={"n": D(at)}) for at in range(3))
    invoices = List(
        items=[
            Record(fields={"lines": List(items=[one, two])}),
            Record(fields={"lines": List(items=[three])}),
        ]
    )
    assert read_field(context, invoices, "lines").items == [one, two, three]


@pytest.mark.parametrize(
    ("value", "name", "found"),
    [
        (date(2026, 3, 1), "year", D(2026)),
        (date(2026, 3, 1), "month", "March"),
        (date(2026, 3, 1), "weekday", "Sunday"),
        (time(9, 30), "hour", D(9)),
        (File(Path("in/report.tar.pdf")), "name", "report.tar.pdf"),
        (File(Path("in/report.tar.pdf")), "name without extension", "report.tar"),
        (File(Path("in/report.tar.pdf")), "extension", "pdf"),
        (File(Path("in/a.pdf")), "folder", Folder(Path("in"))),
        (Person("Bo", "bo@x.org", "CFO"), "email address", "bo@x.org"),
        (Person("Bo"), "email", None),
        (Money(D(5), "USD"), "currency", "USD"),
        (Count(D(5), "units"), "number", D(5)),
        ("two words", "first word", "two"),
    ],
)
def test_properties_of_plain_values(value: Any, name: str, found: Any, context: Context) -> None:
    assert read_field(context, value, name) == found
    assert canonical(name) in properties_of(value)


def test_files_tell_size_and_date(context: Context, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("hello")
    assert read_field(context, File(path), "size") == D(5)
    assert read_field(context, File(path), "date").tzinfo is not None
    with pytest.raises(Exceptional, match="There is no file"):
        read_field(context, File(tmp_path / "b.txt"), "size")


def test_a_property_of_nothing_and_an_unknown_one(context: Context) -> None:
    with pytest.raises(Exceptional) as caught:
        read_field(context, None, "vendor")
    assert caught.value.problem == "blank-value"
    assert caught.value.prop == "vendor"
    with pytest.raises(Exceptional, match="2026-03-01, a date, has no wekday; it has a year"):
        read_field(context, date(2026, 3, 1), "wekday")
    with pytest.raises(Exceptional, match="5, a number, has no vendor"):
        read_field(context, D(5), "vendor")


def test_writing_keeps_the_spelling_and_marks_the_change() -> None:
    row = Record(fields={"PO_Number": D(1)}, strict=True, changed=False)
    write_field(row, "po number", D(2))
    assert row.fields == {"PO_Number": D(2)}
    assert row.changed


def test_writing_a_new_field(do: Callable[..., Any], context: Context) -> None:
    row = Record(fields={"total": D(1)}, strict=True)
    write_field(row, "status", "paid")
    assert read_field(context, row, "Status") == "paid"
    with pytest.raises(Exceptional, match="the nearest column is total"):
        write_field(row, "totl", D(2))
    with pytest.raises(Exceptional, match="never changes"):
        write_field(date(2026, 1, 1), "year", D(2025))


def test_writing_to_a_collection_sets_each() -> None:
    table = Table(columns=["a"], rows=[Record(fields={"a": D(1)}), Record(fields={"a": D(2)})])
    write_field(table, "Status Code", "x")
    assert [row.fields["Status Code"] for row in table] == ["x", "x"]
    assert table.columns == ["a", "Status Code"]


@pytest.mark.parametrize(
    ("one", "many"),
    [("order line", "order lines"), ("city", "cities"), ("day", "days"), ("tax", "taxes"),
     ("address", "addresses"), ("status", "statuses"), ("person", "people"), ("box", "boxes"),
     ("branch", "branches"), ("house", "houses"), ("expense", "expenses"), ("bus", "buses"),
     ("purchase", "purchases"), ("process", "processes"), ("leave", "leaves"), ("lens", "lenses"),
     ("business", "businesses"), ("invoice", "invoices"), ("cause", "causes"), ("gas", "gases"),
     ("bonus", "bonuses"), ("analysis", "analyses"), ("currency", "currencies"), ("fee", "fees"),
     ("warehouse", "warehouses"), ("response", "responses"), ("use", "uses"),
     ("excuse", "excuses")],
)  # fmt: skip
def test_one_and_many(one: str, many: str) -> None:
    assert singular(many) == one
    assert plural(one) == many
    assert singular(one) == one


@pytest.mark.parametrize(
    "spoken",
    [
        "an hour",
        "a user",
        "a unit",
        "an uninvoiced order",
        "an order",
        "a one-off",
        "an heir",
        "a bill",
    ],
)
def test_the_article_follows_how_a_noun_is_spoken(spoken: str) -> None:
    assert with_article(spoken.split(" ", 1)[1]) == spoken
