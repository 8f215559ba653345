"""What an operation may know of the step it is done in: its moment, and the settings."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kognilang.settings import Settings


class Context:
    """The moment of the step (aware, as journaled) and the workspace's settings.

    `today` is the day of that moment in the settings' time zone.
    """

    __slots__ = ("_today", "headings", "now", "settings")

    def __init__(self, now: datetime, settings: Settings) -> None:
        self.now = now
        self.settings = settings
        self._today: date | None = None
        self.headings: dict[str, str] = {}
        """By what a table lacks (`heading_key`), the column that a person said is meant."""

    @property
    def currency(self) -> str:
        """The settings' currency, in which a bare number counts; empty if none is set."""
        return self.settings.currency

    @property
    def today(self) -> date:
        """The day of the step's moment in the settings' time zone."""
        if self._today is None:
            from kognilang.values.moments import local

            self._today = local(self.now, self.settings).date()
        return self._today
