"""Draws the story's files: 16 invoices in four layouts, the orders and receipts, the vendors.

    python draw.py [FOLDER]

The files are committed; drawing them again gives the same bytes.
"""

from __future__ import annotations

import io
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.styles import Font
from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfgen.canvas import Canvas
from story import INVOICES, ORDERS, VENDORS, Invoice, receipts

US = ("Hollis Manufacturing", "One Main Street", "Springfield, IL 62701")
STAMP = datetime(2026, 11, 1)


# -- classic: a letterhead, a box of labels beside their values, the payee in the foot ---------


def classic(page: Canvas, invoice: Invoice) -> None:
    """US letter, labels with values to their right, long dates, amounts with a dollar sign."""
    page.setPageSize(letter)
    page.setFont("Helvetica-Bold", 18)
    page.drawString(54, 730, invoice.vendor.name)
    page.setFont("Helvetica", 9)
    page.drawString(54, 716, f"{invoice.vendor.street}, {invoice.vendor.city}")
    page.setFont("Helvetica-Bold", 22)
    page.drawRightString(558, 730, "INVOICE")
    page.setFont("Helvetica", 9)
    page.drawString(54, 670, "Bill to:")
    for at, line in enumerate(US):
        page.drawString(54, 657 - 12 * at, line)
    rows = [
        ("Invoice No.", invoice.number),
        ("Invoice Date", f"{invoice.issued:%B} {invoice.issued.day}, {invoice.issued.year}"),
        ("Payment Due", f"{invoice.due:%B} {invoice.due.day}, {invoice.due.year}"),
        ("PO Number", invoice.po),
        ("Terms", f"Net {(invoice.due - invoice.issued).days}"),
    ]
    for at, (label, value) in enumerate(rows):
        page.drawString(360, 670 - 14 * at, label)
        page.drawRightString(558, 670 - 14 * at, value)
    heights = 570.0
    page.setFont("Helvetica-Bold", 9)
    page.drawString(54, heights, "Description")
    page.drawRightString(370, heights, "Qty")
    page.drawRightString(460, heights, "Unit Price")
    page.drawRightString(558, heights, "Amount")
    page.line(54, heights - 4, 558, heights - 4)
    page.setFont("Helvetica", 9)
    for item in invoice.items:
        heights -= 16
        page.drawString(54, heights, item.name)
        page.drawRightString(370, heights, str(item.quantity))
        page.drawRightString(460, heights, dollars(item.price))
        page.drawRightString(558, heights, dollars(item.amount))
    page.line(54, heights - 6, 558, heights - 6)
    sums = [("Subtotal", invoice.net)]
    sums.append(
        (f"Sales Tax ({invoice.tax_rate}%)" if invoice.tax_rate else "Sales Tax", invoice.tax)
    )
    for label, amount in sums:
        heights -= 18
        page.drawRightString(460, heights, label)
        page.drawRightString(558, heights, dollars(amount))
    heights -= 20
    page.setFont("Helvetica-Bold", 10)
    page.drawRightString(460, heights, "Total Due")
    page.drawRightString(558, heights, dollars(invoice.total))
    page.setFont("Helvetica", 9)
    page.drawString(54, 90, f"Please make payment to: {invoice.vendor.name}")
    page.drawString(54, 77, f"Questions? {invoice.vendor.email}")
    page.drawCentredString(306, 50, "Thank you for your business")


def dollars(amount: Decimal) -> str:
    """`$1,234.50`."""
    return f"${amount:,.2f}"


# -- grid: labels above their values, quantity first, sums on the left -------------------------


def grid(page: Canvas, invoice: Invoice) -> None:
    """US letter, captions over values, ISO dates, bare amounts and the currency said once."""
    page.setPageSize(letter)
    page.setFillGray(0.85)
    page.rect(36, 735, 540, 30, stroke=0, fill=1)
    page.setFillGray(0)
    page.setFont("Times-Bold", 16)
    page.drawString(44, 744, "Freight and services invoice")
    _caption(page, 44, 712, "FROM", invoice.vendor.name, invoice.vendor.street, invoice.vendor.city)
    _caption(page, 320, 712, "BILL TO", *US)
    columns = [
        (44, "INVOICE #", invoice.number),
        (170, "ISSUED", invoice.issued.isoformat()),
        (290, "DUE", invoice.due.isoformat()),
        (410, "YOUR ORDER", invoice.po),
    ]
    for left, caption, value in columns:
        _caption(page, left, 630, caption, value)
    page.rect(36, 606, 540, 36)
    height = 570.0
    page.setFont("Times-Bold", 10)
    page.drawString(44, height, "Quantity")
    page.drawString(110, height, "Item")
    page.drawRightString(470, height, "Price each")
    page.drawRightString(568, height, "Line total")
    page.setFont("Times-Roman", 10)
    for item in invoice.items:
        height -= 18
        page.drawString(44, height, str(item.quantity))
        page.drawString(110, height, item.name)
        page.drawRightString(470, height, f"{item.price:,.2f}")
        page.drawRightString(568, height, f"{item.amount:,.2f}")
    height -= 40
    for label, amount in (
        ("Net", invoice.net),
        ("Tax", invoice.tax),
        ("Grand total", invoice.total),
    ):
        page.setFont("Times-Bold" if label == "Grand total" else "Times-Roman", 11)
        page.drawString(44, height, label)
        page.drawRightString(210, height, f"{amount:,.2f}")
        height -= 16
    page.setFont("Times-Italic", 9)
    page.drawString(
        44, height - 12, "All amounts in USD. Please quote the invoice number when you pay."
    )


