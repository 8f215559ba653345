"""The session: the one place that wires reading, understanding, running and asking together."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.session import answering, freshness, looking, machines, procedures
from kognilang.session.keeping import Keeping
from kognilang.session.procedures import plan_of
from kognilang.session.views import AnswerOutcome, Checked, RunView
from kognilang.session.working import work
from kognilang.settings import Settings, load_settings
from kognilang.text.source import Source

if TYPE_CHECKING:
    from kognilang.asking.wishes import Wish
    from kognilang.journal.records import ProcedureRow, QuestionRow, RunRow
    from kognilang.journal.store import Store
    from kognilang.meaning.books import Library
    from kognilang.meaning.plan import Plan
    from kognilang.meaning.understanding import Known, Understood
    from kognilang.reasoning.model import WorkspaceModel
    from kognilang.running.findings import ExampleResult
    from kognilang.running.machine import Event, Machine


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
        no_model: bool = False,
    ) -> None:
        self.workspace = workspace.resolve()
        self.settings = settings if settings is not None else load_settings(self.workspace)
        self.as_role = as_role
        self.no_input = no_input
        self.dry_run = dry_run
        self.run_id = ""
        self.patience = patience
        self.no_model = no_model
        self.adviser: WorkspaceModel | None = None
        """The workspace's model, once it was asked (`kognilang.session.advising`)."""
        self.watch: Callable[[str, str], None] | None = None
        """Is told the job and the text of a model's reply as it comes; empty at its end."""
        self.repaired: set[tuple[str, str, str]] = set()
        """The situations, by run and lane, that a suggested answer was applied to."""
        self.machine_here: Machine | None = None
        """The machine whose question is being asked in place."""
        self.out = out
        self.ask = ask
        self.progress = progress
        self._notice = notice
        self.clock = clock
        self._keeping = Keeping(self.workspace, self.settings, store, dry_run)
        self._library: Library | None = None
        self.typed: list[str] = []
        self.taught = 0
        """Counts the changes of learnings made here, so that a run at work sees them."""
        self.remember: Callable[[QuestionRow, Wish | None], None] | None = None
        """Is called when a question that was asked here has been answered: to keep the answer as
        a learning if that is wished."""
        self.machine: Machine | None = None
        """The one at work, or the last that was."""
        self.stopping = False
        self.apart = False
        """Whether other workers see to a run's children, and to the run that waits for it."""
        self.said: list[str] = []
        """What the run at work has said."""

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
        return self._keeping.store

    def kept_store(self) -> Store:
        """Open the workspace's own store once more, which a dry run does not work with."""
        return self._keeping.own()

    def stay_aside(self) -> None:
        """Keep nothing in the workspace: use a store of its own that is forgotten at the end."""
        self._keeping.stay_aside()

    def has_store(self) -> bool:
        """Tell whether the workspace has a store already."""
        return self._keeping.exists()

    def close(self) -> None:
        """Let go of the store."""
        self._keeping.close()

    # -- checking ----------------------------------------------------------------------------

    def check(self, path: Path) -> Checked:
        """Read and understand a file without running it; nothing is written.

        Raises OSError when the file cannot be opened.
        """
        return procedures.check(self, path)

    def understand(
        self, source: Source, known: Known | None = None, markdown: bool = False
    ) -> Understood:
        """Read and understand a text; `known` is what it may speak of from before, `markdown`
        says that it is a runbook."""
        return procedures.understand(self, source, known, markdown)

    def test(self, path: Path) -> list[ExampleResult]:
        """Run the examples of a file; nothing is written anywhere.

        Raises TextRefused when the file is not understood, OSError when it cannot be opened.
        """
        from kognilang.session.rehearsing import rehearsed

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
        from kognilang.session.beginning import begin

        row, plan = begin(self, path, inputs or {}, "running")
        return work(self, row, plan, answers)

    def submit(self, path: Path, inputs: dict[str, str] | None = None) -> str:
        """Check a file and leave its run to the workers; return the run's id. Raises as `start`."""
        from kognilang.session.beginning import begin

        row, _ = begin(self, path, inputs or {}, "ready")
        return row.id

    def prepare(self, path: Path) -> tuple[ProcedureRow | None, Plan, str]:
        """Return the procedure to be kept with a run (None if it is kept already), its plan and
        its content hash. Raises TextRefused when it is not understood."""
        from kognilang.session.beginning import prepared

        _, procedure, plan, key = prepared(self, path)
        return procedure, plan, key

    def advance(self, run_id: str, answers: Iterable[str] = ()) -> RunView:
        """Take a run up where it stands and go on until it ends or waits.

        Raises LookupError for a run that there is not, Busy when another program has it.
        """
        row = looking.row_of(self, run_id)
        if row.status in ("finished", "failed", "cancelled"):
            self._print_rest(run_id)
            return self.view(run_id)
        row = self.store.claim(run_id, lease_seconds=self.lease)
        return work(self, row, plan_of(self, row), answers)

    def _print_rest(self, run_id: str) -> None:
        """Print what a run said at its end, where the program died before it could."""
        from kognilang.running.machine import print_pending

        print_pending(self.store, run_id, self.say)

    def machine_of(self, row: RunRow, plan: Plan) -> Machine:
        """Return the machine that carries a claimed run on, with the person here."""
        return machines.machine_of(self, row, plan)

    def stop(self) -> None:
        """Give the run at work back after the step that it is at; `Stopped` is raised there."""
        self.stopping = True
        if self.machine is not None:
            self.machine.glance = 0

    @property
    def waits_here(self) -> bool:
        """Whether a short wait is waited for here instead of leaving the run."""
        return self.patience > 0 and self.clock is None

    @property
    def lease(self) -> float:
        """Seconds for which a run is claimed at a time (`lease` under `[workers]`)."""
        found = self.settings.raw.get("workers", {})
        lease = found.get("lease", 60) if isinstance(found, dict) else 60
        return float(lease) if isinstance(lease, int | float) and lease > 0 else 60.0

    def lease_end(self, now: str) -> str:
        """Return until when a run claimed now is claimed."""
        from kognilang.journal.holding import later

        return later(now, self.lease)

    def say(self, text: str) -> None:
        """Put out what a run says."""
        self.said.append(text)
        if self.out is not None:
            self.out(text)

    def tell(self, who: str, text: str) -> None:
        """Tell somebody what needs no answer."""
        if self._notice is not None:
            self._notice(who, text)
        else:
            print(f"To {who}: {text}", file=sys.stderr)

    def relative(self, path: Path) -> str:
        """Return a path as it is kept: from the workspace, where it lies below."""
        path = path.resolve()
        try:
            return path.relative_to(self.workspace).as_posix()
        except ValueError:
            return str(path)

    # -- asking and answering ------------------------------------------------------------

    def answer(
        self, question_id: str, text: str, by: str = "", unseen: bool = False
    ) -> AnswerOutcome:
        """Answer a question that waits; then the caller advances the run.

        An answer that does not fit, comes too late, or is not this person's to give is not
        accepted, and the message says why. `unseen` says that nobody could read it while it was
        typed: a secret is taken only then.
        """
        return answering.answer(self, question_id, text, by, unseen)

    def refusal(self, question: QuestionRow, by: str = "") -> str:
        """Say why a question is not for somebody to answer; empty if it is."""
        person = answering.Answering(self, by)
        return person.refusal(question, answering.machine_at(self, question))

    def preview(self, question_id: str, text: str, by: str = "") -> AnswerOutcome:
        """Say what an answer would do, and whether it would be accepted; nothing is changed."""
        from kognilang.session.previews import preview

        return preview(self, question_id, text, by)

    # -- looking -------------------------------------------------------------------------

    def inbox(self, as_role: str | None = None) -> list[QuestionRow]:
        """Return the questions that wait, of all people or of one."""
        return list(self.each_question(as_role))

    def each_question(self, as_role: str | None = None) -> Iterator[QuestionRow]:
        """Go through the questions that wait, of all people or of one, a few at a time."""
        return looking.of_person(self, self.store.each_question(), as_role)

    def notices(self, as_role: str | None = None) -> list[QuestionRow]:
        """Return what people were told and nobody has marked as seen, of all or of one."""
        return list(self.each_notice(as_role))

    def each_notice(self, as_role: str | None = None) -> Iterator[QuestionRow]:
        """Go through what people were told and nobody has marked as seen, of all or of one."""
        return looking.of_person(self, looking.notices(self), as_role)

    def attend(
        self, waits: bool = True, out: Callable[[str, str], None] | None = None
    ) -> list[RunView]:
        """Carry on the runs of which a deadline, a reminder or, with `waits`, a wait is due.

        Returns how they stand. May be called at any time and by several at once: what is due is
        done once. `out` is given what the runs say, as (run, text).
        """
        from kognilang.session.due import attend

        return attend(self, waits=waits, out=out)

    def now(self) -> str:
        """Return the moment as the store keeps it."""
        return self.store.now() if self.clock is None else _iso(self.clock())

    def today(self) -> date:
        """Return the day by the workspace's clock and time zone."""
        from kognilang.values.moments import local

        return local(datetime.fromisoformat(self.now()), self.settings).date()

    def interrupted(self, row: RunRow) -> bool:
        """Tell whether a run that counts as running has nobody any more who works on it."""
        from kognilang.journal.workers import is_dead

        if row.status != "running":
            # One that nobody has begun yet waits for a worker.
            return row.status == "ready" and row.epoch > 0
        return not row.worker or is_dead(row.worker) or row.lease_until <= self.store.now()

    def newest_open(self, path: Path) -> tuple[RunRow | None, int]:
        """Return the newest run of a procedure that has not ended, and how many there are."""
        if not self.has_store():
            return None, 0
        newest, count = self.store.newest_open(self.relative(path))
        return (self.store.run(newest), count) if newest else (None, 0)

    def open_question(self, question_id: str) -> QuestionRow | None:
        """Return a question that waits, by its id in small or capital letters."""
        found = self.store.question(question_id.lower())
        return found if found is not None and found.status == "open" else None

    def runs(self, last: int = 0) -> list[RunRow]:
        """Return the runs of the workspace in the order of their beginning, all or the last so
        many, with those begun for items."""
        return self.store.last_runs(last, children=True) if last else self.store.runs()

    def view(self, run_id: str) -> RunView:
        """Return how a run stands. Raises LookupError."""
        return looking.view(self, run_id)

    def show(self, run_id: str) -> dict[str, Any]:
        """Return the trace of a run as data: its steps in order, with their sentences."""
        return looking.trace(self, run_id)

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
        return freshness.fresh(self, path)


def _iso(moment: datetime) -> str:
    from kognilang.running.waits import utc

    return utc(moment)
