"""`kog inbox`: the questions that wait, grouped by situation."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from kognilang.journal.records import QuestionRow
from kognilang.terminal import exits
from kognilang.terminal.arguments import add_role
from kognilang.terminal.opening import open_session, workspace_of
from kognilang.terminal.overdue import attend
from kognilang.terminal.questions import as_data, layout, options_of
from kognilang.terminal.screen import Screen, coloured
from kognilang.terminal.words import counted
from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kognilang.asking.grouping import Tallied
    from kognilang.asking.people import People
    from kognilang.session import Session


NOTICES = 5
"""So many notices are shown unless all are wanted: questions come first."""

SHORT = 60
"""So many questions are all shown; of more, only the first ones of the first situations."""

SITUATIONS = 20
ALIKE = 5


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "--notices", action="store_true", help="show all notices, not only the newest"
    )
    parser.add_argument(
        "--all", action="store_true", help=f"show all questions, also more than {SHORT}"
    )
    parser.add_argument(
        "--seen", action="store_true", help="mark the notices as seen: they are shown no more"
    )
    add_role(parser)
    parser.epilog = (
        '  kog inbox --as "finance manager"\n  kog answer q3\n'
        "  kog answer q3 yes --all    answers all questions about the same situation"
    )


def run(options: Namespace, screen: Screen) -> int:
    """List the open questions."""
    session = open_session(options, screen, workspace_of(options))
    attend(session, screen)
    questions = session.each_question(options.role or None)
    notices = session.each_notice(options.role or None)
    if options.seen:
        count = session.store.seen([one.id for one in notices])
        marked = f"{counted(count, 'notice')} marked as seen." if count else "There are no notices."
        screen.note(marked)
        notices = iter(())
    if screen.json:
        # An item at a time: very many may wait.
        screen.listing(as_data(question) for each in (questions, notices) for question in each)
        return exits.FINISHED
    show_notices(list(notices), screen, options.notices)
    show_questions(questions, session, screen, options.role, everything=options.all)
    return exits.FINISHED


def show_notices(notices: list[QuestionRow], screen: Screen, everything: bool = False) -> None:
    """Show what people were told, the newest last; only the newest unless all are wanted."""
    if not notices:
        return
    from kognilang.asking.showing import named
    from kognilang.terminal.listing import moment

    shown = notices if everything else notices[-NOTICES:]
    screen.put("One notice:" if len(notices) == 1 else f"{len(notices)} notices:")
    if len(shown) < len(notices):
        screen.put(f"  … {len(notices) - len(shown)} older (kog inbox --notices shows them all)")
    for one in shown:
        head = f"  {moment(one.asked_at)}  for {named(one.to)}: "
        for line in wrapped(f"{head.strip()} {' '.join(one.text.split())}", screen.text_width,
                            "  ", "      "):  # fmt: skip
            screen.put(line)
    screen.put("")
    screen.note("To have the notices shown no more: kog inbox --seen")


def show_questions(
    questions: Iterable[QuestionRow],
    session: Session,
    screen: Screen,
    role: str = "",
    everything: bool = False,
) -> None:
    """Show questions, those about the same situation together; of very many only the first ones,
    unless all are wanted."""
    from kognilang.asking.grouping import Tally
    from kognilang.asking.people import People
    from kognilang.terminal.summary import answerable, answering

    found = Tally(questions, SHORT, whole=everything, mine=answerable(session, role))
    if not found.count:
        screen.note(f"Nothing waits for {role}." if role else "Nothing waits.")
        return
    people = People.of(session.settings)
    everything = everything or found.count <= SHORT
    for group in found.groups if everything else found.groups[:SITUATIONS]:
        shown = group.count if everything else ALIKE
        standing_in = away(people, group.to, session)
        _show(group, session, screen, screen.text_width, standing_in, shown)
    if not everything:
        rest = found.situations - SITUATIONS
        more = f" There are {counted(rest, 'more situation')}." if rest > 0 else ""
        screen.note(f"These are not all.{more} To see every question: kog inbox --all")
    count = "One question waits" if found.count == 1 else f"{found.count:,} questions wait"
    screen.note(f"{count}. To answer: {answering(found.first, answerable(session, role), role)}")


def away(people: People, to: str, session: Session) -> str:
    """Say who stands in today for the person who is asked; empty for nobody."""
    found = people.standing_in(to, session.today()) if people.stand_ins and to else []
    if not found:
        return ""
    from kognilang.asking.showing import named

    one = found[0]
    until = f" until {one.until.isoformat()}" if one.until is not None else ""
    who = named(one.who)
    return f"{who[:1].upper()}{who[1:]} stands in for {named(one.instead_of)}{until}."


def _show(
    group: Tallied, session: Session, screen: Screen, width: int, standing_in: str, shown: int
) -> None:
    colour = coloured(sys.stdout)
    if group.count > 1:
        screen.put(f"{group.count:,} questions about the same situation:")
    for question in _each(group, session, shown):
        for line in layout(question, width, colour):
            screen.put(line)
        screen.put("")
    if group.count > shown:
        screen.put(f"… and {group.count - shown:,} more, to {group.last}")
        screen.put("")
    first = group.questions[0]
    for line in options_of(first, width, colour):
        screen.put(line)
    if standing_in:
        screen.put(standing_in)
    if group.count > 1:
        screen.put(f"To answer all {group.count:,} alike: kog answer {first.id} ANSWER --all")
        screen.put("It shows first what that would do to each of them.")
    screen.put("")


def _each(group: Tallied, session: Session, shown: int) -> Iterator[QuestionRow]:
    """Go through the first questions of a group; those that are not at hand are read now."""
    yield from group.questions[:shown]
    for id in group.further[: max(0, shown - len(group.questions))]:
        question = session.store.question(id)
        if question is not None and question.status == "open":
            yield question
