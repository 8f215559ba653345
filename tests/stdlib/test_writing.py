"""Files that are replaced whole: what a crash leaves is taken up, and two at once are no matter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kognilang.meaning.books import Library
from tests.stdlib.place import Place, call

ROOT = Path(__file__).parents[2]

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


def add(here: Place, key: str, text: str) -> None:
    here.key = key
    call("files.add_to_file", "log.txt", text, here=here)


def test_each_addition_reads_only_what_is_new_of_the_notes(here: Place) -> None:
    add(here, "k", "first")
    import kognilang_stdlib.writing as writing

    counted: list[Any] = []

    def loads(text: Any) -> Any:
        counted.append(text)
        return json.loads(text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "json", SimpleNamespace(loads=loads, dumps=json.dumps))
        for number in range(200):
            add(here, f"k{number}", f"line {number}")
    assert len((here.workspace / "log.txt").read_text().splitlines()) == 201
    assert len(counted) == 200


def test_what_another_process_has_added_is_known(here: Place) -> None:
    add(here, "k1", "one")
    code = (
        "import sys; from pathlib import Path; from tests.stdlib.place import Place, call\n"
        "call('files.add_to_file', 'log.txt', 'two', here=Place(Path(sys.argv[1]), 'k2'))\n"
    )
    subprocess.run([sys.executable, "-c", code, str(here.workspace)], cwd=ROOT, check=True)
    add(here, "k2", "two")
    add(here, "k1", "one")
    add(here, "k3", "three")
    assert (here.workspace / "log.txt").read_text().splitlines() == ["one", "two", "three"]


def test_notes_that_were_deleted_or_exchanged_are_read_anew(here: Place) -> None:
    add(here, "k1", "one")
    (notes,) = (here.workspace / ".kognilang" / "additions").glob("*.jsonl")
    kept = notes.read_bytes()
    add(here, "k2", "two")
    notes.unlink()
    (here.workspace / "log.txt").unlink()
    add(here, "k2", "two")
    assert (here.workspace / "log.txt").read_text().splitlines() == ["two"]
    notes.write_bytes(kept)
    (here.workspace / "log.txt").write_text("one\n")
    add(here, "k1", "one")
    add(here, "k2", "two")
    assert (here.workspace / "log.txt").read_text().splitlines() == ["one", "two"]
