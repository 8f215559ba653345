"""What a session shows of files, runs and answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kognilang.dataclass import dataclass, field
from kognilang.problems.problem import Problem
from kognilang.text.source import Source

if TYPE_CHECKING:
    from kognilang.asking.wishes import Wish
    from kognilang.journal.records import EffectRow, QuestionRow, RunRow
    from kognilang.journal.store import Store
    from kognilang.meaning.plan import Plan
    from kognilang.meaning.settling import Settling
    from kognilang.meaning.state import Explanation


@dataclass(slots=True)
class Checked:
    """What a file means, or all that is wrong with it."""

    source: Source
    problems: list[Problem]
    warnings: list[Problem]
    plan: Plan | None
    explanations: list[Explanation]
    inputs: tuple[str, ...]
    settling: Settling | None = None
    """What is open in the text and what was settled; None where nothing had to be."""


@dataclass(slots=True)
class Count:
    """What has become of the items of one lane loop."""

    noun: str
    done: int
    waiting: int
    skipped: int
    total: int
    line: int = 0


@dataclass(slots=True)
class RunView:
    """How a run stands. `simulated` are the writes that a dry run did not do."""

    id: str
    status: str
    outcome: str
    questions: list[QuestionRow]
    said: list[str]
    counts: list[Count]
    effects: list[EffectRow]
    wake_at: str = ""
    next: str = ""
    """The run that was started over instead, if any."""
    simulated: list[dict[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class AnswerOutcome:
    """Whether an answer counts, what to say to who gave it, and the run to advance."""

    accepted: bool
    message: str
    run: str
    wish: Wish | None = None
    """That the answer be remembered, where that was typed with it."""


def counts_of(row: RunRow, store: Store) -> list[Count]:
    """Return how far the lane loops of a run are."""
    if not row.frame:
        return []
    state = json.loads(row.frame)
    found = [
        Count(one["noun"], one["done"], one["waiting"], one["skipped"], one["total"], one["line"])
        for one in state["counts"]
    ]
    for frame in state["root"]["stack"]:
        for loop in frame.get("loops", {}).values():
            group = loop.get("group")
            if group is None or group.get("starts"):
                continue
            if group.get("apart"):
                found.append(_count_apart(group, store))
                continue
            ended = group["done"] + group["skipped"]
            found.append(
                Count(
                    group["noun"],
                    group["done"],
                    group["open"],
                    group["skipped"],
                    ended + group["open"],
                    group["line"],
                )
            )
    return found


def _count_apart(group: dict[str, Any], store: Store) -> Count:
    """Count the items that are runs of their own by how these stand."""
    rows = store.children(group["apart"])
    skipped = sum(row.status == "cancelled" for row in rows)
    waiting = sum(row.status not in ("finished", "failed", "cancelled") for row in rows)
    ended = len(rows) - waiting - skipped
    return Count(group["noun"], ended, waiting, skipped, len(rows), group["line"])
