"""Repairing: answers suggested for a question that a run asks, as sentences with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kognilang.dataclass import dataclass
from kognilang.reasoning.config import ModelSettings
from kognilang.reasoning.filling import fault_in, sentences_of
from kognilang.reasoning.phrasebook import Phrase
from kognilang.reasoning.port import Model, Request
from kognilang.reasoning.prompting import beginning, schema
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.validating import object_of

MOST = 3

_AFTER = ("try again", "skip this step")


@dataclass(slots=True)
class Trouble:
    """A question as a model may know it: the sentence, the kind of problem in words without
    values, the names and kinds where it stands."""

    sentence: str
    problem: str
    about: str
    situation: Situation
    phrases: list[Phrase]
    run: str = ""


@dataclass(slots=True)
class Suggestion:
    """An answer as sentences, with the reason for it and the effects that it would have."""

    sentences: str
    reason: str
    effects: tuple[str, ...] = ()
    model: str = ""

    @property
    def typed(self) -> str:
        """The sentences as they are typed as an answer: on one line where they can be."""
        if "\n " in self.sentences:
            return self.sentences
        return self.sentences.replace("\n", " ")


Tried = Callable[[str], tuple[str, tuple[str, ...]] | None]
"""Tries sentences where the question stands: their canonical form and effects, or None."""


class Repairer:
    """Asks a model how a question could be answered. Nothing is applied here."""

    def __init__(self, model: Model, settings: ModelSettings) -> None:
        self.model = model
        self.settings = settings

    def suggest(self, trouble: Trouble, tried: Tried) -> list[Suggestion]:
        """Return up to three answers that would be understood. Raises ModelFault."""
        phrases = trouble.phrases
        by_name = {one.name: one for one in phrases}
        reply = self.model.ask(
            Request(
                "suggest",
                beginning(phrases),
                _varying(trouble),
                _schema(phrases),
                most_tokens=900,
                run=trouble.run,
            )
        )
        found: list[Suggestion] = []
        for one in reply.data["answers"][: 2 * MOST]:
            steps = sentences_of(one["steps"], by_name, trouble.situation)
            if fault_in(one["steps"], by_name, trouble.situation):
                continue
            after = one["then"].capitalize() + "."
            text = f"{steps}\n{after}" if steps else after
            result = tried(text)
            if result is None or any(other.sentences == result[0] for other in found):
                continue
            reason = " ".join(one["reason"].split())[:200]
            found.append(Suggestion(result[0], reason, result[1], reply.model))
            if len(found) == MOST:
                break
        return found

    def may_apply(self, suggestion: Suggestion) -> bool:
        """Tell whether the settings let it be applied without a person."""
        effects = set(suggestion.effects)
        return bool(self.settings.repair) and effects <= set(self.settings.repair)


def _varying(trouble: Trouble) -> str:
    situation = trouble.situation
    parts = []
    if situation.described:
        parts.append("Names:\n" + "\n".join(situation.described))
    parts.append(
        "A run of the procedure stands still and asks a person.\n"
        f"The step: {trouble.sentence}\nThe problem: {trouble.problem}"
        + (f"\nIt is about: {trouble.about}" if trouble.about else "")
    )
    parts.append(
        f"Suggest up to {MOST} different answers, the best first. Each has steps that mend the "
        'cause (or none), then "try again" to do the step again or "skip this step" to go on '
        "without it, and one short reason in plain words. Do not make up values: ask a person for "
        "them with a step."
    )
    return "\n\n".join(parts)


def _schema(phrases: Sequence[Phrase]) -> dict[str, Any]:
    steps = schema(phrases)["properties"]["steps"]
    answer = {
        "steps": steps,
        "then": {"type": "string", "enum": list(_AFTER)},
        "reason": {"type": "string"},
    }
    one = object_of(answer)
    return object_of({"answers": {"type": "array", "items": one}})
