"""`kog answer`: answers a question, then lets its run go on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from kognilang.journal.records import Busy, QuestionRow
from kognilang.terminal import exits, remembering
from kognilang.terminal.advancing import advance, person_here
from kognilang.terminal.arguments import add_running, question_id
from kognilang.terminal.grouped import answer_all
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.overdue import attend
from kognilang.terminal.progress import Progress
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen

if TYPE_CHECKING:
    from kognilang.session import AnswerOutcome, Session

EXAMPLES = """\
  kog answer q3                          shows the question and asks
  kog answer q3 4500012345               a value
  kog answer q3 "skip this invoice"      an instruction
  kog answer q3 NONE --for vendor        a value, remembered for this vendor
  kog answer q3 "skip this invoice, always"
  kog answer q3 yes --all                the same to all questions about this situation,
                                         after showing them (--yes: without asking)
  kog answer q3 'Set the invoice'\\''s PO number to "NONE". Try again.'"""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "question_id", metavar="ID", type=question_id, help="the question (kog inbox lists them)"
    )
    parser.add_argument("text", nargs="*", metavar="TEXT", help="the answer; without it, asks")
    parser.add_argument(
        "--all",
        action="store_true",
        help="answer all open questions about the same situation alike, after showing them",
    )
    parser.add_argument(
        "--only",
        metavar="IDS",
        default="",
        help="of the questions about the same situation, answer only these: --only q3,q5",
    )
    parser.add_argument("--yes", action="store_true", help="with --all: do not ask whether to")
    parser.add_argument(
        "--suggest",
        action="store_true",
        help="ask the model how the question could be answered; nothing is answered",
    )
    remembering.describe(parser)
    add_running(parser)
    parser.epilog = EXAMPLES


def run(options: Namespace, screen: Screen) -> int:
    """Answer, then advance the run; new questions go to the inbox."""
    session = open_session(options, screen, workspace_of(options), progress=Progress(screen))
    attend(session, screen)
    if options.suggest:
        return _suggest(session, options, screen)
    if options.all or options.only:
        return answer_all(session, options, screen)
    if options.text:
        outcome = session.answer(options.question_id, " ".join(options.text), by=options.role)
    else:
        outcome = _ask(session, options, screen)
    if not outcome.accepted:
        raise Refusal(outcome.message)
    screen.detail(f"{options.question_id} is answered.")
    remembering.after_answer(session, [options.question_id], outcome.wish, options, screen)
    try:
        return advance(
            session, lambda: session.advance(outcome.run), options, screen, run_id=outcome.run
        )
    except Busy:
        return _taken_elsewhere(session, outcome.run, options, screen)


def _suggest(session: Session, options: Namespace, screen: Screen) -> int:
    """Show what the model suggests, with the command that answers so."""
    from shlex import quote

    from kognilang.session.suggesting import suggest

    question = _open_question(options.question_id, session)
    screen.status("Asking the model …")
    found = suggest(session, question)
    screen.clear_status()
    if screen.json:
        screen.document([{"sentences": one.sentences, "reason": one.reason} for one in found])
        return exits.FINISHED
    if not found:
        screen.note("The model has nothing to suggest that would be understood there.")
    for number, one in enumerate(found, 1):
        for line in one.sentences.split("\n"):
            screen.put(
                f"{number}  {line}" if line == one.sentences.split("\n")[0] else f"   {line}"
            )
        screen.note(f"   {one.reason}")
        screen.note(f"   kog answer {question.id} {quote(f'> {one.typed}')}")
    return exits.FINISHED


def _taken_elsewhere(session: Session, run: str, options: Namespace, screen: Screen) -> int:
    """Another program carries the run on: before it parks the run, it takes this answer too."""
    if screen.json:
        from kognilang.terminal.summary import as_data

        screen.document(as_data(session.view(run), screen.said))
    screen.note(
        f"Your answer to {options.question_id} is kept. Another program is carrying the run {run} "
        "out just now, and takes the answer."
    )
    screen.note(f"  kog resume {run}   goes on, should that program have ended")
    return exits.PARKED


def _ask(session: Session, options: Namespace, screen: Screen) -> AnswerOutcome:
    """Show the question and ask until an answer fits; an unanswered one is a Refusal."""
    question = _open_question(options.question_id, session)
    refusal = session.refusal(question, options.role)
    if refusal:
        raise Refusal(refusal)
    here = person_here(options, screen)
    if here is not None:
        here.session = session
    text = here(question) if here is not None else None
    while here is not None and text is not None:
        outcome = session.answer(question.id, text, by=options.role, unseen=True)
        if outcome.accepted or session.open_question(question.id) is None:
            return outcome
        text = here(question, outcome.message)
    raise Refusal(
        f"{question.id} was not answered; it still waits.",
        (f"To answer in one go: kog answer {question.id} TEXT",),
    )


def _open_question(wanted: str, session: Session) -> QuestionRow:
    question = session.open_question(wanted)
    if question is not None:
        return question
    raise Refusal(f'No open question is called "{wanted}".', ("kog inbox   lists what waits",))
