"""Who is asked, who sits at the terminal and who may answer for whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.asking.people import People
from kognilang.settings import Settings, load_settings
from kognilang.values.kinds import Person


@pytest.mark.parametrize("name", ["CFO", "cfo", "the CFO", "Carla Ortiz", "cfo@example.com"])
def test_a_person_is_found_however_named(settings: Settings, name: str) -> None:
    assert People.of(settings).find(name) == Person("Carla Ortiz", "cfo@example.com", "CFO")


def test_one_of_several_is_found_by_the_plural(settings: Settings) -> None:
    found = People.of(settings).find("the directors")
    assert found is not None and found.title == "director"


@pytest.mark.parametrize("name", ["", "  ", "the", "treasurer"])
def test_nobody_is_found_for_an_unknown_name(settings: Settings, name: str) -> None:
    assert People.of(settings).find(name) is None


@pytest.mark.parametrize(
    ("who", "to", "may"),
    [
        ("AP clerk", "AP clerk", True),
        ("ap clerk", "the AP Clerk", True),
        ("AP clerk", "CFO", False),
        ("CFO", "finance manager", True),
        ("finance manager", "CFO", False),
        ("bob", "director", True),
        ("Bob Miller", "directors", True),
        ("bob", "finance manager", True),
        ("bob", "AP clerk", False),
        ("stranger", "AP clerk", False),
        ("", "AP clerk", False),
        ("AP clerk", "", True),
        ("Carla Ortiz", "CFO", True),
    ],
)
def test_who_may_answer(settings: Settings, who: str, to: str, may: bool) -> None:
    people = People.of(settings)
    assert people.may_answer(who, to) == may
    person = people.find(who)
    if person is not None:
        assert people.may_answer(person, to) == may


def test_where_nobody_is_named_anyone_may_answer(tmp_path: Path) -> None:
    people = People.of(Settings(tmp_path))
    assert people.may_answer("", "CFO") and people.may_answer(None, "CFO")
    assert people.terminal_person() is None


def test_roles_that_answer_for_each_other_come_to_an_end(settings: Settings) -> None:
    settings.people["finance manager"].roles = ("bob",)
    assert not People.of(settings).may_answer("bob", "treasurer")


def test_the_person_at_the_terminal(settings: Settings) -> None:
    people = People.of(settings)
    clerk, cfo = people.terminal_person(), people.terminal_person("cfo")
    assert clerk is not None and clerk.title == "AP clerk"
    assert cfo is not None and cfo.name == "Carla Ortiz"
    stranger = people.terminal_person("stranger")
    assert stranger == Person("stranger", title="stranger")
    settings.me = "cfo"
    mine = People.of(settings).terminal_person()
    assert mine is not None and mine.title == "CFO"


def test_all_who_may_answer_for_a_role(settings: Settings) -> None:
    holders = People.of(settings).holders("finance manager")
    assert [each.title for each in holders] == ["finance manager", "CFO", "Bob"]


def test_a_role_that_only_its_holders_name_is_nobody_in_particular(tmp_path: Path) -> None:
    (tmp_path / "kognilang.toml").write_text(
        '[people]\n"CFO" = { email = "c@example.com" }\n'
        'ann = { name = "Ann Lee", roles = ["director"] }\n'
        'bob = { name = "Bob Miller", roles = ["director"] }\n'
    )
    people = People.of(load_settings(tmp_path))
    for said in ("director", "directors", "the director"):
        assert people.only_a_role(people.terminal_person(said), "directors"), said
    for said in ("ann", "Bob Miller", "CFO"):
        assert not people.only_a_role(people.terminal_person(said), "directors"), said
