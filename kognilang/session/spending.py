"""Spending: what calls of the model have come to, of a run or of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kognilang.session.session import Session


def spent(session: Session, run: str = "") -> dict[str, Any]:
    """Return calls, tokens and dollars: of one run, or of all with those by day, job and model.

    Empty where no model was ever called. `cost` is None where the settings give no prices.
    """
    folder = session.workspace / ".kognilang" / "model"
    if not folder.is_dir():
        return {}
    from kognilang.reasoning.ledger import Ledger

    calls = [one for one in Ledger(session.workspace).calls() if not run or one.run == run]
    if not calls:
        return {}
    found = _total(calls)
    if not run:
        for name in ("job", "model", "day"):
            groups: dict[str, list[Any]] = {}
            for one in calls:
                groups.setdefault(one.at[:10] if name == "day" else getattr(one, name), []).append(
                    one
                )
            found[f"by_{name}"] = {key: _total(part) for key, part in sorted(groups.items())}
    return found


def _total(calls: list[Any]) -> dict[str, Any]:
    known = [one.cost for one in calls if one.cost is not None]
    return {
        "calls": len(calls),
        "tokens_in": sum(one.tokens_in for one in calls),
        "tokens_out": sum(one.tokens_out for one in calls),
        "cost": round(sum(known), 6) if known else None,
        "seconds": round(sum(one.seconds for one in calls), 1),
    }


def words(total: dict[str, Any]) -> str:
    """Return a total in words: `3 calls of the model, 1,234 tokens, $0.0021`."""
    calls = "1 call" if total["calls"] == 1 else f"{total['calls']:,} calls"
    tokens = f"{total['tokens_in'] + total['tokens_out']:,} tokens"
    cost = total["cost"]
    money = "" if cost is None else f", ${cost:,.2f}" if cost >= 0.1 else f", ${cost:.4f}"
    return f"{calls} of the model, {tokens}{money}"
