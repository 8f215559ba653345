"""Roles are shown with their article, people by their names as names are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.asking.people import People
from kognilang.asking.showing import named
from kognilang.settings import load_settings


@pytest.mark.parametrize(
    ("line", "asked", "shown"),
    [
        ('ann = { name = "Ann Lee" }', "ann", "Ann"),
        ('ann = { email = "ann.lee@example.com" }', "ann", "Ann"),
        ('ann = { roles = ["director"] }', "ann", "Ann"),
        ('"ann lee" = { name = "Ann Lee", email = "a@example.com" }', "Ann Lee", "Ann Lee"),
        ('controller = { email = "controller@example.com" }', "controller", "the controller"),
        ('controller = { name = "Ann Lee" }', "controller", "the controller"),
        ('"ap clerk" = { roles = ["payer"] }', "ap clerk", "the ap clerk"),
        ('CFO = { name = "Carla Ortiz" }', "cfo", "the CFO"),
    ],
)
def test_a_key_is_shown(tmp_path: Path, line: str, asked: str, shown: str) -> None:
    (tmp_path / "kognilang.toml").write_text(f"[people]\n{line}\n")
    people = People.of(load_settings(tmp_path))
    found = people.find(asked)
    assert found is not None
    assert named(found.title) == shown
    assert people.may_answer(asked, found.title)
