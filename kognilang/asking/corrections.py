"""Corrections: several values put right in one answer, by name or by the number of their line.

PO number: 4500012345, total: $120
1: $120, 2: accept
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kognilang.asking.needs import EXAMPLES
from kognilang.dataclass import dataclass, field
from kognilang.settings import Settings
from kognilang.values.kinds import Exceptional
from kognilang.values.naming import and_list, canonical

ACCEPTING = ("accept", "accepted", "ok", "fine", "as it is", "leave it", "accept it", "yes")
"""What can stand for a line that is right as it is."""

BLANK = ("no value", "leave it blank", "leave it empty", "leave blank", "blank")
"""What can stand for no value."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that an answer can put right. `label` is its name (`the invoice's total`) or the
    number of its line; `kind` the kind of value that it must have, empty for any; `settable` is
    no for a line that no single value puts right."""

    label: str
    kind: str = ""
    settable: bool = True

    @property
    def is_line(self) -> bool:
        """Whether it is a line of a form, known by its number."""
        return self.label.isdigit()


@dataclass(slots=True)
class Corrections:
    """An answer of several values: `values` as (place of the target, value), `accepted` the
    numbers of the lines that are right as they are, `reason` why it does not fit."""

    values: list[tuple[int, object]] = field(default_factory=list)
    accepted: list[int] = field(default_factory=list)
    reason: str = ""


_LABEL = re.compile(r"""(?:^|[,;\n]\s*)(?P<label>[^:;\n"“]{1,80}?)\s*:(?=\s|$)""")


def corrections_of(
    text: str, targets: Sequence[Target], settings: Settings, free: bool = True
) -> Corrections | None:
    """Return the corrections that a text lists; None where it lists none.

    `free` says that the text could be something else, such as the value that is missing.
    """
    if not targets or ":" not in text:
        return None
    found = []
    for match in _LABEL.finditer(text):
        # A comma in a value is none before a label: only what is known is a label.
        label = match["label"]
        meant = _meant(label, targets)
        if not meant and "," in label:
            short = label.rsplit(",", 1)[1]
            meant = _meant(short, targets)
            if meant:
                at = match.start("label") + len(label) - len(short)
                found.append((at, match.end(), short.strip(), meant))
                continue
        if meant or not found:
            found.append((match.start("label"), match.end(), label.strip(), meant))
    if not found or text[: found[0][0]].strip():
        return None
    if not found[0][3]:
        if free and len(found) == 1 and not _lines(targets):
            return None
        return _unknown(found[0][2], targets)
    made = Corrections()
    for place, (_, end, label, meant) in enumerate(found):
        stop = found[place + 1][0] if place + 1 < len(found) else len(text)
        value = text[end:stop].strip().rstrip(",;").strip()
        if not meant:
            return _unknown(label, targets)
        _take(made, label, value, meant, targets, settings)
        if made.reason:
            return made
    return made


def _meant(label: str, targets: Sequence[Target]) -> list[int]:
    """Return the places of the targets that a label may mean: of its whole name, else of a field
    by its name alone."""
    wanted = canonical(label).removeprefix("the ").removeprefix("its ")
    if not wanted:
        return []
    names = [canonical(one.label).removeprefix("the ") for one in targets]
    whole = [at for at, name in enumerate(names) if name == wanted]
    if whole:
        return whole[:1]
    tails = [at for at, one in enumerate(targets) if _field(one) == wanted]
    different = {names[at] for at in tails}
    return tails if len(different) > 1 else tails[:1]


def _field(target: Target) -> str:
    """Return the field of `the invoice's total`; empty where the label is a name alone."""
    _, mark, tail = target.label.rpartition("'s ")
    if not mark:
        _, mark, tail = target.label.rpartition("' ")
    return canonical(tail) if mark else ""


def _take(
    made: Corrections,
    label: str,
    value: str,
    meant: list[int],
    targets: Sequence[Target],
    settings: Settings,
) -> None:
    from kognilang.values.data import fit, recognise

    if len(meant) > 1:
        which = and_list([targets[at].label for at in meant]).replace(" and ", " or ")
        made.reason = f'"{label}" could be {which}. Write it in full.'
        return
    (at,) = meant
    target = targets[at]
    plain = value.casefold().rstrip(".")
    if target.is_line and plain in ACCEPTING:
        made.accepted.append(int(target.label))
        return
    if not target.settable:
        made.reason = (
            f"No single value puts line {target.label} right. Type {target.label}: accept, or "
            "correct what it speaks of by name."
        )
        return
    if not value:
        made.reason = f"Nothing stands after {label}. To leave it blank, type {label}: no value"
        return
    if plain in BLANK:
        made.values.append((at, None))
        return
    if len(value) > 1 and value[0] in '"“' and value[-1] in '"”':
        given: object = value[1:-1]
    else:
        given = value if target.kind == "text" else recognise(value, settings)
    try:
        made.values.append((at, fit(given, target.kind or "any", settings)))
    except Exceptional as wrong:
        told = f"line {label}" if target.is_line else label
        example = EXAMPLES.get(target.kind, "")
        like = "" if not example or "like" in wrong.message else f" Write it like {example}."
        made.reason = f"For {told}: {wrong.message.rstrip()}{like}"


def _lines(targets: Sequence[Target]) -> bool:
    return any(one.is_line for one in targets)


def _unknown(label: str, targets: Sequence[Target]) -> Corrections:
    lines = [one.label for one in targets if one.is_line]
    names = [one.label for one in targets if not one.is_line]
    known = ", ".join(names[:6]) + (" …" if len(names) > 6 else "")
    parts = []
    if label.isdigit() and lines:
        parts.append(f"The lines are numbered {lines[0]} to {lines[-1]}.")
    elif known:
        parts.append(f"What can be corrected here: {known}.")
    what = f"line {label}" if label.isdigit() else f'"{label}"'
    return Corrections(reason=" ".join([f"There is no {what} here.", *parts]))
