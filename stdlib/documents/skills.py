"""Documents: the text of a PDF, and its labelled values read through a declared kind."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kognilang import File, Here, Problematic, Record, Schema, skill

from ..places import present, settings_of, unreadable
from .pages import Document, document_of
from .reading import read_kind


@skill(
    "read {kind: kind} from {document}",
    "read {kind: kind} in|out of {document}",
    effect="read",
    example=(
        "An invoice has a number (text), a date, a total (money) and lines.\n"
        "A line has an item (text), a quantity (number) and an amount (money).\n"
        'Read the invoice from the document "invoice.pdf".'
    ),
)
def read_from(kind: Schema, document: File, here: Here) -> Record:
    """A record of a declared kind, filled with the values that the document labels.

    A field whose value is not found is asked about when a step first needs it.
    """
    own = here.setting("labels", {}) or {}
    if not isinstance(own, dict):
        raise Problematic(
            "The section [labels] of kognilang.toml should hold lines such as "
            '"PO number" = ["Our order"].',
            "refused",
        )
    return read_kind(_opened(here, document), kind, own, settings_of(here))


@skill(
    "read the text of {document}",
    "read the text of the document {document}",
    "the text of the document {document}",
    effect="read",
    example='Read the text of the document "contract.pdf" as the contract.',
)
def document_text(document: File, here: Here) -> str:
    """The text of a PDF or a text file, line by line; pages are parted by a blank line."""
    return _opened(here, document).text


@skill(
    "the page count of {document}",
    "the page count of the document {document}",
    effect="read",
    example='Say "{the page count of the document "contract.pdf"} pages."',
)
def page_count(document: File, here: Here) -> Decimal:
    """How many pages a document has."""
    return Decimal(_opened(here, document).pages)


def _opened(here: Here, document: Any) -> Document:
    path = present(here, document, "document")
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise unreadable(path, fault) from None
    return document_of(path, data)
