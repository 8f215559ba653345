"""The same durable work in KogniLang, DBOS and LangGraph: `python -m bench.peers NAME COUNT`.

Each registers COUNT invoices of a batch, one after the other, in one run on SQLite in the
current folder, every one of them on the disk (`synchronous=FULL`) before the next begins, and
prints the seconds that it took, without importing, reading or setting up. Where a run could be
taken up again, the batch must be there again, so each engine keeps it as it keeps its state.
The names that begin with `bare` count up to COUNT instead of keeping a batch.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

SKILLS = '''\
"""Skills that do nothing, so that only the promise about them is measured."""

from decimal import Decimal

from kognilang import skill


@skill("register {number: number}", effect="write", example="Register 7.")
def register(number: Decimal) -> None:
    """Register a number."""


@skill("note {number: number}", effect="write", idempotent=True, example="Note 7.")
def note(number: Decimal) -> None:
    """Note a number; noting it twice is noting it once."""


@skill("look up {number: number}", effect="read", example="Look up 7.")
def look_up(number: Decimal) -> Decimal:
    """Look something up by its number."""
    return number
'''

BARE = "For each number from 1 to {count}:\n    {verb} the number.\n"
BATCH = """\
Read the spreadsheet "invoices.csv" as the invoices.
For each invoice in the invoices:
    {verb} the invoice's total.
"""


def invoices(count: int) -> list[dict[str, object]]:
    """Return a batch of invoices."""
    return [
        {
            "number": f"INV-{number:05}",
            "vendor": f"Vendor {number % 40} and Sons Ltd",
            "date": f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "po_number": 4_500_000_000 + number,
            "total": number * 17 % 9000 + 100,
        }
        for number in range(count)
    ]


def kognilang(verb: str, text: str = BATCH) -> Callable[[int], float]:
    """Return the work as a procedure. `register` is a plain write: its intent and its outcome
    are committed apart. `note` can be done again, `look up` changes nothing: one commit each."""
    from kognilang.session import Session

    def work(count: int) -> float:
        Path("skills").mkdir(exist_ok=True)
        Path("skills", "bench.py").write_text(SKILLS, encoding="utf-8")
        spent = []
        batch = invoices(count)
        rows = [",".join(str(one) for one in row.values()) for row in batch]
        head = ",".join(name.replace("_", " ") for name in batch[0])
        Path("invoices.csv").write_text("\n".join([head, *rows, ""]), encoding="utf-8")
        # The first run reads and understands the file; the second finds it unchanged.
        for wanted in (count, count):
            file = Path("write.kog")
            file.write_text(text.format(count=wanted, verb=verb), encoding="utf-8")
            session = Session(Path(), no_input=True)
            session.check(file)
            begun = time.perf_counter()
            view = session.start(file)
            spent.append(time.perf_counter() - begun)
            done = len(session.store.journal(view.id))
            if view.status != "finished" or done < wanted:
                raise RuntimeError(f"{done} of {wanted} were done: {view.outcome}")
            session.close()
        return spent[-1]

    return work


def dbos(batch: list[dict[str, object]]) -> float:
    """A workflow of a step an invoice, each committed once, when it is done."""
    from dbos import DBOS

    DBOS(
        config={
            "name": "bench",
            "system_database_url": f"sqlite:///{Path('dbos.db').resolve()}",
            "run_admin_server": False,
            "log_level": "ERROR",
        }
    )

    @DBOS.step()
    def register(invoice: dict[str, object]) -> object:
        return invoice["total"]

    @DBOS.workflow()
    def registering(invoices: list[dict[str, object]]) -> int:
        return len([register(invoice) for invoice in invoices])

    DBOS.launch()
    try:
        registering(batch[:3])
        begun = time.perf_counter()
        registering(batch)
        return time.perf_counter() - begun
    finally:
        DBOS.destroy()


class Counted(TypedDict):
    """The state of the graph: what is worked through, and how far."""

    invoices: list[dict[str, object]]
    number: int


def langgraph(batch: list[dict[str, object]], count: int) -> float:
    """A graph that goes round `count` times, each step's checkpoint written before the next."""
    from langgraph.checkpoint.sqlite import SqliteSaver
    from langgraph.graph import END, START, StateGraph

    connection = sqlite3.connect("langgraph.db", check_same_thread=False)
    connection.execute("PRAGMA synchronous=FULL")

    def register(state: Counted) -> dict[str, int]:
        return {"number": state["number"] + 1}

    def on(state: Counted) -> str:
        return END if state["number"] >= count else "register"

    graph = StateGraph(Counted)
    graph.add_node("register", register)
    graph.add_edge(START, "register")
    graph.add_conditional_edges("register", on)
    app = graph.compile(checkpointer=SqliteSaver(connection))
    begun = time.perf_counter()
    app.invoke(
        {"invoices": batch, "number": 0},
        {"configurable": {"thread_id": "1"}, "recursion_limit": count + 5},
        durability="sync",
    )
    return time.perf_counter() - begun


WORKS: dict[str, Callable[[int], float]] = {
    "apart": kognilang("Register"),
    "once": kognilang("Note"),
    "read": kognilang("Look up"),
    "dbos": lambda count: dbos(invoices(count)),
    "langgraph": lambda count: langgraph(invoices(count), count),
    "bare-apart": kognilang("Register", BARE),
    "bare-read": kognilang("Look up", BARE),
    "bare-dbos": lambda count: dbos([{"total": number} for number in range(count)]),
    "bare-langgraph": lambda count: langgraph([], count),
}

if __name__ == "__main__":
    print(WORKS[sys.argv[1]](int(sys.argv[2])))
