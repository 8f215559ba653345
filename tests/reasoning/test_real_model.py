"""A share of the corpus against a real model, where `KOGNILANG_TEST_MODEL_URL` names a server.

`KOGNILANG_TEST_MODEL_KEEP` may name a folder in which its replies are kept for another time.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kognilang.reasoning.config import Budget, ModelSettings
from kognilang.reasoning.model import WorkspaceModel
from kognilang.reasoning.translating import Translator
from tests.reasoning.corpus import everyday
from tests.reasoning.score import report, score

URL = os.environ.get("KOGNILANG_TEST_MODEL_URL", "")


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not URL, reason="KOGNILANG_TEST_MODEL_URL names no server with a model")
def test_nothing_wrong_is_run(tmp_path: Path) -> None:
    window = int(os.environ.get("KOGNILANG_TEST_MODEL_WINDOW", "90"))
    settings = ModelSettings(url=URL, timeout=600, window=window, per_day=Budget())
    kept = Path(os.environ.get("KOGNILANG_TEST_MODEL_KEEP") or tmp_path)
    translator = Translator(WorkspaceModel(kept, settings), settings)
    chosen = [one for one in everyday() if not one.held_back][::10]
    found = [score(one, translator) for one in chosen]
    print(report(found))
    assert [one.one.written for one in found if one.run and one.result == "wrong"] == []
    assert any(one.result == "right" for one in found)
