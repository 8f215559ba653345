"""The course of a replay: the journal's entries in order, and how far they have been done again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kognilang.running.recorded import Event

_THINGS = ("ref", "new")


class Diverged(Exception):
    """The replay does something else than the journal says; `number` is that entry's."""

    def __init__(self, number: int, message: str) -> None:
        super().__init__(message)
        self.number = number
        self.message = message


class Reached(BaseException):
    """The last entry that is wanted has been replayed; no handler of a step may stop it."""


class Course:
    """The entries of a run's journal, up to the number `to` (0 for all). `seen` is told of every
    one that has been done again, with its value."""

    def __init__(self, events: list[Event], to: int, seen: Callable[[Event, Any], None]) -> None:
        self.events = events
        self.done = 0
        """How many entries have been replayed."""
        self.last = min(to or len(events), len(events))
        self._seen = seen

    @property
    def here(self) -> Event | None:
        """The entry that is to come next."""
        return self.events[self.done] if self.done < len(self.events) else None

    @property
    def over(self) -> bool:
        """Whether all that is wanted has been replayed."""
        return self.done >= self.last

    @property
    def moment(self) -> str:
        """The moment of the entry that was done last, as the journal keeps it."""
        return self.events[self.done - 1].at if self.done else self.events[0].at

    def next(self) -> Event:
        """Return the entry that is to come next. Raises Reached at the journal's end."""
        event = self.here
        if event is None:
            raise Reached
        return event

    def ahead(self, lane: str) -> Iterator[Event]:
        """The entries of a lane that are yet to come."""
        for at in range(self.done, len(self.events)):
            if self.events[at].lane == lane:
                yield self.events[at]

    def passed(self, event: Event, value: Any = None) -> None:
        """The entry has been done again."""
        self.done += 1
        self._seen(event, value)


def cancelled(event: Event) -> bool:
    """Whether the run was ended from outside here."""
    return event.what == "ended" and "by" in event.data


def same(recorded: Any, now: Any) -> bool:
    """Whether two values of the trace are the same, as far as it keeps them: of a thing only that
    it is one, since its content is seen in what is read of it."""
    if isinstance(recorded, dict) and isinstance(now, dict):
        if any(tag in recorded for tag in _THINGS) and any(tag in now for tag in _THINGS):
            return True
        return recorded.keys() == now.keys() and all(
            same(value, now[name]) for name, value in recorded.items()
        )
    if isinstance(recorded, list) and isinstance(now, list):
        return len(recorded) == len(now) and all(map(same, recorded, now))
    return bool(recorded == now)


def as_read(value: Any) -> Any:
    """Return data as JSON gives them back."""
    if isinstance(value, dict):
        return {name: as_read(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [as_read(one) for one in value]
    return value
