"""Compiles the store's tables and statements ahead: `python -m kognilang.journal.compile`.

SQLAlchemy takes longer to import than a short run takes to finish, so it is used here,
ahead, and never at run time.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from kognilang.journal.schema import FORMAT, metadata
from kognilang.journal.statements import statements

FOLDER = Path(__file__).parent


def compiled(dialect: str) -> str:
    """Return the text of the module for `sqlite` or `postgresql`."""
    engine: Any
    if dialect == "sqlite":
        engine = sqlite.dialect(paramstyle="qmark")
        insert: Any = sqlite.insert
        bytewise: Any = lambda column: column  # noqa: E731
    else:
        engine = postgresql.dialect(paramstyle="format")  # type: ignore[no-untyped-call]
        insert = postgresql.insert
        bytewise = lambda column: column.collate("C")  # noqa: E731
    out = [
        f'"""The store\'s SQL for {dialect}: made by `python -m kognilang.journal.compile`, not by hand."""',  # noqa: E501
        "# ruff: noqa: E501",
        "# fmt: off",
        "",
        "from __future__ import annotations",
        "",
        "from kognilang.journal.statement import Statement",
        "",
        f"FORMAT = {FORMAT}",
        "",
        "TABLES: tuple[str, ...] = (",
    ]
    for table in metadata.sorted_tables:
        out.append(f"    {_line(CreateTable(table).compile(dialect=engine))!r},")
        for index in sorted(table.indexes, key=lambda each: str(each.name)):
            out.append(f"    {_line(CreateIndex(index).compile(dialect=engine))!r},")
    out += [")", "", "STATEMENTS: dict[str, Statement] = {"]
    for name, statement in statements(insert, bytewise).items():
        ready = statement.compile(
            dialect=engine, compile_kwargs={"render_postcompile": True, "literal_binds": False}
        )
        sql, names = _settled(ready)
        out.append(f"    {name!r}: Statement(")
        out.append(f"        {sql!r},")
        out.append(f"        {names!r},")
        out.append("    ),")
    out += ["}", ""]
    return "\n".join(out)


def _line(ready: Any) -> str:
    return re.sub(r"\s+", " ", str(ready)).strip()


def _settled(ready: Any) -> tuple[str, tuple[str, ...]]:
    """Write the statement's own constants into its SQL, leaving only the caller's parameters."""
    sql, names = _line(ready), []
    pieces = re.split(r"(\?|%s)", sql)
    place = 0
    for at, piece in enumerate(pieces):
        if piece not in ("?", "%s"):
            continue
        name = ready.positiontup[place]
        place += 1
        value = ready.params[name]
        if value is None:
            names.append(name)
        else:
            pieces[at] = _literal(value, ready.dialect.name)
    return "".join(pieces), tuple(names)


def _literal(value: object, dialect: str) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, bytes):
        return f"x'{value.hex()}'" if dialect == "sqlite" else f"'\\x{value.hex()}'::bytea"
    return "'" + str(value).replace("'", "''") + "'"


def main() -> None:
    """Write both modules."""
    for dialect in ("sqlite", "postgresql"):
        (FOLDER / f"compiled_{dialect}.py").write_text(compiled(dialect), encoding="utf-8")


if __name__ == "__main__":
    main()
