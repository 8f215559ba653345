"""What an Ask sentence asks, with its values worked out."""

from __future__ import annotations

from typing import Any

from kognilang.dataclass import dataclass


@dataclass(slots=True)
class Asked:
    """An `AskPerson` instruction when it is reached.

    `form` is `text`, `for`, `whether`, `choose`, `confirm` or `approval`. `question` is
    the text of the question, or what the sentence names (`the PO number`, `to approve
    the invoice`, `the payment`): wording makes a question of it. `needs` as in the
    instruction; `choices` are values to choose from; `about` is what to show beside it.
    """

    form: str
    question: str
    needs: str = "any"
    choices: tuple[Any, ...] = ()
    prop: str = ""
    about: tuple[tuple[str, Any], ...] = ()
    quorum: int = 1
    """How many different people must answer."""
