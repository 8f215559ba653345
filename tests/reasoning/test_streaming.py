"""Replies that come piece by piece: shown as they come, whole at the end, broken off in between."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kognilang.reasoning.config import ModelSettings
from kognilang.reasoning.endpoint import Endpoint as Client
from kognilang.reasoning.incoming import said_so_far
from kognilang.reasoning.ledger import Ledger
from kognilang.reasoning.model import WorkspaceModel
from kognilang.reasoning.port import ModelFault
from tests.patience import PATIENCE
from tests.reasoning.scripted import Endpoint, Scripted, error, pieces_of, reply
from tests.reasoning.test_endpoint import GOOD, request


class Watched:
    """A workspace's model that somebody watches."""

    def __init__(self, folder: Path, endpoint: Endpoint, **settings: Any) -> None:
        self.told: list[str] = []
        self.waits: list[float] = []
        self.folder = folder
        about = {"name": "m", "url": endpoint.url, "timeout": PATIENCE, "tries": 3, **settings}
        found = ModelSettings(**about)
        client = Client(found, sleep=self.waits.append, jitter=lambda: 0.5)
        self.model = WorkspaceModel(folder, found, client)
        self.model.show_to(lambda job, text: self.told.append(text))


def changed(one: Scripted, **about: Any) -> Scripted:
    return dataclasses.replace(one, **about)


def test_a_reply_is_told_as_it_comes(tmp_path: Path) -> None:
    with Endpoint(GOOD) as endpoint:
        watched = Watched(tmp_path, endpoint)
        found = watched.model.ask(request())
        assert endpoint.requests[0]["stream_options"] == {"include_usage": True}
    assert found.data == {"word": "yes"}
    assert (found.tokens_in, found.tokens_out) == (10, 5)
    assert watched.told == ['{"word"', '{"word": "yes"', '{"word": "yes"}', ""]
    # A reply that is kept comes from nowhere.
    assert watched.model.ask(request()).kept
    assert len(watched.told) == 4


def test_nobody_watches_and_it_comes_whole(tmp_path: Path) -> None:
    with Endpoint(GOOD) as endpoint:
        watched = Watched(tmp_path, endpoint)
        watched.model.show_to(None)
        watched.model.ask(request())
        assert "stream" not in endpoint.requests[0]


@pytest.mark.parametrize(
    "broken",
    [
        changed(GOOD, cut=True),
        changed(GOOD, ends=3),
        changed(GOOD, ends=0),
        changed(GOOD, ends=2, fault="the engine died"),
    ],
    ids=["the connection is cut", "it ends without its end", "nothing comes", "the server says"],
)
def test_what_breaks_off_in_the_middle_is_tried_again(tmp_path: Path, broken: Scripted) -> None:
    with Endpoint(broken, GOOD) as endpoint:
        watched = Watched(tmp_path, endpoint)
        assert watched.model.ask(request()).data == {"word": "yes"}
        assert len(endpoint.requests) == 2
    assert len(watched.waits) == 1
    # What was shown of the first is gone before the second is.
    assert watched.told[-4:] == ['{"word"', '{"word": "yes"', '{"word": "yes"}', ""]
    assert "" in watched.told[:-4]


def test_what_breaks_off_always_is_told_and_counted(tmp_path: Path) -> None:
    with Endpoint(otherwise=lambda body: changed(GOOD, cut=True)) as endpoint:
        watched = Watched(tmp_path, endpoint)
        with pytest.raises(ModelFault, match=r"cannot be reached|no whole reply"):
            watched.model.ask(request())
        assert len(endpoint.requests) == 3
    # What came before is paid for: it is estimated, since no server said what it was.
    [call] = Ledger(watched.folder).calls()
    assert call.tokens_in >= 9 and call.tokens_out >= 3


def test_why_a_server_is_waited_for_is_told(tmp_path: Path) -> None:
    with Endpoint(error(429, retry_after="7"), GOOD) as endpoint:
        watched = Watched(tmp_path, endpoint)
        watched.model.ask(request())
    assert watched.waits == [7]
    assert "is too busy (HTTP 429). It is asked again in 7 s" in watched.told[0]


