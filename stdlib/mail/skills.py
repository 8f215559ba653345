"""Mail: sent through the server of the settings, or laid into the outbox folder as `.eml`; and
read, from a mailbox or from the inbox folder."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from kognilang import File, Here, List, Person, Problematic, Record, shown, skill

from ..places import located, present
from ..writing import replace

_ADDRESS = re.compile(r"^[^@\s,;<>\"]+@[^@\s,;<>\".]+(\.[^@\s,;<>\".]+)*$")


def _sent_already(
    recipient: Any, here: Here, subject: str = "", body: str = "", attachment: Any = None
) -> bool | None:
    """The copy in the sent folder (or the outbox) tells that it went out; a copy beside it that
    ends in `.sending` tells that it was handed over and the reply never came."""
    copy = _copy_path(here, _token(here, recipient, subject, body))
    if copy.exists():
        return True
    return None if _handing_over(copy).exists() else False


@skill(
    "send an email to {recipient} [with the subject {subject}] [with the attachment {attachment}] "
    "saying {body}",
    "send an email to {recipient} about {subject} [with the attachment {attachment}] saying {body}",
    "send {recipient} an email [with the subject {subject}] saying {body}",
    "email {recipient} about {subject}: {body}",
    check="_sent_already",
    example=(
        'Send an email to the customer\'s email with the subject "Your order" saying:\n'
        "    It is on its way."
    ),
)
def send_email(
    recipient: str | Person | Record | List,
    here: Here,
    subject: str = "",
    body: str = "",
    attachment: File | List | None = None,
) -> None:
    """Send an email; several recipients are a list, and so are several attachments."""
    token = _token(here, recipient, subject, body)
    message = _message(here, token, recipient, subject, body, attachment)
    copy = _copy_path(here, token, writing=True)
    if copy.exists():
        return
    if not here.setting("mail.server"):
        replace(copy, message.as_bytes())
        return
    waiting = _handing_over(copy)
    replace(waiting, message.as_bytes())
    try:
        _hand_over(here, message)
    except Problematic as problem:
        # Refused for certain, so that trying again is safe; what is unsure keeps its mark.
        if problem.problem != "unsure":
            waiting.unlink(missing_ok=True)
        raise
    waiting.replace(copy)


_EMAIL_PROPERTIES = {
    "sender": "text",
    "sender name": "text",
    "recipients": "list",
    "subject": "text",
    "date": "moment",
    "text": "text",
    "body": "text",
    "attachments": "list",
}


@skill(
    "read the emails in the inbox [from {sender}] [since {since}]",
    "read the emails of the inbox [from {sender}] [since {since}]",
    effect="read",
    example=(
        "Read the emails in the inbox as the emails.\n"
        "For each email in the emails, say \"{the email's sender}: {the email's subject}\"."
    ),
    properties=_EMAIL_PROPERTIES,
)
def read_emails(here: Here, sender: str = "", since: date | None = None) -> List:
    """The emails of the inbox, the oldest first, with what is attached as files"""
    from .inbox import emails

    return emails(here, sender, since)


# -- the message ---------------------------------------------------------------------


def _message(
    here: Here, token: str, recipient: Any, subject: str, body: str, attachment: Any
) -> EmailMessage:
    each = _each(recipient)
    if not each:
        raise Problematic("The email has no recipient.", "no-address", slot="recipient")
    to = [_address(one, slot="recipient" if len(each) == 1 else "") for one in each]
    sender = _address(str(here.setting("mail.from") or "kognilang@localhost"))
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = to
    message["Subject"] = " ".join(str(subject).split())
    message["Date"] = here.now
    message["Message-ID"] = f"<{token}@{sender.domain}>"
    message.set_content(str(body) if str(body).endswith("\n") else f"{body}\n")
    for file in _each(attachment):
        path = present(here, file)
        message.add_attachment(
            path.read_bytes(), maintype="application", subtype="octet-stream", filename=path.name
        )
    if message.is_multipart():
        # What divides the parts is else drawn at random: the same mail is the same file.
        message.set_boundary(f"=={token}==")
    return message


def _each(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, List | list | tuple) else [value]


def _address(who: Any, slot: str = "") -> Address:
    """Return the address of a person, a record with an email address, or as written.

    Raises Problematic `no-address` when there is none, or it cannot be one; `slot` is where
    another could be given instead.
    """
    name, text = "", who
    if isinstance(who, Person):
        name, text = who.name, who.email
    elif isinstance(who, Record):
        fields = {
            key.lower().replace("_", " ").replace("-", ""): v for key, v in who.fields.items()
        }
        name = str(fields.get("name") or "")
        text = fields.get("email") or fields.get("email address") or ""
    text = "" if text is None else str(text).strip()
    bracketed = re.fullmatch(r"(.*)<([^<>]*)>", text)
    if bracketed:
        name, text = bracketed.group(1).strip(' "'), bracketed.group(2).strip()
    if not text:
        whom = name or "the recipient"
        raise Problematic(f"There is no email address for {whom}.", "no-address", slot=slot)
    if not _ADDRESS.match(text) or len(text) > 254:
        raise Problematic(
            f'"{text}" is not an email address.',
            "no-address",
            values=[("recipient", text)],
            slot=slot,
        )
    try:
        return Address(name, addr_spec=text)
    except Exception:  # the standard library's parser raises several kinds
        raise Problematic(
            f'"{text}" is not an email address.',
            "no-address",
            values=[("recipient", text)],
            slot=slot,
        ) from None


def _token(here: Here, recipient: Any, subject: str, body: str) -> str:
    """The same for the same call however often it is tried, and for no other mail."""
    facts = "\0".join((here.key, *(shown(one) for one in _each(recipient)), subject, body))
    return "kog-" + hashlib.sha256(facts.encode()).hexdigest()[:24]


def _copy_path(here: Here, token: str, writing: bool = False) -> Path:
    folder = "mail.sent" if here.setting("mail.server") else "mail.outbox"
    name = here.setting(folder) or ("sent" if folder == "mail.sent" else "outbox")
    workspace_folder = Path(str(name))
    if not workspace_folder.is_absolute():
        workspace_folder = here.workspace / workspace_folder
    return located(here, str(workspace_folder / f"{token}.eml"), writing)


def _handing_over(copy: Path) -> Path:
    return copy.with_suffix(".sending")


# -- the server ----------------------------------------------------------------------


def _hand_over(here: Here, message: EmailMessage) -> None:
    import smtplib
    import ssl

    server = str(here.setting("mail.server"))
    security = str(here.setting("mail.security") or "starttls").lower()
    port = int(here.setting("mail.port") or {"tls": 465, "none": 25}.get(security, 587))
    user = here.setting("mail.user")
    where = f"the mail server {server}"
    begun = False
    try:
        if security == "tls":
            link: smtplib.SMTP = smtplib.SMTP_SSL(
                server, port, timeout=60, context=ssl.create_default_context()
            )
        else:
            link = smtplib.SMTP(server, port, timeout=60)
        with link:
            if security == "starttls":
                link.starttls(context=ssl.create_default_context())
            if user:
                secret = str(here.setting("mail.password secret") or "SMTP_PASSWORD")
                link.login(str(user), here.secret(secret))
            begun = True
            refused = link.send_message(message)
            begun = False
    except smtplib.SMTPRecipientsRefused as fault:
        refused = fault.recipients
    except smtplib.SMTPAuthenticationError as fault:
        raise Problematic(
            f"{where} refuses the user or password: {_words(fault.smtp_error)}.".capitalize(),
            "refused",
        ) from None
    except smtplib.SMTPResponseException as fault:
        # The server answered, so the mail is not on its way.
        raise Problematic(
            f"{where[0].upper()}{where[1:]} refuses the mail: {_words(fault.smtp_error)}.",
            "refused",
        ) from None
    except smtplib.SMTPNotSupportedError:
        raise Problematic(
            f"{where[0].upper()}{where[1:]} cannot do what the settings ask for: {security}.",
            "refused",
        ) from None
    except (smtplib.SMTPException, OSError) as fault:
        if begun:
            raise Problematic(
                f"The connection to {where} broke while the mail was handed over, so it may or "
                "may not have been sent.",
                "unsure",
            ) from None
        raise Problematic(
            f"{where[0].upper()}{where[1:]} cannot be reached: {_why(fault)}.",
            "unreachable",
            suggestions=["Try again."],
        ) from None
    if refused:
        whom = ", ".join(refused)
        why = _words(next(iter(refused.values()))[1])
        raise Problematic(
            f"{where[0].upper()}{where[1:]} does not take mail for {whom}: {why}.",
            "refused" if len(refused) == len(message["To"].addresses) else "unsure",
            values=[("recipient", whom)],
        )


def _words(reply: bytes | str) -> str:
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return " ".join(text.split()).rstrip(".")


def _why(fault: Exception) -> str:
    words = getattr(fault, "strerror", None) or str(fault) or type(fault).__name__
    return str(words).lower().rstrip(".")
