"""A scripted endpoint: a real HTTP server on loopback that replies as a test says."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Scripted:
    """What one request gets: a status, a body as it is, headers, a delay, or a cut connection.

    Asked for piece by piece, a completion is sent so, with a pause before each piece; `ends`
    is how many pieces are sent before the stream ends as if it were complete, `fault` what the
    server then says is wrong.
    """

    body: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    cut: bool = False
    pause: float = 0.0
    ends: int | None = None
    fault: str = ""


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


def pieces_of(one: Scripted) -> list[str]:
    """A completion in pieces of some letters, as events; the last ones say why it ends and what
    it took."""
    whole = json.loads(one.body)
    [choice] = whole["choices"]
    text = choice["message"]["content"] or ""
    deltas: list[dict[str, Any]] = [{"role": "assistant", "content": ""}]
    deltas += [{"content": text[at : at + 7]} for at in range(0, len(text), 7)]
    if choice["message"]["refusal"]:
        deltas.append({"refusal": choice["message"]["refusal"]})
    about = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "scripted"}
    pieces = [
        {**about, "choices": [{"index": 0, "delta": delta, "finish_reason": None}]}
        for delta in deltas
    ]
    last = {"index": 0, "delta": {}, "finish_reason": choice["finish_reason"]}
    pieces.append({**about, "choices": [last]})
    pieces.append({**about, "choices": [], "usage": whole["usage"]})
    return [f"data: {json.dumps(piece)}\n\n" for piece in pieces] + ["data: [DONE]\n\n"]


Answerer = Callable[[dict[str, Any]], Scripted]


class Endpoint:
    """The server. `script` is used up in order; then `otherwise` answers, or the request is
    a failure of the test: it gets a 500 and is counted in `unexpected`. `streams` says whether
    it sends replies piece by piece where that is asked for: `refused` with an error, or `not`
    at all though it is asked for. Once `hurry` is set, no piece is paused for any more."""

    def __init__(
        self, *script: Scripted, otherwise: Answerer | None = None, streams: str = "yes"
    ) -> None:
        self.script = list(script)
        self.otherwise = otherwise
        self.requests: list[dict[str, Any]] = []
        self.unexpected = 0
        self.hurry = threading.Event()
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
                self._streamed = bool(body.get("stream")) and streams == "yes"
                if body.get("stream") and streams == "refused":
                    self._send(error(400, "stream is not supported"))
                elif endpoint.script:
                    self._send(endpoint.script.pop(0))
                elif endpoint.otherwise is not None:
                    self._send(endpoint.otherwise(body))
                else:
                    endpoint.unexpected += 1
                    self._send(error(500, "nothing was expected"))

            _streamed = False

            def _send(self, one: Scripted) -> None:
                time.sleep(one.delay)
                if self._streamed and one.status == 200 and '"choices"' in one.body:
                    self._stream(one)
                    return
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

            def _stream(self, one: Scripted) -> None:
                pieces = pieces_of(one)
                ends = len(pieces) // 2 if one.cut else one.ends
                try:
                    self.send_response(200)
                    self.send_header("content-type", "text/event-stream")
                    self.send_header("transfer-encoding", "chunked")
                    self.end_headers()
                    sent = pieces[:ends]
                    if one.fault:
                        sent.append(f'data: {{"error": {{"message": "{one.fault}"}}}}\n\n')
                    for piece in sent:
                        endpoint.hurry.wait(one.pause)
                        data = piece.encode()
                        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
                        self.wfile.flush()
                    if one.cut:
                        self.close_connection = True
                        self.connection.close()
                    else:
                        self.wfile.write(b"0\r\n\r\n")
                except OSError:
                    pass  # The client has given up reading.

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._silent = socket.socket()
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
        with suppress(OSError):
            # Nobody else shall listen where a test says that nobody is there.
            self._silent.bind(self._server.server_address)

    def __enter__(self) -> Endpoint:
        return self

    def __exit__(self, *about: object) -> None:
        self.close()
