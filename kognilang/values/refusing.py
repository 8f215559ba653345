"""The exceptions that several operations raise, worded once."""

from __future__ import annotations

from typing import Any

from kognilang.values.kinding import article, kind_of
from kognilang.values.kinds import Exceptional
from kognilang.values.nouns import capital
from kognilang.values.shown import told


def described(value: Any) -> str:
    """Return a value with its kind, for messages: `the number 5`, `the text "Acme"`."""
    if is_missing(value):
        return "a blank"
    if isinstance(value, bool):
        return told(value)
    kind = kind_of(value)
    if kind == "secret":
        return told(value).strip("()")
    if kind in ("record", "list", "table", "money", "percent", "count", "duration"):
        return told(value)
    return f"the {kind} {told(value)}"


def wrong_kind(
    value: Any, needs: str, doing: str, suggestions: tuple[str, ...] = ()
) -> Exceptional:
    """Return the exception for a value that is not of the kind that an operation needs.

    `doing` completes `…, so it cannot be`: `rounded`, `added up`.
    """
    if is_missing(value):
        return blank(needs, doing)
    return Exceptional(
        "wrong-kind",
        f"{capital(described(value))} is not {article(needs)}, so it cannot be {doing}.",
        needs=needs,
        values=(("value", value),),
        suggestions=suggestions,
    )


def blank(needs: str, doing: str) -> Exceptional:
    """Return the exception for a blank where a value is needed."""
    return Exceptional(
        "blank-value",
        f"A value is blank, so it cannot be {doing}.",
        needs=needs,
        values=(("value", None),),
    )


def is_missing(value: Any) -> bool:
    """Tell whether there is no value: nothing, or a blank text."""
    return value is None or (isinstance(value, str) and not value.strip())


def cannot_compute(
    verb: str, left: Any, right: Any, because: str = "", suggestions: tuple[str, ...] = ()
) -> Exceptional:
    """Return the exception for two values that an operation does not fit.

    `verb` is with its preposition: `added to`, `compared with`; a blank one is named.
    """
    if is_missing(left):
        needs = "any" if is_missing(right) else kind_of(right)
        return blank(needs, f"{verb} {described(right)}")
    if is_missing(right):
        return Exceptional(
            "blank-value",
            f"{capital(described(left))} cannot be {verb} a blank.",
            needs=kind_of(left),
            values=(("first", left), ("second", right)),
        )
    needs = kind_of(right) if kind_of(left) == "text" else kind_of(left)
    reason = f": {because}" if because else ""
    return Exceptional(
        "wrong-kind",
        f"{capital(described(left))} cannot be {verb} {described(right)}{reason}.",
        needs="any" if needs in ("record", "list", "table") else needs,
        values=(("first", left), ("second", right)),
        suggestions=suggestions,
    )


def two_currencies(left: Any, right: Any, verb: str = "put together with") -> Exceptional:
    """Return the exception for amounts of two currencies."""
    return Exceptional(
        "two-currencies",
        f"{told(left)} cannot be {verb} {told(right)}, because they are in two currencies "
        f"({left.currency} and {right.currency}).",
        needs="money",
        values=(("first", left), ("second", right)),
    )


def no_currency(number: Any, money: Any) -> Exceptional:
    """Return the exception for a bare number beside money where the settings name no currency."""
    return Exceptional(
        "no-currency",
        f"I cannot tell which currency {told(number)} is in; it stands beside {told(money)}, "
        "and the settings name no currency.",
        prop="currency",
        needs="text",
        values=(("number", number), ("money", money)),
        suggestions=(f'currency = "{money.currency}" in kognilang.toml',),
    )


def two_units(left: Any, right: Any, verb: str) -> Exceptional:
    """Return the exception for counts of two different things."""
    return Exceptional(
        "two-units",
        f"{told(left)} cannot be {verb} {told(right)}, because they count different things.",
        needs="count",
        values=(("first", left), ("second", right)),
    )


def divided_by_zero(value: Any) -> Exceptional:
    """Return the exception for a division by zero."""
    return Exceptional(
        "divided-by-zero",
        f"{capital(described(value))} cannot be divided by zero.",
        needs="number",
        values=(("value", value),),
    )
