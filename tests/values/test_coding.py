"""Stored values: exact, tagged, versioned; what is damaged or too new is refused."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kognilang.values.coding import (
    BadData,
    decode,
    decode_thing,
    dumps,
    encode,
    encode_thing,
    loads,
)
from kognilang.values.kinds import List, Money, Record, Table
from kognilang.values.moments import zone_named

D = Decimal


def test_the_form_is_plain_json() -> None:
    assert encode("x") == "x"
    assert encode(D("12.50")) == {"n": "12.50"}
    assert encode(Money(D("250.00"), "USD")) == {"m": ["250.00", "USD"]}
    assert encode(date(2026, 3, 1)) == {"d": "2026-03-01"}
    assert dumps(True) == '{"v":1,"value":true}'


def test_a_moment_keeps_its_zone() -> None:
    moment = datetime(2026, 7, 1, 9, tzinfo=zone_named("Europe/Berlin"))
    back = loads(dumps(moment))
    assert back == moment
    assert back.tzinfo.key == "Europe/Berlin"
    assert loads(dumps(datetime(2026, 7, 1, tzinfo=UTC))).utcoffset().total_seconds() == 0


def test_things_are_written_by_reference() -> None:
    row = Record(fields={"a": D(1)}, oid="r1:7")
    assert encode(row) == {"ref": "r1:7"}
    assert decode({"ref": "r1:7"}, {"r1:7": row}.__getitem__) is row
    with pytest.raises(TypeError):
        encode(Record())
    with pytest.raises(TypeError):
        encode(object())


def test_a_table_comes_back_whole() -> None:
    row = Record(fields={"a": D(1)}, oid="r1:7", strict=True, origin="x.csv, row 2", open=True)
    table = Table(columns=["a"], rows=[row], noun="order", source="x.csv", sheet="S", blob="abc")
    data = json.loads(json.dumps(encode_thing(table)))
    back = decode_thing(data, {"r1:7": row}.__getitem__)
    assert isinstance(back, Table)
    assert back.rows == [row]
    assert (back.columns, back.noun, back.source, back.sheet, back.blob) == (
        ["a"], "order", "x.csv", "S", "abc",
    )  # fmt: skip
    assert not back.changed
    again = decode_thing(encode_thing(row))
    assert isinstance(again, Record)
    assert (again.fields, again.strict, again.open, again.origin) == (
        {"a": D(1)}, True, True, "x.csv, row 2",
    )  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        {"later": 1},
        {"n": "1", "m": []},
        [1],
        5,
        {"d": "soon"},
        {"m": ["x", "USD"]},
        {"ref": "r1:1"},
    ],
)
def test_damaged_data_is_refused(data: object) -> None:
    with pytest.raises(BadData):
        decode(data)


@pytest.mark.parametrize("text", ["", "{}", '{"v":2,"value":1}', "[]", "\x00"])
def test_damaged_text_is_refused(text: str) -> None:
    with pytest.raises(BadData):
        loads(text)


def test_damaged_things_are_refused() -> None:
    with pytest.raises(BadData):
        decode_thing({"v": 1})
    with pytest.raises(BadData):
        decode_thing({"v": 2, "list": []})
    with pytest.raises(BadData):
        decode_thing(encode_thing(List()), into=Record())
