"""Once, or asked: idempotent, checkable and plain writes against a peer that counts.

The peer is a real server over HTTP or SMTP; the machine dies in every place around the call, and
the peer itself does what it was asked and goes away without a word.
"""

from __future__ import annotations

import email
import email.policy
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kognilang.journal.records import Unit
from kognilang.journal.store import Store
from kognilang.session import Session
from tests.patience import until
from tests.running.replays import held
from tests.stdlib.mail_server import MailServer
from tests.stdlib.peer import Peer, peering

ROOT = Path(__file__).parents[2]

PLAIN = """\
Post to the web address "http://{host}/orders" with
    the id: 1
    the amount: $12
Say "Posted."
"""
CHECKED = """\
Post to the web address "http://{host}/orders" checked at "http://{host}/orders/1" with
    the id: 1
Say "Posted."
"""
ONCE = """\
Post once to the web address "http://{host}/orders" with
    the id: 1
Say "Posted."
"""


class Crash(BaseException):
    """The machine died."""


@pytest.fixture
def peer() -> Iterator[Peer]:
    with peering() as found:
        yield found


def books(folder: Path, peer: Peer, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "kognilang.toml").write_text(
        f'[web]\nhosts = ["{peer.host}"]\n"time out" = 1\n'
        f'[web."{peer.host}"]\nheaders = {{ X-Token = "Bearer ${{PEER_TOKEN}}" }}\n'
    )
    (folder / ".kognilang").mkdir(exist_ok=True)
    (folder / ".kognilang" / "secrets.toml").write_text('PEER_TOKEN = "tell-nobody-4711"\n')
    (folder / "send.kog").write_text(text.replace("{host}", peer.host))
    return folder


def dying(store: Store, at: int, after: bool) -> None:
    """Let the program die before or after its commit number `at`."""
    count = 0
    commit = store.commit

    def mortal(unit: Unit) -> str:
        nonlocal count
        count += 1
        if count > at:
            raise Crash
        if count == at:
            if after:
                commit(unit)
            raise Crash
        return commit(unit)

    store.commit = mortal  # type: ignore[method-assign]


def carried(
    folder: Path, crash: tuple[int, bool] | None, happened: Callable[[], bool], said: list[str]
) -> int:
    """Run it to its end through one crash; return how often a person was asked whether it was."""
    asked = 0
    session = Session(folder, no_input=True, out=said.append)
    if crash is not None:
        dying(session.store, *crash)
    try:
        view = session.start(folder / "send.kog")
    except Crash:
        session = Session(folder, no_input=True, out=said.append)
        if not session.runs():
            view = session.start(folder / "send.kog")
        else:
            view = session.advance("r1")
    while view.status == "parked":
        (question,) = view.questions
        assert question.problem == "interrupted-write", question.text
        asked += 1
        assert session.answer(question.id, "yes" if happened() else "no").accepted
        view = session.advance(view.id)
    assert view.status == "finished"
    held(session, view.id)
    assert session.verify(view.id) == ""
    return asked


@pytest.mark.parametrize(
    ("text", "asks"),
    [(PLAIN, True), (CHECKED, False), (ONCE, False)],
    ids=["plain", "checked", "once"],
)
def test_a_crash_around_the_call_never_writes_twice(
    tmp_path: Path, peer: Peer, text: str, asks: bool
) -> None:
    questions = 0
    for at in range(1, 5):
        for after in (False, True):
            peer.done.clear()
            peer.orders.clear()
            peer.keys.clear()
            folder = books(tmp_path / f"{at}{after}", peer, text)
            said: list[str] = []
            questions += carried(folder, (at, after), lambda: bool(peer.done), said)
            assert [path for _, path, _ in peer.done] == ["/orders"], (at, after)
            assert set(said) == {"Posted."}
    assert bool(questions) is asks


@pytest.mark.parametrize(("text", "asks"), [(PLAIN, 1), (CHECKED, 0)], ids=["plain", "checked"])
def test_an_answer_that_got_lost_is_asked_about_or_looked_up(
    tmp_path: Path, peer: Peer, text: str, asks: int
) -> None:
    peer.mood = ["lost"]
    said: list[str] = []
    folder = books(tmp_path / "w", peer, text)
    assert carried(folder, None, lambda: bool(peer.done), said) == asks
    assert len(peer.done) == 1
    assert said == ["Posted."]


