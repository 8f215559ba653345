"""Several worker processes at one store, one of them stopped past its lease: every run is advanced
by one at a time, and what the stopped one does when it wakes counts for nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kognilang.session import Session
from tests.patience import PATIENCE, until_it_is_stopped
from tests.running.replays import held
from tests.stdlib.peer import Peer, peering

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGSTOP")

ROOT = Path(__file__).parents[2]
POSTS = 12

TEXT = """\
Ask the manager whether to begin.
For each number from 1 to {posts}:
    Post once to the web address "http://{host}/orders" with
        the id: "{the batch}-{the number}"
Say "Done."
"""

WORKER = """
import os, signal, sys, time
from pathlib import Path
from kognilang.journal.records import LostLease
from kognilang.session import Session
session = Session(Path(sys.argv[1]), no_input=True)
store = session.store
claim = store.claim
store.claim = lambda run, worker="", lease_seconds=60: claim(run, worker, 1.0)
commit = store.commit
moment, left = sys.argv[2], int(sys.argv[3])
def commits(*about):
    global left
    left -= 1
    if moment == "before" and not left:
        os.kill(os.getpid(), signal.SIGSTOP)
    found = commit(*about)
    if moment == "after" and not left:
        os.kill(os.getpid(), signal.SIGSTOP)
    return found
store.commit = commits
until = time.monotonic() + 90
while time.monotonic() < until:
    for run in store.next_ready():
        try:
            print(run, session.advance(run).status, flush=True)
        except LostLease:
            print(run, "lost", flush=True)
    if all(one.status == "finished" for one in store.runs()):
        break
    time.sleep(0.05)
"""


@pytest.fixture
def peer() -> Iterator[Peer]:
    with peering() as found:
        yield found


def prepared(folder: Path, peer: Peer, runs: int) -> Session:
    """A workspace with runs that any worker may take."""
    (folder / "kognilang.toml").write_text(f'[web]\nhosts = ["{peer.host}"]\n')
    text = TEXT.replace("{posts}", str(POSTS)).replace("{host}", peer.host)
    (folder / "send.kog").write_text(text)
    session = Session(folder, no_input=True)
    for number in range(runs):
        view = session.start(folder / "send.kog", {"batch": f"b{number}"})
        assert session.answer(view.questions[0].id, "yes", "manager").accepted
    return session


def worker(folder: Path, moment: str = "never", commits: int = 0) -> subprocess.Popen[str]:
    """A worker; one that stops itself does so before or after it commits so often."""
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder), moment, str(commits)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_worker_stopped_past_its_lease_is_fenced_off(
    tmp_path: Path, peer: Peer, moment: str, request: pytest.FixtureRequest
) -> None:
    session = prepared(tmp_path, peer, 1)
    # It does not stop while it holds the store, which would then be held for all.
    first = worker(tmp_path, moment, 8)
    request.addfinalizer(first.kill)
    until_it_is_stopped(first.pid)
    assert first.poll() is None
    assert 3 <= len(peer.done) < POSTS
    others = [worker(tmp_path) for _ in range(2)]
    for one in others:
        out, errors = one.communicate(timeout=PATIENCE)
        assert one.returncode == 0, errors
    first.send_signal(signal.SIGCONT)
    out, errors = first.communicate(timeout=PATIENCE)
    assert first.returncode == 0, errors
    assert "r1 lost" in out
    wanted = sorted(f"b0-{number}" for number in range(1, POSTS + 1))
    assert sorted(body["id"] for _, _, body in peer.done) == wanted
    row = session.store.run("r1")
    assert row is not None and (row.status, row.epoch >= 3) == ("finished", True)
    held(session, "r1")
    assert session.verify("r1") == ""


def test_several_workers_share_the_runs(tmp_path: Path, peer: Peer) -> None:
    session = prepared(tmp_path, peer, 4)
    workers = [worker(tmp_path) for _ in range(3)]
    for one in workers:
        _, errors = one.communicate(timeout=PATIENCE)
        assert one.returncode == 0, errors
    sent = [body["id"] for _, _, body in peer.done]
    assert len(sent) == len(set(sent)) == 4 * POSTS
    for row in session.runs():
        assert row.status == "finished"
        assert session.verify(row.id) == ""
