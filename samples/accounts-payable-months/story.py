"""Two months of invoices with their troubles, and the payments that are right.

Everything follows from one fixed seed, so the same facts come out each time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

CENT = Decimal("0.01")
SEED = 2026


@dataclass(frozen=True)
class Vendor:
    """A supplier as the vendors' list has it; `listed` are its rows there, by city and IBAN."""

    key: str
    name: str
    listed: tuple[tuple[str, str], ...]
    goods: tuple[tuple[str, str], ...]
    """What it sells, with the price that was ordered."""
    tax: Decimal = Decimal(0)

    @property
    def iban(self) -> str:
        """The account that is paid to."""
        return self.listed[0][1]


def _vendor(key: str, name: str, city: str, iban: str, tax: str, *goods: tuple[str, str]) -> Vendor:
    return Vendor(key, name, ((city, iban),), goods, Decimal(tax))


PRAIRIE = _vendor("prairie", "Prairie Farms Dairy", "Omaha", "GB24BKEN10000031510604", "0",
                  ("Milk, crate", "24.00"), ("Butter, box", "61.50"))  # fmt: skip
TIDEWATER = _vendor("tidewater", "Tidewater Cleaning", "Norfolk", "GB27BOFI90212729823529", "8",
                    ("Office cleaning, day", "145.00"), ("Window cleaning", "210.00"))  # fmt: skip
COBALT = _vendor("cobalt", "Cobalt Cloud Services Inc.", "Austin", "GB94BARC10201530093459", "0",
                 ("Hosting, month", "310.00"), ("Support hours", "140.00"))  # fmt: skip
HARBORLINE = _vendor("harborline", "Harborline Logistics LLC", "Newark", "GB60BARC20000055779911",
                     "0", ("Pallet to port", "88.00"), ("Customs papers", "45.00"))  # fmt: skip
REDWOOD = _vendor("redwood", "Redwood Catering", "Salem", "GB82WEST12345698765432", "6",
                  ("Lunch, tray", "96.00"), ("Coffee, urn", "38.00"))  # fmt: skip
LUMEN = _vendor("lumen", "Lumen Electric Co.", "Dayton", "GB29NWBK60161331926819", "7",
                ("Cable, reel", "119.00"), ("Fuse box", "74.50"))  # fmt: skip
SUMMIT = _vendor("summit", "Summit Industrial Parts", "Denver", "GB11CLRB04066800010100", "5",
                 ("Gear reducer", "200.00"), ("Coupling", "50.00"))  # fmt: skip
BIRKENHOF = _vendor("birkenhof", "Birkenhof Möbel GmbH", "Kassel", "DE89370400440532013000", "0",
                    ("Desk, oak", "390.00"), ("Chair", "164.50"))  # fmt: skip
ISAR = _vendor("isar", "Isar Druck GmbH", "Munich", "DE75512108001245126199", "7",
               ("Brochure, pack", "118.00"), ("Poster", "36.00"))  # fmt: skip
QUARRY = _vendor("quarry", "Quarry Stone Works", "Barre", "GB33BUKB20201555555555", "6",
                 ("Granite slab", "230.00"), ("Gravel, ton", "41.00"))  # fmt: skip
FENWICK = _vendor("fenwick", "Fenwick Paper", "Holyoke", "GB16MIDL40051522334455", "5",
                  ("Copy paper, box", "42.00"), ("Envelopes, box", "27.50"))  # fmt: skip
HOLLOW = _vendor("hollow", "Hollow Brook School", "Concord", "GB04BARC20474473160944", "0",
                 ("Training day", "260.00"), ("Course books", "33.00"))  # fmt: skip
NORTHGATE = Vendor(
    "northgate",
    "Northgate Office Supply",
    (("Albany", "GB19LOYD30961700709943"), ("Boston", "GB50MIDL40051512345674")),
    (("Toner", "89.00"), ("Binders, pack", "31.00")),
    Decimal(8),
)
VENDORS = (
    PRAIRIE, TIDEWATER, COBALT, HARBORLINE, REDWOOD, LUMEN, SUMMIT, BIRKENHOF, ISAR, QUARRY,
    FENWICK, HOLLOW, NORTHGATE,
)  # fmt: skip

STANDING = {"cobalt": "PO-7005"}
"""Vendors that deliver on one order for ever, and never write its number."""

ALIAS = "Meridian Trade Partners"
"""The name under which Redwood Catering sends some of its bills."""

STRANGER = "Pelican Freight Brokers"
"""A name that nobody knows."""

