"""`kog verify`: checks that nobody changed the journal."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from kognilang.terminal import exits
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import counted


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("run_id", nargs="?", metavar="RUN", default="", help="one run only")
    parser.epilog = "  kog verify\n  kog verify r1"


def run(options: Namespace, screen: Screen) -> int:
    """Check the hash chain of every run, and the store itself; or of one run."""
    session = open_session(options, screen, workspace_of(options))
    if not options.run_id:
        session.store.check()
    if options.run_id and session.store.run(options.run_id) is None:
        raise Refusal(
            f'There is no run "{options.run_id}" in this workspace.', ("kog runs   lists the runs",)
        )
    every = (row.id for row in session.store.each_run(children=True))
    chosen = iter([options.run_id]) if options.run_id else every
    count = broken = 0

    def each() -> Iterator[tuple[str, str]]:
        nonlocal count, broken
        for one in chosen:
            fault = session.verify(one)
            count, broken = count + 1, broken + bool(fault)
            yield one, fault

    if screen.json:
        screen.listing({"run": one, "fault": fault or None} for one, fault in each())
        return exits.FAILED if broken else exits.FINISHED
    for one, fault in each():
        if fault:
            screen.tell(screen.paint("bold red", f"{one}: {fault}"))
    if not broken:
        screen.note(f"The journal is unchanged ({counted(count, 'run')} checked).")
    return exits.FAILED if broken else exits.FINISHED
