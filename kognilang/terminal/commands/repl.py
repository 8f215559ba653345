"""`kog repl`: try sentences one at a time."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kognilang.terminal.advancing import person_here
from kognilang.terminal.arguments import add_running
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.progress import Progress
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    add_running(parser)
    parser.epilog = "  kog repl\n  kog repl < sentences.txt"


def run(options: Namespace, screen: Screen) -> int:
    """Converse until the input ends."""
    if options.json:
        raise Refusal("A conversation is no JSON document. Leave --json out, or use: kog run FILE")
    from kognilang.terminal.repl.loop import converse

    workspace = workspace_of(options)
    session = open_session(
        options,
        screen,
        workspace,
        ask=person_here(options, screen, kept=False),
        progress=Progress(screen),
    )
    return converse(session, screen)