def test_a_request_that_was_cut_off_is_done_when_the_person_says_that_it_was_not(
    tmp_path: Path, peer: Peer
) -> None:
    peer.mood = ["cut"]
    folder = books(tmp_path / "w", peer, PLAIN)
    assert carried(folder, None, lambda: bool(peer.done), []) == 1
    assert len(peer.done) == 1


def test_an_idempotent_write_is_tried_again_with_its_key(tmp_path: Path, peer: Peer) -> None:
    peer.mood = ["lost"]
    session = Session(books(tmp_path / "w", peer, ONCE), no_input=True)
    view = session.start(tmp_path / "w" / "send.kog")
    (question,) = view.questions
    assert question.problem == "unsure"
    assert session.answer(question.id, "try again").accepted
    assert session.advance("r1").status == "finished"
    keys = [headers["Idempotency-Key"] for method, _, headers in peer.heard if method == "POST"]
    assert len(keys) == 2 and len(set(keys)) == 1
    assert len(peer.done) == 1


def test_a_key_that_grew_stale_is_asked_about(tmp_path: Path, peer: Peer) -> None:
    folder = books(tmp_path / "w", peer, ONCE)
    begun = datetime(2026, 11, 2, 9, tzinfo=UTC)
    session = Session(folder, no_input=True, clock=lambda: begun)
    peer.mood = ["lost"]
    session.start(folder / "send.kog")
    session.answer("q1", "try again")
    session.close()
    peer.keys.clear()
    session = Session(folder, no_input=True, clock=lambda: begun + timedelta(days=9))
    view = session.advance("r1")
    (question,) = view.questions
    assert question.problem == "interrupted-write"
    assert len(peer.done) == 1
    assert session.answer(question.id, "yes").accepted
    assert session.advance("r1").status == "finished"
    assert len(peer.done) == 1


def test_the_secret_is_nowhere_in_the_workspace_but_where_it_was_put(
    tmp_path: Path, peer: Peer
) -> None:
    text = PLAIN + (
        'Read the web address "http://{host}/echo" as the echo.\n'
        'Show the echo.\nRead the web address "http://{host}/orders/999" as the lost order.\n'
    )
    folder = books(tmp_path / "w", peer, text)
    said: list[str] = []
    session = Session(folder, no_input=True, out=said.append)
    view = session.start(folder / "send.kog")
    assert view.status == "parked"
    assert peer.heard[0][2]["X-Token"] == "Bearer tell-nobody-4711"
    session.show("r1")
    session.close()
    assert b"(a secret)" in b"".join(
        one.read_bytes() for one in (folder / ".kognilang").glob("store.db*")
    )
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "secrets.toml":
            assert b"tell-nobody-4711" not in path.read_bytes(), path


def test_the_password_of_the_mail_server_is_nowhere_but_where_it_was_put(tmp_path: Path) -> None:
    """The server repeats it in its replies, a person is asked about that, and a mail is kept."""
    from aiosmtpd.smtp import AuthResult

    secret = "tell-nobody-4712"
    logins: list[str] = []

    class Chatty(_Post):
        async def handle_RCPT(self, server: Any, session: Any, envelope: Any, *rest: Any) -> str:
            address = rest[0]
            if len(logins) == 1:
                return f"550 No mail for {address} by {secret}"
            envelope.rcpt_tos.append(address)
            return "250 OK"

    def login(server: Any, session: Any, envelope: Any, how: str, data: Any) -> AuthResult:
        logins.append(bytes(data.password).decode())
        return AuthResult(success=True)

    controller = MailServer(Chatty(), authenticator=login, auth_require_tls=False)
    controller.start()
    folder = letters(tmp_path / "w", controller.port)
    with (folder / "kognilang.toml").open("a") as settings:
        settings.write('user = "ap"\n')
    (folder / ".kognilang").mkdir()
    (folder / ".kognilang" / "secrets.toml").write_text(f'SMTP_PASSWORD = "{secret}"\n')
    environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state"), "PYTHONPATH": str(ROOT)}
    told = b""
    try:
        for words in (
            ["run", "send.kog", "--no-input"], ["answer", "q1", "try again", "--no-input"],
            ["show", "r1", "--json"], ["replay", "r1", "--json"], ["inbox", "--json"],
        ):  # fmt: skip
            command = [sys.executable, "-m", "kognilang.terminal.main", *words]
            ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True)
            told += ended.stdout + ended.stderr
    finally:
        controller.stop()
    assert logins == [secret] * 4
    assert b"No mail for ruth@books.example by (a secret)" in told
    assert secret.encode() not in told
    assert len(list((folder / "sent").glob("*.eml"))) == 3
    _nowhere(folder, secret)


