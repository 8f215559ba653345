"""Learnings at work: what was settled once is done again where its situation comes back.

A learning runs in place, as sentences of a person would, on a frame above the step that could
not be done. It applies when it says what becomes of the step (`Try again.`, `Skip this
invoice.`); one that reaches its end without, since its conditions do not hold, has done nothing,
and the next one is tried. One that fails is left, and a person is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kognilang.asking.learnable import DECIDED, learnable
from kognilang.asking.situations import Situation, doing_of
from kognilang.dataclass import dataclass
from kognilang.journal.records import QuestionRow
from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic
from kognilang.running import answers
from kognilang.running.frames import PARKED, READY, Asking, Frame, Lane, Settling
from kognilang.values.kinds import Exceptional, Record
from kognilang.values.shown import shown

if TYPE_CHECKING:
    from kognilang.running.machine import Machine

GIVEN = "~given"
"""The name under which `The answer is …` leaves its value."""

_TRIED = "~learnt:"
"""Kept among the step's settled picks, which are forgotten when the step is done."""

TRIED = "learnings tried"
"""Under this label a question shows what was tried before it was asked."""


@dataclass(slots=True)
class Candidate:
    """A learning for a situation, understood where it is needed. `words` tell which it is, or,
    with an empty plan, why it cannot be used there."""

    id: str
    plan: bytes
    words: str = ""


@dataclass(slots=True)
class Offer:
    """What a learning that is not in force would answer, as it is typed. `why` says in a word or
    two why it is not (`switched off`)."""

    answer: str
    id: str
    why: str


def with_offers(machine: Machine, lane: Lane, row: QuestionRow) -> None:
    """Add to a question's suggestions what learnings that are not in force would answer."""
    find = machine.ports.offers
    if find is None or not learnable(row.kind, row.problem):
        return
    offers = list(find(machine, lane, row))
    if not offers:
        return
    import json

    mine = [one.answer for one in offers]
    others = [one for one in json.loads(row.suggestions) if one not in mine]
    row.suggestions = json.dumps([*mine, *others], ensure_ascii=False)
    pairs = json.loads(row.values)
    pairs += [[f"{one.id} ({one.why})", f"would answer: {one.answer}"] for one in offers]
    row.values = json.dumps(pairs, ensure_ascii=False)


def situation_of(machine: Machine, lane: Lane, asking: Asking, row: QuestionRow) -> Situation:
    """Return the situation of a question that is about to be asked, or waits."""
    info = _definition(machine, lane)
    doing = doing_of("", machine.title) if info is None else doing_of(info.form, info.title)
    owner = asking.thing.kind if isinstance(asking.thing, Record) else ""
    if not owner and asking.thing is not None:
        named = (name for name, value in lane.frame.names.items() if value is asking.thing)
        owner = next(named, "").partition("~")[0]
    problem = "ask" if row.kind == "ask" else row.problem
    one = machine.instruction(lane)
    if isinstance(one, p.CheckEach) and asking.rest:
        return _of_checks([one.conditions[int(at)][0] for at in asking.rest], asking, row, doing)
    return Situation(problem, row.prop, owner, row.sentence.split("\n")[0], doing)


def _of_checks(failed: list[str], asking: Asking, row: QuestionRow, doing: str) -> Situation:
    """Return the situation of conditions that fail together: another one for each set of them."""
    plain = not any("\n" in one or "{" in one for one in failed)
    if plain and len(failed) == 1:
        return Situation("check-failed", "", "", f"Make sure {failed[0]}.", doing)
    if plain:
        return Situation("checks-failed", "", "", " and that ".join(failed), doing)
    from kognilang.values.naming import and_list

    lines = and_list([str(int(at) + 1) for at in asking.rest])
    return Situation("checks-failed", f"lines {lines}", "", row.sentence.split("\n")[0], doing)


def _definition(machine: Machine, lane: Lane | None) -> p.ProcedureInfo | None:
    """Return the definition whose step a lane stands on; None for the procedure's own steps."""
    while lane is not None:
        for frame in reversed(lane.stack):
            if frame.kind != "call":
                continue
            known = machine.code(frame.code).plan.procedures
            return known[frame.procedure] if 0 <= frame.procedure < len(known) else None
        lane = lane.parent.owner if lane.parent is not None else None
    return None


# -- trying what was learnt -----------------------------------------------------------


