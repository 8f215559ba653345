"""Questions that wait when something was learnt: told of, and settled where a person agrees."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from kognilang.terminal.screen import Screen
from kognilang.terminal.words import counted

if TYPE_CHECKING:
    from kognilang.journal.learnings import LearningRow
    from kognilang.journal.records import QuestionRow
    from kognilang.session import Session

SHOWN = 8
"""So many of the questions are named."""


def settle_what_waits(
    session: Session, rows: list[LearningRow], options: Namespace, screen: Screen
) -> None:
    """Tell how many questions wait that learnings would settle; go on with their runs if asked
    to, or tell how."""
    from kognilang.journal.records import Busy

    waiting = _waiting(session, rows)
    if not waiting:
        return
    runs = list(dict.fromkeys(one.run for one in waiting))
    names = [f"{one.id} ({one.item or one.run})" for one in waiting[:SHOWN]]
    more = f" and {len(waiting) - SHOWN} more" if len(waiting) > SHOWN else ""
    waits = "waits" if len(waiting) == 1 else "wait"
    screen.note(f"{counted(len(waiting), 'question')} that {waits} now would be settled:")
    screen.note(f"  {', '.join(names)}{more}")
    asked = options.apply or (not options.yes and sure("Go on with them now?", options, screen))
    if not asked:
        for run in runs:
            screen.note(f"  kog resume {run}   goes on with it")
        return
    for run in runs:
        try:
            session.advance(run)
        except Busy as busy:
            screen.note(str(busy))
    left = {one.id for one in session.store.questions("open")}
    settled = sum(one.id not in left for one in waiting)
    screen.note(f"{settled} of {counted(len(waiting), 'question')} settled.")


def _waiting(session: Session, rows: list[LearningRow]) -> list[QuestionRow]:
    from kognilang.asking.taught import NotTaught, read_learning
    from kognilang.session.waiting import would_settle

    found: dict[str, QuestionRow] = {}
    for row in rows:
        if row.status != "on":
            continue
        try:
            taught = read_learning(row.text)
        except NotTaught:
            continue
        for one in would_settle(session, taught, row.scope, row.path):
            found.setdefault(one.id, one)
    return list(found.values())


def sure(question: str, options: Namespace, screen: Screen) -> bool:
    """Ask yes or no; `--yes` says yes, and no is meant where nobody can be asked."""
    from kognilang.terminal.reading import read_line

    if getattr(options, "yes", False):
        return True
    if options.no_input or not screen.can_ask:
        return False
    typed = read_line(screen, f"{question} (yes/no) ")
    return (typed or "").strip().lower() in ("y", "yes")
