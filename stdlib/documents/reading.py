"""Reading a document through a declared kind: each field from the value that its label names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kognilang import (
    Money,
    Problematic,
    Record,
    Schema,
    Settings,
    and_list,
    canonical,
    recognise,
    shown,
    with_article,
)

from .figures import Style, style_of, value_of
from .labels import Labels, one_of, sought, tokens_of, words_of
from .linetables import read_table
from .pages import Document, Line, Piece, nearest_below

_NUMBERED = frozenset(("number", "no", "id", "code", "reference", "ref", "sku", "iban"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that a label points to; the value if it is one of the field's kind. `tier` is 0
    where it certainly belongs to the label, more where less does."""

    label: str
    text: str
    value: Any
    tier: int
    page: int


def read_kind(
    document: Document, schema: Schema, own: dict[str, Any], settings: Settings
) -> Record:
    """Return a record of the kind with the values that the document labels.

    What is not found, or found with two different values, is in the record's `missing`, with
    why. Raises Problematic `no-match` when nothing of the kind is found at all.
    """
    style = style_of(document.text, settings)
    labels = Labels(schema, own)
    record = Record(kind=schema.noun, origin=document.name)
    values: dict[str, Any] = {}
    taken: set[int] = set()
    for name, kind, many in schema.fields:
        lines = schema.others.get(canonical(kind)) or schema.others.get(one_of(name))
        if many and lines is not None:
            found = read_table(document, lines, labels, own, style, settings)
            taken |= found.lines
            if found.rows.items:
                values[name] = found.rows
            else:
                record.missing[name] = found.why
        elif many or (lines is not None and kind):
            record.missing[name] = f"a {kind or name} is not read from documents by its label"
    candidates = _candidates(document, labels, schema, style, settings, taken)
    for name, _, _ in schema.fields:
        if name in values or name in record.missing:
            continue
        value, why = _decided(name, candidates.get(name, []), schema, own, document)
        if why:
            record.missing[name] = why
        else:
            values[name] = value
    record.fields = {name: values[name] for name, _, _ in schema.fields if name in values}
    if not record.fields:
        wanted = and_list([f'"{name}"' for name, _, _ in schema.fields[:4]], "nor")
        raise Problematic(
            f'The document "{document.name}" does not look like {with_article(schema.noun)}: '
            f"neither {wanted} is labelled in it.",
            "no-match",
            values=[("it begins with", document.text[:200].strip())],
        )
    return record


def _decided(
    name: str, found: list[Candidate], schema: Schema, own: dict[str, Any], document: Document
) -> tuple[Any, str]:
    """Return the field's value, or why there is none."""
    good = [one for one in found if one.value is not None]
    if good:
        tier = min(one.tier for one in good)
        best = [one for one in good if one.tier == tier]
        different: list[Candidate] = []
        for one in best:
            if not any(_same(one.value, other.value) for other in different):
                different.append(one)
        if len(different) == 1:
            return different[0].value, ""
        shown_all = and_list([f'"{one.label}" {shown(one.value)}' for one in different])
        return None, f"the document shows different values for it: {shown_all}"
    pages = "its page" if document.pages == 1 else f"any of its {document.pages} pages"
    if found:
        one = found[0]
        if one.text:
            return (
                None,
                f'the document has "{one.label}", but "{one.text}" beside it is no such value',
            )
        return (
            None,
            f'the document has the label "{one.label}", but nothing stands beside or below it',
        )
    looked = and_list([f'"{label}"' for label in sought(name, schema.noun, own)], "or")
    return None, f"no label such as {looked} is on {pages}"


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold().split() == other.casefold().split()
    return bool(one == other)


