"""Secrets taken out of whatever goes to a model."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

HIDDEN = "[secret]"

_SECRETS = ".kognilang/secrets.toml"
_NAMED = re.compile(r"(?i)(secret|passw|token|api_?key|credential|private_?key|_key$|_pwd$)")
_LOOKS = (
    re.compile(r"\b(?:sk|pk|rk|ghp|gho|xox[abp]|glpat)[-_][A-Za-z0-9_-]{12,}"),
    re.compile(r"\bAKIA[A-Z0-9]{12,}\b"),
    re.compile(r"(?i)\bbearer\s+[A-Za-z0-9._~+/-]{12,}=*"),
    re.compile(r"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}"),
    re.compile(
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)", re.S
    ),
    re.compile(r"(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"),
)
_SHORTEST = 6
"""Shorter values are words that a text may well hold by chance."""


class Redactor:
    """Hides the values of known secrets, and what looks like one."""

    def __init__(self, values: Iterable[str]) -> None:
        self._values = sorted(
            {one for one in values if len(one) >= _SHORTEST}, key=len, reverse=True
        )

    @classmethod
    def of(cls, workspace: Path, environment: Mapping[str, str] | None = None) -> Redactor:
        """Return one that knows the workspace's secrets and those of the environment."""
        env = os.environ if environment is None else environment
        values = [value for name, value in env.items() if _NAMED.search(name)]
        return cls([*values, *_kept(workspace)])

    def redact(self, text: str) -> str:
        """Return the text with every secret replaced."""
        for value in self._values:
            if value in text:
                text = text.replace(value, HIDDEN)
        for pattern in _LOOKS:
            text = pattern.sub(HIDDEN, text)
        return text


def _kept(workspace: Path) -> list[str]:
    import tomllib

    try:
        data = tomllib.loads((workspace / _SECRETS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [str(value) for value in data.values()]
