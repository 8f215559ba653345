"""`kog replay`: a run again from its journal, step by step, without doing anything."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kognilang.terminal import exits
from kognilang.terminal.arguments import run_id
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.screen import Screen
from kognilang.terminal.stepping import lines_of, step_through
from kognilang.terminal.words import counted

EXAMPLES = """\
  kog replay r1              at a terminal: step by step, forwards and back
  kog replay r1 --to 12      up to step 12, with what had a name there
  kog replay r1 | less       all steps as text"""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("run_id", metavar="RUN", type=run_id, help="the run (kog runs lists them)")
    parser.add_argument("--to", metavar="STEP", type=int, default=0, help="stop after this step")
    parser.add_argument(
        "--no-input", action="store_true", help="show all steps at once, also at a terminal"
    )
    parser.epilog = EXAMPLES


def run(options: Namespace, screen: Screen) -> int:
    """Replay, then show the steps, or let the person step through them."""
    from kognilang.session.replaying import replay
    from kognilang.terminal.refusal import Refusal

    session = open_session(options, screen, workspace_of(options))
    if options.to < 0:
        raise Refusal(f"There is no step {options.to}: the first is 1.")
    found = replay(session, options.run_id, options.to)
    if options.to > found.total:
        raise Refusal(f"The run {found.run} has {counted(found.total, 'step')}.")
    code = exits.FAILED if found.diverged else exits.FINISHED
    if screen.json:
        from kognilang.values.shown import shown

        screen.document(
            {
                "run": found.run,
                "steps": found.steps,
                "total": found.total,
                "names": {name: shown(value) for name, value in found.names.items()},
                "said": found.said,
                "diverged": found.diverged or None,
            }
        )
        return code
    if not options.to and not options.no_input and screen.can_ask and screen.interactive:
        step_through(session, found, screen)
    else:
        from kognilang.terminal.paging import put_paged

        names = session.settings if options.to else None
        put_paged(lines_of(found, screen.text_width, names), screen)
    if found.diverged:
        screen.tell(screen.paint("bold red", found.diverged))
    else:
        done = f"{len(found.steps)} of {counted(found.total, 'step')}"
        screen.note(f"{found.run}: {done} again, all with the same values. Nothing was called.")
    return code
