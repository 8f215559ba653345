"""Readings: what sentences mean that needed settling, kept in `NAME.readings.toml` beside a file.

The file is meant to be read, reviewed and committed: entries stand in the order of the text,
each is written the same way every time, and what people add (comments, blank lines, the order
of entries) stays.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from kognilang.dataclass import dataclass, field
from kognilang.problems.problem import Problem, TextRefused
from kognilang.text.source import Source

_HEAD = re.compile(r"^\[\[\s*reading\s*\]\]", re.MULTILINE)
_KEYS = (
    "sentence", "definition", "meaning", "proposed", "approved", "when", "names", "phrases"
)  # fmt: skip


@dataclass(slots=True)
class Entry:
    """One sentence with its meaning as canonical sentences.

    `definition` is the head of the definition that the sentence stands in, empty at the top
    level. `names` (`the invoice: record invoice`) and `phrases` (`mail.send_email: send an
    email … (write)`) are what the meaning relied on when it was settled. `when` is the moment
    in UTC.
    """

    sentence: str
    meaning: str
    definition: str = ""
    proposed: str = ""
    approved: str = ""
    when: str = ""
    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What the entry belongs to: spaces, case and the last period do not count."""
        return key_of(self.definition), key_of(self.sentence)


@dataclass(slots=True)
class Readings:
    """The entries of a readings file, with its text as it is."""

    entries: list[Entry] = field(default_factory=list)
    text: str = ""

    def find(self, sentence: str, definition: str) -> Entry | None:
        """Return the entry of a sentence in its definition."""
        key = key_of(definition), key_of(sentence)
        return next((one for one in self.entries if one.key == key), None)


def key_of(words: str) -> str:
    """Return words as they are compared: spaces, case, the last period or colon do not count."""
    return " ".join(words.split()).rstrip(".: ").replace("’", "'").casefold()


def path_of(procedure: Path) -> Path:
    """Return where the readings of a procedure are."""
    return procedure.with_name(procedure.stem + ".readings.toml")


