"""A text read into its tree: the outline's entries to steps, definitions, titles and notes.

Nothing here stops at the first thing that is wrong: a sentence that does not parse becomes
`Unread`, with its problem beside it, and the reading goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import takewhile

from kognilang.collecting import uncollected
from kognilang.dataclass import dataclass, field
from kognilang.language.adjectives import defined_in
from kognilang.language.blocks import EntryBlock
from kognilang.language.conditionlists import condition_list
from kognilang.language.definitions import definition
from kognilang.language.diagnosis import IN_VALUES, braces, problem_of
from kognilang.language.doubling import refuse_doubled, refuse_unfollowed
from kognilang.language.examples import example_of
from kognilang.language.lexer import tokens as lex
from kognilang.language.scanning import Tokens, is_word, span_of
from kognilang.language.sentence import join, sentence_steps
from kognilang.language.sourcereader import SourceReader
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Action, Body, File, If, Note, Show, Step, Title, Unread
from kognilang.language.words import RESERVED
from kognilang.problems.problem import Problem
from kognilang.text.fault import Fault
from kognilang.text.outline import Entry, outline
from kognilang.text.sentences import split
from kognilang.text.source import Source, Span


@dataclass(slots=True)
class Reading:
    """A text's tree, and what is wrong with the text, in the order in which it stands there."""

    file: File
    problems: list[Problem] = field(default_factory=list)


@uncollected()
def read(source: Source, markdown: bool = False) -> Reading:
    """Read a whole text. Never raises: what is wrong is among the problems."""
    return Reader(source, markdown).read()


_OPENS_STEPS = (
    "if", "unless", "otherwise", "else", "for", "process", "repeat", "while", "until", "to", "try",
    "at", "every", "when", "on",
)  # fmt: skip


_LOOPS = ("for", "process", "repeat", "while", "until")
_OPENS_NAMES = ("to", "when", "on", "every")
"""Heads whose block may use names that only the head brings."""


