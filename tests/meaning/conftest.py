"""Understanding short texts in the tests."""

from pathlib import Path

import pytest

from kognilang.language.reading import read
from kognilang.meaning.books import Library
from kognilang.meaning.understanding import Known, Understood, understand
from kognilang.settings import PersonSetting, Settings
from kognilang.text.source import Source

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.load()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    people = {"finance manager": PersonSetting("finance manager", "Ann Lee", "ann@example.com")}
    return Settings(tmp_path, currency="USD", people=people)


@pytest.fixture
def understood(library, settings, tmp_path):
    """Understand a text: `understood("Say 1.")`."""

    def run(text: str, known: Known | None = None) -> Understood:
        source = Source("test.kog", text, tmp_path / "test.kog")
        return understand(read(source), source, library, settings, known)

    return run
