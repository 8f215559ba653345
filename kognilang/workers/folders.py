"""Folders that are watched: which files have arrived, each once it is whole."""

from __future__ import annotations

import os
import time
from pathlib import Path

from kognilang.dataclass import dataclass, field

SETTLED = 1.0
"""Seconds for which a file must not have changed before it counts as whole."""

_UNFINISHED = (".part", ".partial", ".crdownload", ".tmp", "~", ".download")


@dataclass(slots=True)
class Arrived:
    """A file as it arrived. `mark` tells it from another of the same name."""

    path: Path
    mark: str
    changed_at: float


@dataclass(slots=True)
class Watched:
    """One folder. Only what is in it now is remembered, so that the memory does not grow. Where
    there are `endings`, only files whose names end so are seen."""

    folder: Path
    endings: tuple[str, ...] = ()
    known: dict[str, str] = field(default_factory=dict)
    _before: dict[str, str] = field(default_factory=dict)

    def look(self) -> list[Arrived]:
        """Return the files that are whole and not known yet, the oldest first. A folder that is
        not there has none."""
        now = time.time()
        present: dict[str, str] = {}
        found: list[Arrived] = []
        try:
            entries = list(os.scandir(self.folder))
        except OSError:
            entries = []
        for entry in entries:
            if self.endings and not entry.name.lower().endswith(self.endings):
                continue
            if entry.name.startswith((".", "~")) or entry.name.lower().endswith(_UNFINISHED):
                continue
            try:
                if not entry.is_file():
                    continue
                stat = entry.stat()
            except OSError:
                continue
            mark = f"{stat.st_size}|{stat.st_mtime_ns}"
            present[entry.name] = mark
            if self.known.get(entry.name) == mark:
                continue
            # A clock of another machine may be ahead: then it must stay the same for a look.
            if abs(now - stat.st_mtime) >= SETTLED and self._before.get(entry.name) == mark:
                found.append(Arrived(Path(entry.path), mark, stat.st_mtime))
        self._before = present
        self.known = {name: mark for name, mark in self.known.items() if name in present}
        return sorted(found, key=lambda one: (one.changed_at, one.path.name))

    def know(self, one: Arrived) -> None:
        """Take a file as known: it has been seen to."""
        self.known[one.path.name] = one.mark
