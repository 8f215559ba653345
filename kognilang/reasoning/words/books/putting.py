"""Putting: whether a value may stand in a slot of a book's action, and how it is written there."""

from __future__ import annotations

import re

from kognilang.reasoning.situations import Situation
from kognilang.reasoning.words.naming.mentions import Mention

_SHEETS = r"\.(?:xlsx|xlsm|xls|ods|csv|tsv)\"$"
_SUFFIX = r"\.[a-z0-9]{2,5}\"$"
_PAPERS = re.compile(
    r"(?i)(?:file|document|scan|attachment|photo|picture|image|pdf|form|report|letter|drawing|plan|"
    r"certificate|evidence|receipt|quotation|offer|paper|sheet|log|diary|draft|proof|manual|"
    r"statement|copy|recording|video)$"
)
"""Names of what is a file where nothing else says what it is."""
_SCANS = re.compile(
    r"(?i)(?:file|document|scan|attachment|photo|picture|image|pdf|recording|video)$"
)
"""Names of texts that say where a file is."""
_NO_TEXT = ("record", "list", "table", "file", "folder", "person", "yes/no", "new")
_ADDRESS = re.compile(r'^"(?:https?:|www\.|\{|/)')
_NUMBERS = {
    "a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
}  # fmt: skip


def put_in(slot: str, said: str, mention: Mention | None, situation: Situation) -> str | None:
    """Return how a value is written in a slot; None where it is no value for it."""
    if mention is None:
        return _bare(slot, said, situation)
    if mention.kind == "new" and slot not in ("as_new", "new"):
        return None
    return _FOR[slot](mention, situation) if slot in _FOR else None


def _bare(slot: str, said: str, situation: Situation) -> str | None:
    """Return how words that name no value are written in a slot."""
    low = said.lower()
    if slot == "sentences":
        return _sentences(_NUMBERS[low]) if low in _NUMBERS else None
    if slot == "language":
        return low.capitalize()
    if slot == "quality":
        return low
    if slot in ("new", "as_new"):
        name = low if low not in _NO_NAMES else ""
        if not name:
            return None
        return name if slot == "new" else f" as the {name}"
    return None


_NO_NAMES = frozenset(
    ("it", "them", "that", "this", "data", "rows", "everything", "all", "file", "spreadsheet",
     "text", "content", "contents", "what", "row", "line", "lines", "whole", "result", "end")
)  # fmt: skip


def _sentences(count: str) -> str:
    return f" in {count} sentence{'' if count == '1' else 's'}"


def is_file(value: Mention) -> bool:
    """Tell whether a value is a file, or a text that names one."""
    if value.literal:
        if value.kind != "text" or "@" in value.words or _ADDRESS.match(value.words):
            return False
        return value.noun in ("file", "document") or (
            not value.noun and re.search(_SUFFIX, value.words, re.IGNORECASE) is not None
        )
    if value.kind == "any":
        return _PAPERS.search(value.words) is not None
    if value.owner and value.kind == "text":
        return _SCANS.search(value.words) is not None
    return value.kind == "file"


def is_sheet(value: Mention) -> bool:
    """Tell whether a value is a file for a table, or a text that names one."""
    if value.literal:
        return value.noun == "spreadsheet" or (
            value.noun in ("", "file", "table", "sheet")
            and re.search(_SHEETS, value.words, re.IGNORECASE) is not None
        )
    return value.kind == "file" or (value.kind == "any" and _PAPERS.search(value.words) is not None)


def is_plain_text(value: Mention) -> bool:
    """Tell whether a value may be written into a file."""
    if value.noun or value.pronoun:
        return False
    if value.literal:
        return value.kind == "text"
    return value.kind not in _NO_TEXT


def _as_file(value: Mention, _: Situation) -> str | None:
    if not is_file(value):
        return None
    if value.literal:
        return f"the {value.noun or 'file'} {value.words}"
    return value.words


