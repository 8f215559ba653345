"""Emails are read from a mailbox over IMAP: each once, with what is attached."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from kognilang.workers.mailbox import look

from .place import Place


class Box(socketserver.ThreadingTCPServer):
    """A mail server that speaks as much IMAP as reading needs."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Speaking)
        self.mails: dict[int, bytes] = {}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"imap://clerk:secret@127.0.0.1:{self.server_address[1]}/INBOX"

    def put(
        self, subject: str, sender: str = "Ann <ann@example.com>", attached: bytes = b""
    ) -> None:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, "us@example.com", subject
        mail.set_content(f"About {subject}.\n")
        if attached:
            mail.add_attachment(
                attached, maintype="application", subtype="pdf", filename="../../evil/order.pdf"
            )
        self.mails[len(self.mails) + 1] = mail.as_bytes()


class Speaking(socketserver.StreamRequestHandler):
    server: Box

    def handle(self) -> None:
        def say(text: str) -> None:
            self.wfile.write(text.encode() + b"\r\n")

        say("* OK ready")
        for line in self.rfile:
            tag, _, rest = line.decode().strip().partition(" ")
            verb = rest.upper()
            if verb.startswith("CAPABILITY"):
                say("* CAPABILITY IMAP4rev1")
            elif verb.startswith("LOGIN") and "secret" not in rest:
                say(f"{tag} NO wrong password")
                continue
            elif verb.startswith(("EXAMINE", "SELECT")):
                say(f"* {len(self.server.mails)} EXISTS\r\n* OK [UIDVALIDITY 7] ok")
            elif verb.startswith("UID SEARCH"):
                say("* SEARCH " + " ".join(map(str, self.server.mails)))
            elif verb.startswith("UID FETCH"):
                number = int(rest.split()[2])
                raw = self.server.mails[number]
                say(f"* {number} FETCH (UID {number} BODY[] {{{len(raw)}}}")
                self.wfile.write(raw + b")\r\n")
            elif verb.startswith("LOGOUT"):
                say(f"* BYE\r\n{tag} OK bye")
                return
            say(f"{tag} OK done")


@pytest.fixture
def box() -> Iterator[Box]:
    made = Box()
    yield made
    made.shutdown()
    made.server_close()


def test_each_unread_email_is_found_once_with_what_is_attached(box: Box, tmp_path: Path) -> None:
    box.put("Order 1", attached=b"%PDF")
    known: set[str] = set()
    (mail,) = look(box.url, tmp_path / "mail", known)
    assert (mail.key, mail.address) == ("7:1", "ann@example.com")
    assert mail.said["subject"] == "Order 1"
    assert mail.said["body"] == "About Order 1."
    (attached,) = mail.said["attachments"]
    path = Path(attached["file"])
    assert path.read_bytes() == b"%PDF"
    assert path.parent.parent == tmp_path / "mail"
    assert look(box.url, tmp_path / "mail", known) == []
    box.put("Order 2")
    assert [one.key for one in look(box.url, tmp_path / "mail", known)] == ["7:2"]


def test_an_email_begins_a_run_of_the_trigger_that_waits_for_it(box: Box, tmp_path: Path) -> None:
    folder = tmp_path / "w"
    folder.mkdir()
    place = Place(folder, f'[serve]\n"mail every" = 0.3\n[connections]\nmailbox = "{box.url}"\n')
    place.write(
        "t.kog",
        'When an email arrives from "ann@example.com" with the subject "order":\n'
        "    Say \"{the email's sender}: {the email's subject}, \"\n"
        '    Say "{the number of the email\'s attachments} files".\n',
    )
    try:
        box.put("Order 1", attached=b"%PDF")
        box.put("Order 2", sender="bob@example.com")
        box.put("Hello")
        place.serve()
        place.until(lambda: len(place.said()) == 2)
        assert place.said() == ["r1: ann@example.com: Order 1, ", "r1: 1 files"]
        assert len(place.runs()) == 1
    finally:
        place.close()


def test_a_mailbox_that_cannot_be_read_is_said_without_the_password(
    box: Box, tmp_path: Path
) -> None:
    folder = tmp_path / "w"
    folder.mkdir()
    url = box.url.replace("secret", "hushhush")
    place = Place(folder, f'[serve]\n"mail every" = 0.3\n[connections]\nmailbox = "{url}"\n')
    place.write("t.kog", 'When an email arrives:\n    Say "x".\n')
    try:
        place.serve()
        place.until(lambda: "mailbox cannot be read" in place.told())
        assert "wrong password" in place.told()
        assert "hushhush" not in place.told()
    finally:
        place.close()
