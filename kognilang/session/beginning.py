"""Beginning: a file is checked, and a run of it put into the store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from kognilang.problems.problem import TextRefused
from kognilang.session import procedures
from kognilang.session.inputs import inputs_of
from kognilang.session.procedures import content_key, known_plan

if TYPE_CHECKING:
    from kognilang.journal.records import ProcedureRow, RunRow
    from kognilang.meaning.plan import Plan
    from kognilang.session.session import Session
    from kognilang.text.source import Source


def begin(session: Session, path: Path, inputs: dict[str, str], status: str) -> tuple[RunRow, Plan]:
    """Check a file and keep a new run of it, which is claimed where it is `running`.

    Raises TextRefused when the file is not understood; then nothing is left behind.
    """
    from kognilang.journal.records import JournalRow, RunRow
    from kognilang.values.coding import encode

    source, procedure, plan, key = prepared(session, path)
    given = inputs_of(inputs, plan, source, session.settings)
    store = session.store
    now = store.now()
    data = json.dumps({name: encode(value) for name, value in given.items()})
    row = RunRow(
        store.next_id("r"),
        key,
        plan.title,
        session.relative(path),
        status,
        int(status == "running"),
        0,
        b"",
        now,
        inputs=data,
    )
    began = {"file": row.path, "inputs": json.loads(data), "by": session.as_role}
    row.lease_until = session.lease_end(now) if status == "running" else ""
    store.new_run(row, [JournalRow("", 0, "began", json.dumps(began), now)], procedure)
    return row, plan


def prepared(session: Session, path: Path) -> tuple[Source, ProcedureRow | None, Plan, str]:
    """Return a file's text, the procedure to be kept with a run (None if it is kept already), its
    plan and its content hash. Raises TextRefused when it is not understood."""
    from kognilang.journal.records import ProcedureRow
    from kognilang.meaning.plandata import to_data

    source, faults = procedures.source_of(path)
    if any(not one.warning for one in faults):
        raise TextRefused(faults)
    key = content_key(session, source)
    procedure, plan = known_plan(session, key)
    if plan is None:
        checked = procedures.check_read(session, (source, faults))
        if checked.plan is None:
            raise TextRefused(checked.problems)
        plan = checked.plan
        procedure = ProcedureRow(
            key,
            plan.title,
            session.relative(path),
            source.text,
            to_data(plan),
            procedures.readings_text(source),
        )
    return source, procedure, plan, key
