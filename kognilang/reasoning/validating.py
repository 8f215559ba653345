"""Replies held against their schema: the few words of JSON Schema that requests use."""

from __future__ import annotations

import json
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "boolean": (bool,),
    "integer": (int,), "number": (int, float), "null": (type(None),),
}  # fmt: skip


def object_of(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object that has exactly these properties, all of them."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def fault_of(value: Any, schema: dict[str, Any], at: str = "the reply") -> str:
    """Return what is wrong with a value, in words for the model; empty if nothing is.

    Understood are type, enum, const, anyOf, properties, required, additionalProperties and items.
    """
    if "anyOf" in schema:
        faults = [fault_of(value, one, at) for one in schema["anyOf"]]
        return "" if "" in faults else _closest(value, schema["anyOf"], faults)
    if "const" in schema and value != schema["const"]:
        return f"{at} should be {json.dumps(schema['const'], ensure_ascii=False)}"
    if "enum" in schema and value not in schema["enum"]:
        return f"{at} is {json.dumps(value, ensure_ascii=False)[:80]}, which is not offered"
    wanted = schema.get("type")
    if wanted:
        names = [wanted] if isinstance(wanted, str) else wanted
        if not any(_is(value, name) for name in names):
            return f"{at} should be {' or '.join(names)}"
    if isinstance(value, dict):
        return _of_object(value, schema, at)
    if isinstance(value, list) and "items" in schema:
        for place, one in enumerate(value):
            fault = fault_of(one, schema["items"], f"{at}, item {place + 1}")
            if fault:
                return fault
    return ""


def _is(value: Any, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, _TYPES[name])


def _of_object(value: dict[str, Any], schema: dict[str, Any], at: str) -> str:
    properties = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            return f'{at} has no "{name}"'
    for name, one in value.items():
        if name in properties:
            fault = fault_of(one, properties[name], f'"{name}"')
            if fault:
                return fault
        elif schema.get("additionalProperties") is False:
            return f'{at} has "{name}", which is not asked for'
    return ""


def _closest(value: Any, schemas: list[dict[str, Any]], faults: list[str]) -> str:
    """Return the fault by the alternative that was meant: the one whose fixed values agree."""
    if isinstance(value, dict):
        for schema, fault in zip(schemas, faults, strict=True):
            fixed = {
                name: one["enum"][0]
                for name, one in schema.get("properties", {}).items()
                if len(one.get("enum", ())) == 1
            }
            if not fixed:
                continue
            if all(value.get(name) == one for name, one in fixed.items()):
                return fault
            missing = next(iter(fixed))
            said = json.dumps(value.get(missing), ensure_ascii=False)[:80]
            faults[0] = f'"{missing}" is {said}, which is not offered'
    return faults[0]


def json_in(text: str) -> Any:
    """Return the first JSON object or list in a text, which may stand in a fence or in prose.

    Raises ValueError where there is none.
    """
    decoder = json.JSONDecoder()
    for place, mark in enumerate(text):
        if mark in "{[":
            try:
                return decoder.raw_decode(text, place)[0]
            except ValueError:
                continue
    raise ValueError("no JSON")
