"""Waits are rows with a due time: no process is held, and hours later the run goes on."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kognilang.session import Session
from tests.patience import PATIENCE

from .test_branches import Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.mark.parametrize(
    ("wait", "hours", "before"),
    [
        ("Wait 2 days.", 48, 47),
        ("Wait for 90 minutes.", 1.5, 1.4),
        ("Wait until 14:00.", 5, 4.9),
        ("Wait until 8:00.", 23, 22.9),
        ("Wait until March 3, 2026.", 15, 14.9),
        ("Wait until 2026-03-02 at 17:30.", 8.5, 8.4),
        ("Wait 3 business days.", 72, 71),
    ],
)
def test_a_wait_is_over_at_its_moment_and_not_before(
    place: Place, wait: str, hours: float, before: float
) -> None:
    view = place.start(f'Say "a".\n{wait}\nSay "b".\n')
    assert (view.status, place.said) == ("waiting", ["a"])
    place.clock.forward(hours=before)
    assert place.go(view.id).status == "waiting"
    place.clock.forward(hours=hours - before)
    assert place.go(view.id).status == "finished"
    assert place.said == ["a", "b"]


def test_a_moment_that_is_past_does_not_wait(place: Place) -> None:
    assert place.start("Wait until 2026-03-01 at 9:00.\n").status == "finished"


def test_a_condition_is_checked_afresh_every_so_often(place: Place) -> None:
    (place.folder / "state.txt").write_text("open")
    view = place.start(
        'Wait until the state is "shipped", checking every 10 minutes, for up to 2 hours:\n'
        '    Read the file "state.txt" as the state.\nSay "gone".\n'
    )
    for _ in range(3):
        assert view.status == "waiting"
        place.clock.forward(minutes=10, seconds=1)
        view = place.go(view.id)
    (place.folder / "state.txt").write_text("shipped")
    assert place.go(view.id).status == "waiting"  # It is not looked at before its time.
    place.clock.forward(minutes=10, seconds=1)
    assert place.go(view.id).status == "finished"
    assert place.said == ["gone"]


def test_what_never_comes_is_asked_about(place: Place) -> None:
    (place.folder / "state.txt").write_text("open")
    view = place.start(
        'Wait until the state is "shipped", checking every hour, for up to 2 hours:\n'
        '    Read the file "state.txt" as the state.\n'
    )
    for _ in range(3):
        place.clock.forward(hours=1, seconds=1)
        view = place.go(view.id)
    (question,) = view.questions
    assert question.problem == "timed-out"


@pytest.mark.parametrize(
    "head",
    [
        "Try up to 3 times, waiting 5 minutes in between:",
        "Try up to 3 times, waiting 5 minutes between tries:",
        "Try at most 3 times, waiting 5 minutes between:",
        "Retry up to 3 times, waiting 5 minutes between attempts:",
        "Try 3 times, waiting 5 minutes in between:",
    ],
)
def test_a_block_is_tried_so_often_with_waits_between(place: Place, head: str) -> None:
    view = place.start(
        f'{head}\n    Say "try".\n    Read the file "a.txt" as the state.\nSay "{{the state}}".\n'
    )
    assert (view.status, place.said) == ("waiting", ["try"])
    place.clock.forward(minutes=5, seconds=1)
    assert place.go(view.id).status == "waiting"
    (place.folder / "a.txt").write_text("here")
    place.clock.forward(minutes=5, seconds=1)
    assert place.go(view.id).status == "finished"
    assert place.said == ["try", "try", "try", "here"]


def test_the_last_try_asks(place: Place) -> None:
    view = place.start('Try up to 2 times:\n    Read the file "a.txt" as the state.\n')
    assert [one.problem for one in view.questions] == ["missing-file"]


def test_a_night_with_an_hour_left_out(place: Place) -> None:
    (place.folder / "kognilang.toml").write_text('"time zone" = "Europe/Berlin"\n')
    place.clock.now = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
    view = place.start('Wait until 2026-03-29 at 2:30.\nSay "b".\n')
    place.clock.now = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert place.go(view.id).status == "waiting"
    place.clock.now = datetime(2026, 3, 29, 1, 31, tzinfo=UTC)
    assert place.go(view.id).status == "finished"


def test_a_day_is_a_day_by_the_calendar_when_the_clock_changes(place: Place) -> None:
    (place.folder / "kognilang.toml").write_text('"time zone" = "Europe/Berlin"\n')
    place.clock.now = datetime(2026, 3, 28, 11, 0, tzinfo=UTC)
    view = place.start('Wait 1 day.\nSay "b".\n')
    row = place.session().store.run(view.id)
    assert row is not None
    assert row.wake_at.startswith("2026-03-29T10:00")


def test_the_command_leaves_a_waiting_run_and_resume_goes_on(tmp_path: Path) -> None:
    (tmp_path / "kognilang.toml").write_text("")
    (tmp_path / "w.kog").write_text('Say "a".\nWait 90 seconds.\nSay "b".\n')

    def kog(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kognilang.terminal.main", *words], cwd=tmp_path,
            capture_output=True, text=True, timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    left = kog("run", "w.kog")
    assert (left.returncode, left.stdout) == (3, "a\n")
    assert "kog resume r1" in left.stderr
    later = Session(
        tmp_path, clock=lambda: datetime(2100, 1, 1, tzinfo=UTC), no_input=True, patience=0
    )
    assert later.advance("r1").status == "finished"
    assert later.said == ["b"]
    assert kog("resume", "r1").stdout == ""
