"""Manifests: what a book's skills say of themselves, kept beside the code as `manifest.json`.

    python -m kognilang.meaning.manifest stdlib

writes the manifest of every book below a folder, so that a book's phrases are known without
importing its code.
"""

from __future__ import annotations

import json
import sys
import types
import typing
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from kognilang.meaning.modules import load_module
from kognilang.meaning.skill import Here, SkillInfo, SkillMark, Slot
from kognilang.meaning.wording import BadWording, Place, patterns
from kognilang.values import kinds

FILE = "manifest.json"
FORMAT = 1

_KINDS: dict[object, str] = {
    str: "text",
    Decimal: "number",
    int: "number",
    bool: "yes/no",
    date: "date",
    time: "time",
    datetime: "moment",
    list: "list",
    dict: "record",
    Path: "file",
    kinds.Money: "money",
    kinds.Percent: "percent",
    kinds.Count: "count",
    kinds.Duration: "duration",
    kinds.File: "file",
    kinds.Folder: "folder",
    kinds.Secret: "secret",
    kinds.Person: "person",
    kinds.Record: "record",
    kinds.List: "list",
    kinds.Table: "table",
    kinds.Schema: "kind",
}


class BadBook(Exception):
    """A book's skills cannot be taken in; the message names the function and says why."""


def skills_of(module: types.ModuleType, book: str) -> list[SkillInfo]:
    """Return the skills of a module in the order in which they stand.

    Raises BadBook when a wording or its slots do not fit their function.
    """
    found = []
    for name, function in vars(module).items():
        mark = getattr(function, "__skill__", None)
        if isinstance(mark, SkillMark) and function.__module__ == module.__name__:
            found.append(_info(book, name, function, mark))
    return found


def _info(book: str, name: str, function: Callable[..., Any], mark: SkillMark) -> SkillInfo:
    import inspect

    hints = typing.get_type_hints(function)
    roles: dict[str, str] = {}
    for wording in mark.phrases:
        try:
            found = patterns(wording)
        except BadWording as fault:
            raise BadBook(f"{book}.{name}: {fault}") from None
        for element in (e for pattern in found for e in pattern if isinstance(e, Place)):
            if element.role != "value" or element.name not in roles:
                roles[element.name] = element.role
    slots = []
    parameters = inspect.signature(function).parameters
    for parameter in parameters.values():
        annotation = hints.get(parameter.name, Any)
        if annotation is Here or parameter.name == "here":
            continue
        optional = parameter.default is not inspect.Parameter.empty
        default = parameter.default if optional else None
        slots.append(
            Slot(
                parameter.name,
                kind_of(annotation),
                roles.get(parameter.name, "value"),
                optional,
                default if isinstance(default, str | int | bool) else None,
            )
        )
    for slot in roles:
        if slot not in parameters:
            raise BadBook(f"{book}.{name}: the wording has {{{slot}}}, which is no parameter")
    for one in slots:
        if one.name not in roles and not one.optional:
            raise BadBook(f"{book}.{name}: no wording gives the parameter {one.name}")
    doc = inspect.getdoc(function) or ""
    return SkillInfo(
        id=f"{book}.{name}",
        phrases=mark.phrases,
        slots=tuple(slots),
        form=mark.form,
        effect=mark.effect,
        idempotent=mark.idempotent,
        checkable=mark.checkable,
        yields=kind_of(hints.get("return", Any)),
        module=function.__module__,
        function=name,
        summary=doc.split("\n\n", 1)[0].replace("\n", " "),
        example=mark.example,
        properties=dict(mark.properties),
    )


def kind_of(annotation: object) -> str:
    """Return the kind that an annotation stands for: `text`, `list of file`, `text|person`; empty
    for None, `any` for what has none of the language's kinds."""
    if annotation is None or annotation is type(None):
        return ""
    if annotation in _KINDS:
        return _KINDS[annotation]
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        parts = [kind_of(part) for part in typing.get_args(annotation)]
        known = [part for part in dict.fromkeys(parts) if part]
        return "any" if "any" in known else "|".join(known)
    if origin is typing.Annotated:
        return kind_of(typing.get_args(annotation)[0])
    if origin in (list, tuple, set, frozenset):
        inner = kind_of(typing.get_args(annotation)[0])
        return "list" if inner in ("any", "") else f"list of {inner}"
    if origin is not None and getattr(origin, "__name__", "") in ("Sequence", "Iterable"):
        inner = kind_of(typing.get_args(annotation)[0])
        return "list" if inner in ("any", "") else f"list of {inner}"
    if origin in _KINDS:
        return _KINDS[origin]
    return "any"


def to_json(skills: list[SkillInfo]) -> str:
    """Return a manifest as text; the same skills give the same bytes."""
    data = {"format": FORMAT, "skills": [_data(info) for info in skills]}
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def from_json(text: str) -> list[SkillInfo]:
    """Read a manifest.

    Raises ValueError when it is not one of this format.
    """
    data = json.loads(text)
    if data.get("format") != FORMAT:
        raise ValueError("the manifest is of another format; make it again")
    return [
        SkillInfo(
            **{
                **item,
                "phrases": tuple(item["phrases"]),
                "slots": tuple(Slot(**slot) for slot in item["slots"]),
            }
        )
        for item in data["skills"]
    ]


def _data(info: SkillInfo) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for name in SkillInfo.__slots__:
        value = getattr(info, name)
        if name == "slots":
            value = [_slot(slot) for slot in value]
        elif name == "phrases":
            value = list(value)
        if value not in ("", False, {}) or name in ("effect", "form"):
            data[name] = value
    return data


def _slot(slot: Slot) -> dict[str, Any]:
    data: dict[str, Any] = {"name": slot.name, "kind": slot.kind}
    if slot.role != "value":
        data["role"] = slot.role
    if slot.optional:
        data["optional"] = True
        data["default"] = slot.default
    return data


def book_manifest(folder: Path) -> str:
    """Return the manifest of a book's folder, made from its `skills.py`."""
    module = load_module(folder / "skills.py", f"kognilang_stdlib.{folder.name}.skills")
    return to_json(skills_of(module, folder.name))


def main(arguments: list[str]) -> int:
    """Write the manifest of every book below the folders; `--check` only compares."""
    check = "--check" in arguments
    stale = 0
    for name in arguments:
        if name.startswith("-"):
            continue
        for code in sorted(Path(name).glob("*/skills.py")):
            text = book_manifest(code.parent)
            target = code.parent / FILE
            if target.is_file() and target.read_text(encoding="utf-8") == text:
                continue
            stale += 1
            if not check:
                target.write_text(text, encoding="utf-8")
            sys.stderr.write(f"{'stale' if check else 'written'}: {target}\n")
    return 1 if check and stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
