"""The book of documents: labelled values in layouts that its code has never seen."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdf
import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from kognilang import File, Money, Problematic, Record, Schema
from tests.stdlib.place import Place, call

LINE = Schema(
    "line",
    (
        ("item", "text", False),
        ("quantity", "number", False),
        ("unit price", "money", False),
        ("amount", "money", False),
    ),
)
INVOICE = Schema(
    "invoice",
    (
        ("number", "text", False),
        ("date", "date", False),
        ("due date", "date", False),
        ("vendor", "text", False),
        ("PO number", "text", False),
        ("lines", "line", True),
        ("tax", "money", False),
        ("total", "money", False),
    ),
    {"line": LINE},
)


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def pdf(draw: Callable[[Canvas], None], size: Any = A4) -> bytes:
    out = io.BytesIO()
    page = Canvas(out, pagesize=size, invariant=1)
    draw(page)
    page.showPage()
    page.save()
    return out.getvalue()


def at(*words: tuple[float, float, str]) -> bytes:
    """A page with texts at places from the top left."""

    def draw(page: Canvas) -> None:
        page.setFont("Helvetica", 10)
        for left, top, text in words:
            page.drawString(left, 840 - top, text)

    return pdf(draw)


def read(here: Place, data: bytes, schema: Schema = INVOICE, name: str = "a.pdf") -> Record:
    (here.workspace / name).write_bytes(data)
    record = call("documents.read_from", schema, File(Path(name)), here=here)
    assert isinstance(record, Record)
    return record


def _fifth(page: Canvas) -> None:
    """Landscape; captions in a band of two columns, headings over two lines, prices in pounds,
    sums in a sentence-like foot, the total first."""
    page.setFont("Times-Bold", 20)
    page.drawRightString(800, 540, "Amount due")
    page.drawRightString(800, 515, "£ 1,466.40")
    page.setFont("Times-Roman", 11)
    page.drawString(40, 540, "Sold by")
    page.drawString(40, 526, "Quill & Feather Ltd")
    page.drawString(40, 512, "9 Paper Row, Leeds")
    page.drawString(300, 540, "Customer")
    page.drawString(300, 526, "Hollis Manufacturing")
    for left, label, value in (
        (40, "Doc. date", "Tue, 3 November 2026"),
        (220, "Bill Nr", "QF/2026/77"),
        (400, "Customer P.O.", "PO-9001"),
        (580, "Please pay by", "17 November 2026"),
    ):
        page.drawCentredString(left + 60, 470, label)
        page.drawCentredString(left + 60, 456, value)
    for right, first, second in ((420, "Price per", "unit"), (520, "Qty", "supplied"),
                                 (640, "Line", "amount")):  # fmt: skip
        page.drawRightString(right, 420, first)
        page.drawRightString(right, 408, second)
    page.drawString(40, 414, "Goods")
    rows = [
        ("Goose quills, bundle", "24.00", "40", "960.00"),
        ("Iron gall ink 1 l", "13.10", "20", "262.00"),
    ]
    for number, (item, price, quantity, amount) in enumerate(rows):
        page.drawString(40, 385 - 18 * number, item)
        page.drawRightString(420, 385 - 18 * number, price)
        page.drawRightString(520, 385 - 18 * number, quantity)
        page.drawRightString(640, 385 - 18 * number, amount)
    page.drawString(40, 330, "Total net: £1,222.00   VAT @ 20%: £244.40   Gross total: £1,466.40")


def test_a_layout_that_nobody_prepared_for(here: Place) -> None:
    record = read(here, pdf(_fifth, landscape(A4)))
    lines = record.fields.pop("lines")
    assert record.fields == {
        "number": "QF/2026/77",
        "due date": date(2026, 11, 17),
        "vendor": "Quill & Feather Ltd",
        "PO number": "PO-9001",
        "tax": Money(Decimal("244.40"), "GBP"),
        "total": Money(Decimal("1466.40"), "GBP"),
    }
    # `Doc. date` is in no vocabulary: it is asked about, not guessed.
    assert set(record.missing) == {"date"}
    assert [list(line.fields.values()) for line in lines] == [
        [
            "Goose quills, bundle",
            Decimal(40),
            Money(Decimal(24), "GBP"),
            Money(Decimal(960), "GBP"),
        ],
        [
            "Iron gall ink 1 l",
            Decimal(20),
            Money(Decimal("13.10"), "GBP"),
            Money(Decimal(262), "GBP"),
        ],
    ]


def test_a_workspace_teaches_its_own_labels(here: Place) -> None:
    here.settings["labels"] = {"date": "Doc. date"}
    record = read(here, pdf(_fifth, landscape(A4)))
    assert record.fields["date"] == date(2026, 11, 3)
    assert not record.missing


def test_a_german_invoice_is_read_by_labels_alone(here: Place) -> None:
    here.settings["labels"] = {
        "number": ["Rechnungsnummer"], "date": ["Rechnungsdatum"], "vendor": ["Lieferant"],
        "PO number": ["Bestellnummer"], "total": ["Gesamtbetrag"],
    }  # fmt: skip
    record = read(here, at(
        (40, 40, "Rechnungsnummer: 2026-044"), (300, 40, "Rechnungsdatum: 2026-10-01"),
        (40, 60, "Lieferant"), (140, 60, "Öl & Söhne KG"),
        (40, 80, "Bestellnummer"), (140, 80, "B 77-2"),
        (40, 100, "Gesamtbetrag"), (140, 100, "1.234,50 €"),
    ))  # fmt: skip
    assert [record.fields[name] for name in ("number", "date", "vendor", "PO number", "total")] == [
        "2026-044", date(2026, 10, 1), "Öl & Söhne KG", "B 77-2", Money(Decimal("1234.50"), "EUR"),
    ]  # fmt: skip


def test_what_is_not_there_is_missing_with_words(here: Place) -> None:
    record = read(
        here,
        at((40, 40, "Invoice number: A-1"), (40, 60, "PO number:"), (40, 80, "Due date: soon")),
    )
    assert record.fields == {"number": "A-1"}
    assert "nothing stands beside or below" in record.missing["PO number"]
    assert '"soon"' in record.missing["due date"]
    assert "no label such as" in record.missing["total"]
    assert "table" in record.missing["lines"]


def test_two_different_values_are_asked_about(here: Place) -> None:
    record = read(here, at(
        (40, 40, "Invoice number: A-1"), (40, 60, "Total: $10.00"), (40, 80, "Total: $12.00"),
    ))  # fmt: skip
    assert record.missing["total"] == (
        'the document shows different values for it: "Total" $10 and "Total" $12'
    )


def test_the_more_decisive_label_wins(here: Place) -> None:
    record = read(here, at(
        (40, 40, "Invoice number: A-1"), (300, 40, "Number: 77"),
        (40, 60, "Total: $10.00"), (40, 80, "Grand total: $12.00"),
        (40, 100, "Date: 2026-01-02"), (40, 120, "Invoice date: 2026-01-01"),
    ))  # fmt: skip
    assert record.fields == {"number": "A-1", "date": date(2026, 1, 1), "total": usd("12")}


def test_an_ambiguous_date_is_asked_about_unless_the_settings_say(here: Place) -> None:
    data = at((40, 40, "Invoice number: A-1"), (40, 60, "Invoice date: 03/04/2026"))
    assert "03/04/2026" in read(here, data).missing["date"]
    here.settings["date order"] = "day first"
    assert read(here, data).fields["date"] == date(2026, 4, 3)
    clear = at((40, 40, "Invoice number: A-1"), (40, 60, "Invoice date: 25/04/2026"))
    assert read(here, clear).fields["date"] == date(2026, 4, 25)


def test_an_empty_place_does_not_take_the_next_label_or_its_value(here: Place) -> None:
    record = read(here, at(
        (40, 40, "Invoice number"), (200, 40, "A-1"),
        (40, 60, "PO number"),
        (40, 80, "Customer number"), (200, 80, "K-9"),
        (40, 100, "Invoice date"), (200, 100, "2026-01-01"),
    ))  # fmt: skip
    assert "PO number" not in record.fields
    assert record.fields["number"] == "A-1"


def test_labels_above_values_in_a_band(here: Place) -> None:
    record = read(here, at(
        (40, 40, "Invoice #"), (160, 40, "PO #"), (280, 40, "Ship via"), (400, 40, "Due"),
        (40, 54, "A-1"), (160, 54, "PO-7"), (280, 54, "UPS"), (400, 54, "Jan 5, 2026"),
    ))  # fmt: skip
    assert record.fields == {"number": "A-1", "PO number": "PO-7", "due date": date(2026, 1, 5)}


def test_a_document_of_another_sort_is_told(here: Place) -> None:
    with pytest.raises(Problematic) as problem:
        read(here, at((40, 40, "Dear Sir or Madam,"), (40, 60, "thank you from all of us.")))
    assert "does not look like an invoice" in problem.value.message


def test_any_kind_is_read_by_its_own_names(here: Place) -> None:
    fields = (
        ("name", "text", False),
        ("date of birth", "date", False),
        ("insurance number", "text", False),
        ("weight", "number", False),
    )
    patient = Schema("patient", fields)
    record = read(here, at(
        (40, 40, "Patient name"), (200, 40, "Jo Bloggs"),
        (40, 60, "Date of birth"), (200, 60, "4 May 1980"),
        (40, 80, "Insurance no."), (200, 80, "AB 12"),
        (40, 100, "Weight"), (200, 100, "71.5 kg"),
    ), patient)  # fmt: skip
    assert record.kind == "patient"
    assert list(record.fields.values()) == ["Jo Bloggs", date(1980, 5, 4), "AB 12", Decimal("71.5")]


def test_a_text_file_is_a_document_too(here: Place) -> None:
    text = (
        "INVOICE            Invoice no: 77-1\nDate: 2026-02-03\n\n"
        "Item            Qty   Price    Amount\n"
        "Blue pen          2   $1.50     $3.00\n"
        "Red pen          10   $1.00    $10.00\n\n"
        "                      Total    $13.00\n"
    )
    record = read(here, text.encode(), name="a.txt")
    assert record.fields["number"] == "77-1"
    assert record.fields["total"] == usd("13")
    assert [line.fields["item"] for line in record.fields["lines"]] == ["Blue pen", "Red pen"]


# -- documents that cannot be read ---------------------------------------------------


def _protected() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(at((40, 40, "Invoice number: A-1"))))
    writer.encrypt("secret", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "problem", "says"),
    [
        (b"", "unreadable", "is empty"),
        (pdf(lambda page: page.rect(10, 10, 50, 50)), "no-text", "no text in it"),
        (_protected(), "unreadable", "protected by a password"),
        (b"Not a PDF at all", "unreadable", "is not one"),
        (b"%PDF-1.7\n%broken", "unreadable", "damaged"),
        (at((40, 40, "Total: $5"))[:400], "unreadable", "damaged"),
        (b"\0" * 5000, "unreadable", "is not one"),
    ],
)
def test_what_cannot_be_read_is_told(here: Place, data: bytes, problem: str, says: str) -> None:
    with pytest.raises(Problematic) as raised:
        read(here, data)
    assert (raised.value.problem, says in raised.value.message) == (problem, True), raised.value


def test_a_missing_document(here: Place) -> None:
    with pytest.raises(Problematic) as problem:
        call("documents.read_from", INVOICE, File(Path("gone.pdf")), here=here)
    assert problem.value.problem == "missing-file"


def test_the_text_of_a_document(here: Place) -> None:
    (here.workspace / "a.pdf").write_bytes(
        at((40, 40, "Hello"), (200, 40, "there"), (40, 60, "you"))
    )
    assert call("documents.document_text", File(Path("a.pdf")), here=here) == "Hello  there\nyou"
    assert call("documents.page_count", File(Path("a.pdf")), here=here) == 1
