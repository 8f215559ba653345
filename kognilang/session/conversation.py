"""A conversation: texts typed one after the other, each run at once on one top frame."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kognilang.meaning.readings import Entry, Readings
from kognilang.problems.problem import Problem
from kognilang.text.source import Source

if TYPE_CHECKING:
    from kognilang.journal.records import ObjectRow
    from kognilang.meaning.plan import Plan
    from kognilang.meaning.settling import Open, Settling
    from kognilang.meaning.state import Explanation
    from kognilang.meaning.understanding import Known
    from kognilang.reasoning.composing import Procedure
    from kognilang.reasoning.port import Added
    from kognilang.reasoning.translating import Proposal
    from kognilang.running.machine import Machine
    from kognilang.session import Session

REMEMBERED = 20
"""So many states can be gone back to."""


@dataclass(slots=True)
class Outcome:
    """What came of a text: the problems, what was said, and whether it was given up because
    nobody answered its question. `taken` are the readings from before that it was understood
    with."""

    problems: list[Problem] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    given_up: bool = False
    taken: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    """How the conversation stood before a text."""

    text: str
    run: str
    frame: bytes
    objects: dict[str, ObjectRow]
    known: Known | None
    writes: int
    seq: int


class Conversation:
    """An interactive session. What it keeps is forgotten at its end, unless the session was
    opened on a store.

    A text that is stopped, or whose question is given up, leaves nothing behind, except what
    it wrote outside.
    """

    def __init__(self, session: Session) -> None:
        from kognilang.meaning import plan as p

        self._session = session
        session.stay_aside()
        self._plan = p.Plan("a conversation", [p.End()], [p.Sentence("", "", "", 0)])
        self._machine = self._open(self._plan)
        self._machine.work_open()
        self._texts: list[tuple[str, list[Entry]]] = []
        """What has run, each text with the readings that it was understood with."""
        self._known: Known | None = None
        self._before: list[_State] = []
        self._explanations: list[Explanation] = []
        self._traced = 0

    # -- running ---------------------------------------------------------------------

    def run(
        self,
        text: str,
        name: str = "what you typed",
        readings: Sequence[Entry] = (),
        markdown: bool = False,
    ) -> Outcome:
        """Understand a text and run it. Problems are in the outcome; nothing has run then.

        `name` says where the text is from, `readings` what its unclear sentences mean, `markdown`
        that it is a runbook, of which only list items and `kog` blocks are steps; what was
        settled for a sentence before holds when it is typed again. KeyboardInterrupt stops it
        where it was last committed; the state is then as before the text, or, where it wrote
        something outside, as it stands.
        """
        from kognilang.meaning.plandata import to_data

        session, machine = self._session, self._machine
        understood = session.understand(Source(name, text), self._known, markdown)
        used: list[Entry] = []
        written = text
        if understood.errors and (readings or self.readings()):
            settling = self.settling(text, Readings([*readings, *self.readings()]), name, markdown)
            understood, used = settling.understood, list(settling.used.values())
            before = {one.key: one.meaning for one in self.readings()}
            if markdown or any(before.get(one.key, one.meaning) != one.meaning for one in used):
                # A sentence has one meaning in a file: here it now stands in other words.
                written = settling.current.text
        if any(not one.warning for one in understood.problems):
            return Outcome(understood.problems)
        self._explanations = understood.explanations
        data = to_data(understood.plan)
        state = self._state(text)
        session.said = []
        machine.add_text(data)
        try:
            machine.work_open()
        except BaseException:
            self._give_up(state)
            raise
        self._traced = state.seq if state.run == machine.run else 0
        if machine.root.status == "parked" or len(machine.root.stack) > 1:
            self._give_up(state)
            return Outcome(understood.problems, session.said, given_up=True)
        self._learn(understood.plan, understood.names, data)
        self._before = [*self._before[1 - REMEMBERED :], state]
        taken = [one for one in used if one not in readings]
        if markdown:
            written = _plain(Source(name, written))
        self._texts.append((written, used if written == text else []))
        return Outcome(understood.problems, session.said, taken=taken)

    def propose(self, settling: Settling, place: Open, added: Sequence[Added] = ()) -> Proposal:
        """Ask the model what an unclear sentence means here. Raises ModelFault."""
        from kognilang.session.advising import translator_of

        return translator_of(self._session).propose(settling, place, added)

    def compose(self, settling: Settling, place: Open) -> Procedure:
        """Ask the model for a procedure that does what a sentence says. Raises ModelFault."""
        from kognilang.session.advising import composer_of

        return composer_of(self._session).compose(settling, place)

    def settling(
        self,
        text: str,
        readings: Readings | None = None,
        name: str = "what you typed",
        markdown: bool = False,
    ) -> Settling:
        """Return a text on its way to being understood after what was run before."""
        from collections.abc import Iterable

        from kognilang.language.reading import Reading, read
        from kognilang.meaning.settling import Settling
        from kognilang.meaning.understanding import Understood, understand

        session = self._session

        def once(source: Source, watched: Iterable[int]) -> tuple[Reading, Understood]:
            reading = read(source, markdown)
            return reading, understand(
                reading, source, session.library, session.settings, self._known, watched
            )

        return Settling(Source(name, text), markdown, session.library, once, readings)

    def _learn(self, plan: Plan, names: dict[str, Any], data: bytes) -> None:
        from kognilang.meaning.understanding import Known

        known = self._known.names if self._known is not None else {}
        base = hashlib.sha256(data).hexdigest()
        self._known = Known.of(plan, {**known, **names}, base=base)
        self._known.answered = "~answer" in self._machine.root.stack[0].names

    def undo(self) -> str | None:
        """Go back to the state before the last text, and return that text; None if there is none.

        Raises ValueError where the text wrote something outside: that cannot be undone.
        """
        if not self._before:
            return None
        state = self._before[-1]
        if self._writes() != state.writes:
            raise ValueError(state.text)
        self._restore(state)
        self._before.pop()
        self._texts.pop()
        return state.text

    @property
    def known(self) -> Known | None:
        """What the texts that have run define and name; None before the first."""
        return self._known

    # -- looking ---------------------------------------------------------------------

    def names(self) -> dict[str, Any]:
        """Return what has a name so far, with its value."""
        found = self._machine.root.stack[0].names
        return {name: value for name, value in found.items() if "~" not in name}

    def explanations(self) -> list[Explanation]:
        """Return how the last text was understood, sentence by sentence."""
        return self._explanations

    def trace(self) -> dict[str, Any]:
        """Return the trace of the last text that ran."""
        from kognilang.running.trace import trace_of

        store = self._session.store
        row = store.run(self._machine.run)
        assert row is not None
        return trace_of(row, self._plan, store, after=self._traced)

    def text(self) -> str:
        """Return the texts that have run, as a procedure."""
        return "\n".join(text.rstrip("\n") for text, _ in self._texts) + "\n"

    def readings(self) -> list[Entry]:
        """Return the readings that the texts which have run were understood with."""
        found = {one.key: one for _, used in reversed(self._texts) for one in used}
        return list(reversed(found.values()))

    # -- states ----------------------------------------------------------------------

    def _open(self, plan: Plan, frame: bytes = b"", objects: Any = ()) -> Machine:
        """Begin a run that stays open, from a state if one is given."""
        from kognilang.journal.records import ProcedureRow, RunRow, Unit
        from kognilang.meaning.plandata import to_data

        store = self._session.store
        data = to_data(plan)
        key = hashlib.sha256(data).hexdigest()
        id = store.next_id("r")
        row = RunRow(id, key, plan.title, "conversation", "running", 1, 0, frame, store.now())
        store.new_run(row, [], ProcedureRow(key, plan.title, "", "", data))
        if frame:
            store.commit(Unit(id, row.epoch, frame=frame, objects=list(objects)))
        machine = self._session.machine_of(row, plan)
        machine.stays_open = True
        return machine

    def _state(self, text: str) -> _State:
        store = self._session.store
        run = self._machine.run
        row = store.run(run)
        assert row is not None
        writes = self._writes()
        return _State(text, run, row.frame, store.objects(run), self._known, writes, row.seq)

    def _writes(self) -> int:
        """How many writes there have been in the whole conversation."""
        store = self._session.store
        runs = [one.id for one in store.runs(path="conversation")]
        return sum(len(store.effects(run)) for run in runs)

    def _restore(self, state: _State) -> None:
        self._machine = self._open(self._plan, state.frame, state.objects.values())
        self._known = state.known
        self._traced = 0

    def _give_up(self, before: _State) -> None:
        """Leave a text that did not come to its end: a new run goes on from a state that was
        committed, since the machine may have been stopped inside a step."""
        for question in self._session.store.questions("open", run=self._machine.run):
            self._session.store.cancel(question.run, "", "Given up.")
            break
        if self._writes() == before.writes:
            self._restore(before)
            return
        store = self._session.store
        row = store.run(self._machine.run)
        assert row is not None
        self._machine = self._open(self._plan, row.frame, store.objects(row.id).values())
        self._machine.drop_text()
        self._machine.commit()
        self._traced = 0


def _plain(runbook: Source) -> str:
    """Return a runbook's sentences as those of a procedure, its prose as notes."""
    from kognilang.language.printer import print_file
    from kognilang.language.reading import read

    return print_file(read(runbook, True).file, runbook)
