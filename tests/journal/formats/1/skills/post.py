"""A letter box: each letter is a line of a file."""

from __future__ import annotations

from decimal import Decimal

from kognilang import Here, skill


class PowerCut(BaseException):
    """The machine died inside the call."""


@skill("post the letter {number}", effect="write")
def post_letter(number: Decimal, here: Here) -> None:
    """Post a letter."""
    with here.path("out/letters.txt", writing=True).open("a", encoding="utf-8") as file:
        file.write(f"letter {number}\n")
    if number == 2 and (here.workspace / "power-cut").exists():
        raise PowerCut
