"""`kog format`: files laid out in place, all or nothing."""

from __future__ import annotations

import stat

WILD = "# My  title\nSet the Total to 5\nshow the total\n"
GOOD = "# My  title\n\nSet the total to 5.\nShow the total.\n"


def test_a_file_is_laid_out_in_place(kog, tmp_path):
    path = tmp_path / "job.kog"
    path.write_text(WILD)
    path.chmod(0o640)
    assert kog("format", "job.kog", "--check").code == 1
    assert path.read_text() == WILD
    assert kog("format", "job").code == 0
    assert path.read_text() == GOOD
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["job.kog"]
    assert kog("format", "job.kog", "--check").code == 0


def test_a_file_with_problems_is_left_as_it_is(kog, tmp_path):
    (tmp_path / "bad.kog").write_text('Say "a.\n')
    (tmp_path / "job.kog").write_text(WILD)
    ended = kog("format", "bad.kog", "job.kog")
    assert ended.code == 2
    assert "bad.kog: left as it is." in ended.err
    assert "A text begins here and never ends" in ended.err
    assert (tmp_path / "bad.kog").read_text() == 'Say "a.\n'
    assert (tmp_path / "job.kog").read_text() == GOOD
    assert sorted(one.name for one in tmp_path.iterdir()) == ["bad.kog", "job.kog"]


def test_a_runbook_is_no_procedure_file(kog, tmp_path):
    (tmp_path / "page.md").write_text("# Page\n\n- Stop.\n")
    ended = kog("format", "page.md")
    assert ended.code == 2
    assert "Markdown" in ended.err
