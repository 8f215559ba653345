"""`Try again in 10 minutes, up to 3 times.`: an instruction about the step that asked."""

from __future__ import annotations

import re
from decimal import Decimal

from kognilang.dataclass import dataclass
from kognilang.language.words import NUMBER_WORDS
from kognilang.values.kinds import Duration


@dataclass(frozen=True, slots=True)
class Retry:
    """Try a step again, after `waiting` if it is given, so many `times` before asking; 0 where
    it should be tried every so often, but not how many times."""

    waiting: Duration | None = None
    times: int = 1


_LENGTH = (
    r"(?P<{0}>an?|[a-z]+|[\d.]+) (?P<{0}_unit>second|sec|minute|min|hour|business day|day|week)s?"
)
_FORM = re.compile(
    r"(?:please |just )?(?:re)?try(?: it| this)?(?: again)?"
    r"(?:,? (?:in|after|waiting) " + _LENGTH.format("after") + r"(?: in between)?)?"
    r"(?:,? (?:at most |up to )?(?P<times>\d+|[a-z]+) times|,? (?P<once>once|twice))?"
    r"(?:,? (?:(?:in|after|waiting) |every )" + _LENGTH.format("then") + r"(?: in between)?)?"
    r"(?:,? (?:at most |up to )?(?P<late>\d+|[a-z]+) times)?"
)
_UNITS = {
    "second": 1, "sec": 1, "minute": 60, "min": 60, "hour": 3600, "day": 86_400, "week": 604_800,
}  # fmt: skip
MOST = 1_000
"""No step is tried more often than this without asking."""


def retry_of(words: str) -> Retry | None:
    """Return what a `try again …` says, or None where the words are no such instruction.

    The words may be in any case, with a final period.
    """
    plain = " ".join(words.rstrip(". ").split()).casefold()
    if not plain.removeprefix("please ").removeprefix("just ").startswith(("try", "retry")):
        return None
    every = re.sub(r"\bevery (second|minute|hour|day|week)\b", r"every 1 \1", plain)
    if every in ("try", "try it", "try this"):
        return None
    every = every.replace("try again tomorrow", "try again in 1 day")
    found = _FORM.fullmatch(every)
    if found is None:
        return None
    lengths = [
        _length(found[name], found[f"{name}_unit"]) for name in ("after", "then") if found[name]
    ]
    counted = found["times"] or found["late"]
    times = 0 if "every" in every.split() else 1
    if counted:
        number = int(counted) if counted.isdigit() else NUMBER_WORDS.get(counted)
        if number is None:
            return None
        times = number
        if not 1 <= times <= MOST:
            return None
    elif found["once"]:
        times = 1 if found["once"] == "once" else 2
    if None in lengths or len(lengths) > 1:
        return None
    return Retry(lengths[0] if lengths else None, times)


def _length(number: str, unit: str) -> Duration | None:
    if number in ("a", "an"):
        count = Decimal(1)
    elif number[0].isdigit():
        try:
            count = Decimal(number)
        except ArithmeticError:
            return None
    elif number in NUMBER_WORDS:
        count = Decimal(NUMBER_WORDS[number])
    else:
        return None
    if unit == "business day":
        return Duration(business_days=int(count)) if count == int(count) else None
    if unit in ("day", "week") and count == int(count):
        return Duration(days=int(count) * (7 if unit == "week" else 1))
    return Duration(seconds=count * _UNITS[unit])


__all__ = ["MOST", "Retry", "retry_of"]
