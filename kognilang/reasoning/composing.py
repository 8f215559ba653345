"""Composing: a procedure proposed for an intent that is larger than a step."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kognilang.dataclass import dataclass, field
from kognilang.meaning.settling import Open, Settling, Trial
from kognilang.reasoning.config import ModelSettings
from kognilang.reasoning.filling import fault_in, sentences_of
from kognilang.reasoning.phrasebook import Phrase
from kognilang.reasoning.port import Model, Request
from kognilang.reasoning.prompting import beginning, schema, varying
from kognilang.reasoning.situations import Situation, situation_of
from kognilang.reasoning.translating import Translator, fault_of
from kognilang.reasoning.validating import object_of

_ROUNDS = 3

_ASKED = """\
The sentence is an aim that takes several steps. Propose a procedure for it: "header" is its first \
line (To onboard an employee:), with a or an before each thing that it is given; the steps then \
call that thing by the (the employee). "call" is the sentence that has it done here, with names of \
the situation (Onboard the employee.). Steps: as few as do the aim, from the phrases alone. Where \
something is to be done by people, ask or tell them. If the phrases are not enough, leave "steps" \
empty."""


@dataclass(slots=True)
class Procedure:
    """A procedure as proposed: `text` is the definition, `call` the sentence that calls it.

    `trial` is how the text fared with both; None where nothing could be proposed, and `failed`
    says what was wrong with the last try.
    """

    text: str = ""
    call: str = ""
    trial: Trial | None = None
    failed: str = ""
    model: str = ""
    phrases: list[str] = field(default_factory=list)


class Composer:
    """Asks a model for procedures. They are shown before anything is kept."""

    def __init__(self, model: Model, settings: ModelSettings) -> None:
        self.model = model
        self._translator = Translator(model, settings)

    def compose(self, settling: Settling, place: Open) -> Procedure:
        """Return a procedure for an open sentence, tried in its text. Raises ModelFault."""
        situation = situation_of(settling, place)
        phrases = self._translator.phrases(settling, situation)
        by_name = {one.name: one for one in phrases}
        found = Procedure()
        complaint = ""
        for _ in range(_ROUNDS):
            reply = self.model.ask(self._request(situation, phrases, complaint))
            found.model = reply.model
            data = reply.data
            if not data["steps"]:
                return found
            inner = _inside(situation, data["header"])
            steps = sentences_of(data["steps"], by_name, inner)
            found.text = _definition(data["header"], steps, settling.markdown)
            found.call = _sentence(data["call"] or situation.sentence)
            found.failed = fault_in(data["steps"], by_name, inner)
            if found.failed:
                complaint = f"{found.failed} Answer again."
                continue
            trial = settling.try_out(place, found.call, below=found.text)
            if trial.fine:
                found.trial = trial
                found.phrases = [one["phrase"] for one in data["steps"]]
                return found
            found.failed = fault_of(trial)
            complaint = (
                f"Your last answer was:\n{found.text}called by: {found.call}\nIt is not "
                f"understood: {found.failed} Answer again."
            )
        return found

    def _request(
        self, situation: Situation, phrases: Sequence[Phrase], complaint: str
    ) -> Request:  # fmt: skip
        asked = f"{_ASKED}\n\n{complaint}" if complaint else _ASKED
        return Request(
            "compose",
            beginning(phrases),
            varying(situation, [], [], asked),
            _schema(phrases),
            most_tokens=900,
        )


def _schema(phrases: Sequence[Phrase]) -> dict[str, Any]:
    steps = schema(phrases)["properties"]["steps"]
    properties = {"header": {"type": "string"}, "steps": steps, "call": {"type": "string"}}
    return object_of(properties)


def _inside(situation: Situation, header: str) -> Situation:
    """Return the situation inside the definition: what it is given has a name there."""
    given = re.findall(
        r"\b(?:a|an) ([a-z][a-z ]*?)(?= (?:for|to|with|from|in|on|by|at)\b|:|$)", header
    )
    names = tuple(dict.fromkeys([*situation.names, *given]))
    return Situation(
        situation.sentence, situation.whole, situation.before, situation.after, names,
        situation.described, situation.own, situation.books, situation.item,
    )  # fmt: skip


def _definition(header: str, steps: str, markdown: bool) -> str:
    words = " ".join(header.split()).rstrip(":. ")
    if not words.lower().startswith("to "):
        words = "To " + words[:1].lower() + words[1:]
    if markdown:
        # In a runbook a heading opens a definition, and its steps are a list.
        listed = "".join(
            f"  {line}\n" if line.startswith(" ") else f"- {line}\n" for line in steps.split("\n")
        )
        return f"# {words}:\n\n{listed}"
    body = "".join(f"    {line}\n" for line in steps.split("\n"))
    return f"{words}:\n{body}"


def _sentence(words: str) -> str:
    words = " ".join(words.split()).rstrip(".") + "."
    return words[:1].upper() + words[1:]
