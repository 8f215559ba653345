"""The heap: identity, changed rows over an immutable table, long lists in stretches."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kognilang.running.heap import CHUNK, Heap
from kognilang.running.sequences import Ledger
from kognilang.values.kinds import List, Record, Table


class Kept:
    """Where the drained rows and blobs go."""

    def __init__(self) -> None:
        self.rows: dict[str, bytes] = {}
        self.blobs: dict[str, bytes] = {}

    def take(self, heap: Heap) -> list[str]:
        rows, blobs = heap.drain()
        self.rows.update({row.oid: row.data for row in rows})
        self.blobs.update(blobs)
        return [row.oid for row in rows]

    def reopened(self, last: int) -> Heap:
        return Heap("r1", last, dict(self.rows), self.blobs.__getitem__)


def table(size: int) -> Table:
    rows = [
        Record(fields={"id": Decimal(n), "name": f"n{n}"}, strict=True, origin=f"row {n}")
        for n in range(size)
    ]
    return Table(columns=["id", "name"], rows=rows, noun="order", source="orders.csv")


def test_a_large_table_is_one_blob_and_a_changed_row_one_row() -> None:
    heap, kept = Heap("r1"), Kept()
    orders = table(1000)
    reference = heap.encode(orders)
    assert kept.take(heap) == [orders.oid]
    orders.rows[500].fields["name"] = "changed"
    heap.touch(orders.rows[500])
    assert kept.take(heap) == [orders.rows[500].oid]
    again = kept.reopened(heap.last).decode(reference)
    assert isinstance(again, Table)
    assert [row.fields["name"] for row in again.rows[499:502]] == ["n499", "changed", "n501"]
    assert (again.noun, again.source, again.rows[3].origin) == ("order", "orders.csv", "row 3")
    assert again.rows[0].strict


def test_a_row_is_found_without_its_table() -> None:
    heap, kept = Heap("r1"), Kept()
    orders = table(1000)
    heap.encode(orders)
    reference = heap.encode(orders.rows[7])
    kept.take(heap)
    other = kept.reopened(heap.last)
    row = other.decode(reference)
    assert isinstance(row, Record)
    assert row.fields == {"id": Decimal(7), "name": "n7"}
    again = other.decode({"ref": orders.oid})
    assert isinstance(again, Table)
    assert again.rows[7] is row


def test_appending_rewrites_one_stretch_only() -> None:
    heap, kept = Heap("r1"), Kept()
    numbers = List(items=[Decimal(n) for n in range(10 * CHUNK)])
    reference = heap.encode(numbers)
    kept.take(heap)
    numbers.items.append(Decimal(-1))
    heap.touch(numbers, 10 * CHUNK)
    assert len(kept.take(heap)) == 2
    again = kept.reopened(heap.last).decode(reference)
    assert isinstance(again, List)
    assert again.items == numbers.items


def test_things_may_hold_each_other() -> None:
    heap, kept = Heap("r1"), Kept()
    order = Record(fields={"lines": List()}, kind="order")
    order.fields["lines"].items.append(Record(fields={"order": order}))
    reference = heap.encode(order)
    kept.take(heap)
    again = kept.reopened(heap.last).decode(reference)
    assert isinstance(again, Record)
    assert again.fields["lines"].items[0].fields["order"] is again


def test_a_ledger_keeps_plain_data() -> None:
    heap, kept = Heap("r1"), Kept()
    ledger = Ledger()
    reference = heap.encode(ledger)
    for place in range(300):
        ledger.items.append(None)
        heap.touch_place(ledger, place)
    ledger.items[5] = ["done", ["add", "x", {"n": "1"}]]
    kept.take(heap)
    ledger.items[299] = ["skipped"]
    heap.touch_place(ledger, 299)
    assert len(kept.take(heap)) == 2
    again = kept.reopened(heap.last).decode(reference)
    assert isinstance(again, Ledger)
    assert again.items == ledger.items


@settings(max_examples=60, deadline=None)
@given(
    start=st.integers(0, 4 * CHUNK),
    changes=st.lists(
        st.one_of(
            st.tuples(st.just("add"), st.integers(0, 200)),
            st.tuples(st.just("remove"), st.integers(0, 10_000)),
            st.tuples(st.just("field"), st.integers(0, 10_000)),
            st.tuples(st.just("store"), st.just(0)),
            st.tuples(st.just("reopen"), st.just(0)),
        ),
        max_size=12,
    ),
)
def test_what_is_read_back_is_what_was_kept(start: int, changes: list[tuple[str, int]]) -> None:
    heap, kept = Heap("r1"), Kept()
    orders = table(start)
    reference = heap.encode(orders)

    def laid_out(value: Any) -> list[Any]:
        return [row.fields for row in value.rows]

    for what, number in changes:
        rows = orders.rows
        if what == "add":
            place = len(rows)
            rows.extend(table(number).rows)
            heap.touch(orders, place)
        elif what == "remove" and rows:
            place = number % len(rows)
            del rows[place]
            heap.touch(orders, place)
        elif what == "field" and rows:
            row = rows[number % len(rows)]
            row.fields["name"] = f"c{number}"
            heap.touch(row)
        elif what == "store":
            kept.take(heap)
        elif what == "reopen":
            kept.take(heap)
            heap = kept.reopened(heap.last)
            again = heap.decode(reference)
            assert isinstance(again, Table)
            assert laid_out(again) == laid_out(orders)
            orders = again
    kept.take(heap)
    again = kept.reopened(heap.last).decode(reference)
    assert laid_out(again) == laid_out(orders)


def test_a_long_text_is_kept_once() -> None:
    heap, kept = Heap("r1"), Kept()
    text = "long " * 1000
    reference = heap.encode(text)
    assert heap.encode("long " * 1000) == reference
    kept.take(heap)
    assert len(kept.blobs) == 1
    assert heap.encode(text) == reference
    assert heap.drain()[1] == {}
    other = kept.reopened(heap.last)
    assert other.decode(reference) == text
    assert other.encode(text) == reference
