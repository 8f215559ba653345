"""Values as text: every expression of the tree, with the parentheses that it needs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from kognilang.language import tree
from kognilang.language.printing.forms import WRITTEN
from kognilang.language.printing.levels import ADDED, ATOM, ENDING, FILTER, FORM, LIST, MULTIPLIED
from kognilang.language.printing.marks import (
    escaped,
    possessive,
    print_money,
    print_name,
    print_number,
    print_tokens,
    property_words,
    spelled,
)
from kognilang.language.tagging.durations import longer_unit
from kognilang.language.tree import Expr
from kognilang.language.words import DETERMINERS, WEEKDAYS, singular
from kognilang.values.nouns import with_article

_OPERATORS = {
    "+": ("plus", ADDED),
    "-": ("minus", ADDED),
    "*": ("times", MULTIPLIED),
    "/": ("divided by", MULTIPLIED),
}
_DAYS = {number: name.capitalize() for name, number in WEEKDAYS.items()}

_REFINED = (
    tree.Sorted,
    tree.Grouped,
    tree.Distinct,
    tree.Joined,
    tree.Extreme,
    tree.Others,
    tree.Phrase,
)

Printed = tuple[str, int]
"""A text with the level at which it holds together."""


def value(expr: Expr, level: int = LIST) -> str:
    """Print an expression for a place that needs at least this level."""
    text, own = _printed(expr)
    return text if own >= level else f"({text})"


def _is_bare(expr: Expr) -> bool:
    """Whether it is a phrase that begins with a noun without its article, as it may behind `the
    number of`."""
    if not isinstance(expr, tree.Phrase):
        return False
    first = expr.tokens[0]
    return first.kind == "word" and first.text not in DETERMINERS


def _printed(expr: Expr) -> Printed:
    printer = _PRINTERS.get(type(expr))
    if printer is None:
        raise TypeError(f"no way to print a {type(expr).__name__}")
    made: Printed = printer(expr)
    return made


# -- literals -----------------------------------------------------------------------


def text_inside(text: tree.Text, block: bool = False) -> str:
    """Print what stands between the quotes of a text, or in its block."""
    made = []
    for part in text.parts:
        if isinstance(part, str):
            if block:
                made.append(part.replace("{", "{{").replace("}", "}}"))
            else:
                made.append(escaped(part).replace("\n", "{a new line}"))
        else:
            made.append("{" + value(part) + "}")
    return "".join(made)


def _text(expr: tree.Text) -> Printed:
    return f'"{text_inside(expr)}"', ATOM


def _duration(expr: tree.DurationLiteral) -> Printed:
    if isinstance(expr.amount, tree.Number):
        amount = print_number(expr.amount.value)
        unit = expr.unit if amount == "1" else expr.unit + "s"
        return f"{amount} {unit}", ATOM
    return f"{{{value(expr.amount)}}} {expr.unit}s", ATOM


def _moment(expr: tree.MomentLiteral) -> Printed:
    simple = isinstance(expr.day, tree.DateLiteral) and isinstance(expr.time, tree.TimeLiteral)
    return f"{value(expr.day, ATOM)} at {value(expr.time, ATOM)}", ATOM if simple else ENDING


def _time(expr: tree.TimeLiteral) -> Printed:
    clock = expr.value
    seconds = f":{clock.second:02}" if clock.second else ""
    return f"{clock.hour}:{clock.minute:02}{seconds}", ATOM


def _list(expr: tree.ListValue) -> Printed:
    items = [_list_item(item) for item in expr.items]
    if not items:
        return "nothing yet", ATOM
    for at, following in enumerate(items[1:]):
        last, first = _LAST_LENGTH.search(items[at]), _FIRST_LENGTH.match(following)
        if last and first and longer_unit(last[1], first[1]):
            # `1 hour and 30 minutes` would be one length.
            items[at] = f"({items[at]})"
    if len(items) < 2:
        return "".join(items), LIST
    return ", ".join(items[:-1]) + f" {expr.joint} {items[-1]}", LIST


_LAST_LENGTH = re.compile(r"\d ([a-z]+?)s?$")
_FIRST_LENGTH = re.compile(r"\(*-?[\d.,]+ ([a-z]+?)s?\b")


def _list_item(item: Expr) -> str:
    # What could take the next item in (`whose …`, `by a and b`) stands in parentheses.
    text, level = _printed(item)
    return f"({text})" if level in (LIST, FILTER) or isinstance(item, _REFINED) else text


# -- what refers --------------------------------------------------------------------


def _property(expr: tree.Property) -> Printed:
    words = property_words(expr.name, expr.quoted)
    of = expr.of
    if isinstance(of, tree.Item):
        return f"its {words}", ATOM
    if isinstance(of, tree.Pronoun) and of.word in ("it", "they"):
        return ("its " if of.word == "it" else "their ") + words, ATOM
    return f"{possessive(value(of, ATOM))} {words}", ATOM


def _pronoun(expr: tree.Pronoun) -> Printed:
    return expr.word, ATOM


def key_words(key: Expr) -> str:
    """Print the key of a sort, a grouping or a join: a path of properties of the item."""
    if isinstance(key, tree.Property):
        words = property_words(key.name, key.quoted)
        if isinstance(key.of, tree.Item):
            return words
        return f"{possessive(key_words(key.of))} {words}"
    return value(key, ATOM)


# -- values from values -------------------------------------------------------------


def _arithmetic(expr: tree.Arithmetic) -> Printed:
    word, level = _OPERATORS[expr.op]
    # Operations of one level go from left to right, so only the left side may be of that level.
    left = value(expr.left, level if isinstance(expr.left, tree.Arithmetic) else ATOM)
    inner = MULTIPLIED if level == ADDED and isinstance(expr.right, tree.Arithmetic) else ATOM
    return f"{left} {word} {value(expr.right, inner)}", level


def _form(expr: tree.Form) -> Printed:
    args = expr.args
    if expr.name in ("next weekday", "last weekday"):
        return f"{expr.name.split()[0]} {_weekday(args[0])}", ATOM
    if expr.name in ("as kind", "in currency") and isinstance(args[1], tree.Text):
        words = str(args[1].parts[0])
        lead = f"as {with_article(words)}" if expr.name == "as kind" else f"in {words}"
        return f"{value(args[0], ATOM)} {lead}", ENDING
    written = WRITTEN.get((expr.name, len(args)))
    if written is None:
        inside = " and ".join(value(arg, ATOM) for arg in args)
        return f"the {expr.name} {inside}".rstrip(), FORM
    words, level, levels = written
    if len(args) == 1 and words.endswith(" of {0}") and _is_bare(args[0]):
        return words.format(value(args[0])), ENDING
    printed = [
        value(arg, inner if inner != ADDED or isinstance(arg, tree.Form) else ATOM)
        for arg, inner in zip(args, levels, strict=True)
    ]
    if words.endswith(" places"):
        printed[1] = how_many(args[1])
    if level == FORM and _is_open(args[-1], levels[-1]):
        level = FILTER
    return words.format(*printed), level


def _is_open(last: Expr, level: int) -> bool:
    """Whether a form ends in a filter without parentheses, which could take in what follows."""
    if level != FILTER:
        return False
    # Told by the tree alone: to print it here would double the work at every level.
    if isinstance(last, tree.Filter | tree.One):
        return True
    if isinstance(last, tree.Pick):
        return not _is_bare(last.collection) and _is_open(last.collection, FILTER)
    if isinstance(last, tree.Copy):
        return _is_open(last.of, FILTER)
    if not isinstance(last, tree.Form):
        return False
    written = WRITTEN.get((last.name, len(last.args)))
    return (
        written is not None
        and written[1] == FORM
        and bool(last.args)
        and _is_open(last.args[-1], written[2][-1])
    )


def _weekday(day: Expr) -> str:
    if isinstance(day, tree.Text):
        return "".join(str(part) for part in day.parts)
    return _DAYS[int(day.value)] if isinstance(day, tree.Number) else value(day, ATOM)


def _filter(expr: tree.Filter) -> Printed:
    from kognilang.language.printing.conditions import filter_words

    return f"{value(expr.collection, ATOM)} {filter_words(expr.condition)}", FILTER


def _one(expr: tree.One) -> Printed:
    from kognilang.language.printing.conditions import filter_words

    noun = f"the {spelled(expr.noun)}"
    if isinstance(expr.collection, tree.Property):
        # The noun is the singular of the property that it is picked from.
        noun = f"{possessive(value(expr.collection.of, ATOM))} {spelled(expr.noun)}"
    return f"{noun} {filter_words(expr.condition, many=False)}", FILTER


def _sorted(expr: tree.Sorted) -> Printed:
    keys = []
    for key, descending in expr.keys:
        words = "" if isinstance(key, tree.Item) else f"by {key_words(key)}"
        if descending:
            words += " from highest to lowest"
        keys.append(words.strip())
    inside = " and ".join([keys[0], *(k.removeprefix("by ") for k in keys[1:])])
    return f"{_refined(expr.collection)} sorted {inside}".rstrip(), ENDING


def _refined(collection: Expr) -> str:
    """Print what is sorted or grouped: `sorted by` after a form would go to the form's inside."""
    return value(collection, FILTER if isinstance(collection, tree.Filter) else ATOM)


