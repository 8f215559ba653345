"""`kog resume`: goes on with a run that was interrupted or waits."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from kognilang.terminal.advancing import advance, person_here
from kognilang.terminal.arguments import add_running
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.progress import Progress
from kognilang.terminal.screen import Screen
from kognilang.terminal.summary import answerable

if TYPE_CHECKING:
    from kognilang.session import RunView, Session
    from kognilang.terminal.asking import AtTheTerminal


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
    """Ask what waits for the person here, then go on until the run ends or waits."""
    here = person_here(options, screen)
    session = open_session(
        options, screen, workspace_of(options), ask=here, progress=Progress(screen)
    )
    answers = list(options.answers)

    def work() -> RunView:
        settle_open(session, options, answers, here, screen)
        return session.advance(options.run_id, answers)

    return advance(session, work, options, screen, run_id=options.run_id)


def settle_open(
    session: Session,
    options: Namespace,
    answers: list[str],
    here: AtTheTerminal | None,
    screen: Screen,
) -> None:
    """Answer the run's open questions that the person here may answer: from `answers`, which
    are used up in order, then by asking."""
    mine = answerable(session, options.role)
    for question in session.inbox():
        if question.run != options.run_id or not mine(question):
            continue
        reason = ""
        while True:
            if answers:
                text: str | None = answers.pop(0)
            else:
                text = here(question, reason) if here is not None else None
            if text is None:
                break
            outcome = session.answer(question.id, text, by=options.role)
            if outcome.accepted:
                break
            reason = outcome.message
            if here is None:
                screen.tell(f"{question.id}: {reason}")
            if all(one.id != question.id for one in session.inbox()):
                break
