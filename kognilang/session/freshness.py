"""A fresh start: what still waits is withdrawn, and the folder of results is emptied."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kognilang.session.session import Session


def fresh(session: Session, path: Path) -> list[str]:
    """Withdraw what still waits of a procedure and empty the results folder of the settings.

    Returns the runs withdrawn. Raises BadSettings for a results folder that is not below
    the workspace.
    """
    from kognilang.settings import BadSettings

    withdrawn = []
    if session.has_store():
        for row in session.store.open_runs(session.relative(path)):
            session.store.cancel(row.id, session.as_role or "the person at the terminal")
            withdrawn.append(row.id)
    results = session.settings.raw.get("results", "")
    if not isinstance(results, str) or not results:
        return withdrawn
    folder = (session.workspace / results).resolve()
    if folder == session.workspace or session.workspace not in folder.parents:
        raise BadSettings(
            f'kognilang.toml: "results" names {folder}, which is not a folder below the '
            "workspace, so it is not emptied."
        )
    if folder.is_dir():
        for entry in sorted(folder.iterdir()):
            if entry.is_dir() and not entry.is_symlink():
                import shutil

                shutil.rmtree(entry)
            else:
                entry.unlink()
    return withdrawn