def settled(
    machine: Machine, lane: Lane, asking: Asking, row: QuestionRow, tried: tuple[str, ...] = ()
) -> bool:
    """Set the next learning for a question to work; False where a person is to be asked."""
    find = machine.ports.learnings
    if find is None or not learnable(row.kind, row.problem) or asking.kind == "interrupted":
        return False
    if any(one.settling is not None and one.settling.id for one in lane.stack):
        return False
    frame = lane.frame
    for one in find(machine, lane, situation_of(machine, lane, asking, row)):
        code = machine.add_code(one.plan) if one.plan else ""
        if one.id in tried or _mark(one.id, code) in frame.overrides:
            continue
        _forget(frame, one.id)
        if not one.plan:
            frame.overrides[_mark(one.id)] = one.words
            continue
        machine.flush_trace()
        above = Frame(code, 0, frame.names, frame.outer, "answer", shares=True)
        above.settling = Settling(one.id, one.words, asking, _data(row), (*tried, one.id))
        lane.stack.append(above)
        lane.status = READY
        machine.dirty.add(lane)
        return True
    row.values = _with_tried(frame, row.values)
    return False


def _mark(id: str, code: str = "") -> str:
    """Return under which mark it is kept that a learning was tried at a step: with its text, since
    one that was changed is another one."""
    return f"{_TRIED}{id}\n{code}"


def _forget(frame: Frame, id: str) -> None:
    """A learning is tried in another form: what came of the form before says nothing of it."""
    for mark in [one for one in frame.overrides if one.startswith(_mark(id))]:
        del frame.overrides[mark]


def settle_waiting(machine: Machine) -> None:
    """Try what has been learnt since on the questions that wait."""
    for lane in machine.lanes():
        if lane.status != PARKED or lane.asking is None:
            continue
        if lane.asking.kind == "ask" and lane.asking.rest:
            # Of several people one has answered.
            continue
        row = machine.store.question(lane.asking.question)
        if row is not None and row.status == "open" and settle_lane(machine, lane, row):
            machine.ready.append(lane)


def settle_lane(machine: Machine, lane: Lane, row: QuestionRow) -> bool:
    """Try what has been learnt since on the question that a lane waits for; True where it goes
    on."""
    asking = lane.asking
    assert asking is not None
    lane.asking = None
    if settled(machine, lane, asking, row):
        lane.wake = ""
        return True
    lane.asking = asking
    return False


def passed(machine: Machine, lane: Lane) -> None:
    """A learning has come to its end and said nothing: it was not meant here."""
    machine.trace.clear()
    _go_on(machine, lane, _left(machine, lane))


def failed(machine: Machine, lane: Lane, fault: Exceptional | Problematic) -> bool:
    """Something went wrong: True if it was in a learning, which is then left."""
    depth = next((at for at, one in enumerate(lane.stack) if one.settling and one.settling.id), -1)
    if depth < 0:
        return False
    before = depth == len(lane.stack) - 1 and isinstance(machine.instruction(lane), p.Branch)
    settling = lane.stack[depth].settling
    assert settling is not None
    machine.flush_trace()
    del lane.stack[depth + 1 :]
    if before:
        # Its condition speaks of what is not there: it was not meant here.
        passed(machine, lane)
        return True
    plan = lane.frame.code
    _left(machine, lane)
    lane.frame.overrides[_mark(settling.id, plan)] = f"failed: {fault.message}"
    data = {"learning": settling.id, "text": fault.message, "words": settling.words[:300]}
    machine.note(lane, "learning-failed", {**data, "plan": plan})
    row = QuestionRow(**settling.row)
    row.values = _with_tried(lane.frame, row.values)
    machine.put_question(lane, settling.asking, row)
    return True


def applied(machine: Machine, lane: Lane, above: Frame, how: str) -> None:
    """What ran on a frame says what becomes of the step: do it, and journal a learning's use."""
    settling = above.settling
    assert settling is not None
    frame = lane.frame
    given = frame.names.pop(GIVEN, None)
    if not settling.id:
        # A person's own sentences.
        if how == "answer":
            answers.give(machine, lane, settling.asking, given, "")
        else:
            answers.instruct(machine, lane, how)
        return
    row = QuestionRow(**settling.row)
    try:
        if how == "skip-step" and _skips_approval(machine, lane):
            raise Exceptional("refused", "it would have skipped an approval, which people give")
        if how == "skip-step":
            _miss_nothing(machine, lane, above)
        if how == "start-over":
            raise Exceptional("refused", "a learning never starts a run over")
        if how == "answer":
            given = _fitting(machine, settling.asking, given)
    except Exceptional as fault:
        frame.overrides[_mark(settling.id, above.code)] = fault.message
        row.values = _with_tried(frame, row.values)
        machine.put_question(lane, settling.asking, row)
        return
    machine.flush_trace()
    if row.id:
        machine.withdraw(row.id)
    data: dict[str, Any] = {"learning": settling.id, "words": settling.words[:300], "how": how}
    data["plan"] = above.code
    data |= {"text": row.text[:300], "item": row.item}
    if how == "answer":
        data["value"] = shown(given, machine.world.settings)[:200]
    machine.note(lane, "learnt", data)
    frame.overrides[_mark(settling.id, above.code)] = "it was done, and the same came again"
    if how == "answer":
        answers.give(machine, lane, settling.asking, given, f"the learning {settling.id}")
        return
    answers.instruct(machine, lane, how)