OTHER_WORDS = {"Copy paper, box": "A4 copier sheets, carton"}
"""What an invoice calls goods, where the order calls them otherwise."""


@dataclass
class Line:
    """So many of something at a price; `ordered` is what the order calls it and its price."""

    item: str
    quantity: int
    price: Decimal
    ordered: tuple[str, Decimal]

    @property
    def amount(self) -> Decimal:
        """Quantity times price."""
        return self.quantity * self.price


@dataclass
class Invoice:
    """An invoice as it is drawn. `trouble` is what is wrong with it; `paid` whether it is right to
    pay it, and `amount` and `due_on` what and when."""

    file: str
    number: str
    vendor: Vendor
    issued: date
    po: str
    lines: list[Line]
    trouble: str = ""
    paid: bool = True
    shown_name: str = ""
    shows_po: bool = True
    shows_due: bool = True
    shows_tax: bool = True
    total_label: str = "Total Due"
    currency: str = "$"
    off_by: Decimal = Decimal(0)
    received: bool = True
    of: str = ""
    """For a duplicate: the number that it repeats."""

    @property
    def due(self) -> date:
        """Thirty days after it was issued."""
        return self.issued + timedelta(days=30)

    @property
    def net(self) -> Decimal:
        """The sum of the lines."""
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def tax(self) -> Decimal:
        """The tax on the sum, to the cent."""
        return (self.net * self.vendor.tax / 100).quantize(CENT)

    @property
    def total(self) -> Decimal:
        """What it asks for."""
        return (self.net + self.tax + self.off_by).quantize(CENT)


@dataclass
class Month:
    """A month's invoices, in the order in which their files are read."""

    name: str
    first: date
    invoices: list[Invoice] = field(default_factory=list)

    @property
    def payments(self) -> list[tuple[str, str, str, Decimal, date]]:
        """The payments that are right: invoice, payee, IBAN, amount, due date."""
        return sorted(
            (one.number, one.vendor.name, one.vendor.iban, one.total, one.due)
            for one in self.invoices
            if one.paid
        )


PLAN = (
    ("no PO number", COBALT, 3),
    ("another name", REDWOOD, 3),
    ("price over the order's", SUMMIT, 3),
    ("off by rounding", ISAR, 3),
    ("duplicate", TIDEWATER, 3),
    ("other currency", BIRKENHOF, 2),
    ("no due date", HARBORLINE, 3),
    ("another label", LUMEN, 3),
    ("not received yet", QUARRY, 2),
    ("goods in other words", FENWICK, 3),
    ("two vendors of that name", NORTHGATE, 2),
    ("no tax on it", HOLLOW, 2),
    ("", PRAIRIE, 3),
    ("", TIDEWATER, 5),
)
"""What is wrong, whose invoices, how many a month: 40, of which 32 are troubled."""


class Story:
    """Both months, made from the seed."""

    def __init__(self) -> None:
        self._random = Random(SEED)
        self._number = 4000
        self.months = [
            self._month("october", date(2026, 10, 1), surprises=False),
            self._month("november", date(2026, 11, 1), surprises=True),
        ]

    def _month(self, name: str, first: date, surprises: bool) -> Month:
        month = Month(name, first)
        good: list[Invoice] = []
        for trouble, vendor, count in reversed(PLAN):
            for at in range(count):
                one = self._invoice(vendor, first)
                if not trouble:
                    good.append(one)
                elif trouble == "duplicate":
                    one = _again(good[at])
                else:
                    _spoil(one, trouble, at, self._random)
                if surprises and at == count - 1:
                    _surprise(one, trouble)
                one.file = f"{one.vendor.key}-{one.number}{'-copy' if one.of else ''}.pdf"
                month.invoices.append(one)
        month.invoices.sort(key=lambda one: one.file)
        return month

    def _invoice(self, vendor: Vendor, first: date) -> Invoice:
        self._number += self._random.randint(1, 9)
        lines = []
        for item, price in self._random.sample(vendor.goods, self._random.randint(1, 2)):
            quantity = self._random.randint(1, 4)
            lines.append(Line(item, quantity, Decimal(price), (item, Decimal(price))))
        issued = first + timedelta(days=self._random.randint(0, 24))
        po = STANDING.get(vendor.key, f"PO-{self._number + 3000}")
        return Invoice("", str(self._number), vendor, issued, po, lines)


