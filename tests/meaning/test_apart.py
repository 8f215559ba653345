"""Where a sentence has several readings, a sentence is offered for each that has it alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kognilang.problems.problem import TextRefused
from kognilang.session import Session

DEFINED = """\
To pay an invoice:
    Say "invoice {the invoice}".
To pay a bill:
    Say "bill {the bill}".
To send an invoice to a person:
    Say "invoice {the invoice} to {the person}".
To send a bill to a customer:
    Say "bill {the bill} to {the customer}".
To decide whether an order is big:
    Return whether the order is over 3.
To decide whether a parcel is big:
    Return whether the parcel is over 5.
To work out the fee for an order:
    Return the order plus 1.
To work out the fee for a parcel:
    Return the parcel plus 2.
An order is late if it is over 3.
A parcel is late if it is over 5.
"""


def _go(folder: Path, text: str) -> list[str]:
    file = folder / "a.kog"
    file.write_text(text + DEFINED)
    said: list[str] = []
    session = Session(folder, no_input=True, out=said.append)
    try:
        session.start(file, {}, ())
    finally:
        session.close()
    return said


@pytest.mark.parametrize(
    ("before", "sentence", "after", "said"),
    [
        ("", "Pay 5.", "", ["invoice 5", "bill 5"]),
        ("The invoice is 1.\n", "Pay 5.", "", ["invoice 5", "bill 5"]),
        ("", 'Send 5 to "Bo".', "", ["invoice 5 to Bo", "bill 5 to Bo"]),
        ("The thing is 4.\n", 'If the thing is big, say "yes".', "", ["yes", None]),
        ("The thing is 4.\n", 'If the thing is not big, say "no".', "", [None, "no"]),
        ("The thing is 4.\n", "Unless the thing is big:", '\n    Say "no".', [None, "no"]),
        ("The thing is 4.\n", 'If the thing is not late, say "no".', "", [None, "no"]),
        ("The thing is 4.\n", 'Say "{the fee for the thing}".', "", ["5", "6"]),
        ("The thing is 4.\n", "Pay it.", "", ["invoice 4", "bill 4"]),
    ],
)
def test_each_reading_has_a_sentence_that_works(
    tmp_path: Path, before: str, sentence: str, after: str, said: list[str | None]
) -> None:
    with pytest.raises(TextRefused) as refused:
        _go(tmp_path, f"{before}{sentence}{after}\n")
    (problem,) = refused.value.problems
    assert problem.name in ("two-readings", "two-adjectives")
    assert len(problem.candidates) == 2
    for offered, wanted in zip(problem.candidates, said, strict=True):
        assert _go(tmp_path, f"{before}{offered}{after}\n") == ([wanted] if wanted else [])


def test_one_noun_is_enough_where_none_speaks_for_the_other(tmp_path: Path) -> None:
    assert _go(tmp_path, 'The late bill is 4.\nSend the late bill to "Bo".\n') == ["bill 4 to Bo"]


def test_nouns_of_two_headers_stay_two_readings(tmp_path: Path) -> None:
    with pytest.raises(TextRefused) as refused:
        _go(tmp_path, 'The bill is 4.\nThe person is "Bo".\nSend the bill to the person.\n')
    (problem,) = refused.value.problems
    assert problem.name == "two-readings"
    assert [offered.partition(".")[0] for offered in problem.candidates]
