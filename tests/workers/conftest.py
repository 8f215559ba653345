"""A workspace for a real `kog serve`, ended with the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .place import Place


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A workspace in which a worker that is stopped loses its run after 3 seconds."""
    folder = tmp_path / "w"
    folder.mkdir()
    made = Place(folder, "[workers]\nlease = 3\n")
    yield made
    made.close()
