"""The help of one command, in the words and the layout of the rest of the terminal."""

from __future__ import annotations

import argparse
import shutil

WIDEST = 100
_COLUMN = 22
"""Where what an option does begins, unless all are shorter."""


def help_of(
    summary: str,
    usage: str,
    groups: list[tuple[str, list[argparse.Action]]],
    examples: str,
    width: int = 0,
) -> str:
    """Lay the help out: what the command does, how it is typed, each place and option in its
    group (a group without a title comes first), examples. `width` is the terminal's by default."""
    from kognilang.terminal.wrapping import wrapped

    width = min(width or shutil.get_terminal_size((80, 24)).columns, WIDEST)
    lines = [summary, "", f"Usage: {usage}"]
    names = [_name(action) for _, actions in groups for action in actions]
    column = min(max((len(name) for name in names), default=0) + 4, _COLUMN)
    if width < 2 * column:
        # Too narrow for two columns: what it does stands below each name.
        column = 6
    for title, actions in groups:
        if not actions:
            continue
        lines.append("")
        if title:
            lines += wrapped(f"{title[:1].upper()}{title[1:]}:", width)
        for action in actions:
            lines += _entry(_name(action), action.help or "", column, width)
    if examples:
        lines += ["", "Examples:"] if examples.startswith("  kog ") else [""]
        lines += examples.rstrip("\n").split("\n")
    return "\n".join(lines) + "\n"


def _entry(name: str, about: str, column: int, width: int) -> list[str]:
    from kognilang.terminal.wrapping import wrapped

    lead = f"  {name}"
    if len(lead) + 2 <= column:
        return wrapped(about, width, lead.ljust(column), " " * column)
    return [lead, *wrapped(about, width, " " * column)]


def _name(action: argparse.Action) -> str:
    """Return a place or an option as it is typed: `FILE…`, `-q, --quiet`, `--set NAME=VALUE`."""
    if not action.option_strings:
        return shown(action)
    name = ", ".join(action.option_strings)
    if action.nargs == 0:
        return name
    if action.choices is not None and action.metavar is None:
        return f"{name} {'|'.join(map(str, action.choices))}"
    return f"{name} {action.metavar or action.dest.upper()}"


def shown(place: argparse.Action) -> str:
    """Return a place in the usage line: `RUN`, `[ITEM…]`."""
    name = str(place.metavar or place.dest.upper())
    # While options and places may be mixed, argparse keeps the number of values elsewhere.
    many = getattr(place, "save_nargs", place.nargs)
    if many in ("*", "+"):
        name += "…"
    return f"[{name}]" if many in ("*", "?") else name
