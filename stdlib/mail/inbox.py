"""The inbox: emails as records, from a folder of `.eml` files or from a mailbox over IMAP."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parseaddr, parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from kognilang import File, Here, List, Problematic, Record

from ..places import located, missing, settings_of, unreadable

MOST = 500
"""Emails that are read at once: more are to be narrowed down."""

PATIENCE = 30
"""Seconds to wait for the mail server."""

_BLOCKS = ("p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "table")
_UNSEEN = ("script", "style", "head", "title")


def emails(here: Here, sender: str, since: date | None) -> List:
    """Return the emails of the inbox, the oldest first, of one sender or since a day if given.

    Raises Problematic.
    """
    if here.setting("connections.mailbox"):
        raws = _fetched(here, sender, since)
    else:
        raws = _in_folder(here)
    found = [one for one in (_message(raw) for raw in raws) if _wanted(here, one, sender, since)]
    if len(found) > MOST:
        raise _too_many(len(found))
    records = [_record(here, message) for message in found]
    records.sort(key=lambda one: one.fields["date"] or datetime.min.replace(tzinfo=UTC))
    return List(items=records, noun="email")


def _too_many(count: int) -> Problematic:
    return Problematic(
        f"There are {count} emails in the inbox, and at most {MOST} are read at once. "
        'Say which: … in the inbox from "orders@example.com", or … since a day.',
        "too-many",
    )


# -- where they come from ------------------------------------------------------------------


def _in_folder(here: Here) -> list[bytes]:
    place = Path(str(here.setting("mail.inbox") or "inbox"))
    folder = located(here, str(place if place.is_absolute() else here.workspace / place))
    if not folder.is_dir():
        raise missing(here, folder, "folder")
    found = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() == ".eml" and not path.name.startswith(".") and path.is_file():
            try:
                found.append(path.read_bytes())
            except OSError as fault:
                raise unreadable(path, fault) from None
    return found


def _fetched(here: Here, sender: str, since: date | None) -> list[bytes]:
    """Read a mailbox (`imaps://user:password@host/INBOX`); nothing in it is changed."""
    import imaplib

    parts = urlsplit(here.connection("mailbox"))
    where = f"The mailbox on {parts.hostname}"
    secure = parts.scheme == "imaps"
    kind = imaplib.IMAP4_SSL if secure else imaplib.IMAP4
    try:
        box = kind(parts.hostname or "", parts.port or (993 if secure else 143), timeout=PATIENCE)
    except (OSError, imaplib.IMAP4.error) as fault:
        raise Problematic(
            f"{where} cannot be reached: {_why(fault)}.",
            "unreachable",
            suggestions=["Try again."],
        ) from None
    try:
        return _read(box, parts, sender, since)
    except imaplib.IMAP4.abort as fault:
        raise Problematic(
            f"The connection to the mailbox on {parts.hostname} broke: {_why(fault)}.",
            "unreachable",
            suggestions=["Try again."],
        ) from None
    except imaplib.IMAP4.error as fault:
        raise Problematic(f"{where} refuses to be read: {_why(fault)}.", "refused") from None
    except OSError as fault:
        raise Problematic(
            f"{where} does not answer: {_why(fault)}.", "unreachable", suggestions=["Try again."]
        ) from None
    finally:
        try:
            box.logout()
        except (OSError, imaplib.IMAP4.error):
            box.shutdown()


def _read(box: Any, parts: Any, sender: str, since: date | None) -> list[bytes]:
    box.login(unquote(parts.username or ""), unquote(parts.password or ""))
    status, _ = box.select(f'"{parts.path.strip("/") or "INBOX"}"', readonly=True)
    if status != "OK":
        raise box.error(f'there is no folder "{parts.path.strip("/")}"')
    asked = ["ALL"]
    if sender and sender.isascii() and '"' not in sender and "\\" not in sender:
        asked += ["FROM", f'"{_line(sender)}"']
    if since is not None:
        # The server's days are those of its own clock: a day more, and looked at once here.
        day = _day(since) - timedelta(days=1)
        asked += ["SINCE", f"{day.day}-{_MONTHS[day.month - 1]}-{day.year}"]
    _, answer = box.uid("SEARCH", *asked)
    numbers = (answer[0] or b"").split()
    if len(numbers) > MOST:
        raise _too_many(len(numbers))
    found = []
    for number in numbers:
        _, data = box.uid("FETCH", number.decode(), "(BODY.PEEK[])")
        found += [one[1] for one in data if isinstance(one, tuple)][:1]
    return found


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _why(fault: Exception) -> str:
    """The server's own words; the address, which may hold a password, is never among them."""
    words = getattr(fault, "strerror", None) or str(fault) or type(fault).__name__
    return _line(re.sub(r"^b'(.*)'$", r"\1", str(words))).rstrip(".")


