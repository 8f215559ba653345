"""`kog retry`: does an ended run again from one of its steps."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from kognilang.terminal import exits
from kognilang.terminal.advancing import advance, person_here
from kognilang.terminal.arguments import add_running, run_id
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.progress import Progress
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import counted

if TYPE_CHECKING:
    from kognilang.session import RunView
    from kognilang.session.again import Retry

SHOWN = 8
"""So many of the writes that would be done once more are named."""

EXAMPLES = """\
  kog retry r1                  from the step at which it stopped
  kog retry r1 --from 12        from step 12 (kog replay r1 shows the numbers)
  kog retry r1 --on-new-text    by the file as it is now"""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("run_id", metavar="RUN", type=run_id, help="the run (kog runs lists them)")
    parser.add_argument(
        "--from", dest="start", metavar="STEP", type=int, default=0, help="the step to begin with"
    )
    parser.add_argument("--on-new-text", action="store_true", help="by the file as it is now")
    parser.add_argument(
        "--repeat-writes",
        action="store_true",
        help="also do again what the run has already written after that step",
    )
    add_running(parser)
    parser.epilog = EXAMPLES


def run(options: Namespace, screen: Screen) -> int:
    """Begin the new run, unless it would write twice what nobody wants twice."""
    from kognilang.session import again

    here = person_here(options, screen)
    session = open_session(
        options, screen, workspace_of(options), ask=here, progress=Progress(screen)
    )
    try:
        ready = again.prepare(session, options.run_id, options.start)
        if ready.repeated and not options.repeat_writes:
            _confirm(ready, here is not None, screen)

        def work() -> RunView:
            return again.retry(session, ready, options.on_new_text)

        line = f" (line {ready.line})" if ready.line else ""
        screen.note(f"Again from step {ready.start} of {ready.run}{line}.")
        return advance(session, work, options, screen)
    except again.NotAgain as fault:
        raise Refusal(fault.message, fault.hints) from None
    except _Declined:
        screen.tell("Nothing was done.")
        return exits.FAILED


class _Declined(Exception):
    """The person does not want it."""


def _confirm(ready: Retry, can_ask: bool, screen: Screen) -> None:
    """Show what would be written once more. Raises Refusal where nobody can be asked."""
    told = [
        f"{skill.rpartition('.')[2].replace('_', ' ')}: {args}" if args else skill
        for skill, args in ready.repeated
    ]
    rest = len(told) - SHOWN
    lines = told[:SHOWN] + ([f"… and {rest} more"] if rest > 0 else [])
    message = (
        f"After step {ready.start}, {ready.run} has already written "
        f"{counted(len(told), 'time')}, and that would be done once more:"
    )
    if not can_ask:
        raise Refusal(
            message,
            (*lines, f"To do so all the same: kog retry {ready.run} --from {ready.start} "
             "--repeat-writes"),
        )  # fmt: skip
    screen.tell(message)
    for line in lines:
        screen.tell(f"  {line}")
    try:
        reply = input("Do it once more? (yes/no) ")
    except EOFError:
        reply = ""
    if reply.strip().lower() not in ("y", "yes"):
        raise _Declined
