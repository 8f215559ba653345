"""The journal's hash chain: each row's hash covers the row and the hash before it."""

from __future__ import annotations

from hashlib import sha256

from kognilang.dataclass import dataclass


def link(
    before: str,
    run: str,
    seq: int,
    lane: str,
    sentence: int,
    what: str,
    data: str,
    blob: str,
    at: str,
    plan: str,
) -> str:
    """Return a row's hash. Lengths keep the fields apart, so that none can flow into the next."""
    text = (
        f"{before}\n{run}\n{seq}\n{sentence}\n{len(lane)},{len(what)},{len(at)},{len(plan)},"
        f"{len(blob)}\n{lane}{what}{at}{plan}{blob}{data}"
    )
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(slots=True)
class Verdict:
    """What `verify` found: how many rows a run's journal has, and the first that was changed."""

    run: str
    rows: int
    broken_at: int = 0
    """The first row that is not as it was written; 0 if all are."""
    reason: str = ""

    @property
    def intact(self) -> bool:
        """Whether nothing was changed."""
        return not self.reason
