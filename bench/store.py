"""Journaled writes a second against raw sqlite3 doing the same transactions in the same mode."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from bench.timing import Line, paired
from kognilang.journal.compiled_sqlite import STATEMENTS, TABLES
from kognilang.journal.records import EffectRow, JournalRow, ProcedureRow, RunRow, Unit
from kognilang.journal.store import Store

WRITES = 400
"""Writes a round; each is two transactions, its intent and its outcome."""
AT = "2026-11-22T09:00:00.000000+00:00"
FRAME = b'{"frames": [{"pc": 12, "names": {"total": {"n": "12.50"}}}]}' * 4
DATA = '{"in": {"recipient": "ap@example.com"}, "out": null, "sentence": "Pay the invoice."}'
DIGEST = "0" * 64


def measure() -> list[Line]:
    """Return the lines of this part of the report."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        store = Store.open(Path(folder, "store.db"))
        procedure = ProcedureRow("h", "Pay", "pay.kog", "Pay.", b"{}")
        run = RunRow("r1", "h", "Pay", "pay.kog", "running", 1, 0, FRAME, AT)
        store.new_run(run, procedure=procedure)
        raw = _raw(Path(folder, "raw.db"), procedure, run)
        rounds = iter(range(1_000_000))
        ours, theirs = paired(lambda: _ours(store, next(rounds)), lambda: raw(next(rounds)), 5)
        store.close()
    return [Line("journaled writes", WRITES / ours, "raw sqlite3", WRITES / theirs, "/s")]


def _ours(store: Store, turn: int) -> None:
    """Commit the intent and the outcome of each write apart, as a plain write needs."""
    for number in range(WRITES):
        key = f"{turn}-{number}"
        step = JournalRow("", number, "skill", DATA, AT)
        intent = EffectRow(key, "r1", "", "mail.send", DATA, DIGEST, "intended", "", AT)
        store.commit(Unit("r1", 1, frame=FRAME, effects=[intent]))
        done = EffectRow(key, "r1", "", "mail.send", DATA, DIGEST, "done", "null", AT)
        store.commit(Unit("r1", 1, frame=FRAME, effects=[done], journal=[step]))


def _raw(path: Path, procedure: ProcedureRow, run: RunRow):  # type: ignore[no-untyped-def]
    """Return a round of the same rows over sqlite3 alone: no chain, no fence, no checks."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    for table in TABLES:
        connection.execute(table)
    connection.execute(
        STATEMENTS["add_procedure"].sql,
        (procedure.hash, procedure.title, procedure.path, procedure.text, procedure.plan, ""),
    )
    connection.execute("CREATE TABLE frame_of (id TEXT PRIMARY KEY, seq INTEGER, frame BLOB)")
    connection.execute("INSERT INTO frame_of VALUES ('r1', 0, ?)", (run.frame,))
    put_effect, add_journal = STATEMENTS["put_effect"].sql, STATEMENTS["add_journal"].sql
    update = "UPDATE frame_of SET seq = ?, frame = ? WHERE id = 'r1'"
    execute = connection.execute
    state = {"seq": 0}

    def round_(turn: int) -> None:
        for number in range(WRITES):
            key = f"{turn}-{number}"
            seq = state["seq"]
            effect = (key, "r1", "", "mail.send", DATA, DIGEST)
            execute("BEGIN IMMEDIATE")
            execute(update, (seq, FRAME))
            execute(put_effect, (*effect, "intended", "", AT, seq))
            execute("COMMIT")
            seq += 1
            execute("BEGIN IMMEDIATE")
            execute(update, (seq, FRAME))
            execute(add_journal, ("r1", seq, "", number, "skill", DATA, "", AT, "", DIGEST))
            execute(put_effect, (*effect, "done", "null", AT, seq))
            execute("COMMIT")
            state["seq"] = seq

    return round_
