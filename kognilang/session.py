"""The session: the one place that wires reading, understanding, running and asking together."""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.dataclass import dataclass, field
from kognilang.problems.problem import Problem, TextRefused
from kognilang.settings import Settings, load_settings
from kognilang.text.source import Source

if TYPE_CHECKING:
    from kognilang.asking.answers import Reply
    from kognilang.journal.records import EffectRow, QuestionRow, RunRow
    from kognilang.journal.store import Store
    from kognilang.meaning.books import Library
    from kognilang.meaning.plan import Plan
    from kognilang.meaning.state import Explanation
    from kognilang.meaning.understanding import Known, Understood
    from kognilang.running.examples import ExampleResult
    from kognilang.running.machine import Event, Machine

MOST_ATTEMPTS = 3
"""A run taken up more often without getting any further is asked about."""

FOLDER = ".kognilang"


@dataclass(slots=True)
class Checked:
    """What a file means, or all that is wrong with it."""

    source: Source
    problems: list[Problem]
    warnings: list[Problem]
    plan: Plan | None
    explanations: list[Explanation]
    inputs: tuple[str, ...]


@dataclass(slots=True)
class Count:
    """What has become of the items of one lane loop."""

    noun: str
    done: int
    waiting: int
    skipped: int
    total: int
    line: int = 0


