"""Schemas as data, each with the others that it names."""

from __future__ import annotations

from typing import Any

from kognilang.values.kinds import Schema


def schema_data(schema: Schema) -> dict[str, Any]:
    """Write a schema with the others that it names, each once."""
    seen: dict[str, list[Any]] = {}

    def gather(one: Schema) -> None:
        if one.noun not in seen:
            seen[one.noun] = [list(field) for field in one.fields]
            for other in one.others.values():
                gather(other)

    gather(schema)
    return {"noun": schema.noun, "all": seen}


def schema_of(data: dict[str, Any]) -> Schema:
    """Return the schema that `schema_data` wrote."""
    made = {
        noun: Schema(noun, tuple((str(f[0]), str(f[1]), bool(f[2])) for f in fields))
        for noun, fields in data["all"].items()
    }
    for schema in made.values():
        schema.others = {kind: made[kind] for _, kind, _ in schema.fields if kind and kind in made}
    return made[data["noun"]]
