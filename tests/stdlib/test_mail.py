"""The book of mail: a real SMTP server over loopback, and the outbox folder without one."""

from __future__ import annotations

import email
import email.policy
import socket
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from kognilang import File, List, Person, Problematic, Record
from tests.stdlib.mail_server import MailServer
from tests.stdlib.place import Place, call, happened


class _Post:
    """Takes mail in; refuses what it is told to refuse."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.reply = ""

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address.startswith("nobody@"):
            return "550 no such mailbox here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.reply:
            return self.reply
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        self.mails.append(message)
        return "250 taken"


@pytest.fixture
def post(here: Place) -> Iterator[_Post]:
    post = _Post()
    server = MailServer(post)
    server.start()
    here.settings.update({
        "mail.server": "127.0.0.1", "mail.port": server.port, "mail.security": "none",
        "mail.from": "AP <ap@example.com>",
    })  # fmt: skip
    yield post
    server.stop()


def _outbox(here: Place) -> list[EmailMessage]:
    found = []
    for path in sorted((here.workspace / "outbox").glob("*.eml")):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        found.append(message)
    return found


def test_mail_goes_to_the_server_once_and_can_be_told(here: Place, post: _Post) -> None:
    args: dict[str, Any] = {"here": here, "subject": "Zahlung für Sie", "body": "Grüße\n€ 5"}
    assert happened("mail.send_email", "a@example.com", **args) is False
    call("mail.send_email", "a@example.com", **args)
    (mail,) = post.mails
    assert mail["Subject"] == "Zahlung für Sie"
    assert mail["From"] == "AP <ap@example.com>"
    assert mail.get_content().replace("\r\n", "\n") == "Grüße\n€ 5\n"
    assert happened("mail.send_email", "a@example.com", **args) is True


def test_the_message_id_comes_from_the_key(here: Place) -> None:
    for key in ("k1", "k1", "k2"):
        here.key = key
        call("mail.send_email", "a@example.com", here=here, subject="x", body="y")
    ids = {mail["Message-ID"] for mail in _outbox(here)}
    assert len(_outbox(here)) == len(ids) == 2
    call("mail.send_email", "b@example.com", here=here, subject="x", body="y")
    assert len(_outbox(here)) == 3, "another mail never takes the place of one"


def test_a_mail_that_may_have_gone_is_not_known(here: Place, post: _Post) -> None:
    """The machine died after the mail was handed over and before the reply was noted."""
    call("mail.send_email", "a@example.com", here=here, subject="x", body="y")
    (copy,) = (here.workspace / "sent").glob("*.eml")
    copy.rename(copy.with_suffix(".sending"))
    assert happened("mail.send_email", "a@example.com", here=here, subject="x", body="y") is None


def test_a_refused_mail_is_told_and_can_be_tried_again(here: Place, post: _Post) -> None:
    post.reply = "554 mailbox full of spam"
    with pytest.raises(Problematic) as problem:
        call("mail.send_email", "a@example.com", here=here, subject="x", body="y")
    assert "mailbox full of spam" in problem.value.message
    assert happened("mail.send_email", "a@example.com", here=here, subject="x", body="y") is False
    post.reply = ""
    call("mail.send_email", "a@example.com", here=here, subject="x", body="y")
    assert len(post.mails) == 1


def test_a_recipient_that_the_server_does_not_know(here: Place, post: _Post) -> None:
    with pytest.raises(Problematic) as problem:
        call("mail.send_email", "nobody@example.com", here=here, subject="x", body="y")
    assert "nobody@example.com" in problem.value.message
    assert "no such mailbox" in problem.value.message


def test_a_server_that_is_not_there(here: Place) -> None:
    with socket.socket() as silent:  # Whoever does not listen keeps the port from all others.
        silent.bind(("127.0.0.1", 0))
        port = silent.getsockname()[1]
        here.settings.update(
            {"mail.server": "127.0.0.1", "mail.port": port, "mail.security": "none"}
        )
        message = {"subject": "x", "body": "y"}
        with pytest.raises(Problematic) as problem:
            call("mail.send_email", "a@example.com", here=here, **message)
        assert problem.value.problem == "unreachable"
        assert happened("mail.send_email", "a@example.com", here=here, **message) is False


def test_people_records_and_lists_are_recipients(here: Place) -> None:
    record = Record(fields={"name": "Bo", "E-Mail": "bo@example.com"})
    person = Person("Ann", "ann@example.com")
    call("mail.send_email", List(items=[person, record, "c@d.org"]), here=here, body="hi")
    (mail,) = _outbox(here)
    assert mail["To"] == "Ann <ann@example.com>, Bo <bo@example.com>, c@d.org"


@pytest.mark.parametrize(
    "address",
    ["", "bob", "a@b@c", "a b@c.de", "x@y.de\nBcc: spy@evil.org", "a@.de", Person("Bob"), Record()],
)
def test_what_is_no_address_is_refused(here: Place, address: Any) -> None:
    with pytest.raises(Problematic) as problem:
        call("mail.send_email", address, here=here, body="hi")
    assert problem.value.problem == "no-address"
    assert not (here.workspace / "outbox").exists()


def test_a_subject_over_lines_cannot_add_headers(here: Place) -> None:
    call("mail.send_email", "a@b.de", here=here, subject="Hi\r\nBcc: spy@evil.org", body="x")
    (mail,) = _outbox(here)
    assert mail["Bcc"] is None and mail["Subject"] == "Hi Bcc: spy@evil.org"


def test_files_are_attached(here: Place) -> None:
    (here.workspace / "a.pdf").write_bytes(b"%PDF-1.4 \0\xff")
    call("mail.send_email", "a@b.de", here=here, body="x", attachment=File(Path("a.pdf")))
    (mail,) = _outbox(here)
    (part,) = mail.iter_attachments()
    assert part.get_filename() == "a.pdf"
    assert part.get_payload(decode=True) == b"%PDF-1.4 \0\xff"
