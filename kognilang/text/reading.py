"""Reading a file: from bytes to a source, or to what is wrong with the bytes."""

from __future__ import annotations

import codecs
import re
from functools import partial
from pathlib import Path

from kognilang.text.fault import Fault
from kognilang.text.source import Source

_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

# Files that people hand over by mistake, told by their first bytes.
_KNOWN_FILES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive, or an Office document (Word, Excel)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"\x7fELF", "a program"),
)

# Control characters that no text editor writes; tab, line feed, form feed and return are text.
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def read_source(path: Path) -> tuple[Source, list[Fault]]:
    """Read a file as a source; its line ends become `\\n` and a byte order mark goes.

    Never raises for what is wrong with the file: the faults say it, and the source then
    holds an empty text. Faults: file-not-found, not-a-file, unreadable-file, empty-file,
    binary-file, not-utf8.
    """
    name = path.name or str(path)
    refused = partial(_refused, name, path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return refused("file-not-found", folder=str(path.parent), near=_near(path))
    except IsADirectoryError:
        return refused("not-a-file", near=_texts_in(path))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return refused("unreadable-file", reason=reason)
    return decode(raw, name, path)


def decode(raw: bytes, name: str, path: Path | None = None) -> tuple[Source, list[Fault]]:
    """Turn the bytes of a file into a source, as `read_source` does."""
    refused = partial(_refused, name, path)
    if not raw.strip():
        return refused("empty-file")
    for signature, kind in _KNOWN_FILES:
        if raw.startswith(signature):
            return refused("binary-file", kind=kind)
    for mark, encoding in _OTHER_ENCODINGS:
        if raw.startswith(mark):
            return refused("not-utf8", encoding=encoding, line="1")
    control = _CONTROL.search(raw)
    if control is not None:
        line = raw.count(b"\n", 0, control.start()) + 1
        return refused("binary-file", kind="", line=str(line), byte=f"{control[0][0]:#04x}")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        start = raw.rfind(b"\n", 0, error.start) + 1
        before = raw[start : error.start].decode("utf-8", "replace")
        return refused(
            "not-utf8",
            encoding="",
            line=str(line),
            before=before[-40:],
            byte=f"{raw[error.start]:#04x}",
        )
    if not text.strip():
        return refused("empty-file")
    return source_of(text, name, path), []


def _refused(name: str, path: Path | None, fault: str, **data: str) -> tuple[Source, list[Fault]]:
    return Source(name, "", path), [Fault(fault, data={"file": name, **data})]


def source_of(text: str, name: str = "(typed)", path: Path | None = None) -> Source:
    """Return a source for a text that is already in memory, its line ends made `\\n`."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(name, text.removeprefix("\ufeff"), path)


def _near(path: Path) -> str:
    """The files beside it whose name could have been meant, one a line."""
    wanted = path.stem.lower()
    try:
        beside = sorted(p.name for p in path.parent.iterdir() if p.suffix in (".kog", ".md"))
    except OSError:
        return ""
    close = [n for n in beside if n.lower().startswith(wanted[:3]) or Path(n).stem in wanted]
    return "\n".join((close or beside)[:3])


def _texts_in(folder: Path) -> str:
    """The procedure files of a folder, one a line, at most three."""
    try:
        return "\n".join(sorted(p.name for p in folder.iterdir() if p.suffix == ".kog")[:3])
    except OSError:
        return ""
