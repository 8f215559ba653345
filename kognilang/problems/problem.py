"""A problem: something wrong with a text, as data that says how to mend it."""

from __future__ import annotations

from kognilang.dataclass import dataclass, field
from kognilang.text.source import NOWHERE, Source, Span


@dataclass(slots=True)
class Problem:
    """One thing that is wrong with (or worth a warning about) a text.

    `name` is the entry of the catalogue (`unknown-verb`), which fixes the code
    (`KL201`) and is the name of its test. `summary` is one line in the reader's
    words. `understood` tells what was understood up to there, one fact a line.
    `candidates` are sentences that would work, made from the writer's own words;
    each must parse. `readings` are the meanings a sentence could have, as canonical
    sentences, where it has several. `detail` carries further lines of explanation.
    """

    name: str
    summary: str
    source: Source | None = None
    span: Span = NOWHERE
    understood: list[str] = field(default_factory=list)
    candidates: list[str] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)
    detail: list[str] = field(default_factory=list)
    warning: bool = False

    @property
    def line(self) -> int:
        """The line of the source on which the problem begins; 0 without a source."""
        return self.source.line_of(self.span[0]) if self.source is not None else 0


class TextRefused(Exception):
    """A text could not be read or understood; `problems` says all that is wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(p.summary for p in problems))
        self.problems = problems
