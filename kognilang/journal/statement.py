"""A statement compiled ahead: its SQL and the names of its parameters in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Statement(NamedTuple):
    """`sql` with positional parameters, and `names`, the order in which they stand."""

    sql: str
    names: tuple[str, ...]

    def row(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """Put named values in the statement's order."""
        return tuple([values[name] for name in self.names])
