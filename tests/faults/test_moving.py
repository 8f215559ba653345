"""A workspace that is moved, a store that is deleted: what runs and files keep of their place."""

from __future__ import annotations

import shutil
from pathlib import Path

from kognilang import File
from kognilang.session import Session
from tests.stdlib.place import Place, call, happened

TEXT = """\
The papers are the files in the folder "inbox".
Read the spreadsheet "orders.csv" as the orders.
Ask the manager whether to go on.
If the answer is yes:
    For each paper in the papers:
        Move the paper to the folder "done".
    Set the first order's amount to 5.
    Save the orders.
"""


def workspace(folder: Path) -> Path:
    (folder / "inbox").mkdir(parents=True)
    (folder / "kognilang.toml").write_text('[people.manager]\nname = "Ruth"\n')
    (folder / "inbox" / "a.txt").write_text("a")
    (folder / "inbox" / "b.txt").write_text("b")
    (folder / "orders.csv").write_text("order,amount\nA1,1\nA2,2\n")
    (folder / "move.kog").write_text(TEXT)
    return folder


def test_a_parked_run_finds_its_files_where_the_workspace_was_moved(tmp_path: Path) -> None:
    old = workspace(tmp_path / "old")
    session = Session(old, no_input=True)
    view = session.start(old / "move.kog")
    assert view.status == "parked", view.questions
    assert session.answer(view.questions[0].id, "yes", "manager").accepted
    session.close()
    new = tmp_path / "elsewhere" / "new"
    shutil.move(old, new)
    session = Session(new, no_input=True)
    view = session.advance("r1")
    assert view.status == "finished", view.questions
    assert sorted(one.name for one in (new / "done").iterdir()) == ["a.txt", "b.txt"]
    assert (new / "orders.csv").read_text().splitlines()[1] == "A1,5"
    assert not old.exists()
    session.close()
    content = b"".join(one.read_bytes() for one in (new / ".kognilang").glob("store.db*"))
    stored = [one for one in content.split(b'"') if str(old).encode() in one]
    assert stored == []


def test_a_store_that_was_deleted_makes_no_addition_look_done(tmp_path: Path) -> None:
    (tmp_path / "kognilang.toml").write_text("")
    (tmp_path / "add.kog").write_text('Add the line "one" to the file "out.txt".\n')
    for count in (1, 2):
        session = Session(tmp_path, no_input=True)
        view = session.start(tmp_path / "add.kog")
        assert (view.id, view.status) == ("r1", "finished"), view.questions
        session.close()
        assert (tmp_path / "out.txt").read_text() == "one\n" * count
        for one in (tmp_path / ".kognilang").glob("store.db*"):
            one.unlink()


def test_the_notes_of_additions_move_with_the_workspace(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    here = Place(folder)
    call("files.add_to_file", File(Path("out.txt")), "one", here)
    shutil.move(folder, tmp_path / "new")
    there = Place(tmp_path / "new")
    assert happened("files.add_to_file", File(Path("out.txt")), "one", there) is True
