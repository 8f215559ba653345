"""Writing that a crash cannot spoil: whole files replaced at once, and additions done once."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import ClassVar

from kognilang import Here, Problematic

from .places import unreadable

NOTES = ".kognilang/additions"
"""Where the workspace notes what was added to which file, so that the file itself stays clean."""


def replace(path: Path, data: bytes) -> None:
    """Write a file as a whole: readers see the old content or the new one, never a part.

    Raises Problematic when the disk or the folder refuses.
    """
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        handle, name = _beside(path)
        with os.fdopen(handle, "wb") as out:
            try:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
                name.chmod(mode)
                if _HELD:
                    name.replace(path)
            except BaseException:
                with suppress(OSError):
                    name.unlink()
                raise
        if not _HELD:
            name.replace(path)
        _sync_folder(path.parent)
    except OSError as fault:
        raise _refused(path, fault) from None


def _beside(path: Path) -> tuple[int, Path]:
    """Open an empty file beside another, to take its place. It has the same name each time, so that
    one that a crash has left is taken up; somebody else who writes the same has one of their own.
    """
    if _HELD:
        name = path.with_name(f".{path.name}.part")
        with suppress(OSError):
            number = os.open(name, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
            if _alone(number, name):
                os.truncate(number, 0)
                return number, name
            os.close(number)
    number, other = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    return number, Path(other)


def _alone(number: int, name: Path) -> bool:
    """Tell whether an open file is held by nobody else; it is held from then on."""
    import fcntl

    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Whoever held it may just have put it in its place.
        return os.path.samestat(os.fstat(number), name.lstat())
    except OSError:
        return False


_HELD = os.name != "nt"
"""Whether a file can be held, and put in its place, while it is open."""


def add_once(
    here: Here,
    path: Path,
    append: Callable[[bytes], bytes | None],
    whole: Callable[[bytes], bytes] | None = None,
) -> None:
    """Add to a file; with the same key again nothing is added, and `added` tells whether it was.

    `append` is given the file's last bytes (empty if there is no file) and returns the bytes to
    put at its end; where it returns None, `whole` is given the whole content and returns the
    new one, which replaces the file.
    """
    with _noted(here, path) as notes:
        done = _state(notes, here.key, path)
        if done:
            return
        if done is None:
            raise Problematic(
                f'"{path.name}" was changed by somebody else while this was being added to it. '
                "Look whether it is there.",
                "refused",
                values=[("file", str(path))],
            )
        extra = append(_tail(path))
        if extra is not None:
            note: dict[str, str | int] = {
                "at": _size(path),
                "length": len(extra),
                "digest": _digest(extra),
            }
            notes.write(here.key, note)
            _append(path, extra)
            return
        assert whole is not None
        old = _content(path)
        new = whole(old)
        notes.write(here.key, {"was": _digest(old), "is": _digest(new)})
        replace(path, new)


def added(here: Here, path: Path) -> bool | None:
    """Tell whether the addition with the key of this call is in the file.

    None when it cannot be told, because somebody else has changed the file since.
    """
    with _noted(here, path) as notes:
        return _state(notes, here.key, path)


def _state(notes: _Notes, key: str, path: Path) -> bool | None:
    note = notes.of(key)
    if note is None:
        return False
    if "at" in note:
        at, length = int(note["at"]), int(note["length"])
        part = _content(path, at, length)
        if _digest(part) == note["digest"]:
            return True
        if _size(path) == at:
            return False
        if at < _size(path) < at + length:
            # Torn by a crash in the middle: take the half away, so that it is done afresh.
            os.truncate(path, at)
            return False
        return None
    now = _digest(_content(path))
    if now == note["is"]:
        return True
    if now == note["was"]:
        return False
    return True if notes.built_on(str(note["is"])) else None


class _Notes:
    """The additions to one file: a line each, with the key and how to recognise it.

    What was read of them is remembered, so that each addition reads only what is new: a file of
    10,000 lines is not gone through 10,000 times.
    """

    _known: ClassVar[dict[Path, _Notes]] = {}

    def __init__(self, path: Path) -> None:
        self.path = path
        self._forget()

    def _forget(self) -> None:
        self._read = 0
        self._last = b""
        self._notes: dict[str, dict[str, str | int]] = {}
        self._bases: set[str] = set()

    @classmethod
    def at(cls, path: Path) -> _Notes:
        """Return the notes of that place, as they are now."""
        found = cls._known.pop(path, None) or cls(path)
        found._refresh()
        cls._known[path] = found
        while len(cls._known) > _REMEMBERED:
            del cls._known[next(iter(cls._known))]
        return found

    def _refresh(self) -> None:
        if not self.path.exists():
            self._forget()
            return
        with self.path.open("rb") as file:
            file.seek(self._read - len(self._last))
            if file.read(len(self._last)) != self._last:
                self._forget()
                file.seek(0)
            new = file.read()
        whole = new[: new.rfind(b"\n") + 1]
        self._read += len(whole)
        for line in whole.splitlines(keepends=True):
            self._last = line
            try:
                entry = json.loads(line)
                key, note = entry["key"], entry["note"]
            except (ValueError, KeyError, TypeError):
                continue  # a line torn by a crash belongs to an addition that never began
            self._notes[key] = note
            if "was" in note:
                self._bases.add(str(note["was"]))

    def of(self, key: str) -> dict[str, str | int] | None:
        return self._notes.get(key)

    def built_on(self, digest: str) -> bool:
        """Tell whether a later addition began from the content with this digest."""
        return digest in self._bases

    def write(self, key: str, note: dict[str, str | int]) -> None:
        line = json.dumps({"key": key, "note": note}).encode() + b"\n"
        if _tail(self.path)[-1:] not in (b"", b"\n"):
            line = b"\n" + line
        _append(self.path, line)
        self._refresh()


_REMEMBERED = 16
"""The notes of so many files are remembered."""


@contextmanager
def _noted(here: Here, path: Path) -> Iterator[_Notes]:
    """Hold the file for this process alone, and hand over its notes."""
    folder = here.workspace / NOTES
    name, former = _note_names(here, path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / f"{name}.lock").open("a+b")
    except OSError as fault:
        raise _refused(folder, fault) from None
    with lock:
        _hold(lock.fileno())
        try:
            if (folder / f"{former}.jsonl").exists() and not (folder / f"{name}.jsonl").exists():
                (folder / f"{former}.jsonl").replace(folder / f"{name}.jsonl")
            yield _Notes.at(folder / f"{name}.jsonl")
        except OSError as fault:
            raise _refused(path, fault) from None


def _note_names(here: Here, path: Path) -> tuple[str, str]:
    """Name a file's notes by its path from the workspace, so that both can be moved together;
    also as they were once named, by the whole path."""
    whole = str(path.resolve())
    root = f"{here.workspace.resolve()}{os.sep}"
    inside = whole.removeprefix(root).replace(os.sep, "/") if whole.startswith(root) else whole
    name, former = (hashlib.sha256(one.encode()).hexdigest()[:24] for one in (inside, whole))
    return name, former


def _hold(number: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(number, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
        return
    fcntl.flock(number, fcntl.LOCK_EX)


def _append(path: Path, data: bytes) -> None:
    new = not path.exists()
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(number, view) :]
        os.fsync(number)
    finally:
        os.close(number)
    if new:
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _content(path: Path, at: int = 0, length: int = -1) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        file.seek(at)
        return file.read(length)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _tail(path: Path) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        file.seek(max(0, _size(path) - 4096))
        return file.read()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refused(path: Path, fault: OSError) -> Problematic:
    import errno

    if fault.errno == errno.ENOSPC:
        return Problematic(
            f'"{path.name}" cannot be written: the disk is full.', "refused",
            suggestions=["Make room on the disk, then: try again."],
        )  # fmt: skip
    problem = unreadable(path, fault)
    return Problematic(
        problem.message.replace("opened", "written"), "refused", values=problem.values
    )
