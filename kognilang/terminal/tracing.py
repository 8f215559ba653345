"""A run's trace laid out for people: the sentences, what came of each, item by item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kognilang.dataclass import dataclass
from kognilang.terminal.listing import moment
from kognilang.terminal.screen import paint
from kognilang.terminal.trace_tree import Node, all_steps, open_questions, tree
from kognilang.terminal.trace_words import shown_value, told
from kognilang.terminal.words import counted, listed
from kognilang.terminal.wrapping import wrapped
from kognilang.text.columns import text_width
from kognilang.values.naming import plural

MARGIN = 6
"""Columns for line numbers."""
FIRST, LAST = 3, 2
"""How many turns of a long loop are shown at its beginning and its end."""
DEEPEST = 24
"""Columns of indentation at most, so that narrow terminals keep room for the words."""


@dataclass(slots=True)
class Look:
    """How a trace is to be shown: `all` unfolds long loops, `moments` adds when each step was
    done, `item` keeps only the items whose name or question has these words."""

    width: int = 80
    colour: bool = False
    all: bool = False
    moments: bool = False
    item: str = ""


def lines(trace: dict[str, Any], look: Look) -> Iterator[str]:
    """Lay the trace out."""
    head = f"{trace['title']} ({trace['run']}), {trace['file']}"
    for line in wrapped(head, look.width):
        yield _painted("bold", line, look)
    yield f"started {moment(trace['started_at'])}"
    root = tree(trace)
    yield ""
    if look.item:
        yield from _chosen(root, trace, look)
    else:
        for step in root.steps:
            for text in told(step):
                yield from wrapped(text, look.width, " " * MARGIN)
        yield from _below(root, 0, look)
    if trace["ended_at"]:
        yield ""
        outcome = f": {trace['outcome']}" if trace["outcome"] else ""
        yield from wrapped(f"{trace['status']} {moment(trace['ended_at'])}{outcome}", look.width)


def steps(trace: dict[str, Any], look: Look) -> Iterator[str]:
    """Lay only the steps out, without how the run began and ended."""
    yield from _below(tree(trace), 0, look)


def _chosen(root: Node, trace: dict[str, Any], look: Look) -> Iterator[str]:
    found = [one for one in _items(root) if _fits(one, look.item)]
    if not found:
        names = [one.text for one in _items(root)]
        yield f'{trace["run"]} has no item "{look.item}".'
        if names:
            yield from wrapped(f"It has: {', '.join(names)}", look.width)
        return
    for one in found:
        yield from _item(one, 0, look)


def _items(node: Node) -> Iterator[Node]:
    for one in node.under:
        if one.kind == "item":
            yield one
        yield from _items(one)


def _fits(item: Node, wanted: str) -> bool:
    words = wanted.casefold()
    asked = (step.get("question", "") for step in all_steps(item))
    return words in item.text.casefold() or any(words == one for one in asked)


def _below(node: Node, depth: int, look: Look) -> Iterator[str]:
    turns = [one for one in node.under if one.kind != "sentence"]
    folded = set()
    if len(turns) > FIRST + LAST + 1 and not look.all:
        folded = {id(one) for one in turns[FIRST:-LAST]}
    told_of_it = False
    for one in node.under:
        if id(one) in folded:
            if not told_of_it:
                told_of_it = True
                hidden = [each for each in turns if id(each) in folded]
                yield from _fold(hidden, depth, look, node.text)
        elif one.kind == "item":
            yield from _item(one, depth, look)
        elif one.kind == "turn":
            yield from _turn(one, depth, turns.index(one) + 1 if len(turns) < 99 else 0, look)
        else:
            yield from _sentence(one, depth, look)


def _fold(hidden: list[Node], depth: int, look: Look, sentence: str) -> Iterator[str]:
    lead = " " * (MARGIN + _indent(depth))
    noun = _noun(hidden[0], sentence) if hidden[0].kind == "item" else "turn"
    waiting = [q for one in hidden for q in open_questions(one)]
    text = f"… {counted(len(hidden), noun, plural(noun))} more"
    if waiting:
        text += f", of which {counted(len(waiting), 'question')} open ({listed(waiting)})"
    for line in wrapped(f"{text}; --all shows all", look.width, lead):
        yield _painted("dim", line, look)


def _turn(node: Node, depth: int, number: int, look: Look) -> Iterator[str]:
    step = node.steps[0]
    lead = " " * (MARGIN + _indent(depth))
    value = shown_value(step["value"])
    name = f"{step['name'].split('~')[0]} {number}" if number else step["name"]
    text = f"{name}: {value}" if value else name
    for line in wrapped(text, look.width, f"{lead}· ", f"{lead}  "):
        yield _painted("dim", line, look)
    yield from _below(node, depth + 1, look)


def _item(node: Node, depth: int, look: Look) -> Iterator[str]:
    lead = " " * (MARGIN + _indent(depth))
    waits = open_questions(node)
    how = node.steps[-1]["how"] if node.steps else ""
    if not how:
        how = f"waits ({listed(waits)})" if waits else "not done yet"
    style = {"done": "bold green", "skipped": "bold"}.get(how, "bold yellow")
    for line in wrapped(f"{node.text}: {how}", look.width, f"{lead}── ", f"{lead}   "):
        yield _painted(style, line, look)
    yield from _below(node, depth + 1, look)


def _sentence(node: Node, depth: int, look: Look) -> Iterator[str]:
    indent = " " * _indent(depth)
    number = f"{node.line:>{MARGIN - 2}}  " if node.line else " " * MARGIN
    short, long = _results(node, look)
    text = f"{node.text} → {short}" if short else node.text
    yield from wrapped(text, look.width, number + indent, " " * MARGIN + indent + "  ")
    for one in long:
        for line in wrapped(one, look.width, " " * (MARGIN + 4) + indent):
            yield _painted("dim", line, look)
    yield from _below(node, depth + 1, look)


def _results(node: Node, look: Look) -> tuple[str, list[str]]:
    """Return what came of a sentence: in a word or two, and in lines of their own."""
    short: list[str] = []
    long: list[str] = []
    for step in node.steps:
        when = f"{moment(step['at'])}  " if look.moments else ""
        if step["what"] in ("step", "returned"):
            value = shown_value(step["value"])
            if step.get("name", "").startswith("~") or not value:
                continue
            if text_width(value) <= 40 and not when:
                short.append(value)
            else:
                long.append(f"{when}→ {value}")
            continue
        if step["what"] == "lanes":
            long += _count(node)
            continue
        long += [when + text for text in told(step)]
    found = short[-1] if short else ""
    return found, [text for text in long if text != f"→ {found}"]


def _count(node: Node) -> list[str]:
    items = [one for one in node.under if one.kind == "item"]
    if not items:
        return []
    done = sum(bool(one.steps) and one.steps[-1]["how"] == "done" for one in items)
    skipped = sum(bool(one.steps) and one.steps[-1]["how"] == "skipped" for one in items)
    waiting = sum(bool(open_questions(one)) for one in items if not one.steps)
    parts = [f"{done} done"]
    parts += [f"{waiting} waiting"] if waiting else []
    parts += [f"{skipped} skipped"] if skipped else []
    rest = len(items) - done - waiting - skipped
    parts += [f"{rest} not done yet"] if rest else []
    noun = _noun(items[0], node.text)
    return [f"{counted(len(items), noun, plural(noun))}: {', '.join(parts)}"]


def _noun(item: Node, sentence: str = "") -> str:
    """Return what an item is one of: as many words of its name as stand after `each`."""
    words = item.text.split(" ")
    written = sentence.lower()
    for many in range(len(words), 1, -1):
        if f"each {' '.join(words[:many]).lower()}" in written:
            return " ".join(words[:many])
    return words[0]


def _indent(depth: int) -> int:
    return min(DEEPEST, 2 * depth)


def _painted(style: str, text: str, look: Look) -> str:
    return paint(style, text) if look.colour else text
