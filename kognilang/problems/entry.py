"""An entry of the catalogue: one kind of problem, and the page that explains it."""

from __future__ import annotations

from kognilang.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of problem.

    `code` (`KL204`) never changes its meaning and is never used again. `name` is what the
    programs say (`ambiguous-date`). `title` is one line. `text` tells why it is a problem and
    what to do, in the words of a clerk. `wrong` is a text that has the problem, `right` one
    that has not; both are of the language.
    """

    code: str
    name: str
    title: str
    text: str
    wrong: str = ""
    right: str = ""
