"""The books as they are called: through the library, with a place to run in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kognilang import Problematic
from kognilang.meaning.books import Library

LIBRARY = Library.load()


@dataclass
class Place:
    """A workspace for a book to run in: what `Here` promises, over real files."""

    workspace: Path
    key: str = "r1:1:1"
    now: datetime = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    settings: dict[str, Any] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        return self.workspace

    def path(self, name: str, writing: bool = False) -> Path:
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.workspace.resolve()):
            raise Problematic(f'"{name}" lies outside of the workspace.', "outside")
        if writing:
            path.parent.mkdir(parents=True, exist_ok=True)
        return path

    chosen_by_key: dict[str, str] = field(default_factory=dict)

    def chosen(self, key: str) -> str:
        return self.chosen_by_key.get(key, "")

    def setting(self, name: str, default: Any = None) -> Any:
        return self.settings.get(name, default)

    def secret(self, name: str) -> str:
        return self.secrets[name]

    def connection(self, name: str) -> str:
        return str(self.settings[f"connections.{name}"])


def call(skill: str, *args: Any, **details: Any) -> Any:
    """Call a skill by its id."""
    return LIBRARY.function(skill)(*args, **details)


def happened(skill: str, *args: Any, **details: Any) -> bool | None:
    """Ask a skill's check whether it has happened."""
    check = LIBRARY.check_function(skill)
    assert check is not None
    return check(*args, **details)  # type: ignore[no-any-return]
