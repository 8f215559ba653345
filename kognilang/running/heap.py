"""The heap: things by identity, and the rows in which a run keeps what has changed of them.

A thing gets its id (`r1:17`) when it is first stored. A long list or a table is stored once
as an immutable blob; changed rows and changed stretches of the order are laid over it, so
that a loop over 100,000 rows never rewrites the table that it walks.
"""

from __future__ import annotations

import hashlib
import json
import os
from bisect import bisect_right
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kognilang.journal.records import ObjectRow
from kognilang.running.compact import compact, dumps
from kognilang.running.schemas import schema_data, schema_of
from kognilang.running.sequences import TAGS, Ledger, items_of
from kognilang.values.coding import decode, encode
from kognilang.values.kinds import File, Folder, List, Record, Schema, Table, Thing

CHUNK = 128
"""How many places of a long list are rewritten together when one of them changes."""

LONG = 2000
"""A text longer than this, in characters, is kept once by its content's hash."""

_ALL = -1


class Heap:
    """The things of one run.

    `rows` are the stored rows of the run by oid; `blob` fetches a blob by its hash. `last` is
    the counter of the last id given. Files below the `workspace` are kept by their path from
    there, so that a workspace that is moved still finds them.
    """

    def __init__(
        self,
        run: str,
        last: int = 0,
        rows: dict[str, bytes] | None = None,
        blob: Callable[[str], bytes] | None = None,
        workspace: Path | None = None,
    ) -> None:
        self.run = run
        self._workspace = workspace
        self.last = last
        self.blobs: dict[str, bytes] = {}
        self._rows = rows or {}
        self._fetch = blob
        self._things: dict[str, Thing] = {}
        self._dirty: dict[str, Thing] = {}
        self._stretches: dict[str, set[int]] = {}
        self._layouts: dict[str, str | None] = {}
        self._firsts: list[tuple[str, int]] = []
        self._ranges: list[tuple[str, int, int, str]] = []
        self._raw: dict[str, list[Any]] = {}
        self._raw_columns: dict[str, list[str]] = {}
        self._out: list[ObjectRow] = []
        self._texts: dict[str, str] = {}
        self._note_ranges(self._rows)

    # -- encoding -------------------------------------------------------------------

    def encode(self, value: Any) -> Any:
        """Return a value as data; a thing is a reference, and is stored if it is new."""
        kind = type(value)
        if kind is str:
            return value if len(value) <= LONG else {"long": self._keep_text(value)}
        if kind is bool or value is None:
            return value
        if isinstance(value, Thing):
            if not value.oid:
                self._adopt(value)
            return {"ref": value.oid}
        if kind is Schema:
            return {"schema": schema_data(value)}
        if kind is tuple or kind is list:
            return {"tuple": [self.encode(one) for one in value]}
        if kind is File or kind is Folder:
            return {kind.__name__.lower(): self.inside(str(value.path))}
        return encode(value)

    def decode(self, data: Any) -> Any:
        """Return the value that `encode` wrote."""
        if isinstance(data, dict):
            if "ref" in data:
                return self.thing(data["ref"])
            if "long" in data:
                return self._text(data["long"])
            if "schema" in data:
                return schema_of(data["schema"])
            if "tuple" in data:
                return tuple(self.decode(one) for one in data["tuple"])
            for tag in ("file", "folder"):
                if type(data.get(tag)) is list:
                    return decode({tag: self.placed(data[tag])})
        return data if data is None or isinstance(data, (str, bool)) else decode(data)

    def inside(self, path: str) -> str | list[str]:
        """Return a path as it is kept: below the workspace from there on, in a list."""
        if self._workspace is None or not path.startswith(f"{self._workspace}{os.sep}"):
            return path
        return [Path(path).relative_to(self._workspace).as_posix()]

    def placed(self, kept: str | list[str]) -> str:
        """Return the path that `inside` wrote."""
        if isinstance(kept, str):
            return kept
        return str(self._workspace / kept[0]) if self._workspace is not None else kept[0]

    def row(self, oid: str) -> bytes:
        """Return a stored row as it is. Raises KeyError."""
        return self._rows[oid]

    # -- changing -------------------------------------------------------------------

    def touch(self, thing: Thing, at: int | None = None) -> None:
        """Note that a thing has changed; of a list, from the place `at` on (else all of it)."""
        oid = thing.oid
        if not oid:
            return
        thing.changed = True
        self._dirty[oid] = thing
        if not isinstance(thing, Record):
            stretches = self._stretches.setdefault(oid, set())
            if at is None:
                stretches.add(_ALL)
            elif _ALL not in stretches:
                size = len(items_of(thing))
                stretches.update(range(at // CHUNK, max(size - 1, at) // CHUNK + 1))

    def touch_place(self, thing: Thing, at: int) -> None:
        """Note that one place of a list has changed."""
        if thing.oid:
            thing.changed = True
            self._dirty[thing.oid] = thing
            self._stretches.setdefault(thing.oid, set()).add(at // CHUNK)

    def drain(self) -> tuple[list[ObjectRow], dict[str, bytes]]:
        """Return the rows and blobs of all that has changed since last time."""
        while self._dirty:
            dirty, self._dirty = self._dirty, {}
            for thing in dirty.values():
                self._store(thing)
        rows, self._out = self._out, []
        blobs, self.blobs = self.blobs, {}
        return rows, blobs

    def _keep_text(self, text: str) -> str:
        """Keep a long text once, as a blob; return its hash."""
        digest = self._texts.get(text)
        if digest is None:
            digest = self.keep_blob(text.encode("utf-8", "surrogatepass"))
            self._remember(text, digest)
        return digest

    def _remember(self, text: str, digest: str) -> None:
        if len(self._texts) >= 64:
            # A text that is forgotten is written once more at the worst.
            del self._texts[next(iter(self._texts))]
        self._texts[text] = digest

    def _text(self, digest: str) -> str:
        text = self._blob(digest).decode("utf-8", "surrogatepass")
        self._remember(text, digest)
        return text

    def keep_blob(self, data: bytes) -> str:
        """Keep bytes as a blob with the next commit; return its hash."""
        digest = hashlib.sha256(data).hexdigest()
        self.blobs[digest] = data
        return digest

    # -- storing --------------------------------------------------------------------

    def _new_oid(self) -> str:
        self.last += 1
        return f"{self.run}:{self.last}"

    def _adopt(self, thing: Thing) -> None:
        thing.oid = self._new_oid()
        self._things[thing.oid] = thing
        thing.changed = True
        if isinstance(thing, Table) and len(thing.rows) > CHUNK and self._adopt_rows(thing):
            self._store(thing)
            return
        if not isinstance(thing, Record):
            items = items_of(thing)
            if len(items) > 2 * CHUNK:
                content = dumps([self._encode_item(thing, one) for one in items])
                self._layouts[thing.oid] = self.keep_blob(content)
                self._stretches[thing.oid] = set()
        self._dirty[thing.oid] = thing

    def _adopt_rows(self, table: Table) -> bool:
        """Store the rows of a new table as one blob; not if some have an id or other fields."""
        columns = table.columns
        rows = table.rows
        if any(row.oid or row.open or list(row.fields) != columns for row in rows):
            return False
        first = self.last + 1
        self.last += len(rows)
        things = self._things
        run = self.run
        encode_one = self.encode
        data = []
        for number, row in enumerate(rows, first):
            row.oid = oid = f"{run}:{number}"
            row.changed = False
            things[oid] = row
            line: list[Any] = [row.origin, row.kind, row.strict, row.missing or 0]
            line.extend([encode_one(one) for one in row.fields.values()])
            data.append(line)
        table.blob = self.keep_blob(dumps({"columns": columns, "rows": data}))
        self._layouts[table.oid] = table.blob
        self._stretches[table.oid] = set()
        self._ranges.append((run, first, len(rows), table.oid))
        self._index_ranges()
        return True

    def _note_ranges(self, rows: dict[str, bytes]) -> None:
        """Note which ids belong to the rows of a table that is kept as one blob."""
        for oid, data in rows.items():
            if data.startswith(b'{"t":"table"'):
                head = json.loads(data)
                if head.get("blob"):
                    self._ranges.append((run_of(oid), head["first"], head["count"], oid))
        self._index_ranges()

    def _index_ranges(self) -> None:
        self._ranges.sort()
        self._firsts = [(run, first) for run, first, _, _ in self._ranges]

    def _encode_item(self, thing: Thing, item: Any) -> Any:
        return item if isinstance(thing, Ledger) else self.encode(item)

    def _store(self, thing: Thing) -> None:
        if isinstance(thing, Record):
            data = self._record_data(thing)
        else:
            data = self._store_sequence(thing)
        thing.version += 1
        thing.changed = False
        self._out.append(ObjectRow(thing.oid, thing.version, dumps(data)))

    def _record_data(self, thing: Record) -> dict[str, Any]:
        data: dict[str, Any] = {
            "t": "record",
            "f": [[name, self.encode(value)] for name, value in thing.fields.items()],
        }
        for name in ("kind", "strict", "open", "origin", "missing"):
            if value := getattr(thing, name):
                data[name] = value
        return data

    def _head(self, thing: Thing, size: int) -> dict[str, Any]:
        """Return what is kept of a list or table besides its items."""
        data: dict[str, Any] = {"t": TAGS[type(thing)], "n": size}
        if isinstance(thing, (List, Table)) and thing.noun:
            data["noun"] = thing.noun
        if isinstance(thing, Table):
            data["columns"] = thing.columns
            data["source"] = self.inside(thing.source)
            data["sheet"] = thing.sheet
        return data

    def _store_sequence(self, thing: Thing) -> dict[str, Any]:
        oid = thing.oid
        items = items_of(thing)
        data = self._head(thing, len(items))
        if oid not in self._layouts:
            if len(items) <= CHUNK:
                data["items"] = [self._encode_item(thing, one) for one in items]
                self._stretches.pop(oid, None)
                return data
            self._layouts[oid] = None
            self._stretches[oid] = {_ALL}
        if blob := self._layouts[oid]:
            data["blob"] = blob
            if isinstance(thing, Table):
                for _, first, count, owner in self._ranges:
                    if owner == oid:
                        data["first"], data["count"] = first, count
        chunks: Iterable[int] = self._stretches.pop(oid, set())
        if _ALL in chunks:
            chunks = range((len(items) + CHUNK - 1) // CHUNK)
        for number in sorted(chunks):
            part = items[number * CHUNK : (number + 1) * CHUNK]
            content = dumps([self._encode_item(thing, one) for one in part])
            self._out.append(ObjectRow(f"{oid}#{number}", thing.version + 1, content))
        return data

    # -- other runs -----------------------------------------------------------------

    def exported(self, values: Iterable[Any], known: Iterable[str] = ()) -> dict[str, str]:
        """Return the things in values, and all that they lead to, as rows by id; not the known."""
        found: dict[str, str] = {}
        waiting = list(values)
        while waiting:
            value = waiting.pop()
            if type(value) is tuple or type(value) is list:
                waiting.extend(value)
            if not isinstance(value, Thing):
                continue
            oid = self.encode(value)["ref"]
            if oid in found or oid in known:
                continue
            waiting.extend(value.fields.values() if isinstance(value, Record) else items_of(value))
            found[oid] = compact(self.data_of(value))
        return found

    def data_of(self, thing: Thing) -> dict[str, Any]:
        """Return a thing as data, whole: a list with all its items."""
        if isinstance(thing, Record):
            return self._record_data(thing)
        items = items_of(thing)
        data = self._head(thing, len(items))
        data["items"] = [self._encode_item(thing, one) for one in items]
        return data

    def take_made(self, rows: dict[str, ObjectRow]) -> None:
        """Take the things that the run of an item has made."""
        data = {oid: row.data for oid, row in rows.items()}
        self._rows.update(data)
        self._note_ranges(data)
        self._out.extend(rows.values())

    def items_in(self, oid: str, data: dict[str, Any], parts: dict[str, bytes]) -> list[Any]:
        """Return the items of a list as the run of an item left it; `parts` are its stretches."""
        if "items" in data:
            return [self.decode(one) for one in data["items"]]
        for one in [name for name in self._rows if name.startswith(f"{oid}#")]:
            del self._rows[one]
        self._rows.update(parts)
        laid, layout = oid in self._layouts, self._layouts.get(oid)
        items = self._sequence(oid, data, ledger=False)
        # Where the list's own rows are stays as it was.
        del self._layouts[oid]
        if laid:
            self._layouts[oid] = layout
        return items

    def things_kept(self, digest: str) -> dict[str, str]:
        """Return the things that were kept as one blob when runs of items began with them."""
        found: dict[str, str] = json.loads(self._blob(digest))
        return found

    # -- loading --------------------------------------------------------------------

    def thing(self, oid: str) -> Thing:
        """Return the thing of that id, reading it from its rows when it is first needed.

        Raises KeyError when the run has no such thing.
        """
        thing = self._things.get(oid)
        if thing is not None:
            return thing
        row = self._rows.get(oid)
        if row is not None:
            return self._load(oid, json.loads(row))
        number = int(oid.rpartition(":")[2])
        run = run_of(oid)
        place = bisect_right(self._firsts, (run, number)) - 1
        if place >= 0:
            owner, first, count, table = self._ranges[place]
            if owner == run and number < first + count:
                return self._load_row(oid, table, number - first)
        raise KeyError(oid)

    def _load(self, oid: str, data: dict[str, Any]) -> Thing:
        tag = data["t"]
        thing: Thing
        if tag == "record":
            thing = Record(
                kind=data.get("kind", ""),
                strict=data.get("strict", False),
                open=data.get("open", False),
                origin=data.get("origin", ""),
                missing=data.get("missing", {}),
            )
            self._enter(oid, thing)
            thing.fields = {name: self.decode(value) for name, value in data["f"]}
            return thing
        if tag == "list":
            thing = List(noun=data.get("noun", ""))
        elif tag == "ledger":
            thing = Ledger()
        else:
            thing = Table(
                columns=data["columns"],
                noun=data.get("noun", ""),
                source=self.placed(data["source"]),
                sheet=data["sheet"],
                blob=data.get("blob", ""),
            )
        self._enter(oid, thing)
        items = self._sequence(oid, data, ledger=tag == "ledger")
        if isinstance(thing, Table):
            thing.rows = items
        elif isinstance(thing, (List, Ledger)):
            thing.items = items
        return thing

    def _enter(self, oid: str, thing: Thing) -> None:
        thing.oid = oid
        thing.changed = False
        self._things[oid] = thing

    def _sequence(self, oid: str, data: dict[str, Any], ledger: bool) -> list[Any]:
        read: Callable[[Any], Any] = (lambda one: one) if ledger else self.decode
        if "items" in data:
            return [read(one) for one in data["items"]]
        size = data["n"]
        self._layouts[oid] = blob = data.get("blob")
        original: list[Any] = []
        if blob and data["t"] == "table":
            first = data["first"]
            run = run_of(oid)
            original = [{"ref": f"{run}:{first + k}"} for k in range(data["count"])]
        elif blob:
            original = json.loads(self._blob(blob))
        items: list[Any] = []
        for number in range((size + CHUNK - 1) // CHUNK):
            row = self._rows.get(f"{oid}#{number}")
            if row is not None:
                part = json.loads(row)
            else:
                part = original[number * CHUNK : (number + 1) * CHUNK]
            items.extend([read(one) for one in part])
        del items[size:]
        return items

    def _load_row(self, oid: str, table: str, place: int) -> Record:
        raw = self._raw.get(table)
        if raw is None:
            head = json.loads(self._rows[table])
            content = json.loads(self._blob(head["blob"]))
            self._raw_columns[table] = content["columns"]
            self._raw[table] = raw = content["rows"]
        origin, kind, strict, missing, *values = raw[place]
        row = Record(kind=kind, strict=strict, origin=origin, missing=missing or {})
        self._enter(oid, row)
        row.fields = {
            name: self.decode(value)
            for name, value in zip(self._raw_columns[table], values, strict=True)
        }
        return row

    def _blob(self, digest: str) -> bytes:
        if digest in self.blobs:
            return self.blobs[digest]
        if self._fetch is None:
            raise KeyError(digest)
        return self._fetch(digest)


def run_of(oid: str) -> str:
    """Return the run whose id a thing bears."""
    return oid.rpartition(":")[0]
