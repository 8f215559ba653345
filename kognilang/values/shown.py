"""How values are shown by default: plain numbers, money with its symbol, tables as text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, Any

from kognilang.values.currencies import SIGNS, places
from kognilang.values.kinds import (
    Count,
    Duration,
    File,
    Folder,
    List,
    Money,
    Percent,
    Person,
    Record,
    Secret,
    Table,
)
from kognilang.values.naming import and_list, canonical, singular

if TYPE_CHECKING:
    from kognilang.settings import Settings

_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)


def shown(value: Any, settings: Settings | None = None) -> str:
    """Return a value as people see it by default; nothing is the empty text."""
    if type(value) is str:
        return value
    if type(value) is Decimal:
        return plain(value)
    show = _SHOWN.get(type(value))
    if show is not None:
        text: str = show(value)
        return text
    return str(value)


def told(value: Any) -> str:
    """Return a value as a message names it: a text in quotes, nothing as `nothing`, a record by
    what tells it from others, a long list by how many it holds."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        if not value.strip():
            return "a blank text"
        text = " ".join(value.split())
        return f'"{text}"' if len(text) <= 60 else f'"{text[:57]}…"'
    if isinstance(value, Record):
        return label(value)
    if isinstance(value, List | Table):
        rows = value.items if isinstance(value, List) else value.rows
        if not rows:
            return "an empty list"
        if len(rows) <= 5 and not isinstance(rows[0], Record):
            return and_list([told(item) for item in rows])
        return f"{len(rows)} {_many(value.noun, len(rows))}"
    return shown(value)


def _many(noun: str, number: int) -> str:
    from kognilang.values.naming import plural

    noun = noun or "item"
    return noun if number == 1 else plural(noun)


