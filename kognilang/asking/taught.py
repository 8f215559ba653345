"""A learning as text of the language: its situation, its conditions, what it does.

When the invoice's PO number is missing while matching an invoice:
    If the invoice's vendor is "Acme":
        Set the invoice's PO number to "NONE".
        Try again.
"""

from __future__ import annotations

from kognilang.asking.situations import HEADS, Situation, of_head
from kognilang.dataclass import dataclass
from kognilang.language import tree
from kognilang.language.printer import print_cond, print_step, print_tokens
from kognilang.language.printing.marks import spelled_as
from kognilang.language.reading import read
from kognilang.problems.problem import Problem
from kognilang.text.source import Source

_RESUMING = ("try again", "try it again", "skip this step")


@dataclass(slots=True)
class Taught:
    """A learning, read. `text` is its canonical text, `body` that of its steps; `conditions` are
    what must hold for all that it does. `title` is the heading above it, if any."""

    text: str
    situation: Situation
    conditions: tuple[str, ...]
    body: str
    actions: str
    """What it does once its conditions hold."""
    title: str = ""


def read_learning(text: str) -> Taught:
    """Read the one learning of a text. Raises NotTaught."""
    found = read_learnings(Source("the learning", text))
    if len(found) != 1:
        raise NotTaught([_problem(f"This should be one learning, not {len(found)}.", text)])
    return found[0]


def read_learnings(source: Source) -> list[Taught]:
    """Read the learnings of a text, in order; titles and notes may stand among them.

    Raises NotTaught, with all that is wrong.
    """
    reading = read(source)
    problems = [one for one in reading.problems if not one.warning]
    found: list[Taught] = []
    title = ""
    with spelled_as(source.text):
        for item in reading.file.items:
            if isinstance(item, tree.Title):
                title = item.text
            elif isinstance(item, tree.Learning):
                taught = _taught(item, source, title, problems)
                if taught is not None:
                    found.append(taught)
            elif not isinstance(item, tree.Note | tree.Unread):
                problems.append(_unlike(item, source))
    if problems:
        raise NotTaught(problems)
    return found


class NotTaught(Exception):
    """A text is no learning; `problems` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0].summary)
        self.problems = problems


def taught_of(item: tree.Learning) -> Taught | None:
    """Return a learning of a tree that has been read; None where its head names no situation."""
    situation = of_head(print_tokens(item.condition), print_tokens(item.during))
    if situation is None:
        return None
    conditions, actions = _conditions(item.body)
    return Taught(
        print_step(item),
        situation,
        tuple(print_cond(one) for one in conditions),
        "\n".join(print_step(step) for step in item.body),
        "\n".join(print_step(step) for step in actions),
    )


def _taught(
    item: tree.Learning, source: Source, title: str, problems: list[Problem]
) -> Taught | None:
    taught = taught_of(item)
    if taught is None:
        problems.append(head_problem(item, source))
        return None
    if not decides(item.body):
        problems.append(
            Problem(
                "learning-without-end",
                "This learning does not say what becomes of the step that could not be done.",
                source,
                item.span,
                detail=["End it with what should be done then."],
                candidates=["Try again.", "Skip this step.", "Stop."],
            )
        )
        return None
    taught.title = title
    return taught


def head_problem(item: tree.Learning, source: Source) -> Problem:
    """Say that a head names no situation that the language knows."""
    return Problem(
        "learning-head",
        "I don't know which question this should answer: "
        f'"{print_tokens(item.condition)}" names no situation.',
        source,
        item.span,
        detail=["Write what is missing or which check fails, and while doing what."],
        candidates=list(HEADS),
    )


def _unlike(item: tree.Step, source: Source) -> Problem:
    return Problem(
        "not-a-learning",
        "Only learnings stand in such a file, and this is none.",
        source,
        item.span,
        candidates=[HEADS[0]],
    )


def _problem(summary: str, text: str) -> Problem:
    return Problem("not-a-learning", summary, Source("the learning", text), (0, 0))


def _conditions(body: tree.Body) -> tuple[list[tree.Cond], tree.Body]:
    """Return what must hold for a body to do anything, and what it does then."""
    found: list[tree.Cond] = []
    steps = tuple(one for one in body if not isinstance(one, tree.Note))
    while len(steps) == 1 and isinstance(steps[0], tree.If):
        one = steps[0]
        if len(one.branches) != 1 or one.otherwise:
            break
        condition, steps = one.branches[0]
        if isinstance(condition, tree.And):
            found += condition.parts
        else:
            found.append(condition)
    return found, steps


def decides(body: tree.Body) -> bool:
    """Whether somewhere in a body it is said what becomes of the step that asked."""
    for step in body:
        if isinstance(step, tree.SkipItem | tree.Stop | tree.Return):
            return True
        if isinstance(step, tree.Action):
            words = " ".join(token.text for token in step.tokens)
            if words in _RESUMING or words.startswith(("skip this ", "try again", "retry")):
                return True
        if isinstance(step, tree.If):
            branches = [steps for _, steps in step.branches]
            if any(decides(steps) for steps in (*branches, step.otherwise or ())):
                return True
    return False
