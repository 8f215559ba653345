"""Columns: what a marked text gives for the columns of a row: claim is the claim's number, "gold"
as the plan, the number and the amount."""

from __future__ import annotations

import re

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Marked, Mention, subject_of

COLUMN = (
    r"(?:(?:the|its|their|his|her|a|an|new|column|field|heading) )*(?:⟦\d+⟧|(?!the |its "
    r")[a-z][a-z-]*"
    r"(?: [a-z][a-z-]*){0,2}?)(?: column| field| heading| cell)?"
)
_IS = (
    r"(?:,? (?:is|are|being|=|becomes?|gets?|reads?|equals?|set|to|as|at|has|have|holds?|with|of|"
    r"now|be|been|shall|should|must|needs?|ought|changes?|changed|turns?|turned|into|goes|shows?|"
    r"says?|on|put|updated|then|henceforth|from now on|gets changed|will|moves?))*:?"
)
_GIVES = re.compile(
    rf"(?i)(?:(?:for|in|into|under|as|with|to|on) )?(?P<column>{COLUMN}){_IS} ?(?:the "
    rf")?⟦(?P<value>\d+)⟧"
)
_AS = re.compile(
    r"(?i)(?:the )?⟦(?P<value>\d+)⟧(?: (?:goes|comes|belongs|is|should be|must be|entered|put|as|"
    r"written))*? (?:as|under|for|in|into|being|on|to)"
    rf" (?P<column>{COLUMN})"
)
_ALONE = re.compile(r"(?i)(?:(?:the|its|their|with|also|both|of|as well) )*⟦(?P<value>\d+)⟧")
_BETWEEN = re.compile(r"(?i)\s*(?:,? and (?:also )?|,? as well as |,? plus |,? along with |[,;]) *")
_NO_VALUES = ("table", "database", "sheet", "spreadsheet", "file", "folder", "ledger")
_NO_KINDS = ("record", "table", "list", "folder", "new")
_NO_COLUMNS = frozenset(
    ("out", "up", "down", "in", "on", "off", "of", "to", "for", "with", "from", "and", "or", "it",
     "into", "by", "at", "that", "this", "them", "then", "if", "when", "saying", "says", "all",
     "there", "not", "also", "only", "after", "before", "until", "as")
)  # fmt: skip
"""Words that are the name of no column."""


def pairs_in(
    text: str, sentence: Marked, situation: Situation
) -> list[tuple[str, str, Mention]] | None:
    """Return the columns that a text gives values for, each with how the value is written; None
    where it says anything else."""
    found = []
    for part in _BETWEEN.split(text.strip(" ,:;.")):
        one = _pair(part.strip(), sentence, situation)
        if one is None:
            return None
        found.append(one)
    names = [name for name, _, _ in found]
    return found if len(set(names)) == len(names) else None


def _pair(part: str, sentence: Marked, situation: Situation) -> tuple[str, str, Mention] | None:
    alone = _ALONE.fullmatch(part)
    if alone is not None:
        value = property_of(sentence.mentions[int(alone["value"])], situation)
        if value.literal or value.kind in ("record", "table", "list", "new") or not value.words:
            return None
        return named(value), value.words, value
    for way in (_AS, _GIVES):
        said = way.fullmatch(part)
        if said is None:
            continue
        value = property_of(sentence.mentions[int(said["value"])], situation)
        column = column_of(said["column"], sentence, situation)
        held = value.words and value.noun not in _NO_VALUES and value.kind not in _NO_KINDS
        if column and held and not set(column.split()) & _NO_COLUMNS:
            return column, value.words, value
    return None


def column_of(said: str, sentence: Marked, situation: Situation) -> str:
    """Return the name of a column as a text has it; empty where it is none."""
    mark = re.search(r"⟦(\d+)⟧", said)
    if mark is not None:
        one = sentence.mentions[int(mark[1])]
        if one.literal:
            return ""
        if not one.pronoun:
            return named(property_of(one, situation))
        said = one.said
    words = re.sub(r"(?i)^(?:(?:the|its|their|his|her|a|an|new|column|field|heading) )+", "", said)
    return re.sub(r"(?i) (?:column|field|heading|cell)$", "", words).lower()


def named(value: Mention) -> str:
    """Return the bare name of what a value is called: the number, of the claim's number."""
    return value.words.rpartition("'s ")[2].removeprefix("the ")


def property_of(value: Mention, situation: Situation) -> Mention:
    """Return a person or a noun that the subject has as the subject's property: the guest, of the
    booking."""
    subject = subject_of(situation)
    said = (value.said or value.words).lower()
    bare = re.sub(r"^(?:the|its|their|his|her|an?) ", "", said)
    fields = situation.fields.get(subject, {})
    if not value.literal and not value.owner and bare in fields:
        return Mention(f"the {subject}'s {bare}", fields[bare], owner=subject, said=value.said)
    return value
