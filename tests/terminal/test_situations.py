"""Every way in which a step can fail: the question through `kog run` and `kog inbox`, and an answer
through `kog answer` that lets the run go on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kognilang.session import Session
from tests.terminal.process import Kog

TOML = """
currency = "USD"
me = "AP clerk"

[people]
"AP clerk" = { email = "ap@example.com" }
"CFO" = { name = "Carla Ortiz" }

[questions]
to = "AP clerk"

[limits]
rounds = 5
"""

VENDORS = "Name,City,IBAN\nAcme,Bonn,DE1\nAcme,Ulm,DE2\nGlobex,Springfield,US1\n"

INVOICE = """\
An invoice has a number (text), a vendor (text), a total (money) and a PO number (text).
The invoice is
    number: "INV-7"
    vendor: "Acme"
    total: $120
    PO number:
"""

BANK = '''
"""A bank that refuses, breaks off and needs a password."""

from pathlib import Path

from kognilang import Here, Problematic, skill


@skill("wire {amount} to {account}", effect="write")
def wire(amount: str, account: str, here: Here) -> None:
    """Break off once, so that nobody knows whether the money was sent."""
    if not Path("broken").exists():
        Path("broken").write_text("")
        raise RuntimeError("the line went dead")
    Path("wired").write_text(f"{amount} to {account}")


@skill("reserve {amount}", effect="write")
def reserve(amount: str, here: Here) -> None:
    """Refuse until the account is open."""
    if not Path("open").exists():
        raise Problematic("The bank refused: the account is closed.", "refused")
    Path("reserved").write_text(amount)


@skill("log in to the bank", effect="read")
def log_in(here: Here) -> str:
    """Need a secret."""
    return f"logged in with {len(here.secret('BANK_PIN'))} letters"
'''


@dataclass(frozen=True)
class Situation:
    """A text that fails in one way, what its question says, an answer, and what is said then."""

    text: str
    says: tuple[str, ...]
    answer: str
    then: str
    files: dict[str, str] = field(default_factory=dict)


SITUATIONS = {
    "missing-field": Situation(
        INVOICE + 'Say "{the invoice\'s due date}".',
        (
            "INV-7 has no due date (its fields are number, vendor, total and PO number).",
            "What is the due date?",
            "pay.kog, line 7:",
            'Say "{the invoice\'s due date}".',
            "for the AP clerk",
            "skip this step",
        ),
        "2026-12-01",
        "2026-12-01",
    ),
    "no-match": Situation(
        'Read the spreadsheet "vendors.csv" as the vendors.\n'
        'Say "{the IBAN of the vendor whose name is "Globx"}".',
        ('No vendor has the name "Globx".', "Which one is meant?", "Globex", "try again"),
        "1",
        "US1",
        {"vendors.csv": VENDORS},
    ),
    "several-matches": Situation(
        'Read the spreadsheet "vendors.csv" as the vendors.\n'
        'Say "{the IBAN of the vendor whose name is "Acme"}".',
        ('2 vendors have the name "Acme"', "     Name  City  IBAN", "  1  Acme  Bonn  DE1",
         "  2  Acme  Ulm   DE2", "Type what stands before the one that is meant"),
        "2",
        "DE2",
        {"vendors.csv": VENDORS},
    ),
    "check-failed": Situation(
        INVOICE + "Make sure the invoice's total is at most $100.\nSay \"{the invoice's total}\".",
        (
            "The invoice's total is $120",
            "the invoice's total",
            "$120",
            "accept it as it is",
            "correct one or more values",
        ),
        "the invoice's total: $99.50",
        "$99.50",
    ),
    "checks-failed": Situation(
        INVOICE
        + "Check all of the following:\n"
        "    - the invoice's total is at most $100\n"
        "    - the invoice's number is not blank\n"
        "    - the invoice's PO number is not blank\n"
        'Say "{the invoice\'s total}, {the invoice\'s PO number}".',
        (
            "2 checks fail:",
            "1. The invoice's total is $120",
            "2. The invoice's PO number is blank.",
            "1: …, 2: …",
        ),
        "1: accept, 2: 4500",
        "$120, 4500",
    ),
    "refused-skill": Situation(
        'Reserve "$5".\nSay "reserved".',
        ("The bank refused: the account is closed.", "amount", "$5", "try again"),
        "skip this step",
        "reserved",
        {"skills/bank.py": BANK},
    ),
    "unreachable-skill": Situation(
        'Send an email to "ann@example.com" with the subject "Hello" saying "Hi".\nSay "after".',
        ("The mail server 127.0.0.1 cannot be reached", "to", "ann@example.com",
         "try again in 10 minutes, up to 5 times"),
        "skip this step",
        "after",
        {"kognilang.toml": TOML + '[mail]\nserver = "127.0.0.1"\nport = 9\nfrom = "a@b.example"\n'},
    ),
    "missing-file": Situation(
        'Read the spreadsheet "vendor.csv" as the vendors.\nSay "{the number of the vendors}".',
        ('"vendor.csv"', "Which file should be used instead?", "try again"),
        "vendors.csv",
        "3",
        {"vendors.csv": VENDORS},
    ),
    "wrong-kind": Situation(
        'The order is\n    total: "a lot"\nSay "{the order\'s total plus 5}".',
        ('"a lot"', "total"),
        "10",
        "15",
    ),
    "blank-value": Situation(
        INVOICE + "Set the invoice's total to nothing.\nSay \"{the invoice's total plus $1}\".",
        ("blank",),
        "$9",
        "$10",
    ),
    "interrupted-write": Situation(
        'Wire "$5" to "DE1".\nSay "on".',
        ("I cannot know whether it happened", "Did it happen?", "amount: \"$5\"", "yes or no"),
        "yes",
        "on",
        {"skills/bank.py": BANK},
    ),
    "limit-reached": Situation(
        "The count is 0.\nWhile the count is less than 7:\n    Increase the count by 1.\n"
        'Say "{the count}".',
        ("has gone on 5 times", "Should it go on for as long again"),
        "try again",
        "7",
    ),
    "failed": Situation(
        'Fail with "The printer is out of paper."\nSay "on".',
        ("The printer is out of paper.", "How should it go on?"),
        "skip this step",
        "on",
    ),
    "input-needed": Situation(
        'Say "{the month}".',
        ("What is the month?",),
        "May",
        "May",
    ),
}  # fmt: skip


def laid(folder: Path, files: dict[str, str]) -> None:
    for name, content in {"kognilang.toml": TOML, **files}.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8")


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_situation(kog: Kog, tmp_path: Path, name: str) -> None:
    one = SITUATIONS[name]
    laid(tmp_path, {"pay.kog": one.text, **one.files})
    parked = kog("run", "pay.kog", "--no-input")
    assert parked.code == 3, parked.err
    assert "Waiting for the AP clerk:" in parked.err
    inbox = kog("inbox").out
    plain = " ".join(inbox.split())
    for words in one.says:
        assert words in inbox or words in plain, inbox
    answered = kog("answer", "q1", one.answer)
    assert answered.code == 0, answered.err
    assert answered.out == one.then + "\n"
    assert kog("inbox").err == "Nothing waits.\n"


def test_a_denied_approval_is_asked_about(kog: Kog, tmp_path: Path) -> None:
    laid(tmp_path, {"pay.kog": INVOICE + "Get approval from the CFO for the invoice.\nSay 1."})
    assert kog("run", "pay.kog", "--no-input").code == 3
    shown = kog("inbox").out
    assert "Do you approve invoice INV-7 (Acme, $120)?" in shown
    assert "for the CFO" in shown
    mine = kog("answer", "q1", "no")
    assert mine.code == 2 and "is for the CFO" in mine.err
    assert kog("answer", "q1", "no", "--as", "CFO").code == 3
    shown = kog("inbox").out
    assert "Carla Ortiz did not approve the invoice" in shown
    assert "What should be done with the refusal?" in shown
    assert kog("answer", "q2", "stop").code == 1


def test_a_question_that_nobody_answers_in_time_is_asked_about(kog: Kog, tmp_path: Path) -> None:
    text = 'Ask the CFO "Pay it?" within 1 hour.\nSay "{the answer}".'
    laid(tmp_path, {"pay.kog": text})
    assert kog("run", "pay.kog", "--no-input").code == 3
    later = datetime.now(UTC) + timedelta(hours=1)
    session = Session(tmp_path, no_input=True, clock=lambda: later)
    session.attend()
    session.close()
    shown = kog("inbox").out
    assert "The CFO did not answer within 1 hour." in shown
    assert "what was asked  Pay it?" in shown
    late = kog("answer", "q1", "yes", "--as", "CFO")
    assert late.code == 2 and "no longer open" in late.err
    skipped = kog("answer", "q2", "skip this step")
    assert skipped.code == 2
    assert "cannot be left out, since line 2 needs the answer" in skipped.err
    assert kog("answer", "q2", "try again").code == 3
    assert kog("answer", "q3", "by all means", "--as", "CFO").out == "by all means\n"
