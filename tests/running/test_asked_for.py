"""Who is asked for something of a thing sees the thing; records without a name are a table."""

from __future__ import annotations

import json
from pathlib import Path

from kognilang.session import Session

TEXT = """Create a list called the gaps.
Add a row to the gaps with the account: "5000", the ledger: $12, the subledger: $9.
Add a row to the gaps with the account: "6400", the ledger: $7, the subledger: $1.
Say "{the gaps}"
For each gap: ask the accountant for the gap's explanation.
"""


def test_the_fields_of_what_is_asked_about_are_shown(tmp_path: Path) -> None:
    file = tmp_path / "page.kog"
    file.write_text(TEXT, encoding="utf-8")
    said: list[str] = []
    session = Session(tmp_path, no_input=True, out=said.append)
    try:
        session.start(file, {}, [])
        (question,) = session.store.questions("open")
        assert json.loads(question.values) == [
            ["the gap's account", "5000"],
            ["the gap's ledger", "$12"],
            ["the gap's subledger", "$9"],
        ]
    finally:
        session.close()
    assert said[0].splitlines() == [
        "account  ledger  subledger",
        "-------  ------  ---------",
        "5000        $12         $9",
        "6400         $7         $1",
    ]
