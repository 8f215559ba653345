"""What `kog doctor` looks at: settings, store, books, connections, mail, model, people, files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kognilang.terminal.words import counted

if TYPE_CHECKING:
    from kognilang.settings import Settings

BEGUN = ("ready", "running")
"""The statuses in which a run may have been left by a program that is gone."""

VERIFIED = 200
"""The journals of so many runs, the last ones, are checked; `kog verify` checks all."""

PATIENCE = 3.0
"""Seconds to wait for a server to answer."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `state` is `ok`, `note` or `wrong`; `mend` says what to do."""

    about: str
    state: str
    found: str
    mend: str = ""


def examine(workspace: Path) -> Iterator[Finding]:
    """Look at everything that a run in this workspace may need. Changes nothing."""
    from kognilang.settings import FILE, BadSettings, Settings, load_settings

    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("python", "ok", f"Python {version}, {sys.executable}")
    file = workspace / FILE
    try:
        settings = load_settings(workspace)
    except BadSettings as fault:
        yield Finding("settings", "wrong", str(fault), f"Mend {file}.")
        settings = Settings(workspace)
    else:
        if file.is_file():
            yield Finding("settings", "ok", str(file))
        else:
            mend = f"For a currency, people and connections, make {FILE}: kog init"
            yield Finding("settings", "note", f"{workspace} has no {FILE}.", mend)
    if not settings.currency:
        mend = f'Add to {FILE}:  currency = "USD"'
        yield Finding("currency", "note", "None is set, so sums without one are asked about.", mend)
    else:
        yield Finding("currency", "ok", settings.currency)
    yield _time_zone(settings)
    yield from _store(workspace, settings)
    yield _serving(workspace)
    yield from _books(workspace)
    for name, url in settings.connections.items():
        yield _connection(name, url, workspace)
    yield from _mail(settings)
    yield _model(settings)
    yield _people(settings)
    yield _procedures(workspace)


def _model(settings: Settings) -> Finding:
    from kognilang.terminal.model_examined import examined

    return Finding("model", *examined(settings, PATIENCE))


def _time_zone(settings: Settings) -> Finding:
    if not settings.time_zone:
        return Finding("time zone", "ok", "that of this computer")
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(settings.time_zone.lstrip(":"))
    except (ValueError, OSError, LookupError):
        mend = 'Write it like this in kognilang.toml:  "time zone" = "Europe/Paris"'
        return Finding("time zone", "wrong", f'"{settings.time_zone}" is none.', mend)
    return Finding("time zone", "ok", settings.time_zone)


def _store(workspace: Path, settings: Settings) -> Iterator[Finding]:
    from kognilang.journal.records import StoreFault
    from kognilang.session import Session

    where = settings.store or str(workspace / ".kognilang" / "store.db")
    remote = where.startswith(("postgres:", "postgresql:"))
    if not remote and not (workspace / where.removeprefix("sqlite:///")).exists():
        if os.access(workspace, os.W_OK):
            yield Finding("store", "ok", "none yet; the first run makes it")
        else:
            mend = "Allow writing there, or copy the procedure to a folder of your own."
            yield Finding("store", "wrong", f"{workspace} cannot be written to.", mend)
        return
    session = Session(workspace, settings=settings)
    try:
        session.store.check()
        counts = session.store.run_counts()
        count = sum(counts.values())
        begun = [row for status in BEGUN for row in session.store.runs(status)]
        stopped = [row.id for row in begun if session.interrupted(row)]
        waiting = session.store.open_questions()
        rows = session.runs(VERIFIED)
        broken = next((fault for row in rows if (fault := session.verify(row.id))), "")
    except (StoreFault, OSError) as fault:
        shown = str(fault) or "It cannot be reached."
        yield Finding("store", "wrong", shown, "Put back the last good copy of it.")
        return
    finally:
        session.close()
    place = where.rpartition("@")[2] if remote else where
    yield Finding(
        "store", "ok", f"{place}: {counted(count, 'run')}, {counted(waiting, 'open question')}"
    )
    if stopped:
        found = f"{len(stopped)} of the runs can go on ({', '.join(stopped[:5])})."
        yield Finding("runs", "note", found, f"kog resume {stopped[0]}")
    if broken:
        mend = "kog verify   tells which runs"
        yield Finding("journal", "wrong", f"It was changed by somebody: {broken}", mend)


