"""Files that arrive count once they are whole; requests bring what they say."""

from __future__ import annotations

import json
import os
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from kognilang.workers import folders
from kognilang.workers.folders import Watched
from kognilang.workers.requests import Requests, said_by
from tests.patience import PATIENCE


def aged(path: Path, seconds: float = 10) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_a_file_arrives_when_it_has_stopped_growing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock:
        """The time of day, which passes as the test says."""

        now = 1000.0

        @classmethod
        def time(cls) -> float:
            return cls.now

    monkeypatch.setattr(folders, "time", Clock)
    watched = Watched(tmp_path)
    file = tmp_path / "a.txt"
    for content in ("x", "xx"):
        file.write_text(content)
        os.utime(file, (Clock.now, Clock.now))
        Clock.now += 0.5
        assert watched.look() == []
        assert watched.look() == []  # It may still grow.
    Clock.now += 0.6
    (one,) = watched.look()
    watched.know(one)
    assert watched.look() == []
    file.write_text("xxx")
    os.utime(file, (Clock.now - 10, Clock.now - 10))
    assert watched.look() == []  # It has changed since the last look.
    assert [one.path for one in watched.look()] == [file]


def test_unfinished_and_hidden_files_do_not_arrive(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    for name in (".hidden", "a.part", "b.crdownload", "~lock", "c.txt"):
        (tmp_path / name).write_text("x")
        aged(tmp_path / name)
    watched.look()
    assert [one.path.name for one in watched.look()] == ["c.txt"]


def test_a_replaced_file_arrives_again_and_memory_does_not_grow(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    file = tmp_path / "a.txt"
    for content in ("one", "three"):
        file.write_text(content)
        aged(file, len(content) * 10)
        watched.look()
        (one,) = watched.look()
        watched.know(one)
    file.unlink()
    watched.look()
    assert watched.known == {}


def test_files_of_a_sort_alone_arrive(tmp_path: Path) -> None:
    watched = Watched(tmp_path, (".pdf",))
    for name in ("a.pdf", "b.PDF", "c.txt"):
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (1000, 1000))
    watched.look()
    assert [one.path.name for one in watched.look()] == ["a.pdf", "b.PDF"]


def test_a_folder_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    assert Watched(tmp_path / "none").look() == []


def ask(port: int, path: str, data: bytes = b"", **headers: str) -> tuple[int, Any]:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", data or None, {k.replace("_", "-"): v
        for k, v in headers.items()},
    )  # fmt: skip
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as reply:
            return reply.status, json.load(reply)
    except urllib.error.HTTPError as fault:
        return fault.code, json.load(fault)


def test_requests_over_real_http() -> None:
    taken: list[tuple[str, str, dict[str, Any]]] = []

    def fire(path: str, key: str, said: dict[str, Any]) -> str:
        if path != "/leave":
            raise LookupError(path)
        known = any(key == one[1] for one in taken)
        taken.append((path, key, said))
        return "" if known else "r1"

    server = Requests("127.0.0.1", 0, fire)
    try:
        body = json.dumps({"name": "Bob", "days": 3}).encode()
        sort = {"Content_Type": "application/json", "Idempotency_Key": "k1"}
        assert ask(server.port, "/leave?team=blue", body, **sort) == (202, {"run": "r1"})
        assert ask(server.port, "/leave", body, **sort) == (202, {"run": None, "known": True})
        assert taken[0][2]["name"] == "Bob"
        assert taken[0][2]["team"] == "blue"
        assert ask(server.port, "/other")[0] == 404
        code, said = ask(server.port, "/leave", b"{", Content_Type="application/json")
        assert (code, said["error"]) == (400, "The body is not JSON.")
    finally:
        server.close()


@pytest.mark.parametrize(
    ("body", "content", "field", "value"),
    [
        (b"name=Ann&days=2", "application/x-www-form-urlencoded", "days", "2"),
        (b'{"days": 2}', "application/json", "days", 2),
        (b"plain", "text/plain", "body", "plain"),
    ],
)
def test_what_a_request_says(body: bytes, content: str, field: str, value: Any) -> None:
    assert said_by("", body, content)[field] == value
