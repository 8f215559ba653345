"""Requests: a small web server on this machine that begins a run for each that arrives."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

MOST = 1_000_000
"""Bytes that a request may bring."""

Fire = Callable[[str, str, dict[str, Any]], str]
"""Takes the path, the event's key and what the request says; returns the run's id, empty where
the same request came before. Raises LookupError for a path that no trigger has."""


class Requests:
    """The server, listening on one address of this machine."""

    def __init__(self, host: str, port: int, fire: Fire) -> None:
        self._server = ThreadingHTTPServer((host, port), _handler(fire))
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self._thread = Thread(target=self._server.serve_forever, daemon=True, name="requests")
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()


def _handler(fire: Fire) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._take(b"")

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            if length > MOST:
                self._reply(413, {"error": f"A request may bring up to {MOST} bytes."})
                return
            self._take(self.rfile.read(length))

        def _take(self, body: bytes) -> None:
            parts = urlsplit(self.path)
            key = self.headers.get("Idempotency-Key") or uuid.uuid4().hex
            content = self.headers.get("Content-Type") or ""
            try:
                said = said_by(parts.query, body, content)
                said |= {"path": parts.path, "method": self.command}
                run = fire(parts.path, key, said)
            except LookupError:
                self._reply(404, {"error": f"No procedure here waits for {parts.path}."})
            except ValueError as fault:
                self._reply(400, {"error": str(fault)})
            except Exception as fault:
                self._reply(503, {"error": str(fault)})
            else:
                self._reply(202, {"run": run} if run else {"run": None, "known": True})

        def _reply(self, code: int, data: dict[str, Any]) -> None:
            text = json.dumps(data).encode()
            self.send_response(code)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, format: str, *args: Any) -> None:
            """What arrives is told by the runs that it begins."""

    return Handler


def said_by(query: str, body: bytes, content: str) -> dict[str, Any]:
    """Return a request's fields: of its address, of a form, or of a JSON object.

    Raises ValueError for a body that is not what it says.
    """
    found: dict[str, Any] = {name: values[-1] for name, values in parse_qs(query).items()}
    text = body.decode("utf-8", "replace")
    if "json" in content:
        try:
            data = json.loads(text)
        except ValueError:
            raise ValueError("The body is not JSON.") from None
        if isinstance(data, dict):
            found |= data
    elif "form" in content:
        found |= {name: values[-1] for name, values in parse_qs(text).items()}
    found["body"] = text
    return found
