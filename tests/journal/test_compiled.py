"""The SQL that is checked in is the SQL that the tables and statements say."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kognilang.journal import compile, compiled_postgresql, compiled_sqlite
from kognilang.journal.records import (
    AnswerRow,
    EffectRow,
    JournalRow,
    ProcedureRow,
    QuestionRow,
    RunRow,
)


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_the_compiled_modules_are_fresh(dialect: str) -> None:
    made = (compile.FOLDER / f"compiled_{dialect}.py").read_text(encoding="utf-8")
    assert made == compile.compiled(dialect), "run: python -m kognilang.journal.compile"


@pytest.mark.parametrize("statements", [compiled_sqlite.STATEMENTS, compiled_postgresql.STATEMENTS])
def test_rows_and_columns_stand_in_the_same_order(statements: dict) -> None:
    def names(statement: str) -> tuple[str, ...]:
        return statements[statement].names

    assert names("new_run")[: len(RunRow.__slots__)] == RunRow.__slots__
    assert names("put_question") == QuestionRow.__slots__
    assert names("put_effect")[: len(EffectRow.__slots__)] == EffectRow.__slots__
    assert names("add_procedure") == ProcedureRow.__slots__
    assert names("add_answer")[: len(AnswerRow.__slots__)] == AnswerRow.__slots__
    assert set(JournalRow.__slots__) <= set(names("add_journal"))


def test_parameters_stand_in_the_order_in_which_the_store_gives_them() -> None:
    for statements in (compiled_sqlite.STATEMENTS, compiled_postgresql.STATEMENTS):
        assert statements["commit_step"].names == (
            "seq", "head", "printed", "run", "my_epoch", "my_commits",
        )  # fmt: skip
        assert statements["commit_frame"].names == (
            "seq", "frame", "head", "printed", "run", "my_epoch", "my_commits",
        )  # fmt: skip
        assert statements["commit_change"].names == (
            "procedure", "status", "seen", "status", "seq", "frame", "ended_at", "wake_at",
            "lease_until", "outcome", "head", "printed", "run", "my_epoch", "my_commits",
        )  # fmt: skip
        assert statements["claim"].names == ("until", "worker", "run", "now", "gone")
        assert statements["cancel"].names == ("now", "outcome", "head", "run")
        assert statements["add_journal"].names == (
            "run", "seq", "lane", "sentence", "what", "data", "blob", "at", "plan", "hash",
        )  # fmt: skip


def test_the_store_runs_without_sqlalchemy(tmp_path: object) -> None:
    code = (
        "import sys; from kognilang.journal.store import Store;"
        f"store = Store.open({str(tmp_path) + '/store.db'!r}); store.next_id('r'); store.runs();"
        "assert not [m for m in sys.modules if m.startswith(('sqlalchemy', 'psycopg'))]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
