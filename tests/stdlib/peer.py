"""A web server that counts what it does: on loopback, in a thread, with moods."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Peer(ThreadingHTTPServer):
    """`orders` is what it holds by number, `done` counts the writes it has carried out, `keys` what
    it answered to which key. `mood` is how the next write is answered: `lost` does it and breaks
    the connection before the answer, `slow` answers late, `down` refuses it, `cut` hears nothing.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.orders: dict[str, Any] = {"7": {"id": 7, "amount": 12.5, "status": "open"}}
        self.done: list[tuple[str, str, Any]] = []
        self.heard: list[tuple[str, str, dict[str, str]]] = []
        self.keys: dict[str, Any] = {}
        self.knows_keys = True
        self.mood: list[str] = []
        self.over = threading.Event()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    def at(self, path: str) -> str:
        return f"http://{self.host}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Peer
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        return

    def _body(self) -> Any:
        size = int(self.headers.get("Content-Length") or 0)
        return json.loads(self.rfile.read(size)) if size else None

    def _reply(self, status: int, data: Any, kind: str = "application/json") -> None:
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):
            self.wfile.write(body)

    def do_GET(self) -> None:
        peer = self.server
        peer.heard.append(("GET", self.path, dict(self.headers)))
        path, _, query = self.path.partition("?")
        if path == "/orders":
            found = list(peer.orders.values())
            if query:
                name, _, value = query.partition("=")
                found = [one for one in found if str(one.get(name)) == value]
            self._reply(200, found)
        elif path == "/echo":
            self._reply(200, {"you sent": dict(self.headers)})
        elif path == "/file.pdf":
            self._reply(200, b"%PDF-1.4 test", "application/pdf")
        elif path == "/text":
            self._reply(200, "Grüße".encode("latin-1"), "text/plain; charset=latin-1")
        elif path == "/away":
            self.send_response(302)
            self.send_header("Location", "http://elsewhere.example/secret")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/orders/7")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path == "/silent":
            peer.over.wait()
        elif path == "/broken":
            self._reply(200, b"{not json")
        elif path.startswith("/orders/") and path.rpartition("/")[2] in peer.orders:
            self._reply(200, peer.orders[path.rpartition("/")[2]])
        else:
            self._reply(404, {"message": "no such order"})

    def _write(self) -> None:
        peer = self.server
        peer.heard.append((self.command, self.path, dict(self.headers)))
        body = self._body()
        mood = peer.mood.pop(0) if peer.mood else ""
        if mood == "down":
            self._reply(503, {"message": "closed for the night"})
            return
        if mood == "cut":
            self._break()
            return
        key = self.headers.get("Idempotency-Key", "")
        if peer.knows_keys and key in peer.keys:
            self._reply(200, peer.keys[key])
            return
        peer.done.append((self.command, self.path, body))
        answer = self._carry_out(body)
        peer.keys[key] = answer
        if mood == "lost":
            self._break()
            return
        if mood == "slow":
            time.sleep(2)
        self._reply(201, answer)

    def _carry_out(self, body: Any) -> Any:
        number = self.path.rpartition("/")[2]
        if self.command == "DELETE":
            self.server.orders.pop(number, None)
            return {}
        if self.command == "POST":
            number = str(body.get("id", 100 + len(self.server.orders)))
        before = self.server.orders.get(number, {}) if self.command == "PATCH" else {}
        self.server.orders[number] = {**before, **body}
        return {"receipt": f"R-{number}"}

    def _break(self) -> None:
        """Go away without a word."""
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    do_POST = do_PUT = do_PATCH = do_DELETE = _write


@contextmanager
def peering() -> Iterator[Peer]:
    """A peer that serves while the block lasts."""
    peer = Peer()
    thread = threading.Thread(target=peer.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield peer
    finally:
        peer.over.set()
        peer.shutdown()
        peer.server_close()
        thread.join()
