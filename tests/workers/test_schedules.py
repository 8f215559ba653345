"""When a schedule is due: by the calendar, the clock, and across daylight saving."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kognilang.language.reading import read
from kognilang.meaning.books import Library
from kognilang.meaning.plan import TriggerInfo
from kognilang.meaning.understanding import understand
from kognilang.settings import Settings
from kognilang.text.source import Source
from kognilang.workers.schedules import due_between, next_due

HERE = Settings(Path(), time_zone="Europe/Berlin")


def trigger(head: str) -> TriggerInfo:
    source = Source("page.kog", f'{head}:\n    Say "x".\n')
    found = understand(read(source), source, Library(), HERE)
    assert not found.errors, found.errors[0].summary
    return found.plan.triggers[0]


def dues(head: str, after: str, count: int) -> list[str]:
    info = trigger(head)
    at = datetime.fromisoformat(after).replace(tzinfo=UTC)
    found = []
    for _ in range(count):
        due = next_due(info, at, HERE)
        assert due is not None
        found.append(due.strftime("%a %m-%d %H:%M"))
        at = due
    return found


@pytest.mark.parametrize(
    ("head", "after", "expected"),
    [
        ("Every weekday at 9:00", "2026-03-06T07:59", ["Fri 03-06 09:00", "Mon 03-09 09:00"]),
        ("Every day at 9:00 and 17:30", "2026-03-06T08:00", ["Fri 03-06 17:30", "Sat 03-07 09:00"]),
        ("Every Monday and Thursday at 5 pm", "2026-03-06T08:00",
         ["Mon 03-09 17:00", "Thu 03-12 17:00"]),
        ("Every 15 minutes", "2026-03-06T08:01", ["Fri 03-06 09:15", "Fri 03-06 09:30"]),
        ("Every hour", "2026-03-06T08:01", ["Fri 03-06 10:00", "Fri 03-06 11:00"]),
        ("Every business day at 8:00", "2026-03-06T08:00", ["Mon 03-09 08:00", "Tue 03-10 08:00"]),
        ("On the first business day of each month", "2026-01-15T08:00",
         ["Mon 02-02 00:00", "Mon 03-02 00:00"]),
        ("On the last business day of each month at 16:00", "2026-01-15T08:00",
         ["Fri 01-30 16:00", "Fri 02-27 16:00"]),
        ("On the 15th of each month at 9 am", "2026-01-15T08:00", ["Sun 02-15 09:00"]),
        ("On the 31st of each month at 9 am", "2026-02-01T08:00", ["Sat 02-28 09:00"]),
        ("On the second Tuesday of each month at noon", "2026-02-01T08:00", ["Tue 02-10 12:00"]),
        ("On the 29th of February at 9:00", "2026-03-01T08:00", ["Sun 02-28 09:00"]),
        ("Every month", "2026-02-01T08:00", ["Sun 03-01 00:00"]),
        ("At 9:00 every weekday", "2026-03-06T07:59", ["Fri 03-06 09:00", "Mon 03-09 09:00"]),
        ("On weekdays at 9:00", "2026-03-06T08:00", ["Mon 03-09 09:00"]),
        ("Daily at 9:00", "2026-03-06T08:00", ["Sat 03-07 09:00"]),
        ("Every week on Monday at 9:00", "2026-03-06T08:00", ["Mon 03-09 09:00"]),
        ("Every month on the 15th at 9:00", "2026-01-15T08:00", ["Sun 02-15 09:00"]),
        ("On January 2 at 9:00", "2026-01-15T08:00", ["Sat 01-02 09:00"]),
        ("Every year on March 31", "2026-01-15T08:00", ["Tue 03-31 00:00"]),
        ("Every quarter", "2026-01-15T08:00", ["Wed 04-01 00:00"]),
        ("On the last business day of each quarter", "2026-01-15T08:00", ["Tue 03-31 00:00"]),
        ("On the last day of each year at 18:00", "2026-01-15T08:00", ["Thu 12-31 18:00"]),
        ("Every 30 minutes from 9:00 to 10:00", "2026-03-06T08:15",
         ["Fri 03-06 09:30", "Fri 03-06 10:00", "Sat 03-07 09:00"]),
        ("Every hour on weekdays", "2026-03-06T22:30", ["Mon 03-09 00:00", "Mon 03-09 01:00"]),
    ],
)  # fmt: skip
def test_when_it_is_due(head: str, after: str, expected: list[str]) -> None:
    assert dues(head, after, len(expected)) == expected


def test_an_hour_that_is_left_out_comes_when_the_clock_has_jumped() -> None:
    # On 2026-03-29 the clocks of Berlin go from 2:00 to 3:00.
    assert dues("Every day at 2:30", "2026-03-28T02:00", 2) == [
        "Sun 03-29 03:30", "Mon 03-30 02:30",
    ]  # fmt: skip


def test_an_hour_that_comes_twice_is_due_once() -> None:
    # On 2026-10-25 the hour from 2:00 to 3:00 comes twice.
    assert dues("Every day at 2:30", "2026-10-24T12:00", 2) == [
        "Sun 10-25 02:30", "Mon 10-26 02:30",
    ]  # fmt: skip


def test_hours_are_by_the_clock_on_the_long_day_and_minutes_are_real() -> None:
    assert dues("Every 6 hours", "2026-10-24T21:59", 5) == [
        "Sun 10-25 00:00", "Sun 10-25 06:00", "Sun 10-25 12:00", "Sun 10-25 18:00",
        "Mon 10-26 00:00",
    ]  # fmt: skip
    assert dues("Every 30 minutes", "2026-10-24T23:59", 6) == [
        "Sun 10-25 02:00", "Sun 10-25 02:30", "Sun 10-25 02:00", "Sun 10-25 02:30",
        "Sun 10-25 03:00", "Sun 10-25 03:30",
    ]  # fmt: skip


def test_what_was_missed_is_found_and_never_endless() -> None:
    info = trigger("Every minute")
    after = datetime(2020, 1, 1, tzinfo=UTC)
    until = datetime(2026, 1, 1, tzinfo=UTC)
    found = due_between(info, after, until, HERE)
    assert len(found) == 1000
    assert found[-1] == until


@pytest.mark.parametrize(
    "head",
    ["Every weekday around 9:00", "Every 0 minutes", "On the 32nd of each month", "Every so"],
)
def test_what_cannot_be_told_is_refused(head: str) -> None:
    source = Source("page.kog", f'{head}:\n    Say "x".\n')
    found = understand(read(source), source, Library(), HERE)
    assert "trigger-not-understood" in {one.name for one in found.errors}


@pytest.mark.parametrize(
    ("head", "form", "place", "subject", "parameter"),
    [
        ('When a file is added to the folder "in"', "file", "in", "", "file"),
        ('When files arrive in "in"', "file", "in", "", "file"),
        ('When a new PDF arrives in the folder "in"', "file", "in", ".pdf", "pdf"),
        (
            'When a spreadsheet lands in the folder "in"',
            "file",
            "in",
            ".xlsx .csv",
            "spreadsheet",
        ),
        ('When an e-mail comes in from "a@b.c"', "email", "a@b.c", "", "email"),
        ('When we receive an email from "a@b.c" about "Order"', "email", "a@b.c", "Order", "email"),
        ('When an email with the subject "Order" arrives', "email", "", "Order", "email"),
        ('When a request is received at "/leave"', "request", "/leave", "", "request"),
    ],
)
def test_what_is_waited_for(head, form, place, subject, parameter) -> None:
    made = trigger(head)
    assert (made.form, made.place, made.subject, made.parameter) == (
        form,
        place,
        subject,
        parameter,
    )


@pytest.mark.parametrize(
    ("head", "offered"),
    [
        ("Every morning", "Every day at 9:00:"),
        ("At 17:30", "Every day at 17:30:"),
        (
            'When someone drops a file into the folder "in"',
            'When a file arrives in the folder "in":',
        ),
        ('When Ann writes from "a@b.c"', 'When an email arrives from "a@b.c":'),
        ('When somebody calls "/leave"', 'When a request arrives at "/leave":'),
    ],
)
def test_a_head_that_is_not_understood_gets_its_like(head, offered) -> None:
    source = Source("page.kog", f'{head}:\n    Say "x".\n')
    (found,) = understand(read(source), source, Library(), HERE).errors
    assert offered in found.candidates
    for one in found.candidates:
        assert trigger(one.removesuffix(":"))
