"""Databases: tables and queries of the named connections in `kognilang.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kognilang import (
    Count,
    Duration,
    File,
    Here,
    Money,
    Percent,
    Person,
    Problematic,
    Record,
    Table,
    canonical,
    heading_key,
    likely_columns,
    loose,
    nearest,
    shown,
    skill,
)

if TYPE_CHECKING:
    import sqlalchemy
    from sqlalchemy.engine import URL, Connection


# -- reading -------------------------------------------------------------------------


@skill(
    "read the table {table} from|of|in the database {database}",
    effect="read",
    example='Read the table "vendors" from the database "purchasing" as the vendors.',
)
def read_table(table: str, database: str, here: Here) -> Table:
    """All rows of a table or view, in the order of its key."""
    import sqlalchemy

    with _connected(here, database) as link:
        found = _table(link, str(table), database)
        query = sqlalchemy.select(found)
        keys = list(found.primary_key.columns)
        if keys:
            query = query.order_by(*keys)
        return _rows(link.execute(query), here, database, found.name)


@skill(
    "read the query {query} from|of|in the database {database} [with {details: row}]",
    "the rows of the query {query} in the database {database}",
    effect="read",
    example=(
        'Read the query "select * from vendors where city = :city" from the database '
        '"purchasing" with\n    the city: the customer\'s city'
    ),
)
def read_query(query: str, database: str, here: Here, details: Record | None = None) -> Table:
    """The rows that a select finds; `:name` in it stands for the detail of that name."""
    import sqlalchemy

    text = str(query).strip().rstrip(";")
    if not re.match(r"(?is)\s*(select|with|values)\b", text):
        raise Problematic(
            "A query that is read must begin with select; this one could change the database.",
            "refused",
            values=[("query", text)],
        )
    with _connected(here, database, read_only=True) as link:
        statement = sqlalchemy.text(text)
        wanted = list(statement._bindparams)
        given = {canonical(name): value for name, value in _fields(details).items()}
        values: dict[str, Any] = {}
        for name in wanted:
            if canonical(name) not in given:
                raise Problematic(
                    f"The query has :{name}, and nothing is given for it.",
                    "refused",
                    suggestions=[f"Give it in a block below: the {canonical(name)}: …"],
                )
            values[name] = _stored(given[canonical(name)], link.dialect.name)
        return _rows(link.execute(statement, values), here, database, "")


def _rows(result: Any, here: Here, database: str, table: str) -> Table:
    columns = list(result.keys())
    zone = here.now.tzinfo
    rows = []
    for number, row in enumerate(result, 1):
        fields = {name: _value(cell, zone) for name, cell in zip(columns, row, strict=True)}
        origin = f'row {number} of {table or "the query"} in the database "{database}"'
        rows.append(Record(fields=fields, strict=True, origin=origin))
    return Table(columns=columns, rows=rows, source=f"database:{database}", sheet=table)


def _value(cell: Any, zone: Any) -> Any:
    if isinstance(cell, bool) or cell is None:
        return cell
    if isinstance(cell, int):
        return Decimal(cell)
    if isinstance(cell, float):
        return Decimal(repr(cell))
    if isinstance(cell, str):
        return cell.strip() or None
    if isinstance(cell, datetime):
        return cell if cell.tzinfo else cell.replace(tzinfo=zone)
    if isinstance(cell, timedelta):
        return Duration(seconds=Decimal(str(cell.total_seconds())))
    if isinstance(cell, bytes | memoryview):
        return f"({len(cell)} bytes)"
    return cell


# -- writing -------------------------------------------------------------------------


def _row_is_there(table: str, database: str, details: Any, here: Here) -> bool | None:
    """A row with a key of its own can be looked up; for any other nobody can tell whether the
    row that looks so is this one or an earlier one."""
    import sqlalchemy

    with _connected(here, database, read_only=True) as link:
        found = _table(link, str(table), database)
        values = _matched(here, found, details)
        keys = [column.name for column in found.primary_key.columns]
        if not keys or any(key not in values for key in keys):
            return None
        same = [found.c[key] == values[key] for key in keys]
        row = link.execute(sqlalchemy.select(found).where(*same)).mappings().first()
        if row is None:
            return False
        return True if all(row[name] == value for name, value in values.items()) else None


@skill(
    "add a row to the table {table} in|of the database {database} with {details: row}",
    "insert a row into the table {table} in|of the database {database} with {details: row}",
    check="_row_is_there",
    example=(
        'Add a row to the table "vendors" in the database "purchasing" with\n'
        "    the name: the supplier's name"
    ),
)
def insert_row(table: str, database: str, details: Record, here: Here) -> None:
    """Add a row to a table of a database."""
    import sqlalchemy

    with _connected(here, database) as link:
        found = _table(link, str(table), database)
        link.execute(sqlalchemy.insert(found).values(_matched(here, found, details)))
        link.commit()


@skill(
    "update the row with the {column: column} {value} in the table {table} of the database "
    "{database} with {details: row}",
    idempotent=True,
    example=(
        'Update the row with the name "Acme" in the table "vendors" of the database '
        '"purchasing" with\n    the status: "blocked"'
    ),
)
def update_row(
    column: str,
    value: Any,
    table: str,
    database: str,
    details: Record,
    here: Here,
) -> None:
    """Change the one row of a table whose column holds the value."""
    import sqlalchemy

    with _connected(here, database) as link:
        found = _table(link, str(table), database)
        wanted = _matched(here, found, Record(fields={column: value}))
        same = [found.c[name] == one for name, one in wanted.items()]
        number = link.execute(
            sqlalchemy.select(sqlalchemy.func.count()).select_from(found).where(*same)
        ).scalar_one()
        if number != 1:
            described = " and ".join(f"{name} {shown(one)}" for name, one in wanted.items())
            raise Problematic(
                f'{"No row" if not number else f"{number} rows"} of the table "{found.name}" '
                f"{'has' if not number else 'have'} the {described}.",
                "no-match" if not number else "several-matches",
            )
        link.execute(sqlalchemy.update(found).where(*same).values(_matched(here, found, details)))
        link.commit()


def _fields(details: Any) -> dict[str, Any]:
    if details is None:
        return {}
    return dict(details.fields) if isinstance(details, Record) else dict(details)


def _matched(here: Here, table: sqlalchemy.Table, details: Any) -> dict[str, Any]:
    """Return the details by the table's own column names.

    Raises Problematic when it has no such column, unless a person has said which is meant.
    """
    names = [column.name for column in table.columns]
    exact = {canonical(name): name for name in names}
    marks = {loose(name): name for name in names}
    values: dict[str, Any] = {}
    given = _fields(details)
    own = {name: exact.get(canonical(name)) or marks.get(loose(name)) for name in given}
    for name, value in given.items():
        column = own[name]
        if column is None:
            free = [one for one in names if one not in own.values()]
            key = heading_key([table.name], name)
            column = here.chosen(key)
            if column not in free or column in values:
                raise Problematic(
                    f'The table "{table.name}" has no column "{name}".',
                    "no-column",
                    values=[("columns", ", ".join(names))],
                    slot=f"column {name}",
                    candidates=likely_columns(name, free),
                    key=key,
                )
        values[column] = _fitted(table.c[column], value)
    return values


def _fitted(column: sqlalchemy.Column[Any], value: Any) -> Any:
    """Return a value as a column takes it; a column of text takes what is shown."""
    import sqlalchemy

    plain = _stored(value, "")
    if isinstance(column.type, sqlalchemy.String) and plain is not None:
        return shown(plain)
    if isinstance(plain, Decimal) and not isinstance(column.type, sqlalchemy.Numeric):
        return float(plain)
    return plain


def _stored(value: Any, dialect: str) -> Any:
    """Return a value as drivers take it; SQLite's takes no decimals."""
    if isinstance(value, Money):
        value = value.amount
    elif isinstance(value, Percent | Count):
        value = value.value
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        return float(value) if dialect == "sqlite" else value
    if isinstance(value, Person):
        return value.name
    if isinstance(value, File):
        return str(value.path)
    if value is None or isinstance(value, str | bool | date | time):
        return value
    return shown(value)


