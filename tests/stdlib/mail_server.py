"""A real mail server on loopback, at a port that the system gives it."""

from __future__ import annotations

from typing import Any

from aiosmtpd.controller import Controller

from tests.patience import PATIENCE


class MailServer(Controller):
    """Speaks SMTP for a handler; `port` is where, once it was started.

    A free port that was looked for beforehand may be taken by another test before it is used.
    """

    def __init__(self, handler: Any, **more: Any) -> None:
        super().__init__(handler, hostname="127.0.0.1", port=0, ready_timeout=PATIENCE, **more)

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]
        super()._trigger_server()
