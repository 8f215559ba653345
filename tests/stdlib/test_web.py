"""The book of the web, against a real server over loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kognilang import File, Folder, List, Money, Problematic, Record
from tests.stdlib.peer import Peer, peering
from tests.stdlib.place import Place, call, happened


@pytest.fixture
def peer() -> Iterator[Peer]:
    with peering() as found:
        yield found


@pytest.fixture
def here(tmp_path: Path, peer: Peer) -> Place:
    web = {"hosts": [peer.host], peer.host: {"headers": {"X-Token": "Bearer ${TOKEN}"}}}
    settings: dict[str, Any] = {"web.hosts": [peer.host], "web": web, "web.time out": 60}
    return Place(tmp_path, settings=settings, secrets={"TOKEN": "s3cret-token"})


def test_json_becomes_records_with_exact_numbers(peer: Peer, here: Place) -> None:
    found = call("web.read_address", peer.at("/orders"), here)
    assert isinstance(found, List)
    (order,) = found.items
    assert isinstance(order, Record) and order.open
    assert order.fields == {"id": Decimal(7), "amount": Decimal("12.5"), "status": "open"}


def test_details_are_the_query(peer: Peer, here: Place) -> None:
    details = Record(fields={"status": "open & shut"})
    assert call("web.read_address", peer.at("/orders"), here, details).items == []
    assert peer.heard[-1][1] == "/orders?status=open+%26+shut"
    details = Record(fields={"status": "open"})
    assert len(call("web.read_address", peer.at("/orders"), here, details).items) == 1


def test_other_content_is_text_in_the_encoding_it_names(peer: Peer, here: Place) -> None:
    assert call("web.read_address", peer.at("/text"), here) == "Grüße"


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("http://example.com/x", "not-allowed"),
        ("http://127.0.0.1:1/x", "not-allowed"),
        ("ftp://example.com/x", "bad-address"),
        ("just words", "bad-address"),
        ("file:///etc/passwd", "bad-address"),
        ("http://127.0.0.1:port/x", "bad-address"),
    ],
)
def test_only_listed_hosts_are_reached(peer: Peer, here: Place, address: str, problem: str) -> None:
    with pytest.raises(Problematic) as caught:
        call("web.read_address", address, here)
    assert caught.value.problem == problem
    assert peer.heard == []


def test_a_password_in_an_address_is_refused(peer: Peer, here: Place) -> None:
    with pytest.raises(Problematic, match="holds a password") as caught:
        call("web.read_address", f"http://me:hunter2@{peer.host}/orders", here)
    assert "hunter2" not in caught.value.message


def test_a_redirection_is_followed_only_to_listed_hosts(peer: Peer, here: Place) -> None:
    assert call("web.read_address", peer.at("/moved"), here).fields["id"] == 7
    with pytest.raises(Problematic, match=r"elsewhere\.example"):
        call("web.read_address", peer.at("/away"), here)


def test_secrets_of_the_settings_are_sent(peer: Peer, here: Place) -> None:
    call("web.read_address", peer.at("/orders"), here)
    assert peer.heard[-1][2]["X-Token"] == "Bearer s3cret-token"


@pytest.mark.parametrize(
    ("path", "problem", "words"),
    [
        ("/orders/999", "not-found", "no such order"),
        ("/silent", "unreachable", "did not answer within 1 seconds"),
        ("/broken", "unreadable", "cannot be read"),
    ],
)
def test_what_goes_wrong_is_told(
    peer: Peer, here: Place, path: str, problem: str, words: str
) -> None:
    if path == "/silent":
        here.settings["web.time out"] = 1
    with pytest.raises(Problematic, match=words) as caught:
        call("web.read_address", peer.at(path), here)
    assert caught.value.problem == problem


def test_a_server_that_is_not_there_is_unreachable(peer: Peer, here: Place) -> None:
    peer.shutdown()
    peer.server_close()
    with pytest.raises(Problematic, match="nothing answers there"):
        call("web.post", peer.at("/orders"), Record(fields={"id": "1"}), here)


def test_a_record_is_sent_as_json_with_its_key(peer: Peer, here: Place) -> None:
    details = Record(fields={"id": Decimal(8), "total": Money(Decimal("12.50"), "USD"), "on": True})
    receipt = call("web.post", peer.at("/orders"), details, here)
    assert receipt.fields == {"receipt": "R-8"}
    assert peer.orders["8"] == {
        "id": 8, "total": {"amount": "12.50", "currency": "USD"}, "on": True,
    }  # fmt: skip
    assert peer.heard[-1][2]["Idempotency-Key"] == here.key


def test_putting_changing_and_deleting(peer: Peer, here: Place) -> None:
    call("web.put", peer.at("/orders/7"), Record(fields={"status": "held"}), here)
    assert peer.orders["7"] == {"status": "held"}
    here.key = "another"
    call("web.change", peer.at("/orders/7"), Record(fields={"note": "x"}), here)
    assert peer.orders["7"] == {"status": "held", "note": "x"}
    here.key = "a third"
    call("web.delete", peer.at("/orders/7"), here)
    assert "7" not in peer.orders
    call("web.delete", peer.at("/orders/7"), here)


def test_downloads_are_whole_files_in_the_workspace(peer: Peer, here: Place) -> None:
    file = call("web.download", peer.at("/file.pdf"), File(Path("inbox/a.pdf")), here)
    assert file.path.read_bytes() == b"%PDF-1.4 test"
    file = call("web.download_into", peer.at("/file.pdf"), Folder(Path("inbox")), here)
    assert file.path.name == "file.pdf"
    with pytest.raises(Problematic):
        call("web.download", peer.at("/file.pdf"), File(Path("../../out.pdf")), here)


def test_a_lost_answer_to_a_write_is_unsure_to_a_reading_not(peer: Peer, here: Place) -> None:
    peer.mood = ["lost"]
    with pytest.raises(Problematic) as caught:
        call("web.post", peer.at("/orders"), Record(fields={"id": "9"}), here)
    assert caught.value.problem == "unsure"
    assert "9" in peer.orders


def test_what_was_posted_is_looked_up(peer: Peer, here: Place) -> None:
    details = Record(fields={"id": "9"})
    place = peer.at("/orders/9")
    given = (peer.at("/orders"), details, place, here)
    assert happened("web.post_checked", *given) is False
    call("web.post_checked", *given)
    assert happened("web.post_checked", *given) is True


def test_what_is_sent_is_json_that_loses_nothing(peer: Peer, here: Place) -> None:
    exact = Decimal("0.12345678901234567890")
    call("web.post", peer.at("/orders"), Record(fields={"id": "1", "rate": exact}), here)
    assert peer.orders["1"]["rate"] == str(exact)
    assert json.dumps(peer.orders["1"])
