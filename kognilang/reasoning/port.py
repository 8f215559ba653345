"""The port to a model: what is asked of one, what it replies, and how it can fail."""

from __future__ import annotations

from typing import Any, Protocol

from kognilang.dataclass import dataclass


@dataclass(slots=True)
class Request:
    """One thing asked of a model.

    `job` says what for (`translate`, `suggest`, `judge` …): the settings may name a model for
    each. `beginning` are the instructions, the same to the byte for all requests of a kind, so
    that servers reuse what they have read of it; `varying` is what this request is about.
    `schema` is the JSON schema of the reply, or None for plain text. `sample` tells apart
    requests that are to be answered independently: 0 is answered with temperature 0.
    `run` is the run that pays, if any.
    """

    job: str
    beginning: str
    varying: str
    schema: dict[str, Any] | None = None
    sample: int = 0
    most_tokens: int = 1024
    run: str = ""


@dataclass(slots=True)
class Reply:
    """What a model replied: `data` as the schema says, or the text itself.

    Tokens and cost (in dollars; None where the settings give no prices) are of this call;
    a reply that was `kept` from an earlier call costs nothing.
    """

    data: Any
    model: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """What the writer of a sentence said besides: `words`, and the model's own `question` that
    they answer, if they answer one."""

    words: str
    question: str = ""


class ModelFault(Exception):
    """The model gave no usable reply; the message says why and what mends it, for a clerk.

    `problem` is `model-unreachable`, `model-refused`, `model-unclear` (no valid reply),
    `model-not-set-up` (key, address or name are wrong) or `budget-reached`.
    """

    def __init__(self, message: str, problem: str = "model-unreachable") -> None:
        super().__init__(message)
        self.message = message
        self.problem = problem


class Model(Protocol):
    """Whatever answers requests."""

    def ask(self, request: Request) -> Reply:
        """Return the model's reply. Raises ModelFault."""
        ...
