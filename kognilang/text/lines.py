"""Physical lines: where each line that is not blank begins and ends, and how it is indented."""

from __future__ import annotations

from kognilang.dataclass import dataclass
from kognilang.text.fault import Fault
from kognilang.text.source import Source

TAB = 4
"""How many columns a tab counts for in indentation."""

UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""What no reader sees: soft hyphens and characters without a width, as web pages hand them over."""


@dataclass(slots=True)
class Line:
    """A physical line that is not blank: its number, column, and span without outer blanks."""

    number: int
    indent: int
    start: int
    end: int


def physical_lines(source: Source) -> list[Line]:
    """Return the lines that are not blank."""
    lines: list[Line] = []
    start = 0
    for number, raw in enumerate(source.text.split("\n"), 1):
        content = raw.strip()
        lead = len(raw) - len(raw.lstrip()) if content else 0
        if content and not (content[0].isascii() and content[-1].isascii()):
            content = content.strip(UNSEEN).strip()
            lead = raw.find(content)
        if content:
            indent = lead
            if lead and "\t" in raw[:lead]:
                indent = len(raw[:lead].expandtabs(TAB))
            lines.append(Line(number, indent, start + lead, start + lead + len(content)))
        start += len(raw) + 1
    return lines


def mixed_indentation(source: Source, lines: list[Line]) -> list[Fault]:
    """Return the fault of a text some of whose lines are indented by tabs and some by spaces."""
    text = source.text
    if "\t" not in text:
        return []
    style = ""
    first = 0
    mixed: list[Line] = []
    for line in lines:
        if not line.indent:
            continue
        blanks = text[text.rfind("\n", 0, line.start) + 1 : line.start]
        tabs = blanks.count("\t")
        kind = "tabs" if tabs == len(blanks) else "spaces" if not tabs else "mixed"
        if not style and kind != "mixed":
            style, first = kind, line.number
        elif kind != style:
            mixed.append(line)
    if not mixed:
        return []
    at = mixed[0].start
    numbers = ", ".join([str(line.number) for line in mixed[:10]])
    data = {"lines": numbers + (" …" if len(mixed) > 10 else ""), "first": str(first)}
    return [Fault("mixed-indentation", (text.rfind("\n", 0, at) + 1, at), {**data, "style": style})]
