"""The learnings of a workspace: listed, changed, undone, written to files and taken from them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.asking.taught import Taught, read_learnings
from kognilang.dataclass import dataclass
from kognilang.journal.learnings import LearningRow, Learnings
from kognilang.language import tree
from kognilang.language.reading import read
from kognilang.session.learned import folded, taught_or_none
from kognilang.text.source import Source

if TYPE_CHECKING:
    from kognilang.session.session import Session

FORGOTTEN = "forgotten"


class NoSuchLearning(LookupError):
    """There is no learning of that name; the message says which there are."""


@dataclass(slots=True)
class Listed:
    """A learning with how often it was applied, and when last."""

    row: LearningRow
    taught: Taught | None
    uses: int
    last: str


def listed(session: Session, forgotten: bool = False) -> list[Listed]:
    """Return the workspace's learnings in the order in which they were made."""
    if not session.has_store():
        return []
    kept = Learnings(session.store)
    uses = kept.uses()
    found = []
    for row in kept.current():
        if row.status == FORGOTTEN and not forgotten:
            continue
        count, last = uses.get(row.id, (0, ""))
        found.append(Listed(row, taught_or_none(row.text), count, last))
    return found


def find(session: Session, id: str, forgotten: bool = False) -> Listed:
    """Return one by its id, in any case. Raises NoSuchLearning."""
    known = listed(session, forgotten)
    for one in known:
        if one.row.id.casefold() == id.casefold():
            return one
    names = ", ".join(one.row.id for one in known)
    raise NoSuchLearning(
        f'There is no learning "{id}". '
        + (f"There are: {names}." if known else "None has been made here yet.")
    )


# -- changing ---------------------------------------------------------------------------


def change(
    session: Session, row: LearningRow, what: str, by: str, before: int = -1, **fields: Any
) -> LearningRow:
    """Add a version that differs in some fields; `what` says in a word what was done, `before`
    the version that undoing it leads back to (the last one, unless it is given)."""
    kept = Learnings(session.store)
    last = kept.versions(row.id)[-1]
    new = LearningRow(*(getattr(last, name) for name in LearningRow.__slots__))
    for name, value in fields.items():
        setattr(new, name, value)
    new.version, new.before = last.version + 1, last.version if before < 0 else before
    new.what, new.changed_by, new.changed_at = what, by, session.store.now()
    kept.put(new)
    session.taught += 1
    return new


def undo(session: Session, id: str, by: str) -> tuple[LearningRow, LearningRow] | None:
    """Take the last change back: of one learning, or, without an id, of whichever was changed
    last. Returns how it was and how it is now; None where there is nothing to undo. Undoing again
    goes further back, to before it was made."""
    kept = Learnings(session.store)
    current = kept.current()
    if id:
        current = [find(session, id, forgotten=True).row]
    # What was undone to its beginning has nothing left to take back.
    current = [one for one in current if not (one.what == "undone" and one.status == FORGOTTEN)]
    if not current:
        return None
    row = max(current, key=lambda one: one.changed_at)
    if row.before == 0:
        return row, change(session, row, "undone", by, before=0, status=FORGOTTEN)
    target = next(one for one in kept.versions(row.id) if one.version == row.before)
    fields = {name: getattr(target, name) for name in ("text", "scope", "path", "until", "status")}
    return row, change(session, row, "undone", by, before=target.before, **fields)


# -- files ------------------------------------------------------------------------------


def exported(session: Session, rows: list[LearningRow]) -> str:
    """Return learnings as a text of the language, to be reviewed and committed. A procedure uses
    it by `Use the procedures in "….kog".`, another workspace takes it by `kog learnings import`."""
    uses = Learnings(session.store).uses()
    parts: list[str] = []
    for title, own in _by_scope(rows):
        parts.append(f"# {title}\n")
        for row in own:
            note = f"Note: {row.id}, {_told(row, uses.get(row.id, (0, ''))[0])}"
            parts.append(f"{note}\n{row.text.rstrip()}\n")
    return "\n".join(parts)


def _by_scope(rows: list[LearningRow]) -> list[tuple[str, list[LearningRow]]]:
    found: dict[str, list[LearningRow]] = {}
    for row in rows:
        title = f"Learnings of {row.path}" if row.scope == "file" else "Learnings of the workspace"
        found.setdefault(title, []).append(row)
    return list(found.items())


def _told(row: LearningRow, uses: int) -> str:
    from kognilang.asking.showing import named

    by = f" by {named(row.owner)}" if row.owner else ""
    words = [f"remembered{by} on {row.made_at[:10]}"]
    if uses:
        words.append(f"used {uses} times" if uses > 1 else "used once")
    if row.until:
        words.append(f"until {row.until}")
    if row.status == "off":
        words.append("switched off")
    return ", ".join(words)


@dataclass(slots=True)
class Incoming:
    """A learning of a file: where it is to hold, whose it is, until when, whether it is off."""

    taught: Taught
    scope: str
    path: str
    owner: str = ""
    until: str = ""
    off: bool = False
    known: str = ""
    """The id of the learning that says the same already."""


def incoming(session: Session, path: Path, procedure: str = "") -> list[Incoming]:
    """Read the learnings of a file. `procedure` is the file that they are for, where no heading
    says it; empty for the whole workspace. Raises NotTaught, OSError."""
    text = path.read_text(encoding="utf-8-sig")
    source = Source(path.name, text, path)
    notes = _notes(source)
    known = {
        (folded(one.row.text), one.row.scope, one.row.path): one.row.id for one in listed(session)
    }
    found = []
    for at, taught in enumerate(read_learnings(source)):
        scope, own = _place(taught.title, procedure)
        one = Incoming(taught, scope, own)
        note = notes.get(at, "")
        if (until := re.search(r"\buntil (\d{4}-\d\d-\d\d)", note)) is not None:
            one.until = until[1]
        if (owner := re.search(r"\bremembered by (?:the )?(.+?) on \d{4}", note)) is not None:
            one.owner = owner[1]
        one.off = "switched off" in note
        one.known = known.get((folded(taught.text), scope, own), "")
        found.append(one)
    return found


def _notes(source: Source) -> dict[int, str]:
    """Return the note directly above each learning, by its place among them."""
    found: dict[int, str] = {}
    note, count = "", 0
    for item in read(source).file.items:
        if isinstance(item, tree.Note):
            note = item.text
        elif isinstance(item, tree.Learning):
            found[count] = note
            count += 1
            note = ""
    return found


def _place(title: str, procedure: str) -> tuple[str, str]:
    found = re.fullmatch(r"(?i)learnings of (.+\.(?:kog|md))", title.strip())
    if procedure:
        return "file", procedure
    if found is not None:
        return "file", found[1]
    return "workspace", ""


def taken_in(session: Session, one: Incoming, by: str, on: bool) -> LearningRow:
    """Keep a learning of a file."""
    now = session.store.now()
    row = LearningRow(
        session.store.next_id("L"), 1, 0, one.taught.text, one.scope, one.path, "",
        one.owner or by, now, one.until, "on" if on and not one.off else "off", "imported", by, now,
    )  # fmt: skip
    Learnings(session.store).put(row)
    session.taught += 1
    return row