def _again(first: Invoice) -> Invoice:
    """The same invoice once more, as it comes by a second mail."""
    same = Invoice("", first.number, first.vendor, first.issued, first.po, first.lines)
    same.trouble, same.paid, same.of = "duplicate", False, first.number
    return same


def _spoil(one: Invoice, trouble: str, at: int, random: Random) -> None:
    one.trouble = trouble
    line = one.lines[0]
    if trouble == "no PO number":
        one.shows_po = False
    elif trouble == "another name":
        one.shown_name = ALIAS
    elif trouble == "price over the order's":
        del one.lines[1:]
        line.price = (line.price * (Decimal(104) + at) / 100).quantize(CENT)
    elif trouble == "off by rounding":
        one.off_by = Decimal(random.choice(("0.01", "-0.01", "0.02")))
    elif trouble == "other currency":
        one.currency, one.paid = "EUR ", False
        del one.lines[1:]
    elif trouble == "no due date":
        one.shows_due = False
    elif trouble == "another label":
        one.total_label = "Kindly remit"
    elif trouble == "not received yet":
        one.received, one.paid = False, False
        del one.lines[1:]
    elif trouble == "goods in other words":
        del one.lines[1:]
        name, price = one.vendor.goods[0]
        line.item, line.price, line.ordered = (
            OTHER_WORDS[name],
            Decimal(price),
            (name, Decimal(price)),
        )
    elif trouble == "no tax on it":
        one.shows_tax = False


def _surprise(one: Invoice, trouble: str) -> None:
    """What the first month had nothing like: it must be asked about, and is not paid."""
    if trouble == "price over the order's":
        one.lines[0].price = (one.lines[0].ordered[1] * Decimal("1.25")).quantize(CENT)
        one.trouble, one.paid = "price far over the order's", False
    elif trouble == "off by rounding":
        one.off_by = Decimal("37.10")
        one.trouble, one.paid = "total far off", False
    elif trouble == "another name":
        one.shown_name = STRANGER
        one.trouble, one.paid = "a name that nobody knows", False


@dataclass(frozen=True)
class Answer:
    """What a sensible clerk answers, and for what it is remembered."""

    text: str
    only: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    always: bool = False


SUM = "the total of the amounts of the invoice's lines plus the invoice's tax"

ANSWERS = {
    "no PO number": Answer("PO-7005", ("vendor",)),
    "another name": Answer(
        f'Set the invoice\'s vendor to "{REDWOOD.name}". Try again.', ("vendor",)
    ),
    "price over the order's": Answer(
        "skip this step",
        ("vendor",),
        ("the line's unit price is within 10% of the order line's unit price",),
    ),
    "off by rounding": Answer(
        "skip this step", when=(f"the invoice's total is within $0.05 of {SUM}",)
    ),
    "duplicate": Answer("skip this invoice", always=True),
    "other currency": Answer("skip this invoice", ("vendor",)),
    "no due date": Answer(
        "Set the invoice's due date to 30 days after the invoice's date. Try again.", ("vendor",)
    ),
    "another label": Answer(f"Set the invoice's total to {SUM}. Try again.", ("vendor",)),
    "not received yet": Answer("skip this invoice", ("vendor",)),
    "goods in other words": Answer(
        'Set the line\'s item to "Copy paper, box". Try again.', ("line's item",)
    ),
    "two vendors of that name": Answer("1", ("vendor",)),
    "no tax on it": Answer("$0", ("vendor",)),
}
"""By the trouble: what is answered in the first month, and remembered."""

HELD = "skip this invoice"
"""What is answered to a surprise: the invoice is held back until somebody has called."""


def orders(months: list[Month]) -> list[tuple[str, str, str, int, Decimal]]:
    """PO number, vendor, item, quantity, price: each order once."""
    found: dict[tuple[str, str], tuple[str, str, str, int, Decimal]] = {}
    for month in months:
        for one in month.invoices:
            for line in one.lines:
                item, price = line.ordered
                if one.po in STANDING.values():
                    for own, usual in one.vendor.goods:
                        found[one.po, own] = (one.po, one.vendor.name, own, 100, Decimal(usual))
                else:
                    found[one.po, item] = (one.po, one.vendor.name, item, line.quantity, price)
    return sorted(found.values())


def receipts(months: list[Month]) -> list[tuple[str, str, int, date]]:
    """PO number, item, quantity, day: what has arrived."""
    late = {one.po for month in months for one in month.invoices if not one.received}
    return [
        (po, item, quantity, date(2026, 9, 20))
        for po, _, item, quantity, _ in orders(months)
        if po not in late
    ]
