"""An example written from a run: what it was given, what people answered, what came of it."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kognilang.dataclass import dataclass
from kognilang.language.words import lemma, plural
from kognilang.values.kinds import List, Record, Table
from kognilang.values.shown import cell_text, shown

if TYPE_CHECKING:
    from kognilang.journal.records import RunRow
    from kognilang.meaning.skill import SkillInfo
    from kognilang.session import Session

_PARTICIPLES = {
    "send": "sent", "write": "written", "pay": "paid", "make": "made", "put": "put",
    "keep": "kept", "set": "set", "draw": "drawn", "build": "built", "tell": "told",
    "take": "taken", "give": "given", "copy": "copied", "reply": "replied", "cut": "cut",
}  # fmt: skip


@dataclass(slots=True)
class Recorded:
    """An example as text, and the file that it is about."""

    file: str
    text: str


def recorded(session: Session, run_id: str) -> Recorded:
    """Write an example from a run. Raises LookupError for a run that there is not."""
    row = session.store.run(run_id) if session.has_store() else None
    if row is None:
        raise LookupError(f"There is no run {run_id}.")
    given = [f"today is {_day(session, row)}", *_inputs(row), *_answers(session, run_id)]
    then = [*_spoken(session, run_id), *_done(session, run_id), _ended(session, row)]
    lines = [f"Example: as in the run {run_id}"]
    lines += _block("Given", given)
    lines += _block("When", ["we run this procedure"])
    lines += _block("Then", then)
    return Recorded(row.path, "\n".join(lines))


def _block(role: str, texts: list[str]) -> list[str]:
    lines = []
    for number, text in enumerate(texts):
        first, *below = text.split("\n")
        lines.append(f"    {role if number == 0 else 'And'} {first}")
        lines += [f"        {line}".rstrip() for line in below]
    return lines


def _day(session: Session, row: RunRow) -> date:
    from kognilang.values.moments import local

    return local(datetime.fromisoformat(row.started_at), session.settings).date()


def _inputs(row: RunRow) -> list[str]:
    from kognilang.values.coding import decode

    found = []
    for name, value in json.loads(row.inputs or "{}").items():
        found.append(f"the {name} is {_written(decode(value))}")
    return found


def _written(value: Any) -> str:
    """Return a value as the language writes it."""
    if isinstance(value, Table):
        rows = [
            "| " + " | ".join(cell_text(row.fields.get(c)) for c in value.columns) + " |"
            for row in value.rows
        ]
        return "\n".join(["", "| " + " | ".join(value.columns) + " |", *rows])
    if isinstance(value, Record):
        return "\n".join(["", *(f"{name}: {_written(v)}" for name, v in value.fields.items())])
    if isinstance(value, List):
        return " and ".join(_written(one) for one in value.items) or "nothing"
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return _quoted(value)
    return shown(value)


def _quoted(text: str) -> str:
    """Return a text in quotes; a quote or a brace in it would end it, or mean a value."""
    plain = " ".join(text.split())
    for mark in '"{}“”':
        plain = plain.replace(mark, "'" if mark in '"“”' else "")
    return f'"{plain}"'


def _answers(session: Session, run_id: str) -> list[str]:
    found = []
    for answer in session.store.answers(run_id):
        question = session.store.question(answer.question)
        if question is None:
            continue
        who = f"the {question.to}" if question.to else "someone"
        text = question.text.split("\n")[0]
        found.append(f"{who} answers {_quoted(answer.text)} to {_quoted(text)}")
    return found


def _spoken(session: Session, run_id: str) -> list[str]:
    found = []
    for row in session.store.journal(run_id):
        if row.what != "said":
            continue
        text = json.loads(row.data)["text"].strip("\n")
        plain = "\n".join(line.rstrip() for line in text.split("\n"))
        if not plain or "{" in plain or "}" in plain:
            continue
        if "\n" in plain or '"' in plain:
            found.append("it says:\n" + plain)
        else:
            found.append(f'it says "{plain}"')
    return found


def _done(session: Session, run_id: str) -> list[str]:
    counts: Counter[str] = Counter(
        one.skill for one in session.store.effects(run_id) if one.status == "done"
    )
    found = []
    for skill, number in counts.items():
        info = session.library.skills.get(skill)
        text = _passive(info, number) if info is not None else ""
        if text:
            found.append(text)
    return found


def _passive(info: SkillInfo, number: int) -> str:
    """Return `3 rows are added` for the phrase `add a row to the spreadsheet {file} …`; empty
    where the phrase has no noun of its own."""
    for phrase in info.phrases:
        words = phrase.split()
        if len(words) < 3 or words[1] not in ("a", "an"):
            continue
        verb, noun = words[0], words[2]
        done = _participle(verb)
        if not noun.isalpha() or not done:
            continue
        if number == 1:
            return f"{words[1]} {noun} is {done} once"
        return f"{number} {plural(noun)} are {done}"
    return ""


def _participle(verb: str) -> str:
    candidates = [_PARTICIPLES.get(verb, ""), f"{verb}ed", f"{verb}d", f"{verb}{verb[-1]}ed"]
    return next((one for one in candidates if one and lemma(one) == lemma(verb)), "")


def _ended(session: Session, row: RunRow) -> str:
    if row.status == "failed":
        reason = " ".join(row.outcome.split())
        return f"it fails because {_quoted(reason)}" if reason else "it fails"
    waiting = session.store.questions("open", run=row.id)
    if waiting:
        return f"it waits for the {waiting[0].to}" if waiting[0].to else "it waits"
    return "it finishes"
