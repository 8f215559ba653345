"""`kog explain`: every sentence beside how it is understood; or what a problem's code means."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path

from kognilang.terminal import exits
from kognilang.terminal.opening import existing_file, open_session, workspace_of
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen

_CODE = re.compile(r"(?:KL)?\d+\Z|[a-z]+(?:-[a-z]+)+\Z", re.IGNORECASE)


def describe(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("what", metavar="FILE|CODE", help="a procedure, or a code such as KL201")
    parser.epilog = "  kog explain pay-invoices.kog\n  kog explain KL201"


def run(options: Namespace, screen: Screen) -> int:
    """Explain a file, or a code."""
    if _CODE.match(options.what) and not Path(options.what).exists():
        return _explain_code(options.what, screen)
    from kognilang.terminal.explaining import as_data, lines

    file = existing_file(Path(options.what))
    session = open_session(options, screen, workspace_of(options, file))
    checked = session.check(file)
    if screen.json:
        screen.document(as_data(file, checked))
    else:
        for line in lines(checked, screen.text_width):
            screen.put(line)
        from kognilang.terminal.problems import show

        if checked.problems:
            screen.put("")
        show(checked.problems, screen)
    return exits.REFUSED if checked.plan is None else exits.FINISHED


def _explain_code(code: str, screen: Screen) -> int:
    from kognilang.problems.catalogue import find, page

    entry, text = find(code), page(code, screen.text_width)
    if entry is None or text is None:
        raise Refusal(f"There is no problem with the code {code}.")
    if screen.json:
        screen.document(
            {
                "code": entry.code,
                "name": entry.name,
                "title": entry.title,
                "explanation": entry.text,
                "wrong": entry.wrong,
                "right": entry.right,
            }
        )
    else:
        screen.put(text)
    return exits.FINISHED
