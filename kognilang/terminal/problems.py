"""Problems of a text, on standard error or as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from kognilang.problems.problem import Problem
from kognilang.terminal.screen import Screen


def show(problems: Sequence[Problem], screen: Screen) -> None:
    """Show problems and warnings one after the other, in the order of the text."""
    from kognilang.problems.rendering import render_all

    if problems:
        screen.tell(render_all(problems, screen.colour, screen.text_width))
        screen.tell()


def refuse(problems: Sequence[Problem], screen: Screen) -> None:
    """Show the problems that keep a text from running, and how many there are."""
    wrong = [problem for problem in problems if not problem.warning]
    if screen.json:
        from kognilang.problems.rendering import to_json

        screen.fail(headline(wrong), problems=[to_json(problem) for problem in problems])
        return
    show(problems, screen)
    screen.tell(screen.paint("bold red", headline(wrong)))


def headline(problems: Sequence[Problem]) -> str:
    """Say how many problems there are and that nothing was run."""
    count = "One problem" if len(problems) == 1 else f"{len(problems)} problems"
    files = dict.fromkeys(p.source.name for p in problems if p.source is not None)
    where = f" in {', '.join(files)}" if files else ""
    return f"{count}{where}. Nothing was run."
