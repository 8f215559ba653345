"""The store's statements, written once. Only `kognilang.journal.compile` imports this module."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import (
    Table,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.sql.elements import BindParameter, ClauseElement

from kognilang.journal.schema import (
    answer,
    blob,
    circumstance,
    counter,
    effect,
    event,
    journal,
    learning,
    learning_use,
    object_,
    procedure,
    question,
    run,
    store,
)

ENDED = ("finished", "failed", "cancelled")
OPEN = ("parked", "ready", "running", "waiting")
PAUSED = ("parked", "waiting")


def _param(name: str, like: Any = None) -> BindParameter[Any]:
    return bindparam(name, None, type_=None if like is None else like.type, required=False)


def _values(table: Table) -> dict[str, BindParameter[Any]]:
    return {column.name: _param(column.name, column) for column in table.columns}


# What a list of runs shows: everything but the frame, which may weigh.
_listed = [
    literal(b"").label("frame") if column.name == "frame" else column for column in run.columns
]


def _after(moment: Any, id: Any, bytewise: Callable[[Any], Any]) -> tuple[Any, Any]:
    """The rows behind one in the order of a moment and, among those of the same, of their ids
    (`q9` before `q10`). The first condition alone is one that the index of the moment serves."""
    begin = _param("begin", moment)
    last = _param("last", id)
    longer = func.length(id) > func.length(last)
    among = or_(longer, and_(func.length(id) == func.length(last), bytewise(id) > last))
    return moment >= begin, or_(moment > begin, among)


def statements(
    insert: Callable[[Table], Any], bytewise: Callable[[Any], Any]
) -> dict[str, ClauseElement]:
    """Return every statement by name. `insert` is the dialect's, which can settle conflicts;
    `bytewise` makes it compare a column by its bytes, whatever the database's language is."""

    def put_new(table: Table) -> Any:
        """Insert; a row with that key stays as it is."""
        return insert(table).values(_values(table)).on_conflict_do_nothing()

    def put(table: Table, *changed: str) -> Any:
        """Insert; of a row with that key, replace the named columns."""
        adding = insert(table).values(_values(table))
        return adding.on_conflict_do_update(
            index_elements=[column.name for column in table.primary_key.columns],
            set_={name: adding.excluded[name] for name in changed},
        )

    mine = and_(
        run.c.id == _param("run", run.c.id),
        run.c.epoch == _param("my_epoch", run.c.epoch),
        run.c.commits == _param("my_commits", run.c.commits),
    )
    step = {
        "seq": _param("seq", run.c.seq),
        "head": _param("head", run.c.head),
        "commits": run.c.commits + 1,
        "attempts": 0,
        "printed": func.coalesce(_param("printed", run.c.printed), run.c.printed),
    }
    # An answer that came since the worker last looked makes the run ready, not parked.
    status = _param("status", run.c.status)
    change = {
        **step,
        "status": case(
            (
                and_(
                    status.in_(PAUSED),
                    run.c.answers > _param("seen", run.c.answers),
                ),
                "ready",
            ),
            else_=func.coalesce(status, run.c.status),
        ),
        **{
            name: func.coalesce(_param(name, run.c[name]), run.c[name])
            for name in ("frame", "wake_at", "ended_at", "outcome", "procedure", "lease_until")
        },
    }
    now = _param("now", run.c.wake_at)
    claimable = or_(
        run.c.status.in_(("ready", *PAUSED)),
        and_(
            run.c.status == "running",
            or_(run.c.lease_until < now, run.c.worker == _param("gone", run.c.worker)),
        ),
    )
    counting = insert(counter).values(prefix=_param("prefix", counter.c.prefix), last=1)
    this_run = _param("run", run.c.id)
    this_is = run.c.id == this_run
    limit = _param("limit", run.c.seq)

    def firsts(*conditions: Any) -> list[Any]:
        """Select the first ids for each condition, each by a look at the index of its own: over
        several statuses at once, all that are found would be sorted."""
        return [
            select(run.c.id, run.c.status, run.c.wake_at, run.c.started_at)
            .where(condition)
            .order_by(run.c.wake_at, run.c.started_at)
            .limit(limit)
            .subquery()
            for condition in conditions
        ]

    def merged(*names: str, of: list[Any]) -> Any:
        found = union_all(*(select(one) for one in of)).subquery("found")
        return (
            select(*(found.c[name] for name in names))
            .order_by(found.c.wake_at, found.c.started_at)
            .limit(limit)
        )

    # What waits for no time has "", and is left out as a range: there may be very many.
    due = [and_(run.c.status == one, run.c.wake_at > "", run.c.wake_at <= now) for one in PAUSED]

    def first_wake(status: str) -> Any:
        least = select(func.min(run.c.wake_at)).where(run.c.status == status, run.c.wake_at > "")
        return least.scalar_subquery()

    this_path = run.c.path == _param("path", run.c.path)
    # What was begun for an item of a loop has the loop's number in its parent (`r1:2`).
    own = func.length(run.c.parent) == func.length(func.replace(run.c.parent, ":", ""))

    of_status = or_(_param("status", run.c.status) == "", run.c.status == _param("status"))

    def newest_of(each: Iterable[Any]) -> Any:
        found = union_all(*(select(one) for one in each)).subquery("found")
        return select(found.c.id).order_by(found.c.started_at.desc()).limit(literal(1))

    of_parent = run.c.parent == _param("parent", run.c.parent)
    held = and_(run.c.status == "waiting", run.c.wake_at == "", run.c.epoch == 0)
    return {
        "add_procedure": put_new(procedure),
        "procedure": select(procedure).where(procedure.c.hash == _param("hash", procedure.c.hash)),
        "has_procedure": select(procedure.c.hash).where(
            procedure.c.hash == _param("hash", procedure.c.hash)
        ),
        "new_run": insert(run).values(_values(run)),
        "run": select(run).where(run.c.id == this_run),
        "runs": select(*_listed),
        "runs_by_status": select(*_listed).where(run.c.status == _param("status", run.c.status)),
        "runs_by_path": select(*_listed).where(run.c.path == _param("path", run.c.path)),
        "open_by_path": select(*_listed).where(this_path, run.c.status.in_(OPEN)),
        "open_count": select(func.count()).where(this_path, run.c.status.in_(OPEN)),
        "newest_open": newest_of(
            select(run.c.id, run.c.started_at)
            .where(this_path, run.c.status == one)
            .order_by(run.c.started_at.desc())
            .limit(literal(1))
            .subquery()
            for one in OPEN
        ),
        "last_runs": select(*_listed)
        .where(of_status)
        .order_by(run.c.started_at.desc())
        .limit(limit),
        "last_own_runs": select(*_listed)
        .where(own, of_status)
        .order_by(run.c.started_at.desc())
        .limit(limit),
        # Page by page from the first on: a page begins after the last row of the one before.
        **{
            name: select(*_listed)
            .where(*conditions, of_status, *_after(run.c.started_at, run.c.id, bytewise))
            .order_by(run.c.started_at, func.length(run.c.id), bytewise(run.c.id))
            .limit(limit)
            for name, conditions in {"runs_page": (), "own_runs_page": (own,)}.items()
        },
        **{
            name: select(run.c.started_at, run.c.id)
            .where(*conditions, of_status)
            .order_by(
                run.c.started_at.desc(), func.length(run.c.id).desc(), bytewise(run.c.id).desc()
            )
            .limit(literal(1))
            .offset(_param("offset", run.c.seq))
            for name, conditions in {"run_at": (), "own_run_at": (own,)}.items()
        },
        "own_count": select(func.count()).select_from(run).where(own, of_status),
        "next_ready": merged(
            "id",
            of=firsts(
                run.c.status == "ready",
                *due,
                and_(run.c.status == "running", run.c.lease_until < now),
            ),
        ),
        "due": merged("id", "status", of=firsts(*due)),
        # One look at the index for each status: over both at once, it would be read as a whole.
        "next_wake": select(*(first_wake(status) for status in PAUSED)),
        "claim": update(run)
        .where(run.c.id == this_run, claimable)
        .values(
            status="running",
            epoch=run.c.epoch + 1,
            attempts=run.c.attempts + 1,
            worker=_param("worker", run.c.worker),
            lease_until=_param("until", run.c.lease_until),
        )
        .returning(run),
        "renew": update(run)
        .where(
            run.c.id == this_run,
            run.c.epoch == _param("my_epoch", run.c.epoch),
            run.c.status == "running",
        )
        .values(lease_until=_param("until", run.c.lease_until)),
        "release": update(run)
        .where(run.c.id == this_run, run.c.epoch == _param("my_epoch", run.c.epoch))
        .values(
            status=case((run.c.status == "running", "ready"), else_=run.c.status),
            lease_until="",
            worker="",
        ),
        "commit_step": update(run).where(mine).values(step),
        "commit_frame": update(run).where(mine).values(frame=_param("frame", run.c.frame), **step),
        "commit_change": update(run).where(mine).values(change).returning(run.c.status),
        "fence": select(run.c.epoch, run.c.commits, run.c.head, run.c.status).where(
            run.c.id == this_run
        ),
        "add_journal": insert(journal).values(_values(journal)),
        "put_object": put(object_, "version", "data", "blob"),
        "object": select(object_).where(
            object_.c.run == this_run, object_.c.oid == _param("oid", object_.c.oid)
        ),
        "objects": select(object_).where(object_.c.run == this_run),
        "put_effect": put(effect, "status", "outcome", "at"),
        "effect": select(effect).where(
            effect.c.run == this_run, effect.c.key == _param("key", effect.c.key)
        ),
        "effects": select(effect).where(effect.c.run == this_run).order_by(effect.c.seq),
        "put_question": put(
            question, *(c.name for c in question.columns if c.name not in ("id", "run"))
        ),
        "question": select(question).where(question.c.id == _param("id", question.c.id)),
        "questions": select(question),
        "questions_by_status": select(question).where(
            question.c.status == _param("status", question.c.status)
        ),
        "questions_page": select(question)
        .where(
            question.c.status == _param("status", question.c.status),
            *_after(question.c.asked_at, question.c.id, bytewise),
        )
        .order_by(question.c.asked_at, func.length(question.c.id), bytewise(question.c.id))
        .limit(_param("limit", question.c.line)),
        "open_by_run": select(question.c.run, func.count())
        .where(question.c.status == "open")
        .group_by(question.c.run),
        "open_questions": select(func.count())
        .select_from(question)
        .where(question.c.status == "open"),
        "questions_by_run": select(question).where(question.c.run == this_run),
        # Those of the runs that a run has begun for items: their ids begin with its own.
        "questions_of_items": select(question).where(
            bytewise(question.c.run) >= _param("first", question.c.run),
            bytewise(question.c.run) < _param("end", question.c.run),
        ),
        "withdraw": update(question)
        .where(question.c.id == _param("id", question.c.id), question.c.status == "open")
        .values(status="withdrawn"),
        "withdraw_all": update(question)
        .where(question.c.run == this_run, question.c.status == "open")
        .values(status="withdrawn"),
        "seen": update(question)
        .where(question.c.id == _param("id", question.c.id), question.c.status == "notice")
        .values(status="seen"),
        "win": update(question)
        .where(question.c.id == _param("id", question.c.id), question.c.status == "open")
        .values(status="answered"),
        "wake": update(run)
        .where(run.c.id == this_run, run.c.status.not_in(ENDED))
        .values(
            answers=run.c.answers + 1,
            status=case((run.c.status.in_(PAUSED), "ready"), else_=run.c.status),
        ),
        # A run's children: those not begun yet wait without a time, at the epoch 0.
        "new_child": put_new(run),
        "children": select(*_listed).where(of_parent),
        "ready_children": select(run.c.id)
        .where(of_parent, run.c.status == "ready")
        .order_by(func.length(run.c.id), run.c.id)
        .limit(_param("limit", run.c.seq)),
        "next_held": select(run.c.id)
        .where(of_parent, held)
        .order_by(func.length(run.c.id), run.c.id)
        .limit(literal(1)),
        "begin_held": update(run).where(this_is, held).values(status="ready"),
        "drop_held": update(run)
        .where(of_parent, held)
        .values(status="cancelled", ended_at=now, outcome="Not begun."),
        "open_child": select(run.c.id).where(of_parent, run.c.status.in_(OPEN)).limit(literal(1)),
        "child_ended": update(run)
        .where(this_is, run.c.status.not_in(ENDED))
        .values(answers=run.c.answers + 1),
        "wake_parent": update(run).where(this_is, run.c.status.in_(PAUSED)).values(status="ready"),
        "heard": select(run.c.answers).where(this_is),
        "at_work": select(run.c.id, run.c.worker, run.c.lease_until, run.c.epoch).where(
            run.c.status == "running"
        ),
        "reap": update(run)
        .where(this_is, run.c.epoch == _param("my_epoch", run.c.epoch), run.c.status == "running")
        .values(status="ready", lease_until="", worker=""),
        "counts": select(run.c.status, func.count()).group_by(run.c.status),
        "add_event": put_new(event),
        "event": select(event).where(event.c.key == _param("key", event.c.key)),
        "last_event": select(func.max(event.c.at)).where(
            event.c.trigger == _param("trigger", event.c.trigger)
        ),
        "add_answer": put_new(answer),
        "answer": select(answer).where(answer.c.id == _param("id", answer.c.id)),
        "answer_of": select(answer).where(
            answer.c.question == _param("question", answer.c.question), answer.c.won == 1
        ),
        "answers": select(answer)
        .where(answer.c.run == this_run, answer.c.won == 1)
        .order_by(answer.c.at),
        "journal": select(journal)
        .where(journal.c.run == this_run, journal.c.seq > _param("after", journal.c.seq))
        .order_by(journal.c.seq),
        "said_pending": select(journal)
        .where(
            journal.c.run == this_run,
            journal.c.seq > select(run.c.printed).where(run.c.id == this_run).scalar_subquery(),
            journal.c.what == "said",
        )
        .order_by(journal.c.seq),
        "mark_printed": update(run)
        .where(run.c.id == this_run, run.c.printed < _param("printed", run.c.printed))
        .values(printed=_param("printed", run.c.printed)),
        "cancel": update(run)
        .where(run.c.id == this_run, run.c.status.not_in(ENDED))
        .values(
            status="cancelled",
            epoch=run.c.epoch + 1,
            ended_at=now,
            outcome=_param("outcome", run.c.outcome),
            seq=run.c.seq + 1,
            head=_param("head", run.c.head),
            lease_until="",
            worker="",
        ),
        "add_learning": insert(learning).values(_values(learning)),
        "learnings": select(learning).order_by(learning.c.version),
        "add_use": insert(learning_use).values(_values(learning_use)),
        "uses": select(learning_use.c.learning, func.count(), func.max(learning_use.c.at)).group_by(
            learning_use.c.learning
        ),
        "uses_of": select(learning_use)
        .where(learning_use.c.learning == _param("learning", learning_use.c.learning))
        .order_by(learning_use.c.at),
        "put_circumstance": put(circumstance, "data"),
        "circumstance": select(circumstance.c.data).where(
            circumstance.c.question == _param("question", circumstance.c.question)
        ),
        "add_blob": put_new(blob),
        "blob": select(blob.c.data).where(blob.c.hash == _param("hash", blob.c.hash)),
        "next_id": counting.on_conflict_do_update(
            index_elements=["prefix"], set_={"last": counter.c.last + 1}
        ).returning(counter.c.last),
        "read_format": select(store.c.value).where(store.c.name == "format"),
        "write_format": put(store, "value"),
        "read_note": select(store.c.value).where(store.c.name == _param("name", store.c.name)),
        "add_note": put_new(store),
    }
