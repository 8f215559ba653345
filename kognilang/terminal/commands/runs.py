"""`kog runs`: the runs of this workspace."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kognilang.terminal import exits
from kognilang.terminal.listing import columns, moment
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.overdue import attend
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import listed, status_words

STATUSES = ("ready", "running", "parked", "waiting", "finished", "failed", "cancelled")


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
        "--all", action="store_true", help="with those that were begun for items in parallel"
    )
    parser.epilog = "  kog runs\n  kog show r1"


def run(options: Namespace, screen: Screen) -> int:
    """List the runs, the newest last."""
    session = open_session(options, screen, workspace_of(options))
    attend(session, screen)
    # What was begun for an item stands with its parent.
    rows = [
        row
        for row in session.runs()
        if options.status in ("", row.status) and (options.all or ":" not in row.parent)
    ]
    stopped = {row.id for row in rows if session.interrupted(row)}
    waiting: dict[str, int] = {}
    for question in session.inbox():
        for run in {question.run, question.run.partition("-")[0]}:
            waiting[run] = waiting.get(run, 0) + 1
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
            status_words(row.status, waiting.get(row.id, 0), row.id in stopped),
            moment(row.started_at),
            row.title or row.path,
        )
        for row in rows
    ]
    for line in columns(table, screen.width, ("run", "status", "started", "procedure")):
        screen.put(line)
    for line in _next([row.id for row in rows if row.id in stopped], waiting):
        screen.note(line)
    return exits.FINISHED


def _next(stopped: list[str], waiting: dict[str, int]) -> list[str]:
    """Say what to type for runs that could go on."""
    lines = []
    if stopped:
        which = f"{listed(stopped)} {'was' if len(stopped) == 1 else 'were'} interrupted"
        lines.append(f"{which}; nothing is lost. Go on with: kog resume {stopped[0]}")
    if waiting:
        lines.append("What waits for an answer: kog inbox")
    return lines
