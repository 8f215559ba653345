"""The web: JSON read as records, sent from records, and files fetched."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from kognilang import (
    Count,
    File,
    Folder,
    Here,
    List,
    Money,
    Percent,
    Person,
    Problematic,
    Record,
    Table,
    shown,
    skill,
)

from ..places import located
from ..writing import replace
from .exchange import Answer, accepted, exchange, parsed

# -- reading -------------------------------------------------------------------------


@skill(
    "read the web address {address} [with {details: row}]",
    "read {address} from the web [with {details: row}]",
    effect="read",
    example='Read the web address "https://api.example.com/orders" as the orders.',
)
def read_address(address: str, here: Here, details: Record | None = None) -> Any:
    """What a web address answers: JSON as records and lists, anything else as text."""
    query = {name: shown(value) for name, value in details.fields.items()} if details else None
    return _value(accepted(exchange(here, "GET", address, query=query)))


@skill(
    "download {address} to the file {file}",
    "download the file {file} from {address}",
    idempotent=True,
    example='Download "https://api.example.com/invoices/7.pdf" to the file "inbox/7.pdf".',
)
def download(address: str, file: File, here: Here) -> File:
    """Fetch what a web address holds into a file, which is replaced as a whole."""
    path = located(here, file, writing=True)
    if path.is_dir():
        raise Problematic(f'"{path.name}" is a folder, not a file.', "refused")
    answer = accepted(exchange(here, "GET", address))
    replace(path, answer.body)
    return File(path)


@skill(
    "download {address} to the folder {folder}",
    idempotent=True,
    example='Download "https://api.example.com/invoices/7.pdf" to the folder "inbox".',
)
def download_into(address: str, folder: Folder, here: Here) -> File:
    """Fetch what a web address holds into a folder, under the last part of the address."""
    from urllib.parse import unquote, urlsplit

    name = Path(unquote(urlsplit(str(address)).path)).name
    if not name or name in (".", ".."):
        raise Problematic(f'The address "{address}" does not end in a name for a file.', "refused")
    return download(address, File(folder.path / name), here)


# -- writing -------------------------------------------------------------------------


@skill(
    "post to the web address {address} with {details: row}",
    "post {details} to the web address {address}",
    example=(
        'Post to the web address "https://api.example.com/orders" with\n'
        "    the customer: the order's customer\n"
        "    the amount: the order's amount"
    ),
)
def post(address: str, details: Record | List | Table, here: Here) -> Any:
    """Send a record as JSON; a person is asked where it is not known whether it arrived."""
    return _value(accepted(exchange(here, "POST", address, body=_json(details), writing=True)))


@skill(
    "post once to the web address {address} with {details: row}",
    "post {details} once to the web address {address}",
    idempotent=True,
    example=(
        'Post once to the web address "https://api.example.com/payments" with\n'
        "    the invoice: the invoice's number\n"
        "    the amount: the invoice's total"
    ),
)
def post_once(address: str, details: Record | List | Table, here: Here) -> Any:
    """Send a record as JSON to a server that knows a repeated Idempotency-Key."""
    return post(address, details, here)


def _there(address: str, details: Any, place: str, here: Here) -> bool | None:
    """Look whether what was posted is at its own address."""
    answer = exchange(here, "GET", place)
    if answer.status in (404, 410):
        return False
    return True if 200 <= answer.status < 300 else None


@skill(
    "post to the web address {address} checked at {place} with {details: row}",
    check="_there",
    example=(
        'Post to the web address "https://api.example.com/orders" checked at '
        '"https://api.example.com/orders/{the order\'s id}" with\n'
        "    the id: the order's id"
    ),
)
def post_checked(address: str, details: Record, place: str, here: Here) -> Any:
    """Send a record as JSON where another address tells whether it has arrived."""
    return post(address, details, here)


@skill(
    "put to the web address {address} with {details: row}",
    "put {details} to the web address {address}",
    idempotent=True,
    example=(
        'Put to the web address "https://api.example.com/orders/7" with\n    the status: "paid"'
    ),
)
def put(address: str, details: Record | List | Table, here: Here) -> Any:
    """Replace what is at a web address by a record as JSON."""
    return _value(accepted(exchange(here, "PUT", address, body=_json(details), writing=True)))


@skill(
    "change the web address {address} with {details: row}",
    example=(
        'Change the web address "https://api.example.com/orders/7" with\n    the status: "paid"'
    ),
)
def change(address: str, details: Record, here: Here) -> Any:
    """Change the named properties of what is at a web address."""
    return _value(accepted(exchange(here, "PATCH", address, body=_json(details), writing=True)))


@skill(
    "delete the web address {address}",
    "delete {address} from the web",
    idempotent=True,
    example='Delete the web address "https://api.example.com/orders/7".',
)
def delete(address: str, here: Here) -> None:
    """Delete what is at a web address; that it is not there any more is as good."""
    answer = exchange(here, "DELETE", address, writing=True)
    if answer.status not in (404, 410):
        accepted(answer)


# -- values and JSON -----------------------------------------------------------------


def _value(answer: Answer) -> Any:
    """Return an answer as a value of the language."""
    return _of_json(parsed(answer))


def _of_json(data: Any) -> Any:
    if isinstance(data, dict):
        return Record(fields={str(k): _of_json(one) for k, one in data.items()}, open=True)
    if isinstance(data, list):
        return List(items=[_of_json(one) for one in data])
    return data


def _json(value: Any) -> Any:
    """Return a value as JSON: numbers exact, money with its currency, moments in ISO 8601."""
    if isinstance(value, Record):
        return {name: _json(one) for name, one in value.fields.items()}
    if isinstance(value, List | Table | list | tuple):
        return [_json(one) for one in value]
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, Money):
        return {"amount": str(value.amount), "currency": value.currency}
    if isinstance(value, Percent | Count):
        return _number(value.value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Person):
        return value.email or value.name
    return shown(value)


def _number(value: Decimal) -> int | float | str:
    """Return a number that JSON can hold without loss; else its digits as text."""
    if value == value.to_integral_value() and abs(value) < 10**15:
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else str(value)
