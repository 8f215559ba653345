"""Two terminals at one run: each question is answered once, and nothing is paid twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kognilang.journal.store import Store
from tests.samples.commands import begin, ended
from tests.samples.stories import PAYABLE, carry, outcome
from tests.samples.story import PROCEDURE, RUN, documents_read_once, session_in, workspace


@pytest.fixture(autouse=True)
def once() -> Iterator[None]:
    with documents_read_once():
        yield


@pytest.fixture
def waiting(tmp_path: Path) -> Path:
    """The workspace with eleven questions open."""
    folder = workspace(tmp_path / "w")
    session = session_in(folder)
    assert session.start(folder / PROCEDURE).status == "parked"
    session.close()
    return folder


def question_about(folder: Path, item: str) -> str:
    store = Store.open(folder / ".kognilang" / "store.db")
    (found,) = [one.id for one in store.questions("open") if one.item == item]
    store.close()
    return found


def payments_of(folder: Path, number: str) -> int:
    lines = (folder / "results" / "payments.csv").read_text(encoding="utf-8").splitlines()
    return sum(line.startswith(f"{number},") for line in lines)


def test_one_question_answered_by_two_at_once(waiting: Path) -> None:
    question = question_about(waiting, "invoice CC-2026-0944")
    clerk = ("--as", "AP clerk", "--no-input")
    processes = [
        begin(waiting, "answer", question, text, *clerk)
        for text in ("PO-7005", "> skip this invoice")
    ]
    results = [ended(process, None, waiting) for process in processes]
    store = Store.open(waiting / ".kognilang" / "store.db")
    counted = store.answer_of(question)
    store.close()
    assert counted is not None
    won = ["PO-7005", "> skip this invoice"].index(counted.text)
    assert results[won][0] == 3, results
    code, output = results[1 - won]
    assert code in (1, 2), results
    assert "already" in output and counted.text in output
    assert payments_of(waiting, "CC-2026-0944") == (1 if won == 0 else 0)


def test_two_questions_answered_at_once(waiting: Path) -> None:
    given = {
        "invoice CC-2026-0944": ("PO-7005", "AP clerk"),
        "invoice HL-88213": ("yes", "finance manager"),
        "invoice 10517": ("yes", "finance manager"),
    }
    processes = [
        begin(waiting, "answer", question_about(waiting, item), text, "--as", who, "--no-input")
        for item, (text, who) in given.items()
    ]
    results = [ended(process, None, waiting) for process in processes]
    assert all(code == 3 for code, _ in results), results
    assert all("waits" in output or "is kept" in output for _, output in results), results
    # Whoever came while another carried the run on was told so, and the answer was taken all the
    # same: what may be left is done by whoever goes on.
    carry(PAYABLE, waiting, [])
    for number in ("CC-2026-0944", "HL-88213", "10517"):
        assert payments_of(waiting, number) == 1
    found = outcome(waiting)
    assert found["journal"] == [""]
    assert found["runs"] == [(1, "finished")]


def test_two_resume_at_once(waiting: Path) -> None:
    session = session_in(waiting)
    for item in ("invoice HL-88213", "invoice 10517", "invoice RC-0412"):
        question = question_about(waiting, item)
        assert session.answer(question, "yes", by="finance manager").accepted
    session.close()
    results = [
        ended(process, None, waiting)
        for process in [begin(waiting, "resume", RUN, "--no-input") for _ in range(3)]
    ]
    assert any(code == 3 for code, _ in results), results
    for number in ("HL-88213", "10517", "RC-0412"):
        assert payments_of(waiting, number) == 1
