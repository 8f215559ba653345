"""`kog serve` as real processes: each event once, whoever dies in between."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.patience import PATIENCE

from .place import Place

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc")

INBOX = """\
The target is "done".

When a file arrives in the folder "inbox":
    Add a row to the spreadsheet "out.csv" with
        the name: the file's name
    Say "Took {the file's name} to {the target}."
"""


def arrive(place: Place, name: str) -> None:
    path = place.write(f"inbox/{name}", "x")
    then = time.time() - 10
    os.utime(path, (then, then))


def finished(place: Place) -> list[str]:
    return [one.id for one in place.runs() if one.status == "finished"]


def test_a_file_that_arrives_begins_one_run_and_a_stop_is_clean(place: Place) -> None:
    place.write("t.kog", INBOX)
    arrive(place, "a.txt")
    serve = place.serve()
    place.until(lambda: place.said() == ["r1: Took a.txt to done."])
    arrive(place, "b.txt")
    place.until(lambda: len(finished(place)) == 2)
    serve.send_signal(signal.SIGTERM)
    assert serve.wait(PATIENCE) == 0
    assert "Stopped." in place.told()
    again = place.serve()
    arrive(place, "c.txt")
    place.until(lambda: len(finished(place)) == 3)
    again.send_signal(signal.SIGINT)
    assert again.wait(PATIENCE) == 0
    assert place.rows() == ["a.txt", "b.txt", "c.txt"]


def test_only_one_serves_a_workspace(place: Place) -> None:
    place.write("t.kog", INBOX)
    serve = place.serve()
    lock = place.folder / ".kognilang" / "serve.lock"
    place.until(lambda: lock.exists() and lock.read_text() == str(serve.pid), "the lock")
    second = place.kog("serve")
    assert "served already" in second.stderr
    assert str(serve.pid) in place.kog("doctor").stdout


def test_killed_with_its_workers_each_event_has_one_run(place: Place) -> None:
    place.write("t.kog", INBOX)
    serve = place.serve()
    for number in range(6):
        arrive(place, f"{number}.txt")
        if number in (2, 4):
            place.until(lambda: len(place.runs()) > 0, "a first run")
            for worker in place.workers(serve):
                os.kill(worker, signal.SIGKILL)
            serve.kill()
            serve.wait()
            serve = place.serve()
    place.until(lambda: len(finished(place)) == 6, "all six")
    assert sorted(place.rows()) == [f"{number}.txt" for number in range(6)]


def test_a_request_answers_with_its_run_and_asks(place: Place) -> None:
    place.write(
        "t.kog",
        'When a request arrives at "/leave":\n'
        "    Ask the user \"Leave for {the request's name}, {the request's days} days?\" as the "
        'reply.\n    Say "Answer: {the reply}."\n',
    )
    place.serve("--port", "0")
    place.until(lambda: "Listening" in place.told())
    port = place.told().partition("127.0.0.1:")[2].split()[0]
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/leave",
        json.dumps({"name": "Bob", "days": 3}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as reply:
        run = json.load(reply)["run"]
    place.until(lambda: "waits for an answer" in place.told())
    store = place.store()
    (question,) = store.questions(run=run)
    assert question.text == "Leave for Bob, 3 days?"
    store.close()
    place.kog("answer", question.id, "yes")
    place.until(lambda: finished(place) == [run])


SLOW = """\
For each number from 1 to 8:
    Add a row to the spreadsheet "out.csv" with
        the name: the number
    Wait 1 second.
Say "all".
"""


@pytest.mark.long
def test_a_run_is_handed_over_and_goes_on_though_its_worker_is_killed(place: Place) -> None:
    place.write("s.kog", SLOW)
    handed = place.kog("run", "s.kog", "--detach")
    assert handed.stdout == "r1\n"
    assert "kog serve" in handed.stderr
    serve = place.serve()
    for count in (2, 4):
        place.until(lambda count=count: len(place.rows()) >= count)  # type: ignore[misc]
        for worker in place.workers(serve):
            os.kill(worker, signal.SIGKILL)
    place.until(lambda: finished(place) == ["r1"])
    assert place.rows() == [str(number) for number in range(1, 9)]
    assert place.said() == ["r1: all"]
    store = place.store()
    assert store.verify("r1").reason == ""
    store.close()


@pytest.mark.long
def test_a_stopped_worker_loses_its_run_and_writes_nothing_more(place: Place) -> None:
    place.write("s.kog", SLOW.replace("Wait 1 second", "Wait 2 seconds").replace("8:", "4:"))
    place.write(
        "b.kog",
        "Set the total to 0.\nFor each number from 1 to 400000:\n"
        "    Increase the total by the number.\n"
        'Add a row to the spreadsheet "out.csv" with\n    the name: the total\nSay "sum".\n',
    )
    place.kog("run", "b.kog", "--detach")
    serve = place.serve("--workers", "2")
    place.until(lambda: any(one.status == "running" for one in place.runs()))
    (busy, *_) = place.workers(serve)
    os.kill(busy, signal.SIGSTOP)
    try:
        place.until(lambda: finished(place) == ["r1"])
    finally:
        os.kill(busy, signal.SIGCONT)
    time.sleep(1)
    assert place.rows() == [str(400000 * 400001 // 2)]
    store = place.store()
    assert store.verify("r1").reason == ""
    store.close()


@pytest.mark.long
def test_a_missed_time_is_said_and_caught_up_with_once(place: Place) -> None:
    place.write("t.kog", 'Every 2 seconds:\n    Say "tick".\n')
    serve = place.serve()
    place.until(lambda: place.said())
    serve.send_signal(signal.SIGTERM)
    serve.wait(PATIENCE)
    before = len(place.runs())
    time.sleep(5)
    place.serve()
    place.until(lambda: "was missed" in place.told())
    place.until(lambda: len(finished(place)) > before)
    with sqlite3.connect(place.folder / ".kognilang" / "store.db") as store:
        runs = [row[0] for row in store.execute("SELECT run FROM event WHERE run != ''")]
    assert len(runs) == len(set(runs))
    missed = [line for line in place.told().split("\n") if "was missed" in line]
    assert len(missed) == 1


@pytest.mark.long
def test_a_changed_file_is_read_again_and_a_broken_one_is_said(place: Place) -> None:
    place.write("t.kog", 'Every weekday around 9:00:\n    Say "x".\n')
    place.serve()
    place.until(lambda: "is not understood" in place.told())
    place.write("t.kog", 'Every 2 seconds:\n    Say "mended".\n')
    place.until(lambda: any("mended" in line for line in place.said()))


@pytest.mark.long
def test_idle_it_uses_next_to_nothing_and_grows_not(place: Place) -> None:
    place.write("t.kog", INBOX + '\nEvery weekday at 9:00:\n    Say "x".\n')
    serve = place.serve()
    place.until(lambda: "Serving" in place.told())
    ticks = os.sysconf("SC_CLK_TCK")

    def used() -> tuple[float, int]:
        stat = Path(f"/proc/{serve.pid}/stat").read_text().rpartition(")")[2].split()
        pages = int(Path(f"/proc/{serve.pid}/statm").read_text().split()[1])
        return (int(stat[11]) + int(stat[12])) / ticks, pages

    begin, size = used()
    for _ in range(12):
        # On a busy machine it is a while until all procedures are read.
        time.sleep(5)
        before, (begin, size) = size, used()
        if size - before < 16:
            break
    time.sleep(20)
    end, later = used()
    assert end - begin < 0.4  # 2% of one processor, with room for a busy machine.
    assert later - size < 256  # 1 MB.
