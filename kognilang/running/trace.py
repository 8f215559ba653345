"""The trace of a run as data, for people: what was done, sentence by sentence."""

from __future__ import annotations

import json
from typing import Any

from kognilang.journal.records import RunRow
from kognilang.journal.store import Store
from kognilang.meaning.plan import Plan


def trace_of(row: RunRow, plan: Plan, store: Store) -> dict[str, Any]:
    """Return a run's journal with its sentences: one entry a step, in order."""
    steps: list[dict[str, Any]] = []
    for line in store.journal(row.id):
        data = json.loads(line.data)
        if line.what == "steps":
            for sentence, name, value in data:
                steps.append(
                    {
                        **_where(plan, sentence, line.lane),
                        "what": "step",
                        "name": name,
                        "value": value,
                        "at": line.at,
                    }
                )
            continue
        steps.append(
            {**_where(plan, line.sentence, line.lane), "what": line.what, **data, "at": line.at}
        )
    return {
        "run": row.id,
        "title": row.title,
        "file": row.path,
        "status": row.status,
        "outcome": row.outcome,
        "started_at": row.started_at,
        "ended_at": row.ended_at,
        "steps": steps,
    }


def _where(plan: Plan, sentence: int, lane: str) -> dict[str, Any]:
    if not 0 <= sentence < len(plan.sentences):
        return {"lane": lane, "line": 0, "sentence": ""}
    one = plan.sentences[sentence]
    return {
        "lane": lane,
        "line": one.line,
        "section": one.section,
        "sentence": one.canonical.split("\n")[0],
    }
