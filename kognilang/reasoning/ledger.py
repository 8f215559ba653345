"""The ledger: every call of a model with its tokens and cost, and the budgets held against it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from kognilang.dataclass import dataclass
from kognilang.reasoning.config import Budget, ModelSettings
from kognilang.reasoning.port import ModelFault

FILE = Path(".kognilang") / "model" / "calls.jsonl"


@dataclass(slots=True)
class Call:
    """One call as the ledger keeps it. `at` is UTC; `cost` is in dollars, None if not known."""

    at: str
    job: str
    model: str
    tokens_in: int
    tokens_out: int
    cost: float | None = None
    run: str = ""
    seconds: float = 0.0

    @property
    def tokens(self) -> int:
        """All tokens, in and out."""
        return self.tokens_in + self.tokens_out


@dataclass(slots=True)
class Used:
    """What calls have come to together."""

    calls: int = 0
    tokens: int = 0
    money: float = 0.0

    def add(self, call: Call) -> None:
        """Count one more."""
        self.calls += 1
        self.tokens += call.tokens
        self.money += call.cost or 0.0


class Ledger:
    """The calls of a workspace, one line each in `.kognilang/model/calls.jsonl`."""

    def __init__(self, workspace: Path) -> None:
        self.path = workspace / FILE
        self._lock = threading.Lock()

    def calls(self) -> Iterator[Call]:
        """Yield every call, the oldest first; a torn last line is passed over."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except OSError:
            return
        for line in text.splitlines():
            with suppress(ValueError, TypeError):
                yield Call(**json.loads(line))

    def used(self, *, run: str = "", day: str = "") -> Used:
        """Return what a run, or a day (`2026-11-22`), has used."""
        used = Used()
        for call in self.calls():
            if (run and call.run == run) or (day and call.at.startswith(day)):
                used.add(call)
        return used

    def enter(self, call: Call) -> None:
        """Note a call. One that cannot be noted is not hidden: raises ModelFault."""
        data = {
            "at": call.at, "job": call.job, "model": call.model, "tokens_in": call.tokens_in,
            "tokens_out": call.tokens_out, "cost": call.cost, "run": call.run,
            "seconds": round(call.seconds, 3),
        }  # fmt: skip
        with self._lock:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                with self.path.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(data) + "\n")
            except OSError as fault:
                raise ModelFault(
                    f"What the model costs cannot be noted in {self.path}: "
                    f"{fault.strerror or fault}. Make room there, then try again.",
                    "model-not-set-up",
                ) from None

    def hold(self, settings: ModelSettings, run: str) -> None:
        """Raise ModelFault (`budget-reached`) where one more call would pass a budget."""
        if run:
            _hold(settings.per_run, self.used(run=run), "this run", "per run")
        today = datetime.now(UTC).date().isoformat()
        _hold(settings.per_day, self.used(day=today), "today", "per day")


def _hold(budget: Budget, used: Used, whose: str, key: str) -> None:
    reached = ""
    if budget.calls is not None and used.calls >= budget.calls:
        reached = "1 call" if budget.calls == 1 else f"{budget.calls:,} calls"
        reached += " of the model"
    elif budget.tokens is not None and used.tokens >= budget.tokens:
        reached = f"{budget.tokens:,} tokens"
    elif budget.money is not None and used.money >= budget.money:
        reached = f"${budget.money:,.2f}"
    if reached:
        raise ModelFault(
            f"The budget for {whose} is used up: {reached}. Raise it in kognilang.toml under "
            f'[model."{key}"] and try again, or go on without the model.',
            "budget-reached",
        )
