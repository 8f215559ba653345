"""What people have settled once and for all: learnings with their versions and their uses."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kognilang.dataclass import dataclass

if TYPE_CHECKING:
    from kognilang.journal.store import Store


@dataclass(slots=True)
class LearningRow:
    """A version of a learning; the last one counts.

    `text` is the learning as text of the language. `scope` is `file` (then `path` is the
    procedure's) or `workspace`. `status` is `on`, `off` or `forgotten`; `until` the last day on
    which it holds, empty for ever. `before` is the version that undoing leads back to, 0 for
    none. `what` says in a word what was changed.
    """

    id: str
    version: int
    before: int
    text: str
    scope: str
    path: str
    title: str
    """The title of the procedure that it was learnt in."""
    owner: str
    made_at: str
    until: str = ""
    status: str = "on"
    what: str = "remembered"
    changed_by: str = ""
    changed_at: str = ""
    question: str = ""
    """The question whose answer it was; empty for one that was imported."""


@dataclass(slots=True)
class UseRow:
    """One application of a learning, where the journal has it; `data` is that row's JSON."""

    run: str
    seq: int
    learning: str
    lane: str
    data: str
    at: str


_values = attrgetter(*LearningRow.__slots__)


class Learnings:
    """The learnings of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self) -> list[LearningRow]:
        """Return the last version of each, in the order in which they were made."""
        store = self._store
        latest: dict[str, LearningRow] = {}
        for row in store._driver.rows(store._sql["learnings"]):
            latest[row[0]] = LearningRow(*row)
        return sorted(latest.values(), key=lambda one: int(one.id.lstrip("L") or 0))

    def versions(self, id: str) -> list[LearningRow]:
        """Return all versions of one, the first first."""
        store = self._store
        rows = store._driver.rows(store._sql["learnings"])
        return [LearningRow(*row) for row in rows if row[0] == id]

    def put(self, row: LearningRow) -> None:
        """Add a version. Raises StoreFault where another program has just added that one."""
        store = self._store
        with store._driver.writing() as writer:
            writer.run(store._sql["add_learning"], _values(row))

    def uses(self) -> dict[str, tuple[int, str]]:
        """Return by id how often each was applied, and when last."""
        store = self._store
        return {row[0]: (row[1], row[2]) for row in store._driver.rows(store._sql["uses"])}

    def uses_of(self, id: str) -> list[UseRow]:
        """Return the applications of one, the first first."""
        store = self._store
        return [UseRow(*row) for row in store._driver.rows(store._sql["uses_of"], (id,))]

    def keep_circumstance(self, question: str, data: bytes) -> None:
        """Keep what was known where a question stood when it was answered."""
        store = self._store
        with store._driver.writing(durable=False) as writer:
            writer.run(store._sql["put_circumstance"], (question, data))

    def circumstance(self, question: str) -> bytes | None:
        """Return what was known where a question stood."""
        store = self._store
        rows = store._driver.rows(store._sql["circumstance"], (question,))
        return bytes(rows[0][0]) if rows else None
