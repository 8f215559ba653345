"""The world of a run: its moment, inputs, settings, people and skills."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from kognilang.dataclass import dataclass
from kognilang.meaning.books import Library
from kognilang.meaning.skill import Judgement, SkillInfo
from kognilang.running.context import GivenFiles, HereNow
from kognilang.running.frames import Frame
from kognilang.settings import Settings
from kognilang.values.context import Context
from kognilang.values.kinds import Person


def draw() -> int:
    """Return a number that nobody can foretell."""
    import secrets

    return secrets.randbelow(10**15)


def clock() -> datetime:
    """Return the moment by the machine's clock."""
    return datetime.now(UTC)


class StepMoment(Context):
    """The moment of the step: read from the clock when it is first needed, then kept until the
    sentence is done. `used` tells that it was read and is to be journaled."""

    __slots__ = ("_moment", "read", "used")

    def __init__(self, settings: Settings, read: Callable[[], datetime] = clock) -> None:
        self.settings = settings
        self.read = read
        self.used = False
        self._moment: datetime | None = None
        self._today = None

    @property
    def now(self) -> datetime:  # type: ignore[override]
        """The moment of the sentence under way, in the settings' time zone."""
        if self._moment is None:
            from kognilang.values.moments import local

            self._moment = local(self.read(), self.settings)
            self.used = True
        return self._moment

    @property
    def read_already(self) -> bool:
        """Whether the sentence under way has read the clock."""
        return self._moment is not None

    def forget(self) -> None:
        """Begin a new sentence: the clock is read afresh."""
        self._moment = None
        self._today = None
        self.used = False


@dataclass(slots=True)
class Limits:
    """How far a run may go before a person is asked whether to go on."""

    depth: int = 200
    rounds: int = 100_000
    journal: int = 1_000_000
    hours: int = 24
    key_hours: int = 24
    """So long the other end of an idempotent write is trusted to remember its key."""

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """Return the limits of `[limits]` in the settings."""
        limits = settings.raw.get("limits", {})
        made = cls()
        if isinstance(limits, dict):
            for name in ("depth", "rounds", "journal", "hours", "key_hours"):
                value = limits.get(name.replace("_", " "))
                if type(value) is int and value > 0:
                    setattr(made, name, value)
        return made


class World:
    """What expressions and steps may know besides the frame they run in."""

    def __init__(
        self,
        settings: Settings,
        library: Library | Callable[[], Library],
        folder: Path,
        inputs: dict[str, Any] | None = None,
        read_clock: Callable[[], datetime] = clock,
        dry: bool = False,
    ) -> None:
        self.settings = settings
        self._library = library
        self.folder = folder
        self.inputs = inputs if inputs is not None else {}
        self.context = StepMoment(settings, read_clock)
        self.limits = Limits.of(settings)
        self.top: Frame | None = None
        self.depth = 0
        self.dry = dry
        self._people: Any = None
        self.given_files: GivenFiles | None = None
        """Files that an example gives, which are read instead of the real ones."""
        self.judging: Callable[..., Judgement] | None = None
        """Asks the workspace's model to judge data, where there is one."""
        self.judged: list[Judgement] = []
        """What was judged in the step under way."""
        self.currencies: dict[str, str] = {}
        """By column, the currency that a person said its bare numbers are in."""
        self.draw: Callable[[], int] = draw
        """Draws a number at random; a replay draws it from the journal."""
        self.meanings: dict[str, str] = {}
        """What a person said is meant: by the place of a word with two meanings, `name` or `field`;
        by what a table lacks, its column."""
        self.context.headings = self.meanings

    @property
    def library(self) -> Library:
        """The installed skills; taken in when the first is called."""
        if not isinstance(self._library, Library):
            self._library = self._library()
        return self._library

    @property
    def people(self) -> Any:
        """The people of the settings (`kognilang.asking.people.People`)."""
        if self._people is None:
            from kognilang.asking.people import People

            self._people = People.of(self.settings)
        return self._people

    def person(self, name: str) -> Person:
        """Return a person or role by name; one that the settings do not know is just the name."""
        found = self.people.find(name)
        return found if found is not None else Person(name, "", name)

    def input_kind(self, name: str) -> str:
        """Return the kind of value that an input should have; `any` where nothing says."""
        return "any"

    def use_currency(self, currency: str) -> None:
        """Count bare numbers in a currency from now on."""
        from dataclasses import replace

        self.settings = replace(self.settings, currency=currency.strip().upper())
        self.context.settings = self.settings

    def here(self, key: str = "") -> HereNow:
        """Return the context for a call of a skill."""
        here = HereNow(self.settings, self.folder, self.context.now, key, self.dry)
        here.given = self.given_files
        here.meanings = self.meanings
        here.judging = None if self.judging is None else partial(self._judged, self.judging)
        return here

    def _judged(self, judging: Callable[..., Judgement], *asked: Any) -> Judgement:
        """Let the model judge, and keep what it judged for the journal of the step."""
        found = judging(*asked)
        self.judged.append(found)
        return found

    def skill(self, id: str) -> SkillInfo:
        """Return a skill by its id. Raises Exceptional when it is not installed any more."""
        info = self.library.skills.get(id)
        if info is None:
            from kognilang.values.kinds import Exceptional

            raise Exceptional(
                "missing-skill",
                f'The skill "{id.partition(".")[2].replace("_", " ")}" of the book '
                f'"{id.partition(".")[0]}" is not installed any more.',
                suggestions=("try again",),
            )
        return info

    def call_pure(self, skill: str, args: list[tuple[str, Any]]) -> Any:
        """Call a skill without effects inside an expression."""
        from kognilang.running.calling import call

        return call(self, self.skill(skill), args, "")
