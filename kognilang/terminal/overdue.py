"""What is due when a command opens the store: deadlines and reminders are attended to first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kognilang.terminal.screen import Screen

if TYPE_CHECKING:
    from kognilang.session import Session


def attend(session: Session, screen: Screen) -> None:
    """Carry on the runs that asked somebody who has not answered in time, and send reminders.

    Runs that only wait for a time are left to `kog resume` and `kog serve`. What the runs say is
    a note here: the command's own result stands alone on standard output.
    """
    views = session.attend(False, lambda run, text: screen.note(f"{run}: {text}"))
    for view in views:
        ended = {"finished": "is done", "failed": "has failed", "cancelled": "was cancelled"}
        words = ended.get(view.status)
        if words is not None:
            why = f" ({view.outcome})" if view.outcome else ""
            screen.note(f"A deadline has passed: the run {view.id} went on and {words}{why}.")
        else:
            screen.detail(f"A deadline or a reminder of the run {view.id} was due.")
