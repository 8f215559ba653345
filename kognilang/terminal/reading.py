"""Reads one line that a person types, with editing where the terminal allows it."""

from __future__ import annotations

import sys
from contextlib import suppress

from kognilang.terminal.screen import Screen


def read_line(screen: Screen, prompt: str, start: str = "") -> str | None:
    """Return the line without its end, or None at the end of the input.

    `start` stands there already where a line can be edited. The prompt goes to standard error, so
    that standard output stays the procedure's. Ctrl-C raises KeyboardInterrupt.
    """
    if sys.stdin is None:
        return None
    screen.clear_status()
    if sys.stdin.isatty() and sys.stdout is not None and sys.stdout.isatty():
        return _edited(prompt, start)
    if sys.stdin.isatty():
        sys.stderr.write(prompt)
        sys.stderr.flush()
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        line = ""
    if not sys.stdin.isatty():
        if line:
            # Nobody's typing is echoed from a pipe: show what was taken.
            screen.note(prompt + line.rstrip("\r\n"))
    elif not line:
        screen.tell()
    return line.rstrip("\r\n") if line else None


def read_unseen(screen: Screen, prompt: str) -> str | None:
    """Return a line that is shown nowhere while it is typed, or None at the end of the input."""
    if sys.stdin is None:
        return None
    screen.clear_status()
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        return line.rstrip("\r\n") if line else None
    from getpass import getpass

    try:
        return getpass(prompt, sys.stderr)
    except EOFError:
        sys.stderr.write("\n")
        return None


def _edited(prompt: str, start: str = "") -> str | None:
    """Read with the line editor, which must know the prompt to lay the line out."""
    with suppress(ImportError):
        import readline  # importing it gives `input` its editing

        readline.set_startup_hook((lambda: readline.insert_text(start)) if start else None)
    try:
        return input(prompt)
    except EOFError:
        sys.stderr.write("\n")
        return None
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        raise
