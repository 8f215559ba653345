"""`kog show`: what a run did, step by step."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kognilang.terminal import exits
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.screen import Screen


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("run_id", metavar="RUN", help="the run (kog runs lists them)")
    parser.epilog = "  kog show r1\n  kog show r1 --verbose    with every moment"


def run(options: Namespace, screen: Screen) -> int:
    """Show the trace, then how the run stands."""
    from kognilang.terminal.tracing import lines

    session = open_session(options, screen, workspace_of(options))
    trace = session.show(options.run_id)
    if screen.json:
        screen.document(trace)
        return exits.FINISHED
    for line in lines(trace, screen.text_width, moments=screen.verbose):
        screen.put(line)
    from kognilang.terminal.summary import answerable, summary

    mine = answerable(session, "")
    for line in summary(session.view(options.run_id), screen, mine):
        screen.note(line)
    return exits.FINISHED