class Reader(SourceReader):
    """Reads one source; blocks ask it for their entries' steps."""

    def __init__(self, source: Source, markdown: bool = False) -> None:
        super().__init__(source)
        self.markdown = markdown

    def read(self) -> Reading:
        """Return the tree and the problems of the whole text."""
        with defined_in(self.source):
            return self._whole()

    def _whole(self) -> Reading:
        from kognilang.problems.textfaults import problem_of as problem_of_fault
        from kognilang.text.outline import faults_outside

        entries, faults = outline(self.source, self.markdown)
        items = self._items(entries, top=True)
        # The outline and the tokeniser may both see a quote that nobody closed: say it once.
        seen: set[tuple[str, int]] = set()
        for fault in [*faults_outside(faults, self.long_texts), *self._faults]:
            line = self.source.line_of(fault.span[0])
            key = (fault.name.removeprefix("unclosed-"), line)
            if fault.name.startswith("unclosed-"):
                key = ("unclosed", line)
            if key in seen:
                continue
            seen.add(key)
            if fault.name == "braces-not-understood":
                self.problems.append(self._in_braces(fault))
                continue
            self.problems.append(problem_of_fault(fault, self.source))
        lines = {line for name, line in seen if name == "unclosed"}
        kept = [
            p
            for p in self.problems
            if p.name.startswith("unclosed-") or p.line not in lines or p.warning
        ]
        kept.sort(key=lambda p: p.span)
        file = File(tuple(items), span=(0, len(self.source.text)))
        return Reading(file, kept)

    def _in_braces(self, fault: Fault) -> Problem:
        """Return the problem of a value in braces: a known mistake as outside braces."""
        data = dict(fault.data)
        name, written = data.pop("failure", ""), data.pop("written")
        if not self.asides:
            return Problem("unread-value", name, self.source, fault.span)
        if name not in IN_VALUES:
            return braces(self.source, fault.span, written)
        line = self.source.line_of(fault.span[0])
        text = self.source.line_text(line)
        start = fault.span[0] - (self.source.column_of(fault.span[0]) - 1)
        begin = start + len(text) - len(text.lstrip())
        sentence = (begin, start + len(text.rstrip()))
        failure = NotParsed(name, fault.span, data)
        found = tuple(lex(written))
        return problem_of(failure, self.source, sentence, fault.span, found, False)

    # -- blocks ---------------------------------------------------------------------------

    def steps(self, entries: Sequence[Entry]) -> Body:
        """Return the steps of a block; problems are kept, not raised."""
        return tuple(self._items(entries, top=False))

    def _items(self, entries: Sequence[Entry], top: bool) -> list[Step]:
        items: list[Step] = []
        skip = -1
        for index, entry in enumerate(entries):
            if index <= skip:
                continue
            span = entry.span
            if entry.kind == "title":
                items.append(Title(entry.text(self.source).rstrip("# "), entry.level, span=span))
                if entry.children:
                    items.extend(self._items(entry.children, top))
                continue
            if entry.kind == "note":
                items.append(Note(entry.text(self.source).strip(), span=span))
                continue
            if entry.kind == "table":
                self.problem(NotParsed("table-alone", span, {}), span)
                continue
            taken = condition_list(self, entries, index, items)
            if taken:
                skip = index + taken - 1
                continue
            self._line(entry, items, top)
        return items

    def _line(self, entry: Entry, items: list[Step], top: bool) -> None:
        """Read the sentences of one entry; the block below belongs to the last."""
        example = example_of(self, entry) if top else None
        if example is not None:
            items.append(example)
            return
        sentences = split(self.source, entry.lines)
        for number, sentence in enumerate(sentences):
            last = number == len(sentences) - 1
            tokens = self.sentence_tokens(sentence)
            if not tokens:
                continue
            block = EntryBlock(self, entry) if last and entry.children else None
            if block is not None and not sentence.ended:
                block.goes_on = number
            if not last and self._opens_inline(tokens):
                rest = [self.sentence_tokens(s) for s in sentences[number + 1 :]]
                self._read_inline(tokens, rest, items, top)
                return
            self._read(tokens, block, items, top)

    def _opens_inline(self, tokens: Tokens) -> bool:
        """Tell whether a colon in the sentence makes the rest of the line its body."""
        from kognilang.language.scanning import find

        colon = find(tokens, ":")
        return 0 < colon < len(tokens) - 1 and is_word(
            tokens[0], "if", "unless", "otherwise", "else", "for", "process", "repeat", "while",
            "until", "to", "try", "at",
        )  # fmt: skip

    def _read_inline(
        self, tokens: Tokens, rest: list[Tokens], items: list[Step], top: bool
    ) -> None:
        """Read a sentence and those behind it on the line, which are in its body."""
        before = len(items)
        self._read(tokens, None, items, top)
        if len(items) <= before:
            return
        holder = items[-1]
        more: list[Step] = []
        for part in rest:
            self._read(part, None, more, False)
        _extend(holder, tuple(more))

    def _read(self, tokens: Tokens, block: EntryBlock | None, items: list[Step], top: bool) -> None:
        span = span_of(tokens)
        problems, faults = len(self.problems), len(self._faults)
        try:
            refuse_doubled(tokens)
            if block is None:
                refuse_unfollowed(tokens)
            found: Sequence[Step] | None = None
            if top:
                defined = definition(tokens, block)
                if defined is not None:
                    found = (defined,)
            if found is None:
                found = sentence_steps(tokens, block)
            if not top and any(type(one) is Show and one.implicit for one in found):
                raise NotParsed("value-alone", span, {})
            if block is not None and not block.used:
                raise NotParsed("block-under-finished-sentence", span, {})
            if len(self.problems) > problems:
                kept, noted = self.problems[problems:], self._faults[faults:]
                del self.problems[problems:], self._faults[faults:]
                longer = self._continued(block, top)
                if longer is None:
                    self.problems += kept
                    self._faults += noted
                found = longer or found
            doubts: list[NotParsed] = []
            join(items, tuple(found), doubts)
            for doubt in doubts:
                self.problem(doubt, span, doubt.span, tokens, block is not None)
        except NotParsed as failure:
            longer = self._continued(block, top)
            if longer is not None:
                kept, noted = self.problems[problems:], self._faults[faults:]
                del self.problems[problems:], self._faults[faults:]
                with suppress(NotParsed):
                    join(items, longer)
                    return
                self.problems += kept
                self._faults += noted
            at = failure.span if failure.span != (0, 0) else span
            self.problem(failure, span, at, tokens, block is not None)
            items.append(self._unread(tokens, block, span))
        except RecursionError:
            del self.problems[problems:], self._faults[faults:]
            self.problem(NotParsed("too-deep", span, {}), span)
            items.append(Unread(self.source.text[span[0] : span[1]], span=span))

    def _unread(self, tokens: Tokens, block: EntryBlock | None, span: Span) -> Unread:
        """Return a sentence that did not parse, with the steps below it: the head hides nothing,
        what is wrong in its block is said too."""
        steps: Body = ()
        first = tokens[0]
        if block is not None and is_word(first, *_OPENS_STEPS):
            steps = block.body if block.body is not None else block.steps()
            if is_word(first, *_OPENS_NAMES):
                steps = ()
        item = ""
        if is_word(first, "for", "process") and len(tokens) > 2:
            words = [token.text if token.kind == "word" else "of" for token in tokens[2:]]
            item = " ".join(takewhile(lambda word: word not in RESERVED, words))
        return Unread(
            self.source.text[span[0] : span[1]], steps, is_word(first, *_LOOPS), item, span=span
        )

    def _continued(self, block: EntryBlock | None, top: bool) -> Body | None:
        """Return the steps of a sentence that goes on in the lines indented below it, where it
        has no period yet and those lines begin no step of their own; None if that is not so."""
        if block is None or block.goes_on is None:
            return None
        entry, number = block.entry, block.goes_on
        text = self.source.text
        spans = list(entry.lines)
        for child in entry.children:
            start = child.lines[0][0] if child.lines else 0
            if child.kind != "line" or child.children or child.marker or text[start].isupper():
                return None
            spans += child.lines
        sentences = split(self.source, spans)
        if text[entry.lines[-1][1] - 1] == ":" or len(sentences) != number + 1:
            return None
        problems, faults = len(self.problems), len(self._faults)
        tokens = self.sentence_tokens(sentences[-1])
        try:
            refuse_doubled(tokens)
            refuse_unfollowed(tokens)
            defined = definition(tokens, None) if top else None
            found = (defined,) if defined is not None else sentence_steps(tokens, None)
        except NotParsed:
            found = ()
        if not found or any(
            type(one) is Action or (type(one) is Show and one.implicit) for one in found
        ):
            del self.problems[problems:], self._faults[faults:]
            return None
        return tuple(found)


def _extend(holder: Step, more: Body) -> None:
    """Add steps to the body that a head opened on its own line."""
    if isinstance(holder, If):
        if holder.otherwise is not None:
            holder.otherwise = (*holder.otherwise, *more)
        else:
            condition, body = holder.branches[-1]
            holder.branches = (*holder.branches[:-1], (condition, (*body, *more)))
    elif hasattr(holder, "body"):
        holder.body = (*holder.body, *more)
