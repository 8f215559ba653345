"""Draws both months' files: the invoices as PDFs, and the orders, receipts and vendors.

    python draw.py [FOLDER]

Drawing them again gives the same bytes.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.styles import Font
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas
from story import VENDORS, Invoice, Month, Story, orders, receipts

STAMP = datetime(2026, 12, 1)


def draw_invoice(invoice: Invoice) -> bytes:
    """Return an invoice as the bytes of a PDF."""
    out = io.BytesIO()
    page = Canvas(out, pagesize=letter, invariant=1)
    name = invoice.shown_name or invoice.vendor.name
    page.setFont("Helvetica-Bold", 16)
    page.drawString(54, 730, name)
    page.drawRightString(558, 730, "INVOICE")
    page.setFont("Helvetica", 9)
    rows = [
        ("Invoice No.", invoice.number),
        ("Invoice Date", f"{invoice.issued:%B} {invoice.issued.day}, {invoice.issued.year}"),
    ]
    if invoice.shows_due:
        rows.append(("Payment Due", f"{invoice.due:%B} {invoice.due.day}, {invoice.due.year}"))
    rows.append(("PO Number", invoice.po if invoice.shows_po else ""))
    rows.append(("Supplier", name))
    for at, (label, value) in enumerate(rows):
        page.drawString(330, 690 - 14 * at, label)
        page.drawRightString(558, 690 - 14 * at, value)
    height = 590.0
    page.setFont("Helvetica-Bold", 9)
    page.drawString(54, height, "Description")
    page.drawRightString(370, height, "Qty")
    page.drawRightString(460, height, "Unit Price")
    page.drawRightString(558, height, "Amount")
    page.line(54, height - 4, 558, height - 4)
    page.setFont("Helvetica", 9)
    for line in invoice.lines:
        height -= 16
        page.drawString(54, height, line.item)
        page.drawRightString(370, height, str(line.quantity))
        page.drawRightString(460, height, _money(invoice, line.price))
        page.drawRightString(558, height, _money(invoice, line.amount))
    sums = [("Subtotal", invoice.net)]
    if invoice.shows_tax:
        sums.append(("Sales Tax", invoice.tax))
    for label, amount in sums:
        height -= 18
        page.drawRightString(460, height, label)
        page.drawRightString(558, height, _money(invoice, amount))
    height -= 22
    page.setFont("Helvetica-Bold", 10)
    page.drawRightString(460, height, invoice.total_label)
    page.drawRightString(558, height, _money(invoice, invoice.total))
    page.showPage()
    page.save()
    return out.getvalue()


def _money(invoice: Invoice, amount: Decimal) -> str:
    return f"{invoice.currency}{amount:,.2f}"


def workbook(months: list[Month]) -> bytes:
    """Return the orders, receipts and vendors as the bytes of an xlsx file."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Orders"
    sheet.append(["PO number", "Vendor", "Item", "Quantity", "Unit price"])
    for row in orders(months):
        sheet.append(list(row))
        sheet.cell(sheet.max_row, 5).number_format = '"$"#,##0.00'
    arrived = book.create_sheet("Receipts")
    arrived.append(["PO number", "Item", "Quantity", "Received on"])
    for received in receipts(months):
        arrived.append(list(received))
        arrived.cell(arrived.max_row, 4).number_format = "yyyy-mm-dd"
    vendors = book.create_sheet("Vendors")
    vendors.append(["Name", "City", "IBAN"])
    for vendor in VENDORS:
        for city, iban in vendor.listed:
            vendors.append([vendor.name, city, iban])
    for one in (sheet, arrived, vendors):
        for cell in one[1]:
            cell.font = Font(bold=True)
        one.freeze_panes = "A2"
    book.properties.creator = "KogniLang sample"
    book.properties.created = STAMP
    raw = io.BytesIO()
    book.save(raw)
    return _stamped(raw.getvalue())


def _stamped(data: bytes) -> bytes:
    """Put one time into an xlsx file, so that the same cells are the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in sorted(old.namelist()):
            content = old.read(entry)
            if entry == "docProps/core.xml":
                start = content.index(b"<dcterms:modified")
                end = content.index(b"</cp:coreProperties>")
                stamp = STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                content = (
                    content[:start]
                    + b'<dcterms:modified xsi:type="dcterms:W3CDTF">'
                    + stamp
                    + b"</dcterms:modified>"
                    + content[end:]
                )
            info = zipfile.ZipInfo(entry, (2026, 12, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return out.getvalue()


def draw(folder: Path, story: Story) -> None:
    """Write all files of a story below a folder."""
    for month in story.months:
        (folder / month.name).mkdir(parents=True, exist_ok=True)
        for invoice in month.invoices:
            (folder / month.name / invoice.file).write_bytes(draw_invoice(invoice))
    (folder / "purchasing.xlsx").write_bytes(workbook(story.months))


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent, Story())
