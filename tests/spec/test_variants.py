"""Every row of the table of variants: what is accepted means what it says, the rest is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kognilang.language.printer import print_file
from kognilang.language.reading import read
from kognilang.session import Session
from kognilang.text.source import Source

PAGE = Path(__file__).resolve().parents[2] / "docs" / "language" / "variants.md"


def _rows() -> list[list[str]]:
    found = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = re.findall(r"`([^`]+)`", line) if line.startswith("| `") else []
        if cells:
            found.append([re.sub(r" ?⏎", "\n", cell) + "\n" for cell in cells])
    return found


ACCEPTED = [row for row in _rows() if len(row) == 2]
REFUSED = [row for row in _rows() if len(row) == 3]


def test_there_are_rows() -> None:
    assert len(ACCEPTED) > 90
    assert len(REFUSED) > 15


@pytest.mark.parametrize("row", ACCEPTED, ids=[row[0].strip() for row in ACCEPTED])
def test_a_variant_means_the_same(row: list[str]) -> None:
    written, canonical = (read(Source("page.kog", text)) for text in row)
    assert [problem.name for problem in (*written.problems, *canonical.problems)] == []
    assert written.file == canonical.file
    printed = read(Source("page.kog", print_file(written.file)))
    assert printed.file == written.file


@pytest.mark.parametrize("row", REFUSED, ids=[row[0].strip() for row in REFUSED])
def test_a_variant_is_refused(row: list[str], tmp_path: Path) -> None:
    wrong, name, right = row
    file = tmp_path / "page.kog"
    file.write_text(wrong, encoding="utf-8")
    session = Session(tmp_path, no_input=True)
    try:
        problems = session.check(file).problems
    finally:
        session.close()
    assert name.strip() in [problem.name for problem in problems]
    assert not read(Source("page.kog", right)).problems or right.startswith("Otherwise")
