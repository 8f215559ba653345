"""What `kog doctor` says of the language model: whether one is set up, and whether it answers."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kognilang.reasoning.config import ModelSettings
    from kognilang.settings import Settings

_SHOWN = 4


def examined(settings: Settings, patience: float) -> tuple[str, str, str]:
    """Return the state (`ok`, `note`, `wrong`), what was found and how it is mended. The server
    is waited for `patience` seconds; nothing is asked of a model."""
    from kognilang.reasoning.config import model_settings
    from kognilang.session.advising import HOW
    from kognilang.settings import BadSettings

    try:
        found = model_settings(settings.raw)
    except BadSettings as fault:
        return "wrong", str(fault), "Mend that line."
    if found.off:
        return "ok", "Switched off in the settings: people say what sentences mean.", ""
    if not found.configured:
        return "note", "None is set up, so people say what sentences mean.", HOW
    if find_spec("openai") is None:
        mend = 'pip install "kognilang[model]"'
        return "wrong", "The library that talks to models is not installed.", mend
    return _at_the_server(found, patience)


def _at_the_server(found: ModelSettings, patience: float) -> tuple[str, str, str]:
    from kognilang.reasoning.endpoint import Endpoint
    from kognilang.reasoning.port import ModelFault

    try:
        served = Endpoint(replace(found, timeout=patience, tries=1)).served()
    except ModelFault as fault:
        mend = "Start it, or set another address in OPENAI_BASE_URL."
        unreachable = fault.problem == "model-unreachable"
        told = str(fault).removesuffix(" Try again later.")
        return "wrong", told, mend if unreachable and found.url else ""
    where = found.url or "the hosted service"
    wanted = [one for one in dict.fromkeys([found.model_for(""), *found.jobs.values()]) if one]
    missing = [one for one in wanted if one not in served]
    if not served:
        return "wrong", f"{where} offers no model.", "Load one there."
    if missing:
        offered = ", ".join(served[:_SHOWN]) + (" …" if len(served) > _SHOWN else "")
        return (
            "note",
            f"{where} does not list the model {', '.join(missing)}.",
            f'It lists {offered}. Name one in kognilang.toml: [model] name = "…"',
        )
    unpriced = [one for one in wanted or served[:1] if one not in found.prices]
    if unpriced and (found.per_run.money is not None or found.per_day.money is not None):
        mend = f'Add under [model.prices]: "{unpriced[0]}" = {{ in = 0.4, out = 1.6 }}'
        return "wrong", f"There is a budget in money, but no price for {unpriced[0]}.", mend
    return "ok", f"{', '.join(wanted or served[:1])} at {where}", ""
