"""Answers: what an exception asks for, and what becomes of the step once it is answered.

An answer's data are plain: `kind` is `value` (with `value`, encoded), `choice` (its place in
the choices), `instruction` or `sentences` (with their `plan`); `by` says who gave it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kognilang.language.retrying import retry_of
from kognilang.meaning import plan as p
from kognilang.meaning.skill import Problematic
from kognilang.running import asking as asks
from kognilang.running import skipping, trying
from kognilang.running.changing import set_field
from kognilang.running.checking import ACCEPTED, ChecksFailed
from kognilang.running.context import MissingSecret
from kognilang.running.culprits import culprit, read_from
from kognilang.running.currencies import CurrencyNeeded
from kognilang.running.effects import INSTEAD, UnknownOutcome
from kognilang.running.frames import Asking, Frame, Lane, Settling
from kognilang.running.unsettled import TwoMeanings, UnsettledPick
from kognilang.values.currencies import currency_code
from kognilang.values.headings import ColumnNeeded, heading_key
from kognilang.values.kinds import Exceptional, File, Folder, Record
from kognilang.values.naming import canonical

if TYPE_CHECKING:
    from kognilang.running.machine import Machine


def asking_for(machine: Machine, lane: Lane, fault: Exceptional | Problematic) -> Asking:
    """Return what is to be asked about an exception, with the place where a value goes."""
    asking = Asking("", "exception", fault.problem)
    if isinstance(fault, UnknownOutcome):
        asking.kind = "interrupted"
        return asking
    if not isinstance(fault, Exceptional):
        _asking_for_skill(asking, fault)
        if fault.slot and asking.needs == "text":
            _at_its_field(machine, lane, asking, fault.slot)
        asking.targets = targets(machine, lane, fault)
        return asking
    found = culprit(machine, lane, fault)
    if found is not None:
        fault.thing, fault.prop = found
    asking.prop = fault.prop
    asking.candidates = fault.candidates
    if found is not None and fault.thing is None:
        asking.place = "name"
    elif isinstance(fault, UnsettledPick):
        asking.place = f"pick:{fault.place}" if fault.place else ""
    elif isinstance(fault, TwoMeanings | ColumnNeeded):
        asking.place = f"meaning:{fault.key}"
    elif fault.problem == "input-needed":
        asking.place = "input"
    elif fault.problem == "not-set":
        asking.place = "name"
    elif isinstance(fault, CurrencyNeeded):
        asking.place = f"currency:{fault.column}"
    elif fault.problem == "no-currency":
        asking.place = "currency"
    elif fault.problem == "unsure-judgement":
        asking.place = INSTEAD
    elif fault.prop and isinstance(fault.thing, Record) and _has_place(fault.thing, fault.prop):
        asking.place = "field"
        asking.thing = fault.thing
        kind = declared(machine, fault.thing, fault.prop)
        if kind and fault.needs in ("any", ""):
            fault.needs = kind
    elif fault.problem == "missing-field" and fault.candidates:
        asking.place = f"meaning:{heading_key(fault.thing.fields, fault.prop)}"
    if not asking.place:
        # There is nowhere to put a value, so none is asked for.
        fault.needs = ""
    asking.targets = targets(machine, lane, fault)
    if isinstance(fault, ChecksFailed):
        asking.rest = tuple(str(at) for at in fault.failed)
    return asking


def _asking_for_skill(asking: Asking, fault: Problematic) -> None:
    """A skill could not do its work: another file, or the secret that it lacks, would help."""
    if isinstance(fault, MissingSecret):
        asking.place, asking.prop, asking.needs = "secret", fault.secret, "secret"
        return
    asking.candidates = fault.candidates
    if fault.key:
        asking.place, asking.prop, asking.needs = f"meaning:{fault.key}", fault.slot, "choice"
        return
    if fault.slot:
        _instead(asking, fault.slot, "choice" if fault.candidates else "text")
        asking.place = f"{fault.place}{fault.slot}"
        return
    if fault.problem not in _OF_FILES:
        return
    named = []
    for slot, value in fault.given:
        text = value.path.name if isinstance(value, File | Folder) else value
        told = text.replace("\\", "/").rpartition("/")[2] if isinstance(text, str) else ""
        if told and f'"{told}"' in fault.message:
            named.append((slot, value))
    if len(named) == 1:
        slot, value = named[0]
        folder = isinstance(value, Folder) or slot == "folder"
        _instead(asking, slot, "folder" if folder else "file")


def _instead(asking: Asking, slot: str, needs: str) -> None:
    """Something else is to be given for a slot."""
    asking.place = f"slot:{slot}"
    asking.prop = slot.replace("_", " ")
    asking.needs = needs


def _at_its_field(machine: Machine, lane: Lane, asking: Asking, slot: str) -> None:
    """Put what is given for a slot where the slot has its value from: the customer's email, which
    later steps read too."""
    one = machine.instruction(lane)
    value = next((x for name, x in one.args if name == slot), None) if (
        isinstance(one, p.CallSkill)
    ) else None  # fmt: skip
    place = read_from(machine, lane, value) if value is not None else None
    if place is not None and isinstance(place[0], Record):
        asking.place, asking.thing, asking.prop = "field", *place


_OF_FILES = ("missing-file", "unreadable", "missing-folder")


def targets(
    machine: Machine, lane: Lane, fault: Exceptional | Problematic
) -> tuple[tuple[str, Any, str], ...]:
    """Return what an answer can put right by name, as (label, thing, field) or (label, None,
    name): what a failed check compared, the fields of the thing concerned and of the item."""
    found: list[tuple[str, Any, str]] = list(getattr(fault, "targets", ()))
    known = {(id(thing), canonical(name)) for label, thing, name in found if not label.isdigit()}
    noun = lane.parent.noun if lane.parent is not None else ""
    owners = [thing for _, thing, _ in found]
    for thing in (getattr(fault, "thing", None), lane.item, *owners):
        if not isinstance(thing, Record):
            continue
        missing = fault.prop if isinstance(fault, Exceptional) and fault.thing is thing else ""
        names = [*list(thing.fields)[:MOST_TARGETS], *([missing] if missing else [])]
        kind = thing.kind or (noun if thing is lane.item and noun else _owner(found, thing))
        for name in names:
            if (id(thing), canonical(name)) not in known:
                known.add((id(thing), canonical(name)))
                found.append((f"the {kind}'s {name}", thing, name))
    return tuple(found)


def _owner(found: list[tuple[str, Any, str]], thing: Record) -> str:
    """Return what a thing is called where a check speaks of its field: `the invoice's total`."""
    label = next((label for label, one, _ in found if one is thing and "'s " in label), "")
    return label.rpartition("'s ")[0].removeprefix("the ") or "item"


def corrigible(fault: Any) -> list[str]:
    """Return what a person is offered to correct by name: what a failed check compares, or the
    lines of several."""
    if not isinstance(fault, ChecksFailed):
        return []
    if len(fault.lines) > 1:
        return [label for label, _, name in fault.targets if label.isdigit() and name]
    return [label for label, _, name in fault.targets if not label.isdigit() and name]


MOST_TARGETS = 60
"""So many fields of a record can be corrected by name."""


def kind_of_target(machine: Machine, thing: Any, name: str, frame: Frame) -> str:
    """Return the kind that a corrected value must have; empty where nothing says."""
    from kognilang.values.kinding import kind_of

    old = frame.names.get(name)
    if isinstance(thing, Record):
        kind = declared(machine, thing, name)
        if kind:
            return kind
        old = thing.fields.get(name)
        if old is None:
            wanted = canonical(name)
            old = next((v for n, v in thing.fields.items() if canonical(n) == wanted), None)
    kind = kind_of(old)
    return kind if kind in _TYPED else ""


def _has_place(thing: Record, prop: str) -> bool:
    """Whether a property can be put there: the row of a table has exactly its columns."""
    return not thing.strict or canonical(prop) in {canonical(name) for name in thing.fields}


def declared(machine: Machine, thing: Record, prop: str) -> str:
    """Return the kind that a declared kind says a field has."""
    info = machine.code("").plan.kinds.get(thing.kind)
    if info is None:
        return ""
    wanted = canonical(prop)
    for field in info.fields:
        if canonical(field.name) == wanted and not field.many and field.kind in _TYPED:
            return field.kind
    return ""


_TYPED = ("text", "number", "money", "count", "percent", "date", "time", "moment", "yes/no")


def apply(machine: Machine, lane: Lane, asking: Asking, data: dict[str, Any]) -> None:
    """Do what an answer says; the lane is ready then, unless it asks again."""
    kind = data.get("kind")
    if kind != "instruction" or data["instruction"] != "again":
        trying.forget(lane)
    if kind == "instruction":
        if asking.kind == "interrupted":
            # Where it is not known whether a write happened, leaving it is to say that it did.
            lane.frame.intent = "done" if data["instruction"] == "skip-step" else "failed"
        if data["instruction"] == "again":
            _again(lane)
            waiting = machine.heap.decode(data.get("waiting"))
            trying.begin(machine, lane, waiting, data.get("times", 1))
            return
        instruct(machine, lane, data["instruction"])
        return
    if kind == "corrections":
        _correct(machine, lane, asking, data)
        return
    if kind == "sentences":
        hash = machine.add_code(data["plan"].encode())
        below = lane.frame
        frame = Frame(hash, 0, below.names, below.outer, "answer", shares=True)
        frame.settling = Settling("", "", asking, {})
        lane.stack.append(frame)
        return
    if kind == "choice":
        value = asking.candidates[data["value"]]
    else:
        value = machine.heap.decode(data.get("value"))
    if kind == "secret":
        # It is kept where secrets are kept; the answer says only that it was given.
        return
    give(machine, lane, asking, value, data.get("by", ""), data.get("own", ""))


def serves_all(asking: Asking, data: dict[str, Any]) -> bool:
    """Whether an answer settles something for the whole run: whoever waits for it can go on."""
    return data.get("kind") in ("value", "choice", "secret") and asking.place.startswith(_OF_RUN)


_OF_RUN = ("input", "currency", "meaning:", "secret")


def give(machine: Machine, lane: Lane, asking: Asking, value: Any, by: str, own: str = "") -> None:
    """Put a value where it was missing; the step is then tried again. `own` is by what who gave
    it is told from others."""
    frame = lane.frame
    if asking.kind == "ask":
        one = machine.code(frame.code).plan.instructions[frame.pc]
        assert isinstance(one, p.AskPerson)
        asks.answered(machine, lane, one, asking, value, by, own)
    elif asking.kind == "interrupted":
        frame.intent = "done" if value is True else "failed"
    elif asking.place == "input":
        machine.world.inputs[asking.prop] = value
    elif asking.place == "name":
        _set_name(frame, asking.prop, value)
    elif asking.place.startswith("currency:"):
        column = asking.place.removeprefix("currency:")
        machine.world.currencies[column] = currency_code(str(value))
    elif asking.place == "currency":
        machine.world.use_currency(str(value))
    elif asking.place == "field":
        set_field(machine, asking.thing, asking.prop, value, exact=False)
    elif asking.place.startswith("meaning:"):
        if asking.problem == "two-meanings":
            value = "name" if value == asking.candidates[0] else "field"
        machine.world.meanings[asking.place.removeprefix("meaning:")] = value
    elif asking.place.startswith("pick:"):
        frame.overrides[asking.place.removeprefix("pick:")] = value
    elif asking.place.startswith(("slot:", "value:")) or asking.place == INSTEAD:
        frame.overrides[asking.place] = value


def _correct(machine: Machine, lane: Lane, asking: Asking, data: dict[str, Any]) -> None:
    """Put several values right at once, and note the lines that are accepted as they are."""
    frame = lane.frame
    for at, value in data.get("values", ()):
        _, thing, name = asking.targets[at]
        if thing is None:
            _set_name(frame, name, machine.heap.decode(value))
        else:
            set_field(machine, thing, name, machine.heap.decode(value), exact=False)
    for line in data.get("accepted", ()):
        frame.overrides[f"{ACCEPTED}{asking.rest[line - 1]}"] = True


def _set_name(frame: Frame, name: str, value: Any) -> None:
    frame.names[name] = value


def instruct(machine: Machine, lane: Lane, how: str) -> None:
    """Do what an instruction says about the step that the lane stands on."""
    if how.startswith("try again"):
        # An answer's sentence with a delay or a limit: `Try again in 10 minutes.`
        retry = retry_of(how)
        _again(lane)
        if retry is not None:
            trying.begin(machine, lane, retry.waiting, retry.times)
    elif how == "again":
        _again(lane)
    elif how == "skip-step":
        skipping.skip_step(machine, lane)
    elif how == "skip-item":
        skipping.skip_item(machine, lane)
    elif how == "stop":
        machine.finish("failed", "Stopped by the answer to a question.")
    elif how == "start-over" and machine.child is not None:
        from kognilang.running.children import start_again

        start_again(machine, machine.root)
    elif how == "start-over":
        machine.started_over = True
        machine.finish("cancelled", "Started over.")
    else:
        raise ValueError(how)


def _again(lane: Lane) -> None:
    """Where a limit was reached, trying again grants as much once more."""
    for frame in lane.stack:
        for loop in frame.loops.values():
            loop.rounds = 0
