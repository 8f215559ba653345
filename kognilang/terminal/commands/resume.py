"""`kog resume`: goes on with a run that was interrupted or waits."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kognilang.terminal.advancing import advance, person_here
from kognilang.terminal.arguments import add_running
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.progress import Progress
from kognilang.terminal.screen import Screen


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("run_id", metavar="RUN", help="the run (kog runs lists them)")
    parser.add_argument(
        "--answer",
        dest="answers",
        metavar="TEXT",
        action="append",
        default=[],
        help="answer the questions asked here, in order; may be repeated",
    )
    add_running(parser)
    parser.epilog = "  kog resume r1"


def run(options: Namespace, screen: Screen) -> int:
    """Go on until the run ends or waits."""
    workspace = workspace_of(options)
    session = open_session(
        options,
        screen,
        workspace,
        ask=person_here(options, screen),
        progress=Progress(screen),
    )
    return advance(
        session,
        lambda: session.advance(options.run_id, options.answers),
        options,
        screen,
        run_id=options.run_id,
    )
