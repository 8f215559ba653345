"""The accounts-payable story in process: carried to its end from wherever it stands."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kognilang.journal.records import QuestionRow
from kognilang.journal.store import Store
from kognilang.meaning.books import Library
from kognilang.session import Session

SAMPLE = Path(__file__).parents[2] / "samples" / "accounts-payable"
PROCEDURE = "pay-invoices.kog"
RUN = "r1"

ANSWERS = {
    "invoice CC-2026-0944": "PO-7005",
    "invoice 4417": "Set the invoice's total to $914.85. Try again.",
    "invoice MTP-0071": 'Set the invoice\'s vendor to "Redwood Catering". Try again.',
    "invoice HL-88240": "skip this invoice",
    "invoice 55-1203": "skip this step",
}
"""What is answered about each of the five wrong invoices: by value, by sentences, by choice."""

PAID = 15
TOTAL = "$66,818.96"

_documents: dict[bytes, Any] = {}


@contextmanager
def documents_read_once() -> Iterator[None]:
    """Within the block no document is read twice: that is where the time of a test goes."""
    library = Library.load(None)
    library.function("documents.read_from")
    module = library._module(library.skills["documents.read_from"])
    read = module.document_of

    def once(path: Path, data: bytes) -> Any:
        key = path.name.encode() + data
        if key not in _documents:
            _documents[key] = read(path, data)
        return _documents[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "document_of", once)
        yield


def workspace(folder: Path) -> Path:
    """A folder with the sample's files (the invoices as links: they are only read)."""
    folder.mkdir(parents=True)
    for name in (PROCEDURE, "kognilang.toml", "purchasing.db", "purchasing.xlsx"):
        shutil.copyfile(SAMPLE / name, folder / name)
    (folder / "invoices").mkdir()
    for path in (SAMPLE / "invoices").iterdir():
        try:
            os.link(path, folder / "invoices" / path.name)
        except OSError:
            shutil.copyfile(path, folder / "invoices" / path.name)
    return folder


def answer_to(question: QuestionRow) -> str:
    """What the person who is asked answers."""
    return "yes" if question.problem == "approval" else ANSWERS[question.item]


def session_in(folder: Path, said: list[str] | None = None, store: Store | None = None) -> Session:
    """A session in the folder that asks nobody in place."""
    out: Callable[[str], None] = (said if said is not None else []).append
    return Session(folder, store=store, no_input=True, out=out)
