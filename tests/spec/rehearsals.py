"""Runs the examples of a page's procedure and holds what is told against the page."""

from __future__ import annotations

from pathlib import Path

from kognilang.session import Session
from kognilang.session.rehearsing import rehearsed


def told(session: Session, file: Path) -> list[str]:
    """Return what the examples of a file came to, a line each, as the pages write it."""
    lines = []
    statuses: dict[str, int] = {}
    for result in rehearsed(session, file).results:
        statuses[result.status] = statuses.get(result.status, 0) + 1
        for finding in result.findings:
            if not finding.holds:
                lines.append(f"line {finding.line}: {finding.sentence}")
                lines.append(f"expected: {finding.expected}")
                lines.append(f"got:      {finding.got}")
        lines += [problem.summary for problem in result.problems]
    lines += [f"{number} {status}" for status, number in statuses.items()]
    return lines
