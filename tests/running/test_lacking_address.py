"""A customer without an email address: the address that is typed becomes the customer's."""

from __future__ import annotations

from pathlib import Path

from kognilang.session import Session

TEXT = """The customers are
    | Name | Email |
    | Ann  |       |
For each customer:
    Send an email to the customer's email with the subject "One" saying "Hello."
    Send an email to the customer's email with the subject "Two" saying "Hello again."
    Say "{the customer's email}"
"""


def test_an_address_that_is_lacking_is_typed_once(tmp_path: Path) -> None:
    file = tmp_path / "page.kog"
    file.write_text(TEXT, encoding="utf-8")
    said: list[str] = []
    session = Session(tmp_path, no_input=True, out=said.append)
    try:
        session.start(file, {}, [])
        (first,) = session.store.questions("open")
        assert first.needs == "text" and first.text.endswith("Which address should be used?")
        assert session.answer(first.id, "ann at example").accepted
        session.advance(first.run)
        (second,) = session.store.questions("open")
        assert '"ann at example" is not an email address.' in second.text
        assert session.answer(second.id, "ann@example.com").accepted
        session.advance(second.run)
        assert said == ["ann@example.com"]
        assert len(list((tmp_path / "outbox").glob("*.eml"))) == 2
    finally:
        session.close()