def _candidates(
    document: Document, labels: Labels, schema: Schema, style: Style, settings: Settings,
    taken: set[int],
) -> dict[str, list[Candidate]]:  # fmt: skip
    kinds = {name: kind for name, kind, _ in schema.fields}
    found: dict[str, list[Candidate]] = {}

    def note(name: str, rank: int, looseness: int, label: str, text: str, page: int) -> None:
        value = _checked(name, text, kinds[name], label, style, settings)
        one = Candidate(label, text, value, 10 * rank + looseness, page)
        found.setdefault(name, []).append(one)

    for at, line in enumerate(document.lines):
        if at in taken:
            continue
        for place, piece in enumerate(line.pieces):
            for label, rank_of, text, marked, whole in _inside(piece.text, labels):
                for name, rank in rank_of.items():
                    if not whole:
                        looseness = 0 if marked else 1
                        if marked or _plausible(text):
                            note(name, rank, looseness, label, text, line.page)
                        continue
                    beside = _beside(line, place, labels)
                    below = _below(document, at, piece, labels, taken)
                    options = [one for one in (beside, below) if one]
                    valid = [
                        one for one in options
                        if _checked(name, one, kinds[name], label, style, settings) is not None
                    ]  # fmt: skip
                    chosen = (valid or options or [""])[0]
                    note(name, rank, 0, label, chosen, line.page)
    return found


def _inside(text: str, labels: Labels) -> list[tuple[str, dict[str, int], str, bool, bool]]:
    """Return the labels in a piece: (label, fields, the text after it, whether a colon stands
    between, whether the label is all that there is)."""
    tokens = tokens_of(text)
    marks = []
    at = 0
    while at < len(tokens):
        label = labels.at(text, tokens, at)
        first = at == 0 and not text[: tokens[0].start].strip(" *•·-")
        if label is not None and (first or label.marked):
            marks.append(label)
            at = max(i for i, token in enumerate(tokens) if token.end <= label.end) + 1
        else:
            at += 1
    result = []
    for number, label in enumerate(marks):
        end = marks[number + 1].start if number + 1 < len(marks) else len(text)
        rest = text[label.value : end].strip(" ,;|·")
        name = text[label.start : label.end].strip()
        whole = not rest and number == len(marks) - 1
        result.append((name, label.fields, rest, label.marked, whole))
    return result


def _labelled(text: str, labels: Labels) -> bool:
    """Whether a text is a label itself, or begins with one and a colon."""
    if text.rstrip().endswith(":"):
        return True
    if labels.whole(text):
        return True
    tokens = tokens_of(text)
    if not tokens or text[: tokens[0].start].strip():
        return False
    label = labels.at(text, tokens, 0)
    return bool(label and label.marked)


def _beside(line: Line, place: int, labels: Labels) -> str:
    if place + 1 >= len(line.pieces):
        return ""
    text = line.pieces[place + 1].text
    return "" if _labelled(text, labels) else text.strip()


def _below(document: Document, at: int, piece: Piece, labels: Labels, taken: set[int]) -> str:
    if piece.text.rstrip().endswith(":") and _is_column_of_labels(document, at, piece, labels):
        return ""
    below = nearest_below(document.lines, at, piece)
    if below is None or _labelled(below.text, labels):
        return ""
    if any(below in document.lines[one].pieces for one in taken):
        return ""
    return below.text.strip()


def _is_column_of_labels(document: Document, at: int, piece: Piece, labels: Labels) -> bool:
    """Whether the label stands in a column of labels with their values beside them, so that
    what stands below it is not its own."""
    for other in (at - 1, at + 1):
        if 0 <= other < len(document.lines):
            for one in document.lines[other].pieces:
                aligned = abs(one.left - piece.left) < 3 or abs(one.right - piece.right) < 3
                if aligned and _labelled(one.text, labels):
                    return True
    return False


def _plausible(text: str) -> bool:
    """Whether what follows a label without a mark may be its value: not a running sentence."""
    return bool(text) and not text[0].islower()


def _checked(name: str, text: str, kind: str, label: str, style: Style, settings: Settings) -> Any:
    """Return the value that a text is for a field, or None if it cannot be one."""
    value = value_of(text, kind, style, settings)
    if kind not in ("text", "") or value is None:
        return value
    if _NUMBERED & set(words_of(name)) and kind == "text":
        # A number of something holds a figure, and is neither a day nor an amount.
        if not any(letter.isdigit() for letter in text) or len(text.split()) > 4:
            return None
        meant = recognise(text, settings)
        if meant is not None and not isinstance(meant, str) and _is_other(meant):
            return None
    elif kind == "text" and not any(letter.isalnum() for letter in text):
        return None
    return value


def _is_other(value: Any) -> bool:
    from datetime import date

    return isinstance(value, Money | date)
