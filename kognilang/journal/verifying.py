"""Checks a run's journal against its hash chain."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256

from kognilang.journal.chain import Verdict, link
from kognilang.journal.driver import Row


def verdict(
    run: str, seq: int, head: str, journal: Iterable[Row], blob: Callable[[str], bytes | None]
) -> Verdict:
    """Follow the chain over the rows; `seq` and `head` are where the run says that it ends."""
    before, place = "", 0
    for _, number, lane, sentence, what, data, large, at, plan, hash in journal:
        place += 1
        if number != place:
            return Verdict(run, place - 1, place, f"Row {place} of the journal is missing.")
        if link(before, run, number, lane, sentence, what, data, large, at, plan) != hash:
            return Verdict(run, place, place, f"Row {place} of the journal was changed.")
        if large:
            content = blob(large)
            if content is None or sha256(content).hexdigest() != large:
                return Verdict(
                    run, place, place, f"The value of row {place} of the journal was changed."
                )
        before = hash
    if place != seq or before != head:
        return Verdict(run, place, place + 1, f"The journal ends too early, after row {place}.")
    return Verdict(run, place)
