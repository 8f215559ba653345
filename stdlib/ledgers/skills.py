"""Ledgers: amounts posted as double entries."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from kognilang import File, Here, Money, Problematic, Record, shown, skill

from ..places import located
from ..tables.additions import add_rows
from ..writing import added


def _posted(
    amount: Any,
    source: str,
    target: str,
    ledger: Any,
    here: Here,
    reason: str = "",
    day: Any = None,
) -> bool | None:
    return added(here, located(here, ledger, writing=True))


@skill(
    "post {amount} from {source} to {target} in the ledger {ledger} [for {reason}] [on {day}]",
    "post {amount} from {source} to {target} in {ledger} [for {reason}] [on {day}]",
    idempotent=True,
    check="_posted",
    example='Post $420 from "1000 Bank" to "2000 Accounts payable" in the ledger "ledger.csv".',
)
def post(
    amount: Money,
    source: str,
    target: str,
    ledger: File,
    here: Here,
    reason: str = "",
    day: date | None = None,
) -> None:
    """Post an amount as a double entry: credited to the first account, debited to the second.

    Both rows bear the same entry number and go into the ledger together.
    """
    if not isinstance(amount, Money):
        raise Problematic(
            f"What is posted must be an amount of money, and {shown(amount) or 'nothing'} is none.",
            "wrong-kind",
            values=[("amount", shown(amount))],
        )
    if amount.amount <= 0:
        raise Problematic(
            f"{shown(amount)} cannot be posted: an entry needs an amount above zero. "
            "To take an entry back, post it the other way round.",
            "refused",
            values=[("amount", shown(amount))],
        )
    giving, taking = str(source).strip(), str(target).strip()
    if not giving or not taking or giving.casefold() == taking.casefold():
        raise Problematic(
            "An entry needs two different accounts.",
            "refused",
            values=[("from", giving), ("to", taking)],
        )
    facts = "|".join((here.key, giving, taking, shown(amount), str(reason)))
    entry = "E" + hashlib.sha256(facts.encode()).hexdigest()[:10]
    when = day or here.now.date()

    def line(account: str, debit: Any, credit: Any) -> Record:
        return Record(
            fields={
                "date": when,
                "entry": entry,
                "account": account,
                "debit": debit,
                "credit": credit,
                "text": reason or None,
            }
        )

    add_rows(here, ledger, "", [line(taking, amount, None), line(giving, None, amount)])
