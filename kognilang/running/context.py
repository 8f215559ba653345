"""What a skill is handed of the place it runs in, and the limits of what it may touch."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from kognilang.meaning.skill import Judgement, Problematic
from kognilang.settings import Settings
from kognilang.values.kinds import Secret

SECRETS = ".kognilang/secrets.toml"
"""Where secrets may be kept in a workspace; the environment comes first."""

ATTACHED = "mail"
"""The one folder beside them that steps may read: what was attached to mails lies there."""

_SECRET = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


class MissingSecret(Problematic):
    """A skill needs a secret that is not set; `secret` is its name."""

    def __init__(self, secret: str) -> None:
        super().__init__(
            f'The secret "{secret}" is not set, neither in the environment nor in {SECRETS}.',
            "missing-secret",
            suggestions=("try again",),
        )
        self.secret = secret


def keep_secret(workspace: Path, name: str, value: str) -> None:
    """Keep a secret in the workspace's secrets file, which only its owner may read.

    Raises OSError where it cannot be written, Problematic where it is no TOML.
    """
    import json

    kept = {**_kept_secrets(workspace), name: value}
    path = workspace / SECRETS
    path.parent.mkdir(exist_ok=True)
    lines = [
        f"{json.dumps(key, ensure_ascii=False)} = {json.dumps(one, ensure_ascii=True)}"
        for key, one in kept.items()
    ]
    new = path.with_suffix(".new")
    made = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(made, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    new.replace(path)


class GivenFiles(Protocol):
    """Files that stand for real ones: below `root`, each where `read_from` says."""

    root: Path

    def read_from(self, path: Path) -> Path:
        """Return where a path is read from."""


class HereNow:
    """The context of one call of a skill (`kognilang.meaning.skill.Here`)."""

    def __init__(
        self, settings: Settings, folder: Path, now: datetime, key: str = "", dry: bool = False
    ) -> None:
        self.settings = settings
        self.workspace = settings.folder
        self.folder = folder
        self.now = now
        self.key = key
        self._dry = dry
        self.given: GivenFiles | None = None
        self.judging: Callable[..., Judgement] | None = None
        self.meanings: Mapping[str, str] = {}
        self.revealed: list[str] = []
        """The secrets that the call was handed, so that they can be kept out of the journal."""

    def path(self, name: str, writing: bool = False) -> Path:
        """Return the path of a file below the allowed folders; for writing, its folder is made.

        Relative names start at the procedure's folder. Raises Problematic when it lies outside,
        also by way of a link.
        """
        if "\0" in name:
            raise Problematic("That is no name of a file.", "missing-file")
        try:
            path = (self.folder / Path(name).expanduser()).resolve()
        except (OSError, RuntimeError, ValueError) as fault:
            raise Problematic(f'"{name}" is no path of a file: {fault}.', "missing-file") from None
        roots = (self.workspace.resolve(), *self.settings.folders)
        if self.given is not None:
            roots = (*roots, self.given.root)
            path = self.given.read_from(path)
        root = next((one for one in roots if path == one or one in path.parents), None)
        if root is None:
            raise Problematic(
                f'"{name}" lies outside of the workspace "{self.workspace.name}", and files there '
                "may not be touched.",
                "not-allowed",
                suggestions=(f'folders = ["{path.parent}"] in kognilang.toml',),
                values=(("place", str(path)),),
            )
        own = roots[0] / ".kognilang"
        if own in (path, *path.parents) and (writing or own / ATTACHED not in path.parents):
            raise Problematic(
                f'"{name}" is where the runs themselves and their secrets are kept, so no step '
                f"may {'write' if writing else 'read'} there.",
                "not-allowed",
            )
        if writing and not self._dry:
            self._make(path.parent)
        return path

    @staticmethod
    def _make(folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise Problematic(
                f'The folder "{folder.name}" cannot be made: {fault.strerror or fault}.', "refused"
            ) from None

    def judge(
        self,
        task: str,
        data: Mapping[str, str],
        answer: Mapping[str, Any],
        samples: int = 1,
        shown: bool = True,
    ) -> Judgement:
        """Let the workspace's model judge data. Raises Problematic where it cannot."""
        if self.judging is None:
            raise Problematic(
                "No model is set up that could judge this. Set OPENAI_API_KEY, or OPENAI_BASE_URL "
                "for a server of your own.",
                "model-not-set-up",
                suggestions=("try again",),
            )
        return self.judging(task, data, answer, samples, shown)

    def chosen(self, key: str) -> str:
        """Return what a person chose in this run where a skill asked with the key, or nothing."""
        return self.meanings.get(key, "")

    def setting(self, name: str, default: Any = None) -> Any:
        """Return a setting by dotted name (`mail.server`), or the default."""
        found: Any = self.settings.raw
        for part in name.split("."):
            if not isinstance(found, dict) or part not in found:
                return default
            found = found[part]
        return found

    def secret(self, name: str | Secret) -> str:
        """Return a secret's value from the environment or the secrets file.

        Raises Problematic where there is none; the value is never in a message.
        """
        if isinstance(name, Secret):
            name = name.name
        value = os.environ.get(name)
        if value is None:
            value = _kept_secrets(self.workspace).get(name)
        if value is None:
            raise MissingSecret(name)
        self.revealed.append(value)
        return value

    def connection(self, name: str) -> str:
        """Return the URL of a named connection of `kognilang.toml`, secrets filled in."""
        known = self.settings.connections
        url = known.get(name)
        if url is None:
            url = {key.lower(): one for key, one in known.items()}.get(name.lower())
        if url is None:
            names = ", ".join(f'"{one}"' for one in known) or "none"
            raise Problematic(
                f'There is no connection "{name}" in kognilang.toml. There: {names}.',
                "missing-connection",
                suggestions=("try again",),
            )
        url = _SECRET.sub(lambda found: self.secret(found[1]), url)
        for scheme in ("sqlite:///",):
            place = url.removeprefix(scheme)
            if place != url and place and not Path(place).is_absolute():
                return f"{scheme}{self.workspace / place}"
        return url


def _kept_secrets(workspace: Path) -> dict[str, str]:
    path = workspace / SECRETS
    if not path.is_file():
        return {}
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise Problematic(f"{SECRETS} cannot be read as TOML.", "unreadable") from None
    return {key: str(value) for key, value in data.items()}
