"""A small model: it picks among readings that KogniLang worked out, or none, and no more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.reasoning.scripted import Endpoint, Scripted, reply
from tests.reasoning.workspace import PAY, resolving_of, workspace


def picks(reading: str) -> Scripted:
    return reply({"reading": reading})


def proposed(
    tmp_path: Path, *script: Scripted, text: str = PAY
) -> tuple[Any, list[dict[str, Any]]]:
    """Return what is proposed for the first open sentence, and the requests."""
    with Endpoint(*script) as endpoint:
        file = workspace(tmp_path, text, endpoint.url)
        settings = file.parent / "kognilang.toml"
        settings.write_text(settings.read_text() + "window = 90\n")
        resolving = resolving_of(file)
        found = resolving.propose(resolving.open()[0])
        assert endpoint.script == [] and endpoint.unexpected == 0
        return found, endpoint.requests


def offered(request: dict[str, Any]) -> list[str]:
    schema = request["response_format"]["json_schema"]["schema"]
    return list(schema["properties"]["reading"]["enum"])


def test_it_picks_a_reading_in_words(tmp_path: Path) -> None:
    found, requests = proposed(tmp_path, picks("Pay the invoice."))
    assert found.meaning == "Pay the invoice."
    assert found.doubts == ["not accounted for: Settle"] and not found.accepted
    assert offered(requests[0])[0] == "Pay the invoice."
    assert offered(requests[0])[-1] == "none of these"
    said = requests[0]["messages"][-1]["content"]
    assert said.startswith("Readings: Pay the invoice.") and said.endswith('"Settle the invoice."')


def test_none_of_these_is_an_answer(tmp_path: Path) -> None:
    text = PAY.replace("Settle the invoice.", "Varnish the invoice.")
    found, requests = proposed(tmp_path, picks("none of these"), text=text)
    assert (found.meaning, found.accepted, len(requests)) == ("", False, 1)


def test_what_the_words_make_clear_is_shown_and_never_taken(tmp_path: Path) -> None:
    text = PAY.replace("Settle the invoice.", "Please now pay invoice.")
    found, _ = proposed(tmp_path, picks("none of these"), text=text)
    assert found.meaning == "Pay the invoice." and not found.accepted
    assert found.doubts == ["the model takes none of the readings for right"]


def test_what_nobody_would_see_is_picked_twice(tmp_path: Path) -> None:
    text = PAY.replace("Settle the invoice.", "Please now pay invoice.")
    found, requests = proposed(tmp_path, picks("Pay the invoice."), picks("Pay the invoice."),
                               text=text)  # fmt: skip
    assert found.accepted and found.meaning == "Pay the invoice." and len(requests) == 2
    found, requests = proposed(tmp_path / "b", picks("Pay the invoice."), picks("none of these"),
                               text=text)  # fmt: skip
    assert not found.accepted
    assert found.doubts == ["asked twice, the model gave two answers"]


def test_its_prompts_begin_alike_in_every_file(tmp_path: Path) -> None:
    _, one = proposed(tmp_path, picks("Pay the invoice."))
    other = PAY.replace("To pay an invoice", "To refuse an invoice")
    _, two = proposed(tmp_path / "b", picks("none of these"), text=other)
    assert one[0]["messages"][0] == two[0]["messages"][0]


def test_a_reading_that_writes_is_not_taken_by_itself(tmp_path: Path) -> None:
    text = 'The draft is the file "draft.txt".\nPlease erase the draft now.\n'
    found, _ = proposed(tmp_path, picks("Delete the draft."), text=text)
    assert found.meaning == "Delete the draft." and not found.accepted
    assert found.doubts == ["it changes or sends something"]
