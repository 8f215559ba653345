"""`kog serve`: keeps triggers, timers, deadlines and workers going until it is stopped."""

from __future__ import annotations

import signal
from argparse import ArgumentParser, Namespace
from pathlib import Path

from kognilang.terminal import exits
from kognilang.terminal.opening import workspace_of
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen

EXAMPLES = """\
  kog serve
  kog serve procedures/ --workers 4

Ctrl-C stops it: steps that are being done are finished, and whatever is open goes on
when it is started again."""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "path",
        metavar="PATH",
        type=Path,
        nargs="?",
        help="the file or folder whose triggers are kept (default: the workspace)",
    )
    parser.add_argument(
        "--workers", type=_count, default=0, metavar="N", help="how many runs at once (default: 2)"
    )
    parser.add_argument(
        "--port", type=_count, default=None, metavar="N", help="where requests arrive"
    )
    parser.epilog = EXAMPLES


def _count(text: str) -> int:
    from argparse import ArgumentTypeError

    if not text.isdigit():
        raise ArgumentTypeError(f'"{text}" is no whole number')
    return int(text)


def run(options: Namespace, screen: Screen) -> int:
    """Serve until Ctrl-C or SIGTERM."""
    from kognilang.session.serve_lock import AlreadyServed
    from kognilang.session.serving import Serving

    path: Path | None = options.path
    if path is not None and not path.exists():
        raise Refusal(f'There is no file or folder "{path}" to be served.')
    start = path.resolve() if path is not None else Path.cwd()
    workspace = workspace_of(options, start if start.is_file() else start / "serve")
    serving = Serving(
        workspace,
        path.resolve() if path is not None else workspace,
        tell=lambda line: screen.note(f"{_clock()} {line}"),
        say=lambda run, text: screen.say(f"{run}: {text}"),
        workers=options.workers,
        port=options.port,
    )
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: serving.stop())
    screen.note(f"Serving {workspace}. Ctrl-C stops it.")
    try:
        serving.serve(screen.status)
    except AlreadyServed as fault:
        raise Refusal(str(fault)) from None
    screen.note("Stopped. What is open goes on when kog serve is started again.")
    return exits.FINISHED


def _clock() -> str:
    from datetime import datetime

    return datetime.now().strftime("%H:%M:%S")
