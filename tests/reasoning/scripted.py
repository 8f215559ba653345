"""A scripted endpoint: a real HTTP server on loopback that replies as a test says."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Scripted:
    """What one request gets: a status, a body as it is, headers, a delay, or a cut connection."""

    body: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    cut: bool = False


def reply(
    content: Any,
    finish: str = "stop",
    refusal: str | None = None,
    tokens: tuple[int, int] = (10, 5),
) -> Scripted:
    """A chat completion with the content: a text, or data that is written as JSON."""
    text = content if isinstance(content, str) else json.dumps(content)
    message = {"role": "assistant", "content": text, "refusal": refusal}
    return Scripted(
        json.dumps(
            {
                "id": "c1", "object": "chat.completion", "created": 1, "model": "scripted",
                "choices": [{"index": 0, "message": message, "finish_reason": finish}],
                "usage": {
                    "prompt_tokens": tokens[0], "completion_tokens": tokens[1],
                    "total_tokens": sum(tokens),
                },
            }
        )
    )  # fmt: skip


def error(status: int, message: str = "no", code: str = "", **headers: str) -> Scripted:
    """An error as servers send them."""
    body = {"error": {"message": message, "type": "error", "code": code or None}}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Scripted(json.dumps(body), status, named)


Answerer = Callable[[dict[str, Any]], Scripted]


class Endpoint:
    """The server. `script` is used up in order; then `otherwise` answers, or the request is
    a failure of the test: it gets a 500 and is counted in `unexpected`."""

    def __init__(self, *script: Scripted, otherwise: Answerer | None = None) -> None:
        self.script = list(script)
        self.otherwise = otherwise
        self.requests: list[dict[str, Any]] = []
        self.unexpected = 0
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                served = {"id": "served", "object": "model", "created": 1, "owned_by": "x"}
                self._send(Scripted(json.dumps({"object": "list", "data": [served]})))

            def do_POST(self) -> None:
                length = int(self.headers.get("content-length", 0))
                body = json.loads(self.rfile.read(length))
                endpoint.requests.append(body)
                if endpoint.script:
                    self._send(endpoint.script.pop(0))
                elif endpoint.otherwise is not None:
                    self._send(endpoint.otherwise(body))
                else:
                    endpoint.unexpected += 1
                    self._send(error(500, "nothing was expected"))

            def _send(self, one: Scripted) -> None:
                time.sleep(one.delay)
                data = one.body.encode()
                try:
                    self.send_response(one.status)
                    self.send_header("content-type", "application/json")
                    self.send_header("content-length", str(len(data)))
                    for name, value in one.headers.items():
                        self.send_header(name, value)
                    self.end_headers()
                    self.wfile.write(data[: len(data) // 2] if one.cut else data)
                    if one.cut:
                        self.wfile.flush()
                        self.close_connection = True
                        self.connection.close()
                except OSError:
                    pass  # The client has given up waiting.

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        serve = self._server.serve_forever
        threading.Thread(target=serve, args=(0.02,), daemon=True).start()

    @property
    def prompts(self) -> list[str]:
        """Everything that was sent in messages, request by request."""
        return ["\n".join(m["content"] for m in one["messages"]) for one in self.requests]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Endpoint:
        return self

    def __exit__(self, *about: object) -> None:
        self.close()
