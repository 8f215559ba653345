"""Queries: what runs, journals, effects, questions and answers there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kognilang.journal.driver import Driver, Row
from kognilang.journal.holding import Hold
from kognilang.journal.records import (
    AnswerRow,
    EffectRow,
    EventRow,
    JournalRow,
    ObjectRow,
    ProcedureRow,
    QuestionRow,
    RunRow,
    StoreFault,
)

RUN = 17
"""How many columns of `run` make a RunRow; the store's own follow."""

PAGE = 200
"""So many rows are in memory at a time where all of a very long list are gone through."""


class Queries:
    """A store, as far as it is read."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._sql = driver.statements
        self._held: dict[str, Hold] = {}
        self._identity = ""

    @property
    def where(self) -> str:
        """The store's place as a person would name it."""
        return self._driver.where

    def now(self) -> str:
        """The moment by the database's clock, ISO 8601 in UTC."""
        return self._driver.now()

    # -- procedures and runs ------------------------------------------------------------

    def procedure(self, hash: str) -> ProcedureRow | None:
        """Return a procedure by its content hash."""
        rows = self._driver.rows(self._sql["procedure"], (hash,))
        return ProcedureRow(*rows[0]) if rows else None

    def run(self, id: str) -> RunRow | None:
        """Return a run by its id."""
        rows = self._driver.rows(self._sql["run"], (id,))
        return RunRow(*rows[0][:RUN]) if rows else None

    def runs(self, status: str | None = None, path: str | None = None) -> list[RunRow]:
        """Return runs in the order of their beginning, without their frames (which may weigh)."""
        if path is not None:
            rows = self._driver.rows(self._sql["runs_by_path"], (path,))
        elif status is not None:
            rows = self._driver.rows(self._sql["runs_by_status"], (status,))
        else:
            rows = self._driver.rows(self._sql["runs"])
        found = [RunRow(*row[:RUN]) for row in rows]
        if status is not None:
            found = [run for run in found if run.status == status]
        return _in_order(found)

    def last_runs(self, limit: int, status: str = "", children: bool = False) -> list[RunRow]:
        """Return the runs that were begun last, of a status or of any, in the order of their
        beginning, without their frames; those begun for items of a loop only with `children`."""
        query = self._sql["last_runs" if children else "last_own_runs"]
        rows = self._driver.rows(query, (status, status, limit))
        return _in_order(RunRow(*row[:RUN]) for row in rows)

    def each_run(self, status: str = "", children: bool = False, last: int = 0) -> Iterator[RunRow]:
        """Go through runs in the order of their beginning, without their frames and a page at a
        time: all of a status or of any, or the `last` so many; those begun for items of a loop
        only with `children`."""
        own = "" if children else "own_"
        if 0 < last <= PAGE:
            yield from self.last_runs(last, status, children)
            return
        begin, after = "", ""
        if last:
            query = self._sql[f"{own}run_at"]
            given = query.row({"status": status, "offset": last})
            before = self._driver.rows(query, given)
            # The one before the first that is wanted.
            begin, after = before[0] if before else ("", "")
        query = self._sql[f"{own}runs_page"]
        while True:
            wanted = {"status": status, "begin": begin, "last": after, "limit": PAGE}
            rows = self._driver.rows(query, query.row(wanted))
            for row in rows:
                found = RunRow(*row[:RUN])
                yield found
            if len(rows) < PAGE:
                return
            begin, after = found.started_at, found.id

    def own_count(self, status: str = "") -> int:
        """Return how many runs there are, of a status or of any, without those begun for items of
        a loop."""
        rows = self._driver.rows(self._sql["own_count"], (status, status))
        return int(rows[0][0]) if rows else 0

    def open_runs(self, path: str) -> list[RunRow]:
        """Return the runs of a procedure that have not ended, without their frames."""
        rows = self._driver.rows(self._sql["open_by_path"], (path,))
        return _in_order(RunRow(*row[:RUN]) for row in rows)

    def newest_open(self, path: str) -> tuple[str, int]:
        """Return the id of the newest run of a procedure that has not ended, empty for none, and
        how many there are."""
        query = self._sql["newest_open"]
        rows = self._driver.rows(query, query.row({"path": path}))
        if not rows:
            return "", 0
        return rows[0][0], int(self._driver.rows(self._sql["open_count"], (path,))[0][0])

    def next_ready(self, limit: int = 100, now: str = "") -> list[str]:
        """Return ids of runs that can go on: ready, due, or left by a worker that is gone."""
        query = self._sql["next_ready"]
        given = query.row({"now": now or self.now(), "limit": limit})
        return [row[0] for row in self._driver.rows(query, given)]

    def due(self, limit: int = 100, now: str = "") -> list[tuple[str, str]]:
        """Return runs whose wait or deadline is over, as (id, status), the longest over first."""
        query = self._sql["due"]
        rows = self._driver.rows(query, query.row({"now": now or self.now(), "limit": limit}))
        return [(row[0], row[1]) for row in rows]

    def next_wake(self) -> str:
        """Return when the next waiting run is due; empty if none waits for a time."""
        rows = self._driver.rows(self._sql["next_wake"])
        return min((one for one in rows[0] if one), default="") if rows else ""

    def children(self, parent: str) -> list[RunRow]:
        """Return the runs that were begun for the items of a loop (`r1:2`), in their order,
        without their frames."""
        rows = self._driver.rows(self._sql["children"], (parent,))
        return sorted((RunRow(*row[:RUN]) for row in rows), key=lambda run: _natural(run.id))

    def ready_children(self, parent: str, limit: int = 100) -> list[str]:
        """Return ids of children that can go on, in their order."""
        return [row[0] for row in self._driver.rows(self._sql["ready_children"], (parent, limit))]

    def any_child_open(self, parent: str) -> bool:
        """Tell whether a child has not ended."""
        return bool(self._driver.rows(self._sql["open_child"], (parent,)))

    def run_counts(self) -> dict[str, int]:
        """Return how many runs have each status."""
        return {row[0]: row[1] for row in self._driver.rows(self._sql["counts"])}

    # -- events ---------------------------------------------------------------------------

    def event(self, key: str) -> EventRow | None:
        """Return what is known of an event by its key."""
        rows = self._driver.rows(self._sql["event"], (key,))
        return EventRow(*rows[0]) if rows else None

    def last_event(self, trigger: str) -> str:
        """Return the moment of a trigger's last event; empty if it has had none."""
        rows = self._driver.rows(self._sql["last_event"], (trigger,))
        return (rows[0][0] or "") if rows else ""

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

    def effect(self, run: str, key: str) -> EffectRow | None:
        """Return a run's write by its idempotency key."""
        rows = self._driver.rows(self._sql["effect"], (run, key))
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

    # -- questions and answers ------------------------------------------------------------

    def questions(
        self,
        status: str | None = "open",
        to: str | None = None,
        run: str | None = None,
        items: bool = False,
    ) -> list[QuestionRow]:
        """Return questions in the order they were asked; None for any status. Of one run, with
        `items` also those of the runs that it has begun for items of a loop."""
        if run is not None:
            rows = self._driver.rows(self._sql["questions_by_run"], (run,))
            if items:
                rows += self._driver.rows(self._sql["questions_of_items"], (f"{run}-", f"{run}."))
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

    def each_question(self, status: str = "open") -> Iterator[QuestionRow]:
        """Go through the questions of a status in the order they were asked, a page at a time."""
        query = self._sql["questions_page"]
        begin, after = "", ""
        while True:
            wanted = {"status": status, "begin": begin, "last": after, "limit": PAGE}
            rows = self._driver.rows(query, query.row(wanted))
            for row in rows:
                found = QuestionRow(*row)
                yield found
            if len(rows) < PAGE:
                return
            begin, after = found.asked_at, found.id

    def waiting_by_run(self) -> dict[str, int]:
        """Return how many questions wait of each run of which any does."""
        return {run: int(count) for run, count in self._driver.rows(self._sql["open_by_run"])}

    def open_questions(self) -> int:
        """Return how many questions wait."""
        rows = self._driver.rows(self._sql["open_questions"])
        return int(rows[0][0]) if rows else 0

    def question(self, id: str) -> QuestionRow | None:
        """Return a question by its id."""
        rows = self._driver.rows(self._sql["question"], (id,))
        return QuestionRow(*rows[0]) if rows else None

    def answer_of(self, question: str) -> AnswerRow | None:
        """Return the answer that counted."""
        rows = self._driver.rows(self._sql["answer_of"], (question,))
        return AnswerRow(*rows[0][:6]) if rows else None

    def answers(self, run: str) -> list[AnswerRow]:
        """Return the answers that counted, in the order they came; a worker has then seen them."""
        hold = self._held.get(run)
        if hold is not None:
            # Counted first: one that comes meanwhile is seen, and looked for once more.
            heard = self._driver.rows(self._sql["heard"], (run,))
            hold.seen = heard[0][0] if heard else 0
        rows = self._driver.rows(self._sql["answers"], (run,))
        return [AnswerRow(*row[:6]) for row in rows]


def _in_order(runs: Iterable[RunRow]) -> list[RunRow]:
    return sorted(runs, key=lambda run: (run.started_at, _natural(run.id)))


def _natural(id: str) -> tuple[str, int]:
    """`q10` comes after `q9`."""
    letters = id.rstrip("0123456789")
    number = id[len(letters) :]
    return letters, int(number) if number else 0
