"""The inbox: emails read from a folder of files, and over IMAP from a real socket."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest

from kognilang import Problematic, Record
from kognilang.session import Session
from tests.stdlib.place import Place, call
from tests.workers.imap import Box


def put(
    here: Place, name: str, raw: bytes = b"", folder: str = "inbox", **headers: str
) -> EmailMessage:
    """Lay an email into the inbox."""
    mail = EmailMessage()
    mail["From"] = headers.get("sender", "Ann Lee <ann@example.com>")
    mail["To"] = "us@example.com, Bo <bo@example.com>"
    mail["Subject"] = headers.get("subject", name)
    mail["Date"] = headers.get("date", "Fri, 20 Nov 2026 10:00:00 +0100")
    mail.set_content(headers.get("text", f"About {name}.\n"), subtype=headers.get("kind", "plain"))
    if "attached" in headers:
        mail.add_attachment(
            b"%PDF", maintype="application", subtype="pdf", filename=headers["attached"]
        )
    (here.workspace / folder).mkdir(exist_ok=True)
    (here.workspace / folder / f"{name}.eml").write_bytes(raw or mail.as_bytes())
    return mail


def read(here: Place, **details: object) -> list[Record]:
    return list(call("mail.read_emails", here=here, **details))


def test_an_email_is_a_record(here: Place) -> None:
    put(here, "1", subject="Grüße", text="<p>Zwei\nStück</p><p>5 €</p>", kind="html")
    (mail,) = read(here)
    assert mail.kind == "email"
    assert mail.fields["sender"] == "ann@example.com"
    assert mail.fields["sender name"] == "Ann Lee"
    assert list(mail.fields["recipients"]) == ["us@example.com", "bo@example.com"]
    assert mail.fields["subject"] == "Grüße"
    assert mail.fields["date"] == datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert mail.fields["text"] == mail.fields["body"] == "Zwei Stück\n5 €"
    assert list(mail.fields["attachments"]) == []


def test_the_oldest_comes_first_of_one_sender_since_a_day(here: Place) -> None:
    put(here, "a", date="Sat, 21 Nov 2026 10:00:00 +0000")
    put(here, "b", sender="bo@example.com")
    put(here, "c", date="Sun, 1 Nov 2026 10:00:00 +0000")
    (here.workspace / "inbox" / "note.txt").write_text("no mail")
    subjects = [one.fields["subject"] for one in read(here)]
    assert subjects == ["c", "b", "a"]
    mine = read(here, sender="ANN@example.com", since=date(2026, 11, 2))
    assert [one.fields["subject"] for one in mine] == ["a"]
    assert [one.fields["subject"] for one in read(here, sender="Ann Lee")] == ["c", "a"]


@pytest.mark.parametrize(
    "title", ["order.pdf", "../../order.pdf", "..\\..\\order.pdf", "/etc/order.pdf", ".order.pdf"]
)
def test_what_is_attached_is_a_file_that_stays_in_its_folder(here: Place, title: str) -> None:
    put(here, "1", attached=title)
    for _ in range(2):
        (mail,) = read(here)
        (file,) = mail.fields["attachments"]
        assert file.path.name == "order.pdf"
        assert file.path.read_bytes() == b"%PDF"
        assert file.path.parent.parent == here.workspace / ".kognilang" / "mail"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0\xff no headers",
        b"From: \xff\xfe <\nDate: never\n\nhi",
        b"Content-Type: text/plain; charset=martian\n\nhi",
        b"Content-Type: multipart/mixed\n\nhi",
        b"Content-Transfer-Encoding: base64\n\n!!!",
        b"From: =?utf-8?q?=ff?= <a@b.de>\nSubject: =?x?y?z?=\n\nhi",
    ],
)
def test_a_mail_that_breaks_the_rules_is_read_as_far_as_it_goes(here: Place, raw: bytes) -> None:
    put(here, "1", raw or b"\n")
    (mail,) = read(here)
    assert mail.fields["date"] is None
    assert isinstance(mail.fields["text"], str)


def test_no_inbox_is_said(here: Place) -> None:
    with pytest.raises(Problematic, match="inbox") as problem:
        read(here)
    assert problem.value.problem == "missing-file"


def test_another_folder_can_be_the_inbox(here: Place) -> None:
    here.settings["mail.inbox"] = "in"
    put(here, "1", folder="in")
    assert len(read(here)) == 1


@pytest.fixture
def box(here: Place) -> Iterator[Box]:
    made = Box()
    here.settings["connections.mailbox"] = made.url
    yield made
    made.shutdown()
    made.server_close()


def test_a_mailbox_is_read_over_imap_as_often_as_wished(here: Place, box: Box) -> None:
    box.put("Order 1", attached=b"%PDF")
    box.put("Order 2", sender="bo@example.com")
    for _ in range(2):
        first, second = read(here)
        assert (first.fields["subject"], second.fields["subject"]) == ("Order 1", "Order 2")
        (file,) = first.fields["attachments"]
        assert file.path.name == "order.pdf"
    assert [one.fields["subject"] for one in read(here, sender="bo@example.com")] == ["Order 2"]


def test_what_the_mail_server_refuses_is_said_without_the_password(here: Place, box: Box) -> None:
    here.settings["connections.mailbox"] = box.url.replace("secret", "hushhush")
    with pytest.raises(Problematic, match="wrong password") as problem:
        read(here)
    assert problem.value.problem == "refused"
    assert "hushhush" not in problem.value.message


def test_a_mailbox_that_is_not_there(here: Place, box: Box) -> None:
    box.shutdown()
    box.server_close()
    with pytest.raises(Problematic, match="cannot be reached") as problem:
        read(here)
    assert problem.value.problem == "unreachable"


def test_a_procedure_reads_the_inbox(here: Place) -> None:
    put(here, "1", subject="Order 7", attached="o.pdf")
    (here.workspace / "kognilang.toml").write_text('"time zone" = "UTC"\n')
    (here.workspace / "r.kog").write_text(
        "Read the emails in the inbox as the emails.\nFor each email in the emails:\n"
        "    Say \"{the email's sender}: {the email's subject}, {the email's date}\".\n"
        "    For each attachment in the email's attachments, say the attachment's name.\n"
    )
    said: list[str] = []
    session = Session(here.workspace, no_input=True, out=said.append)
    view = session.start(here.workspace / "r.kog")
    assert view.status == "finished"
    assert said == ["ann@example.com: Order 7, 2026-11-20 09:00", "o.pdf"]
    assert session.verify(view.id) == ""
    session.close()
