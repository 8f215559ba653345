"""Migrations: how a store of an older format becomes one of this program's format.

A change of `schema.py` raises its FORMAT by one and adds a migration here, which makes of a
store of the format before what a new store would have: a test compares the two. A released
migration is never changed. Before a format is released, a store of it is kept under
`tests/journal/formats/`, for the tests to finish.
"""

from __future__ import annotations

from typing import NamedTuple

from kognilang.journal.records import StoreFault


class Migration(NamedTuple):
    """The statements that lead to a format from the one before it.

    They are written once for both databases; `{blob}` stands for the type of bytes,
    `{without rowid}` for what SQLite is told of a table that is kept in its key's order. A
    column that is added has a default, so that rows that are there already stay complete.
    """

    to: int
    what: str
    """What changes, for whoever reads this."""
    statements: tuple[str, ...]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        2,
        "Learnings, their uses, and what was known where a question stood.",
        (
            "CREATE TABLE circumstance ( question TEXT NOT NULL, data {blob} NOT NULL, "
            "PRIMARY KEY (question) )",
            'CREATE TABLE learning ( id TEXT NOT NULL, version INTEGER NOT NULL, "before" '
            "BIGINT DEFAULT '0' NOT NULL, text TEXT DEFAULT '' NOT NULL, scope TEXT "
            "DEFAULT '' NOT NULL, path TEXT DEFAULT '' NOT NULL, title TEXT DEFAULT '' NOT "
            "NULL, owner TEXT DEFAULT '' NOT NULL, made_at TEXT DEFAULT '' NOT NULL, until "
            "TEXT DEFAULT '' NOT NULL, status TEXT DEFAULT '' NOT NULL, what TEXT DEFAULT "
            "'' NOT NULL, changed_by TEXT DEFAULT '' NOT NULL, changed_at TEXT DEFAULT '' "
            "NOT NULL, question TEXT DEFAULT '' NOT NULL, PRIMARY KEY (id, version) )",
            "CREATE TABLE learning_use ( run TEXT NOT NULL, seq INTEGER NOT NULL, learning "
            "TEXT DEFAULT '' NOT NULL, lane TEXT DEFAULT '' NOT NULL, data TEXT DEFAULT '' "
            "NOT NULL, at TEXT DEFAULT '' NOT NULL, PRIMARY KEY (run, seq) )",
            "CREATE INDEX learning_use_by_learning ON learning_use (learning)",
        ),
    ),
    Migration(
        3,
        "A run's children are found by their parent; what has set off a trigger is kept.",
        (
            "CREATE INDEX run_by_parent ON run (parent, status)",
            "CREATE TABLE event ( key TEXT NOT NULL, trigger TEXT DEFAULT '' NOT NULL, at TEXT "
            "DEFAULT '' NOT NULL, run TEXT DEFAULT '' NOT NULL, PRIMARY KEY (key) )",
            "CREATE INDEX event_by_trigger ON event (trigger, at)",
        ),
    ),
    Migration(
        4,
        "The indexes tell by themselves what goes on next and what waits, however much there is; "
        "a run's writes lie together.",
        (
            "DROP INDEX run_by_status",
            "CREATE INDEX run_by_status ON run (status, wake_at, started_at)",
            "CREATE INDEX run_by_path ON run (path, status, started_at)",
            "CREATE INDEX run_by_start ON run (started_at)",
            "DROP INDEX run_by_parent",
            "CREATE INDEX run_by_parent ON run (parent, status, length(id), id)",
            "DROP INDEX question_by_status",
            "CREATE INDEX question_by_status ON question (status, asked_at)",
            "DROP INDEX question_by_run",
            "CREATE INDEX question_by_run ON question (run, status)",
            "CREATE TABLE effect_before AS SELECT * FROM effect",
            "DROP TABLE effect",
            "CREATE TABLE effect ( key TEXT NOT NULL, run TEXT NOT NULL, lane TEXT DEFAULT '' NOT "
            "NULL, skill TEXT DEFAULT '' NOT NULL, arguments TEXT DEFAULT '' NOT NULL, digest TEXT "
            "DEFAULT '' NOT NULL, status TEXT DEFAULT '' NOT NULL, outcome TEXT DEFAULT '' NOT "
            "NULL, at TEXT DEFAULT '' NOT NULL, seq BIGINT DEFAULT '0' NOT NULL, PRIMARY KEY "
            "(run, key) ) {without rowid}",
            "INSERT INTO effect SELECT key, run, lane, skill, arguments, digest, status, outcome, "
            "at, seq FROM effect_before",
            "DROP TABLE effect_before",
        ),
    ),
)
"""In order, from format 2 on."""

_WORDS = {
    "sqlite": {"{blob}": "BLOB", "{without rowid}": "WITHOUT ROWID"},
    "postgresql": {"{blob}": "BYTEA", "{without rowid}": ""},
}


def column(table: str, name: str, type: str = "TEXT") -> str:
    """Return the statement that adds a column as `schema.py` describes it: TEXT or BIGINT."""
    default = "''" if type == "TEXT" else "'0'"
    return f'ALTER TABLE {table} ADD COLUMN "{name}" {type} DEFAULT {default} NOT NULL'


def statements_from(found: int, known: int, dialect: str, where: str) -> list[str]:
    """Return what leads from one format to another, in order.

    Raises StoreFault for a format that there never was.
    """
    if found < 1:
        raise StoreFault(
            f"The store {where} does not say which format it has, so it was left as it is. Put "
            "back the last good copy of it."
        )
    made = []
    for migration in MIGRATIONS:
        if found < migration.to <= known:
            for statement in migration.statements:
                for word, meaning in _WORDS[dialect].items():
                    statement = statement.replace(word, meaning)
                made.append(statement)
    return made
