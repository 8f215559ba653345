"""What `kog learnings` changes: off, on, forget, undo, edit."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.terminal import exits
from kognilang.terminal.backtests import agreed, readable
from kognilang.terminal.learned import as_data, only
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen
from kognilang.terminal.settling import settle_what_waits

if TYPE_CHECKING:
    from kognilang.asking.taught import NotTaught
    from kognilang.journal.learnings import LearningRow
    from kognilang.session import Session


def off(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Switch one off."""
    from kognilang.session.learnings import change, find

    one = find(session, only(words, "off"))
    if one.row.status == "off":
        raise Refusal(f"{one.row.id} is off already.")
    new = change(session, one.row, "switched off", who(session, options), status="off")
    return _done(session, new, f"{new.id} is off: its question is asked again.", screen)


def on(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Switch one on, after its back-test."""
    from kognilang.session.learnings import change, find

    one = find(session, only(words, "on"))
    if one.row.status == "on":
        raise Refusal(f"{one.row.id} is on already.")
    if not agreed(session, readable(one), one.row, options, screen):
        raise Refusal(f"{one.row.id} stays off.", (f"kog learnings on {one.row.id} --yes",))
    new = change(session, one.row, "switched on", who(session, options), status="on")
    code = _done(session, new, f"{new.id} is on.", screen)
    settle_what_waits(session, [new], options, screen)
    return code


def forget(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Take one away."""
    from kognilang.session.learnings import FORGOTTEN, change, find

    one = find(session, only(words, "forget"))
    new = change(session, one.row, "forgotten", who(session, options), status=FORGOTTEN)
    return _done(
        session, new, f"{new.id} is forgotten. To have it back: kog learnings undo {new.id}", screen
    )


def undo(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Take the last change back."""
    from kognilang.session.learnings import FORGOTTEN
    from kognilang.session.learnings import undo as undone

    found = undone(session, words[0] if words else "", who(session, options))
    if found is None:
        raise Refusal("There is no change of a learning to take back.")
    was, now = found
    told = "is not learnt any more" if now.status == FORGOTTEN else f"is {now.status} again"
    if now.text != was.text:
        told = "has its former text again"
    return _done(session, now, f'"{was.what}" is taken back: {now.id} {told}.', screen)


def edit(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Change its text, its last day or its scope."""
    from kognilang.asking.taught import NotTaught, read_learning
    from kognilang.session.learnings import change, find

    one = find(session, only(words, "edit"))
    row = one.row
    fields: dict[str, Any] = {}
    if options.until is not None:
        fields["until"] = last_day(options.until)
    if options.scope is not None:
        fields["scope"] = options.scope
        if options.scope == "file" and not row.path:
            raise Refusal(f"{row.id} was learnt in no procedure of this workspace.")
    text = row.text
    if options.source is not None:
        text = options.source.read_text(encoding="utf-8-sig")
    elif not fields:
        text = _in_editor(row.text, options, screen)
    try:
        taught = read_learning(text)
    except NotTaught as wrong:
        raise refused(wrong) from None
    if taught.text != row.text.rstrip():
        fields["text"] = taught.text
    if not fields:
        raise Refusal(f"{row.id} was not changed.")
    reaches = "text" in fields or "scope" in fields
    if row.status == "on" and reaches and not agreed(session, taught, row, options, screen):
        fields["status"] = "off"
    new = change(session, row, "edited", who(session, options), **fields)
    told = f"{new.id} is changed" + ("." if new.status == row.status else ", and off.")
    code = _done(session, new, told, screen)
    if reaches:
        settle_what_waits(session, [new], options, screen)
    return code


def last_day(words: str) -> str:
    """Read a last day: an ISO date, or `never` for none. Raises Refusal."""
    from datetime import date

    if words.strip().lower() in ("", "never", "no end", "for ever"):
        return ""
    try:
        return date.fromisoformat(words.strip()).isoformat()
    except ValueError:
        raise Refusal(f'"{words}" is no date. Write it as 2026-12-31, or never.') from None


def _in_editor(text: str, options: Namespace, screen: Screen) -> str:
    import os
    import shlex
    import subprocess
    import tempfile

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor or options.no_input or not screen.can_ask:
        raise Refusal(
            "There is no editor to open it in.",
            ("Set EDITOR, or write the new text to a file: kog learnings edit L1 --from FILE",),
        )
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "learning.kog"
        place.write_text(text.rstrip() + "\n", encoding="utf-8")
        subprocess.run([*shlex.split(editor), str(place)], check=False)
        return place.read_text(encoding="utf-8")


def refused(wrong: NotTaught) -> Refusal:
    """Return the refusal of a text that is no learning."""
    from kognilang.problems.rendering import render

    first, *more = wrong.problems
    hints = tuple(line for one in (first, *more) for line in render(one).split("\n")[1:])
    return Refusal(first.summary, hints)


def who(session: Session, options: Namespace) -> str:
    """Return who is at the terminal, by their title, name or role; empty for nobody known."""
    from kognilang.asking.people import People

    person = People.of(session.settings).terminal_person(options.role)
    return options.role or ((person.title or person.name) if person is not None else "")


def _done(session: Session, row: LearningRow, told: str, screen: Screen) -> int:
    from kognilang.session.learnings import find

    if screen.json:
        screen.document(as_data(find(session, row.id, forgotten=True)))
        return exits.FINISHED
    screen.note(told)
    return exits.FINISHED
