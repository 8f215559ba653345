"""`kog doctor`, `kog stats`, and one answer for a group of questions."""

from __future__ import annotations

import json

import pytest

LANES = """\
The orders are
    | Number | Total |
    | A-1 | $10 |
    | A-2 | $20 |
    | A-3 | $30 |

Process each order as follows:
    Ask the manager whether to approve the order.
    Say "{the order's number} {the answer}".
"""


@pytest.fixture
def waiting(kog, tmp_path):
    (tmp_path / "p.kog").write_text(LANES, encoding="utf-8")
    assert kog("run", "p.kog", "--no-input").code == 3


def test_one_answer_serves_a_group_after_it_was_shown(kog, waiting):
    assert "To answer all 3 alike: kog answer q1 ANSWER --all" in kog("inbox").out
    refused = kog("answer", "q2", "yes", "--all", typed="no\n")
    assert refused.code == 3
    assert '"yes" would do this:' in refused.err
    assert all(name in refused.err for name in ("A-1", "A-2", "A-3"))
    assert "still wait" in refused.err
    ended = kog("answer", "q2", "yes", "--all", typed="yes\n")
    assert ended.code == 0, ended.err
    assert sorted(ended.out.split()) == ["A-1", "A-2", "A-3", "yes", "yes", "yes"]
    assert "3 questions answered." in ended.err


def test_a_group_is_not_answered_unasked(kog, waiting):
    nobody = kog("answer", "q1", "yes", "--all", "--no-input")
    assert nobody.code == 2 and "add --yes" in nobody.err
    assert "write the answer too" in kog("answer", "q1", "--all").err
    document = kog("answer", "q1", "no", "--all", "--yes", "--json")
    assert document.code == 0
    assert [one["status"] for one in json.loads(document.out)] == ["finished"]


def test_an_answer_that_does_not_fit_is_told_for_each(kog, waiting):
    ended = kog("answer", "q1", "perhaps", "--all", "--yes")
    assert ended.code == 2
    assert "It answers none of the questions" in ended.err
    assert "3 questions wait" in kog("inbox").err


def test_doctor_says_what_is_wrong_and_the_mend(kog, tmp_path):
    (tmp_path / "kognilang.toml").write_text(
        'currency = "USD"\n[connections]\nsales = "sqlite:///sales.db"\n'
        'far = "postgresql://nobody@127.0.0.1:1/x"\n'
        '[people."AP clerk"]\nemail = "a@example.com"\n[questions]\nto = "Bob"\n',
        encoding="utf-8",
    )
    ended = kog("doctor", "--json")
    assert ended.code == 1
    found = {one["about"]: one for one in json.loads(ended.out)}
    assert found["currency"]["state"] == "ok"
    assert found["connection sales"]["state"] == "wrong"
    assert "sales.db is not there" in found["connection sales"]["found"]
    assert "127.0.0.1:1 cannot be reached" in found["connection far"]["found"]
    assert "Bob" in found["people"]["found"]
    assert all(one["mend"] for one in found.values() if one["state"] == "wrong")
    assert not (tmp_path / ".kognilang").exists()
    told = kog("doctor", COLUMNS="50")
    assert max(map(len, told.out.splitlines())) <= 60
    assert "things looked at are wrong" in told.err


def test_doctor_looks_through_all_of_the_store(kog, waiting, tmp_path):
    """Where the pages that are damaged are others than those of the lists."""
    assert kog("doctor").code == 0
    store = tmp_path / ".kognilang" / "store.db"
    with store.open("r+b") as file:
        file.seek(-4096, 2)
        file.write(b"\xa5" * 4096)
    ended = kog("doctor", "--json")
    assert ended.code == 1
    (found,) = [one for one in json.loads(ended.out) if one["about"] == "store"]
    assert found["state"] == "wrong"
    assert "damaged" in found["found"]


def test_doctor_finds_nothing_wrong_in_an_empty_folder(kog):
    ended = kog("doctor")
    assert ended.code == 0, ended.out
    assert "Nothing is wrong." in ended.err


def test_stats_count_runs_questions_and_time(kog, waiting, tmp_path):
    (tmp_path / "q.kog").write_text('Say "hi".\nWrite "x" to the file "o.txt".\n', encoding="utf-8")
    kog("run", "q.kog")
    figures = json.loads(kog("stats", "--json").out)
    assert figures["runs"] == 2
    assert figures["by_status"] == {"parked": 1, "finished": 1}
    assert figures["straight_through"] == 1 and figures["straight_through_share"] == 1
    assert figures["questions"] == 3 and figures["questions_per_run"] == 1.5
    assert [one["calls"] for one in figures["skills"]] == [1]
    shown = kog("stats").out
    assert "2 runs: 1 waiting for someone, 1 finished" in shown
    assert "Asked most" in shown and "█ 3" in shown


def test_the_list_of_runs_tells_what_each_waits_for(kog, tmp_path):
    (tmp_path / "wait.kog").write_text('Wait 2 days.\nSay "x".\n', encoding="utf-8")
    (tmp_path / "turns.kog").write_text(
        "Process each number from 1 to 3, 1 at a time:\n    Wait 2 days.\n", encoding="utf-8"
    )
    kog("run", "wait.kog", "--no-input")
    kog("run", "turns.kog", "--no-input")
    told = {line.split()[0]: line for line in kog("runs", "--all").out.splitlines()[1:]}
    assert " waits until 20" in told["r1"]
    assert " waits for its items" in told["r2"]
    assert " waits until 20" in told["r2-1"]
    assert " waits for its turn" in told["r2-3"]


def test_of_very_many_questions_and_runs_the_first_and_the_last_are_shown(kog, tmp_path):
    (tmp_path / "many.kog").write_text(
        'Process each number from 1 to 70 as follows:\n    Ask "Is {the number} right?".\n',
        encoding="utf-8",
    )
    assert kog("run", "many.kog", "--no-input").code == 3
    (tmp_path / "few.kog").write_text('Say "here".\n', encoding="utf-8")
    for _ in range(3):
        assert kog("run", "few.kog").code == 0
    few = kog("inbox")
    assert "70 questions about the same situation" in few.out
    assert "… and 65 more, to q70" in few.out and "Is 6 right?" not in few.out
    assert "These are not all. To see every question: kog inbox --all" in few.err
    assert "Is 70 right?" in kog("inbox", "--all").out
    assert len(json.loads(kog("inbox", "--json").out)) == 70
    last = kog("runs", "--last", "2")
    assert [line.split()[0] for line in last.out.split("\n")[1:3]] == ["r3", "r4"]
    assert "These are the last 2 of 4. More: kog runs --last 20" in last.err
    assert kog("runs", "--status", "parked").out.split("\n")[1].startswith("r1   waits (70")
    assert len(json.loads(kog("runs", "--json").out)) == 4
