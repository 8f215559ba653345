"""The two streams: standard output for results, standard error for everything else."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

NARROWEST = 20
WIDEST_TEXT = 100
"""Prose is wrapped here even where the terminal is wider: long lines read badly."""

_AT_ONCE = 50
"""So many items of a long list are written together."""


class Screen:
    """Where a command writes.

    Standard output carries what the procedure says and what a listing was asked for, or,
    with `json`, exactly one document. Notes, questions, problems and progress go to
    standard error. A reader that goes away (`| head`) ends nothing but the printing.
    """

    def __init__(self, json: bool = False) -> None:
        self.json = json
        self.quiet = False
        self.verbose = False
        self.said: list[str] = []
        """With `json`: what the procedure said, for the document."""
        self._gone: set[int] = set()
        self._document_written = False
        self._status = 0
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                # A character that the terminal's encoding lacks must not end a run.
                stream.reconfigure(errors="replace")

    def obey(self, options: Namespace) -> None:
        """Take over `--json`, `--quiet` and `--verbose`."""
        self.json = options.json
        self.quiet = options.quiet
        self.verbose = options.verbose

    # -- what is written ------------------------------------------------------------

    def put(self, text: str) -> None:
        """Write a result on standard output; nothing with `json`."""
        if not self.json:
            self._write(sys.stdout, text + "\n")

    def say(self, text: str) -> None:
        """Write what the procedure says: at once, or into the document with `json`."""
        self.clear_status()
        if self.json:
            self.said.append(text)
            return
        if _is_terminal(sys.stdout):
            from kognilang.terminal.wrapping import harmless

            # What was read from a document must not steer the terminal.
            text = harmless(text)
        self._write(sys.stdout, text + "\n")

    def document(self, data: Any) -> None:
        """Write the one JSON document."""
        import json

        if self._document_written:
            raise RuntimeError("a command writes one document")
        self._document_written = True
        self._write(sys.stdout, json.dumps(data, indent=2, ensure_ascii=False) + "\n")

    def listing(self, items: Iterable[Any]) -> None:
        """Write the one JSON document, a list, an item at a time: it may be very long."""
        import json
        from textwrap import indent

        if self._document_written:
            raise RuntimeError("a command writes one document")
        self._document_written = True
        held: list[str] = []
        lead = "[\n"
        for item in items:
            text = json.dumps(item, indent=2, ensure_ascii=False)
            held.append(lead + indent(text, "  "))
            lead = ",\n"
            if len(held) == _AT_ONCE:
                self._write(sys.stdout, "".join(held))
                held.clear()
                if 1 in self._gone:
                    return
        held.append("[]\n" if lead == "[\n" else "\n]\n")
        self._write(sys.stdout, "".join(held))

    def note(self, text: str = "") -> None:
        """Write for the person on standard error, unless quiet."""
        if not self.quiet:
            self.tell(text)

    def detail(self, text: str) -> None:
        """Write on standard error if verbose."""
        if self.verbose:
            self.tell(text)

    def tell(self, text: str = "") -> None:
        """Write on standard error, quiet or not."""
        self.clear_status()
        self._write(sys.stderr, text + "\n")

    def fail(self, message: str, hints: tuple[str, ...] = (), **data: Any) -> None:
        """Say why the command stops: on standard error, or as the document with `json`."""
        if self.json and not self._document_written:
            self.document({"error": message, **({"hints": list(hints)} if hints else {}), **data})
            return
        if self.interactive:
            from kognilang.terminal.wrapping import wrapped

            message = "\n".join(wrapped(message, self.text_width))
        self.tell(self.paint("bold red", message))
        for hint in hints:
            self.tell(f"  {hint}")

    # -- the status lines -----------------------------------------------------------

    def status(self, *lines: str) -> None:
        """Show lines of progress in place (only on a terminal); the next text erases them."""
        if self.quiet or not self.interactive:
            return
        from kognilang.text.columns import cut_columns, visible

        width = max(NARROWEST, self.width - 1)
        shown = [cut_columns(visible(line), 0, width).rstrip() for line in lines]
        self._write(sys.stderr, self._erased() + "\n".join(shown))
        self._status = len(shown)

    def clear_status(self) -> None:
        """Erase the lines of progress."""
        if self._status:
            self._write(sys.stderr, self._erased())
            self._status = 0

    def _erased(self) -> str:
        """Return what erases the lines of progress, from the last one up."""
        return "\r\x1b[2K" + "\x1b[1A\x1b[2K" * (self._status - 1)

    # -- what the terminal is like --------------------------------------------------

    @property
    def interactive(self) -> bool:
        """Standard error is a terminal that can move its cursor."""
        return _is_terminal(sys.stderr) and os.environ.get("TERM", "") != "dumb"

    @property
    def can_ask(self) -> bool:
        """Standard input exists, so that someone (or a pipe) may answer."""
        return sys.stdin is not None and not sys.stdin.closed

    @property
    def colour(self) -> bool:
        """Colour on standard error: a terminal, and `NO_COLOR` not set."""
        return coloured(sys.stderr)

    @property
    def width(self) -> int:
        """Columns of the terminal."""
        import shutil

        return max(NARROWEST, shutil.get_terminal_size((80, 24)).columns)

    @property
    def text_width(self) -> int:
        """Columns for prose."""
        return min(self.width, WIDEST_TEXT)

    def paint(self, style: str, text: str) -> str:
        """Colour a text for standard error; as it is where there is no colour."""
        return paint(style, text) if self.colour else text

    # -- ending ---------------------------------------------------------------------

    def abandon(self) -> None:
        """Standard output's reader has gone: write nothing more to it."""
        self._gone.add(1)

    def close(self) -> None:
        """Flush, so that the interpreter does not complain at its end."""
        self.clear_status()
        for number, stream in ((1, sys.stdout), (2, sys.stderr)):
            try:
                if stream is not None:
                    stream.flush()
            except (OSError, ValueError):
                self._gone.add(number)
        for number in self._gone:
            _to_nowhere(number)

    def _write(self, stream: TextIO | None, text: str) -> None:
        number = 1 if stream is sys.stdout else 2
        if stream is None or number in self._gone:
            return
        try:
            stream.write(text)
            stream.flush()
        except (BrokenPipeError, ValueError):
            self._gone.add(number)


STYLES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
}


def paint(style: str, text: str) -> str:
    """Wrap a text in the escape codes of a style (`bold red`)."""
    if not text:
        return text
    codes = ";".join(STYLES[word] for word in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m"


def coloured(stream: TextIO | None) -> bool:
    """Tell whether colour may be written to a stream."""
    if os.environ.get("NO_COLOR"):
        return False
    return _is_terminal(stream) and os.environ.get("TERM", "") != "dumb"


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _to_nowhere(number: int) -> None:
    """Point a broken stream's descriptor at nothing, for the flush at exit."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)
    except OSError:
        pass