def _serving(workspace: Path) -> Finding:
    """Tell whether the workspace is served, and what waits for that."""
    from kognilang.journal.records import StoreFault
    from kognilang.session import Session
    from kognilang.session.serve_lock import served_by

    process = served_by(workspace)
    if process:
        return Finding("serve", "ok", f"going, as the process {process}")
    session = Session(workspace)
    try:
        ready = len(session.store.next_ready(100)) if session.has_store() else 0
    except StoreFault:
        ready = 0
    finally:
        session.close()
    if ready:
        found = f"not going, and {counted(ready, 'run')} could go on"
        return Finding("serve", "note", found, "kog serve carries them on; so does kog resume RUN")
    return Finding("serve", "ok", "not going; triggers are kept only while it is")


def _books(workspace: Path) -> Iterator[Finding]:
    from kognilang.meaning.books import Library

    library = Library.load(workspace)
    books = sorted({skill.book for skill in library.skills.values()})
    yield Finding("books", "ok", f"{len(library.skills)} skills: {', '.join(books)}")
    for fault in library.faults:
        yield Finding("books", "wrong", fault, "Mend or remove that book.")


def _connection(name: str, url: str, workspace: Path) -> Finding:
    """A file must be there; a server must take a connection. No password is used or shown."""
    about = f"connection {name}"
    from urllib.parse import urlsplit

    if url.startswith("sqlite:"):
        path = workspace / url.removeprefix("sqlite:///")
        if path.is_file():
            return Finding(about, "ok", str(path))
        mend = "Put the file there, or mend the path in kognilang.toml under [connections]."
        return Finding(about, "wrong", f"The file {path} is not there.", mend)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host:
        mend = 'Write it like this:  sales = "postgresql://user@host/sales"'
        return Finding(about, "wrong", "That is no address of a database.", mend)
    port = port or {"postgresql": 5432, "mysql": 3306}.get(parts.scheme.split("+")[0], 0)
    return _reach(about, host, port or 5432)


def _reach(about: str, host: str, port: int) -> Finding:
    import socket

    try:
        socket.create_connection((host, port), timeout=PATIENCE).close()
    except OSError as fault:
        reason = fault.strerror or "no answer"
        mend = "Check the address, the network, and that the server runs."
        return Finding(about, "wrong", f"{host}:{port} cannot be reached ({reason}).", mend)
    return Finding(about, "ok", f"{host}:{port} answers")


def _mail(settings: Settings) -> Iterator[Finding]:
    mail = settings.raw.get("mail", {})
    if not isinstance(mail, dict):
        yield Finding("mail", "wrong", '"mail" is no section.', "Write it as [mail].")
        return
    server = mail.get("server")
    if isinstance(server, str) and server:
        usual = {"tls": 465, "none": 25}.get(str(mail.get("security", "")).lower(), 587)
        port = mail.get("port", usual)
        yield _reach("mail", server, port if isinstance(port, int) else usual)
    else:
        folder = mail.get("outbox", "outbox")
        yield Finding("mail", "note", f'Nothing is sent: mails are kept in the folder "{folder}".')


def _people(settings: Settings) -> Finding:
    if not settings.people:
        found = "Nobody is named: whoever is at the terminal is asked everything."
        mend = 'To name somebody:  [people."finance manager"]  email = "…"'
        return Finding("people", "note", found, mend)
    from kognilang.asking.people import People

    people = People.of(settings)
    names = ", ".join(one.key for one in settings.people.values())
    if people.asked and people.find(people.asked) is None:
        found = f'Questions about data go to "{people.asked}", whom [people] does not name.'
        return Finding("people", "wrong", found, f"Name one of: {names}.")
    return Finding("people", "ok", names)


def _procedures(workspace: Path) -> Finding:
    found = sorted(one.name for one in workspace.glob("*.kog"))
    if not found:
        return Finding("procedures", "note", "None in this folder.", "To begin: kog init")
    return Finding("procedures", "ok", f"{', '.join(found)} (kog check reads them)")
