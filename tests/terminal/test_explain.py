"""`kog explain`: sentences with their readings, where every word comes from, and the codes."""

from __future__ import annotations

import pytest

from kognilang.problems.catalogue import entries

MAIN = """\
Use the procedures in "vendors.kog".
The vendors are "Acme" and "Bo".
For each vendor:
    Greet the vendor.
"""
VENDORS = """\
The greeting is always "Hello".

To greet a vendor:
    Say "{the greeting} {the vendor}".
"""


def test_it_says_where_everything_comes_from(kog, tmp_path):
    (tmp_path / "main.kog").write_text(MAIN)
    (tmp_path / "vendors.kog").write_text(VENDORS)
    ended = kog("explain", "main.kog")
    assert ended.code == 0
    lines = [" ".join(line.split()) for line in ended.out.splitlines()]
    assert "the vendor the loop's item on line 3" in lines
    assert "→ to greet a vendor (line 3 of vendors.kog), procedure" in lines
    assert any(line.startswith("the vendor given as the vendor") for line in lines)
    # Those of the other file come last, under its name.
    assert lines.index("Definitions (vendors.kog)") > lines.index("4 Greet the vendor")
    assert "the greeting always this, wherever it is named (text)" in lines


def test_kinds_are_shown_with_their_fields(kog, tmp_path):
    (tmp_path / "kinds.kog").write_text(
        'An invoice has a number (text), a total (money) and lines.\nSay "x".\n'
    )
    lines = [" ".join(line.split()) for line in kog("explain", "kinds.kog").out.splitlines()]
    assert {"number text", "total money", "lines each a line"} <= set(lines)


def test_a_list_marker_is_no_word_of_the_sentence(kog, tmp_path):
    long = "word " * 50
    (tmp_path / "page.md").write_text(f'# Page\n\n1. Say "{long}".\n')
    assert "1. Say" not in kog("explain", "page.md").out


@pytest.mark.parametrize("code", ["KL311", "kl311", "311", "missing-part"])
def test_a_problem_is_found_by_code_and_by_name(kog, code):
    ended = kog("explain", code)
    assert ended.code == 0
    assert "Not understood" in ended.out
    assert "Understood" in ended.out


def test_every_code_has_a_page(kog):
    for entry in list(entries().values())[::10]:
        assert entry.title in " ".join(kog("explain", entry.code).out.split())
