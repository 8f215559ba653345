"""Steps as text: every sentence of the language, with the steps that it holds below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kognilang.language import tree
from kognilang.language.printing.blocks import detail_lines, indented
from kognilang.language.printing.conditions import (
    condition,
    condition_list,
    is_mixed,
    list_head,
    predicate_words,
)
from kognilang.language.printing.levels import ATOM, ENDING, LIST
from kognilang.language.printing.marks import capital, finished, print_name, print_tokens, spelled
from kognilang.language.printing.sentences import SENTENCES, ask_words, every, with_block
from kognilang.language.printing.values import listed, value
from kognilang.language.tree import Body, Cond, Expr, Step
from kognilang.language.words import plural


def lines_of(step: Step) -> list[str]:
    """Print a step with its block, a line each, beginning at the left margin."""
    printer = _PRINTERS.get(type(step))
    if printer is None:
        from kognilang.language.printing.definitions import definition_lines

        return definition_lines(step)
    made: list[str] = printer(step)
    return made


def body_lines(body: Body) -> list[str]:
    """Print the steps of a body, one below the other, at the left margin."""
    made: list[str] = []
    before: Step | None = None
    for step in body:
        made += lines_after(before, step)
        before = step
    return made


def lines_after(before: Step | None, step: Step) -> list[str]:
    """Print a step that stands below another; an `If` with `Otherwise` below an `If` that could
    have it as well stands in one line, as far as it fits there."""
    if (
        isinstance(step, tree.If)
        and isinstance(before, tree.If)
        and step.otherwise is not None
        and before.otherwise is None
        and len(step.branches) == 1
    ):
        (cond, body), other = step.branches[0], step.otherwise
        if len(body) == 1 and len(other) == 1 and not is_mixed(cond):
            one, two = sentence_of(body[0]), sentence_of(other[0])
            if one is not None and two is not None:
                return [finished(f"{_if_words(cond)}, {one}, otherwise {two}")]
    return lines_of(step)


def sentence_of(step: Step) -> str | None:
    """Print a step as one sentence without its period, in lower case, for use inside another;
    None if it needs lines of its own."""
    if isinstance(step, tree.If | tree.Guarded | tree.Title | tree.Note | tree.Definition):
        return None
    if isinstance(step, tree.MakeSure) and step.otherwise is not None:
        return None
    if isinstance(step, tree.Ask) and step.nobody is not None:
        return None
    if isinstance(step, tree.Action) and any(t.text in _DIVIDES for t in step.tokens):
        return None
    made = lines_of(step)
    if len(made) != 1 or not made[0].endswith((".", '."', '?"', '!"')):
        return None
    sentence = made[0].removesuffix(".")
    first = sentence.split(" ", 1)[0]
    small = sentence[:1].lower()
    return (
        sentence
        if (first.isupper() and len(first) > 1) or len(small) > 1
        else (small + sentence[1:])
    )


_DIVIDES = frozenset({":", "then", "otherwise", "else", "if", "unless"})
"""What a phrase may hold alone, but would divide a longer sentence."""


def _headed(head: str, body: Body) -> list[str]:
    """Print a head with its body below it."""
    return [f"{capital(head)}:", *indented(body_lines(body))]


def _short(head: str, body: Body) -> list[str]:
    """Print a head with its body in the same line where that is one plain step."""
    if len(body) == 1:
        inside = sentence_of(body[0])
        if inside is not None:
            return [finished(f"{capital(head)}, {inside}")]
    return _headed(head, body)


# -- choosing -------------------------------------------------------------------------


def _if(step: tree.If) -> list[str]:
    if len(step.branches) == 1 and step.otherwise is None:
        cond, body = step.branches[0]
        if not is_mixed(cond):
            return _short(_if_words(cond), body)
    made: list[str] = []
    for place, (cond, body) in enumerate(step.branches):
        made += _branch("If" if place == 0 else "Otherwise, if", cond, body)
    if step.otherwise is not None:
        made += _headed("Otherwise", step.otherwise)
    return made


def _if_words(cond: Cond) -> str:
    """`If so` and `If not` after a question, else `If` with its condition."""
    answer = tree.Truth(tree.Pronoun("the answer"))
    if cond == answer:
        return "If so"
    return "If not" if cond == tree.Not(answer) else f"If {condition(cond)}"


def _branch(head: str, cond: Cond, body: Body) -> list[str]:
    if is_mixed(cond) and isinstance(cond, tree.And | tree.Or):
        return [
            f"{head} {list_head(cond)}:",
            *condition_list(cond, 4),
            "then:",
            *indented(body_lines(body)),
        ]
    words = _if_words(cond) if head == "If" else f"{head} {condition(cond)}"
    return _headed(words, body)


def _depending(step: tree.DependingOn) -> list[str]:
    made = [f"Depending on {value(step.value, ENDING)}:"]
    for cond, body in step.cases:
        made += indented(_case(case_words(cond), body))
    if step.otherwise is not None:
        made += indented(_case("anything else", step.otherwise))
    return made


def _case(head: str, body: Body) -> list[str]:
    if len(body) == 1:
        inside = sentence_of(body[0])
        if inside is not None:
            return [finished(f"{capital(head)}: {inside}")]
    return _headed(head, body)


def case_words(cond: Cond) -> str:
    """Print a case: its values (`"open" or "held"`), or what is said of them (`over $500`)."""
    if isinstance(cond, tree.Compare) and isinstance(cond.left, tree.Item):
        if cond.op == "=":
            return value(cond.right)
        if cond.op == "in" and isinstance(cond.right, tree.ListValue):
            return listed([value(item, ENDING) for item in cond.right.items], "or")
    if isinstance(cond, tree.Or):
        return " or ".join(case_words(part) for part in cond.parts)
    words = predicate_words(cond)
    return words.split(" ", 1)[1] if words.startswith("is ") else words


# -- repeating --------------------------------------------------------------------------


def _for_each(step: tree.ForEach) -> list[str]:
    head = f"For each {spelled(step.item)}"
    collection = step.collection
    if isinstance(collection, tree.Range):
        words = f" from {value(collection, LIST)}"
    elif _is_own_plural(step.item, collection):
        words = ""
    else:
        words = f" in {value(collection)}"
    return _headed(head + words, step.body)


def _is_own_plural(item: str, collection: Expr) -> bool:
    return isinstance(collection, tree.Name) and collection == tree.Name(plural(item))


def _process_each(step: tree.ProcessEach) -> list[str]:
    head = f"Process each {spelled(step.item)}"
    if not _is_own_plural(step.item, step.collection):
        head += f" in {value(step.collection)}"
    if step.at_once == 0:
        head += " in parallel"
    elif step.at_once is not None:
        head += f", {step.at_once} at a time,"
    return _headed(f"{head} as follows", step.body)


def _repeat(step: tree.Repeat) -> list[str]:
    return _headed(f"Repeat {value(step.times, ATOM)} times", step.body)


def _while(step: tree.While) -> list[str]:
    word = "Until" if step.until else "While"
    if is_mixed(step.condition):
        return _branch(word, step.condition, step.body)
    return _headed(f"{word} {condition(step.condition)}", step.body)


# -- asking -------------------------------------------------------------------------------


def _ask(step: tree.Ask) -> list[str]:
    made = [finished(ask_words(step))]
    if step.nobody is not None:
        made += _short("If nobody answers", step.nobody)
    if step.otherwise is not None:
        made += _short("Otherwise", step.otherwise)
    return made


# -- checking and failing -------------------------------------------------------------------


def _make_sure(step: tree.MakeSure) -> list[str]:
    words = f"Make sure {condition(step.condition)}"
    if step.otherwise is None:
        return [finished(words)]
    return _sure(words, step.otherwise)


def _sure(words: str, otherwise: Body) -> list[str]:
    if len(otherwise) == 1:
        inside = sentence_of(otherwise[0])
        if inside is not None:
            return [finished(f"{words}, otherwise {inside}")]
    return [f"{words}, otherwise:", *indented(body_lines(otherwise))]


def _check_all(step: tree.CheckAll) -> list[str]:
    lines = [f"{capital(condition(cond))}." for cond in step.conditions]
    return ["Check all of the following:", *indented(lines)]


def _guarded(step: tree.Guarded) -> list[str]:
    made = body_lines(step.body)
    for because, body in step.handlers:
        head = "If that fails" if because is None else f"If that fails because {because}"
        made += _short(head, body)
    if step.otherwise is not None:
        made += _short("Otherwise", step.otherwise)
    return made


def _try(step: tree.TryUpTo) -> list[str]:
    head = f"Try up to {value(step.times, ATOM)} times"
    if step.waiting is not None:
        head += f", waiting {value(step.waiting, ATOM)} in between"
    return _headed(head, step.body)


# -- time and the rest ------------------------------------------------------------------------


def _wait(step: tree.Wait) -> list[str]:
    if step.duration is not None:
        return [finished(f"Wait {value(step.duration, ATOM)}")]
    if step.moment is not None:
        return [finished(f"Wait until {value(step.moment)}")]
    words = "Wait until " + (condition(step.condition) if step.condition is not None else "")
    if step.checking is not None:
        words += f", checking every {every(step.checking)}"
    if step.up_to is not None:
        words += f", for up to {value(step.up_to, ATOM)}"
    return _headed(words, step.body) if step.body else [finished(words)]


def _action(step: tree.Action) -> list[str]:
    words = capital(print_tokens(step.tokens, value))
    if step.result is not None:
        words += f" as {print_name(step.result)}"
    if step.details and step.block is None:
        head = words if _opens_details(step.tokens) else f"{words} with"
        return [head, *indented(detail_lines(step.details))]
    if step.block is not None:
        return with_block(words.removesuffix(":"), step.block)
    if step.steps:
        return [f"{words.removesuffix(':')}:", *indented(body_lines(step.steps))]
    return [finished(words)]


def _opens_details(tokens: tuple[tree.Token, ...]) -> bool:
    return bool(tokens) and tokens[-1].kind == "word" and tokens[-1].text in ("with", "where")


_PRINTERS: dict[type[Step], Callable[[Any], list[str]]] = {
    **SENTENCES,
    tree.If: _if,
    tree.DependingOn: _depending,
    tree.ForEach: _for_each,
    tree.ProcessEach: _process_each,
    tree.Repeat: _repeat,
    tree.While: _while,
    tree.Ask: _ask,
    tree.MakeSure: _make_sure,
    tree.CheckAll: _check_all,
    tree.Guarded: _guarded,
    tree.TryUpTo: _try,
    tree.Wait: _wait,
    tree.AtOnce: lambda s: _headed("At the same time", s.body),
    tree.Action: _action,
}
