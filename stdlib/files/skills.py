"""Files and folders: what is in a folder, and moving, copying, writing and reading files."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from kognilang import File, Folder, Here, List, Problematic, and_list, skill

from ..places import located, present, unreadable
from ..writing import add_once, added, replace
from .encodings import decoded
from .listing import SORTS, entries, listed
from .moving import carry, copy_file, refuse_taken, target_of

_FILE_PROPERTIES = {
    "name": "text",
    "name without extension": "text",
    "extension": "text",
    "size": "number",
    "date": "moment",
    "folder": "folder",
}

# -- what is there -------------------------------------------------------------------


@skill(
    "the file {name}",
    "the document {name}",
    effect="none",
    example='Let the order be the file "in/order.pdf".',
    properties=_FILE_PROPERTIES,
)
def the_file(name: str, here: Here) -> File:
    """A file by its name; it need not be there."""
    return File(located(here, name))


@skill("the folder {name}", effect="none", example='Let the inbox be the folder "in".')
def the_folder(name: str, here: Here) -> Folder:
    """A folder by its name; it need not be there."""
    return Folder(located(here, name))


@skill("this folder", effect="none", example="Say the names of the files in this folder.")
def this_folder(here: Here) -> Folder:
    """The folder in which the procedure stands."""
    return Folder(here.folder)


@skill(
    "{thing} exists",
    effect="read",
    example='If the file "results/payments.csv" exists, stop.',
)
def thing_exists(thing: Any, here: Here) -> bool:
    """Whether a thing is there: a file or folder on the disk, anything else where it is not blank.

    Raises Problematic where it is a text: that could be meant itself, or be a file's name.
    """
    if isinstance(thing, File | Folder):
        return located(here, thing).exists()
    if isinstance(thing, str) and thing.strip():
        raise Problematic(
            f'"{thing}" is a text: it could itself be meant, or the file of that name. Write'
            f' "the file "{thing}" exists", or "… is not blank".',
            "wrong-kind",
        )
    return bool(thing.items) if isinstance(thing, List) else thing not in (None, "")


@skill(
    "{file} is readable",
    "the file {file} is readable",
    effect="read",
    example='If the file "invoices.xlsx" is readable, say "It can be read."',
)
def file_is_readable(file: Any, here: Here) -> bool:
    """Whether a file is there, and this procedure may read it."""
    path = located(here, file)
    return path.is_file() and os.access(path, os.R_OK)


@skill(
    "the PDFs in {folder}",
    "the PDFs in the folder {folder}",
    effect="read",
    example=(
        'For each document in the PDFs in the folder "invoices":\n    Say the document\'s name.'
    ),
    properties=_FILE_PROPERTIES,
)
def pdfs_in(folder: Folder, here: Here) -> List:
    """The PDF files directly in a folder, by name."""
    return listed(here, folder, "pdfs")


@skill(
    "the spreadsheets in {folder}",
    "the spreadsheets in the folder {folder}",
    effect="read",
    example='For each file in the spreadsheets in the folder "in", say the file\'s name.',
    properties=_FILE_PROPERTIES,
)
def spreadsheets_in(folder: Folder, here: Here) -> List:
    """The spreadsheets (xlsx, xls, ods, csv, tsv) directly in a folder, by name."""
    return listed(here, folder, "spreadsheets")


@skill(
    "the images in {folder}",
    "the images in the folder {folder}",
    effect="read",
    example='For each file in the images in the folder "in", say the file\'s name.',
    properties=_FILE_PROPERTIES,
)
def images_in(folder: Folder, here: Here) -> List:
    """The pictures directly in a folder, by name."""
    return listed(here, folder, "images")


@skill(
    "the files in {folder}",
    "the files in the folder {folder}",
    effect="read",
    example='Say "{the number of the files in the folder "in"} files have come in."',
    properties=_FILE_PROPERTIES,
)
def files_in(folder: Folder, here: Here) -> List:
    """All files directly in a folder, by name; hidden ones are left out."""
    return listed(here, folder, "")


@skill(
    "the folders in {folder}",
    "the folders in the folder {folder}",
    effect="read",
    example='For each client folder in the folders in the folder "clients", say it.',
)
def folders_in(folder: Folder, here: Here) -> List:
    """The folders directly in a folder, by name; hidden ones are left out."""
    inside = [path for path in entries(here, folder) if path.is_dir()]
    return List(items=[Folder(path) for path in inside], noun="folder")


# -- moving, copying, deleting -------------------------------------------------------


def _moved_already(file: Any, target: Any, here: Here) -> bool | None:
    source = located(here, file)
    return target_of(here, source, target).is_file() and not source.exists()


@skill(
    "move {file} to {target}",
    "move the file {file} to {target}",
    check="_moved_already",
    example='Move the document to the folder "done".',
)
def move(file: File, target: File | Folder | str, here: Here) -> File:
    """Move a file; what is at the target already is never overwritten."""
    source = present(here, file)
    goal = target_of(here, source, target)
    if goal == source:
        return File(goal)
    refuse_taken(source, goal)
    try:
        if goal.exists():  # the same content: a move that was cut short between two disks
            source.unlink()
        else:
            carry(source, goal)
    except OSError as fault:
        raise unreadable(source, fault) from None
    return File(goal)


@skill(
    "copy {file} to {target}",
    "copy the file {file} to {target}",
    idempotent=True,
    example='Copy the file "order.pdf" to "order copy.pdf".',
)
def copy(file: File, target: File | Folder | str, here: Here) -> File:
    """Copy a file; what is at the target already is never overwritten."""
    source = present(here, file)
    goal = target_of(here, source, target)
    refuse_taken(source, goal)
    try:
        if not goal.exists():
            copy_file(source, goal)
    except OSError as fault:
        raise unreadable(source, fault) from None
    return File(goal)


@skill(
    "rename {file} to {target}",
    "rename the file {file} to {target}",
    check="_moved_already",
    example='Rename the document to "{the invoice\'s number}.pdf".',
)
def rename(file: File, target: str, here: Here) -> File:
    """Give a file another name in its folder."""
    name = target.path.name if isinstance(target, File) else str(target)
    if re.search(r"[/\\\0]", name) or not name.strip():
        raise Problematic(
            f'"{name}" is no file name. To put the file into another folder, move it.',
            "refused",
            suggestions=["Move the file to the folder …"],
        )
    return move(file, str(present(here, file).with_name(name)), here)


def _deleted_already(file: Any, here: Here) -> bool | None:
    return not located(here, file).exists()


@skill(
    "delete {file}",
    "delete the file {file}",
    check="_deleted_already",
    example='Delete the file "draft.txt".',
)
def delete(file: File, here: Here) -> None:
    """Delete a file. A folder is never deleted."""
    path = present(here, file)
    try:
        path.unlink()
    except OSError as fault:
        raise unreadable(path, fault) from None


@skill(
    "create the folder {folder}",
    "make the folder {folder}",
    idempotent=True,
    example='Create the folder "results/2026".',
)
def create_folder(folder: Folder, here: Here) -> Folder:
    """Make a folder, and those above it, if it is not there yet."""
    path = located(here, folder, writing=True)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise Problematic(
            f'There is a file "{path.name}" where the folder should be.', "already-there"
        ) from None
    except OSError as fault:
        raise unreadable(path, fault) from None
    return Folder(path)


# -- text ----------------------------------------------------------------------------


@skill(
    "write to the file {file}: {text}",
    "write {text} to the file {file}",
    idempotent=True,
    example='Write to the file "results/summary.txt":\n    {the number of the orders} orders.',
)
def write_file(file: File, text: str, here: Here) -> File:
    """Write a text to a file; what was in it before is replaced. A file that ends in .docx becomes
    a Word document, each line a paragraph."""
    path = located(here, file, writing=True)
    if path.is_dir():
        raise Problematic(f'"{path.name}" is a folder, not a file.', "refused")
    if path.suffix.lower() == ".docx":
        from .word import document

        replace(path, document(_ended(text)))
        return File(path)
    _refuse_other_kinds(path)
    replace(path, _ended(text).encode("utf-8"))
    return File(path)


_NO_TEXT = frozenset(
    (".pdf", ".doc", ".odt", ".rtf", ".xlsx", ".xlsm", ".xls", ".ods", ".pptx", ".ppt", ".zip",
     ".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".docx")
)  # fmt: skip


def _refuse_other_kinds(path: Path) -> None:
    """Refuse to put plain text into a file that no program could open then."""
    ending = path.suffix.lower()
    if ending not in _NO_TEXT:
        return
    if ending in SORTS["spreadsheets"]:
        instead = f'A table is saved so: Save the orders as "{path.name}".'
    else:
        instead = f'Call it "{path.stem}.txt", or "{path.stem}.docx" for a Word document.'
    if ending == ".docx":
        instead = "Write the whole document at once."
    raise Problematic(
        f'A text alone makes no {ending[1:].upper()} file: no program could open "{path.name}"'
        f" then. {instead}",
        "refused",
    )


def _line_added(file: Any, text: str, here: Here) -> bool | None:
    return added(here, located(here, file, writing=True))


@skill(
    "add to the file {file}: {text}",
    "add {text} to the file {file}",
    "append {text} to the file {file}",
    "add the line {text} to the file {file}",
    idempotent=True,
    check="_line_added",
    example='Add the line "{today}: done" to the file "results/log.txt".',
)
def add_to_file(file: File, text: str, here: Here) -> None:
    """Add a text at the end of a file, on lines of its own."""
    path = located(here, file, writing=True)
    _refuse_other_kinds(path)

    def append(tail: bytes) -> bytes:
        start = b"\n" if tail and not tail.endswith(b"\n") else b""
        return start + _ended(text).encode("utf-8")

    add_once(here, path, append)


def _ended(text: Any) -> str:
    words = str(text)
    return words if words.endswith("\n") or not words else words + "\n"


@skill(
    "read the file {file}",
    "the text of the file {file}",
    "the contents of the file {file}",
    effect="read",
    example='Read the file "notes.txt" as the notes.',
)
def read_file(file: File, here: Here) -> str:
    """The text of a text file."""
    path = present(here, file)
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise unreadable(path, fault) from None
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        readable = and_list(['"Read the spreadsheet …"', '"Read the text of the document …"'], "or")
        raise Problematic(
            f'"{path.name}" is not a text file. For other files there is {readable}.',
            "unreadable",
            values=[("file", str(path))],
        )
    return decoded(data)[0].replace("\r\n", "\n").replace("\r", "\n")
