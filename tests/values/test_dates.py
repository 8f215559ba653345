"""Days, times and moments: their parts, moving them, and what lies between; DST and holidays."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kognilang.settings import Settings
from kognilang.values.comparing import compare
from kognilang.values.context import Context
from kognilang.values.kinds import Duration, Exceptional
from kognilang.values.moments import at
from kognilang.values.operations import apply
from kognilang.values.shown import shown

D = Decimal
FRIDAY = date(2026, 11, 20)
SUNDAY = date(2026, 11, 22)
"""Today, in these tests."""
BUSINESS = [Duration(business_days=n) for n in range(4)]


@pytest.mark.parametrize(
    ("name", "values", "result"),
    [
        ("today", (), SUNDAY),
        ("tomorrow", (), date(2026, 11, 23)),
        ("yesterday", (), date(2026, 11, 21)),
        ("next weekday", ("Friday",), date(2026, 11, 27)),
        ("next weekday", ("sunday",), date(2026, 11, 29)),
        ("last weekday", ("Friday",), FRIDAY),
        ("last weekday", ("Sunday",), date(2026, 11, 15)),
        ("next business day", (), date(2026, 11, 23)),
        ("last business day", (), FRIDAY),
        ("end of month", (), date(2026, 11, 30)),
        ("end of month", (date(2024, 2, 10),), date(2024, 2, 29)),
        ("start of month", (), date(2026, 11, 1)),
        ("end of year", (), date(2026, 12, 31)),
        ("start of week", (), date(2026, 11, 16)),
        ("end of week", (), SUNDAY),
        ("start of quarter", (), date(2026, 10, 1)),
        ("end of quarter", (date(2026, 2, 1),), date(2026, 3, 31)),
        ("first business day of month", (), date(2026, 11, 2)),
        ("last business day of month", (date(2026, 10, 5),), date(2026, 10, 30)),
        ("next month", (), date(2026, 12, 1)),
        ("last year", (), date(2025, 1, 1)),
        ("end of next month", (), date(2026, 12, 31)),
        ("start of next month", (), date(2026, 12, 1)),
        ("end of last month", (), date(2026, 10, 31)),
        ("start of last month", (), date(2026, 10, 1)),
        ("days from to counting both", (date(2026, 3, 1), date(2026, 2, 1)), D(-29)),
        ("business days from to counting both", (FRIDAY, date(2026, 11, 23)), D(2)),
        ("in", (Duration(days=3),), date(2026, 11, 25)),
        ("ago", (Duration(months=1),), date(2026, 10, 22)),
        ("after", (Duration(days=3), date(2026, 2, 26)), date(2026, 3, 1)),
        ("before", (Duration(days=14), date(2026, 3, 1)), date(2026, 2, 15)),
        ("after", (Duration(months=1), date(2026, 1, 31)), date(2026, 2, 28)),
        ("after", (Duration(months=12), date(2024, 2, 29)), date(2025, 2, 28)),
        ("after", (BUSINESS[1], FRIDAY), date(2026, 11, 23)),
        ("after", (BUSINESS[1], SUNDAY), date(2026, 11, 23)),
        ("after", (BUSINESS[3], FRIDAY), date(2026, 11, 25)),
        ("before", (BUSINESS[1], date(2026, 11, 23)), FRIDAY),
        ("before", (BUSINESS[1], SUNDAY), FRIDAY),
        ("after", (BUSINESS[0], SUNDAY), SUNDAY),
        ("after", (Duration(days=2), "2026-03-01"), date(2026, 3, 3)),
        ("duration", (D(2), "week"), Duration(days=14)),
        ("duration", (D("1.5"), "hour"), Duration(seconds=D(5400))),
        ("duration", (D("1.5"), "day"), Duration(seconds=D(129600))),
        ("duration", (D("1.5"), "year"), Duration(months=18)),
        ("duration", (D(30), "business day"), Duration(business_days=30)),
        ("days between", (date(2026, 3, 1), date(2026, 2, 1)), D(28)),
        ("days between counting both", (date(2026, 3, 1), date(2026, 2, 1)), D(29)),
        ("days from to", (date(2026, 3, 1), date(2026, 2, 1)), D(-28)),
        ("business days between", (FRIDAY, date(2026, 11, 23)), D(1)),
        ("business days between", (date(2026, 11, 23), FRIDAY), D(1)),
        ("business days between counting both", (FRIDAY, date(2026, 11, 23)), D(2)),
        ("business days from to", (date(2026, 11, 23), FRIDAY), D(-1)),
        ("weeks between", (date(2026, 3, 1), date(2026, 3, 15)), D(2)),
        ("months between", (date(2026, 1, 31), date(2026, 2, 28)), D(1)),
        ("months between", (date(2026, 1, 15), date(2026, 3, 14)), D(1)),
        ("years between", (date(2000, 2, 29), date(2026, 2, 28)), D(26)),
        ("hours between", (time(9), time(17, 30)), D("8.5")),
        ("minutes from to", (time(10), time(9)), D(-60)),
        ("age of", (date(2000, 11, 22),), D(26)),
        ("age of", (date(2000, 11, 23),), D(25)),
        ("year of", (date(2026, 3, 1),), D(2026)),
        ("month of", (date(2026, 3, 1),), "March"),
        ("month number of", (date(2026, 3, 1),), D(3)),
        ("weekday of", (date(2026, 3, 1),), "Sunday"),
        ("day of", (date(2026, 3, 1),), D(1)),
        ("quarter of", (date(2026, 11, 1),), D(4)),
        ("week number of", (date(2026, 1, 1),), D(1)),
        ("hour of", (time(9, 30),), D(9)),
        ("year of", (None,), None),
        ("is in the past", (date(2026, 11, 21),), True),
        ("is in the past", (SUNDAY,), False),
        ("is in the future", (date(2026, 11, 23),), True),
        ("is today", (SUNDAY,), True),
        ("is a weekday", (SUNDAY,), False),
        ("is on a weekend", (SUNDAY,), True),
        ("is a business day", (FRIDAY,), True),
        ("is a leap year", (D(2024),), True),
    ],
)  # fmt: skip
def test_results(name: str, values: tuple[Any, ...], result: Any, do: Callable[..., Any]) -> None:
    assert do(name, *values) == result


def test_now_is_told_in_the_settings_zone(do: Callable[..., Any]) -> None:
    assert shown(do("now")) == "2026-11-22 18:00"
    assert do("hour of", do("now")) == D(18)
    assert do("date of", do("now")) == SUNDAY
    assert do("in", Duration(seconds=D(7200))) == datetime(2026, 11, 22, 19, tzinfo=UTC)


def test_today_is_the_day_in_the_settings_zone() -> None:
    late = Context(
        datetime(2026, 11, 22, 23, 30, tzinfo=UTC), Settings(Path(), time_zone="Europe/Berlin")
    )
    assert late.today == date(2026, 11, 23)


def test_days_keep_the_time_of_day_across_a_dst_change(context: Context) -> None:
    before = at(date(2026, 3, 28), time(9), context.settings)
    day_later = apply(context, "after", Duration(days=1), before)
    assert shown(day_later) == "2026-03-29 09:00"
    assert apply(context, "hours between", before, day_later) == D(23)
    hours_later = apply(context, "after", Duration(seconds=D(24 * 3600)), before)
    assert shown(hours_later) == "2026-03-29 10:00"


def test_a_time_that_dst_skips_is_moved_on_and_one_that_comes_twice_is_the_first(
    context: Context,
) -> None:
    assert shown(at(date(2026, 3, 29), time(2, 30), context.settings)) == "2026-03-29 03:30"
    twice = at(date(2026, 10, 25), time(2, 30), context.settings)
    assert twice.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    hour_later = apply(context, "after", Duration(seconds=D(3600)), twice)
    assert shown(hour_later) == shown(twice)
    assert compare(context, "<", twice, hour_later)
    assert not compare(context, "=", twice, hour_later)
    assert apply(context, "minutes between", twice, hour_later) == D(60)


def test_business_days_leave_out_the_holidays_of_the_calendar(context: Context) -> None:
    german = Context(context.now, Settings(Path(), calendar="DE", time_zone="Europe/Berlin"))
    american = Context(context.now, Settings(Path(), calendar="US", time_zone="Europe/Berlin"))
    christmas_eve = date(2026, 12, 24)
    assert apply(context, "after", BUSINESS[1], christmas_eve) == date(2026, 12, 25)
    assert apply(german, "after", BUSINESS[1], christmas_eve) == date(2026, 12, 28)
    assert apply(german, "business days between", christmas_eve, date(2026, 12, 31)) == D(4)
    assert apply(american, "is a holiday", date(2026, 11, 26)) is True
    assert apply(american, "is a business day", date(2026, 11, 26)) is False
    bavarian = Context(context.now, Settings(Path(), calendar="DE-BY", time_zone="Europe/Berlin"))
    assert apply(bavarian, "is a holiday", date(2026, 1, 6)) is True
    assert apply(german, "is a holiday", date(2026, 1, 6)) is False


def test_an_unknown_calendar_or_zone_is_a_question(context: Context) -> None:
    for settings in (Settings(Path(), calendar="Atlantis"), Settings(Path(), calendar="US-QQ")):
        with pytest.raises(Exceptional) as caught:
            apply(Context(context.now, settings), "next business day")
        assert caught.value.problem == "unknown-calendar"
    with pytest.raises(Exceptional, match="no time zone"):
        apply(Context(context.now, Settings(Path(), time_zone="Mars/Olympus")), "today")


def test_many_business_days_do_not_walk_each(do: Callable[..., Any]) -> None:
    end = do("after", Duration(business_days=100_000), FRIDAY)
    assert do("business days between", FRIDAY, end) == D(100_000)
    with pytest.raises(Exceptional, match="beyond the calendar"):
        do("after", Duration(business_days=10_000_000), FRIDAY)


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("year of", ("soon",),
         'The text "soon" is not a date, so it cannot be asked for its year.'),
        ("after", (D(3), FRIDAY),
         "The number 3 is not a duration, so it cannot be used as a length of time."),
        ("after", (Duration(days=1), time(9)),
         "The time 09:00 cannot be moved by 1 day: a time of day has no date; say of which day it "
         "is."),
        ("age of", (date(2027, 1, 1),), "2027-01-01 is in the future, so it has no age."),
        ("duration", (D("1.5"), "month"),
         "1.5 months is no exact length of time; write it in days or whole months."),
        ("days between", (None, FRIDAY),
         "A value is blank, so it cannot be the start of a number of days."),
    ],
)  # fmt: skip
def test_refusals(name: str, values: tuple[Any, ...], message: str, do: Callable[..., Any]) -> None:
    with pytest.raises(Exceptional) as caught:
        do(name, *values)
    assert caught.value.message == message
