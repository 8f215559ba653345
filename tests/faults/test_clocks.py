"""Clocks that jump back and forth, and days that have 23 or 25 hours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kognilang.session import Session
from tests.running.replays import held

WAIT = """\
Wait until {when}.
Add the line "reminded" to the file "out.txt".
Say "It is {now}."
"""


class Clock:
    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment


def waiting(folder: Path, when: str, clock: Clock, zone: str = "UTC") -> Session:
    (folder / "kognilang.toml").write_text(f'"time zone" = "{zone}"\n')
    (folder / "wait.kog").write_text(WAIT.replace("{when}", when))
    session = Session(folder, no_input=True, clock=clock, out=lambda text: None)
    assert session.start(folder / "wait.kog").status == "waiting"
    return session


def test_a_clock_that_jumps_back_and_forth_does_it_once(tmp_path: Path) -> None:
    clock = Clock(datetime(2026, 11, 22, 10, tzinfo=UTC))
    session = waiting(tmp_path, "December 1, 2026 at 9:00", clock)
    for days in (-400, 3, -1, 8):
        clock.moment += timedelta(days=days)
        assert session.advance("r1").status == "waiting"
        assert not (tmp_path / "out.txt").exists()
    clock.moment = datetime(2031, 1, 1, tzinfo=UTC)
    assert session.advance("r1").status == "finished"
    clock.moment = datetime(1999, 1, 1, tzinfo=UTC)
    assert session.advance("r1").status == "finished"
    assert (tmp_path / "out.txt").read_text() == "reminded\n"
    held(session, "r1")
    assert session.verify("r1") == ""


@pytest.mark.parametrize(
    ("when", "due"),
    [
        # In the night of 29 March 2026 Berlin has no 2:30.
        ("March 29, 2026 at 1:59", datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        ("March 29, 2026 at 3:00", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        # In the night of 25 October 2026 it has 2:30 twice: the first counts.
        ("October 25, 2026 at 2:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("October 25, 2026 at 3:00", datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
    ],
)
def test_a_wait_over_daylight_saving_ends_at_its_moment(
    tmp_path: Path, when: str, due: datetime
) -> None:
    clock = Clock(datetime(2026, 3, 1, tzinfo=UTC))
    session = waiting(tmp_path, when, clock, "Europe/Berlin")
    clock.moment = due - timedelta(seconds=1)
    assert session.advance("r1").status == "waiting"
    clock.moment = due
    assert session.advance("r1").status == "finished"
    held(session, "r1")


def test_a_write_begun_before_the_clock_went_back_is_asked_about(tmp_path: Path) -> None:
    """An intent of the future says nothing of its age: the key may be stale."""
    from kognilang.running.effects import stale
    from kognilang.running.world import Limits

    begun = "2026-11-22T10:00:00+00:00"
    now = datetime(2026, 11, 22, 11, tzinfo=UTC)
    assert not stale(begun, now, Limits())
    assert stale(begun, now + timedelta(days=2), Limits())
    assert stale(begun, now - timedelta(days=2), Limits())
    assert not stale(begun, now - timedelta(hours=3), Limits())