def _grouped(expr: tree.Grouped) -> Printed:
    keys = listed([key_words(key) for key in expr.keys])
    return f"{_refined(expr.collection)} grouped by {keys}", ENDING


def _distinct(expr: tree.Distinct) -> Printed:
    words = f"{_refined(expr.collection)} without duplicates"
    if expr.keys:
        words += " by " + listed([key_words(key) for key in expr.keys])
    return words, ENDING


def listed(words: list[str], joint: str = "and") -> str:
    """Join words as a list in a sentence."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + f" {joint} {words[-1]}"


def _pick(expr: tree.Pick) -> Printed:
    of = value(expr.collection, FILTER)
    if _is_bare(expr.collection) and expr.which != "item" and expr.count is not None:
        # The first 3 PDFs in the folder: the phrase begins with the bare noun.
        words = value(expr.collection)
        return f"the {expr.which} {how_many(expr.count)} {words}", ENDING
    level = FILTER if _is_open(expr.collection, FILTER) else FORM
    if expr.which == "item":
        count = how_many(expr.count) if expr.count is not None else ""
        return f"item {count} of {of}", level
    if expr.count is None:
        return f"the {expr.which} of {of}", level
    return f"the {expr.which} {how_many(expr.count)} of {of}", level


def how_many(count: tree.Expr) -> str:
    """Write how many are picked, or which: what is no number stands in braces."""
    if isinstance(count, tree.Number):
        return value(count, ATOM)
    return "{" + value(count) + "}"


def _copy(expr: tree.Copy) -> Printed:
    level = FILTER if _is_open(expr.of, FILTER) else FORM
    return f"a copy of {value(expr.of, FILTER)}", level


def _extreme(expr: tree.Extreme) -> Printed:
    noun = f"the {spelled(expr.noun)}"
    of = expr.collection
    if isinstance(of, tree.Property):
        noun = f"{possessive(value(of.of, ATOM))} {spelled(expr.noun)}"
    elif isinstance(of, tree.Filter) and isinstance(of.collection, tree.Name):
        from kognilang.language.printing.conditions import filter_words

        noun = f"{noun} {filter_words(of.condition, many=False)}"
    elif of is not None:
        noun = _refined(of)
    if expr.which == "closest":
        to = value(expr.to, ATOM) if expr.to is not None else ""
        if isinstance(expr.key, tree.Item):
            return f"{noun} closest to {to}", ENDING
        return f"{noun} with the {key_words(expr.key)} closest to {to}", ENDING
    return f"{noun} with the {expr.which} {key_words(expr.key)}", ENDING


def _others(expr: tree.Others) -> Printed:
    without = expr.without
    if (
        isinstance(without, tree.Pick)
        and without.collection == expr.collection
        and without.which != "item"
    ):
        count = f" {how_many(without.count)}" if without.count is not None else ""
        return f"{value(expr.collection, FORM)} except the {without.which}{count}", ADDED
    return f"{value(expr.collection, FORM)} except {value(expr.without, ATOM)}", ADDED


def _joined(expr: tree.Joined) -> Printed:
    left = value(expr.left, ATOM)
    keys = listed([property_words(key, False) for key in expr.keys])
    if expr.matching:
        words = f"{left} joined with {value(expr.right, ATOM)} by {keys}"
    else:
        right = expr.right
        noun = singular(right.name) if isinstance(right, tree.Name) else value(right, ATOM)
        words = f"{left} with no {noun} matching by {keys}"
    if expr.within is not None:
        words += f" within {value(expr.within, ATOM)}"
    return words, ENDING


def _range(expr: tree.Range) -> Printed:
    words = f"{value(expr.start, ATOM)} to {value(expr.end, ATOM)}"
    if expr.step is not None:
        words += f", every {value(expr.step, ATOM)}"
    return words, LIST


def _record(expr: tree.RecordValue) -> Printed:
    # A record has no form within a line; this one is for messages only.
    return "(" + "; ".join(f"{n}: {value(v)}" for n, v in expr.fields) + ")", ATOM


def _table(expr: tree.TableValue) -> Printed:
    return f"(a table of {', '.join(expr.columns)})", ATOM


_PRINTERS: dict[type[Expr], Callable[[Any], Printed]] = {
    tree.Text: _text,
    tree.Number: lambda e: (print_number(e.value), ATOM),
    tree.MoneyLiteral: lambda e: (print_money(e.amount, e.currency), ATOM),
    tree.PercentLiteral: lambda e: (f"{print_number(e.value)}%", ATOM),
    tree.CountLiteral: lambda e: (f"{print_number(e.value)} {e.noun}", ATOM),
    tree.DateLiteral: lambda e: (e.value.isoformat(), ATOM),
    tree.TimeLiteral: _time,
    tree.MomentLiteral: _moment,
    tree.DurationLiteral: _duration,
    tree.YesNo: lambda e: ("yes" if e.value else "no", ATOM),
    tree.Nothing: lambda e: ("nothing", ATOM),
    tree.NewLine: lambda e: ("a new line", ATOM),
    tree.ListValue: _list,
    tree.RecordValue: _record,
    tree.TableValue: _table,
    tree.Name: lambda e: (print_name(e), ATOM),
    tree.Pronoun: _pronoun,
    tree.Item: lambda e: ("it", ATOM),
    tree.Property: _property,
    tree.Phrase: lambda e: (print_tokens(e.tokens, value), ENDING),
    tree.Copy: _copy,
    tree.Arithmetic: _arithmetic,
    tree.Form: _form,
    tree.Filter: _filter,
    tree.Sorted: _sorted,
    tree.Grouped: _grouped,
    tree.Distinct: _distinct,
    tree.Pick: _pick,
    tree.Extreme: _extreme,
    tree.One: _one,
    tree.Others: _others,
    tree.Joined: _joined,
    tree.Range: _range,
}
