"""Runs the measurements: `python -m bench`, or `python -m bench startup` for a part."""

from __future__ import annotations

import importlib
import sys

PARTS = ("startup", "reading", "memory", "steps", "store", "engines", "parked")


def main() -> None:
    """Run the named parts, or all, and print a line for each measurement."""
    for part in sys.argv[1:] or PARTS:
        print(f"\n{part}")
        for line in importlib.import_module(f"bench.{part}").measure():
            print(" ", line)


if __name__ == "__main__":
    main()
