"""The story's facts: who supplied what, at what price, and what is wrong with five invoices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Vendor:
    """A supplier, the layout of its invoices, and how it is paid."""

    name: str
    street: str
    city: str
    email: str
    iban: str
    layout: str


@dataclass(frozen=True)
class Item:
    """A line: so many of something at a price."""

    name: str
    quantity: int
    price: Decimal

    @property
    def amount(self) -> Decimal:
        """Quantity times price."""
        return self.quantity * self.price


@dataclass(frozen=True)
class Invoice:
    """An invoice as it is drawn. `total` is given where it does not add up."""

    file: str
    number: str
    vendor: Vendor
    issued: date
    due: date
    po: str
    items: tuple[Item, ...]
    tax_rate: Decimal = Decimal(0)
    wrong_total: Decimal | None = None

    @property
    def net(self) -> Decimal:
        """The sum of the lines."""
        return sum((item.amount for item in self.items), Decimal(0))

    @property
    def tax(self) -> Decimal:
        """The tax on the sum, to the cent."""
        return (self.net * self.tax_rate / 100).quantize(CENT)

    @property
    def total(self) -> Decimal:
        """What the invoice asks for."""
        return self.wrong_total if self.wrong_total is not None else self.net + self.tax


def _items(*lines: tuple[str, int, str]) -> tuple[Item, ...]:
    return tuple(Item(name, quantity, Decimal(price)) for name, quantity, price in lines)


NORTHGATE = Vendor(
    "Northgate Office Supply",
    "210 Canal Street",
    "Albany, NY 12207",
    "billing@northgate.example",
    "GB33BUKB20201555555555",
    "classic",
)
COBALT = Vendor(
    "Cobalt Cloud Services Inc.",
    "88 Market Square",
    "Austin, TX 78701",
    "ar@cobaltcloud.example",
    "GB94BARC10201530093459",
    "classic",
)
HARBORLINE = Vendor(
    "Harborline Logistics LLC",
    "Pier 14, Dock Road",
    "Newark, NJ 07114",
    "accounts@harborline.example",
    "GB60BARC20000055779911",
    "grid",
)
REDWOOD = Vendor(
    "Redwood Catering",
    "5 Orchard Lane",
    "Salem, OR 97301",
    "office@redwood.example",
    "GB82WEST12345698765432",
    "grid",
)
LUMEN = Vendor(
    "Lumen Electric Co.",
    "1400 Foundry Avenue",
    "Dayton, OH 45402",
    "invoices@lumen.example",
    "GB29NWBK60161331926819",
    "letter",
)
SUMMIT = Vendor(
    "Summit Industrial Parts",
    "77 Quarry Road",
    "Denver, CO 80202",
    "receivables@summit.example",
    "GB11CLRB04066800010100",
    "letter",
)
BIRKENHOF = Vendor(
    "Birkenhof Möbel GmbH",
    "Birkenweg 12",
    "80331 München",
    "rechnung@birkenhof.example",
    "DE89370400440532013000",
    "summary",
)
ISAR = Vendor(
    "Isar Druck GmbH",
    "Uferstraße 3",
    "85354 Freising",
    "buchhaltung@isardruck.example",
    "DE75512108001245126199",
    "summary",
)
MERIDIAN = Vendor(
    "Meridian Trade Partners",
    "PO Box 9921",
    "Wilmington, DE 19801",
    "pay@meridian.example",
    "GB15MIDL40051512345674",
    "classic",
)

VENDORS = (NORTHGATE, COBALT, HARBORLINE, REDWOOD, LUMEN, SUMMIT, BIRKENHOF, ISAR)
"""The vendors that the database knows; Meridian is not among them."""

SALES_TAX = Decimal("8.25")
IMPORT_TAX = Decimal("7")

CABLES = _items(
    ("Armored cable 3x2.5 mm, per meter", 400, "4.85"),
    ("Copper bus bar 40x5", 60, "61.20"),
    ("Distribution board 24 way", 12, "318.00"),
    ("Miniature breaker B16", 240, "7.15"),
    ("Miniature breaker C32", 96, "8.40"),
    ("Residual current device 63A", 24, "58.90"),
    ("Surge arrester type 2", 12, "94.50"),
    ("Cable tray 200 mm, 3 m", 85, "22.75"),
    ("Cable tray bend 90 degrees", 30, "14.60"),
    ("Junction box IP65", 150, "6.35"),
    ("LED panel 600x600", 120, "38.00"),
    ("Emergency luminaire", 40, "71.25"),
    ("Motion sensor, ceiling", 55, "27.80"),
    ("Push button station", 18, "33.10"),
    ("Cable gland M20", 600, "0.95"),
    ("Cable gland M25", 400, "1.15"),
    ("Terminal block 6 mm", 500, "1.42"),
    ("End bracket", 200, "0.38"),
    ("DIN rail 2 m", 45, "8.90"),
    ("Earthing rod 1.5 m", 16, "29.50"),
    ("Warning labels, sheet", 25, "3.20"),
    ("Heat shrink set", 30, "12.40"),
    ("Cable ties, pack of 100", 80, "4.10"),
    ("Conduit 25 mm, 3 m", 210, "5.65"),
    ("Conduit coupling 25 mm", 320, "0.72"),
    ("Floor box, 4 gang", 22, "64.00"),
    ("Socket outlet, double", 140, "6.90"),
    ("Switch, 2 gang", 75, "5.85"),
)

GOOD = (
    Invoice(
        "northgate-10482.pdf",
        "10482",
        NORTHGATE,
        date(2026, 10, 5),
        date(2026, 11, 4),
        "PO-7001",
        _items(
            ("Copy paper A4, box", 12, "31.50"),
            ("Toner cartridge black", 3, "84.00"),
            ("Stapler, heavy duty", 2, "18.75"),
        ),
        SALES_TAX,
    ),
    Invoice(
        "northgate-10517.pdf",
        "10517",
        NORTHGATE,
        date(2026, 10, 19),
        date(2026, 11, 18),
        "PO-7002",
        _items(("Desk chair, mesh", 14, "189.00"), ("Footrest", 14, "32.40")),
        SALES_TAX,
    ),
    Invoice(
        "cobalt-2026-0917.pdf",
        "CC-2026-0917",
        COBALT,
        date(2026, 10, 1),
        date(2026, 10, 31),
        "PO-7003",
        _items(("Virtual server, month", 6, "129.00"), ("Backup storage, TB", 4, "19.50")),
    ),
    Invoice(
        "HL_88213.pdf",
        "HL-88213",
        HARBORLINE,
        date(2026, 10, 12),
        date(2026, 11, 11),
        "PO-7004",
        _items(
            ("Ocean freight, 40 ft container", 2, "2450.00"),
            ("Customs clearance", 2, "185.00"),
            ("Trucking to warehouse", 2, "410.00"),
        ),
    ),
    Invoice(
        "HL_88240.pdf",
        "HL-88240",
        HARBORLINE,
        date(2026, 10, 20),
        date(2026, 11, 19),
        "PO-7006",
        _items(("Pallet storage, week", 24, "11.75"), ("Handling per pallet", 24, "6.20")),
    ),
    Invoice(
        "redwood-oct.pdf",
        "RC-0412",
        REDWOOD,
        date(2026, 10, 23),
        date(2026, 11, 6),
        "PO-7007",
        _items(("Working lunch, per person", 45, "16.90"), ("Coffee service", 3, "62.00")),
        SALES_TAX,
    ),
    Invoice(
        "lumen-le-20991.pdf",
        "LE-20991",
        LUMEN,
        date(2026, 9, 28),
        date(2026, 11, 27),
        "PO-7008",
        CABLES,
        SALES_TAX,
    ),
    Invoice(
        "lumen-le-21044.pdf",
        "LE-21044",
        LUMEN,
        date(2026, 10, 14),
        date(2026, 12, 13),
        "PO-7009",
        _items(("LED tube 1200 mm", 80, "6.40"), ("Starter kit", 20, "9.95")),
        SALES_TAX,
    ),
    Invoice(
        "summit 55-1187.pdf",
        "55-1187",
        SUMMIT,
        date(2026, 10, 8),
        date(2026, 11, 7),
        "PO-7010",
        _items(
            ("Bearing 6205-2RS", 150, "5.30"),
            ("V-belt A42", 60, "11.25"),
            ("Hydraulic hose 1/2 inch", 90, "14.80"),
        ),
    ),
    Invoice(
        "Birkenhof_R-2026-311.pdf",
        "R-2026-311",
        BIRKENHOF,
        date(2026, 10, 6),
        date(2026, 11, 5),
        "PO-7012",
        _items(("Meeting table oak, 240 cm", 3, "1390.00"), ("Conference chair", 24, "164.50")),
        IMPORT_TAX,
    ),
    Invoice(
        "Isar_4402.pdf",
        "4402",
        ISAR,
        date(2026, 10, 16),
        date(2026, 11, 15),
        "PO-7013",
        _items(("Brochure, 16 pages", 500, "1.18"), ("Business cards, set", 20, "9.40")),
        IMPORT_TAX,
    ),
)

NO_PO = Invoice(
    "cobalt-2026-0944.pdf",
    "CC-2026-0944",
    COBALT,
    date(2026, 10, 21),
    date(2026, 11, 20),
    "",
    _items(("Support hours", 5, "140.00"), ("Domain renewal", 3, "24.00")),
)
PRICE_OVER = Invoice(
    "summit 55-1203.pdf",
    "55-1203",
    SUMMIT,
    date(2026, 10, 15),
    date(2026, 11, 14),
    "PO-7011",
    _items(("Gear reducer 1:20", 4, "212.00"), ("Coupling, jaw type", 4, "19.60")),
)
UNKNOWN_VENDOR = Invoice(
    "meridian-inv.pdf",
    "MTP-0071",
    MERIDIAN,
    date(2026, 10, 22),
    date(2026, 10, 29),
    "PO-7015",
    _items(("Packing tape, carton", 10, "42.00"), ("Stretch film", 8, "27.50")),
    SALES_TAX,
)
DUPLICATE_OF = GOOD[4]
DUPLICATE = Invoice(
    "scan_0093.pdf",
    DUPLICATE_OF.number,
    DUPLICATE_OF.vendor,
    DUPLICATE_OF.issued,
    DUPLICATE_OF.due,
    DUPLICATE_OF.po,
    DUPLICATE_OF.items,
    DUPLICATE_OF.tax_rate,
)
DOES_NOT_ADD_UP = Invoice(
    "Isar_4417.pdf",
    "4417",
    ISAR,
    date(2026, 10, 27),
    date(2026, 11, 26),
    "PO-7014",
    _items(("Poster A1", 150, "3.60"), ("Mounting board", 150, "2.10")),
    IMPORT_TAX,
    wrong_total=Decimal("951.95"),
)
WRONG = (NO_PO, PRICE_OVER, UNKNOWN_VENDOR, DUPLICATE, DOES_NOT_ADD_UP)

INVOICES = (*GOOD, *WRONG)

ORDERED_PRICES = {("PO-7011", "Gear reducer 1:20"): Decimal("200.00")}
"""Where the order's price is not the invoice's: 212 is 6% over."""

ORDERS = tuple(
    (
        po,
        invoice.vendor.name,
        item.name,
        item.quantity,
        ORDERED_PRICES.get((po, item.name), item.price),
    )
    for invoice in INVOICES
    if invoice is not DUPLICATE
    for po in (invoice.po or "PO-7005",)
    for item in invoice.items
)
"""PO number, vendor, item, quantity, unit price."""


def receipts() -> list[tuple[str, str, int, date]]:
    """PO number, item, quantity, day: large quantities came in two deliveries."""
    found = []
    for number, (po, _, item, quantity, _) in enumerate(sorted(ORDERS, key=lambda row: row[0])):
        day = date(2026, 9, 1 + number % 24)
        first = quantity if quantity < 100 else quantity - quantity // 3
        found.append((po, item, first, day))
        if quantity > first:
            found.append((po, item, quantity - first, day.replace(day=day.day + 5)))
    return found
