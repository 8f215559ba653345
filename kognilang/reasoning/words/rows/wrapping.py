"""Wrapping: a meaning under a condition, or for each row of a table."""

from __future__ import annotations

import re

from kognilang.language.words import lemma


def under(condition: str, meaning: str) -> str:
    """Return a meaning under a condition; after an empty line stands what is done otherwise."""
    lead, said = "If", condition
    if condition.startswith("unless "):
        lead, said = "Unless", condition.removeprefix("unless ")
    meaning, _, other = meaning.partition("\n\n")
    if other:
        return f"{under(condition, meaning)} Otherwise, {_small(other)}"
    steps = meaning.split("\n")
    if len(steps) == 1:
        return f"{lead} {said}, {_small(meaning)}"
    return "\n".join([f"{lead} {said}:", *(f"    {one}" for one in steps)])


def for_each(noun: str, condition: str, meaning: str) -> str:
    """Return what is done with each row of a table, under a condition if there is one: as a
    filter where the condition speaks of the row's properties."""
    if not condition:
        return _through(f"For each {noun}", meaning)
    said = filtered(noun, condition)
    if said and "\n\n" not in meaning:
        return _through(f"For each {said}", meaning)
    return _through(f"For each {noun}", under(condition, meaning))


def for_each_and(noun: str, condition: str, meaning: str) -> str:
    """Return a meaning of several steps for each row of a table, and those of its steps that say
    nothing of the row once, before or after it: each order is closed, and the clerk is told."""
    row = re.compile(rf"\bthe {re.escape(noun)}\b")
    steps = meaning.split("\n")
    about = [row.search(one) is not None for one in steps]
    if "\n\n" in meaning or all(about) or not any(about) or any(one[:1] == " " for one in steps):
        return for_each(noun, condition, meaning)
    first = about.index(True)
    last = len(about) - about[::-1].index(True)
    inside = "\n".join(steps[first:last])
    return "\n".join([*steps[:first], for_each(noun, condition, inside), *steps[last:]])


def filtered(noun: str, condition: str, many: str = "") -> str:
    """Return the rows of which a condition holds: `invoice whose total is more than $10`, in the
    words of `many` where they are several; empty where it cannot be said so."""
    plain = rf"the {re.escape(noun)} is ([a-z]+)(?: and (the .+))?"
    alone = re.fullmatch(plain, condition)
    if alone is not None and alone[1] not in ("not", "blank"):
        # Said before its noun: the bad checks.
        rest = filtered(noun, alone[2], many or noun) if alone[2] else (many or noun)
        return f"{alone[1]} {rest}" if rest else ""
    parts = re.split(rf" and (?=the {re.escape(noun)}(?:'s | is ))", condition)
    told = []
    for part in parts:
        own = re.fullmatch(rf"the {re.escape(noun)}'s ([^\"]*?(?: is | are ).*)", part)
        so = re.fullmatch(rf"the {re.escape(noun)} is (.*)", part)
        if own is not None and " or the " not in part:
            told.append(f"whose {own[1]}")
        elif so is not None:
            told.append(f"that {'are' if many else 'is'} {so[1]}")
        elif does := re.fullmatch(rf"the {re.escape(noun)} (does not )?([a-z]+ .+)", part):
            told.append(f"that {_does(does[1] or '', does[2], bool(many))}")
        else:
            return ""
    return f"{many or noun} {' and '.join(told)}"


def _does(no: str, what: str, many: bool) -> str:
    """Return what one, or several, of a sort do: needs approval, do not need approval."""
    first, _, rest = what.partition(" ")
    if not many:
        return f"{no}{what}"
    several = {"is": "are", "has": "have"}.get(first, first if no else lemma(first))
    return f"{'do not ' if no else ''}{several} {rest}"


def _through(lead: str, meaning: str) -> str:
    if "\n" not in meaning and not meaning.startswith(("If ", "Unless ")):
        return f"{lead}, {_small(meaning)}"
    return "\n".join([f"{lead}:", *(f"    {one}" for one in meaning.split("\n"))])


def _small(step: str) -> str:
    return step[:1].lower() + step[1:]
