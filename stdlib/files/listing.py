"""What stands in a folder, by name, of one sort or of all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from kognilang import File, Here, List, Problematic

from ..places import located, missing, unreadable

SORTS = {
    "pdfs": (".pdf",),
    "spreadsheets": (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv"),
    "images": (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp"),
    "text files": (".txt", ".md"),
}
"""How the names of the files of each sort end."""


def listed(here: Here, folder: Any, sort: str) -> List:
    """The files directly in a folder that are of a sort, or all for no sort."""
    endings = SORTS.get(sort, ())
    files = [
        File(path)
        for path in entries(here, folder)
        if path.is_file() and (not endings or path.suffix.lower() in endings)
    ]
    return List(items=list(files), noun="file")


def entries(here: Here, folder: Any) -> list[Path]:
    """What is directly in a folder, by name; hidden ones are left out. Raises Problematic where
    there is no such folder."""
    path = located(here, folder)
    try:
        if not path.is_dir():
            if path.exists():
                raise Problematic(f'"{path.name}" is a file, not a folder.', "missing-file")
            raise missing(here, path, "folder")
        # `~$` begins the lock files that office programs leave beside an open document.
        found = [entry for entry in path.iterdir() if not entry.name.startswith((".", "~$"))]
    except OSError as fault:
        raise unreadable(path, fault) from None
    return sorted(found, key=lambda entry: _natural(entry.name))


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Sort `page 2` before `page 10`."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts]
