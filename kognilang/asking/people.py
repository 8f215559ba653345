"""People and roles of the settings: who someone is, and who may answer for whom."""

from __future__ import annotations

import re
from datetime import date

from kognilang.dataclass import dataclass, field
from kognilang.settings import PersonSetting, Settings, StandIn
from kognilang.values.kinds import Person
from kognilang.values.naming import and_list, singular

_JOINT = re.compile(r"(, | and | or )")


@dataclass(slots=True)
class People:
    """The people and roles that `kognilang.toml` names; with none, the person at the terminal
    stands for everyone."""

    entries: dict[str, PersonSetting] = field(default_factory=dict)
    me: str = ""
    """The role of the person at the terminal, if the settings say."""
    asked: str = ""
    """Who is asked when something is wrong with the data (`to` under `[questions]`)."""
    stand_ins: tuple[StandIn, ...] = ()

    @classmethod
    def of(cls, settings: Settings) -> People:
        """Return the people of a workspace."""
        questions = settings.raw.get("questions", {})
        asked = questions.get("to", "") if isinstance(questions, dict) else ""
        to = asked if isinstance(asked, str) else ""
        return cls(dict(settings.people), settings.me, to, settings.stand_ins)

    def find(self, name: str) -> Person | None:
        """Return a person by role, name or email address, in any case; None if unknown."""
        entry = self._entry(name)
        return None if entry is None else _person(entry)

    def terminal_person(self, as_role: str = "") -> Person | None:
        """Return who sits at the terminal: `--as`, else `me` of the settings, else the person
        who is asked about data. None where the settings name nobody: then it is anyone.

        An `as_role` that the settings do not name is a person of that name without a role.
        """
        if as_role:
            return self.find(as_role) or Person(as_role, title=as_role)
        if not self.entries:
            return None
        for name in (self.me, self.asked):
            if name:
                return self.find(name) or Person(name, title=name)
        return None

    def may_answer(self, who: Person | str | None, to: str, on: date | None = None) -> bool:
        """Tell whether someone may answer a question to a person or role on a day (today).

        Anyone may where the settings name nobody, or the question is to nobody in particular.
        Otherwise they must be the person, hold the role, be named to answer for it, or stand in
        on that day for somebody who may.
        """
        if not self.entries or not to:
            return True
        name = who if isinstance(who, str) else (who.title or who.name) if who else ""
        if not name:
            return False
        wanted = self._names_of_any(to)
        seen: set[str] = set()
        waiting = [name.casefold()]
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            own = self._names(current)
            if own & wanted:
                return True
            entry = self._entry(current)
            if entry is not None:
                waiting.extend(role.casefold() for role in entry.roles)
            waiting.extend(self._stands_in_for(own, on))
        return False

    def _stands_in_for(self, names: set[str], on: date | None) -> list[str]:
        return [one.instead_of.casefold() for one in self._in_force(on) if _plain(one.who) in names]

    def _in_force(self, on: date | None) -> list[StandIn]:
        day = on or date.today()
        return [
            one
            for one in self.stand_ins
            if (one.since is None or one.since <= day) and (one.until is None or day <= one.until)
        ]

    def standing_in(self, to: str, on: date | None = None) -> list[StandIn]:
        """Return who stands in on a day (today) for the person or role that is asked."""
        wanted = self._names_of_any(to)
        return [one for one in self._in_force(on) if self._names(one.instead_of) & wanted]

    def own_name(self, who: Person | None) -> str:
        """Return by what a person is told from others, whatever role they answer in."""
        if who is None:
            return ""
        return (who.email or who.name or who.title).casefold()

    def only_a_role(self, who: Person | None, to: str) -> bool:
        """Tell whether somebody says no more than the role asked, which several people hold."""
        if who is None or not self.entries:
            return False
        said = who.title or who.name
        entry = self._entry(said)
        if entry is None:
            # A role that the settings name only where they say who holds it.
            held = {role.casefold() for one in self.entries.values() for role in one.roles}
            return bool(self._names(said) & held & self._names_of_any(to))
        if not self._names(entry.key) & self._names_of_any(to):
            return False
        others = [one for one in self.holders(to) if one.title != entry.key]
        return len(others) > 1 and not entry.name

    def holders(self, role: str) -> list[Person]:
        """Return all who may answer for a role, the role itself first if the settings name it."""
        found = [entry for entry in self.entries.values() if self.may_answer(entry.key, role)]
        own = self._entry(role)
        return [_person(entry) for entry in sorted(found, key=lambda each: each is not own)]

    def each_of(self, to: str) -> list[str]:
        """Return those whom a question is to: `controller and CFO` are two, unless the settings
        have a role of these very words."""
        parts = _JOINT.split(to)
        found: list[str] = []
        at = 0
        while at < len(parts):
            # The most words that the settings know are one: `Research and Development`.
            stop = next(
                (end for end in range(len(parts), at, -2)
                 if self._entry("".join(parts[at:end])) is not None),
                at + 1,
            )  # fmt: skip
            found.append("".join(parts[at:stop]))
            at = stop + 1
        return found

    def without(self, to: str, who: str, on: date | None = None) -> str:
        """Return those whom a question to several still waits for when one has answered."""
        each = self.each_of(to)
        names = self._names(who)
        theirs = next((one for one in each if self._names(one) & names), None)
        if theirs is None:
            theirs = next((one for one in each if self.may_answer(who, one, on)), each[0])
        return and_list([one for one in each if one is not theirs]) or to

    def _names_of_any(self, to: str) -> set[str]:
        return set().union(*(self._names(one) for one in self.each_of(to)))

    def _entry(self, name: str) -> PersonSetting | None:
        wanted = _plain(name)
        if not wanted:
            return None
        entry = self.entries.get(wanted) or self.entries.get(singular(wanted))
        if entry is not None:
            return entry
        for entry in self.entries.values():
            if wanted in (entry.key.casefold(), entry.name.casefold(), entry.email.casefold()):
                return entry
        return None

    def _names(self, name: str) -> set[str]:
        """All that someone is called: the role and the person's own name are one."""
        plain = _plain(name)
        names = {plain, singular(plain)}
        entry = self._entry(plain)
        if entry is not None:
            names.add(entry.key.casefold())
        return names


def several(answered: list[str], wanted: int) -> str:
    """Say how far a question to several people is: `Ann has answered; one more must.`"""
    left = wanted - len(answered)
    more = {1: "one more person", 2: "two more people", 3: "three more people"}
    said = answered_by(answered).removesuffix(".")
    return f"{said}; {more.get(left, f'{left} more people')} must."


def answered_by(answered: list[str]) -> str:
    """Say who has answered a question to several: `Ann and Bo have answered.`"""
    from kognilang.asking.showing import named

    who = and_list([named(one) for one in answered])
    return f"{who[:1].upper()}{who[1:]} {'has' if len(answered) == 1 else 'have'} answered."


def _plain(name: str) -> str:
    """`the Finance  Manager` is `finance manager`."""
    words = name.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "our", "my") else words)


def _person(entry: PersonSetting) -> Person:
    return Person(entry.name or entry.key, entry.email, entry.key)