def _caption(page: Canvas, left: float, top: float, caption: str, *lines: str) -> None:
    page.setFont("Times-Bold", 8)
    page.drawString(left, top, caption)
    page.setFont("Times-Roman", 11)
    for at, line in enumerate(lines):
        page.drawString(left, top - 14 - 13 * at, line)


# -- letter: labels and values in running lines, the price before the quantity, several pages --


def letter_style(page: Canvas, invoice: Invoice) -> None:
    """A4, `label: value` in one run of text, short dates, the currency's code at each amount."""
    page.setPageSize(A4)
    page.setFont("Courier-Bold", 13)
    page.drawString(50, 790, "Tax invoice")
    page.setFont("Courier", 9)
    issued, due = (f"{day.day:02} {day:%b %Y}" for day in (invoice.issued, invoice.due))
    lines = [
        f"Supplier: {invoice.vendor.name}",
        f"{invoice.vendor.street}, {invoice.vendor.city}",
        "",
        f"Invoice number: {invoice.number}   Date of issue: {issued}",
        f"Purchase order: {invoice.po}   Payable by: {due}",
        "",
        f"To: {US[0]}, {US[1]}, {US[2]}",
    ]
    for at, line in enumerate(lines):
        page.drawString(50, 770 - 13 * at, line)
    height = _letter_heads(page, 655)
    for number, item in enumerate(invoice.items, 1):
        if height < 100:
            page.drawString(50, height - 20, "Continued on the next page")
            page.showPage()
            page.setPageSize(A4)
            page.setFont("Courier", 9)
            page.drawString(50, 800, f"{invoice.vendor.name}, invoice {invoice.number}, page 2")
            height = _letter_heads(page, 770)
        page.drawRightString(64, height, str(number))
        page.drawString(80, height, item.name)
        page.drawRightString(365, height, f"USD {item.price:,.2f}")
        page.drawRightString(425, height, str(item.quantity))
        page.drawRightString(545, height, f"USD {item.amount:,.2f}")
        height -= 21
    height -= 12
    sums = [
        ("Total before tax", invoice.net),
        (f"Tax {invoice.tax_rate}%", invoice.tax),
        ("Amount payable", invoice.total),
    ]
    for label, amount in sums:
        page.drawString(300, height, label)
        page.drawRightString(545, height, f"USD {amount:,.2f}")
        height -= 15


def _letter_heads(page: Canvas, height: float) -> float:
    page.setFont("Courier-Bold", 9)
    page.drawString(50, height, "No.")
    page.drawString(80, height, "Article")
    page.drawRightString(365, height, "Unit price")
    page.drawRightString(425, height, "Quantity")
    page.drawRightString(545, height, "Net amount")
    page.setFont("Courier", 9)
    return height - 20


# -- summary: a box with the sums at the top, right-aligned labels, European figures -----------


