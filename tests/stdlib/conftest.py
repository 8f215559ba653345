"""A place for a book to run in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stdlib.place import Place


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return Place(tmp_path)
