"""`kog doctor`: what is configured, reachable and missing, with the mend for each."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from kognilang.terminal import exits
from kognilang.terminal.opening import workspace_of
from kognilang.terminal.screen import Screen
from kognilang.terminal.wrapping import wrapped

SIGNS = {"ok": ("ok", "green"), "note": ("note", "yellow"), "wrong": ("wrong", "bold red")}


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.epilog = "  kog doctor\n\nExit codes: 0 nothing is wrong, 1 something is."


def run(options: Namespace, screen: Screen) -> int:
    """Look at everything and say what to do about what is wrong."""
    from kognilang.terminal.examining import examine

    findings = list(examine(workspace_of(options)))
    wrong = sum(one.state == "wrong" for one in findings)
    if screen.json:
        screen.document(
            [
                {"about": one.about, "state": one.state, "found": one.found, "mend": one.mend}
                for one in findings
            ]
        )
        return exits.FAILED if wrong else exits.FINISHED
    room = max(len(one.about) for one in findings) + 2
    for one in findings:
        word, style = SIGNS[one.state]
        for place, line in enumerate(
            wrapped(one.found, screen.text_width, f"  {word:<7}{one.about:<{room}}")
        ):
            screen.put(line if place else line.replace(word, _painted(style, word), 1))
        if one.mend:
            for line in wrapped(one.mend, screen.text_width, " " * (9 + room) + "→ "):
                screen.put(line)
    if wrong:
        screen.note(f"{wrong} of {len(findings)} things looked at are wrong.")
    else:
        screen.note("Nothing is wrong.")
    return exits.FAILED if wrong else exits.FINISHED


def _painted(style: str, word: str) -> str:
    import sys

    from kognilang.terminal.screen import coloured, paint

    return paint(style, word) if coloured(sys.stdout) else word
