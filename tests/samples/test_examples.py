"""The samples' own examples pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.session import Session
from kognilang.session.rehearsing import rehearsed

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FILES = sorted(SAMPLES.glob("*/*-examples.kog"))


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_examples_of_a_sample(file: Path) -> None:
    before = sorted(file.parent.rglob("*"))
    session = Session(file.parent)
    try:
        done = rehearsed(session, file)
    finally:
        session.close()
    assert done.results
    for result in done.results:
        assert result.status == "passed", result
    assert all(ran for _, ran in done.sentences)
    assert sorted(file.parent.rglob("*")) == before
