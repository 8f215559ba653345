"""Runs whose process is gone, and other runs of the same procedure."""

from __future__ import annotations

import subprocess
import sys

from tests.patience import until
from tests.terminal.process import environment, is_running

LONG = "For each number from 1 to 1000000000:\n    Let the x be the number.\n"


def test_a_killed_run_is_told_of_with_what_to_type(kog, home, tmp_path):
    (tmp_path / "long.kog").write_text(LONG, encoding="utf-8")
    command = [sys.executable, "-m", "kognilang.terminal.main", "run", "long.kog"]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment(home), stderr=subprocess.DEVNULL
    )
    try:
        until(lambda: is_running(tmp_path), "the run")
    finally:
        process.kill()
        process.wait()
    listed = kog("runs")
    assert "r1   interrupted" in listed.out
    assert "Go on with: kog resume r1" in listed.err


def test_another_run_that_waits_is_told_of_in_a_line(kog, tmp_path):
    (tmp_path / "p.kog").write_text('Ask "Which cost centre?".\n', encoding="utf-8")
    first = kog("run", "p.kog", "--no-input")
    assert "Note:" not in first.err
    second = kog("run", "p.kog", "--no-input")
    assert "Note: the run r1 of this procedure still waits (kog inbox). This is a new run." in (
        second.err
    )
    assert "Note:" not in kog("run", "p.kog", "--no-input", "--fresh").err
