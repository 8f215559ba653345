"""Several processes at one store: one has a run at a time, none loses what another wrote."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

from kognilang.journal.records import AnswerRow, JournalRow, Unit
from kognilang.journal.store import Store
from kognilang.journal.workers import is_dead, this_worker
from tests.journal.conftest import AT, new_run, question
from tests.patience import until_it_is_stopped

HEAD = """
import sys, os, time
from kognilang.journal.records import *
from kognilang.journal.store import Store
store = Store.open(sys.argv[1])
"""


def program(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HEAD + textwrap.dedent(code), *arguments],
        stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True,
    )  # fmt: skip


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


WORKING = """
    run = store.claim("r1", sys.argv[2], lease_seconds=float(sys.argv[3]))
    print("claimed", flush=True)
    n = 0
    while True:
        n += 1
        row = JournalRow(sys.argv[2], n, "step", "", "")
        try:
            store.commit(Unit("r1", run.epoch, journal=[row]))
        except LostLease:
            print("lost", flush=True)
            break
        # Stopped here, it holds a lease but no lock of the database.
        print("between", flush=True)
        sys.stdin.readline()
"""


def test_a_worker_that_was_paused_past_its_lease_writes_nothing_more(place: str) -> None:
    store = Store.open(place)
    new_run(store, status="ready")
    one = program(WORKING, place, "one", "0.5")
    try:
        assert [said(one), said(one)] == ["claimed", "between"]
        one.send_signal(signal.SIGSTOP)
        until_it_is_stopped(one.pid)
        time.sleep(0.6)
        claimed = store.claim("r1", "two")
        store.commit(Unit("r1", claimed.epoch, journal=[JournalRow("two", 1, "step", "", "")]))
        one.send_signal(signal.SIGCONT)
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
        assert said(one) == "lost"
        assert one.wait() == 0
    finally:
        one.kill()
        one.wait()
    rows = store.journal("r1")
    assert rows[-1].lane == "two"
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert store.verify("r1").intact


def test_the_run_of_a_killed_process_can_be_taken_at_once(tmp_path: Path) -> None:
    place = str(tmp_path / "store.db")
    store = Store.open(place)
    new_run(store, status="ready")
    one = program(WORKING, place, "", "3600")
    assert [said(one), said(one)] == ["claimed", "between"]
    one.kill()
    one.wait()
    claimed = store.claim("r1")
    assert claimed.epoch == 3 and claimed.seq == len(store.journal("r1")) > 0
    assert store.verify("r1").intact


def test_a_living_process_is_not_dead_and_a_gone_one_is() -> None:
    assert not is_dead(this_worker())
    name = subprocess.run(
        [sys.executable, "-c",
         "from kognilang.journal.workers import this_worker; print(this_worker())"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    assert is_dead(name) == Path("/proc/self/stat").exists()
    assert not is_dead("elsewhere:1:2:") and not is_dead("") and not is_dead("worker 1")


def test_killing_at_any_moment_leaves_whole_units(tmp_path: Path) -> None:
    place = str(tmp_path / "store.db")
    store = Store.open(place)
    new_run(store, status="ready")
    code = """
        run = store.claim("r1", "w%d" % os.getpid(), lease_seconds=-1)
        n = int(run.frame.decode().strip("{}") or 0)
        print("go", flush=True)
        while True:
            n += 1
            rows = [JournalRow("", n, "step", "", "")] * 3
            store.commit(Unit("r1", run.epoch, frame=b"%d" % n, journal=rows,
                              objects=[ObjectRow("o", n, b"%d" % n)]))
    """
    for round in range(6):
        process = program(code, place)
        assert said(process) == "go"
        time.sleep(0.01 + 0.013 * round)
        process.kill()
        process.wait()
        fresh = Store.open(place)
        found = fresh.run("r1")
        assert found is not None
        done = int(found.frame.decode().strip("{}") or 0)
        assert found.seq == 3 * done
        assert [row.sentence for row in fresh.journal("r1")][2::3] == list(range(1, done + 1))
        if done:
            assert fresh.objects("r1", ["o"])["o"].version == done
        assert fresh.verify("r1").intact
        fresh.close()


def test_many_programs_give_one_answer_and_one_counts(place: str) -> None:
    store = Store.open(place)
    run = new_run(store)
    store.commit(Unit(run.id, 1, status="parked", questions=[question("q1", run.id)]))
    code = """
        print("ready", flush=True)
        sys.stdin.readline()
        print(store.answer(AnswerRow(sys.argv[2], "q1", sys.argv[2], sys.argv[2], "t")), flush=True)
    """
    people = [program(code, place, f"person {n}") for n in range(4)]
    for each in people:
        assert said(each) == "ready"
    for each in people:
        assert each.stdin is not None
        each.stdin.write("\n")
        each.stdin.flush()
    won = [said(each) for each in people]
    for each in people:
        each.communicate()
    assert sorted(won) == ["False", "False", "False", "True"]
    counted = store.answer_of("q1")
    assert counted is not None and counted.by == f"person {won.index('True')}"
    found = store.run(run.id)
    assert found is not None and found.status == "ready"
    assert not store.answer(AnswerRow("late", "q1", "x", "late", AT))


def test_several_programs_make_one_store(place: str) -> None:
    code = """
        for _ in range(20):
            print(store.next_id("r"), flush=True)
    """
    programs = [program(code, place) for _ in range(3)]
    ids = [line for each in programs for line in each.communicate()[0].split()]
    assert sorted(ids, key=lambda id: int(id[1:])) == [f"r{n}" for n in range(1, 61)]
    if not place.startswith("postgresql"):
        assert not [each for each in os.listdir(Path(place).parent) if "new" in each]  # noqa: PTH208
