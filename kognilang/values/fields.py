"""Fields: reading and writing what a thing has by words, of records, groups and collections."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from kognilang.values.context import Context
from kognilang.values.headings import heading_key, written_under
from kognilang.values.kinding import article, kind_of
from kognilang.values.kinds import (
    Exceptional,
    List,
    Record,
    Table,
)
from kognilang.values.missing import lacks, missing_field, missing_reason, no_property
from kognilang.values.naming import ORDINALS, canonical, loose, plural, singular
from kognilang.values.properties import COLLECTION, properties_of
from kognilang.values.shown import told

_INDEXES: dict[tuple[str, ...], dict[str, str]] = {}
_MOST_INDEXES = 4096
_ABSENT = object()


def _index(names: tuple[str, ...]) -> dict[str, str]:
    """Return the lookup from canonical words to names, shared by all records with these names."""
    found = _INDEXES.get(names)
    if found is None:
        if len(_INDEXES) >= _MOST_INDEXES:
            _INDEXES.clear()
        found = {}
        for name in names:
            found.setdefault(canonical(name), name)
        for name in names:
            found.setdefault(loose(name), name)
        found.pop("", None)
        _INDEXES[names] = found
    return found


def field_name(record: Record, name: str, exact: bool = False) -> str | None:
    """Return the record's own spelling of a field, or None if it has no such field."""
    fields = record.fields
    if name in fields:
        return name
    if exact:
        wanted = name.strip()
        return next((own for own in fields if own.strip() == wanted), None)
    index = record.index
    if index is not None:
        own = index.get(name)
        if own is not None and own in fields:
            return own
    index = record.index = _index(tuple(fields))
    own = index.get(name)
    if own is None:
        own = index.get(canonical(name)) or index.get(loose(name))
    return own


def _of_record(record: Record, name: str, exact: bool) -> Any:
    """Return the value of a record's field, or `_ABSENT`."""
    own = field_name(record, name, exact)
    return _ABSENT if own is None else record.fields[own]


def read_field(context: Context, value: Any, name: str, exact: bool = False) -> Any:
    """Return a property: a record's field, a property of a file, person or date; of a collection,
    the list of its things' properties. A blank field, and one that a record from JSON lacks,
    is None. `exact` matches a heading to the letter.

    Raises Exceptional `missing-field`, with the fields that there are and the nearest one, or
    `blank-value` for a property of nothing.
    """
    if type(value) is Record:
        fields = value.fields
        if name in fields:
            return fields[name]
        found = _of_record(value, name, exact)
        if found is _ABSENT:
            found = _placed(context, value, name)
            if found is _ABSENT and value.kind == "group":
                found = _of_group(context, value, name)
            if found is not _ABSENT:
                return found
            if value.open:
                return None
            if value.strict and context.headings:
                meant = context.headings.get(heading_key(value.fields, name))
                if meant in fields:
                    return fields[meant]
            raise missing_field(value, name)
        return found
    if type(value) is Table:
        return _of_each(context, value.rows, value, name, exact)
    if type(value) is List:
        return _of_list(context, value, name, exact)
    if value is None:
        raise Exceptional(
            "blank-value",
            f"There is nothing to read the {name} of.",
            prop=name,
            needs="any",
        )
    properties = properties_of(value)
    read = properties.get(canonical(name))
    if read is None:
        raise no_property(value, name, list(properties))
    return read(context, value)


def _of_group(context: Context, group: Record, name: str) -> Any:
    """Return `the group's customer`, which all its things have, its key where it has several
    (`grouped by customer and region`), or `_ABSENT`."""
    *keys, held = group.fields
    things = group.fields[held]
    if not isinstance(things, List | Table):
        return _ABSENT
    if canonical(name) == "key":
        return List(items=[group.fields[key] for key in keys])
    from kognilang.values.comparing import group_key

    found: dict[Any, Any] = {}
    for thing in things.items if isinstance(things, List) else things.rows:
        own = _of_record(thing, name, False) if type(thing) is Record else _ABSENT
        if own is _ABSENT:
            return _ABSENT
        found.setdefault(group_key(context, own), own)
    return next(iter(found.values())) if len(found) == 1 else _ABSENT


