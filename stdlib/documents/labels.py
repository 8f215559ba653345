"""Labels: the words beside or above a value that say which field of a kind it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any

from kognilang import CODES, Schema, canonical, singular

Words = tuple[str, ...]

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|[^\W_]+(?:['’][^\W_]+)*|[#@&]")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_AFTER = re.compile(
    r"(?:\s*\.(?!\d))?\s*(?:\([^()]*\)|\[[^\[\]]*\])?\s*(?:@?\s*\d+(?:[.,]\d+)?\s*%)?"
    r"\s*(?P<mark>[:=]|[.\-–—]{2,}|[-–—](?=\s))?\s*"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a label as it counts, and where it stands in the text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a text: the fields that it may stand for, with how decisive it is for
    each (0 is best); where the value would begin, and whether a colon or `#` stands between."""

    fields: dict[str, int]
    start: int
    end: int
    value: int
    marked: bool


def tokens_of(text: str) -> list[Token]:
    """Return the words that count in a label; numbers in it are left to the caller."""
    blanked = _BRACKETS.sub(lambda match: " " * len(match.group()), text)
    found = []
    for match in _TOKEN.finditer(blanked):
        word = match.group().lower().replace(".", "").replace("’", "'")
        word = {"n°": "no", "nº": "no", "№": "no"}.get(word, word)
        found.append(Token(word, match.start(), match.end()))
    return found


class Labels:
    """The labels of the fields of one kind, and those of everything else."""

    def __init__(self, schema: Schema, own: dict[str, Any], *, columns: bool = False) -> None:
        self.rank: dict[Words, dict[str, int]] = {}
        names = [name for name, _, _ in schema.fields]
        reserved = {words_of(name): name for name in names}
        for name in names:
            for words, rank in _labels_of(name, schema.noun, own):
                if reserved.get(words, name) == name:
                    known = self.rank.setdefault(words, {})
                    known[name] = min(rank, known.get(name, rank))
        for words in _everything(canonical(schema.noun)):
            self.rank.setdefault(words, {})
        if columns:
            # In a row of headings `Total` or `No` may well be a column.
            self.rank = {words: ranks for words, ranks in self.rank.items() if words}
        self.longest = max(len(words) for words in self.rank)

    def at(self, text: str, tokens: list[Token], first: int) -> Label | None:
        """Return the longest label that begins with a token."""
        for length in range(min(self.longest, len(tokens) - first), 0, -1):
            part = tokens[first : first + length]
            if any(_parted(text[a.end : b.start]) for a, b in pairwise(part)):
                continue
            ranks = self.rank.get(tuple(token.word for token in part))
            if ranks is None:
                continue
            after = _AFTER.match(text, part[-1].end)
            assert after is not None
            end = after.end()
            marked = bool(after["mark"]) or part[-1].word == "#"
            rest = text[end:]
            # `Total USD 500` and `Total (USD)`: the currency belongs to the amount or the label.
            if rest.strip() in CODES:
                end = len(text)
            return Label(ranks, part[0].start, part[-1].end, end, marked)
        return None

    def whole(self, text: str) -> Label | None:
        """Return the label that a text is, if it is nothing else."""
        tokens = tokens_of(text)
        if not tokens or text[: tokens[0].start].strip():
            return None
        label = self.at(text, tokens, 0)
        return label if label and not text[label.value :].strip() else None


def _parted(gap: str) -> bool:
    """Whether what stands between two words keeps them from being one label."""
    return bool(gap.strip(" \t.-/'’")) and not _BRACKETS.fullmatch(gap.strip())


@lru_cache(maxsize=1024)
def words_of(label: str) -> Words:
    """Return the words of a label as they count."""
    return tuple(token.word for token in tokens_of(canonical(label)))


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, Any]:
    """Return the general vocabulary of `labels.toml`."""
    import tomllib

    return tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def carried() -> frozenset[Words]:
    """Return the labels of lines in a table that carry a sum from page to page."""
    return frozenset(words_of(label) for label in vocabulary()["carried"]["labels"])


