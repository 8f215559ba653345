"""What exactness promises: currencies' own decimals, clocks over DST, calendars, arrangements."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kognilang.settings import Settings
from kognilang.values import arranging
from kognilang.values.calendars import holidays_of
from kognilang.values.comparing import compare, equal, group_key
from kognilang.values.context import Context
from kognilang.values.currencies import places
from kognilang.values.data import fit
from kognilang.values.kinding import kind_of
from kognilang.values.kinds import Duration, Exceptional, List, Money, Percent, Record
from kognilang.values.moments import at, zone_named
from kognilang.values.operations import apply
from tests.laws.making import (
    CONTEXT,
    SETTINGS,
    cents,
    counts,
    currencies,
    days,
    dollars,
    durations,
    moments,
    numbers,
    percents,
    texts,
    times,
)

D = Decimal
monies = st.builds(Money, numbers, currencies)


def do(name: str, *values: Any, context: Context = CONTEXT) -> Any:
    return apply(context, name, *values)


# -- money and percent ------------------------------------------------------------------


@given(monies)
def test_money_is_rounded_to_what_its_currency_uses(money: Money) -> None:
    unit = D(1).scaleb(-places(money.currency))
    once = do("rounded", money)
    assert once.currency == money.currency
    assert once.amount % unit == 0
    assert abs(once.amount - money.amount) <= unit / 2
    if abs(once.amount - money.amount) == unit / 2:
        # Half goes away from zero, for a credit as for a debit.
        assert abs(once.amount) > abs(money.amount)
    assert do("rounded", do("negative", money)) == do("negative", once)
    assert do("rounded", once) == once


@given(st.builds(Money, cents, currencies), percents, percents)
def test_percents_are_exact_shares_and_add_up(money: Money, one: Percent, other: Percent) -> None:
    assert do("share of", one, money).amount * 100 == money.amount * one.value
    both = Percent(one.value + other.value)
    parts = do("+", do("share of", one, money), do("share of", other, money))
    assert parts == do("share of", both, money)
    assert do("-", do("increased by", money, one), do("share of", one, money)) == money


@given(monies, st.integers(1, 40))
def test_equal_parts_rounded_differ_from_the_whole_by_less_than_a_unit_each(
    money: Money, number: int
) -> None:
    whole = do("rounded", money)
    part = do("rounded", do("/", whole, D(number)))
    off = abs(part.amount * number - whole.amount)
    assert off * 2 <= D(1).scaleb(-places(money.currency)) * number


@given(monies, monies, monies)
def test_money_is_ordered_like_its_amounts_and_only_within_a_currency(
    a: Money, b: Money, c: Money
) -> None:
    if a.currency == b.currency:
        assert compare(CONTEXT, "<", a, b) == (a.amount < b.amount)
        assert compare(CONTEXT, ">=", a, b) == (a.amount >= b.amount)
    elif a.amount and b.amount:
        with pytest.raises(Exceptional):
            compare(CONTEXT, "<", a, b)
    if {a.currency, b.currency, c.currency} == {"USD"}:
        assert do("+", do("+", a, b), c) == do("+", a, do("+", b, c))


# -- conversions --------------------------------------------------------------------------

KINDS = ["number", "money", "percent", "date", "time", "moment", "yes/no", "text", "duration"]


@given(
    st.one_of(numbers, dollars, percents, days, times, moments, st.booleans(), texts, durations),
    st.sampled_from(KINDS),
)
def test_a_conversion_goes_back_or_is_refused(value: Any, kind: str) -> None:
    try:
        other = fit(value, kind, SETTINGS)
    except Exceptional:
        return
    try:
        back = fit(other, kind_of(value), SETTINGS)
    except Exceptional:
        # What does not go back by itself says the same: a text, or a number as money.
        if isinstance(other, Money):
            assert other.amount == value
        else:
            assert isinstance(other, str) or isinstance(value, str)
        return
    if isinstance(value, str):
        # `0` as money is $0: written out again it is still the same money.
        assert equal(CONTEXT, fit(back, kind, SETTINGS), other)
    else:
        assert equal(CONTEXT, back, value)


# -- clocks ---------------------------------------------------------------------------------

ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca",
         "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns"]  # fmt: skip
contexts = st.sampled_from(
    [
        Context(
            datetime(2026, 11, 22, 17, 0, tzinfo=UTC),
            Settings(Path(), currency="USD", time_zone=name),
        )
        for name in ZONES
    ]
)
walls = st.datetimes(datetime(1990, 1, 1), datetime(2037, 12, 1)).map(
    lambda one: one.replace(second=0, microsecond=0)
)
hours = st.integers(-5000, 5000)


def wall_of(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None, fold=0)


@given(contexts, walls)
def test_a_clock_time_is_that_moment_or_the_skipped_time_later(
    context: Context, wall: datetime
) -> None:
    """In a gap the clock has moved on by what was skipped; of a time that comes twice it is the
    first."""
    zone = zone_named(context.settings.time_zone)
    moment = at(wall.date(), wall.time(), context.settings)
    day_before = moment.astimezone(UTC) - timedelta(hours=26)
    if wall_of(moment) == wall:
        # An hour or half an hour before, no clock showed it already.
        for back in (30, 60):
            earlier = (moment.astimezone(UTC) - timedelta(minutes=back)).astimezone(zone)
            assert wall_of(earlier) != wall
    else:
        before = day_before.astimezone(zone).utcoffset()
        assert before is not None
        assert wall_of(moment) > wall
        # By the clock as it was before the change, it is that time.
        assert wall_of(moment.astimezone(UTC)) == wall - before


@given(contexts, walls, hours)
def test_hours_run_evenly_over_every_change_of_the_clock(
    context: Context, wall: datetime, number: int
) -> None:
    moment = at(wall.date(), wall.time(), context.settings)
    length = Duration(seconds=D(number * 3600))
    later = do("after", length, moment, context=context)
    assert later.astimezone(UTC) - moment.astimezone(UTC) == timedelta(hours=number)
    assert do("hours from to", moment, later, context=context) == number
    assert do("before", length, later, context=context).astimezone(UTC) == moment.astimezone(UTC)
    assert compare(context, "<", moment, later) == (number > 0)
    assert compare(context, "=", moment, later) == (number == 0)


@given(contexts, walls, st.integers(-800, 800))
def test_days_keep_the_time_of_day_wherever_the_clock_shows_it(
    context: Context, wall: datetime, number: int
) -> None:
    moment = at(wall.date(), wall.time(), context.settings)
    start = wall_of(moment)
    later = do("after", Duration(days=number), moment, context=context)
    wanted = start + timedelta(days=number)
    assert later.astimezone(UTC) == at(wanted.date(), wanted.time(), context.settings).astimezone(
        UTC
    )


@given(contexts, st.lists(st.tuples(walls, st.integers(0, 180)), max_size=12))
def test_moments_sort_by_what_came_first_also_where_a_time_comes_twice(
    context: Context, made: list[tuple[datetime, int]]
) -> None:
    zone = zone_named(context.settings.time_zone)
    found = [
        (
            at(wall.date(), wall.time(), context.settings).astimezone(UTC) + timedelta(minutes=more)
        ).astimezone(zone)
        for wall, more in made
    ]
    places = List(items=list(range(len(found))))
    order = arranging.sorted_by(context, places, [found], [False]).items
    assert order == sorted(order, key=lambda one: (found[one].astimezone(UTC), one))
    assert len({group_key(context, one) for one in found}) == len(
        {one.astimezone(UTC) for one in found}
    )


@pytest.mark.parametrize("zone", ["Europe/Berlin"])
def test_the_hour_that_comes_twice_is_two_moments(zone: str) -> None:
    settings = Settings(Path(), time_zone=zone)
    context = Context(datetime(2026, 10, 25, tzinfo=UTC), settings)
    first = at(date(2026, 10, 25), time(2, 30), settings)
    second = do("after", Duration(seconds=D(3600)), first, context=context)
    assert wall_of(first) == wall_of(second)
    assert compare(context, "<", first, second)
    assert not equal(context, first, second)
    assert group_key(context, first) != group_key(context, second)
    assert do("minutes between", first, second, context=context) == 60


# -- calendars ------------------------------------------------------------------------------

near_days = st.dates(date(1990, 1, 1), date(2040, 12, 31))
calendars = st.sampled_from(
    [
        Context(datetime(2026, 11, 22, 17, 0, tzinfo=UTC), Settings(Path(), calendar=name))
        for name in ("", "US", "DE", "US-CA", "GB", "JP")
    ]
)


@given(calendars, near_days, st.integers(1, 60))
def test_business_days_are_no_weekend_and_no_holiday_and_count_back(
    context: Context, day: date, number: int
) -> None:
    later = do("after", Duration(business_days=number), day, context=context)
    off = holidays_of(context.settings)
    assert later.weekday() < 5
    assert later not in off
    assert do("is a business day", later, context=context) is True
    assert do("business days from to", day, later, context=context) == number
    walked = [day + timedelta(days=at) for at in range(1, (later - day).days + 1)]
    assert sum(one.weekday() < 5 and one not in off for one in walked) == number
    if do("is a business day", day, context=context):
        assert do("before", Duration(business_days=number), later, context=context) == day


@given(calendars, near_days, st.integers(0, 1500), st.integers(0, 1500))
def test_business_days_add_up_over_a_day_between(
    context: Context, a: date, days: int, more: int
) -> None:
    b = a + timedelta(days=days)
    c = b + timedelta(days=more)

    def count(one: date, other: date) -> Any:
        return do("business days from to", one, other, context=context)

    assert count(a, b) + count(b, c) == count(a, c)
    assert count(a, b) == -count(b, a)


@given(calendars, near_days)
def test_the_first_and_last_business_days_of_a_month_frame_it(context: Context, day: date) -> None:
    first = do("first business day of month", day, context=context)
    last = do("last business day of month", day, context=context)
    assert (first.year, first.month) == (last.year, last.month) == (day.year, day.month)
    start, end = first.replace(day=1), do("end of month", day, context=context)
    outside = [start + timedelta(days=n) for n in range((first - start).days)]
    outside += [last + timedelta(days=n + 1) for n in range((end - last).days)]
    assert not any(do("is a business day", one, context=context) for one in outside)


@given(days, st.integers(0, 40), st.integers(0, 40))
def test_months_never_overtake_each_other(day: date, fewer: int, more: int) -> None:
    fewer, more = sorted((fewer, more))
    assert do("after", Duration(months=fewer), day) <= do("after", Duration(months=more), day)
    later = do("after", Duration(months=12 * fewer), day)
    assert later.year == day.year + fewer


# -- arrangements ---------------------------------------------------------------------------

SORTS = [numbers, st.builds(Money, cents, st.just("USD")), percents, counts, days, times, moments,
         texts, st.booleans()]  # fmt: skip


@given(st.one_of([st.tuples(one, one) for one in SORTS]))
def test_what_is_equal_is_one_in_groups(pair: tuple[Any, Any]) -> None:
    a, b = pair
    try:
        same = equal(CONTEXT, a, b)
    except Exceptional:
        assert group_key(CONTEXT, a) != group_key(CONTEXT, b)
    else:
        assert same == (group_key(CONTEXT, a) == group_key(CONTEXT, b))


few = st.one_of(st.none(), st.sampled_from(["", " ", "a", "A ", "b", "c"]))


@given(st.lists(st.tuples(few, st.integers(0, 3)), max_size=15), st.booleans(), st.booleans())
def test_a_second_key_orders_within_the_first(
    rows: list[tuple[Any, int]], down: bool, second_down: bool
) -> None:
    places = List(items=list(range(len(rows))))
    first, second = [one for one, _ in rows], [D(other) for _, other in rows]
    order = arranging.sorted_by(CONTEXT, places, [first, second], [down, second_down]).items

    def rank(place: int) -> tuple[Any, ...]:
        text = group_key(CONTEXT, first[place]) or ""
        letter = ord(text[:1] or "a")
        number = rows[place][1]
        return (
            not text,
            -letter if down and text else letter,
            -number if second_down else number,
            place,
        )

    assert order == sorted(places.items, key=rank)


@given(st.lists(st.tuples(few, st.integers(0, 2)), max_size=12))
def test_without_duplicates_keeps_the_first_of_each(rows: list[tuple[Any, int]]) -> None:
    things = [Record(fields={"key": key, "at": D(number)}) for key, number in rows]
    keys = [key for key, _ in rows]
    kept = arranging.distinct_by(CONTEXT, List(items=things), [keys]).items
    marks = [group_key(CONTEXT, key) for key in keys]
    assert [id(one) for one in kept] == [
        id(one) for place, one in enumerate(things) if marks[place] not in marks[:place]
    ]
    whole = arranging.distinct(CONTEXT, List(items=things)).items
    numbers = [number for _, number in rows]
    assert len(whole) == len(set(zip(marks, numbers, strict=True)))


@given(
    st.lists(st.tuples(few, st.integers(0, 9)), max_size=10),
    st.lists(st.tuples(few, st.integers(0, 9)), max_size=10),
    st.booleans(),
)
def test_joining_pairs_what_is_equal_and_never_blanks(
    left: list[tuple[Any, int]], right: list[tuple[Any, int]], near: bool
) -> None:
    lefts = [Record(fields={"key": key, "sum": D(n), "left": D(at)}) for at, (key, n) in
             enumerate(left)]  # fmt: skip
    rights = [Record(fields={"key": key, "sum": D(n), "right": D(at)}) for at, (key, n) in
              enumerate(right)]  # fmt: skip
    keys = ["key", "sum"] if near else ["key"]
    within = D(1) if near else None

    def alike(one: tuple[Any, int], other: tuple[Any, int]) -> bool:
        mark = group_key(CONTEXT, one[0])
        return (
            mark is not None
            and mark == group_key(CONTEXT, other[0])
            and (not near or abs(one[1] - other[1]) <= 1)
        )

    pairs = Counter(
        (a, b) for a, one in enumerate(left) for b, other in enumerate(right) if alike(one, other)
    )
    joined = arranging.joined_by(CONTEXT, List(items=lefts), List(items=rights), keys, True, within)
    found = Counter((int(row.fields["left"]), int(row.fields["right"])) for row in joined.items)
    assert found == pairs
    alone = arranging.joined_by(CONTEXT, List(items=lefts), List(items=rights), keys, False, within)
    assert [id(row) for row in alone.items] == [
        id(lefts[a]) for a in range(len(left)) if not any(a == one for one, _ in pairs)
    ]
