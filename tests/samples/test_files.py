"""The sample's files: drawn again they are the same, and all 16 invoices are read right."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kognilang import File, Money
from tests.stdlib.place import Place, call
from tests.stdlib.test_documents import INVOICE

SAMPLE = Path(__file__).parents[2] / "samples" / "accounts-payable"

# file: number, date, due, vendor, PO number, lines, first item, sum of lines, tax, total
EXPECTED: dict[str, tuple[Any, ...]] = {
    "northgate-10482.pdf": ("10482", "2026-10-05", "2026-11-04", "Northgate Office Supply",
        "PO-7001", 3, "Copy paper A4, box", "667.50", "55.07", "722.57"),
    "northgate-10517.pdf": ("10517", "2026-10-19", "2026-11-18", "Northgate Office Supply",
        "PO-7002", 2, "Desk chair, mesh", "3099.60", "255.72", "3355.32"),
    "cobalt-2026-0917.pdf": ("CC-2026-0917", "2026-10-01", "2026-10-31",
        "Cobalt Cloud Services Inc.", "PO-7003", 2, "Virtual server, month", "852", "0", "852"),
    "cobalt-2026-0944.pdf": ("CC-2026-0944", "2026-10-21", "2026-11-20",
        "Cobalt Cloud Services Inc.", None, 2, "Support hours", "772", "0", "772"),
    "HL_88213.pdf": ("HL-88213", "2026-10-12", "2026-11-11", "Harborline Logistics LLC",
        "PO-7004", 3, "Ocean freight, 40 ft container", "6090", "0", "6090"),
    "HL_88240.pdf": ("HL-88240", "2026-10-20", "2026-11-19", "Harborline Logistics LLC",
        "PO-7006", 2, "Pallet storage, week", "430.80", "0", "430.80"),
    "scan_0093.pdf": ("HL-88240", "2026-10-20", "2026-11-19", "Harborline Logistics LLC",
        "PO-7006", 2, "Pallet storage, week", "430.80", "0", "430.80"),
    "redwood-oct.pdf": ("RC-0412", "2026-10-23", "2026-11-06", "Redwood Catering",
        "PO-7007", 2, "Working lunch, per person", "946.50", "78.09", "1024.59"),
    "lumen-le-20991.pdf": ("LE-20991", "2026-09-28", "2026-11-27", "Lumen Electric Co.",
        "PO-7008", 28, "Armored cable 3x2.5 mm, per meter", "35055.20", "2892.05", "37947.25"),
    "lumen-le-21044.pdf": ("LE-21044", "2026-10-14", "2026-12-13", "Lumen Electric Co.",
        "PO-7009", 2, "LED tube 1200 mm", "711", "58.66", "769.66"),
    "summit 55-1187.pdf": ("55-1187", "2026-10-08", "2026-11-07", "Summit Industrial Parts",
        "PO-7010", 3, "Bearing 6205-2RS", "2802", "0", "2802"),
    "summit 55-1203.pdf": ("55-1203", "2026-10-15", "2026-11-14", "Summit Industrial Parts",
        "PO-7011", 2, "Gear reducer 1:20", "926.40", "0", "926.40"),
    "Birkenhof_R-2026-311.pdf": ("R-2026-311", "2026-10-06", "2026-11-05", "Birkenhof Möbel GmbH",
        "PO-7012", 2, "Meeting table oak, 240 cm", "8118", "568.26", "8686.26"),
    "Isar_4402.pdf": ("4402", "2026-10-16", "2026-11-15", "Isar Druck GmbH",
        "PO-7013", 2, "Brochure, 16 pages", "778", "54.46", "832.46"),
    "Isar_4417.pdf": ("4417", "2026-10-27", "2026-11-26", "Isar Druck GmbH",
        "PO-7014", 2, "Poster A1", "855", "59.85", "951.95"),
    "meridian-inv.pdf": ("MTP-0071", "2026-10-22", "2026-10-29", "Meridian Trade Partners",
        "PO-7015", 2, "Packing tape, carton", "640", "52.80", "692.80"),
}  # fmt: skip


@pytest.fixture
def sample() -> Place:
    return Place(
        SAMPLE, settings={"currency": "USD", "connections.purchasing": "sqlite:///purchasing.db"}
    )


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def test_the_invoices_are_the_expected_ones() -> None:
    assert {path.name for path in (SAMPLE / "invoices").iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_invoice_is_read_right(sample: Place, name: str) -> None:
    number, issued, due, vendor, po, count, first, net, tax, total = EXPECTED[name]
    record = call("documents.read_from", INVOICE, File(Path("invoices") / name), here=sample)
    lines = record.fields.pop("lines").items
    expected = {
        "number": number,
        "date": date.fromisoformat(issued),
        "due date": date.fromisoformat(due),
        "vendor": vendor,
        "PO number": po,
        "tax": usd(tax),
        "total": usd(total),
    }
    assert record.fields == {key: value for key, value in expected.items() if value is not None}
    assert set(record.missing) == {key for key, value in expected.items() if value is None}
    assert len(lines) == count and lines[0].fields["item"] == first
    assert all(line.missing == {} for line in lines)
    for line in lines:
        amount = line.fields["quantity"] * line.fields["unit price"].amount
        assert line.fields["amount"] == Money(amount, "USD")
    assert sum(line.fields["amount"].amount for line in lines) == Decimal(net)


def test_exactly_five_are_wrong_each_in_its_own_way(sample: Place) -> None:
    orders = call("tables.read_sheet", "Orders", "purchasing.xlsx", here=sample).rows
    receipts = call("tables.read_sheet", "Receipts", "purchasing.xlsx", here=sample).rows
    vendors = call("databases.read_table", "vendors", "purchasing", here=sample).rows
    known = {row.fields["name"] for row in vendors}
    prices = {(r.fields["PO number"], r.fields["Item"]): r.fields["Unit price"] for r in orders}
    arrived: dict[tuple[str, str], Decimal] = {}
    for row in receipts:
        key = (row.fields["PO number"], row.fields["Item"])
        arrived[key] = arrived.get(key, Decimal(0)) + row.fields["Quantity"]
    assert len(prices) == len(orders), "an order names an item once"
    seen: set[str] = set()
    wrong: dict[str, list[str]] = {}
    totals: list[Decimal] = []
    for name in sorted(EXPECTED, key=str.casefold):
        fields = call(
            "documents.read_from", INVOICE, File(Path("invoices") / name), here=sample
        ).fields
        faults = []
        if fields["number"] in seen:
            faults.append("duplicate")
        seen.add(fields["number"])
        if fields["vendor"] not in known:
            faults.append("vendor")
        if "PO number" not in fields:
            faults.append("PO number")
        lines = [line.fields for line in fields["lines"]]
        if (
            sum(line["amount"].amount for line in lines) + fields["tax"].amount
            != fields["total"].amount
        ):
            faults.append("total")
        for line in lines:
            key = (fields.get("PO number", "PO-7005"), line["item"])
            ordered = prices[key]
            assert ordered.currency == "USD"
            if abs(line["unit price"].amount / ordered.amount - 1) > Decimal("0.02"):
                assert line["unit price"].amount / ordered.amount == Decimal("1.06")
                faults.append("price")
            assert line["quantity"] <= arrived[key]
        if faults:
            wrong[name] = faults
        else:
            totals.append(fields["total"].amount)
    assert wrong == {
        "cobalt-2026-0944.pdf": ["PO number"],
        "Isar_4417.pdf": ["total"],
        "meridian-inv.pdf": ["vendor"],
        "scan_0093.pdf": ["duplicate"],
        "summit 55-1203.pdf": ["price"],
    }
    assert sum(total <= 1000 for total in totals) == 5
    assert sum(1000 < total <= 10000 for total in totals) == 5
    assert sum(total > 10000 for total in totals) == 1


def _drawn(folder: Path) -> dict[str, bytes]:
    subprocess.run([sys.executable, "draw.py", str(folder)], cwd=SAMPLE, check=True)
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_drawn_twice_they_are_the_same_bytes_and_the_committed_facts(
    tmp_path: Path, sample: Place
) -> None:
    one = _drawn(tmp_path / "one")
    assert one == _drawn(tmp_path / "two")
    assert {name for name in one if name.endswith(".pdf")} == {
        f"invoices/{name}" for name in EXPECTED
    }
    fresh = Place(tmp_path / "one")
    for name in EXPECTED:
        file = File(Path("invoices") / name)
        assert call("documents.document_text", file, here=fresh) == call(
            "documents.document_text", file, here=sample
        )
    for sheet in ("Orders", "Receipts"):
        both = [
            [row.fields for row in call("tables.read_sheet", sheet, "purchasing.xlsx", here=place)]
            for place in (fresh, sample)
        ]
        assert both[0] == both[1]
    rows = [
        sqlite3.connect(folder / "purchasing.db").execute("SELECT * FROM vendors").fetchall()
        for folder in (tmp_path / "one", SAMPLE)
    ]
    assert rows[0] == rows[1]


def test_the_procedure_is_under_60_lines() -> None:
    lines = (SAMPLE / "pay-invoices.kog").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 60 and max(map(len, lines)) <= 130
