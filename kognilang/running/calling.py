"""Calling a skill: its arguments are fitted to its slots, and what it returns becomes a value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang.meaning.skill import Problematic, SkillInfo
from kognilang.running.redacting import redact_fault, redacted, redacted_value
from kognilang.values.kinds import (
    Count,
    Duration,
    Exceptional,
    File,
    Folder,
    List,
    Money,
    Percent,
    Person,
    Record,
    Schema,
    Secret,
    Thing,
)
from kognilang.values.shown import told

if TYPE_CHECKING:
    from kognilang.running.world import World

_VALUES = (
    str, Decimal, bool, Money, Percent, Count, Duration, date, time, File, Folder, Person,
    Secret, Thing, Schema, type(None),
)  # fmt: skip


class Unexpected(Exception):
    """A skill raised something that it does not declare: whether it did its work is unknown.

    `fault` says what, in one line.
    """

    def __init__(self, skill: str, fault: BaseException, secrets: Sequence[str] = ()) -> None:
        text = redacted(" ".join(str(fault).split()), list(secrets))[:200]
        self.fault = f"{type(fault).__name__}: {text}" if text else type(fault).__name__
        self.skill = skill
        super().__init__(self.fault)


class Again(Unexpected):
    """What a call raised, raised again when its run is replayed."""

    def __init__(self, fault: str) -> None:
        Exception.__init__(self, fault)
        self.fault = fault
        self.skill = ""


def fault_data(fault: Exceptional | Problematic | Unexpected) -> dict[str, Any]:
    """Return what a call raised as data, from which `fault_of` makes it again."""
    if isinstance(fault, Unexpected):
        return {"fault": fault.fault}
    data: dict[str, Any] = {
        "problem": fault.problem,
        "message": fault.message,
        "values": [[label, told(value)] for label, value in fault.values],
        "suggestions": list(fault.suggestions),
    }
    if isinstance(fault, Exceptional):
        data |= {"prop": fault.prop, "needs": fault.needs}
    elif fault.slot or fault.candidates:
        data |= {"slot": fault.slot, "candidates": list(fault.candidates)}
        data |= {"key": fault.key} if fault.key else {}
    return data


def fault_of(data: dict[str, Any]) -> Exceptional | Problematic | Unexpected:
    """Return the exception that `fault_data` wrote."""
    if "fault" in data:
        return Again(data["fault"])
    values = tuple((label, value) for label, value in data["values"])
    suggestions = tuple(data["suggestions"])
    if "needs" not in data:
        return Problematic(
            data["message"], data["problem"], suggestions, values,
            slot=data.get("slot", ""), candidates=data.get("candidates", ()),
            key=data.get("key", ""),
        )  # fmt: skip
    return Exceptional(
        data["problem"], data["message"], prop=data["prop"], needs=data["needs"],
        values=values, suggestions=suggestions,
    )  # fmt: skip


_here_names: dict[Callable[..., Any], str] = {}


def call(world: World, info: SkillInfo, args: list[tuple[str, Any]], key: str) -> Any:
    """Call a skill and return its result as a value.

    Raises Exceptional or Problematic as the skill does or where an argument does not fit;
    Unexpected for anything else.
    """
    function = _function(world, info)
    given = fitted(world, info, args)
    return invoke(world, info, function, given, key)


def invoke(
    world: World, info: SkillInfo, function: Callable[..., Any], given: dict[str, Any], key: str
) -> Any:
    """Call a function of a book with fitted arguments."""
    name = _here_name(function)
    secrets: list[str] = []
    if name:
        here = world.here(key)
        secrets = here.revealed
        given = {**given, name: here}
    try:
        result = value_of(function(**given))
    except (Exceptional, Problematic) as fault:
        if secrets:
            redact_fault(fault, secrets)
        raise
    except RecursionError as fault:
        raise Unexpected(info.id, fault) from None
    except Exception as fault:  # a book may raise anything; none of it is shown as it is
        raise Unexpected(info.id, fault, secrets) from None
    return redacted_value(result, secrets) if secrets else result


def check(world: World, info: SkillInfo, args: list[tuple[str, Any]], key: str) -> bool | None:
    """Ask a checkable skill whether the write with the key has happened; None if it cannot
    know, or cannot look."""
    function = world.library.check_function(info.id)
    if function is None:
        return None
    try:
        found = invoke(world, info, function, fitted(world, info, args), key)
    except (Exceptional, Problematic, Unexpected):
        return None
    return found if found is True or found is False else None


def _function(world: World, info: SkillInfo) -> Callable[..., Any]:
    try:
        return world.library.function(info.id)
    except Exception as fault:  # importing a book may raise anything
        text = " ".join(str(fault).split())[:200]
        raise Exceptional(
            "missing-skill",
            f'The book "{info.book}" could not be loaded: {text}.',
            suggestions=("try again",),
        ) from fault


def _here_name(function: Callable[..., Any]) -> str:
    """Return the parameter that wants the context of the call; empty if none does."""
    name = _here_names.get(function)
    if name is None:
        import inspect

        name = ""
        for one in inspect.signature(function).parameters.values():
            wanted = one.annotation
            if wanted == "Here" or getattr(wanted, "__name__", "") == "Here":
                name = one.name
        _here_names[function] = name
    return name


def fitted(world: World, info: SkillInfo, args: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the arguments by slot, converted to their slots' kinds where nothing is lost.

    Raises Exceptional `wrong-kind` or `blank-value` naming the slot.
    """
    from kognilang.values.data import fit
    from kognilang.values.kinding import is_of_kind

    slots = {slot.name: slot for slot in info.slots}
    given: dict[str, Any] = {}
    for name, value in args:
        slot = slots.get(name)
        if slot is not None and slot.role == "value" and slot.kind not in ("any", ""):
            if value is None and slot.optional:
                continue
            kinds = slot.kind.split("|")
            if value is None and "text" in kinds:
                # A blank is a text without letters to a skill that takes texts, not a word.
                value = ""
            elif not any(is_of_kind(value, kind) for kind in kinds):
                value = _fit(fit, value, kinds, name, world)
        given[name] = value
    return given


def _fit(fit: Callable[..., Any], value: Any, kinds: list[str], slot: str, world: World) -> Any:
    """Convert a value to the first of a slot's kinds that takes it without loss."""
    first: Exceptional | None = None
    for kind in kinds:
        try:
            return fit(value, kind, world.settings)
        except Exceptional as fault:
            first = first or fault
    assert first is not None
    words = slot.replace("_", " ")
    raise Exceptional(
        first.problem,
        f"The {words} does not fit: {first.message[:1].lower()}{first.message[1:]}",
        values=first.values,
        suggestions=first.suggestions,
    )


def value_of(result: Any) -> Any:
    """Return what a skill returned as a value of the language.

    Raises TypeError for what is none; a binary float becomes the decimal that it is written as.
    """
    if isinstance(result, _VALUES):
        return result
    if isinstance(result, int):
        return Decimal(result)
    if isinstance(result, float):
        return Decimal(repr(result))
    if isinstance(result, Path):
        return Folder(result) if result.is_dir() else File(result)
    if isinstance(result, datetime):
        return result
    if isinstance(result, (list, tuple, set, frozenset)):
        return List(items=[value_of(one) for one in result])
    if isinstance(result, dict):
        return Record(fields={str(name): value_of(one) for name, one in result.items()})
    raise TypeError(f"it returned {type(result).__name__}, which is no value of the language")
