"""Opens the session that a command works with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.settings import find_workspace
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen

DATA = (".csv", ".tsv", ".xlsx", ".xls", ".pdf", ".json", ".toml", ".db", ".docx", ".xml")
"""Endings of files that somebody may name in place of the procedure that reads them."""

if TYPE_CHECKING:
    from argparse import Namespace

    from kognilang.journal.records import QuestionRow
    from kognilang.session import Session


def workspace_of(options: Namespace, file: Path | None = None) -> Path:
    """Return the workspace: as named, else the nearest above the file (or this folder)."""
    named: Path | None = options.workspace
    if named is not None:
        if not named.is_dir():
            raise Refusal(f'There is no folder "{named}" to be the workspace.')
        return named.resolve()
    return find_workspace(file.resolve().parent if file is not None else Path.cwd())


def existing_file(path: Path) -> Path:
    """Return the path of a procedure that is there; `.kog` may be left out."""
    if path.is_file():
        if path.suffix.lower() in DATA:
            raise Refusal(f'"{path}" holds data; it is not a procedure.', _files_like(path))
        return path
    if path.is_dir():
        inside = sorted(path.glob("*.kog"))
        if len(inside) == 1:
            return inside[0]
        names = ", ".join(str(one) for one in inside[:4])
        hint = (f"In it are: {names}",) if inside else ()
        raise Refusal(f'"{path}" is a folder. Name the file to read.', hint)
    with_ending = path.with_name(path.name + ".kog")
    if with_ending.is_file():
        return with_ending
    raise Refusal(f'There is no file "{path}".', _files_like(path))


def _files_like(path: Path) -> tuple[str, ...]:
    from difflib import get_close_matches

    folder = path.parent
    if not folder.is_dir():
        return (f'The folder "{folder}" is not there either.',)
    names = [one.name for one in sorted(folder.iterdir()) if one.suffix in (".kog", ".md")]
    stem = path.stem if path.suffix.lower() in DATA else path.name
    close = get_close_matches(stem, names, n=3, cutoff=0.5)
    return (f"Did you mean: {', '.join(str(folder / name) for name in close)}",) if close else ()


def open_session(
    options: Namespace,
    screen: Screen,
    workspace: Path,
    *,
    ask: Callable[[QuestionRow], str | None] | None = None,
    progress: Callable[[Any], None] | None = None,
    dry_run: bool = False,
) -> Session:
    """Open a session on a workspace with what the options say."""
    from kognilang.session import Session

    session = Session(
        workspace,
        as_role=getattr(options, "role", ""),
        no_input=getattr(options, "no_input", False),
        out=screen.say,
        notice=lambda who, text: _tell(screen, f"To {who}: {text}"),
        ask=ask,
        progress=progress,
        dry_run=dry_run,
        no_model=getattr(options, "no_model", False),
    )
    if screen.interactive and not screen.quiet:
        session.watch = _shown_on(screen)
    if ask is not None and hasattr(ask, "session"):
        # Who is asked in place can ask the model for suggestions.
        ask.session = session
    return session


def _tell(screen: Screen, text: str) -> None:
    from kognilang.terminal.wrapping import wrapped

    for paragraph in text.splitlines():
        for line in wrapped(paragraph, screen.text_width):
            screen.tell(line)


def _shown_on(screen: Screen) -> Callable[[str, str], None]:
    """Return what shows a model's replies as they come; it is imported with the first one."""
    shown: list[Callable[[str, str], None]] = []

    def watch(job: str, text: str) -> None:
        if not shown:
            from kognilang.terminal.writing import Writing

            shown.append(Writing(screen))
        shown[0](job, text)

    return watch
