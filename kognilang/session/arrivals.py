"""Arrivals: files, requests and emails that triggers wait for, each of which begins a run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from kognilang.journal.store import Store
from kognilang.session.firing import Kept, fire
from kognilang.session.keeping import FOLDER
from kognilang.session.session import Session
from kognilang.workers.folders import Watched
from kognilang.workers.mailbox import Mail, Mailbox
from kognilang.workers.requests import Requests


class Arrivals:
    """What arrives for the triggers that are kept. `begin` begins the run of a trigger's event
    and returns its id, empty where it has begun before."""

    def __init__(
        self,
        session: Session,
        settings: dict[str, Any],
        port: int,
        tell: Callable[[str], None],
        begin: Callable[[Kept, str, Any], str],
    ) -> None:
        self.session = session
        self.tell = tell
        self.kept: list[Kept] = []
        self._settings = settings
        self._port = port
        self._fire = begin
        self._folders: dict[str, Watched] = {}
        self._began: dict[tuple[str, str], str] = {}
        """The run of each file that has arrived, by trigger and name."""
        self._requests: Requests | None = None
        self._mailbox: Mailbox | None = None
        self._mails: list[Mail | str] = []

    def watch(self, kept: Kept) -> None:
        """Watch the folder of a trigger."""
        endings = tuple(kept.info.subject.split())
        self._folders[kept.id] = Watched((kept.folder / kept.info.place).resolve(), endings)

    def attend(self, kept: list[Kept]) -> None:
        """Wait for what these triggers wait for, and for nothing else."""
        self.kept = kept
        names = {one.id for one in kept}
        self._folders = {id: one for id, one in self._folders.items() if id in names}
        self._listen()
        self._open_mailbox()

    def close(self) -> None:
        """Wait for nothing any more."""
        if self._requests is not None:
            self._requests.close()
        if self._mailbox is not None:
            self._mailbox.close()

    def look(self) -> None:
        """Begin the runs of the files that have arrived in the folders that are watched."""
        for kept in self.kept:
            watched = self._folders.get(kept.id)
            if watched is None:
                continue
            for one in watched.look():
                if self._by_own_run(kept, one.path.name, one.changed_at):
                    continue
                run = self._fire(kept, f"{one.path.name}|{one.mark}", {"file": str(one.path)})
                watched.know(one)
                if run:
                    self._began[kept.id, one.path.name] = run
                    self.tell(f"{one.path.name} has arrived in {kept.info.place}: {run} begins.")
        self._began = {
            (id, name): run
            for (id, name), run in self._began.items()
            if id in self._folders and name in self._folders[id].known
        }

    def _by_own_run(self, kept: Kept, name: str, changed_at: float) -> bool:
        """Tell whether a known file was changed by the run that it began, or still is at work."""
        run = self._began.get((kept.id, name))
        row = self.session.store.run(run) if run else None
        if row is None:
            return False
        if not row.ended_at:
            return True
        return changed_at <= datetime.fromisoformat(row.ended_at).timestamp()

    def _listen(self) -> None:
        """Listen for requests while a trigger waits for one."""
        wanted = any(one.info.form == "request" for one in self.kept)
        if wanted and self._requests is None:
            host = str(self._settings.get("host", "127.0.0.1"))
            try:
                self._requests = Requests(host, self._port, self._request)
            except OSError as fault:
                self.tell(
                    f"Requests cannot be listened for on {host}:{self._port}: "
                    f'{fault.strerror}. Name another "port" under [serve] in kognilang.toml.'
                )
                return
            self.tell(f"Listening for requests on http://{host}:{self._requests.port}")
        elif not wanted and self._requests is not None:
            self._requests.close()
            self._requests = None

    def _open_mailbox(self) -> None:
        """Watch the mailbox while a trigger waits for an email."""
        wanted = any(one.info.form == "email" for one in self.kept)
        if wanted and self._mailbox is None:
            from kognilang.meaning.skill import Problematic
            from kognilang.running.context import HereNow

            here = HereNow(self.session.settings, self.session.workspace, datetime.now(UTC))
            try:
                url = here.connection("mailbox")
            except Problematic as fault:
                self.tell(
                    f"Emails are not watched: {fault} Write under [connections]: "
                    'mailbox = "imaps://NAME:${MAIL_PASSWORD}@HOST/INBOX"'
                )
                return
            every = float(self._settings.get("mail every", 60))
            folder = self.session.workspace / FOLDER / "mail"
            self._mailbox = Mailbox(url, folder, every)
        elif not wanted and self._mailbox is not None:
            self._mailbox.close()
            self._mailbox = None

    def take_mail(self) -> None:
        """Begin the runs of the emails that have arrived."""
        if self._mailbox is not None:
            self._mails += self._mailbox.taken()
        while self._mails:
            # Taken off only when its runs are in the store.
            self._begin_of_mail(self._mails[0])
            del self._mails[0]

    def _begin_of_mail(self, mail: Mail | str) -> None:
        if isinstance(mail, str):
            self.tell(mail)
            return
        for kept in self.kept:
            if kept.info.form != "email" or not _fits(kept, mail):
                continue
            if run := self._fire(kept, mail.key, mail.said):
                self.tell(f"An email from {mail.address} has arrived: {run} begins.")

    def _request(self, path: str, key: str, said: dict[str, Any]) -> str:
        """Begin the run of a request; called by the web server's threads."""
        kept = next(
            (o for o in self.kept if o.info.form == "request" and o.info.place == path), None
        )
        if kept is None:
            raise LookupError(path)
        store = Store.open(self.session.store.place)
        try:
            return fire(store, kept, key, said)
        finally:
            store.close()


def _fits(kept: Kept, mail: Mail) -> bool:
    """Tell whether an email is one that a trigger waits for."""
    sender, subject = kept.info.place.casefold(), kept.info.subject.casefold()
    if sender and sender not in (mail.address.casefold(), mail.said["sender name"].casefold()):
        return False
    return subject in mail.said["subject"].casefold()
