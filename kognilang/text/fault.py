"""A fault: something wrong with the writing itself, as data that `problems` puts into words."""

from __future__ import annotations

from kognilang.dataclass import dataclass, field
from kognilang.text.source import NOWHERE, Span


@dataclass(slots=True)
class Fault:
    """One thing that is wrong with a text before anyone asks what it says.

    `name` is the problem's name in the catalogue (`unclosed-quote`); `data` holds the
    facts that its wording needs, all as text (numbers of lines, a guess how it was meant).
    """

    name: str
    span: Span = NOWHERE
    data: dict[str, str] = field(default_factory=dict)
