"""The settings of the model: `[model]` in `kognilang.toml`, and the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from kognilang.dataclass import dataclass, field
from kognilang.settings import FILE, BadSettings

HOSTED = "gpt-4.1-mini"
"""The model of the hosted service where the settings name none."""

EFFECTS = ("none", "read")
"""The effects of what may be accepted without a person; a write never is."""


JOBS = ("translate", "compose", "suggest", "judge")
"""What a model is asked to do; another may do each."""

_KEYS = (
    "name", "url", "off", "seconds", "tries", "window", "jobs", "prices", "per run", "per day",
)  # fmt: skip


@dataclass(slots=True)
class Budget:
    """The most that may be used, of a run or of a day; None is no limit."""

    calls: int | None = None
    tokens: int | None = None
    money: float | None = None


@dataclass(slots=True)
class ModelSettings:
    """What the settings say of the model. `url` is empty for the hosted service."""

    name: str = ""
    jobs: dict[str, str] = field(default_factory=dict)
    """The model's name by job, where it is another."""
    url: str = ""
    key: str = ""
    off: bool = False
    timeout: float = 60.0
    tries: int = 4
    window: int = 12_000
    """About how many tokens the list of phrases may take in a prompt; those most like the sentence
    are taken. With 500 or fewer the model counts as small and picks among readings instead."""
    prices: dict[str, tuple[float, float]] = field(default_factory=dict)
    """Dollars for a million tokens in and out, by the model's name."""
    per_run: Budget = field(default_factory=lambda: Budget(calls=200))
    per_day: Budget = field(default_factory=lambda: Budget(calls=2000))
    accept: tuple[str, ...] = EFFECTS
    """The effects of readings that need no person."""
    repair: tuple[str, ...] = ()
    """The effects of suggested answers that need no person."""
    suggest: bool = False
    """Whether answers are suggested with every question asked in place, not only when wished."""

    @property
    def configured(self) -> bool:
        """Tell whether there is a model to ask."""
        return not self.off and bool(self.key or self.url)

    def model_for(self, job: str) -> str:
        """Return the name of the model that does a job; empty if the server is to say."""
        found = self.jobs.get(job) or self.name
        return found or ("" if self.url else HOSTED)


def model_settings(
    raw: Mapping[str, Any], environment: Mapping[str, str] | None = None
) -> ModelSettings:
    """Return what the settings and the environment say. Raises BadSettings."""
    env = os.environ if environment is None else environment
    section = raw.get("model", {})
    if isinstance(section, str):
        section = {"name": section}
    if not isinstance(section, dict):
        raise BadSettings(f'{FILE}: "model" should be a section: [model] with name = "…".')
    accept = raw.get("reasoning", {})
    if not isinstance(accept, dict):
        raise BadSettings(f'{FILE}: "reasoning" should be a section: [reasoning].')
    _known(section, "[model]", _KEYS)
    _known(_table(section, "jobs"), "[model.jobs]", JOBS)
    _known(accept, "[reasoning]", ("accept", "repair", "suggest"))
    return ModelSettings(
        name=_text(section, "name") or env.get("OPENAI_MODEL", ""),
        jobs={job: str(name) for job, name in _table(section, "jobs").items()},
        url=_text(section, "url") or env.get("OPENAI_BASE_URL", ""),
        key=env.get("OPENAI_API_KEY", ""),
        off=section.get("off") is True,
        timeout=float(_number(section, "seconds", 60.0)),
        tries=max(1, int(_number(section, "tries", 4))),
        window=max(1, int(_number(section, "window", 12_000))),
        prices={name: _price(name, one) for name, one in _table(section, "prices").items()},
        per_run=_budget(section, "per run", Budget(calls=200)),
        per_day=_budget(section, "per day", Budget(calls=2000)),
        accept=_effects(accept, "accept", EFFECTS),
        repair=_effects(accept, "repair", ()),
        suggest=accept.get("suggest") is True,
    )


def _known(section: Mapping[str, Any], where: str, keys: tuple[str, ...]) -> None:
    """Refuse a key that means nothing: it would be a setting that somebody believes in."""
    for key in section:
        if key not in keys and key.replace("_", " ") not in keys:
            raise BadSettings(f'{FILE}: {where} has "{key}". It takes {", ".join(keys)}.')


def _text(section: Mapping[str, Any], key: str) -> str:
    value = section.get(key, "")
    if not isinstance(value, str):
        raise BadSettings(f'{FILE}: [model] "{key}" should be a text in quotes, not {value!r}.')
    return value


def _number(section: Mapping[str, Any], key: str, default: float) -> float:
    value = section.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        raise BadSettings(f'{FILE}: [model] "{key}" should be a number, not {value!r}.')
    return float(value)


def _table(section: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = section.get(key, {})
    if not isinstance(value, dict):
        raise BadSettings(f'{FILE}: "{key}" should be a section: [model."{key}"].')
    return value


def _price(name: str, value: Any) -> tuple[float, float]:
    try:
        return float(value["in"]), float(value["out"])
    except (TypeError, KeyError, ValueError):
        raise BadSettings(
            f"{FILE}: the price of {name} should say what a million tokens cost in dollars: "
            f'"{name}" = {{ in = 0.4, out = 1.6 }}.'
        ) from None


def _budget(section: Mapping[str, Any], key: str, default: Budget) -> Budget:
    data = _table(section, key) or _table(section, key.replace(" ", "_"))
    made = Budget(default.calls, default.tokens, default.money)
    for name, value in data.items():
        if name not in ("calls", "tokens", "money"):
            raise BadSettings(
                f'{FILE}: [model."{key}"] has "{name}"; it takes calls, tokens and money.'
            )
        if isinstance(value, str):
            value = value.removeprefix("$")
        try:
            setattr(made, name, float(value) if name == "money" else int(value))
        except (TypeError, ValueError):
            raise BadSettings(
                f'{FILE}: [model."{key}"] "{name}" should be a number, not {value!r}.'
            ) from None
    return made


def _effects(section: Mapping[str, Any], key: str, default: tuple[str, ...]) -> tuple[str, ...]:
    value = section.get(key, list(default))
    if not isinstance(value, list) or not all(one in EFFECTS for one in value):
        raise BadSettings(
            f'{FILE}: [reasoning] "{key}" is a list of "none" and "read", not {value!r}. What '
            "writes is always shown to a person first."
        )
    return tuple(value)
