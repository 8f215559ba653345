"""The store: runs, journal, effects, questions and answers, each change in one transaction.

`Queries` is what can be asked of it, `Leasing` who may work on a run, `Committing` what a
run's worker writes; here are its opening and what is done to a run from outside.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from kognilang.journal.chain import Verdict
from kognilang.journal.driver import Writer
from kognilang.journal.holding import Hold, later
from kognilang.journal.leasing import ENDED
from kognilang.journal.queries import RUN
from kognilang.journal.records import AnswerRow, EventRow, JournalRow, ProcedureRow, RunRow
from kognilang.journal.units import LARGE, Committing, loops_apart
from kognilang.journal.workers import this_worker

__all__ = ["ENDED", "LARGE", "Store"]


class Store(Committing):
    """One store. Not for use by several threads: each opens its own.

    Methods raise StoreFault with a clerk's sentence when the database fails.
    """

    place: str = ""
    """What the store was opened by: another connection to it is opened by the same."""

    @classmethod
    def open(cls, place: str | Path, patience: float = 10.0) -> Store:
        """Open a store by a path, a `sqlite:///` URL or a `postgresql://` URL.

        Nothing is made until something is written. `patience` is how many seconds to wait
        for another program to let go of it.
        """
        text = str(place)
        if text.startswith(("postgresql:", "postgres:")):
            from kognilang.journal.postgresql_driver import PostgresqlDriver

            store = cls(PostgresqlDriver(text, patience))
        else:
            from kognilang.journal.sqlite_driver import SqliteDriver

            store = cls(SqliteDriver(Path(text.removeprefix("sqlite:///")), patience))
        store.place = text
        return store

    def close(self) -> None:
        """Let go of the database."""
        self._driver.close()

    # -- procedures and ids -------------------------------------------------------------

    def add_procedure(self, row: ProcedureRow) -> None:
        """Keep a procedure; one with the same hash is the same."""
        if self._driver.rows(self._sql["has_procedure"], (row.hash,)):
            return
        with self._driver.writing(durable=False) as writer:
            self._add_procedure(writer, row)

    def _add_procedure(self, writer: Writer, row: ProcedureRow) -> None:
        writer.run(
            self._sql["add_procedure"],
            (row.hash, row.title, row.path, row.text, row.plan, row.readings),
        )

    def next_id(self, prefix: str) -> str:
        """Return the next short id, `r1`, `r2` …; never the same twice."""
        # It need not reach the disk before what uses it does.
        with self._driver.writing(durable=False) as writer:
            return f"{prefix}{writer.rows(self._sql['next_id'], (prefix,))[0][0]}"

    @property
    def identity(self) -> str:
        """What tells this store from any other, however its runs are called."""
        if not self._identity:
            found = self._driver.rows(self._sql["read_note"], ("identity",))
            if not found:
                # Lost with the power, it is lost with all that was written after it.
                with self._driver.writing(durable=False) as writer:
                    writer.run(self._sql["add_note"], ("identity", os.urandom(16).hex()))
                    found = writer.rows(self._sql["read_note"], ("identity",))
            self._identity = str(found[0][0])
        return self._identity

    # -- runs ---------------------------------------------------------------------------

    def new_run(
        self,
        row: RunRow,
        journal: Iterable[JournalRow] = (),
        procedure: ProcedureRow | None = None,
        event: EventRow | None = None,
        unready: bool = False,
    ) -> bool:
        """Begin a run, with its procedure and first journal rows in the same transaction.

        Of an event that has begun a run before, none is begun again, and False returned.
        With the status `running` this worker has it, by the row's worker and lease (this
        process and a minute, where they are empty). An `unready` one, which has ended as far as
        anybody else can see, is this worker's until a unit makes it ready.
        """
        hold = Hold(row.epoch, row.seq, "", 0, 0, row.parent)
        rows = self._linked(row.id, hold, list(journal))
        if row.status == "running":
            row.worker = row.worker or this_worker()
            row.lease_until = row.lease_until or later(self.now(), 60)
        row.seq = hold.seq
        with self._driver.writing() as writer:
            if event is not None and not self._add_event(writer, event):
                return False
            if procedure is not None:
                self._add_procedure(writer, procedure)
            self._write_journal(writer, rows, taken_over=unready)
            values = [getattr(row, name) for name in RunRow.__slots__]
            writer.run(self._sql["new_run"], (*values, hold.head, 0, 0, 0))
        if row.status == "running" or unready:
            self._held[row.id] = hold
        return True

    def make_ready(self, run: str) -> None:
        """Let a run that waits go on."""
        with self._driver.writing() as writer:
            writer.run(self._sql["child_ended"], (run,))
            writer.run(self._sql["wake_parent"], (run,))

    def stamp(self) -> int | None:
        """Return what changes when another connection writes; None where it cannot be told."""
        return self._driver.stamp()

    def add_event(self, row: EventRow) -> bool:
        """Note an event that begins no run; False if it is known already."""
        with self._driver.writing() as writer:
            return self._add_event(writer, row)

    def _add_event(self, writer: Writer, row: EventRow) -> bool:
        return bool(writer.run(self._sql["add_event"], (row.key, row.trigger, row.at, row.run)))

    def mark_printed(self, run: str, seq: int) -> None:
        """Note that everything said up to this journal row has been printed."""
        # Lost with the power, it is printed once more: better than never.
        with self._driver.writing(durable=False) as writer:
            writer.run(self._sql["mark_printed"], (seq, run, seq))

    # -- answers and ends -----------------------------------------------------------------

    def answer(self, row: AnswerRow) -> bool:
        """Give an answer; True if it counts, or is a repeat of the one that counted.

        The first answer to an open question counts and makes its run ready. A later one is
        kept, but changes nothing: `answer_of` tells whose did. Raises LookupError when
        there is no such question.
        """
        question = self.question(row.question)
        if question is None:
            raise LookupError(f"There is no question {row.question}.")
        known = self._driver.rows(self._sql["answer"], (row.id,))
        if known:
            return bool(known[0][7])
        won = False
        try:
            with self._driver.writing() as writer:
                # The run first: whoever parks it at this moment holds the same row.
                if not writer.run(self._sql["wake"], (question.run,)):
                    raise _TooLate
                if not writer.run(self._sql["win"], (row.question,)):
                    raise _TooLate
                self._add_answer(writer, row, question.run, 1)
            won = True
        except _TooLate:
            with self._driver.writing() as writer:
                self._add_answer(writer, row, question.run, 0)
        hold = self._held.get(question.run)
        if won and hold is not None:
            hold.seen += 1
        return won

    def seen(self, notices: Iterable[str]) -> int:
        """Mark notices as seen; return how many were not yet."""
        with self._driver.writing() as writer:
            return sum(writer.run(self._sql["seen"], (id,)) for id in notices)

    def _add_answer(self, writer: Writer, row: AnswerRow, run: str, won: int) -> None:
        writer.run(
            self._sql["add_answer"],
            (row.id, row.question, row.text, row.by, row.at, row.data, run, won),
        )

    def cancel(self, run: str, by: str, why: str = "") -> bool:
        """End a run from outside, with the runs that it has begun for the items of a loop: their
        workers lose them and their open questions are withdrawn.

        False if it had ended already, or there is none.
        """
        now = self.now()
        words = f"Cancelled by {by}" + (f": {why}" if why else ".")
        children: list[str] = []
        with self._driver.writing() as writer:
            found = writer.rows(self._sql["run"], (run,))
            if not found or found[0][4] in ENDED:
                return False
            hold = Hold(0, found[0][6], found[0][RUN], 0, 0)
            data = json.dumps({"status": "cancelled", "by": by, "why": why})
            row = JournalRow("", 0, "ended", data, now)
            rows = self._linked(run, hold, [row])
            if not writer.run(self._sql["cancel"], (now, words, hold.head, run)):
                return False
            self._write_journal(writer, rows)
            writer.run(self._sql["withdraw_all"], (run,))
            for number in loops_apart(found[0][7]):
                writer.run(self._sql["drop_held"], (now, f"{run}:{number}"))
                children += [
                    row[0]
                    for row in writer.rows(self._sql["children"], (f"{run}:{number}",))
                    if row[4] not in ENDED
                ]
            self._child_ended(writer, found[0][14])
        self._held.pop(run, None)
        for child in children:
            self.cancel(child, by, why)
        return True

    # -- the chain ------------------------------------------------------------------------

    def check(self) -> None:
        """Look through the whole store. Raises StoreFault where something has damaged it."""
        self._driver.check()

    def verify(self, run: str) -> Verdict:
        """Check a run's hash chain and its large values; find the first row that was changed."""
        from kognilang.journal.verifying import verdict

        rows = self._driver.rows(self._sql["run"], (run,))
        if not rows:
            raise LookupError(f"There is no run {run}.")
        journal = self._driver.rows(self._sql["journal"], (run, 0))
        return verdict(run, rows[0][6], rows[0][RUN], journal, self.blob)


class _TooLate(Exception):
    """The question has its answer already, or stands no more."""
