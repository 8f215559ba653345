"""The sample of two months in process: a clerk who remembers in the first, and what is paid."""

from __future__ import annotations

import csv
import importlib.util
import os
import shutil
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from kognilang.asking.wishes import Wish
from kognilang.session import Session
from kognilang.session.remembering import remember
from kognilang.values.kinds import Money
from kognilang.values.shown import shown

SAMPLE = Path(__file__).parents[2] / "samples" / "accounts-payable-months"
PROCEDURE = "pay-month.kog"


def module(name: str) -> ModuleType:
    """A module of the sample's folder."""
    known = f"accounts_payable_months_{name}"
    if known not in sys.modules:
        spec = importlib.util.spec_from_file_location(known, SAMPLE / f"{name}.py")
        assert spec is not None and spec.loader is not None
        made = importlib.util.module_from_spec(spec)
        sys.modules[known] = made
        spec.loader.exec_module(made)
    return sys.modules[known]


def workspace(folder: Path, files: set[str] | None = None) -> Path:
    """A folder with the sample's files; of the invoices those named, or all."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (PROCEDURE, "kognilang.toml", "purchasing.xlsx"):
        shutil.copyfile(SAMPLE / name, folder / name)
    for month in ("october", "november"):
        (folder / month).mkdir()
        for path in sorted((SAMPLE / month).iterdir()):
            if files is None or path.name in files:
                try:
                    os.link(path, folder / month / path.name)
                except OSError:
                    shutil.copyfile(path, folder / month / path.name)
    return folder


def clerk(folder: Path, month: Any, remembers: bool) -> Counter[str]:
    """Run a month and answer all its questions as a sensible person does; return how many of
    each sort there were (`approval` apart)."""
    story = module("story")
    troubles = {one.number: one.trouble for one in month.invoices if not one.of}
    session = Session(folder, no_input=True, out=lambda text: None)
    asked: Counter[str] = Counter()
    try:
        view = session.start(folder / PROCEDURE, {"inbox": month.name})
        while view.status == "parked":
            for question in session.store.questions("open", run=view.id):
                number = question.item.split()[1]
                trouble = troubles[number]
                if "is the first of" in question.sentence:
                    trouble = "duplicate"
                if question.problem == "approval":
                    asked["approval"] += 1
                    assert session.answer(question.id, "yes", by=question.to).accepted
                    continue
                asked[trouble] += 1
                answer = story.ANSWERS.get(trouble) or story.Answer(story.HELD)
                given = session.answer(question.id, answer.text, by=question.to)
                assert given.accepted, given.message
                if remembers:
                    wish = Wish(answer.always, answer.only, answer.when)
                    kept = remember(session, question.id, wish)
                    assert kept.row is None or kept.row.status == "on", kept
            view = session.advance(view.id)
        assert view.status == "finished"
        assert session.verify(view.id) == ""
        assert [row.status for row in session.store.effects(view.id)].count("done") == len(
            session.store.effects(view.id)
        )
    finally:
        session.close()
    return asked


def paid(folder: Path) -> list[tuple[str, ...]]:
    """The payments that were written: invoice, payee, IBAN, amount, due date."""
    with (folder / "results" / "payments.csv").open(encoding="utf-8", newline="") as file:
        return sorted(
            (row["invoice"], row["payee"], row["IBAN"], row["amount"], row["due date"])
            for row in csv.DictReader(file)
        )


def right(month: Any, files: set[str] | None = None) -> list[tuple[str, ...]]:
    """The payments that the generator knows to be right, as they are written."""
    return sorted(
        (
            one.number,
            one.vendor.name,
            one.vendor.iban,
            shown(Money(one.total, "USD")),
            one.due.isoformat(),
        )
        for one in month.invoices
        if one.paid and (files is None or one.file in files)
    )


def questions(asked: Counter[str]) -> int:
    """How many questions there were, approvals aside."""
    return sum(asked.values()) - asked["approval"]
