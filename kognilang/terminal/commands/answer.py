"""`kog answer`: answers a question, then lets its run go on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial
from typing import TYPE_CHECKING

from kognilang.asking.notices import not_yours
from kognilang.asking.people import People
from kognilang.journal.records import Busy, QuestionRow
from kognilang.running.learning import learnable
from kognilang.terminal import exits, remembering
from kognilang.terminal.advancing import advance, person_here
from kognilang.terminal.arguments import add_running
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.progress import Progress
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import counted

if TYPE_CHECKING:
    from kognilang.session import AnswerOutcome, Session

EXAMPLES = """\
  kog answer q3                          shows the question and asks
  kog answer q3 4500012345               a value
  kog answer q3 "skip this invoice"      an instruction
  kog answer q3 NONE --only vendor       a value, remembered for this vendor
  kog answer q3 "skip this invoice, always"
  kog answer q3 yes --all                the same to all questions about this situation,
                                         after showing them (--yes: without asking)
  kog answer q3 'Set the invoice'\\''s PO number to "NONE". Try again.'"""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("question_id", metavar="ID", help="the question (kog inbox lists them)")
    parser.add_argument("text", nargs="*", metavar="TEXT", help="the answer; without it, asks")
    parser.add_argument(
        "--all",
        action="store_true",
        help="answer all open questions about the same situation alike, after showing them",
    )
    parser.add_argument("--yes", action="store_true", help="with --all: do not ask whether to")
    remembering.describe(parser)
    add_running(parser)
    parser.epilog = EXAMPLES


def run(options: Namespace, screen: Screen) -> int:
    """Answer, then advance the run; new questions go to the inbox."""
    session = open_session(options, screen, workspace_of(options), progress=Progress(screen))
    if options.all:
        return _answer_all(session, options, screen)
    if options.text:
        outcome = session.answer(options.question_id, " ".join(options.text), by=options.role)
    else:
        outcome = _ask(session, options, screen)
    if not outcome.accepted:
        raise Refusal(outcome.message)
    screen.detail(f"{options.question_id} is answered.")
    _remember(session, outcome, options, screen)
    try:
        return advance(
            session, lambda: session.advance(outcome.run), options, screen, run_id=outcome.run
        )
    except Busy:
        return _taken_elsewhere(session, outcome.run, options, screen)


def _remember(session: Session, outcome: AnswerOutcome, options: Namespace, screen: Screen) -> None:
    """Keep the answer as a learning where that is wished; a person who was asked is asked that
    too."""
    wish = remembering.wish_of(options) or outcome.wish
    question = session.store.question(options.question_id)
    if question is None or (wish is None and options.text):
        return
    if learnable(question.kind, question.problem):
        remembering.Remembering(session, options, screen)(question, wish)
    elif wish is not None:
        raise Refusal(
            f"{question.id} is answered, but not remembered: such an answer is a decision each "
            "time.",
            (f"kog resume {question.run}   goes on",),
        )


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


def _answer_all(session: Session, options: Namespace, screen: Screen) -> int:
    """Give one answer to a whole group, after showing what it would be given to."""
    from kognilang.asking.grouping import groups
    from kognilang.terminal.advancing import advance_all, worst
    from kognilang.terminal.summary import question_line

    if not options.text:
        raise Refusal("With --all, write the answer too: kog answer q3 yes --all")
    text = " ".join(options.text)
    questions = session.inbox()
    first = _open_question(options.question_id, questions)
    group = next(one for one in groups(questions) if first in one.questions).questions
    if not options.yes:
        screen.tell(f'"{text}" would answer:')
        for question in group:
            screen.tell(question_line(question, screen.text_width))
        _confirm(len(group), screen, options)
    runs: dict[str, None] = {}
    answered = 0
    for question in group:
        outcome = session.answer(question.id, text, by=options.role)
        if outcome.accepted:
            answered += 1
            runs[outcome.run] = None
        else:
            screen.tell(f"{question.id}: {outcome.message}")
    if not runs:
        raise Refusal("None of the questions was answered; they still wait.")
    screen.note(f"{counted(answered, 'question')} answered.")
    if screen.json:
        return advance_all(session, list(runs), screen)
    return worst(
        [
            advance(session, partial(session.advance, one), options, screen, run_id=one)
            for one in runs
        ]
    )


def _confirm(count: int, screen: Screen, options: Namespace) -> None:
    """Ask whether to; Refusal if not, or if nobody can be asked."""
    from kognilang.terminal.reading import read_line

    if options.no_input or not screen.can_ask:
        raise Refusal("Nothing was answered. To answer without being asked, add --yes.")
    typed = read_line(screen, f"Answer {'it' if count == 1 else f'all {count}'} so? (yes/no) ")
    if (typed or "").strip().lower() not in ("y", "yes"):
        raise Refusal("Nothing was answered; the questions still wait.", code=exits.PARKED)


def _ask(session: Session, options: Namespace, screen: Screen) -> AnswerOutcome:
    """Show the question and ask until an answer fits; an unanswered one is a Refusal."""
    question = _open_question(options.question_id, session.inbox())
    people = People.of(session.settings)
    who = people.terminal_person(options.role)
    if not people.may_answer(who, question.to):
        raise Refusal(not_yours(question, (who.title or who.name) if who is not None else ""))
    here = person_here(options, screen)
    text = here(question) if here is not None else None
    while here is not None and text is not None:
        outcome = session.answer(question.id, text, by=options.role)
        if outcome.accepted or all(one.id != question.id for one in session.inbox()):
            return outcome
        text = here(question, outcome.message)
    raise Refusal(
        f"{question.id} was not answered; it still waits.",
        (f"To answer in one go: kog answer {question.id} TEXT",),
    )


def _open_question(wanted: str, questions: list[QuestionRow]) -> QuestionRow:
    for question in questions:
        if question.id.lower() == wanted.lower():
            return question
    raise Refusal(f'No open question is called "{wanted}".', ("kog inbox   lists what waits",))
