"""`kog stats`: how many runs went straight through, what was asked, what took time."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kognilang.terminal import exits
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.screen import Screen


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--last", type=int, metavar="N", default=200, help="only the last N runs")
    parser.epilog = "  kog stats\n  kog stats --last 20\n  kog stats --json"


def run(options: Namespace, screen: Screen) -> int:
    """Count and draw."""
    from kognilang.terminal.statistics import gather, lines

    session = open_session(options, screen, workspace_of(options))
    figures = gather(session, max(1, options.last))
    if screen.json:
        screen.document(figures)
        return exits.FINISHED
    if not figures["runs"]:
        from kognilang.terminal.statistics import model_lines

        screen.note("There are no runs here yet.")
        for line in model_lines(figures["model"], screen.text_width):
            screen.put(line)
        return exits.FINISHED
    for line in lines(figures, screen.text_width):
        screen.put(line)
    return exits.FINISHED
