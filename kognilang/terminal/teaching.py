"""What `kog learnings` does, and how learnings and their back-tests are shown."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.terminal import exits
from kognilang.terminal.listing import moment
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen
from kognilang.terminal.settling import settle_what_waits, sure
from kognilang.terminal.words import counted
from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from kognilang.asking.taught import NotTaught, Taught
    from kognilang.journal.learnings import LearningRow
    from kognilang.session import Session
    from kognilang.session.backtesting import BackTest, Conflict
    from kognilang.session.learnings import Listed

SHOWN = 12
"""So many past questions or uses are shown; `--json` has them all."""


# -- looking ------------------------------------------------------------------------------


def list_all(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """List the learnings in force, and those switched off."""
    from kognilang.session.learnings import listed

    found = listed(session)
    if screen.json:
        screen.document([as_data(one) for one in found])
        return exits.FINISHED
    if not found:
        screen.note("Nothing has been learnt here yet. To keep an answer: kog answer ID --remember")
        return exits.FINISHED
    for one in found:
        for line in _summary(one, screen.text_width):
            screen.put(line)
    return exits.FINISHED


def _summary(one: Listed, width: int) -> list[str]:
    row = one.row
    facts = [] if row.status == "on" else ["off"]
    facts.append(_uses(one))
    facts.append(row.path if row.scope == "file" else "everywhere here")
    if row.until:
        facts.append(f"until {row.until}")
    lines = [f"{row.id}  {' · '.join(facts)}"]
    for line in row.text.rstrip().split("\n"):
        indent = len(line) - len(line.lstrip())
        lead = "    " + " " * indent
        lines += wrapped(line.strip(), width, lead, lead + "  ")
    return [*lines, ""]


def _uses(one: Listed) -> str:
    if not one.uses:
        return "not used yet"
    return f"used {one.uses} times" if one.uses > 1 else "used once"


def as_data(one: Listed) -> dict[str, Any]:
    """Return a learning as plain data."""
    row = one.row
    return {
        "id": row.id,
        "text": row.text,
        "status": row.status,
        "scope": row.scope,
        "procedure": row.path or None,
        "owner": row.owner,
        "made_at": row.made_at,
        "until": row.until or None,
        "uses": one.uses,
        "last_used_at": one.last or None,
        "question": row.question or None,
        "version": row.version,
    }


def show(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Show one with its story and its uses."""
    import json

    from kognilang.asking.showing import named
    from kognilang.journal.learnings import Learnings
    from kognilang.session.learnings import find

    one = find(session, _one(words, "show"))
    kept = Learnings(session.store)
    uses = kept.uses_of(one.row.id)
    versions = kept.versions(one.row.id)
    if screen.json:
        data = as_data(one)
        data["history"] = [
            {"what": v.what, "by": v.changed_by, "at": v.changed_at, "text": v.text}
            for v in versions
        ]
        data["used"] = [
            {"run": use.run, "item": json.loads(use.data or "{}").get("item", ""), "at": use.at}
            for use in uses
        ]
        screen.document(data)
        return exits.FINISHED
    for line in _summary(one, screen.text_width):
        screen.put(line)
    for version in versions:
        by = f" by {named(version.changed_by)}" if version.changed_by else ""
        of = f", the answer to {version.question}" if version.what == "remembered" else ""
        screen.put(f"  {moment(version.changed_at)}  {version.what}{by}{of}")
    if uses:
        screen.put("")
        screen.put(f"Applied {counted(len(uses), 'time')}:")
        for use in uses[-SHOWN:]:
            item = json.loads(use.data or "{}").get("item", "")
            screen.put(f"  {moment(use.at)}  {use.run}" + (f"  {item}" if item else ""))
        if len(uses) > SHOWN:
            screen.put(f"  … and {len(uses) - SHOWN} before")
    return exits.FINISHED


