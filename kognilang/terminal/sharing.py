"""Learnings written to a file, and taken from one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from kognilang.terminal import exits
from kognilang.terminal.backtests import agreed
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen
from kognilang.terminal.settling import settle_what_waits
from kognilang.terminal.teaching import refused, who
from kognilang.terminal.words import counted

if TYPE_CHECKING:
    from kognilang.session import Session


def export(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Write learnings to a file."""
    from kognilang.session.learnings import exported, find, listed

    if not words:
        raise Refusal("Name the file to write: kog learnings export learnt.kog")
    place = Path(words[0])
    rows = [find(session, id).row for id in words[1:]] or [one.row for one in listed(session)]
    if not rows:
        raise Refusal("Nothing has been learnt here yet.")
    place.write_text(exported(session, rows), encoding="utf-8")
    if screen.json:
        screen.document({"file": str(place), "learnings": [row.id for row in rows]})
        return exits.FINISHED
    screen.note(f"{counted(len(rows), 'learning')} written to {place}.")
    screen.note("  kog learnings import FILE   takes them into another workspace")
    screen.note(f'  Use the procedures in "{place}".   in a procedure has them used there')
    return exits.FINISHED


def import_(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Take learnings from a file, each after its back-test."""
    from kognilang.asking.taught import NotTaught
    from kognilang.journal.learnings import LearningRow
    from kognilang.session.learnings import incoming, taken_in

    if len(words) != 1:
        raise Refusal("Name the file to read: kog learnings import learnt.kog")
    procedure = ""
    if options.procedure:
        procedure = session.relative(Path(options.procedure))
    try:
        found = incoming(session, Path(words[0]), procedure)
    except NotTaught as wrong:
        raise refused(wrong) from None
    if not found:
        raise Refusal(f"{words[0]} holds no learning.")
    rows = []
    for one in found:
        screen.note("")
        for line in one.taught.text.split("\n"):
            screen.note(line)
        if one.known:
            screen.note(f"{one.known} is this already.")
            continue
        trial = LearningRow("", 1, 0, one.taught.text, one.scope, one.path, "", "", "")
        ready = not one.off and agreed(session, one.taught, trial, options, screen)
        row = taken_in(session, one, who(session, options), ready)
        rows.append(row)
        screen.note(f"{row.id} is {row.status}.")
    if screen.json:
        screen.document([{"id": row.id, "status": row.status, "text": row.text} for row in rows])
    settle_what_waits(session, rows, options, screen)
    return exits.FINISHED
