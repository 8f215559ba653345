"""Long listings, a screenful at a time where somebody reads them at a terminal."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from itertools import islice

from kognilang.terminal.screen import Screen


def put_paged(lines: Iterable[str], screen: Screen) -> None:
    """Write lines on standard output, through the reader's pager if they do not fit the screen.

    `PAGER` names another pager than less; an empty one, or `cat`, means none.
    """
    rest = iter(lines)
    pager = _pager()
    if screen.json or not pager or not _at_a_terminal():
        for line in rest:
            screen.put(line)
        return
    height = shutil.get_terminal_size((80, 24)).lines
    first = list(islice(rest, height - 1))
    if len(first) < height - 1:
        for line in first:
            screen.put(line)
        return
    # -R: colours; -X: leave the text on the screen; quit at once if it all fits.
    environment = {"LESS": "FRX", **os.environ}
    try:
        reader = subprocess.Popen(
            pager, stdin=subprocess.PIPE, env=environment, text=True, encoding="utf-8"
        )
    except OSError:
        for line in (*first, *rest):
            screen.put(line)
        return
    assert reader.stdin is not None
    try:
        for line in (*first, *rest):
            reader.stdin.write(line + "\n")
        reader.stdin.close()
    except (BrokenPipeError, OSError):
        pass  # The reader has seen enough.
    while True:
        try:
            reader.wait()
            return
        except KeyboardInterrupt:
            continue  # Ctrl-C belongs to the pager.


def _pager() -> list[str]:
    named = os.environ.get("PAGER")
    words = shlex.split(named) if named is not None else ["less"]
    if not words or words[0] == "cat" or shutil.which(words[0]) is None:
        return []
    return words


def _at_a_terminal() -> bool:
    try:
        return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    except (ValueError, AttributeError):
        return False
