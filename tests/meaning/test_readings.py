"""Readings beside a procedure: a file that cannot be used is told, with the reason."""

from __future__ import annotations

import pytest

from kognilang.meaning.readings import load
from kognilang.problems.problem import TextRefused


@pytest.mark.parametrize("text", ["this is = = no toml", "[[reading]]\nsentence = 5\n"])
def test_a_damaged_file_is_told(tmp_path, text):
    path = tmp_path / "pay.readings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TextRefused) as refused:
        load(path)
    [problem] = refused.value.problems
    assert problem.name == "bad-readings"
    assert "pay.readings.toml" in problem.summary
