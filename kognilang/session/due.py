"""Due times: deadlines, reminders and waits that are over are attended to, by whoever comes first.

Nothing needs to be running for it: every command that opens the store may call `attend`, and
`serve` calls it all the time. A run is claimed for it, so that two who do it at once do it once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kognilang.session.session import Session
    from kognilang.session.views import RunView

MOST = 100
"""So many runs are attended to in one call."""


def attend(
    session: Session,
    *,
    waits: bool = True,
    limit: int = MOST,
    out: Callable[[str, str], None] | None = None,
) -> list[RunView]:
    """Carry on every run of which a deadline, a reminder or a wait is due; return how they stand.

    Without `waits` only runs that have asked somebody something are looked at. Nobody is asked
    in place. `out` is given what the runs say, as (run, text); by default it goes where the
    session puts it. A run that another program has is left to it. Raises StoreFault.
    """
    from kognilang.journal.records import LostLease

    if not session.has_store():
        return []
    found: list[RunView] = []
    for run, status in session.store.due(limit, session.now()):
        if status != "parked" and not waits:
            continue
        try:
            found.append(_carry_on(session, run, out))
        except (LostLease, LookupError):
            continue
    return found


def _carry_on(session: Session, run: str, out: Callable[[str, str], None] | None) -> RunView:
    """Advance a run without anybody being asked here."""
    kept = session.ask, session.no_input, session.out
    session.ask, session.no_input = None, True
    if out is not None:
        session.out = lambda text: out(run, text)
    try:
        return session.advance(run)
    finally:
        session.ask, session.no_input, session.out = kept


__all__ = ["MOST", "attend"]
