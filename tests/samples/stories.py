"""The stories of all samples in process: each carried to its end from wherever it stands."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kognilang.asking.wishes import Wish
from kognilang.journal.learnings import Learnings
from kognilang.journal.records import QuestionRow, RunRow
from kognilang.journal.store import Store
from kognilang.session import Session
from kognilang.session.remembering import remember
from tests.samples import months, story

INCIDENT = "incident"
"""Whoever is killed again and again before the first step is done is asked about it once it gets so
far: how often that is, is the machine's."""

SAMPLES = Path(__file__).parents[2] / "samples"


@dataclass(frozen=True)
class Story:
    """A sample's story: its workspace, the runs that it begins by their inputs, and what people
    answer. `wish` says for what an answer is remembered, if it is."""

    name: str
    make: Callable[[Path], Path]
    procedure: str
    starts: tuple[dict[str, Any], ...]
    answer: Callable[[QuestionRow], str]
    wish: Callable[[QuestionRow], Wish | None] = lambda question: None


def _copied(name: str) -> Callable[[Path], Path]:
    """Return what makes a folder with a sample's own files, without what a run has left there."""

    def make(folder: Path) -> Path:
        left_out = shutil.ignore_patterns(".*", "results")
        shutil.copytree(SAMPLES / name, folder, ignore=left_out)
        return folder

    return make


TROUBLES = ("no PO number", "off by rounding", "duplicate", "two vendors of that name", "")
"""The troubles of the small share of the two months."""


def few_files() -> set[str]:
    """Of each month an invoice of some sorts of trouble."""
    files: set[str] = set()
    for month in months.module("story").Story().months:
        for trouble in TROUBLES:
            one = next(one for one in month.invoices if one.trouble == trouble)
            files.add(one.file)
            files |= {twin.file for twin in month.invoices if one.of and twin.number == one.of}
    return files


def _troubles() -> dict[str, str]:
    made = months.module("story").Story().months
    return {one.number: one.trouble for month in made for one in month.invoices if not one.of}


def _clerks_answer(question: QuestionRow) -> Any:
    """What a sensible clerk answers about an invoice of the months."""
    told = months.module("story")
    trouble = _troubles()[question.item.split()[1]]
    if "is the first of" in question.sentence:
        trouble = "duplicate"
    return told.ANSWERS.get(trouble) or told.Answer(told.HELD)


def _clerks_wish(question: QuestionRow) -> Wish | None:
    if question.problem == "approval":
        return None
    answer = _clerks_answer(question)
    return Wish(answer.always, answer.only, answer.when)


_LEAVE: dict[tuple[str, str], str] = {
    ("request L-104", "whether"): "no",
    ("request L-105", "check-failed"): "request's start: 2026-12-07, request's end: 2026-12-11",
    ("request L-106", "no-match"): "1",
}
_CASH: dict[str, str] = {
    "payment refund": "skip this payment",
    "order O-502": "no",
    "order O-504": "lee@damson.example",
    "order O-505": "1",
}
PAYABLE = Story("accounts-payable", story.workspace, story.PROCEDURE, ({},), story.answer_to)
OUTAGE = Story(
    "payment-outage",
    _copied("payment-outage"),
    "payment-outage.md",
    ({},),
    lambda question: "yes",
)
LEAVE = Story(
    "leave-requests",
    _copied("leave-requests"),
    "leave-requests.kog",
    ({},),
    lambda question: _LEAVE.get((question.item, question.problem), "yes"),
)
CASH = Story(
    "order-to-cash",
    _copied("order-to-cash"),
    "order-to-cash.kog",
    ({},),
    lambda question: _CASH.get(question.item, "yes"),
)
MONTHS = Story(
    "accounts-payable-months",
    lambda folder: months.workspace(folder, few_files()),
    months.PROCEDURE,
    ({"inbox": "october"}, {"inbox": "november"}),
    lambda one: "yes" if one.problem == "approval" else str(_clerks_answer(one).text),
    _clerks_wish,
)
STORIES = (PAYABLE, OUTAGE, LEAVE, CASH, MONTHS)


def in_order(store: Store) -> list[RunRow]:
    """The runs of a store, the first first."""
    return sorted(store.runs(), key=lambda row: int(row.id[1:]))


def carry(told: Story, folder: Path, said: list[str], store: Store | None = None) -> None:
    """Begin each run of a story or take it up, answer what it asks, until all have ended."""
    for number, inputs in enumerate(told.starts):
        for _ in range(12):
            session = story.session_in(folder, said, store)
            try:
                runs = in_order(session.store)
                if len(runs) <= number:
                    view = session.start(folder / told.procedure, inputs)
                else:
                    _answer(told, session, runs[number].id)
                    view = session.advance(runs[number].id)
            finally:
                if store is None:
                    session.close()
            if view.status == "finished":
                break
            assert view.status == "parked", view.status
        else:
            raise AssertionError("the run does not end")


def _answer(told: Story, session: Session, run: str) -> None:
    """Answer what is open; what was answered before a crash is remembered if it was not yet."""
    for question in session.store.questions("answered", run=run):
        _remember(told, session, question)
    for question in session.store.questions("open", run=run):
        given = session.answer(question.id, answered(told, question), by=question.to)
        assert given.accepted, (question.text, given.message)
        _remember(told, session, question)


def answered(told: Story, question: QuestionRow) -> str:
    """What the person who is asked types."""
    return "try again" if question.problem == INCIDENT else told.answer(question)


def _remember(told: Story, session: Session, question: QuestionRow) -> None:
    wish = None if question.problem == INCIDENT else told.wish(question)
    kept = {row.question for row in Learnings(session.store).current()}
    if wish is not None and question.id not in kept:
        remember(session, question.id, wish)


def outcome(folder: Path) -> dict[str, Any]:
    """What has become of everything: the files that were written and what the store holds."""
    results = folder / "results"
    files = {
        str(path.relative_to(results)): _lines(path)
        for path in sorted(results.rglob("*"))
        if path.is_file() and path.parent.name != "outbox"
    }
    mails = [_lines(path) for path in (results / "outbox").glob("*")]
    with closing(Store.open(folder / ".kognilang" / "store.db")) as store:
        rows = in_order(store)
        # A crash may have used up an id.
        number = {row.id: at for at, row in enumerate(rows, 1)}
        uses = Learnings(store).uses()
        return {
            "files": files,
            "mails": sorted(mails),
            "runs": [(number[row.id], row.status) for row in rows],
            "effects": sorted(
                (number[one.run], one.lane, one.skill, one.arguments, one.status)
                for row in rows
                for one in store.effects(row.id)
            ),
            "questions": sorted(
                (number[one.run], one.lane, one.problem, one.text, one.status)
                for status in ("open", "answered", "withdrawn")
                for one in store.questions(status)
                if one.problem != INCIDENT
            ),
            "learnt": sorted(
                (row.text, row.status, uses.get(row.id, (0, ""))[0])
                for row in Learnings(store).current()
            ),
            "journal": [store.verify(row.id).reason for row in rows],
        }


def _lines(path: Path) -> list[str]:
    """A file's lines in an order of their own, without what hangs on the run or the moment."""
    if path.suffix == ".docx":
        return [hashlib.sha256(path.read_bytes()).hexdigest()]
    text = re.sub(r",E[0-9a-f]+,", ",E,", path.read_text(encoding="utf-8"))
    text = re.sub(r"kog-[0-9a-f]{24}", "kog", text)
    return sorted(one for one in text.splitlines() if not one.startswith(("Date:", "Message-ID:")))
