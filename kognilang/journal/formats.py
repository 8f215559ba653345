"""Which formats of the store this program can read."""

from __future__ import annotations

from kognilang.journal.records import StoreFault


def check_format(found: int, known: int, where: str) -> None:
    """Raise StoreFault when the store was written by a newer program than this one."""
    if found > known:
        raise StoreFault(
            f"The store {where} was written by a newer KogniLang (its format is {found}, this "
            f"program knows up to {known}). Nothing was changed in it. Install the newer version."
        )


def older(found: int, where: str) -> StoreFault:
    """Return the fault that an older store cannot be brought up to date without writing to it."""
    return StoreFault(
        f"The store {where} was written by an older KogniLang (its format is {found}) and has to "
        "be brought up to date first, but you may not write to it. Allow writing to it and to its "
        "folder, then try again."
    )
