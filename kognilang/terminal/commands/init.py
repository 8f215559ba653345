"""`kog init`: a new workspace with a first procedure."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kognilang.terminal import exits
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen

SETTINGS = """\
# The settings of this workspace.
currency = "USD"

# People whom procedures ask. Without any, the person at the terminal stands for everyone.
# [people]
# "finance manager" = { email = "finance@example.com" }
"""

PROCEDURE = """\
# Say which orders are large

The limit is always $500.

The orders are
    | Customer | Total |
    | Acme | $620 |
    | Borg | $120 |
    | Cord | $1,480 |

For each order in the orders whose total is more than the limit:
    Say "{the order's customer} ordered for {the order's total}."
Say "{the number of the orders} orders, {the total of the orders' totals} in all."
"""

IGNORED = """\
# What runs leave behind.
.kognilang/
outbox/
"""


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "name", nargs="?", metavar="NAME", default="", help="a folder to make (default: this one)"
    )
    parser.epilog = "  kog init billing    makes the folder billing with a first procedure in it"


def run(options: Namespace, screen: Screen) -> int:
    """Write the files that are missing; nothing that is there is changed."""
    folder = (options.workspace or Path.cwd()) / options.name
    if folder.exists() and not folder.is_dir():
        raise Refusal(f'"{folder}" is a file. Choose another name.')
    if (folder / "kognilang.toml").exists():
        raise Refusal(f'"{folder}" is a workspace already: it has a kognilang.toml.')
    made: list[Path] = []
    for name, text in (
        ("kognilang.toml", SETTINGS),
        ("first.kog", PROCEDURE),
        (".gitignore", IGNORED),
    ):
        path = folder / name
        if path.exists():
            continue
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        made.append(path)
    if screen.json:
        screen.document({"workspace": str(folder), "made": [path.name for path in made]})
        return exits.FINISHED
    screen.note(f"Made {', '.join(path.name for path in made)} in {folder}.")
    first = f"{options.name}/first.kog" if options.name else "first.kog"
    screen.note(f"Next: kog run {first}")
    return exits.FINISHED
