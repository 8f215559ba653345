"""The real `kog` at a terminal, as a person types at it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pexpect

from tests.patience import PATIENCE

KOG = str(Path(sys.executable).with_name("kog"))


def at_a_terminal(
    folder: Path, *words: str, size: tuple[int, int] = (50, 100), term: str = "dumb"
) -> Any:
    """Start `kog` with words in a folder, at a terminal of so many lines and columns."""
    return pexpect.spawn(
        KOG, list(words), cwd=str(folder), encoding="utf-8", timeout=PATIENCE, dimensions=size,
        env={**os.environ, "NO_COLOR": "1", "TERM": term},
    )  # fmt: skip