def test_a_server_that_falls_silent_in_the_middle(tmp_path: Path) -> None:
    with Endpoint(changed(GOOD, pause=PATIENCE), otherwise=lambda body: GOOD) as endpoint:
        watched = Watched(tmp_path, endpoint, timeout=0.3, tries=9)
        assert watched.model.ask(request()).data == {"word": "yes"}
        # On a busy machine the good answer may pause for too long as well.
        assert len(endpoint.requests) >= 2


def test_a_slow_reply_that_goes_on_is_waited_for(tmp_path: Path) -> None:
    slow = changed(GOOD, pause=0.15)
    assert len(pieces_of(slow)) * slow.pause > 0.7
    # A busy machine may make a pause too long: then it is tried again, and waited for again.
    with Endpoint(otherwise=lambda body: slow) as endpoint:
        watched = Watched(tmp_path, endpoint, timeout=0.5, tries=9)
        assert watched.model.ask(request()).data == {"word": "yes"}


@pytest.mark.parametrize(("streams", "calls"), [("refused", 2), ("not", 1)])
def test_a_server_that_does_not_stream(tmp_path: Path, streams: str, calls: int) -> None:
    with Endpoint(GOOD, GOOD, streams=streams) as endpoint:
        watched = Watched(tmp_path, endpoint)
        assert watched.model.ask(request()).data == {"word": "yes"}
        assert len(endpoint.requests) == calls
        # It is not asked to again, and the form of the reply is asked for as before.
        watched.model.ask(request(sample=1))
        assert len(endpoint.requests) == calls + 1
        assert "stream" not in endpoint.requests[-1]
        assert endpoint.requests[-1]["response_format"]["type"] == "json_schema"


def test_forms_that_a_server_does_not_take_fall_back_in_a_stream(tmp_path: Path) -> None:
    with Endpoint(error(400, "response_format"), GOOD) as endpoint:
        watched = Watched(tmp_path, endpoint)
        watched.model.ask(request())
        formats = [one["response_format"]["type"] for one in endpoint.requests]
    assert formats == ["json_schema", "json_object"]
    assert endpoint.requests[1]["stream"] is True


def test_refusals_and_replies_without_room_are_seen_in_a_stream(tmp_path: Path) -> None:
    refused = reply("", refusal="I can't help with that.")
    with Endpoint(reply('{"word": "ye', finish="length"), GOOD, refused) as endpoint:
        watched = Watched(tmp_path, endpoint)
        assert watched.model.ask(request(most_tokens=50)).data == {"word": "yes"}
        assert [one["max_tokens"] for one in endpoint.requests] == [50, 100]
        with pytest.raises(ModelFault, match=r"declined.*can't help"):
            watched.model.ask(request())


def test_a_server_that_does_not_count_is_held_to_the_budget(tmp_path: Path) -> None:
    without = json.loads(GOOD.body)
    without["usage"] = None
    with Endpoint(Scripted(json.dumps(without)), GOOD) as endpoint:
        watched = Watched(tmp_path, endpoint)
        watched.model.show_to(None)
        watched.model.ask(request())
    [call] = Ledger(tmp_path).calls()
    assert call.tokens_in == 5 and call.tokens_out == 4


# -- what is said before the end ----------------------------------------------------------


def test_the_texts_of_a_reply_so_far() -> None:
    text = '{"evidence": ["a \\"b\\""], "answer": "Dear M\\u00fcller,\\nno", "confidence": 0.9}'
    assert said_so_far(text) == [("evidence", 'a "b"'), ("answer", "Dear Müller,\nno")]
    for end in range(len(text)):
        for _, words in said_so_far(text[:end]):
            assert "\\" not in words
    assert said_so_far(text[: text.index("fc")])[-1] == ("answer", "Dear M")


@given(st.text(), st.text(min_size=1), st.integers(0, 200))
def test_any_beginning_of_a_reply_can_be_shown(first: str, second: str, end: int) -> None:
    text = json.dumps({"evidence": [first], "answer": second}, ensure_ascii=False)
    assert second.startswith(dict(said_so_far(text[:end])).get("answer", ""))
    assert dict(said_so_far(text))["answer"] == second
