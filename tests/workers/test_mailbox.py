"""Emails are read from a mailbox over IMAP: each once, with what is attached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kognilang.workers.mailbox import look

from .imap import Box
from .place import Place


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