def load(path: Path) -> Readings:
    """Read a readings file; one that is not there has no entries.

    Raises TextRefused (`bad-readings`) for one that is not TOML or lacks something.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Readings()
    except (OSError, UnicodeDecodeError) as fault:
        raise TextRefused([_bad(path, "", f"it cannot be read: {fault}")]) from None
    return parsed(text, path)


def parsed(text: str, path: Path) -> Readings:
    """Read the text of a readings file. Raises TextRefused."""
    if not text.strip():
        return Readings([], text)
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise TextRefused([_bad(path, text, f"it is not TOML: {fault}")]) from None
    found = data.get("reading", [])
    if not isinstance(found, list):
        found = [found]
    entries = []
    for number, one in enumerate(found):
        entry = _entry(one)
        if entry is None:
            why = f"reading {number + 1} needs a sentence and a meaning, each a text"
            raise TextRefused([_bad(path, text, why)])
        entries.append(entry)
    return Readings(entries, text)


def _entry(data: object) -> Entry | None:
    if not isinstance(data, dict):
        return None
    values = {key: data.get(key, "") for key in _KEYS}
    if not all(isinstance(values[key], str) for key in _KEYS[:5]):
        return None
    if not values["sentence"].strip() or not values["meaning"].strip():
        return None
    return Entry(
        values["sentence"],
        values["meaning"].strip("\n"),
        values["definition"],
        values["proposed"],
        values["approved"],
        str(values["when"]),
        tuple(str(one) for one in values["names"] or ()),
        tuple(str(one) for one in values["phrases"] or ()),
    )


def _bad(path: Path, text: str, why: str) -> Problem:
    return Problem(
        "bad-readings",
        f"The readings in {path.name} cannot be used: {why}.",
        Source(path.name, text, path),
        detail=[
            f"Mend the file by hand, or put back its last good copy; without {path.name} the "
            "sentences are settled anew."
        ],
    )


# -- writing ------------------------------------------------------------------------------


def with_entry(readings: Readings, entry: Entry, order: Sequence[tuple[str, str]] = ()) -> Readings:
    """Return the readings with an entry put in, or in the place of the one of its sentence.

    `order` are the keys of the text's sentences in their order: a new entry stands before the
    first one that comes later in the text.
    """
    preface, blocks = _blocks(readings.text)
    entries = list(readings.entries)
    place = next((at for at, one in enumerate(entries) if one.key == entry.key), -1)
    if place >= 0:
        before = blocks[place]
        entries[place] = entry
        blocks[place] = _rewritten(before, entry)
    else:
        place = _place_for(entry, entries, order)
        entries.insert(place, entry)
        blocks.insert(place, _written(entry) + "\n")
        if place + 1 == len(blocks) and place and not blocks[place - 1].endswith("\n\n"):
            blocks[place - 1] = blocks[place - 1].rstrip("\n") + "\n\n"
    return Readings(entries, _joined(preface, blocks))


def without_entry(readings: Readings, key: tuple[str, str]) -> Readings:
    """Return the readings without the entry of a sentence, with the comments above it."""
    preface, blocks = _blocks(readings.text)
    kept = [at for at, one in enumerate(readings.entries) if one.key != key]
    return Readings(
        [readings.entries[at] for at in kept], _joined(preface, [blocks[at] for at in kept])
    )


def save(path: Path, readings: Readings) -> None:
    """Write a readings file; it is replaced whole or not at all. Raises OSError."""
    # Two programs that write at once have a file of their own each; the later one counts.
    fresh = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    fresh.write_text(readings.text, encoding="utf-8", newline="\n")
    fresh.replace(path)


def _joined(preface: str, blocks: list[str]) -> str:
    text = preface + "".join(blocks)
    return text.rstrip("\n") + "\n" if text.strip() else ""


PREFACE = (
    "# What sentences mean that needed settling. Kept by `kog resolve`; review and commit it.\n\n"
)


def _blocks(text: str) -> tuple[str, list[str]]:
    """Return what stands above the first entry, and each entry with the comments above it."""
    starts = [found.start() for found in _HEAD.finditer(_without_strings(text))]
    if not starts:
        return (text.rstrip("\n") + "\n\n" if text.strip() else PREFACE), []
    begins = [_with_comments(text, start) for start in starts]
    begins[0] = max(begins[0], _end_of_preface(text, begins[0]))
    ends = [*begins[1:], len(text)]
    return text[: begins[0]], [text[a:b] for a, b in zip(begins, ends, strict=True)]


def _with_comments(text: str, start: int) -> int:
    """Return where the comment lines directly above an entry begin."""
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].startswith("#"):
            break
        start = above
    return start


def _end_of_preface(text: str, start: int) -> int:
    """A file that begins with its comment, and no blank line below it, keeps it on top."""
    return start if start or not text.startswith("#") else _HEAD.search(text).start()  # type: ignore[union-attr]


def _without_strings(text: str) -> str:
    """Return the text with what is in long strings blanked: a meaning may hold anything."""
    return re.sub(
        r"'''.*?'''|\"\"\".*?\"\"\"",
        lambda found: re.sub(r"[^\n]", " ", found[0]),
        text,
        flags=re.S,
    )


def _place_for(entry: Entry, entries: Sequence[Entry], order: Sequence[tuple[str, str]]) -> int:
    ranks = {key: rank for rank, key in enumerate(order)}
    mine = ranks.get(entry.key)
    if mine is None:
        return len(entries)
    for place, one in enumerate(entries):
        if ranks.get(one.key, -1) > mine:
            return place
    return len(entries)


def _written(entry: Entry) -> str:
    return "\n".join(["[[reading]]", *(line for _, line in _lines(entry))]) + "\n"


def _lines(entry: Entry) -> list[tuple[str, str]]:
    found = [("sentence", f"sentence = {_text(entry.sentence)}")]
    if entry.definition:
        found.append(("definition", f"definition = {_text(entry.definition)}"))
    found.append(("meaning", f"meaning = {_long_text(entry.meaning)}"))
    for key in ("proposed", "approved", "when"):
        if getattr(entry, key):
            found.append((key, f"{key} = {_text(getattr(entry, key))}"))
    for key in ("names", "phrases"):
        values = getattr(entry, key)
        if values:
            lines = "".join(f"    {_text(one)},\n" for one in values)
            found.append((key, f"{key} = [\n{lines}]"))
    return found


def _rewritten(block: str, entry: Entry) -> str:
    """Return a block with the values of another entry; lines that are the same, comments and
    keys of others stay."""
    import tomllib

    head = _HEAD.search(block)
    assert head is not None
    above, rest = block[: head.start()], block[head.end() :]
    tail = rest[len(rest.rstrip("\n")) :]
    kept: list[str] = []
    lines = rest.rstrip("\n").split("\n")
    fresh = dict(_lines(entry))
    out: list[str] = [f"[[reading]]{lines[0]}"]
    at = 1
    while at < len(lines):
        key = re.match(r"\s*([A-Za-z_]+)\s*=", lines[at])
        if key is None:
            out.append(lines[at])
            at += 1
            continue
        # A value goes on until what was gathered is TOML.
        end = at + 1
        while end <= len(lines):
            try:
                tomllib.loads("\n".join(lines[at:end]))
                break
            except tomllib.TOMLDecodeError:
                end += 1
        old = "\n".join(lines[at:end])
        name = key[1]
        if name in fresh:
            new = fresh.pop(name)
            same = tomllib.loads(old) == tomllib.loads(new)
            out.append(old if same else new)
        elif name not in _KEYS:
            out.append(old)
        at = end
    kept += fresh.values()
    return above + "\n".join([*out, *kept]) + (tail or "\n")


def _long_text(value: str) -> str:
    """Write a text as TOML, several lines as they are; a line end at the end is not kept."""
    if "\n" in value and "'''" not in value and not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", value):
        return f"'''\n{value}\n'''"
    return _text(value)


def _text(value: str) -> str:
    """Write a text as TOML, on one line in quotes."""
    if '"' in value and "'" not in value and value.isprintable():
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(_escaped(mark) for mark in escaped) + '"'


def _escaped(mark: str) -> str:
    if mark >= " " and mark != "\x7f":
        return mark
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(mark, f"\\u{ord(mark):04x}")
