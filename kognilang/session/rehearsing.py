"""Examples of a file, wired: read, understood, and each run in a store that is forgotten."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.dataclass import dataclass
from kognilang.problems.problem import TextRefused
from kognilang.running.examples import run_example, sentence_of
from kognilang.running.findings import ExampleResult, Sentence
from kognilang.running.rehearsal import Clock
from kognilang.session.replies import interpreted

if TYPE_CHECKING:
    from kognilang.journal.records import QuestionRow
    from kognilang.journal.store import Store
    from kognilang.meaning.examples import Script
    from kognilang.meaning.plan import Plan
    from kognilang.running.rehearsal import Rehearsal
    from kognilang.session import Session

MORNING = time(9)
"""`Given today is …` means this time of the day."""


@dataclass(slots=True)
class Rehearsed:
    """A file's examples, run, and its sentences, each with whether an example ran it."""

    results: list[ExampleResult]
    sentences: list[tuple[Sentence, bool]]


def rehearsed(session: Session, path: Path) -> Rehearsed:
    """Run the examples of a file. No write is done and the workspace's store is not touched.

    Raises TextRefused when the file is not understood, OSError when it cannot be opened.
    """
    from kognilang.journal.store import Store
    from kognilang.language.reading import read
    from kognilang.meaning.examples import examples_of, understand_example

    checked = session.check(path)
    if checked.plan is None:
        raise TextRefused(checked.problems)
    source = checked.settling.current if checked.settling is not None else checked.source
    reading = read(source, path.suffix.lower() == ".md")
    results = []
    for example in examples_of(reading):
        script = understand_example(
            example, reading, source, session.library, session.settings, checked.plan
        )
        if script.problems:
            results.append(
                ExampleResult(
                    source.name, script.line, script.title, "not understood",
                    problems=script.problems,
                )
            )  # fmt: skip
            continue
        with tempfile.TemporaryDirectory(prefix="kognilang-") as folder:
            store = Store.open(Path(folder) / "store.db")
            try:
                results.append(_run(session, store, script, checked.plan, path, Path(folder)))
            finally:
                store.close()
    return Rehearsed(results, coverage(checked.plan, results))


def _run(
    session: Session, store: Store, script: Script, whole: Plan, path: Path, store_folder: Path
) -> ExampleResult:
    from kognilang.journal.records import JournalRow, ProcedureRow, RunRow
    from kognilang.meaning.plandata import to_data
    from kognilang.running.world import World
    from kognilang.session.learned import Learned

    clock = Clock(_moment(session, script))
    world = World(
        session.settings, lambda: session.library, path.resolve().parent, {}, clock, dry=True
    )
    if script.files:
        from kognilang.session.givenfiles import laid

        world.given_files = laid(script.files, world.folder, store_folder / "given")
    plan = script.plan
    now = store.now()
    key = f"example {script.line}"
    row = RunRow(
        store.next_id("r"), key, plan.title, str(path), "running", 1, 0, b"", now, inputs="{}"
    )
    store.new_run(
        row,
        [JournalRow("", 0, "began", json.dumps({"file": str(path)}), now)],
        ProcedureRow(key, plan.title, str(path), script.source.text, to_data(plan)),
    )

    def interpret(
        machine: Rehearsal, question: QuestionRow, text: str
    ) -> tuple[dict[str, Any] | None, str]:
        return interpreted(session, machine, question, text)

    learned = Learned(session, "", whole, kept=False)
    return run_example(script, store, row, world, clock, interpret, learned.candidates)


def _moment(session: Session, script: Script) -> datetime:
    """Return the moment that an example says it is, else now."""
    from kognilang.language import tree
    from kognilang.values.moments import at

    said = script.moment
    if isinstance(said, tree.DateLiteral):
        return at(said.value, MORNING, session.settings)
    if isinstance(said, tree.MomentLiteral):
        day, clock = said.day, said.time
        if isinstance(day, tree.DateLiteral) and isinstance(clock, tree.TimeLiteral):
            return at(day.value, clock.value, session.settings)
    from kognilang.running.world import clock as machine_clock

    return machine_clock()


def coverage(plan: Plan, results: Iterable[ExampleResult]) -> list[tuple[Sentence, bool]]:
    """Return every sentence of a plan that does something, with whether an example ran it."""
    from kognilang.meaning.plan import End

    reached: set[Sentence] = set()
    for result in results:
        reached |= result.reached
    numbers = dict.fromkeys(one.sentence for one in plan.instructions if not isinstance(one, End))
    found: dict[Sentence, bool] = {}
    for number in sorted(numbers):
        sentence = sentence_of(plan, number)
        found[sentence] = sentence in reached
    return list(found.items())
