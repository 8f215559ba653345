"""`If all of the following are true:`, its list, and the `then:` that stands below the list."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.language.blocks import EntryBlock
from kognilang.language.doubling import refuse_doubled
from kognilang.language.heads import listed_how
from kognilang.language.scanning import is_mark, is_word, span_of
from kognilang.language.sentence import Otherwise, join, sentence_steps
from kognilang.language.sourcereader import SourceReader
from kognilang.language.terminals import NotParsed
from kognilang.language.tree import If, Not, Step, Unread, While
from kognilang.text.outline import Entry


def condition_list(
    reader: SourceReader, entries: Sequence[Entry], index: int, items: list[Step]
) -> int:
    """Read `If all of the following are true:`, its list, and the `then:` below it."""
    entry = entries[index]
    if not entry.children or entry.kind != "line":
        return 0
    start, end = entry.lines[0]
    head = reader.source.text[start:end].lower()
    if not head.startswith(("if", "unless", "otherwise", "while", "until")):
        return 0
    if "of the following" not in head and "of these" not in head:
        return 0
    tokens = reader.tokens(start, end)
    first = 1
    if is_word(tokens[0], "otherwise"):
        first = 3 if len(tokens) > 2 and is_mark(tokens[1], ",") else 2
    if is_mark(tokens[-1], ":"):
        tokens = tokens[:-1]
    how = listed_how(tokens[first:])
    if how is None:
        return 0
    taken = 1
    block = EntryBlock(reader, entry)
    try:
        refuse_doubled(tokens)
        condition = block.condition(tokens[first:])
        if is_word(tokens[0], "unless"):
            condition = Not(condition, span=condition.span)
        if index + 1 < len(entries):
            after = entries[index + 1]
            words = reader.tokens(*after.lines[0])
            if words and is_word(words[0], "then") and after.kind == "line":
                taken = 2
                rest = words[1:]
                while rest and (is_mark(rest[0], ":") or is_mark(rest[0], ",")):
                    rest = rest[1:]
                while rest and is_mark(rest[-1], "."):
                    rest = rest[:-1]
                below = EntryBlock(reader, after) if after.children else None
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
        reader.problem(failure, span_of(tokens), failure.span, tokens)
        items.append(Unread(reader.source.text[start:end], span=(start, end)))
        return taken
