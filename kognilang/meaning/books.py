"""Books: the installed skills by their manifests; their code is imported when it is called."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kognilang.dataclass import dataclass, field
from kognilang.meaning import manifest
from kognilang.meaning.modules import load_module
from kognilang.meaning.phrases import Phrases
from kognilang.meaning.skill import SkillInfo
from kognilang.meaning.wording import BadWording, form_of

GROUP = "kognilang.skills"
"""The entry points' group under which plugins name their books."""

_CACHE = Path(".kognilang") / "skills.json"


@dataclass(slots=True)
class Library:
    """The skills at hand. `faults` are sentences about books that could not be taken in."""

    skills: dict[str, SkillInfo] = field(default_factory=dict)
    phrases: Phrases = field(default_factory=Phrases)
    faults: list[str] = field(default_factory=list)
    places: dict[str, Path] = field(default_factory=dict)
    """Where a module's code is, by its name; plugins are imported by name instead."""

    @classmethod
    def load(cls, workspace: Path | None = None) -> Library:
        """Take in the standard books, the plugins and the workspace's `skills/*.py`.

        A book that is broken is told in `faults` and stops nothing.
        """
        library = cls()
        library._add_standard(standard_folder())
        library._add_plugins()
        if workspace is not None:
            library._add_workspace(workspace)
        return library

    def add(self, info: SkillInfo) -> None:
        """Add one skill with all its wordings."""
        self.skills[info.id] = info
        for wording in info.phrases:
            try:
                self.phrases.add_wording(info.id, wording, _form(info, wording))
            except BadWording as fault:
                self.faults.append(f'The book "{info.book}" has a faulty wording. {fault}')

    def function(self, skill: str) -> Callable[..., Any]:
        """Return a skill's function, importing its book if need be.

        Raises KeyError for a skill that is not installed, and whatever the book raises.
        """
        info = self.skills[skill]
        found: Callable[..., Any] = getattr(self._module(info), info.function)
        return found

    def check_function(self, skill: str) -> Callable[..., Any] | None:
        """Return the function that looks up whether a write has happened, if there is one."""
        info = self.skills[skill]
        if not info.checkable:
            return None
        module = self._module(info)
        name = getattr(module, info.function).__skill__.check
        found: Callable[..., Any] = getattr(module, name)
        return found

    def _module(self, info: SkillInfo) -> Any:
        path = self.places.get(info.module)
        if path is not None:
            return load_module(path, info.module)
        import importlib

        return importlib.import_module(info.module)

    def _add_standard(self, folder: Path) -> None:
        for book in sorted(folder.iterdir()) if folder.is_dir() else ():
            file = book / manifest.FILE
            if not file.is_file():
                continue
            try:
                infos = manifest.from_json(file.read_text(encoding="utf-8"))
            except (ValueError, TypeError, OSError) as fault:
                self.faults.append(f'The book "{book.name}" cannot be read: {fault}.')
                continue
            for info in infos:
                self.places[info.module] = book / "skills.py"
                self.add(info)

    def _add_plugins(self) -> None:
        for point in _plugin_points():
            try:
                infos = manifest.skills_of(point.load(), point.name)
            except Exception as fault:  # a plugin may raise anything, and must stop nothing
                self.faults.append(f'The book "{point.name}" could not be loaded: {fault}.')
                continue
            for info in infos:
                self.add(info)

    def _add_workspace(self, workspace: Path) -> None:
        files = sorted((workspace / "skills").glob("*.py"))
        if not files:
            return
        cache = _read_cache(workspace / _CACHE)
        fresh: dict[str, str] = {}
        for file in files:
            if file.stem.startswith("_"):
                continue
            code = file.read_bytes()
            digest = hashlib.sha256(code).hexdigest()
            module = f"kognilang_workspace_{digest[:12]}.{file.stem}"
            self.places[module] = file
            text = cache.get(digest)
            if text is None:
                try:
                    text = manifest.to_json(
                        manifest.skills_of(load_module(file, module), file.stem)
                    )
                except Exception as fault:  # the workspace's own code may raise anything
                    self.faults.append(f'The book "skills/{file.name}" cannot be read: {fault}.')
                    continue
            fresh[digest] = text
            for info in manifest.from_json(text):
                self.add(info)
        if fresh != cache:
            _write_cache(workspace / _CACHE, fresh)


def _form(info: SkillInfo, wording: str) -> str:
    """Return the form of one wording; all wordings of a condition are conditions."""
    return info.form if info.form == "adjective" else form_of(wording)


def standard_folder() -> Path:
    """Return the folder of the standard books, in a wheel or beside the package in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "stdlib"
    return inside if inside.is_dir() else package.parent / "stdlib"


def _plugin_points() -> list[Any]:
    """Return the plugins' entry points. The files that declare them are searched for the group's
    name first: to have every installed package parsed would cost more than all else here."""
    if not any(map(_declares_plugins, sys.path)):
        return []
    from importlib.metadata import entry_points

    return sorted(entry_points(group=GROUP), key=lambda point: point.name)


def _declares_plugins(folder: str) -> bool:
    wanted = f"[{GROUP}]".encode()
    try:
        with os.scandir(folder or ".") as entries:
            names = [one.path for one in entries if one.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        # A zip file or a folder that is not there; a zip's plugins are not looked for.
        return False
    for name in names:
        try:
            with open(os.path.join(name, "entry_points.txt"), "rb") as file:  # noqa: PTH118, PTH123
                if wanted in file.read():
                    return True
        except OSError:
            continue
    return False


def _read_cache(path: Path) -> dict[str, str]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _write_cache(path: Path, data: dict[str, str]) -> None:
    """Keep the manifests if the store's folder is there; a check leaves nothing behind."""
    if not path.parent.is_dir():
        return
    try:
        path.write_text(json.dumps(data), encoding="utf-8")
    except OSError:
        return
