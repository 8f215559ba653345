"""What is wrong with an SQLite store, in a clerk's words with the mend."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kognilang.journal.records import StoreFault

_NO_ROOM = (
    "There is no room left to write to the store {path}. What was written before is safe. "
    "Free some disk space, then resume the run."
)
_NOT_WRITABLE = (
    "The store {path} cannot be written to: the file or its folder is read-only for you. "
    "Allow writing to {folder}, or name another store in kognilang.toml."
)
_NOT_OPENED = (
    "The store {path} cannot be opened. Check that the folder {folder} is there and that you "
    "may read and write in it."
)
_NOT_A_STORE = (
    "{path} is not a KogniLang store: it does not hold a database. Nothing was changed in it. "
    "Move that file away, or name another store in kognilang.toml."
)
_DAMAGED = (
    "The store {path} is damaged and was left as it is. Put back the last good copy of it; "
    "to begin with an empty store, move the damaged file away."
)
_LOCKED = (
    "The store {path} is in use by another program, which has not let go of it for {seconds} "
    "seconds. Close that program (or wait for it), then try again."
)
_UNREADABLE = (
    "The disk failed while the store {path} was read or written. What was written before is "
    "kept. Check the disk, then resume the run."
)
EMPTY = (
    "The store {path} is empty: something has cut off its contents. It was left as it is. Put "
    "back the last good copy of it; to begin with an empty store, move the empty file away."
)
CUT_OFF = (
    "The store {path} is damaged: its end is missing. It was left as it is. Put back the last "
    "good copy of it; to begin with an empty store, move the damaged file away."
)
OTHER_PROGRAM = (
    "{path} is a database of another program, not a KogniLang store. Nothing was changed in it. "
    "Name another store in kognilang.toml."
)


def worded(text: str, path: Path, seconds: float = 0) -> StoreFault:
    """Fill in a sentence of this module."""
    return StoreFault(text.format(path=path, folder=path.parent, seconds=f"{seconds:g}"))


def damaged(path: Path) -> StoreFault:
    """Say that something has damaged a store."""
    return worded(_DAMAGED, path)


def fault_of(error: sqlite3.Error, path: Path, seconds: float) -> StoreFault:
    """Say what an error of SQLite means for the person."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        text = _LOCKED
    elif name == "SQLITE_FULL" or name in (
        "SQLITE_IOERR_WRITE",
        "SQLITE_IOERR_SHMSIZE",
        "SQLITE_IOERR_TRUNCATE",
    ):
        text = _NO_ROOM
    elif name.startswith("SQLITE_READONLY") or name == "SQLITE_PERM":
        text = _NOT_WRITABLE
    elif name.startswith("SQLITE_CANTOPEN"):
        text = _NOT_OPENED
    elif name == "SQLITE_NOTADB":
        text = _NOT_A_STORE
    elif name.startswith("SQLITE_CORRUPT"):
        text = _DAMAGED
    elif name.startswith("SQLITE_IOERR"):
        text = _UNREADABLE
    elif "no such table" in str(error) or "no such column" in str(error):
        text = _DAMAGED
    else:
        return StoreFault(f"The store {path} cannot be used: {error}.")
    return worded(text, path, seconds)
