"""`kog answer`: answers a question, then lets its run go on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kognilang.journal.records import QuestionRow
from kognilang.terminal.advancing import advance, person_here
from kognilang.terminal.arguments import add_running
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.progress import Progress
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen

EXAMPLES = """\
  kog answer q3                          shows the question and asks
  kog answer q3 4500012345               a value
  kog answer q3 "skip this invoice"      an instruction
  kog answer q3 'Set the invoice'\\''s PO number to "NONE". Try again.'"""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("question_id", metavar="ID", help="the question (kog inbox lists them)")
    parser.add_argument("text", nargs="*", metavar="TEXT", help="the answer; without it, asks")
    add_running(parser)
    parser.epilog = EXAMPLES


def run(options: Namespace, screen: Screen) -> int:
    """Answer, then advance the run; new questions go to the inbox."""
    workspace = workspace_of(options)
    session = open_session(options, screen, workspace, progress=Progress(screen))
    text = " ".join(options.text)
    if not options.text:
        question = _open_question(options.question_id, session.inbox())
        here = person_here(options, screen, workspace)
        given = here(question) if here is not None else None
        if given is None:
            raise Refusal(
                f"{question.id} was not answered; it still waits.",
                (f"To answer in one go: kog answer {question.id} TEXT",),
            )
        text = given
    outcome = session.answer(options.question_id, text, by=options.role)
    if not outcome.accepted:
        raise Refusal(outcome.message)
    if outcome.message:
        screen.note(outcome.message)
    return advance(
        session, lambda: session.advance(outcome.run), options, screen, run_id=outcome.run
    )


def _open_question(wanted: str, questions: list[QuestionRow]) -> QuestionRow:
    for question in questions:
        if question.id.lower() == wanted.lower():
            return question
    raise Refusal(f'No open question is called "{wanted}".', ("kog inbox   lists what waits",))
