"""The model of a workspace: what is kept, the budgets, the endpoint, the ledger."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

from kognilang.reasoning.config import ModelSettings
from kognilang.reasoning.endpoint import Endpoint, Spent
from kognilang.reasoning.incoming import Watch
from kognilang.reasoning.keeping import Kept, digest_of
from kognilang.reasoning.ledger import Call, Ledger
from kognilang.reasoning.port import ModelFault, Reply, Request
from kognilang.reasoning.redaction import Redactor


class WorkspaceModel:
    """Answers requests (`kognilang.reasoning.port.Model`) for one workspace."""

    def __init__(
        self, workspace: Path, settings: ModelSettings, endpoint: Endpoint | None = None
    ) -> None:
        self.settings = settings
        self.ledger = Ledger(workspace)
        self._kept = Kept(workspace)
        self._endpoint = endpoint if endpoint is not None else Endpoint(settings)
        self._redactor = Redactor.of(workspace)

    def show_to(self, watch: Watch | None) -> None:
        """Tell `watch` of every reply as it comes; None where nobody looks."""
        self._endpoint.watch = watch

    def ask(self, request: Request) -> Reply:
        """Return the reply. Raises ModelFault, also where a budget is reached."""
        request = self._redacted(request)
        known = self.settings.model_for(request.job) or self.settings.url
        digest = digest_of(request, known)
        there, data = self._kept.find(digest)
        if there:
            return Reply(data, known, kept=True)
        self.ledger.hold(self.settings, request.run)
        model = self._endpoint.name_for(request.job)
        self._hold_price(model)
        spent = Spent()
        began = time.monotonic()
        try:
            data = self._endpoint.ask(request, model, spent)
        finally:
            cost = self._cost(model, spent)
            if spent.replies:
                self.ledger.enter(
                    Call(
                        datetime.now(UTC).isoformat(timespec="seconds"),
                        request.job,
                        model,
                        spent.tokens_in,
                        spent.tokens_out,
                        cost,
                        request.run,
                        time.monotonic() - began,
                    )
                )
        self._kept.keep(digest, data)
        return Reply(data, model, spent.tokens_in, spent.tokens_out, cost)

    def _redacted(self, request: Request) -> Request:
        redact = self._redactor.redact
        return Request(
            request.job,
            redact(request.beginning),
            redact(request.varying),
            request.schema,
            request.sample,
            request.most_tokens,
            request.run,
        )

    def _hold_price(self, model: str) -> None:
        budgets = (self.settings.per_run, self.settings.per_day)
        if model not in self.settings.prices and any(one.money is not None for one in budgets):
            raise ModelFault(
                "There is a budget in money, but no price for the model: say what a million "
                f'tokens cost in kognilang.toml, under [model.prices]: "{model}" = '
                "{ in = 0.4, out = 1.6 }.",
                "model-not-set-up",
            )

    def _cost(self, model: str, spent: Spent) -> float | None:
        price = self.settings.prices.get(model)
        if price is None:
            return None
        return (spent.tokens_in * price[0] + spent.tokens_out * price[1]) / 1_000_000