def test(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Show what a learning would have answered, and what people really did."""
    from kognilang.session.backtesting import back_test, conflicts
    from kognilang.session.learnings import find

    one = find(session, _one(words, "test"))
    taught = _readable(one)
    row = one.row
    found = back_test(session, taught, row.scope, row.path)
    against = conflicts(session, taught, row.scope, row.path, row.id)
    if screen.json:
        screen.document({"id": row.id, **test_data(found, against)})
        return exits.FINISHED
    for line in tested(found, against, screen.text_width):
        screen.put(line)
    return exits.FINISHED


def tested(found: BackTest, against: list[Conflict], width: int) -> list[str]:
    """Lay a back-test out: the past questions, what people answered, and what it contradicts."""
    from kognilang.asking.showing import named

    lines: list[str] = []
    if not found.past:
        lines.append("It would have answered none of the past questions.")
    else:
        same = sum(one.same is True and not one.fault for one in found.past)
        many = len(found.past)
        how = "as people did" if same == many else f"{same} of them as people did"
        told = f"It would have answered {counted(many, 'past question')}, {how}:"
        lines += wrapped(told, width)
        ordered = sorted(found.past, key=lambda one: one.same is True)
        for one in ordered[:SHOWN]:
            question = one.question
            about = question.item or question.text.split("\n")[0]
            sign = {True: "the same", False: "it would do OTHERWISE", None: "perhaps otherwise"}
            verdict = f"it would FAIL ({one.fault.rstrip('.')})" if one.fault else sign[one.same]
            by = f" by {named(one.answer.by)}" if one.answer.by else ""
            answer = " ".join(one.answer.text.split())
            told = f"{about}, answered{by} “{answer}”: {verdict}"
            lines += wrapped(told, width, f"  {question.id:<5}", "       ")
        if len(ordered) > SHOWN:
            lines.append(f"  … and {len(ordered) - SHOWN} more")
    for conflict in against:
        other = conflict.learnt
        word = "does the same" if conflict.alike else "would do something else"
        lines += wrapped(f"{other.id} {word} in this situation:", width)
        lines += [f"      {line}" for line in other.taught.text.split("\n")]
    return lines


def test_data(found: BackTest, against: list[Conflict]) -> dict[str, Any]:
    """Return a back-test as plain data."""
    return {
        "looked_at": found.looked_at,
        "would_answer": [
            {
                "question": one.question.id,
                "item": one.question.item,
                "answered": one.answer.text,
                "by": one.answer.by,
                "same": one.same,
                "fault": one.fault or None,
            }
            for one in found.past
        ],
        "conflicts": [{"id": one.learnt.id, "same": one.alike} for one in against],
    }


# -- changing -----------------------------------------------------------------------------


def off(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Switch one off."""
    from kognilang.session.learnings import change, find

    one = find(session, _one(words, "off"))
    if one.row.status == "off":
        raise Refusal(f"{one.row.id} is off already.")
    new = change(session, one.row, "switched off", _who(session, options), status="off")
    return _done(session, new, f"{new.id} is off: its question is asked again.", screen)


def on(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Switch one on, after its back-test."""
    from kognilang.session.learnings import change, find

    one = find(session, _one(words, "on"))
    if one.row.status == "on":
        raise Refusal(f"{one.row.id} is on already.")
    if not agreed(session, _readable(one), one.row, options, screen):
        raise Refusal(f"{one.row.id} stays off.", (f"kog learnings on {one.row.id} --yes",))
    new = change(session, one.row, "switched on", _who(session, options), status="on")
    code = _done(session, new, f"{new.id} is on.", screen)
    settle_what_waits(session, [new], options, screen)
    return code


def agreed(
    session: Session, taught: Taught, row: LearningRow, options: Namespace, screen: Screen
) -> bool:
    """Show a back-test; where people answered otherwise, or another learning does, ask whether
    to switch it on all the same."""
    from kognilang.session.backtesting import back_test, conflicts

    found = back_test(session, taught, row.scope, row.path)
    against = conflicts(session, taught, row.scope, row.path, row.id)
    for line in tested(found, against, screen.text_width):
        screen.note(line)
    if not found.differing and all(one.alike for one in against):
        return True
    return sure("Switch it on all the same?", options, screen)


def forget(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Take one away."""
    from kognilang.session.learnings import FORGOTTEN, change, find

    one = find(session, _one(words, "forget"))
    new = change(session, one.row, "forgotten", _who(session, options), status=FORGOTTEN)
    return _done(
        session, new, f"{new.id} is forgotten. To have it back: kog learnings undo {new.id}", screen
    )


def undo(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Take the last change back."""
    from kognilang.session.learnings import FORGOTTEN
    from kognilang.session.learnings import undo as undone

    found = undone(session, words[0] if words else "", _who(session, options))
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

    one = find(session, _one(words, "edit"))
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
        raise _refused(wrong, screen) from None
    if taught.text != row.text.rstrip():
        fields["text"] = taught.text
    if not fields:
        raise Refusal(f"{row.id} was not changed.")
    reaches = "text" in fields or "scope" in fields
    if row.status == "on" and reaches and not agreed(session, taught, row, options, screen):
        fields["status"] = "off"
    new = change(session, row, "edited", _who(session, options), **fields)
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


# -- files --------------------------------------------------------------------------------


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
        raise _refused(wrong, screen) from None
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
        row = taken_in(session, one, _who(session, options), ready)
        rows.append(row)
        screen.note(f"{row.id} is {row.status}.")
    if screen.json:
        screen.document([{"id": row.id, "status": row.status, "text": row.text} for row in rows])
    settle_what_waits(session, rows, options, screen)
    return exits.FINISHED


# -- small things -------------------------------------------------------------------------


def _refused(wrong: NotTaught, screen: Screen) -> Refusal:
    from kognilang.problems.rendering import render

    first, *more = wrong.problems
    hints = tuple(line for one in (first, *more) for line in render(one).split("\n")[1:])
    return Refusal(first.summary, hints)


def _one(words: list[str], doing: str) -> str:
    if len(words) != 1:
        raise Refusal(f"Name one learning: kog learnings {doing} L1")
    return words[0]


def _readable(one: Listed) -> Taught:
    if one.taught is None:
        raise Refusal(
            f"{one.row.id} cannot be read any more, so it is not used.",
            (f"kog learnings edit {one.row.id}   mends it",),
        )
    return one.taught


def _who(session: Session, options: Namespace) -> str:
    from kognilang.asking.people import People

    who = People.of(session.settings).terminal_person(options.role)
    return options.role or ((who.title or who.name) if who is not None else "")


def _done(session: Session, row: LearningRow, told: str, screen: Screen) -> int:
    from kognilang.session.learnings import find

    if screen.json:
        screen.document(as_data(find(session, row.id, forgotten=True)))
        return exits.FINISHED
    screen.note(told)
    return exits.FINISHED
