"""What the grammar's parser is fed: terminals with their tree values, and its one exception."""

from __future__ import annotations

from kognilang.text.source import Span


class Terminal:
    """A terminal of the grammar; `value` is the tree node or the data that it stands for.

    It has the attributes that Lark reads of its own tokens.
    """

    __slots__ = ("span", "type", "value")

    start_pos = end_pos = line = column = end_line = end_column = None

    def __init__(self, type: str, value: object, span: Span) -> None:
        self.type = type
        self.value = value
        self.span = span

    def __repr__(self) -> str:
        return f"{self.type}({self.value!r})" if self.value is not None else self.type


class NotParsed(Exception):
    """Words that do not make a sentence; `name` is the problem's name, `span` where it ends."""

    def __init__(self, name: str, span: Span, data: dict[str, str]) -> None:
        super().__init__(name)
        self.name = name
        self.span = span
        self.data = data
