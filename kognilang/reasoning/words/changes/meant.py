"""Meant: the property that an amount changes, named or spoken of by a verb, and the step that
changes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Mention, subject_of
from kognilang.reasoning.words.naming.relating import nearness

_QUANTITIES = ("number", "money", "percent", "duration", "count", "any")
_COSTS = re.compile(
    r"(?i)\b(?:pay|pays|paid|paying|costs?|charged?|charges|bill(?:ed)?|owes?|sold|sells?|off|"
    r"cheaper|dearer|discount|rebate|surcharge|free|nothing|gratis|expensive|pricier|costlier|"
    r"invoiced?|price|supplement|reduction|rent|waive|for nothing|worth)\b"
)
_EARNS = re.compile(r"(?i)\b(?:earns?|earned|bonus|makes?|raise|brings?|get paid|gets paid|wage)\b")
_LASTS = re.compile(r"(?i)\b(?:lasts?|longer|shorter|runs?|stays?|takes?)\b")
_WEIGHS = re.compile(r"(?i)\b(?:weighs?|heavier|lighter)\b")
_WHAT_COSTS = (
    "fee", "price", "charge", "cost", "premium", "fare", "rent", "rate", "toll", "duty", "tax",
    "bill", "invoice", "amount", "total", "due", "sum", "deposit", "contribution", "copayment",
    "subscription", "tuition", "fine", "hire", "postage", "freight", "tariff", "value",
)  # fmt: skip
_WHAT_EARNS = (
    "pay", "wage", "wages", "salary", "bonus", "commission", "royalty", "income", "earnings",
    "allowance", "payout", "reward", "tips", "amount", "fee", "grant",
)  # fmt: skip
_LENGTHS = ("term", "duration", "length", "time", "period", "hours", "days", "nights", "stay")
_WEIGHTS = ("weight", "load", "mass")
_GUESSED, _UNSURE = 0.3, 0.8


def meant(
    what: str,
    many: str,
    by: Mention | None,
    of: Mention | None,
    change: str,
    situation: Situation,
    used: frozenset[str],
) -> tuple[str, float] | None:
    """Return the step that a change comes to, and what speaks against it; None where the words
    are of no amount, or of no property."""
    if by is not None and not _is_amount(by):
        return None
    share = re.fullmatch(r"(\d[\d.]*%) of (the .+'s .+)", by.words) if by is not None else None
    if what == "share":
        if by is None or not (share or by.kind in ("percent", "part")):
            return None
        if share is not None:
            return f"Set {share[2]} to {by.words}.", 0.0
        if of is not None and not by.words.endswith(of.words):
            return None
    if what in ("set", "put"):
        fits = (
            by is not None
            and of is not None
            and (by.kind in (of.kind, "any") or by.kind == "number")
        )
        if not fits or by is None or of is None or of.literal or of.pronoun or of.words in by.words:
            return None
        if (what == "put") != by.literal or of.kind not in _QUANTITIES:
            return None
        return f"Set {of.words} to {plain_number(by, of)}.", 0.0
    against = 0.0
    if of is None:
        found = spoken_of(by, change, situation, used)
        if found is None:
            return None
        of, against = found
    if of.literal or of.pronoun or of.kind not in _QUANTITIES or (by and by.words == of.words):
        return None
    step = step_of(what, many, by, of)
    return (step, against) if step else None


def _is_amount(by: Mention) -> bool:
    return by.kind in ("number", "money", "percent", "duration", "part", "count") or (
        by.kind == "any" and not by.pronoun and not by.literal
    )


def step_of(what: str, many: str, by: Mention | None, of: Mention) -> str:
    """Return the step that changes a property; empty where the amount is of another kind."""
    if what == "free":
        nothing = {"money": "$0", "number": "0", "count": "0"}.get(of.kind, "")
        return f"Set {of.words} to {nothing}." if nothing else ""
    if what == "times":
        if many[:3].lower() == "hal":
            return f"Divide {of.words} by 2."
        times = {"dou": 2, "twi": 2, "tri": 3, "tre": 3, "thr": 3, "fou": 4, "qua": 4}
        return f"Multiply {of.words} by {times[many[:3].lower()]}."
    if by is None:
        return ""
    if by.kind == "part":
        upper, lower = by.words.split("/")
        part = f"{of.words} times {upper} divided by {lower}".replace(" times 1 ", " ")
        if what == "share":
            return f"Set {of.words} to {part}."
        return f"{'Increase' if what.startswith('up') else 'Decrease'} {of.words} by {part}."
    if by.kind == "percent" and what == "share":
        return f"Set {of.words} to {by.words} of {of.words}."
    fitting = by.kind == of.kind or "any" in (by.kind, of.kind) or by.kind == "percent"
    by_words = plain_number(by, of)
    if not fitting and by_words == by.words:
        return ""
    if by.kind == "percent" != of.kind:
        return f"{'Increase' if what.startswith('up') else 'Decrease'} {of.words} by {by.words}."
    if what.endswith(" by"):
        return f"{'Increase' if what == 'up by' else 'Decrease'} {of.words} by {by_words}."
    if what == "up":
        return f"Add {by_words} to {of.words}."
    return f"Subtract {by_words} from {of.words}."


def plain_number(by: Mention, of: Mention) -> str:
    """Return an amount as the property has it: 5 for 5 years, where it is a number of years; $5
    for 5, where it is money."""
    if by.literal and by.kind == "duration" and of.kind == "number":
        figure = re.match(r"[\d.,]+|[a-z]+", by.words)
        return _WORDS.get(figure[0], figure[0]) if figure is not None else by.words
    if by.literal and by.kind == "number" and of.kind == "money":
        return f"${by.words}"
    return by.words


_WORDS = {
    "a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11",
    "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30",
}  # fmt: skip


def spoken_of(
    by: Mention | None, change: str, situation: Situation, used: frozenset[str]
) -> tuple[Mention, float] | None:
    """Return the property that the words of a change are about, and how unsure that is."""
    bare = re.sub(r"⟦\d+⟧", " ", change)
    ranks, kinds = _sort_of(by, bare)
    if not ranks:
        return None
    subject = subject_of(situation)
    others = [one for one in situation.fields if one != subject]
    for owners, further in (([subject], 0.0), (others, 0.6)):
        found = [
            one
            for one in _owned(owners, situation)
            if one.kind in kinds and one.words not in used and (not by or one.words != by.words)
        ]
        told = [(nearness(one.words.rpartition("'s ")[2], bare), one) for one in found]
        found.sort(key=lambda one: (-nearness(_name(one), bare) // 2, _rank(one, ranks)))
        if found:
            ranked = [one for one in found if _rank(one, ranks) < len(ranks) or told[0][0] > 0]
            if not ranked and len(found) > 1:
                return None
            sure = len(found) == 1 or _rank(found[0], ranks) < _rank(found[1], ranks)
            return found[0], further + (_GUESSED if sure else _UNSURE)
    return None


def _sort_of(by: Mention | None, bare: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a property that words speak of is called, the likeliest first, and its kind."""
    if by is not None and by.kind == "duration":
        return _LENGTHS, ("duration", "number")
    if _WEIGHS.search(bare):
        return _WEIGHTS, ("number",)
    if _LASTS.search(bare) and not _COSTS.search(bare):
        return _LENGTHS, ("duration", "number")
    if _EARNS.search(bare):
        return _WHAT_EARNS, ("money",)
    if _COSTS.search(bare) or (by is not None and by.kind == "money"):
        return _WHAT_COSTS, ("money",)
    if by is not None and by.kind != "number" and by.kind != "count":
        return _WHAT_COSTS, ("money",)
    return (), ()


def _owned(owners: list[str], situation: Situation) -> Iterator[Mention]:
    for owner in owners:
        for name, kind in situation.fields.get(owner, {}).items():
            yield Mention(f"the {owner}'s {name}", kind, owner=owner)


def _name(one: Mention) -> str:
    return one.words.rpartition("'s ")[2]


def _rank(one: Mention, ranks: tuple[str, ...]) -> int:
    """Say how soon a property comes among those that words speak of."""
    name = _name(one).lower().split()
    return min((ranks.index(word) for word in name if word in ranks), default=len(ranks))
