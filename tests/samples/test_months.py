"""Twelve kinds of trouble in one month; the next month asks 90% fewer questions, and pays right."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.journal.learnings import Learnings
from kognilang.journal.store import Store
from tests.samples.months import clerk, module, paid, questions, right, workspace


def _one_of_each() -> set[str]:
    """Files of a small share: of each month one invoice of each sort, surprises included, with
    the twin of a duplicate."""
    files: set[str] = set()
    for month in module("story").Story().months:
        seen: set[str] = set()
        for one in month.invoices:
            if one.trouble in seen:
                continue
            seen.add(one.trouble)
            files.add(one.file)
            files |= {twin.file for twin in month.invoices if one.of and twin.number == one.of}
    return files


def test_of_twelve_troubles_settled_once_none_is_asked_about_again(tmp_path: Path) -> None:
    story = module("story").Story()
    files = _one_of_each()
    folder = workspace(tmp_path / "shop", files)
    first = clerk(folder, story.months[0], remembers=True)
    assert paid(folder) == right(story.months[0], files)
    second = clerk(folder, story.months[1], remembers=False)
    assert questions(first) == 12
    surprises = {"price far over the order's", "total far off", "a name that nobody knows"}
    assert set(second) - {"approval"} == surprises
    both = right(story.months[0], files) + right(story.months[1], files)
    assert paid(folder) == sorted(both)


@pytest.mark.long
def test_the_second_month_asks_nine_tenths_fewer(tmp_path: Path) -> None:
    story = module("story").Story()
    folder = workspace(tmp_path / "shop")
    first = clerk(folder, story.months[0], remembers=True)
    assert len(set(first) - {"approval"}) == 12
    second = clerk(folder, story.months[1], remembers=False)
    assert questions(second) <= questions(first) // 10
    assert paid(folder) == sorted(right(story.months[0]) + right(story.months[1]))
    assert second["approval"] >= first["approval"] > 0, "approvals are never learnt"
    store = Store.open(folder / ".kognilang" / "store.db")
    uses = sum(count for count, _ in Learnings(store).uses().values())
    store.close()
    assert uses >= 29


@pytest.mark.long
def test_there_are_forty_invoices_a_month_and_they_are_drawn_again_the_same(
    tmp_path: Path,
) -> None:
    pytest.importorskip("reportlab")
    import subprocess
    import sys

    from tests.samples.months import SAMPLE

    subprocess.run([sys.executable, "draw.py", str(tmp_path)], cwd=SAMPLE, check=True)
    for month in ("october", "november"):
        drawn = sorted((tmp_path / month).iterdir())
        assert len(drawn) == 40
        assert [path.name for path in drawn] == sorted(
            path.name for path in (SAMPLE / month).iterdir()
        )
        for path in drawn:
            assert path.read_bytes() == (SAMPLE / month / path.name).read_bytes(), path.name
    assert (tmp_path / "purchasing.xlsx").read_bytes() == (SAMPLE / "purchasing.xlsx").read_bytes()
