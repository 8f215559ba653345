"""Strategies for made-up values of every kind, and the context that the laws are tried in."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

from kognilang.settings import Settings
from kognilang.values.context import Context
from kognilang.values.kinds import Count, Duration, File, Folder, Money, Percent, Person, Secret
from kognilang.values.moments import zone_named

SETTINGS = Settings(Path(), currency="USD", time_zone="Europe/Berlin")
CONTEXT = Context(datetime(2026, 11, 22, 17, 0, tzinfo=UTC), SETTINGS)
BERLIN = zone_named("Europe/Berlin")

numbers = st.decimals(
    min_value=-(10**12), max_value=10**12, places=4, allow_nan=False, allow_infinity=False
)
cents = st.integers(-(10**12), 10**12).map(lambda n: Decimal(n).scaleb(-2))
currencies = st.sampled_from(["USD", "EUR", "CHF", "JPY", "KWD"])
dollars = cents.map(lambda amount: Money(amount, "USD"))
percents = st.integers(-100000, 100000).map(lambda n: Percent(Decimal(n).scaleb(-2)))
counts = st.builds(Count, numbers, st.sampled_from(["units", "items", "people"]))
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
times = st.times().map(lambda one: one.replace(microsecond=0))
moments = st.datetimes(
    datetime(1980, 1, 1), datetime(2100, 1, 1), timezones=st.sampled_from([UTC, BERLIN])
).map(lambda one: one.astimezone(UTC).astimezone(one.tzinfo))
durations = st.builds(
    Duration,
    months=st.integers(-100, 100),
    days=st.integers(-1000, 1000),
    business_days=st.integers(-100, 100),
    seconds=st.integers(-(10**6), 10**6).map(Decimal),
)
texts = st.text(max_size=20)
plain = st.one_of(
    st.none(), texts, st.booleans(), numbers, st.builds(Money, cents, currencies), percents, counts,
    days, times, moments, durations,
    st.builds(Person, texts, texts, texts), st.builds(Secret, texts),
    st.sampled_from([File(Path("a/b.pdf")), Folder(Path("in"))]),
)  # fmt: skip
"""Any value that is no thing."""
