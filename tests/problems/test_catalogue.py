"""The catalogue: codes are unique, grouped by stage, and every name the code uses is in it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import kognilang
from kognilang.problems import (
    entries_definitions,
    entries_examples,
    entries_flow,
    entries_language,
    entries_names,
    entries_phrases,
    entries_text,
)
from kognilang.problems.catalogue import code_of, entries, find, page

ROOT = Path(kognilang.__file__).parent
STAGES = (
    (1, entries_text),
    (2, entries_language),
    (3, entries_names),
    (3, entries_phrases),
    (3, entries_flow),
    (3, entries_definitions),
    (4, entries_examples),
)
ALL = tuple(entry for _, module in STAGES for entry in module.ENTRIES)


def test_names_and_codes_are_unique_and_in_order():
    assert len({e.code for e in ALL}) == len({e.name for e in ALL}) == len(ALL) == len(entries())
    for stage, module in STAGES:
        codes = [e.code for e in module.ENTRIES]
        assert codes == sorted(codes)
        assert all(re.fullmatch(rf"KL{stage}\d\d", code) for code in codes)


def test_problems_are_found_by_code_and_by_name():
    assert find("KL204") is find("kl204") is find("204") is find("ambiguous-date")
    assert find("ambiguous date") is not None
    assert find("KL999") is None
    assert page("nothing such") is None
    assert code_of("unknown-verb") == "KL201"
    assert code_of("nothing such") == ""


@pytest.mark.parametrize("entry", ALL, ids=lambda e: e.name)
def test_a_page_has_all_that_it_needs(entry):
    text = page(entry.code, width=60)
    assert text.startswith(f"{entry.code}  {entry.title}\n")
    assert not entry.title.endswith(".")
    assert entry.text.endswith(".")
    assert all(len(line) <= 60 for line in text.split("\n")[2:] if not line.startswith("    "))


MAKERS = {"Problem", "problem", "warning"}
"""The functions, and methods of these names, whose first argument is a problem's name."""


def _names_used() -> list[tuple[str, str]]:
    """The names of problems that the code makes, with the module that makes them."""
    found = []
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            maker = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            if maker in MAKERS:
                first = node.args[0]
                choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                found += [
                    (str(path.relative_to(ROOT)), choice.value)
                    for choice in choices
                    if isinstance(choice, ast.Constant) and isinstance(choice.value, str)
                ]
    return found


def test_every_problem_that_is_made_is_in_the_catalogue():
    used = _names_used()
    assert used
    assert [(path, name) for path, name in used if not code_of(name)] == []