def plain(number: Decimal) -> str:
    """Return a number without thousands, exponent or trailing zeros."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def money(value: Money, exact: bool = False) -> str:
    """Return an amount of money: its symbol, thousands separated, and decimals only if it has
    any, then as many as the currency uses (all that it has, where `exact`)."""
    amount = value.amount
    digits = places(value.currency)
    if not exact or amount == amount.quantize(Decimal(1).scaleb(-digits), context=_WIDE):
        amount = amount.quantize(Decimal(1).scaleb(-digits), context=_WIDE)
        whole = amount == amount.to_integral_value()
        text = format(abs(amount), f",.{0 if whole else digits}f")
    else:
        text = f"{abs(amount):,f}".rstrip("0")
    minus = "-" if amount < 0 else ""
    sign = SIGNS.get(value.currency)
    return f"{minus}{sign}{text}" if sign else f"{minus}{text} {value.currency}"


def count(value: Count) -> str:
    """Return `5 units`, `1 unit`."""
    noun = singular(value.noun) if value.value == 1 else value.noun
    return f"{plain(value.value)} {noun}"


def clock(value: time) -> str:
    """Return `09:00`; seconds only if there are any."""
    return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"


def moment(value: datetime) -> str:
    """Return `2026-03-01 09:00`; seconds only if there are any."""
    return f"{value.date().isoformat()} {clock(value.time())}"


def duration(value: Duration) -> str:
    """Return `1 year 2 months`, `3 days`, `2 hours 30 minutes`, `30 business days`."""
    parts: list[tuple[Decimal, str]] = []
    years, months = divmod(abs(value.months), 12)
    sign = -1 if value.months < 0 else 1
    parts += [(Decimal(sign * years), "year"), (Decimal(sign * months), "month")]
    parts += [(Decimal(value.days), "day"), (Decimal(value.business_days), "business day")]
    seconds = abs(value.seconds)
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    sign = -1 if value.seconds < 0 else 1
    parts += [(sign * hours, "hour"), (sign * minutes, "minute"), (sign * rest, "second")]
    words = [f"{plain(n)} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n]
    return " ".join(words) or "0 days"


def label(record: Record) -> str:
    """Return what tells a record from others: `invoice INV-7`, `Acme (vendors.csv, row 3)`; its
    origin or its first values where nothing else does."""
    for words in ("number", "name", "title", "id", "code", "key"):
        for name, value in record.fields.items():
            low = name.lower().replace("_", " ")
            if (low == words or low.endswith(" " + words)) and value not in (None, ""):
                own = shown(value)
                if record.kind:
                    return f"{record.kind} {own}"
                return f"{own} ({record.origin})" if record.origin else f"the record {own}"
    if record.origin:
        return record.origin
    some = [f"{name}: {shown(value)}" for name, value in list(record.fields.items())[:3]]
    return f"{record.kind or 'record'} ({', '.join(some)})" if some else "an empty record"


def _record(record: Record) -> str:
    return ", ".join(f"{name}: {_inside(value)}" for name, value in record.fields.items())


def record_text(record: Record) -> str:
    """Return a record as lines of `name: value`."""
    lines = []
    for name, value in record.fields.items():
        if isinstance(value, Table):
            lines.append(f"{name}:")
            lines += ["    " + line for line in table_text(value).splitlines()]
        else:
            lines.append(f"{name}: {_inside(value)}".rstrip())
    return "\n".join(lines)


def _inside(value: Any) -> str:
    return label(value) if isinstance(value, Record) else shown(value)


def _list(value: List) -> str:
    items = value.items
    if items and all(isinstance(item, Record) for item in items):
        names = [label(item) for item in items]
        # Records that nothing names are rows of a table.
        unnamed = len(names) > 1 and all(name.startswith("record (") for name in names)
        return table_text(value) if unnamed else and_list(names)
    return and_list(["nothing" if item is None else _inside(item) for item in items])


def cell_text(value: Any) -> str:
    """Return a value on one line, as a cell of a text table holds it."""
    return " ".join(_inside(value).split())


def table_text(table: Table | List, width: int | None = None) -> str:
    """Return a table as text: a line of headings, a rule, a line a row, numbers to the right.

    Columns are narrowed (with `…`) until a line fits `width` characters; None fits nothing.
    A list of records is shown as a table of their fields.
    """
    columns, rows = _grid(table)
    if not columns:
        return ""
    cells = [[cell_text(value) for value in row] for row in rows]
    widths = [max([len(name), *(len(row[at]) for row in cells)]) for at, name in enumerate(columns)]
    if width is not None:
        _narrow(widths, width)
    right = [
        bool(rows) and all(isinstance(row[at], _FIGURES) or row[at] is None for row in rows)
        for at in range(len(columns))
    ]

    def line(texts: Sequence[str]) -> str:
        fields = [_fitted(text, widths[at], right[at]) for at, text in enumerate(texts)]
        return "  ".join(fields).rstrip()

    out = [line([" ".join(name.split()) for name in columns])]
    out.append("  ".join("-" * wide for wide in widths))
    out += [line(row) for row in cells]
    return "\n".join(out)


def _grid(table: Table | List) -> tuple[list[str], list[list[Any]]]:
    if isinstance(table, Table):
        columns = list(table.columns)
        records: list[Any] = list(table.rows)
    else:
        records = list(table.items)
        columns = []
        for record in records:
            if not isinstance(record, Record):
                return ["value"], [[item] for item in records]
            new = [name for name in record.fields if name not in columns]
            if new:
                known = {canonical(name) for name in columns}
                columns += [name for name in new if canonical(name) not in known]
    return columns, [[_cell(record, name) for name in columns] for record in records]


def _cell(record: Record, column: str) -> Any:
    """What a record has in a column, also where its own heading is spelled otherwise."""
    fields = record.fields
    if column in fields:
        return fields[column]
    wanted = canonical(column)
    return next((value for name, value in fields.items() if canonical(name) == wanted), None)


def _narrow(widths: list[int], width: int) -> None:
    """Take characters from the widest columns until the line fits, down to four a column."""
    over = sum(widths) + 2 * (len(widths) - 1) - width
    while over > 0:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= 4:
            return
        second = max([w for at, w in enumerate(widths) if at != widest], default=4)
        cut = min(over, max(1, widths[widest] - max(second, 4)))
        widths[widest] -= cut
        over -= cut


def _fitted(text: str, width: int, right: bool) -> str:
    if len(text) > width:
        text = text[: width - 1] + "…"
    return text.rjust(width) if right else text.ljust(width)


_FIGURES = (Decimal, Money, Percent, Count)

_SHOWN: dict[type, Any] = {
    type(None): lambda value: "",
    bool: lambda value: "yes" if value else "no",
    Money: money,
    Percent: lambda value: plain(value.value) + "%",
    Count: count,
    date: date.isoformat,
    time: clock,
    datetime: moment,
    Duration: duration,
    List: _list,
    Table: table_text,
    Record: _record,
    File: lambda value: value.path.name,
    Folder: lambda value: str(value.path),
    Secret: lambda value: f"(the secret {value.name})",
    Person: lambda value: value.name,
}
