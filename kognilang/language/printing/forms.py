"""How each form of the language is written: its words with places for its arguments."""

from __future__ import annotations

from kognilang.language.printing.levels import ADDED, ATOM, ENDING, FILTER, FORM

_OF = (
    "number of",
    "total of",
    "average of",
    "median of",
    "largest of",
    "smallest of",
    "latest of",
    "earliest of",
    "most common of",
    "year of",
    "month of",
    "month number of",
    "weekday of",
    "day of",
    "hour of",
    "minute of",
    "age of",
    "length of",
    "first word of",
    "last word of",
    "lines of",
    "words of",
)
_UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "business day")
_PAIRS = ("smaller of", "larger of", "earlier of", "later of")
_ENDINGS = (
    "rounded",
    "rounded up",
    "rounded down",
    "in capitals",
    "in lower case",
    "in title case",
    "capitalized",
    "trimmed",
    "as text",
    "in words",
    "listed one per line",
    "reversed",
)
_DAYS = (
    "end of month",
    "start of month",
    "end of year",
    "start of year",
    "end of week",
    "start of week",
    "end of quarter",
    "start of quarter",
)

Written = tuple[str, int, tuple[int, ...]]
"""The words with {0}, {1} … for the arguments, the level that they make, the arguments' levels."""


def _written() -> dict[tuple[str, int], Written]:
    table: dict[tuple[str, int], Written] = {}

    def add(name: str, words: str, level: int, *inner: int) -> None:
        table[name, len(inner)] = (words, level, inner)

    for name in _OF:
        add(name, f"the {name} {{0}}", FORM, FILTER)
    for unit in _UNITS:
        many = f"{unit}s"
        add(f"{many} between", f"the number of {many} between {{0}} and {{1}}", FORM, ATOM, ATOM)
        both = f"the number of {many} between {{0}} and {{1}} counting both"
        add(f"{many} between counting both", both, ENDING, ATOM, ATOM)
        add(f"{many} from to", f"the number of {many} from {{0}} to {{1}}", FORM, ATOM, ATOM)
        both = f"the number of {many} from {{0}} to {{1}} counting both"
        add(f"{many} from to counting both", both, ENDING, ATOM, ATOM)
    for name in _PAIRS:
        add(name, f"the {name} {{0}} and {{1}}", FORM, ATOM, ATOM)
    add("difference", "the difference between {0} and {1}", FORM, ATOM, ATOM)
    add("remainder", "the remainder of {0} divided by {1}", FORM, ATOM, ATOM)
    add("share of", "{0} of {1}", FORM, ATOM, ATOM)
    for name in _ENDINGS:
        add(name, f"{{0}} {name}", ENDING, ATOM)
    for name in ("rounded", "rounded up", "rounded down"):
        add(name, f"{{0}} {name} to {{1}} places", ENDING, ATOM, ATOM)
    add("rounded to nearest", "{0} rounded to the nearest {1}", ENDING, ATOM, ATOM)
    add("increased by", "{0} increased by {1}", ENDING, ATOM, ATOM)
    add("decreased by", "{0} decreased by {1}", ENDING, ATOM, ATOM)
    add("as percent", "{0} as a percent", ENDING, ATOM)
    add("absolute", "the absolute value of {0}", FORM, FILTER)
    for end in ("first", "last"):
        add(f"{end} letters of", f"the {end} {{0}} letters of {{1}}", FORM, ATOM, FILTER)
    add("as", "{0} as {1}", ENDING, ATOM, ATOM)
    add("split by", "{0} split by {1}", ENDING, ATOM, ATOM)
    add("joined with", "{0} joined with {1}", ENDING, ATOM, ATOM)
    add("replaced", "{0} with {1} replaced by {2}", ENDING, ATOM, ATOM, ATOM)
    add("text before", "the text before {1} in {0}", FORM, ATOM, ATOM)
    add("text after", "the text after {1} in {0}", FORM, ATOM, ATOM)
    add("text between", "the text between {1} and {2} in {0}", FORM, ATOM, ATOM, ATOM)
    add("followed by", "{0} followed by {1}", ADDED, ADDED, ATOM)
    add("all except", "{0} except {1}", ADDED, ADDED, ATOM)
    add("after", "{0} after {1}", ENDING, ATOM, ATOM)
    add("before", "{0} before {1}", ENDING, ATOM, ATOM)
    add("ago", "{0} ago", ENDING, ATOM)
    add("in", "in {0}", ENDING, ATOM)
    for name in ("today", "now", "tomorrow", "yesterday"):
        add(name, name, ATOM)
    for name in _DAYS:
        head, _, unit = name.partition(" of ")
        add(name, f"the {head} of the {unit}", ATOM)
        add(name, f"the {head} of the {unit} of {{0}}", FORM, FILTER)
    for which in ("first", "last"):
        name = f"{which} business day of month"
        add(name, f"the {which} business day of the month", ATOM)
        add(name, f"the {which} business day of the month of {{0}}", FORM, FILTER)
    for name, way in (("next business day", "after"), ("last business day", "before")):
        add(name, f"the {name}", ATOM)
        add(name, f"the {name} {way} {{0}}", FORM, FILTER)
    for head in ("end", "start"):
        for which in ("next", "last"):
            add(f"{head} of {which} month", f"the {head} of {which} month", ATOM)
    return table


WRITTEN = _written()
"""(form, number of arguments) → how it is written."""
