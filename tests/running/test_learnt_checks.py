"""What is learnt of a list of checks holds for those that failed, and for no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.asking.wishes import Wish
from kognilang.session import RunView, Session
from kognilang.session.backtesting import back_test
from kognilang.session.learnings import change, find
from kognilang.session.remembering import remember
from tests.running.replays import held

TEXT = """# Orders
Read the spreadsheet "orders.csv" as the orders.
Process each order as follows:
    Check all of the following:
        - the order's total is at most $100
        - the order's tax is not blank
    Say "{the order's number} {the order's total} {the order's tax}".
"""

ORDERS = """number,buyer,total,tax
1,Acme,$700,$5
2,Acme,$800,
3,Acme,$50,
4,Acme,$900,$4
"""

ALONE = 'When the check that the order\'s total is at most $100 fails while running "Orders":'
BOTH = (
    "When the checks that the order's total is at most $100 and that the order's tax is not "
    'blank fail while running "Orders":'
)


@pytest.fixture
def begun(tmp_path: Path) -> tuple[Session, RunView]:
    (tmp_path / "orders.csv").write_text(ORDERS)
    (tmp_path / "a.kog").write_text(TEXT)
    session = Session(tmp_path, no_input=True)
    view = session.start(tmp_path / "a.kog")
    assert [one.item[-1] for one in view.questions] == ["1", "2", "3", "4"]
    return session, view


def _kept(session: Session, question: str, answer: str) -> str:
    given = session.answer(question, answer)
    assert given.accepted, given.message
    row = remember(session, question, Wish(always=True)).row
    assert row is not None and row.status == "on"
    return row.text


def test_a_check_that_failed_alone_is_its_situation(begun: tuple[Session, RunView]) -> None:
    session, view = begun
    assert _kept(session, "q1", "total: $99").startswith(ALONE)
    view = session.advance(view.id)
    # Order 3, whose total is right, keeps it; order 2 fails in two ways.
    assert [one.item[-1] for one in view.questions] == ["2", "3"]
    assert view.said == ["1 $99 $5", "4 $99 $4"]
    held(session, view.id)
    session.close()


def test_checks_that_failed_together_are_another_one(begun: tuple[Session, RunView]) -> None:
    session, view = begun
    assert _kept(session, "q2", "total: $98, tax: $1").startswith(BOTH)
    view = session.advance(view.id)
    assert [one.item[-1] for one in view.questions] == ["1", "3", "4"]
    session.close()


def test_it_is_back_tested_like_any_other(begun: tuple[Session, RunView]) -> None:
    session, _ = begun
    _kept(session, "q1", "total: $99")
    row = find(session, "L1").row
    taught = find(session, "L1").taught
    assert taught is not None
    tested = back_test(session, taught, row.scope, row.path)
    assert [(one.question.id, one.same) for one in tested.past] == [("q1", True)]
    session.close()


def test_one_that_is_switched_on_later_settles_lines_that_wait(
    begun: tuple[Session, RunView],
) -> None:
    session, view = begun
    _kept(session, "q1", "total: $99")
    change(session, find(session, "L1").row, "switched off", "", status="off")
    view = session.advance(view.id)
    assert [one.item[-1] for one in view.questions] == ["2", "3", "4"]
    change(session, find(session, "L1").row, "switched on", "", status="on")
    view = session.advance(view.id)
    assert [one.item[-1] for one in view.questions] == ["2", "3"]
    held(session, view.id)
    session.close()
