"""The main job: the invoices of the accounts-payable sample, paid through the session."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from kognilang.session import Session

SAMPLE = Path(__file__).parents[2] / "samples" / "accounts-payable"


@pytest.fixture(scope="module")
def paid(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str], list[str]]:
    """The workspace after the run was answered to its end; what was said, and what was asked."""
    folder = tmp_path_factory.mktemp("sample") / "ap"
    ignored = shutil.ignore_patterns(".kognilang", "results", "__pycache__")
    shutil.copytree(SAMPLE, folder, ignore=ignored)
    said: list[str] = []
    asked: list[str] = []
    view = Session(folder, out=said.append).start(folder / "pay-invoices.kog")
    for _ in range(5):
        if view.status != "parked":
            break
        # Every command is a process of its own: nothing but the store carries the run over.
        session = Session(folder, out=said.append)
        for question in session.inbox():
            asked.append(question.problem)
            text = "yes" if question.problem == "approval" else "skip this invoice"
            if question.needs == "text":
                text = "> skip this invoice"
            outcome = session.answer(question.id, text, by=question.to)
            assert outcome.accepted, outcome.message
        view = session.advance(view.id)
    assert view.status == "finished"
    assert session.verify(view.id) == ""
    return folder, said, asked


def test_every_invoice_is_paid_once_or_was_asked_about(
    paid: tuple[Path, list[str], list[str]],
) -> None:
    folder, said, asked = paid
    payments = (folder / "results" / "payments.csv").read_text().splitlines()[1:]
    invoices = [line.split(",")[0] for line in payments]
    assert len(invoices) == len(set(invoices))
    total = len(list((folder / "invoices").iterdir()))
    left_out = [one for one in asked if one != "approval"]
    assert len(invoices) + len(left_out) == total
    assert said[-1].startswith(f"Paid {len(invoices)} invoices, $")


def test_each_payment_is_posted_and_mailed_once(
    paid: tuple[Path, list[str], list[str]],
) -> None:
    folder, _, _ = paid
    payments = (folder / "results" / "payments.csv").read_text().splitlines()[1:]
    ledger = (folder / "results" / "ledger.csv").read_text().splitlines()[1:]
    mails = list((folder / "results" / "outbox").iterdir())
    invoices = [line.split(",")[0] for line in payments]
    posted = Counter(line.rsplit(",", 1)[1] for line in ledger)
    assert sorted(posted) == sorted(invoices)
    assert len(set(posted.values())) == 1, "no payment has more entries than another"
    assert len(mails) == len(payments)


def test_a_second_run_pays_nothing_again(paid: tuple[Path, list[str], list[str]]) -> None:
    folder, _, _ = paid
    before = (folder / "results" / "payments.csv").read_text()
    session = Session(folder, out=lambda text: None)
    view = session.start(folder / "pay-invoices.kog")
    assert view.counts[-1].skipped >= len(before.splitlines()) - 1
    assert view.effects == []
    assert (folder / "results" / "payments.csv").read_text() == before
