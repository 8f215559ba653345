"""Figures over the runs of a workspace, and simple charts of them in text."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kognilang.terminal.listing import moment
from kognilang.terminal.words import counted
from kognilang.text.columns import cut_columns, text_width

if TYPE_CHECKING:
    from kognilang.session import Session

BAR = 30
"""Columns of the longest bar."""
LISTED = 10
ENDED = ("finished", "failed", "cancelled")


def gather(session: Session, last: int) -> dict[str, Any]:
    """Count the last runs. Shares are of the runs that have finished; seconds of a skill are from
    the step before it to its end, as the journal has them."""
    from kognilang.session.spending import spent

    rows = session.runs(last)
    days: Counter[str] = Counter()
    skills: dict[str, list[float]] = {}
    asked: Counter[str] = Counter()
    straight = 0
    statuses: Counter[str] = Counter()
    questions: Counter[str] = Counter()
    for row in rows:
        days[moment(row.started_at)[:10]] += 1
        statuses["interrupted" if session.interrupted(row) else row.status] += 1
        number = 0
        before = row.started_at
        for step in session.show(row.id)["steps"]:
            if step["what"] == "asked":
                number += 1
                asked[step["sentence"]] += 1
            elif step["what"] == "skill":
                skills.setdefault(step["skill"], []).append(_seconds(before, step["at"]))
            before = step["at"]
        questions[row.title or row.path] += number
        straight += row.status == "finished" and number == 0
    finished = statuses["finished"]
    total = sum(questions.values())
    return {
        "runs": len(rows),
        "by_status": dict(statuses),
        "finished": finished,
        "straight_through": straight,
        "straight_through_share": round(straight / finished, 3) if finished else None,
        "questions": total,
        "questions_per_run": round(total / len(rows), 2) if rows else None,
        "questions_by_sentence": dict(asked.most_common()),
        "runs_by_day": dict(sorted(days.items())),
        "skills": [
            {"skill": name, "calls": len(times), "seconds": round(sum(times), 3)}
            for name, times in sorted(skills.items(), key=lambda one: -sum(one[1]))
        ],
        "model": spent(session),
    }


def _seconds(before: str, after: str) -> float:
    try:
        gap = datetime.fromisoformat(after) - datetime.fromisoformat(before)
    except ValueError:
        return 0.0
    return max(0.0, gap.total_seconds())


def lines(figures: dict[str, Any], width: int) -> list[str]:
    """Lay the figures out with bars."""
    out = [f"{counted(figures['runs'], 'run')}: {_statuses(figures['by_status'])}"]
    share = figures["straight_through_share"]
    if share is not None:
        out.append(
            f"{share:.0%} of the finished runs went straight through "
            f"({figures['straight_through']} of {figures['finished']})"
        )
    number = figures["questions"]
    out.append(f"{counted(number, 'question')} asked, {figures['questions_per_run']:g} a run")
    out += _chart("Runs by day", list(figures["runs_by_day"].items())[-LISTED:], width)
    asked = list(figures["questions_by_sentence"].items())
    out += _chart("Asked most", asked[:LISTED], width)
    times = [(f"{one['skill']} ({one['calls']})", one["seconds"]) for one in figures["skills"]]
    out += _chart("Seconds by skill (calls)", times[:LISTED], width)
    return out + model_lines(figures["model"], width)


def model_lines(model: dict[str, Any], width: int) -> list[str]:
    """Lay out what the model has cost; nothing where it was never called."""
    if not model:
        return []
    from kognilang.session.spending import words

    out = ["", words(model)]
    for name in ("job", "model"):
        rows = [
            (f"{key} ({part['calls']})", part["tokens_in"] + part["tokens_out"])
            for key, part in model[f"by_{name}"].items()
        ]
        out += _chart(f"Tokens by {name} (calls)", rows[:LISTED], width)
    days = [(day, part["cost"]) for day, part in model["by_day"].items() if part["cost"]]
    return out + _chart("Dollars by day", days[-LISTED:], width)


def _statuses(counts: dict[str, int]) -> str:
    words = {"parked": "waiting for someone", "waiting": "waiting for a time", "ready": "can go on"}
    return ", ".join(f"{number} {words.get(name, name)}" for name, number in counts.items())


def _chart(title: str, rows: list[tuple[str, float]], width: int) -> list[str]:
    """Draw a bar a row; labels are cut where the terminal is narrow."""
    most = max((number for _, number in rows), default=0)
    if not most:
        return []
    bar = max(4, min(BAR, width // 3))
    room = max(8, min(max(text_width(name) for name, _ in rows), width - bar - 12))
    out = ["", title]
    for name, number in rows:
        label = name if text_width(name) <= room else cut_columns(name, 0, room - 1).rstrip() + "…"
        label += " " * (room - text_width(label))
        size = max(1, round(bar * number / most)) if number else 0
        out.append(f"  {label}  {'█' * size}{'' if not size else ' '}{_shown(number)}")
    return out


def _shown(number: float) -> str:
    return str(number) if isinstance(number, int) else f"{number:.2f}"
