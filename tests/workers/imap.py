"""A mail server on loopback that speaks as much IMAP as reading a mailbox needs."""

from __future__ import annotations

import socketserver
import threading
from email.message import EmailMessage


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
