"""Replies: what was typed becomes an answer's data, held against where its question stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.session.procedures import understand
from kognilang.text.source import Source

if TYPE_CHECKING:
    from kognilang.asking.answers import Reply
    from kognilang.asking.corrections import Target
    from kognilang.journal.records import QuestionRow
    from kognilang.meaning.plan import Plan
    from kognilang.running.frames import Lane
    from kognilang.running.machine import Machine
    from kognilang.session.session import Session

SECRET = "(typed unseen)"
"""Kept as the text of an answer that is a secret."""


def lane_of(machine: Machine, question_id: str) -> Lane | None:
    """Return the lane that waits for a question's answer."""
    for lane in machine.lanes():
        if lane.asking is not None and lane.asking.question == question_id:
            return lane
    return None


def interpreted(
    session: Session,
    machine: Machine,
    question: QuestionRow,
    text: str,
    *,
    unseen: bool = False,
    keep: bool = True,
) -> tuple[dict[str, Any] | None, str]:
    """Return an answer's data, or None and why it does not fit.

    `unseen` says that nobody could read what was typed, as a secret needs. Without `keep`
    nothing is kept yet, not even a secret.
    """
    from kognilang.asking.answers import interpret

    lane = lane_of(machine, question.id)
    if lane is None:
        return None, "The question is no longer open."
    reply = interpret(text, question, session.settings, targets_of(machine, lane))
    if not reply.accepted:
        return None, reply.reason
    if reply.kind == "sentences":
        return sentences_of(session, machine, lane, question, reply)
    data: dict[str, Any] = {"kind": reply.kind}
    reason = ""
    if reply.kind == "instruction":
        reason = _instruct(machine, lane, reply, data)
    elif reply.kind == "choice":
        data["value"] = reply.value
    elif reply.kind == "corrections":
        _correct(reply, data)
    elif reply.kind == "secret":
        reason = _secret(session, question, reply, unseen, keep)
    else:
        reason = _value(session, machine, question, reply, data)
    return (None, reason) if reason else (data, "")


def targets_of(machine: Machine, lane: Lane) -> list[Target]:
    """Return what the answer to a lane's question may correct by name."""
    from kognilang.asking.corrections import Target
    from kognilang.running.answers import kind_of_target

    assert lane.asking is not None
    return [
        Target(label, kind_of_target(machine, thing, name, lane.frame) if name else "", bool(name))
        for label, thing, name in lane.asking.targets
    ]


def _instruct(machine: Machine, lane: Lane, reply: Reply, data: dict[str, Any]) -> str:
    from kognilang.values.coding import encode

    data["instruction"] = reply.instruction
    if reply.instruction == "skip-step" and lane.asking and lane.asking.kind != "interrupted":
        return missed(machine, lane)
    if reply.retry is not None:
        data["times"] = reply.retry.times
        if reply.retry.waiting is not None:
            data["waiting"] = encode(reply.retry.waiting)
    return ""


def missed(machine: Machine, lane: Lane, given: frozenset[str] = frozenset()) -> str:
    """Say which later step would miss what this one sets; empty where it can be left out."""
    from kognilang.running.skipping import read_later

    found = read_later(machine, lane, given)
    if found is None:
        return ""
    name, reader = found
    words = "answer" if name == "~answer" else name.split("~")[0] or "result"
    line = reader.canonical.split("\n")[0]
    where = f"line {reader.line}" if reader.line else "a later step"
    refusal = (
        f"This step cannot be left out, since {where} needs the {words}, which it sets: {line}"
    )
    if "~" in name:
        return refusal
    return f'{refusal} Give it another way, such as: > Set the {words} to "…". Skip this step.'


def _correct(reply: Reply, data: dict[str, Any]) -> None:
    from kognilang.values.coding import encode

    assert reply.corrections is not None
    data["values"] = [[at, encode(value)] for at, value in reply.corrections.values]
    if reply.corrections.accepted:
        data["accepted"] = reply.corrections.accepted


def _secret(session: Session, question: QuestionRow, reply: Reply, unseen: bool, keep: bool) -> str:
    """Put a secret where secrets are kept; nothing else ever holds it."""
    from kognilang.meaning.skill import Problematic
    from kognilang.running.context import keep_secret

    if not unseen:
        return (
            "A secret is not written into a command, where others could read it. Type it unseen: "
            f"kog answer {question.id}"
        )
    if keep:
        try:
            keep_secret(session.workspace, question.prop, reply.value)
        except OSError as fault:
            return f"It cannot be kept: {fault.strerror or fault}."
        except Problematic as fault:
            return fault.message
    return ""


def _value(
    session: Session, machine: Machine, question: QuestionRow, reply: Reply, data: dict[str, Any]
) -> str:
    from kognilang.values.coding import encode

    value = reply.value
    if question.needs in ("file", "folder") and value is not None:
        from kognilang.meaning.skill import Problematic

        try:
            path = machine.world.here().path(str(value))
        except Problematic as fault:
            return fault.message
        finally:
            machine.world.context.forget()
        if not (path.is_file() if question.needs == "file" else path.is_dir()):
            return f'There is no {question.needs} "{value}".{_like(path)}'
        if question.kind == "ask":
            from kognilang.values.kinds import File, Folder

            value = File(path) if question.needs == "file" else Folder(path)
    data["value"] = encode(value)
    return ""


def _like(path: Path) -> str:
    """Name what is there instead and is spelled much like it."""
    from difflib import get_close_matches

    if not path.parent.is_dir():
        return f' The folder "{path.parent.name}" is not there either.'
    names = sorted(one.name for one in path.parent.iterdir() if not one.name.startswith("."))
    close = get_close_matches(path.name, names, n=3, cutoff=0.5)
    found = " or ".join(f'"{name}"' for name in close)
    return f" Did you mean {found}?" if close else ""


def sentences_of(
    session: Session, machine: Machine, lane: Lane, question: QuestionRow, reply: Reply
) -> tuple[dict[str, Any] | None, str]:
    """Understand the sentences of an answer where the question stands."""
    from kognilang.meaning.plandata import to_data
    from kognilang.meaning.understanding import Known

    frame = lane.frame
    plan = machine.code(frame.code).plan
    known = Known.of(
        plan,
        names_of(frame),
        base=frame.code or machine.procedure,
        in_answer=True,
    )
    source = Source(f"the answer to {question.id}", reply.sentences)
    understood = understand(session, source, known)
    errors = [one for one in understood.problems if not one.warning]
    if errors:
        first = errors[0]
        hints = f" For example: {first.candidates[0]}" if first.candidates else ""
        stop = "" if first.summary.endswith((".", "?", "!")) else "."
        return None, f"That could not be understood: {first.summary}{stop}{hints}"
    if understood.inputs:
        names = ", ".join(f"the {name}" for name in understood.inputs)
        return None, f"That speaks of {names}, which nothing has set here."
    reason = _skipping(machine, lane, understood.plan)
    if reason:
        return None, reason
    data = to_data(understood.plan).decode()
    return {"kind": "sentences", "text": reply.sentences, "plan": data}, ""


def _skipping(machine: Machine, lane: Lane, plan: Plan) -> str:
    """Hold `Skip this step.` among sentences against what later steps read; what the sentences
    set themselves is not missed."""
    from kognilang.meaning import plan as p

    if not any(isinstance(one, p.Resume) and one.how == "skip-step" for one in plan.instructions):
        return ""
    given = frozenset(
        getattr(one, "name", "") or getattr(one, "result", "") for one in plan.instructions
    )
    return missed(machine, lane, given)


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
