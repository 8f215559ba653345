"""Runs the real command in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE
from tests.terminal.process import Ended, Kog, environment


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def kog(tmp_path: Path, home: Path) -> Kog:
    def run(*words: str, typed: str = "", cwd: Path = tmp_path, **more: str) -> Ended:
        ended = subprocess.run(
            [sys.executable, "-m", "kognilang.terminal.main", *words],
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=cwd,
            env=environment(home, **more),
            timeout=PATIENCE,
        )
        assert "Traceback" not in ended.stderr, ended.stderr
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return run
