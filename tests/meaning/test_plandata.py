"""A plan as bytes: what is written is read back, and the version is held."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kognilang.meaning import plan as p
from kognilang.meaning.plandata import WrongFormat, from_data, to_data
from kognilang.values import kinds

decimals = st.decimals(allow_nan=False, allow_infinity=False)
texts = st.text(max_size=8)
values = st.one_of(
    st.none(),
    st.booleans(),
    texts,
    decimals,
    st.dates(),
    st.times(),
    st.datetimes(timezones=st.just(UTC)),
    st.builds(kinds.Money, decimals, st.sampled_from(("USD", "EUR"))),
    st.builds(kinds.Percent, decimals),
    st.builds(kinds.Count, decimals, texts),
    st.builds(kinds.Duration, st.integers(), st.integers(), st.integers(), decimals),
    st.builds(kinds.Secret, texts),
    st.builds(kinds.Person, texts, texts, texts),
)
leaves = st.one_of(
    st.builds(p.Const, values), st.builds(p.NameRead, texts), st.builds(p.ItemRead, st.integers())
)
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(p.Operation, texts, st.lists(inner, max_size=3).map(tuple)),
        st.builds(p.Template, st.lists(st.one_of(texts, inner), max_size=3).map(tuple)),
        st.builds(p.SortBy, inner, st.lists(st.tuples(inner, st.booleans())).map(tuple)),
        st.builds(p.SkillValue, texts, st.lists(st.tuples(texts, inner)).map(tuple)),
        st.builds(p.ExtremeBy, inner, texts, inner, texts, st.one_of(st.none(), inner)),
    ),
    max_leaves=8,
)
instructions = st.one_of(
    st.builds(p.Set, texts, expressions, st.booleans(), sentence=st.integers(0, 9)),
    st.builds(p.Branch, expressions, st.integers(), sentence=st.integers(0, 9)),
    st.builds(
        p.GuardBegin,
        st.integers(),
        st.lists(st.tuples(st.one_of(st.none(), texts), st.integers())).map(tuple),
    ),
)


@given(st.lists(instructions, max_size=5), st.dictionaries(texts, texts))
def test_a_plan_is_read_back_as_it_was_written(steps, singulars):
    plan = p.Plan("A title", steps, singulars=singulars, derived={"a": {"b": 1}})
    plan.kinds["line"] = p.KindInfo("line", (p.FieldInfo("price", "money"),))
    data = to_data(plan)
    assert from_data(data) == plan
    assert to_data(from_data(data)) == data


def test_a_schema_is_a_value_of_the_plan():
    line = kinds.Schema("line", (("item", "text", False),))
    schema = kinds.Schema("invoice", (("lines", "line", True),), {"line": line})
    plan = p.Plan("", [p.Set("x", p.Const(schema))])
    assert from_data(to_data(plan)) == plan


def test_every_kind_of_value_is_exact():
    for value in (
        Decimal("1.10"),
        date(2026, 1, 2),
        time(9, 5),
        datetime(2026, 1, 2, tzinfo=UTC),
        kinds.File(Path("a/b")),
        kinds.Folder(Path("a")),
    ):
        found = from_data(to_data(p.Plan("", [p.SayIt(p.Const(value))])))
        [step] = found.instructions
        assert isinstance(step, p.SayIt)
        assert isinstance(step.value, p.Const)
        assert repr(step.value.value) == repr(value)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"format": 999, "plan": []}'])
def test_other_bytes_are_refused(data):
    with pytest.raises(WrongFormat):
        from_data(data)