def _labels_of(name: str, noun: str, own: dict[str, Any]) -> list[tuple[Words, int]]:
    """Return a field's labels with their rank; what the workspace adds ranks first."""
    plain = canonical(name)
    kind = canonical(noun)
    bare = plain.removeprefix(kind + " ")
    found: list[tuple[Words, int]] = []
    for key, labels in own.items():
        if canonical(str(key)) in (plain, f"{kind} {bare}"):
            listed = [labels] if isinstance(labels, str) else list(labels)
            found += [(words_of(str(label)), 0) for label in listed]
    entry = _entry(bare)
    for rank, tier in enumerate(("best", "labels", "weak")):
        for label in entry.get(tier, ()):
            found += [(words, rank) for words in _spelled(label, kind)]
    # Its own name says what a field is; `{kind} name` says it best.
    rank = 0 if not entry else min([r for words, r in found if words == words_of(bare)], default=0)
    for words in _spelled(bare, kind):
        found.append((words, rank))
    found += [(words, 0) for words in _spelled(f"{{kind}} {bare}", kind)]
    return found


def _entry(name: str) -> dict[str, Any]:
    fields: dict[str, Any] = vocabulary()["fields"]
    if name in fields:
        return dict(fields[name])
    wanted = words_of(name)
    for entry in fields.values():
        for tier in ("best", "labels"):
            if any(wanted in _spelled(label, "") for label in entry.get(tier, ())):
                return dict(entry)
    return {}


@lru_cache(maxsize=4096)
def _spelled(label: str, kind: str) -> tuple[Words, ...]:
    """Return all spellings of a label: `{kind}` by the kind's names, words by their own."""
    kinds = vocabulary()["kinds"].get(kind, [kind] if kind else [])
    names = [kind, *kinds] if kind else []
    labels = [label.replace("{kind}", name) for name in names] if "{kind}" in label else [label]
    found: dict[Words, None] = {}
    spellings = vocabulary()["words"]
    for one in labels:
        parts = [spellings.get(word, [word]) for word in words_of(one)]
        for choice in product(*parts):
            found[tuple(choice)] = None
    return tuple(found)


@lru_cache(maxsize=64)
def _everything(kind: str) -> frozenset[Words]:
    """Return every label of the vocabulary: none of them is the value of another."""
    known = vocabulary()
    found: set[Words] = set(carried())
    for label in known["other"]["labels"]:
        found.update(_spelled(label, kind))
    for name, entry in known["fields"].items():
        if name in ("item", "quantity", "unit price", "amount", "unit", "line number"):
            continue
        for tier in ("best", "labels", "weak"):
            for label in entry.get(tier, ()):
                found.update(_spelled(label, kind))
    for names in known["kinds"].values():
        found.update(words_of(name) for name in names)
    return frozenset(found)


def column_words() -> frozenset[Words]:
    """Return every heading of a column in the vocabulary."""
    found: set[Words] = set()
    for name in ("item", "item number", "quantity", "unit price", "amount", "unit", "line number",
                 "tax", "discount", "date"):  # fmt: skip
        for tier in ("best", "labels"):
            for label in vocabulary()["fields"][name].get(tier, ()):
                found.update(_spelled(label, ""))
    return frozenset(found)


def sought(name: str, noun: str, own: dict[str, Any]) -> list[str]:
    """Return two or three labels under which a field was looked for, for people."""
    entry = _entry(canonical(name).removeprefix(canonical(noun) + " "))
    labels = [str(label).replace("{kind}", noun) for label in entry.get("best", ())]
    shown = list(dict.fromkeys([name, *labels]))[:3]
    return [label if label.isupper() else label[0].upper() + label[1:] for label in shown]


def one_of(plural_name: str) -> str:
    """Return the singular of a field that holds many."""
    return singular(canonical(plural_name))
