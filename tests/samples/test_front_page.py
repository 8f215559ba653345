"""The first page: every command and every page that there is, and no other."""

import re
from pathlib import Path

import pytest

from kognilang.terminal.arguments import parser_of
from kognilang.terminal.catalogue import SUMMARIES

ROOT = Path(__file__).resolve().parents[2]
TABLE = re.findall(r"`kog ([a-z]+)([^`]*)`", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_the_table_names_every_command():
    assert {name for name, _ in TABLE} == set(SUMMARIES)


@pytest.mark.parametrize(("name", "words"), [one for one in TABLE if "--" in one[1]])
def test_its_options_are_the_commands_own(name, words):
    from importlib import import_module

    parser = parser_of(name)
    import_module(f"kognilang.terminal.commands.{name}").describe(parser)
    assert set(re.findall(r"--[\w-]+", words)) <= set(parser.flags())


@pytest.mark.parametrize("page", ["README.md", "docs/README.md", "ARCHITECTURE.md"])
def test_what_a_page_links_to_is_there(page):
    folder = (ROOT / page).parent
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (folder / link).exists()] == []


def test_the_index_names_every_page():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = [*(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "language").glob("*.md")]
    names = [str(one.relative_to(ROOT / "docs")) for one in pages if one.name != "README.md"]
    assert [name for name in names if f"({name})" not in index] == []


def test_the_architecture_names_every_package():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    packages = [one.parent.name for one in (ROOT / "kognilang").glob("*/__init__.py")]
    assert [name for name in packages if f"`{name}/`" not in text] == []
