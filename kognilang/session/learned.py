"""What a workspace has learnt: found by situation, understood where it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kognilang.asking.situations import Situation
from kognilang.asking.taught import NotTaught, Taught, read_learning
from kognilang.dataclass import dataclass
from kognilang.running.learning import Candidate
from kognilang.text.source import Source

if TYPE_CHECKING:
    from kognilang.journal.learnings import LearningRow
    from kognilang.meaning.books import Library
    from kognilang.meaning.plan import Instruction, Plan
    from kognilang.running.frames import Lane
    from kognilang.running.machine import Machine
    from kognilang.session.session import Session
    from kognilang.settings import Settings


@dataclass(slots=True)
class Learnt:
    """A learning in force, read. `row` is None for one that stands in the procedure's own text,
    which is known by its place (`line 12 of pay.kog`)."""

    id: str
    taught: Taught
    row: LearningRow | None = None

    @property
    def place(self) -> tuple[bool, int, int]:
        """By this they are tried: a file's before the workspace's, those with more conditions
        first, then the newest."""
        wide = self.row is not None and self.row.scope == "workspace"
        number = int(self.id[1:]) if self.row is not None and self.id[1:].isdigit() else 10**9
        return (wide, -len(self.taught.conditions), -number)


class Learned:
    """The learnings that a run may use, by situation. They are read once, when the first thing
    goes wrong."""

    def __init__(self, session: Session, path: str, plan: Plan, kept: bool = True) -> None:
        """Without `kept` only those that stand in the text are used, as examples do."""
        self._kept = kept
        self._session = session
        self._path = path
        self._plan = plan
        self._found: dict[str, list[Learnt]] | None = None
        self._taught = session.taught
        self._plans: dict[tuple[object, ...], Candidate] = {}

    def candidates(self, machine: Machine, lane: Lane, situation: Situation) -> Iterator[Candidate]:
        """Yield what was learnt for a situation, in the order in which to try it."""
        today = ""
        for one in self.learnt(situation):
            if one.row is not None and one.row.until:
                today = today or _today(machine)
                if today > one.row.until:
                    continue
            yield self._understood(machine, lane, one)

    def learnt(self, situation: Situation) -> list[Learnt]:
        """Return the learnings for a situation, in the order in which to try them."""
        if self._found is None or self._taught != self._session.taught:
            self._taught = self._session.taught
            self._found = self._read()
        found = [
            one
            for hash in situation.hashes()
            for one in self._found.get(hash, ())
            if one.taught.situation.fits(situation)
        ]
        return sorted(found, key=lambda one: one.place)

    def resting(self, situation: Situation) -> list[Learnt]:
        """Return the learnings for a situation that are switched off, or whose last day is past,
        in the order in which they would be tried."""
        today = self._session.today().isoformat()
        found = [
            Learnt(row.id, taught, row)
            for row in rows(self._session)
            if (row.status == "off" or (row.status == "on" and "" < row.until < today))
            and (row.scope != "file" or row.path == self._path)
            and (taught := taught_or_none(row.text)) is not None
            and taught.situation.fits(situation)
        ]
        return sorted(found, key=lambda one: one.place)

    def _read(self) -> dict[str, list[Learnt]]:
        found: dict[str, list[Learnt]] = {}
        for one in in_force(self._session, self._path, self._plan, kept=self._kept):
            found.setdefault(one.taught.situation.key, []).append(one)
        return found

    def _understood(self, machine: Machine, lane: Lane, one: Learnt) -> Candidate:
        from kognilang.session.replies import names_of

        frame = lane.frame
        names = names_of(frame)
        key = (one.id, one.taught.body, frame.code, tuple(names.items()))
        known = self._plans.get(key)
        if known is None:
            plan = machine.code(frame.code).plan
            base = frame.code or machine.procedure
            words = f"When {one.taught.situation.head}"
            data, reason = understood_at(self._session, one.taught.body, plan, names, base)
            known = Candidate(one.id, data, words if data else reason)
            self._plans[key] = known
        return known


def _today(machine: Machine) -> str:
    from kognilang.values.moments import local

    return local(machine.world.context.read(), machine.world.settings).date().isoformat()


def in_force(
    session: Session, path: str, plan: Plan | None, every: bool = False, kept: bool = True
) -> list[Learnt]:
    """Return the learnings that are switched on for a procedure: those of its own text, then
    those that were remembered (unless not `kept`); `every` also those of other procedures."""
    found = []
    for text, file, line in plan.learnings if plan is not None else ():
        taught = taught_or_none(text)
        if taught is not None:
            found.append(Learnt(f"line {line} of {file}", taught))
    for row in rows(session) if kept else ():
        if row.status != "on" or (row.scope == "file" and row.path != path and not every):
            continue
        taught = taught_or_none(row.text)
        if taught is not None:
            found.append(Learnt(row.id, taught, row))
    return found


def rows(session: Session) -> list[LearningRow]:
    """Return the last versions of the workspace's learnings; also for a dry run, whose own store
    has none."""
    from kognilang.journal.learnings import Learnings

    if not session.dry_run:
        return Learnings(session.store).current()
    if not session.has_store():
        return []
    store = session.kept_store()
    try:
        return Learnings(store).current()
    finally:
        store.close()


def taught_or_none(text: str) -> Taught | None:
    """Return what the text of a learning teaches; None where it is none."""
    try:
        return read_learning(text)
    except NotTaught:
        return None


def understood_at(
    session: Session, body: str, plan: Plan, names: dict[str, str], base: str
) -> tuple[bytes, str]:
    """Understand the steps of a learning where a question stands; return their plan, or nothing
    and why they cannot be used there."""
    from kognilang.meaning.plandata import to_data
    from kognilang.meaning.understanding import Known
    from kognilang.session.procedures import understand

    known = Known.of(plan, names, base=base, in_answer=True)
    understood = understand(session, Source("the learning", body), known)
    if understood.errors:
        return b"", f"it is not understood there: {understood.errors[0].summary}"
    if understood.inputs:
        missing = ", ".join(f"the {name}" for name in understood.inputs)
        return b"", f"it speaks of {missing}, which nothing has set there"
    writing = writes(understood.plan, plan, session.library)
    refused = [one for one in writing if not may_write(one, session.settings)]
    if refused:
        named = ", ".join(sorted({one.partition(".")[2].replace("_", " ") for one in refused}))
        return b"", (
            f"it would write ({named}), which learnings may not here: kognilang.toml says which "
            'may, by write under [learnings] (write = ["mail"])'
        )
    return to_data(understood.plan), ""


def writes(plan: Plan, base: Plan, library: Library) -> list[str]:
    """Return the skills by which a plan would write, those of the definitions that it calls
    included."""
    from kognilang.meaning import plan as p

    found: dict[str, None] = {}
    seen: set[int] = set()

    def look(instructions: list[p.Instruction]) -> None:
        for one in instructions:
            if isinstance(one, p.CallSkill) and one.effect == "write":
                found[one.skill] = None
            elif isinstance(one, p.Call) and one.procedure not in seen:
                seen.add(one.procedure)
                look(steps_of(base, one.procedure))

    look(plan.instructions)
    return list(found)


def steps_of(plan: Plan, procedure: int) -> list[Instruction]:
    """Return the instructions of a definition."""
    if not 0 <= procedure < len(plan.procedures) or plan.procedures[procedure].start < 0:
        return []
    starts = sorted(one.start for one in plan.procedures if one.start >= 0)
    start = plan.procedures[procedure].start
    end = next((at for at in starts if at > start), len(plan.instructions))
    return list(plan.instructions[start:end])


def may_write(skill: str, settings: Settings) -> bool:
    """Whether the settings let learnings use a skill that writes."""
    section = settings.raw.get("learnings", {})
    allowed = section.get("write", False) if isinstance(section, dict) else False
    if isinstance(allowed, bool):
        return allowed
    names = [allowed] if isinstance(allowed, str) else list(allowed)
    return any(skill == name or skill.startswith(f"{name}.") for name in names)


def folded(text: str) -> str:
    """Return a text for comparing learnings: no matter how it is spaced or which case it has."""
    return " ".join(text.split()).casefold()
