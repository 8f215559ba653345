"""Full disks, lost leases, programs that break off again and again."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.journal.records import LostLease, StoreFault
from kognilang.journal.store import Store
from kognilang.meaning import plan as p
from tests.faults.test_crashes import settle, state, work
from tests.running.plans import Bench, number, plan_of


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "calm").mkdir()
    (tmp_path / "full").mkdir()
    calm = Bench(tmp_path / "calm")
    run = calm.start(work())
    machine = calm.go(run)
    while machine.status != "finished":
        assert settle(calm, machine.store, run)
        machine = calm.go(run)
    expected = state(machine)

    bench = Bench(tmp_path / "full")
    run = bench.start(work())
    faults = 0
    for room in range(1, 60):
        store = Store.open(bench.folder / "store.db")
        store.runs()
        connection = store._driver._connection  # type: ignore[attr-defined]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + room // 8}")
        try:
            if settle(bench, store, run):
                pass
            machine = bench.go(run, store)
        except StoreFault as fault:
            faults += 1
            assert "Traceback" not in str(fault)
            store.close()
            continue
        store.close()
        if machine.status == "finished":
            break
    assert faults
    assert machine.status == "finished"
    assert state(machine) == expected
    assert sorted(bench.peer.items) == sorted(calm.peer.items)


def test_a_worker_that_lost_its_run_writes_nothing_more(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    first = bench.store()
    other = bench.store()

    looked = bench.peer.look

    def look(what: object) -> object:
        other.claim(run, "the test")
        return looked(what)

    bench.peer.look = look  # type: ignore[method-assign]
    run = bench.start(
        plan_of(
            p.CallSkill("test.look", (("what", p.Const("x")),), "read", "seen"),
            p.CallSkill("test.pay", (("what", p.Const("x")),), "write"),
        )
    )
    with pytest.raises(LostLease):
        bench.go(run, first)
    assert bench.peer.done == []


def test_a_run_that_breaks_off_again_and_again_is_asked_about(tmp_path: Path) -> None:
    from kognilang.session import Session

    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "bad.py").write_text(
        "from kognilang import skill\n"
        "class Dead(BaseException):\n    pass\n"
        '@skill("break off", effect="read")\n'
        'def break_off() -> None:\n    """Break off."""\n    raise Dead\n'
    )
    path = tmp_path / "test.kog"
    path.write_text('Break off.\nSay "after".\n')
    said: list[str] = []
    session = Session(tmp_path, out=said.append)
    with pytest.raises(BaseException) as broken:
        session.start(path)
    assert type(broken.value).__name__ == "Dead"
    for _ in range(4):
        try:
            view = session.advance("r1")
        except Exception:
            raise
        except BaseException:
            continue
        if view.status == "parked":
            break
    (question,) = session.inbox()
    assert question.problem == "incident"
    assert session.answer(question.id, "skip this step").accepted
    assert session.advance("r1").status == "finished"
    assert said == ["after"]


def test_an_interruption_inside_a_write_is_asked_about(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.peer.fail = [KeyboardInterrupt()]
    run = bench.start(
        plan_of(
            p.CallSkill("test.pay", (("what", p.Const("x")),), "write"),
            p.SayIt(p.Operation("+", (number(1), number(1)))),
        )
    )
    with pytest.raises(KeyboardInterrupt):
        bench.go(run)
    machine = bench.go(run)
    (question,) = machine.store.questions(run=run)
    assert question.problem == "interrupted-write"
    assert bench.peer.done == []
    bench.answer(question.id, kind="value", value=False)
    bench.go(run)
    assert bench.peer.items == ["x"]
    assert bench.said == ["2"]
