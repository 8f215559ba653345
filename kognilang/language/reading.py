"""A text read into its tree: the outline's entries to steps, definitions, titles and notes.

Nothing here stops at the first thing that is wrong: a sentence that does not parse becomes
`Unread`, with its problem beside it, and the reading goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from kognilang.collecting import uncollected
from kognilang.dataclass import dataclass, field
from kognilang.language.adjectives import defined_in
from kognilang.language.blocks import EntryBlock, listed_how
from kognilang.language.contractions import may_be_short, spelled_out
from kognilang.language.definitions import definition
from kognilang.language.diagnosis import IN_VALUES, braces, problem_of
from kognilang.language.doubling import refuse_doubled, refuse_unfollowed
from kognilang.language.lexer import tokens as lex
from kognilang.language.rewriting import nodes
from kognilang.language.scanning import Tokens, is_mark, is_word, span_of, starts_with
from kognilang.language.sentence import (
    Otherwise,
    join,
    joined,
    sentence_steps,
)
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import (
    Action,
    Body,
    Definition,
    Example,
    ExampleLine,
    Expr,
    File,
    If,
    Not,
    Note,
    Procedure,
    Show,
    Step,
    Title,
    Token,
    Unread,
    While,
)
from kognilang.problems.problem import Problem
from kognilang.text.fault import Fault
from kognilang.text.outline import Entry, outline
from kognilang.text.sentences import Sentence, split
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


class Reader:
    """Reads one source; blocks ask it for their entries' steps."""

    def __init__(self, source: Source, markdown: bool = False) -> None:
        self.source = source
        self.markdown = markdown
        self.problems: list[Problem] = []
        self.long_texts: list[Span] = []
        self._faults: list[Fault] = []
        # False while a sentence is only tried out: then no candidates are made of it.
        self.asides = True

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

    # -- tokens and faults --------------------------------------------------------------

    def tokens(self, start: int, end: int) -> Tokens:
        """Return the tokens of a part of the source."""
        text = self.source.text[start:end]
        found = tuple(lex(text, start, self._faults))
        return spelled_out(found) if may_be_short(text) else found

    def faults_in_text(self, faults: list[Fault], span: Span) -> None:
        """Note the faults of a text literal."""
        self._faults.extend(faults)

    def _sentence_tokens(self, sentence: Sentence) -> Tokens:
        if len(sentence.starts) == 1:
            whole = tuple(lex(sentence.text, sentence.origins[0], self._faults))
            return spelled_out(whole) if may_be_short(sentence.text) else whole
        faults: list[Fault] = []
        found = lex(sentence.text, 0, faults)
        for fault in faults:
            fault.span = sentence.place(*fault.span)
        self._faults.extend(faults)
        for token in found:
            token.span = sentence.place(*token.span)
            if token.value is not None:
                for node in {id(one): one for one in nodes(token.value)}.values():
                    node.span = sentence.place(*node.span)
        return spelled_out(tuple(found)) if may_be_short(sentence.text) else tuple(found)

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
                self._problem(NotParsed("table-alone", span, {}), span)
                continue
            taken = self._condition_list(entries, index, items)
            if taken:
                skip = index + taken - 1
                continue
            self._line(entry, items, top)
        return items

    def _line(self, entry: Entry, items: list[Step], top: bool) -> None:
        """Read the sentences of one entry; the block below belongs to the last."""
        example = self._example(entry) if top else None
        if example is not None:
            items.append(example)
            return
        sentences = split(self.source, entry.lines)
        head: Tokens | None = None
        for number, sentence in enumerate(sentences):
            last = number == len(sentences) - 1
            tokens = self._sentence_tokens(sentence)
            if not tokens:
                continue
            if head is not None:
                # After a colon on the line, all its sentences are the body.
                pass
            block = EntryBlock(self, entry) if last and entry.children else None
            if block is not None and not sentence.ended:
                block.goes_on = number
            if not last and self._opens_inline(tokens):
                rest = [self._sentence_tokens(s) for s in sentences[number + 1 :]]
                self._read_inline(tokens, rest, entry, items, top)
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
        self, tokens: Tokens, rest: list[Tokens], entry: Entry, items: list[Step], top: bool
    ) -> None:
        class Rest:
            """The further sentences of the line, as a block."""

        del Rest
        before = len(items)
        self._read(tokens, None, items, top)
        if len(items) <= before:
            return
        holder = items[-1]
        more: list[Step] = []
        for part in rest:
            self._read(part, None, more, False)
        self._extend(holder, tuple(more))

    def _extend(self, holder: Step, more: Body) -> None:
        """Add steps to the body that a head opened on its own line."""
        if isinstance(holder, If):
            if holder.otherwise is not None:
                holder.otherwise = (*holder.otherwise, *more)
            else:
                condition, body = holder.branches[-1]
                holder.branches = (*holder.branches[:-1], (condition, (*body, *more)))
        elif hasattr(holder, "body"):
            holder.body = (*holder.body, *more)

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
                self._problem(doubt, span, doubt.span, tokens, block is not None)
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
            self._problem(failure, span, at, tokens, block is not None)
            items.append(self._unread(tokens, block, span))
        except RecursionError:
            del self.problems[problems:], self._faults[faults:]
            self._problem(NotParsed("too-deep", span, {}), span)
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
            item = tokens[2].text
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
        tokens = self._sentence_tokens(sentences[-1])
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

    def _problem(
        self,
        failure: NotParsed,
        span: Span,
        at: Span | None = None,
        tokens: Tokens = (),
        block: bool = False,
    ) -> None:
        if not self.asides:
            self.problems.append(Problem(failure.name, failure.name, self.source, span))
            return
        self.problems.append(
            problem_of(failure, self.source, span, at or failure.span, tokens, block)
        )

    # -- forms of several entries -----------------------------------------------------------

    def _condition_list(self, entries: Sequence[Entry], index: int, items: list[Step]) -> int:
        """Read `If all of the following are true:`, its list, and the `then:` below it."""
        entry = entries[index]
        if not entry.children or entry.kind != "line":
            return 0
        start, end = entry.lines[0]
        head = self.source.text[start:end].lower()
        if not head.startswith(("if", "unless", "otherwise", "while", "until")):
            return 0
        if "of the following" not in head and "of these" not in head:
            return 0
        tokens = self.tokens(start, end)
        first = 1
        if is_word(tokens[0], "otherwise"):
            first = 3 if len(tokens) > 2 and is_mark(tokens[1], ",") else 2
        if is_mark(tokens[-1], ":"):
            tokens = tokens[:-1]
        how = listed_how(tokens[first:])
        if how is None:
            return 0
        taken = 1
        block = EntryBlock(self, entry)
        try:
            refuse_doubled(tokens)
            condition = block.condition(tokens[first:])
            if is_word(tokens[0], "unless"):
                condition = Not(condition, span=condition.span)
            if index + 1 < len(entries):
                after = entries[index + 1]
                words = self.tokens(*after.lines[0])
                if words and is_word(words[0], "then") and after.kind == "line":
                    taken = 2
                    rest = words[1:]
                    while rest and (is_mark(rest[0], ":") or is_mark(rest[0], ",")):
                        rest = rest[1:]
                    while rest and is_mark(rest[-1], "."):
                        rest = rest[:-1]
                    below = EntryBlock(self, after) if after.children else None
                    body = (
                        sentence_steps(rest, below)
                        if rest
                        else (below.steps() if below is not None else ())
                    )
                    span = (start, after.span[1])
                    step: Step = If(((condition, body),), span=span)
                    if is_word(tokens[0], "while", "until"):
                        step = While(condition, body, is_word(tokens[0], "until"), span=span)
                    elif is_word(tokens[0], "otherwise"):
                        step = Otherwise(condition, body)
                        step.span = span
                    join(items, (step,))
                    return taken
            raise NotParsed("body-missing", span_of(tokens), {})
        except NotParsed as failure:
            self._problem(failure, span_of(tokens), failure.span, tokens)
            items.append(Unread(self.source.text[start:end], span=(start, end)))
            return taken

    def _example(self, entry: Entry) -> Example | None:
        """Read `Example: …` with its Given, When and Then."""
        start, end = entry.lines[0]
        line = self.source.text[start:end]
        if not line.lower().startswith("example:"):
            return None
        lines: list[ExampleLine] = []
        role = "given"
        for child in entry.children:
            if child.kind != "line":
                continue
            for sentence in split(self.source, child.lines):
                tokens = self._sentence_tokens(sentence)
                if not tokens:
                    continue
                try:
                    refuse_doubled(tokens)
                except NotParsed as twice:
                    self._problem(twice, span_of(tokens), twice.span, tokens)
                first = tokens[0].text
                if first in ("given", "when", "then"):
                    role = first
                    tokens = tokens[1:]
                while tokens and (is_word(tokens[0], "and", "but") or is_mark(tokens[0], ",")):
                    tokens = tokens[1:]
                if not tokens:
                    continue
                step: Step | None = None
                words = tokens[1:] if role == "when" and is_word(tokens[0], "we", "i") else tokens
                block = EntryBlock(self, child) if child.children else None
                with suppress(NotParsed):
                    read_steps = joined(sentence_steps(words, block))
                    step = read_steps[0] if len(read_steps) == 1 else None
                if step is None and block is not None and role == "then" and len(tokens) > 2:
                    step = self._done(tokens, block)
                below: Expr | None = None
                try:
                    below = block.text() if step is None and block is not None else None
                except NotParsed as wrong:
                    self._problem(wrong, span_of(tokens), wrong.span, tokens)
                if block is not None and not block.used and below is None:
                    failure = NotParsed("block-under-finished-sentence", span_of(tokens), {})
                    self._problem(failure, span_of(tokens), None, tokens)
                lines.append(ExampleLine(role, tokens, step, below, span=span_of(tokens)))
        return Example(line[len("example:") :].strip(), tuple(lines), span=entry.span)

    def _done(self, tokens: Tokens, block: EntryBlock) -> Step | None:
        """Read `it adds a row with` and its details as the sentence that should be done."""
        if not is_word(tokens[0], "it", "we", "i") or is_word(tokens[1], "says", "say", "said"):
            return None
        with suppress(NotParsed):
            found = sentence_steps(tokens[1:], block)
            if len(found) == 1 and isinstance(found[0], Action):
                return found[0]
        return None


__all__ = [
    "Definition",
    "Procedure",
    "Reader",
    "Reading",
    "Token",
    "read",
    "starts_with",
]