def summary(page: Canvas, invoice: Invoice) -> None:
    """A4, sums before the lines, comma decimals, the item's name broken over two lines."""
    page.setPageSize(A4)
    page.setFont("Helvetica-Bold", 14)
    page.drawCentredString(297, 795, f"{invoice.vendor.name} · {invoice.vendor.city}")
    page.setFont("Helvetica", 10)
    pairs = [
        ("Bill no.:", invoice.number),
        ("Billing date:", f"{invoice.issued:%d-%b-%Y}"),
        ("Order ref:", invoice.po),
        ("Pay by:", f"{invoice.due:%d-%b-%Y}"),
        ("Remit to:", invoice.vendor.name),
    ]
    for at, (label, value) in enumerate(pairs):
        page.drawRightString(130, 750 - 15 * at, label)
        page.drawString(140, 750 - 15 * at, value)
    box = [
        ("Goods total", invoice.net),
        (f"VAT {invoice.tax_rate} %", invoice.tax),
        ("Invoice total", invoice.total),
    ]
    page.rect(345, 685, 200, 80)
    for at, (label, amount) in enumerate(box):
        page.setFont("Helvetica-Bold" if at == 2 else "Helvetica", 10)
        page.drawString(355, 745 - 22 * at, label)
        page.drawRightString(535, 745 - 22 * at, european(amount))
    height = 640.0
    page.setFont("Helvetica-Bold", 9)
    page.drawString(50, height, "Product code")
    page.drawString(130, height, "Particulars")
    page.drawRightString(360, height, "Units")
    page.drawRightString(450, height, "Rate")
    page.drawRightString(545, height, "Sum")
    page.setFont("Helvetica", 9)
    for at, item in enumerate(invoice.items, 1):
        height -= 22
        first, second = _broken(item.name)
        page.drawString(50, height, f"{invoice.vendor.name[:2].upper()}-{at:03}")
        page.drawString(130, height, first)
        page.drawRightString(360, height, f"{item.quantity}")
        page.drawRightString(450, height, european(item.price))
        page.drawRightString(545, height, european(item.amount))
        if second:
            height -= 11
            page.drawString(130, height, second)
    page.setFont("Helvetica", 8)
    page.drawCentredString(297, 60, f"{invoice.vendor.name} · {invoice.vendor.street}")
    page.drawCentredString(297, 48, f"IBAN {invoice.vendor.iban}")


def european(amount: Decimal) -> str:
    """`1.234,50 USD`."""
    figures = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
    return f"{figures} USD"


def _broken(name: str) -> tuple[str, str]:
    """Break a name that is too long for its column before its last words."""
    if len(name) < 20:
        return name, ""
    first, _, second = name.rpartition(", ")
    return (first + ",", second) if first else (name, "")


LAYOUTS: dict[str, Callable[[Canvas, Invoice], None]] = {
    "classic": classic,
    "grid": grid,
    "letter": letter_style,
    "summary": summary,
}


def draw_invoice(invoice: Invoice, layout: Callable[[Canvas, Invoice], None]) -> bytes:
    """Return an invoice as the bytes of a PDF."""
    out = io.BytesIO()
    page = Canvas(out, invariant=1)
    layout(page, invoice)
    page.showPage()
    page.save()
    return out.getvalue()


# -- orders, receipts, vendors -----------------------------------------------------------------


def workbook() -> bytes:
    """Return the orders and receipts as the bytes of an xlsx file."""
    book = openpyxl.Workbook()
    orders = book.active
    orders.title = "Orders"
    orders.append(["PO number", "Vendor", "Item", "Quantity", "Unit price"])
    for po, vendor, item, quantity, price in sorted(ORDERS, key=lambda row: row[0]):
        orders.append([po, vendor, item, quantity, price])
        orders.cell(orders.max_row, 5).number_format = '"$"#,##0.00'
    arrived = book.create_sheet("Receipts")
    arrived.append(["PO number", "Item", "Quantity", "Received on"])
    for row in receipts():
        arrived.append(list(row))
        arrived.cell(arrived.max_row, 4).number_format = "yyyy-mm-dd"
    for sheet, widths in ((orders, (12, 28, 36, 10, 12)), (arrived, (12, 36, 10, 13))):
        for at, width in enumerate(widths, 1):
            sheet.cell(1, at).font = Font(bold=True)
            sheet.column_dimensions[sheet.cell(1, at).column_letter].width = width
        sheet.freeze_panes = "A2"
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
            info = zipfile.ZipInfo(entry, (2026, 11, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return out.getvalue()


def vendor_database(path: Path) -> None:
    """Write the vendors into a new SQLite file."""
    path.unlink(missing_ok=True)
    link = sqlite3.connect(path)
    with link:
        link.execute(
            "CREATE TABLE vendors (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, "
            "street TEXT, city TEXT, email TEXT NOT NULL, IBAN TEXT NOT NULL)"
        )
        link.executemany(
            "INSERT INTO vendors (name, street, city, email, IBAN) VALUES (?, ?, ?, ?, ?)",
            [(v.name, v.street, v.city, v.email, v.iban) for v in VENDORS],
        )
    link.close()


def draw(folder: Path) -> None:
    """Write all files of the story below a folder."""
    (folder / "invoices").mkdir(parents=True, exist_ok=True)
    for invoice in INVOICES:
        data = draw_invoice(invoice, LAYOUTS[invoice.vendor.layout])
        (folder / "invoices" / invoice.file).write_bytes(data)
    (folder / "purchasing.xlsx").write_bytes(workbook())
    vendor_database(folder / "purchasing.db")


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
