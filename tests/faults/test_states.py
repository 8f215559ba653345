"""A state machine over runs, answers, crashes and clocks: whatever happens in whatever order, every
run ends as if nothing had, and every line is written once."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kognilang.journal.records import LostLease, Unit
from kognilang.journal.store import Store
from kognilang.session import Session
from tests.running.replays import held

TEXT = """\
Read the spreadsheet "rows.csv" as the rows.
The sum is 0.
Process each row as follows:
    If the row's amount is more than 10:
        Ask the manager whether to keep the row.
        If the answer is no, skip this row.
    Add the line "{the run}, {the row's code}" to the file "out.txt".
    Add the row's amount to the sum.
Wait 2 days.
Add the line "{the run}, {the sum}" to the file "out.txt".
Say "{the run}: {the sum}"
"""
OPEN = ("ready", "running", "parked", "waiting")


class Crash(BaseException):
    """The machine died."""


class Lives(RuleBasedStateMachine):
    """A workspace in which programs begin, answer, die and come back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="kognilang-states-"))
        (self.folder / "kognilang.toml").write_text("")
        (self.folder / "rows.csv").write_text("code,amount\nA,1\nB,20\nC,3\nD,40\n")
        (self.folder / "made.kog").write_text(TEXT)
        self.moment = datetime(2026, 3, 28, 12, tzinfo=UTC)
        self.kept: dict[str, dict[str, bool]] = {}
        """By run: what was answered about the rows that are asked about."""
        self.cancelled: set[str] = set()
        self.names: dict[str, str] = {}
        self.number = 0
        self.session = self.opened()

    def opened(self) -> Session:
        return Session(self.folder, no_input=True, clock=lambda: self.moment, out=lambda text: None)

    def teardown(self) -> None:
        try:
            self.end_everything()
        finally:
            self.session.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    # -- what happens ------------------------------------------------------------------

    @precondition(lambda self: len(self.session.runs()) < 4)
    @rule(dies=st.integers(0, 9), after=st.booleans())
    def begin(self, dies: int, after: bool) -> None:
        self.number += 1
        name = f"n{self.number}"
        before = {row.id for row in self.session.runs()}
        self.perhaps_dying(
            dies, after, lambda: self.session.start(self.folder / "made.kog", {"run": name})
        )
        for row in self.session.runs():
            if row.id not in before:
                self.names[row.id] = name
                self.kept[row.id] = {}

    @precondition(lambda self: self.open_runs())
    @rule(data=st.data(), dies=st.integers(0, 9), after=st.booleans())
    def go_on(self, data: Any, dies: int, after: bool) -> None:
        run = data.draw(st.sampled_from(self.open_runs()))
        self.perhaps_dying(dies, after, lambda: self.session.advance(run))

    @precondition(lambda self: self.session.inbox())
    @rule(data=st.data(), yes=st.booleans(), twice=st.booleans())
    def answer(self, data: Any, yes: bool, twice: bool) -> None:
        question = data.draw(st.sampled_from(self.session.inbox()))
        assert self.session.answer(question.id, "yes" if yes else "no", "manager").accepted
        code = "B" if question.id in self.first_asked(question.run) else "D"
        self.kept[question.run][code] = yes
        if twice:
            other = self.session.answer(question.id, "no" if yes else "yes", "manager")
            assert not other.accepted

    @precondition(lambda self: self.session.inbox())
    @rule(data=st.data())
    def answer_badly(self, data: Any) -> None:
        question = data.draw(st.sampled_from(self.session.inbox()))
        assert not self.session.answer(question.id, "perhaps on Tuesday", "manager").accepted

    @rule(hours=st.integers(-200, 200))
    def clock(self, hours: int) -> None:
        self.moment += timedelta(hours=hours)

    @rule()
    def another_program(self) -> None:
        self.session.close()
        self.session = self.opened()

    @precondition(lambda self: self.open_runs())
    @rule(data=st.data())
    def cancel(self, data: Any) -> None:
        run = data.draw(st.sampled_from(self.open_runs()))
        assert self.session.cancel(run)
        self.cancelled.add(run)

    def perhaps_dying(self, dies: int, after: bool, work: Any) -> None:
        """Do something with a program that dies at one of its commits, if it gets so far."""
        if not dies:
            work()
            return
        store = self.session.store
        commit = store.commit
        count = 0

        def mortal(unit: Unit) -> str:
            nonlocal count
            count += 1
            if count < dies:
                return commit(unit)
            if count == dies and after:
                commit(unit)
            raise Crash

        store.commit = mortal  # type: ignore[method-assign]
        try:
            work()
        except Crash:
            pass
        except LostLease:
            raise
        self.session.close()
        self.session = self.opened()

    # -- what must hold --------------------------------------------------------------------

    def open_runs(self) -> list[str]:
        return [row.id for row in self.session.runs() if row.status in OPEN]

    def first_asked(self, run: str) -> set[str]:
        """The questions about row B: its lane is the second."""
        found = Store.questions(self.session.store, None, run=run)
        return {one.id for one in found if one.lane.endswith(".1")}

    def lines(self) -> list[str]:
        path = self.folder / "out.txt"
        return path.read_text().splitlines() if path.exists() else []

    @invariant()
    def nothing_is_written_twice(self) -> None:
        lines = self.lines()
        assert len(lines) == len(set(lines))

    @invariant()
    def every_journal_is_whole(self) -> None:
        for row in self.session.runs():
            assert self.session.verify(row.id) == ""
            assert row.status in (*OPEN, "finished", "cancelled"), row.status

    def end_everything(self) -> None:
        for _ in range(40):
            left = self.open_runs()
            if not left:
                break
            self.moment += timedelta(days=3)
            for question in self.session.inbox():
                assert self.session.answer(question.id, "yes", "manager").accepted
                code = "B" if question.id in self.first_asked(question.run) else "D"
                self.kept[question.run][code] = True
            for run in left:
                self.session.advance(run)
        assert not self.open_runs()
        lines = self.lines()
        for run, name in self.names.items():
            held(self.session, run)
            if run in self.cancelled:
                continue
            kept = [code for code in "BD" if self.kept[run].get(code, False)]
            amounts = {"A": 1, "B": 20, "C": 3, "D": 40}
            total = sum(amounts[code] for code in ("A", "C", *kept))
            own = [line for line in lines if line.startswith(f"{name}, ")]
            mine = sorted(line.removeprefix(f"{name}, ") for line in own)
            assert mine == sorted(["A", "C", *kept, str(total)]), run
            effects = self.session.store.effects(run)
            assert {one.status for one in effects} == {"done"}
            assert len(effects) == len(mine)


CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


class ShortLives(Lives):
    """A share of it."""


class LongLives(Lives):
    """Much of it."""


TestShortLives = ShortLives.TestCase
TestShortLives.settings = settings(
    max_examples=8, stateful_step_count=12, deadline=None, suppress_health_check=CHECKS
)

TestLongLives = pytest.mark.timeout(3600)(pytest.mark.long(LongLives.TestCase))
TestLongLives.settings = settings(
    max_examples=300, stateful_step_count=40, deadline=None, suppress_health_check=CHECKS
)
