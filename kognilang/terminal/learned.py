"""What `kog learnings` lists and shows: what has been learnt, its story and its uses."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from kognilang.terminal import exits
from kognilang.terminal.listing import moment
from kognilang.terminal.refusal import Refusal
from kognilang.terminal.screen import Screen
from kognilang.terminal.words import counted
from kognilang.terminal.wrapping import wrapped

if TYPE_CHECKING:
    from kognilang.session import Session
    from kognilang.session.learnings import Listed

SHOWN = 12
"""So many past questions or uses are shown; `--json` has them all."""


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


def show(session: Session, words: list[str], options: Namespace, screen: Screen) -> int:
    """Show one with its story and its uses."""
    import json

    from kognilang.asking.showing import named
    from kognilang.journal.learnings import Learnings
    from kognilang.session.learnings import find

    one = find(session, only(words, "show"))
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


def only(words: list[str], doing: str) -> str:
    """Return the one learning that is named. Raises Refusal for none or several."""
    if len(words) != 1:
        raise Refusal(f"Name one learning: kog learnings {doing} L1")
    return words[0]


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
