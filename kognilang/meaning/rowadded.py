"""`Add a row to the accruals with …`: a record is made and put into a list or table at once."""

from __future__ import annotations

from kognilang.language import slots as reading
from kognilang.language import tree

_ROWS = ("row", "record", "entry", "line", "item")
_ENDS = ("with", "where", ":")


def row_added(step: tree.Action) -> tree.Change | None:
    """Return the change that the sentence is; None if it says something else, or names a file."""
    tokens = step.tokens
    if not step.details or len(tokens) < 5 or tokens[0].text not in ("add", "append"):
        return None
    begin = 1
    while begin < len(tokens) and tokens[begin].text in ("a", "an", "the", "new", "another"):
        begin += 1
    if begin + 2 >= len(tokens) or tokens[begin].text not in _ROWS:
        return None
    if tokens[begin + 1].text not in ("to", "in", "into"):
        return None
    end = len(tokens)
    while end > begin + 2 and tokens[end - 1].text in _ENDS:
        end -= 1
    target = reading.values_of(tuple(tokens[begin + 2 : end]))
    if not isinstance(target, tree.Name | tree.Property):
        return None
    fields = tuple((one.name, one.value) for one in step.details)
    span = (step.details[0].span[0], step.details[-1].span[1])
    record = tree.RecordValue(fields, span=span)
    return tree.Change("add", target, record, span=step.span)
