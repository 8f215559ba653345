"""Examples in a text: `Example: …`, with its Given, When and Then."""

from __future__ import annotations

from contextlib import suppress

from kognilang.language.blocks import EntryBlock
from kognilang.language.doubling import refuse_doubled
from kognilang.language.scanning import Tokens, is_mark, is_word, span_of
from kognilang.language.sentence import joined, sentence_steps
from kognilang.language.sourcereader import SourceReader
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import Action, Example, ExampleLine, Expr, Step
from kognilang.text.outline import Entry
from kognilang.text.sentences import split


def example_of(reader: SourceReader, entry: Entry) -> Example | None:
    """Read `Example: …` with its Given, When and Then."""
    start, end = entry.lines[0]
    line = reader.source.text[start:end]
    if not line.lower().startswith("example:"):
        return None
    lines: list[ExampleLine] = []
    role = "given"
    for child in entry.children:
        if child.kind != "line":
            continue
        for sentence in split(reader.source, child.lines):
            tokens = reader.sentence_tokens(sentence)
            if not tokens:
                continue
            try:
                refuse_doubled(tokens)
            except NotParsed as twice:
                reader.problem(twice, span_of(tokens), twice.span, tokens)
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
            block = EntryBlock(reader, child) if child.children else None
            with suppress(NotParsed):
                read_steps = joined(sentence_steps(words, block))
                step = read_steps[0] if len(read_steps) == 1 else None
            if step is None and block is not None and role == "then" and len(tokens) > 2:
                step = _done(tokens, block)
            below: Expr | None = None
            try:
                below = block.text() if step is None and block is not None else None
            except NotParsed as wrong:
                reader.problem(wrong, span_of(tokens), wrong.span, tokens)
            if block is not None and not block.used and below is None:
                failure = NotParsed("block-under-finished-sentence", span_of(tokens), {})
                reader.problem(failure, span_of(tokens), None, tokens)
            lines.append(ExampleLine(role, tokens, step, below, span=span_of(tokens)))
    return Example(line[len("example:") :].strip(), tuple(lines), span=entry.span)


def _done(tokens: Tokens, block: EntryBlock) -> Step | None:
    """Read `it adds a row with` and its details as the sentence that should be done."""
    if not is_word(tokens[0], "it", "we", "i") or is_word(tokens[1], "says", "say", "said"):
        return None
    with suppress(NotParsed):
        found = sentence_steps(tokens[1:], block)
        if len(found) == 1 and isinstance(found[0], Action):
            return found[0]
    return None
