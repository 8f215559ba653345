"""`kog inbox`: the questions that wait, grouped by situation."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from kognilang.journal.records import QuestionRow
from kognilang.terminal import exits
from kognilang.terminal.arguments import add_role
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.questions import as_data, layout, options_of
from kognilang.terminal.screen import Screen, coloured

if TYPE_CHECKING:
    from kognilang.session import Session


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    add_role(parser)
    parser.epilog = (
        '  kog inbox --as "finance manager"\n  kog answer q3\n'
        "  kog answer q3 yes --all    answers all questions about the same situation"
    )


def run(options: Namespace, screen: Screen) -> int:
    """List the open questions."""
    session = open_session(options, screen, workspace_of(options))
    questions = session.inbox(options.role or None)
    if screen.json:
        screen.document([as_data(question) for question in questions])
        return exits.FINISHED
    show_questions(questions, session, screen, options.role)
    return exits.FINISHED


def show_questions(
    questions: list[QuestionRow], session: Session, screen: Screen, role: str = ""
) -> None:
    """Show questions, those about the same situation together."""
    if not questions:
        screen.note(f"Nothing waits for {role}." if role else "Nothing waits.")
        return
    from kognilang.asking.grouping import groups
    from kognilang.terminal.summary import answerable, answering

    for group in groups(questions):
        _show(group.questions, screen, screen.text_width)
    count = "One question waits" if len(questions) == 1 else f"{len(questions)} questions wait"
    screen.note(f"{count}. To answer: {answering(questions, answerable(session, role), role)}")


def _show(group: list[QuestionRow], screen: Screen, width: int) -> None:
    colour = coloured(sys.stdout)
    if len(group) > 1:
        screen.put(f"{len(group)} questions about the same situation:")
    for question in group:
        for line in layout(question, width, colour):
            screen.put(line)
        screen.put("")
    for line in options_of(group[0], width, colour):
        screen.put(line)
    if len(group) > 1:
        screen.put(f"To answer all {len(group)} alike: kog answer {group[0].id} ANSWER --all")
    screen.put("")
