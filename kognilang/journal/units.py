"""Units: everything that one commit of a run writes, in one transaction behind its epoch."""

from __future__ import annotations

import json
from hashlib import sha256
from operator import attrgetter

from kognilang.journal import chain
from kognilang.journal.driver import ConnectionLost, Row, Writer
from kognilang.journal.holding import Hold
from kognilang.journal.leasing import ENDED, Leasing
from kognilang.journal.records import Child, JournalRow, ObjectRow, QuestionRow, RunRow, Unit

LARGE = 2048
"""Values over this many bytes are kept once, by their content's hash."""

LEARNT = "learnt"
"""Journal rows of this name say that a learning was applied; each use is counted."""

_question = attrgetter(*QuestionRow.__slots__)


class Committing(Leasing):
    """A store that a run's worker writes its units to."""

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

    def _write(self, unit: Unit, hold: Hold, rows: list[Row]) -> str:
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
                self._write_objects(writer, unit.run, unit.objects)
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
            if unit.children:
                self._write_children(writer, unit.children)
            if status in ENDED and ":" in hold.parent:
                if unit.last:
                    writer.run(sql["drop_held"], (self.now(), hold.parent))
                self._child_ended(writer, hold.parent)
        return result

    def _write_children(self, writer: Writer, children: list[Child]) -> None:
        runs: list[Row] = []
        for child in children:
            row = child.row
            hold = Hold(0, 0, "", 0, 0)
            rows = self._linked(row.id, hold, child.journal)
            self._write_journal(writer, rows, taken_over=row.status in ENDED)
            row.seq = hold.seq
            runs.append((*(getattr(row, name) for name in RunRow.__slots__), hold.head, 0, 0, 0))
            self._write_objects(writer, row.id, child.objects)
        writer.many(self._sql["new_child"], runs)

    def _child_ended(self, writer: Writer, parent: str) -> None:
        """A child has ended: the next of its loop may begin, or else the parent go on."""
        run, apart, _ = parent.rpartition(":")
        if not apart:
            return
        # The parent's row first: of two children that end at once, one sees the other's end.
        writer.run(self._sql["child_ended"], (run,))
        held = writer.rows(self._sql["next_held"], (parent,))
        if held:
            writer.run(self._sql["begin_held"], (held[0][0],))
        elif not writer.rows(self._sql["open_child"], (parent,)):
            writer.run(self._sql["wake_parent"], (run,))

    def _settled(self, unit: Unit, hold: Hold) -> str | None:
        """After a lost reply: the run's status if the unit was written, else None."""
        rows = self._driver.rows(self._sql["fence"], (unit.run,))
        if not rows or rows[0][0] != hold.epoch:
            raise self._lost(unit.run)
        _, commits, head, status = rows[0]
        if commits == hold.commits + 1 and head == hold.head:
            return str(status) if unit.status is not None else ""
        return None

    def _linked(self, run: str, hold: Hold, journal: list[JournalRow]) -> list[Row]:
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

    def _write_journal(self, writer: Writer, rows: list[Row], taken_over: bool = False) -> None:
        """Write journal rows. Of those `taken_over` from another run, what was learnt is no use."""
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
        if taken_over:
            return
        for run, seq, lane, _, what, data, _, at, *_ in rows:
            if what == LEARNT:
                learning = json.loads(data)["learning"] if data else ""
                writer.run(self._sql["add_use"], (run, seq, learning, lane, data, at))

    def _write_objects(self, writer: Writer, run: str, objects: list[ObjectRow]) -> None:
        rows: list[Row] = []
        blobs: list[Row] = []
        for thing in objects:
            if len(thing.data) > LARGE:
                digest = _digest(thing.data)
                blobs.append((digest, thing.data))
                rows.append((run, thing.oid, thing.version, b"", digest))
            else:
                rows.append((run, thing.oid, thing.version, thing.data, ""))
        if blobs:
            writer.many(self._sql["add_blob"], blobs)
        writer.many(self._sql["put_object"], rows)


def loops_apart(frame: bytes) -> list[str]:
    """Return the numbers of the loops whose items a run has begun runs for, and waits for."""
    found: list[str] = json.loads(frame).get("apart", []) if frame else []
    return found


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
