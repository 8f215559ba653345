"""The client against a real server that is slow, busy, broken or wrong."""

from __future__ import annotations

import email.utils
import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kognilang.reasoning.config import Budget, ModelSettings, model_settings
from kognilang.reasoning.endpoint import Endpoint as Client
from kognilang.reasoning.ledger import Ledger
from kognilang.reasoning.model import WorkspaceModel
from kognilang.reasoning.port import ModelFault, Request
from kognilang.reasoning.redaction import HIDDEN, Redactor
from kognilang.settings import BadSettings
from tests.patience import PATIENCE
from tests.reasoning.scripted import Endpoint, Scripted, error, reply

SCHEMA = {
    "type": "object",
    "properties": {"word": {"type": "string"}},
    "required": ["word"],
    "additionalProperties": False,
}
GOOD = reply({"word": "yes"})


def request(**other: Any) -> Request:
    about: dict[str, Any] = {"schema": SCHEMA, **other}
    return Request("translate", "Be brief.", "Which word?", **about)


class Asked:
    """A workspace's model at a scripted endpoint, with the waits it would have made."""

    def __init__(self, folder: Path, endpoint: Endpoint, **settings: Any) -> None:
        self.waits: list[float] = []
        about = {"name": "m", "url": endpoint.url, "timeout": PATIENCE, **settings}
        self.settings = ModelSettings(**about)
        client = Client(self.settings, sleep=self.waits.append, jitter=lambda: 0.5)
        self.model = WorkspaceModel(folder, self.settings, client)


def test_a_good_reply_is_data_with_its_cost(tmp_path: Path) -> None:
    with Endpoint(GOOD) as endpoint:
        asked = Asked(tmp_path, endpoint, prices={"m": (1.0, 2.0)})
        found = asked.model.ask(request())
        sent = endpoint.requests[0]
    assert found.data == {"word": "yes"}
    assert (found.tokens_in, found.tokens_out, found.kept) == (10, 5, False)
    assert found.cost == pytest.approx(20 / 1e6)
    assert sent["response_format"]["json_schema"]["schema"] == SCHEMA
    assert sent["temperature"] == 0
    assert sent["messages"][0] == {"role": "system", "content": "Be brief."}


@pytest.mark.parametrize(
    "bad",
    [error(500), error(503), error(529), error(429), Scripted("{", 200), reply("").__class__(
        GOOD.body, cut=True)],
    ids=["500", "503", "529", "429", "half a body", "cut off"],
)  # fmt: skip
def test_what_may_pass_is_tried_again(tmp_path: Path, bad: Scripted) -> None:
    with Endpoint(bad, GOOD) as endpoint:
        asked = Asked(tmp_path, endpoint)
        assert asked.model.ask(request()).data == {"word": "yes"}
        assert len(endpoint.requests) == 2
    assert len(asked.waits) == 1


def test_waits_grow_and_the_end_is_said(tmp_path: Path) -> None:
    with Endpoint(otherwise=lambda body: error(500)) as endpoint:
        asked = Asked(tmp_path, endpoint)
        with pytest.raises(ModelFault, match=r"in trouble .HTTP 500., and 4 tries") as fault:
            asked.model.ask(request())
    assert asked.waits == [1, 2, 4]
    assert fault.value.problem == "model-unreachable"


def test_the_server_says_how_long_to_wait(tmp_path: Path) -> None:
    later = email.utils.format_datetime(datetime.now(UTC).replace(microsecond=0), usegmt=True)
    script = (
        error(429, retry_after="7"),
        error(429, retry_after_ms="250"),
        error(429, retry_after=later),
        GOOD,
    )
    with Endpoint(*script) as endpoint:
        asked = Asked(tmp_path, endpoint)
        asked.model.ask(request())
    assert asked.waits == [7, 0.25, 0]


def test_a_slow_server_is_not_waited_for(tmp_path: Path) -> None:
    with Endpoint(Scripted(GOOD.body, delay=PATIENCE), otherwise=lambda body: GOOD) as endpoint:
        asked = Asked(tmp_path, endpoint, timeout=0.3, tries=9)
        began = time.monotonic()
        assert asked.model.ask(request()).data == {"word": "yes"}
        assert time.monotonic() - began < PATIENCE
        # On a busy machine the good answer may come too late as well.
        assert len(endpoint.requests) >= 2


def test_nobody_there(tmp_path: Path) -> None:
    endpoint = Endpoint()
    endpoint.close()
    asked = Asked(tmp_path, endpoint, tries=2)
    with pytest.raises(ModelFault, match="cannot be reached"):
        asked.model.ask(request())


