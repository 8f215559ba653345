"""One answer for a group of questions: what it would do to each is shown before it is given."""

from __future__ import annotations

import re
from argparse import Namespace
from functools import partial
from typing import TYPE_CHECKING

from kognilang.journal.records import QuestionRow
from kognilang.terminal import exits
from kognilang.terminal.advancing import advance, advance_all, person_here, worst
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.remembering import after_answer
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import counted
from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from kognilang.session import Session


def group_of(session: Session, wanted: str) -> list[QuestionRow]:
    """Return the open questions about the same situation as one of them."""
    from kognilang.asking.grouping import key_of

    meant = next((q for q in session.each_question() if q.id.lower() == wanted.lower()), None)
    if meant is None:
        raise Refusal(f'No open question is called "{wanted}".', ("kog inbox   lists what waits",))
    return [one for one in session.each_question() if key_of(one) == key_of(meant)]


def answer_all(session: Session, options: Namespace, screen: Screen) -> int:
    """Give one answer to a whole group, or to those of it that are chosen."""
    group = group_of(session, options.question_id)
    if options.only:
        group = _chosen(options.only, group)
    text, unseen = " ".join(options.text), False
    if not text:
        here = person_here(options, screen)
        typed = here(group[0]) if here is not None else None
        if typed is None:
            raise Refusal("With --all, write the answer too: kog answer q3 yes --all")
        text, unseen = typed, True
    fitting = _previewed(session, group, text, options, screen)
    if not fitting:
        raise Refusal("It answers none of the questions; they still wait.")
    if not options.yes:
        fitting = _confirmed(fitting, screen, options)
    runs: dict[str, None] = {}
    answered = 0
    wish = None
    for question in fitting:
        outcome = session.answer(question.id, text, by=options.role, unseen=unseen)
        if outcome.accepted:
            answered += 1
            wish = outcome.wish
            runs[outcome.run] = None
        else:
            screen.tell(f"{question.id}: {outcome.message}")
    if not runs:
        raise Refusal("None of the questions was answered; they still wait.")
    screen.note(f"{counted(answered, 'question')} answered.")
    after_answer(session, [one.id for one in fitting], wish, options, screen)
    if screen.json:
        return advance_all(session, list(runs), screen)
    return worst(
        [
            advance(session, partial(session.advance, one), options, screen, run_id=one)
            for one in runs
        ]
    )


def _previewed(
    session: Session, group: list[QuestionRow], text: str, options: Namespace, screen: Screen
) -> list[QuestionRow]:
    """Show what the answer would do to each question; return those that it fits."""
    fitting = []
    if not options.yes:
        shown = "What you typed" if group[0].needs == "secret" else f'"{text}"'
        screen.tell(f"{shown} would do this:")
    for question in group:
        found = session.preview(question.id, text, by=options.role)
        if found.accepted:
            fitting.append(question)
        elif options.yes:
            screen.tell(f"{question.id}: {found.message}")
        if options.yes:
            continue
        item = f"{question.item}: " if question.item else ""
        words = found.message if found.accepted else f"it does not fit. {found.message}"
        for line in wrapped(f"{item}{words}", screen.text_width, f"  {question.id:<5}"):
            screen.tell(line)
    return fitting


def _confirmed(fitting: list[QuestionRow], screen: Screen, options: Namespace) -> list[QuestionRow]:
    """Ask which of them to answer; Refusal if none, or if nobody can be asked."""
    from kognilang.terminal.reading import read_line

    if options.no_input or not screen.can_ask:
        raise Refusal("Nothing was answered. To answer without being asked, add --yes.")
    if len(fitting) == 1:
        prompt = f"Answer {fitting[0].id} so? (yes or no) "
    else:
        some = " ".join(one.id for one in fitting[:2])
        prompt = f"Answer all {len(fitting)} so? (yes, no, or which of them, such as {some}) "
    line = read_line(screen, prompt)
    if line is None:
        raise Refusal("Nothing was answered. To answer without being asked, add --yes.")
    typed = line.strip().lower()
    if typed in ("y", "yes", "all"):
        return fitting
    if not typed or typed in ("n", "no", "none"):
        raise Refusal("Nothing was answered; the questions still wait.", code=exits.PARKED)
    return _chosen(typed, fitting)


def _chosen(typed: str, group: list[QuestionRow]) -> list[QuestionRow]:
    """Return the questions of a group that are named: `q3, q5`, `q3 and q5`."""
    wanted = [word for word in re.split(r"[\s,;]+", typed.lower()) if word and word != "and"]
    known = {question.id.lower(): question for question in group}
    strangers = [word for word in wanted if word not in known]
    if strangers:
        raise Refusal(
            f'"{strangers[0]}" is none of these questions, so nothing was answered. They are: '
            f"{', '.join(one.id for one in group)}."
        )
    return [question for question in group if question.id.lower() in wanted]
