"""Every book's manifest is fresh, and every skill has an example and a page that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.meaning.books import Library, standard_folder
from kognilang.meaning.manifest import main
from kognilang.session import Session

BOOKS = sorted(path.parent.name for path in standard_folder().glob("*/skills.py"))


def test_the_manifests_are_fresh() -> None:
    assert main(["--check", str(standard_folder())]) == 0, (
        "make them again: python -m kognilang.meaning.manifest stdlib"
    )


def test_the_books_load_without_faults() -> None:
    library = Library.load()
    assert library.faults == []
    assert {info.book for info in library.skills.values()} >= set(BOOKS)


def test_every_skill_has_an_example_and_a_summary() -> None:
    for info in Library.load().skills.values():
        if info.book in BOOKS:
            assert info.example and info.summary, info.id


@pytest.mark.parametrize("book", BOOKS)
def test_the_page_shows_every_wording(book: str) -> None:
    page = (standard_folder() / book / "README.md").read_text(encoding="utf-8")
    for info in Library.load().skills.values():
        if info.book == book:
            for wording in info.phrases:
                assert f"`{wording}`" in page, wording
            for line in info.example.splitlines():
                assert line.strip() in page, line


def _examples() -> list[tuple[str, str]]:
    return [
        (info.id, info.example) for info in Library.load().skills.values() if info.book in BOOKS
    ]


@pytest.mark.parametrize(("skill", "example"), _examples(), ids=lambda value: value.split("\n")[0])
def test_every_example_is_understood_as_its_skill(tmp_path: Path, skill: str, example: str) -> None:
    file = tmp_path / "example.kog"
    file.write_text(example + "\n", encoding="utf-8")
    checked = Session(tmp_path, no_input=True).check(file)
    assert checked.problems == []
    assert checked.plan is not None
    assert skill in checked.plan.skills