@pytest.mark.parametrize("first", [400, 422, 501])
def test_forms_that_a_server_does_not_take_fall_back(tmp_path: Path, first: int) -> None:
    script = (error(first, "response_format json_schema"), error(first), GOOD, GOOD)
    with Endpoint(*script) as endpoint:
        asked = Asked(tmp_path, endpoint)
        asked.model.ask(request())
        asked.model.ask(request(sample=1))
        formats = [(one.get("response_format") or {}).get("type") for one in endpoint.requests]
        assert "by this schema" in endpoint.prompts[2]
    # What a server does not take is not tried with it again.
    assert formats == ["json_schema", "json_object", None, None]
    assert asked.waits == []


def test_a_grammar_that_breaks_the_server_falls_back(tmp_path: Path) -> None:
    bad = error(500, "cannot make a grammar of the schema")
    with Endpoint(bad, bad, GOOD) as endpoint:
        assert Asked(tmp_path, endpoint).model.ask(request()).data == {"word": "yes"}


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        (reply("I think yes."), "not JSON"),
        (reply({"wort": "yes"}), 'no "word"'),
        (reply({"word": 5}), "should be string"),
        (reply(""), "empty"),
    ],
    ids=["prose", "wrong name", "wrong kind", "empty"],
)
def test_a_reply_of_the_wrong_form_is_asked_for_again(
    tmp_path: Path, bad: Scripted, complaint: str
) -> None:
    with Endpoint(bad, GOOD) as endpoint:
        asked = Asked(tmp_path, endpoint)
        assert asked.model.ask(request()).data == {"word": "yes"}
        assert complaint in endpoint.prompts[1]
        assert endpoint.prompts[1].startswith(endpoint.prompts[0])
    with Endpoint(bad, bad) as endpoint:
        asked = Asked(tmp_path / "other", endpoint)
        with pytest.raises(ModelFault, match=f"no reply that can be used.*{complaint}") as fault:
            asked.model.ask(request())
    assert fault.value.problem == "model-unclear"


def test_json_in_a_fence_or_in_prose_will_do(tmp_path: Path) -> None:
    text = 'Sure, here it is:\n```json\n{"word": "yes"}\n```'
    with Endpoint(reply(text)) as endpoint:
        assert Asked(tmp_path, endpoint).model.ask(request()).data == {"word": "yes"}


def test_a_reply_cut_off_by_its_length_gets_more_room(tmp_path: Path) -> None:
    with Endpoint(reply('{"word": "ye', finish="length"), GOOD) as endpoint:
        asked = Asked(tmp_path, endpoint)
        assert asked.model.ask(request(most_tokens=50)).data == {"word": "yes"}
        assert [one["max_tokens"] for one in endpoint.requests] == [50, 100]


def test_a_refusal_is_told(tmp_path: Path) -> None:
    refused = (reply("", refusal="I can't help with that."), reply("", finish="content_filter"))
    with Endpoint(*refused) as endpoint:
        asked = Asked(tmp_path, endpoint)
        with pytest.raises(ModelFault, match=r"declined.*can't help") as fault:
            asked.model.ask(request())
        assert fault.value.problem == "model-refused"
        with pytest.raises(ModelFault, match="declined"):
            asked.model.ask(request())


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (error(401), "does not accept the key"),
        (error(404), "does not know the model"),
        (error(429, code="insufficient_quota"), "no credit left"),
    ],
)
def test_what_only_a_person_mends_is_said_at_once(tmp_path: Path, bad: Scripted, said: str) -> None:
    with Endpoint(bad) as endpoint:
        asked = Asked(tmp_path, endpoint)
        with pytest.raises(ModelFault, match=said) as fault:
            asked.model.ask(request())
        assert len(endpoint.requests) == 1
    assert fault.value.problem == "model-not-set-up"


def test_the_same_request_is_paid_for_once(tmp_path: Path) -> None:
    with Endpoint(GOOD) as endpoint:
        Asked(tmp_path, endpoint).model.ask(request())
        again = Asked(tmp_path, endpoint).model.ask(request(run="r2"))
        assert again.kept and again.data == {"word": "yes"} and again.tokens_in == 0
        assert len(endpoint.requests) == 1
    with Endpoint(GOOD) as endpoint:
        # Another sample is another request.
        assert not Asked(tmp_path, endpoint).model.ask(request(sample=1)).kept


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        ({"per_run": Budget(calls=2)}, "this run is used up: 2 calls"),
        ({"per_run": Budget(tokens=30)}, "this run is used up: 30 tokens"),
        ({"per_day": Budget(calls=2)}, "today is used up: 2 calls"),
        ({"per_day": Budget(money=0.00003)}, "today is used up"),
    ],
)
def test_budgets_hold(tmp_path: Path, budget: dict[str, Budget], said: str) -> None:
    with Endpoint(otherwise=lambda body: GOOD) as endpoint:
        asked = Asked(tmp_path, endpoint, prices={"m": (1.0, 1.0)}, **budget)
        asked.model.ask(request(run="r1"))
        asked.model.ask(request(run="r1", sample=1))
        with pytest.raises(ModelFault, match=said) as fault:
            asked.model.ask(request(run="r1", sample=2))
        assert len(endpoint.requests) == 2
        if "per_run" in budget:
            assert asked.model.ask(request(run="r2", sample=3)).data
    assert fault.value.problem == "budget-reached"