@dataclass(slots=True)
class RunView:
    """How a run stands. `simulated` are the writes that a dry run did not do."""

    id: str
    status: str
    outcome: str
    questions: list[QuestionRow]
    said: list[str]
    counts: list[Count]
    effects: list[EffectRow]
    wake_at: str = ""
    next: str = ""
    """The run that was started over instead, if any."""
    simulated: list[dict[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class AnswerOutcome:
    """Whether an answer counts, what to say to who gave it, and the run to advance."""

    accepted: bool
    message: str
    run: str


class Session:
    """A workspace, with the person who sits at it.

    `ask` asks a question in place and returns the typed answer, or None to let it wait; it is
    called again with the reason when an answer does not fit. `out` puts out what is said,
    `notice` what is told to others, `progress` how far a long loop is. Nothing is written
    before a run begins.
    """

    def __init__(
        self,
        workspace: Path,
        *,
        settings: Settings | None = None,
        store: Store | None = None,
        as_role: str = "",
        no_input: bool = False,
        out: Callable[[str], None] | None = None,
        ask: Callable[..., str | None] | None = None,
        progress: Callable[[Event], None] | None = None,
        dry_run: bool = False,
        notice: Callable[[str, str], None] | None = None,
        clock: Callable[[], datetime] | None = None,
        patience: float = 60.0,
    ) -> None:
        self.workspace = workspace.resolve()
        self.settings = settings if settings is not None else load_settings(self.workspace)
        self.as_role = as_role
        self.no_input = no_input
        self.dry_run = dry_run
        self.run_id = ""
        self.patience = patience
        self._out = out
        self._ask = ask
        self._progress = progress
        self._notice = notice
        self._clock = clock
        self._store = store
        self._library: Library | None = None
        self._answers: list[str] = []
        self.said: list[str] = []
        """What the run at work has said."""
        self._scratch: Any = None

    # -- what the session has at hand ----------------------------------------------------

    @property
    def library(self) -> Library:
        """The skills of the standard books, the plugins and the workspace."""
        if self._library is None:
            from kognilang.meaning.books import Library

            self._library = Library.load(self.workspace)
        return self._library

    @property
    def store(self) -> Store:
        """The workspace's store; a dry run has one of its own that it forgets."""
        if self._store is None:
            from kognilang.journal.store import Store

            if self.dry_run:
                self._store = Store.open(self._scratch_folder() / "store.db")
            else:
                place = self.settings.store or self.workspace / FOLDER / "store.db"
                self._store = Store.open(self._placed(place))
        return self._store

    def stay_aside(self) -> None:
        """Keep nothing in the workspace: use a store of its own that is forgotten at the end."""
        if self._store is None:
            from kognilang.journal.store import Store

            self._store = Store.open(self._scratch_folder() / "store.db")

    def _placed(self, place: str | Path) -> str | Path:
        """A relative path in the settings starts at the workspace."""
        text = str(place)
        if text.startswith(("postgresql:", "postgres:")):
            return text
        return self.workspace / text.removeprefix("sqlite:///")

    def _scratch_folder(self) -> Path:
        if self._scratch is None:
            import tempfile

            self._scratch = tempfile.TemporaryDirectory(prefix="kognilang-")
        return Path(self._scratch.name)

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    # -- checking ----------------------------------------------------------------------------

    def check(self, path: Path) -> Checked:
        """Read and understand a file without running it; nothing is written.

        Raises OSError when the file cannot be opened.
        """
        return self._check(_source_of(path))

    def _check(self, read: tuple[Source, list[Problem]]) -> Checked:
        source, faults = read
        if any(not one.warning for one in faults):
            return Checked(source, faults, [], None, [], ())
        understood = self.understand(source)
        problems = [*faults, *understood.problems]
        errors = [one for one in problems if not one.warning]
        return Checked(
            source,
            errors,
            [one for one in problems if one.warning],
            None if errors else understood.plan,
            understood.explanations,
            tuple(understood.inputs),
        )

    def understand(self, source: Source, known: Known | None = None) -> Understood:
        """Read and understand a text; `known` is what it may speak of from before."""
        from kognilang.language.reading import read
        from kognilang.meaning.understanding import understand

        markdown = source.path is not None and source.path.suffix.lower() == ".md"
        reading = read(source, markdown)
        return understand(reading, source, self.library, self.settings, known)

    def test(self, path: Path) -> list[ExampleResult]:
        """Run the examples of a file; nothing is written anywhere.

        Raises TextRefused when the file is not understood, OSError when it cannot be opened.
        """
        from kognilang.rehearsing import rehearsed

        return rehearsed(self, path).results

    # -- running ---------------------------------------------------------------------------------

    def start(
        self, path: Path, inputs: dict[str, str] | None = None, answers: Iterable[str] = ()
    ) -> RunView:
        """Check a file, then run it until it ends or waits.

        `inputs` are names with their values as typed, `answers` the replies to the first
        questions asked here. Raises TextRefused when the file is not understood; then
        nothing is left behind. Raises StoreFault when the store fails.
        """
        from kognilang.journal.records import JournalRow, ProcedureRow, RunRow
        from kognilang.meaning.plandata import to_data
        from kognilang.values.coding import encode

        source, faults = _source_of(path)
        if any(not one.warning for one in faults):
            raise TextRefused(faults)
        key = self._content_key(source)
        procedure, plan = self._known_plan(key)
        if plan is None:
            checked = self._check((source, faults))
            if checked.plan is None:
                raise TextRefused(checked.problems)
            plan = checked.plan
            procedure = ProcedureRow(
                key, plan.title, self._relative(path), source.text, to_data(plan)
            )
        given = self._inputs(inputs or {}, plan, source)
        store = self.store
        now = store.now()
        data = json.dumps({name: encode(value) for name, value in given.items()})
        row = RunRow(
            store.next_id("r"),
            key,
            plan.title,
            self._relative(path),
            "running",
            1,
            0,
            b"",
            now,
            inputs=data,
        )
        began = {"file": row.path, "inputs": json.loads(data), "by": self.as_role}
        store.new_run(row, [JournalRow("", 0, "began", json.dumps(began), now)], procedure)
        return self._work(row, plan, answers)

    def advance(self, run_id: str, answers: Iterable[str] = ()) -> RunView:
        """Take a run up where it stands and go on until it ends or waits.

        Raises LookupError for a run that there is not, Busy when another program has it.
        """
        row = self.store.run(run_id)
        if row is None:
            raise LookupError(f"There is no run {run_id}.")
        if row.status in ("finished", "failed", "cancelled"):
            self._print_rest(run_id)
            return self.view(run_id)
        row = self.store.claim(run_id)
        return self._work(row, self._plan_of(row), answers)

    def _print_rest(self, run_id: str) -> None:
        """Print what a run said at its end, where the program died before it could."""
        from kognilang.running.machine import print_pending

        print_pending(self.store, run_id, self._say)

    def _work(self, row: RunRow, plan: Plan, answers: Iterable[str]) -> RunView:
        from kognilang.journal.records import LostLease, StoreFault

        self.run_id = row.id
        self._answers = list(answers)
        self.said = []
        try:
            machine = self.machine_of(row, plan)
            machine.wake(self.store.now() if self._clock is None else _iso(self._clock()))
            machine.take_answers()
            if row.attempts > MOST_ATTEMPTS and machine.status == "running":
                machine.incident(row.attempts)
            status = machine.advance()
            while status == "ready":
                # An answer came while it parked.
                row = self.store.claim(row.id)
                machine = self.machine_of(row, plan)
                machine.take_answers()
                status = machine.advance()
        except BaseException:
            with suppress(StoreFault, LostLease):
                self.store.release(row.id)
            raise
        view = self.view(row.id)
        view.said = self.said
        view.simulated = machine.simulated
        if machine.started_over:
            return self._start_over(row, plan)
        return view

    def _start_over(self, row: RunRow, plan: Plan) -> RunView:
        """Begin a new run of the same plan, which lists the writes that the old one has done."""
        from kognilang.journal.records import JournalRow, RunRow

        store = self.store
        now = store.now()
        new = RunRow(
            store.next_id("r"), row.procedure, row.title, row.path, "running", 1, 0, b"", now,
            parent=row.id, inputs=row.inputs,
        )  # fmt: skip
        done = [
            {"skill": one.skill, "arguments": one.arguments}
            for one in store.effects(row.id)
            if one.status == "done"
        ]
        began = {"file": row.path, "instead_of": row.id, "already_done": done}
        store.new_run(new, [JournalRow("", 0, "began", json.dumps(began), now)])
        return self._work(new, plan, self._answers)

    def machine_of(self, row: RunRow, plan: Plan) -> Machine:
        """Return the machine that carries a claimed run on, with the person here."""
        from kognilang.running.machine import Machine, Ports
        from kognilang.running.world import World, clock
        from kognilang.values.coding import decode

        inputs = {name: decode(value) for name, value in json.loads(row.inputs or "{}").items()}
        world = World(
            self.settings,
            lambda: self.library,
            (self.workspace / row.path).parent,
            inputs,
            self._clock or clock,
            self.dry_run,
        )
        ports = Ports(
            out=self._say,
            notice=self._tell,
            progress=self._progress,
            sleep=time.sleep if self.patience > 0 and self._clock is None else None,
            patience=self.patience,
        )
        machine = Machine(self.store, row, plan, world, ports)
        ports.ask = lambda question: self._ask_here(machine, question)
        return machine

    def _say(self, text: str) -> None:
        self.said.append(text)
        if self._out is not None:
            self._out(text)

    def _tell(self, who: str, text: str) -> None:
        if self._notice is not None:
            self._notice(who, text)
        else:
            print(f"To {who}: {text}", file=sys.stderr)

    # -- plans ------------------------------------------------------------------------------------

    def _content_key(self, source: Source) -> str:
        """Return the hash of all that a plan is made from; empty where it cannot be told."""
        from kognilang import __version__
        from kognilang.meaning.books import standard_folder
        from kognilang.meaning.edition import edition
        from kognilang.meaning.plan import FORMAT

        digest = hashlib.sha256(f"{FORMAT}\n{__version__}\n{source.name}\n".encode())
        digest.update(edition().encode())
        digest.update(source.text.encode("utf-8", "surrogatepass"))
        digest.update(json.dumps(self.settings.raw, sort_keys=True, default=str).encode())
        for file in sorted(standard_folder().glob("*/manifest.json")):
            digest.update(file.read_bytes())
        for file in sorted((self.workspace / "skills").glob("*.py")):
            digest.update(file.read_bytes())
        for used in _used_files(source):
            with suppress(OSError):
                digest.update(used.read_bytes())
        return digest.hexdigest()

    def _known_plan(self, key: str) -> tuple[Any, Plan | None]:
        """Return the stored plan of an unchanged file: it is neither read nor understood again."""
        from kognilang.meaning.plandata import WrongFormat, from_data

        row = self.store.procedure(key)
        if row is None:
            return None, None
        try:
            return row, from_data(row.plan)
        except WrongFormat:
            return None, None

    def _plan_of(self, row: RunRow) -> Plan:
        from kognilang.journal.records import StoreFault
        from kognilang.meaning.plandata import from_data

        procedure = self.store.procedure(row.procedure)
        if procedure is None:
            raise StoreFault(
                f"The store {self.store.where} is damaged: the procedure of the run {row.id} is "
                "missing. It was left as it is. Put back the last good copy of it."
            )
        return from_data(procedure.plan)

    def _relative(self, path: Path) -> str:
        path = path.resolve()
        try:
            return path.relative_to(self.workspace).as_posix()
        except ValueError:
            return str(path)

    def _inputs(self, given: dict[str, str], plan: Plan, source: Source) -> dict[str, Any]:
        """Read the values set from outside. Raises TextRefused for a name that the text lacks."""
        if not given:
            return {}
        from difflib import get_close_matches

        from kognilang.language.words import canonical
        from kognilang.values.data import recognise

        found: dict[str, Any] = {}
        problems = []
        for name, text in given.items():
            words = canonical(name)
            words = words.removeprefix("the ")
            if words in plan.inputs:
                found[words] = recognise(text, self.settings)
                continue
            near = get_close_matches(words, plan.inputs, n=3, cutoff=0.5) or list(plan.inputs)
            problems.append(
                Problem(
                    "unknown-input",
                    f'"{source.name}" takes no "{name}" from outside.',
                    detail=[f"It takes: {', '.join(near)}."] if near else ["It takes nothing."],
                )
            )
        if problems:
            raise TextRefused(problems)
        return found

    # -- asking and answering ------------------------------------------------------------

    def _may_answer_here(self, question: QuestionRow) -> bool:
        from kognilang.asking.people import People

        people = People.of(self.settings)
        return people.may_answer(people.terminal_person(self.as_role), question.to)

    def _ask_here(self, machine: Machine, question: QuestionRow) -> dict[str, Any] | None:
        """Ask the person here, if it is for them; None lets the question wait."""
        if not self._may_answer_here(question):
            return None
        reason = ""
        while True:
            if self._answers:
                text = self._answers.pop(0)
            elif self._ask is None or self.no_input:
                return None
            else:
                typed = self._ask(question, reason) if reason else self._ask(question)
                if typed is None:
                    return None
                text = typed
            data, reason = self._interpreted(machine, question, text)
            if data is None:
                if self._ask is None or self.no_input:
                    self._tell(
                        question.to or "you", f'"{text}" does not answer {question.id}: {reason}'
                    )
                continue
            if self._keep_answer(question, text, data, self.as_role):
                return data
            counted = self.store.answer_of(question.id)
            return json.loads(counted.data) if counted is not None else None

    def _interpreted(
        self, machine: Machine, question: QuestionRow, text: str
    ) -> tuple[dict[str, Any] | None, str]:
        """Return an answer's data, or None and why it does not fit."""
        from kognilang.asking.answers import interpret

        reply = interpret(text, question, self.settings)
        if not reply.accepted:
            return None, reply.reason
        if reply.kind == "sentences":
            return self._sentences(machine, question, reply)
        from kognilang.values.coding import encode

        data: dict[str, Any] = {"kind": reply.kind}
        if reply.kind == "instruction":
            data["instruction"] = reply.instruction
        elif reply.kind == "choice":
            data["value"] = reply.value
        else:
            data["value"] = encode(reply.value)
        return data, ""

    def _sentences(
        self, machine: Machine, question: QuestionRow, reply: Reply
    ) -> tuple[dict[str, Any] | None, str]:
        """Understand the sentences of an answer where the question stands."""
        from kognilang.meaning.plandata import to_data
        from kognilang.meaning.understanding import Known

        lane = next(
            (
                one
                for one in machine.lanes()
                if one.asking is not None and one.asking.question == question.id
            ),
            None,
        )
        if lane is None:
            return None, "The question is no longer open."
        frame = lane.frame
        plan = machine.code(frame.code).plan
        known = Known.of(
            plan,
            names_of(frame),
            base=frame.code or machine.procedure,
            in_answer=True,
        )
        source = Source(f"the answer to {question.id}", reply.sentences)
        understood = self.understand(source, known)
        errors = [one for one in understood.problems if not one.warning]
        if errors:
            first = errors[0]
            hints = f" For example: {first.candidates[0]}" if first.candidates else ""
            stop = "" if first.summary.endswith((".", "?", "!")) else "."
            return None, f"That could not be understood: {first.summary}{stop}{hints}"
        if understood.inputs:
            names = ", ".join(f"the {name}" for name in understood.inputs)
            return None, f"That speaks of {names}, which nothing has set here."
        data = to_data(understood.plan).decode()
        return {"kind": "sentences", "text": reply.sentences, "plan": data}, ""

    def _keep_answer(self, question: QuestionRow, text: str, data: dict[str, Any], by: str) -> bool:
        from kognilang.journal.records import AnswerRow

        words = f"{question.id}\n{by}\n{text}"
        return self.store.answer(
            AnswerRow(
                hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:24],
                question.id,
                text,
                by,
                self.store.now(),
                json.dumps(data, ensure_ascii=False),
            )
        )

    def answer(self, question_id: str, text: str, by: str = "") -> AnswerOutcome:
        """Answer a question that waits; then the caller advances the run.

        An answer that does not fit, comes too late, or is not this person's to give is not
        accepted, and the message says why.
        """
        from kognilang.asking.notices import not_yours, too_late
        from kognilang.asking.people import People

        question = self.store.question(question_id)
        if question is None:
            return AnswerOutcome(False, f'There is no question "{question_id}".', "")
        if question.status != "open":
            counted = self.store.answer_of(question.id)
            return AnswerOutcome(False, too_late(question, counted), question.run)
        people = People.of(self.settings)
        who = people.terminal_person(by or self.as_role)
        if not people.may_answer(who, question.to):
            name = (who.title or who.name) if who is not None else ""
            return AnswerOutcome(False, not_yours(question, name), question.run)
        row = self.store.run(question.run)
        assert row is not None
        machine = self.machine_of(row, self._plan_of(row))
        data, reason = self._interpreted(machine, question, text)
        if data is None:
            return AnswerOutcome(False, reason, question.run)
        name = by or self.as_role or ((who.title or who.name) if who is not None else "")
        data["by"] = name
        if self._keep_answer(question, text, data, name):
            return AnswerOutcome(True, "", question.run)
        counted = self.store.answer_of(question.id)
        return AnswerOutcome(False, too_late(question, counted), question.run)

    # -- looking -------------------------------------------------------------------------

    def inbox(self, as_role: str | None = None) -> list[QuestionRow]:
        """Return the questions that wait, of all people or of one."""
        from kognilang.asking.people import People

        found = self.store.questions("open")
        if as_role:
            people = People.of(self.settings)
            who = people.terminal_person(as_role)
            found = [one for one in found if people.may_answer(who, one.to)]
        return found

    def interrupted(self, row: RunRow) -> bool:
        """Tell whether a run that counts as running has nobody any more who works on it."""
        from kognilang.journal.workers import is_dead

        if row.status != "running":
            return row.status == "ready"
        return not row.worker or is_dead(row.worker) or row.lease_until <= self.store.now()

    def open_runs(self, path: Path) -> list[RunRow]:
        """Return the runs of a procedure that have not ended."""
        if self._store is None and not self._has_store():
            return []
        found = self.store.runs(path=self._relative(path))
        return [row for row in found if row.status not in ("finished", "failed", "cancelled")]

    def runs(self) -> list[RunRow]:
        """Return all runs of the workspace in the order of their beginning."""
        return self.store.runs()

    def view(self, run_id: str) -> RunView:
        """Return how a run stands. Raises LookupError."""
        row = self.store.run(run_id)
        if row is None:
            raise LookupError(f"There is no run {run_id}.")
        return RunView(
            row.id,
            row.status,
            row.outcome,
            self.store.questions("open", run=row.id),
            [],
            self._counts(row),
            [one for one in self.store.effects(row.id) if one.status == "done"],
            row.wake_at if row.status == "waiting" else "",
        )

    def _counts(self, row: RunRow) -> list[Count]:
        if not row.frame:
            return []
        state = json.loads(row.frame)
        found = [
            Count(
                one["noun"], one["done"], one["waiting"], one["skipped"], one["total"], one["line"]
            )
            for one in state["counts"]
        ]
        for frame in state["root"]["stack"]:
            for loop in frame.get("loops", {}).values():
                group = loop.get("group")
                if group is None:
                    continue
                ended = group["done"] + group["skipped"]
                found.append(
                    Count(
                        group["noun"],
                        group["done"],
                        group["open"],
                        group["skipped"],
                        ended + group["open"],
                        group["line"],
                    )
                )
        return found

    def show(self, run_id: str) -> dict[str, Any]:
        """Return the trace of a run as data: its steps in order, with their sentences."""
        from kognilang.running.trace import trace_of

        row = self.store.run(run_id)
        if row is None:
            raise LookupError(f"There is no run {run_id}.")
        return trace_of(row, self._plan_of(row), self.store)

    def verify(self, run_id: str) -> str:
        """Return what is wrong with a run's journal, in words; empty if nothing was changed."""
        return self.store.verify(run_id).reason

    # -- ending --------------------------------------------------------------------------

    def cancel(self, run_id: str, why: str = "") -> bool:
        """End a run; False if it had ended already. What it has done stays done."""
        return self.store.cancel(run_id, self.as_role or "the person at the terminal", why)

    def fresh(self, path: Path) -> list[str]:
        """Withdraw what still waits of a procedure and empty the results folder of the settings.

        Returns the runs withdrawn. Raises BadSettings for a results folder that is not below
        the workspace.
        """
        from kognilang.settings import BadSettings

        withdrawn = []
        if self._store is not None or self._has_store():
            for row in self.store.runs(path=self._relative(path)):
                if row.status not in ("finished", "failed", "cancelled"):
                    self.store.cancel(row.id, self.as_role or "the person at the terminal")
                    withdrawn.append(row.id)
        results = self.settings.raw.get("results", "")
        if not isinstance(results, str) or not results:
            return withdrawn
        folder = (self.workspace / results).resolve()
        if folder == self.workspace or self.workspace not in folder.parents:
            raise BadSettings(
                f'kognilang.toml: "results" names {folder}, which is not a folder below the '
                "workspace, so it is not emptied."
            )
        if folder.is_dir():
            for entry in sorted(folder.iterdir()):
                if entry.is_dir() and not entry.is_symlink():
                    import shutil

                    shutil.rmtree(entry)
                else:
                    entry.unlink()
        return withdrawn

    def _has_store(self) -> bool:
        if self.settings.store:
            return True
        return (self.workspace / FOLDER / "store.db").exists()


def names_of(frame: Any) -> dict[str, str]:
    """Return the names that a frame sees, the inner ones first, with the kind of each value."""
    from kognilang.values.kinding import kind_of
    from kognilang.values.kinds import Record

    found: dict[str, str] = {}
    while frame is not None:
        for name, value in frame.names.items():
            if name.startswith("~") or name in found:
                continue
            kind = kind_of(value)
            if isinstance(value, Record) and value.kind:
                kind = value.kind
            found[name] = "any" if kind == "nothing" else kind
        frame = frame.outer
    return found


def _source_of(path: Path) -> tuple[Source, list[Problem]]:
    from kognilang.problems.textfaults import problem_of
    from kognilang.text.reading import read_source

    source, faults = read_source(path)
    return source, [problem_of(fault, source) for fault in faults]


def _used_files(source: Source) -> list[Path]:
    """Return the files that a text brings definitions in from."""
    import re

    if source.path is None:
        return []
    names = re.findall(r'(?i)\buse the [^"“]*["“]([^"”]+)["”]', source.text)
    return [source.path.parent / name for name in names]


def _iso(moment: datetime) -> str:
    from kognilang.running.waits import utc

    return utc(moment)
