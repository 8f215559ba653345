"""Moving and copying a file: where it goes, and that nothing is overwritten."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

from kognilang import File, Folder, Here, Problematic

from ..places import located


def target_of(here: Here, source: Path, target: Any) -> Path:
    """Where a file goes: a bare name is in the source's folder; a folder keeps the file's name."""
    if isinstance(target, Folder):
        folder = located(here, target, writing=True)
        folder.mkdir(parents=True, exist_ok=True)
        return folder / source.name
    name = str(target.path) if isinstance(target, File) else str(target)
    if name.endswith(("/", "\\")):
        folder = located(here, name, writing=True)
        folder.mkdir(parents=True, exist_ok=True)
        return folder / source.name
    if isinstance(target, str) and not re.search(r"[/\\]", name):
        inside = located(here, name)
        if inside.is_dir():
            return inside / source.name
        return located(here, str(source.parent / name), writing=True)
    path = located(here, name, writing=True)
    return path / source.name if path.is_dir() else path


def refuse_taken(source: Path, target: Path) -> None:
    """Raise Problematic where another file stands at the target already."""
    if target.exists() and not _same(source, target):
        raise Problematic(
            f'There is already another file "{target.name}" in the folder "{target.parent.name}".',
            "already-there",
            suggestions=[f'Delete the file "{target.name}". Try again.'],
            values=[("file", str(target))],
        )


def carry(source: Path, goal: Path) -> None:
    """Move a file, also from one disk to another."""
    try:
        source.rename(goal)
    except OSError:
        copy_file(source, goal)
        source.unlink()


def copy_file(source: Path, goal: Path) -> None:
    """Copy a file; under its own name it is whole or not there."""
    half = goal.with_name(f".{goal.name}.part")
    shutil.copy2(source, half)
    with half.open("rb+") as file:
        os.fsync(file.fileno())
    half.replace(goal)


def _same(one: Path, other: Path) -> bool:
    import filecmp

    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)
