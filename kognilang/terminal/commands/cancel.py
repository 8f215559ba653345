"""`kog cancel`: ends a run that is not wanted any more."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kognilang.terminal import exits
from kognilang.terminal.arguments import add_role, run_id
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("run_id", metavar="RUN", type=run_id, help="the run (kog runs lists them)")
    add_role(parser)
    parser.epilog = "  kog cancel r1    its questions are withdrawn; what it has done stays done"


def run(options: Namespace, screen: Screen) -> int:
    """Cancel the run."""
    session = open_session(options, screen, workspace_of(options))
    row = session.store.run(options.run_id)
    if row is None:
        raise Refusal(
            f'There is no run "{options.run_id}" in this workspace.', ("kog runs   lists the runs",)
        )
    if row.status in ("finished", "failed", "cancelled"):
        raise Refusal(f"{row.id} has ended already ({row.status}). There is nothing to cancel.")
    session.cancel(row.id)
    if screen.json:
        screen.document({"run": row.id, "status": "cancelled"})
    else:
        screen.note(f"{row.id} is cancelled. What it had done stays done.")
    return exits.FINISHED