def _fitting(machine: Machine, asking: Asking, given: Any) -> Any:
    """Return the value of `The answer is …` as the question needs it. Raises Exceptional."""
    settings = machine.world.settings
    if asking.candidates:
        from kognilang.asking.apart import names_apart

        texts = names_apart(asking.candidates, settings)
        wanted = given.casefold() if isinstance(given, str) else None
        found = [
            one
            for at, one in enumerate(asking.candidates)
            if one is given or one == given or (texts and texts[at].casefold() == wanted)
        ]
        if len(found) == 1:
            return found[0]
        if asking.needs in ("", "choice"):
            raise Exceptional("refused", f"{shown(given, settings)} is not one of the choices")
    if asking.needs in ("", "any", "choice"):
        return given
    from kognilang.values.data import fit

    return fit(given, asking.needs, settings)


def _left(machine: Machine, lane: Lane) -> Settling:
    settling = lane.stack.pop().settling
    assert settling is not None
    lane.frame.names.pop(GIVEN, None)
    machine.dirty.add(lane)
    return settling


def _go_on(machine: Machine, lane: Lane, settling: Settling) -> None:
    row = QuestionRow(**settling.row)
    if not settled(machine, lane, settling.asking, row, settling.tried):
        machine.put_question(lane, settling.asking, row)


def _miss_nothing(machine: Machine, lane: Lane, above: Frame) -> None:
    """Raise Exceptional where a later step reads what the step would have set."""
    from kognilang.running.skipping import read_later

    instructions = machine.code(above.code).plan.instructions
    given = frozenset(
        getattr(one, "name", "") or getattr(one, "result", "") for one in instructions
    )
    found = read_later(machine, lane, given)
    if found is not None:
        words = found[0].partition("~")[0] or "result"
        raise Exceptional("refused", f"a later step needs the {words}, which this one sets")


def _skips_approval(machine: Machine, lane: Lane) -> bool:
    """Whether the sentence that the lane stands on asks somebody to decide."""
    frame = lane.frame
    instructions = machine.code(frame.code).plan.instructions
    sentence = instructions[frame.pc].sentence
    line = machine.code(frame.code).plan.sentences[sentence].line
    return any(
        isinstance(one, p.AskPerson)
        and one.form in DECIDED
        and machine.code(frame.code).plan.sentences[one.sentence].line >= line
        and _within(instructions, frame.pc, at)
        for at, one in enumerate(instructions)
    )


def _within(instructions: list[p.Instruction], start: int, at: int) -> bool:
    """Whether skipping the sentence at `start` would leave the instruction at `at` out."""
    if instructions[at].sentence == instructions[start].sentence:
        return True
    one = instructions[start]
    end = start
    if isinstance(one, p.Branch):
        end = one.otherwise
    elif isinstance(one, p.Lanes):
        end = one.end
    elif isinstance(one, p.LoopBegin):
        after = instructions[start + 1]
        end = after.end if isinstance(after, p.LoopNext) else start
    elif isinstance(one, p.Call):
        return False
    return start < at < end


def _data(row: QuestionRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in QuestionRow.__slots__}


def _with_tried(frame: Frame, values: str) -> str:
    """Add to what a question shows which learnings were tried and did not help."""
    import json

    lines = [
        f"{mark.removeprefix(_TRIED).partition(chr(10))[0]}: {reason}"
        for mark, reason in frame.overrides.items()
        if mark.startswith(_TRIED) and reason
    ]
    if not lines:
        return values
    pairs = [pair for pair in json.loads(values) if pair[0] != TRIED]
    pairs.append([TRIED, "\n".join(lines)])
    return json.dumps(pairs, ensure_ascii=False)
