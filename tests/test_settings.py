"""The settings: a key that means nothing is refused, since somebody believes in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.settings import BadSettings, load_settings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('timezone = "UTC"', '"timezone" means nothing here. Did you mean "time zone"?'),
        ('curency = "USD"', "Did you mean currency?"),
        ("colour = 5", '"colour" means nothing here. There are: currency, date order'),
        ("[limits]\ndepht = 3", '"depht" means nothing in [limits]. Did you mean depth?'),
        ('[limits]\ndepth = "3"', "\"depth\" in [limits] should be a whole number from 1, not '3'"),
        ("[limits]\nrounds = 0", "should be a whole number from 1, not 0"),
        ('[roles]\ndirectors = ["ann"]', '"roles" means nothing here. Did you mean people?'),
        ('[conections]\nx = "y"', "Did you mean connections?"),
        ('[mail]\npassword = "x"', 'Did you mean "password secret"?'),
        ('[people.bob]\nemial = "x@y"', '"emial" means nothing of the person "bob"'),
    ],
)
def test_a_key_that_means_nothing_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "kognilang.toml").write_text(text + "\n")
    with pytest.raises(BadSettings) as fault:
        load_settings(tmp_path)
    assert told in str(fault.value)


def test_a_section_of_a_book_of_one_s_own_is_its_own(tmp_path: Path) -> None:
    text = 'time_zone = "UTC"\n[limits]\n"key hours" = 2\nkey_hours = 3\n[acme]\ntoken = "x"\n'
    (tmp_path / "kognilang.toml").write_text(text)
    settings = load_settings(tmp_path)
    assert (settings.time_zone, settings.raw["acme"]) == ("UTC", {"token": "x"})


def test_the_settings_of_the_samples_are_known() -> None:
    files = [*Path(__file__).parents[1].glob("samples/*/kognilang.toml")]
    assert len(files) > 2
    for file in files:
        load_settings(file.parent)
