"""The store: runs, journal, effects, questions and answers, each change in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from kognilang.dataclass import dataclass
from kognilang.journal import chain
from kognilang.journal.chain import Verdict
from kognilang.journal.driver import ConnectionLost, Driver, Row, Writer
from kognilang.journal.records import (
    AnswerRow,
    Busy,
    EffectRow,
    JournalRow,
    LostLease,
    ObjectRow,
    ProcedureRow,
    QuestionRow,
    RunRow,
    StoreFault,
    Unit,
)
from kognilang.journal.workers import is_dead, this_worker

LARGE = 2048
"""Values over this many bytes are kept once, by their content's hash."""

ENDED = ("finished", "failed", "cancelled")

_RUN = 17
"""How many columns of `run` make a RunRow; the store's own follow."""
_question = attrgetter(*QuestionRow.__slots__)


@dataclass(slots=True)
class _Hold:
    """What this process knows of a run that it works on."""

    epoch: int
    seq: int
    head: str
    commits: int
    seen: int
    """How many answers this worker knows of."""


class Store:
    """One store. Not for use by several threads: each opens its own.

    Methods raise StoreFault with a clerk's sentence when the database fails.
    """

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._sql = driver.statements
        self._held: dict[str, _Hold] = {}

    @classmethod
    def open(cls, place: str | Path, patience: float = 10.0) -> Store:
        """Open a store by a path, a `sqlite:///` URL or a `postgresql://` URL.

        Nothing is made until something is written. `patience` is how many seconds to wait
        for another program to let go of it.
        """
        text = str(place)
        if text.startswith(("postgresql:", "postgres:")):
            from kognilang.journal.postgresql_driver import PostgresqlDriver

            return cls(PostgresqlDriver(text, patience))
        from kognilang.journal.sqlite_driver import SqliteDriver

        return cls(SqliteDriver(Path(text.removeprefix("sqlite:///")), patience))

    @property
    def where(self) -> str:
        """The store's place as a person would name it."""
        return self._driver.where

    def now(self) -> str:
        """The moment by the database's clock, ISO 8601 in UTC."""
        return self._driver.now()

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

    def procedure(self, hash: str) -> ProcedureRow | None:
        """Return a procedure by its content hash."""
        rows = self._driver.rows(self._sql["procedure"], (hash,))
        return ProcedureRow(*rows[0]) if rows else None

    def next_id(self, prefix: str) -> str:
        """Return the next short id, `r1`, `r2` …; never the same twice."""
        # It need not reach the disk before what uses it does.
        with self._driver.writing(durable=False) as writer:
            return f"{prefix}{writer.rows(self._sql['next_id'], (prefix,))[0][0]}"

    # -- runs ---------------------------------------------------------------------------

    def new_run(
        self,
        row: RunRow,
        journal: Iterable[JournalRow] = (),
        procedure: ProcedureRow | None = None,
    ) -> None:
        """Begin a run, with its procedure and first journal rows in the same transaction.

        With the status `running` this worker has it, by the row's worker and lease (this
        process and a minute, where they are empty).
        """
        hold = _Hold(row.epoch, row.seq, "", 0, 0)
        rows = self._linked(row.id, hold, list(journal))
        if row.status == "running":
            row.worker = row.worker or this_worker()
            row.lease_until = row.lease_until or _later(self.now(), 60)
        row.seq = hold.seq
        with self._driver.writing() as writer:
            if procedure is not None:
                self._add_procedure(writer, procedure)
            self._write_journal(writer, rows)
            values = [getattr(row, name) for name in RunRow.__slots__]
            writer.run(self._sql["new_run"], (*values, hold.head, 0, 0, 0))
        if row.status == "running":
            self._held[row.id] = hold

    def run(self, id: str) -> RunRow | None:
        """Return a run by its id."""
        rows = self._driver.rows(self._sql["run"], (id,))
        return RunRow(*rows[0][:_RUN]) if rows else None

    def runs(self, status: str | None = None, path: str | None = None) -> list[RunRow]:
        """Return runs in the order of their beginning, without their frames (which may weigh)."""
        if path is not None:
            rows = self._driver.rows(self._sql["runs_by_path"], (path,))
        elif status is not None:
            rows = self._driver.rows(self._sql["runs_by_status"], (status,))
        else:
            rows = self._driver.rows(self._sql["runs"])
        found = [RunRow(*row[:_RUN]) for row in rows]
        if status is not None:
            found = [run for run in found if run.status == status]
        return sorted(found, key=lambda run: (run.started_at, _natural(run.id)))

    def next_ready(self, limit: int = 100, now: str = "") -> list[str]:
        """Return ids of runs that can go on: ready, due, or left by a worker that is gone."""
        moment = now or self.now()
        return [
            row[0] for row in self._driver.rows(self._sql["next_ready"], (moment, moment, limit))
        ]

    def next_wake(self) -> str:
        """Return when the next waiting run is due; empty if none waits for a time."""
        rows = self._driver.rows(self._sql["next_wake"])
        return (rows[0][0] or "") if rows else ""

    # -- leases ---------------------------------------------------------------------------

    def claim(self, run_id: str, worker: str = "", lease_seconds: float = 60) -> RunRow:
        """Take a run for this worker: raises its epoch, so that no other can write to it.

        A run whose worker's lease is over, whose worker is a process of this machine that
        is gone, or that has this worker's own name, can be taken too. Raises Busy, in
        words, when another worker has it, it has ended, or there is none.
        """
        now = self.now()
        worker = worker or this_worker()
        current = self.run(run_id)
        gone = current.worker if current is not None and is_dead(current.worker) else worker
        with self._driver.writing() as writer:
            rows = writer.rows(
                self._sql["claim"],
                (_later(now, lease_seconds), worker, run_id, now, gone),
            )
        if not rows:
            raise Busy(self._why_not(run_id))
        row = rows[0]
        head, commits, answers, _ = row[_RUN:]
        claimed = RunRow(*row[:_RUN])
        self._held[run_id] = _Hold(claimed.epoch, claimed.seq, head, commits, answers)
        return claimed

    def _why_not(self, run_id: str) -> str:
        run = self.run(run_id)
        if run is None:
            return f"There is no run {run_id}."
        if run.status in ENDED:
            return f"The run {run_id} has ended ({run.status})."
        return (
            f"The run {run_id} is being carried out by another program. Wait until it is done, "
            f"or stop that program and try again in a minute."
        )

    def renew(self, run_id: str, lease_seconds: float = 60) -> None:
        """Keep a run for longer. Raises LostLease when another worker has it by now."""
        hold = self._hold(run_id)
        until = _later(self.now(), lease_seconds)
        with self._driver.writing(durable=False) as writer:
            if not writer.run(self._sql["renew"], (until, run_id, hold.epoch)):
                raise self._lost(run_id)

    def release(self, run_id: str) -> None:
        """Give a run back; a running one becomes ready for any worker. Harmless when lost."""
        hold = self._held.pop(run_id, None)
        if hold is not None:
            # Lost with the power, the lease lasts a little longer: no harm.
            with self._driver.writing(durable=False) as writer:
                writer.run(self._sql["release"], (run_id, hold.epoch))

    def _hold(self, run_id: str, epoch: int | None = None) -> _Hold:
        hold = self._held.get(run_id)
        if hold is None or (epoch is not None and hold.epoch != epoch):
            raise self._lost(run_id)
        return hold

    def _lost(self, run_id: str) -> LostLease:
        self._held.pop(run_id, None)
        return LostLease(f"Another worker has taken the run {run_id} over; this one stops.")

    # -- units ----------------------------------------------------------------------------

    def commit(self, unit: Unit) -> str:
        """Write a unit in one transaction, and set `seq` and `hash` of its journal rows.

        Returns the run's status where the unit sets one: `ready` instead of `parked` or
        `waiting` when an answer came that this worker has not seen (by `answers`): go on.
        Raises LostLease, having written nothing, when the epoch is not the run's any more.
        """
        hold = self._hold(unit.run, unit.epoch)
        before = (hold.seq, hold.head)
        rows = self._linked(unit.run, hold, unit.journal)
        try:
            status = self._write(unit, hold, rows)
        except ConnectionLost:
            # The reply may have been lost, not the transaction: it says itself which.
            found = self._settled(unit, hold)
            status = self._write(unit, hold, rows) if found is None else found
        except BaseException:
            hold.seq, hold.head = before
            raise
        hold.commits += 1
        if unit.status is not None and unit.status != "running":
            self._held.pop(unit.run, None)
        return status

    def _write(self, unit: Unit, hold: _Hold, rows: list[Row]) -> str:
        sql = self._sql
        mine = (unit.run, hold.epoch, hold.commits)
        end = (hold.seq, hold.head, unit.printed, *mine)
        status, frame, result = unit.status, unit.frame, ""
        plain = (
            status is None
            and unit.wake_at is None
            and unit.ended_at is None
            and unit.outcome is None
            and unit.procedure is None
        )
        with self._driver.writing() as writer:
            if plain and frame is None:
                if not writer.run(sql["commit_step"], end):
                    raise self._lost(unit.run)
            elif plain:
                if not writer.run(sql["commit_frame"], (hold.seq, frame, *end[1:])):
                    raise self._lost(unit.run)
            else:
                lease = None if status is None or status == "running" else ""
                changed = writer.rows(
                    sql["commit_change"],
                    (
                        unit.procedure, status, hold.seen, status, hold.seq, frame,
                        unit.ended_at, unit.wake_at, lease, unit.outcome, *end[1:],
                    ),
                )  # fmt: skip
                if not changed:
                    raise self._lost(unit.run)
                result = changed[0][0] if status is not None else ""
            self._write_journal(writer, rows)
            if unit.objects:
                self._write_objects(writer, unit)
            if unit.effects:
                writer.many(
                    sql["put_effect"],
                    [
                        (
                            row.key, row.run, row.lane, row.skill, row.arguments, row.digest,
                            row.status, row.outcome, row.at, hold.seq,
                        )
                        for row in unit.effects
                    ],
                )  # fmt: skip
            if unit.questions:
                writer.many(sql["put_question"], [_question(row) for row in unit.questions])
            if unit.withdrawn:
                writer.many(sql["withdraw"], [(id,) for id in unit.withdrawn])
            if unit.blobs:
                writer.many(sql["add_blob"], list(unit.blobs.items()))
        return result

    def _settled(self, unit: Unit, hold: _Hold) -> str | None:
        """After a lost reply: the run's status if the unit was written, else None."""
        rows = self._driver.rows(self._sql["fence"], (unit.run,))
        if not rows or rows[0][0] != hold.epoch:
            raise self._lost(unit.run)
        _, commits, head, status = rows[0]
        if commits == hold.commits + 1 and head == hold.head:
            return str(status) if unit.status is not None else ""
        return None

    def _linked(self, run: str, hold: _Hold, journal: list[JournalRow]) -> list[Row]:
        """Number and chain journal rows; moves the hold's end of the chain."""
        seq, head, link = hold.seq, hold.head, chain.link
        rows: list[Row] = []
        for row in journal:
            seq += 1
            data, blob = row.data, ""
            if len(data) > LARGE:
                blob, data = _digest(data.encode("utf-8", "surrogatepass")), ""
            head = link(
                head, run, seq, row.lane, row.sentence, row.what, data, blob, row.at, row.plan
            )
            row.seq, row.hash = seq, head
            rows.append(
                (run, seq, row.lane, row.sentence, row.what, data, blob, row.at, row.plan, head)
            )
            if blob:
                rows[-1] += (row.data,)
        hold.seq, hold.head = seq, head
        return rows

    def _write_journal(self, writer: Writer, rows: list[Row]) -> None:
        if not rows:
            return
        large = [row for row in rows if len(row) > 10]
        if large:
            writer.many(
                self._sql["add_blob"],
                [(row[6], row[10].encode("utf-8", "surrogatepass")) for row in large],
            )
            rows = [row[:10] for row in rows]
        writer.many(self._sql["add_journal"], rows)

    def _write_objects(self, writer: Writer, unit: Unit) -> None:
        rows: list[Row] = []
        blobs: list[Row] = []
        for thing in unit.objects:
            if len(thing.data) > LARGE:
                digest = _digest(thing.data)
                blobs.append((digest, thing.data))
                rows.append((unit.run, thing.oid, thing.version, b"", digest))
            else:
                rows.append((unit.run, thing.oid, thing.version, thing.data, ""))
        if blobs:
            writer.many(self._sql["add_blob"], blobs)
        writer.many(self._sql["put_object"], rows)

    # -- what was written -----------------------------------------------------------------

    def objects(self, run: str, oids: Iterable[str] | None = None) -> dict[str, ObjectRow]:
        """Return things of a run's heap by their ids; all of them without `oids`."""
        wanted = None if oids is None else list(oids)
        rows: list[Row] = []
        if wanted is None or len(wanted) > 200:
            rows = self._driver.rows(self._sql["objects"], (run,))
        else:
            for oid in wanted:
                rows += self._driver.rows(self._sql["object"], (run, oid))
        kept = None if wanted is None else set(wanted)
        found = {}
        for _, oid, version, data, blob in rows:
            if kept is None or oid in kept:
                content = self._content(blob) if blob else bytes(data)
                found[oid] = ObjectRow(oid, version, content)
        return found

    def blob(self, hash: str) -> bytes | None:
        """Return a large value by its content hash."""
        rows = self._driver.rows(self._sql["blob"], (hash,))
        return bytes(rows[0][0]) if rows else None

    def _content(self, hash: str) -> bytes:
        data = self.blob(hash)
        if data is None:
            raise StoreFault(
                f"The store {self.where} is damaged: a value that it refers to is missing "
                f"({hash[:12]}). It was left as it is. Put back the last good copy of it."
            )
        return data

    def effect(self, key: str) -> EffectRow | None:
        """Return a write by its idempotency key."""
        rows = self._driver.rows(self._sql["effect"], (key,))
        return EffectRow(*rows[0][:9]) if rows else None

    def effects(self, run: str) -> list[EffectRow]:
        """Return a run's writes in the order of their intents."""
        return [EffectRow(*row[:9]) for row in self._driver.rows(self._sql["effects"], (run,))]

    def journal(self, run: str, after: int = 0) -> list[JournalRow]:
        """Return a run's journal rows after a sequence number."""
        return self._journal_rows(self._driver.rows(self._sql["journal"], (run, after)))

    def _journal_rows(self, rows: list[Row]) -> list[JournalRow]:
        found = []
        for _, seq, lane, sentence, what, data, blob, at, plan, hash in rows:
            if blob:
                data = self._content(blob).decode("utf-8", "surrogatepass")
            found.append(JournalRow(lane, sentence, what, data, at, plan, seq, hash))
        return found

    def said_pending(self, run: str) -> list[JournalRow]:
        """Return what was said and committed, but not yet marked as printed."""
        return self._journal_rows(self._driver.rows(self._sql["said_pending"], (run, run)))

    def mark_printed(self, run: str, seq: int) -> None:
        """Note that everything said up to this journal row has been printed."""
        # Lost with the power, it is printed once more: better than never.
        with self._driver.writing(durable=False) as writer:
            writer.run(self._sql["mark_printed"], (seq, run, seq))

    # -- questions and answers ------------------------------------------------------------

    def questions(
        self, status: str | None = "open", to: str | None = None, run: str | None = None
    ) -> list[QuestionRow]:
        """Return questions in the order they were asked; None for any status."""
        if run is not None:
            rows = self._driver.rows(self._sql["questions_by_run"], (run,))
        elif status is not None:
            rows = self._driver.rows(self._sql["questions_by_status"], (status,))
        else:
            rows = self._driver.rows(self._sql["questions"])
        found = [QuestionRow(*row) for row in rows]
        if status is not None:
            found = [row for row in found if row.status == status]
        if to is not None:
            found = [row for row in found if row.to.casefold() == to.casefold()]
        return sorted(found, key=lambda row: (row.asked_at, _natural(row.id)))

    def question(self, id: str) -> QuestionRow | None:
        """Return a question by its id."""
        rows = self._driver.rows(self._sql["question"], (id,))
        return QuestionRow(*rows[0]) if rows else None

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

    def _add_answer(self, writer: Writer, row: AnswerRow, run: str, won: int) -> None:
        writer.run(
            self._sql["add_answer"],
            (row.id, row.question, row.text, row.by, row.at, row.data, run, won),
        )

    def answer_of(self, question: str) -> AnswerRow | None:
        """Return the answer that counted."""
        rows = self._driver.rows(self._sql["answer_of"], (question,))
        return AnswerRow(*rows[0][:6]) if rows else None

    def answers(self, run: str) -> list[AnswerRow]:
        """Return the answers that counted, in the order they came; a worker has then seen them."""
        rows = self._driver.rows(self._sql["answers"], (run,))
        hold = self._held.get(run)
        if hold is not None:
            hold.seen = len(rows)
        return [AnswerRow(*row[:6]) for row in rows]

    def cancel(self, run: str, by: str, why: str = "") -> bool:
        """End a run from outside: its worker loses it and its open questions are withdrawn.

        False if it had ended already, or there is none.
        """
        now = self.now()
        words = f"Cancelled by {by}" + (f": {why}" if why else ".")
        with self._driver.writing() as writer:
            found = writer.rows(self._sql["run"], (run,))
            if not found or found[0][4] in ENDED:
                return False
            hold = _Hold(0, found[0][6], found[0][_RUN], 0, 0)
            data = json.dumps({"status": "cancelled", "by": by, "why": why})
            row = JournalRow("", 0, "ended", data, now)
            rows = self._linked(run, hold, [row])
            if not writer.run(self._sql["cancel"], (now, words, hold.head, run)):
                return False
            self._write_journal(writer, rows)
            writer.run(self._sql["withdraw_all"], (run,))
        self._held.pop(run, None)
        return True

    # -- the chain ------------------------------------------------------------------------

    def verify(self, run: str) -> Verdict:
        """Check a run's hash chain and its large values; find the first row that was changed."""
        from kognilang.journal.verifying import verdict

        rows = self._driver.rows(self._sql["run"], (run,))
        if not rows:
            raise LookupError(f"There is no run {run}.")
        journal = self._driver.rows(self._sql["journal"], (run, 0))
        return verdict(run, rows[0][6], rows[0][_RUN], journal, self.blob)


class _TooLate(Exception):
    """The question has its answer already, or stands no more."""


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _later(moment: str, seconds: float) -> str:
    until = datetime.fromisoformat(moment) + timedelta(seconds=seconds)
    return until.isoformat(timespec="microseconds")


def _natural(id: str) -> tuple[str, int]:
    """`q10` comes after `q9`."""
    letters = id.rstrip("0123456789")
    number = id[len(letters) :]
    return letters, int(number) if number else 0
