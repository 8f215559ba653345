"""Keeping: the store of a workspace, opened when it is first needed, or one that is forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kognilang.journal.store import Store
    from kognilang.settings import Settings

FOLDER = ".kognilang"


class Keeping:
    """Where a workspace keeps its runs. `aside` uses a store that is forgotten at the end."""

    def __init__(self, workspace: Path, settings: Settings, store: Store | None, aside: bool):
        self._workspace = workspace
        self._settings = settings
        self._store = store
        self._aside = aside
        self._scratch: Any = None

    @property
    def store(self) -> Store:
        """The store. Raises StoreFault."""
        if self._store is None:
            from kognilang.journal.store import Store

            if self._aside:
                self._store = Store.open(self._scratch_folder() / "store.db")
            else:
                self._store = self.own()
        return self._store

    def own(self) -> Store:
        """Open the workspace's own store, once more if it is open. Raises StoreFault."""
        from kognilang.journal.store import Store

        return Store.open(
            self._placed(self._settings.store or self._workspace / FOLDER / "store.db")
        )

    def stay_aside(self) -> None:
        """Keep nothing in the workspace, if nothing has been kept yet."""
        self._aside = True

    def exists(self) -> bool:
        """Tell whether the workspace has a store already."""
        if self._store is not None or self._settings.store:
            return True
        return (self._workspace / FOLDER / "store.db").exists()

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def _placed(self, place: str | Path) -> str | Path:
        """A relative path in the settings starts at the workspace."""
        text = str(place)
        if text.startswith(("postgresql:", "postgres:")):
            return text
        return self._workspace / text.removeprefix("sqlite:///")

    def _scratch_folder(self) -> Path:
        if self._scratch is None:
            import tempfile

            self._scratch = tempfile.TemporaryDirectory(prefix="kognilang-")
        return Path(self._scratch.name)
