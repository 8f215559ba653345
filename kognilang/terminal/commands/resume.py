"""`kog resume`: goes on with a run that was interrupted or waits."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from kognilang.terminal.advancing import advance, person_here
from kognilang.terminal.arguments import add_running, run_id
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.progress import Progress
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.remembering import after_answer
from kognilang.terminal.screen import Screen
from kognilang.terminal.summary import answerable

if TYPE_CHECKING:
    from kognilang.session import RunView, Session
    from kognilang.terminal.asking import AtTheTerminal


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("run_id", metavar="RUN", type=run_id, help="the run (kog runs lists them)")
    parser.add_argument(
        "--answer",
        dest="answers",
        metavar="TEXT",
        action="append",
        default=[],
        help="answer the questions asked here, in order; may be repeated",
    )
    parser.add_argument(
        "--on-new-text",
        action="store_true",
        help="by the file as it is now, where the sentence that it stands on is still there",
    )
    add_running(parser)
    parser.epilog = "  kog resume r1\n  kog resume r1 --on-new-text"


def run(options: Namespace, screen: Screen) -> int:
    """Ask what waits for the person here, then go on until the run ends or waits."""
    here = person_here(options, screen)
    session = open_session(
        options, screen, workspace_of(options), ask=here, progress=Progress(screen)
    )
    answers = list(options.answers)
    if options.on_new_text:
        _move(session, options.run_id, screen)

    def work() -> RunView:
        from kognilang.session.waiting import news_for

        if news_for(session, options.run_id):
            # What was learnt since is tried before anybody is asked.
            session.advance(options.run_id)
        settle_open(session, options, answers, here, screen)
        return session.advance(options.run_id, answers)

    return advance(session, work, options, screen, run_id=options.run_id)


def _move(session: Session, run_id: str, screen: Screen) -> None:
    """Move the run to the new text. Raises Refusal with the reason where it cannot be."""
    from kognilang.session import again

    try:
        moved = again.move(session, run_id)
    except again.NotAgain as fault:
        raise Refusal(fault.message, fault.hints) from None
    if moved:
        screen.note(f"{run_id} goes on by the new text.")
    else:
        screen.note(f"The text of {run_id} is unchanged.")


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
    for question in session.store.questions("open", run=options.run_id):
        if not mine(question):
            continue
        reason = ""
        while True:
            unseen = not answers
            if answers:
                text: str | None = answers.pop(0)
            else:
                text = here(question, reason) if here is not None else None
            if text is None:
                break
            outcome = session.answer(question.id, text, by=options.role, unseen=unseen)
            if outcome.accepted:
                if unseen or outcome.wish is not None:
                    after_answer(session, [question.id], outcome.wish, options, screen)
                break
            reason = outcome.message
            if here is None:
                screen.tell(f"{question.id}: {reason}")
            if session.open_question(question.id) is None:
                break
