"""Older and newer, points of a percent, and columns taken as amounts of a currency."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from kognilang.values.comparing import compare
from kognilang.values.fields import read_field
from kognilang.values.kinds import Count, Duration, Exceptional, File, List, Money, Percent, Record

MONTH = Duration(days=30)
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("days", [29, 30, 31])
def test_older_and_newer_than_a_duration(context, days):
    day = TODAY - timedelta(days=days)
    assert compare(context, "older than", day, MONTH) is (days > 30)
    assert compare(context, "newer than", day, MONTH) is (days < 30)


def test_older_than_another_day_is_before_it(context):
    assert compare(context, "older than", date(2026, 1, 1), TODAY)
    assert not compare(context, "newer than", date(2026, 1, 1), TODAY)


def test_a_file_is_as_old_as_its_date(context, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("a")
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    assert compare(context, "older than", File(path), written + timedelta(days=2))
    assert compare(context, "newer than", File(path), written - timedelta(days=2))
    with pytest.raises(Exceptional):
        compare(context, "older than", File(tmp_path / "none"), MONTH)


def test_percentage_points_add_to_a_percent(do):
    points = Count(Decimal(2), "percentage points")
    assert do("+", Percent(Decimal(10)), points) == Percent(Decimal(12))
    assert do("-", Percent(Decimal(10)), points) == Percent(Decimal(8))
    with pytest.raises(Exceptional):
        do("+", Percent(Decimal(10)), Count(Decimal(2), "units"))


def test_a_column_is_taken_as_amounts_and_blanks_stay_blank(do):
    column = List(items=[Decimal(3), None, Money(Decimal(5), "USD")])
    found = do("in currency", column, "USD")
    assert found.items == [Money(Decimal(3), "USD"), None, Money(Decimal(5), "USD")]
    with pytest.raises(Exceptional) as caught:
        do("in currency", column, "EUR")
    assert caught.value.problem == "two-currencies"


def test_a_place_among_a_records_things(context):
    order = Record(fields={"Lines": List(items=["a", "b", "c"]), "first name": "Ada"})
    assert read_field(context, order, "second line") == "b"
    assert read_field(context, order, "3rd line") == "c"
    assert read_field(context, order, "last line") == "c"
    assert read_field(context, order, "first name") == "Ada"
    with pytest.raises(Exceptional) as caught:
        read_field(context, order, "second name")
    assert caught.value.problem == "missing-field"
