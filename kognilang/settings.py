"""Settings: what the workspace's `kognilang.toml` says, and where the workspace is."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kognilang.dataclass import dataclass, field

FILE = "kognilang.toml"


class BadSettings(Exception):
    """The settings file cannot be used; the message says where and how to mend it."""


@dataclass(slots=True)
class PersonSetting:
    """A person or role: `[people."finance manager"]` with `name`, `email`, `roles`."""

    key: str
    name: str = ""
    email: str = ""
    roles: tuple[str, ...] = ()


@dataclass(slots=True)
class StandIn:
    """Who answers for somebody who is away, and when; both days are included, None is open."""

    who: str
    instead_of: str
    since: date | None = None
    until: date | None = None


@dataclass(slots=True)
class Settings:
    """The settings of a workspace. `raw` is the whole file, for what books look up themselves."""

    folder: Path
    currency: str = ""
    date_order: str = ""
    """`day first` or `month first`; empty refuses `03/04/2026`."""
    calendar: str = ""
    """A country code (`US`, `DE`) or country-subdivision (`US-CA`) whose holidays count."""
    time_zone: str = ""
    store: str = ""
    """The store's URL; empty for `.kognilang/store.db` in the workspace."""
    people: dict[str, PersonSetting] = field(default_factory=dict)
    me: str = ""
    """The role of the person at the terminal, if the settings name one; `--as` overrides."""
    stand_ins: tuple[StandIn, ...] = ()
    connections: dict[str, str] = field(default_factory=dict)
    folders: tuple[Path, ...] = ()
    """Further folders that files may be in."""
    raw: dict[str, Any] = field(default_factory=dict)


def find_workspace(start: Path) -> Path:
    """Return the nearest folder at or above `start` with a `kognilang.toml`, else `start`."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    return start


def load_settings(folder: Path) -> Settings:
    """Read the settings of a workspace; a workspace without the file has the defaults.

    Raises BadSettings when the file is not TOML or a value is of the wrong sort.
    """
    path = folder / FILE
    if not path.is_file():
        return Settings(folder)
    import tomllib

    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as fault:
        raise BadSettings(
            f"{FILE} cannot be read: {fault}. Mend that line and run again."
        ) from None
    from kognilang.known_settings import unknown_setting

    if wrong := unknown_setting(raw):
        raise BadSettings(wrong)
    return Settings(
        folder,
        currency=_text(raw, "currency").upper(),
        date_order=_text(raw, "date order"),
        calendar=_text(raw, "calendar"),
        time_zone=_text(raw, "time zone") or os.environ.get("TZ", ""),
        store=_text(raw, "store"),
        people=_people(raw),
        me=_text(raw, "me").lower(),
        stand_ins=_stand_ins(raw),
        connections=_connections(raw),
        folders=tuple((folder / name).resolve() for name in raw.get("folders", [])),
        raw=raw,
    )


def _text(raw: dict[str, Any], key: str) -> str:
    value = raw.get(key, raw.get(key.replace(" ", "_"), ""))
    if not isinstance(value, str):
        raise BadSettings(f'{FILE}: "{key}" should be a text in quotes, not {value!r}.')
    return value


_OF_PERSON = ("name", "email", "roles", "may answer for")


def _people(raw: dict[str, Any]) -> dict[str, PersonSetting]:
    table = raw.get("people", {})
    if not isinstance(table, dict):
        raise BadSettings(f'{FILE}: "people" should be a section: [people."finance manager"].')
    people = {}
    for key, value in table.items():
        if isinstance(value, str):
            value = {"email": value} if "@" in value else {"name": value}
        if not isinstance(value, dict):
            raise BadSettings(f'{FILE}: the person "{key}" should have a name or an email address.')
        for known in value:
            if known not in _OF_PERSON:
                raise BadSettings(
                    f'{FILE}: "{known}" means nothing of the person "{key}". '
                    "There are: name, email, roles."
                )
        roles = value.get("roles", value.get("may answer for", []))
        if isinstance(roles, str):
            roles = [roles]
        name, email = str(value.get("name", "")), str(value.get("email", ""))
        people[key.lower()] = PersonSetting(
            _shown(key, name, email, bool(roles)),
            name,
            email,
            tuple(str(role).lower() for role in roles or ()),
        )
    return people


def _shown(key: str, name: str, email: str, has_roles: bool) -> str:
    """Return the key as people are shown it: a role as it is written, a person's name with its
    capitals. A key is a person's name if it is part of the name (`Ann Lee`) or begins the address
    (`ann.lee@`), or if it is one word and has roles."""
    own = key.lower().split()
    of_name = name.lower().split()
    of_address = email.lower().partition("@")[0].replace("_", ".").replace("-", ".").split(".")
    by_address = len(of_address) > 1 and own == of_address[:1]
    if (
        key == key.lower()
        and own
        and (set(own) <= set(of_name) or by_address or (has_roles and len(own) == 1))
    ):
        return key.title()
    return key


_STAND_INS = f"""{FILE}: who stands in for whom is written as

[[stand-ins]]
who = "finance manager"
for = "CFO"
from = 2026-12-20
until = 2027-01-06
"""


def _stand_ins(raw: dict[str, Any]) -> tuple[StandIn, ...]:
    rows = raw.get("stand-ins", [])
    if not isinstance(rows, list):
        raise BadSettings(_STAND_INS)
    found = []
    for row in rows:
        if not isinstance(row, dict) or not row.keys() <= {"who", "for", "from", "until"}:
            raise BadSettings(_STAND_INS)
        who, instead_of = row.get("who"), row.get("for")
        since, until = row.get("from"), row.get("until")
        if not (isinstance(who, str) and isinstance(instead_of, str)):
            raise BadSettings(_STAND_INS)
        days = []
        for key, value in (("from", since), ("until", until)):
            if isinstance(value, datetime):
                value = value.date()
            if value is not None and not isinstance(value, date):
                raise BadSettings(f"{_STAND_INS}\n{key!r} should be a date without quotes.")
            days.append(value)
        if days[0] and days[1] and days[1] < days[0]:
            raise BadSettings(
                f"{FILE}: {who} stands in for {instead_of} until {days[1]}, which is before "
                f"{days[0]}."
            )
        found.append(StandIn(who, instead_of, days[0], days[1]))
    return tuple(found)


def _connections(raw: dict[str, Any]) -> dict[str, str]:
    table = raw.get("connections", {})
    if not isinstance(table, dict) or not all(isinstance(url, str) for url in table.values()):
        raise BadSettings(
            f'{FILE}: [connections] holds lines such as vendors = "sqlite:///vendors.db".'
        )
    return dict(table)
