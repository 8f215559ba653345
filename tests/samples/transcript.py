"""Transcripts: the console blocks of a page, played in a copy of its folder and compared.

In a block marked `console` a line that begins with `$ ` is a command; the lines up to the next one
are all that it prints, on both streams. `python -m tests.samples.transcript PAGE` writes what the
commands print now into the page.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

BLOCK = re.compile(r"(?ms)^```console\n(.*?)^```$")
LEFT_OUT = shutil.ignore_patterns(".kognilang", "results", "__pycache__")
VARYING = (
    (re.compile(r"(?m)^(?:\w[\w -]* )?\d+/\d+ · .*\n"), ""),
    (re.compile(r"\b\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?\b"), "2026-11-22 09:00"),
    (re.compile(r"(?m)[ \t]+$"), ""),
)
"""What differs from run to run (progress, moments), and what the page shows for it."""

ENTRY = re.compile(r"\bE[0-9a-f]{10}\b")
TODAY = "2026-11-22"


@dataclass(slots=True)
class Command:
    """A command of a page and what the page says that it prints."""

    line: int
    text: str
    printed: list[str] = field(default_factory=list)


def commands_of(page: str) -> list[Command]:
    """Return the commands of a page's console blocks, in order."""
    found: list[Command] = []
    for block in BLOCK.finditer(page):
        first = page.count("\n", 0, block.start(1)) + 1
        for number, line in enumerate(block[1].splitlines(), first):
            if line.startswith("$ "):
                found.append(Command(number, line[2:]))
            else:
                found[-1].printed.append(line)
    return found


@contextmanager
def copy_of(folder: Path) -> Iterator[Path]:
    """A fresh copy of a sample's folder, in which commands find themselves."""
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made) / folder.name
        shutil.copytree(folder, copy, ignore=LEFT_OUT)
        with chdir(copy):
            yield copy


def play(command: str) -> str:
    """Run a command in the current folder; return what it prints, with what varies made even."""
    undated("")
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    words = [word.replace("\\$", "$") for word in shlex.split(command)]
    if words[0] == "kog" and not any(sign in command for sign in ("|", ";", "<", ">>")):
        printed = io.StringIO()
        before = dict(os.environ)
        os.environ.update(environment)
        try:
            from kognilang.terminal.main import main

            with redirect_stdout(printed), redirect_stderr(printed):
                main(words[1:])
        finally:
            os.environ.clear()
            os.environ.update(before)
        text = printed.getvalue()
    else:
        done = subprocess.run(
            ["sh", "-c", command], env=environment, capture_output=True, text=True, check=False
        )
        text = done.stdout + done.stderr
    for pattern, shown in VARYING:
        text = pattern.sub(shown, text)
    # The ledger's entries are numbered anew in each store: what counts is which are the same.
    entries = dict.fromkeys(ENTRY.findall(text))
    for number, entry in enumerate(entries, 1):
        text = text.replace(entry, f"E{number:010d}")
    return undated(text)


def undated(text: str) -> str:
    """Return a text with today's date made even, in whatever part it stands.

    What a page shows must be put through it, too, to be compared: a date in its own data may be
    today's. Should midnight come in between, both days are today.
    """
    _days.update((date.today(), datetime.now(UTC).date()))
    for day in _days:
        text = text.replace(day.isoformat(), TODAY)
    return text


_days: set[date] = set()


def rewritten(page: str, printed: list[str]) -> str:
    """Return the page with what its commands print put in, in order."""
    outputs = iter(printed)

    def block(found: re.Match[str]) -> str:
        lines = []
        for line in found[1].splitlines():
            if line.startswith("$ "):
                lines.append(line + "\n" + next(outputs))
        return "```console\n" + "".join(lines) + "```"

    return BLOCK.sub(block, page)


def _main(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    with copy_of(path.parent.resolve()):
        printed = [play(command.text) for command in commands_of(page)]
    path.write_text(rewritten(page, printed), encoding="utf-8")


if __name__ == "__main__":
    _main(Path(sys.argv[1]).resolve())