def _placed(context: Context, record: Record, name: str) -> Any:
    """Return `the order's second line` as the second of its lines, or `_ABSENT`."""
    which, _, noun = canonical(name).partition(" ")
    if not noun or not (which == "last" or which in ORDINALS or which[:1].isdigit()):
        return _ABSENT
    things = _of_record(record, plural(noun), False)
    if not isinstance(things, List | Table):
        return _ABSENT
    from kognilang.values import collections

    if which == "last":
        return collections.last(context, things)
    place = ORDINALS.get(which) or int("".join(one for one in which if one.isdigit()))
    return collections.item(context, Decimal(place), things)


def field_or_blank(context: Context, value: Any, name: str, exact: bool = False) -> Any:
    """Return a property for `is blank`: as `read_field`, but a field that was looked for and not
    found, or that a record of a kind or from JSON lacks, is blank. A column that a table does
    not have is an exception all the same."""
    if type(value) is Record and not value.strict:
        found = _of_record(value, name, exact)
        return None if found is _ABSENT else found
    if type(value) is Record:
        found = _of_record(value, name, exact)
        if found is _ABSENT and missing_reason(value, name):
            return None
    return None if value is None else read_field(context, value, name, exact)


def _of_list(context: Context, value: List, name: str, exact: bool) -> Any:
    things = value.items
    if things and not any(isinstance(one, Record) for one in things):
        read = COLLECTION.get(canonical(name))
        if read is not None and not _has_property(things[0], name):
            return read(context, value)
    return _of_each(context, things, value, name, exact)


def _has_property(value: Any, name: str) -> bool:
    properties = properties_of(value)
    return canonical(name) in properties or singular(canonical(name)) in properties


def _of_each(context: Context, things: list[Any], of: Any, name: str, exact: bool) -> List:
    """Return the list of the things' properties; `totals` reads each one's `total`."""
    one = name
    first = next((thing for thing in things if isinstance(thing, Record)), None)
    if first is not None and not exact and field_name(first, name) is None:
        less = singular(canonical(name))
        if (
            field_name(first, less) is not None
            or missing_reason(first, less)
            or first.open
            or any(
                isinstance(thing, Record) and field_name(thing, less) is not None
                for thing in things
            )
        ):
            one = less
    elif first is None and things:
        properties = properties_of(things[0])
        if canonical(name) not in properties and singular(canonical(name)) in properties:
            one = singular(canonical(name))
    items = [read_field(context, thing, one, exact) for thing in things]
    nested = bool(items) and all(isinstance(item, List | Table) for item in items)
    if nested and one == name and plural(singular(canonical(name))) == canonical(name):
        # `the lines of the invoices` are all their lines.
        return List(
            items=[inner for item in items for inner in item], noun=singular(canonical(name))
        )
    return List(items=items, noun=singular(canonical(one)), about=(things, one))


def write_field(
    value: Any,
    name: str,
    new: Any,
    exact: bool = False,
    meant: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Set a property of a record (of a collection: of each of its things) and mark it changed.

    A table's row takes only its columns: an unknown one that is spelled almost like a column is
    an exception, unless a person has said which is `meant`; any other is added. Raises
    Exceptional `missing-field` or `wrong-kind`.
    """
    if isinstance(value, List | Table):
        for thing in value:
            write_field(thing, name, new, exact, meant)
        if isinstance(value, Table) and value.rows:
            value.columns += [own for own in value.rows[0].fields if own not in value.columns]
            value.changed = True
        return
    if not isinstance(value, Record):
        if value is None:
            raise Exceptional(
                "blank-value", f"There is nothing to set the {name} of.", prop=name, needs="any"
            )
        raise Exceptional(
            "wrong-kind",
            f"The {name} of {told(value)} cannot be set, because {article(kind_of(value))} never "
            "changes.",
            prop=name,
            values=(("value", value),),
        )
    own = field_name(value, name, exact)
    if own is None:
        own = _new_name(value, name, meant)
        value.index = None
    value.fields[own] = new
    value.changed = True
    if value.missing:
        wanted = canonical(name)
        for missing in [one for one in value.missing if canonical(one) == wanted]:
            del value.missing[missing]


def _new_name(record: Record, name: str, meant: Mapping[str, str]) -> str:
    """Return the spelling for a field that the record does not have yet."""
    wanted = canonical(name)
    for missing in record.missing:
        if canonical(missing) == wanted:
            return missing
    if record.strict:
        lacking = lacks(record, f"column {name}")
        return written_under(name, list(record.fields), meant, lacking, record)
    return name