def _as_page(value: Mention, situation: Situation) -> str | None:
    """Return how a file is written that is no log: what is written to it replaces what is there."""
    log = re.search(r"(?i)(?:log|diary|journal|protocol|minutes|register|book|list|notes|record|"
                    r"history|sheet)s?(?: file)?(?:\.[a-z]+)?\"?$", value.words)  # fmt: skip
    return None if log else _as_file(value, situation)


def _as_new_folder(value: Mention, situation: Situation) -> str | None:
    if value.literal and value.kind == "text" and value.noun in ("", "folder"):
        return f"the folder {value.words}"
    if value.owner and value.kind == "text":
        return f'the folder "{{{value.words}}}"'
    return _as_folder(value, situation)


def _as_folder(value: Mention, _: Situation) -> str | None:
    if value.literal:
        named = value.noun == "folder"
        path = not value.noun and "/" in value.words and not re.search(_SUFFIX, value.words)
        return f"the folder {value.words}" if named or path else None
    named = value.kind == "any" and re.search(r"(?i)(?:folder|directory)$", value.words) is not None
    return value.words if value.kind == "folder" or named else None


def _as_sheet(value: Mention, _: Situation) -> str | None:
    return value.words if is_sheet(value) else None


def _as_table(value: Mention, situation: Situation) -> str | None:
    if value.literal or value.owner:
        return None
    return value.words if value.kind in ("table", "list") else None


def _as_text(value: Mention, _: Situation) -> str | None:
    return value.words if is_plain_text(value) else None


def _as_name(value: Mention, _: Situation) -> str | None:
    """Return how a file's new name is written."""
    if value.literal:
        return value.words if value.kind == "text" and value.noun in ("", "file") else None
    return value.words if value.kind in ("text", "any", "number") and not value.pronoun else None


def _as_thing(value: Mention, _: Situation) -> str | None:
    """Return how a text, a record or a document is written that is read and judged."""
    if value.literal:
        named = value.noun in ("file", "document")
        return f"the {value.noun} {value.words}" if named else None
    if value.kind in ("text", "file", "any"):
        return value.words
    return value.words if value.kind == "record" else None


def _as_address(value: Mention, _: Situation) -> str | None:
    if value.literal:
        return value.words if _ADDRESS.match(value.words) and not value.noun else None
    url = re.search(r"(?i)\b(?:url|link|web ?site|web address|endpoint|web ?page)$", value.words)
    return value.words if url and value.kind in ("text", "any") else None


def _as_sentences(value: Mention, _: Situation) -> str | None:
    return _sentences(value.words) if value.kind == "number" else None


def _as_points(value: Mention, _: Situation) -> str | None:
    return f" saying {value.words}" if is_plain_text(value) and value.literal else None


def _as_sender(value: Mention, _: Situation) -> str | None:
    return f" from {value.words}" if value.kind in ("text", "any", "person") else None


def _as_day(value: Mention, _: Situation) -> str | None:
    return f" since {value.words}" if value.kind in ("date", "moment") else None


def _as_value(value: Mention, _: Situation) -> str | None:
    """Return how a value is written that gets a name."""
    plain = not value.literal and not value.pronoun and value.kind not in (*_NO_TEXT, "any")
    return value.words if plain else None


def _as_new(value: Mention, _: Situation) -> str | None:
    plain = not value.literal and not value.owner and not value.pronoun
    return f" as {value.words}" if plain else None


_FOR = {
    "file": _as_file, "folder": _as_folder, "sheet": _as_sheet, "table": _as_table,
    "text": _as_text, "name": _as_name, "thing": _as_thing, "other": _as_thing,
    "address": _as_address, "sentences": _as_sentences, "saying": _as_points,
    "page": _as_page, "new_folder": _as_new_folder, "sender": _as_sender,
    "since": _as_day, "as_new": _as_new, "value": _as_value,
}  # fmt: skip
