"""Real `kill -9`: a killed run, taken up again, ends as an undisturbed one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kognilang.session import Session
from tests.patience import PATIENCE

ROWS = 40

TEXT = """\
Read the spreadsheet "orders.csv" as the orders.
Create a list called the done orders.
Process each order as follows:
    Add a row to the spreadsheet "out/payments.csv" with
        the id: the order's id
        the double: the order's amount times 2
    Add the order to the done orders.
Say "{the number of the done orders} orders, {the total of the done orders' amounts}."
"""

WORKER = """
import sys
from pathlib import Path
from kognilang.session import Session
session = Session(Path(sys.argv[1]), out=print)
if sys.argv[2] == "start":
    view = session.start(Path(sys.argv[1]) / "pay.kog")
else:
    view = session.advance("r1")
assert view.status == "finished", (view.status, [one.text for one in view.questions])
"""


def workspace(folder: Path) -> Path:
    folder.mkdir()
    (folder / "kognilang.toml").write_text('currency = "USD"\n')
    (folder / "pay.kog").write_text(TEXT)
    lines = ["id,amount", *(f"o{n},{n}" for n in range(ROWS))]
    (folder / "orders.csv").write_text("\n".join(lines) + "\n")
    return folder


def worker(folder: Path, how: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder), how],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    folder = workspace(tmp_path_factory.mktemp("calm") / "w")
    said: list[str] = []
    Session(folder, out=said.append).start(folder / "pay.kog")
    return (folder / "out" / "payments.csv").read_text(), said[0]


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
@pytest.mark.parametrize("moments", [(1, 7, 23), (0, 12, 39)])
def test_killed_anywhere_it_ends_the_same(
    tmp_path: Path, calm: tuple[str, str], moments: tuple[int, ...]
) -> None:
    folder = workspace(tmp_path / "w")
    out = folder / "out" / "payments.csv"
    how = "start"
    for rows in moments:
        process = worker(folder, how)
        how = "resume"
        until = time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < until:
            if out.exists() and out.read_text().count("\n") > rows:
                process.send_signal(signal.SIGKILL)
                break
            time.sleep(0.001)
        _, errors = process.communicate()
        assert process.returncode in (0, -signal.SIGKILL), errors
    process = worker(folder, how)
    _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, errors
    assert out.read_text() == calm[0]
    session = Session(folder)
    effects = session.store.effects("r1")
    assert {one.status for one in effects} == {"done"}
    assert len(effects) == ROWS
    assert session.verify("r1") == ""
