"""`kog runs`: the runs of this workspace."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from kognilang.terminal import exits
from kognilang.terminal.listing import columns, moment
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.overdue import attend
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import listed, status_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from kognilang.journal.records import RunRow
    from kognilang.session import Session

STATUSES = ("ready", "running", "parked", "waiting", "finished", "failed", "cancelled")
PAUSED = ("ready", "running", "parked", "waiting")

LAST = 100
"""So many runs are listed unless more are wanted."""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "--status",
        metavar="STATUS",
        choices=STATUSES,
        default="",
        help=f"only these: {', '.join(STATUSES)}",
    )
    parser.add_argument(
        "--last", type=int, metavar="N", default=0, help=f"the last N runs instead of {LAST}"
    )
    parser.add_argument(
        "--all", action="store_true", help="with those that were begun for items in parallel"
    )
    parser.epilog = "  kog runs\n  kog runs --status parked --last 500\n  kog show r1"


def run(options: Namespace, screen: Screen) -> int:
    """List the last runs, the newest last. The document of --json has all, unless told."""
    session = open_session(options, screen, workspace_of(options))
    attend(session, screen)
    store = session.store
    if screen.json:
        # A run at a time: there may be very many.
        last = max(0, options.last)
        counted = _waiting(session, 0 < last <= LAST)
        screen.listing(
            _as_data(row, session.interrupted(row), counted(row))
            for row in store.each_run(options.status, options.all, last)
        )
        return exits.FINISHED
    last = options.last if options.last > 0 else LAST
    counted = _waiting(session, last <= LAST)
    table, stopped, waits = [], [], False
    for row in store.each_run(options.status, options.all, last):
        interrupted, questions = session.interrupted(row), counted(row)
        if interrupted:
            stopped.append(row.id)
        waits = waits or questions > 0
        words = status_words(row.status, questions, interrupted, moment(row.wake_at), row.epoch > 0)
        table.append((row.id, words, moment(row.started_at), row.title or row.path))
    if not table:
        screen.note("There are no runs here yet.")
        return exits.FINISHED
    for line in columns(table, screen.width, ("run", "status", "started", "procedure")):
        screen.put(line)
    if len(table) == last and (count := store.own_count(options.status)) > last:
        screen.note(f"These are the last {last:,} of {count:,}. More: kog runs --last {last * 10}")
    for line in _next(stopped, waits):
        screen.note(line)
    return exits.FINISHED


def _waiting(session: Session, few: bool) -> Callable[[RunRow], int]:
    """Return what tells how many questions wait of a run, with those of the runs begun for its
    items: looked up for each of a `few` runs, for more counted at once."""
    store = session.store
    if few:
        return lambda row: (
            len(store.questions("open", run=row.id, items=True)) if row.status in PAUSED else 0
        )
    found: dict[str, int] = {}
    for run, count in store.waiting_by_run().items():
        for one in {run, run.partition("-")[0]}:
            found[one] = found.get(one, 0) + count
    return lambda row: found.get(row.id, 0)


def _as_data(row: RunRow, interrupted: bool, questions: int) -> dict[str, Any]:
    return {
        "id": row.id,
        "procedure": row.title or row.path,
        "file": row.path,
        "status": row.status,
        "interrupted": interrupted,
        "outcome": row.outcome,
        "started_at": row.started_at,
        "ended_at": row.ended_at or None,
        "questions": questions,
    }


def _next(stopped: list[str], waits: bool) -> list[str]:
    """Say what to type for runs that could go on."""
    lines = []
    if stopped:
        which = f"{listed(stopped)} {'was' if len(stopped) == 1 else 'were'} interrupted"
        lines.append(f"{which}; nothing is lost. Go on with: kog resume {stopped[0]}")
    if waits:
        lines.append("What waits for an answer: kog inbox")
    return lines
