"""Where the terminal keeps its own things, outside every workspace."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def state_folder() -> Path:
    """Return the user's state folder for this program (it may not exist yet)."""
    if chosen := os.environ.get("XDG_STATE_HOME"):
        return Path(chosen) / "kognilang"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "kognilang"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "kognilang"
    return Path.home() / ".local" / "state" / "kognilang"
