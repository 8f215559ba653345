"""Placing: a meaning in the words that it needs where it stands: a thing's address for its owner, a
row by its key, a name of the main steps as the shared one."""

from __future__ import annotations

import re

from kognilang.meaning.settling import Open, Settling, Trial
from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.computed import key_of

_OUTER = "outer-name-in-procedure"
"""The problem of a definition that changes a name of the main steps."""

_MAILED = re.compile(r"(Send an email to )the ([a-z -]+)'s ([a-z -]+?)( with | saying | about )")
_TO_A_THING = re.compile(
    r"((?:Send an email to|send an email to) )the ([a-z -]+?)( with | saying | about )"
)
_REMOVED = re.compile(r'Remove ("[^"]+") from the ([a-z -]+)\.')


def addressed(meaning: str, situation: Situation) -> str:
    """Return a meaning with a thing's address in the place of the person whom it names: the
    order's email address, for the order's customer; and for the thing itself, the agent."""

    def instead(found: re.Match[str]) -> str:
        fields = situation.fields.get(found[2]) or situation.rows.get(found[2]) or {}
        places = [name for name in fields if re.search(r"e-?mail|address", name)]
        mails = [name for name in places if "mail" in name] or places
        if re.search(r"e-?mail|address", found[3]) or len(mails) != 1:
            return found[0]
        return f"{found[1]}the {found[2]}'s {mails[0]}{found[4]}"

    def to_itself(found: re.Match[str]) -> str:
        fields = situation.fields.get(found[2]) or situation.rows.get(found[2]) or {}
        mails = [name for name in fields if re.search(r"\be-?mail", name)]
        if len(mails) != 1 or situation.kinds.get(found[2]) in ("text", "person"):
            return found[0]
        return f"{found[1]}the {found[2]}'s {mails[0]}{found[3]}"

    return _TO_A_THING.sub(to_itself, _MAILED.sub(instead, meaning))


def _shown_in(value: str, noun: str, situation: Situation) -> str:
    """Return the property in which a text's own table shows a value; empty where it does not."""
    rows = situation.shown.get(noun, ())
    return next((name for row in rows for name, held in row.items() if held == value), "")


def as_row(meaning: str, situation: Situation) -> str:
    """Return a meaning that removes a row by its name as one that says which row."""

    def instead(found: re.Match[str]) -> str:
        noun = situation.tables.get(found[2], "")
        key = _shown_in(found[1].strip('"'), noun, situation)
        key = key or key_of(situation.rows.get(noun, {}))
        if not key:
            return found[0]
        return f"Remove the {noun} whose {key} is {found[1]} from the {found[2]}."

    return _REMOVED.sub(instead, meaning)


def tried(settling: Settling, place: Open, meaning: str, situation: Situation) -> Trial:
    """Try a meaning out in its place; in a definition, with a name of the main steps as the shared
    one."""
    meaning = as_row(addressed(meaning, situation), situation)
    trial = settling.try_out(place, meaning)
    if not trial.fine and trial.problems and trial.problems[0].name == _OUTER:
        for instead in trial.problems[0].candidates[:1]:
            shared_name = re.search(r"the shared ([a-z0-9 -]+?)(?=[.']| to | by |$)", instead)
            if shared_name is not None:
                bare = rf"\bthe {re.escape(shared_name[1])}(?=[.,]|$| by | to )"
                again = re.sub(bare, f"the shared {shared_name[1]}", meaning)
                return settling.try_out(place, again)
    return trial