def _line(text: str) -> str:
    return " ".join(str(text).split())


# -- what an email says --------------------------------------------------------------------


def _message(raw: bytes) -> EmailMessage:
    found = message_from_bytes(raw, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def _wanted(here: Here, message: EmailMessage, sender: str, since: date | None) -> bool:
    name, address = parseaddr(_header(message, "From"))
    if sender and sender.casefold() not in (name.casefold(), address.casefold()):
        return False
    sent = _sent(here, message)
    if since is None or sent is None:
        return since is None
    if isinstance(since, datetime):
        zone = _zone(here)
        known = since.tzinfo is not None
        return sent >= (since if known else since.replace(tzinfo=zone).astimezone(zone))
    return sent.date() >= since


def _record(here: Here, message: EmailMessage) -> Record:
    name, address = parseaddr(_header(message, "From"))
    to = getaddresses([str(one) for one in message.get_all("To", [])])
    text = _text(message)
    fields: dict[str, Any] = {
        "sender": address,
        "sender name": name,
        "recipients": List(items=[one for _, one in to if one]),
        "subject": _line(_header(message, "Subject")),
        "date": _sent(here, message),
        "text": text,
        "body": text,
        "attachments": List(items=_attachments(here, message), noun="attachment"),
    }
    return Record(kind="email", fields=fields)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError):  # what strangers write breaks its parser
        return ""


def _sent(here: Here, message: EmailMessage) -> datetime | None:
    """When it was sent, by the workspace's clock."""
    try:
        found = parsedate_to_datetime(_header(message, "Date"))
    except (TypeError, ValueError, IndexError):
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    return found.astimezone(_zone(here))


def _zone(here: Here) -> ZoneInfo | None:
    """The workspace's time zone; None for the machine's."""
    name = settings_of(here).time_zone
    return ZoneInfo(name) if name else None


def _text(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    try:
        text = str(part.get_content())
    except (LookupError, ValueError):  # an alphabet that there is not
        raw = part.get_payload(decode=True)
        text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw or "")
    text = text.replace("\r\n", "\n").replace("\0", "")
    return (_Plain.of(text) if part.get_content_subtype() == "html" else text).strip()


class _Plain(HTMLParser):
    """The text of a page as a person would read it."""

    @classmethod
    def of(cls, page: str) -> str:
        reader = cls()
        reader.feed(page)
        reader.close()
        lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
        return "\n".join(line for line in lines if line)

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data.replace("\n", " "))


def _attachments(here: Here, message: EmailMessage) -> list[File]:
    """Keep what is attached below `.kognilang/mail`, in a folder named after its contents."""
    found: list[File] = []
    for number, part in enumerate(message.iter_attachments(), 1):
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        # What a stranger calls a file must not lead out of the folder, nor hide it.
        title = re.split(r"[/\\]", part.get_filename() or "")[-1].lstrip(".")
        title = re.sub(r"[\x00-\x1f]", "", title)[-120:] or f"attachment-{number}"
        digest = hashlib.sha256(content).hexdigest()[:16]
        path = here.workspace / ".kognilang" / "mail" / digest / title
        try:
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        except OSError as fault:
            raise unreadable(path, fault) from None
        found.append(File(path))
    return found
