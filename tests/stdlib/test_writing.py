"""Files that are replaced whole: what a crash leaves is taken up, and two at once are no matter."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kognilang.meaning.books import Library

pytestmark = pytest.mark.skipif(os.name == "nt", reason="files are held otherwise there")

DYING = """
import os, sys
from pathlib import Path
from kognilang.meaning.books import Library
Library.load(None).function("files.write_file")
from kognilang_stdlib.writing import replace
os.fsync = lambda number: os.kill(os.getpid(), 9)
replace(Path(sys.argv[1]), b"half of it")
"""


def _replace(path: Path, data: bytes) -> None:
    if "kognilang_stdlib.writing" not in sys.modules:
        Library.load(None).function("files.write_file")
    from kognilang_stdlib.writing import replace  # type: ignore[import-not-found]

    replace(path, data)


def test_what_a_kill_leaves_is_taken_up(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", DYING, str(path)], check=False)
        assert done.returncode == -9
        assert path.read_bytes() == b"old"
        assert sorted(one.name for one in tmp_path.iterdir()) == [".a.txt.part", "a.txt"]
    _replace(path, b"new")
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_one_that_somebody_else_is_writing_is_left_to_them(tmp_path: Path) -> None:
    import fcntl

    with (tmp_path / ".a.txt.part").open("wb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        other.write(b"theirs")
        other.flush()
        _replace(tmp_path / "a.txt", b"mine")
        assert (tmp_path / ".a.txt.part").read_bytes() == b"theirs"
    assert (tmp_path / "a.txt").read_bytes() == b"mine"


def test_a_link_in_its_place_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(b"keep")
    (tmp_path / ".a.txt.part").symlink_to("secret.txt")
    _replace(tmp_path / "a.txt", b"mine")
    assert (tmp_path / "secret.txt").read_bytes() == b"keep"
    assert (tmp_path / "a.txt").read_bytes() == b"mine" and not (tmp_path / "a.txt").is_symlink()


def test_many_at_once_each_write_the_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"

    def work(letter: bytes) -> None:
        for _ in range(40):
            _replace(path, letter * 5000)

    threads = [threading.Thread(target=work, args=(letter,)) for letter in (b"a", b"b", b"c")]
    for one in threads:
        one.start()
    while any(one.is_alive() for one in threads):
        if path.exists():
            content = path.read_bytes()
            assert content in (b"a" * 5000, b"b" * 5000, b"c" * 5000)
    for one in threads:
        one.join()
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
