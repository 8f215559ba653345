"""Replies kept by what was asked, so that the same request is never paid for twice."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from kognilang.reasoning.port import Request

FOLDER = Path(".kognilang") / "model" / "replies"


def digest_of(request: Request, model: str) -> str:
    """Return what a request is known by: all that decides its reply, not who pays."""
    data = [
        model, request.job, request.beginning, request.varying, request.schema, request.sample,
        request.most_tokens,
    ]  # fmt: skip
    text = json.dumps(data, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Kept:
    """The replies of a workspace, a file each; the prompts themselves are not kept."""

    def __init__(self, workspace: Path) -> None:
        self.folder = workspace / FOLDER

    def find(self, digest: str) -> tuple[bool, Any]:
        """Return whether there is a reply, and the reply."""
        try:
            data = json.loads((self.folder / f"{digest}.json").read_text(encoding="utf-8"))
            return True, data["reply"]
        except (OSError, ValueError, KeyError, TypeError):
            return False, None

    def keep(self, digest: str, reply: Any) -> None:
        """Keep a reply; that it cannot be kept costs a call later and stops nothing."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            file = self.folder / f"{digest}.json"
            fresh = file.with_suffix(f".{os.getpid()}.tmp")
            fresh.write_text(json.dumps({"reply": reply}, ensure_ascii=False), encoding="utf-8")
            fresh.replace(file)
