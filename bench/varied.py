"""Varied sentences and 500 phrases: what the measurements of reading are given.

No two texts are alike: names, numbers, dates and shapes are drawn anew for each turn.
"""

from __future__ import annotations

import random
from pathlib import Path

PHRASES = 500
"""Phrases installed beside the standard books, as a workspace's own skills."""

_NOUNS = ("invoice total", "discount", "net amount", "late fee", "tax rate", "opening balance",
          "credit limit", "shipping cost", "unit price", "order count")  # fmt: skip
_DATES = ("start date", "due date", "delivery date")
_THINGS = ("vendor", "warehouse", "contract", "shipment", "refund", "claim", "account", "ticket",
           "budget", "batch", "product", "project", "asset", "machine", "licence", "meeting",
           "employee", "certificate", "complaint", "voucher")  # fmt: skip
_VERBS = ("Archive", "Assign", "Audit", "Block", "Catalogue", "Certify", "Dispatch", "Escalate",
          "Flag", "Forward", "Hold", "Inspect", "Label", "Lock", "Merge", "Notarise",
          "Pack", "Publish",
          "Recall", "Register", "Restock", "Scan", "Ship", "Verify", "Weigh")  # fmt: skip
_MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip

OPENING = """\
A customer has a name, a limit as a number and a region.
An order has a number, a status, a total as money, a due date as a date and a customer.

The orders are the rows of "orders.csv".
The customers are the rows of "customers.csv".
The order is the first of the orders.
The customer is the first of the customers.
"""
"""What the sentences speak of."""

SHAPES = (
    # (start rule of the grammar, sentence)
    ("step", "Set the {a} to {n}."),
    ("step", "Add {n} to the {a}."),
    ("step", "Subtract the {b} from the {a}."),
    ("step", "Increase the {a} by {n}."),
    ("sentence", "The {a} is (the {b} plus {n}) times {m}."),
    ("sentence", "The {a} is the {b} minus the {c}."),
    ("step", 'Say "the {a} of {n}".'),
    # Those below need our own passes or the phrases: Lark's own lexer cannot read them.
    ("", "The {a} is {n}, rounded to 2 decimal places."),
    ("", "The {d} is {date}."),
    ("", "The {d} is {k} business days after {date}."),
    ("", "The order's total is ${n}.50."),
    ("", "The fee is {p}% of the order's total."),
    ("", "Set the customer's limit to {n}."),
    ("", 'If the {a} is more than {n}, say "The {a} is {{the {a}}}".'),
    ("", "If the order's total is at least ${n} and the {a} is less than {m}, add {m} to the {b}."),
    ("", "If the {a} is between {n} and {big} or the {b} is less than {m}, set the {c} to {n}."),
    ("", 'If the order\'s due date is before {date}, set the order\'s status to "late".'),
    ("", "Make sure the {a} is at most {big}."),
    ("", "The late orders are the orders whose due date is before {date} and whose total is $1."),
    ("", "The large orders are the orders whose total is more than ${n}, sorted by due date."),
    ("", "The sum is the total of the orders whose total is more than ${n}."),
    ("", "The {a} is the number of orders whose total is at most ${n}."),
    ("", "The sizes are {n}, {m} and {k}."),
    ("", 'The regions are "North {n}", "South" and "West {k}".'),
    ("", 'For each order, add {n} to the {a}.'),
    ("", 'Unless the customer\'s region is "West {k}", decrease the {a} by {p}%.'),
    ("", "{verb} the {thing} {n} with the {a}."),
    ("", "{verb} the {thing} {n} with the order's total."),
    ("", 'Say "{{the {a}}} of {{the {b}}} and {n}".'),
)  # fmt: skip


def body(turn: int, count: int) -> list[tuple[str, str]]:
    """Return so many sentences as (start rule or nothing, sentence), the same for the same turn."""
    chance = random.Random(turn)
    made = [("sentence", f"The {noun} is {chance.randint(1, 999)}.") for noun in _NOUNS]
    made += [("", f"The {noun} is 2026-0{chance.randint(1, 9)}-15.") for noun in _DATES]
    made.append(("", "The fee is $1."))
    while len(made) < count:
        start, shape = chance.choice(SHAPES)
        a, b, c = chance.sample(_NOUNS, 3)
        date = f"{chance.choice(_MONTHS)} {chance.randint(1, 28)}, {chance.randint(2000, 2040)}"
        made.append(
            (
                start,
                shape.format(
                    a=a, b=b, c=c, d=chance.choice(_DATES), date=date,
                    n=chance.randint(1, 9999), m=chance.randint(2, 999), k=chance.randint(2, 60),
                    p=chance.randint(1, 99), big=chance.randint(10_000, 99_999),
                    verb=chance.choice(_VERBS), thing=chance.choice(_THINGS),
                ),
            )
        )  # fmt: skip
    return made


def text(turn: int, count: int) -> str:
    """Return a procedure of so many sentences."""
    return OPENING + "\n".join(sentence for _, sentence in body(turn, count)) + "\n"


def install(workspace: Path) -> None:
    """Write the phrases as skills of the workspace: every verb with every thing."""
    skills = workspace / "skills"
    skills.mkdir()
    (workspace / ".kognilang").mkdir()
    lines = ['"""Skills for measuring."""', "", "from kognilang import skill", ""]
    for number in range(PHRASES):
        verb, thing = _VERBS[number % len(_VERBS)], _THINGS[number // len(_VERBS)]
        name = f"{verb.lower()}_{thing}"
        lines += [
            "",
            f'@skill("{verb} the {thing} {{number}} with {{what}}", effect="none")',
            f"def {name}(number: object, what: object) -> None:",
            f'    """{verb} a {thing}."""',
            "",
        ]
    (skills / "measured.py").write_text("\n".join(lines), encoding="utf-8")
