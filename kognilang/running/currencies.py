"""Bare numbers beside money, where the settings name no currency: a person says which they are in,
once for each column, and the answer serves every number of that column in the run."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kognilang.meaning import plan as p
from kognilang.meaning.walking import parts
from kognilang.running.collections import things
from kognilang.running.labels import label
from kognilang.values.kinds import Exceptional, List, Record
from kognilang.values.operations import in_currency
from kognilang.values.shown import told

if TYPE_CHECKING:
    from kognilang.running.evaluate import Expressions
    from kognilang.running.frames import Frame


_ROW = re.compile(r",?\s*row \d+$")
"""What a row's origin ends in: the column is the same for all rows."""


class CurrencyNeeded(Exceptional):
    """A number whose currency nothing says; `column` is where it comes from."""

    column = ""


def again(
    expressions: Expressions,
    frame: Frame,
    sides: tuple[tuple[p.X, Any], ...],
    fault: Exceptional,
    work: Callable[..., Any],
) -> Any:
    """Do what `fault` broke off once more, with the currencies that were given for the columns of
    its sides. Raises CurrencyNeeded for a column for which none was given yet."""
    if fault.problem != "no-currency":
        raise fault
    known = expressions.world.currencies
    values = []
    for x, value in sides:
        if not _bare(value):
            values.append(value)
            continue
        key, words = _column(expressions, x, frame)
        code = known.get(key)
        if code is None:
            raise _needed(fault, key, words, value) from None
        values.append(in_currency(expressions.world.context, value, code))
    return work(*values)


def _bare(value: Any) -> bool:
    """Whether a value is a number, or holds some, that could be an amount."""
    if type(value) is List:
        return any(type(one) is Decimal and one for one in value.items)
    return type(value) is Decimal and bool(value)


def _column(expressions: Expressions, x: p.X, frame: Frame) -> tuple[str, str]:
    """Return the column that an expression reads, as a key and in words; else what it is called."""
    read = next((one for one in parts(x) if isinstance(one, p.FieldRead)), None)
    if read is None:
        words = label(x) or "the number in this sentence"
        return words, words
    source = ""
    depth = len(frame.items)
    with suppress(Exceptional):
        among = things(expressions.make(read.of)(frame))
        one = among[0] if among else None
        if isinstance(one, Record):
            source = _ROW.sub("", one.origin) or one.kind
    del frame.items[depth:]
    field = expressions.spelled(read.name)
    where = source or label(read.of)
    return f"{where}|{read.name}", f'the column "{field}"' + (f" of {source}" if source else "")


def _needed(fault: Exceptional, key: str, words: str, value: Any) -> CurrencyNeeded:
    money = dict(fault.values).get("money")
    example = next((one for one in getattr(value, "items", [value]) if type(one) is Decimal), value)
    found = CurrencyNeeded(
        "no-currency",
        f"I cannot tell which currency {words} is in: {told(example)} stands beside {told(money)}, "
        "and neither the text nor the settings say.",
        prop="currency",
        needs="text",
        values=fault.values,
        suggestions=fault.suggestions,
    )
    found.column = key
    return found
