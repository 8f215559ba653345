"""The store's tables, described once. Only `kognilang.journal.compile` imports this module."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    func,
)

FORMAT = 4
"""The version of these tables, kept in every store. A newer one is refused in words."""

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _number(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False, server_default="0")


procedure = Table(
    "procedure",
    metadata,
    Column("hash", Text, primary_key=True),
    _text("title"),
    _text("path"),
    _text("text"),
    Column("plan", LargeBinary, nullable=False),
    _text("readings"),
)

run = Table(
    "run",
    metadata,
    Column("id", Text, primary_key=True),
    _text("procedure"),
    _text("title"),
    _text("path"),
    _text("status"),
    _number("epoch"),
    _number("seq"),
    Column("frame", LargeBinary, nullable=False),
    _text("started_at"),
    _text("ended_at"),
    _text("wake_at"),
    _text("lease_until"),
    _text("worker"),
    _number("attempts"),
    _text("parent"),
    _text("outcome"),
    _text("inputs"),
    # The hash of the last journal row: the end of the chain.
    _text("head"),
    # Counts the units, so that a unit whose reply was lost is not written twice.
    _number("commits"),
    # How many answers have come, so that a run cannot park past one.
    _number("answers"),
    # Up to which journal row what was said has been printed.
    _number("printed"),
)
# Which run goes on next, and which of a procedure have not ended, is told by the index alone,
# however many wait.
Index("run_by_status", run.c.status, run.c.wake_at, run.c.started_at)
Index("run_by_path", run.c.path, run.c.status, run.c.started_at)
Index("run_by_start", run.c.started_at)
# A child's parent is the run and the number of its loop (`r1:2`); a run that was begun instead of
# another has only that one's id.
# They are begun in the order of their numbers (`r1-2` before `r1-10`).
Index("run_by_parent", run.c.parent, run.c.status, func.length(run.c.id), run.c.id)

# Without row ids a run's rows lie together, and there is one tree to write instead of two.
object_ = Table(
    "object",
    metadata,
    Column("run", Text),
    Column("oid", Text),
    _number("version"),
    Column("data", LargeBinary, nullable=False),
    _text("blob"),
    PrimaryKeyConstraint("run", "oid"),
    sqlite_with_rowid=False,
)

journal = Table(
    "journal",
    metadata,
    Column("run", Text),
    Column("seq", Integer),
    _text("lane"),
    _number("sentence"),
    _text("what"),
    _text("data"),
    _text("blob"),
    _text("at"),
    _text("plan"),
    _text("hash"),
    PrimaryKeyConstraint("run", "seq"),
    sqlite_with_rowid=False,
)

# A run's writes lie together: one page is written for each, and not a page of each of three trees.
effect = Table(
    "effect",
    metadata,
    Column("key", Text),
    Column("run", Text),
    _text("lane"),
    _text("skill"),
    _text("arguments"),
    _text("digest"),
    _text("status"),
    _text("outcome"),
    _text("at"),
    # The journal's place when the intent was written, for the order of a run's effects.
    _number("seq"),
    PrimaryKeyConstraint("run", "key"),
    sqlite_with_rowid=False,
)

question = Table(
    "question",
    metadata,
    Column("id", Text, primary_key=True),
    _text("run"),
    _text("lane"),
    _text("kind"),
    _text("problem"),
    _text("situation"),
    _text("text"),
    _text("sentence"),
    _text("file"),
    _number("line"),
    _text("to"),
    _text("needs"),
    _text("asked_at"),
    _text("prop"),
    _text("item"),
    _text("noun"),
    _text("values"),
    _text("choices"),
    _text("suggestions"),
    _text("due_at"),
    _text("status"),
)
Index("question_by_status", question.c.status, question.c.asked_at)
Index("question_by_run", question.c.run, question.c.status)

answer = Table(
    "answer",
    metadata,
    Column("id", Text, primary_key=True),
    _text("question"),
    _text("text"),
    _text("by"),
    _text("at"),
    _text("data"),
    _text("run"),
    # 1 for the answer that counted; later ones are kept, so that nothing is lost.
    _number("won"),
)
Index("answer_by_question", answer.c.question)
Index("answer_by_run", answer.c.run)

# What people have settled once and for all, as text of the language. A change adds a version, so
# that it can be undone; the last version is the one that counts.
learning = Table(
    "learning",
    metadata,
    Column("id", Text),
    Column("version", Integer),
    # The version that undoing this one leads back to; 0 for none.
    _number("before"),
    _text("text"),
    _text("scope"),
    _text("path"),
    _text("title"),
    _text("owner"),
    _text("made_at"),
    _text("until"),
    _text("status"),
    _text("what"),
    _text("changed_by"),
    _text("changed_at"),
    _text("question"),
    PrimaryKeyConstraint("id", "version"),
)

# One row each time a learning was applied: where the journal has it.
learning_use = Table(
    "learning_use",
    metadata,
    Column("run", Text),
    Column("seq", Integer),
    _text("learning"),
    _text("lane"),
    _text("data"),
    _text("at"),
    PrimaryKeyConstraint("run", "seq"),
)
Index("learning_use_by_learning", learning_use.c.learning)

# What was known where a question stood that was answered: learnings are tried on it.
circumstance = Table(
    "circumstance",
    metadata,
    Column("question", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# What has set off a trigger: each event begins one run, whatever happens in between.
event = Table(
    "event",
    metadata,
    Column("key", Text, primary_key=True),
    _text("trigger"),
    _text("at"),
    _text("run"),
)
Index("event_by_trigger", event.c.trigger, event.c.at)

blob = Table(
    "blob",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

counter = Table(
    "counter",
    metadata,
    Column("prefix", Text, primary_key=True),
    _number("last"),
)

store = Table(
    "store",
    metadata,
    Column("name", Text, primary_key=True),
    _text("value"),
)
