"""`kog run`: checks a procedure, then runs it until it ends or waits."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from kognilang.terminal import exits
from kognilang.terminal.advancing import advance, person_here
from kognilang.terminal.arguments import add_running, inputs_of, setting
from kognilang.terminal.opening import existing_file, open_session, workspace_of
from kognilang.terminal.progress import Progress
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import counted

if TYPE_CHECKING:
    from kognilang.session import RunView, Session

EXAMPLES = """\
  kog run pay-invoices.kog
  kog run pay-invoices.kog --set month=2026-03 --no-input
  kog run pay-invoices.kog --dry-run

Exit codes: 0 finished, 1 ended as failed, 2 not understood, 3 waits for someone,
130 interrupted (the run goes on with: kog resume RUN)."""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the procedure")
    parser.add_argument(
        "--set",
        dest="inputs",
        metavar="NAME=VALUE",
        type=setting,
        action="append",
        default=[],
        help="set a name from outside; repeat it for other names",
    )
    parser.add_argument(
        "--answer",
        dest="answers",
        metavar="TEXT",
        action="append",
        default=[],
        help="answer the questions asked here, in order; may be repeated",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="change nothing outside: say what every writing step would do",
    )
    parser.add_argument(
        "--fresh",
        action="store_true",
        help="withdraw what still waits of this procedure and empty its results folder first",
    )
    parser.add_argument(
        "--detach",
        action="store_true",
        help="leave the run to the workers of kog serve",
    )
    add_running(parser)
    parser.epilog = EXAMPLES


def run(options: Namespace, screen: Screen) -> int:
    """Check, start, and go on until the run ends or waits."""
    inputs = inputs_of(options.inputs)
    file = existing_file(options.file)
    workspace = workspace_of(options, file)
    progress = Progress(screen)
    session = open_session(
        options,
        screen,
        workspace,
        ask=person_here(options, screen, kept=not options.dry_run),
        progress=progress,
        dry_run=options.dry_run,
    )
    if options.fresh:
        _clear(session, file, screen)
    elif not options.dry_run:
        _tell_of_others(session, file, screen)
    if options.detach:
        return _hand_over(session, file, inputs, options, screen)
    return advance(
        session,
        lambda: _start(session, file, inputs, options, screen),
        options,
        screen,
    )


def _start(
    session: Session, file: Path, inputs: dict[str, str], options: Namespace, screen: Screen
) -> RunView:
    """Start the run; what is not understood is settled first, if someone here settles it."""
    from kognilang.problems.problem import TextRefused

    try:
        return session.start(file, inputs, options.answers)
    except TextRefused:
        from kognilang.terminal.resolving import settle_first

        if not settle_first(session, file, screen):
            raise
    return session.start(file, inputs, options.answers)


def _hand_over(
    session: Session, file: Path, inputs: dict[str, str], options: Namespace, screen: Screen
) -> int:
    """Leave the run to the workers, and say whether there are any."""
    from kognilang.session.serve_lock import served_by

    if options.dry_run or options.answers:
        other = "--dry-run" if options.dry_run else "--answer"
        raise Refusal(f"--detach leaves the run to others, and {other} is for a run done here.")
    run = session.submit(file, inputs)
    served = served_by(session.workspace)
    if screen.json:
        screen.document({"run": run, "status": "ready", "served": bool(served)})
        return exits.FINISHED
    screen.put(run)
    if served:
        screen.note(f"The workers have the run {run}. How it is: kog show {run}")
    else:
        screen.note(f"The run {run} is ready, but no kog serve is going here. Start one: kog serve")
    return exits.FINISHED


def _tell_of_others(session: Session, file: Path, screen: Screen) -> None:
    """Say in a line that other runs of the procedure have not ended: work done twice is dear."""
    newest, count = session.newest_open(file)
    if newest is None:
        return
    if session.interrupted(newest):
        what = f"was interrupted (kog resume {newest.id} goes on with it)"
    elif newest.status == "running":
        what = "is still at work"
    else:
        what = "still waits (kog inbox)"
    more = f", and {counted(count - 1, 'other')}" if count > 1 else ""
    screen.note(f"Note: the run {newest.id} of this procedure {what}{more}. This is a new run.")


def _clear(session: Session, file: Path, screen: Screen) -> None:
    """Make a fresh start, but not for a text that will not run: results are not lost for it."""
    from kognilang.problems.problem import TextRefused

    if session.dry_run:
        raise Refusal("--dry-run changes nothing and --fresh empties a folder: choose one of them.")
    checked = session.check(file)
    if checked.plan is None:
        raise TextRefused(checked.problems)
    for run_id in session.fresh(file):
        screen.detail(f"{run_id} is withdrawn.")
