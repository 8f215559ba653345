"""A step's moment and settings that the tests of values share."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kognilang.settings import Settings
from kognilang.values.context import Context
from kognilang.values.operations import apply


@pytest.fixture
def settings() -> Settings:
    return Settings(Path(), currency="USD", time_zone="Europe/Berlin")


@pytest.fixture
def context(settings: Settings) -> Context:
    """Sunday, November 22, 2026, 18:00 in Berlin."""
    return Context(datetime(2026, 11, 22, 17, 0, tzinfo=UTC), settings)


@pytest.fixture
def do(context: Context) -> Callable[..., Any]:
    """Apply an operation by its name."""
    return lambda name, *values: apply(context, name, *values)
