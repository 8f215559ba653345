"""A workspace's settings, a sentence and an invoice to ask about."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kognilang.asking.wording import question_of
from kognilang.journal.records import QuestionRow
from kognilang.meaning.plan import Sentence
from kognilang.settings import Settings, load_settings
from kognilang.values.kinds import Exceptional, Money, Record

TOML = """
currency = "USD"

[people]
"AP clerk" = { email = "ap@example.com" }
"finance manager" = { email = "finance@example.com" }
"CFO" = { name = "Carla Ortiz", email = "cfo@example.com", roles = ["finance manager"] }
"director" = {}
"bob" = { name = "Bob Miller", "may answer for" = ["CFO", "director"] }

[questions]
to = "AP clerk"
"""

SENTENCE = Sentence("Match the invoice.", "match the invoice", "pay-invoices.kog", 30)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "kognilang.toml").write_text(TOML)
    return load_settings(tmp_path)


def invoice(**fields: Any) -> Record:
    return Record(fields={"number": "INV-1007", **fields}, kind="invoice")


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def ask(problem: Any, **more: Any) -> QuestionRow:
    named: dict[str, Any] = {
        "id": "q1", "run": "r1", "to": "AP clerk", "at": "2026-11-22T10:00:00+00:00",
        "item": "invoice INV-1007", "noun": "invoice", "title": "Pay the supplier invoices",
    }  # fmt: skip
    return question_of(problem, SENTENCE, **(named | more))


def missing(needs: str = "text", **more: Any) -> QuestionRow:
    problem = Exceptional(
        "missing-field", "The invoice INV-1007 has no PO number.", prop="PO number",
        thing=invoice(), needs=needs,
    )  # fmt: skip
    return ask(problem, **more)