# -- connections ---------------------------------------------------------------------


@contextmanager
def _connected(here: Here, database: str, read_only: bool = False) -> Iterator[Connection]:
    import sqlalchemy
    from sqlalchemy import exc

    url = _url(here, str(database))
    if url.get_backend_name() == "sqlite":
        _present_file(url)
    try:
        engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.pool.NullPool)
    except (exc.ArgumentError, ImportError, ModuleNotFoundError) as fault:
        raise Problematic(
            f'The connection "{database}" cannot be used: {_first_line(fault)}.', "unreachable"
        ) from None
    try:
        with engine.connect() as link:
            if read_only and url.get_backend_name() == "sqlite":
                link.exec_driver_sql("PRAGMA query_only = ON")
            yield link
    except exc.IntegrityError as fault:
        raise Problematic(
            f'The database "{database}" refuses the row: {_first_line(fault.orig)}.', "refused"
        ) from None
    except exc.OperationalError as fault:
        raise Problematic(
            f'The database "{database}" cannot be used: {_first_line(fault.orig)}.',
            "unreachable",
            suggestions=["Try again."],
        ) from None
    except exc.SQLAlchemyError as fault:
        words = _first_line(getattr(fault, "orig", None) or fault)
        raise Problematic(f'The database "{database}" refuses this: {words}.', "refused") from None
    finally:
        engine.dispose()


def _present_file(url: URL) -> None:
    """Refuse a SQLite file that is not there, which the driver would quietly make."""
    if url.database in (None, "", ":memory:"):
        return
    path = Path(str(url.database))
    if not path.is_file():
        raise Problematic(
            f'There is no database file "{path.name}" in the folder "{path.parent.name}".',
            "missing-file",
            values=[("looked for", str(path))],
        )


def _url(here: Here, database: str) -> URL:
    from sqlalchemy import exc
    from sqlalchemy.engine import make_url

    try:
        url = make_url(here.connection(database))
    except exc.ArgumentError:
        raise Problematic(
            f'The connection "{database}" of kognilang.toml is no database address. '
            'Write it like "sqlite:///orders.db" or "postgresql://user@server/orders".',
            "unreachable",
        ) from None
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        path = Path(str(url.database))
        if not path.is_absolute():
            # Relative to the workspace, wherever the command was typed.
            url = url.set(database=str(here.workspace / path))
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    return url


def _table(link: Connection, name: str, database: str) -> sqlalchemy.Table:
    import sqlalchemy
    from sqlalchemy import inspect

    look = inspect(link)
    names = [*look.get_table_names(), *look.get_view_names()]
    same = [one for one in names if one == name] or [
        one for one in names if canonical(one) == canonical(name)
    ]
    if len(same) != 1:
        near = nearest(name, names) if names else ""
        hint = f' Did you mean "{near}"?' if near else ""
        raise Problematic(
            f'The database "{database}" has no table "{name}".{hint}',
            "missing-table",
            values=[("tables", ", ".join(sorted(names)))],
        )
    return sqlalchemy.Table(same[0], sqlalchemy.MetaData(), autoload_with=link)


def _first_line(fault: Any) -> str:
    lines = str(fault).strip().splitlines() or [type(fault).__name__]
    return lines[0].rstrip(".")
