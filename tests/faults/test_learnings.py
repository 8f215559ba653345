"""A crash before or after any commit of a run that learnings carry on: each is used once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kognilang.journal.learnings import Learnings
from kognilang.journal.store import Store
from kognilang.session import Session
from tests.faults.test_crashes import Crash, Mortal
from tests.running.replays import held
from tests.running.test_learning import HEAD, TEXT, Shop

LEARNT = f"""{HEAD}
    If the invoice's vendor is "Acme":
        Add a row to the spreadsheet "late.csv" with
            the number: the invoice's number
        Wait 0 seconds.
        Skip this step.
"""


def carried(folder: Path, dies_at: int, after: bool) -> dict[str, Any]:
    """Run to where it waits for a person, through one crash; return what came of it."""
    folder.mkdir()
    shop = Shop(folder)
    (folder / "pay.kog").write_text(TEXT)
    (folder / "kognilang.toml").write_text("[learnings]\nwrite = true\n")
    shop.teach(LEARNT)
    shop.teach(
        f"{HEAD}\n    Set the invoice's total to the invoice's total divided by 0.\n"
        "    Try again.\n"
    )
    for session in shop.sessions:
        session.close()
    said: list[str] = []
    place = folder / ".kognilang" / "store.db"
    store: Store = Mortal.open(place)
    assert isinstance(store, Mortal)
    Mortal.commits = 0
    store.dies_at, store.after = dies_at, after
    session = Session(folder, store=store, no_input=True, out=said.append)
    try:
        session.start(folder / "pay.kog")
    except Crash:
        session.close()
        session = Session(folder, no_input=True, out=said.append)
        while (view := session.advance("r1")).status == "waiting":
            pass
        for question in view.questions:
            if question.problem == "interrupted-write":
                late = folder / "late.csv"
                there = late.exists() and question.item.split()[1] in late.read_text()
                assert session.answer(question.id, "yes" if there else "no").accepted
        view = session.advance("r1")
    view = session.view("r1")
    held(session, "r1")
    rows = (folder / "late.csv").read_text().split()
    found = {
        "status": view.status,
        "questions": [(one.item, one.text, one.values) for one in view.questions],
        "uses": {id: count for id, (count, _) in Learnings(session.store).uses().items()},
        "late": sorted(rows),
        "chain": session.verify("r1"),
        "commits": Mortal.commits,
    }
    session.close()
    return found


@pytest.mark.parametrize(
    "after",
    [pytest.param(False, marks=pytest.mark.long, id="before"), pytest.param(True, id="after")],
)
def test_a_crash_at_any_commit_changes_nothing(tmp_path: Path, after: bool) -> None:
    calm = carried(tmp_path / "calm", -1, False)
    assert calm["uses"] == {"L1": 2}
    assert calm["late"] == ["A2", "A4", "number"]
    assert [item for item, _, _ in calm["questions"]] == ["invoice B3"]
    commits = calm.pop("commits")
    assert commits > 2
    for at in range(1, commits + 1):
        found = carried(tmp_path / f"{at}", at, after)
        del found["commits"]
        assert found == calm, at
