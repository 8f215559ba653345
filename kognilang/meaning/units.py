"""Units: the sentences and clauses of a text for which other words can be laid in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kognilang.dataclass import dataclass, fields
from kognilang.language import tree
from kognilang.language.printing.marks import capital
from kognilang.problems.problem import Problem
from kognilang.text.outline import Entry, outline
from kognilang.text.sentences import split
from kognilang.text.source import Source, Span

_OF_A_PHRASE = frozenset(("unknown-verb", "unknown-phrase-of-verb", "wrong-kind-in-slot"))
"""Problems of an action alone: what stands around it in the sentence is understood."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a text, or the clause of one that says what to do.

    `span` is what other words take the place of, the period included. `prefix` is what a
    line begins with that stands beside the sentence's own (its list marker included), `inner`
    what one begins with that stands below it. `block` says that a block follows, which stays.
    `first` and `last` tell its place among the sentences of its line.
    """

    text: str
    span: Span
    definition: str = ""
    prefix: str = ""
    inner: str = ""
    block: bool = False
    first: bool = True
    last: bool = True
    clause: bool = False
    whole: str = ""
    """The sentence that a clause stands in."""

    def words_for(self, meaning: str) -> str:
        """Return the meaning (canonical sentences) as it is laid in at this place."""
        lines = meaning.strip("\n").split("\n")
        if self.clause:
            return _as_clause(meaning)
        if all(not line.startswith((" ", "\t")) for line in lines) and not any(
            line.endswith(":") for line in lines[:-1]
        ):
            # What ends in a question in quotes is printed without a full stop.
            ended = [line if line.endswith((".", ":")) else f"{line}." for line in lines[:-1]]
            return " ".join([*ended, lines[-1]]) + ("" if self.last else " ")
        laid = [
            (self.inner if line.startswith((" ", "\t")) else self.prefix) + line if line else ""
            for line in lines
        ]
        text = "\n".join(laid)
        text = text[len(self.prefix) :] if self.first else "\n" + text
        return text if self.last else text + "\n" + self.prefix


def _as_clause(meaning: str) -> str:
    """Return sentences as the one clause after `If …,`."""
    parts = [line.rstrip(".") for line in meaning.strip().split("\n")]
    return " and then ".join(part[:1].lower() + part[1:] for part in parts)


def units_of(source: Source, markdown: bool, file: tree.File) -> list[Unit]:
    """Return the sentences that are steps, in the order of the text."""
    entries, _ = outline(source, markdown)
    starts = sorted(
        one.span[0] for one in _steps(file.items) if not isinstance(one, tree.Title | tree.Note)
    )
    heads = [one.span for one in file.items if isinstance(one, tree.Definition)]
    found: list[Unit] = []
    _collect(source, entries, "", starts, heads, found)
    return found


def _collect(
    source: Source,
    entries: Sequence[Entry],
    definition: str,
    starts: list[int],
    heads: list[Span],
    found: list[Unit],
) -> None:
    from bisect import bisect_left

    for entry in entries:
        inside = definition
        if entry.kind == "line":
            sentences = split(source, entry.lines)
            for number, sentence in enumerate(sentences):
                start, end = sentence.place()
                if any(start <= head[0] < end for head in heads):
                    inside = sentence.text
                    continue
                at = bisect_left(starts, start)
                if at == len(starts) or starts[at] >= end:
                    continue
                last = number == len(sentences) - 1
                if sentence.ended:
                    end = source.text.find(".", end) + 1
                if not last:
                    # What stands between two sentences goes with the first.
                    end = sentences[number + 1].place()[0]
                prefix, inner = _margins(source, entry)
                found.append(
                    Unit(
                        sentence.text, (start, end), definition, prefix, inner,
                        bool(entry.children) and last, number == 0, last,
                    )
                )  # fmt: skip
        if entry.children:
            _collect(source, entry.children, inside, starts, heads, found)


def _margins(source: Source, entry: Entry) -> tuple[str, str]:
    """Return what lines beside and below an entry begin with."""
    start = entry.lines[0][0]
    line = source.text.rfind("\n", 0, start) + 1
    before = source.text[line:start]
    blank = "".join(mark if mark == "\t" else " " for mark in before)
    return before, blank


def _steps(node: object) -> Iterator[tree.Step]:
    """Yield the steps of a tree, outermost first."""
    if isinstance(node, tuple):
        for one in node:
            yield from _steps(one)
        return
    if isinstance(node, tree.Step):
        yield node
    if isinstance(node, tree.Node) and not isinstance(node, tree.Expr | tree.Token):
        for member in fields(node):
            value = getattr(node, member.name)
            if isinstance(value, tuple | tree.Node):
                yield from _steps(value)


def unit_of(problem: Problem, units: Sequence[Unit]) -> Unit | None:
    """Return the sentence that a problem is of: the one it begins in, or whose block it is in."""
    found = None
    for unit in units:
        if unit.span[0] > problem.span[0]:
            break
        found = unit
    return found


def clause_of(problem: Problem, unit: Unit, file: tree.File, source: Source) -> Unit | None:
    """Return the clause that a problem is of, where the rest of its sentence is understood."""
    if problem.name not in _OF_A_PHRASE:
        return None
    for action in _steps(file.items):
        if not isinstance(action, tree.Action):
            continue
        tokens = [one for one in action.tokens if one.text not in (".", ":")]
        if not tokens or action.details or action.block is not None:
            continue
        span = tokens[0].span[0], tokens[-1].span[1]
        if not span[0] <= problem.span[0] < span[1]:
            continue
        if span[0] <= unit.span[0] or span[1] > unit.span[1]:
            return None
        text = source.text[span[0] : span[1]]
        if "\n" in text:
            return None
        return Unit(
            capital(text), span, unit.definition, unit.prefix, unit.inner, clause=True,
            whole=unit.text,
        )  # fmt: skip
    return None
