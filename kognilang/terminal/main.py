"""The `kog` command: finds the command that was meant, and imports nothing else."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code. Never raises, never shows a traceback."""
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] in ("--version", "-V"):
        from kognilang import __version__

        print(f"kognilang {__version__}")
        return 0
    try:
        from kognilang.terminal.dispatch import dispatch

        return dispatch(words)
    except KeyboardInterrupt:
        # Ctrl-C at the very beginning, or once more while the first is being told.
        return 130


if __name__ == "__main__":
    sys.exit(main())
