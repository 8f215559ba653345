"""The book of files: what is there, moving and copying without loss, text as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang import File, Folder, Problematic
from tests.stdlib.place import Place, call, happened


def _put(here: Place, name: str, text: str | bytes = "x") -> Path:
    path = here.workspace / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_the_pdfs_of_a_folder_come_by_name_with_numbers_in_order(here: Place) -> None:
    for name in (
        "in/b 10.pdf",
        "in/B 2.PDF",
        "in/a.pdf",
        "in/.hidden.pdf",
        "in/n.txt",
        "in/~$x.pdf",
    ):
        _put(here, name)
    (here.workspace / "in" / "folder.pdf").mkdir()
    found = call("files.pdfs_in", Folder(Path("in")), here=here)
    assert [file.path.name for file in found] == ["a.pdf", "B 2.PDF", "b 10.pdf"]


def test_a_folder_that_is_not_there_is_told_with_the_nearest_name(here: Place) -> None:
    _put(here, "invoices/a.pdf")
    with pytest.raises(Problematic) as problem:
        call("files.pdfs_in", "invoice", here=here)
    assert problem.value.problem == "missing-file"
    assert 'There is "invoices".' in problem.value.message


def test_a_path_outside_of_the_workspace_is_refused(here: Place) -> None:
    with pytest.raises(Problematic) as problem:
        call("files.read_file", "../../etc/passwd", here=here)
    assert problem.value.problem == "outside"


def test_moving_into_a_folder_keeps_the_name_and_makes_the_folder(here: Place) -> None:
    _put(here, "in/a.txt", "hello")
    moved = call("files.move", File(Path("in/a.txt")), Folder(Path("done/2026")), here=here)
    assert moved.path == here.workspace / "done/2026/a.txt"
    assert moved.path.read_text() == "hello"
    assert not (here.workspace / "in/a.txt").exists()


def test_a_bare_target_is_in_the_same_folder(here: Place) -> None:
    _put(here, "in/a.txt")
    call("files.move", File(Path("in/a.txt")), "b.txt", here=here)
    assert (here.workspace / "in/b.txt").exists()


def test_nothing_is_overwritten(here: Place) -> None:
    _put(here, "a.txt", "new")
    _put(here, "done/a.txt", "old")
    for skill in ("files.move", "files.copy"):
        with pytest.raises(Problematic) as problem:
            call(skill, File(Path("a.txt")), Folder(Path("done")), here=here)
        assert problem.value.problem == "already-there"
    assert (here.workspace / "done/a.txt").read_text() == "old"
    assert (here.workspace / "a.txt").read_text() == "new"


def test_a_move_that_happened_can_be_told(here: Place) -> None:
    _put(here, "a.txt")
    args = (File(Path("a.txt")), "b.txt")
    assert happened("files.move", *args, here=here) is False
    call("files.move", *args, here=here)
    assert happened("files.move", *args, here=here) is True


def test_copying_twice_is_as_good_as_once(here: Place) -> None:
    _put(here, "a.txt", "one")
    for _ in range(2):
        call("files.copy", File(Path("a.txt")), "b.txt", here=here)
    assert (here.workspace / "b.txt").read_text() == "one"


@pytest.mark.parametrize("name", ["x/y.txt", "", "a\\b"])
def test_a_name_with_a_folder_in_it_is_no_name(here: Place, name: str) -> None:
    _put(here, "a.txt")
    with pytest.raises(Problematic):
        call("files.rename", File(Path("a.txt")), name, here=here)


def test_deleting_a_folder_is_refused(here: Place) -> None:
    _put(here, "keep/a.txt")
    with pytest.raises(Problematic):
        call("files.delete", File(Path("keep")), here=here)
    assert (here.workspace / "keep/a.txt").exists()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("für\r\nuns".encode(), "für\nuns"),
        ("für".encode("utf-8-sig"), "für"),
        ("für".encode("utf-16"), "für"),
        ("für".encode("cp1252"), "für"),
        (b"", ""),
    ],
)
def test_text_is_read_in_the_encoding_it_was_written_in(
    here: Place, data: bytes, text: str
) -> None:
    _put(here, "a.txt", data)
    assert call("files.read_file", File(Path("a.txt")), here=here) == text


def test_a_binary_file_is_no_text(here: Place) -> None:
    _put(here, "a.bin", b"\x7fELF\0\0\1")
    with pytest.raises(Problematic) as problem:
        call("files.read_file", File(Path("a.bin")), here=here)
    assert problem.value.problem == "unreadable"


def test_writing_replaces_and_adding_adds_once_a_key(here: Place) -> None:
    call("files.write_file", "out/log.txt", "first", here=here)
    call("files.write_file", "out/log.txt", "start", here=here)
    for key in ("k1", "k1", "k2"):
        here.key = key
        call("files.add_to_file", "out/log.txt", f"by {key}", here=here)
    assert (here.workspace / "out/log.txt").read_text() == "start\nby k1\nby k2\n"
    assert happened("files.add_to_file", "out/log.txt", "by k2", here=here) is True
    here.key = "k3"
    assert happened("files.add_to_file", "out/log.txt", "by k3", here=here) is False


def test_existence(here: Place) -> None:
    _put(here, "a.txt")
    assert call("files.thing_exists", File(Path("a.txt")), here=here)
    assert not call("files.thing_exists", File(Path("b.txt")), here=here)
    assert call("files.thing_exists", 5, here=here)
    assert not call("files.thing_exists", "", here=here)
    # A text could be meant itself, or the file of that name: neither is guessed.
    with pytest.raises(Problematic, match=r"is not blank"):
        call("files.thing_exists", "a.txt", here=here)


def test_a_text_becomes_a_word_document_that_is_the_same_each_time(here: Place) -> None:
    import zipfile

    text = "Dear Öz & Sons,\n\nplease pay\t<$5>.\x07\n"
    call("files.write_file", "letters/a.docx", text, here=here)
    path = here.workspace / "letters" / "a.docx"
    first = path.read_bytes()
    with zipfile.ZipFile(path) as parts:
        assert parts.testzip() is None
        assert parts.namelist()[0] == "[Content_Types].xml"
        body = parts.read("word/document.xml").decode()
    assert "Dear Öz &amp; Sons," in body and "<w:tab/>" in body and "&lt;$5&gt;." in body
    assert "\x07" not in body and body.count("<w:p>") + body.count("<w:p/>") == 3
    call("files.write_file", "letters/a.docx", text, here=here)
    assert path.read_bytes() == first


@pytest.mark.parametrize("name", ["a.pdf", "a.xlsx", "a.PNG", "a.odt"])
def test_a_text_is_put_into_no_file_that_no_program_could_open(here: Place, name: str) -> None:
    with pytest.raises(Problematic, match="no program could open"):
        call("files.write_file", name, "hello", here=here)
    assert not (here.workspace / name).exists()
    with pytest.raises(Problematic, match="no program could open"):
        call("files.add_to_file", "a.docx", "more", here=here)