def _nowhere(folder: Path, secret: str) -> None:
    """No file of the folder but that of the secrets has the secret, whole or as it is sent, nor
    any value of the store, packed ones included."""
    import base64

    forms = [secret.encode(), base64.b64encode(secret.encode())]
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "secrets.toml":
            content = path.read_bytes()
            assert not any(one in content for one in forms), path
    store = Store.open(folder / ".kognilang" / "store.db")
    assert store.runs()
    driver: Any = store._driver
    names = [one[0] for one in driver._connection.execute("SELECT name FROM sqlite_master "
                                                          "WHERE type = 'table'")]  # fmt: skip
    assert {"journal", "effect", "blob", "question"} <= set(names)
    for name in names:
        for row in driver._connection.execute(f"SELECT * FROM {name}"):
            for value in row:
                data = value if isinstance(value, bytes) else str(value).encode()
                assert not any(one in data for one in forms), name
    store.close()


WORKER = """
import sys
from pathlib import Path
from kognilang.session import Session
folder = Path(sys.argv[1])
session = Session(folder, no_input=True)
view = session.advance("r1") if session.runs() else session.start(folder / "send.kog")
print(view.status)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
@pytest.mark.parametrize("text", [PLAIN, CHECKED, ONCE], ids=["plain", "checked", "once"])
def test_killed_inside_the_call_it_is_done_once(tmp_path: Path, peer: Peer, text: str) -> None:
    folder = books(tmp_path / "w", peer, text)
    peer.mood = ["slow"]
    process = subprocess.Popen([sys.executable, "-c", WORKER, str(folder)], cwd=ROOT)
    until(lambda: peer.done, "the call")
    process.send_signal(signal.SIGKILL)
    process.wait()
    session = Session(folder, no_input=True)
    view = session.advance("r1")
    if view.status == "parked":
        assert text is PLAIN
        assert session.answer(view.questions[0].id, "yes").accepted
        view = session.advance("r1")
    assert view.status == "finished"
    assert len(peer.done) == 1


# -- mail ---------------------------------------------------------------------------------


class _Post:
    def __init__(self) -> None:
        self.subjects: list[str] = []
        self.crash = ""

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.subjects.append(str(message["Subject"]))
        if self.crash:
            self.crash = ""
            session_transport = server.transport
            session_transport.abort()
        return "250 OK"


MAIL = """\
For each number from 1 to 3:
    Send an email to "ruth@books.example" about "Letter {the number}" saying "Hello."
Say "Sent."
"""


@pytest.fixture
def post() -> Iterator[tuple[_Post, int]]:
    handler = _Post()
    controller = MailServer(handler)
    controller.start()
    yield handler, controller.port
    controller.stop()


def letters(folder: Path, port: int) -> Path:
    folder.mkdir()
    (folder / "kognilang.toml").write_text(
        f'[mail]\nserver = "127.0.0.1"\nport = {port}\nsecurity = "none"\n'
        'from = "ap@books.example"\n'
    )
    (folder / "send.kog").write_text(MAIL)
    return folder


def test_mail_is_sent_once_through_every_crash(tmp_path: Path, post: tuple[_Post, int]) -> None:
    handler, port = post
    for at in range(1, 7):
        for after in (False, True):
            handler.subjects.clear()
            folder = letters(tmp_path / f"{at}{after}", port)
            carried(folder, (at, after), lambda: True, [])
            assert handler.subjects == ["Letter 1", "Letter 2", "Letter 3"], (at, after)


def test_mail_whose_reply_was_lost_is_asked_about(tmp_path: Path, post: tuple[_Post, int]) -> None:
    handler, port = post
    handler.crash = "yes"
    folder = letters(tmp_path / "w", port)
    assert carried(folder, None, lambda: True, []) == 1
    assert handler.subjects == ["Letter 1", "Letter 2", "Letter 3"]