def test_a_budget_in_money_needs_a_price(tmp_path: Path) -> None:
    with Endpoint() as endpoint:
        asked = Asked(tmp_path, endpoint, per_day=Budget(money=5.0))
        with pytest.raises(ModelFault, match="no price for the model"):
            asked.model.ask(request())
        assert endpoint.requests == []


def test_the_ledger_keeps_every_call_and_survives_a_torn_line(tmp_path: Path) -> None:
    with Endpoint(GOOD, GOOD) as endpoint:
        asked = Asked(tmp_path, endpoint)
        asked.model.ask(request(run="r1"))
        ledger = Ledger(tmp_path)
        with ledger.path.open("a") as file:
            file.write('{"at": "2026-')
        with ledger.path.open("a") as file:
            file.write("\n")
        asked.model.ask(request(run="r1", sample=1))
    calls = list(ledger.calls())
    assert [(one.job, one.model, one.tokens, one.run) for one in calls] == [
        ("translate", "m", 15, "r1")
    ] * 2
    assert ledger.used(run="r1").calls == 2


def test_each_job_may_have_its_model(tmp_path: Path) -> None:
    with Endpoint(GOOD, GOOD, GOOD) as endpoint:
        asked = Asked(tmp_path, endpoint, jobs={"judge": "big"})
        asked.model.ask(Request("judge", "b", "v", SCHEMA))
        asked.model.ask(request())
        Asked(tmp_path, endpoint, name="").model.ask(request())
        assert [one["model"] for one in endpoint.requests] == ["big", "m", "served"]


def test_secrets_are_taken_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".kognilang").mkdir()
    (tmp_path / ".kognilang" / "secrets.toml").write_text('erp = "hunter2hunter2"\n')
    monkeypatch.setenv("SMTP_PASSWORD", "pa55-word-of-mail")
    text = (
        "Log in with hunter2hunter2 or pa55-word-of-mail at "
        "postgres://me:letmein@db, sk-abcdefghijklmnop1234."
    )
    with Endpoint(GOOD) as endpoint:
        Asked(tmp_path, endpoint).model.ask(Request("translate", text, text, SCHEMA))
        sent = json.dumps(endpoint.requests)
    for secret in ("hunter2", "pa55", "letmein", "abcdefghijkl"):
        assert secret not in sent
    assert HIDDEN in sent
    assert Redactor(["abc"]).redact("abc stays") == "abc stays"


def test_settings_are_read_and_wrong_ones_told() -> None:
    raw = {
        "model": {
            "name": "a", "jobs": {"judge": "b"}, "seconds": 30,
            "prices": {"a": {"in": 1, "out": 2}}, "per day": {"money": "$5", "calls": 9},
        },
        "reasoning": {"accept": ["none"]},
    }  # fmt: skip
    found = model_settings(raw, {"OPENAI_API_KEY": "k"})
    assert found.configured and found.model_for("judge") == "b" and found.model_for("x") == "a"
    assert (found.timeout, found.per_day, found.accept) == (30, Budget(9, None, 5.0), ("none",))
    assert not model_settings({}, {}).configured
    assert model_settings({}, {"OPENAI_BASE_URL": "http://x/v1"}).model_for("y") == ""
    for wrong in (
        {"model": {"name": 5}},
        {"model": {"seconds": "soon"}},
        {"model": {"prices": {"a": 3}}},
        {"model": {"per day": {"dollars": 3}}},
        {"reasoning": {"accept": ["write"]}},
        {"model": {"nmae": "x"}},
        {"model": {"jobs": {"judging": "b"}}},
        {"reasoning": {"repairs": ["none"]}},
    ):
        with pytest.raises(BadSettings, match=r"kognilang\.toml"):
            model_settings(wrong, {})


def test_nothing_heavy_is_imported_before_a_request() -> None:
    import subprocess
    import sys

    code = (
        "import sys, pathlib, kognilang.reasoning.model as m, kognilang.reasoning.config as c\n"
        "m.WorkspaceModel(pathlib.Path('.'), c.ModelSettings(url='http://127.0.0.1:1'))\n"
        "print([n for n in ('openai', 'httpx2', 'pydantic') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
