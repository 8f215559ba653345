"""Understands what a person typed as an answer to a question."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from kognilang.asking.corrections import Corrections, Target, corrections_of
from kognilang.asking.needs import EXAMPLES, labels, may_be_text
from kognilang.asking.speech import INSTRUCTIONS, is_sentence
from kognilang.dataclass import dataclass
from kognilang.journal.records import QuestionRow
from kognilang.language.retrying import Retry, retry_of
from kognilang.settings import Settings
from kognilang.values.kinding import article
from kognilang.values.kinds import Exceptional
from kognilang.values.naming import singular

_YES = ("yes", "y", "yes.", "true", "ok", "approve", "approved")
_NO = ("no", "n", "no.", "false", "refuse", "refused", "deny", "denied")


@dataclass(slots=True)
class Reply:
    """An answer, understood.

    `kind` is `value`, `choice` (`value` is its place in the question's choices, from 0),
    `instruction` (`instruction` as in `plan.Resume.how`; `retry` for a delay or a limit),
    `corrections`, `secret` (`value` is for the secrets file alone), `sentences` (to be read by
    the session) or `refused` (`reason` says to the person why, and what would do).
    """

    kind: str
    value: Any = None
    instruction: str = ""
    sentences: str = ""
    reason: str = ""
    retry: Retry | None = None
    corrections: Corrections | None = None

    @property
    def accepted(self) -> bool:
        """Whether it can be used."""
        return self.kind != "refused"


def interpret(
    text: str, question: QuestionRow, settings: Settings, targets: Sequence[Target] = ()
) -> Reply:
    """Return what an answer means for a question, or why it does not fit.

    `targets` are what it may correct by name.
    """
    typed = text.strip()
    if not typed:
        return _refused("Nothing was typed. " + _wanted(question))
    if question.kind == "ask":
        return _left_blank(typed, question) or _value(typed, question, settings)
    if typed.startswith(">"):
        return _told(typed[1:].strip(), question)
    choice = _choice(typed, question)
    if choice is not None:
        return choice
    corrections = corrections_of(typed, targets, settings, free=bool(question.needs))
    if corrections is not None:
        if corrections.reason:
            return _refused(corrections.reason)
        return Reply("corrections", corrections=corrections)
    if may_be_text(question.needs):
        if _instruction(typed, question) is not None or is_sentence(typed):
            quoted = (
                "" if '"' in typed else f' To give it as the value, type it in quotes: "{typed}"'
            )
            return _refused(
                f"That reads like an instruction. To have it done, type: > {typed}{quoted}"
            )
        return _value(typed, question, settings)
    instruction = _instruction(typed, question)
    if instruction is not None:
        return instruction
    if is_sentence(typed):
        return Reply("sentences", sentences=typed)
    if question.needs:
        return _value(typed, question, settings)
    return _refused("A value is no help here. " + _wanted(question))


# -- values and choices -------------------------------------------------------------


def _value(typed: str, question: QuestionRow, settings: Settings) -> Reply:
    from kognilang.values.data import fit, recognise

    needs = question.needs
    if needs == "choice":
        chosen = _choice(typed, question)
        return chosen or _refused(
            f"{_quoted(typed)} is not one of the choices. {_wanted(question)}"
        )
    if needs == "yes/no":
        chosen = _yes_or_no(typed)
        return chosen or _refused(f"{_quoted(typed)} is neither yes nor no. {_wanted(question)}")
    chosen = _choice(typed, question)
    if chosen is not None:
        return chosen
    if needs == "secret":
        return Reply("secret", value=typed)
    if len(typed) > 1 and typed[0] in '"“' and typed[-1] in '"”':
        value: Any = typed[1:-1]
    elif needs in ("text", "file", "folder"):
        value = typed
    else:
        value = recognise(typed, settings)
    if needs in ("", "any", "file", "folder"):
        return Reply("value", value=value)
    try:
        return Reply("value", value=fit(value, needs, settings))
    except Exceptional as wrong:
        message = wrong.message.rstrip()
        # Some say themselves what one looks like.
        taught = "like" in message or "such as" in message
        return _refused(message if taught else f"{message} {_wanted(question)}")


def _yes_or_no(typed: str) -> Reply | None:
    low = typed.lower()
    if low in _YES:
        return Reply("value", value=True)
    if low in _NO:
        return Reply("value", value=False)
    return None


def _choice(typed: str, question: QuestionRow) -> Reply | None:
    """The choice meant: by what stands before it, or by its own words."""
    texts = json.loads(question.choices)
    if not texts or question.needs == "yes/no":
        return None
    low = " ".join(typed.rstrip(".").split()).casefold()
    for at, label in enumerate(labels(question.needs, len(texts))):
        if low in (label, f"{label})", f"({label})"):
            return Reply("choice", value=at)
    same = [at for at, text in enumerate(texts) if " ".join(text.split()).casefold() == low]
    return Reply("choice", value=same[0]) if len(same) == 1 else None


# -- instructions and sentences -----------------------------------------------------


def _told(typed: str, question: QuestionRow) -> Reply:
    if not typed:
        return _refused("Nothing stands after the >. " + _wanted(question))
    return _instruction(typed, question) or Reply("sentences", sentences=typed)


def _left_blank(typed: str, question: QuestionRow) -> Reply | None:
    """No value, where one could be given."""
    if typed.casefold().rstrip(".") not in _NO_VALUE:
        return None
    if question.needs in ("", "choice", "yes/no", "file", "folder", "secret"):
        return _refused(f"It cannot be left blank: a blank is no help here. {_wanted(question)}")
    if question.problem == "blank-value":
        return _refused(
            f"It is blank already, and this step cannot be done with a blank. {_wanted(question)}"
        )
    return Reply("value", value=None)


_NO_VALUE = ("no value", "leave it blank", "leave it empty", "leave blank")


def _instruction(typed: str, question: QuestionRow) -> Reply | None:
    words = " ".join(typed.rstrip(". ").split()).casefold()
    words = re.sub(r"^(please|just) ", "", words)
    how = INSTRUCTIONS.get(words)
    if how is not None:
        return Reply("instruction", instruction=how)
    retry = retry_of(words)
    if retry is not None:
        if retry.times < 1:
            return _refused(f"Say also how many times at most: {words}, up to 5 times")
        return Reply("instruction", instruction="again", retry=retry)
    blank = _left_blank(words, question)
    if blank is not None:
        return blank
    skipping = re.fullmatch(r"(?:skip|leave out) (?:this|the) (.+)", words)
    if skipping is None:
        return None
    noun = skipping[1]
    own = question.noun.casefold()
    if not own:
        return _refused(
            "This step is not inside a loop of its own items, so there is none to skip. Type: "
            "skip this step"
        )
    if singular(noun) in (singular(own), "one", "item"):
        return Reply("instruction", instruction="skip-item")
    if singular(own).endswith(" " + singular(noun)):
        return Reply("instruction", instruction="skip-item")
    return _refused(f"This question is about {article(own)}, not {article(noun)}. Type: "
                    f"skip this {own}")  # fmt: skip


# -- words --------------------------------------------------------------------------


def _wanted(question: QuestionRow) -> str:
    """Say what would do."""
    needs = question.needs
    texts = json.loads(question.choices)
    if needs == "yes/no":
        return "Please answer yes or no."
    if needs == "choice" and texts:
        marks = labels(needs, len(texts))
        return f"Please type {marks[0]} to {marks[-1]}." if len(marks) > 1 else "Please type 1."
    if needs in ("", "any"):
        suggestions = json.loads(question.suggestions)
        if question.kind == "exception" and suggestions:
            sign = "> " if may_be_text(needs) else ""
            return "You can type: " + ", ".join(sign + each for each in suggestions[:4]) + "."
        return "Please type the value."
    example = EXAMPLES.get(needs)
    return f"Please type {article(needs)}" + (f", such as {example}" if example else "") + "."


def _quoted(typed: str) -> str:
    return f'"{typed}"' if len(typed) <= 60 else f'"{typed[:57]}…"'


def _refused(reason: str) -> Reply:
    return Reply("refused", reason=reason)
