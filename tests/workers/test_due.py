"""What falls due while nobody is there is done by `kog serve`, and what never gets on is asked."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.patience import PATIENCE

from .place import Place

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc")

ESCALATED = """\
Ask the CFO "Pay?" within 3 seconds, reminding them every 1 second,
otherwise ask the controller "Pay then?".
Say "{the answer}".
"""
WAITED = 'Say "before".\nWait 1 second.\nSay "after".\n'
NOBODY = 'Ask the clerk "Ready?" within 1 second, otherwise say "nobody came".\nSay "on".\n'
UNSAID = 'Ask the clerk "Still there?" within 1 second.\nSay "late".\n'
REMINDED = 'Ask the CFO "Seen?", reminding them every 1 second.\n'
NEVER = """\
The state is "open".
Wait until the state is "shipped", checking every second, for up to 2 seconds:
    Read the file "state.txt" as the state.
Say "gone".
"""


def open_questions(place: Place) -> dict[str, str]:
    """The texts of the open questions with their ids."""
    store = place.store()
    try:
        return {one.text: one.id for one in store.questions()}
    finally:
        store.close()


def test_reminders_escalations_deadlines_and_waits_are_carried_out(place: Place) -> None:
    place.write("state.txt", "open")
    texts = (ESCALATED, WAITED, NOBODY, UNSAID, NEVER, REMINDED)
    place.submit(*(place.write(f"{number}.kog", text) for number, text in enumerate(texts)))
    place.serve()
    place.until(lambda: "Pay then?" in open_questions(place), "the controller's question")
    place.until(lambda: len(open_questions(place)) == 4, "four questions")
    place.until(lambda: 'to CFO: A reminder: "Seen?" (q' in place.told(), "a reminder")
    asked = open_questions(place)
    assert "Pay?" not in asked  # The CFO is asked no more.
    assert any(text.startswith("The clerk did not answer within 1 second") for text in asked)
    assert any(text.startswith("What was waited for did not come") for text in asked)
    assert place.told().count('to CFO: A reminder: "Pay?" (q') <= 3
    # A question that was taken back needs no reminding.
    assert '"Pay?"' not in place.kog("inbox", "--notices").stdout
    # Every question is told once, however often the run is looked at for a reminder.
    waits = [line for line in place.told().splitlines() if "waits for" in line]
    assert [sum(f" {run} (" in line for line in waits) for run in ("r1", "r6")] == [2, 1]
    # 3 says that serve, which has the run just then, takes the answer.
    assert place.kog("answer", asked["Pay then?"], "yes", "--as", "controller").returncode in (0, 3)
    done = {"r1", "r2", "r3"}
    place.until(lambda: {one.id for one in place.runs() if one.status == "finished"} == done)
    expected = {"r2": ["before", "after"], "r3": ["nobody came", "on"], "r4": [], "r5": []}

    def said() -> dict[str, list[str]]:
        lines = [line.partition(": ") for line in place.said()]
        return {run: [words for who, _, words in lines if who == run] for run in expected}

    # A run may be finished in the store a moment before its last words are heard.
    place.until(lambda: said() == expected, "all that is said")


class Stuck(ThreadingHTTPServer):
    """A web server that does not answer until it is let go."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Waiting)
        self.asked = 0
        self.free = threading.Event()


class Waiting(BaseHTTPRequestHandler):
    server: Stuck

    def do_GET(self) -> None:
        self.server.asked += 1
        self.server.free.wait(2 * PATIENCE)
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"well")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def stuck() -> Iterator[Stuck]:
    made = Stuck()
    threading.Thread(target=made.serve_forever, args=(0.02,), daemon=True).start()
    yield made
    made.free.set()
    made.shutdown()
    made.server_close()


def test_a_step_at_which_workers_die_again_and_again_is_asked_about(
    place: Place, stuck: Stuck
) -> None:
    address = f"127.0.0.1:{stuck.server_port}"
    place.write("kognilang.toml", f'[workers]\nlease = 3\n[web]\nhosts = ["{address}"]\n')
    text = f'Read the web address "http://{address}/" as the text.\nSay the text.\n'
    place.submit(place.write("s.kog", text))
    serve = place.serve("--workers", "1")
    for count in (1, 2, 3):
        place.until(lambda count=count: stuck.asked >= count, f"try {count}")  # type: ignore[misc]
        for worker in place.workers(serve):
            os.kill(worker, signal.SIGKILL)
    place.until(lambda: open_questions(place), "the question")
    ((text, question),) = open_questions(place).items()
    assert text.startswith("The program broke off ")
    assert "at this step: Read the web address" in text
    assert stuck.asked == 3
    assert place.told().count("has died") == 3
    stuck.free.set()
    shown = place.kog("inbox").stdout
    assert "s.kog, line 1" in shown
    assert place.kog("answer", question, "try again").returncode in (0, 3)
    place.until(lambda: [one.status for one in place.runs()] == ["finished"])
    assert stuck.asked == 4
