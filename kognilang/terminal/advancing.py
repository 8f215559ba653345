"""Advances a run for a command: interruptions, the summary, the document, the exit code."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kognilang.terminal import exits
from kognilang.terminal.screen import Screen

if TYPE_CHECKING:
    from argparse import Namespace

    from kognilang.session import RunView, Session
    from kognilang.terminal.asking import AtTheTerminal


def person_here(options: Namespace, screen: Screen, kept: bool = True) -> AtTheTerminal | None:
    """Return who is asked in place; None where nobody is to be asked here."""
    if options.no_input or not screen.can_ask:
        return None
    from kognilang.terminal.asking import AtTheTerminal

    return AtTheTerminal(screen, kept)


def advance(
    session: Session,
    work: Callable[[], RunView],
    options: Namespace,
    screen: Screen,
    run_id: str = "",
) -> int:
    """Do the work, then tell how the run stands; return the exit code."""
    from kognilang.terminal.summary import answerable, as_data, dry_summary, summary

    if session.ask is not None and not session.dry_run:
        from kognilang.terminal.remembering import Remembering

        session.remember = Remembering(session, options, screen)
    try:
        view = work()
    except KeyboardInterrupt:
        return _interrupted(run_id or session.run_id, screen)
    finally:
        screen.clear_status()
    if screen.json:
        screen.document(as_data(view, screen.said, not session.dry_run))
        return exits.of_status(view.status)
    if session.dry_run:
        for line in dry_summary(view, screen):
            screen.note(line)
        return exits.of_status(view.status)
    # Why a run failed is said even when quiet: it is no note but the result.
    for line in summary(view, screen, answerable(session, options.role), options.role):
        if screen.quiet and view.status not in ("failed", "cancelled"):
            break
        screen.tell(line)
    return exits.of_status(view.status)


def advance_all(session: Session, runs: list[str], screen: Screen) -> int:
    """Advance several runs and tell of them in one document, a list."""
    from kognilang.terminal.summary import as_data

    documents, codes = [], []
    for run_id in runs:
        said = len(screen.said)
        view = session.advance(run_id)
        documents.append(as_data(view, screen.said[said:]))
        codes.append(exits.of_status(view.status))
    screen.document(documents)
    return worst(codes)


def worst(codes: list[int]) -> int:
    """Return the exit code for several runs: failed before waiting before finished."""
    order = (exits.INTERRUPTED, exits.FAILED, exits.PARKED, exits.FINISHED)
    return min(codes, key=order.index)


def _interrupted(run_id: str, screen: Screen) -> int:
    if run_id:
        screen.fail(
            f"Interrupted. The run {run_id} is parked where it was.",
            (f"Go on with: kog resume {run_id}",),
            run=run_id,
        )
    else:
        screen.fail("Interrupted before the run began.")
    return exits.INTERRUPTED
