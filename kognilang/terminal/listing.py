"""Lists in columns for standard output."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.terminal.wrapping import wrapped
from kognilang.text.columns import text_width

NARROWEST_COLUMN = 20


def columns(
    rows: Sequence[Sequence[str]], width: int, heads: Sequence[str] = (), indent: int = 0
) -> list[str]:
    """Lay rows out in columns no wider than `width`; the last column wraps.

    Width is counted in terminal cells, so that wide characters keep the columns straight.
    """
    if not rows:
        return []
    table = [list(heads), *map(list, rows)] if heads else [list(row) for row in rows]
    count = len(table[0])
    widths = [max(text_width(row[place]) for row in table) for place in range(count - 1)]
    gap = 2
    room = width - indent - sum(widths) - gap * len(widths)
    lines: list[str] = []
    lead = " " * indent
    for row in table:
        head = lead + "".join(
            text + " " * (size - text_width(text) + gap)
            for text, size in zip(row[:-1], widths, strict=True)
        )
        if room >= NARROWEST_COLUMN:
            lines += [line.rstrip() for line in wrapped(row[-1], width, head)]
        else:
            # Too narrow for the last column: it goes below, indented.
            lines.append(head.rstrip())
            lines += wrapped(row[-1], width, lead + "    ")
    return lines


def moment(iso: str) -> str:
    """Show a stored moment (ISO 8601, UTC) in the reader's own time, to the minute."""
    if not iso:
        return ""
    from datetime import datetime

    try:
        return datetime.fromisoformat(iso).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return iso
