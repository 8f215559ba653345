"""Findings: what became of an example, line by line, as data."""

from __future__ import annotations

from kognilang.dataclass import dataclass, field
from kognilang.problems.problem import Problem

Sentence = tuple[str, int, str]
"""A sentence by its file, line and canonical words."""


@dataclass(slots=True)
class Finding:
    """What became of one line of an example: whether it holds, else what came instead."""

    line: int
    sentence: str
    holds: bool
    expected: str = ""
    got: str = ""
    detail: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ExampleResult:
    """One example, run. `status` is `passed`, `failed` or `not understood`.

    `did` are the writes and procedures that were noted, in words; `asked` are (who, question,
    answer or None); `reached` the sentences that ran.
    """

    file: str
    line: int
    title: str
    status: str
    findings: list[Finding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    did: list[str] = field(default_factory=list)
    asked: list[tuple[str, str, str | None]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    reached: frozenset[Sentence] = frozenset()
