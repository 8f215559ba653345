"""A mailbox that is watched over IMAP: which emails have arrived and were not read yet."""

from __future__ import annotations

import imaplib
import re
from email import message_from_bytes, policy
from email.utils import getaddresses, parseaddr
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from kognilang.dataclass import dataclass

PATIENCE = 20
"""Seconds to wait for the mail server."""

MOST = 100
"""Emails that are taken in one look."""


@dataclass(slots=True)
class Mail:
    """An email that has arrived; `key` tells it from every other of the mailbox for good."""

    key: str
    address: str
    said: dict[str, Any]


class Mailbox:
    """Looks into a mailbox (`imaps://user:password@host/INBOX`) every so many seconds, in a thread
    of its own. What it finds, and what went wrong, is taken with `taken`."""

    def __init__(self, url: str, folder: Path, every: float) -> None:
        self._url, self._folder, self._every = url, folder, every
        self._found: SimpleQueue[Mail | str] = SimpleQueue()
        self._over = Event()
        self._known: set[str] = set()
        self._thread = Thread(target=self._watch, daemon=True, name="mailbox")
        self._thread.start()

    def taken(self) -> list[Mail | str]:
        """Return the emails found since last time; a text says why there could be none."""
        found = []
        while not self._found.empty():
            found.append(self._found.get())
        return found

    def close(self) -> None:
        """Look no more."""
        self._over.set()

    def _watch(self) -> None:
        told = ""
        while not self._over.is_set():
            try:
                for mail in look(self._url, self._folder, self._known):
                    self._found.put(mail)
                told = ""
            except (OSError, imaplib.IMAP4.error) as fault:
                # The address may hold a password, so the words are the server's alone.
                words = f"The mailbox cannot be read: {fault}"
                if words != told:
                    told = words
                    self._found.put(words)
            self._over.wait(self._every)


def look(url: str, folder: Path, known: set[str]) -> list[Mail]:
    """Return the unread emails of a mailbox that are not known; attachments are kept in a folder.

    Raises OSError or imaplib.IMAP4.error.
    """
    parts = urlsplit(url)
    secure = parts.scheme == "imaps"
    kind = imaplib.IMAP4_SSL if secure else imaplib.IMAP4
    box = kind(parts.hostname or "", parts.port or (993 if secure else 143), timeout=PATIENCE)
    found: list[Mail] = []
    try:
        box.login(unquote(parts.username or ""), unquote(parts.password or ""))
        box.select(parts.path.strip("/") or "INBOX", readonly=True)
        validity = (box.response("UIDVALIDITY")[1] or [b"0"])[0] or b"0"
        _, answer = box.uid("SEARCH", "UNSEEN")
        unread = {f"{validity.decode()}:{uid.decode()}" for uid in (answer[0] or b"").split()}
        known &= unread
        for key in sorted(unread - known, key=lambda one: int(one.rpartition(":")[2]))[:MOST]:
            _, data = box.uid("FETCH", key.rpartition(":")[2], "(BODY.PEEK[])")
            raw = next((one[1] for one in data if isinstance(one, tuple)), None)
            if raw is not None:
                found.append(_mail(key, raw, folder / re.sub(r"\W", "-", key)))
                known.add(key)
    finally:
        try:
            box.logout()
        except (OSError, imaplib.IMAP4.error):
            box.shutdown()
    return found


def _mail(key: str, raw: bytes, folder: Path) -> Mail:
    message = message_from_bytes(raw, policy=policy.default)
    name, address = parseaddr(str(message.get("From", "")))
    part = message.get_body(("plain", "html"))
    body = part.get_content() if part is not None else ""
    files = []
    for number, attached in enumerate(message.iter_attachments(), 1):
        content = attached.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        # What a stranger calls a file must not lead out of the folder.
        title = Path(attached.get_filename() or f"attachment-{number}").name or f"{number}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / title).write_bytes(content)
        files.append({"file": str(folder / title)})
    recipients = [one for _, one in getaddresses([str(v) for v in message.get_all("To", [])])]
    said = {
        "sender": address, "sender name": name, "recipients": recipients,
        "subject": str(message.get("Subject", "")), "body": str(body).strip(),
        "date": str(message.get("Date", "")), "attachments": files,
    }  # fmt: skip
    return Mail(key, address, said)
