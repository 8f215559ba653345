"""The printer: the tree as canonical sentences, the inverse of the parser.

    parse(print(tree)) == tree

Blocks are indented by four spaces, `and` mixed with `or` is a list, forms in words stand in
parentheses where arithmetic follows. Titles and notes are kept where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.language import tree
from kognilang.language.printing.blocks import indented
from kognilang.language.printing.conditions import condition
from kognilang.language.printing.marks import print_tokens as _tokens
from kognilang.language.printing.marks import spelled_as
from kognilang.language.printing.steps import lines_after, lines_of
from kognilang.language.printing.values import value
from kognilang.language.tree import Cond, Definition, Expr, File, Step, Title, Token
from kognilang.text.source import NOWHERE, Source


def print_file(file: File, source: Source | None = None) -> str:
    """Return a whole file as text, with a final line end.

    A blank line stands around titles, around definitions that have a body, and between
    definitions and steps. With the source that the file was read from, blank lines stay also
    where the writer left them, and names keep their capitals (`the PO number`).
    """
    if source is not None:
        with spelled_as(source.text):
            return _printed_file(file, source)
    return _printed_file(file, None)


def _printed_file(file: File, source: Source | None) -> str:
    made: list[str] = []
    before: Step | None = None
    for step in file.items:
        if before is not None and (_parted(before, step) or _left_blank(step, source)):
            made.append("")
        made += lines_after(before, step)
        before = step
    return "\n".join([line.rstrip() for line in made]) + "\n" if made else ""


def _left_blank(step: Step, source: Source | None) -> bool:
    """Whether the writer left a blank line above a step."""
    if source is None or step.span == NOWHERE:
        return False
    line = source.line_of(step.span[0])
    return line > 1 and not source.line_text(line - 1).strip()


def print_step(step: Step, indent: int = 0) -> str:
    """Return a step with its block, moved to the right by `indent` columns, without a final line
    end."""
    return "\n".join(indented(lines_of(step), indent))


def print_expr(expr: Expr) -> str:
    """Return an expression as text within a line. A record or table, which has no such form, is
    described in parentheses."""
    return value(expr)


def print_cond(cond: Cond) -> str:
    """Return a condition as text within a line."""
    return condition(cond)


def print_tokens(tokens: Sequence[Token]) -> str:
    """Return tokens as the words they were."""
    return _tokens(tokens, value)


def _parted(before: Step, step: Step) -> bool:
    """Whether a blank line stands between two steps of the top level."""
    if isinstance(before, Title) or isinstance(step, Title):
        return True
    bodies = (tree.Procedure, tree.Trigger, tree.Example, tree.Learning)
    if isinstance(step, bodies) or isinstance(before, bodies):
        return True
    return isinstance(before, Definition) != isinstance(step, Definition)
