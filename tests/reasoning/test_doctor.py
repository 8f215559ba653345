"""`kog doctor` on the model: set up or not, reachable or not, known there or not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.reasoning.scripted import Endpoint
from tests.reasoning.test_terminal import kog
from tests.reasoning.workspace import workspace


def said(folder: Path, **environment: str) -> tuple[str, str, str]:
    found = json.loads(kog(folder, "doctor", "--json", **environment).stdout)
    [model] = [one for one in found if one["about"] == "model"]
    return model["state"], model["found"], model["mend"]


def test_none_is_set_up(tmp_path: Path) -> None:
    state, found, mend = said(tmp_path)
    assert state == "note" and "people say what sentences mean" in found
    assert "OPENAI_API_KEY" in mend
    (tmp_path / "kognilang.toml").write_text("[model]\noff = true\n")
    assert said(tmp_path)[0] == "ok"


def test_a_server_that_answers_or_does_not(tmp_path: Path) -> None:
    with Endpoint() as endpoint:
        file = workspace(tmp_path, "Say 1.\n", endpoint.url)
        state, found, mend = said(tmp_path)
        assert (state, found) == ("note", f"{endpoint.url} does not list the model scripted.")
        assert mend.startswith("It lists served.")
        settings = file.with_name("kognilang.toml")
        settings.write_text(settings.read_text().replace("scripted", "served"))
        assert said(tmp_path) == ("ok", f"served at {endpoint.url}", "")
        settings.write_text(settings.read_text() + '[model."per day"]\nmoney = 5\n')
        state, found, mend = said(tmp_path)
        assert state == "wrong" and "no price for served" in found
        assert mend.startswith("Add under [model.prices]")
        assert endpoint.requests == []
    state, found, mend = said(tmp_path)
    assert state == "wrong" and "cannot be reached" in found and "OPENAI_BASE_URL" in mend


@pytest.mark.parametrize("text", ["model = 5\n", '[model]\nseconds = "long"\n'])
def test_settings_that_are_wrong(tmp_path: Path, text: str) -> None:
    (tmp_path / "kognilang.toml").write_text(text)
    state, found, _ = said(tmp_path)
    assert state == "wrong" and found.startswith("kognilang.toml")
