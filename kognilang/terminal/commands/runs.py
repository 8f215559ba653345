"""`kog runs`: the runs of this workspace."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from kognilang.terminal import exits
from kognilang.terminal.listing import columns, moment
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.overdue import attend
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import listed, status_words

if TYPE_CHECKING:
    from kognilang.journal.records import RunRow
    from kognilang.session import Session

STATUSES = ("ready", "running", "parked", "waiting", "finished", "failed", "cancelled")
PAUSED = ("ready", "running", "parked", "waiting")

LAST = 100
"""So many runs are listed unless more are wanted."""

MOST = 10**9
"""More runs than any store has."""


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
    last = options.last if options.last > 0 else MOST if screen.json else LAST
    # What was begun for an item stands with its parent.
    rows = store.last_runs(last, options.status, children=options.all)
    stopped = {row.id for row in rows if session.interrupted(row)}
    waiting = _waiting(session, rows)
    if screen.json:
        screen.document(
            [
                {
                    "id": row.id,
                    "procedure": row.title or row.path,
                    "file": row.path,
                    "status": row.status,
                    "interrupted": row.id in stopped,
                    "outcome": row.outcome,
                    "started_at": row.started_at,
                    "ended_at": row.ended_at or None,
                    "questions": waiting.get(row.id, 0),
                }
                for row in rows
            ]
        )
        return exits.FINISHED
    if not rows:
        screen.note("There are no runs here yet.")
        return exits.FINISHED
    table = [
        (
            row.id,
            status_words(
                row.status,
                waiting.get(row.id, 0),
                row.id in stopped,
                moment(row.wake_at),
                row.epoch > 0,
            ),
            moment(row.started_at),
            row.title or row.path,
        )
        for row in rows
    ]
    for line in columns(table, screen.width, ("run", "status", "started", "procedure")):
        screen.put(line)
    if len(rows) == last and (count := store.own_count(options.status)) > last:
        screen.note(f"These are the last {last:,} of {count:,}. More: kog runs --last {last * 10}")
    for line in _next([row.id for row in rows if row.id in stopped], waiting):
        screen.note(line)
    return exits.FINISHED


def _waiting(session: Session, rows: list[RunRow]) -> dict[str, int]:
    """Return how many questions wait of each run, with those of the runs begun for its items."""
    found: dict[str, int] = {}
    if len(rows) <= 10 * LAST:
        for row in rows:
            if row.status in PAUSED:
                count = len(session.store.questions("open", run=row.id, items=True))
                if count:
                    found[row.id] = count
        return found
    for question in session.inbox():
        for run in {question.run, question.run.partition("-")[0]}:
            found[run] = found.get(run, 0) + 1
    return found


def _next(stopped: list[str], waiting: dict[str, int]) -> list[str]:
    """Say what to type for runs that could go on."""
    lines = []
    if stopped:
        which = f"{listed(stopped)} {'was' if len(stopped) == 1 else 'were'} interrupted"
        lines.append(f"{which}; nothing is lost. Go on with: kog resume {stopped[0]}")
    if waiting:
        lines.append("What waits for an answer: kog inbox")
    return lines
