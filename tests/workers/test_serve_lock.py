"""The lock of a served workspace: one has it, and whoever only looks does not keep it from one."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from kognilang.session.serve_lock import AlreadyServed, locked, served_by


def test_one_serves_and_its_number_is_told(tmp_path: Path) -> None:
    assert served_by(tmp_path) == ""
    file = locked(tmp_path)
    assert served_by(tmp_path) == str(os.getpid())
    with pytest.raises(AlreadyServed, match=f"by the process {os.getpid()}"):
        locked(tmp_path)
    file.close()
    assert served_by(tmp_path) == ""
    locked(tmp_path).close()


def test_whoever_looks_who_serves_keeps_nobody_from_serving(tmp_path: Path) -> None:
    locked(tmp_path).close()
    over = threading.Event()

    def look() -> None:
        while not over.is_set():
            served_by(tmp_path)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        for _ in range(20):
            locked(tmp_path).close()
    finally:
        over.set()
        looking.join()
